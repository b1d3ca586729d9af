/*
 * characters.c - what changes the order of others is dropped from a text.
 */
#include "body/characters.h"

#include <string.h>

#include "body/reading.h"

#define SIZE 3 /* bytes of each of them */

static gboolean is_bidi(gunichar character)
{
    return (character >= 0x202A && character <= 0x202E) ||
           (character >= 0x2066 && character <= 0x2069) || character == 0xFEFF;
}

gboolean letter_characters_find_bidi(LetterSlice text, gsize from, LetterCharacter *found)
{
    const char *at = text.data + from, *end = text.data + text.size;

    /* All begin with E2 80, E2 81 or EF BB. */
    for (; end - at >= SIZE; at++) {
        guchar lead = (guchar)at[0], next = (guchar)at[1];

        if ((lead == 0xE2 && (next == 0x80 || next == 0x81)) || (lead == 0xEF && next == 0xBB)) {
            gunichar character = g_utf8_get_char(at);

            if (is_bidi(character)) {
                *found = (LetterCharacter){ character, (gsize)(at - text.data), 0 };
                found->end = found->start + SIZE;
                return TRUE;
            }
        }
    }
    return FALSE;
}

static LetterSpan given_span(const LetterReading *reading, gsize start, gsize end)
{
    return (LetterSpan){ letter_offset_map_find(reading->source_map, start),
                         letter_offset_map_find(reading->source_map, end - 1) + 1 };
}

static void copy(LetterReading *reading, LetterSlice text, gsize from, gsize to)
{
    letter_offset_map_add(reading->clean_map, reading->clean_text->len, from);
    g_string_append_len(reading->clean_text, text.data + from, (gssize)(to - from));
}

void letter_reading_clean(LetterReading *reading, LetterSlice text)
{
    LetterCharacter found;
    gsize done = 0;

    reading->text = text;
    while (letter_characters_find_bidi(text, done, &found)) {
        char name[16];

        if (reading->clean_text == NULL) {
            reading->clean_text = g_string_sized_new(text.size);
            reading->clean_map = letter_offset_map_new();
        }
        g_snprintf(name, sizeof name, "U+%04X", found.character);
        letter_reading_report(reading, LETTER_RULE_BIDI_CONTROL_DROPPED,
                              given_span(reading, found.start, found.end), name);
        copy(reading, text, done, found.start);
        done = found.end;
    }
    if (reading->clean_text == NULL)
        return;
    copy(reading, text, done, text.size);
    reading->text = (LetterSlice){ reading->clean_text->str, reading->clean_text->len };
}
