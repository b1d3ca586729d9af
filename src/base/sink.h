/*
 * sink.h - where rendered bytes go: memory, a file descriptor, a digest.
 *
 * Writers need not ask whether a write worked: the first failure is kept, what
 * follows it is dropped, and letter_sink_finish() tells it, once.
 */
#ifndef LETTER_BASE_SINK_H
#define LETTER_BASE_SINK_H

#include <glib.h>

#include "base/source.h"

typedef struct LetterSink LetterSink;

/* Takes bytes on; FALSE with @error set where it cannot. */
typedef gboolean (*LetterSinkWrite)(gpointer target, const char *data, gsize size, GError **error);

/* Everything goes to the end of @text, which the caller owns. */
LetterSink *letter_sink_new_for_string(GString *text);

/* Gathers 64 KiB at a time for @write. */
LetterSink *letter_sink_new(LetterSinkWrite write, gpointer target);

/* Writes to an open file descriptor, which stays open.  @name is for errors:
   G_FILE_ERROR, "name: No space left on device". */
LetterSink *letter_sink_new_for_fd(int fd, const char *name);

/* No more than @size bytes in all; the next one fails with
   G_FILE_ERROR_FAILED.  0 is no limit, as at the start. */
void letter_sink_set_limit(LetterSink *sink, gsize size);

void letter_sink_write(LetterSink *sink, const char *data, gsize size);
void letter_sink_puts(LetterSink *sink, const char *text);
void letter_sink_putc(LetterSink *sink, char byte);
void letter_sink_slice(LetterSink *sink, LetterSlice slice);
void letter_sink_printf(LetterSink *sink, const char *format, ...) G_GNUC_PRINTF(2, 3);

/* How many bytes were written so far, and whether a write has failed. */
gsize letter_sink_size(const LetterSink *sink);
gboolean letter_sink_failed(const LetterSink *sink);

/* Whether it was the limit that made a write fail. */
gboolean letter_sink_is_full(const LetterSink *sink);

/* Passes on what is gathered.  FALSE with @error where any write failed. */
gboolean letter_sink_finish(LetterSink *sink, GError **error);

void letter_sink_free(LetterSink *sink);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(LetterSink, letter_sink_free)

#endif
