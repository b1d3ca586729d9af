/*
 * wrap.h - columns of a terminal, and lines no wider than so many of them.
 *
 * Widths are display columns: two for East Asian wide characters and emoji,
 * none for combining marks (Unicode Standard Annex #11).  Lines break where
 * Unicode Standard Annex #14 allows.  Runs of ASCII take a short path that
 * never touches ICU.
 */
#ifndef LETTER_TEXT_WRAP_H
#define LETTER_TEXT_WRAP_H

#include "base/sink.h"
#include "text/locale.h"

typedef enum LetterFlow {
    LETTER_FLOW_FIXED,  /* a soft line end is LF */
    LETTER_FLOW_FLOWED, /* a soft line end is space and LF (RFC 3676 section 4.1) */
} LetterFlow;

/* How plain text is laid out. */
typedef struct LetterLayout {
    guint width; /* columns; no line is wider but one unbreakable word */
    LetterFlow flow;
    LetterLocale *locale; /* of the letter's language; not owned */
} LetterLayout;

/* The columns that valid UTF-8 takes. */
guint letter_text_width(LetterSlice text);

/* Writes @text as lines.  White space in it is folded to single blanks, but
   LF in it is a hard line end; characters of text/unsafe.h are left out.
   @first is what the first line begins with, @rest what the others do ("> ", a
   hanging indent); both count as columns, and a line of @rest alone is written
   without its trailing blanks.  In a flowed layout soft line ends are written
   only where @rest is quotes' marks or nothing: other prefixes would be torn
   into the lines.  Ends without a line end. */
void letter_wrap(const LetterLayout *layout, LetterSlice text, const char *first, const char *rest,
                 LetterSink *sink);

/* The same for fixed text, whose lines and blanks stay but for those at the
   end of a line; tabs become blanks. */
void letter_indent(LetterSlice text, const char *first, const char *rest, LetterSink *sink);

#endif
