/*
 * message_test.c - whole messages: their bytes, and what is refused.
 */
#include <string.h>

#include "mail/message.h"

static void add_part(LetterMessage *message, GArray *list, const char *type, const char *filename,
                     const char *content_id)
{
    g_autoptr(GBytes) bytes = g_bytes_new_static("\x89PNG", 4);
    LetterMessagePart part = { type, filename, content_id, bytes };

    letter_message_add_part(message, list, &part);
}

static LetterMessage *make(void)
{
    LetterMessage *message = letter_message_new();

    letter_message_add_mailbox(message, message->from, "Ann Lee", "ann@bücher.example");
    letter_message_add_mailbox(message, message->to, "Ministry, The", "post@ministry.example");
    message->subject = "An open letter";
    message->text = g_bytes_new_static("One \ntwo.\n", 10);
    return message;
}

static char *write_message(const LetterMessage *message, LetterNewline newline)
{
    g_autoptr(GString) found = g_string_new(NULL);
    g_autoptr(LetterSink) sink = letter_sink_new_for_string(found);
    g_autoptr(GError) error = NULL;

    g_assert_true(letter_message_write(message, newline, sink, &error));
    g_assert_no_error(error);
    return g_string_free(g_steal_pointer(&found), FALSE);
}

static void expect(const LetterMessage *message, const char *expected)
{
    g_autofree char *found = write_message(message, LETTER_NEWLINE_LF);

    g_assert_cmpstr(found, ==, expected);
}

static void test_a_message_of_plain_text(void)
{
    g_autoptr(LetterMessage) message = make();

    expect(message, "From: Ann Lee <ann@xn--bcher-kva.example>\n"
                    "To: \"Ministry, The\" <post@ministry.example>\n"
                    "Subject: An open letter\n"
                    "MIME-Version: 1.0\n"
                    "Content-Type: text/plain; charset=utf-8; format=flowed\n"
                    "Content-Transfer-Encoding: quoted-printable\n"
                    "\n"
                    "One=20\n"
                    "two.\n\n");
}

static void test_every_field(void)
{
    g_autoptr(LetterMessage) message = make();
    LetterMessageField field = { "X-Campaign", "Frühling" };

    letter_message_add_mailbox(message, message->from, NULL, "b@c.example");
    letter_message_add_mailbox(message, message->reply_to, NULL, "r@c.example");
    letter_message_add_mailbox(message, message->cc, "Ü", "cc@c.example");
    letter_message_add_mailbox(message, message->bcc, NULL, "bcc@c.example");
    g_array_append_val(message->fields, field);
    g_ptr_array_add(message->list_unsubscribe, (gpointer) "https://c.example/u?t=1");
    g_ptr_array_add(message->list_unsubscribe, (gpointer) "mailto:u@c.example");
    message->date = "Tue, 21 Nov 2023 09:00:00 +0100";
    message->message_id = "<1@c.example>";
    message->lang = "de-CH";
    message->is_unsent = TRUE;
    expect(message, "From: Ann Lee <ann@xn--bcher-kva.example>, b@c.example\n"
                    "Sender: Ann Lee <ann@xn--bcher-kva.example>\n"
                    "Reply-To: r@c.example\n"
                    "To: \"Ministry, The\" <post@ministry.example>\n"
                    "Cc: =?utf-8?Q?=C3=9C?= <cc@c.example>\n"
                    "Bcc: bcc@c.example\n"
                    "Subject: An open letter\n"
                    "List-Unsubscribe: <https://c.example/u?t=1>, <mailto:u@c.example>\n"
                    "List-Unsubscribe-Post: List-Unsubscribe=One-Click\n"
                    "X-Campaign: =?utf-8?Q?Fr=C3=BChling?=\n"
                    "Date: Tue, 21 Nov 2023 09:00:00 +0100\n"
                    "Message-ID: <1@c.example>\n"
                    "X-Unsent: 1\n"
                    "Content-Language: de-CH\n"
                    "MIME-Version: 1.0\n"
                    "Content-Type: text/plain; charset=utf-8; format=flowed\n"
                    "Content-Transfer-Encoding: quoted-printable\n"
                    "\n"
                    "One=20\n"
                    "two.\n\n");
}

static void test_recipients_that_are_not_told(void)
{
    g_autoptr(LetterMessage) message = make();
    g_autofree char *found = NULL;

    g_array_set_size(message->to, 0);
    message->is_undisclosed = TRUE;
    found = write_message(message, LETTER_NEWLINE_LF);
    g_assert_nonnull(strstr(found, "\nTo: undisclosed-recipients:;\n"));
}

static void test_no_post_without_https(void)
{
    g_autoptr(LetterMessage) message = make();
    g_autofree char *found = NULL;

    g_ptr_array_add(message->list_unsubscribe, (gpointer) "mailto:u@c.example");
    found = write_message(message, LETTER_NEWLINE_LF);
    g_assert_nonnull(strstr(found, "\nList-Unsubscribe: <mailto:u@c.example>\n"));
    g_assert_null(strstr(found, "List-Unsubscribe-Post"));
}

