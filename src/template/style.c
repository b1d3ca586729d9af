/*
 * style.c - how parts of a letter look: role to declarations.
 */
#include "template/style.h"

#include <string.h>

#include "front/yaml.h"
#include "text/spelling.h"

typedef struct RoleRow {
    const char *name;
    const char *selector;
} RoleRow;

static const RoleRow roles[] = {
#define ROLE(name, selector) { name, selector },
#include "template/roles.def"
#undef ROLE
};

struct LetterStyle {
    LetterSource *source;
    GHashTable *colors, *dark;             /* name to value */
    char *typed[G_N_ELEMENTS(roles)];      /* declarations as they were written */
    char *on_element[G_N_ELEMENTS(roles)]; /* colours put in; NULL where absent */
    LetterSpan spans[G_N_ELEMENTS(roles)];
};

typedef struct Reader {
    LetterStyle *style;
    LetterYaml *yaml;
    LetterDiagnostics *diagnostics;
} Reader;

static void complain(const Reader *reader, LetterSpan span, const char *what)
{
    letter_diagnostics_add_with(reader->diagnostics, LETTER_RULE_STYLE_DECLARATION,
                                reader->style->source, span, what, NULL);
}

/* A declaration must stay one: it cannot end its rule, its element or its
   attribute, nor load anything. */
static const char *find_danger(const char *text)
{
    static const char *const dangers[] = { "{",  "}",  "<",    ">",           "@",          "\\",
                                           "\"", "/*", "url(", "expression(", "image-set(", "!ie" };
    g_autofree char *lower = g_ascii_strdown(text, -1);

    for (gsize i = 0; i < G_N_ELEMENTS(dangers); i++)
        if (strstr(lower, dangers[i]) != NULL)
            return dangers[i];
    return NULL;
}

static gboolean is_name_byte(char byte)
{
    return g_ascii_isalnum(byte) || byte == '-';
}

static gboolean is_safe(const Reader *reader, const LetterYamlEvent *event)
{
    const char *danger = find_danger(event->text.data);
    g_autofree char *what = NULL;

    if (danger == NULL && strlen(event->text.data) == event->text.size)
        return TRUE;
    what = g_strdup_printf("a style cannot hold '%s'", danger == NULL ? "\\0" : danger);
    complain(reader, event->span, what);
    return FALSE;
}

/* Puts one "property: value" at the end of @compact without needless blanks. */
static gboolean add_declaration(GString *compact, const char *declaration)
{
    const char *colon = strchr(declaration, ':');
    g_autofree char *property = NULL;
    g_autofree char *value = NULL;

    if (colon == NULL)
        return FALSE;
    property = g_strstrip(g_strndup(declaration, (gsize)(colon - declaration)));
    value = g_strstrip(g_strdup(colon + 1));
    if (*property == '\0' || *value == '\0')
        return FALSE;
    for (const char *at = property; *at != '\0'; at++)
        if (!is_name_byte(*at))
            return FALSE;
    if (compact->len > 0)
        g_string_append_c(compact, ';');
    g_string_append_printf(compact, "%s:%s", property, value);
    return TRUE;
}

static char *read_declarations(const Reader *reader, const LetterYamlEvent *event)
{
    g_autoptr(GString) compact = g_string_new(NULL);
    g_auto(GStrv) parts = NULL;

    if (!is_safe(reader, event))
        return NULL;
    parts = g_strsplit(event->text.data, ";", -1);
    for (char **part = parts; *part != NULL; part++) {
        g_strstrip(*part);
        if (**part != '\0' && !add_declaration(compact, *part)) {
            g_autofree char *what =
                g_strdup_printf("'%s' is no declaration; write 'property: value'", *part);

            complain(reader, event->span, what);
        }
    }
    return g_strdup(compact->str);
}

static void read_role(Reader *reader, const char *name, LetterSpan key,
                      const LetterYamlEvent *value)
{
    gint role = letter_style_find_role(letter_slice(name));

    if (role >= 0) {
        reader->style->typed[role] = read_declarations(reader, value);
        reader->style->spans[role] = value->span;
    } else {
        const char *names[G_N_ELEMENTS(roles)];
        const char *nearest;
        g_autofree char *what = NULL;

        for (gsize i = 0; i < G_N_ELEMENTS(roles); i++)
            names[i] = roles[i].name;
        nearest = letter_spelling_nearest(name, names, G_N_ELEMENTS(names));
        what = nearest == NULL
                   ? g_strdup_printf("there is no role '%s'", name)
                   : g_strdup_printf("there is no role '%s'; did you mean '%s'?", name, nearest);
        complain(reader, key, what);
    }
}

