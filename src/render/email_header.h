/*
 * email_header.h - who a letter's message is from and for, and its other fields.
 */
#ifndef LETTER_RENDER_EMAIL_HEADER_H
#define LETTER_RENDER_EMAIL_HEADER_H

#include "base/diagnostics.h"
#include "mail/message.h"
#include "model/letter.h"

/* Whether the Bcc field is written: only who strips it may get it. */
typedef enum LetterBcc {
    LETTER_BCC_LEFT_OUT,
    LETTER_BCC_WRITTEN,
} LetterBcc;

/* Fills in From, Reply-To, To, Cc, Bcc, Subject, List-Unsubscribe, the letter's
   own fields and its language.  @notice stands before the subject, NULL: none
   does.  The letter must outlive the message.
   Rules: message-no-sender, message-no-recipient, address-form. */
void letter_email_fill_header(LetterMessage *message, const Letter *letter, const char *notice,
                              LetterBcc bcc, LetterDiagnostics *diagnostics);

#endif
