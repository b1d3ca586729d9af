/*
 * style.c - how parts of a letter look: role to declarations.
 */
#include <string.h>

#include "template/style_table.h"

/* An entry of the built-in style. */
typedef struct BuiltinEntry {
    const char *name;
    const char *value;
} BuiltinEntry;

#include "builtin_style.inc"

typedef struct RoleRow {
    const char *name;
    const char *selector;
} RoleRow;

static const RoleRow roles[] = {
#define ROLE(name, selector) { name, selector },
#include "template/roles.def"
#undef ROLE
};

/* Writes declarations with colours, or with variables for them.  FALSE where a
   colour is not known. */
static gboolean replace_colors(const LetterStyle *style, const char *typed, gboolean as_variables,
                               GString *text)
{
    gboolean is_known = TRUE;

    while (*typed != '\0') {
        gsize plain = strcspn(typed, "$");
        gsize size = 1;

        g_string_append_len(text, typed, (gssize)plain);
        typed += plain;
        if (*typed == '\0')
            break;
        while (letter_style_is_name_byte(typed[size]))
            size++;
        g_autofree char *name = g_strndup(typed + 1, size - 1);
        const char *value = g_hash_table_lookup(style->colors, name);

        is_known = is_known && value != NULL;
        if (as_variables)
            g_string_append_printf(text, "var(--%s)", name);
        else
            g_string_append(text, value == NULL ? "" : value);
        typed += size;
    }
    return is_known;
}

LetterStyle *letter_style_new(void)
{
    LetterStyle *style = g_new0(LetterStyle, 1);

    style->colors = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, g_free);
    style->dark = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, g_free);
    return style;
}

guint letter_style_resolve(LetterStyle *style, guint from)
{
    for (guint i = from; i < LETTER_ROLE_COUNT; i++) {
        g_autoptr(GString) text = NULL;
        gboolean is_known;

        if (style->typed[i] == NULL)
            continue;
        text = g_string_new(NULL);
        is_known = replace_colors(style, style->typed[i], FALSE, text);
        style->on_element[i] = g_strdup(text->str);
        if (!is_known)
            return i;
    }
    return LETTER_ROLE_COUNT;
}

static void add_entries(GHashTable *colors, const BuiltinEntry *entries, gsize count)
{
    for (gsize i = 0; i < count; i++)
        g_hash_table_insert(colors, g_strdup(entries[i].name), g_strdup(entries[i].value));
}

LetterStyle *letter_style_builtin(void)
{
    LetterStyle *style = letter_style_new();

    add_entries(style->colors, builtin_colors, G_N_ELEMENTS(builtin_colors));
    add_entries(style->dark, builtin_dark, G_N_ELEMENTS(builtin_dark));
    for (gsize i = 0; i < G_N_ELEMENTS(builtin_roles); i++)
        style->typed[letter_style_find_role(letter_slice(builtin_roles[i].name))] =
            g_strdup(builtin_roles[i].value);
    letter_style_resolve(style, 0);
    return style;
}

void letter_style_free(LetterStyle *style)
{
    if (style == NULL)
        return;
    for (gsize i = 0; i < G_N_ELEMENTS(roles); i++) {
        g_free(style->typed[i]);
        g_free(style->on_element[i]);
    }
    g_hash_table_unref(style->colors);
    g_hash_table_unref(style->dark);
    g_free(style);
}

const char *letter_style_role(guint index)
{
    return index < G_N_ELEMENTS(roles) ? roles[index].name : NULL;
}

gint letter_style_find_role(LetterSlice role)
{
    for (gsize i = 0; i < G_N_ELEMENTS(roles); i++)
        if (letter_slice_equals(role, roles[i].name))
            return (gint)i;
    return -1;
}

const char *letter_style_get(const LetterStyle *style, guint index)
{
    return index < G_N_ELEMENTS(roles) ? style->on_element[index] : NULL;
}

const char *letter_style_declarations(const LetterStyle *style, const char *role)
{
    gint index = letter_style_find_role(letter_slice(role));

    return index < 0 ? NULL : style->on_element[index];
}

static gint compare_names(gconstpointer a, gconstpointer b)
{
    return strcmp(a, b);
}

/* Sorted, since a hash table has no order of its own. */
static void write_colors(GHashTable *colors, LetterSink *sink)
{
    g_autoptr(GList) names = g_list_sort(g_hash_table_get_keys(colors), compare_names);
    const char *separator = "";

    letter_sink_puts(sink, ":root{");
    for (GList *name = names; name != NULL; name = name->next) {
        letter_sink_printf(sink, "%s--%s:%s", separator, (const char *)name->data,
                           (const char *)g_hash_table_lookup(colors, name->data));
        separator = ";";
    }
    letter_sink_puts(sink, "}\n");
}

void letter_style_write_sheet(const LetterStyle *style, LetterSink *sink)
{
    g_autoptr(GString) text = g_string_new(NULL);

    if (g_hash_table_size(style->colors) > 0)
        write_colors(style->colors, sink);
    if (g_hash_table_size(style->dark) > 0) {
        letter_sink_puts(sink, "@media screen and (prefers-color-scheme:dark){");
        write_colors(style->dark, sink);
        letter_sink_puts(sink, "}\n");
    }
    for (gsize i = 0; i < G_N_ELEMENTS(roles); i++) {
        if (style->typed[i] == NULL)
            continue;
        g_string_truncate(text, 0);
        g_string_append(text, roles[i].selector);
        g_string_append_c(text, '{');
        replace_colors(style, style->typed[i], TRUE, text);
        g_string_append(text, "}\n");
        letter_sink_write(sink, text->str, text->len);
    }
}
