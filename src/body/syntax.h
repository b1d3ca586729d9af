/*
 * syntax.h - the ends of links and of link definitions in Markdown.
 *
 * What cmark has read as one of these is measured again here, for positions:
 * a function returns the offset after the construct that begins at @at, or
 * @at where none does.  CommonMark 0.30, sections 4.7 and 6.3.
 */
#ifndef LETTER_BODY_SYNTAX_H
#define LETTER_BODY_SYNTAX_H

#include "base/source.h"

/* What follows "[text]" in a link: "(address "title")", "[label]" or nothing. */
gsize letter_syntax_link_tail(LetterSlice text, gsize at);

/* A link definition, "[label]: address "title"", with its line end. */
gsize letter_syntax_definition(LetterSlice text, gsize at);

/* A code span with its backticks. */
gsize letter_syntax_code_span(LetterSlice text, gsize at);

#endif
