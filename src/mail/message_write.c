/*
 * message_write.c - the bytes of a message.
 *
 * The parts of a message, those in brackets where there is something for them:
 *
 *     [multipart/mixed]
 *       multipart/alternative
 *         text/plain; format=flowed
 *         [multipart/related]
 *           text/html
 *           pictures
 *       attachments
 */
#include "mail/message.h"

#include <string.h>

#include "mail/rfc2045.h"
#include "mail/rfc2046.h"
#include "mail/rfc2231.h"
#include "mail/rfc3676.h"

#define ID_DIGEST_SIZE 32

/* A message while it is written: all lines end in LF here. */
typedef struct Writer {
    const LetterMessage *message;
    LetterSink *sink;
    const char *digest; /* for the boundaries */
} Writer;

static LetterSlice slice_of(GBytes *bytes)
{
    LetterSlice slice = { NULL, 0 };

    if (bytes != NULL)
        slice.data = g_bytes_get_data(bytes, &slice.size);
    return slice;
}

/* Each with its size before it, so that no two messages are fed alike. */
static void digest_slice(GChecksum *checksum, LetterSlice slice)
{
    char size[24];

    g_snprintf(size, sizeof(size), "%" G_GSIZE_FORMAT ":", slice.size);
    g_checksum_update(checksum, (const guchar *)size, (gssize)strlen(size));
    if (slice.size > 0)
        g_checksum_update(checksum, (const guchar *)slice.data, (gssize)slice.size);
}

static void digest_parts(GChecksum *checksum, const GArray *parts)
{
    for (guint i = 0; i < parts->len; i++) {
        const LetterMessagePart *part = &g_array_index(parts, LetterMessagePart, i);

        digest_slice(checksum, letter_slice(part->filename != NULL ? part->filename : ""));
        digest_slice(checksum, slice_of(part->bytes));
    }
}

static void write_list_unsubscribe(Writer *writer)
{
    const GPtrArray *list = writer->message->list_unsubscribe;
    gboolean has_https = FALSE;
    LetterFieldWriter field;

    if (list->len == 0)
        return;
    letter_field_begin(&field, writer->sink, "List-Unsubscribe");
    for (guint i = 0; i < list->len; i++) {
        const char *address = g_ptr_array_index(list, i);
        g_autofree char *token = g_strdup_printf("<%s>%s", address, i + 1 < list->len ? "," : "");

        letter_field_token(&field, letter_slice(token));
        has_https = has_https || g_ascii_strncasecmp(address, "https:", strlen("https:")) == 0;
    }
    letter_field_end(&field);

    /* RFC 8058 section 3.1: there must be an address that takes the POST. */
    if (has_https)
        letter_field_write_token(writer->sink, "List-Unsubscribe-Post",
                                 "List-Unsubscribe=One-Click");
}

static void write_mailboxes(Writer *writer, const char *name, const GArray *list)
{
    letter_field_write_mailboxes(writer->sink, name, (const LetterMailbox *)(void *)list->data,
                                 list->len);
}

static void write_people(Writer *writer)
{
    const LetterMessage *message = writer->message;
    const LetterMailbox *sender = &message->sender;

    /* Several authors need one who sends (RFC 5322 section 3.6.2). */
    if (sender->address == NULL && message->from->len > 1)
        sender = &g_array_index(message->from, LetterMailbox, 0);

    write_mailboxes(writer, "From", message->from);
    if (sender->address != NULL)
        letter_field_write_mailboxes(writer->sink, "Sender", sender, 1);
    write_mailboxes(writer, "Reply-To", message->reply_to);
    write_mailboxes(writer, "To", message->to);
    if (message->is_undisclosed && message->to->len == 0)
        letter_field_write_token(writer->sink, "To", "undisclosed-recipients:;");
    write_mailboxes(writer, "Cc", message->cc);
    write_mailboxes(writer, "Bcc", message->bcc);
}

static void write_header(Writer *writer)
{
    const LetterMessage *message = writer->message;
    const LetterMessageField tokens[] = {
        { "Date", message->date },
        { "Message-ID", message->message_id },
        { "X-Unsent", message->is_unsent ? "1" : NULL },
        { "Content-Language", message->lang },
        { "MIME-Version", "1.0" },
    };

    write_people(writer);
    if (message->subject != NULL)
        letter_field_write_text(writer->sink, "Subject", message->subject);
    write_list_unsubscribe(writer);
    for (guint i = 0; i < message->fields->len; i++) {
        const LetterMessageField *field = &g_array_index(message->fields, LetterMessageField, i);

        letter_field_write_text(writer->sink, field->name, field->value);
    }
    for (guint i = 0; i < G_N_ELEMENTS(tokens); i++)
        if (tokens[i].value != NULL)
            letter_field_write_token(writer->sink, tokens[i].name, tokens[i].value);
}

static void write_text(Writer *writer)
{
    LetterSlice text = slice_of(writer->message->text);
    g_autoptr(GString) flowed = g_string_sized_new(text.size + text.size / 16);
    g_autoptr(LetterSink) memory = letter_sink_new_for_string(flowed);

    letter_flowed_write(memory, text);
    letter_sink_puts(writer->sink, "Content-Type: text/plain; charset=utf-8; format=flowed\n"
                                   "Content-Transfer-Encoding: quoted-printable\n\n");
    letter_quoted_printable_write(writer->sink, (LetterSlice){ flowed->str, flowed->len });
}

static void write_html(Writer *writer)
{
    letter_sink_puts(writer->sink, "Content-Type: text/html; charset=utf-8\n"
                                   "Content-Transfer-Encoding: quoted-printable\n\n");
    letter_quoted_printable_write(writer->sink, slice_of(writer->message->html));
}

