/*
 * markdown.c - cmark, kept within bounds of memory, time and depth.
 *
 * cmark_mem has no context pointer: the thread's bounds are found by one
 * thread-local pointer, and a parse that passes them is left by one longjmp.
 * Only cmark's own frames are jumped over; all it held lies in the arena.
 */
#include "body/markdown.h"

#include <setjmp.h>
#include <string.h>

#include "body/arena.h"

#define MAX_MEMORY     ((gsize)240 * 1024 * 1024)
#define RESERVE        ((gsize)16 * 1024 * 1024) /* of it, for changes to a tree */
#define MAX_TIME       G_USEC_PER_SEC
#define MAX_NESTING    100
#define CLOCK_INTERVAL 64   /* allocations between two looks at the clock */
#define PIECE_SIZE     1024 /* bytes fed between two looks at the clock, at least */

typedef struct Bounds {
    LetterArena *arena;
    guint holders;
    gint64 deadline;
    guint allocations;
    gboolean is_exhausted;
    jmp_buf *escape; /* while cmark parses */
} Bounds;

static void free_bounds(gpointer data)
{
    Bounds *bounds = data;

    letter_arena_free(bounds->arena);
    g_free(bounds);
}

static GPrivate thread_bounds = G_PRIVATE_INIT(free_bounds);

static Bounds *get_bounds(void)
{
    Bounds *bounds = g_private_get(&thread_bounds);

    if (bounds == NULL) {
        bounds = g_new0(Bounds, 1);
        bounds->arena = letter_arena_new();
        g_private_set(&thread_bounds, bounds);
    }
    return bounds;
}

void letter_markdown_hold(void)
{
    Bounds *bounds = get_bounds();

    if (bounds->holders++ > 0)
        return;
    letter_arena_set_limit(bounds->arena, MAX_MEMORY);
    bounds->deadline = g_get_monotonic_time() + MAX_TIME;
    bounds->is_exhausted = FALSE;
}

void letter_markdown_release(void)
{
    Bounds *bounds = get_bounds();

    if (--bounds->holders == 0)
        letter_arena_rewind(bounds->arena, (LetterArenaMark){ NULL, 0 });
}

static void check_clock(Bounds *bounds)
{
    if (g_get_monotonic_time() > bounds->deadline)
        bounds->is_exhausted = TRUE;
    if (bounds->is_exhausted && bounds->escape != NULL)
        longjmp(*bounds->escape, 1);
}

/* cmark's functions cannot fail: while it parses it is left, and later the
   reserve is there, whose users ask letter_markdown_is_exhausted(). */
static gpointer give(Bounds *bounds, gpointer block, gsize size)
{
    if (block == NULL) {
        bounds->is_exhausted = TRUE;
        if (bounds->escape != NULL)
            longjmp(*bounds->escape, 1);
        g_error("no memory for %" G_GSIZE_FORMAT " bytes of Markdown", size);
    }
    if (++bounds->allocations % CLOCK_INTERVAL == 0)
        check_clock(bounds);
    return block;
}

static void *allocate(size_t count, size_t size)
{
    Bounds *bounds = get_bounds();

    return give(bounds, letter_arena_alloc(bounds->arena, count * size), count * size);
}

static void *reallocate(void *block, size_t size)
{
    Bounds *bounds = get_bounds();

    return give(bounds, letter_arena_realloc(bounds->arena, block, size), size);
}

static void release(void *block)
{
    letter_arena_release(get_bounds()->arena, block);
}

static cmark_mem memory = { allocate, reallocate, release };

/* The end of the lines that begin at @from and have PIECE_SIZE bytes or more. */
static gsize find_piece_end(LetterSlice text, gsize from)
{
    const char *end;

    if (text.size - from <= PIECE_SIZE)
        return text.size;
    end = memchr(text.data + from + PIECE_SIZE, '\n', text.size - from - PIECE_SIZE);
    return end != NULL ? (gsize)(end - text.data) + 1 : text.size;
}

