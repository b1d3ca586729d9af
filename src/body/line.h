/*
 * line.h - what a line of Markdown may begin.
 *
 * As much of CommonMark's block structure as tells where a footnote begins
 * and ends; cmark reads the rest.  CommonMark 0.30, sections 4 and 5.
 */
#ifndef LETTER_BODY_LINE_H
#define LETTER_BODY_LINE_H

#include "base/source.h"

#define LETTER_CODE_INDENT 4

typedef struct LetterLine {
    gsize start;
    gsize first;  /* the first byte that is no blank; the end of a blank line */
    gsize end;    /* without the line end */
    gsize next;   /* with it */
    guint indent; /* columns before the first byte */
} LetterLine;

/* A fenced code block that a line has opened: its sign is NUL where none is. */
typedef struct LetterFence {
    char sign;
    gsize size;
} LetterFence;

LetterLine letter_line_at(LetterSlice text, gsize start);

gboolean letter_fence_is_open(const LetterFence *fence);

/* Opens the fence, or closes the open one, where the line does. */
void letter_fence_follow(LetterFence *fence, LetterSlice text, const LetterLine *line);

/* Whether the line is a heading with signs, or a thematic break. */
gboolean letter_line_is_heading_or_break(LetterSlice text, const LetterLine *line);

/* The columns that further lines of a list item are indented by; 0 where the
   line begins none. */
guint letter_line_item_width(LetterSlice text, const LetterLine *line);

/* Whether the line ends an open paragraph around which a container ends. */
gboolean letter_line_interrupts(LetterSlice text, const LetterLine *line);

#endif
