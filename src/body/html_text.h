/*
 * html_text.h - text and addresses within HTML.  Private to the room.
 *
 * Characters that no output may hold are left out of both (text/unsafe.h).
 */
#ifndef LETTER_BODY_HTML_TEXT_H
#define LETTER_BODY_HTML_TEXT_H

#include "base/sink.h"

/* Text, as element content or within a quoted attribute. */
void letter_html_write_text(LetterSink *sink, LetterSlice text);

/* An address within a quoted attribute: what RFC 3986 does not allow in one
   becomes %XX. */
void letter_html_write_address(LetterSink *sink, const char *address);

#endif
