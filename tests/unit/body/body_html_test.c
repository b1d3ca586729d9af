/*
 * body_html_test.c - a parsed text as HTML, and as cmark would write it.
 */
#include <string.h>

#include "body/body_html.h"
#include "body/references.h"
#include "body/tree.h"

#define SEED 20260305

static const LetterHtmlDialect plain = { .heading_base = 2 };

static LetterBody *parse(const char *text, gboolean allow_html)
{
    g_autoptr(GBytes) bytes = g_bytes_new(text, strlen(text));
    g_autoptr(LetterSource) source = letter_source_new("test", bytes);
    g_autoptr(LetterOffsetMap) map = letter_offset_map_new();
    g_autoptr(LetterDiagnostics) diagnostics = letter_diagnostics_new();
    LetterBodyOptions options = { .allow_html = allow_html };

    letter_offset_map_add(map, 0, 0);
    return letter_body_parse(source, letter_slice(text), map, &options, diagnostics);
}

static char *render(const LetterBody *body, const LetterHtmlDialect *dialect)
{
    GString *out = g_string_new(NULL);
    g_autoptr(LetterSink) sink = letter_sink_new_for_string(out);

    letter_body_render_html(body, dialect, sink);
    return g_string_free(out, FALSE);
}

static void expect_in(const LetterHtmlDialect *dialect, const char *text, const char *html)
{
    g_autoptr(LetterBody) body = parse(text, FALSE);
    g_autofree char *got = render(body, dialect);

    g_assert_cmpstr(got, ==, html);
}

static void expect(const char *text, const char *html)
{
    expect_in(&plain, text, html);
}

static void test_blocks(void)
{
    expect("", "");
    expect("a\nb  \nc", "<p>a\nb<br>\nc</p>\n");
    expect("> a\n>\n> b", "<blockquote>\n<p>a</p>\n<p>b</p>\n</blockquote>\n");
    expect("- a\n- b", "<ul>\n<li>a</li>\n<li>b</li>\n</ul>\n");
    expect("7. a\n\n8. b",
           "<ol start=\"7\">\n<li>\n<p>a</p>\n</li>\n<li>\n<p>b</p>\n</li>\n</ol>\n");
    expect("a\n\n***\n\nb", "<p>a</p>\n<hr>\n<p>b</p>\n");
    expect("``` c x\na < b\n```", "<pre><code class=\"language-c\">a &lt; b\n</code></pre>\n");
}

static void test_inlines(void)
{
    expect("*a* **b** `c<`", "<p><em>a</em> <strong>b</strong> <code>c&lt;</code></p>\n");
    expect("a \"b\" & 'c' \\<d\\>", "<p>a &quot;b&quot; &amp; 'c' &lt;d&gt;</p>\n");
    expect("[a](https://a.example/?x=1&y=æ 'T \"')",
           "<p><a href=\"https://a.example/?x=1&amp;y=%C3%A6\" title=\"T &quot;\">a</a></p>\n");
    expect("a ![*b* \"c\"\nd](p.jpg 'T') e",
           "<p>a <img src=\"p.jpg\" alt=\"b &quot;c&quot; d\" title=\"T\"> e</p>\n");
}

static void test_headings(void)
{
    LetterHtmlDialect fragment = { .heading_base = 3, .id_prefix = "pact-" };

    expect("## A b\n\n### C\n\n## A b",
           "<h2 id=\"a-b\">A b</h2>\n<h3 id=\"c\">C</h3>\n<h2 id=\"a-b-2\">A b</h2>\n");
    expect("##\n\na", "<p>a</p>\n");
    expect_in(&fragment, "# A\n\n## B", "<h3 id=\"pact-a\">A</h3>\n<h4 id=\"pact-b\">B</h4>\n");
}

static void test_outlines_have_no_gaps(void)
{
    expect("# a\n\n#### b\n\n> ###### c\n\n### d\n\n## e",
           "<h2 id=\"a\">a</h2>\n<h3 id=\"b\">b</h3>\n<blockquote>\n<h4 id=\"c\">c</h4>\n"
           "</blockquote>\n<h3 id=\"d\">d</h3>\n<h3 id=\"e\">e</h3>\n");
    expect("### a\n\n# b", "<h2 id=\"a\">a</h2>\n<h2 id=\"b\">b</h2>\n");
    expect("# a\n\n## b\n\n### c\n\n#### d\n\n##### e\n\n###### f",
           "<h2 id=\"a\">a</h2>\n<h3 id=\"b\">b</h3>\n<h4 id=\"c\">c</h4>\n"
           "<h5 id=\"d\">d</h5>\n<h6 id=\"e\">e</h6>\n<h6 id=\"f\">f</h6>\n");
}

static void test_figures(void)
{
    expect("![An *alt*](p.jpg \"A <caption>\")",
           "<figure><img src=\"p.jpg\" alt=\"An alt\"><figcaption>A &lt;caption&gt;</figcaption>"
           "</figure>\n");
    expect("- ![](p.jpg)",
           "<ul>\n<li>\n<figure><img src=\"p.jpg\" alt=\"\"></figure>\n</li>\n</ul>\n");
}

