/*
 * mustache_tag.c - find the tags of a template.
 *
 * Mustache specification 1.4, delimiters and comments, and what all kinds of
 * tags say of white space: a tag alone on its line takes the line with it.
 */
#define _GNU_SOURCE /* memrchr */

#include "template/mustache_tag.h"

#include <string.h>

#define MAX_DELIMITER 8

typedef struct Scanner {
    const LetterSource *source;
    LetterDiagnostics *diagnostics;
    char open[MAX_DELIMITER + 1];
    char close[MAX_DELIMITER + 1];
    gsize at;
    gsize last;       /* where the tag before began: it may hold line ends */
    gsize line_start; /* of the line that it began in */
} Scanner;

static gboolean complain(const Scanner *scanner, LetterSpan span, const char *what)
{
    return letter_diagnostics_add_with(scanner->diagnostics, LETTER_RULE_TEMPLATE_SYNTAX,
                                       scanner->source, span, what, NULL);
}

/* Where @text is found, at @from or after it; the end where it is not. */
static gsize find_text(const LetterSource *source, gsize from, const char *text)
{
    gsize length = strlen(text);

    while (from + length <= source->size) {
        const char *found = memchr(source->data + from, text[0], source->size - from - length + 1);

        if (found == NULL)
            break;
        from = (gsize)(found - source->data);
        if (memcmp(found, text, length) == 0)
            return from;
        from++;
    }
    return source->size;
}

static LetterSpan trim(const LetterSource *source, LetterSpan span)
{
    while (span.start < span.end && g_ascii_isspace(source->data[span.start]))
        span.start++;
    while (span.end > span.start && g_ascii_isspace(source->data[span.end - 1]))
        span.end--;
    return span;
}

static gboolean is_blank(char byte)
{
    return byte == ' ' || byte == '\t';
}

/* What stands around the tag on its lines.  Each byte is looked at once for
   the start of lines, however many tags a line has. */
static void look_around(Scanner *scanner, LetterTag *tag)
{
    const LetterSource *source = scanner->source;
    gsize before = tag->span.start;
    gsize after = tag->span.end;
    const char *line_end =
        memrchr(source->data + scanner->last, '\n', tag->span.start - scanner->last);

    if (line_end != NULL)
        scanner->line_start = (gsize)(line_end - source->data) + 1;
    scanner->last = tag->span.start;
    tag->line_start = scanner->line_start;
    while (before > tag->line_start && is_blank(source->data[before - 1]))
        before--;
    tag->opens_line = before == tag->line_start;

    while (after < source->size && is_blank(source->data[after]))
        after++;
    if (after + 1 < source->size && source->data[after] == '\r' && source->data[after + 1] == '\n')
        after++;
    tag->closes_line = after == source->size || source->data[after] == '\n';
    tag->line_end = MIN(after + 1, source->size);
}

static gboolean is_delimiter(LetterSlice text)
{
    if (text.size == 0 || text.size > MAX_DELIMITER)
        return FALSE;
    return memchr(text.data, '=', text.size) == NULL;
}

/* `{{=<% %>=}}`: two delimiters with white space between them. */
static gboolean set_delimiters(Scanner *scanner, const LetterTag *tag)
{
    LetterSlice text = letter_source_slice(scanner->source, tag->name);
    LetterSlice open = { text.data, 0 };
    LetterSlice close;

    while (open.size < text.size && !g_ascii_isspace(text.data[open.size]))
        open.size++;
    close = letter_slice_trim((LetterSlice){ text.data + open.size, text.size - open.size });
    for (gsize i = 0; i < close.size; i++)
        if (g_ascii_isspace(close.data[i]))
            close.size = 0;
    if (!is_delimiter(open) || !is_delimiter(close))
        return complain(scanner, tag->span, "new delimiters are written {{=<% %>=}}");
    memcpy(scanner->open, open.data, open.size);
    scanner->open[open.size] = '\0';
    memcpy(scanner->close, close.data, close.size);
    scanner->close[close.size] = '\0';
    return TRUE;
}

/* Reads the tag whose opening delimiter stands at @start. */
static gboolean read_tag(Scanner *scanner, gsize start, LetterTag *tag)
{
    const LetterSource *source = scanner->source;
    gsize at = start + strlen(scanner->open);
    char first = at < source->size ? source->data[at] : '\0';
    const char *close = scanner->close;
    char longer[MAX_DELIMITER + 2];
    gsize end;

    *tag = (LetterTag){ 0 };
    if (first != '\0' && strchr("!={&#^/><$", first) != NULL) {
        tag->sigil = first == '{' ? '&' : first;
        at++;
    }
    if (first == '{' || first == '=') {
        g_snprintf(longer, sizeof longer, "%c%s", first == '{' ? '}' : '=', scanner->close);
        close = longer;
    }
    end = find_text(source, at, close);
    if (end == source->size)
        return complain(scanner, (LetterSpan){ start, at }, "this tag is not closed");

    tag->span = (LetterSpan){ start, end + strlen(close) };
    tag->name = trim(source, (LetterSpan){ at, end });
    scanner->at = tag->span.end;
    look_around(scanner, tag);
    if (tag->sigil == '=')
        return set_delimiters(scanner, tag);
    if (tag->sigil != '!' && tag->name.start == tag->name.end)
        return complain(scanner, tag->span, "this tag has no name");
    return TRUE;
}

gboolean letter_tags_find(const LetterSource *source, GArray *tags, LetterDiagnostics *diagnostics)
{
    Scanner scanner = { source, diagnostics, "{{", "}}", 0, 0, 0 };

    for (;;) {
        gsize start = find_text(source, scanner.at, scanner.open);
        LetterTag tag;

        if (start == source->size)
            return TRUE;
        if (!read_tag(&scanner, start, &tag))
            return FALSE;
        g_array_append_val(tags, tag);
    }
}
