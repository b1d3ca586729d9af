/*
 * unsafe_test.c - characters that no output holds.
 */
#include "text/unsafe.h"

static void test_unsafe_characters(void)
{
    g_assert_cmpuint(letter_unsafe_size("\t"), ==, 0);
    g_assert_cmpuint(letter_unsafe_size("\n"), ==, 0);
    g_assert_cmpuint(letter_unsafe_size("\r"), ==, 1);
    g_assert_cmpuint(letter_unsafe_size("\u00A0"), ==, 0);
    g_assert_cmpuint(letter_unsafe_size("\u200D"), ==, 0);
    g_assert_cmpuint(letter_unsafe_size("\u200F"), ==, 0);
    g_assert_cmpuint(letter_unsafe_size("\u2069"), ==, 3);
    g_assert_cmpuint(letter_unsafe_size("\u206A"), ==, 0);
    g_assert_cmpuint(letter_unsafe_size("\uFDD0"), ==, 3);
    g_assert_cmpuint(letter_unsafe_size("\uFFFD"), ==, 0);
    g_assert_cmpuint(letter_unsafe_size("\U0010FFFF"), ==, 4);
    g_assert_cmpuint(letter_unsafe_size("\xFE"), ==, 1);
    g_assert_cmpuint(letter_unsafe_size("\xFF"), ==, 1);
    g_assert_cmpuint(letter_unsafe_size("😀"), ==, 0);
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/text/unsafe/characters", test_unsafe_characters);
    return g_test_run();
}
