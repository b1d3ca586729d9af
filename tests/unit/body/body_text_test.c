/*
 * body_text_test.c - a parsed text as plain text that reads as if typed.
 */
#include <string.h>

#include "body/body_text.h"
#include "body/tree.h"

#define SEED 20260306

static LetterBody *parse(const char *text)
{
    g_autoptr(GBytes) bytes = g_bytes_new(text, strlen(text));
    g_autoptr(LetterSource) source = letter_source_new("test", bytes);
    g_autoptr(LetterOffsetMap) map = letter_offset_map_new();
    g_autoptr(LetterDiagnostics) diagnostics = letter_diagnostics_new();
    LetterBodyOptions options = { .remote_images = TRUE };

    letter_offset_map_add(map, 0, 0);
    return letter_body_parse(source, letter_slice(text), map, &options, diagnostics);
}

static char *render(const char *markdown, guint width, LetterFlow flow,
                    LetterReferences *references)
{
    g_autoptr(LetterBody) body = parse(markdown);
    g_autoptr(LetterLocale) locale = letter_locale_new("en");
    LetterLayout layout = { .width = width, .flow = flow, .locale = locale };
    GString *out = g_string_new(NULL);
    g_autoptr(LetterSink) sink = letter_sink_new_for_string(out);

    letter_body_render_text(body, &layout, references, sink);
    return g_string_free(out, FALSE);
}

static void expect(guint width, const char *markdown, const char *text)
{
    g_autoptr(LetterReferences) references = letter_references_new(1);
    g_autofree char *got = render(markdown, width, LETTER_FLOW_FIXED, references);

    g_assert_cmpstr(got, ==, text);
}

static void expect_flowed(guint width, const char *markdown, const char *text)
{
    g_autoptr(LetterReferences) references = letter_references_new(1);
    g_autofree char *got = render(markdown, width, LETTER_FLOW_FLOWED, references);

    g_assert_cmpstr(got, ==, text);
}

static void test_paragraphs(void)
{
    expect(20, "", "");
    expect(10, "one two\nthree\n\nfour  \nfive", "one two\nthree\n\nfour\nfive\n");
    expect(40, "日本\n語\nx\n한국\n어", "日本語 x 한국 어\n");
    expect_flowed(12, "one two three four", "one two \nthree four\n");
}

static void test_headings(void)
{
    expect(40, "a\n\n## Big *one*\n\n### Small\n\nb", "a\n\nBig one\n-------\n\nSmall\n\nb\n");
    expect(10, "# A longer head", "A longer\nhead\n--------\n");
    expect(20, "#\n\n# ![](x.png)\n\na", "a\n");
    expect(20, "> # 日本", "> 日本\n> ----\n");
}

static void test_emphasis(void)
{
    expect(40, "a *b c* **d**, ***e*** (*f*)", "a _b c_ *d*, _e_ (_f_)\n");
    expect(40, "a*b*c **d**e *f_g* (`h`)", "abc de f_g (h)\n");
    expect(60, "*see https://a.example/x* **a@b.example**",
           "see https://a.example/x a@b.example\n");
    expect(40, "这是**强调**文字 **a *b* c** d", "这是强调文字 *a b c* d\n");
    expect(40, "`*a*` \\*b\\* c", "*a* *b* c\n");
}

static void test_lists(void)
{
    expect(20, "- a\n- b\n  - c d e f g h i j k\n- e",
           "- a\n- b\n  - c d e f g h i j\n    k\n- e\n");
    expect(20, "a\n\n9. b\n\n10. c\n\n    d", "a\n\n 9. b\n\n10. c\n\n    d\n");
    expect(20, "3) a\n4) b", "3) a\n4) b\n");
    expect(20, "-\n- a\n-\n  > b", "-\n- a\n- > b\n");
    expect(20, "- - a\n  - b\n\n- 1. c", "- - a\n  - b\n\n- 1. c\n");
    expect(20, "- a\n\n      code\n- b", "- a\n\n      code\n\n- b\n");
    expect_flowed(12, "- one two three", "- one two\n  three\n");
}

static void test_quotes(void)
{
    expect(10, "> one two three\n>\n> > four", "> one two\n> three\n>\n> > four\n");
    expect(20, "> a\n\nb\n\n>\n\n> c", "> a\n\nb\n\n> c\n");
    expect(20, "> - a\n> - b", "> - a\n> - b\n");
    expect_flowed(12, "> one two three", "> one two \n> three\n");
}

static void test_code_and_rules(void)
{
    expect(10, "```\n\tif (x)  \n\n\n  a long line of code\n\n```",
           "        if (x)\n\n\n      a long line of code\n");
    expect(11, "a\n\n---\n\nb", "a\n\n   * * *\n\nb\n");
    expect(20, "> ```\n> a\n>\n> b\n> ```", ">     a\n>\n>     b\n");
    expect(20, "```\n```\n\na", "a\n");
}

