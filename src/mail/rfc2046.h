/*
 * rfc2046.h - multiparts: entities one after another, with a boundary between.
 */
#ifndef LETTER_MAIL_RFC2046_H
#define LETTER_MAIL_RFC2046_H

#include "base/sink.h"

/* Room for a boundary: 70 characters at most (section 5.1.1). */
#define LETTER_BOUNDARY_SIZE 70

/* A multipart while it is written. */
typedef struct LetterMultipart {
    LetterSink *sink;
    char boundary[LETTER_BOUNDARY_SIZE + 1];
} LetterMultipart;

/* The boundary of the multipart at @depth (0 to 9) within a message with that
   @digest, in hexadecimal: "=_letterctl-" and a part of it.  It can stand in no
   part, however it is encoded: "=_" is neither quoted-printable (RFC 2045
   section 6.7) nor base64. */
void letter_multipart_init(LetterMultipart *multipart, LetterSink *sink, const char *digest,
                           guint depth);

/* The Content-Type field, last of its header.  @root is the type of the first
   part, where the subtype asks for it (RFC 2387), or NULL. */
void letter_multipart_begin(const LetterMultipart *multipart, const char *subtype,
                            const char *root);

/* The delimiter before each part: its header follows.  The line end before it
   belongs to the delimiter. */
void letter_multipart_next(const LetterMultipart *multipart);

/* The delimiter after the last part, without a line end. */
void letter_multipart_end(const LetterMultipart *multipart);

#endif
