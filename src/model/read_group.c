/*
 * read_group.c - a group of signatories: its keys, then its entries.
 */
#include "model/reader.h"

#include <string.h>

#include "model/read_source.h"

static GArray *renew(gpointer field, gsize size)
{
    GArray **list = field;

    g_clear_pointer(list, g_array_unref);
    *list = g_array_new(FALSE, TRUE, (guint)size);
    return *list;
}

static void read_path_item(LetterReader *reader, const LetterKey *key, const LetterYamlEvent *event,
                           GArray *list)
{
    LetterText path = { .text = NULL };

    letter_read_path(reader, key, event, &path);
    if (path.size > 0)
        g_array_append_val(list, path);
}

void letter_read_paths(LetterReader *reader, const LetterKey *key, const LetterYamlEvent *event,
                       gpointer field)
{
    letter_reader_list_or_one(reader, key, event, read_path_item, renew(field, sizeof(LetterText)));
}

static void read_word_item(LetterReader *reader, const LetterKey *key, const LetterYamlEvent *event,
                           GArray *list)
{
    LetterText word;

    if (letter_read_text(reader, key, event, &word))
        g_array_append_val(list, word);
}

void letter_read_words(LetterReader *reader, const LetterKey *key, const LetterYamlEvent *event,
                       gpointer field)
{
    letter_reader_list_or_one(reader, key, event, read_word_item, renew(field, sizeof(LetterText)));
}

/* FALSE, with a finding, where a signatory has no such key. */
static gboolean check_key(LetterReader *reader, const LetterYamlEvent *event)
{
    const LetterTable *table = &letter_schema_signatory;
    LetterKey key;

    if (letter_table_resolve(table, event->text.data, &key))
        return TRUE;
    return letter_diagnostics_add_with(reader->diagnostics, LETTER_RULE_UNKNOWN_KEY, reader->source,
                                       event->span, event->text.data,
                                       letter_table_suggest(table, event->text.data), NULL);
}

/* FALSE, with a finding, where the key or its name is taken. */
static gboolean check_field(LetterReader *reader, const LetterKey *key,
                            const LetterFieldName *field, const LetterYamlEvent *value,
                            const GArray *fields)
{
    for (guint i = 0; i < fields->len; i++) {
        const LetterFieldName *other = &g_array_index(fields, LetterFieldName, i);

        if (strcmp(other->key.text, field->key.text) == 0)
            return letter_diagnostics_add_with(reader->diagnostics, LETTER_RULE_DUPLICATE_KEY,
                                               reader->source, field->key.span, field->key.text,
                                               NULL);
        if (strcmp(other->name.text, field->name.text) == 0) {
            letter_reader_wrong_value(reader, key, value, "a name that no other key has");
            return FALSE;
        }
    }
    return TRUE;
}

/* One pair of `fields`; @event is its key. */
static void read_field(LetterReader *reader, const LetterKey *key, const LetterYamlEvent *event,
                       GArray *fields)
{
    gboolean is_known = event->type == LETTER_YAML_SCALAR && check_key(reader, event);
    LetterFieldName field = { .key = { .text = NULL } };
    LetterYamlEvent value;

    if (event->type == LETTER_YAML_SCALAR) {
        field.key = letter_reader_keep(reader, event->text, event->span);
    } else {
        letter_diagnostics_add(reader->diagnostics, LETTER_RULE_KEY_NOT_TEXT, reader->source,
                               event->span);
        letter_reader_skip(reader, event);
    }
    if (!letter_reader_next(reader, &value))
        return;
    if (letter_yaml_is_absent(&value))
        letter_reader_wrong_type(reader, key, &value);
    else if (letter_read_text(reader, key, &value, &field.name) && is_known &&
             check_field(reader, key, &field, &value, fields))
        g_array_append_val(fields, field);
}

void letter_read_fields(LetterReader *reader, const LetterKey *key, const LetterYamlEvent *event,
                        gpointer field)
{
    GArray *fields = renew(field, sizeof(LetterFieldName));
    LetterKey item = letter_reader_item_key(key);
    LetterYamlEvent name;

    if (event->type != LETTER_YAML_MAPPING_START) {
        letter_reader_wrong_type(reader, key, event);
        return;
    }
    while (letter_reader_next(reader, &name) && name.type != LETTER_YAML_MAPPING_END)
        read_field(reader, &item, &name, fields);
}

void letter_read_separator(LetterReader *reader, const LetterKey *key, const LetterYamlEvent *event,
                           gpointer field)
{
    LetterText text;

    if (!letter_read_text(reader, key, event, &text))
        return;
    if (strcmp(text.text, "tab") == 0)
        *(char *)field = '\t';
    else if (text.size == 1 && strchr(",;|\t", *text.text) != NULL)
        *(char *)field = *text.text;
    else
        letter_reader_wrong_value(reader, key, event, "one of ',', ';', '|' and 'tab'");
}

static gboolean has(guint64 keys, const char *name)
{
    const LetterTable *table = &letter_schema_group;

    return (keys & letter_table_bit(table, letter_table_find(table, name))) != 0;
}

/* A group has entries of its own, or a source with what belongs to it. */
static void require_entries(LetterReader *reader, guint64 keys, LetterSpan span)
{
    static const char *const of_source[] = { "fields", "ignore", "separator" };

    if (has(keys, "source") && has(keys, "list"))
        letter_diagnostics_add(reader->diagnostics, LETTER_RULE_GROUP_ENTRIES, reader->source,
                               span);
    if (has(keys, "source"))
        return;
    letter_reader_require(reader, &letter_schema_group, keys, span);
    for (guint i = 0; i < G_N_ELEMENTS(of_source); i++) {
        if (has(keys, of_source[i]))
            letter_diagnostics_add_with(reader->diagnostics, LETTER_RULE_GROUP_SOURCE,
                                        reader->source, span, of_source[i], NULL);
    }
}

/* @fallback where there is none, or one that was reported. */
static guint number_of(const LetterText *text, guint fallback)
{
    guint64 number;

    if (text->text == NULL ||
        !g_ascii_string_to_unsigned(text->text, 10, 1, G_MAXINT, &number, NULL))
        return fallback;
    return (guint)number;
}

static void clear(LetterGroupDraft *draft)
{
    g_clear_pointer(&draft->sources, g_array_unref);
    g_clear_pointer(&draft->fields, g_array_unref);
    g_clear_pointer(&draft->ignore, g_array_unref);
}

void letter_read_group(LetterReader *reader, const LetterYamlEvent *event)
{
    LetterSignatories *list = reader->letter->signatories;
    LetterGroupDraft draft = { .group = letter_group_plain };
    guint64 keys;

    letter_signatories_begin_group(list, &draft.group);
    keys = letter_reader_mapping(reader, &letter_schema_group, event, &draft);
    draft.group.limit = number_of(&draft.limit, G_MAXUINT);
    draft.group.email_limit = number_of(&draft.email_limit, draft.group.limit);
    letter_signatories_describe_group(list, &draft.group);
    require_entries(reader, keys, event->span);
    if (draft.sources != NULL)
        letter_read_sources(reader, &draft);
    letter_signatories_describe_group(list, &draft.group);
    clear(&draft);
}
