/*
 * read_signatories.c - who signs: names, groups of names, or a pasted text.
 */
#include "model/reader.h"

#include <string.h>

#include "front/yaml_map.h"

/* Entries are packed as soon as they are read; what they leave behind is
   dropped after each, so that a long list costs little more than its bytes. */
typedef struct Scratch {
    GStringChunk *kept; /* the letter's own */
    GStringChunk *own;
} Scratch;

#define SCRATCH_SIZE 1024

static Scratch open_scratch(LetterReader *reader)
{
    Scratch scratch = { reader->strings, g_string_chunk_new(SCRATCH_SIZE) };

    reader->strings = scratch.own;
    return scratch;
}

static void close_scratch(LetterReader *reader, Scratch *scratch)
{
    reader->strings = scratch->kept;
    g_clear_pointer(&scratch->own, g_string_chunk_free);
}

void letter_read_entry(LetterReader *reader, const LetterKey *key, const LetterYamlEvent *event)
{
    Scratch scratch = open_scratch(reader);

    letter_read_signatory(reader, key, event);
    close_scratch(reader, &scratch);
}

void letter_read_entries(LetterReader *reader, const LetterKey *key, const LetterYamlEvent *event,
                         G_GNUC_UNUSED gpointer field)
{
    LetterKey entry = letter_reader_item_key(key);
    LetterYamlEvent item;

    if (event->type != LETTER_YAML_LIST_START) {
        letter_reader_wrong_type(reader, key, event);
        return;
    }
    while (letter_reader_next_item(reader, &item))
        letter_read_entry(reader, &entry, &item);
}

static gboolean knows(const LetterTable *table, const char *name)
{
    return letter_table_find(table, name) != NULL || letter_table_suggest(table, name) != NULL;
}

/* A key of groups counts for more than one that is like a signatory's. */
static gboolean is_of_group(const char *name)
{
    if (letter_table_find(&letter_schema_signatory, name) != NULL)
        return FALSE;
    return letter_table_find(&letter_schema_group, name) != NULL ||
           (!knows(&letter_schema_signatory, name) && knows(&letter_schema_group, name));
}

/* A group is known by its first key that a signatory does not have too. */
static gboolean is_group(LetterReader *reader)
{
    LetterYamlEvent event;
    gboolean is_shared = TRUE;

    while (is_shared && letter_reader_peek(reader, &event) && event.type == LETTER_YAML_SCALAR) {
        if (!letter_slice_equals(event.text, "type"))
            return is_of_group(event.text.data);
        is_shared = letter_reader_peek(reader, &event) && event.type == LETTER_YAML_SCALAR;
    }
    return FALSE;
}

static void read_list(LetterReader *reader, const LetterKey *key)
{
    LetterKey entry = letter_reader_item_key(key);
    gboolean in_plain_group = FALSE;
    LetterYamlEvent item;

    while (letter_reader_next_item(reader, &item)) {
        if (item.type == LETTER_YAML_MAPPING_START && is_group(reader)) {
            in_plain_group = FALSE;
            letter_read_group(reader, &item);
            continue;
        }
        if (!in_plain_group)
            letter_signatories_begin_group(reader->letter->signatories, &letter_group_plain);
        in_plain_group = TRUE;
        letter_read_entry(reader, &entry, &item);
    }
}

/* One line of a pasted list, as an event of its own. */
static void read_line(LetterReader *reader, const LetterKey *key, LetterSlice line, gsize start)
{
    LetterSlice name = letter_slice_trim(line);
    g_autofree char *text = g_strndup(name.data, name.size);
    LetterYamlEvent event = { .type = LETTER_YAML_SCALAR, .style = LETTER_YAML_PLAIN };

    start += (gsize)(name.data - line.data);
    event.text = (LetterSlice){ text, name.size };
    event.span = (LetterSpan){ start, start + name.size };
    if (name.size > 0)
        letter_read_entry(reader, key, &event);
}

static void read_pasted(LetterReader *reader, const LetterKey *key, const LetterYamlEvent *event)
{
    g_autoptr(LetterOffsetMap) map = letter_yaml_map_new(reader->source, event);
    LetterSlice text = event->text;

    for (gsize at = 0; at < text.size;) {
        const char *end = memchr(text.data + at, '\n', text.size - at);
        gsize size = end != NULL ? (gsize)(end - text.data) - at : text.size - at;

        read_line(reader, key, (LetterSlice){ text.data + at, size },
                  letter_offset_map_find(map, at));
        at += size + 1;
    }
}

/* Only a `|` block keeps its lines; all other texts come as one. */
void letter_read_signatories(LetterReader *reader, const LetterKey *key,
                             const LetterYamlEvent *event, G_GNUC_UNUSED gpointer field)
{
    if (event->type == LETTER_YAML_LIST_START)
        read_list(reader, key);
    else if (event->type == LETTER_YAML_MAPPING_START)
        letter_read_group(reader, event);
    else if (event->style == LETTER_YAML_LITERAL)
        read_pasted(reader, key, event);
    else
        letter_reader_wrong_type(reader, key, event);
}