/* The message's own boundaries are taken out, so that the shape is seen. */
static char *shape_of(const char *text)
{
    g_autoptr(GRegex) regex = g_regex_new("=_letterctl-[0-9a-f]{32}-", G_REGEX_RAW, 0, NULL);

    return g_regex_replace_literal(regex, text, -1, 0, "B", 0, NULL);
}

static void test_every_part(void)
{
    g_autoptr(LetterMessage) message = make();
    g_autofree char *found = NULL;
    g_autofree char *shape = NULL;

    message->html = g_bytes_new_static("<p>é</p>\n", 10);
    add_part(message, message->pictures, "image/png", "logo.png", "1@c.example");
    add_part(message, message->attachments, "application/pdf", "å.pdf", NULL);
    found = write_message(message, LETTER_NEWLINE_LF);
    shape = shape_of(strstr(found, "MIME-Version"));
    g_assert_cmpstr(shape, ==,
                    "MIME-Version: 1.0\n"
                    "Content-Type: multipart/mixed;\n boundary=\"B1\"\n"
                    "\n--B1\n"
                    "Content-Type: multipart/alternative;\n boundary=\"B2\"\n"
                    "\n--B2\n"
                    "Content-Type: text/plain; charset=utf-8; format=flowed\n"
                    "Content-Transfer-Encoding: quoted-printable\n"
                    "\nOne=20\ntwo.\n"
                    "\n--B2\n"
                    "Content-Type: multipart/related; type=\"text/html\";\n boundary=\"B3\"\n"
                    "\n--B3\n"
                    "Content-Type: text/html; charset=utf-8\n"
                    "Content-Transfer-Encoding: quoted-printable\n"
                    "\n<p>=C3=A9</p>\n"
                    "\n--B3\n"
                    "Content-Type: image/png\n"
                    "Content-Disposition: inline; filename=\"logo.png\"\n"
                    "Content-ID: <1@c.example>\n"
                    "Content-Transfer-Encoding: base64\n"
                    "\niVBORw==\n--B3--\n--B2--\n--B1\n"
                    "Content-Type: application/pdf\n"
                    "Content-Disposition: attachment; filename*=UTF-8''%C3%A5.pdf\n"
                    "Content-Transfer-Encoding: base64\n"
                    "\niVBORw==\n--B1--\n");
}

static void test_crlf_differs_in_line_ends_alone(void)
{
    g_autoptr(LetterMessage) message = make();
    g_autofree char *lf = write_message(message, LETTER_NEWLINE_LF);
    g_autofree char *crlf = write_message(message, LETTER_NEWLINE_CRLF);
    g_auto(GStrv) lines = g_strsplit(lf, "\n", -1);
    g_autofree char *expected = g_strjoinv("\r\n", lines);

    g_assert_cmpstr(crlf, ==, expected);
}

static void test_ids_follow_the_content(void)
{
    g_autoptr(LetterMessage) one = make();
    g_autoptr(LetterMessage) two = make();
    g_autofree char *first = letter_message_digest_id(one);
    g_autofree char *second = letter_message_digest_id(two);
    g_autofree char *third = NULL;

    g_assert_true(letter_field_is_id(first));
    g_assert_true(g_str_has_suffix(first, "@xn--bcher-kva.example>"));
    g_assert_cmpstr(first, ==, second);

    /* The id itself is no part of it, but the recipients are. */
    two->message_id = first;
    g_clear_pointer(&second, g_free);
    second = letter_message_digest_id(two);
    g_assert_cmpstr(first, ==, second);
    letter_message_add_mailbox(two, two->to, NULL, "x@c.example");
    third = letter_message_digest_id(two);
    g_assert_cmpstr(first, !=, third);

    g_array_set_size(two->from, 0);
    g_assert_null(letter_message_digest_id(two));
}

/* What stands between the quotes behind "boundary=". */
static char *boundary_of(const char *html)
{
    g_autoptr(LetterMessage) message = make();
    g_autofree char *written = NULL;
    const char *start;

    message->html = g_bytes_new_static(html, strlen(html));
    written = write_message(message, LETTER_NEWLINE_LF);
    start = strstr(written, "boundary=\"");
    g_assert_nonnull(start);
    start += strlen("boundary=\"");
    return g_strndup(start, strcspn(start, "\""));
}

static void test_boundaries_follow_the_content(void)
{
    g_autofree char *one = boundary_of("<p>One</p>");
    g_autofree char *again = boundary_of("<p>One</p>");
    g_autofree char *two = boundary_of("<p>Two</p>");

    g_assert_cmpstr(one, ==, again);
    g_assert_cmpstr(one, !=, two);
}

static void expect_refused(const LetterMessage *message, LetterMessageError code)
{
    g_autoptr(GString) found = g_string_new(NULL);
    g_autoptr(LetterSink) sink = letter_sink_new_for_string(found);
    g_autoptr(GError) error = NULL;

    g_assert_false(letter_message_write(message, LETTER_NEWLINE_LF, sink, &error));
    g_assert_error(error, LETTER_MESSAGE_ERROR, (int)code);
    g_assert_cmpuint(found->len, ==, 0);
}

