/*
 * reading.c - a text while it is being read: places in it, and findings.
 */
#include "body/reading.h"

static LetterSpan map_span(const LetterOffsetMap *map, LetterSpan span)
{
    LetterSpan mapped = { letter_offset_map_find(map, span.start), 0 };

    mapped.end =
        span.end > span.start ? letter_offset_map_find(map, span.end - 1) + 1 : mapped.start;
    return mapped;
}

LetterSpan letter_reading_clean_span(const LetterReading *reading, LetterSpan span)
{
    if (reading->clean != NULL)
        span = map_span(reading->clean->map, span);
    span = map_span(reading->source_map, span);

    /* The map goes on past the end of the text. */
    return (LetterSpan){ MIN(span.start, reading->source->size),
                         MIN(span.end, reading->source->size) };
}

LetterSpan letter_reading_span(const LetterReading *reading, LetterSpan span)
{
    if (reading->footnotes != NULL)
        span = map_span(letter_footnotes_map(reading->footnotes), span);
    return letter_reading_clean_span(reading, span);
}

LetterSpan letter_reading_inline_span(const LetterReading *reading, gsize start, gsize end)
{
    return letter_reading_span(reading, letter_positions_locate(reading->positions, start, end));
}

void letter_reading_report(LetterReading *reading, LetterRule rule, LetterSpan span,
                           const char *detail)
{
    letter_diagnostics_add_with(reading->diagnostics, rule, reading->source, span, detail, NULL);
}
