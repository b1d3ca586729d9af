/*
 * bidi.c - the characters that change the order in which others are shown.
 */
#include "base/bidi.h"

#define SIZE 3 /* bytes of each of them */

gboolean letter_bidi_is(gunichar character)
{
    return (character >= 0x202A && character <= 0x202E) ||
           (character >= 0x2066 && character <= 0x2069) || character == 0xFEFF;
}

/* All begin with E2 80, E2 81 or EF BB, which little else does. */
static gboolean may_begin(const char *at)
{
    guchar lead = (guchar)at[0], next = (guchar)at[1];

    return lead == 0xE2 ? next == 0x80 || next == 0x81 : lead == 0xEF && next == 0xBB;
}

gboolean letter_bidi_find(LetterSlice text, gsize from, LetterBidi *found)
{
    for (gsize at = from; at + SIZE <= text.size; at++) {
        gunichar character;

        if (!may_begin(text.data + at))
            continue;
        character = g_utf8_get_char(text.data + at);
        if (letter_bidi_is(character)) {
            *found = (LetterBidi){ character, at, at + SIZE };
            return TRUE;
        }
    }
    return FALSE;
}
