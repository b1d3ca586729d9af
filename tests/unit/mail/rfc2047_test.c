/*
 * rfc2047_test.c - encoded-words.
 */
#include <string.h>

#include "mail/rfc2047.h"

static void expect_words(const char *text, gsize room, const char *words)
{
    g_autoptr(GString) found = g_string_new(NULL);
    LetterSlice rest = letter_slice(text);
    char word[LETTER_ENCODED_WORD_SIZE + 1];

    while (rest.size > 0) {
        gsize size = letter_encoded_word_take(&rest, room, word);

        g_assert_cmpuint(size, ==, strlen(word));
        g_string_append_printf(found, "%s%s", found->len > 0 ? " " : "", word);
    }
    g_assert_cmpstr(found->str, ==, words);
}

static void test_words(void)
{
    expect_words("Jürgen", 75, "=?utf-8?Q?J=C3=BCrgen?=");
    expect_words("a b_c?d=e", 75, "=?utf-8?Q?a_b=5Fc=3Fd=3De?=");
    expect_words("\"A, B\" <x@y>", 75, "=?utf-8?Q?=22A=2C_B=22_=3Cx=40y=3E?=");
    expect_words("a\r\nBcc: x", 75, "=?utf-8?Q?a=0D=0ABcc=3A_x?=");
}

static void test_words_hold_whole_characters(void)
{
    expect_words("aüüa", 24, "=?utf-8?Q?a=C3=BC?= =?utf-8?Q?=C3=BCa?=");
    expect_words("\U0001F44B\U0001F44B", 24, "=?utf-8?Q?=F0=9F=91=8B?= =?utf-8?Q?=F0=9F=91=8B?=");
    /* A room too small for any character is taken for the least there is. */
    expect_words("\U0001F44B", 3, "=?utf-8?Q?=F0=9F=91=8B?=");
}

static void test_words_end_at_blanks(void)
{
    expect_words("ab cde fghijk", 24, "=?utf-8?Q?ab_cde_?= =?utf-8?Q?fghijk?=");
    expect_words("ab  ", 24, "=?utf-8?Q?ab__?=");
    expect_words("abcdefghijklmn op", 24, "=?utf-8?Q?abcdefghijkl?= =?utf-8?Q?mn_op?=");
}

static void test_a_word_has_at_most_75_columns(void)
{
    g_autofree char *text = g_strnfill(64, 'a');
    LetterSlice rest = letter_slice(text);
    char word[LETTER_ENCODED_WORD_SIZE + 1];

    g_assert_cmpuint(letter_encoded_word_size(rest), ==, 76);
    g_assert_cmpuint(letter_encoded_word_take(&rest, 998, word), ==, 75);
    g_assert_cmpuint(rest.size, ==, 1);
}

/* Whatever the bytes are, each is taken once and none beyond the end. */
static void test_bytes_that_are_no_utf8(void)
{
    expect_words("\xFF\xC3", 75, "=?utf-8?Q?=FF=C3?=");
    expect_words("\x80\x80\x80\x80\x80\x80", 24, "=?utf-8?Q?=80=80=80=80?= =?utf-8?Q?=80=80?=");
}

static void test_what_needs_encoding(void)
{
    static const char *const needed[] = { "ü",  "a\tb", "a\nb",          "\x7F", " a",
                                          "a ", "a  b", "=?utf-8?Q?a?=", "a=?b", " " };
    static const char *const not_needed[] = { "", "a", "a b", "=", "?", "a?=", "? =", "1 + 1 = 2" };

    for (guint i = 0; i < G_N_ELEMENTS(needed); i++)
        g_assert_true(letter_encoded_word_is_needed(letter_slice(needed[i])));
    for (guint i = 0; i < G_N_ELEMENTS(not_needed); i++)
        g_assert_false(letter_encoded_word_is_needed(letter_slice(not_needed[i])));
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/mail/rfc2047/words", test_words);
    g_test_add_func("/mail/rfc2047/characters", test_words_hold_whole_characters);
    g_test_add_func("/mail/rfc2047/blanks", test_words_end_at_blanks);
    g_test_add_func("/mail/rfc2047/size", test_a_word_has_at_most_75_columns);
    g_test_add_func("/mail/rfc2047/bytes", test_bytes_that_are_no_utf8);
    g_test_add_func("/mail/rfc2047/needed", test_what_needs_encoding);
    return g_test_run();
}
