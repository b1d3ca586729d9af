/*
 * address_test.c - which email addresses, web addresses and words are taken.
 */
#include <string.h>

#include "text/address.h"
#include "text/spelling.h"
#include "text/url.h"

static void expect_address(const char *address, gboolean valid)
{
    g_test_message("address %s", address);
    g_assert_cmpint(letter_address_is_valid(letter_slice(address)), ==, valid);
}

static void test_addresses_that_are_taken(void)
{
    static const char *const addresses[] = {
        "a@b.example",
        "anna.berg+list@mail.rivers.example",
        "!#$%&'*+-/=?^_`{|}~@b.example",
        "a@xn--bcher-kva.example",
        "a@bücher.example",
        "a@例え.テスト",
        "a@उदाहरण.परीक्षा",
        "a@1.2.example",
        /* More than 63 bytes, but fewer in the DNS. */
        "a@достопримечательностьдостопримечат.example",
    };

    for (guint i = 0; i < G_N_ELEMENTS(addresses); i++)
        expect_address(addresses[i], TRUE);
}

static void test_addresses_that_are_refused(void)
{
    static const char *const addresses[] = {
        "",
        "@",
        "a",
        "a@",
        "@b.example",
        "a@b",
        "a@@b.example",
        "a@b@c.example",
        ".a@b.example",
        "a.@b.example",
        "a..b@c.example",
        "a b@c.example",
        "a@b c.example",
        "a@b..example",
        "a@.example",
        "a@b.example.",
        "a@-b.example",
        "a@b-.example",
        "a@b_c.example",
        "\"a b\"@c.example",
        "a@[192.0.2.1]",
        "a@192.0.2.1",
        "<a@b.example>",
        "ä@b.example",
        "a@b.example\n",
        "a@\xCC\x80x.example", /* a label does not begin with a mark */
        "a@\u200Dx.example",
        "a\n@b.example",
        "a@b\xE2\x80\xAE.example",
        "a@b\xFF.example",
        "a,b@c.example",
        "a(b)@c.example",
    };

    for (guint i = 0; i < G_N_ELEMENTS(addresses); i++)
        expect_address(addresses[i], FALSE);
}

static char *make_address(guint local, guint label)
{
    g_autofree char *a = g_strnfill(local, 'a');
    g_autofree char *b = g_strnfill(label, 'b');

    return g_strconcat(a, "@", b, ".example", NULL);
}

static void test_addresses_at_their_limits(void)
{
    g_autofree char *longest = make_address(64, 63);
    g_autofree char *long_local = make_address(65, 1);
    g_autofree char *long_label = make_address(1, 64);
    g_autofree char *labels = g_strnfill(4 * 62, 'b');
    g_autofree char *too_long = NULL;

    for (guint i = 61; i < 4 * 62; i += 62)
        labels[i] = '.';
    too_long = g_strconcat("a@", labels, "example", NULL);
    expect_address(longest, TRUE);
    expect_address(long_local, FALSE);
    expect_address(long_label, FALSE);
    g_assert_cmpuint(strlen(too_long), ==, 257);
    expect_address(too_long, FALSE);
    expect_address(too_long + 2, FALSE);
}

static void test_an_address_need_not_end_with_nul(void)
{
    g_assert_true(letter_address_is_valid((LetterSlice){ "a@b.example>", 11 }));
    g_assert_false(letter_address_is_valid((LetterSlice){ "a@b.example", 3 }));
    g_assert_false(letter_address_is_valid((LetterSlice){ "a@b.example\0x", 13 }));
}

