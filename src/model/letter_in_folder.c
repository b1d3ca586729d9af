/*
 * letter_in_folder.c - a letter, and the files that it names, read from a folder.
 */
#include "model/letter.h"

/* The folder of a letter, opened when the letter first names a file. */
typedef struct Beside {
    const char *path;
    LetterFolder *folder;
} Beside;

static gboolean open_beside(Beside *beside, GError **error)
{
    if (beside->folder == NULL)
        beside->folder = letter_folder_open(beside->path, error);
    return beside->folder != NULL;
}

static GBytes *read_beside(gpointer data, const char *path, gsize max_size, GError **error)
{
    Beside *beside = data;

    return open_beside(beside, error) ? letter_folder_read(beside->folder, path, max_size, error)
                                      : NULL;
}

static GPtrArray *list_beside(gpointer data, const char *path, GError **error)
{
    Beside *beside = data;

    return open_beside(beside, error) ? letter_folder_list(beside->folder, path, error) : NULL;
}

Letter *letter_read_in_folder(LetterSource *source, const char *folder,
                              const LetterReadOptions *options, LetterDiagnostics *diagnostics)
{
    Beside beside = { folder, NULL };
    const LetterFiles files = { read_beside, list_beside, &beside };
    LetterReadOptions reading = { .files = NULL };
    Letter *letter;

    if (options != NULL)
        reading = *options;
    reading.files = &files;
    letter = letter_read(source, &reading, diagnostics);
    letter_folder_free(beside.folder);
    return letter;
}

Letter *letter_parse_in_folder(LetterSource *source, const char *folder,
                               LetterDiagnostics *diagnostics)
{
    return letter_read_in_folder(source, folder, NULL, diagnostics);
}
