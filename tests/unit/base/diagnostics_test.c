/*
 * diagnostics_test.c - findings: what they say, where, in which order.
 */
#include <string.h>

#include "base/diagnostics.h"

static LetterSource *make(const char *name, const char *text)
{
    g_autoptr(GBytes) bytes = g_bytes_new(text, strlen(text));

    return letter_source_new(name, bytes);
}

static void expect(LetterDiagnostics *diagnostics, const char *text)
{
    g_autofree char *found = letter_diagnostics_format(diagnostics);

    g_assert_cmpstr(found, ==, text);
}

static void test_a_finding_is_a_line(void)
{
    g_autoptr(LetterSource) source = make("pact.md", "---\nåæ: x\n");
    g_autoptr(LetterDiagnostics) diagnostics = letter_diagnostics_new();

    g_assert_false(letter_diagnostics_add_with(diagnostics, LETTER_RULE_UNKNOWN_KEY, source,
                                               (LetterSpan){ 4, 8 }, "signatorys", "signatories",
                                               NULL));
    expect(diagnostics, "pact.md:2:1: error: unknown key 'signatorys'; did you mean 'signatories'? "
                        "[unknown-key]\n");
    g_assert_true(letter_diagnostics_has_errors(diagnostics));
    g_assert_cmpuint(letter_diagnostics_count(diagnostics, LETTER_SEVERITY_ERROR), ==, 1);
    g_assert_cmpuint(letter_diagnostics_count(diagnostics, LETTER_SEVERITY_NOTE), ==, 0);
}

static void test_a_hint_without_its_detail_is_left_out(void)
{
    g_autoptr(LetterSource) source = make("pact.md", "x");
    g_autoptr(LetterDiagnostics) diagnostics = letter_diagnostics_new();

    letter_diagnostics_add_with(diagnostics, LETTER_RULE_UNKNOWN_KEY, source, (LetterSpan){ 0, 1 },
                                "x", NULL);
    expect(diagnostics, "pact.md:1:1: error: unknown key 'x' [unknown-key]\n");
}

static void test_findings_stand_in_the_order_of_the_text(void)
{
    g_autoptr(LetterSource) first = make("a.md", "one\ntwo\n");
    g_autoptr(LetterSource) second = make("b.md", "one\n");
    g_autoptr(LetterDiagnostics) diagnostics = letter_diagnostics_new();

    letter_diagnostics_add(diagnostics, LETTER_RULE_HEAD_OPEN, second, (LetterSpan){ 0, 3 });
    letter_diagnostics_add(diagnostics, LETTER_RULE_RAW_HTML, first, (LetterSpan){ 4, 7 });
    letter_diagnostics_add(diagnostics, LETTER_RULE_URL_CREDENTIALS, first, (LetterSpan){ 0, 3 });
    letter_diagnostics_add(diagnostics, LETTER_RULE_FOOTNOTE_IN_LINK, first, (LetterSpan){ 0, 3 });
    letter_diagnostics_sort(diagnostics);
    g_assert_cmpuint(letter_diagnostics_size(diagnostics), ==, 4);
    g_assert_cmpint(letter_diagnostics_get(diagnostics, 0)->rule, ==, LETTER_RULE_URL_CREDENTIALS);
    g_assert_cmpint(letter_diagnostics_get(diagnostics, 1)->rule, ==, LETTER_RULE_FOOTNOTE_IN_LINK);
    g_assert_cmpint(letter_diagnostics_get(diagnostics, 2)->rule, ==, LETTER_RULE_RAW_HTML);
    g_assert_cmpint(letter_diagnostics_get(diagnostics, 3)->rule, ==, LETTER_RULE_HEAD_OPEN);
}

static void test_what_is_found_twice_is_said_once(void)
{
    g_autoptr(GBytes) bytes = g_bytes_new_static("abc\n", 4);
    g_autoptr(LetterSource) source = letter_source_new("a.md", bytes);
    g_autoptr(LetterDiagnostics) diagnostics = letter_diagnostics_new();

    for (guint i = 0; i < 3; i++) {
        letter_diagnostics_add(diagnostics, LETTER_RULE_RAW_HTML, source, (LetterSpan){ 1, 2 });
        letter_diagnostics_add_with(diagnostics, LETTER_RULE_MISSING_KEY, source,
                                    (LetterSpan){ 1, 2 }, i == 1 ? "date" : "title", NULL);
    }
    letter_diagnostics_sort(diagnostics);
    g_assert_cmpuint(letter_diagnostics_size(diagnostics), ==, 3);
    g_assert_cmpuint(letter_diagnostics_count(diagnostics, LETTER_SEVERITY_ERROR), ==, 3);
    g_assert_cmpuint(letter_diagnostics_get(diagnostics, 0)->rule, ==, LETTER_RULE_RAW_HTML);
}

