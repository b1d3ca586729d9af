/*
 * value.c - the free-form values of `extra`.
 */
#include "model/value.h"

#include <string.h>

LetterExtra *letter_extra_new(LetterValueKind kind)
{
    LetterExtra *extra = g_new0(LetterExtra, 1);

    extra->kind = kind;
    if (kind == LETTER_VALUE_LIST || kind == LETTER_VALUE_MAPPING)
        extra->values = g_ptr_array_new_with_free_func((GDestroyNotify)letter_extra_free);
    if (kind == LETTER_VALUE_MAPPING)
        extra->keys = g_ptr_array_new_with_free_func(g_free);
    return extra;
}

void letter_extra_free(LetterExtra *extra)
{
    if (extra == NULL)
        return;
    g_clear_pointer(&extra->values, g_ptr_array_unref);
    g_clear_pointer(&extra->keys, g_ptr_array_unref);
    g_free(extra);
}

static gboolean find_index(const LetterExtra *mapping, const char *key, guint *index)
{
    if (mapping == NULL || mapping->kind != LETTER_VALUE_MAPPING)
        return FALSE;
    return g_ptr_array_find_with_equal_func(mapping->keys, key, g_str_equal, index);
}

const LetterExtra *letter_extra_find(const LetterExtra *mapping, const char *key)
{
    guint index;

    return find_index(mapping, key, &index) ? g_ptr_array_index(mapping->values, index) : NULL;
}

void letter_extra_add(LetterExtra *mapping, const char *key, LetterExtra *value)
{
    g_ptr_array_add(mapping->keys, g_strdup(key));
    g_ptr_array_add(mapping->values, value);
}

void letter_extra_remove(LetterExtra *mapping, const char *key)
{
    guint index;

    if (!find_index(mapping, key, &index))
        return;
    g_ptr_array_remove_index(mapping->keys, index);
    g_ptr_array_remove_index(mapping->values, index);
}

void letter_extra_put(LetterExtra *mapping, const char *key, LetterExtra *value)
{
    guint index;

    if (find_index(mapping, key, &index)) {
        letter_extra_free(g_ptr_array_index(mapping->values, index));
        g_ptr_array_index(mapping->values, index) = value;
        return;
    }
    letter_extra_add(mapping, key, value);
}
