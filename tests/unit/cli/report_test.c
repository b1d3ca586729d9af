/*
 * report_test.c - findings in each of the forms they are printed in.
 */
#include <string.h>

#include "cli/report.h"

static const LetterReportOptions plain = { .form = LETTER_REPORT_SHORT, .width = 80 };

static LetterSource *make(const char *name, const char *text)
{
    g_autoptr(GBytes) bytes = g_bytes_new(text, strlen(text));

    return letter_source_new(name, bytes);
}

/* A letter with a wrong key in line 2, and a note nothing refers to in line 4. */
static LetterDiagnostics *find(void)
{
    g_autoptr(LetterSource) source = make("a,b.md", "---\ntitel: x\n---\n[^a]: y\n");
    LetterDiagnostics *diagnostics = letter_diagnostics_new();

    letter_diagnostics_add_with(diagnostics, LETTER_RULE_FOOTNOTE_UNUSED, source,
                                (LetterSpan){ 17, 22 }, "a", NULL);
    letter_diagnostics_add_with(diagnostics, LETTER_RULE_UNKNOWN_KEY, source, (LetterSpan){ 4, 9 },
                                "titel", "title", NULL);
    return diagnostics;
}

static void expect(LetterReportOptions options, LetterDiagnostics *diagnostics,
                   const char *expected)
{
    g_autoptr(GString) text = g_string_new(NULL);
    g_autoptr(LetterSink) sink = letter_sink_new_for_string(text);
    g_autoptr(LetterReport) report = letter_report_new(&options, sink);

    letter_report_add(report, diagnostics);
    letter_report_finish(report);
    letter_diagnostics_free(diagnostics);
    g_assert_cmpstr(text->str, ==, expected);
}

static void test_short(void)
{
    expect(plain, find(),
           "a,b.md:2:1: error: unknown key 'titel'; did you mean 'title'? [unknown-key]\n"
           "a,b.md:4:1: warning: nothing refers to the footnote 'a' [footnote-unused]\n");
}

static void test_human(void)
{
    LetterReportOptions options = plain;

    options.form = LETTER_REPORT_HUMAN;
    expect(options, find(),
           "a,b.md:2:1: error: unknown key 'titel'; did you mean 'title'? [unknown-key]\n"
           "    2 | titel: x\n"
           "      | ^~~~~\n"
           "a,b.md:4:1: warning: nothing refers to the footnote 'a' [footnote-unused]\n"
           "    4 | [^a]: y\n"
           "      | ^~~~~\n");
    options.color = TRUE;
    options.quiet = TRUE;
    expect(options, find(),
           "\x1b[1ma,b.md:2:1: \x1b[1;31merror:\x1b[0m unknown key 'titel'; did you mean 'title'? "
           "[unknown-key]\n"
           "    2 | titel: x\n"
           "      | \x1b[1;31m^~~~~\x1b[0m\n");
}

static void test_github(void)
{
    LetterReportOptions options = plain;

    options.form = LETTER_REPORT_GITHUB;
    expect(options, find(),
           "::error file=a%2Cb.md,line=2,col=1,title=unknown-key::unknown key 'titel'; did you "
           "mean 'title'?\n"
           "::warning file=a%2Cb.md,line=4,col=1,title=footnote-unused::nothing refers to the "
           "footnote 'a'\n");
}

static void test_json(void)
{
    LetterReportOptions options = plain;

    options.form = LETTER_REPORT_JSON;
    options.quiet = TRUE;
    expect(options, find(),
           "{\n"
           "  \"diagnostics\": [\n"
           "    {\n"
           "      \"file\": \"a,b.md\",\n"
           "      \"line\": 2,\n"
           "      \"column\": 1,\n"
           "      \"endLine\": 2,\n"
           "      \"endColumn\": 6,\n"
           "      \"severity\": \"error\",\n"
           "      \"rule\": \"unknown-key\",\n"
           "      \"message\": \"unknown key 'titel'; did you mean 'title'?\"\n"
           "    }\n"
           "  ],\n"
           "  \"errors\": 1,\n"
           "  \"warnings\": 1,\n"
           "  \"notes\": 0\n"
           "}\n");
}

