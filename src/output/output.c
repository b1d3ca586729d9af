/*
 * output.c - files that are whole at any moment: the old one or the new one.
 *
 * GLib's g_file_set_contents_full() gives a file new permissions and names its
 * temporary file in errors, hence the steps are taken one by one here.
 */
#include "output/output.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <glib/gstdio.h>

#include "base/printable.h"
#include "base/sink.h"

/* Short, so that a long file name cannot make the temporary one too long. */
#define TEMPORARY_NAME ".letterctl-XXXXXX"

static gboolean fail(const char *path, int code, GError **error)
{
    g_autofree char *shown = letter_printable_name(path);

    g_set_error(error, G_FILE_ERROR, (int)g_file_error_from_errno(code), "%s: %s", shown,
                g_strerror(code));
    return FALSE;
}

static gboolean write_all(int fd, const char *path, LetterSlice content, GError **error)
{
    g_autofree char *shown = letter_printable_name(path);
    g_autoptr(LetterSink) sink = letter_sink_new_for_fd(fd, shown);

    letter_sink_slice(sink, content);
    return letter_sink_finish(sink, error);
}

/* A device or a pipe: there is no old content to keep. */
static gboolean write_stream(const char *path, LetterSlice content, GError **error)
{
    int fd = g_open(path, O_WRONLY | O_CLOEXEC | O_NOCTTY, 0);
    gboolean written;

    if (fd < 0)
        return fail(path, errno, error);
    written = write_all(fd, path, content, error);
    if (close(fd) < 0 && written)
        return fail(path, errno, error);
    return written;
}

static gboolean holds_already(const char *path, LetterSlice content)
{
    g_autoptr(GMappedFile) file = g_mapped_file_new(path, FALSE, NULL);

    return file != NULL && g_mapped_file_get_length(file) == content.size &&
           (content.size == 0 ||
            memcmp(g_mapped_file_get_contents(file), content.data, content.size) == 0);
}

static gboolean fill(int fd, const char *path, LetterSlice content, const struct stat *old,
                     GError **error)
{
    if (!write_all(fd, path, content, error))
        return FALSE;
    if (old == NULL)
        return TRUE;
    /* The new bytes reach the disk before the old ones are let go; a file that
       was not there has nothing to lose. */
    if (fchmod(fd, old->st_mode & 07777) < 0 || fsync(fd) < 0)
        return fail(path, errno, error);
    return TRUE;
}

static gboolean replace(const char *path, LetterSlice content, const struct stat *old,
                        GError **error)
{
    g_autofree char *folder = g_path_get_dirname(path);
    g_autofree char *temporary = g_build_filename(folder, TEMPORARY_NAME, NULL);
    int fd = g_mkstemp_full(temporary, O_WRONLY | O_CLOEXEC, 0666);
    gboolean replaced;

    if (fd < 0)
        return fail(path, errno, error);
    replaced = fill(fd, path, content, old, error);
    if (close(fd) < 0 && replaced)
        replaced = fail(path, errno, error);
    if (replaced && g_rename(temporary, path) < 0)
        replaced = fail(path, errno, error);
    if (!replaced)
        g_unlink(temporary);
    return replaced;
}

static gboolean write_file(const char *path, LetterSlice content, const struct stat *old,
                           LetterOutputState *state, GError **error)
{
    if (old != NULL && holds_already(path, content)) {
        *state = LETTER_OUTPUT_UNCHANGED;
        return TRUE;
    }
    /* A rename asks the folder alone; the file's own protection counts too. */
    if (old != NULL && faccessat(AT_FDCWD, path, W_OK, AT_EACCESS) < 0)
        return fail(path, errno, error);
    return replace(path, content, old, error);
}

/* The file at the end of a symbolic link, which the user asked to write. */
static gboolean write_linked(const char *path, LetterSlice content, LetterOutputState *state,
                             GError **error)
{
    char *target = realpath(path, NULL);
    struct stat old;
    gboolean written;

    if (target == NULL)
        return fail(path, errno, error);
    if (g_stat(target, &old) < 0)
        written = fail(path, errno, error);
    else
        written = write_file(target, content, &old, state, error);
    free(target);
    return written;
}

gboolean letter_output_write(const char *path, LetterSlice content, LetterOutputLink link,
                             LetterOutputState *state, GError **error)
{
    struct stat here, there;

    *state = LETTER_OUTPUT_WRITTEN;
    if (lstat(path, &here) < 0)
        return errno == ENOENT ? write_file(path, content, NULL, state, error)
                               : fail(path, errno, error);
    if (S_ISLNK(here.st_mode) && link == LETTER_OUTPUT_REPLACE_LINK)
        return replace(path, content, NULL, error);
    if (g_stat(path, &there) < 0)
        return fail(path, errno, error);
    if (S_ISDIR(there.st_mode))
        return fail(path, EISDIR, error);
    if (!S_ISREG(there.st_mode))
        return write_stream(path, content, error);
    return S_ISLNK(here.st_mode) ? write_linked(path, content, state, error)
                                 : write_file(path, content, &there, state, error);
}
