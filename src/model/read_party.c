/*
 * read_party.c - parties: a name, a name with an address, or a mapping.
 */
#include "model/reader.h"

#include <string.h>

#include "text/address.h"

/* A stretch of a text that stands in the source as it is. */
static LetterText keep_part(LetterReader *reader, const LetterYamlEvent *event, LetterSlice part)
{
    gsize start = (gsize)(part.data - event->text.data);

    return letter_reader_keep(reader, part,
                              letter_reader_span_of(reader, event, start, start + part.size));
}

static void add_email(GArray **emails, LetterText address)
{
    if (*emails == NULL)
        *emails = g_array_new(FALSE, TRUE, sizeof(LetterText));
    g_array_append_val(*emails, address);
}

static void take_email(LetterReader *reader, const LetterYamlEvent *event, LetterSlice part,
                       LetterParty *party)
{
    LetterText address = keep_part(reader, event, part);

    if (!letter_address_is_valid(part))
        letter_read_bad_address(reader, address.text, address.span);
    add_email(&party->emails, address);
}

/* RFC 5322 quotes a name that holds a comma or a dot; a letter need not. */
static LetterSlice strip_quotes(LetterSlice name)
{
    if (name.size >= 2 && name.data[0] == '"' && name.data[name.size - 1] == '"')
        return (LetterSlice){ name.data + 1, name.size - 2 };
    return name;
}

/* One word with an '@' within is meant as an address. */
static gboolean looks_like_address(LetterSlice text)
{
    const char *at = memchr(text.data, '@', text.size);

    return at != NULL && at != text.data && memchr(text.data, ' ', text.size) == NULL;
}

gboolean letter_read_holds_address(LetterSlice text)
{
    static const char around[] = " \t<>()[],;:\"";
    gsize start = 0;

    if (memchr(text.data, '@', text.size) == NULL)
        return FALSE;
    for (gsize i = 0; i <= text.size; i++) {
        if (i < text.size && strchr(around, text.data[i]) == NULL)
            continue;
        if (letter_address_is_valid((LetterSlice){ text.data + start, i - start }))
            return TRUE;
        start = i + 1;
    }
    return FALSE;
}

/* An address within the name would be published with it. */
static void take_name(LetterReader *reader, const LetterYamlEvent *event, LetterSlice part,
                      LetterParty *party)
{
    party->name = keep_part(reader, event, part);
    if (letter_read_holds_address(part))
        letter_diagnostics_add_with(reader->diagnostics, LETTER_RULE_ADDRESS_FORM, reader->source,
                                    event->span, party->name.text, "write 'email:' beside 'name:'",
                                    NULL);
}

static void take_text(LetterReader *reader, const LetterYamlEvent *event, LetterParty *party)
{
    LetterSlice text = letter_slice_trim(event->text);
    const char *bracket = memchr(text.data, '<', text.size);
    LetterSlice name;

    if (bracket == NULL || text.data[text.size - 1] != '>') {
        if (looks_like_address(text))
            take_email(reader, event, text, party);
        else
            take_name(reader, event, text, party);
        return;
    }
    name = letter_slice_trim((LetterSlice){ text.data, (gsize)(bracket - text.data) });
    if (name.size > 0)
        party->name = keep_part(reader, event, strip_quotes(name));
    text = (LetterSlice){ bracket + 1, (gsize)(text.data + text.size - bracket) - 2 };
    take_email(reader, event, letter_slice_trim(text), party);
}

/* The bits of the keys that the text stands for. */
static guint64 read_text(LetterReader *reader, const LetterKey *key, const LetterYamlEvent *event,
                         LetterParty *party)
{
    const LetterKey *email = letter_table_find(key->table, "email");
    LetterYamlEvent line = *event;
    LetterText text;

    if (!letter_read_text(reader, key, event, &text))
        return G_MAXUINT64;
    line.text.size = text.size;
    if (letter_slice_trim(line.text).size == 0) {
        letter_diagnostics_add(reader->diagnostics, LETTER_RULE_PARTY_NAME_MISSING, reader->source,
                               event->span);
        return G_MAXUINT64;
    }
    take_text(reader, &line, party);
    /* An address alone is a party, though it has no name. */
    return party->emails != NULL ? G_MAXUINT64 : ~letter_table_bit(key->table, email);
}

