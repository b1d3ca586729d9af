/*
 * width_test.c - columns of letters, marks and emoji.
 */
#include "text/wrap.h"

static guint width_of(const char *text)
{
    return letter_text_width(letter_slice(text));
}

static void test_width(void)
{
    g_assert_cmpuint(width_of(""), ==, 0);
    g_assert_cmpuint(width_of("letter"), ==, 6);
    g_assert_cmpuint(width_of("Ærø"), ==, 3);
    g_assert_cmpuint(width_of("日本"), ==, 4);
    g_assert_cmpuint(width_of("한국"), ==, 4);
    g_assert_cmpuint(width_of("ﾊﾝ"), ==, 2);
    g_assert_cmpuint(width_of("e\u0301x"), ==, 2);
    g_assert_cmpuint(width_of("سلام"), ==, 4);
    g_assert_cmpuint(width_of("می\u200Cخواهم"), ==, 7);
}

static void test_width_of_emoji(void)
{
    g_assert_cmpuint(width_of("😀"), ==, 2);
    g_assert_cmpuint(width_of("👩‍👩‍👧"), ==, 2);
    g_assert_cmpuint(width_of("👍🏽"), ==, 2);
    g_assert_cmpuint(width_of("🇩🇰"), ==, 2);
    g_assert_cmpuint(width_of("❤\uFE0F"), ==, 2);
    g_assert_cmpuint(width_of("❤\uFE0F\u200D🔥"), ==, 2);
    g_assert_cmpuint(width_of("🏳\uFE0F\u200D🌈"), ==, 2);
    g_assert_cmpuint(width_of("1\uFE0F\u20E3"), ==, 2);
    g_assert_cmpuint(width_of("ok 👍🏽!"), ==, 6);
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/text/width/letters", test_width);
    g_test_add_func("/text/width/emoji", test_width_of_emoji);
    return g_test_run();
}
