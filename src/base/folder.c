/*
 * folder.c - files below one folder, and never outside it.
 *
 * The kernel's own rule decides (openat2 with RESOLVE_BENEATH), so that no
 * link can be swapped between a look and a read.  Where a kernel has no such
 * call, every step is opened by itself and no symbolic link is followed.
 */
#include "base/folder.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

#ifdef __linux__
#include <linux/openat2.h>
#endif

#include <glib/gstdio.h>

#define READ_FLAGS (O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY)

struct LetterFolder {
    int fd;
};

G_DEFINE_QUARK(letter_folder_error_quark, letter_folder_error)

/* What a failed call means; errno is the caller's. */
static LetterFolderError meaning_of(int code)
{
    switch (code) {
    case EXDEV:
    case ELOOP:
        return LETTER_FOLDER_ERROR_OUTSIDE;
    case ENOENT:
    case ENOTDIR:
        return LETTER_FOLDER_ERROR_MISSING;
    default:
        return LETTER_FOLDER_ERROR_SYSTEM;
    }
}

static void set_error(GError **error, LetterFolderError meaning, const char *path, const char *why)
{
    g_autofree char *shown = g_filename_display_name(path);

    /* "Invalid cross-device link" would puzzle everybody. */
    g_set_error(error, LETTER_FOLDER_ERROR, (int)meaning, "%s: %s", shown,
                meaning == LETTER_FOLDER_ERROR_OUTSIDE ? "it leads out of the folder" : why);
}

LetterFolder *letter_folder_open(const char *path, GError **error)
{
    int fd = g_open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC, 0);
    LetterFolder *folder;

    if (fd < 0) {
        set_error(error, meaning_of(errno), path, g_strerror(errno));
        return NULL;
    }
    folder = g_new0(LetterFolder, 1);
    folder->fd = fd;
    return folder;
}

void letter_folder_free(LetterFolder *folder)
{
    if (folder == NULL)
        return;
    close(folder->fd);
    g_free(folder);
}

/* Opens step by step without following a link; `..` never leaves a step. */
static int open_step_by_step(int folder, const char *path)
{
    g_auto(GStrv) steps = g_strsplit(path, "/", -1);
    int at = fcntl(folder, F_DUPFD_CLOEXEC, 0);

    for (guint i = 0; at >= 0 && steps[i] != NULL; i++) {
        gboolean last = steps[i + 1] == NULL;
        int next;

        if (strcmp(steps[i], "..") == 0) {
            close(at);
            errno = EXDEV;
            return -1;
        }
        if (steps[i][0] == '\0' || strcmp(steps[i], ".") == 0)
            continue;
        next = openat(at, steps[i], READ_FLAGS | O_NOFOLLOW | (last ? 0 : O_DIRECTORY));
        close(at);
        at = next;
    }
    return at;
}

static int open_beneath(int folder, const char *path)
{
#if defined(__linux__) && defined(SYS_openat2)
    struct open_how how = { .flags = READ_FLAGS,
                            .resolve = RESOLVE_BENEATH | RESOLVE_NO_MAGICLINKS };
    int fd = (int)syscall(SYS_openat2, folder, path, &how, sizeof how);

    if (fd >= 0 || (errno != ENOSYS && errno != EPERM))
        return fd;
#endif
    return open_step_by_step(folder, path);
}

/* Reads what an open file holds, and one byte more than allowed at most. */
static GBytes *read_file(int fd, const char *path, gsize max_size, GError **error)
{
    g_autoptr(GByteArray) content = g_byte_array_new();
    guint8 piece[64 * 1024];
    gssize got;

    while ((got = read(fd, piece, sizeof piece)) != 0) {
        if (got < 0 && errno == EINTR)
            continue;
        if (got < 0) {
            set_error(error, LETTER_FOLDER_ERROR_SYSTEM, path, g_strerror(errno));
            return NULL;
        }
        if ((gsize)got > max_size - content->len) {
            set_error(error, LETTER_FOLDER_ERROR_TOO_LARGE, path, "larger than allowed");
            return NULL;
        }
        g_byte_array_append(content, piece, (guint)got);
    }
    return g_byte_array_free_to_bytes(g_steal_pointer(&content));
}

GBytes *letter_folder_read(const LetterFolder *folder, const char *path, gsize max_size,
                           GError **error)
{
    int fd = open_beneath(folder->fd, path);
    struct stat status;
    GBytes *bytes = NULL;

    if (fd < 0) {
        set_error(error, meaning_of(errno), path, g_strerror(errno));
        return NULL;
    }
    if (fstat(fd, &status) < 0)
        set_error(error, LETTER_FOLDER_ERROR_SYSTEM, path, g_strerror(errno));
    else if (!S_ISREG(status.st_mode))
        set_error(error, LETTER_FOLDER_ERROR_NOT_REGULAR, path, "not a regular file");
    else
        bytes = read_file(fd, path, max_size, error);
    close(fd);
    return bytes;
}

static gint compare_names(gconstpointer a, gconstpointer b)
{
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

/* Takes the descriptor over. */
static GPtrArray *list_names(int fd, const char *path, GError **error)
{
    g_autoptr(GPtrArray) names = g_ptr_array_new_with_free_func(g_free);
    DIR *entries = fdopendir(fd);
    const struct dirent *entry;
    int fault;

    if (entries == NULL) {
        set_error(error, LETTER_FOLDER_ERROR_SYSTEM, path, g_strerror(errno));
        close(fd);
        return NULL;
    }
    for (errno = 0; (entry = readdir(entries)) != NULL; errno = 0) {
        if (strcmp(entry->d_name, ".") != 0 && strcmp(entry->d_name, "..") != 0)
            g_ptr_array_add(names, g_strdup(entry->d_name));
    }
    fault = errno;
    closedir(entries);
    if (fault != 0) {
        set_error(error, LETTER_FOLDER_ERROR_SYSTEM, path, g_strerror(fault));
        return NULL;
    }
    g_ptr_array_sort(names, compare_names);
    return g_steal_pointer(&names);
}

GPtrArray *letter_folder_list(const LetterFolder *folder, const char *path, GError **error)
{
    int fd = open_beneath(folder->fd, path);
    struct stat status;

    if (fd < 0) {
        set_error(error, meaning_of(errno), path, g_strerror(errno));
        return NULL;
    }
    if (fstat(fd, &status) == 0 && S_ISDIR(status.st_mode))
        return list_names(fd, path, error);
    set_error(error, LETTER_FOLDER_ERROR_NOT_REGULAR, path, "not a folder");
    close(fd);
    return NULL;
}
