/*
 * positions.h - where each inline of a block stood in the text.
 *
 * cmark's own columns of inlines are wrong in one of five cases.  Here a
 * block's bytes are walked in step with its nodes, as cmark made them: before
 * the tree is changed.  Only blocks of which something is to be told are
 * walked.
 */
#ifndef LETTER_BODY_POSITIONS_H
#define LETTER_BODY_POSITIONS_H

#include <cmark.h>

#include "base/source.h"

typedef struct LetterPositions LetterPositions;

/* An inline node of a block, and its bytes in the block's content. */
typedef struct LetterInline {
    cmark_node *node;
    gsize start;
    gsize end;
    guint links;    /* how many links are around it */
    guint pictures; /* and how many pictures */
} LetterInline;

/* Of the tree that cmark made of @text. */
LetterPositions *letter_positions_new(LetterSlice text);
void letter_positions_free(LetterPositions *positions);

/* The inlines of a paragraph or heading, in the order in which they begin.
   Like all that follows, good until the next block is read. */
const GArray *letter_positions_read(LetterPositions *positions, cmark_node *block);

/* The bytes of the block that was read. */
LetterSlice letter_positions_content(const LetterPositions *positions);

/* Goes on in the content from @at, where the piece of a text node's literal
   begins, to where it ends: over entities and escapes. */
gsize letter_positions_advance(LetterPositions *positions, gsize at, LetterSlice literal);

/* The bytes of the text that a stretch of the content stood at. */
LetterSpan letter_positions_locate(const LetterPositions *positions, gsize start, gsize end);

/* The first line of a block that has no inlines. */
LetterSpan letter_positions_block(LetterPositions *positions, cmark_node *block);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(LetterPositions, letter_positions_free)

#endif
