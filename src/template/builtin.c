/*
 * builtin.c - the files that are compiled into the program.
 *
 * The table is written by embed.sh when the program is built.
 */
#include "template/builtin.h"

#include <stdlib.h>
#include <string.h>

typedef struct {
    const char *name;
    const unsigned char *data;
    gsize size;
} BuiltinFile;

#include "builtin_files.inc"

/* The last row is empty, so that a table without files is a table too. */
static const gsize n_builtin_files = G_N_ELEMENTS(builtin_files) - 1;

static int compare_name(const void *name, const void *file)
{
    return strcmp(name, ((const BuiltinFile *)file)->name);
}

GBytes *letter_builtin_find(const char *path)
{
    const BuiltinFile *file =
        bsearch(path, builtin_files, n_builtin_files, sizeof builtin_files[0], compare_name);

    return file == NULL ? NULL : g_bytes_new_static(file->data, file->size);
}

const char *letter_builtin_name(guint index)
{
    return index < n_builtin_files ? builtin_files[index].name : NULL;
}
