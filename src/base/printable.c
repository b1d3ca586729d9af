/*
 * printable.c - text of strangers, made safe to show on a terminal.
 */
#include "base/printable.h"

#include "base/bidi.h"

/* Characters that would disturb a terminal or the order of what it shows. */
static gboolean is_unsafe(gunichar character)
{
    return g_unichar_iscntrl(character) || character == 0x2028 || character == 0x2029 ||
           letter_bidi_is(character);
}

gsize letter_printable_append_character(GString *shown, LetterSlice text)
{
    gunichar character = g_utf8_get_char_validated(text.data, (gssize)text.size);
    const char *next;

    if (character == (gunichar)-1 || character == (gunichar)-2) {
        g_string_append_printf(shown, "\\x%02X", (guchar)text.data[0]);
        return 1;
    }
    next = g_utf8_next_char(text.data);
    if (is_unsafe(character))
        g_string_append_printf(shown, "\\u{%04X}", character);
    else
        g_string_append_len(shown, text.data, next - text.data);
    return (gsize)(next - text.data);
}

void letter_printable_append(GString *shown, LetterSlice text)
{
    while (text.size > 0) {
        gsize size = letter_printable_append_character(shown, text);

        text.data += size;
        text.size -= size;
    }
}

char *letter_printable_name(const char *name)
{
    GString *shown = g_string_new(NULL);

    letter_printable_append(shown, letter_slice(name));
    return g_string_free(shown, FALSE);
}
