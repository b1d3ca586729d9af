/*
 * excerpt_test.c - source lines of findings, and the marks under them.
 */
#include <string.h>

#include "cli/excerpt.h"
#include "text/wrap.h"

#define WIDTH 40

static LetterSource *make(const char *text)
{
    g_autoptr(GBytes) bytes = g_bytes_new(text, strlen(text));

    return letter_source_new("test", bytes);
}

/* @mark is found in @text, and is to stand in @line at @column. */
static void expect(const char *text, const char *mark, const char *line, guint column, guint width)
{
    g_autoptr(LetterSource) source = make(text);
    g_auto(LetterExcerpt) excerpt = { 0 };
    gsize start = (gsize)(strstr(text, mark) - text);

    letter_excerpt_take(source, (LetterSpan){ start, start + strlen(mark) }, WIDTH, &excerpt);
    g_assert_cmpstr(excerpt.line, ==, line);
    g_assert_cmpuint(excerpt.mark_column, ==, column);
    g_assert_cmpuint(excerpt.mark_width, ==, width);
}

static void test_a_plain_line(void)
{
    expect("one\ntitle: x\nthree\n", "x", "title: x", 7, 1);
    expect("one\r\ntitle: x\r\n", "title", "title: x", 0, 5);
    expect("\xEF\xBB\xBF---\n", "---", "---", 0, 3);
}

static void test_columns_are_those_of_a_terminal(void)
{
    expect("\tx", "x", "    x", 4, 1);
    expect("ab\tx\ty", "y", "ab  x   y", 8, 1);
    expect("æøå x", "x", "æøå x", 4, 1);
    expect("日本 x", "x", "日本 x", 5, 1);
    expect("日本", "本", "日本", 2, 2);
    expect("e\u0301 x", "x", "e\u0301 x", 2, 1);
}

static void test_what_disturbs_a_terminal_is_escaped(void)
{
    expect("a\x1b[31m x", "x", "a\\u{001B}[31m x", 14, 1);
    expect("a\u202E x", "x", "a\\u{202E} x", 10, 1);
    expect("a\xFF x", "x", "a\\xFF x", 6, 1);
    expect("a\xFF x", "\xFF", "a\\xFF x", 1, 4);
}

static void test_a_mark_ends_with_its_line(void)
{
    g_autoptr(LetterSource) source = make("first line\nsecond");
    g_auto(LetterExcerpt) excerpt = { 0 };

    letter_excerpt_take(source, (LetterSpan){ 6, 17 }, WIDTH, &excerpt);
    g_assert_cmpstr(excerpt.line, ==, "first line");
    g_assert_cmpuint(excerpt.mark_column, ==, 6);
    g_assert_cmpuint(excerpt.mark_width, ==, 4);
}

static void test_an_end_of_line_has_a_mark(void)
{
    g_autoptr(LetterSource) source = make("ab\ncd");
    g_auto(LetterExcerpt) excerpt = { 0 };

    letter_excerpt_take(source, (LetterSpan){ 5, 5 }, WIDTH, &excerpt);
    g_assert_cmpstr(excerpt.line, ==, "cd");
    g_assert_cmpuint(excerpt.mark_column, ==, 2);
    g_assert_cmpuint(excerpt.mark_width, ==, 1);
}

/* However long the line is and wherever the finding, the mark stands under it
   and nothing is wider than asked. */
static void test_long_lines_are_cut_about_the_finding(void)
{
    static const char *const fillings[] = { "a", "日", "e\u0301", "\xFF", "\t", "👩🏽" };

    for (guint filling = 0; filling < G_N_ELEMENTS(fillings); filling++)
        for (guint before = 0; before < 400; before += 7) {
            g_autoptr(GString) text = g_string_new(NULL);
            g_autoptr(LetterSource) source = NULL;
            g_auto(LetterExcerpt) excerpt = { 0 };
            const char *found;
            gsize start;

            for (guint i = 0; i < before; i++)
                g_string_append(text, fillings[filling]);
            start = text->len;
            g_string_append(text, "Q");
            for (guint i = 0; i < 300; i++)
                g_string_append(text, fillings[filling]);
            source = make(text->str);
            letter_excerpt_take(source, (LetterSpan){ start, start + 1 }, WIDTH, &excerpt);
            g_assert_true(g_utf8_validate(excerpt.line, -1, NULL));
            found = strchr(excerpt.line, 'Q');
            g_assert_nonnull(found);
            g_assert_cmpuint(
                excerpt.mark_column, ==,
                letter_text_width((LetterSlice){ excerpt.line, (gsize)(found - excerpt.line) }));
            g_assert_cmpuint(letter_text_width(letter_slice(excerpt.line)), <=, WIDTH);
        }
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/cli/excerpt/plain", test_a_plain_line);
    g_test_add_func("/cli/excerpt/columns", test_columns_are_those_of_a_terminal);
    g_test_add_func("/cli/excerpt/escapes", test_what_disturbs_a_terminal_is_escaped);
    g_test_add_func("/cli/excerpt/line-end", test_a_mark_ends_with_its_line);
    g_test_add_func("/cli/excerpt/after-the-end", test_an_end_of_line_has_a_mark);
    g_test_add_func("/cli/excerpt/long", test_long_lines_are_cut_about_the_finding);
    return g_test_run();
}
