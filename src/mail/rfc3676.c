/*
 * rfc3676.c - flowed text: paragraphs that a narrow screen can wrap again.
 */
#include "mail/rfc3676.h"

#include <string.h>

static gboolean begins_with(LetterSlice line, const char *text)
{
    LetterSlice prefix = letter_slice(text);

    return line.size >= prefix.size &&
           letter_slice_equals((LetterSlice){ line.data, prefix.size }, text);
}

static LetterSlice skip(LetterSlice line, gsize size)
{
    return (LetterSlice){ line.data + size, line.size - size };
}

/* Takes the mark of one quote from the start of a line: "> ", or ">" alone on
   an empty line of the quote. */
static gboolean take_quote_mark(LetterSlice *line)
{
    if (!begins_with(*line, "> ") && !letter_slice_equals(*line, ">"))
        return FALSE;
    *line = skip(*line, MIN(line->size, 2));
    return TRUE;
}

/* Writes a line with its marks, no more than @depth of them.  Returns how many
   the next line can have: as many as this one where the line flows on there, so
   that a '>' within a paragraph is no mark. */
static guint write_line(LetterSink *sink, LetterSlice line, guint depth)
{
    guint marks = 0;

    while (marks < depth && take_quote_mark(&line)) {
        letter_sink_putc(sink, '>');
        marks++;
    }
    if (letter_slice_equals(line, "-- "))
        line.size--;
    if (line.size > 0 &&
        (marks > 0 || line.data[0] == ' ' || line.data[0] == '>' || begins_with(line, "From ")))
        letter_sink_putc(sink, ' ');
    letter_sink_slice(sink, line);
    return line.size > 0 && line.data[line.size - 1] == ' ' ? marks : G_MAXUINT;
}

void letter_flowed_write(LetterSink *sink, LetterSlice text)
{
    guint depth = G_MAXUINT;

    while (text.size > 0) {
        const char *end = memchr(text.data, '\n', text.size);
        gsize size = end != NULL ? (gsize)(end - text.data) : text.size;

        depth = write_line(sink, (LetterSlice){ text.data, size }, depth);
        if (end != NULL) {
            letter_sink_putc(sink, '\n');
            size++;
        }
        text = skip(text, size);
    }
}
