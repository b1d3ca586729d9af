/*
 * escape.h - texts of strangers, made harmless for a format.
 */
#ifndef LETTER_TEMPLATE_ESCAPE_H
#define LETTER_TEMPLATE_ESCAPE_H

#include "base/sink.h"

typedef enum LetterEscape {
    LETTER_ESCAPE_HTML, /* HTML and XML, in content and in quoted attributes */
    LETTER_ESCAPE_TEXT, /* plain text: no control or bidi characters, no line ends */
} LetterEscape;

void letter_escape(LetterEscape escape, LetterSlice text, LetterSink *sink);

/* Whether an address has a scheme that pages may link to (http, https, mailto,
   tel), or none: a path of the site or a fragment.  `//host` is neither. */
gboolean letter_address_is_allowed(LetterSlice address);

#endif