static void read_color(Reader *reader, GHashTable *colors, const char *name, LetterSpan key,
                       const LetterYamlEvent *value)
{
    for (const char *at = name; *at != '\0'; at++)
        if (!is_name_byte(*at)) {
            complain(reader, key, "a colour's name has letters, digits and '-' alone");
            return;
        }
    if (!is_safe(reader, value))
        return;
    if (strpbrk(value->text.data, ";$") != NULL || value->text.size == 0)
        complain(reader, value->span, "a colour is one value, such as '#1f4e79'");
    else
        g_hash_table_replace(colors, g_strdup(name), g_strdup(value->text.data));
}

/* Reads a mapping of texts: colours into @colors, roles where that is NULL. */
static void read_mapping(Reader *reader, const LetterYamlEvent *start, GHashTable *colors)
{
    LetterYamlEvent event;

    if (start->type != LETTER_YAML_MAPPING_START) {
        complain(reader, start->span, "a mapping is expected here");
        letter_yaml_skip(reader->yaml, start);
        return;
    }
    while (letter_yaml_next(reader->yaml, &event) && event.type == LETTER_YAML_SCALAR) {
        g_autofree char *name = g_strndup(event.text.data, event.text.size);
        LetterSpan key = event.span;

        if (!letter_yaml_next(reader->yaml, &event))
            return;
        if (event.type != LETTER_YAML_SCALAR) {
            complain(reader, event.span, "a text is expected here");
            letter_yaml_skip(reader->yaml, &event);
        } else if (colors != NULL) {
            read_color(reader, colors, name, key, &event);
        } else {
            read_role(reader, name, key, &event);
        }
    }
}

static void read_all(Reader *reader)
{
    LetterYamlEvent event;

    if (!letter_yaml_next(reader->yaml, &event))
        return;
    if (event.type != LETTER_YAML_MAPPING_START) {
        complain(reader, event.span, "a style file is a mapping: 'colors', 'dark', 'roles'");
        return;
    }
    while (letter_yaml_next(reader->yaml, &event) && event.type == LETTER_YAML_SCALAR) {
        g_autofree char *key = g_strndup(event.text.data, event.text.size);
        LetterSpan span = event.span;

        if (!letter_yaml_next(reader->yaml, &event))
            return;
        if (strcmp(key, "colors") == 0) {
            read_mapping(reader, &event, reader->style->colors);
        } else if (strcmp(key, "dark") == 0) {
            read_mapping(reader, &event, reader->style->dark);
        } else if (strcmp(key, "roles") == 0) {
            read_mapping(reader, &event, NULL);
        } else {
            complain(reader, span, "a style file holds 'colors', 'dark' and 'roles' alone");
            letter_yaml_skip(reader->yaml, &event);
        }
    }
}

/* Calls for each `$name` of @typed: @put writes what stands for it. */
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
        while (is_name_byte(typed[size]))
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

static void resolve(Reader *reader)
{
    LetterStyle *style = reader->style;

    for (gsize i = 0; i < G_N_ELEMENTS(roles); i++) {
        g_autoptr(GString) text = g_string_new(NULL);

        if (style->typed[i] == NULL)
            continue;
        if (!replace_colors(style, style->typed[i], FALSE, text))
            complain(reader, style->spans[i], "this names a colour that 'colors' does not have");
        style->on_element[i] = g_strdup(text->str);
    }
}

LetterStyle *letter_style_parse(LetterSource *source, LetterDiagnostics *diagnostics)
{
    LetterStyle *style = g_new0(LetterStyle, 1);
    g_autoptr(LetterYaml) yaml =
        letter_yaml_new(source, (LetterSpan){ 0, source->size }, diagnostics);
    Reader reader = { style, yaml, diagnostics };

    style->source = letter_source_ref(source);
    style->colors = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, g_free);
    style->dark = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, g_free);
    read_all(&reader);
    resolve(&reader);
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
    letter_source_unref(style->source);
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
    if (g_hash_table_size(style->colors) > 0)
        write_colors(style->colors, sink);
    if (g_hash_table_size(style->dark) > 0) {
        letter_sink_puts(sink, "@media screen and (prefers-color-scheme:dark){");
        write_colors(style->dark, sink);
        letter_sink_puts(sink, "}\n");
    }
    for (gsize i = 0; i < G_N_ELEMENTS(roles); i++) {
        g_autoptr(GString) text = g_string_new(NULL);

        if (style->typed[i] == NULL)
            continue;
        replace_colors(style, style->typed[i], TRUE, text);
        letter_sink_printf(sink, "%s{%s}\n", roles[i].selector, text->str);
    }
}
