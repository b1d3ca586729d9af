/*
 * read_source_yaml.c - signatories from YAML, and from text a line each.
 */
#include <string.h>

#include "front/encoding.h"
#include "model/read_source.h"

static const LetterKey entry_key = { .name = "source", .type = LETTER_TYPE_PARTY, .is_item = TRUE };

/* What was pasted from Markdown: no YAML, and said in its own words. */
static gboolean report_fences(LetterSourceReading *reading, LetterSpan within)
{
    const LetterSource *source = reading->reader.source;
    LetterLines lines = letter_source_lines(source, within);
    gboolean any = FALSE;

    while (!letter_lines_at_end(&lines)) {
        LetterSpan line = letter_lines_next(&lines);

        if (!letter_source_is_fence(letter_source_slice(source, line)))
            continue;
        letter_diagnostics_add(reading->reader.diagnostics, LETTER_RULE_CODE_FENCE, source, line);
        any = TRUE;
    }
    return any;
}

/* The events of the source; NULL where it is none that can be read. */
static LetterYaml *open_yaml(LetterSourceReading *reading)
{
    LetterReader *reader = &reading->reader;
    LetterSpan whole = { 0, reader->source->size };
    gboolean is_valid = letter_encoding_check(reader->source, whole, reader->diagnostics);

    if (report_fences(reading, whole) || !is_valid)
        return NULL;
    return letter_yaml_new(reader->source, whole, reader->diagnostics);
}

static void read_items(LetterSourceReading *reading)
{
    LetterReader *reader = &reading->reader;
    LetterYamlEvent item;

    while (letter_reader_next_item(reader, &item)) {
        letter_source_begin_entry(reading);
        if (item.type == LETTER_YAML_LIST_START)
            letter_source_bad_entry(reading, &item, "an entry", "a name, or keys such as 'name'");
        else
            letter_read_signatory(reader, &entry_key, &item);
        letter_source_end_entry(reading);
    }
}

/* What follows the one value is reported where events are made. */
static void read_rest(LetterReader *reader)
{
    LetterYamlEvent event;

    while (letter_reader_next(reader, &event))
        continue;
}

void letter_read_yaml_source(LetterSourceReading *reading)
{
    LetterReader *reader = &reading->reader;
    g_autoptr(LetterYaml) yaml = open_yaml(reading);
    LetterYamlEvent event;

    if (yaml == NULL)
        return;
    reader->yaml = yaml;
    if (letter_reader_next(reader, &event) && event.type == LETTER_YAML_LIST_START)
        read_items(reading);
    else if (!letter_reader_is_broken(reader))
        letter_source_bad_entry(reading, &event, "a list", "each entry after '- '");
    read_rest(reader);
    reader->yaml = NULL;
}

void letter_read_yaml_entry(LetterSourceReading *reading)
{
    LetterReader *reader = &reading->reader;
    g_autoptr(LetterYaml) yaml = NULL;
    LetterYamlEvent event;

    letter_source_begin_entry(reading);
    reader->yaml = yaml = open_yaml(reading);
    if (yaml != NULL) {
        if (letter_reader_next(reader, &event) && event.type == LETTER_YAML_MAPPING_START)
            letter_read_signatory(reader, &entry_key, &event);
        else if (!letter_reader_is_broken(reader))
            letter_source_bad_entry(reading, &event, "one signatory",
                                    "'name: …', and other keys below it");
        read_rest(reader);
    }
    /* The file is the entry: nothing else can have been cut off. */
    reader->yaml = NULL;
    letter_source_end_entry(reading);
}

static void read_line(LetterSourceReading *reading, LetterSpan line)
{
    LetterReader *reader = &reading->reader;
    LetterSlice whole = letter_source_slice(reader->source, line);
    LetterSlice name = letter_slice_trim(whole);
    LetterYamlEvent event = { .type = LETTER_YAML_SCALAR, .style = LETTER_YAML_PLAIN };

    if (name.size == 0)
        return;
    event.text = name;
    event.span.start = line.start + (gsize)(name.data - whole.data);
    event.span.end = event.span.start + name.size;
    letter_source_begin_entry(reading);
    if (letter_source_is_fence(name))
        letter_diagnostics_add(reader->diagnostics, LETTER_RULE_CODE_FENCE, reader->source,
                               event.span);
    else if (letter_encoding_check(reader->source, event.span, reader->diagnostics))
        letter_read_signatory(reader, &entry_key, &event);
    letter_source_end_entry(reading);
}

void letter_read_text_source(LetterSourceReading *reading)
{
    LetterReader *reader = &reading->reader;
    g_autoptr(GArray) no_events = g_array_new(FALSE, FALSE, sizeof(LetterYamlEvent));
    const LetterSpan whole = { letter_source_start(reader->source), reader->source->size };
    LetterLines lines = letter_source_lines(reader->source, whole);

    reader->events = no_events;
    while (!letter_lines_at_end(&lines))
        read_line(reading, letter_lines_next(&lines));
    reader->events = NULL;
}
