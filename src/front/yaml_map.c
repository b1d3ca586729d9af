/*
 * yaml_map.c - where each byte of a YAML text stood in its source.
 *
 * A `|` block takes each line without its indentation, so a line of the text
 * is the end of a line of the source.  A text on one line without escapes
 * stands there as it is.  All others are folded, and have one place only.
 */
#include "front/yaml_map.h"

#include <string.h>

/* FALSE where the block is not what it should be: it holds a character that
   had to be replaced by one of another length. */
static gboolean map_block(LetterOffsetMap *map, const LetterSource *source,
                          const LetterYamlEvent *event)
{
    LetterLines lines = letter_source_lines(source, event->span);
    gsize derived = 0;

    letter_lines_next(&lines); /* the `|` itself */
    while (derived < event->text.size && !letter_lines_at_end(&lines)) {
        LetterSpan line = letter_lines_next(&lines);
        const char *start = event->text.data + derived;
        const char *end = memchr(start, '\n', event->text.size - derived);
        gsize size = end != NULL ? (gsize)(end - start) : event->text.size - derived;

        if (size > line.end - line.start)
            return FALSE;
        letter_offset_map_add(map, derived, line.end - size);
        derived += size + 1;
    }
    return TRUE;
}

static gboolean map_line(LetterOffsetMap *map, const LetterSource *source,
                         const LetterYamlEvent *event)
{
    gsize quote = event->style == LETTER_YAML_QUOTED ? 1 : 0;
    gsize start = event->span.start + quote;

    if (event->span.end - event->span.start != event->text.size + 2 * quote ||
        memcmp(source->data + start, event->text.data, event->text.size) != 0)
        return FALSE;
    letter_offset_map_add(map, 0, start);
    return TRUE;
}

LetterOffsetMap *letter_yaml_map_new(const LetterSource *source, const LetterYamlEvent *event)
{
    LetterOffsetMap *map = letter_offset_map_new();
    gboolean is_exact = FALSE;

    if (event->style == LETTER_YAML_LITERAL)
        is_exact = map_block(map, source, event);
    else if (event->style != LETTER_YAML_FOLDED)
        is_exact = map_line(map, source, event);
    if (!is_exact)
        letter_offset_map_pin(map, event->span.start);
    return map;
}
