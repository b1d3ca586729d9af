/*
 * clean.c - what changes the order of others is dropped from a text.
 */
#include "body/reading.h"

#include <string.h>

#include "base/bidi.h"

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
    LetterBidi found;
    gsize done = 0;

    reading->text = text;
    if (!has_lead(text))
        return;
    while (letter_bidi_find(text, done, &found)) {
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
