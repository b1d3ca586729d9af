/*
 * source.c - named bytes, the spans and slices within them, and their lines.
 */
#include "base/source.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <glib/gstdio.h>

#define READ_SIZE (64 * 1024)
#define MAX_SIZE  (64 * 1024 * 1024) /* a body has 4 MiB; the rest is for names */

static const char byte_order_mark[] = "\xEF\xBB\xBF";

LetterSource *letter_source_new(const char *name, GBytes *bytes)
{
    LetterSource *source = g_new0(LetterSource, 1);

    source->name = g_strdup(name);
    source->bytes = g_bytes_ref(bytes);
    source->data = g_bytes_get_data(bytes, &source->size);
    if (source->data == NULL)
        source->data = "";
    g_atomic_ref_count_init(&source->references);
    return source;
}

LetterSource *letter_source_ref(LetterSource *source)
{
    g_atomic_ref_count_inc(&source->references);
    return source;
}

void letter_source_unref(LetterSource *source)
{
    if (source == NULL || !g_atomic_ref_count_dec(&source->references))
        return;
    g_bytes_unref(source->bytes);
    g_free(source->name);
    g_free(source);
}

const char *letter_source_get_name(const LetterSource *source)
{
    return source->name;
}

static gboolean set_error(GError **error, const char *name, int code)
{
    g_autofree char *shown = g_filename_display_name(name);

    g_set_error(error, G_FILE_ERROR, (int)g_file_error_from_errno(code), "%s: %s", shown,
                g_strerror(code));
    return FALSE;
}

/* Grows by what is read, so that a file's size need not be known or true. */
static gboolean read_all(const char *name, int fd, GByteArray *content, GError **error)
{
    for (;;) {
        guint size = content->len;
        gssize got;

        if (size > MAX_SIZE)
            return set_error(error, name, EFBIG);
        g_byte_array_set_size(content, size + READ_SIZE);
        do
            got = read(fd, content->data + size, READ_SIZE);
        while (got < 0 && errno == EINTR);
        if (got < 0)
            return set_error(error, name, errno);
        g_byte_array_set_size(content, size + (guint)got);
        if (got == 0)
            return TRUE;
    }
}

LetterSource *letter_source_load_stream(const char *name, int fd, GError **error)
{
    g_autoptr(GByteArray) content = g_byte_array_new();
    g_autoptr(GBytes) bytes = NULL;

    if (!read_all(name, fd, content, error))
        return NULL;
    bytes = g_byte_array_free_to_bytes(g_steal_pointer(&content));
    return letter_source_new(name, bytes);
}

LetterSource *letter_source_load(const char *path, GError **error)
{
    /* Without O_NONBLOCK, opening a named pipe would wait for its writer. */
    int fd = g_open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK, 0);
    struct stat status;
    LetterSource *source = NULL;

    if (fd < 0) {
        set_error(error, path, errno);
        return NULL;
    }
    if (fstat(fd, &status) < 0)
        set_error(error, path, errno);
    else if (S_ISDIR(status.st_mode))
        set_error(error, path, EISDIR);
    else if (!S_ISREG(status.st_mode))
        set_error(error, path, EINVAL);
    else
        source = letter_source_load_stream(path, fd, error);
    close(fd);
    return source;
}

LetterSlice letter_source_slice(const LetterSource *source, LetterSpan span)
{
    return (LetterSlice){ source->data + span.start, span.end - span.start };
}

static gsize find_line_end(const LetterSource *source, gsize from, gsize end)
{
    gsize at = from;

    while (at < end && source->data[at] != '\n' && source->data[at] != '\r')
        at++;
    return at;
}

static gsize skip_line_end(const LetterSource *source, gsize at, gsize end)
{
    if (at < end && source->data[at] == '\r')
        at++;
    else if (at < end)
        return at + 1;
    return at < end && source->data[at] == '\n' ? at + 1 : at;
}

