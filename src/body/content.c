/*
 * content.c - the text of one block, without the marks of what contains it.
 *
 * Of cmark's positions only the first and last line of a block are used, and
 * the line of a container's first mark.  Columns are those of CommonMark 0.30
 * section 2.2: a tab reaches to the next multiple of four.
 */
#include "body/content.h"

#include <string.h>

#include "body/syntax.h"

#define TAB_WIDTH   4
#define CODE_INDENT 4 /* columns; what is indented so far is no mark */

/* A line of the content. */
typedef struct Line {
    gsize start;  /* in the content */
    gsize origin; /* in the text */
} Line;

struct LetterContent {
    LetterSlice text;
    GArray *line_starts; /* of guint32: offsets in the text, and its end; NULL until needed */
    GHashTable *widths;  /* item node to the columns of its indentation */
    GString *block;
    GArray *lines; /* of Line */
    gsize skipped; /* bytes of the block before its content */
};

/* A place in a line, which may be within a tab. */
typedef struct Cursor {
    LetterSlice line;
    gsize at;
    guint column;
    gboolean is_in_tab; /* some columns of the tab at @at are skipped */
} Cursor;

LetterContent *letter_content_new(LetterSlice text)
{
    LetterContent *content = g_new0(LetterContent, 1);

    content->text = text;
    content->widths = g_hash_table_new(NULL, NULL);
    content->block = g_string_new(NULL);
    content->lines = g_array_new(FALSE, FALSE, sizeof(Line));
    return content;
}

void letter_content_free(LetterContent *content)
{
    if (content == NULL)
        return;
    g_clear_pointer(&content->line_starts, g_array_unref);
    g_hash_table_unref(content->widths);
    g_string_free(content->block, TRUE);
    g_array_unref(content->lines);
    g_free(content);
}

static void find_lines(LetterContent *content)
{
    LetterSlice text = content->text;
    guint32 start = 0;

    content->line_starts = g_array_new(FALSE, FALSE, sizeof(guint32));
    g_array_append_val(content->line_starts, start);
    while (start < text.size) {
        char byte = text.data[start++];

        if (byte == '\n' || (byte == '\r' && (start == text.size || text.data[start] != '\n')))
            g_array_append_val(content->line_starts, start);
    }
}

/* The line that cmark counts as @number, from 1, without its line end. */
static LetterSpan get_line(LetterContent *content, int number)
{
    const GArray *starts;
    guint index = (guint)MAX(number, 1) - 1;
    LetterSpan line;

    if (content->line_starts == NULL)
        find_lines(content);
    starts = content->line_starts;
    if (index >= starts->len)
        return (LetterSpan){ content->text.size, content->text.size };
    line.start = g_array_index(starts, guint32, index);
    line.end =
        index + 1 < starts->len ? g_array_index(starts, guint32, index + 1) : content->text.size;
    while (line.end > line.start && strchr("\r\n", content->text.data[line.end - 1]) != NULL)
        line.end--;
    return line;
}

static char peek(const Cursor *cursor)
{
    return cursor->at < cursor->line.size ? cursor->line.data[cursor->at] : '\0';
}

/* Skips no more than @columns of blanks; returns how many there were. */
static guint skip_columns(Cursor *cursor, guint columns)
{
    guint skipped = 0;

    while (skipped < columns && (peek(cursor) == ' ' || peek(cursor) == '\t')) {
        guint width = peek(cursor) == ' ' ? 1 : TAB_WIDTH - cursor->column % TAB_WIDTH;

        cursor->is_in_tab = width > columns - skipped;
        if (!cursor->is_in_tab)
            cursor->at++;
        width = MIN(width, columns - skipped);
        skipped += width;
        cursor->column += width;
    }
    return skipped;
}

static gboolean skip_quote(Cursor *cursor)
{
    Cursor start = *cursor;

    if (skip_columns(cursor, CODE_INDENT) < CODE_INDENT && peek(cursor) == '>') {
        cursor->at++;
        cursor->column++;
        skip_columns(cursor, 1);
        return TRUE;
    }
    *cursor = start;
    return FALSE;
}

/* Skips a list marker and returns the columns that the item's further lines
   are indented by. */
static guint skip_item(Cursor *cursor)
{
    guint width = skip_columns(cursor, G_MAXUINT);
    Cursor marker_end;
    guint blanks;

    while (g_ascii_isdigit(peek(cursor))) {
        cursor->at++;
        cursor->column++;
        width++;
    }
    cursor->at++;
    cursor->column++;
    width++;
    marker_end = *cursor;
    blanks = skip_columns(cursor, CODE_INDENT + 1);
    if (blanks > CODE_INDENT || peek(cursor) == '\0') {
        *cursor = marker_end;
        blanks = skip_columns(cursor, 1);
        return width + 1;
    }
    return width + blanks;
}

static guint get_item_width(LetterContent *content, cmark_node *item);

/* Skips what an ancestor of a block has on a line of the block.  FALSE where
   it has nothing there: the line continues a paragraph lazily. */
