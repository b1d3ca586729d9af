/*
 * syntax.c - the ends of links and of link definitions in Markdown.
 */
#include "body/syntax.h"

#include <string.h>

#define MAX_LABEL_LENGTH 999
#define MAX_PARENTHESES  32

static char byte_at(LetterSlice text, gsize at)
{
    return at < text.size ? text.data[at] : '\0';
}

/* The bytes of an escape, or of one plain byte. */
static gsize step(LetterSlice text, gsize at)
{
    return text.data[at] == '\\' && g_ascii_ispunct(byte_at(text, at + 1)) ? 2 : 1;
}

static gsize skip_space(LetterSlice text, gsize at)
{
    while (at < text.size && strchr(" \t\n\r\v\f", text.data[at]) != NULL)
        at++;
    return at;
}

static gsize skip_blanks(LetterSlice text, gsize at)
{
    while (byte_at(text, at) == ' ' || byte_at(text, at) == '\t')
        at++;
    return at;
}

static gsize skip_label(LetterSlice text, gsize at)
{
    gsize end = at + 1;

    if (byte_at(text, at) != '[')
        return at;
    while (end < text.size && text.data[end] != '[' && text.data[end] != ']')
        end += step(text, end);
    return byte_at(text, end) == ']' && end - at - 1 <= MAX_LABEL_LENGTH + 1 ? end + 1 : at;
}

static gsize skip_pointed_address(LetterSlice text, gsize at)
{
    gsize end = at + 1;

    while (end < text.size && strchr("<>\n", text.data[end]) == NULL)
        end += step(text, end);
    return byte_at(text, end) == '>' ? end + 1 : at;
}

/* An address may be empty: found tells whether there is one. */
static gboolean skip_address(LetterSlice text, gsize at, gsize *end)
{
    guint open = 0;

    if (byte_at(text, at) == '<') {
        *end = skip_pointed_address(text, at);
        return *end > at;
    }
    for (*end = at; *end < text.size; *end += step(text, *end)) {
        char byte = text.data[*end];

        if (g_ascii_isspace(byte) || (byte == ')' && open == 0))
            break;
        if (byte == '(' && ++open > MAX_PARENTHESES)
            return FALSE;
        if (byte == ')')
            open--;
    }
    return open == 0;
}

/* Where the closing mark would be an escaped one alone, that one closes. */
static gsize skip_title(LetterSlice text, gsize at)
{
    char opening = byte_at(text, at);
    char closing = opening == '(' ? ')' : opening;
    gsize escaped_end = at;

    if (opening == '\0' || strchr("\"'(", opening) == NULL)
        return at;
    for (gsize end = at + 1; end < text.size;) {
        gsize size = step(text, end);

        if (size == 1 && text.data[end] == closing)
            return end + 1;
        if (size == 1 && opening == '(' && text.data[end] == '(')
            return escaped_end;
        if (size == 2 && text.data[end + 1] == closing)
            escaped_end = end + 2;
        end += size;
    }
    return escaped_end;
}

static gsize skip_inline_tail(LetterSlice text, gsize at)
{
    gsize end, title;

    if (byte_at(text, at) != '(' || !skip_address(text, skip_space(text, at + 1), &end))
        return at;
    title = skip_space(text, end);
    if (title > end)
        end = skip_space(text, skip_title(text, title));
    return byte_at(text, end) == ')' ? end + 1 : at;
}

gsize letter_syntax_link_tail(LetterSlice text, gsize at)
{
    gsize end = skip_inline_tail(text, at);

    return end > at ? end : skip_label(text, at);
}

/* Blanks with one line end among them at most. */
static gsize skip_blanks_and_line_end(LetterSlice text, gsize at)
{
    at = skip_blanks(text, at);
    return byte_at(text, at) == '\n' ? skip_blanks(text, at + 1) : at;
}

/* The offset after the line end that follows blanks; 0 where more does. */
static gsize skip_rest_of_line(LetterSlice text, gsize at)
{
    at = skip_blanks(text, at);
    if (at >= text.size)
        return text.size;
    return text.data[at] == '\n' ? at + 1 : 0;
}

gsize letter_syntax_definition(LetterSlice text, gsize at)
{
    gsize end = skip_label(text, at);
    gsize address, title, after, after_title;

    if (end <= at + 2 || byte_at(text, end) != ':')
        return at;
    address = skip_blanks_and_line_end(text, end + 1);
    if (!skip_address(text, address, &end) || end == address)
        return at;
    title = skip_blanks_and_line_end(text, end);
    after = skip_rest_of_line(text, end);
    after_title = title > end ? skip_title(text, title) : title;
    if (after_title > title && skip_rest_of_line(text, after_title) > 0)
        return skip_rest_of_line(text, after_title);
    return after > 0 ? after : at;
}

gsize letter_syntax_code_span(LetterSlice text, gsize at)
{
    gsize opening = at, end;

    while (byte_at(text, opening) == '`')
        opening++;
    for (end = opening; end < text.size;) {
        gsize run = end;

        while (byte_at(text, run) == '`')
            run++;
        if (run - end == opening - at)
            return run;
        end = run + 1;
    }
    return opening;
}
