/*
 * picture.h - which kind of picture some bytes are, and how large it shows.
 *
 * The bytes decide, not the file's name.  Read are the first bytes of PNG
 * (ISO/IEC 15948, section 11.2.2), GIF (GIF89a, section 18), JPEG (ITU-T T.81,
 * section B.2.2) and WebP (RFC 9649, section 2); of SVG only that it is one.
 */
#ifndef LETTER_RENDER_PICTURE_H
#define LETTER_RENDER_PICTURE_H

#include "base/source.h"

typedef struct LetterPictureKind {
    const char *type;    /* media type: "image/png" */
    guint width, height; /* pixels; 0: not told */
} LetterPictureKind;

/* FALSE where the bytes are no picture of a known kind. */
gboolean letter_picture_recognise(LetterSlice bytes, LetterPictureKind *kind);

#endif
