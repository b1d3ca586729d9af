/*
 * collisions.c - outputs that would overwrite each other, or a letter.
 */
#include "cli/collisions.h"

#include <glib/gstdio.h>

struct LetterCollisions {
    GHashTable *inputs;  /* what a file is on the disk -> its path */
    GHashTable *outputs; /* path -> owner */
};

LetterCollisions *letter_collisions_new(void)
{
    LetterCollisions *collisions = g_new0(LetterCollisions, 1);

    collisions->inputs = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    collisions->outputs = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    return collisions;
}

void letter_collisions_free(LetterCollisions *collisions)
{
    if (collisions == NULL)
        return;
    g_hash_table_unref(collisions->inputs);
    g_hash_table_unref(collisions->outputs);
    g_free(collisions);
}

/* One file has many paths, but one device and number; NULL where there is no
   such file. */
static char *identify(const char *path)
{
    GStatBuf status;

    if (g_stat(path, &status) < 0 || !S_ISREG(status.st_mode))
        return NULL;
    return g_strdup_printf("%" G_GUINT64_FORMAT ":%" G_GUINT64_FORMAT, (guint64)status.st_dev,
                           (guint64)status.st_ino);
}

void letter_collisions_add_input(LetterCollisions *collisions, const char *path)
{
    char *identity = identify(path);

    if (identity != NULL)
        g_hash_table_insert(collisions->inputs, identity, (gpointer)path);
}

const char *letter_collisions_add_output(LetterCollisions *collisions, const char *path,
                                         const char *owner, gboolean *is_input)
{
    g_autofree char *identity = identify(path);
    const char *input = identity != NULL ? g_hash_table_lookup(collisions->inputs, identity) : NULL;
    const char *other = g_hash_table_lookup(collisions->outputs, path);

    *is_input = input != NULL;
    if (input != NULL || other != NULL)
        return input != NULL ? input : other;
    g_hash_table_insert(collisions->outputs, g_strdup(path), (gpointer)owner);
    return NULL;
}
