/*
 * body_text.h - a parsed text as plain text that reads as if typed.
 *
 * Paragraphs are wrapped, lists hang, quotes have "> ", code is indented and
 * stands as it is, the highest headings are underlined with hyphens, emphasis
 * is typed _so_ and *so* where that cannot be misread, pictures are told by
 * caption or alt in brackets.  Notes are marked [1]; a link whose address is
 * not its text is marked with the number at which references.h lists it.  No
 * control or bidi character of the input gets through.
 */
#ifndef LETTER_BODY_BODY_TEXT_H
#define LETTER_BODY_BODY_TEXT_H

#include "base/sink.h"
#include "body/body.h"
#include "body/references.h"
#include "text/wrap.h"

/* Ends with one LF, where anything is written. */
void letter_body_render_text(const LetterBody *body, const LetterLayout *layout,
                             LetterReferences *references, LetterSink *sink);

/* "[1] " and the note's text, hanging; links in it are numbered too. */
void letter_note_render_text(const LetterNote *note, const LetterLayout *layout,
                             LetterReferences *references, LetterSink *sink);

#endif
