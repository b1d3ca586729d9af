/*
 * read_source_json.c - signatories from JSON: a list, or an object a line.
 */
#include <string.h>

#include "front/encoding.h"
#include "front/json_events.h"
#include "model/read_source.h"

/* A list is held as a tree, which takes several times its bytes. */
#define MAX_LIST_SIZE ((gsize)64 * 1024 * 1024)

static const LetterKey entry_key = { .name = "source", .type = LETTER_TYPE_PARTY, .is_item = TRUE };

/* NULL, with a finding, where the stretch is no JSON. */
static LetterJson *parse(LetterSourceReading *reading, LetterSpan span)
{
    LetterReader *reader = &reading->reader;
    g_autofree char *problem = NULL;
    LetterJson *json;
    gsize at;

    if (!letter_encoding_check(reader->source, span, reader->diagnostics))
        return NULL;
    json = letter_json_parse_at(letter_source_slice(reader->source, span), &at, &problem);
    if (json == NULL)
        letter_diagnostics_add_with(reader->diagnostics, LETTER_RULE_JSON_SYNTAX, reader->source,
                                    (LetterSpan){ span.start + at, span.start + at }, problem,
                                    NULL);
    return json;
}

/* Reads the entry that begins at or after @at; returns where it ends. */
static gsize read_entry(LetterSourceReading *reading, const LetterJson *json, gsize at,
                        gboolean may_be_text)
{
    LetterReader *reader = &reading->reader;
    g_autoptr(GArray) events = g_array_new(FALSE, FALSE, sizeof(LetterYamlEvent));
    LetterYamlEvent event;
    gboolean is_entry;

    at = letter_json_events(json, reader->source, at, reader->diagnostics, events);
    reader->events = events;
    reader->next_event = 0;
    letter_reader_next(reader, &event);
    is_entry = event.type == LETTER_YAML_MAPPING_START ||
               (may_be_text && letter_json_type(json) == LETTER_JSON_TEXT);
    if (is_entry)
        letter_read_signatory(reader, &entry_key, &event);
    else
        letter_source_bad_entry(reading, &event, "a signatory", "{ \"name\": \"…\" }");
    reader->events = NULL;
    return at;
}

static void read_list(LetterSourceReading *reading, const LetterJson *list)
{
    LetterReader *reader = &reading->reader;
    gsize at = letter_source_start(reader->source);

    while (reader->source->data[at] != '[')
        at++;
    at++;
    for (guint i = 0; i < letter_json_size(list); i++) {
        letter_source_begin_entry(reading);
        at = read_entry(reading, letter_json_item(list, i), at, TRUE);
        letter_source_end_entry(reading);
    }
}

static void report_size(LetterReader *reader)
{
    g_autofree char *size = g_strdup_printf("%" G_GSIZE_FORMAT, reader->source->size);
    g_autofree char *limit = g_strdup_printf("%" G_GSIZE_FORMAT, MAX_LIST_SIZE);

    letter_diagnostics_add_with(reader->diagnostics, LETTER_RULE_TEXT_TOO_LONG, reader->source,
                                (LetterSpan){ 0, 0 }, size, limit, NULL);
}

void letter_read_json_source(LetterSourceReading *reading)
{
    LetterReader *reader = &reading->reader;
    const LetterSpan whole = { letter_source_start(reader->source), reader->source->size };
    g_autoptr(LetterJson) json = NULL;
    LetterYamlEvent event = { .type = LETTER_YAML_SCALAR, .style = LETTER_YAML_QUOTED };

    if (reader->source->size > MAX_LIST_SIZE) {
        report_size(reader);
        return;
    }
    if (whole.start < whole.end &&
        letter_source_is_fence(letter_source_slice(
            reader->source, letter_source_line_at(reader->source, whole.start)))) {
        letter_diagnostics_add(reader->diagnostics, LETTER_RULE_CODE_FENCE, reader->source,
                               letter_source_line_at(reader->source, whole.start));
        return;
    }
    json = parse(reading, whole);
    if (json == NULL)
        return;
    if (letter_json_type(json) == LETTER_JSON_ARRAY) {
        read_list(reading, json);
        return;
    }
    if (letter_json_type(json) == LETTER_JSON_OBJECT)
        event.type = LETTER_YAML_MAPPING_START;
    event.text = (LetterSlice){ "?", 1 };
    letter_source_bad_entry(reading, &event, "a list", "the entries between '[' and ']'");
}

static void read_line(LetterSourceReading *reading, LetterSpan line)
{
    LetterReader *reader = &reading->reader;
    LetterSlice text = letter_source_slice(reader->source, line);
    g_autoptr(LetterJson) json = NULL;

    if (letter_slice_trim(text).size == 0)
        return;
    letter_source_begin_entry(reading);
    if (letter_source_is_fence(text))
        letter_diagnostics_add(reader->diagnostics, LETTER_RULE_CODE_FENCE, reader->source, line);
    else
        json = parse(reading, line);
    if (json != NULL)
        read_entry(reading, json, line.start, FALSE);
    letter_source_end_entry(reading);
}

void letter_read_jsonl_source(LetterSourceReading *reading)
{
    const LetterSource *source = reading->reader.source;
    LetterLines lines =
        letter_source_lines(source, (LetterSpan){ letter_source_start(source), source->size });

    while (!letter_lines_at_end(&lines))
        read_line(reading, letter_lines_next(&lines));
}