static void test_web_addresses(void)
{
    static const struct {
        const char *url;
        LetterUrlFault fault;
    } cases[] = {
        { "https://rivers.example", LETTER_URL_FINE },
        { "http://rivers.example:8080/a/b?c=d&e=%20#f", LETTER_URL_FINE },
        { "HTTPS://RIVERS.EXAMPLE/", LETTER_URL_FINE },
        { "https://bücher.example/straße", LETTER_URL_FINE },
        { "https://[2001:db8::1]/", LETTER_URL_FINE },
        { "", LETTER_URL_MALFORMED },
        { "rivers.example", LETTER_URL_MALFORMED },
        { "//rivers.example", LETTER_URL_MALFORMED },
        { "https:", LETTER_URL_MALFORMED },
        { "https://", LETTER_URL_MALFORMED },
        { "https:///path", LETTER_URL_MALFORMED },
        { "https:rivers.example", LETTER_URL_MALFORMED },
        { "ftp://rivers.example", LETTER_URL_MALFORMED },
        { "javascript:alert(1)", LETTER_URL_MALFORMED },
        { "https://rivers.example/a b", LETTER_URL_MALFORMED },
        { "https://rivers.example/\"", LETTER_URL_MALFORMED },
        { "https://rivers.example/<b>", LETTER_URL_MALFORMED },
        { "https://rivers.example\\path", LETTER_URL_MALFORMED },
        { "https://rivers.example:port/", LETTER_URL_MALFORMED },
        { "https://rivers.example:65536/", LETTER_URL_MALFORMED },
        { "https://.", LETTER_URL_MALFORMED },
        { "https://-/", LETTER_URL_MALFORMED },
        { "https://rivers..example/", LETTER_URL_MALFORMED },
        { "https://rivers,example/", LETTER_URL_MALFORMED },
        { "https://rivers%20example/", LETTER_URL_MALFORMED },
        { "https://rivers%0Aexample/", LETTER_URL_MALFORMED },
        { "https://rivers.example%2Fpath", LETTER_URL_MALFORMED },
        { "https://rivers.example\xEF\xBC\x8Fpath", LETTER_URL_MALFORMED }, /* a wide slash */
        { "https://[::1", LETTER_URL_MALFORMED },
        { "https://[::1]x/", LETTER_URL_MALFORMED },
        { "https://[::1]:8080/", LETTER_URL_FINE },
        { "http://127.0.0.1/", LETTER_URL_FINE },
        { "http://localhost", LETTER_URL_FINE },
        { "https://rivers.example./", LETTER_URL_FINE },
        { "https://big_rivers.example/", LETTER_URL_FINE },
        { "https://@rivers.example/", LETTER_URL_CREDENTIALS },
        { "https://anna@rivers.example/", LETTER_URL_CREDENTIALS },
        { "https://anna:secret@rivers.example/", LETTER_URL_CREDENTIALS },
        { "https://rivers.example/@anna", LETTER_URL_FINE },
    };

    for (guint i = 0; i < G_N_ELEMENTS(cases); i++) {
        g_test_message("url %s", cases[i].url);
        g_assert_cmpint(letter_url_check(cases[i].url), ==, cases[i].fault);
    }
}

static void test_the_nearest_word(void)
{
    static const char *const words[] = { "title", "subtitle", "to", "signatories", "cc" };
    static const struct {
        const char *word;
        const char *nearest;
    } cases[] = {
        { "titel", "title" },
        { "Title", "title" },
        { "sub-title", "subtitle" },
        { "signatorys", "signatories" },
        { "signatures", "signatories" },
        { "t", NULL },
        { "xx", NULL },
        { "body", NULL },
        { "", NULL },
        { "tp", "to" },
    };
    g_autofree char *endless = g_strnfill(100000, 't');

    for (guint i = 0; i < G_N_ELEMENTS(cases); i++)
        g_assert_cmpstr(letter_spelling_nearest(cases[i].word, words, G_N_ELEMENTS(words)), ==,
                        cases[i].nearest);
    g_assert_null(letter_spelling_nearest(endless, words, G_N_ELEMENTS(words)));
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/text/address/taken", test_addresses_that_are_taken);
    g_test_add_func("/text/address/refused", test_addresses_that_are_refused);
    g_test_add_func("/text/address/limits", test_addresses_at_their_limits);
    g_test_add_func("/text/address/slice", test_an_address_need_not_end_with_nul);
    g_test_add_func("/text/url/check", test_web_addresses);
    g_test_add_func("/text/spelling/nearest", test_the_nearest_word);
    return g_test_run();
}
