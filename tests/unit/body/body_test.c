/*
 * body_test.c - what is found wrong in a body, and where; notes and links.
 */
#include <string.h>

#include "body/body.h"
#include "body/tree.h"

#define SEED 20260607

typedef struct Fixture {
    LetterSource *source;
    LetterDiagnostics *diagnostics;
    LetterBody *body;
} Fixture;

static void parse_with(Fixture *fixture, const char *text, gsize size,
                       const LetterBodyOptions *options)
{
    g_autoptr(GBytes) bytes = g_bytes_new(text, size);
    g_autoptr(LetterOffsetMap) map = letter_offset_map_new();

    fixture->source = letter_source_new("a.md", bytes);
    fixture->diagnostics = letter_diagnostics_new();
    letter_offset_map_add(map, 0, 0);
    fixture->body = letter_body_parse(fixture->source,
                                      letter_source_slice(fixture->source, (LetterSpan){ 0, size }),
                                      map, options, fixture->diagnostics);
}

static void parse(Fixture *fixture, const char *text)
{
    static const LetterBodyOptions none = { 0 };

    parse_with(fixture, text, strlen(text), &none);
}

static void clear(Fixture *fixture)
{
    letter_body_free(fixture->body);
    letter_diagnostics_free(fixture->diagnostics);
    letter_source_unref(fixture->source);
}

/* The findings as "slug: what they stand at", in the order of the text. */
static char *list_findings(const Fixture *fixture)
{
    GString *list = g_string_new(NULL);

    letter_diagnostics_sort(fixture->diagnostics);
    for (guint i = 0; i < letter_diagnostics_size(fixture->diagnostics); i++) {
        const LetterDiagnostic *finding = letter_diagnostics_get(fixture->diagnostics, i);
        LetterSlice at = letter_source_slice(fixture->source, finding->span);

        g_string_append_printf(list, "%s: %.*s\n", letter_rule_info(finding->rule)->slug,
                               (int)at.size, at.data);
    }
    return g_string_free(list, FALSE);
}

static void expect_with(const LetterBodyOptions *options, const char *text, const char *findings)
{
    g_autofree char *got = NULL;
    Fixture fixture;

    parse_with(&fixture, text, strlen(text), options);
    got = list_findings(&fixture);
    g_assert_cmpstr(got, ==, findings);
    clear(&fixture);
}

static void expect(const char *text, const char *findings)
{
    static const LetterBodyOptions none = { 0 };

    expect_with(&none, text, findings);
}

static void test_footnote_faults(void)
{
    expect("a[^1]\n\n[^1]: b\n", "");
    expect("a[^1] b[^2]\n\n[^1]: b\n", "footnote-undefined: [^2]\n");
    expect("a[^1]\n\n[^1]: b\n[^1]: c\n", "footnote-duplicate: [^1]:\n");
    expect("a[^SS]\n\n[^ß]: b\n[^ss]: c\n", "footnote-duplicate: [^ss]:\n");
    expect("a\n\n> [^1]: b\n", "footnote-undefined: [^1]\n");
    expect("a\n\n[^1]: b\n[^2]: c\n", "footnote-unused: [^1]:\nfootnote-unused: [^2]:\n");
    expect("a\n\n[^1]: b[^2]\n[^2]: c[^3]\n",
           "footnote-unused: [^1]:\nfootnote-unused: [^2]:\nfootnote-undefined: [^3]\n");
    expect("[a[^1]](/b) ![c[^1]](d.png) <https://a.example/[^1]> [^1]\n\n[^1]: b\n",
           "footnote-in-link: [^1]\nfootnote-in-link: [^1]\n");
    expect("`[^a]` ``` [^b] ``` \\[^c] [^d e] [^] [^&amp;]\n\n    [^f]\n\n~~~\n[^g]: h\n~~~\n", "");
    expect("\\\\[^a] \\\\\\[^b]", "footnote-undefined: [^a]\n");
    expect("^&#xFDD0;0^ [^1]\n\n[^1]: x", "control-character: ^&#xFDD0;0^\n");
}

