/*
 * rfc5322.c - header fields: their names, folding and addresses.
 */
#include "mail/rfc5322.h"

#include <string.h>

#include "mail/rfc2047.h"
#include "text/address.h"
#include "text/idna.h"
#include "text/unsafe.h"

#define NAME_SIZE    64
#define ADDRESS_SIZE 254

/* An encoded-word is begun on a line only where this much room is left. */
#define LEAST_ROOM 30

/* What an atom may hold besides letters and digits (section 3.2.3). */
#define ATOM_MARKS "!#$%&'*+-/=?^_`{|}~"

static gboolean is_atom_byte(char byte)
{
    return g_ascii_isalnum(byte) || (byte != '\0' && strchr(ATOM_MARKS, byte) != NULL);
}

void letter_field_begin(LetterFieldWriter *field, LetterSink *sink, const char *name)
{
    field->sink = sink;
    field->column = strlen(name) + 1;
    letter_sink_puts(sink, name);
    letter_sink_putc(sink, ':');
}

/* What is left of the line for a token, beside the blank before it. */
static gsize room_left(const LetterFieldWriter *field)
{
    return field->column + 1 < LETTER_FIELD_LINE_SIZE ? LETTER_FIELD_LINE_SIZE - field->column - 1
                                                      : 0;
}

void letter_field_token(LetterFieldWriter *field, LetterSlice token)
{
    if (token.size > room_left(field)) {
        letter_sink_putc(field->sink, '\n');
        field->column = 0;
    }
    letter_sink_putc(field->sink, ' ');
    letter_sink_slice(field->sink, token);
    field->column += 1 + token.size;
}

void letter_field_end(LetterFieldWriter *field)
{
    letter_sink_putc(field->sink, '\n');
}

/* Tokens between blanks; each is short enough for a line of its own. */
static void put_words(LetterFieldWriter *field, LetterSlice text)
{
    while (text.size > 0) {
        const char *blank = memchr(text.data, ' ', text.size);
        gsize size = blank != NULL ? (gsize)(blank - text.data) : text.size;

        letter_field_token(field, (LetterSlice){ text.data, size });
        size += blank != NULL;
        text.data += size;
        text.size -= size;
    }
}

static void put_encoded_text(LetterFieldWriter *field, LetterSlice text)
{
    char word[LETTER_ENCODED_WORD_SIZE + 1];

    while (text.size > 0) {
        gsize room = room_left(field);

        if (room < LEAST_ROOM)
            room = LETTER_ENCODED_WORD_SIZE;
        room = letter_encoded_word_take(&text, room, word);
        letter_field_token(field, (LetterSlice){ word, room });
    }
}

/* Some readers put a blank between the encoded-words of a name (CPython
   3.11).  So an encoded-word ends at a blank, where one more does no harm, and
   within a word only where not even a line of its own can hold that. */
static void put_encoded_name(LetterFieldWriter *field, LetterSlice name)
{
    char word[LETTER_ENCODED_WORD_SIZE + 1];

    while (name.size > 0) {
        LetterSlice rest = name;
        gsize size = letter_encoded_word_take(&rest, room_left(field), word);

        if (size > room_left(field) || (rest.size > 0 && rest.data[-1] != ' ')) {
            rest = name;
            size = letter_encoded_word_take(&rest, LETTER_ENCODED_WORD_SIZE, word);
        }
        letter_field_token(field, (LetterSlice){ word, size });
        name = rest;
    }
}

/* Whether the words fit: the first one into @room, each other one into a line
   of its own. */
static gboolean fits_lines(LetterSlice text, gsize room)
{
    gsize size = 0;

    for (gsize at = 0; at < text.size; at++) {
        if (text.data[at] == ' ') {
            size = 0;
            room = LETTER_FIELD_LINE_SIZE - 1;
        } else if (++size > room) {
            return FALSE;
        }
    }
    return TRUE;
}

static char *quote(LetterSlice text)
{
    GString *quoted = g_string_new("\"");

    for (gsize at = 0; at < text.size; at++) {
        if (text.data[at] == '"' || text.data[at] == '\\')
            g_string_append_c(quoted, '\\');
        g_string_append_c(quoted, text.data[at]);
    }
    g_string_append_c(quoted, '"');
    return g_string_free(quoted, FALSE);
}

