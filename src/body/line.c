/*
 * line.c - what a line of Markdown may begin.
 */
#include "body/line.h"

#include <string.h>

#define TAB_WIDTH       4
#define MIN_FENCE       3
#define MIN_BREAK       3
#define MAX_HEADING     6
#define MAX_ITEM_NUMBER 9 /* digits */

LetterLine letter_line_at(LetterSlice text, gsize start)
{
    LetterLine line = { start, start, start, 0, 0 };

    while (line.end < text.size && text.data[line.end] != '\n' && text.data[line.end] != '\r')
        line.end++;
    line.next = line.end;
    if (line.next < text.size && text.data[line.next] == '\r')
        line.next++;
    if (line.next < text.size && text.data[line.next] == '\n')
        line.next++;
    for (; line.first < line.end; line.first++) {
        if (text.data[line.first] == ' ')
            line.indent++;
        else if (text.data[line.first] == '\t')
            line.indent += TAB_WIDTH - line.indent % TAB_WIDTH;
        else
            break;
    }
    return line;
}

static gboolean is_blank_from(LetterSlice text, const LetterLine *line, gsize at)
{
    while (at < line->end && (text.data[at] == ' ' || text.data[at] == '\t'))
        at++;
    return at == line->end;
}

/* How often the sign at @at stands there. */
static gsize measure_run(LetterSlice text, const LetterLine *line, gsize at)
{
    gsize end = at;

    while (end < line->end && text.data[end] == text.data[at])
        end++;
    return end - at;
}

/* The length of a fence that the line may open; 0 where it opens none. */
static gsize measure_fence(LetterSlice text, const LetterLine *line)
{
    gsize size = measure_run(text, line, line->first);
    gsize after = line->first + size;

    if (size < MIN_FENCE || line->indent >= LETTER_CODE_INDENT)
        return 0;
    if (text.data[line->first] == '~')
        return size;
    if (text.data[line->first] != '`' || memchr(text.data + after, '`', line->end - after) != NULL)
        return 0;
    return size;
}

gboolean letter_fence_is_open(const LetterFence *fence)
{
    return fence->sign != '\0';
}

void letter_fence_follow(LetterFence *fence, LetterSlice text, const LetterLine *line)
{
    gsize size;

    if (line->first == line->end)
        return;
    if (!letter_fence_is_open(fence)) {
        size = measure_fence(text, line);
        if (size > 0)
            *fence = (LetterFence){ text.data[line->first], size };
        return;
    }
    size = measure_run(text, line, line->first);
    if (text.data[line->first] == fence->sign && size >= fence->size &&
        line->indent < LETTER_CODE_INDENT && is_blank_from(text, line, line->first + size))
        *fence = (LetterFence){ '\0', 0 };
}

static gboolean is_break(LetterSlice text, const LetterLine *line)
{
    char sign = text.data[line->first];
    guint count = 0;

    if (strchr("-_*", sign) == NULL)
        return FALSE;
    for (gsize at = line->first; at < line->end; at++) {
        if (text.data[at] == sign)
            count++;
        else if (text.data[at] != ' ' && text.data[at] != '\t')
            return FALSE;
    }
    return count >= MIN_BREAK;
}

static gboolean is_heading(LetterSlice text, const LetterLine *line)
{
    gsize size = measure_run(text, line, line->first);
    gsize after = line->first + size;

    return text.data[line->first] == '#' && size <= MAX_HEADING &&
           (after == line->end || text.data[after] == ' ' || text.data[after] == '\t');
}

gboolean letter_line_is_heading_or_break(LetterSlice text, const LetterLine *line)
{
    return line->first < line->end && line->indent < LETTER_CODE_INDENT &&
           (is_heading(text, line) || is_break(text, line));
}

guint letter_line_item_width(LetterSlice text, const LetterLine *line)
{
    gsize at = line->first, digits;
    guint column, blanks = 0;

    if (at == line->end || line->indent >= LETTER_CODE_INDENT || is_break(text, line))
        return 0;
    while (at < line->end && g_ascii_isdigit(text.data[at]))
        at++;
    digits = at - line->first;
    if (at == line->end || digits > MAX_ITEM_NUMBER ||
        strchr(digits > 0 ? ".)" : "-+*", text.data[at]) == NULL)
        return 0;
    at++;
    column = line->indent + (guint)digits + 1;
    if (is_blank_from(text, line, at))
        return column + 1;
    for (; text.data[at] == ' ' || text.data[at] == '\t'; at++)
        blanks += text.data[at] == ' ' ? 1 : TAB_WIDTH - (column + blanks) % TAB_WIDTH;
    if (blanks == 0)
        return 0;
    return column + (blanks <= LETTER_CODE_INDENT ? blanks : 1);
}

gboolean letter_line_interrupts(LetterSlice text, const LetterLine *line)
{
    if (line->first == line->end)
        return TRUE;
    if (line->indent >= LETTER_CODE_INDENT)
        return FALSE;
    return text.data[line->first] == '>' || is_heading(text, line) || is_break(text, line) ||
           measure_fence(text, line) > 0 || letter_line_item_width(text, line) > 0;
}