static void write_part(Writer *writer, const LetterMessagePart *part, const char *disposition)
{
    LetterFieldWriter field;

    letter_field_write_token(writer->sink, "Content-Type", part->type);
    letter_field_begin(&field, writer->sink, "Content-Disposition");
    letter_field_token(&field, letter_slice(disposition));
    if (part->filename != NULL)
        letter_parameter_write(&field, "filename", part->filename);
    letter_field_end(&field);
    if (part->content_id != NULL)
        letter_sink_printf(writer->sink, "Content-ID: <%s>\n", part->content_id);
    letter_sink_puts(writer->sink, "Content-Transfer-Encoding: base64\n\n");
    letter_base64_write(writer->sink, slice_of(part->bytes));
}

static void write_parts(Writer *writer, const LetterMultipart *multipart, const GArray *parts,
                        const char *disposition)
{
    for (guint i = 0; i < parts->len; i++) {
        letter_multipart_next(multipart);
        write_part(writer, &g_array_index(parts, LetterMessagePart, i), disposition);
    }
}

static void write_related(Writer *writer)
{
    LetterMultipart related;

    if (writer->message->pictures->len == 0) {
        write_html(writer);
        return;
    }
    letter_multipart_init(&related, writer->sink, writer->digest, 3);
    letter_multipart_begin(&related, "related", "text/html");
    letter_multipart_next(&related);
    write_html(writer);
    write_parts(writer, &related, writer->message->pictures, "inline");
    letter_multipart_end(&related);
}

/* The plainest first: readers show the last that they can (RFC 2046 section
   5.1.4). */
static void write_alternative(Writer *writer)
{
    LetterMultipart alternative;

    if (writer->message->html == NULL) {
        write_text(writer);
        return;
    }
    letter_multipart_init(&alternative, writer->sink, writer->digest, 2);
    letter_multipart_begin(&alternative, "alternative", NULL);
    letter_multipart_next(&alternative);
    write_text(writer);
    letter_multipart_next(&alternative);
    write_related(writer);
    letter_multipart_end(&alternative);
}

static void write_mixed(Writer *writer)
{
    LetterMultipart mixed;

    if (writer->message->attachments->len == 0) {
        write_alternative(writer);
        return;
    }
    letter_multipart_init(&mixed, writer->sink, writer->digest, 1);
    letter_multipart_begin(&mixed, "mixed", NULL);
    letter_multipart_next(&mixed);
    write_alternative(writer);
    write_parts(writer, &mixed, writer->message->attachments, "attachment");
    letter_multipart_end(&mixed);
}

/* Nothing here writes a CR: encoded texts hold none, and letter_message_check()
   refuses it elsewhere.  So each LF is the end of a line. */
static gboolean write_crlf(gpointer target, const char *data, gsize size,
                           GError **error G_GNUC_UNUSED)
{
    LetterSink *sink = target;

    while (size > 0) {
        const char *end = memchr(data, '\n', size);
        gsize line = end != NULL ? (gsize)(end - data) : size;

        letter_sink_write(sink, data, line);
        if (end != NULL)
            letter_sink_puts(sink, "\r\n");
        line += end != NULL;
        data += line;
        size -= line;
    }
    return TRUE;
}

/* Of the header and both bodies; MD5, since a boundary need only be another for
   another message. */
static char *make_digest(const LetterMessage *message, const GString *header)
{
    g_autoptr(GChecksum) checksum = g_checksum_new(G_CHECKSUM_MD5);

    digest_slice(checksum, (LetterSlice){ header->str, header->len });
    digest_slice(checksum, slice_of(message->text));
    digest_slice(checksum, slice_of(message->html));
    return g_strdup(g_checksum_get_string(checksum));
}

static GString *make_header(const LetterMessage *message)
{
    GString *header = g_string_new(NULL);
    g_autoptr(LetterSink) memory = letter_sink_new_for_string(header);
    Writer writer = { message, memory, NULL };

    write_header(&writer);
    return header;
}

static void write_all(const LetterMessage *message, LetterSink *sink)
{
    GString *header = make_header(message);
    g_autofree char *digest = make_digest(message, header);
    Writer writer = { message, sink, digest };

    letter_sink_write(sink, header->str, header->len);
    g_string_free(header, TRUE);
    write_mixed(&writer);
    letter_sink_putc(sink, '\n');
}

gboolean letter_message_write(const LetterMessage *message, LetterNewline newline, LetterSink *sink,
                              GError **error)
{
    if (!letter_message_check(message, error))
        return FALSE;
    if (newline == LETTER_NEWLINE_CRLF) {
        g_autoptr(LetterSink) lines = letter_sink_new(write_crlf, sink);

        write_all(message, lines);
        return letter_sink_finish(lines, error);
    }
    write_all(message, sink);
    return TRUE;
}

char *letter_message_digest_id(const LetterMessage *message)
{
    g_autoptr(GChecksum) checksum = g_checksum_new(G_CHECKSUM_SHA256);
    g_autofree char *address = NULL;
    LetterMessage nameless = *message;
    GString *header;

    if (message->from->len > 0)
        address = letter_address_to_ascii(g_array_index(message->from, LetterMailbox, 0).address);
    if (address == NULL || !letter_message_check(message, NULL))
        return NULL;
    nameless.message_id = NULL;
    header = make_header(&nameless);
    digest_slice(checksum, (LetterSlice){ header->str, header->len });
    digest_slice(checksum, slice_of(message->text));
    digest_slice(checksum, slice_of(message->html));
    digest_parts(checksum, message->pictures);
    digest_parts(checksum, message->attachments);
    g_string_free(header, TRUE);
    return g_strdup_printf("<%.*s%s>", ID_DIGEST_SIZE, g_checksum_get_string(checksum),
                           strrchr(address, '@'));
}
