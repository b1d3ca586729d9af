/*
 * encoding.h - the characters that no source of a letter may hold.
 *
 * They are the control characters but TAB, LF and CR (C0, DEL, C1), the line
 * ends U+2028 and U+2029 that most programs do not know, and the
 * noncharacters U+FDD0 to U+FDEF, U+FFFE and U+FFFF, which Unicode keeps out
 * of interchange (Unicode 15, section 23.7).
 */
#ifndef LETTER_FRONT_ENCODING_H
#define LETTER_FRONT_ENCODING_H

#include "base/diagnostics.h"

typedef struct LetterForbidden {
    gunichar character;
    gsize offset;
    gsize size; /* bytes */
} LetterForbidden;

/* The first forbidden character of @text at or after the byte @from.  FALSE
   where there is none.  Bytes that are not UTF-8 are passed over. */
gboolean letter_encoding_find_forbidden(LetterSlice text, gsize from, LetterForbidden *forbidden);

/* Reports what of the stretch is not UTF-8, and the forbidden characters in it,
   the first of each kind: not-utf8, control-character, line-separator.  FALSE
   where it is not valid UTF-8. */
gboolean letter_encoding_check(const LetterSource *source, LetterSpan within,
                               LetterDiagnostics *diagnostics);

#endif
