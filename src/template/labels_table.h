/*
 * labels_table.h - what labels are in memory; for labels*.c alone.
 */
#ifndef LETTER_TEMPLATE_LABELS_TABLE_H
#define LETTER_TEMPLATE_LABELS_TABLE_H

#include "template/labels.h"
#include "text/locale.h"

#define LETTER_LABELS_MONTHS 12
#define LETTER_LABELS_DIGITS 10

typedef enum LetterLabelForm {
    LETTER_LABEL_FORM_TEXT,
    LETTER_LABEL_FORM_COUNT,
    LETTER_LABEL_FORM_LIST,
} LetterLabelForm;

typedef struct LetterLabelInfo {
    const char *key;
    LetterLabelForm form;
    const char *names; /* that may stand in braces, with blanks between */
} LetterLabelInfo;

struct LetterLabels {
    char *tag;
    GStringChunk *strings;
    /* A text is the one of the form "other"; forms not given are NULL. */
    const char *texts[LETTER_LABEL_COUNT][LETTER_PLURAL_COUNT];
    const char *months[LETTER_LABELS_MONTHS];
    const char *digits[LETTER_LABELS_DIGITS];
    guint thousands_from;
};

/* A text of a built-in file.  @place is the LetterPlural it is for, or the number
   of the month from 0; the texts of one label stand together. */
typedef struct LetterBuiltinLabel {
    guint8 label; /* LetterLabel */
    guint8 place;
    const char *text;
} LetterBuiltinLabel;

typedef struct LetterBuiltinLabels {
    const char *tag;
    const LetterBuiltinLabel *entries;
    gsize count;
} LetterBuiltinLabels;

/* The built-in file of exactly this language; NULL where there is none. */
const LetterBuiltinLabels *letter_builtin_labels_find(const char *tag);

const LetterLabelInfo *letter_label_info(LetterLabel label);

#endif
