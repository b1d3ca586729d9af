/*
 * tree.c - what renderers ask about a parsed text.
 */
#include "body/tree.h"

#include <string.h>

#include "text/locale.h"

const LetterNoteMark *letter_tree_note_mark(cmark_node *node)
{
    return cmark_node_get_type(node) == CMARK_NODE_CUSTOM_INLINE ? cmark_node_get_user_data(node)
                                                                 : NULL;
}

cmark_node *letter_tree_figure(cmark_node *paragraph)
{
    cmark_node *child = cmark_node_first_child(paragraph);

    if (cmark_node_get_type(paragraph) != CMARK_NODE_PARAGRAPH || child == NULL ||
        cmark_node_next(child) != NULL || cmark_node_get_type(child) != CMARK_NODE_IMAGE)
        return NULL;
    return child;
}

guint letter_note_number(const LetterNote *note)
{
    return note->number;
}

guint letter_note_reference_count(const LetterNote *note)
{
    return note->references;
}

/* The node after @node and all that is within it; NULL at the end of @root. */
static cmark_node *skip(cmark_node *root, cmark_node *node)
{
    while (node != root && cmark_node_next(node) == NULL)
        node = cmark_node_parent(node);
    return node != root ? cmark_node_next(node) : NULL;
}

static cmark_node *next_node(cmark_node *root, cmark_node *node, gboolean enters)
{
    cmark_node *child = enters ? cmark_node_first_child(node) : NULL;

    return child != NULL ? child : skip(root, node);
}

cmark_node *letter_tree_next_inline(cmark_node *block, cmark_node *node)
{
    return next_node(block, node, TRUE);
}

cmark_node *letter_tree_next_block(cmark_node *root, cmark_node *node)
{
    return next_node(root, node, cmark_node_get_type(node) <= CMARK_NODE_ITEM);
}

/* As letter_tree_next_inline(), past what is within a picture. */
static cmark_node *next_shown(cmark_node *block, cmark_node *node)
{
    return next_node(block, node, cmark_node_get_type(node) != CMARK_NODE_IMAGE);
}

/* The words of a block, without marks of notes and pictures. */
static void append_text(GString *text, cmark_node *block)
{
    cmark_node *node = next_shown(block, block);

    for (; node != NULL; node = next_shown(block, node)) {
        switch (cmark_node_get_type(node)) {
        case CMARK_NODE_TEXT:
        case CMARK_NODE_CODE:
            g_string_append(text, cmark_node_get_literal(node));
            break;
        case CMARK_NODE_SOFTBREAK:
        case CMARK_NODE_LINEBREAK:
            g_string_append_c(text, ' ');
            break;
        default:
            break;
        }
    }
}

char *letter_body_first_paragraph(const LetterBody *body)
{
    cmark_node *block = cmark_node_first_child(letter_body_root(body));

    for (; block != NULL; block = cmark_node_next(block)) {
        g_autoptr(GString) text = NULL;

        if (cmark_node_get_type(block) != CMARK_NODE_PARAGRAPH)
            continue;
        text = g_string_new(NULL);
        append_text(text, block);
        g_strstrip(text->str);
        if (*text->str != '\0')
            return g_strdup(text->str);
    }
    return NULL;
}

guint letter_body_top_heading(const LetterBody *body)
{
    cmark_node *root = letter_body_root(body);
    guint top = 0;

    for (cmark_node *node = root; node != NULL; node = letter_tree_next_block(root, node)) {
        guint level;

        if (cmark_node_get_type(node) != CMARK_NODE_HEADING)
            continue;
        level = (guint)cmark_node_get_heading_level(node);
        if (top == 0 || level < top)
            top = level;
    }
    return top;
}

/* "word", else "word-2", "word-3" …; "section" where no letter is left. */
static char *make_id(cmark_node *heading, GHashTable *taken)
{
    g_autoptr(GString) text = g_string_new(NULL);
    g_autofree char *slug = NULL;
    char *id;
    guint count;

    append_text(text, heading);
    slug = letter_locale_slug(text->str);
    if (slug == NULL)
        slug = g_strdup("section");
    id = g_strdup(slug);
    count = GPOINTER_TO_UINT(g_hash_table_lookup(taken, slug));
    while (g_hash_table_contains(taken, id)) {
        g_free(id);
        id = g_strdup_printf("%s-%u", slug, ++count);
    }
    g_hash_table_replace(taken, g_strdup(slug), GUINT_TO_POINTER(MAX(count, 1)));
    if (strcmp(id, slug) != 0)
        g_hash_table_replace(taken, g_strdup(id), GUINT_TO_POINTER(1));
    return id;
}

GHashTable *letter_tree_make_heading_ids(cmark_node *root)
{
    g_autoptr(GHashTable) taken = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    GHashTable *ids = g_hash_table_new_full(NULL, NULL, NULL, g_free);

    for (cmark_node *node = root; node != NULL; node = letter_tree_next_block(root, node)) {
        if (cmark_node_get_type(node) == CMARK_NODE_HEADING)
            g_hash_table_insert(ids, node, make_id(node, taken));
    }
    return ids;
}
