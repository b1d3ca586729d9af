/*
 * letter/source.h - the bytes that a letter or a template is read from.
 *
 * A source is a name, for diagnostics, and bytes that never change.  It is
 * counted by reference and may be shared between threads.
 */
#ifndef LETTER_SOURCE_PUBLIC_H
#define LETTER_SOURCE_PUBLIC_H

#include <glib.h>

G_BEGIN_DECLS

typedef struct LetterSource LetterSource;

/**
 * letter_source_new:
 * @name: what diagnostics call the source, a path as its user wrote it
 * @bytes: the content; a reference is taken
 *
 * Makes a source of bytes in memory.  The bytes need not be valid UTF-8.
 *
 * Returns: (transfer full): the source
 */
LetterSource *letter_source_new(const char *name, GBytes *bytes);

/**
 * letter_source_load:
 * @path: a regular file, in the encoding of file names
 * @error: set with G_FILE_ERROR where it cannot be read whole
 *
 * Reads a file.  A folder, a device or a pipe is refused, and what has more
 * than 64 MiB.
 *
 * Returns: (transfer full) (nullable): the source, named by @path
 */
LetterSource *letter_source_load(const char *path, GError **error);

/**
 * letter_source_load_stream:
 * @name: what diagnostics call the source, "<stdin>" say
 * @fd: an open file descriptor; it is read to its end and stays open
 * @error: set with G_FILE_ERROR where reading fails
 *
 * Reads all that a stream holds, 64 MiB at most.
 *
 * Returns: (transfer full) (nullable): the source
 */
LetterSource *letter_source_load_stream(const char *name, int fd, GError **error);

LetterSource *letter_source_ref(LetterSource *source);
void letter_source_unref(LetterSource *source);

/**
 * letter_source_get_name:
 *
 * Returns: the name it was made with, owned by the source
 */
const char *letter_source_get_name(const LetterSource *source);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(LetterSource, letter_source_unref)

G_END_DECLS

#endif
