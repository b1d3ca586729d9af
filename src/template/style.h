/*
 * style.h - how parts of a letter look: role to declarations, written once.
 *
 * style.yaml names colours and gives each role CSS declarations, in which
 * `$name` is a colour.  A page has them as rules of its sheet, with the
 * colours as variables that change in the dark; a message and a fragment have
 * them on the elements.  letterctl-templates(5), "style.yaml".
 */
#ifndef LETTER_TEMPLATE_STYLE_H
#define LETTER_TEMPLATE_STYLE_H

#include "base/diagnostics.h"
#include "base/sink.h"

typedef struct LetterStyle LetterStyle;

/* The built-in style.yaml, read when the program was built. */
LetterStyle *letter_style_builtin(void);

/* Constant once parsed.  What is wrong becomes findings. */
LetterStyle *letter_style_parse(LetterSource *source, LetterDiagnostics *diagnostics);
void letter_style_free(LetterStyle *style);

/* The roles in the order of the sheet; NULL past the last. */
const char *letter_style_role(guint index);

/* The number of a role; -1 where there is none of that name. */
gint letter_style_find_role(LetterSlice role);

/* The declarations for style="", colours put in; NULL where there are none.  Of a
   role by its number, or by its name. */
const char *letter_style_get(const LetterStyle *style, guint index);
const char *letter_style_declarations(const LetterStyle *style, const char *role);

/* The rules of a page. */
void letter_style_write_sheet(const LetterStyle *style, LetterSink *sink);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(LetterStyle, letter_style_free)

#endif
