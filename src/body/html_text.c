/*
 * html_text.c - text and addresses within HTML.
 */
#include "body/html_text.h"

#include "text/unsafe.h"

/* How a byte is written, but for those that are written as they are. */
static const char *const text_escapes[256] = {
    ['&'] = "&amp;",
    ['<'] = "&lt;",
    ['>'] = "&gt;",
    ['"'] = "&quot;",
};

/* What an address may hold; '%' too, since addresses come encoded. */
static const gboolean address_bytes[256] = {
    ['0' ... '9'] = TRUE, ['A' ... 'Z'] = TRUE, ['a' ... 'z'] = TRUE, ['-'] = TRUE, ['_'] = TRUE,
    ['.'] = TRUE,         ['~'] = TRUE,         ['!'] = TRUE,         ['*'] = TRUE, ['('] = TRUE,
    [')'] = TRUE,         [','] = TRUE,         ['%'] = TRUE,         ['#'] = TRUE, ['@'] = TRUE,
    ['?'] = TRUE,         ['='] = TRUE,         [';'] = TRUE,         [':'] = TRUE, ['/'] = TRUE,
    ['+'] = TRUE,         ['$'] = TRUE,
};

static gboolean is_plain(const char *at)
{
    return text_escapes[(guchar)*at] == NULL && !letter_unsafe_may_begin((guchar)*at);
}

void letter_html_write_text(LetterSink *sink, LetterSlice text)
{
    const char *end = text.data + text.size;
    const char *start = text.data;

    for (const char *at = start; at < end;) {
        const char *escape;
        gsize unsafe_size;

        while (at < end && is_plain(at))
            at++;
        if (at == end)
            break;
        escape = text_escapes[(guchar)*at];
        unsafe_size = letter_unsafe_size(at);
        if (escape == NULL && unsafe_size == 0) {
            at++;
            continue;
        }
        letter_sink_write(sink, start, (gsize)(at - start));
        if (escape != NULL)
            letter_sink_puts(sink, escape);
        at += escape != NULL ? 1 : unsafe_size;
        start = at;
    }
    letter_sink_write(sink, start, (gsize)(end - start));
}

/* Within an attribute, '&' and an apostrophe are characters of the address. */
static void write_address_byte(LetterSink *sink, guchar byte)
{
    static const char digits[] = "0123456789ABCDEF";
    char encoded[] = { '%', digits[byte >> 4], digits[byte & 0x0F] };

    if (byte == '&')
        letter_sink_puts(sink, "&amp;");
    else if (byte == '\'')
        letter_sink_puts(sink, "&#x27;");
    else
        letter_sink_write(sink, encoded, sizeof(encoded));
}

void letter_html_write_address(LetterSink *sink, const char *address)
{
    const char *start = address;

    for (const char *at = address;; at++) {
        if (address_bytes[(guchar)*at])
            continue;
        letter_sink_write(sink, start, (gsize)(at - start));
        if (*at == '\0')
            return;
        write_address_byte(sink, (guchar)*at);
        start = at + 1;
    }
}
