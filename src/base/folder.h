/*
 * folder.h - files below one folder, and never outside it.
 *
 * A letter names pictures and attachments by paths of its own; a template
 * folder may come from a stranger.  What an absolute path, `..` or a symbolic
 * link would reach outside the folder is refused, and only regular files are
 * read.
 */
#ifndef LETTER_BASE_FOLDER_H
#define LETTER_BASE_FOLDER_H

#include <glib.h>

typedef struct LetterFolder LetterFolder;

#define LETTER_FOLDER_ERROR (letter_folder_error_quark())

typedef enum LetterFolderError {
    LETTER_FOLDER_ERROR_OUTSIDE,     /* absolute, or leaves the folder */
    LETTER_FOLDER_ERROR_MISSING,     /* no such file */
    LETTER_FOLDER_ERROR_NOT_REGULAR, /* a folder, a device, a pipe */
    LETTER_FOLDER_ERROR_TOO_LARGE,   /* more than the size asked for */
    LETTER_FOLDER_ERROR_SYSTEM,      /* no permission, a read that failed */
} LetterFolderError;

GQuark letter_folder_error_quark(void);

/* The folder is opened once; NULL with LETTER_FOLDER_ERROR where it cannot. */
LetterFolder *letter_folder_open(const char *path, GError **error);
void letter_folder_free(LetterFolder *folder);

/* The bytes of the file at @path below the folder; errors name @path. */
GBytes *letter_folder_read(const LetterFolder *folder, const char *path, gsize max_size,
                           GError **error);

/* The names in the folder at @path, in byte order; those that begin with a dot
   with them, `.` and `..` not. */
GPtrArray *letter_folder_list(const LetterFolder *folder, const char *path, GError **error);

/* How files that a letter names are read: from a folder, or out of memory.
   Errors are those of a folder. */
typedef struct LetterFiles {
    GBytes *(*read)(gpointer data, const char *path, gsize max_size, GError **error);
    GPtrArray *(*list)(gpointer data, const char *path, GError **error);
    gpointer data;
} LetterFiles;

G_DEFINE_AUTOPTR_CLEANUP_FUNC(LetterFolder, letter_folder_free)

#endif