static void test_refused_texts(void)
{
    static const char *const wrong[] = { "a\nb",     "a\rb", "\x1B[0m", "\x7F",
                                         "\xC2\x85", "\xFF", "a\tb",    "\u2028" };

    for (guint i = 0; i < G_N_ELEMENTS(wrong); i++) {
        g_autoptr(LetterMessage) subject = make();
        g_autoptr(LetterMessage) name = make();
        g_autoptr(LetterMessage) value = make();
        g_autoptr(LetterMessage) filename = make();
        LetterMessageField field = { "X-A", wrong[i] };

        subject->subject = wrong[i];
        expect_refused(subject, LETTER_MESSAGE_ERROR_TEXT);
        letter_message_add_mailbox(name, name->cc, wrong[i], "a@b.example");
        expect_refused(name, LETTER_MESSAGE_ERROR_TEXT);
        g_array_append_val(value->fields, field);
        expect_refused(value, LETTER_MESSAGE_ERROR_TEXT);
        add_part(filename, filename->attachments, "a/b", wrong[i], NULL);
        expect_refused(filename, LETTER_MESSAGE_ERROR_TEXT);
    }
}

static void test_refused_fields(void)
{
    static const char *const names[] = { "Bcc",      "content-type", "X:",        "X\nBcc", "",
                                         "Received", "Content-Foo",  "resent-to", "SUBJECT" };

    for (guint i = 0; i < G_N_ELEMENTS(names); i++) {
        g_autoptr(LetterMessage) message = make();
        LetterMessageField field = { names[i], "x" };

        g_array_append_val(message->fields, field);
        expect_refused(message, LETTER_MESSAGE_ERROR_FIELD);
    }
}

static void test_refused_parts(void)
{
    static const char *const types[] = { "",       "image",          "/png",
                                         "image/", "a/b/c",          "a/b; name=x",
                                         "a/b\n",  "message/rfc822", "Multipart/mixed" };
    static const char *const files[] = { "a/b", "..\\b" };
    static const char *const ids[] = { "", "a", "a@b>\r\nX: y", "a b@c" };

    for (guint i = 0; i < G_N_ELEMENTS(types); i++) {
        g_autoptr(LetterMessage) message = make();

        add_part(message, message->attachments, types[i], NULL, NULL);
        expect_refused(message, LETTER_MESSAGE_ERROR_FIELD);
    }
    for (guint i = 0; i < G_N_ELEMENTS(files); i++) {
        g_autoptr(LetterMessage) message = make();

        add_part(message, message->attachments, "a/b", files[i], NULL);
        expect_refused(message, LETTER_MESSAGE_ERROR_FIELD);
    }
    for (guint i = 0; i < G_N_ELEMENTS(ids); i++) {
        g_autoptr(LetterMessage) message = make();

        add_part(message, message->pictures, "a/b", NULL, ids[i]);
        expect_refused(message, LETTER_MESSAGE_ERROR_FIELD);
    }
}

static void test_refused_tokens(void)
{
    g_autoptr(LetterMessage) message = make();

    message->date = "Tue\r\nBcc: x";
    expect_refused(message, LETTER_MESSAGE_ERROR_FIELD);
    message->date = NULL;
    message->message_id = "<a@b>\nBcc: x";
    expect_refused(message, LETTER_MESSAGE_ERROR_FIELD);
    message->message_id = NULL;
    message->lang = "de\nBcc: x";
    expect_refused(message, LETTER_MESSAGE_ERROR_FIELD);
    message->lang = NULL;
    g_ptr_array_add(message->list_unsubscribe, (gpointer) "https://a>\r\nBcc: x");
    expect_refused(message, LETTER_MESSAGE_ERROR_FIELD);
    g_ptr_array_set_size(message->list_unsubscribe, 0);
    message->sender.address = "a@b>, <c@d";
    expect_refused(message, LETTER_MESSAGE_ERROR_ADDRESS);
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/mail/message/plain", test_a_message_of_plain_text);
    g_test_add_func("/mail/message/fields", test_every_field);
    g_test_add_func("/mail/message/undisclosed", test_recipients_that_are_not_told);
    g_test_add_func("/mail/message/no-post", test_no_post_without_https);
    g_test_add_func("/mail/message/parts", test_every_part);
    g_test_add_func("/mail/message/crlf", test_crlf_differs_in_line_ends_alone);
    g_test_add_func("/mail/message/ids", test_ids_follow_the_content);
    g_test_add_func("/mail/message/boundaries", test_boundaries_follow_the_content);
    g_test_add_func("/mail/message/refused-texts", test_refused_texts);
    g_test_add_func("/mail/message/refused-fields", test_refused_fields);
    g_test_add_func("/mail/message/refused-parts", test_refused_parts);
    g_test_add_func("/mail/message/refused-tokens", test_refused_tokens);
    return g_test_run();
}
