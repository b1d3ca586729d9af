/*
 * rfc2231.c - parameters of a field: file names beyond ASCII.
 */
#include "mail/rfc2231.h"

#include <string.h>

/* With its name a parameter stays within a line. */
#define VALUE_SIZE 56

#define CHARSET "UTF-8''"

/* What needs no escape in an extended value (section 7, attribute-char). */
#define PLAIN_MARKS "!#$&+-.^_`{|}~"

static gboolean is_quotable(const char *value)
{
    for (const char *at = value; *at != '\0'; at++)
        if (!g_ascii_isprint(*at) || *at == '"' || *at == '\\')
            return FALSE;
    return strlen(value) <= VALUE_SIZE && strstr(value, "=?") == NULL;
}

static void put_parameter(LetterFieldWriter *field, const char *text)
{
    letter_sink_putc(field->sink, ';');
    field->column++;
    letter_field_token(field, letter_slice(text));
}

static void append_escaped(GString *to, LetterSlice character)
{
    for (gsize at = 0; at < character.size; at++) {
        char byte = character.data[at];

        if (g_ascii_isalnum(byte) || (byte != '\0' && strchr(PLAIN_MARKS, byte) != NULL))
            g_string_append_c(to, byte);
        else
            g_string_append_printf(to, "%%%02X", (guchar)byte);
    }
}

/* The value in pieces of whole characters, each short enough for a line. */
static GPtrArray *split_extended(const char *value)
{
    GPtrArray *pieces = g_ptr_array_new_with_free_func(g_free);
    g_autoptr(GString) piece = g_string_new(CHARSET);

    while (*value != '\0') {
        gsize size = (gsize)(g_utf8_next_char(value) - value);
        gsize before = piece->len;

        append_escaped(piece, (LetterSlice){ value, size });
        if (piece->len > VALUE_SIZE) {
            g_ptr_array_add(pieces, g_strndup(piece->str, before));
            g_string_erase(piece, 0, (gssize)before);
        }
        value += size;
    }
    g_ptr_array_add(pieces, g_strdup(piece->str));
    return pieces;
}

static void put_extended(LetterFieldWriter *field, const char *name, const char *value)
{
    g_autoptr(GPtrArray) pieces = split_extended(value);

    for (guint i = 0; i < pieces->len; i++) {
        g_autofree char *section = pieces->len > 1 ? g_strdup_printf("*%u", i) : g_strdup("");
        g_autofree char *parameter =
            g_strdup_printf("%s%s*=%s", name, section, (char *)g_ptr_array_index(pieces, i));

        put_parameter(field, parameter);
    }
}

void letter_parameter_write(LetterFieldWriter *field, const char *name, const char *value)
{
    g_autofree char *normal = g_utf8_normalize(value, -1, G_NORMALIZE_NFC);
    g_autofree char *quoted = NULL;

    /* Bytes that are no UTF-8 have no name in any charset: message_check.c
       refuses them. */
    g_return_if_fail(normal != NULL);
    if (!is_quotable(normal)) {
        put_extended(field, name, normal);
        return;
    }
    quoted = g_strdup_printf("%s=\"%s\"", name, normal);
    put_parameter(field, quoted);
}
