/*
 * encoding.c - the characters that no source of a letter may hold.
 *
 * One look at a byte tells whether a forbidden character can begin there; in
 * prose that is next to never, so that a source costs a table look-up a byte.
 */
#include "front/encoding.h"

/* What the character that a byte begins may be. */
typedef enum Lead {
    LEAD_FINE,
    LEAD_CONTROL,      /* C0 or DEL, a byte of its own */
    LEAD_TWO,          /* C1: C2 80 to C2 9F */
    LEAD_LINE,         /* E2 80 A8, E2 80 A9 */
    LEAD_NONCHARACTER, /* EF B7 90 to AF, EF BF BE, EF BF BF */
} Lead;

static const guint8 leads[256] = {
    [0x00 ... 0x08] = LEAD_CONTROL,
    [0x0B] = LEAD_CONTROL,
    [0x0C] = LEAD_CONTROL,
    [0x0E ... 0x1F] = LEAD_CONTROL,
    [0x7F] = LEAD_CONTROL,
    [0xC2] = LEAD_TWO,
    [0xE2] = LEAD_LINE,
    [0xEF] = LEAD_NONCHARACTER,
};

static gboolean is_line_separator(const guchar *at)
{
    return at[1] == 0x80 && (at[2] == 0xA8 || at[2] == 0xA9);
}

static gboolean is_noncharacter(const guchar *at)
{
    return (at[1] == 0xB7 && at[2] >= 0x90 && at[2] <= 0xAF) ||
           (at[1] == 0xBF && (at[2] == 0xBE || at[2] == 0xBF));
}

/* The bytes of the forbidden character that begins here; 0: none does. */
static gsize measure(const guchar *at, gsize left)
{
    switch ((Lead)leads[*at]) {
    case LEAD_FINE:
        return 0;
    case LEAD_CONTROL:
        return 1;
    case LEAD_TWO:
        return left >= 2 && at[1] >= 0x80 && at[1] <= 0x9F ? 2 : 0;
    case LEAD_LINE:
        return left >= 3 && is_line_separator(at) ? 3 : 0;
    case LEAD_NONCHARACTER:
        return left >= 3 && is_noncharacter(at) ? 3 : 0;
    }
    return 0;
}

/* Where the next byte is that is not fine at first sight; eight are looked at
   together, since next to all are. */
static gsize skip_fine(LetterSlice text, gsize at)
{
    const guchar *bytes = (const guchar *)text.data;

    while (at + 8 <= text.size &&
           (leads[bytes[at]] | leads[bytes[at + 1]] | leads[bytes[at + 2]] | leads[bytes[at + 3]] |
            leads[bytes[at + 4]] | leads[bytes[at + 5]] | leads[bytes[at + 6]] |
            leads[bytes[at + 7]]) == LEAD_FINE)
        at += 8;
    while (at < text.size && leads[bytes[at]] == LEAD_FINE)
        at++;
    return at;
}

gboolean letter_encoding_find_forbidden(LetterSlice text, gsize from, LetterForbidden *forbidden)
{
    const guchar *bytes = (const guchar *)text.data;

    for (gsize at = skip_fine(text, from); at < text.size; at = skip_fine(text, at + 1)) {
        gsize size = measure(bytes + at, text.size - at);

        if (size > 0) {
            *forbidden = (LetterForbidden){
                .character = g_utf8_get_char(text.data + at),
                .offset = at,
                .size = size,
            };
            return TRUE;
        }
    }
    return FALSE;
}
