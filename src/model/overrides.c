/*
 * overrides.c - keys of the command line, over those of the letter.
 */
#include "model/reader.h"

#include <string.h>

#include "front/front_matter.h"

/* A key as it was found by its dotted name. */
typedef struct Place {
    const LetterTable *table;
    gpointer record;
    const LetterKey *key; /* NULL: there is no such key */
    char **rest;          /* what is left of the name: keys within `extra` */
} Place;

static gboolean has_keys(const LetterKey *key)
{
    return key->type == LETTER_TYPE_MAPPING || key->type == LETTER_TYPE_PARTY;
}

static Place find_place(Letter *letter, char **parts)
{
    Place place = { &letter_schema_letter, letter, NULL, parts };

    for (;;) {
        place.key = letter_table_find(place.table, *place.rest);
        if (place.key == NULL || place.rest[1] == NULL)
            return place;
        if (!has_keys(place.key))
            break;
        place.record = (char *)place.record + place.key->offset;
        place.table = place.key->table;
        place.rest++;
    }
    if (place.key->type != LETTER_TYPE_EXTRA)
        place.key = NULL;
    return place;
}

static void report_unknown(LetterReader *reader, const Place *place, char **parts, const char *name)
{
    const char *meant = letter_table_suggest(place->table, *place->rest);
    g_autoptr(GString) suggestion = g_string_new(NULL);

    for (char **part = parts; part != place->rest; part++)
        g_string_append_printf(suggestion, "%s.", *part);
    if (meant != NULL)
        g_string_append(suggestion, meant);
    letter_diagnostics_add_with(reader->diagnostics, LETTER_RULE_UNKNOWN_KEY, reader->source,
                                (LetterSpan){ 0, 0 }, name, meant != NULL ? suggestion->str : NULL,
                                NULL);
}

/* Makes the mappings that the dotted name leads through. */
static void put_extra(LetterReader *reader, LetterExtra **field, char **names,
                      const LetterYamlEvent *event)
{
    LetterExtra *mapping;

    if (*field == NULL)
        *field = letter_extra_new(LETTER_VALUE_MAPPING);
    mapping = *field;
    for (; names[1] != NULL; names++) {
        LetterExtra *inner = (LetterExtra *)letter_extra_find(mapping, *names);

        if (inner == NULL || inner->kind != LETTER_VALUE_MAPPING) {
            inner = letter_extra_new(LETTER_VALUE_MAPPING);
            letter_extra_put(mapping, *names, inner);
        }
        mapping = inner;
    }
    letter_extra_put(mapping, *names, letter_read_extra_scalar(reader, event));
}

static void clear_list(gpointer field)
{
    g_clear_pointer((GArray **)field, g_array_unref);
}

/* Takes a value away; FALSE where its type is more than a text. */
static gboolean clear_field(const LetterKey *key, gpointer field)
{
    switch (key->type) {
    case LETTER_TYPE_LINE:
    case LETTER_TYPE_URL:
    case LETTER_TYPE_ADDRESS:
    case LETTER_TYPE_PATH:
    case LETTER_TYPE_SLUG:
    case LETTER_TYPE_LANGUAGE:
        *(LetterText *)field = (LetterText){ .text = NULL };
        return TRUE;
    case LETTER_TYPE_MARKDOWN:
        *(LetterMarkdown *)field = (LetterMarkdown){ .map = NULL };
        return TRUE;
    case LETTER_TYPE_DATE:
        *(LetterDated *)field = (LetterDated){ .text = { .text = NULL } };
        return TRUE;
    case LETTER_TYPE_CHOICE:
        *(guint *)field = 0;
        return TRUE;
    case LETTER_TYPE_PARTY:
        letter_party_clear(field);
        return TRUE;
    case LETTER_TYPE_PARTIES:
    case LETTER_TYPE_PARTY_LIST:
    case LETTER_TYPE_RECORDS:
    case LETTER_TYPE_LINES:
    case LETTER_TYPE_EMAIL:
    case LETTER_TYPE_EMAILS:
    case LETTER_TYPE_ATTACHMENTS:
    case LETTER_TYPE_UNSUBSCRIBE:
    case LETTER_TYPE_HEADERS:
        clear_list(field);
        return TRUE;
    default:
        return FALSE;
    }
}

static void take_away_extra(LetterExtra *mapping, char **names)
{
    for (; mapping != NULL && names[1] != NULL; names++)
        mapping = (LetterExtra *)letter_extra_find(mapping, *names);
    letter_extra_remove(mapping, *names);
}

static void take_away(LetterReader *reader, const Place *place, const LetterYamlEvent *event)
{
    gpointer field = (char *)place->record + place->key->offset;

    if (place->rest[1] != NULL)
        take_away_extra(*(LetterExtra **)field, place->rest + 1);
    else if (clear_field(place->key, field))
        letter_reader_forget(reader, place->table, place->record, place->key);
    else
        letter_reader_wrong_type(reader, place->key, event);
}

static void put(LetterReader *reader, const Place *place, const LetterYamlEvent *event)
{
    guint64 bit = letter_table_bit(place->table, place->key);
    const LetterSpan nowhere = { 0, 0 };

    if (place->rest[1] != NULL) {
        put_extra(reader, (LetterExtra **)((char *)place->record + place->key->offset),
                  place->rest + 1, event);
        return;
    }
    letter_reader_remember(reader, place->table, place->record, nowhere)->keys |= bit;
    letter_reader_value(reader, place->key, event, place->record);
}

void letter_read_override(LetterReader *reader, const LetterOverride *override)
{
    g_autofree char *key = g_utf8_make_valid(override->key, -1);
    g_autofree char *name = g_strconcat("-M ", key, NULL);
    g_autoptr(GBytes) bytes = g_bytes_new(override->value, strlen(override->value));
    g_autoptr(LetterSource) source = letter_source_new(name, bytes);
    g_auto(GStrv) parts = g_strsplit(*key != '\0' ? key : ".", ".", LETTER_YAML_MAX_DEPTH);
    LetterYamlEvent event = { .type = LETTER_YAML_SCALAR, .style = LETTER_YAML_PLAIN };
    LetterReader own = *reader;
    Place place;

    own.source = source;
    own.yaml = NULL;
    event.text = letter_slice(override->value);
    event.span = (LetterSpan){ 0, source->size };
    if (!letter_front_matter_check_encoding(source, own.diagnostics))
        return;
    place = find_place(own.letter, parts);
    if (place.key == NULL)
        report_unknown(&own, &place, parts, key);
    else if (letter_yaml_is_absent(&event))
        take_away(&own, &place, &event);
    else
        put(&own, &place, &event);
}
