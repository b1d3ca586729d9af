/*
 * text_inlines.h - the words of a block as plain text.  Private to the room.
 */
#ifndef LETTER_BODY_TEXT_INLINES_H
#define LETTER_BODY_TEXT_INLINES_H

#include "body/references.h"
#include "body/tree.h"

typedef struct LetterTextInlines {
    LetterReferences *references; /* not owned */
    GString *text;                /* of the block so far; LF is a hard line end */
    GArray *starts;               /* of the open emphases and links, offsets in @text */
    gboolean is_marking;          /* whether emphasis gets marks */
    gboolean in_picture;
} LetterTextInlines;

void letter_text_inlines_init(LetterTextInlines *inlines, LetterReferences *references);
void letter_text_inlines_clear(LetterTextInlines *inlines);

/* Begins the next block. */
void letter_text_inlines_begin(LetterTextInlines *inlines, gboolean is_marking);

/* An inline node, as the walk through the tree enters or leaves it. */
void letter_text_inlines_add(LetterTextInlines *inlines, cmark_node *node, gboolean is_entering);

#endif
