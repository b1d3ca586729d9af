/*
 * rfc2045.h - the two transfer encodings: quoted-printable and base64.
 *
 * Lines end in LF and hold at most 76 characters.
 */
#ifndef LETTER_MAIL_RFC2045_H
#define LETTER_MAIL_RFC2045_H

#include "base/sink.h"

/* Text with LF or CRLF as line ends (section 6.7).  Beyond what the encoding
   needs, a '.' and a "From " at the start of a line are encoded, which careless
   mail servers change. */
void letter_quoted_printable_write(LetterSink *sink, LetterSlice text);

/* Any bytes (section 6.8); the last line has no line end. */
void letter_base64_write(LetterSink *sink, LetterSlice bytes);

#endif