static G_GNUC_NO_INLINE cmark_node *feed(Bounds *bounds, LetterSlice text, int options)
{
    cmark_parser *parser = cmark_parser_new_with_mem(options | CMARK_OPT_VALIDATE_UTF8, &memory);
    gsize at = 0;

    while (at < text.size) {
        gsize end = find_piece_end(text, at);

        cmark_parser_feed(parser, text.data + at, end - at);
        check_clock(bounds);
        at = end;
    }
    return cmark_parser_finish(parser);
}

/* NULL where the parse was left.  Nothing here changes after setjmp(). */
static G_GNUC_NO_INLINE cmark_node *feed_within_bounds(Bounds *bounds, LetterSlice text,
                                                       int options)
{
    jmp_buf escape;

    bounds->escape = &escape;
    return setjmp(escape) == 0 ? feed(bounds, text, options) : NULL;
}

cmark_node *letter_markdown_parse(LetterSlice text, int options)
{
    Bounds *bounds = get_bounds();
    LetterArenaMark before = letter_arena_mark(bounds->arena);
    cmark_node *root;

    bounds->is_exhausted = FALSE;
    letter_arena_set_limit(bounds->arena, MAX_MEMORY - RESERVE);
    root = feed_within_bounds(bounds, text, options);
    bounds->escape = NULL;
    letter_arena_set_limit(bounds->arena, MAX_MEMORY);
    if (root == NULL)
        letter_arena_rewind(bounds->arena, before);
    return root;
}

char *letter_markdown_decode_entity(LetterSlice entity)
{
    LetterArena *arena = get_bounds()->arena;
    LetterArenaMark before = letter_arena_mark(arena);
    cmark_node *node = letter_markdown_parse(entity, 0);
    char *value;

    /* A text within a paragraph within the document. */
    for (guint depth = 0; depth < 2 && node != NULL; depth++)
        node = cmark_node_first_child(node);
    value = g_strdup(node != NULL ? cmark_node_get_literal(node) : "");
    letter_arena_rewind(arena, before);
    return value;
}

/* Whether a line from @at on is a thematic break, which looks like list items
   within list items. */
static gboolean is_thematic_break(LetterSlice line, gsize at)
{
    char mark = line.data[at];

    while (at < line.size && (line.data[at] == mark || g_ascii_isspace(line.data[at])))
        at++;
    return at == line.size;
}

/* The end of the container marker at @at; @at where none is. */
static gsize skip_marker(LetterSlice line, gsize at)
{
    gsize end = at;

    if (line.data[at] == '>')
        return at + 1;
    while (end < line.size && g_ascii_isdigit(line.data[end]))
        end++;
    if (end == line.size || strchr(end > at ? ".)" : "-+*", line.data[end]) == NULL)
        return at;
    end++;
    return end == line.size || line.data[end] == ' ' || line.data[end] == '\t' ? end : at;
}

static gboolean is_deep(LetterSlice line)
{
    gsize at = 0, same_since = 0;
    char mark = '\0';

    for (guint depth = 0; depth <= MAX_NESTING; depth++) {
        gsize end;

        while (at < line.size && (line.data[at] == ' ' || line.data[at] == '\t'))
            at++;
        end = at < line.size ? skip_marker(line, at) : at;
        if (end == at)
            return FALSE;
        if (line.data[at] != mark)
            same_since = at;
        mark = line.data[at];
        at = end;
    }
    return mark == '>' || !is_thematic_break(line, same_since);
}

gboolean letter_markdown_find_deep_line(LetterSlice text, LetterSpan *line)
{
    gsize start = 0;

    while (start < text.size) {
        const char *lf = memchr(text.data + start, '\n', text.size - start);
        gsize end = lf != NULL ? (gsize)(lf - text.data) : text.size;

        if (end - start > MAX_NESTING && is_deep((LetterSlice){ text.data + start, end - start })) {
            *line = (LetterSpan){ start, end };
            return TRUE;
        }
        start = end + 1;
    }
    return FALSE;
}

cmark_node *letter_markdown_new_node(cmark_node_type type)
{
    return cmark_node_new_with_mem(type, &memory);
}

gpointer letter_markdown_alloc(gsize size)
{
    return allocate(1, size);
}

gboolean letter_markdown_is_exhausted(void)
{
    Bounds *bounds = get_bounds();

    check_clock(bounds);
    return bounds->is_exhausted || letter_arena_size(bounds->arena) > MAX_MEMORY - RESERVE;
}
