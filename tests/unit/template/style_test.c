/*
 * style_test.c - role to declarations, on a sheet and on elements.
 */
#include "template/style.h"

#include <string.h>

#include "template/builtin.h"

static LetterStyle *parse(const char *text, LetterDiagnostics *diagnostics)
{
    g_autoptr(GBytes) bytes = g_bytes_new_static(text, strlen(text));
    g_autoptr(LetterSource) source = letter_source_new("style.yaml", bytes);

    return letter_style_parse(source, diagnostics);
}

static void test_both_forms(void)
{
    g_autoptr(LetterDiagnostics) diagnostics = letter_diagnostics_new();
    g_autoptr(LetterStyle) style = parse("colors: { ink: '#111', line: red }\n"
                                         "dark: { ink: '#eee' }\n"
                                         "roles:\n"
                                         "  p: ' margin : 0 0 1em; ; color: $ink '\n"
                                         "  quote: 'border: 1px solid $line'\n",
                                         diagnostics);
    g_autoptr(GString) sheet = g_string_new(NULL);
    g_autoptr(LetterSink) sink = letter_sink_new_for_string(sheet);

    letter_style_write_sheet(style, sink);
    g_assert_cmpuint(letter_diagnostics_size(diagnostics), ==, 0);
    g_assert_cmpstr(letter_style_declarations(style, "p"), ==, "margin:0 0 1em;color:#111");
    g_assert_cmpstr(letter_style_declarations(style, "quote"), ==, "border:1px solid red");
    g_assert_null(letter_style_declarations(style, "h1"));
    g_assert_null(letter_style_declarations(style, "no role"));
    g_assert_cmpstr(sheet->str, ==,
                    ":root{--ink:#111;--line:red}\n"
                    "@media screen and (prefers-color-scheme:dark){:root{--ink:#eee}\n}\n"
                    "p{margin:0 0 1em;color:var(--ink)}\n"
                    "blockquote{border:1px solid var(--line)}\n");
}

typedef struct Fault {
    const char *text;
    const char *finding;
} Fault;

static void test_faults(void)
{
    static const Fault faults[] = {
        { "roles: { p: 'color: red} body{display:none' }", "a style cannot hold '{'" },
        { "roles: { p: '</style><script>' }", "a style cannot hold '<'" },
        { "roles: { p: 'background: URL(//a.example/x)' }", "a style cannot hold 'url('" },
        { "roles: { p: '@import x' }", "a style cannot hold '@'" },
        { "roles: { p: 'c\\6flor: red' }", "a style cannot hold '\\'" },
        { "roles: { p: 'color \"red\"' }", "a style cannot hold '\"'" },
        { "roles: { p: 'color red' }", "'color red' is no declaration" },
        { "roles: { p: 'color: $inc' }", "this names a colour" },
        { "roles: { para: 'color: red' }", "there is no role 'para'" },
        { "roles: { qoute: 'color: red' }", "did you mean 'quote'?" },
        { "roles: [p]", "a mapping is expected here" },
        { "roles: { p: [a] }", "a text is expected here" },
        { "styles: {}", "'colors', 'dark' and 'roles' alone" },
        { "colors: { a b: red }", "letters, digits and '-' alone" },
        { "colors: { a: 'red; x: y' }", "a colour is one value" },
        { "- a", "a style file is a mapping" },
        { "roles: { p: 'a: b', p: 'c: <' }", "a style cannot hold '<'" },
    };

    for (gsize i = 0; i < G_N_ELEMENTS(faults); i++) {
        g_autoptr(LetterDiagnostics) diagnostics = letter_diagnostics_new();
        g_autoptr(LetterStyle) style = parse(faults[i].text, diagnostics);
        g_autofree char *text = letter_diagnostics_format(diagnostics);

        if (strstr(text, faults[i].finding) == NULL)
            g_error("%s: \"%s\"", faults[i].text, text);
        g_assert_nonnull(strstr(text, "[style-declaration]"));
        g_assert_null(letter_style_declarations(style, "h1"));
    }
}

static void check_finding(const char *text, const char *finding)
{
    g_autoptr(LetterDiagnostics) diagnostics = letter_diagnostics_new();
    g_autoptr(LetterStyle) style = parse(text, diagnostics);
    g_autofree char *findings = letter_diagnostics_format(diagnostics);

    g_assert_true(g_str_has_prefix(findings, finding));
    g_assert_nonnull(style);
}

/* A style file is YAML as a letter's head is. */
static void test_yaml_faults(void)
{
    check_finding("roles:\n  p: 'a: b'\n  p: 'c: d'\n", "style.yaml:3:3: error: the key 'p'");
    check_finding("colors: {a: red, a: blue}\n", "style.yaml:1:18: error: the key 'a'");
    check_finding("roles: {p: 'a: \xff'}\n", "style.yaml:1:16: error: byte 0xFF");
}

static char *sheet_of(const LetterStyle *style)
{
    GString *sheet = g_string_new(NULL);
    g_autoptr(LetterSink) sink = letter_sink_new_for_string(sheet);

    letter_style_write_sheet(style, sink);
    return g_string_free(sheet, FALSE);
}

/* What was made of the file when the program was built is what it says. */
static void test_built_in(void)
{
    g_autoptr(LetterDiagnostics) diagnostics = letter_diagnostics_new();
    g_autoptr(GBytes) bytes = letter_builtin_find("style.yaml");
    g_autoptr(LetterSource) source = letter_source_new("style.yaml", bytes);
    g_autoptr(LetterStyle) parsed = letter_style_parse(source, diagnostics);
    g_autoptr(LetterStyle) style = letter_style_builtin();
    g_autofree char *sheet_parsed = sheet_of(parsed);
    g_autofree char *sheet = sheet_of(style);
    const char *role;

    g_assert_cmpuint(letter_diagnostics_size(diagnostics), ==, 0);
    g_assert_cmpstr(sheet, ==, sheet_parsed);
    for (guint i = 0; (role = letter_style_role(i)) != NULL; i++) {
        g_assert_nonnull(letter_style_declarations(style, role));
        g_assert_cmpstr(letter_style_declarations(style, role), ==,
                        letter_style_declarations(parsed, role));
    }
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/style/both-forms", test_both_forms);
    g_test_add_func("/style/faults", test_faults);
    g_test_add_func("/style/yaml-faults", test_yaml_faults);
    g_test_add_func("/style/built-in", test_built_in);
    return g_test_run();
}
