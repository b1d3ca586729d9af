/*
 * markdown.h - cmark, kept within bounds of memory, time and depth.
 *
 * cmark 0.30 needs seconds and hundreds of megabytes for some inputs of a few
 * hundred kilobytes, and ends the program where memory is short.  Here it
 * works on an arena of the thread: 240 MiB and one second, for all the texts
 * of a document together, and it is left where it goes past either.
 */
#ifndef LETTER_BODY_MARKDOWN_H
#define LETTER_BODY_MARKDOWN_H

#include <cmark.h>

#include "base/source.h"

/* Every body of a thread holds the arena from before its parse until it is
   freed.  With the last release all trees of the thread are gone, and the
   next hold begins with the whole of memory and time. */
void letter_markdown_hold(void);
void letter_markdown_release(void);

/* Reads @text.  NULL where that is past the bounds.  @options are cmark's;
   UTF-8 is validated always. */
cmark_node *letter_markdown_parse(LetterSlice text, int options);

/* The first line that opens more containers (quotes and list items) than may
   be nested; FALSE where there is none. */
gboolean letter_markdown_find_deep_line(LetterSlice text, LetterSpan *line);

/* What cmark makes of "&name;" or "&#1;": itself where it is no entity. */
char *letter_markdown_decode_entity(LetterSlice entity);

/* A node for the tree.  Made after the parse, it is always given; whoever
   makes many of them asks letter_markdown_is_exhausted() as well. */
cmark_node *letter_markdown_new_node(cmark_node_type type);

/* Memory of the tree, zeroed, gone with it. */
gpointer letter_markdown_alloc(gsize size);

/* Whether the bounds are passed: what is under way is to be given up. */
gboolean letter_markdown_is_exhausted(void);

#endif
