/*
 * body.c - one Markdown text, parsed: CommonMark by cmark, and footnotes.
 *
 * The text is cleaned, its footnotes are rewritten, cmark parses it once, and
 * the tree is walked: the body's blocks first, then those of each note in the
 * order in which the notes were first referred to.
 */
#define _GNU_SOURCE /* memmem */

#include "body/body.h"

#include <string.h>

#include "body/markdown.h"
#include "body/reading.h"

#define MAX_SIZE  ((gsize)4 * 1024 * 1024)
#define MAX_DEPTH 200 /* of blocks */

struct LetterBody {
    cmark_node *root;
    GPtrArray *notes; /* of LetterNote that are referred to, by number */
    GArray *pictures; /* of LetterBodyPicture */
    GArray *links;    /* of LetterBodyLink */
    GHashTable *ids;  /* heading node to its id; NULL until asked for */
};

static gboolean holds(LetterSlice text, const char *piece)
{
    return memmem(text.data, text.size, piece, strlen(piece)) != NULL;
}

/* Containers may also be nested line by line, each further in. */
static gboolean is_shallow(cmark_node *root)
{
    cmark_node *node = root;
    guint depth = 0;

    do {
        cmark_node *child =
            cmark_node_get_type(node) <= CMARK_NODE_ITEM ? cmark_node_first_child(node) : NULL;

        if (child != NULL && ++depth > MAX_DEPTH)
            return FALSE;
        for (; child == NULL && depth > 0; depth--) {
            child = cmark_node_next(node);
            if (child != NULL)
                break;
            node = cmark_node_parent(node);
        }
        node = child;
    } while (node != NULL);
    return TRUE;
}

/* The tree of the text; NULL where it is past the bounds, which is reported. */
static cmark_node *parse(LetterReading *reading, LetterSlice text)
{
    LetterSpan place = letter_reading_clean_span(reading, (LetterSpan){ 0, MIN(text.size, 1) });
    cmark_node *root = NULL;
    LetterSpan line;

    if (letter_markdown_find_deep_line(reading->text, &line)) {
        place = letter_reading_clean_span(reading, line);
    } else {
        reading->footnotes = letter_footnotes_rewrite(reading->text);
        if (reading->footnotes != NULL)
            reading->text = letter_footnotes_text(reading->footnotes);
        root = letter_markdown_parse(reading->text, reading->options->smart ? CMARK_OPT_SMART : 0);
    }
    if (root != NULL && is_shallow(root))
        return root;
    letter_reading_report(reading, LETTER_RULE_BODY_TOO_COMPLEX, place, NULL);
    return NULL;
}

static void read_html_block(LetterReading *reading, cmark_node *block)
{
    LetterSpan span = letter_positions_block(reading->positions, block);

    letter_reading_report(reading, LETTER_RULE_RAW_HTML, letter_reading_span(reading, span), NULL);
    cmark_node_unlink(block);
}

/* Within code and HTML nothing is a note. */
static void restore_block(const LetterReading *reading, cmark_node *block)
{
    g_autofree char *literal = NULL, *info = NULL;

    if (reading->footnotes == NULL)
        return;
    literal = letter_footnotes_restore(reading->footnotes, cmark_node_get_literal(block));
    if (literal != NULL)
        cmark_node_set_literal(block, literal);
    if (cmark_node_get_type(block) != CMARK_NODE_CODE_BLOCK)
        return;
    info = letter_footnotes_restore(reading->footnotes, cmark_node_get_fence_info(block));
    if (info != NULL)
        cmark_node_set_fence_info(block, info);
}

static gboolean read_block(LetterReading *reading, cmark_node *block)
{
    switch (cmark_node_get_type(block)) {
    case CMARK_NODE_PARAGRAPH:
    case CMARK_NODE_HEADING:
        return letter_reading_read_block(reading, block);
    case CMARK_NODE_CODE_BLOCK:
        restore_block(reading, block);
        return TRUE;
    case CMARK_NODE_HTML_BLOCK:
        restore_block(reading, block);
        if (!reading->options->allow_html)
            read_html_block(reading, block);
        return TRUE;
    default:
        return TRUE;
    }
}

static gboolean read_blocks(LetterReading *reading, cmark_node *root)
{
    cmark_node *next;

    for (cmark_node *node = letter_tree_next_block(root, root); node != NULL; node = next) {
        next = letter_tree_next_block(root, node);
        if (!read_block(reading, node))
            return FALSE;
    }
    return TRUE;
}

