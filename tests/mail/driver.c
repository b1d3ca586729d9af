/*
 * driver.c - writes messages for foreign parsers to read.
 *
 * Standard input holds messages of twelve texts each, every text ended by NUL:
 * subject, name and address of From, of To and of Cc, name of a picture and of
 * an attachment, bytes of both, plain text, HTML.  For each one the output has
 * a line with the size in bytes and then the message, with CRLF; -1 where the
 * message was refused.
 */
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "mail/message.h"

enum {
    SUBJECT,
    FROM_NAME,
    FROM_ADDRESS,
    TO_NAME,
    TO_ADDRESS,
    CC_NAME,
    CC_ADDRESS,
    PICTURE_NAME,
    ATTACHMENT_NAME,
    BYTES,
    TEXT,
    HTML,
    TEXT_COUNT
};

static void add_part(LetterMessage *message, GArray *list, const char *filename,
                     const char *content_id, const char *bytes)
{
    g_autoptr(GBytes) content = g_bytes_new(bytes, strlen(bytes));
    LetterMessagePart part = { "application/x-test", filename, content_id, content };

    if (filename[0] != '\0')
        letter_message_add_part(message, list, &part);
}

static LetterMessage *make(char **texts)
{
    LetterMessage *message = letter_message_new();

    message->subject = texts[SUBJECT];
    letter_message_add_mailbox(message, message->from, texts[FROM_NAME], texts[FROM_ADDRESS]);
    letter_message_add_mailbox(message, message->to, texts[TO_NAME], texts[TO_ADDRESS]);
    letter_message_add_mailbox(message, message->cc, texts[CC_NAME], texts[CC_ADDRESS]);
    add_part(message, message->pictures, texts[PICTURE_NAME], "1@letter.example", texts[BYTES]);
    add_part(message, message->attachments, texts[ATTACHMENT_NAME], NULL, texts[BYTES]);
    message->text = g_bytes_new(texts[TEXT], strlen(texts[TEXT]));
    message->html = g_bytes_new(texts[HTML], strlen(texts[HTML]));
    return message;
}

static void write_message(char **texts, GString *output)
{
    g_autoptr(LetterMessage) message = make(texts);
    g_autoptr(GString) written = g_string_new(NULL);
    g_autoptr(LetterSink) sink = letter_sink_new_for_string(written);

    if (!letter_message_write(message, LETTER_NEWLINE_CRLF, sink, NULL)) {
        g_string_append(output, "-1\n");
        return;
    }
    g_string_append_printf(output, "%" G_GSIZE_FORMAT "\n", written->len);
    g_string_append_len(output, written->str, (gssize)written->len);
}

int main(void)
{
    g_autoptr(GByteArray) input = g_byte_array_new();
    g_autoptr(GPtrArray) texts = g_ptr_array_new();
    g_autoptr(GString) output = g_string_new(NULL);
    guint8 buffer[65536];
    gssize size;

    while ((size = read(STDIN_FILENO, buffer, sizeof(buffer))) > 0)
        g_byte_array_append(input, buffer, (guint)size);
    for (guint at = 0; at < input->len; at += (guint)strlen((char *)input->data + at) + 1)
        g_ptr_array_add(texts, input->data + at);
    for (guint i = 0; i + TEXT_COUNT <= texts->len; i += TEXT_COUNT)
        write_message((char **)texts->pdata + i, output);
    return fwrite(output->str, 1, output->len, stdout) == output->len ? 0 : 1;
}
