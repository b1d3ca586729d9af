/*
 * labels.h - the words that letterctl adds to a letter, in its language.
 *
 * They come from labels/LANG.yaml, built in or of the user's own folder.
 * Labels never change once loaded and may be shared between threads.
 */
#ifndef LETTER_TEMPLATE_LABELS_H
#define LETTER_TEMPLATE_LABELS_H

#include "base/diagnostics.h"
#include "text/date.h"

typedef struct LetterLabels LetterLabels;

typedef enum LetterLabel {
#define LABEL(id, key, form, names) LETTER_LABEL_##id,
#include "template/labels.def"
#undef LABEL
    LETTER_LABEL_COUNT
} LetterLabel;

/**
 * LetterLabelsFind:
 * @path: a file of the user's folder, "labels/da.yaml" say.
 * @data: what was given to letter_labels_load().
 *
 * Returns: (transfer full) (nullable): the file, or %NULL where there is none
 */
typedef LetterSource *(*LetterLabelsFind)(const char *path, gpointer data);

/**
 * letter_labels_load:
 * @tag: a language tag (BCP 47).
 * @find: (nullable): looks into the user's folder.
 * @data: for @find.
 * @diagnostics: may get not-utf8, yaml-…, unknown-key, duplicate-key,
 *   wrong-type, label-missing, and labels-missing, which has no place.
 *
 * Loads the words of a language: for `pt-BR` of pt-BR, else of pt, else of
 * English.  A file of the user's goes over the built-in one of the same tag,
 * word by word, so that it need hold no more than what is to be different.
 *
 * Returns: (transfer full): labels that have a text for everything
 */
LetterLabels *letter_labels_load(const char *tag, LetterLabelsFind find, gpointer data,
                                 LetterDiagnostics *diagnostics);

void letter_labels_free(LetterLabels *labels);

/* The tag of the file that the words come from: "pt" for pt-BR. */
const char *letter_labels_get_tag(const LetterLabels *labels);

/* The key of a label ("note_back"), and its text as it stands in the file. */
const char *letter_label_key(LetterLabel label);
const char *letter_labels_get(const LetterLabels *labels, LetterLabel label);

/**
 * letter_labels_format:
 * @...: pairs of a name and what stands for `{name}`, ended by %NULL
 *
 * Returns: (transfer full): the label with its names replaced
 */
char *letter_labels_format(const LetterLabels *labels, LetterLabel label,
                           ...) G_GNUC_NULL_TERMINATED;

/**
 * letter_labels_count:
 * @label: one that counts: LETTER_LABEL_TOTAL, _OTHERS, _ANONYMOUS
 * @count: how many
 *
 * Returns: (transfer full): the label in the form that the number asks for
 */
char *letter_labels_count(const LetterLabels *labels, LetterLabel label, guint count);

/* A number with the language's digits, grouped by thousands. */
char *letter_labels_number(const LetterLabels *labels, guint number);

/**
 * letter_labels_date:
 * @place: (nullable): "København"
 *
 * Returns: (transfer full): the day alone, after the place: "København, den
 *   21. november 2023"
 */
char *letter_labels_date(const LetterLabels *labels, const LetterDate *date, const char *place);

/* Day, hour and zone as typed: "21 November 2023, 09:00 (UTC+01:00)"; the day
   alone where the date has no time. */
char *letter_labels_moment(const LetterLabels *labels, const LetterDate *date);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(LetterLabels, letter_labels_free)

#endif
