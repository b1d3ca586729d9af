/*
 * front_matter_test.c - the borders of a letter, and what its bytes may be.
 */
#include <string.h>

#include "front/front_matter.h"

typedef struct Fixture {
    LetterSource *source;
    LetterDiagnostics *diagnostics;
    LetterFrontMatter split;
    gboolean found;
} Fixture;

static void split(Fixture *fixture, const char *data, gsize size)
{
    g_autoptr(GBytes) bytes = g_bytes_new(data, size);

    fixture->source = letter_source_new("letter.md", bytes);
    fixture->diagnostics = letter_diagnostics_new();
    fixture->found =
        letter_front_matter_split(fixture->source, fixture->diagnostics, &fixture->split);
}

static void clear(Fixture *fixture)
{
    letter_diagnostics_free(fixture->diagnostics);
    letter_source_unref(fixture->source);
}

static void expect_parts(const char *text, const char *head, const char *body)
{
    Fixture fixture;

    split(&fixture, text, strlen(text));
    g_assert_true(fixture.found);
    g_assert_cmpuint(letter_diagnostics_size(fixture.diagnostics), ==, 0);
    g_assert_true(
        letter_slice_equals(letter_source_slice(fixture.source, fixture.split.head), head));
    g_assert_true(
        letter_slice_equals(letter_source_slice(fixture.source, fixture.split.body), body));
    clear(&fixture);
}

static void expect_findings(const char *data, gsize size, gboolean found, const char *findings)
{
    g_autofree char *text = NULL;
    Fixture fixture;

    split(&fixture, data, size);
    text = letter_diagnostics_format(fixture.diagnostics);
    g_assert_cmpstr(text, ==, findings);
    g_assert_cmpint(fixture.found, ==, found);
    clear(&fixture);
}

static void test_borders(void)
{
    expect_parts("---\na: b\n---\nText\n", "a: b\n", "Text\n");
    expect_parts("---\n---\n", "", "");
    expect_parts("---\n---", "", "");
    expect_parts("---  \na: b\n--- \t\nText\n---\nmore", "a: b\n", "Text\n---\nmore");
    expect_parts("---\r\na: b\r\n---\r\nText\r\n", "a: b\r\n", "Text\r\n");
    expect_parts("---\ra: b\r---\rText", "a: b\r", "Text");
    expect_parts("\xEF\xBB\xBF---\na: b\n---\nText\n", "a: b\n", "Text\n");
    expect_parts("---\na: |\n  ---\n----\n---\n", "a: |\n  ---\n----\n", "");
}

static void test_a_head_that_is_missing_or_open(void)
{
    static const char missing[] =
        "letter.md:1:1: error: a letter begins with its front matter: a line '---', keys such as "
        "'title:', and a line '---' [head-missing]\n";
    static const char open[] = "letter.md:1:1: error: the front matter that begins here has no "
                               "closing '---' [head-open]\n";

    expect_findings("", 0, FALSE, missing);
    expect_findings("\xEF\xBB\xBF", 3, FALSE, missing);
    expect_findings("\n---\n", 5, FALSE, missing);
    expect_findings("# Text\n---\n---\n", 15, FALSE, missing);
    expect_findings("--", 2, FALSE, missing);
    expect_findings("---", 3, FALSE, open);
    expect_findings("---\na: b\n ---\n", 14, FALSE, open);
}

#define DATA(text) text, sizeof text - 1

static void test_bytes_that_are_not_utf8(void)
{
    expect_findings(DATA("---\n---\nab \xE9\xE8 c\n\xFF"), FALSE,
                    "letter.md:3:4: error: byte 0xE9 is not valid UTF-8; save the file as UTF-8 "
                    "[not-utf8]\n"
                    "letter.md:4:1: error: byte 0xFF is not valid UTF-8; save the file as UTF-8 "
                    "[not-utf8]\n");
    /* Cut within a character, too long a form, a surrogate. */
    expect_findings(DATA("---\n---\n\xC3"), FALSE,
                    "letter.md:3:1: error: byte 0xC3 is not valid UTF-8; save the file as UTF-8 "
                    "[not-utf8]\n");
    expect_findings(DATA("---\n---\n\xC0\xAF."), FALSE,
                    "letter.md:3:1: error: byte 0xC0 is not valid UTF-8; save the file as UTF-8 "
                    "[not-utf8]\n");
    expect_findings(DATA("---\n---\n\xED\xA0\x80."), FALSE,
                    "letter.md:3:1: error: byte 0xED is not valid UTF-8; save the file as UTF-8 "
                    "[not-utf8]\n");
}