static void test_details_cannot_disturb_a_terminal(void)
{
    g_autoptr(LetterSource) source = make("pact.md", "x");
    g_autoptr(LetterDiagnostics) diagnostics = letter_diagnostics_new();

    letter_diagnostics_add_with(diagnostics, LETTER_RULE_DUPLICATE_KEY, source,
                                (LetterSpan){ 0, 1 }, "a\x1B[31m\r\n\xE2\x80\xAE\xFFz", NULL);
    expect(diagnostics, "pact.md:1:1: error: the key 'a\\u{001B}[31m\\u{000D}\\u{000A}\\u{202E}"
                        "\\xFFz' is given twice [duplicate-key]\n");
}

static void test_a_long_detail_is_cut(void)
{
    g_autoptr(LetterSource) source = make("pact.md", "x");
    g_autoptr(LetterDiagnostics) diagnostics = letter_diagnostics_new();
    g_autofree char *detail = g_strnfill(81, 'a');
    g_autofree char *shown = g_strnfill(80, 'a');
    g_autofree char *line = g_strconcat("pact.md:1:1: error: the key '", shown,
                                        "…' is given twice [duplicate-key]\n", NULL);

    letter_diagnostics_add_with(diagnostics, LETTER_RULE_DUPLICATE_KEY, source,
                                (LetterSpan){ 0, 1 }, detail, NULL);
    expect(diagnostics, line);
}

static gboolean stands_in(G_GNUC_UNUSED const LetterDiagnostic *finding, guint line,
                          gconstpointer data)
{
    return line == *(const guint *)data;
}

static void test_a_name_cannot_disturb_a_terminal(void)
{
    g_autoptr(LetterSource) source = make("a\nb\x1B\xFF.md", "one\n");
    g_autoptr(LetterDiagnostics) diagnostics = letter_diagnostics_new();

    letter_diagnostics_add(diagnostics, LETTER_RULE_HEAD_OPEN, source, (LetterSpan){ 0, 1 });
    expect(diagnostics, "a\\u{000A}b\\u{001B}\\xFF.md:1:1: error: the front matter that begins "
                        "here has no closing '---' [head-open]\n");
}

static void test_what_is_meant_is_dropped(void)
{
    guint line;
    g_autoptr(LetterSource) source = make("a.md", "one\ntwo\nthree\n");
    g_autoptr(LetterSource) other = make("b.md", "one\n");
    g_autoptr(LetterDiagnostics) diagnostics = letter_diagnostics_new();

    letter_diagnostics_add_with(diagnostics, LETTER_RULE_FOOTNOTE_UNUSED, source,
                                (LetterSpan){ 4, 5 }, "x", NULL);
    letter_diagnostics_add(diagnostics, LETTER_RULE_HEAD_OPEN, source, (LetterSpan){ 4, 5 });
    letter_diagnostics_add_with(diagnostics, LETTER_RULE_FOOTNOTE_UNUSED, source,
                                (LetterSpan){ 0, 1 }, "y", NULL);
    letter_diagnostics_add_with(diagnostics, LETTER_RULE_FOOTNOTE_UNUSED, other,
                                (LetterSpan){ 0, 1 }, "z", NULL);
    line = 3;
    g_assert_cmpuint(letter_diagnostics_allow(diagnostics, source, stands_in, &line), ==, 0);
    line = 2;
    g_assert_cmpuint(letter_diagnostics_allow(diagnostics, source, stands_in, &line), ==, 1);
    line = 1;
    g_assert_cmpuint(letter_diagnostics_allow(diagnostics, source, stands_in, &line), ==, 1);
    g_assert_cmpuint(letter_diagnostics_count(diagnostics, LETTER_SEVERITY_WARNING), ==, 1);
    expect(diagnostics, "a.md:2:1: error: the front matter that begins here has no closing '---' "
                        "[head-open]\n"
                        "b.md:1:1: warning: nothing refers to the footnote 'z' "
                        "[footnote-unused]\n");
}

