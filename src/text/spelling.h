/*
 * spelling.h - which known word somebody meant who wrote another one.
 */
#ifndef LETTER_TEXT_SPELLING_H
#define LETTER_TEXT_SPELLING_H

#include <glib.h>

/* The nearest of @words, by insertions, deletions, replacements and swapped
   neighbours (optimal string alignment), without regard to ASCII case.  NULL
   where none is near enough to be meant: one slip in three letters, three at
   most. */
const char *letter_spelling_nearest(const char *word, const char *const *words, gsize count);

#endif
