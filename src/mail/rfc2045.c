/*
 * rfc2045.c - the two transfer encodings: quoted-printable and base64.
 */
#include "mail/rfc2045.h"

#include <string.h>

/* Columns of a line, without the '=' of a soft line break. */
#define LINE_SIZE 75

/* Bytes encoded at a time, and the room that g_base64_encode_step() asks for. */
#define CHUNK_SIZE   3072
#define ENCODED_SIZE ((CHUNK_SIZE / 3 + 1) * 4 + 4)
#define BASE64_SIZE  (ENCODED_SIZE + ENCODED_SIZE / 72 + 1)

/* The bytes that stand for themselves (section 6.7, rules 2 and 3). */
static const guint8 plain[256] = {
    [' ' ... '<'] = 1,
    ['>' ... '~'] = 1,
};

/* A line of output while it fills; one write a line is far faster than one a
   byte. */
typedef struct Line {
    LetterSink *sink;
    gsize size;
    char data[LINE_SIZE + 2];
} Line;

static void end_line(Line *line)
{
    line->data[line->size++] = '\n';
    letter_sink_write(line->sink, line->data, line->size);
    line->size = 0;
}

static void make_room(Line *line, gsize size)
{
    if (line->size + size > LINE_SIZE) {
        line->data[line->size++] = '=';
        end_line(line);
    }
}

static void put_encoded(Line *line, char byte)
{
    static const char digits[] = "0123456789ABCDEF";

    make_room(line, 3);
    line->data[line->size++] = '=';
    line->data[line->size++] = digits[(guchar)byte >> 4];
    line->data[line->size++] = digits[(guchar)byte & 15];
}

static gsize line_end_size(LetterSlice text, gsize at)
{
    if (at < text.size && text.data[at] == '\n')
        return 1;
    return at + 1 < text.size && text.data[at] == '\r' && text.data[at + 1] == '\n' ? 2 : 0;
}

/* A line of a dot ends the message in SMTP; "From " begins one in an mbox. */
static gboolean is_fragile_start(LetterSlice text, gsize at)
{
    static const char from[] = "From ";
    gsize size = strlen(from);

    return text.data[at] == '.' ||
           (text.size - at >= size && memcmp(text.data + at, from, size) == 0);
}

/* How many of the next bytes stand for themselves on this line.  A blank
   before a line end does not: it would be stripped on the way (rule 3). */
static gsize plain_run(LetterSlice text, gsize at, gsize room)
{
    gsize size = 0;

    room = MIN(room, text.size - at);
    while (size < room && plain[(guchar)text.data[at + size]])
        size++;
    if (size > 0 && text.data[at + size - 1] == ' ' &&
        (at + size == text.size || line_end_size(text, at + size) > 0))
        size--;
    return size;
}

/* Returns how many bytes of the text it took. */
static gsize put_some(Line *line, LetterSlice text, gsize at)
{
    gsize run = 0;

    make_room(line, 1);
    if (line->size > 0 || !is_fragile_start(text, at))
        run = plain_run(text, at, LINE_SIZE - line->size);
    if (run == 0) {
        put_encoded(line, text.data[at]);
        return 1;
    }
    memcpy(line->data + line->size, text.data + at, run);
    line->size += run;
    return run;
}

void letter_quoted_printable_write(LetterSink *sink, LetterSlice text)
{
    Line line = { .sink = sink };
    gsize at = 0;

    while (at < text.size) {
        gsize size = line_end_size(text, at);

        if (size > 0)
            end_line(&line);
        at += size > 0 ? size : put_some(&line, text, at);
    }
    letter_sink_write(sink, line.data, line.size);
}

void letter_base64_write(LetterSink *sink, LetterSlice bytes)
{
    char encoded[BASE64_SIZE];
    gint state = 0, save = 0;
    gsize size;

    for (gsize at = 0; at < bytes.size; at += CHUNK_SIZE) {
        size = g_base64_encode_step((const guchar *)bytes.data + at,
                                    MIN(CHUNK_SIZE, bytes.size - at), TRUE, encoded, &state, &save);
        letter_sink_write(sink, encoded, size);
    }
    size = g_base64_encode_close(TRUE, encoded, &state, &save);
    letter_sink_write(sink, encoded, size - strlen("\n"));
}
