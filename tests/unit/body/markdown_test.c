/*
 * markdown_test.c - cmark ends in time, within memory, and deep lines are
 * told from thematic breaks.
 */
#include "body/markdown.h"

#include <string.h>

static LetterSlice slice_of(const GString *text)
{
    return (LetterSlice){ text->str, text->len };
}

static GString *repeat(const char *piece, gsize count)
{
    GString *text = g_string_sized_new(strlen(piece) * count + 1);

    for (gsize i = 0; i < count; i++)
        g_string_append(text, piece);
    return text;
}

static void test_parse(void)
{
    cmark_node *root, *paragraph;

    letter_markdown_hold();
    root = letter_markdown_parse(letter_slice("a *b*\n\n- c\n"), 0);
    paragraph = cmark_node_first_child(root);
    g_assert_cmpint(cmark_node_get_type(paragraph), ==, CMARK_NODE_PARAGRAPH);
    g_assert_cmpstr(cmark_node_get_literal(cmark_node_first_child(paragraph)), ==, "a ");
    g_assert_cmpint(cmark_node_get_type(cmark_node_next(paragraph)), ==, CMARK_NODE_LIST);
    letter_markdown_release();
}

/* What is past the bounds is given up, and the thread goes on. */
static void test_inputs_past_the_bounds(void)
{
    static const char *const pieces[] = { "[", "*a*", "- a\n", "![[]()", "> a\n>\n", "a*", "`a" };

    for (guint i = 0; i < G_N_ELEMENTS(pieces); i++) {
        g_autoptr(GString) text = repeat(pieces[i], 4 * 1024 * 1024 / strlen(pieces[i]));
        cmark_node *root;

        letter_markdown_hold();
        root = letter_markdown_parse(slice_of(text), 0);
        if (root == NULL)
            g_assert_true(letter_markdown_is_exhausted());
        letter_markdown_release();

        letter_markdown_hold();
        root = letter_markdown_parse(letter_slice("word\n"), 0);
        g_assert_nonnull(cmark_node_first_child(root));
        letter_markdown_release();
    }
}

static void expect_deep(const char *before, const char *piece, gsize count, const char *after,
                        gboolean deep)
{
    g_autoptr(GString) text = repeat(piece, count);
    LetterSpan line;

    g_string_prepend(text, before);
    g_string_append(text, after);
    g_assert_cmpint(letter_markdown_find_deep_line(slice_of(text), &line), ==, deep);
    if (deep)
        g_assert_cmpuint(line.start, ==, strlen(before));
}

static void test_deep_lines(void)
{
    expect_deep("", ">", 100, " a", FALSE);
    expect_deep("", ">", 101, " a", TRUE);
    expect_deep("a\n", "> ", 30000, "\n\n\n", TRUE);
    expect_deep("a\n\n", "- ", 101, "a\n", TRUE);
    expect_deep("", "1. ", 101, "a\n", TRUE);
    expect_deep("", "> - ", 51, "a\n", TRUE);
    expect_deep("", "> - ", 50, "a\n", FALSE);
    expect_deep("", "- ", 5000, "\n", FALSE);
    expect_deep("", "* ", 5000, "\r\n", FALSE);
    expect_deep("", "-", 5000, "\n", FALSE);
    expect_deep("", "a > ", 5000, "\n", FALSE);
    expect_deep("", "1.5 ", 5000, "\n", FALSE);
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/body/markdown/parse", test_parse);
    g_test_add_func("/body/markdown/bounds", test_inputs_past_the_bounds);
    g_test_add_func("/body/markdown/deep-lines", test_deep_lines);
    return g_test_run();
}
