/*
 * reader.c - walks the front matter by its tables: mappings, lists, faults.
 */
#include "model/reader.h"

#include <string.h>

#include "front/yaml_map.h"

/* What to write where a value is of another type, and who reads the right one. */
static const struct {
    const char *expected;
    LetterReadValue read;
    LetterType item; /* of a list */
} types[LETTER_TYPE_COUNT] = {
    [LETTER_TYPE_LINE] = { "one line of text", letter_read_line, 0 },
    [LETTER_TYPE_MARKDOWN] = { "a text in Markdown", letter_read_markdown, 0 },
    [LETTER_TYPE_DATE] = { "a date such as 2023-11-21", letter_read_date, 0 },
    [LETTER_TYPE_URL] = { "an address that begins with https://", letter_read_url, 0 },
    [LETTER_TYPE_ADDRESS] = { "an email address", letter_read_address, 0 },
    [LETTER_TYPE_PATH] = { "the path of a file", letter_read_path, 0 },
    [LETTER_TYPE_SLUG] = { "one word", letter_read_slug, 0 },
    [LETTER_TYPE_LANGUAGE] = { "a language tag such as 'en' or 'pt-BR'", letter_read_language, 0 },
    [LETTER_TYPE_RULE] = { "the word that stands in brackets after a warning", letter_read_rule,
                           0 },
    [LETTER_TYPE_NUMBER] = { "a whole number from 1 on", letter_read_number, 0 },
    [LETTER_TYPE_CHOICE] = { "one word", letter_read_choice, 0 },
    [LETTER_TYPE_FLAG] = { "true or false", letter_read_flag, 0 },
    [LETTER_TYPE_FLAGS] = { "a list of words", letter_read_flags, LETTER_TYPE_CHOICE },
    [LETTER_TYPE_MAPPING] = { "keys and values below it", NULL, 0 },
    [LETTER_TYPE_RECORDS] = { "a list of entries with keys and values", NULL, LETTER_TYPE_MAPPING },
    [LETTER_TYPE_LINES] = { "a list of lines, each after '- '", letter_read_lines,
                            LETTER_TYPE_LINE },
    [LETTER_TYPE_EMAILS] = { "an email address, or a list of them", letter_read_emails,
                             LETTER_TYPE_ADDRESS },
    [LETTER_TYPE_EMAIL] = { "one email address", letter_read_email, 0 },
    [LETTER_TYPE_PARTY] = { "a name, or keys such as 'name'", letter_read_party, 0 },
    [LETTER_TYPE_PARTIES] = { "a name, or keys such as 'name', or a list of those",
                              letter_read_parties, LETTER_TYPE_PARTY },
    [LETTER_TYPE_PARTY_LIST] = { "a list of names, each after '- '", letter_read_party_list,
                                 LETTER_TYPE_PARTY },
    [LETTER_TYPE_REPRESENTATIVE] = { "a name, or keys such as 'name'", letter_read_representative,
                                     0 },
    [LETTER_TYPE_SIGNATORIES] = { "a list of names, each after '- ', or a name a line after '|'",
                                  letter_read_signatories, LETTER_TYPE_PARTY },
    [LETTER_TYPE_ENTRIES] = { "a list of names, each after '- '", letter_read_entries,
                              LETTER_TYPE_PARTY },
    [LETTER_TYPE_ATTACHMENTS] = { "a list of paths", letter_read_attachments,
                                  LETTER_TYPE_ATTACHMENT },
    [LETTER_TYPE_ATTACHMENT] = { "a path, or keys such as 'path'", NULL, 0 },
    [LETTER_TYPE_UNSUBSCRIBE] = { "an address, or a list of them", letter_read_unsubscribe,
                                  LETTER_TYPE_URL },
    [LETTER_TYPE_HEADERS] = { "names of headers and their values", letter_read_headers, 0 },
    [LETTER_TYPE_PATHS] = { "a path, or a list of them", letter_read_paths, LETTER_TYPE_PATH },
    [LETTER_TYPE_WORDS] = { "a name, or a list of them", letter_read_words, LETTER_TYPE_LINE },
    [LETTER_TYPE_FIELDS] = { "keys of a signatory, each with the name that the source has for it",
                             letter_read_fields, LETTER_TYPE_LINE },
    [LETTER_TYPE_SEPARATOR] = { "one of ',', ';', '|' and 'tab'", letter_read_separator, 0 },
    [LETTER_TYPE_EXTRA] = { "keys and values below it", letter_read_extra, 0 },
};

static void free_event(gpointer data)
{
    LetterYamlEvent *event = data;

    g_free((char *)event->text.data);
    g_free(event);
}

static gboolean fetch(LetterReader *reader, LetterYamlEvent *event)
{
    if (reader->yaml != NULL)
        return letter_yaml_next(reader->yaml, event);
    *event = (LetterYamlEvent){ .type = LETTER_YAML_END };
    if (reader->events == NULL || reader->next_event == reader->events->len)
        return FALSE;
    *event = g_array_index(reader->events, LetterYamlEvent, reader->next_event++);
    return TRUE;
}

