/*
 * rfc3676.h - flowed text: paragraphs that a narrow screen can wrap again.
 *
 * The text comes wrapped, with a blank before each soft line end (section
 * 4.1); nothing is wrapped here.  Lines are stuffed (section 4.4), so that none
 * is taken for a quote, for flowed, or for what it is not.
 */
#ifndef LETTER_MAIL_RFC3676_H
#define LETTER_MAIL_RFC3676_H

#include "base/sink.h"

/* Writes the text of a format=flowed part; lines end in LF.
   - "> " at the start of a line is a quote's mark, and "> > " one within
     another: the marks are written as ">>" (section 4.5).
   - A line that begins with a blank, with "From " or with a '>' that is no
     such mark gets a blank before it.
   - A line "-- " would be the mark of a signature (section 4.3): none of the
     text's own lines may look so, and its blank is taken off. */
void letter_flowed_write(LetterSink *sink, LetterSlice text);

#endif
