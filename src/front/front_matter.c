/*
 * front_matter.c - find the YAML head and the Markdown body of a letter.
 *
 * A letter opens with a fence line, a YAML head and a second fence line; all
 * after that is the body.  Only the borders are found here: yaml.c reads the
 * head, the body room its Markdown.  Format: letter(5), "Front matter".
 */
#include "front/front_matter.h"

#include <string.h>

#include "front/encoding.h"

/* More findings of one kind tell an author nothing new. */
#define MAX_FINDINGS 20

static gsize skip_byte_order_mark(const LetterSource *source)
{
    return source->size >= 3 && memcmp(source->data, "\xEF\xBB\xBF", 3) == 0 ? 3 : 0;
}

/* The bytes from @from on that are not UTF-8, up to the next that may be. */
static LetterSpan find_bad_bytes(const LetterSource *source, gsize from)
{
    const char *end = source->data + source->size;
    LetterSpan bad;
    const char *at;

    /* GLib stops at NUL too, which is a control character, not a bad byte. */
    for (at = source->data + from; !g_utf8_validate_len(at, (gsize)(end - at), &at); at++) {
        if (*at != '\0')
            break;
    }
    bad.start = bad.end = (gsize)(at - source->data);
    while (bad.end < source->size && source->data[bad.end] != '\0' &&
           (gint32)g_utf8_get_char_validated(source->data + bad.end,
                                             (gssize)(source->size - bad.end)) < 0)
        bad.end++;
    return bad;
}

static gboolean check_utf8(const LetterSource *source, LetterDiagnostics *diagnostics)
{
    LetterSpan bad = find_bad_bytes(source, 0);
    gboolean valid = bad.start == source->size;

    for (guint count = 0; bad.start < source->size && count < MAX_FINDINGS; count++) {
        char byte[5];

        g_snprintf(byte, sizeof byte, "0x%02X", (guint)(guchar)source->data[bad.start]);
        letter_diagnostics_add_with(diagnostics, LETTER_RULE_NOT_UTF8, source, bad, byte, NULL);
        bad = find_bad_bytes(source, bad.end);
    }
    return valid;
}

static void check_characters(const LetterSource *source, LetterDiagnostics *diagnostics)
{
    LetterSlice text = { source->data, source->size };
    LetterForbidden found = { .offset = 0 };

    for (guint count = 0; count < MAX_FINDINGS; count++) {
        LetterSpan span;
        LetterRule rule = LETTER_RULE_CONTROL_CHARACTER;
        char name[16];

        if (!letter_encoding_find_forbidden(text, found.offset + found.size, &found))
            return;
        if (found.character == 0x2028 || found.character == 0x2029)
            rule = LETTER_RULE_LINE_SEPARATOR;
        g_snprintf(name, sizeof name, "U+%04X", found.character);
        span = (LetterSpan){ found.offset, found.offset + found.size };
        letter_diagnostics_add_with(diagnostics, rule, source, span, name, NULL);
    }
}

gboolean letter_front_matter_check_encoding(const LetterSource *source,
                                            LetterDiagnostics *diagnostics)
{
    gboolean valid = check_utf8(source, diagnostics);

    check_characters(source, diagnostics);
    return valid;
}

/* Blanks after the hyphens are allowed: editors leave them behind. */
static gboolean is_fence(LetterSlice line)
{
    return letter_slice_equals(letter_slice_trim_end(line), "---");
}

static gboolean find_borders(const LetterSource *source, LetterDiagnostics *diagnostics,
                             LetterFrontMatter *split)
{
    gsize start = skip_byte_order_mark(source);
    LetterLines lines = letter_source_lines(source, (LetterSpan){ start, source->size });
    LetterSpan opening = { start, start };
    gsize head;

    if (!letter_lines_at_end(&lines))
        opening = letter_lines_next(&lines);
    if (!is_fence(letter_source_slice(source, opening)))
        return letter_diagnostics_add(diagnostics, LETTER_RULE_HEAD_MISSING, source, opening);

    head = lines.next;
    while (!letter_lines_at_end(&lines)) {
        LetterSpan line = letter_lines_next(&lines);

        if (is_fence(letter_source_slice(source, line))) {
            split->head = (LetterSpan){ head, line.start };
            split->body = (LetterSpan){ lines.next, source->size };
            return TRUE;
        }
    }

    /* Point at the fence that was opened, not at the end of the file. */
    return letter_diagnostics_add(diagnostics, LETTER_RULE_HEAD_OPEN, source, opening);
}

gboolean letter_front_matter_split(const LetterSource *source, LetterDiagnostics *diagnostics,
                                   LetterFrontMatter *split)
{
    gboolean valid = letter_front_matter_check_encoding(source, diagnostics);

    return find_borders(source, diagnostics, split) && valid;
}
