/*
 * content.h - the text of one block, without the marks of what contains it.
 *
 * That is what cmark reads a block's inlines from: its lines, joined by LF,
 * without "> ", list markers and indentation, link definitions and the signs
 * of a heading.  Where each line stood is kept.
 */
#ifndef LETTER_BODY_CONTENT_H
#define LETTER_BODY_CONTENT_H

#include <cmark.h>

#include "base/source.h"

typedef struct LetterContent LetterContent;

/* Of blocks of the tree that cmark made of @text. */
LetterContent *letter_content_new(LetterSlice text);
void letter_content_free(LetterContent *content);

/* Reads a paragraph or heading; the slice is good until the next read. */
LetterSlice letter_content_read(LetterContent *content, cmark_node *block);

/* Where a byte of the block last read stood in the text; its end with it. */
gsize letter_content_locate(const LetterContent *content, gsize at);

/* The first line of any block, from its first byte that is no blank. */
LetterSpan letter_content_first_line(LetterContent *content, cmark_node *block);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(LetterContent, letter_content_free)

#endif