static void test_characters_that_are_forbidden(void)
{
    expect_findings(DATA("---\na: \0\n---\n\x1B[1m \x7F\n\xC2\x85\n"), TRUE,
                    "letter.md:2:4: error: control character U+0000 in the text; remove it "
                    "[control-character]\n"
                    "letter.md:4:1: error: control character U+001B in the text; remove it "
                    "[control-character]\n"
                    "letter.md:4:6: error: control character U+007F in the text; remove it "
                    "[control-character]\n"
                    "letter.md:5:1: error: control character U+0085 in the text; remove it "
                    "[control-character]\n");
    expect_findings(DATA("---\n---\nå\xE2\x80\xA8\xE2\x80\xA9"), TRUE,
                    "letter.md:3:2: error: U+2028 is a line end that most programs do not know; "
                    "use a plain line end [line-separator]\n"
                    "letter.md:3:3: error: U+2029 is a line end that most programs do not know; "
                    "use a plain line end [line-separator]\n");
    expect_findings(DATA("---\n---\n\xEF\xB7\x90\xEF\xBF\xBF"), TRUE,
                    "letter.md:3:1: error: control character U+FDD0 in the text; remove it "
                    "[control-character]\n"
                    "letter.md:3:2: error: control character U+FFFF in the text; remove it "
                    "[control-character]\n");
    /* Neighbours of what is forbidden, and marks that others judge. */
    expect_findings(DATA("---\n---\n\t\xC2\xA0\xE2\x80\xA7\xE2\x80\xAE\xEF\xBB\xBF\xEF\xBC\x8C"
                         "\xEF\xBF\xBD\r\n"),
                    TRUE, "");
}

static void test_findings_are_capped(void)
{
    g_autoptr(GString) text = g_string_new("---\n---\n");
    Fixture fixture;

    for (guint i = 0; i < 5000; i++)
        g_string_append(text, "a\xFF\x01");
    split(&fixture, text->str, text->len);
    g_assert_false(fixture.found);
    g_assert_cmpuint(letter_diagnostics_size(fixture.diagnostics), ==, 40);
    clear(&fixture);
}

/* Every string of three bytes out of a set that holds each kind. */
static void test_torn_files(void)
{
    static const guchar set[] = {
        0, '\n', '\r', '-', 'a', 0x85, 0xBF, 0xC2, 0xE2, 0xEF, 0xF4, 0xFF
    };
    const guint count = G_N_ELEMENTS(set);

    for (guint i = 0; i < count * count * count; i++) {
        char text[] = { '-',
                        '-',
                        '-',
                        '\n',
                        (char)set[i % count],
                        (char)set[i / count % count],
                        (char)set[i / count / count] };

        for (gsize size = 0; size <= sizeof text; size++) {
            Fixture fixture;

            split(&fixture, text, size);
            g_assert_true(!fixture.found || fixture.split.body.start == size);
            clear(&fixture);
        }
    }
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/front/front-matter/borders", test_borders);
    g_test_add_func("/front/front-matter/missing-or-open", test_a_head_that_is_missing_or_open);
    g_test_add_func("/front/front-matter/not-utf8", test_bytes_that_are_not_utf8);
    g_test_add_func("/front/front-matter/forbidden", test_characters_that_are_forbidden);
    g_test_add_func("/front/front-matter/capped", test_findings_are_capped);
    g_test_add_func("/front/front-matter/torn", test_torn_files);
    return g_test_run();
}
