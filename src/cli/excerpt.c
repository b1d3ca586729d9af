/*
 * excerpt.c - the source line of a finding, as a terminal can show it.
 *
 * A line may have a megabyte, so only a window about the finding is looked at.
 */
#include "cli/excerpt.h"

#include <string.h>

#include "base/printable.h"
#include "text/wrap.h"

#define TAB_WIDTH      4
#define CUT            "…"
#define CUT_WIDTH      1
#define BYTES_A_COLUMN 8 /* enough for a letter with marks on it */

static guint width_of(const GString *text)
{
    return letter_text_width((LetterSlice){ text->str, text->len });
}

static gboolean is_continuation(char byte)
{
    return ((guchar)byte & 0xC0) == 0x80;
}

/* Not within a character, as long as the bytes are UTF-8. */
static gsize to_character_start(const LetterSource *source, gsize offset, gsize least)
{
    for (guint steps = 0; steps < 3 && offset > least && offset < source->size &&
                          is_continuation(source->data[offset]);
         steps++)
        offset--;
    return offset;
}

/* Appends a stretch of the source; @before is how wide all before it is. */
static void append_shown(GString *shown, const LetterSource *source, LetterSpan span, guint before)
{
    LetterSlice rest = letter_source_slice(source, span);

    while (rest.size > 0) {
        gsize size = 1;

        if (rest.data[0] != '\t')
            size = letter_printable_append_character(shown, rest);
        else
            for (guint at = (before + width_of(shown)) % TAB_WIDTH; at < TAB_WIDTH; at++)
                g_string_append_c(shown, ' ');
        rest.data += size;
        rest.size -= size;
    }
}

/* What is kept grows a character at a time and is measured whole: emoji are
   made of several, which have no width of their own. */
static void cut_front(GString *text, guint width)
{
    const char *end = text->str + text->len, *kept = end;

    while (kept > text->str) {
        const char *more = g_utf8_prev_char(kept);

        if (letter_text_width((LetterSlice){ more, (gsize)(end - more) }) + CUT_WIDTH > width)
            break;
        kept = more;
    }
    g_string_erase(text, 0, kept - text->str);
    g_string_prepend(text, CUT);
}

static void cut_end(GString *text, guint width)
{
    gsize kept = 0;

    while (kept < text->len) {
        gsize more = (gsize)(g_utf8_next_char(text->str + kept) - text->str);

        if (letter_text_width((LetterSlice){ text->str, more }) + CUT_WIDTH > width)
            break;
        kept = more;
    }
    g_string_truncate(text, kept);
    g_string_append(text, CUT);
}

/* What of the line is near enough to the finding to be shown. */
static LetterSpan find_window(const LetterSource *source, LetterSpan line, gsize at, guint width)
{
    gsize reach = (gsize)width * BYTES_A_COLUMN;
    LetterSpan window = line;

    if (at - line.start > reach)
        window.start = to_character_start(source, at - reach, line.start);
    if (line.end - at > reach)
        window.end = to_character_start(source, at + reach, at);
    return window;
}

static LetterSpan find_line(const LetterSource *source, gsize offset)
{
    LetterSpan line = letter_source_line_at(source, offset);

    if (line.start == 0 && line.end >= 3 && memcmp(source->data, "\xEF\xBB\xBF", 3) == 0)
        line.start = 3;
    return line;
}

void letter_excerpt_take(const LetterSource *source, LetterSpan span, guint width,
                         LetterExcerpt *excerpt)
{
    g_autoptr(GString) before = g_string_new(NULL);
    g_autoptr(GString) rest = g_string_new(NULL);
    LetterSpan line = find_line(source, span.start), window;
    gsize start = CLAMP(span.start, line.start, line.end);
    gsize end = CLAMP(span.end, start, line.end);

    start = to_character_start(source, start, line.start);
    window = find_window(source, line, start, width);
    append_shown(before, source, (LetterSpan){ window.start, start }, 0);
    if (window.start > line.start || width_of(before) > width * 2 / 3)
        cut_front(before, width / 2);
    excerpt->mark_column = width_of(before);
    append_shown(rest, source, (LetterSpan){ start, MIN(end, window.end) }, excerpt->mark_column);
    excerpt->mark_width = width_of(rest);
    append_shown(rest, source, (LetterSpan){ MAX(start, MIN(end, window.end)), window.end },
                 excerpt->mark_column);
    if (window.end < line.end || excerpt->mark_column + width_of(rest) > width)
        cut_end(rest, width - excerpt->mark_column);
    excerpt->mark_width = CLAMP(excerpt->mark_width, 1, MAX(width_of(rest), 1));
    excerpt->line = g_strconcat(before->str, rest->str, NULL);
}

void letter_excerpt_clear(LetterExcerpt *excerpt)
{
    g_free(excerpt->line);
}
