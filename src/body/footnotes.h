/*
 * footnotes.h - rewrite a text so that cmark can read its footnotes.
 *
 * "[^1]: word" is a link definition for cmark.  In the copy made here each
 * note's definition is a block quote of its own, known by its line, and each
 * reference is a mark that is plain text for cmark.  So one parse reads text
 * and notes, with link definitions that serve both.  letter(5), "Body".
 */
#ifndef LETTER_BODY_FOOTNOTES_H
#define LETTER_BODY_FOOTNOTES_H

#include "base/offset_map.h"
#include "base/source.h"

typedef struct LetterFootnotes LetterFootnotes;

/* A definition: the block quote that begins on a line of the copy. */
typedef struct LetterFootnoteDefinition {
    LetterSlice label; /* in the original text */
    LetterSpan span;   /* of "[^label]:" in the original text */
    int line;          /* of the copy, from 1 */
} LetterFootnoteDefinition;

/* A mark found in a literal. */
typedef struct LetterFootnoteMark {
    gsize start; /* in the literal */
    gsize end;
    LetterSlice label;
    LetterSpan span; /* of "[^label]" in the original text */
} LetterFootnoteMark;

/* NULL where the text, which must outlive the copy, has nothing of a note. */
LetterFootnotes *letter_footnotes_rewrite(LetterSlice text);
void letter_footnotes_free(LetterFootnotes *footnotes);

LetterSlice letter_footnotes_text(const LetterFootnotes *footnotes);

/* Where the bytes of the copy stood in the original. */
const LetterOffsetMap *letter_footnotes_map(const LetterFootnotes *footnotes);

/* Of LetterFootnoteDefinition, in the order of the text. */
const GArray *letter_footnotes_definitions(const LetterFootnotes *footnotes);

/* The first mark in a literal at or after the byte @from. */
gboolean letter_footnotes_find(const LetterFootnotes *footnotes, LetterSlice literal, gsize from,
                               LetterFootnoteMark *mark);

/* A literal with its marks as they were typed; NULL where it has none. */
char *letter_footnotes_restore(const LetterFootnotes *footnotes, const char *literal);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(LetterFootnotes, letter_footnotes_free)

#endif