static void test_strict_makes_errors_of_warnings(void)
{
    LetterReportOptions options = plain;
    g_autoptr(GString) text = g_string_new(NULL);
    g_autoptr(LetterSink) sink = letter_sink_new_for_string(text);
    g_autoptr(LetterSource) source = make("a.md", "x");
    g_autoptr(LetterDiagnostics) diagnostics = letter_diagnostics_new();
    g_autoptr(LetterReport) lax = NULL, strict = NULL;

    letter_diagnostics_add_with(diagnostics, LETTER_RULE_FOOTNOTE_UNUSED, source,
                                (LetterSpan){ 0, 1 }, "a", NULL);
    lax = letter_report_new(&options, sink);
    g_assert_false(letter_report_forbids(lax, diagnostics));
    options.strict = TRUE;
    strict = letter_report_new(&options, sink);
    g_assert_true(letter_report_forbids(strict, diagnostics));
    letter_report_add(strict, diagnostics);
    g_assert_cmpstr(text->str, ==,
                    "a.md:1:1: error: nothing refers to the footnote 'a' [footnote-unused]\n");
}

static void test_each_file_has_its_limit(void)
{
    LetterReportOptions options = plain;
    g_autoptr(LetterSource) first = make("a.md", "x\ny\nz\n"), second = make("b.md", "x\n");
    LetterDiagnostics *diagnostics = letter_diagnostics_new();

    for (gsize at = 0; at < 6; at += 2)
        letter_diagnostics_add(diagnostics, LETTER_RULE_RAW_HTML, first,
                               (LetterSpan){ at, at + 1 });
    letter_diagnostics_add_with(diagnostics, LETTER_RULE_FOOTNOTE_UNUSED, first,
                                (LetterSpan){ 4, 5 }, "a", NULL);
    letter_diagnostics_add(diagnostics, LETTER_RULE_PICTURE_REMOTE, second, (LetterSpan){ 0, 1 });
    options.max_errors = 1;
    expect(options, diagnostics,
           "a.md:1:1: error: raw HTML is not allowed in letters; write Markdown, or escape the "
           "'<' as '\\<' [raw-html]\n"
           "a.md:3:1: warning: nothing refers to the footnote 'a' [footnote-unused]\n"
           "a.md: and 2 more errors (--max-errors 0 shows all)\n"
           "b.md:1:1: warning: this picture lies on another host and is shown as a link "
           "[picture-remote]\n");
}

static void test_names_of_files_cannot_forge_lines(void)
{
    g_autoptr(LetterSource) source = make("a\n::error::b\x1b[2J.md", "x");
    LetterDiagnostics *diagnostics = letter_diagnostics_new();

    letter_diagnostics_add(diagnostics, LETTER_RULE_PICTURE_REMOTE, source, (LetterSpan){ 0, 1 });
    expect(plain, diagnostics,
           "a\\u{000A}::error::b\\u{001B}[2J.md:1:1: warning: this picture lies on another host "
           "and is shown as a link [picture-remote]\n");
}

static void test_failures_of_the_system(void)
{
    static const char *const expected[] = {
        [LETTER_REPORT_HUMAN] = "letterctl: a.md: No such file or directory\n",
        [LETTER_REPORT_SHORT] = "letterctl: a.md: No such file or directory\n",
        [LETTER_REPORT_GITHUB] = "::error title=letterctl::a.md: No such file or directory\n",
        [LETTER_REPORT_JSON] = "{\n"
                               "  \"diagnostics\": [\n"
                               "    {\n"
                               "      \"severity\": \"error\",\n"
                               "      \"message\": \"a.md: No such file or directory\"\n"
                               "    }\n"
                               "  ],\n"
                               "  \"errors\": 1,\n"
                               "  \"warnings\": 0,\n"
                               "  \"notes\": 0\n"
                               "}\n",
    };
    g_autoptr(GError) error =
        g_error_new_literal(G_FILE_ERROR, G_FILE_ERROR_NOENT, "a.md: No such file or directory");

    for (guint form = 0; form < G_N_ELEMENTS(expected); form++) {
        LetterReportOptions options = { .form = (LetterReportForm)form, .width = 80 };
        g_autoptr(GString) text = g_string_new(NULL);
        g_autoptr(LetterSink) sink = letter_sink_new_for_string(text);
        g_autoptr(LetterReport) report = letter_report_new(&options, sink);

        letter_report_fail(report, error);
        letter_report_finish(report);
        g_assert_cmpstr(text->str, ==, expected[form]);
    }
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/cli/report/short", test_short);
    g_test_add_func("/cli/report/human", test_human);
    g_test_add_func("/cli/report/github", test_github);
    g_test_add_func("/cli/report/json", test_json);
    g_test_add_func("/cli/report/strict", test_strict_makes_errors_of_warnings);
    g_test_add_func("/cli/report/limit", test_each_file_has_its_limit);
    g_test_add_func("/cli/report/names", test_names_of_files_cannot_forge_lines);
    g_test_add_func("/cli/report/failures", test_failures_of_the_system);
    return g_test_run();
}
