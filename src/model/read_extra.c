/*
 * read_extra.c - `extra`: any YAML, handed to templates as it is.
 */
#include "model/reader.h"

static LetterExtra *read_value(LetterReader *reader, const LetterYamlEvent *event);

LetterExtra *letter_read_extra_scalar(LetterReader *reader, const LetterYamlEvent *event)
{
    gboolean is_true = letter_slice_equals(event->text, "true");
    gboolean is_boolean =
        event->style == LETTER_YAML_PLAIN && (is_true || letter_slice_equals(event->text, "false"));
    LetterExtra *extra = letter_extra_new(is_boolean ? LETTER_VALUE_BOOLEAN : LETTER_VALUE_TEXT);

    letter_read_check_text(reader, event);
    extra->boolean = is_boolean && is_true;
    extra->text = letter_reader_keep(reader, event->text, event->span);
    return extra;
}

static LetterExtra *read_list(LetterReader *reader, const LetterYamlEvent *event)
{
    LetterExtra *list = letter_extra_new(LETTER_VALUE_LIST);
    LetterYamlEvent item;

    list->text.span = event->span;
    while (letter_reader_next_item(reader, &item)) {
        if (!letter_yaml_is_absent(&item))
            g_ptr_array_add(list->values, read_value(reader, &item));
    }
    return list;
}

/* Takes the value of a key that is not known yet; @keys holds those that are. */
static void read_pair(LetterReader *reader, LetterExtra *mapping, GHashTable *keys, char *name)
{
    LetterYamlEvent value;

    g_hash_table_add(keys, name);
    if (letter_reader_next(reader, &value) && !letter_yaml_is_absent(&value))
        letter_extra_add(mapping, name, read_value(reader, &value));
}

static void skip_pair(LetterReader *reader, const LetterYamlEvent *key)
{
    LetterYamlEvent value;

    letter_reader_skip(reader, key);
    if (letter_reader_next(reader, &value))
        letter_reader_skip(reader, &value);
}

static LetterExtra *read_mapping(LetterReader *reader, const LetterYamlEvent *event)
{
    g_autoptr(GHashTable) keys = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    LetterExtra *mapping = letter_extra_new(LETTER_VALUE_MAPPING);
    LetterYamlEvent key;

    mapping->text.span = event->span;
    while (letter_reader_next(reader, &key) && key.type != LETTER_YAML_MAPPING_END) {
        if (key.type != LETTER_YAML_SCALAR) {
            letter_diagnostics_add(reader->diagnostics, LETTER_RULE_KEY_NOT_TEXT, reader->source,
                                   key.span);
            skip_pair(reader, &key);
        } else if (g_hash_table_contains(keys, key.text.data)) {
            letter_diagnostics_add_with(reader->diagnostics, LETTER_RULE_DUPLICATE_KEY,
                                        reader->source, key.span, key.text.data, NULL);
            skip_pair(reader, &key);
        } else {
            letter_read_check_text(reader, &key);
            read_pair(reader, mapping, keys, g_strndup(key.text.data, key.text.size));
        }
    }
    return mapping;
}

/* As deep as YAML may be, sixteen levels. */
static LetterExtra *read_value(LetterReader *reader, const LetterYamlEvent *event)
{
    if (event->type == LETTER_YAML_LIST_START)
        return read_list(reader, event);
    if (event->type == LETTER_YAML_MAPPING_START)
        return read_mapping(reader, event);
    return letter_read_extra_scalar(reader, event);
}

void letter_read_extra(LetterReader *reader, const LetterKey *key, const LetterYamlEvent *event,
                       gpointer field)
{
    LetterExtra **extra = field;

    if (event->type != LETTER_YAML_MAPPING_START) {
        letter_reader_wrong_type(reader, key, event);
        return;
    }
    g_clear_pointer(extra, letter_extra_free);
    *extra = read_mapping(reader, event);
}
