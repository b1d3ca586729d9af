/*
 * parts_test.c - transfer encodings, flowed text, parameters and multiparts.
 */
#include <string.h>

#include "mail/rfc2045.h"
#include "mail/rfc2046.h"
#include "mail/rfc2231.h"
#include "mail/rfc3676.h"

#define X10 "xxxxxxxxxx"
#define X70 X10 X10 X10 X10 X10 X10 X10

typedef void (*Write)(LetterSink *sink, LetterSlice text);

static void expect(Write write, const char *text, const char *expected)
{
    g_autoptr(GString) found = g_string_new(NULL);
    g_autoptr(LetterSink) sink = letter_sink_new_for_string(found);

    write(sink, letter_slice(text));
    g_assert_cmpstr(found->str, ==, expected);
}

static void test_quoted_printable(void)
{
    expect(letter_quoted_printable_write, "", "");
    expect(letter_quoted_printable_write, "a\nb\r\n\n", "a\nb\n\n");
    expect(letter_quoted_printable_write, "1=2\tü\rx", "1=3D2=09=C3=BC=0Dx");
    expect(letter_quoted_printable_write, "a \nb \r\nc ", "a=20\nb=20\nc=20");
    expect(letter_quoted_printable_write, "a  \n", "a =20\n");
    expect(letter_quoted_printable_write, " \n", "=20\n");
    expect(letter_quoted_printable_write, ".\n..x\na.\n", "=2E\n=2E.x\na.\n");
    expect(letter_quoted_printable_write, "From me\nFrom\n From me\n",
           "=46rom me\nFrom\n From me\n");
}

static void test_quoted_printable_lines(void)
{
    expect(letter_quoted_printable_write, X70 "xxxxx", X70 "xxxxx");
    expect(letter_quoted_printable_write, X70 "xxxxx\n", X70 "xxxxx\n");
    expect(letter_quoted_printable_write, X70 "xxxxxy", X70 "xxxxx=\ny");
    expect(letter_quoted_printable_write, X70 "xxxxü", X70 "xxxx=\n=C3=BC");
    expect(letter_quoted_printable_write, X70 "xxxxx.", X70 "xxxxx=\n=2E");
    expect(letter_quoted_printable_write, X70 "xxxxxFrom me", X70 "xxxxx=\n=46rom me");
    expect(letter_quoted_printable_write, X70 "xxxxx \n", X70 "xxxxx=\n=20\n");
    expect(letter_quoted_printable_write, X70 "xxxx \n", X70 "xxxx=\n=20\n");
}

static void test_base64(void)
{
    expect(letter_base64_write, "", "");
    expect(letter_base64_write, "ab", "YWI=");
    expect(letter_base64_write, X70,
           "eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4"
           "eHh4eHh4eHh4\neHh4eHh4eHh4eHh4eA==");
}

static void test_base64_of_every_size(void)
{
    g_autofree char *data = g_malloc(10000);

    for (gsize i = 0; i < 10000; i++)
        data[i] = (char)(i * 31 >> 3);
    for (gsize size = 0; size < 10000; size += size < 200 ? 1 : 97) {
        g_autoptr(GString) found = g_string_new(NULL);
        g_autoptr(LetterSink) sink = letter_sink_new_for_string(found);
        g_autofree guchar *decoded = NULL;
        g_auto(GStrv) lines = NULL;
        gsize decoded_size;

        letter_base64_write(sink, (LetterSlice){ data, size });
        decoded = g_base64_decode(found->str, &decoded_size);
        g_assert_cmpmem(decoded, decoded_size, data, size);
        lines = g_strsplit(found->str, "\n", -1);
        for (guint i = 0; lines[i] != NULL; i++)
            g_assert_cmpuint(strlen(lines[i]), <=, 76);
    }
}

static void test_flowed_text_is_stuffed(void)
{
    expect(letter_flowed_write, "", "");
    expect(letter_flowed_write, "a b \nc\n\nd", "a b \nc\n\nd");
    expect(letter_flowed_write, "    code\n", "     code\n");
    expect(letter_flowed_write, "From here\nFrom\n", " From here\nFrom\n");
    expect(letter_flowed_write, ">>= is a mark\n>a\n", " >>= is a mark\n >a\n");
}

