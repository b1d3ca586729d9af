/*
 * escape_test.c - texts of strangers, made harmless.
 */
#include "template/escape.h"

static char *escaped(LetterEscape escape, const char *text)
{
    GString *result = g_string_new(NULL);
    g_autoptr(LetterSink) sink = letter_sink_new_for_string(result);

    letter_escape(escape, letter_slice(text), sink);
    return g_string_free(result, FALSE);
}

static void test_html(void)
{
    g_autofree char *text = escaped(LETTER_ESCAPE_HTML, "<a href='x'>\"é\" & \xe2\x80\xae"
                                                        "b\x07\n");

    g_assert_cmpstr(text, ==, "&lt;a href=&#39;x&#39;&gt;&quot;é&quot; &amp; b\n");
}

static void test_text(void)
{
    g_autofree char *text = escaped(LETTER_ESCAPE_TEXT, "<a>\n> b\t\x1b[1m\xc2\x9b\xe2\x81\xa6"
                                                        "c\xef\xbb\xbf \xe2\x80\x8f d");

    /* Marks of direction stay: names need them. */
    g_assert_cmpstr(text, ==, "<a> > b [1mc \xe2\x80\x8f d");
}

static void test_addresses(void)
{
    static const char *const allowed[] = { "https://a.example/",
                                           "HTTP://a.example",
                                           "mailto:a@b.c",
                                           "tel:+45",
                                           "a/b.html",
                                           "/a",
                                           "#x",
                                           "?x=a:b",
                                           "",
                                           "./a:b" };
    static const char *const refused[] = { "javascript:alert(1)",
                                           "JaVaScRiPt:x",
                                           "data:text/html,x",
                                           "blob:x",
                                           "//host/x",
                                           "/\\host",
                                           "x:y",
                                           ":",
                                           "ftp://a" };

    for (gsize i = 0; i < G_N_ELEMENTS(allowed); i++)
        g_assert_true(letter_address_is_allowed(letter_slice(allowed[i])));
    for (gsize i = 0; i < G_N_ELEMENTS(refused); i++)
        g_assert_false(letter_address_is_allowed(letter_slice(refused[i])));
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/escape/html", test_html);
    g_test_add_func("/escape/text", test_text);
    g_test_add_func("/escape/addresses", test_addresses);
    return g_test_run();
}
