/*
 * target_test.c - addresses of links as a browser would take them.
 */
#include "body/target.h"

static void test_kinds(void)
{
    static const struct {
        const char *address;
        LetterTargetKind kind;
    } cases[] = {
        { "", LETTER_TARGET_PATH },
        { "a/b.html?c:d", LETTER_TARGET_PATH },
        { "./a:b", LETTER_TARGET_PATH },
        { "/a", LETTER_TARGET_PATH },
        { "1:2", LETTER_TARGET_PATH },
        { "java%73cript:a", LETTER_TARGET_PATH },
        { "#a:b", LETTER_TARGET_FRAGMENT },
        { "HTTP://a", LETTER_TARGET_HTTP },
        { "https:a", LETTER_TARGET_HTTPS },
        { " https://a/@b", LETTER_TARGET_HTTPS },
        { "https://a?b@c", LETTER_TARGET_HTTPS },
        { "mailto:a@b", LETTER_TARGET_CONTACT },
        { "TEL:1", LETTER_TARGET_CONTACT },
        { "https://a@b", LETTER_TARGET_CREDENTIALS },
        { "https:\\\\a:b@c", LETTER_TARGET_CREDENTIALS },
        { "ht\ntp://a:b@c", LETTER_TARGET_CREDENTIALS },
        { "//a", LETTER_TARGET_REFUSED },
        { "\\/a", LETTER_TARGET_REFUSED },
        { " /\t/a", LETTER_TARGET_REFUSED },
        { "javascript:a", LETTER_TARGET_REFUSED },
        { "\x01JavaScript:a", LETTER_TARGET_REFUSED },
        { "java\tscript:a", LETTER_TARGET_REFUSED },
        { "data:image/png,a", LETTER_TARGET_REFUSED },
        { "blob:https://a", LETTER_TARGET_REFUSED },
        { "file:///a", LETTER_TARGET_REFUSED },
        { "view-source:a", LETTER_TARGET_REFUSED },
        { "a:", LETTER_TARGET_REFUSED },
    };

    for (guint i = 0; i < G_N_ELEMENTS(cases); i++)
        g_assert_cmpint(letter_target_kind(cases[i].address), ==, cases[i].kind);
}

static void test_names(void)
{
    g_autofree char *scheme = letter_target_name(" Java\nScript:a");
    g_autofree char *host = letter_target_name("\\\\a");

    g_assert_cmpstr(scheme, ==, "javascript:");
    g_assert_cmpstr(host, ==, "//");
}

static void test_paths(void)
{
    static const char *const inside[] = {
        "", "a", "./a", "a/../b", "a//..//b", "..a", "a/..", "..."
    };
    static const char *const outside[] = { "/",         "/a",     "..",          "../a",
                                           "a/../../b", "./../a", "a/b/../../.." };

    for (guint i = 0; i < G_N_ELEMENTS(inside); i++)
        g_assert_false(letter_target_leaves_folder(inside[i]));
    for (guint i = 0; i < G_N_ELEMENTS(outside); i++)
        g_assert_true(letter_target_leaves_folder(outside[i]));
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/body/target/kinds", test_kinds);
    g_test_add_func("/body/target/names", test_names);
    g_test_add_func("/body/target/paths", test_paths);
    return g_test_run();
}