static void require_contact(LetterReader *reader, const LetterTable *table, guint64 given,
                            LetterSpan span)
{
    static const char *const any[] = { "name", "email", "url" };

    if (letter_reader_is_broken(reader))
        return;
    for (guint i = 0; i < G_N_ELEMENTS(any); i++) {
        if ((given & letter_table_bit(table, letter_table_find(table, any[i]))) != 0)
            return;
    }
    letter_diagnostics_add_with(reader->diagnostics, LETTER_RULE_MISSING_KEY, reader->source, span,
                                "name', 'email' or 'url", NULL);
}

static guint64 read_fields(LetterReader *reader, const LetterKey *key, const LetterYamlEvent *event,
                           LetterParty *party)
{
    party->span = letter_reader_place(reader, event->span);
    if (event->type == LETTER_YAML_MAPPING_START)
        return letter_reader_mapping(reader, key->table, event, party);
    if (event->type == LETTER_YAML_SCALAR)
        return read_text(reader, key, event, party);
    letter_reader_wrong_type(reader, key, event);
    return G_MAXUINT64;
}

/* The one party of a key of the letter itself. */
void letter_read_party(LetterReader *reader, const LetterKey *key, const LetterYamlEvent *event,
                       gpointer field)
{
    guint64 keys;

    letter_party_clear(field);
    keys = read_fields(reader, key, event, field);
    letter_reader_remember(reader, key->table, field, event->span)->keys |= keys;
}

static void read_item(LetterReader *reader, const LetterKey *key, const LetterYamlEvent *event,
                      GArray *list)
{
    LetterParty party = { .type = LETTER_PARTY_UNKNOWN };
    guint64 keys = read_fields(reader, key, event, &party);

    if (key->table == &letter_schema_contact)
        require_contact(reader, key->table, keys, event->span);
    letter_reader_require(reader, key->table, keys, event->span);
    g_array_append_val(list, party);
}

/* The list in the field, empty. */
static GArray *renew(gpointer field)
{
    GArray **list = field;

    g_clear_pointer(list, g_array_unref);
    *list = letter_party_list_new();
    return *list;
}

void letter_read_parties(LetterReader *reader, const LetterKey *key, const LetterYamlEvent *event,
                         gpointer field)
{
    letter_reader_list_or_one(reader, key, event, read_item, renew(field));
}

void letter_read_party_list(LetterReader *reader, const LetterKey *key,
                            const LetterYamlEvent *event, gpointer field)
{
    letter_reader_list(reader, key, event, read_item, renew(field));
}

static void read_address_item(LetterReader *reader, const LetterKey *key,
                              const LetterYamlEvent *event, GArray *list)
{
    LetterText address = { NULL, 0, event->span };

    letter_read_address(reader, key, event, &address);
    if (address.text != NULL)
        g_array_append_val(list, address);
}

static GArray *renew_emails(gpointer field)
{
    GArray **emails = field;

    g_clear_pointer(emails, g_array_unref);
    *emails = g_array_new(FALSE, TRUE, sizeof(LetterText));
    return *emails;
}

void letter_read_emails(LetterReader *reader, const LetterKey *key, const LetterYamlEvent *event,
                        gpointer field)
{
    LetterYamlEvent first;

    /* Else who is named would get no message, and nobody would know. */
    if (event->type == LETTER_YAML_LIST_START && letter_reader_peek(reader, &first) &&
        first.type == LETTER_YAML_LIST_END)
        letter_diagnostics_add_with(reader->diagnostics, LETTER_RULE_WRONG_TYPE, reader->source,
                                    event->span, key->name, "empty", NULL);
    letter_reader_list_or_one(reader, key, event, read_address_item, renew_emails(field));
}

void letter_read_email(LetterReader *reader, const LetterKey *key, const LetterYamlEvent *event,
                       gpointer field)
{
    read_address_item(reader, key, event, renew_emails(field));
}