gboolean letter_reader_next(LetterReader *reader, LetterYamlEvent *event)
{
    LetterYamlEvent *next = g_queue_pop_head(&reader->ahead);

    if (next == NULL)
        return fetch(reader, event);
    *event = *next;
    /* The text must live on: it goes where all the letter's texts are. */
    if (event->text.data != NULL)
        event->text.data =
            g_string_chunk_insert_len(reader->strings, event->text.data, (gssize)event->text.size);
    free_event(next);
    return TRUE;
}

gboolean letter_reader_peek(LetterReader *reader, LetterYamlEvent *event)
{
    LetterYamlEvent *copy;

    if (!fetch(reader, event))
        return FALSE;
    copy = g_memdup2(event, sizeof *event);
    copy->text.data = NULL;
    if (event->type == LETTER_YAML_SCALAR)
        copy->text.data = g_strndup(event->text.data, event->text.size);
    g_queue_push_tail(&reader->ahead, copy);
    return TRUE;
}

gboolean letter_reader_is_broken(const LetterReader *reader)
{
    return reader->yaml != NULL && letter_yaml_is_broken(reader->yaml);
}

static int level_of(const LetterYamlEvent *event)
{
    static const int levels[] = {
        [LETTER_YAML_LIST_START] = 1,    [LETTER_YAML_LIST_END] = -1,
        [LETTER_YAML_MAPPING_START] = 1, [LETTER_YAML_MAPPING_END] = -1,
        [LETTER_YAML_SCALAR] = 0,        [LETTER_YAML_END] = 0,
    };

    return levels[event->type];
}

void letter_reader_skip(LetterReader *reader, const LetterYamlEvent *event)
{
    int depth = level_of(event);
    LetterYamlEvent inner;

    if (reader->yaml != NULL) {
        letter_yaml_skip(reader->yaml, event);
        return;
    }
    while (depth > 0 && fetch(reader, &inner))
        depth += level_of(&inner);
}

LetterSpan letter_reader_span_of(const LetterReader *reader, const LetterYamlEvent *event,
                                 gsize start, gsize end)
{
    g_autoptr(LetterOffsetMap) map = letter_yaml_map_new(reader->source, event);
    gsize first = letter_offset_map_find(map, start);

    return (LetterSpan){ first, MAX(first, letter_offset_map_find(map, end)) };
}

/* libyaml makes LF of every line end, but what comes from the command line has
   those that were typed. */
gboolean letter_reader_has_lines(const LetterYamlEvent *event)
{
    return memchr(event->text.data, '\n', event->text.size) != NULL ||
           memchr(event->text.data, '\r', event->text.size) != NULL;
}

static const char *describe(const LetterYamlEvent *event)
{
    static const char *const words[] = {
        [LETTER_YAML_SCALAR] = "a text",
        [LETTER_YAML_LIST_START] = "a list",
        [LETTER_YAML_MAPPING_START] = "a mapping",
    };

    if (event->type == LETTER_YAML_SCALAR && letter_reader_has_lines(event))
        return "several lines of text";
    return letter_yaml_is_absent(event) ? "empty" : words[event->type];
}

void letter_reader_wrong_type(LetterReader *reader, const LetterKey *key,
                              const LetterYamlEvent *event)
{
    g_autofree char *name = g_strconcat(key->is_item ? "an entry of " : "", key->name, NULL);

    letter_diagnostics_add_with(reader->diagnostics, LETTER_RULE_WRONG_TYPE, reader->source,
                                event->span, name, describe(event), types[key->type].expected,
                                NULL);
    letter_reader_skip(reader, event);
}

const char *letter_reader_shown(const LetterReader *reader, const char *value)
{
    return reader->source->is_private ? "…" : value;
}

void letter_reader_wrong_value(LetterReader *reader, const LetterKey *key,
                               const LetterYamlEvent *event, const char *expected)
{
    g_autofree char *text = g_strndup(event->text.data, event->text.size);

    letter_diagnostics_add_with(reader->diagnostics, LETTER_RULE_WRONG_VALUE, reader->source,
                                event->span, key->name, letter_reader_shown(reader, text), expected,
                                NULL);
}

static void require_key(LetterReader *reader, const LetterKey *key, LetterSpan span)
{
    if (key->need == LETTER_NEED_NAME)
        letter_diagnostics_add(reader->diagnostics, LETTER_RULE_PARTY_NAME_MISSING, reader->source,
                               span);
    else
        letter_diagnostics_add_with(reader->diagnostics, LETTER_RULE_MISSING_KEY, reader->source,
                                    span, key->name, NULL);
}

void letter_reader_require(LetterReader *reader, const LetterTable *table, guint64 given,
                           LetterSpan span)
{
    /* What stands behind a syntax error may well have had the key. */
    if (letter_reader_is_broken(reader))
        return;
    for (const LetterKey *key = table->keys; key->name != NULL; key++) {
        if (key->need != LETTER_NEED_NONE && (given & letter_table_bit(table, key)) == 0)
            require_key(reader, key, span);
    }
}

