/*
 * escape.c - texts of strangers, made harmless for a format.
 */
#include "template/escape.h"

#include <string.h>

#include "text/unsafe.h"

/* What stands for a byte, where it does not stand for itself. */
static const char *const replacements[][256] = {
    [LETTER_ESCAPE_HTML] = { ['&'] = "&amp;",
                             ['<'] = "&lt;",
                             ['>'] = "&gt;",
                             ['"'] = "&quot;",
                             ['\''] = "&#39;" },
    /* A name must not begin a line of its own. */
    [LETTER_ESCAPE_TEXT] = { ['\n'] = " ", ['\t'] = " " },
};

/* The printable ASCII that stands for itself. */
static const guint8 plain[][256] = {
    [LETTER_ESCAPE_HTML] = { [' ' ... '!'] = 1,
                             ['#' ... '%'] = 1,
                             ['(' ... ';'] = 1,
                             ['='] = 1,
                             ['?' ... '~'] = 1 },
    [LETTER_ESCAPE_TEXT] = { [' ' ... '~'] = 1 },
};

void letter_escape(LetterEscape escape, LetterSlice text, LetterSink *sink)
{
    const char *const *replacement = replacements[escape];
    const guint8 *is_plain = plain[escape];
    const char *end = text.data + text.size;
    const char *start = text.data;
    const char *at = start;

    for (;;) {
        guchar byte;
        gsize unsafe_size;

        while (at < end && is_plain[(guchar)*at])
            at++;
        if (at == end)
            break;
        byte = (guchar)*at;
        unsafe_size = letter_unsafe_may_begin(byte) ? letter_unsafe_size(at) : 0;
        if (replacement[byte] == NULL && unsafe_size == 0) {
            at++;
            continue;
        }
        letter_sink_write(sink, start, (gsize)(at - start));
        if (replacement[byte] != NULL)
            letter_sink_puts(sink, replacement[byte]);
        at += MAX(unsafe_size, 1);
        start = at;
    }
    letter_sink_write(sink, start, (gsize)(end - start));
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
