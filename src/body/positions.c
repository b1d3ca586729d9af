/*
 * positions.c - where each inline of a block stood in the text.
 */
#include "body/positions.h"

#include <string.h>

#include "body/content.h"
#include "body/markdown.h"
#include "body/syntax.h"

#define MAX_ENTITY_SIZE 40

struct LetterPositions {
    LetterContent *content;
    LetterSlice text;     /* the content of the block */
    GArray *inlines;      /* of LetterInline */
    GArray *open;         /* of guint: indexes of inlines that are not closed */
    GHashTable *entities; /* "&amp;" to "&"; to "" where it is none */
    guint links, pictures;
};

/* What cmark's smart punctuation makes of plain signs. */
static const struct {
    const char *typed;
    const char *shown;
} smart_signs[] = {
    { "\"", "\u201C" },  { "\"", "\u201D" }, { "'", "\u2018" },   { "'", "\u2019" },
    { "---", "\u2014" }, { "--", "\u2013" }, { "...", "\u2026" },
};

LetterPositions *letter_positions_new(LetterSlice text)
{
    LetterPositions *positions = g_new0(LetterPositions, 1);

    positions->content = letter_content_new(text);
    positions->inlines = g_array_new(FALSE, FALSE, sizeof(LetterInline));
    positions->open = g_array_new(FALSE, FALSE, sizeof(guint));
    positions->entities = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, g_free);
    return positions;
}

void letter_positions_free(LetterPositions *positions)
{
    if (positions == NULL)
        return;
    letter_content_free(positions->content);
    g_array_unref(positions->inlines);
    g_array_unref(positions->open);
    g_hash_table_unref(positions->entities);
    g_free(positions);
}

static char byte_at(const LetterPositions *positions, gsize at)
{
    return at < positions->text.size ? positions->text.data[at] : '\0';
}

static gboolean starts_with(LetterSlice text, gsize at, const char *piece)
{
    gsize size = strlen(piece);

    return text.size - at >= size && memcmp(text.data + at, piece, size) == 0;
}

/* The end of what may be an entity at "&"; @at where nothing may. */
static gsize find_entity_end(const LetterPositions *positions, gsize at)
{
    gsize end = at + 1;

    if (byte_at(positions, end) == '#')
        end++;
    while (end - at < MAX_ENTITY_SIZE && g_ascii_isalnum(byte_at(positions, end)))
        end++;
    return byte_at(positions, end) == ';' ? end + 1 : at;
}

/* What an entity stands for, by cmark's own table; "" where it is none. */
static const char *decode_entity(LetterPositions *positions, LetterSlice entity)
{
    char *name = g_strndup(entity.data, entity.size);
    char *value = g_hash_table_lookup(positions->entities, name);

    if (value != NULL) {
        g_free(name);
        return value;
    }
    value = letter_markdown_decode_entity(entity);
    if (strcmp(value, name) == 0)
        *value = '\0';
    g_hash_table_insert(positions->entities, name, value);
    return value;
}

/* One entity in step with what it stands for. */
static gboolean step_entity(LetterPositions *positions, gsize *at, LetterSlice literal, gsize *done)
{
    gsize end = find_entity_end(positions, *at);
    const char *value;

    if (end == *at)
        return FALSE;
    value = decode_entity(positions, (LetterSlice){ positions->text.data + *at, end - *at });
    if (*value == '\0' || !starts_with(literal, *done, value))
        return FALSE;
    *at = end;
    *done += strlen(value);
    return TRUE;
}

static gboolean step_smart_sign(const LetterPositions *positions, gsize *at, LetterSlice literal,
                                gsize *done)
{
    for (guint i = 0; i < G_N_ELEMENTS(smart_signs); i++) {
        if (starts_with(literal, *done, smart_signs[i].shown) &&
            starts_with(positions->text, *at, smart_signs[i].typed)) {
            *at += strlen(smart_signs[i].typed);
            *done += strlen(smart_signs[i].shown);
            return TRUE;
        }
    }
    return FALSE;
}

gsize letter_positions_advance(LetterPositions *positions, gsize at, LetterSlice literal)
{
    gsize done = 0;

    while (done < literal.size && at < positions->text.size) {
        char byte = positions->text.data[at];

        if (byte == '\\' && byte_at(positions, at + 1) == literal.data[done] &&
            g_ascii_ispunct(literal.data[done])) {
            at += 2;
            done++;
        } else if (byte == '&' && step_entity(positions, &at, literal, &done)) {
            continue;
        } else if (byte == literal.data[done]) {
            at++;
            done++;
        } else if (!step_smart_sign(positions, &at, literal, &done)) {
            return at;
        }
    }
    return at;
}

