/*
 * message.c - an email message as data.
 */
#include "mail/message.h"

LetterMessage *letter_message_new(void)
{
    LetterMessage *message = g_new0(LetterMessage, 1);
    GArray **lists[] = { &message->from, &message->reply_to, &message->to, &message->cc,
                         &message->bcc };
    GArray **parts[] = { &message->pictures, &message->attachments };

    for (guint i = 0; i < G_N_ELEMENTS(lists); i++)
        *lists[i] = g_array_new(FALSE, FALSE, sizeof(LetterMailbox));
    for (guint i = 0; i < G_N_ELEMENTS(parts); i++)
        *parts[i] = g_array_new(FALSE, FALSE, sizeof(LetterMessagePart));
    message->fields = g_array_new(FALSE, FALSE, sizeof(LetterMessageField));
    message->list_unsubscribe = g_ptr_array_new();
    message->strings = g_string_chunk_new(1024);
    return message;
}

static void free_parts(GArray *parts)
{
    for (guint i = 0; i < parts->len; i++)
        g_bytes_unref(g_array_index(parts, LetterMessagePart, i).bytes);
    g_array_unref(parts);
}

void letter_message_free(LetterMessage *message)
{
    GArray *lists[] = { message->from, message->reply_to, message->to,
                        message->cc,   message->bcc,      message->fields };

    for (guint i = 0; i < G_N_ELEMENTS(lists); i++)
        g_array_unref(lists[i]);
    free_parts(message->pictures);
    free_parts(message->attachments);
    g_ptr_array_unref(message->list_unsubscribe);
    g_clear_pointer(&message->text, g_bytes_unref);
    g_clear_pointer(&message->html, g_bytes_unref);
    g_string_chunk_free(message->strings);
    g_free(message);
}

const char *letter_message_keep(LetterMessage *message, const char *text)
{
    return text != NULL ? g_string_chunk_insert(message->strings, text) : NULL;
}

void letter_message_add_mailbox(LetterMessage *message, GArray *list, const char *name,
                                const char *address)
{
    LetterMailbox mailbox = { letter_message_keep(message, name),
                              letter_message_keep(message, address) };

    g_array_append_val(list, mailbox);
}

void letter_message_add_part(LetterMessage *message, GArray *list, const LetterMessagePart *part)
{
    LetterMessagePart kept = { .type = letter_message_keep(message, part->type),
                               .filename = letter_message_keep(message, part->filename),
                               .content_id = letter_message_keep(message, part->content_id),
                               .bytes = g_bytes_ref(part->bytes) };

    g_array_append_val(list, kept);
}
