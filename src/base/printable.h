/*
 * printable.h - text of strangers, made safe to show on a terminal.
 */
#ifndef LETTER_BASE_PRINTABLE_H
#define LETTER_BASE_PRINTABLE_H

#include "base/source.h"

/* Appends the first character of @text, which is not empty, as it may be
   shown: control and bidi characters as \u{...}, a byte that is not UTF-8 as
   \x..  Returns how many bytes of @text that was. */
gsize letter_printable_append_character(GString *shown, LetterSlice text);

/* Appends all of @text in this way. */
void letter_printable_append(GString *shown, LetterSlice text);

/* A file name as it may be shown. */
char *letter_printable_name(const char *name);

#endif
