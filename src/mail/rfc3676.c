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
    if (line->size == 0 || line->data[0] != '>' || (line->size > 1 && line->data[1] != ' '))
        return FALSE;
    *line = skip(*line, MIN(line->size, 2));
    return TRUE;
}

static guint count_quote_marks(LetterSlice line)
{
    guint marks = 0;

    while (take_quote_mark(&line))
        marks++;
    return marks;
}

/* Whether the line's end is a soft one. */
static gboolean flows_on(LetterSlice line)
{
    return line.size > 0 && line.data[line.size - 1] == ' ';
}

static void write_line(LetterSink *sink, LetterSlice line, guint marks)
{
    for (guint i = 0; i < marks; i++) {
        take_quote_mark(&line);
        letter_sink_putc(sink, '>');
    }
    if (line.size > 0 &&
        (marks > 0 || line.data[0] == ' ' || line.data[0] == '>' || begins_with(line, "From ")))
        letter_sink_putc(sink, ' ');
    letter_sink_slice(sink, line);
}

/* Without the blank that would make it the mark of a signature. */
static LetterSlice first_line(LetterSlice text)
{
    const char *end = memchr(text.data, '\n', text.size);
    LetterSlice line = { text.data, end != NULL ? (gsize)(end - text.data) : text.size };
    LetterSlice content = line;

    while (take_quote_mark(&content))
        continue;
    if (letter_slice_equals(content, "-- "))
        line.size--;
    return line;
}

static LetterSlice after_line(LetterSlice text)
{
    const char *end = memchr(text.data, '\n', text.size);

    return skip(text, end != NULL ? (gsize)(end - text.data) + 1 : text.size);
}

/* All lines of a paragraph have the same marks: a '>' that its other lines have
   not stands in the text. */
void letter_flowed_write(LetterSink *sink, LetterSlice text)
{
    gboolean goes_on = FALSE;
    guint marks = 0;

    while (text.size > 0) {
        LetterSlice line = first_line(text);

        text = after_line(text);
        marks = goes_on ? MIN(marks, count_quote_marks(line)) : count_quote_marks(line);
        goes_on = flows_on(line);
        if (goes_on)
            marks = MIN(marks, count_quote_marks(first_line(text)));
        write_line(sink, line, marks);
        if (text.data[-1] == '\n')
            letter_sink_putc(sink, '\n');
    }
}