static gboolean is_plain_phrase(LetterSlice text)
{
    for (gsize at = 0; at < text.size; at++)
        if (!is_atom_byte(text.data[at]) && text.data[at] != ' ')
            return FALSE;
    return TRUE;
}

/* A display-name (section 3.4): atoms, a quoted-string, or encoded-words.  Only
   the last are folded, though all may be: GMime would not unfold the others. */
static void put_name(LetterFieldWriter *field, LetterSlice name)
{
    g_autofree char *quoted = is_plain_phrase(name) ? NULL : quote(name);
    LetterSlice phrase = quoted != NULL ? letter_slice(quoted) : name;

    if (letter_encoded_word_is_needed(name) || phrase.size >= LETTER_FIELD_LINE_SIZE)
        put_encoded_name(field, name);
    else
        letter_field_token(field, phrase);
}

static void put_mailbox(LetterFieldWriter *field, const LetterMailbox *mailbox, gboolean is_last)
{
    g_autofree char *address = letter_address_to_ascii(mailbox->address);
    g_autofree char *name = NULL;
    g_autofree char *token = NULL;
    const char *comma = is_last ? "" : ",";

    g_return_if_fail(address != NULL);
    if (mailbox->name == NULL || mailbox->name[0] == '\0') {
        token = g_strconcat(address, comma, NULL);
    } else {
        name = g_utf8_normalize(mailbox->name, -1, G_NORMALIZE_NFC);
        put_name(field, letter_slice(name != NULL ? name : mailbox->name));
        token = g_strconcat("<", address, ">", comma, NULL);
    }
    letter_field_token(field, letter_slice(token));
}

void letter_field_write_text(LetterSink *sink, const char *name, const char *text)
{
    g_autofree char *normal = g_utf8_normalize(text, -1, G_NORMALIZE_NFC);
    LetterSlice value = letter_slice(normal != NULL ? normal : text);
    LetterFieldWriter field;

    letter_field_begin(&field, sink, name);
    /* A blank of a fold right behind the name would belong to the text for
       some readers (CPython). */
    if (letter_encoded_word_is_needed(value) || !fits_lines(value, room_left(&field)))
        put_encoded_text(&field, value);
    else
        put_words(&field, value);
    letter_field_end(&field);
}

void letter_field_write_token(LetterSink *sink, const char *name, const char *token)
{
    g_return_if_fail(strpbrk(token, "\r\n") == NULL);
    letter_sink_printf(sink, "%s: %s\n", name, token);
}

void letter_field_write_mailboxes(LetterSink *sink, const char *name,
                                  const LetterMailbox *mailboxes, guint count)
{
    LetterFieldWriter field;

    if (count == 0)
        return;
    letter_field_begin(&field, sink, name);
    for (guint i = 0; i < count; i++)
        put_mailbox(&field, &mailboxes[i], i + 1 == count);
    letter_field_end(&field);
}

gboolean letter_field_is_name(const char *name)
{
    gsize size = strlen(name);

    for (gsize at = 0; at < size; at++)
        if (!g_ascii_isgraph(name[at]) || name[at] == ':')
            return FALSE;
    return size > 0 && size <= NAME_SIZE;
}

gboolean letter_field_is_text(const char *text)
{
    if (!g_utf8_validate(text, -1, NULL))
        return FALSE;
    for (const char *at = text; *at != '\0'; at = g_utf8_next_char(at))
        if (*at == '\t' || *at == '\n' || letter_unsafe_size(at) > 0)
            return FALSE;
    return TRUE;
}

gboolean letter_field_is_id(const char *id)
{
    gsize size = strlen(id);

    return size > 2 && id[0] == '<' && id[size - 1] == '>' && g_str_is_ascii(id) &&
           letter_address_is_valid((LetterSlice){ id + 1, size - 2 });
}

char *letter_address_to_ascii(const char *address)
{
    g_autofree char *domain = NULL;
    g_autofree char *ascii = NULL;
    const char *at = strchr(address, '@');

    if (!letter_address_is_valid(letter_slice(address)))
        return NULL;
    domain = letter_domain_to_ascii(at + 1);
    if (domain == NULL)
        return NULL;
    ascii = g_strdup_printf("%.*s@%s", (int)(at - address), address, domain);
    return strlen(ascii) <= ADDRESS_SIZE ? g_steal_pointer(&ascii) : NULL;
}
