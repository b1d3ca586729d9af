/*
 * sink.c - where rendered bytes go: memory, a file descriptor, a digest.
 */
#include "base/sink.h"

#include <errno.h>
#include <string.h>
#include <unistd.h>

#define GATHER_SIZE (64 * 1024)

typedef struct Descriptor {
    int fd;
    char *name;
} Descriptor;

struct LetterSink {
    GString *gathered; /* the caller's own where there is no write function */
    LetterSinkWrite write;
    gpointer target;
    GDestroyNotify free_target;
    gsize size;
    gsize limit;
    gboolean is_full;
    GError *error;
};

LetterSink *letter_sink_new_for_string(GString *text)
{
    LetterSink *sink = g_new0(LetterSink, 1);

    sink->gathered = text;
    return sink;
}

LetterSink *letter_sink_new(LetterSinkWrite write, gpointer target)
{
    LetterSink *sink = letter_sink_new_for_string(g_string_sized_new(GATHER_SIZE));

    sink->write = write;
    sink->target = target;
    return sink;
}

static gboolean write_descriptor(gpointer target, const char *data, gsize size, GError **error)
{
    const Descriptor *descriptor = target;

    while (size > 0) {
        gssize written = write(descriptor->fd, data, size);

        if (written < 0 && errno == EINTR)
            continue;
        if (written < 0) {
            int code = errno;

            g_set_error(error, G_FILE_ERROR, (int)g_file_error_from_errno(code), "%s: %s",
                        descriptor->name, g_strerror(code));
            return FALSE;
        }
        data += written;
        size -= (gsize)written;
    }
    return TRUE;
}

static void free_descriptor(gpointer data)
{
    Descriptor *descriptor = data;

    g_free(descriptor->name);
    g_free(descriptor);
}

LetterSink *letter_sink_new_for_fd(int fd, const char *name)
{
    Descriptor *descriptor = g_new0(Descriptor, 1);
    LetterSink *sink = letter_sink_new(write_descriptor, descriptor);

    descriptor->fd = fd;
    descriptor->name = g_filename_display_name(name);
    sink->free_target = free_descriptor;
    return sink;
}

void letter_sink_set_limit(LetterSink *sink, gsize size)
{
    sink->limit = size;
}

static void pass_on(LetterSink *sink)
{
    if (sink->write == NULL || sink->gathered->len == 0)
        return;
    if (sink->error == NULL)
        sink->write(sink->target, sink->gathered->str, sink->gathered->len, &sink->error);
    g_string_truncate(sink->gathered, 0);
}

/* Most writes are a few bytes for which there is room. */
static void gather(GString *gathered, const char *data, gsize size)
{
    if (size >= gathered->allocated_len - gathered->len) {
        g_string_append_len(gathered, data, (gssize)size);
    } else if (size > 0) {
        memcpy(gathered->str + gathered->len, data, size);
        gathered->len += size;
        gathered->str[gathered->len] = '\0';
    }
}

void letter_sink_write(LetterSink *sink, const char *data, gsize size)
{
    if (sink->error != NULL)
        return;
    if (sink->limit > 0 && size > sink->limit - sink->size) {
        sink->is_full = TRUE;
        g_set_error(&sink->error, G_FILE_ERROR, G_FILE_ERROR_FAILED,
                    "the output is larger than %" G_GSIZE_FORMAT " bytes", sink->limit);
        return;
    }
    sink->size += size;
    if (sink->write != NULL && sink->gathered->len + size > GATHER_SIZE) {
        pass_on(sink);
        if (size > GATHER_SIZE && sink->error == NULL) {
            sink->write(sink->target, data, size, &sink->error);
            return;
        }
    }
    gather(sink->gathered, data, size);
}

void letter_sink_puts(LetterSink *sink, const char *text)
{
    letter_sink_write(sink, text, strlen(text));
}

void letter_sink_putc(LetterSink *sink, char byte)
{
    letter_sink_write(sink, &byte, 1);
}

void letter_sink_slice(LetterSink *sink, LetterSlice slice)
{
    letter_sink_write(sink, slice.data, slice.size);
}

void letter_sink_printf(LetterSink *sink, const char *format, ...)
{
    g_autofree char *text = NULL;
    va_list arguments;

    va_start(arguments, format);
    text = g_strdup_vprintf(format, arguments);
    va_end(arguments);
    letter_sink_puts(sink, text);
}

gsize letter_sink_size(const LetterSink *sink)
{
    return sink->size;
}

gboolean letter_sink_failed(const LetterSink *sink)
{
    return sink->error != NULL;
}

gboolean letter_sink_is_full(const LetterSink *sink)
{
    return sink->is_full;
}

gboolean letter_sink_finish(LetterSink *sink, GError **error)
{
    pass_on(sink);
    if (sink->error == NULL)
        return TRUE;
    if (error != NULL)
        *error = g_error_copy(sink->error);
    return FALSE;
}

void letter_sink_free(LetterSink *sink)
{
    if (sink == NULL)
        return;
    if (sink->write != NULL)
        g_string_free(sink->gathered, TRUE);
    if (sink->free_target != NULL)
        sink->free_target(sink->target);
    g_clear_error(&sink->error);
    g_free(sink);
}