/* The number of @given; that of all where it is not among them. */
static guint find_given(const LetterReader *reader, const LetterTable *table, gconstpointer record)
{
    guint i;

    for (i = 0; i < reader->given->len; i++) {
        const LetterGiven *given = &g_array_index(reader->given, LetterGiven, i);

        /* A letter is also the place of its first field. */
        if (given->record == record && given->table == table)
            break;
    }
    return i;
}

LetterGiven *letter_reader_remember(LetterReader *reader, const LetterTable *table,
                                    gconstpointer record, LetterSpan span)
{
    LetterGiven given = { .table = table, .record = record, .span = span };
    guint index = find_given(reader, table, record);

    if (index == reader->given->len)
        g_array_append_val(reader->given, given);
    return &g_array_index(reader->given, LetterGiven, index);
}

void letter_reader_forget(LetterReader *reader, const LetterTable *table, gconstpointer record,
                          const LetterKey *key)
{
    guint index = find_given(reader, table, record);

    if (index < reader->given->len)
        g_array_index(reader->given, LetterGiven, index).keys &= ~letter_table_bit(table, key);
    if (key->type != LETTER_TYPE_PARTY)
        return;
    index = find_given(reader, key->table, (const char *)record + key->offset);
    if (index < reader->given->len)
        g_array_remove_index(reader->given, index);
}

void letter_reader_require_all(LetterReader *reader)
{
    for (guint i = 0; i < reader->given->len; i++) {
        const LetterGiven *given = &g_array_index(reader->given, LetterGiven, i);

        letter_reader_require(reader, given->table, given->keys, given->span);
    }
}

static void read_mapping(LetterReader *reader, const LetterKey *key, const LetterYamlEvent *event,
                         gpointer field)
{
    guint64 keys;

    if (event->type != LETTER_YAML_MAPPING_START) {
        letter_reader_wrong_type(reader, key, event);
        return;
    }
    keys = letter_reader_mapping(reader, key->table, event, field);
    letter_reader_remember(reader, key->table, field, event->span)->keys |= keys;
}

static void read_record(LetterReader *reader, const LetterKey *key, const LetterYamlEvent *event,
                        GArray *list)
{
    gpointer record;
    guint64 keys;

    if (event->type != LETTER_YAML_MAPPING_START) {
        letter_reader_wrong_type(reader, key, event);
        return;
    }
    g_array_set_size(list, list->len + 1);
    record = list->data + (list->len - 1) * key->table->record_size;
    keys = letter_reader_mapping(reader, key->table, event, record);
    letter_reader_require(reader, key->table, keys, event->span);
}

static void read_records(LetterReader *reader, const LetterKey *key, const LetterYamlEvent *event,
                         gpointer field)
{
    letter_reader_list(reader, key, event, read_record, *(GArray **)field);
}

static void report_not_yet(LetterReader *reader, const LetterKey *key, const LetterYamlEvent *event)
{
    letter_diagnostics_add_with(reader->diagnostics, LETTER_RULE_NOT_YET, reader->source,
                                event->span, key->name, NULL);
    letter_reader_skip(reader, event);
}

void letter_reader_value(LetterReader *reader, const LetterKey *key, const LetterYamlEvent *event,
                         gpointer record)
{
    gpointer field = (char *)record + key->offset;

    if (letter_yaml_is_absent(event))
        return;
    if (key->type == LETTER_TYPE_NOT_YET)
        report_not_yet(reader, key, event);
    else if (key->type == LETTER_TYPE_MAPPING)
        read_mapping(reader, key, event, field);
    else if (key->type == LETTER_TYPE_RECORDS)
        read_records(reader, key, event, field);
    else
        types[key->type].read(reader, key, event, field);
}

gboolean letter_reader_next_item(LetterReader *reader, LetterYamlEvent *event)
{
    return letter_reader_next(reader, event) && event->type != LETTER_YAML_LIST_END;
}

LetterKey letter_reader_item_key(const LetterKey *key)
{
    LetterKey item = *key;

    item.type = types[key->type].item;
    item.is_item = TRUE;
    return item;
}

static void read_item(LetterReader *reader, const LetterKey *key, const LetterYamlEvent *event,
                      LetterReadItem read, GArray *list)
{
    if (letter_yaml_is_absent(event))
        letter_reader_wrong_type(reader, key, event);
    else
        read(reader, key, event, list);
}

void letter_reader_list(LetterReader *reader, const LetterKey *key, const LetterYamlEvent *event,
                        LetterReadItem read, GArray *list)
{
    LetterKey item_key = letter_reader_item_key(key);
    LetterYamlEvent item;

    if (event->type != LETTER_YAML_LIST_START) {
        letter_reader_wrong_type(reader, key, event);
        return;
    }
    while (letter_reader_next_item(reader, &item))
        read_item(reader, &item_key, &item, read, list);
}

void letter_reader_list_or_one(LetterReader *reader, const LetterKey *key,
                               const LetterYamlEvent *event, LetterReadItem read, GArray *list)
{
    if (event->type == LETTER_YAML_LIST_START)
        letter_reader_list(reader, key, event, read, list);
    else
        read(reader, key, event, list);
}