static void test_endless_findings_are_counted_not_kept(void)
{
    g_autofree char *text = g_strnfill(30000, 'x');
    g_autoptr(LetterSource) source = make("a.md", text);
    g_autoptr(LetterSource) other = make("b.md", "one\n");
    g_autoptr(LetterDiagnostics) diagnostics = letter_diagnostics_new();

    for (gsize i = 0; i < 30000; i++)
        letter_diagnostics_add(diagnostics, LETTER_RULE_HEAD_OPEN, source,
                               (LetterSpan){ i, i + 1 });
    letter_diagnostics_add(diagnostics, LETTER_RULE_HEAD_OPEN, other, (LetterSpan){ 0, 1 });
    g_assert_cmpuint(letter_diagnostics_count(diagnostics, LETTER_SEVERITY_ERROR), ==, 30001);
    g_assert_cmpuint(letter_diagnostics_size(diagnostics), ==, 20002);
    letter_diagnostics_sort(diagnostics);
    g_assert_cmpint(letter_diagnostics_get(diagnostics, 20000)->rule, ==,
                    LETTER_RULE_TOO_MANY_FINDINGS);
}

static void test_what_is_left_out_is_a_warning(void)
{
    g_autofree char *text = g_strnfill(30000, 'x');
    g_autoptr(LetterSource) source = make("a.md", text);
    g_autoptr(LetterDiagnostics) diagnostics = letter_diagnostics_new();
    LetterDiagnosticsMark mark;

    letter_diagnostics_add(diagnostics, LETTER_RULE_HEAD_OPEN, source, (LetterSpan){ 0, 1 });
    mark = letter_diagnostics_mark(diagnostics);
    letter_diagnostics_add(diagnostics, LETTER_RULE_FOOTNOTE_UNUSED, source, (LetterSpan){ 1, 2 });
    g_assert_false(letter_diagnostics_has_errors_since(diagnostics, mark));
    /* Those that are not kept are counted all the same. */
    for (gsize i = 0; i < 30000; i++)
        letter_diagnostics_add(diagnostics, LETTER_RULE_HEAD_OPEN, source,
                               (LetterSpan){ i, i + 1 });
    g_assert_true(letter_diagnostics_has_errors_since(diagnostics, mark));
    letter_diagnostics_demote_since(diagnostics, mark);
    g_assert_cmpuint(letter_diagnostics_count(diagnostics, LETTER_SEVERITY_ERROR), ==, 1);
    g_assert_cmpuint(letter_diagnostics_count(diagnostics, LETTER_SEVERITY_WARNING), ==, 30001);
    g_assert_cmpint(letter_diagnostics_get(diagnostics, 0)->severity, ==, LETTER_SEVERITY_ERROR);
    g_assert_cmpint(letter_diagnostics_get(diagnostics, 2)->severity, ==, LETTER_SEVERITY_WARNING);
    letter_diagnostics_demote_since(diagnostics, letter_diagnostics_mark(diagnostics));
    g_assert_cmpuint(letter_diagnostics_count(diagnostics, LETTER_SEVERITY_ERROR), ==, 1);
}

static void test_every_rule_has_a_slug_of_its_own(void)
{
    for (guint rule = 0; rule < LETTER_RULE_COUNT; rule++) {
        const char *slug = letter_rule_info((LetterRule)rule)->slug;

        g_assert_cmpuint(letter_rule_find(slug), ==, rule);
        g_assert_cmpuint(strspn(slug, "abcdefghijklmnopqrstuvwxyz0123456789-"), ==, strlen(slug));
    }
    g_assert_cmpuint(letter_rule_find("no-such-rule"), ==, LETTER_RULE_COUNT);
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/base/diagnostics/line", test_a_finding_is_a_line);
    g_test_add_func("/base/diagnostics/hint", test_a_hint_without_its_detail_is_left_out);
    g_test_add_func("/base/diagnostics/order", test_findings_stand_in_the_order_of_the_text);
    g_test_add_func("/base/diagnostics/twice", test_what_is_found_twice_is_said_once);
    g_test_add_func("/base/diagnostics/hostile", test_details_cannot_disturb_a_terminal);
    g_test_add_func("/base/diagnostics/name", test_a_name_cannot_disturb_a_terminal);
    g_test_add_func("/base/diagnostics/long", test_a_long_detail_is_cut);
    g_test_add_func("/base/diagnostics/catalogue", test_every_rule_has_a_slug_of_its_own);
    g_test_add_func("/base/diagnostics/allow", test_what_is_meant_is_dropped);
    g_test_add_func("/base/diagnostics/endless", test_endless_findings_are_counted_not_kept);
    g_test_add_func("/base/diagnostics/left-out", test_what_is_left_out_is_a_warning);
    return g_test_run();
}
