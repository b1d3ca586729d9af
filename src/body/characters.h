/*
 * characters.h - the characters that change the order in which others are
 * shown, and cannot be seen themselves.
 *
 * They are the embeddings, overrides and isolates U+202A to U+202E and U+2066
 * to U+2069 (Unicode Standard Annex #9), and U+FEFF.
 */
#ifndef LETTER_BODY_CHARACTERS_H
#define LETTER_BODY_CHARACTERS_H

#include "base/source.h"

typedef struct LetterCharacter {
    gunichar character;
    gsize start;
    gsize end;
} LetterCharacter;

/* The first of them in @text at or after the byte @from. */
gboolean letter_characters_find_bidi(LetterSlice text, gsize from, LetterCharacter *found);

#endif