LetterLines letter_source_lines(const LetterSource *source, LetterSpan within)
{
    return (LetterLines){ source, within.start, within.end };
}

gboolean letter_lines_at_end(const LetterLines *lines)
{
    return lines->next >= lines->end;
}

LetterSpan letter_lines_next(LetterLines *lines)
{
    LetterSpan line = { lines->next, find_line_end(lines->source, lines->next, lines->end) };

    lines->next = skip_line_end(lines->source, line.end, lines->end);
    return line;
}

LetterSpan letter_source_line_at(const LetterSource *source, gsize offset)
{
    gsize start = MIN(offset, source->size);

    /* Between the CR and the LF of one line end, the line is the one they end. */
    if (start > 0 && start < source->size && source->data[start] == '\n' &&
        source->data[start - 1] == '\r')
        start--;
    while (start > 0 && source->data[start - 1] != '\n' && source->data[start - 1] != '\r')
        start--;
    return (LetterSpan){ start, find_line_end(source, start, source->size) };
}

static gboolean is_continuation(char byte)
{
    return ((guchar)byte & 0xC0) == 0x80;
}

static gsize byte_order_mark_size(const LetterSource *source)
{
    return source->size >= 3 && memcmp(source->data, byte_order_mark, 3) == 0 ? 3 : 0;
}

/* Moves on by one byte; @locator is not at the end. */
static void step(LetterLocator *locator)
{
    const LetterSource *source = locator->source;
    char byte = source->data[locator->offset++];
    gboolean has_line_feed =
        locator->offset < source->size && source->data[locator->offset] == '\n';

    if (byte == '\n' || (byte == '\r' && !has_line_feed)) {
        locator->position.line++;
        locator->position.column = 1;
    } else if (byte != '\r' && !is_continuation(byte)) {
        locator->position.column++;
    }
}

LetterPosition letter_locator_find(LetterLocator *locator, const LetterSource *source, gsize offset)
{
    LetterPosition found;

    offset = MIN(offset, source->size);
    if (locator->source != source || offset < locator->offset)
        *locator = (LetterLocator){ source, byte_order_mark_size(source), { 1, 1 } };
    while (locator->offset < offset)
        step(locator);
    found = locator->position;
    /* An offset within a character stands at that character. */
    if (found.column > 1 && offset < source->size && is_continuation(source->data[offset]))
        found.column--;
    return found;
}

LetterPosition letter_source_locate(const LetterSource *source, gsize offset)
{
    LetterLocator locator = { .source = NULL };

    return letter_locator_find(&locator, source, offset);
}

LetterSlice letter_slice(const char *text)
{
    return (LetterSlice){ text, strlen(text) };
}

gboolean letter_slice_equals(LetterSlice slice, const char *text)
{
    /* Where two differ, they mostly do at once. */
    if (slice.size > 0 && slice.data[0] != text[0])
        return FALSE;
    return strlen(text) == slice.size && memcmp(slice.data, text, slice.size) == 0;
}

gsize letter_slice_count_ascii(LetterSlice slice)
{
    const guint64 high_bits = G_GUINT64_CONSTANT(0x8080808080808080);
    gsize count = 0;
    guint64 eight;

    for (; count + sizeof eight <= slice.size; count += sizeof eight) {
        memcpy(&eight, slice.data + count, sizeof eight);
        if ((eight & high_bits) != 0)
            break;
    }
    while (count < slice.size && (guchar)slice.data[count] < 0x80)
        count++;
    return count;
}

static gboolean is_blank(char byte)
{
    return byte == ' ' || byte == '\t';
}

LetterSlice letter_slice_trim_end(LetterSlice slice)
{
    while (slice.size > 0 && is_blank(slice.data[slice.size - 1]))
        slice.size--;
    return slice;
}

LetterSlice letter_slice_trim(LetterSlice slice)
{
    while (slice.size > 0 && is_blank(slice.data[0]))
        slice = (LetterSlice){ slice.data + 1, slice.size - 1 };
    return letter_slice_trim_end(slice);
}