static void test_quotes(void)
{
    expect(letter_flowed_write, "> a \n> b\n", "> a \n> b\n");
    expect(letter_flowed_write, "> > a\n> >\n>\n> b\n", ">> a\n>>\n>\n> b\n");
    expect(letter_flowed_write, ">     code\n", ">     code\n");
    expect(letter_flowed_write, "> >=\n", "> >=\n");
}

static void test_a_paragraph_goes_on_whatever_its_lines_begin_with(void)
{
    expect(letter_flowed_write, "five \n> three\n> quote", "five \n > three\n> quote");
    expect(letter_flowed_write, "> five \n> > three\n", "> five \n> > three\n");
    expect(letter_flowed_write, "> is no \nquote\n", " > is no \nquote\n");
    expect(letter_flowed_write, "> > is no \n> quote\n", "> > is no \n> quote\n");
    expect(letter_flowed_write, "> a ", " > a ");
    expect(letter_flowed_write, "a \n    b\n", "a \n     b\n");
}

static void test_no_line_is_the_mark_of_a_signature(void)
{
    expect(letter_flowed_write, "-- \nx", "--\nx");
    expect(letter_flowed_write, "> -- \n> x", "> --\n> x");
    expect(letter_flowed_write, "--- \n--\n", "--- \n--\n");
}

static void expect_parameter(const char *value, const char *expected)
{
    g_autoptr(GString) found = g_string_new(NULL);
    g_autoptr(LetterSink) sink = letter_sink_new_for_string(found);
    LetterFieldWriter field;

    letter_field_begin(&field, sink, "Content-Disposition");
    letter_field_token(&field, letter_slice("inline"));
    letter_parameter_write(&field, "filename", value);
    letter_field_end(&field);
    g_assert_cmpstr(found->str, ==, expected);
}

static void test_file_names(void)
{
    expect_parameter("a b.pdf", "Content-Disposition: inline; filename=\"a b.pdf\"\n");
    expect_parameter("å \"b\".pdf",
                     "Content-Disposition: inline; filename*=UTF-8''%C3%A5%20%22b%22.pdf\n");
    expect_parameter("=?utf-8?Q?x?=",
                     "Content-Disposition: inline; filename*=UTF-8''%3D%3Futf-8%3FQ%3Fx%3F%3D\n");
    expect_parameter(X70, "Content-Disposition: inline;\n"
                          " filename*0*=UTF-8''" X10 X10 X10 X10 "xxxxxxxxx;\n"
                          " filename*1*=" X10 X10 "x\n");
}

static void test_multiparts(void)
{
    g_autoptr(GString) found = g_string_new(NULL);
    g_autoptr(LetterSink) sink = letter_sink_new_for_string(found);
    LetterMultipart parts;

    letter_multipart_init(&parts, sink, "0123456789abcdef0123456789abcdefXXXX", 2);
    letter_multipart_begin(&parts, "related", "text/html");
    letter_multipart_next(&parts);
    letter_sink_puts(sink, "\na\n");
    letter_multipart_end(&parts);
    g_assert_cmpstr(found->str, ==,
                    "Content-Type: multipart/related; type=\"text/html\";\n"
                    " boundary=\"=_letterctl-0123456789abcdef0123456789abcdef-2\"\n"
                    "\n--=_letterctl-0123456789abcdef0123456789abcdef-2\n"
                    "\na\n"
                    "\n--=_letterctl-0123456789abcdef0123456789abcdef-2--");
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/mail/rfc2045/quoted-printable", test_quoted_printable);
    g_test_add_func("/mail/rfc2045/lines", test_quoted_printable_lines);
    g_test_add_func("/mail/rfc2045/base64", test_base64);
    g_test_add_func("/mail/rfc2045/base64-sizes", test_base64_of_every_size);
    g_test_add_func("/mail/rfc3676/stuffing", test_flowed_text_is_stuffed);
    g_test_add_func("/mail/rfc3676/quotes", test_quotes);
    g_test_add_func("/mail/rfc3676/paragraphs",
                    test_a_paragraph_goes_on_whatever_its_lines_begin_with);
    g_test_add_func("/mail/rfc3676/signature", test_no_line_is_the_mark_of_a_signature);
    g_test_add_func("/mail/rfc2231/file-names", test_file_names);
    g_test_add_func("/mail/rfc2046/multipart", test_multiparts);
    return g_test_run();
}
