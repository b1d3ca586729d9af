/*
 * message.h - an email message as data, and its bytes (RFC 5322, RFC 2045).
 *
 * The same message always has the same bytes: nothing is taken from the clock,
 * the machine or chance.
 */
#ifndef LETTER_MAIL_MESSAGE_H
#define LETTER_MAIL_MESSAGE_H

#include "base/sink.h"
#include "mail/rfc5322.h"

#define LETTER_MESSAGE_ERROR (letter_message_error_quark())

typedef enum LetterMessageError {
    LETTER_MESSAGE_ERROR_ADDRESS, /* it is no address that mail can be sent to */
    LETTER_MESSAGE_ERROR_TEXT,    /* control characters, or no UTF-8 */
    LETTER_MESSAGE_ERROR_FIELD,   /* no field, id, type or date of that form */
} LetterMessageError;

GQuark letter_message_error_quark(void);

typedef enum LetterNewline {
    LETTER_NEWLINE_LF,   /* as files and sendmail have it */
    LETTER_NEWLINE_CRLF, /* as SMTP has it */
} LetterNewline;

/* A field of the letter's own: "X-Campaign". */
typedef struct LetterMessageField {
    const char *name;
    const char *value;
} LetterMessageField;

/* A picture of the page, or an attachment. */
typedef struct LetterMessagePart {
    const char *type;       /* "image/png" */
    const char *filename;   /* no folders; NULL: none */
    const char *content_id; /* of a picture: "logo@letter.example"; the page has cid:... */
    GBytes *bytes;
} LetterMessagePart;

/* Texts are kept with letter_message_keep() or live longer than the message;
   NULL where a field is absent.  Lists are never NULL. */
typedef struct LetterMessage {
    GArray *from, *reply_to, *to, *cc, *bcc; /* of LetterMailbox */
    LetterMailbox sender;                    /* absent where the address is NULL */
    const char *subject;
    const char *date;            /* RFC 5322 section 3.3 */
    const char *message_id;      /* "<left@right>" */
    const char *lang;            /* BCP 47 */
    GPtrArray *list_unsubscribe; /* of char *: https and mailto addresses */
    GArray *fields;              /* of LetterMessageField */
    GBytes *text;                /* wrapped, soft line ends with a blank (rfc3676.h) */
    GBytes *html;                /* NULL: a message of plain text */
    GArray *pictures;            /* of LetterMessagePart, shown by the page */
    GArray *attachments;         /* of LetterMessagePart */
    gboolean is_undisclosed;     /* without To: "undisclosed-recipients:;" */
    gboolean is_unsent;          /* opens in a mail program to be sent from there */
    GStringChunk *strings;
} LetterMessage;

LetterMessage *letter_message_new(void);
void letter_message_free(LetterMessage *message);

/* A copy of @text that lives as long as the message. */
const char *letter_message_keep(LetterMessage *message, const char *text);

/* Both are referenced or copied. */
void letter_message_add_mailbox(LetterMessage *message, GArray *list, const char *name,
                                const char *address);
void letter_message_add_part(LetterMessage *message, GArray *list, const LetterMessagePart *part);

/* Whether the message can be written.  FALSE with LETTER_MESSAGE_ERROR where a
   value would break a field or could bring one of its own. */
gboolean letter_message_check(const LetterMessage *message, GError **error);

/* The same for one part of it. */
gboolean letter_message_check_part(const LetterMessagePart *part, GError **error);

/* A msg-id made from all that the message holds, at the domain of its sender:
   equal messages have equal ones.  NULL where there is no sender. */
char *letter_message_digest_id(const LetterMessage *message);

/* Checks the message and writes it.  Bcc is written as any other field: for
   `sendmail -t`, which takes it off.  FALSE with LETTER_MESSAGE_ERROR where
   nothing was written; what the sink meets, it tells itself. */
gboolean letter_message_write(const LetterMessage *message, LetterNewline newline, LetterSink *sink,
                              GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(LetterMessage, letter_message_free)

#endif
