/*
 * bidi.h - the characters that change the order in which others are shown, and
 * cannot be seen themselves.
 *
 * They are the embeddings, overrides and isolates U+202A to U+202E and U+2066
 * to U+2069 (Unicode Standard Annex #9), and U+FEFF.
 */
#ifndef LETTER_BASE_BIDI_H
#define LETTER_BASE_BIDI_H

#include "base/source.h"

typedef struct LetterBidi {
    gunichar character;
    gsize start; /* bytes, within the text that was searched */
    gsize end;
} LetterBidi;

gboolean letter_bidi_is(gunichar character);

/* The first of them in @text, which is valid UTF-8, at or after the byte
   @from.  FALSE where there is none. */
gboolean letter_bidi_find(LetterSlice text, gsize from, LetterBidi *found);

#endif
