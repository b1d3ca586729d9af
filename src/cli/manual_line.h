/*
 * manual_line.h - a line of a manual page as plain text (mdoc(7)).
 */
#ifndef LETTER_CLI_MANUAL_LINE_H
#define LETTER_CLI_MANUAL_LINE_H

#include <glib.h>

/* Appends a text line with its escapes resolved, and a blank before it where
   @text needs one. */
void letter_manual_append_text(GString *text, const char *line);

/* Appends the words of a macro line, its dot left out, with macros that stand
   within a line resolved. */
void letter_manual_append_macros(GString *text, const char *line);

/* Whether a macro stands within a line ("Fl"). */
gboolean letter_manual_is_inline(const char *macro);

#endif