static void test_raw_html(void)
{
    g_autoptr(LetterBody) body = parse("a <b>c</b>\n\n<div>\nd\n</div>", TRUE);
    g_autofree char *html = render(body, &plain);

    g_assert_cmpstr(html, ==, "<p>a <b>c</b></p>\n<div>\nd\n</div>\n");
}

/* References to characters bring what no source may hold. */
static void test_unsafe_characters(void)
{
    expect("a&#7;b&#13;c&#x202E;d&#xFFFE;e&#x2028;f&#133;g", "<p>abcdefg</p>\n");
    expect("`&#7;`", "<p><code>&amp;#7;</code></p>\n");
    expect("[a](https://a.example/&#x202E;&#10;b)",
           "<p><a href=\"https://a.example/%E2%80%AE%0Ab\">a</a></p>\n");
    expect("![&#x202E;a](p.jpg '&#8;b')",
           "<figure><img src=\"p.jpg\" alt=\"a\"><figcaption>b</figcaption></figure>\n");
}

static const char *style_of(gconstpointer data, const char *role)
{
    (void)data;
    if (g_str_equal(role, "p"))
        return "margin: 0";
    if (g_str_equal(role, "h2"))
        return "font: \"A\"";
    return g_str_equal(role, "link") || g_str_equal(role, "picture") ? "color: red" : NULL;
}

static LetterPictureAddress picture_of(gconstpointer data, const char *src)
{
    return (LetterPictureAddress){ g_strconcat(data, src, NULL), 640, 480 };
}

static char *link_of(gconstpointer data, const char *address)
{
    return g_strconcat(data, address, NULL);
}

static void test_dialect(void)
{
    LetterHtmlDialect mail = {
        .style = style_of,
        .picture = picture_of,
        .link = link_of,
        .data = "cid:",
        .heading_base = 2,
    };

    expect_in(
        &mail, "# A\n\n[b](c) ![d](e)",
        "<h2 id=\"a\" style=\"font: &quot;A&quot;\">A</h2>\n"
        "<p style=\"margin: 0\"><a href=\"cid:c\" style=\"color: red\">b</a> "
        "<img src=\"cid:e\" width=\"640\" height=\"480\" alt=\"d\" style=\"color: red\"></p>\n");
}

static char *render_note(const char *text, guint references, const LetterHtmlDialect *dialect)
{
    GString *out = g_string_new(NULL);
    g_autoptr(LetterSink) sink = letter_sink_new_for_string(out);
    LetterNote note = {
        .container = cmark_parse_document(text, strlen(text), CMARK_OPT_DEFAULT),
        .number = 3,
        .references = references,
    };

    letter_note_render_html(&note, dialect, sink);
    cmark_node_free(note.container);
    return g_string_free(out, FALSE);
}

static void test_notes(void)
{
    LetterHtmlDialect dialect = { .id_prefix = "x-", .heading_base = 2, .back_label = "Back" };
    g_autofree char *one = render_note("a\n\nb", 1, &dialect);
    g_autofree char *two = render_note("- a", 2, &plain);

    g_assert_cmpstr(one, ==,
                    "<p>a</p>\n<p>b <a href=\"#x-fnref-3\" role=\"doc-backlink\" "
                    "aria-label=\"Back\">↩\uFE0E</a></p>\n");
    g_assert_cmpstr(two, ==,
                    "<ul>\n<li>a</li>\n</ul>\n<p><a href=\"#fnref-3\" role=\"doc-backlink\">"
                    "↩\uFE0E</a> <a href=\"#fnref-3-2\" role=\"doc-backlink\">↩\uFE0E"
                    "<sup>2</sup></a></p>\n");
}

static void test_note_marks(void)
{
    g_autoptr(LetterBody) body = parse("a", FALSE);
    LetterHtmlDialect dialect = { .id_prefix = "x-", .heading_base = 2 };
    LetterNote note = { .number = 3 };
    LetterNoteMark mark = { &note, 2 };
    cmark_node *node = cmark_node_new(CMARK_NODE_CUSTOM_INLINE);
    g_autofree char *html = NULL;

    cmark_node_set_user_data(node, &mark);
    cmark_node_append_child(cmark_node_first_child(letter_body_root(body)), node);
    html = render(body, &dialect);
    cmark_node_unlink(node);
    cmark_node_free(node);
    g_assert_cmpstr(html, ==,
                    "<p>a<sup><a href=\"#x-fn-3\" id=\"x-fnref-3-2\" role=\"doc-noteref\">3</a>"
                    "</sup></p>\n");
}

/* Without ids, whose making is not cmark's. */
static char *drop_ids(const char *html)
{
    g_autoptr(GRegex) id = g_regex_new(" id=\"[^\"]*\"", 0, 0, NULL);

    return g_regex_replace(id, html, -1, 0, "", 0, NULL);
}

