/*
 * style_read.c - reads a style file: style.yaml.
 */
#include <string.h>

#include "front/front_matter.h"
#include "front/yaml.h"
#include "template/style_table.h"
#include "text/spelling.h"

typedef struct Reader {
    LetterStyle *style;
    const LetterSource *source;
    LetterSpan spans[LETTER_ROLE_COUNT]; /* of the declarations */
    LetterYaml *yaml;
    LetterDiagnostics *diagnostics;
} Reader;

static void complain(const Reader *reader, LetterSpan span, const char *what)
{
    letter_diagnostics_add_with(reader->diagnostics, LETTER_RULE_STYLE_DECLARATION, reader->source,
                                span, what, NULL);
}

static void complain_twice(const Reader *reader, const char *name, LetterSpan span)
{
    letter_diagnostics_add_with(reader->diagnostics, LETTER_RULE_DUPLICATE_KEY, reader->source,
                                span, name, NULL);
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
        if (!letter_style_is_name_byte(*at))
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
        if (reader->spans[role].end > 0)
            complain_twice(reader, name, key);
        g_free(reader->style->typed[role]);
        reader->style->typed[role] = read_declarations(reader, value);
        reader->spans[role] = value->span;
    } else {
        const char *names[LETTER_ROLE_COUNT];
        const char *nearest;
        g_autofree char *what = NULL;

        for (guint i = 0; i < LETTER_ROLE_COUNT; i++)
            names[i] = letter_style_role(i);
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
        if (!letter_style_is_name_byte(*at)) {
            complain(reader, key, "a colour's name has letters, digits and '-' alone");
            return;
        }
    if (!is_safe(reader, value))
        return;
    if (strpbrk(value->text.data, ";$") != NULL || value->text.size == 0)
        complain(reader, value->span, "a colour is one value, such as '#1f4e79'");
    else if (!g_hash_table_replace(colors, g_strdup(name), g_strdup(value->text.data)))
        complain_twice(reader, name, key);
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

LetterStyle *letter_style_parse(LetterSource *source, LetterDiagnostics *diagnostics)
{
    g_autoptr(LetterYaml) yaml =
        letter_yaml_new(source, (LetterSpan){ 0, source->size }, diagnostics);
    Reader reader = {
        .style = letter_style_new(), .source = source, .yaml = yaml, .diagnostics = diagnostics
    };
    guint unknown;

    if (letter_front_matter_check_encoding(source, diagnostics))
        read_all(&reader);
    for (guint from = 0;; from = unknown + 1) {
        unknown = letter_style_resolve(reader.style, from);
        if (unknown == LETTER_ROLE_COUNT)
            break;
        complain(&reader, reader.spans[unknown], "this names a colour that 'colors' does not have");
    }
    return reader.style;
}
