/*
 * rfc3676.c - flowed text: paragraphs that a narrow screen can wrap again.
 */
#include "mail/rfc3676.h"

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

static void write_line(LetterSink *sink, LetterSlice line)
{
    gboolean is_quoted = FALSE;

    while (take_quote_mark(&line)) {
        letter_sink_putc(sink, '>');
        is_quoted = TRUE;
    }
    if (letter_slice_equals(line, "-- "))
        line.size--;
    if (line.size > 0 &&
        (is_quoted || line.data[0] == ' ' || line.data[0] == '>' || begins_with(line, "From ")))
        letter_sink_putc(sink, ' ');
    letter_sink_slice(sink, line);
}

void letter_flowed_write(LetterSink *sink, LetterSlice text)
{
    while (text.size > 0) {
        gsize size = 0;

        while (size < text.size && text.data[size] != '\n')
            size++;
        write_line(sink, (LetterSlice){ text.data, size });
        if (size < text.size) {
            letter_sink_putc(sink, '\n');
            size++;
        }
        text = skip(text, size);
    }
}
