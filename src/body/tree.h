/*
 * tree.h - what the parser of the room hands to its renderers.  Private to the
 * room: cmark's types do not leave it.
 */
#ifndef LETTER_BODY_TREE_H
#define LETTER_BODY_TREE_H

#include <cmark.h>

#include "body/body.h"

/* A footnote: its blocks are the children of @container, a document node of
   its own beside the body's. */
struct LetterNote {
    const char *label;
    cmark_node *container;
    guint number;     /* through the whole letter, from 1 */
    guint references; /* how often the text refers to it */
    LetterSpan span;  /* of the definition's "[^label]:" */
};

/*
 * A reference to a note is a CMARK_NODE_CUSTOM_INLINE without children, whose
 * user data is a LetterNoteMark.  A paragraph that is one picture alone (a
 * figure) is left as cmark has it and recognised by letter_tree_figure().
 * A refused link or picture has been unwrapped or replaced by its text; every
 * CMARK_NODE_LINK and CMARK_NODE_IMAGE that is left may be written.  Raw HTML
 * is gone unless it is allowed.  A bare address has become a CMARK_NODE_LINK
 * whose only child is its text.  Blocks are nested 200 deep at most, inlines
 * without a limit: who walks them does not recurse.
 */
typedef struct LetterNoteMark {
    const LetterNote *note;
    guint occurrence; /* 1 for the first reference to the note */
} LetterNoteMark;

cmark_node *letter_body_root(const LetterBody *body);

/* The mark of a node that refers to a note; NULL for every other node. */
const LetterNoteMark *letter_tree_note_mark(cmark_node *node);

/* The picture of a paragraph that is one picture and nothing else, else NULL. */
cmark_node *letter_tree_figure(cmark_node *paragraph);

/* The smallest heading level of the body (1 to 6); 0 where it has none. */
guint letter_body_top_heading(const LetterBody *body);

/* The inline after @node within @block, or the block after @node within @root,
   in the order of the text: the first one after @block or @root itself, NULL
   after the last. */
cmark_node *letter_tree_next_inline(cmark_node *block, cmark_node *node);
cmark_node *letter_tree_next_block(cmark_node *root, cmark_node *node);

/* An id for each heading below @root, by its node. */
GHashTable *letter_tree_make_heading_ids(cmark_node *root);

/* The id of a heading, made of its text and unique within the body, without
   prefix; owned by the body. */
const char *letter_body_heading_id(const LetterBody *body, cmark_node *heading);

#endif
