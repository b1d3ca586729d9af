/*
 * references.c - the addresses of a plain text, numbered on from its notes.
 */
#include "body/references.h"

struct LetterReferences {
    guint first;
    GPtrArray *addresses; /* owned, by number */
    GHashTable *indexes;  /* address to its index in @addresses, from 1 */
};

LetterReferences *letter_references_new(guint first)
{
    LetterReferences *references = g_new0(LetterReferences, 1);

    references->first = first;
    references->addresses = g_ptr_array_new_with_free_func(g_free);
    references->indexes = g_hash_table_new(g_str_hash, g_str_equal);
    return references;
}

void letter_references_free(LetterReferences *references)
{
    if (references == NULL)
        return;
    g_hash_table_unref(references->indexes);
    g_ptr_array_unref(references->addresses);
    g_free(references);
}

guint letter_references_add(LetterReferences *references, const char *address)
{
    guint index = GPOINTER_TO_UINT(g_hash_table_lookup(references->indexes, address));

    if (index == 0) {
        char *copy = g_strdup(address);

        g_ptr_array_add(references->addresses, copy);
        index = references->addresses->len;
        g_hash_table_insert(references->indexes, copy, GUINT_TO_POINTER(index));
    }
    return references->first + index - 1;
}

guint letter_references_count(const LetterReferences *references)
{
    return references->addresses->len;
}

guint letter_references_first(const LetterReferences *references)
{
    return references->first;
}

const char *letter_references_get(const LetterReferences *references, guint index)
{
    return g_ptr_array_index(references->addresses, index);
}
