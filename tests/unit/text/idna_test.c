/*
 * idna_test.c - domains in their ASCII form.
 */
#include <glib.h>

#include "text/idna.h"

static void expect(const char *domain, const char *ascii)
{
    g_autofree char *found = letter_domain_to_ascii(domain);

    g_assert_cmpstr(found, ==, ascii);
}

static void test_ascii_stays(void)
{
    expect("example.org", "example.org");
    expect("Mail.Example.ORG", "Mail.Example.ORG");
    expect("localhost", "localhost");
    expect("a-b.1.example", "a-b.1.example");
}

static void test_names_get_their_a_label(void)
{
    expect("bücher.example", "xn--bcher-kva.example");
    expect("BÜCHER.example", "xn--bcher-kva.example");
    expect("bu\xCC\x88"
           "cher.example",
           "xn--bcher-kva.example");
    /* IDNA2008 keeps the sharp s; IDNA2003 made "ss" of it. */
    expect("straße.example", "xn--strae-oqa.example");
    expect("例え.テスト", "xn--r8jz45g.xn--zckzah");
    expect("مثال.إختبار", "xn--mgbh0fb.xn--kgbechtv");
}

static void test_what_is_no_host_name(void)
{
    static const char *const wrong[] = {
        "",      ".",     "a..b",      "a.",         ".a",          "-a.example",  "a-.example",
        "a b.c", "a_b.c", "[1.2.3.4]", "a\r\n.b",    "ü\n.example", "ü b.example", "\xFF\xFE.c",
        "ü..c",  "a@b",   "ü.c.",      "\u200D.com", "ü\u202E.com", "\u2024ü.com",
    };

    for (guint i = 0; i < G_N_ELEMENTS(wrong); i++)
        expect(wrong[i], NULL);
}

static void test_sizes(void)
{
    g_autofree char *label = g_strnfill(63, 'a');
    g_autofree char *longer = g_strnfill(64, 'a');
    g_autofree char *domain = g_strdup_printf("%s.%s.%s.%.61s", label, label, label, label);
    g_autofree char *too_long = g_strdup_printf("%s.%s.%s.%.62s", label, label, label, label);
    g_autoptr(GString) endless = g_string_new(NULL);

    expect(label, label);
    expect(longer, NULL);
    expect(domain, domain);
    expect(too_long, NULL);
    for (guint i = 0; i < 100000; i++)
        g_string_append(endless, "ü.");
    expect(endless->str, NULL);
}

static void expect_url(const char *url, const char *ascii)
{
    g_autofree char *found = letter_url_to_ascii(url);

    g_assert_cmpstr(found, ==, ascii);
}

static void test_web_addresses(void)
{
    expect_url("https://a.example/b?c=%C3%A9#d", "https://a.example/b?c=%C3%A9#d");
    expect_url("https://bücher.example", "https://xn--bcher-kva.example");
    expect_url("https://bücher.example:80/ü/?q=ü&r=%41#ü",
               "https://xn--bcher-kva.example:80/%C3%BC/?q=%C3%BC&r=%41#%C3%BC");
    expect_url("https://-ü.example/", NULL);
    expect_url("https://[::1]/ü", "https://[::1]/%C3%BC");
    expect_url("https://[::1]:8080?ü", "https://[::1]:8080?%C3%BC");
    expect_url("https://b_c.example/ü", "https://b_c.example/%C3%BC");
    expect_url("https://bücher.example./ü", "https://xn--bcher-kva.example./%C3%BC");
    expect_url("mailto:a@b.example?subject=ü", "mailto:a@b.example?subject=%C3%BC");
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/text/idna/ascii", test_ascii_stays);
    g_test_add_func("/text/idna/a-labels", test_names_get_their_a_label);
    g_test_add_func("/text/idna/wrong", test_what_is_no_host_name);
    g_test_add_func("/text/idna/sizes", test_sizes);
    g_test_add_func("/text/idna/web-addresses", test_web_addresses);
    return g_test_run();
}
