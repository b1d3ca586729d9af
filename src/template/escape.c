/*
 * escape.c - texts of strangers, made harmless for a format.
 */
#include "template/escape.h"

#include <string.h>

#include "text/unsafe.h"

static const char *entity_of(char byte)
{
    switch (byte) {
    case '&':
        return "&amp;";
    case '<':
        return "&lt;";
    case '>':
        return "&gt;";
    case '"':
        return "&quot;";
    case '\'':
        return "&#39;";
    default:
        return NULL;
    }
}

/* What stands for the character at @at, whose bytes are @size; NULL: itself. */
static const char *replacement_of(LetterEscape escape, const char *at, gsize *size)
{
    *size = 1;
    if (escape == LETTER_ESCAPE_HTML && entity_of(*at) != NULL)
        return entity_of(*at);
    /* A name must not begin a line of its own. */
    if (escape == LETTER_ESCAPE_TEXT && (*at == '\n' || *at == '\t'))
        return " ";
    if (!letter_unsafe_may_begin((guchar)*at))
        return NULL;
    *size = letter_unsafe_size(at);
    if (*size > 0)
        return "";
    *size = 1;
    return NULL;
}

void letter_escape(LetterEscape escape, LetterSlice text, LetterSink *sink)
{
    gsize start = 0;
    gsize size;

    for (gsize i = 0; i < text.size; i += size) {
        const char *replacement;

        size = 1;
        if (g_ascii_isalnum(text.data[i]) || text.data[i] == ' ')
            continue;
        replacement = replacement_of(escape, text.data + i, &size);
        if (replacement == NULL)
            continue;
        letter_sink_write(sink, text.data + start, i - start);
        letter_sink_puts(sink, replacement);
        start = i + size;
    }
    letter_sink_write(sink, text.data + start, text.size - start);
}

gboolean letter_address_is_allowed(LetterSlice address)
{
    static const char *const schemes[] = { "http", "https", "mailto", "tel" };
    gsize size = 0;

    while (size < address.size && strchr(":/?#", address.data[size]) == NULL)
        size++;
    if (size == address.size || address.data[size] != ':')
        return address.size < 2 || address.data[0] != '/' ||
               (address.data[1] != '/' && address.data[1] != '\\');
    for (gsize i = 0; i < G_N_ELEMENTS(schemes); i++)
        if (strlen(schemes[i]) == size && g_ascii_strncasecmp(address.data, schemes[i], size) == 0)
            return TRUE;
    return FALSE;
}
