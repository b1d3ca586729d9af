/*
 * mustache.c - a set of templates: files, their partials, the names in them.
 */
#include "template/mustache.h"

#include <string.h>

#include "front/encoding.h"
#include "template/mustache_tree.h"

/* Room for the nodes of most templates. */
#define MANY_NODES 64

static void free_template(gpointer data)
{
    LetterTemplate *compiled = data;

    g_array_unref(compiled->nodes);
    letter_source_unref(compiled->source);
    g_free(compiled);
}

/* As g_str_hash() does it. */
static guint hash_slice(gconstpointer key)
{
    const LetterSlice *text = key;
    guint hash = 5381;

    for (gsize i = 0; i < text->size; i++)
        hash = hash * 33 + (guchar)text->data[i];
    return hash;
}

static gboolean equal_slices(gconstpointer a, gconstpointer b)
{
    const LetterSlice *one = a, *other = b;

    return one->size == other->size && memcmp(one->data, other->data, one->size) == 0;
}

LetterTemplates *letter_templates_new(const LetterSchema *schema, LetterTemplateLoad load,
                                      gconstpointer data)
{
    LetterTemplates *templates = g_new0(LetterTemplates, 1);

    templates->schema = schema;
    templates->load = load;
    templates->data = data;
    templates->compiled = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, free_template);
    templates->names = g_hash_table_new_full(hash_slice, equal_slices, NULL, g_free);
    return templates;
}

void letter_templates_free(LetterTemplates *templates)
{
    if (templates == NULL)
        return;
    g_hash_table_unref(templates->compiled);
    g_hash_table_unref(templates->names);
    g_free(templates);
}

static void set_slot(guint8 *slots, const LetterClass *class, const LetterField *field)
{
    slots[class->ordinal] = (guint8)(field - class->fields + 1);
}

/* Which field of each class the first part of a name is. */
static const LetterField *find_first(const LetterSchema *schema, LetterSlice text, guint8 *slots)
{
    const LetterField *first = NULL;

    for (guint i = 0; i < schema->size; i++) {
        const LetterClass *class = schema->classes[i];
        const LetterField *field = class->is_dotted ? NULL : letter_class_find(class, text);

        if (field == NULL)
            continue;
        set_slot(slots, class, field);
        if (first == NULL)
            first = field;
    }
    return first;
}

/* What all parts mean; the later ones are those of one class. */
static void find_fields(const LetterSchema *schema, LetterName *name)
{
    guint8 *slots = (guint8 *)&name->parts[name->size];
    const LetterField *field = NULL;

    for (guint i = 0; i < name->size; i++, slots += schema->size) {
        LetterNamePart *part = &name->parts[i];

        part->slots = slots;
        if (i == 0) {
            field = find_first(schema, part->text, slots);
        } else if (field != NULL && field->class != NULL) {
            const LetterClass *class = field->class;

            field = letter_class_find(class, part->text);
            if (field != NULL)
                set_slot(slots, class, field);
        }
        part->field = field;
    }
}

static guint count_parts(LetterSlice text)
{
    guint count = 1;

    if (letter_slice_equals(text, "."))
        return 0;
    for (gsize i = 0; i < text.size; i++)
        count += text.data[i] == '.';
    return count;
}

/* A name, its slots and its text are one piece of memory. */
static LetterName *build_name(const LetterSchema *schema, LetterSlice text)
{
    guint size = count_parts(text);
    guint n_classes = schema == NULL ? 0 : schema->size;
    gsize before_text = sizeof(LetterName) + size * (sizeof(LetterNamePart) + n_classes);
    LetterName *name = g_malloc0(before_text + text.size + 1);
    const char *at = memcpy((char *)name + before_text, text.data, text.size);

    name->text = (LetterSlice){ at, text.size };
    name->size = size;
    for (guint i = 0; i < size; i++) {
        gsize length = strcspn(at, ".");

        name->parts[i].text = (LetterSlice){ at, length };
        at += length + 1;
    }
    if (schema != NULL)
        find_fields(schema, name);
    return name;
}

