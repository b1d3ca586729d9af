/*
 * encoding.c - the characters that no source of a letter may hold.
 *
 * One look at a byte tells whether a forbidden character can begin there; in
 * prose that is next to never, so that a source costs a table look-up a byte.
 */
#include "front/encoding.h"

/* More findings of one kind tell an author nothing new. */
#define MAX_FINDINGS 20

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

/* The bytes of the stretch that are not UTF-8, up to the next that may be. */
static LetterSpan find_bad_bytes(const LetterSource *source, LetterSpan within)
{
    const char *end = source->data + within.end;
    LetterSpan bad;
    const char *at;

    /* GLib stops at NUL too, which is a control character, not a bad byte. */
    for (at = source->data + within.start; !g_utf8_validate_len(at, (gsize)(end - at), &at); at++) {
        if (*at != '\0')
            break;
    }
    bad.start = bad.end = (gsize)(at - source->data);
    while (bad.end < within.end && source->data[bad.end] != '\0' &&
           (gint32)g_utf8_get_char_validated(source->data + bad.end,
                                             (gssize)(within.end - bad.end)) < 0)
        bad.end++;
    return bad;
}

static gboolean check_utf8(const LetterSource *source, LetterSpan within,
                           LetterDiagnostics *diagnostics)
{
    LetterSpan bad = find_bad_bytes(source, within);
    gboolean valid = bad.start == within.end;

    for (guint count = 0; bad.start < within.end && count < MAX_FINDINGS; count++) {
        char byte[5];

        g_snprintf(byte, sizeof byte, "0x%02X", (guint)(guchar)source->data[bad.start]);
        letter_diagnostics_add_with(diagnostics, LETTER_RULE_NOT_UTF8, source, bad, byte, NULL);
        within.start = bad.end;
        bad = find_bad_bytes(source, within);
    }
    return valid;
}

static void check_characters(const LetterSource *source, LetterSpan within,
                             LetterDiagnostics *diagnostics)
{
    LetterSlice text = letter_source_slice(source, within);
    LetterForbidden found = { .offset = 0 };

    for (guint count = 0; count < MAX_FINDINGS; count++) {
        LetterSpan span;
        LetterRule rule = LETTER_RULE_CONTROL_CHARACTER;
        char name[16];

        if (!letter_encoding_find_forbidden(text, found.offset + found.size, &found))
            return;
        if (found.character == 0x2028 || found.character == 0x2029)
            rule = LETTER_RULE_LINE_SEPARATOR;
        g_snprintf(name, sizeof name, "U+%04X", found.character);
        span.start = within.start + found.offset;
        span.end = span.start + found.size;
        letter_diagnostics_add_with(diagnostics, rule, source, span, name, NULL);
    }
}

gboolean letter_encoding_check(const LetterSource *source, LetterSpan within,
                               LetterDiagnostics *diagnostics)
{
    gboolean valid = check_utf8(source, within, diagnostics);

    check_characters(source, within, diagnostics);
    return valid;
}
