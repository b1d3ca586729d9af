/*
 * manual.h - the manual pages that are compiled in, for a machine without man.
 */
#ifndef LETTER_CLI_MANUAL_H
#define LETTER_CLI_MANUAL_H

#include "base/source.h"

/* The page of a topic: a command's or a page's name; NULL where there is none.
   Free with g_bytes_unref(). */
GBytes *letter_manual_find(const char *topic);

/* The entry of a rule as a page of its own; NULL where there is none. */
GBytes *letter_manual_find_rule(const char *slug);

/* Topics that letter_manual_find() knows, rules not among them. */
const char *letter_manual_topic(guint index);

/* A page as plain text. */
char *letter_manual_format(LetterSlice page);

#endif
