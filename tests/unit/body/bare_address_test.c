/*
 * bare_address_test.c - what is an address in running text, and where it ends.
 */
#include <string.h>

#include "body/bare_address.h"

/* All addresses of a text, each between "<" and ">". */
static void expect(const char *text, const char *addresses)
{
    g_autoptr(GString) list = g_string_new(NULL);
    LetterSlice slice = letter_slice(text);
    LetterBareAddress found = { .end = 0 };

    while (letter_bare_address_find(slice, found.end, &found))
        g_string_append_printf(list, "<%s%.*s>", found.prefix, (int)(found.end - found.start),
                               text + found.start);
    g_assert_cmpstr(list->str, ==, addresses);
}

static void test_web(void)
{
    expect("see https://a.example/b?c=d#e now", "<https://a.example/b?c=d#e>");
    expect("HTTP://A.example", "<HTTP://A.example>");
    expect("http://localhost:80/x", "<http://localhost:80/x>");
    expect("https://bücher.example/ä, x", "<https://bücher.example/ä>");
    expect("(www.a.example)", "<https://www.a.example>");
    expect("www.a.example/b www.c.example", "<https://www.a.example/b><https://www.c.example>");
    expect("https://a.example<b", "<https://a.example>");
    expect("https://a.example\u00A0b", "<https://a.example>");
    expect("xhttps://a.example ftp://a.example https:// http://. www. www", "");
    expect("http://a_b.example http://a.b_c.d http://a_b.c.d", "<http://a_b.c.d>");
    expect("awww.b.example /www.b.example", "");
}

static void test_trailing_punctuation(void)
{
    expect("https://a.example/b. https://a.example/c, https://a.example/d?!",
           "<https://a.example/b><https://a.example/c><https://a.example/d>");
    expect("(https://a.example/b_(c)) (https://a.example/d).",
           "<https://a.example/b_(c)><https://a.example/d>");
    expect("https://a.example/(b https://a.example/))",
           "<https://a.example/(b><https://a.example/>");
    expect("https://a.example/b&c; https://a.example/&d;&e; x;",
           "<https://a.example/b><https://a.example/>");
    expect("“https://a.example/b” »https://a.example« https://a.example。",
           "<https://a.example/b><https://a.example><https://a.example>");
    expect("**https://a.example/** 'https://a.example'", "<https://a.example/><https://a.example>");
}

static void test_mail(void)
{
    expect("write to a.b+c-d_e@f-g.example.", "<mailto:a.b+c-d_e@f-g.example>");
    expect("a@b a@b. a@b.c- a@b.c_ @b.c a@.c a@b@c.d", "");
    expect("a@b.c,d@e.f", "<mailto:a@b.c><mailto:d@e.f>");
    expect("jørgen@a.example a@b.cø", "");
    expect("mailto:a@b.example", "<mailto:a@b.example>");
    expect("https://a.example/@b c@d.example", "<https://a.example/@b><mailto:c@d.example>");
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/body/bare-address/web", test_web);
    g_test_add_func("/body/bare-address/punctuation", test_trailing_punctuation);
    g_test_add_func("/body/bare-address/mail", test_mail);
    return g_test_run();
}
