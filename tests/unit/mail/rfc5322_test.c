/*
 * rfc5322_test.c - header fields, their folding and addresses.
 */
#include <string.h>

#include "mail/rfc5322.h"

#define X10 "xxxxxxxxxx"
#define X70 X10 X10 X10 X10 X10 X10 X10

static void expect_text(const char *text, const char *field)
{
    g_autoptr(GString) found = g_string_new(NULL);
    g_autoptr(LetterSink) sink = letter_sink_new_for_string(found);

    letter_field_write_text(sink, "Subject", text);
    g_assert_cmpstr(found->str, ==, field);
}

static void expect_name(const char *name, const char *field)
{
    LetterMailbox mailbox = { name, "a@b.example" };
    g_autoptr(GString) found = g_string_new(NULL);
    g_autoptr(LetterSink) sink = letter_sink_new_for_string(found);

    letter_field_write_mailboxes(sink, "To", &mailbox, 1);
    g_assert_cmpstr(found->str, ==, field);
}

static void test_plain_text_stays_readable(void)
{
    expect_text("An open letter", "Subject: An open letter\n");
    expect_text("", "Subject:\n");
    expect_text("1 + 1 = 2, \"quoted\" <so>", "Subject: 1 + 1 = 2, \"quoted\" <so>\n");
}

static void test_lines_fold_at_blanks(void)
{
    expect_text(X70 " y z", "Subject: =?utf-8?Q?" X10 X10 X10 X10 X10 "xxxxx?=\n"
                            " =?utf-8?Q?" X10 "xxxxx_y_z?=\n");
    expect_text("a " X70 " yyyyy", "Subject: a\n " X70 "\n yyyyy\n");
}

static void test_text_beyond_ascii(void)
{
    expect_text("Grüße", "Subject: =?utf-8?Q?Gr=C3=BC=C3=9Fe?=\n");
    expect_text("=?utf-8?Q?x?=", "Subject: =?utf-8?Q?=3D=3Futf-8=3FQ=3Fx=3F=3D?=\n");
    expect_text("e\xCC\x81", "Subject: =?utf-8?Q?=C3=A9?=\n");
    expect_text(X70 "xxxxxx", "Subject: =?utf-8?Q?" X10 X10 X10 X10 X10 "xxxxx?=\n"
                              " =?utf-8?Q?" X10 X10 "x?=\n");
}

/* Even unchecked text cannot end a line. */
static void test_line_ends_are_encoded(void)
{
    expect_text("a\r\nBcc: b@c.example", "Subject: =?utf-8?Q?a=0D=0ABcc=3A_b=40c=2Eexample?=\n");
    expect_name("a\r\nBcc: b", "To: =?utf-8?Q?a=0D=0ABcc=3A_b?= <a@b.example>\n");
    expect_name("\xFF\n", "To: =?utf-8?Q?=FF=0A?= <a@b.example>\n");
}

static void test_names(void)
{
    expect_name(NULL, "To: a@b.example\n");
    expect_name("", "To: a@b.example\n");
    expect_name("Ann Lee", "To: Ann Lee <a@b.example>\n");
    expect_name("Lee, Ann", "To: \"Lee, Ann\" <a@b.example>\n");
    expect_name("Dr. Lee", "To: \"Dr. Lee\" <a@b.example>\n");
    expect_name("\"Jo\" \\ Lee", "To: \"\\\"Jo\\\" \\\\ Lee\" <a@b.example>\n");
    expect_name("x@y.example>, <e", "To: \"x@y.example>, <e\" <a@b.example>\n");
    expect_name("Jürgen", "To: =?utf-8?Q?J=C3=BCrgen?= <a@b.example>\n");
    expect_name("=?utf-8?Q?x?=", "To: =?utf-8?Q?=3D=3Futf-8=3FQ=3Fx=3F=3D?= <a@b.example>\n");
    expect_name(" a", "To: =?utf-8?Q?_a?= <a@b.example>\n");
    expect_name("a  b", "To: =?utf-8?Q?a__b?= <a@b.example>\n");
}

static void test_a_name_stays_in_one_word_where_it_fits(void)
{
    expect_name("ü" X10 X10 X10 X10 X10 "xxxxxxx",
                "To:\n =?utf-8?Q?=C3=BC" X10 X10 X10 X10 X10 "xxxxxxx?=\n <a@b.example>\n");
    expect_name("ü" X10 X10 X10 X10 X10 "xxxxxxxy",
                "To:\n =?utf-8?Q?=C3=BC" X10 X10 X10 X10 X10 "xxxxxxx?=\n"
                " =?utf-8?Q?y?= <a@b.example>\n");
}

static void test_encoded_names_break_at_blanks(void)
{
    expect_name("ü " X10 X10 X10 X10 X10 " " X10, "To: =?utf-8?Q?=C3=BC_" X10 X10 X10 X10 X10
                                                  "_?=\n =?utf-8?Q?" X10 "?= <a@b.example>\n");
}

