/*
 * style_table.h - what a style is in memory; for style.c and style_read.c.
 */
#ifndef LETTER_TEMPLATE_STYLE_TABLE_H
#define LETTER_TEMPLATE_STYLE_TABLE_H

#include "template/style.h"

enum {
#define ROLE(name, selector) +1
    LETTER_ROLE_COUNT = 0
#include "template/roles.def"
#undef ROLE
};

struct LetterStyle {
    GHashTable *colors, *dark;           /* name to value */
    char *typed[LETTER_ROLE_COUNT];      /* declarations with the names of colours */
    char *on_element[LETTER_ROLE_COUNT]; /* with the colours; NULL where absent */
};

/* Of a property or a colour. */
static inline gboolean letter_style_is_name_byte(char byte)
{
    return g_ascii_isalnum(byte) || byte == '-';
}

LetterStyle *letter_style_new(void);

/* Puts the colours into the declarations.  Returns the first role from @from on
   that names one which is not there; LETTER_ROLE_COUNT where none does. */
guint letter_style_resolve(LetterStyle *style, guint from);

#endif