static gboolean skip_container(LetterContent *content, Cursor *cursor, cmark_node *container,
                               int line)
{
    Cursor start = *cursor;
    guint width;

    if (cmark_node_get_type(container) == CMARK_NODE_BLOCK_QUOTE)
        return skip_quote(cursor);
    if (cmark_node_get_type(container) != CMARK_NODE_ITEM)
        return TRUE;
    if (cmark_node_get_start_line(container) == line) {
        skip_item(cursor);
        return TRUE;
    }
    width = get_item_width(content, container);
    if (skip_columns(cursor, width) == width)
        return TRUE;
    *cursor = start;
    return FALSE;
}

/* Skips the marks of all that is around @node, the outermost first. */
static gboolean skip_ancestors(LetterContent *content, Cursor *cursor, cmark_node *node, int line)
{
    cmark_node *parent = cmark_node_parent(node);

    return parent == NULL || (skip_ancestors(content, cursor, parent, line) &&
                              skip_container(content, cursor, parent, line));
}

/* The place in a line of a block where the block's own text begins.  cmark
   keeps the blanks of a line that continues a paragraph lazily. */
static Cursor enter_line(LetterContent *content, cmark_node *block, int line)
{
    LetterSpan span = get_line(content, line);
    Cursor cursor = { { content->text.data + span.start, span.end - span.start }, 0, 0, FALSE };

    if (skip_ancestors(content, &cursor, block, line))
        skip_columns(&cursor, G_MAXUINT);
    return cursor;
}

static guint get_item_width(LetterContent *content, cmark_node *item)
{
    guint width = GPOINTER_TO_UINT(g_hash_table_lookup(content->widths, item));

    if (width == 0) {
        int number = cmark_node_get_start_line(item);
        LetterSpan line = get_line(content, number);
        Cursor cursor = { { content->text.data + line.start, line.end - line.start }, 0, 0, FALSE };

        skip_ancestors(content, &cursor, item, number);
        width = skip_item(&cursor);
        g_hash_table_insert(content->widths, item, GUINT_TO_POINTER(width));
    }
    return width;
}

/* The signs of a heading that begins with them; 0 where it is underlined. */
static gsize measure_heading(LetterSlice text, int level)
{
    gsize end = 0;

    while (end < text.size && text.data[end] == '#')
        end++;
    if (end != (gsize)level || (end < text.size && strchr(" \t\n", text.data[end]) == NULL))
        return 0;
    while (end < text.size && (text.data[end] == ' ' || text.data[end] == '\t'))
        end++;
    return end;
}

static gsize measure_definitions(LetterSlice text)
{
    gsize end = 0, next;

    while ((next = letter_syntax_definition(text, end)) > end)
        end = next;
    return end;
}

static void append_line(LetterContent *content, const Cursor *cursor)
{
    Line line = { content->block->len, (gsize)(cursor->line.data - content->text.data) };
    gsize at = cursor->at;

    /* What is left of a tab is blanks to cmark; what follows keeps its place. */
    if (cursor->is_in_tab) {
        guint columns = TAB_WIDTH - cursor->column % TAB_WIDTH;

        at++;
        line.origin += at - columns;
        g_string_append_printf(content->block, "%*s", (int)columns, "");
    } else {
        line.origin += at;
    }
    g_array_append_val(content->lines, line);
    g_string_append_len(content->block, cursor->line.data + at, (gssize)(cursor->line.size - at));
    g_string_append_c(content->block, '\n');
}

LetterSlice letter_content_read(LetterContent *content, cmark_node *block)
{
    int last = cmark_node_get_end_line(block);
    LetterSlice text;

    g_string_truncate(content->block, 0);
    g_array_set_size(content->lines, 0);
    content->skipped = 0;
    for (int number = cmark_node_get_start_line(block); number <= last; number++) {
        Cursor cursor = enter_line(content, block, number);

        append_line(content, &cursor);
    }
    text = (LetterSlice){ content->block->str, content->block->len };
    if (cmark_node_get_type(block) == CMARK_NODE_HEADING)
        content->skipped = measure_heading(text, cmark_node_get_heading_level(block));
    if (content->skipped == 0)
        content->skipped = measure_definitions(text);
    return (LetterSlice){ text.data + content->skipped, text.size - content->skipped };
}

gsize letter_content_locate(const LetterContent *content, gsize at)
{
    guint low = 0, high = content->lines->len;
    const Line *line;

    if (high == 0)
        return 0;
    at += content->skipped;
    while (high - low > 1) {
        guint middle = low + (high - low) / 2;

        if (g_array_index(content->lines, Line, middle).start <= at)
            low = middle;
        else
            high = middle;
    }
    line = &g_array_index(content->lines, Line, low);
    return line->origin + (at - line->start);
}

LetterSpan letter_content_first_line(LetterContent *content, cmark_node *block)
{
    int number = cmark_node_get_start_line(block);
    Cursor cursor = enter_line(content, block, number);
    LetterSpan line = get_line(content, number);

    line.start += cursor.at;
    return line;
}