static gsize skip_blanks(const LetterPositions *positions, gsize at)
{
    while (byte_at(positions, at) == ' ' || byte_at(positions, at) == '\t')
        at++;
    return at;
}

/* After a backslash cmark leaves the next line's blanks to its text. */
static gsize skip_line_end(const LetterPositions *positions, gsize at)
{
    at = skip_blanks(positions, at);
    if (byte_at(positions, at) == '\\')
        return at + 2;
    return byte_at(positions, at) == '\n' ? skip_blanks(positions, at + 1) : at;
}

/* The bytes by which a node opens: what is left of it are its children. */
static gsize skip_opening(LetterPositions *positions, gsize at, cmark_node *node)
{
    const char *literal = cmark_node_get_literal(node);

    switch (cmark_node_get_type(node)) {
    case CMARK_NODE_TEXT:
        return letter_positions_advance(positions, at, letter_slice(literal));
    case CMARK_NODE_CODE:
        return letter_syntax_code_span(positions->text, at);
    case CMARK_NODE_HTML_INLINE:
        return at + strlen(literal);
    case CMARK_NODE_SOFTBREAK:
    case CMARK_NODE_LINEBREAK:
        return skip_line_end(positions, at);
    case CMARK_NODE_STRONG:
    case CMARK_NODE_IMAGE:
        return at + 2;
    default: /* emphasis, a link in brackets or in angle brackets */
        return at + 1;
    }
}

static gsize skip_closing(LetterPositions *positions, const LetterInline *inline_)
{
    cmark_node_type type = cmark_node_get_type(inline_->node);
    gsize at = inline_->end;
    const char *end;

    if (type == CMARK_NODE_EMPH || type == CMARK_NODE_STRONG)
        return at + (type == CMARK_NODE_STRONG ? 2 : 1);
    if (byte_at(positions, inline_->start) != '<')
        return letter_syntax_link_tail(positions->text, at + 1);
    end = memchr(positions->text.data + inline_->start, '>', positions->text.size - inline_->start);
    return end != NULL ? (gsize)(end - positions->text.data) + 1 : at;
}

static void count(LetterPositions *positions, cmark_node *node, gboolean enters)
{
    guint *counter =
        cmark_node_get_type(node) == CMARK_NODE_IMAGE ? &positions->pictures : &positions->links;

    if (cmark_node_get_type(node) == CMARK_NODE_LINK ||
        cmark_node_get_type(node) == CMARK_NODE_IMAGE)
        *counter = enters ? *counter + 1 : *counter - 1;
}

static gsize enter(LetterPositions *positions, cmark_node *node, gsize at)
{
    LetterInline found = { node, at, 0, positions->links, positions->pictures };
    guint index = positions->inlines->len;

    found.end = MIN(skip_opening(positions, at, node), positions->text.size);
    g_array_append_val(positions->inlines, found);
    if (cmark_node_get_type(node) >= CMARK_NODE_EMPH) {
        g_array_append_val(positions->open, index);
        count(positions, node, TRUE);
    }
    return found.end;
}

static gsize leave(LetterPositions *positions, cmark_node *node, gsize at)
{
    guint index = g_array_index(positions->open, guint, positions->open->len - 1);
    LetterInline *found = &g_array_index(positions->inlines, LetterInline, index);

    g_array_set_size(positions->open, positions->open->len - 1);
    count(positions, node, FALSE);
    found->end = at;
    found->end = MIN(skip_closing(positions, found), positions->text.size);
    return found->end;
}

const GArray *letter_positions_read(LetterPositions *positions, cmark_node *block)
{
    cmark_iter *nodes = cmark_iter_new(block);
    cmark_event_type event;
    gsize at = 0;

    positions->text = letter_content_read(positions->content, block);
    g_array_set_size(positions->inlines, 0);
    g_array_set_size(positions->open, 0);
    while ((event = cmark_iter_next(nodes)) != CMARK_EVENT_DONE) {
        cmark_node *node = cmark_iter_get_node(nodes);

        if (node == block)
            continue;
        at = event == CMARK_EVENT_ENTER ? enter(positions, node, at) : leave(positions, node, at);
    }
    cmark_iter_free(nodes);
    return positions->inlines;
}

LetterSlice letter_positions_content(const LetterPositions *positions)
{
    return positions->text;
}

LetterSpan letter_positions_locate(const LetterPositions *positions, gsize start, gsize end)
{
    LetterSpan span = { letter_content_locate(positions->content, start), 0 };

    /* The end is told by the last byte: the next one may stand elsewhere. */
    span.end = end > start ? letter_content_locate(positions->content, end - 1) + 1 : span.start;
    return span;
}

LetterSpan letter_positions_block(LetterPositions *positions, cmark_node *block)
{
    return letter_content_first_line(positions->content, block);
}