/* cmark writes XHTML, into the arena of the body. */
static char *render_by_cmark(const LetterBody *body)
{
    const char *html = cmark_render_html(letter_body_root(body), CMARK_OPT_UNSAFE);
    g_auto(GStrv) parts = g_strsplit(html, " />", -1);

    return g_strjoinv(">", parts);
}

static char *make_markdown(GRand *random)
{
    static const char *const pieces[] = {
        "word",
        " ",
        " and ",
        "\n",
        "\n\n",
        "\n> ",
        "\n- ",
        "\n  - ",
        "\n12. ",
        "*",
        "**",
        "_",
        "`",
        "``",
        "\n# ",
        "\n# x\n",
        "\n    code",
        "\n```c\n",
        "\n```\n",
        "\n---\n",
        "[a](b)",
        "[x](<y z> \"t\")",
        "t ![i](j.png 'k')",
        "<https://a.example/?a=b&c=d'e>",
        "&lt;",
        "&copy;",
        "\\*",
        "  \n",
        "æ 日本",
        "\t",
        "\"q\"",
        "\n\n\n",
        "a@b",
    };
    GString *text = g_string_new("t");
    gint count = g_rand_int_range(random, 1, 40);

    for (gint i = 0; i < count; i++)
        g_string_append(text, pieces[g_rand_int_range(random, 0, G_N_ELEMENTS(pieces))]);
    return g_string_free(text, FALSE);
}

/* Levels of headings are ours where there are several. */
static gboolean has_own_form(cmark_node *root, guint top_level)
{
    cmark_iter *iter = cmark_iter_new(root);
    gboolean found = FALSE;

    while (cmark_iter_next(iter) != CMARK_EVENT_DONE) {
        cmark_node *node = cmark_iter_get_node(iter);
        gboolean is_own_heading = cmark_node_get_type(node) == CMARK_NODE_HEADING &&
                                  (cmark_node_first_child(node) == NULL ||
                                   (guint)cmark_node_get_heading_level(node) != top_level);

        found = found || is_own_heading || letter_tree_figure(node) != NULL;
    }
    cmark_iter_free(iter);
    return found;
}

static void test_random_texts_are_as_cmark_writes_them(void)
{
    GRand *random = g_rand_new_with_seed(SEED);
    guint compared = 0;

    g_test_message("seed %d", SEED);
    for (guint round = 0; round < 2000; round++) {
        g_autofree char *text = make_markdown(random);
        g_autoptr(LetterBody) body = parse(text, FALSE);
        LetterHtmlDialect dialect = { .heading_base = letter_body_top_heading(body) };
        g_autofree char *html = NULL;
        g_autofree char *without_ids = NULL;
        g_autofree char *by_cmark = NULL;

        if (has_own_form(letter_body_root(body), dialect.heading_base))
            continue;
        html = render(body, &dialect);
        without_ids = drop_ids(html);
        by_cmark = render_by_cmark(body);
        g_assert_cmpstr(without_ids, ==, by_cmark);
        compared++;
    }
    g_assert_cmpuint(compared, >, 700);
    g_rand_free(random);
}

/* A body is refused long before; who renders does not rely on it. */
static void test_deep_nesting(void)
{
    GString *text = g_string_new(NULL);
    g_autofree char *html = NULL;

    for (guint i = 0; i < 20000; i++)
        g_string_append(text, "*a ");
    for (guint i = 0; i < 20000; i++)
        g_string_append(text, "b*");
    html = render_note(text->str, 1, &plain);
    g_assert_nonnull(strstr(html, "b</em>b</em>"));
    g_string_free(text, TRUE);
}

static void test_references(void)
{
    g_autoptr(LetterReferences) references = letter_references_new(4);

    g_assert_cmpuint(letter_references_add(references, "https://a.example"), ==, 4);
    g_assert_cmpuint(letter_references_add(references, "https://b.example"), ==, 5);
    g_assert_cmpuint(letter_references_add(references, "https://a.example"), ==, 4);
    g_assert_cmpuint(letter_references_count(references), ==, 2);
    g_assert_cmpuint(letter_references_first(references), ==, 4);
    g_assert_cmpstr(letter_references_get(references, 1), ==, "https://b.example");
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/body/html/blocks", test_blocks);
    g_test_add_func("/body/html/inlines", test_inlines);
    g_test_add_func("/body/html/headings", test_headings);
    g_test_add_func("/body/html/outline", test_outlines_have_no_gaps);
    g_test_add_func("/body/html/figures", test_figures);
    g_test_add_func("/body/html/raw", test_raw_html);
    g_test_add_func("/body/html/unsafe", test_unsafe_characters);
    g_test_add_func("/body/html/dialect", test_dialect);
    g_test_add_func("/body/html/notes", test_notes);
    g_test_add_func("/body/html/note-marks", test_note_marks);
    g_test_add_func("/body/html/as-cmark", test_random_texts_are_as_cmark_writes_them);
    g_test_add_func("/body/html/deep", test_deep_nesting);
    g_test_add_func("/body/html/references", test_references);
    return g_test_run();
}