static void test_places_where_definitions_begin(void)
{
    static const char *const defined[] = {
        "a[^1]\n[^1]: b\n",
        "- a[^1]\n[^1]: b\n",
        "> a[^1]\n[^1]: b\n",
        "- ```\n  c\n  ```\n[^1]: b[^1]\n\na[^1]",
        "- c\n\n  ~~~\n  d\n[^1]: b\n\na[^1]",
        "```\nc\n```\n[^1]: b\n\na[^1]",
        "[^1]:\n    b\n\na[^1]",
        "[^1]:b\r\n\r\na[^1]",
        "[^1]: b\r\ra[^1]",
        "a[^\xC3\xA6-_.1]\n\n[^\xC3\x86-_.1]: b",
    };

    for (guint i = 0; i < G_N_ELEMENTS(defined); i++) {
        Fixture fixture;

        parse(&fixture, defined[i]);
        g_assert_cmpuint(letter_diagnostics_size(fixture.diagnostics), ==, 0);
        g_assert_cmpuint(letter_body_note_count(fixture.body), ==, 1);
        clear(&fixture);
    }
}

/* Numbers follow the text, then the notes in their order. */
static void test_note_order(void)
{
    static const char *const labels[] = { "b", "a", "d", "c" };
    static const guint references[] = { 2, 1, 1, 2 };
    Fixture fixture;

    parse(&fixture, "x[^b] y[^a] z[^B]\n\n[^c]: e[^c]\n[^a]: f[^c]\n[^b]: g[^d]\n[^d]: h\n");
    g_assert_cmpuint(letter_diagnostics_size(fixture.diagnostics), ==, 0);
    g_assert_cmpuint(letter_body_note_count(fixture.body), ==, G_N_ELEMENTS(labels));
    letter_body_number_notes(fixture.body, 5);
    for (guint i = 0; i < G_N_ELEMENTS(labels); i++) {
        const LetterNote *note = letter_body_note(fixture.body, i);

        g_assert_cmpstr(note->label, ==, labels[i]);
        g_assert_cmpuint(letter_note_number(note), ==, 5 + i);
        g_assert_cmpuint(letter_note_reference_count(note), ==, references[i]);
        g_assert_cmpint(cmark_node_get_type(note->container), ==, CMARK_NODE_DOCUMENT);
        g_assert_cmpint(cmark_node_get_type(cmark_node_first_child(note->container)), ==,
                        CMARK_NODE_PARAGRAPH);
    }
    clear(&fixture);
}

static void test_link_faults(void)
{
    expect("[a](b) [a](/b) [a](#b) [a](../b) [a]() [a](HTTP://b) [a](mailto:b@c.d) <tel:1>", "");
    expect("[a](java&#115;cript:b) <xx:y> [a](<java&Tab;script:b>)",
           "url-scheme: [a](java&#115;cript:b)\nurl-scheme: <xx:y>\n"
           "url-scheme: [a](<java&Tab;script:b>)\n");
    expect("[a](//b) [a](\\\\\\\\b) [a](/\\\\b) [a](data:image/png;x)",
           "url-scheme: [a](//b)\nurl-scheme: [a](\\\\\\\\b)\nurl-scheme: [a](/\\\\b)\n"
           "url-scheme: [a](data:image/png;x)\n");
    expect("[a *b*][r] c\n\n[r]: blob:x", "url-scheme: [a *b*][r]\n");
    expect("<https://u:p@b.c/d> [a](http:u@b) https://u@b.c/d, [e](https://b.c/@d)",
           "url-credentials: <https://u:p@b.c/d>\nurl-credentials: [a](http:u@b)\n"
           "url-credentials: https://u@b.c/d\n");
}

static void test_picture_faults(void)
{
    static const LetterBodyOptions remote = { .remote_images = TRUE };

    expect("![a](b.png) ![a](b/../c.png) ![](./b)", "");
    expect("![a](/b.png) ![a](b/../../c.png)",
           "path-outside: ![a](/b.png)\npath-outside: ![a](b/../../c.png)\n");
    expect("![a](https://b.c/d) ![a](http://b.c/d) ![a](data:image/png;x)",
           "picture-remote: ![a](https://b.c/d)\npicture-remote: ![a](http://b.c/d)\n"
           "url-scheme: ![a](data:image/png;x)\n");
    expect_with(&remote, "![a](https://b.c/d) ![a](https://u:p@b.c/d)",
                "url-credentials: ![a](https://u:p@b.c/d)\n");
}

static void test_raw_html(void)
{
    static const LetterBodyOptions allowed = { .allow_html = TRUE };

    expect("a <b c='d'>e</b> <!-- f -->\n\n> - <div>\n>   x\n",
           "raw-html: <b c='d'>\nraw-html: </b>\nraw-html: <!-- f -->\nraw-html: <div>\n");
    expect("> <b\nc> d @ e.f <i>", "raw-html: <b\nc>\nraw-html: <i>\n");
    expect_with(&allowed, "a <b>c</b>\n\n<div>\n", "");
}

