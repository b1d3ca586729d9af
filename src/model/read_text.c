/*
 * read_text.c - texts: one line, Markdown, a list of lines.
 */
#include "model/reader.h"

#include <string.h>

#include "base/bidi.h"
#include "front/yaml_map.h"

static void check_bidi(LetterReader *reader, const LetterYamlEvent *event)
{
    LetterBidi found = { 0, 0, 0 };

    while (letter_bidi_find(event->text, found.end, &found)) {
        char name[16];

        g_snprintf(name, sizeof name, "U+%04X", found.character);
        letter_diagnostics_add_with(reader->diagnostics, LETTER_RULE_BIDI_CONTROL, reader->source,
                                    letter_reader_span_of(reader, event, found.start, found.end),
                                    name, NULL);
    }
}

static void check_zero_width(LetterReader *reader, const LetterYamlEvent *event)
{
    /* U+200C to U+200F have their use in many languages. */
    static const struct {
        const char *bytes, *name;
    } characters[] = { { "\xE2\x80\x8B", "U+200B" }, { "\xE2\x81\xA0", "U+2060" } };
    const char *end = event->text.data + event->text.size;

    if (memchr(event->text.data, '\xE2', event->text.size) == NULL)
        return;
    for (guint i = 0; i < G_N_ELEMENTS(characters); i++) {
        const char *at = event->text.data;

        for (; (at = g_strstr_len(at, end - at, characters[i].bytes)) != NULL; at += 3) {
            gsize start = (gsize)(at - event->text.data);

            letter_diagnostics_add_with(reader->diagnostics, LETTER_RULE_ZERO_WIDTH, reader->source,
                                        letter_reader_span_of(reader, event, start, start + 3),
                                        characters[i].name, NULL);
        }
    }
}

gboolean letter_read_check_text(LetterReader *reader, const LetterYamlEvent *event)
{
    g_autofree char *size = NULL;
    g_autofree char *limit = NULL;

    if (event->text.size <= LETTER_YAML_MAX_TEXT) {
        check_bidi(reader, event);
        check_zero_width(reader, event);
        return TRUE;
    }
    size = g_strdup_printf("%" G_GSIZE_FORMAT, event->text.size);
    limit = g_strdup_printf("%d", LETTER_YAML_MAX_TEXT);
    return letter_diagnostics_add_with(reader->diagnostics, LETTER_RULE_TEXT_TOO_LONG,
                                       reader->source, event->span, size, limit, NULL);
}

LetterSpan letter_reader_place(const LetterReader *reader, LetterSpan span)
{
    return reader->yaml != NULL ? span : (LetterSpan){ 0, 0 };
}

LetterText letter_reader_keep(LetterReader *reader, LetterSlice text, LetterSpan span)
{
    return (LetterText){
        g_string_chunk_insert_len(reader->strings, text.data, (gssize)text.size),
        text.size,
        letter_reader_place(reader, span),
    };
}

/* A block ends with a line end that nobody typed as part of the text. */
static LetterYamlEvent trim_block(const LetterYamlEvent *event)
{
    LetterYamlEvent trimmed = *event;

    if (event->style != LETTER_YAML_LITERAL && event->style != LETTER_YAML_FOLDED)
        return trimmed;
    while (trimmed.text.size > 0 && trimmed.text.data[trimmed.text.size - 1] == '\n')
        trimmed.text.size--;
    return trimmed;
}

static gboolean is_blank(LetterSlice text)
{
    return letter_slice_trim(text).size == 0;
}

gboolean letter_read_text(LetterReader *reader, const LetterKey *key, const LetterYamlEvent *event,
                          LetterText *text)
{
    LetterYamlEvent line = trim_block(event);

    if (line.type != LETTER_YAML_SCALAR || letter_reader_has_lines(&line)) {
        letter_reader_wrong_type(reader, key, event);
        return FALSE;
    }
    if (!letter_read_check_text(reader, &line))
        return FALSE;
    *text = letter_reader_keep(reader, line.text, line.span);
    return TRUE;
}

/* A text of blanks does not fill what must be filled. */
static void check_filled(LetterReader *reader, const LetterKey *key, const LetterYamlEvent *event)
{
    if (!is_blank(trim_block(event).text))
        return;
    if (key->need == LETTER_NEED_FILLED)
        letter_reader_wrong_value(reader, key, event, "a text");
    if (key->need == LETTER_NEED_NAME)
        letter_diagnostics_add(reader->diagnostics, LETTER_RULE_PARTY_NAME_MISSING, reader->source,
                               event->span);
}

void letter_read_line(LetterReader *reader, const LetterKey *key, const LetterYamlEvent *event,
                      gpointer field)
{
    if (letter_read_text(reader, key, event, field))
        check_filled(reader, key, event);
}

void letter_read_markdown(LetterReader *reader, const LetterKey *key, const LetterYamlEvent *event,
                          gpointer field)
{
    LetterMarkdown *markdown = field;

    if (event->type != LETTER_YAML_SCALAR) {
        letter_reader_wrong_type(reader, key, event);
        return;
    }
    check_filled(reader, key, event);
    markdown->text = letter_reader_keep(reader, event->text, event->span);
    markdown->map = letter_yaml_map_new(reader->source, event);
    if (reader->yaml == NULL)
        letter_offset_map_pin(markdown->map, 0);
    g_ptr_array_add(reader->letter->maps, markdown->map);
}

static void read_line_item(LetterReader *reader, const LetterKey *key, const LetterYamlEvent *event,
                           GArray *list)
{
    LetterText text;

    if (letter_read_text(reader, key, event, &text))
        g_array_append_val(list, text);
}

void letter_read_lines(LetterReader *reader, const LetterKey *key, const LetterYamlEvent *event,
                       gpointer field)
{
    GArray **list = field;

    g_clear_pointer(list, g_array_unref);
    *list = g_array_new(FALSE, TRUE, sizeof(LetterText));
    letter_reader_list(reader, key, event, read_line_item, *list);
}