static void test_long_quoted_names(void)
{
    expect_name(X70 "xxxxxxx, y", "To:\n =?utf-8?Q?" X10 X10 X10 X10 X10 X10 "xxx?=\n"
                                  " =?utf-8?Q?" X10 "xxxx=2C_y?= <a@b.example>\n");
    expect_name(X10 X10 X10 " " X10 X10 X10 X10 " xxxxxx",
                "To: =?utf-8?Q?" X10 X10 X10 "_?=\n"
                " =?utf-8?Q?" X10 X10 X10 X10 "_xxxxxx?= <a@b.example>\n");
    expect_name("A. " X70 " z", "To: =?utf-8?Q?A=2E_?=\n"
                                " =?utf-8?Q?" X10 X10 X10 X10 X10 X10 "xxx?=\n"
                                " =?utf-8?Q?xxxxxxx_z?= <a@b.example>\n");
    expect_name("A. " X70 "", "To:\n \"A. " X70 "\"\n <a@b.example>\n");
}

static void test_lists_fold_after_commas(void)
{
    const LetterMailbox list[] = { { "First Person", "first.person@example.org" },
                                   { NULL, "second.person@example.org" },
                                   { "Third, Person", "third.person@bücher.example" } };
    g_autoptr(GString) found = g_string_new(NULL);
    g_autoptr(LetterSink) sink = letter_sink_new_for_string(found);

    letter_field_write_mailboxes(sink, "Cc", list, 3);
    letter_field_write_mailboxes(sink, "Bcc", list, 0);
    g_assert_cmpstr(found->str, ==,
                    "Cc: First Person <first.person@example.org>, second.person@example.org,\n"
                    " \"Third, Person\" <third.person@xn--bcher-kva.example>\n");
}

static void expect_address(const char *address, const char *ascii)
{
    g_autofree char *found = letter_address_to_ascii(address);

    g_assert_cmpstr(found, ==, ascii);
}

static void test_addresses(void)
{
    static const char *const wrong[] = { "",
                                         "a",
                                         "a@",
                                         "jörg@b.example",
                                         "a@b.example\r\nRCPT TO:<x@y>",
                                         "a@b.example> SIZE=1",
                                         "a@ü\u200D.example",
                                         "\xFF@b.example" };

    expect_address("a@b.example", "a@b.example");
    expect_address("a+b.c_d'e@b.example", "a+b.c_d'e@b.example");
    expect_address("a@bücher.example", "a@xn--bcher-kva.example");
    for (guint i = 0; i < G_N_ELEMENTS(wrong); i++)
        expect_address(wrong[i], NULL);
}

static void test_forms(void)
{
    g_autofree char *name = g_strnfill(65, 'n');

    g_assert_true(letter_field_is_name("X-Campaign"));
    g_assert_true(letter_field_is_name(name + 1));
    g_assert_false(letter_field_is_name(name));
    g_assert_false(letter_field_is_name(""));
    g_assert_false(letter_field_is_name("X Y"));
    g_assert_false(letter_field_is_name("X:"));
    g_assert_false(letter_field_is_name("X\n"));
    g_assert_false(letter_field_is_name("Ü"));
    g_assert_true(letter_field_is_id("<a.b@c.example>"));
    g_assert_false(letter_field_is_id("a.b@c.example"));
    g_assert_false(letter_field_is_id("<a>"));
    g_assert_false(letter_field_is_id("<@a>"));
    g_assert_false(letter_field_is_id("<a@>"));
    g_assert_false(letter_field_is_id("<a@b@c>"));
    g_assert_false(letter_field_is_id("<a@b>\r\nBcc: <c>"));
    g_assert_false(letter_field_is_id("<ü@b>"));
    g_assert_true(letter_field_is_text("Ünï \u200D"));
    g_assert_false(letter_field_is_text("\u202E"));
    g_assert_false(letter_field_is_text("a\tb"));
    g_assert_false(letter_field_is_text("\x7F"));
    g_assert_false(letter_field_is_text("\xC2\x9B"));
    g_assert_false(letter_field_is_text("\u2029"));
    g_assert_false(letter_field_is_text("\xFF"));
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/mail/rfc5322/text", test_plain_text_stays_readable);
    g_test_add_func("/mail/rfc5322/folding", test_lines_fold_at_blanks);
    g_test_add_func("/mail/rfc5322/encoded", test_text_beyond_ascii);
    g_test_add_func("/mail/rfc5322/line-ends", test_line_ends_are_encoded);
    g_test_add_func("/mail/rfc5322/names", test_names);
    g_test_add_func("/mail/rfc5322/one-word", test_a_name_stays_in_one_word_where_it_fits);
    g_test_add_func("/mail/rfc5322/blanks", test_encoded_names_break_at_blanks);
    g_test_add_func("/mail/rfc5322/long-names", test_long_quoted_names);
    g_test_add_func("/mail/rfc5322/lists", test_lists_fold_after_commas);
    g_test_add_func("/mail/rfc5322/addresses", test_addresses);
    g_test_add_func("/mail/rfc5322/forms", test_forms);
    return g_test_run();
}
