/*
 * message_check.c - what may stand in a message, asked before a byte is written.
 *
 * A letter's reader has checked most of it; but names and subjects come from
 * strangers, and a message must be safe whoever filled it in.
 */
#include <string.h>

#include "mail/message.h"

#define TYPE_SIZE     127 /* RFC 4288 section 4.2 */
#define FILENAME_SIZE 255

/* Fields that the writer writes itself. */
static const char *const own_fields[] = { "From", "Sender", "Reply-To", "To", "Cc", "Bcc",
                                          "Subject", "Date", "Message-ID", "List-Unsubscribe",
                                          "List-Unsubscribe-Post", "MIME-Version", "X-Unsent",
                                          /* And what only mail servers may say. */
                                          "Received", "Return-Path", "DKIM-Signature",
                                          "Authentication-Results", NULL };

GQuark letter_message_error_quark(void)
{
    return g_quark_from_static_string("letter-message-error");
}

static gboolean fail(LetterMessageError code, const char *field, const char *problem,
                     GError **error)
{
    g_set_error(error, LETTER_MESSAGE_ERROR, (int)code, "%s: %s", field, problem);
    return FALSE;
}

static gboolean check_text(const char *field, const char *text, GError **error)
{
    if (text == NULL || letter_field_is_text(text))
        return TRUE;
    return fail(LETTER_MESSAGE_ERROR_TEXT, field, "the text holds control characters or no UTF-8",
                error);
}

static gboolean check_mailbox(const char *field, const LetterMailbox *mailbox, GError **error)
{
    g_autofree char *address = letter_address_to_ascii(mailbox->address);

    if (address == NULL)
        return fail(LETTER_MESSAGE_ERROR_ADDRESS, field,
                    "an address is none that mail can be sent to", error);
    return check_text(field, mailbox->name, error);
}

static gboolean check_mailboxes(const char *field, const GArray *list, GError **error)
{
    for (guint i = 0; i < list->len; i++)
        if (!check_mailbox(field, &g_array_index(list, LetterMailbox, i), error))
            return FALSE;
    return TRUE;
}

static gboolean check_people(const LetterMessage *message, GError **error)
{
    if (message->sender.address != NULL && !check_mailbox("Sender", &message->sender, error))
        return FALSE;
    return check_mailboxes("From", message->from, error) &&
           check_mailboxes("Reply-To", message->reply_to, error) &&
           check_mailboxes("To", message->to, error) && check_mailboxes("Cc", message->cc, error) &&
           check_mailboxes("Bcc", message->bcc, error);
}

/* Printable ASCII that fits a line. */
static gboolean is_ascii_token(const char *text, const char *forbidden, gsize size)
{
    for (const char *at = text; *at != '\0'; at++)
        if (!g_ascii_isprint(*at) || strchr(forbidden, *at) != NULL)
            return FALSE;
    return text[0] != '\0' && strlen(text) <= size;
}

static gboolean check_ids(const LetterMessage *message, GError **error)
{
    if (message->date != NULL && !is_ascii_token(message->date, "", LETTER_FIELD_LINE_SIZE))
        return fail(LETTER_MESSAGE_ERROR_FIELD, "Date", "this is no date", error);
    if (message->message_id != NULL && !letter_field_is_id(message->message_id))
        return fail(LETTER_MESSAGE_ERROR_FIELD, "Message-ID", "it has not the form <left@right>",
                    error);
    if (message->lang != NULL && !is_ascii_token(message->lang, " ;,", LETTER_FIELD_LINE_SIZE))
        return fail(LETTER_MESSAGE_ERROR_FIELD, "Content-Language", "this is no language tag",
                    error);
    return TRUE;
}

/* The address is written between '<' and '>', and never folded or encoded
   (RFC 2369 section 2). */
static gboolean check_list_unsubscribe(const LetterMessage *message, GError **error)
{
    for (guint i = 0; i < message->list_unsubscribe->len; i++)
        if (!is_ascii_token(g_ptr_array_index(message->list_unsubscribe, i), " <>\"",
                            LETTER_FIELD_LINE_LIMIT - strlen(" <>,")))
            return fail(LETTER_MESSAGE_ERROR_FIELD, "List-Unsubscribe",
                        "an address holds more than plain ASCII, or is too long", error);
    return TRUE;
}

static gboolean is_own_field(const char *name)
{
    for (guint i = 0; own_fields[i] != NULL; i++)
        if (g_ascii_strcasecmp(name, own_fields[i]) == 0)
            return TRUE;
    return g_ascii_strncasecmp(name, "Content-", strlen("Content-")) == 0 ||
           g_ascii_strncasecmp(name, "Resent-", strlen("Resent-")) == 0;
}

static gboolean check_fields(const LetterMessage *message, GError **error)
{
    for (guint i = 0; i < message->fields->len; i++) {
        const LetterMessageField *field = &g_array_index(message->fields, LetterMessageField, i);

        if (!letter_field_is_name(field->name))
            return fail(LETTER_MESSAGE_ERROR_FIELD, "header field", "this is no name for one",
                        error);
        if (is_own_field(field->name))
            return fail(LETTER_MESSAGE_ERROR_FIELD, field->name, "a letter may not set this field",
                        error);
        if (!check_text(field->name, field->value, error))
            return FALSE;
    }
    return TRUE;
}

/* "image/png", without parameters.  A message or a multipart within a part may
   not be in base64 (RFC 2045 section 6.4). */
static gboolean is_media_type(const char *type)
{
    const char *slash = strchr(type, '/');

    return is_ascii_token(type, " ()<>@,;:\\\"[]?=", TYPE_SIZE) && slash != NULL && slash > type &&
           slash[1] != '\0' && strchr(slash + 1, '/') == NULL &&
           g_ascii_strncasecmp(type, "message/", strlen("message/")) != 0 &&
           g_ascii_strncasecmp(type, "multipart/", strlen("multipart/")) != 0;
}

gboolean letter_message_check_part(const LetterMessagePart *part, GError **error)
{
    g_autofree char *id = g_strdup_printf("<%s>", part->content_id);

    if (!is_media_type(part->type))
        return fail(LETTER_MESSAGE_ERROR_FIELD, "Content-Type", "there is no such type of a file",
                    error);
    if (part->content_id != NULL && !letter_field_is_id(id))
        return fail(LETTER_MESSAGE_ERROR_FIELD, "Content-ID", "it has not the form left@right",
                    error);
    if (part->filename != NULL &&
        (strlen(part->filename) > FILENAME_SIZE || strpbrk(part->filename, "/\\") != NULL))
        return fail(LETTER_MESSAGE_ERROR_FIELD, "Content-Disposition",
                    "a file cannot have that name", error);
    return check_text("Content-Disposition", part->filename, error);
}

static gboolean check_parts(const GArray *parts, GError **error)
{
    for (guint i = 0; i < parts->len; i++)
        if (!letter_message_check_part(&g_array_index(parts, LetterMessagePart, i), error))
            return FALSE;
    return TRUE;
}

gboolean letter_message_check(const LetterMessage *message, GError **error)
{
    return check_people(message, error) && check_text("Subject", message->subject, error) &&
           check_ids(message, error) && check_list_unsubscribe(message, error) &&
           check_fields(message, error) && check_parts(message->pictures, error) &&
           check_parts(message->attachments, error);
}
