/*
 * datum.c - names in a schema.
 */
#include "template/datum.h"

#include <string.h>

#include "text/spelling.h"

const LetterField *letter_class_find(const LetterClass *class, LetterSlice name)
{
    if (class->fields == NULL)
        return NULL;
    for (const LetterField *field = class->fields; field->name != NULL; field++)
        if (field->name[0] == name.data[0] && strncmp(field->name, name.data, name.size) == 0 &&
            field->name[name.size] == '\0')
            return field;
    return NULL;
}

const LetterField *letter_schema_find(const LetterSchema *schema, LetterSlice name)
{
    for (guint i = 0; i < schema->size; i++) {
        const LetterClass *class = schema->classes[i];
        const LetterField *field = class->is_dotted ? NULL : letter_class_find(class, name);

        if (field != NULL)
            return field;
    }
    return NULL;
}

const char *letter_schema_nearest(const LetterSchema *schema, LetterSlice name)
{
    g_autoptr(GPtrArray) names = g_ptr_array_new();
    g_autofree char *word = g_strndup(name.data, name.size);

    for (guint i = 0; i < schema->size; i++) {
        const LetterClass *class = schema->classes[i];
        const LetterField *field = class->is_dotted ? NULL : class->fields;

        for (; field != NULL && field->name != NULL; field++)
            g_ptr_array_add(names, (gpointer)field->name);
    }
    return letter_spelling_nearest(word, (const char *const *)names->pdata, names->len);
}