static void test_links(void)
{
    expect(60, "[a](https://x.example) [b](https://y.example) [*c*](https://x.example)",
           "a [1] b [2] _c_ [1]\n");
    expect(60, "<https://x.example> [mailto](mailto:a@b.example) <a@b.example> [d](#e)",
           "https://x.example mailto [1] a@b.example d\n");
    expect(60, "[+45 12 34](tel:+451234) [call](tel:+451234)", "+45 12 34 call [1]\n");
    expect(60, "[](https://x.example/a)", "https://x.example/a\n");
    expect(10, "aaa bbbb [cc](https://x.example)", "aaa bbbb\ncc [1]\n");
}

static void test_addresses_are_one_harmless_word(void)
{
    g_autoptr(LetterReferences) references = letter_references_new(7);
    g_autofree char *text =
        render("[a](<https://x.example/b c&#x202E;&#10;&#7;æ>)", 60, LETTER_FLOW_FIXED, references);

    g_assert_cmpstr(text, ==, "a [7]\n");
    g_assert_cmpstr(letter_references_get(references, 0), ==,
                    "https://x.example/b%20c%E2%80%AE%0A%07æ");
}

static void test_pictures(void)
{
    expect(40, "![alt](a.jpg \"The *caption*\")", "[The *caption*]\n");
    expect(40, "a\n\n![alt *text*](a.jpg)\n\n![](b.jpg)\n\nb", "a\n\n[alt text]\n\nb\n");
    expect(40, "a ![b *c* [d](e)](f.jpg) g", "a b c d g\n");
    expect(40, "[![a](b.jpg)](https://x.example)", "a [1]\n");
}

static void test_unsafe_characters(void)
{
    expect(40, "a&#7;b&#x202E;c&#xFFFE;d&#10;e&#13;f", "abcd ef\n");
    expect(40, "![x](a.jpg '&#27;y&#10;z')", "[y z]\n");
}

static char *render_note(const char *markdown)
{
    g_autoptr(LetterLocale) locale = letter_locale_new("en");
    g_autoptr(LetterReferences) references = letter_references_new(13);
    LetterLayout layout = { .width = 20, .locale = locale };
    LetterNote note = {
        .container = cmark_parse_document(markdown, strlen(markdown), CMARK_OPT_DEFAULT),
        .number = 12,
    };
    GString *out = g_string_new(NULL);
    g_autoptr(LetterSink) sink = letter_sink_new_for_string(out);

    letter_note_render_text(&note, &layout, references, sink);
    cmark_node_free(note.container);
    return g_string_free(out, FALSE);
}

static void test_notes(void)
{
    g_autofree char *note = render_note("one two three four [five](https://x.example)\n\n- six");
    g_autofree char *empty = render_note("");

    g_assert_cmpstr(note, ==, "[12] one two three\n     four five [13]\n\n     - six\n");
    g_assert_cmpstr(empty, ==, "[12]\n");
}

static void test_note_marks(void)
{
    g_autoptr(LetterBody) body = parse("a");
    g_autoptr(LetterLocale) locale = letter_locale_new("en");
    g_autoptr(LetterReferences) references = letter_references_new(4);
    LetterLayout layout = { .width = 20, .locale = locale };
    LetterNote note = { .number = 3 };
    LetterNoteMark mark = { &note, 1 };
    cmark_node *node = cmark_node_new(CMARK_NODE_CUSTOM_INLINE);
    GString *out = g_string_new(NULL);
    g_autoptr(LetterSink) sink = letter_sink_new_for_string(out);

    cmark_node_set_user_data(node, &mark);
    cmark_node_append_child(cmark_node_first_child(letter_body_root(body)), node);
    letter_body_render_text(body, &layout, references, sink);
    cmark_node_unlink(node);
    cmark_node_free(node);
    g_assert_cmpstr(out->str, ==, "a[3]\n");
    g_string_free(out, TRUE);
}

static guint widest(const char *text)
{
    g_auto(GStrv) lines = g_strsplit(text, "\n", -1);
    guint width = 0;

    for (guint i = 0; lines[i] != NULL; i++)
        width = MAX(width, letter_text_width(letter_slice(lines[i])));
    return width;
}

