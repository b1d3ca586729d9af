/*
 * mustache_tag.h - the tags of a template, for mustache_parse.c alone.
 */
#ifndef LETTER_TEMPLATE_MUSTACHE_TAG_H
#define LETTER_TEMPLATE_MUSTACHE_TAG_H

#include "base/diagnostics.h"

typedef struct LetterTag {
    char sigil;      /* '\0' for a plain name, '&' for both forms without escape, '=' … */
    LetterSpan span; /* with the delimiters */
    LetterSpan name;
    gsize line_start;     /* of the line it begins in */
    gsize line_end;       /* of the line it ends in, after the line end */
    gboolean opens_line;  /* only blanks stand before it on its line */
    gboolean closes_line; /* only blanks stand after it */
} LetterTag;

/* All tags in order.  FALSE where one is wrong, which is a finding. */
gboolean letter_tags_find(const LetterSource *source, GArray *tags, LetterDiagnostics *diagnostics);

#endif
