/*
 * excerpt.h - the source line of a finding, as a terminal can show it.
 */
#ifndef LETTER_CLI_EXCERPT_H
#define LETTER_CLI_EXCERPT_H

#include "base/source.h"

/* Tabs are blanks, unsafe characters are escaped, and a long line is cut
   about the finding.  Columns are those of a terminal. */
typedef struct LetterExcerpt {
    char *line;
    guint mark_column; /* how many columns stand before the mark */
    guint mark_width;  /* at least 1 */
} LetterExcerpt;

/* The line that holds @span.start; the mark covers what of @span is on it. */
void letter_excerpt_take(const LetterSource *source, LetterSpan span, guint width,
                         LetterExcerpt *excerpt);
void letter_excerpt_clear(LetterExcerpt *excerpt);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(LetterExcerpt, letter_excerpt_clear)

#endif
