/*
 * names.c - what a source of signatories calls the keys.
 */
#include "model/names.h"

#include <string.h>

struct LetterNames {
    GHashTable *keys;    /* of the source's names: the key of each */
    GHashTable *renamed; /* the keys that have another name */
    GHashTable *ignored;
};

LetterNames *letter_names_new(const LetterGroupDraft *draft)
{
    LetterNames *names = g_new0(LetterNames, 1);

    names->keys = g_hash_table_new(g_str_hash, g_str_equal);
    names->renamed = g_hash_table_new(g_str_hash, g_str_equal);
    names->ignored = g_hash_table_new(g_str_hash, g_str_equal);
    for (guint i = 0; draft->fields != NULL && i < draft->fields->len; i++) {
        const LetterFieldName *field = &g_array_index(draft->fields, LetterFieldName, i);

        g_hash_table_insert(names->keys, (gpointer)field->name.text, (gpointer)field->key.text);
        g_hash_table_add(names->renamed, (gpointer)field->key.text);
    }
    for (guint i = 0; draft->ignore != NULL && i < draft->ignore->len; i++)
        g_hash_table_add(names->ignored,
                         (gpointer)g_array_index(draft->ignore, LetterText, i).text);
    return names;
}

void letter_names_free(LetterNames *names)
{
    if (names == NULL)
        return;
    g_hash_table_unref(names->keys);
    g_hash_table_unref(names->renamed);
    g_hash_table_unref(names->ignored);
    g_free(names);
}

LetterNameMeaning letter_names_find(const LetterNames *names, const char *name, LetterKey *key)
{
    const char *mapped = g_hash_table_lookup(names->keys, name);

    if (mapped != NULL && letter_table_resolve(&letter_schema_signatory, mapped, key))
        return LETTER_NAME_KNOWN;
    if (g_hash_table_contains(names->ignored, name))
        return LETTER_NAME_IGNORED;
    if (!g_hash_table_contains(names->renamed, name)) {
        const LetterKey *own = letter_table_find(&letter_schema_signatory, name);

        if (own != NULL) {
            *key = *own;
            return LETTER_NAME_KNOWN;
        }
        if (letter_table_resolve(&letter_schema_signatory, name, key))
            return LETTER_NAME_KNOWN;
    }
    return g_hash_table_contains(names->ignored, "*") ? LETTER_NAME_IGNORED : LETTER_NAME_UNKNOWN;
}

/* As YAML takes it within brackets. */
static char *quote(const char *name)
{
    g_auto(GStrv) parts = NULL;
    g_autofree char *doubled = NULL;

    if (*name != '\0' && name[strspn(name, G_CSET_a_2_z G_CSET_A_2_Z G_CSET_DIGITS "_")] == '\0')
        return g_strdup(name);
    parts = g_strsplit(name, "'", -1);
    doubled = g_strjoinv("''", parts);
    return g_strconcat("'", doubled, "'", NULL);
}

/* Of a table that names no columns the first row is a person. */
static gboolean may_be_private(const char *name)
{
    return strchr(name, '@') != NULL || *name == '+' || g_ascii_isdigit(*name);
}

void letter_names_report(const char *name, const LetterSource *source, LetterSpan span,
                         LetterDiagnostics *diagnostics)
{
    const char *meant = letter_table_suggest(&letter_schema_signatory, name);
    g_autofree char *quoted = quote(name);

    if (may_be_private(name))
        letter_diagnostics_add_with(diagnostics, LETTER_RULE_UNKNOWN_FIELD, source, span, "…",
                                    "'*'", NULL);
    else if (meant == NULL)
        letter_diagnostics_add_with(diagnostics, LETTER_RULE_UNKNOWN_FIELD, source, span, name,
                                    quoted, NULL);
    else if (g_ascii_strcasecmp(meant, name) == 0 && strcmp(meant, name) != 0)
        letter_diagnostics_add_with(diagnostics, LETTER_RULE_KEY_CASE, source, span, name, meant,
                                    NULL);
    else
        letter_diagnostics_add_with(diagnostics, LETTER_RULE_FIELD_NAME, source, span, name, meant,
                                    quoted, NULL);
}
