/*
 * attachments.h - the files that travel with a letter's message.
 */
#ifndef LETTER_RENDER_ATTACHMENTS_H
#define LETTER_RENDER_ATTACHMENTS_H

#include "mail/message.h"
#include "render/rendering.h"

/* Reads the letter's attachments into the message.  Their type is the one given,
   else told by the name's extension or the first bytes.  Rules: path-outside,
   file-missing, file-unreadable, message-field. */
void letter_attachments_read(LetterMessage *message, LetterRendering *rendering,
                             LetterDiagnostics *diagnostics);

#endif
