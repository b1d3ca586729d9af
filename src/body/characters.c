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

/* All begin with E2 80, E2 81 or EF BB. */
static gboolean may_be_bidi(const char *at)
{
    guchar lead = (guchar)at[0], next = (guchar)at[1];

    return lead == 0xE2 ? next == 0x80 || next == 0x81 : lead == 0xEF && next == 0xBB;
}

gboolean letter_characters_find_bidi(LetterSlice text, gsize from, LetterCharacter *found)
{
    for (gsize at = from; at + SIZE <= text.size; at++) {
        if (may_be_bidi(text.data + at) && is_bidi(g_utf8_get_char(text.data + at))) {
            *found = (LetterCharacter){ g_utf8_get_char(text.data + at), at, at + SIZE };
            return TRUE;
        }
    }
    return FALSE;
}

/* Most texts have none of the bytes by which they begin. */
static gboolean has_lead(LetterSlice text)
{
    return memchr(text.data, 0xE2, text.size) != NULL || memchr(text.data, 0xEF, text.size) != NULL;
}

static LetterSpan given_span(const LetterReading *reading, gsize start, gsize end)
{
    return (LetterSpan){ letter_offset_map_find(reading->source_map, start),
                         letter_offset_map_find(reading->source_map, end - 1) + 1 };
}

void letter_reading_clean(LetterReading *reading, LetterSlice text)
{
    LetterCharacter found;
    gsize done = 0;

    reading->text = text;
    if (!has_lead(text))
        return;
    while (letter_characters_find_bidi(text, done, &found)) {
        char name[16];

        if (reading->clean == NULL)
            reading->clean = letter_derived_new(text);
        g_snprintf(name, sizeof name, "U+%04X", found.character);
        letter_reading_report(reading, LETTER_RULE_BIDI_CONTROL_DROPPED,
                              given_span(reading, found.start, found.end), name);
        letter_derived_copy(reading->clean, done, found.start);
        done = found.end;
    }
    if (reading->clean == NULL)
        return;
    letter_derived_copy(reading->clean, done, text.size);
    reading->text = letter_derived_slice(reading->clean);
}
