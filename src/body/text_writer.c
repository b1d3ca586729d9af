/*
 * text_writer.c - the blocks of a plain text.
 */
#include "body/text_writer.h"

#include <string.h>

typedef struct Frame {
    gsize rest_size; /* of the prefixes around the container */
    gsize first_size;
    LetterTextSpacing spacing;
    gboolean is_item;
    gboolean has_output;
} Frame;

void letter_text_writer_init(LetterTextWriter *writer, const LetterLayout *layout, LetterSink *sink)
{
    *writer = (LetterTextWriter){
        .layout = layout,
        .sink = sink,
        .first = g_string_new(NULL),
        .rest = g_string_new(NULL),
        .frames = g_array_new(FALSE, FALSE, sizeof(Frame)),
    };
    letter_text_writer_push(writer, LETTER_TEXT_LOOSE);
}

void letter_text_writer_clear(LetterTextWriter *writer)
{
    g_string_free(writer->first, TRUE);
    g_string_free(writer->rest, TRUE);
    g_array_unref(writer->frames);
}

static guint width_of(const GString *text)
{
    return letter_text_width((LetterSlice){ text->str, text->len });
}

guint letter_text_writer_room(const LetterTextWriter *writer)
{
    guint taken = width_of(writer->rest);

    return writer->layout->width > taken ? writer->layout->width - taken : 1;
}

static gboolean has_room(const LetterTextWriter *writer, const GString *prefix, const char *more)
{
    return width_of(prefix) + letter_text_width(letter_slice(more)) <= writer->layout->width / 2;
}

static Frame *frame_at(const LetterTextWriter *writer, guint index)
{
    return &g_array_index(writer->frames, Frame, index);
}

static void write_line(LetterTextWriter *writer, const char *text, gsize size)
{
    letter_sink_slice(writer->sink, letter_slice_trim_end((LetterSlice){ text, size }));
    letter_sink_putc(writer->sink, '\n');
}

/* The empty line before a block, where one has been written in a container of
   it: it belongs to the innermost such container. */
static void begin_block(LetterTextWriter *writer)
{
    guint depth = writer->frames->len;
    gsize size = writer->rest->len;

    while (depth > 0 && !frame_at(writer, depth - 1)->has_output) {
        Frame *frame = frame_at(writer, --depth);

        frame->has_output = TRUE;
        size = frame->rest_size;
    }
    if (depth > 0 && frame_at(writer, depth - 1)->spacing == LETTER_TEXT_LOOSE)
        write_line(writer, writer->rest->str, size);
}

static void end_line(LetterTextWriter *writer)
{
    letter_sink_putc(writer->sink, '\n');
    g_string_assign(writer->first, writer->rest->str);
}

/* The markers that wait for a line get one of their own. */
static void write_markers(LetterTextWriter *writer)
{
    begin_block(writer);
    write_line(writer, writer->first->str, writer->first->len);
    g_string_assign(writer->first, writer->rest->str);
}

static Frame *push(LetterTextWriter *writer, LetterTextSpacing spacing)
{
    Frame frame = {
        .rest_size = writer->rest->len,
        .first_size = writer->first->len,
        .spacing = spacing,
    };

    g_array_append_val(writer->frames, frame);
    return frame_at(writer, writer->frames->len - 1);
}

void letter_text_writer_push(LetterTextWriter *writer, LetterTextSpacing spacing)
{
    push(writer, spacing);
}

void letter_text_writer_push_quote(LetterTextWriter *writer)
{
    static const char mark[] = "> ";

    push(writer, LETTER_TEXT_LOOSE);
    if (has_room(writer, writer->rest, mark)) {
        g_string_append(writer->first, mark);
        g_string_append(writer->rest, mark);
    }
}

void letter_text_writer_push_item(LetterTextWriter *writer, const char *marker,
                                  LetterTextSpacing spacing)
{
    gboolean has_markers = !g_string_equal(writer->first, writer->rest);

    if (has_markers && !has_room(writer, writer->first, marker))
        write_markers(writer);
    push(writer, spacing)->is_item = TRUE;
    g_string_append(writer->first, marker);
    if (has_room(writer, writer->rest, marker)) {
        guint width = letter_text_width(letter_slice(marker));

        g_string_append_printf(writer->rest, "%*s", (int)width, "");
    }
}

void letter_text_writer_pop(LetterTextWriter *writer)
{
    guint last = writer->frames->len - 1;
    Frame frame = *frame_at(writer, last);

    if (frame.is_item && !frame.has_output) {
        write_markers(writer);
        frame.has_output = TRUE;
    }
    g_string_truncate(writer->rest, frame.rest_size);
    if (frame.has_output)
        g_string_assign(writer->first, writer->rest->str);
    else
        g_string_truncate(writer->first, frame.first_size);
    g_array_set_size(writer->frames, last);
}

void letter_text_writer_wrap(LetterTextWriter *writer, LetterSlice text)
{
    begin_block(writer);
    letter_wrap(writer->layout, text, writer->first->str, writer->rest->str, writer->sink);
    end_line(writer);
}

void letter_text_writer_fix(LetterTextWriter *writer, LetterSlice text, const char *indent)
{
    g_autofree char *first = g_strconcat(writer->first->str, indent, NULL);
    g_autofree char *rest = g_strconcat(writer->rest->str, indent, NULL);

    begin_block(writer);
    letter_indent(text, first, rest, writer->sink);
    end_line(writer);
}
