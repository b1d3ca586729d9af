/*
 * body.c - one Markdown text, parsed: CommonMark by cmark, and footnotes.
 */
#include "body/body.h"

#include "body/markdown.h"
#include "body/tree.h"

#define MAX_SIZE ((gsize)4 * 1024 * 1024)

struct LetterBody {
    cmark_node *root;
    GPtrArray *notes; /* of LetterNote that are referred to, by number */
    GArray *pictures; /* of LetterBodyPicture */
    GArray *links;    /* of LetterBodyLink */
    GHashTable *ids;  /* heading node to its id; NULL until asked for */
};

LetterBody *letter_body_parse(const LetterSource *source, LetterSlice text,
                              const LetterOffsetMap *map, const LetterBodyOptions *options,
                              LetterDiagnostics *diagnostics)
{
    LetterBody *body = g_new0(LetterBody, 1);

    (void)source, (void)map, (void)diagnostics;
    letter_markdown_hold();
    body->notes = g_ptr_array_new_with_free_func(g_free);
    body->pictures = g_array_new(FALSE, FALSE, sizeof(LetterBodyPicture));
    body->links = g_array_new(FALSE, FALSE, sizeof(LetterBodyLink));
    if (text.size <= MAX_SIZE)
        body->root = letter_markdown_parse(text, options->smart ? CMARK_OPT_SMART : 0);
    if (body->root == NULL)
        body->root = letter_markdown_new_node(CMARK_NODE_DOCUMENT);
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
