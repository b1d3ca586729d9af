/*
 * read_email.c - the settings of the message: attachments, headers.
 */
#include "model/reader.h"

#include <string.h>

#include "text/address.h"

static void read_attachment(LetterReader *reader, const LetterKey *key,
                            const LetterYamlEvent *event, GArray *list)
{
    LetterAttachment attachment = { .path = { .text = NULL } };
    guint64 keys;

    if (event->type == LETTER_YAML_MAPPING_START) {
        keys = letter_reader_mapping(reader, key->table, event, &attachment);
        letter_reader_require(reader, key->table, keys, event->span);
    } else {
        letter_read_path(reader, key, event, &attachment.path);
    }
    g_array_append_val(list, attachment);
}

void letter_read_attachments(LetterReader *reader, const LetterKey *key,
                             const LetterYamlEvent *event, gpointer field)
{
    GArray **list = field;

    g_clear_pointer(list, g_array_unref);
    *list = g_array_new(FALSE, TRUE, sizeof(LetterAttachment));
    letter_reader_list_or_one(reader, key, event, read_attachment, *list);
}

/* RFC 2369 section 2: a web address, or mailto: and what may follow it. */
static void read_unsubscribe_item(LetterReader *reader, const LetterKey *key,
                                  const LetterYamlEvent *event, GArray *list)
{
    static const char scheme[] = "mailto:";
    LetterText address = { NULL, 0, event->span };
    gsize size;

    if (event->type != LETTER_YAML_SCALAR || !g_str_has_prefix(event->text.data, scheme)) {
        letter_read_url(reader, key, event, &address);
    } else if (letter_read_text(reader, key, event, &address)) {
        size = strcspn(address.text + strlen(scheme), "?");
        if (!letter_address_is_valid((LetterSlice){ address.text + strlen(scheme), size }) ||
            strpbrk(address.text, " \t<>\"") != NULL)
            letter_read_bad_address(reader, address.text, event->span);
    }
    if (address.text != NULL)
        g_array_append_val(list, address);
}

void letter_read_unsubscribe(LetterReader *reader, const LetterKey *key,
                             const LetterYamlEvent *event, gpointer field)
{
    GArray **list = field;

    g_clear_pointer(list, g_array_unref);
    *list = g_array_new(FALSE, TRUE, sizeof(LetterText));
    letter_reader_list_or_one(reader, key, event, read_unsubscribe_item, *list);
}

/* RFC 5322 section 3.6.8: printable ASCII but the colon. */
static gboolean is_header_name(const char *name)
{
    const char *at = name;

    if (g_ascii_strcasecmp(name, "Feedback-ID") == 0)
        return TRUE;
    if (g_ascii_strncasecmp(name, "X-", 2) != 0 || name[2] == '\0' || strlen(name) > 70)
        return FALSE;
    while (g_ascii_isgraph(*at) && *at != ':')
        at++;
    return *at == '\0';
}

static gboolean has_header(const GArray *list, const char *name)
{
    for (guint i = 0; i < list->len; i++) {
        if (g_ascii_strcasecmp(g_array_index(list, LetterHeader, i).name.text, name) == 0)
            return TRUE;
    }
    return FALSE;
}

/* A letter that sets so many is no letter. */
#define MAX_HEADERS 100

static gboolean read_header_name(LetterReader *reader, const LetterYamlEvent *event,
                                 const GArray *list, LetterText *name)
{
    if (event->type != LETTER_YAML_SCALAR) {
        letter_diagnostics_add(reader->diagnostics, LETTER_RULE_KEY_NOT_TEXT, reader->source,
                               event->span);
        letter_reader_skip(reader, event);
        return FALSE;
    }
    *name = letter_reader_keep(reader, event->text, event->span);
    if (!is_header_name(name->text) || list->len == MAX_HEADERS)
        return letter_diagnostics_add_with(reader->diagnostics, LETTER_RULE_HEADER_FORM,
                                           reader->source, event->span, name->text, NULL);
    if (has_header(list, name->text))
        return letter_diagnostics_add_with(reader->diagnostics, LETTER_RULE_DUPLICATE_KEY,
                                           reader->source, event->span, name->text, NULL);
    return TRUE;
}

static void read_header(LetterReader *reader, const LetterYamlEvent *event, GArray *list)
{
    LetterHeader header = { .name = { .text = NULL } };
    gboolean is_sound = read_header_name(reader, event, list, &header.name);
    LetterKey key = { .type = LETTER_TYPE_LINE, .name = header.name.text };
    LetterYamlEvent value;

    if (!letter_reader_next(reader, &value))
        return;
    if (!is_sound)
        letter_reader_skip(reader, &value);
    else if (!letter_yaml_is_absent(&value) &&
             letter_read_text(reader, &key, &value, &header.value))
        g_array_append_val(list, header);
}

void letter_read_headers(LetterReader *reader, const LetterKey *key, const LetterYamlEvent *event,
                         gpointer field)
{
    GArray **list = field;
    LetterYamlEvent name;

    if (event->type != LETTER_YAML_MAPPING_START) {
        letter_reader_wrong_type(reader, key, event);
        return;
    }
    g_clear_pointer(list, g_array_unref);
    *list = g_array_new(FALSE, TRUE, sizeof(LetterHeader));
    while (letter_reader_next(reader, &name) && name.type != LETTER_YAML_MAPPING_END)
        read_header(reader, &name, *list);
}
