/*
 * destination.c - where outputs go: standard output, a file, a folder.
 */
#include "cli/destination.h"

#include <errno.h>
#include <string.h>
#include <unistd.h>

#include <glib/gstdio.h>

#include "base/printable.h"
#include "base/sink.h"
#include "output/output.h"

LetterDestination letter_destination_of(const char *output)
{
    LetterDestination destination = { LETTER_DESTINATION_FILE, output };

    if (output == NULL || strcmp(output, "-") == 0)
        destination.kind = LETTER_DESTINATION_STREAM;
    else if (g_str_has_suffix(output, "/") || g_file_test(output, G_FILE_TEST_IS_DIR))
        destination.kind = LETTER_DESTINATION_FOLDER;
    return destination;
}

char *letter_destination_path(const LetterDestination *destination, const char *slug,
                              LetterFormat format)
{
    g_autofree char *name = NULL;

    if (destination->kind == LETTER_DESTINATION_STREAM)
        return NULL;
    if (destination->kind == LETTER_DESTINATION_FILE)
        return g_strdup(destination->path);
    name = g_strconcat(slug, ".", letter_format_extension(format), NULL);
    return g_build_filename(destination->path, name, NULL);
}

gboolean letter_destination_prepare(const LetterDestination *destination, GError **error)
{
    g_autofree char *shown = NULL;
    int code;

    if (destination->kind != LETTER_DESTINATION_FOLDER ||
        g_mkdir_with_parents(destination->path, 0777) == 0)
        return TRUE;
    code = errno;
    shown = letter_printable_name(destination->path);
    g_set_error(error, G_FILE_ERROR, (int)g_file_error_from_errno(code), "%s: %s", shown,
                g_strerror(code));
    return FALSE;
}

static gboolean write_stream(const GString *content, GError **error)
{
    g_autoptr(LetterSink) sink = letter_sink_new_for_fd(STDOUT_FILENO, "standard output");

    letter_sink_write(sink, content->str, content->len);
    return letter_sink_finish(sink, error);
}

gboolean letter_destination_write(const LetterDestination *destination, const char *path,
                                  const GString *content, gboolean *is_new, GError **error)
{
    LetterSlice bytes = { content->str, content->len };
    LetterOutputState state;

    *is_new = TRUE;
    if (destination->kind == LETTER_DESTINATION_STREAM)
        return write_stream(content, error);
    if (!letter_output_write(path, bytes,
                             destination->kind == LETTER_DESTINATION_FILE
                                 ? LETTER_OUTPUT_FOLLOW_LINK
                                 : LETTER_OUTPUT_REPLACE_LINK,
                             &state, error))
        return FALSE;
    *is_new = state == LETTER_OUTPUT_WRITTEN;
    return TRUE;
}
