/*
 * rfc5322.h - header fields: their names, folding and addresses.
 *
 * Lines end in LF here; message.c makes CRLF of it where it is asked for.
 * No line is longer than 76 columns, which RFC 2047 section 2 asks of those
 * with encoded-words, but for a token that is longer itself: an address or a
 * link cannot be folded.
 *
 * What cannot stand in a header as it is becomes encoded-words, control
 * characters too, so that no text can end a line; message_check.c refuses
 * such texts before.
 */
#ifndef LETTER_MAIL_RFC5322_H
#define LETTER_MAIL_RFC5322_H

#include "base/sink.h"

#define LETTER_FIELD_LINE_SIZE 76

/* A longer line is not allowed at all (section 2.1.1). */
#define LETTER_FIELD_LINE_LIMIT 998

/* Somebody's address, perhaps with a name: both owned by somebody else. */
typedef struct LetterMailbox {
    const char *name; /* NULL: the address alone */
    const char *address;
} LetterMailbox;

/* A field while it is written. */
typedef struct LetterFieldWriter {
    LetterSink *sink;
    gsize column;
} LetterFieldWriter;

/* The parts of a field, one after another: the name with its colon, tokens
   that are never torn, each with a blank or a fold before it, and the end. */
void letter_field_begin(LetterFieldWriter *field, LetterSink *sink, const char *name);
void letter_field_token(LetterFieldWriter *field, LetterSlice token);
void letter_field_end(LetterFieldWriter *field);

/* An unstructured field (section 2.2.1): Subject, X-... */
void letter_field_write_text(LetterSink *sink, const char *name, const char *text);

/* A field whose value is one token that stays on the line of its name. */
void letter_field_write_token(LetterSink *sink, const char *name, const char *token);

/* A list of mailboxes (section 3.4); nothing where @count is 0. */
void letter_field_write_mailboxes(LetterSink *sink, const char *name,
                                  const LetterMailbox *mailboxes, guint count);

/* Whether a field may have this name (section 2.2), at most 64 letters long. */
gboolean letter_field_is_name(const char *name);

/* Whether the text is one line of valid UTF-8 without tabs and without what
   text/unsafe.h forbids. */
gboolean letter_field_is_text(const char *text);

/* Whether the text has the form of a msg-id (section 3.6.4) with a domain on
   its right side: "<left@mail.example>". */
gboolean letter_field_is_id(const char *id);

/* The address as a message has it, its domain in ASCII form.  NULL where it is
   none that letter_address_is_valid() takes, or has no such form: no message
   needs a server with SMTPUTF8 (RFC 6531). */
char *letter_address_to_ascii(const char *address);

#endif