/* Notes that are first referred to by a note come after it. */
static gboolean read_notes(LetterReading *reading)
{
    for (guint i = 0; i < reading->notes->len; i++) {
        LetterNote *note = g_ptr_array_index(reading->notes, i);

        if (!read_blocks(reading, note->container))
            return FALSE;
    }
    reading->is_unread = TRUE;
    for (guint i = 0; i < reading->containers->len; i++) {
        LetterNote *note = g_ptr_array_index(reading->containers, i);

        if (note->references == 0 && !read_blocks(reading, note->container))
            return FALSE;
    }
    return TRUE;
}

static void read_tree(LetterReading *reading, LetterBody *body)
{
    LetterSlice text = reading->text;

    reading->positions = letter_positions_new(text);
    reading->has_addresses = holds(text, "@") || holds(text, "://") || holds(text, "www.");
    reading->has_entities = holds(text, "&#");
    if (reading->footnotes != NULL)
        letter_reading_collect_notes(reading, body->root);
    if (!read_blocks(reading, body->root) || !read_notes(reading)) {
        letter_reading_report(reading, LETTER_RULE_BODY_TOO_COMPLEX,
                              letter_reading_span(reading, (LetterSpan){ 0, 1 }), NULL);
        body->root = NULL;
        return;
    }
    letter_reading_finish_notes(reading);
}

static void clear_reading(LetterReading *reading)
{
    letter_positions_free(reading->positions);
    letter_footnotes_free(reading->footnotes);
    letter_derived_free(reading->clean);
    g_hash_table_unref(reading->by_label);
    g_ptr_array_unref(reading->containers);
}

static void read_text(LetterReading *reading, LetterSlice text, LetterBody *body)
{
    g_autofree char *size = g_strdup_printf("%" G_GSIZE_FORMAT, text.size);
    g_autofree char *limit = g_strdup_printf("%" G_GSIZE_FORMAT, MAX_SIZE);
    gsize start = letter_offset_map_find(reading->source_map, 0);

    if (text.size > MAX_SIZE) {
        letter_diagnostics_add_with(reading->diagnostics, LETTER_RULE_BODY_TOO_LARGE,
                                    reading->source, (LetterSpan){ start, start + 1 }, size, limit,
                                    NULL);
        return;
    }
    letter_reading_clean(reading, text);
    body->root = parse(reading, text);
    if (body->root != NULL)
        read_tree(reading, body);
}

LetterBody *letter_body_parse(const LetterSource *source, LetterSlice text,
                              const LetterOffsetMap *map, const LetterBodyOptions *options,
                              LetterDiagnostics *diagnostics)
{
    LetterBody *body = g_new0(LetterBody, 1);
    LetterReading reading = {
        .options = options, .diagnostics = diagnostics, .source = source, .source_map = map
    };

    letter_markdown_hold();
    reading.notes = body->notes = g_ptr_array_new();
    reading.pictures = body->pictures = g_array_new(FALSE, FALSE, sizeof(LetterBodyPicture));
    reading.links = body->links = g_array_new(FALSE, FALSE, sizeof(LetterBodyLink));
    reading.by_label = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    reading.containers = g_ptr_array_new();
    read_text(&reading, text, body);
    if (body->root == NULL) {
        body->root = letter_markdown_new_node(CMARK_NODE_DOCUMENT);
        g_ptr_array_set_size(body->notes, 0);
        g_array_set_size(body->pictures, 0);
        g_array_set_size(body->links, 0);
    }
    clear_reading(&reading);
    return body;
}

void letter_body_free(LetterBody *body)
{
    if (body == NULL)
        return;
    g_clear_pointer(&body->ids, g_hash_table_unref);
    g_array_unref(body->links);
    g_array_unref(body->pictures);
    g_ptr_array_unref(body->notes);
    letter_markdown_release();
    g_free(body);
}

cmark_node *letter_body_root(const LetterBody *body)
{
    return body->root;
}

gboolean letter_body_is_empty(const LetterBody *body)
{
    return cmark_node_first_child(body->root) == NULL;
}

const GArray *letter_body_pictures(const LetterBody *body)
{
    return body->pictures;
}

const GArray *letter_body_links(const LetterBody *body)
{
    return body->links;
}

guint letter_body_note_count(const LetterBody *body)
{
    return body->notes->len;
}

const LetterNote *letter_body_note(const LetterBody *body, guint index)
{
    return g_ptr_array_index(body->notes, index);
}

void letter_body_number_notes(LetterBody *body, guint first)
{
    for (guint i = 0; i < body->notes->len; i++)
        ((LetterNote *)g_ptr_array_index(body->notes, i))->number = first + i;
}

const char *letter_body_heading_id(const LetterBody *body, cmark_node *heading)
{
    /* Only HTML asks for ids: they are made then, and kept. */
    if (body->ids == NULL)
        ((LetterBody *)body)->ids = letter_tree_make_heading_ids(body->root);
    return g_hash_table_lookup(body->ids, heading);
}
