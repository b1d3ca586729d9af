/*
 * mustache_filter.c - the sections of text templates that lay texts out.
 */
#include "template/mustache_tree.h"

#include <string.h>

#define HANG 2 /* columns */

static guint widest_line(LetterSlice text)
{
    guint widest = 0;

    while (text.size > 0) {
        const char *end = memchr(text.data, '\n', text.size);
        gsize size = end == NULL ? text.size : (gsize)(end - text.data);

        widest = MAX(widest, letter_text_width((LetterSlice){ text.data, size }));
        size = MIN(size + 1, text.size);
        text.data += size;
        text.size -= size;
    }
    return widest;
}

/* Whether wrapping would leave the text as it is: most names are that short. */
static gboolean fits(LetterSlice text, gsize columns)
{
    if (text.data[0] == ' ')
        return FALSE;
    for (gsize i = 0; i < text.size; i++)
        if ((guchar)text.data[i] < ' ' || (text.data[i] == ' ' && text.data[i + 1] == ' '))
            return FALSE;
    /* No character is wider than its bytes are many. */
    return text.size <= columns || letter_text_width(text) <= columns;
}

/* Lines after the first are indented like it, and by @hang more. */
static void wrap(const LetterLayout *layout, LetterSlice text, LetterSlice indent,
                 LetterSlice first, guint hang, LetterSink *sink)
{
    gsize used = indent.size + first.size;
    g_autofree char *begin = NULL;
    g_autofree char *rest = NULL;

    if (used < layout->width && fits(text, layout->width - used)) {
        letter_sink_slice(sink, indent);
        letter_sink_slice(sink, first);
        letter_sink_slice(sink, text);
        return;
    }
    begin = g_strdup_printf("%.*s%.*s", (int)indent.size, indent.data, (int)first.size, first.data);
    /* No further in than a line is wide: a line takes a word anyway. */
    rest = g_strnfill(MIN(letter_text_width(letter_slice(begin)) + hang, layout->width), ' ');
    letter_wrap(layout, text, begin, rest, sink);
}

static void underline(LetterSlice text, char line, const LetterLayout *layout, LetterSink *sink)
{
    guint width = MIN(widest_line(text), layout->width);
    g_autofree char *below = g_strnfill(width, line);

    letter_sink_slice(sink, text);
    letter_sink_putc(sink, '\n');
    letter_sink_puts(sink, below);
}

static void upper(LetterSlice text, const LetterLayout *layout, LetterSink *sink)
{
    g_autofree char *lower = g_strndup(text.data, text.size);
    g_autofree char *capitals = letter_locale_upper(layout->locale, lower);

    letter_sink_puts(sink, capitals);
}

void letter_filter_apply(LetterFilter filter, const LetterLayout *layout, LetterSlice text,
                         LetterSlice indent, LetterSlice first, LetterSink *sink)
{
    gboolean ends_line = text.size > 0 && text.data[text.size - 1] == '\n';

    while (text.size > 0 && strchr(" \n", text.data[text.size - 1]) != NULL)
        text.size--;
    if (text.size == 0)
        return;
    if (filter == LETTER_FILTER_WRAP || filter == LETTER_FILTER_HANG) {
        wrap(layout, text, indent, first, filter == LETTER_FILTER_HANG ? HANG : 0, sink);
    } else {
        letter_sink_slice(sink, indent);
        letter_sink_slice(sink, first);
        if (filter == LETTER_FILTER_UPPER)
            upper(text, layout, sink);
        else
            underline(text, filter == LETTER_FILTER_UNDERLINE ? '-' : '=', layout, sink);
    }
    if (ends_line)
        letter_sink_putc(sink, '\n');
}