static void test_torn_links(void)
{
    expect("https://a.b/_c_/d *https://a.b/c* **x@y.z** https://a.b/c_d_e",
           "link-torn: https://a.b/\n");
    expect("https://a.b/c*d*/e", "link-torn: https://a.b/c\n");
}

static void test_bidi_controls(void)
{
    Fixture fixture;
    g_autofree char *findings = NULL, *words = NULL;

    parse(&fixture, "a\xE2\x80\xAE"
                    "b\xEF\xBB\xBF c \xE2\x81\xA6<b> &#x202E;d&#x2028;e &#7;");
    findings = list_findings(&fixture);
    g_assert_cmpstr(findings, ==,
                    "bidi-control-dropped: \xE2\x80\xAE\nbidi-control-dropped: \xEF\xBB\xBF\n"
                    "bidi-control-dropped: \xE2\x81\xA6\nraw-html: <b>\n"
                    "bidi-control-dropped: &#x202E;\ncontrol-character: &#x2028;\n"
                    "control-character: &#7;\n");
    words = letter_body_first_paragraph(fixture.body);
    g_assert_cmpstr(words, ==, "ab c  de");
    clear(&fixture);
}

static void test_bounds(void)
{
    g_autoptr(GString) text = g_string_new("a\n\n");
    g_autofree char *line = NULL;
    LetterBodyOptions options = { 0 };
    Fixture fixture;

    for (guint i = 0; i < 101; i++)
        g_string_append(text, "> ");
    line = g_strdup_printf("body-too-complex: %s\n", text->str + strlen("a\n\n"));
    expect(text->str, line);
    g_string_set_size(text, 4 * 1024 * 1024 + 1);
    memset(text->str, 'a', text->len);
    parse_with(&fixture, text->str, text->len, &options);
    g_assert_cmpint(letter_diagnostics_get(fixture.diagnostics, 0)->rule, ==,
                    LETTER_RULE_BODY_TOO_LARGE);
    g_assert_true(letter_body_is_empty(fixture.body));
    clear(&fixture);
    parse_with(&fixture, text->str, text->len - 1, &options);
    g_assert_cmpuint(letter_diagnostics_size(fixture.diagnostics), ==, 0);
    g_assert_false(letter_body_is_empty(fixture.body));
    clear(&fixture);
}

static void test_blocks_nested_line_by_line(void)
{
    g_autoptr(GString) text = g_string_new(NULL);
    Fixture fixture;

    for (guint i = 0; i < 250; i++)
        g_string_append_printf(text, "%*s- a\n", (int)(2 * i), "");
    parse(&fixture, text->str);
    g_assert_cmpint(letter_diagnostics_get(fixture.diagnostics, 0)->rule, ==,
                    LETTER_RULE_BODY_TOO_COMPLEX);
    clear(&fixture);
}

static void test_links_and_pictures(void)
{
    Fixture fixture;
    const GArray *links, *pictures;

    parse(&fixture, "> [a](/b) www.c.d, e@f.gh\n> ![i](j%20k.png \"l\")\n\nm[^1]\n\n"
                    "[^1]: ![](n.png) <o@p.q>");
    links = letter_body_links(fixture.body);
    pictures = letter_body_pictures(fixture.body);
    g_assert_cmpuint(links->len, ==, 4);
    g_assert_cmpstr(g_array_index(links, LetterBodyLink, 0).address, ==, "/b");
    g_assert_cmpstr(g_array_index(links, LetterBodyLink, 1).address, ==, "https://www.c.d");
    g_assert_cmpstr(g_array_index(links, LetterBodyLink, 2).address, ==, "mailto:e@f.gh");
    g_assert_cmpstr(g_array_index(links, LetterBodyLink, 3).address, ==, "mailto:o@p.q");
    g_assert_cmpuint(pictures->len, ==, 2);
    g_assert_cmpstr(g_array_index(pictures, LetterBodyPicture, 0).src, ==, "j%20k.png");
    g_assert_true(letter_slice_equals(
        letter_source_slice(fixture.source, g_array_index(pictures, LetterBodyPicture, 0).span),
        "![i](j%20k.png \"l\")"));
    g_assert_cmpstr(g_array_index(pictures, LetterBodyPicture, 1).src, ==, "n.png");
    clear(&fixture);
}