const LetterName *letter_templates_intern(LetterTemplates *templates, LetterSlice text)
{
    LetterName *name = g_hash_table_lookup(templates->names, &text);

    if (name == NULL) {
        name = build_name(templates->schema, text);
        g_hash_table_insert(templates->names, &name->text, name);
    }
    return name;
}

/* Where the bytes are no text; the span's end is 0 where they are. */
static LetterSpan find_fault(const LetterSource *source)
{
    const LetterSlice text = { source->data, source->size };
    gsize ascii = letter_slice_count_ascii(text);
    LetterForbidden forbidden;
    const char *end;

    /* Most templates are ASCII all through. */
    if (ascii < text.size && !g_utf8_validate(text.data + ascii, (gssize)(text.size - ascii), &end))
        return (LetterSpan){ (gsize)(end - text.data), (gsize)(end - text.data) + 1 };
    if (letter_encoding_find_forbidden(text, 0, &forbidden))
        return (LetterSpan){ forbidden.offset, forbidden.offset + forbidden.size };
    return (LetterSpan){ 0, 0 };
}

static gboolean compile(LetterTemplate *compiled, LetterDiagnostics *diagnostics)
{
    const LetterSchema *schema = compiled->set->schema;
    LetterSpan fault = { 0, 0 };

    if (schema != NULL)
        fault = find_fault(compiled->source);
    if (fault.end > 0)
        return letter_diagnostics_add_with(diagnostics, LETTER_RULE_TEMPLATE_SYNTAX,
                                           compiled->source, fault,
                                           "a template is UTF-8 without control characters", NULL);
    if (!letter_template_parse(compiled, diagnostics))
        return FALSE;
    return schema == NULL || letter_template_check(compiled, diagnostics);
}

static LetterTemplate *find_template(LetterTemplates *templates, const char *name,
                                     LetterDiagnostics *diagnostics)
{
    LetterTemplate *compiled = g_hash_table_lookup(templates->compiled, name);
    LetterSource *source;
    char *key;

    if (compiled != NULL)
        return compiled;
    source = templates->load(templates->data, name, diagnostics);
    if (source == NULL)
        return NULL;
    key = g_strdup(name);
    compiled = g_new0(LetterTemplate, 1);
    compiled->set = templates;
    compiled->source = source;
    compiled->extension = strrchr(key, '.') == NULL ? "" : strrchr(key, '.');
    compiled->escape =
        strcmp(compiled->extension, ".txt") == 0 ? LETTER_ESCAPE_TEXT : LETTER_ESCAPE_HTML;
    compiled->nodes = g_array_sized_new(FALSE, FALSE, sizeof(LetterNode), MANY_NODES);
    /* Before it is compiled: a partial may hold itself. */
    g_hash_table_insert(templates->compiled, key, compiled);
    compiled->is_wrong = !compile(compiled, diagnostics);
    return compiled;
}

const LetterTemplate *letter_templates_compile(LetterTemplates *templates, const char *name,
                                               LetterDiagnostics *diagnostics)
{
    const LetterTemplate *compiled = find_template(templates, name, diagnostics);

    return compiled == NULL || compiled->is_wrong ? NULL : compiled;
}

/* A partial is a file beside the others: no name may lead elsewhere. */
static gboolean is_plain_name(LetterSlice name)
{
    if (name.size == 0 || name.data[0] == '.')
        return FALSE;
    for (gsize i = 0; i < name.size; i++)
        if (!g_ascii_isalnum(name.data[i]) && strchr("-_.", name.data[i]) == NULL)
            return FALSE;
    return TRUE;
}

const LetterTemplate *letter_templates_partial(LetterTemplates *templates,
                                               const LetterTemplate *from, LetterSpan name,
                                               LetterDiagnostics *diagnostics)
{
    LetterSlice text = letter_source_slice(from->source, name);
    g_autofree char *stem = g_strndup(text.data, text.size);
    g_autofree char *file = g_strconcat(stem, from->extension, NULL);
    LetterTemplate *compiled = NULL;

    if (is_plain_name(text))
        compiled = find_template(templates, file, diagnostics);
    if (compiled == NULL && templates->schema != NULL)
        letter_diagnostics_add_with(diagnostics, LETTER_RULE_TEMPLATE_PARTIAL, from->source, name,
                                    stem, NULL);
    return compiled;
}
