/*
 * email_header_test.c - the fields of a letter's message.
 */
#include <string.h>

#include "render/email_header.h"

typedef struct Case {
    LetterSource *source;
    LetterDiagnostics *diagnostics;
    Letter *letter;
    LetterMessage *message;
} Case;

static Case make(const char *keys, const char *notice, LetterBcc bcc)
{
    g_autofree char *text = g_strdup_printf("---\ntitle: T\ndate: 2024-05-01\n%s---\nx\n", keys);
    g_autoptr(GBytes) bytes = g_bytes_new(text, strlen(text));
    Case made = { .source = letter_source_new("l.md", bytes),
                  .diagnostics = letter_diagnostics_new(),
                  .message = letter_message_new() };

    made.letter = letter_parse(made.source, made.diagnostics);
    letter_email_fill_header(made.message, made.letter, notice, bcc, made.diagnostics);
    return made;
}

static void clear(Case *made)
{
    letter_message_free(made->message);
    letter_free(made->letter);
    letter_diagnostics_free(made->diagnostics);
    letter_source_unref(made->source);
}

/* The header's lines up to MIME-Version. */
static void expect(const char *keys, const char *expected)
{
    Case made = make(keys, NULL, LETTER_BCC_WRITTEN);
    g_autoptr(GString) found = g_string_new(NULL);
    g_autoptr(LetterSink) sink = letter_sink_new_for_string(found);

    g_assert_true(letter_message_write(made.message, LETTER_NEWLINE_LF, sink, NULL));
    g_string_truncate(found, (gsize)(strstr(found->str, "Content-Language") - found->str));
    g_assert_cmpstr(found->str, ==, expected);
    clear(&made);
}

static void expect_finding(const char *keys, LetterRule rule)
{
    Case made = make(keys, NULL, LETTER_BCC_WRITTEN);
    gboolean is_there = FALSE;

    for (guint i = 0; i < letter_diagnostics_size(made.diagnostics); i++)
        is_there = is_there || letter_diagnostics_get(made.diagnostics, i)->rule == rule;
    g_assert_true(is_there);
    clear(&made);
}

static void test_addressees_are_recipients(void)
{
    expect("from: Ann <ann@a.example>\n"
           "addressees:\n- name: Dr. B\n  email: [b@b.example, c@b.example]\n- Someone\n"
           "cc: [d@d.example]\n",
           "From: Ann <ann@a.example>\n"
           "To: \"Dr. B\" <b@b.example>, \"Dr. B\" <c@b.example>\n"
           "Cc: d@d.example\n"
           "Subject: T\n");
}

static void test_settings_of_the_message_decide(void)
{
    expect("from: Ann <ann@a.example>\nsubject: S\n"
           "addressees: [b@b.example]\ncc: [c@b.example]\n"
           "email:\n  to: x@x.example\n  cc: y@x.example\n  bcc: z@x.example\n"
           "  reply_to: r@x.example\n  subject: E\n"
           "  list_unsubscribe: https://bücher.example/ü\n"
           "  headers: { X-Campaign: May }\n",
           "From: Ann <ann@a.example>\n"
           "Reply-To: r@x.example\n"
           "To: x@x.example\n"
           "Cc: y@x.example\n"
           "Bcc: z@x.example\n"
           "Subject: E\n"
           "List-Unsubscribe: <https://xn--bcher-kva.example/%C3%BC>\n"
           "List-Unsubscribe-Post: List-Unsubscribe=One-Click\n"
           "X-Campaign: May\n");
    expect("from: a@a.example\nsubject: S\naddressees: [b@b.example]\n",
           "From: a@a.example\nTo: b@b.example\nSubject: S\n");
}

static void test_bcc_alone_is_not_told(void)
{
    Case made =
        make("from: a@a.example\nemail:\n  bcc: [b@b.example]\n", NULL, LETTER_BCC_LEFT_OUT);

    g_assert_cmpuint(made.message->bcc->len, ==, 0);
    g_assert_true(made.message->is_undisclosed);
    g_assert_cmpuint(letter_diagnostics_count(made.diagnostics, LETTER_SEVERITY_WARNING), ==, 0);
    clear(&made);
    expect("from: a@a.example\nemail:\n  bcc: [b@b.example]\n",
           "From: a@a.example\nTo: undisclosed-recipients:;\nBcc: b@b.example\nSubject: T\n");
}

static void test_a_notice_stands_before_the_subject(void)
{
    Case made = make("from: a@a.example\n", "EMBARGOED until noon", LETTER_BCC_LEFT_OUT);

    g_assert_cmpstr(made.message->subject, ==, "EMBARGOED until noon: T");
    clear(&made);
}

static void test_what_is_missing_is_a_warning(void)
{
    expect_finding("addressees: [b@b.example]\n", LETTER_RULE_MESSAGE_NO_SENDER);
    expect_finding("from: a@a.example\naddressees: [Someone]\n", LETTER_RULE_MESSAGE_NO_RECIPIENT);
    expect("addressees: [Someone]\n", "Subject: T\n");
}

/* Letters, by their kind, but Unicode's rules for domains forbid them. */
static void test_domains_without_an_ascii_form(void)
{
    expect_finding("from: a@a.example\naddressees: [\"b@א1a.example\"]\n",
                   LETTER_RULE_ADDRESS_FORM);
    expect_finding("from: a@a.example\nemail:\n  list_unsubscribe: \"https://א1a.example/\"\n",
                   LETTER_RULE_URL_FORM);
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/render/email-header/addressees", test_addressees_are_recipients);
    g_test_add_func("/render/email-header/settings", test_settings_of_the_message_decide);
    g_test_add_func("/render/email-header/bcc", test_bcc_alone_is_not_told);
    g_test_add_func("/render/email-header/notice", test_a_notice_stands_before_the_subject);
    g_test_add_func("/render/email-header/missing", test_what_is_missing_is_a_warning);
    g_test_add_func("/render/email-header/domains", test_domains_without_an_ascii_form);
    return g_test_run();
}