static void test_headings(void)
{
    static const char *const ids[] = { "a-b", "a-b-2", "section", "a-b-2-2", "a-b-3", "section-2" };
    Fixture fixture;
    guint i = 0;

    parse(&fixture, "## A *b*\n\n### A b\n\n## !\n\n## A b 2\n\n> ## a `b`\n\n- #### ?\n");
    g_assert_cmpuint(letter_body_top_heading(fixture.body), ==, 2);
    for (cmark_node *node = letter_body_root(fixture.body); node != NULL;
         node = letter_tree_next_block(letter_body_root(fixture.body), node)) {
        if (cmark_node_get_type(node) == CMARK_NODE_HEADING)
            g_assert_cmpstr(letter_body_heading_id(fixture.body, node), ==, ids[i++]);
    }
    g_assert_cmpuint(i, ==, G_N_ELEMENTS(ids));
    clear(&fixture);
}

static void test_summary(void)
{
    static const struct {
        const char *text;
        const char *words;
    } cases[] = {
        { "# a\n\n![b](c.png)\n\nd *e*\nf[^1] `g` [h](i)\n\n[^1]: j", "d e f g h" },
        { "> a\n", NULL },
        { "", NULL },
    };

    for (guint i = 0; i < G_N_ELEMENTS(cases); i++) {
        g_autofree char *words = NULL;
        Fixture fixture;

        parse(&fixture, cases[i].text);
        words = letter_body_first_paragraph(fixture.body);
        g_assert_cmpstr(words, ==, cases[i].words);
        clear(&fixture);
    }
}

/* Whatever the text, what is found lies within it. */
static void test_random_texts(void)
{
    static const char *const pieces[] = {
        "[^a]",
        "[^a]:",
        "[^b]: ",
        "\n",
        "\n\n",
        "    ",
        "\t",
        "> ",
        "- ",
        "1. ",
        "```",
        "~~~\n",
        "`",
        "*",
        "_",
        "[",
        "](",
        ")",
        "![",
        "<b>",
        "<!--",
        "-->",
        "&amp;",
        "&#8234;",
        "\\",
        "\r",
        "word",
        "é",
        "www.a.b ",
        "https://a.b/",
        "a@b.c",
        "(",
        "\"",
        "[a]: b",
        "# ",
        "===",
        "---",
        "\xEF\xBB\xBF",
        "\xE2\x80\xAE",
        ("^\xEF\xB7\x90"
         "0^"),
        "\xFF",
        " ",
        "<",
        ">",
    };
    static const LetterBodyOptions options[] = { { 0 }, { TRUE, TRUE, TRUE } };
    GRand *random = g_rand_new_with_seed(SEED);

    g_test_message("seed %d", SEED);
    for (guint i = 0; i < 5000; i++) {
        g_autoptr(GString) text = g_string_new(NULL);
        gint count = g_rand_int_range(random, 1, 60);
        Fixture fixture;

        while (count-- > 0)
            g_string_append(text, pieces[g_rand_int_range(random, 0, G_N_ELEMENTS(pieces))]);
        parse_with(&fixture, text->str, text->len, &options[i % 2]);
        for (guint j = 0; j < letter_diagnostics_size(fixture.diagnostics); j++) {
            LetterSpan span = letter_diagnostics_get(fixture.diagnostics, j)->span;

            g_assert_cmpuint(span.start, <=, span.end);
            g_assert_cmpuint(span.end, <=, text->len);
        }
        clear(&fixture);
    }
    g_rand_free(random);
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/body/footnote-faults", test_footnote_faults);
    g_test_add_func("/body/definitions", test_places_where_definitions_begin);
    g_test_add_func("/body/note-order", test_note_order);
    g_test_add_func("/body/link-faults", test_link_faults);
    g_test_add_func("/body/picture-faults", test_picture_faults);
    g_test_add_func("/body/raw-html", test_raw_html);
    g_test_add_func("/body/torn-links", test_torn_links);
    g_test_add_func("/body/bidi-controls", test_bidi_controls);
    g_test_add_func("/body/bounds", test_bounds);
    g_test_add_func("/body/nested", test_blocks_nested_line_by_line);
    g_test_add_func("/body/links-and-pictures", test_links_and_pictures);
    g_test_add_func("/body/headings", test_headings);
    g_test_add_func("/body/summary", test_summary);
    g_test_add_func("/body/random", test_random_texts);
    return g_test_run();
}