/* Containers take no more than half of the width. */
static void test_deep_containers(void)
{
    static const char *const openings[] = { "> ", "- ", "1. ", "> - ", "100000000. " };

    for (guint i = 0; i < G_N_ELEMENTS(openings); i++) {
        GString *markdown = g_string_new(NULL);
        g_autoptr(LetterReferences) references = letter_references_new(1);
        g_autofree char *text = NULL;

        for (guint depth = 0; depth < 40; depth++)
            g_string_append(markdown, openings[i]);
        g_string_append(markdown, "some words that are wrapped\n");
        text = render(markdown->str, 30, LETTER_FLOW_FIXED, references);
        g_assert_cmpuint(widest(text), <=, 30);
        g_assert_nonnull(strstr(text, "some"));
        g_string_free(markdown, TRUE);
    }
}

static void test_many_items(void)
{
    GString *markdown = g_string_new(NULL);
    g_autoptr(LetterReferences) references = letter_references_new(1);
    g_autofree char *text = NULL;

    for (guint i = 0; i < 24000; i++)
        g_string_append(markdown, "1. item\n");
    text = render(markdown->str, 72, LETTER_FLOW_FIXED, references);
    g_assert_true(g_str_has_prefix(text, "    1. item\n    2. item\n"));
    g_assert_true(g_str_has_suffix(text, "\n24000. item\n"));
    g_string_free(markdown, TRUE);
}

/* A body is refused long before; who renders does not rely on it. */
static void test_deep_inlines(void)
{
    GString *markdown = g_string_new(NULL);
    g_autofree char *text = NULL;

    for (guint i = 0; i < 20000; i++)
        g_string_append(markdown, "*a ");
    for (guint i = 0; i < 20000; i++)
        g_string_append(markdown, "b*");
    text = render_note(markdown->str);
    g_assert_true(g_str_has_prefix(text, "[12] _a a a"));
    g_assert_true(g_str_has_suffix(text, "b_\n"));
    g_string_free(markdown, TRUE);
}

/* Random trees of numbered words: each gets into the text, in its order. */
static char *make_markdown(GRand *random, guint *count)
{
    static const char *const joints[] = {
        " ",     "\n",      "  \n",     "\n\n",   "\n\n> ", "\n> ",     "\n- ",    "\n  - ",
        "\n1. ", "\n\n   ", "\n\n# ",   " *",     "* ",     " **",      "** ",     " `",
        "` ",    "\n---\n", "\n> > - ", "\n\n- ", " 日本 ", "\n\n    ", "\n\n## ", "\n>\n> ",
    };
    GString *markdown = g_string_new("w0x");
    gint size = g_rand_int_range(random, 1, 60);

    for (gint i = 1; i < size; i++)
        g_string_append_printf(markdown, "%sw%dx",
                               joints[g_rand_int_range(random, 0, G_N_ELEMENTS(joints))], i);
    *count = (guint)size;
    return g_string_free(markdown, FALSE);
}

static void test_random_texts_keep_every_word(void)
{
    GRand *random = g_rand_new_with_seed(SEED);

    g_test_message("seed %d", SEED);
    for (guint round = 0; round < 1000; round++) {
        guint count;
        g_autofree char *markdown = make_markdown(random, &count);
        g_autoptr(LetterReferences) references = letter_references_new(1);
        g_autofree char *text =
            render(markdown, (guint)g_rand_int_range(random, 20, 100),
                   round % 2 == 0 ? LETTER_FLOW_FIXED : LETTER_FLOW_FLOWED, references);
        const char *at = text;

        for (guint i = 0; i < count; i++) {
            g_autofree char *word = g_strdup_printf("w%ux", i);

            at = strstr(at, word);
            if (at == NULL)
                g_error("no %s in\n%s\nof\n%s", word, text, markdown);
        }
        g_assert_true(g_str_has_suffix(text, "\n"));
        g_assert_false(g_str_has_suffix(text, "\n\n"));
        g_assert_null(strstr(text, "\n\n\n"));
    }
    g_rand_free(random);
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/body/text/paragraphs", test_paragraphs);
    g_test_add_func("/body/text/headings", test_headings);
    g_test_add_func("/body/text/emphasis", test_emphasis);
    g_test_add_func("/body/text/lists", test_lists);
    g_test_add_func("/body/text/quotes", test_quotes);
    g_test_add_func("/body/text/code-and-rules", test_code_and_rules);
    g_test_add_func("/body/text/links", test_links);
    g_test_add_func("/body/text/addresses", test_addresses_are_one_harmless_word);
    g_test_add_func("/body/text/pictures", test_pictures);
    g_test_add_func("/body/text/unsafe", test_unsafe_characters);
    g_test_add_func("/body/text/notes", test_notes);
    g_test_add_func("/body/text/note-marks", test_note_marks);
    g_test_add_func("/body/text/deep-containers", test_deep_containers);
    g_test_add_func("/body/text/many-items", test_many_items);
    g_test_add_func("/body/text/deep-inlines", test_deep_inlines);
    g_test_add_func("/body/text/random", test_random_texts_keep_every_word);
    return g_test_run();
}
