/*
 * read_mapping.c - the pairs of one mapping: known, unknown, given twice.
 */
#include "model/reader.h"

/* A mapping while it is read. */
typedef struct Mapping {
    const LetterTable *table;
    gpointer record;
    guint64 given; /* keys that have a value */
    guint64 seen;  /* those that have none with them */
    guint pairs;
    char *unknown; /* the first key, until it is known whether it is the only one */
    LetterSpan unknown_span;
} Mapping;

/* Whether a source may have names of its own for the keys. */
static gboolean is_named(const LetterReader *reader, const Mapping *mapping)
{
    return reader->names != NULL && mapping->table == &letter_schema_signatory;
}

static void report_unknown(LetterReader *reader, Mapping *mapping, const char *name,
                           LetterSpan span)
{
    const char *meant = letter_table_suggest(mapping->table, name);
    const LetterKey *key = meant != NULL ? letter_table_find(mapping->table, meant) : NULL;

    if (is_named(reader, mapping))
        letter_names_report(name, reader->source, span, reader->diagnostics);
    else
        letter_diagnostics_add_with(reader->diagnostics, LETTER_RULE_UNKNOWN_KEY, reader->source,
                                    span, name, meant, NULL);
    /* A key that is there by another name is not missing too. */
    if (key != NULL)
        mapping->given |= letter_table_bit(mapping->table, key);
}

static void report_first_unknown(LetterReader *reader, Mapping *mapping)
{
    if (mapping->unknown != NULL)
        report_unknown(reader, mapping, mapping->unknown, mapping->unknown_span);
    g_clear_pointer(&mapping->unknown, g_free);
}

/* Passes over the value of a key that is at fault. */
static void skip_value(LetterReader *reader)
{
    LetterYamlEvent value;

    if (letter_reader_next(reader, &value))
        letter_reader_skip(reader, &value);
}

static void take_unknown(LetterReader *reader, Mapping *mapping, const LetterYamlEvent *event)
{
    g_autofree char *name = g_strndup(event->text.data, event->text.size);

    if (mapping->pairs == 1) {
        mapping->unknown = g_steal_pointer(&name);
        mapping->unknown_span = event->span;
    } else {
        report_unknown(reader, mapping, name, event->span);
    }
    skip_value(reader);
}

/* @bit is 0 for a key within another one. */
static void take_known(LetterReader *reader, Mapping *mapping, const LetterKey *key, guint64 bit,
                       LetterSpan span)
{
    LetterYamlEvent value;

    if ((mapping->seen & bit) != 0) {
        letter_diagnostics_add_with(reader->diagnostics, LETTER_RULE_DUPLICATE_KEY, reader->source,
                                    span, key->name, NULL);
        skip_value(reader);
        return;
    }
    mapping->seen |= bit;
    if (!letter_reader_next(reader, &value))
        return;
    if (!letter_yaml_is_absent(&value))
        mapping->given |= bit;
    /* Such a key is at fault, whatever its value is. */
    if (key->type == LETTER_TYPE_NOT_YET)
        value.span = span;
    letter_reader_value(reader, key, &value, mapping->record);
}

/* A list or a mapping as a key: `{{ title }}` without quotes. */
static void take_complex(LetterReader *reader, const LetterYamlEvent *event)
{
    letter_diagnostics_add(reader->diagnostics, LETTER_RULE_KEY_NOT_TEXT, reader->source,
                           event->span);
    letter_reader_skip(reader, event);
    skip_value(reader);
}

static void take_named(LetterReader *reader, Mapping *mapping, const LetterYamlEvent *event)
{
    LetterKey key;
    const LetterKey *row;

    switch (letter_names_find(reader->names, event->text.data, &key)) {
    case LETTER_NAME_KNOWN:
        row = letter_table_find(mapping->table, key.name);
        take_known(reader, mapping, &key,
                   row != NULL && row->offset == key.offset ? letter_table_bit(mapping->table, row)
                                                            : 0,
                   event->span);
        break;
    case LETTER_NAME_IGNORED:
        skip_value(reader);
        break;
    case LETTER_NAME_UNKNOWN:
        take_unknown(reader, mapping, event);
        break;
    }
}

static void take_pair(LetterReader *reader, Mapping *mapping, const LetterYamlEvent *event)
{
    const LetterKey *key = NULL;

    if (mapping->pairs++ == 1)
        report_first_unknown(reader, mapping);
    if (event->type != LETTER_YAML_SCALAR) {
        take_complex(reader, event);
        return;
    }
    if (is_named(reader, mapping)) {
        take_named(reader, mapping, event);
        return;
    }
    key = letter_table_find(mapping->table, event->text.data);
    if (key != NULL)
        take_known(reader, mapping, key, letter_table_bit(mapping->table, key), event->span);
    else
        take_unknown(reader, mapping, event);
}

/* Whether the mapping's one key is the start of a text with a colon in it. */
static gboolean is_text_with_colon(const LetterReader *reader, const Mapping *mapping)
{
    return mapping->unknown != NULL && mapping->table->may_be_text && reader->yaml != NULL &&
           letter_table_suggest(mapping->table, mapping->unknown) == NULL;
}

guint64 letter_reader_mapping(LetterReader *reader, const LetterTable *table,
                              const LetterYamlEvent *start, gpointer record)
{
    Mapping mapping = { .table = table, .record = record };
    g_autofree char *unknown = NULL;
    LetterYamlEvent event;

    while (letter_reader_next(reader, &event) && event.type != LETTER_YAML_MAPPING_END)
        take_pair(reader, &mapping, &event);
    if (!is_text_with_colon(reader, &mapping)) {
        report_first_unknown(reader, &mapping);
        return mapping.given;
    }
    unknown = g_steal_pointer(&mapping.unknown);
    letter_diagnostics_add_with(reader->diagnostics, LETTER_RULE_UNQUOTED_COLON, reader->source,
                                start->span, unknown, NULL);
    return G_MAXUINT64;
}
