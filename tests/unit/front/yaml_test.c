/*
 * yaml_test.c - YAML as events: texts as typed, their places, their faults.
 */
#include <string.h>

#include "front/front_matter.h"
#include "front/yaml.h"

typedef struct Fixture {
    LetterSource *source;
    LetterDiagnostics *diagnostics;
    LetterYaml *yaml;
} Fixture;

static void open_yaml(Fixture *fixture, const char *text, gsize size)
{
    g_autoptr(GBytes) bytes = g_bytes_new(text, size);

    fixture->source = letter_source_new("y", bytes);
    fixture->diagnostics = letter_diagnostics_new();
    letter_front_matter_check_encoding(fixture->source, fixture->diagnostics);
    fixture->yaml = letter_yaml_new(fixture->source, (LetterSpan){ 0, size }, fixture->diagnostics);
}

static void clear(Fixture *fixture)
{
    letter_yaml_free(fixture->yaml);
    letter_diagnostics_free(fixture->diagnostics);
    letter_source_unref(fixture->source);
}

/* Events in short: "[", "]", "{", "}", a text between bars. */
static char *tell_events(LetterYaml *yaml)
{
    static const char *const marks[] = {
        [LETTER_YAML_LIST_START] = "[",
        [LETTER_YAML_LIST_END] = "]",
        [LETTER_YAML_MAPPING_START] = "{",
        [LETTER_YAML_MAPPING_END] = "}",
    };
    GString *told = g_string_new(NULL);
    LetterYamlEvent event;

    while (letter_yaml_next(yaml, &event)) {
        if (event.type != LETTER_YAML_SCALAR) {
            g_string_append(told, marks[event.type]);
            continue;
        }
        g_assert_cmpint(event.text.data[event.text.size], ==, '\0');
        g_string_append_c(told, '|');
        g_string_append_len(told, event.text.data, (gssize)event.text.size);
        g_string_append_c(told, '|');
    }
    g_assert_cmpint(event.type, ==, LETTER_YAML_END);
    g_assert_false(letter_yaml_next(yaml, &event));
    return g_string_free(told, FALSE);
}

static void expect_sized(const char *text, gsize size, const char *events, const char *findings)
{
    g_autofree char *told = NULL;
    g_autofree char *found = NULL;
    Fixture fixture;

    open_yaml(&fixture, text, size);
    told = tell_events(fixture.yaml);
    found = letter_diagnostics_format(fixture.diagnostics);
    g_assert_cmpstr(told, ==, events);
    g_assert_cmpstr(found, ==, findings);
    clear(&fixture);
}

static void expect(const char *text, const char *events)
{
    expect_sized(text, strlen(text), events, "");
}

static void test_texts_stay_as_typed(void)
{
    expect("", "");
    expect("# nothing\n", "");
    expect("a: no\nb: 0x5a\nc: 1.10\nd: 007\ne: ~\nf: null\n",
           "{|a||no||b||0x5a||c||1.10||d||007||e||~||f||null|}");
    expect("- ''\n- \"\"\n-\n", "[||||||]");
    expect("a: [b, {c: d}]\n", "{|a|[|b|{|c||d|}]}");
    expect("---\na: b\n...\n", "{|a||b|}");
    expect("\xEF\xBB\xBF"
           "a: b\r\nc: |\r\n  d\r\n\r\n  e\r\n",
           "{|a||b||c||d\n\ne\n|}");
    expect("a: \"\\u00e6\\n\\\"\"\nb: 'it''s'\n", "{|a||\xC3\xA6\n\"||b||it's|}");
    expect("a: >\n  b\n  c\n\n  d\n", "{|a||b c\nd\n|}");
    /* A mark that others judge passes through, typed or escaped. */
    expect("a: x\xEF\xBB\xBFy\nb: \"\\uFEFF\"\n", "{|a||x\xEF\xBB\xBFy||b||\xEF\xBB\xBF|}");
}

static void test_absent_and_empty(void)
{
    static const gboolean absent[] = { FALSE, TRUE, FALSE, FALSE };
    Fixture fixture;
    LetterYamlEvent event;

    open_yaml(&fixture, "a:\nb: ''\n", 9);
    letter_yaml_next(fixture.yaml, &event);
    g_assert_false(letter_yaml_is_absent(&event));
    for (guint i = 0; i < G_N_ELEMENTS(absent); i++) {
        letter_yaml_next(fixture.yaml, &event);
        g_assert_cmpint(letter_yaml_is_absent(&event), ==, absent[i]);
    }
    clear(&fixture);
}

static void test_skip(void)
{
    static const char text[] = "a: [b, {c: [d]}, []]\ne: f\n";
    Fixture fixture;
    LetterYamlEvent event;
    g_autofree char *rest = NULL;

    open_yaml(&fixture, text, strlen(text));
    letter_yaml_next(fixture.yaml, &event);
    letter_yaml_next(fixture.yaml, &event);
    letter_yaml_skip(fixture.yaml, &event); /* a scalar is passed already */
    letter_yaml_next(fixture.yaml, &event);
    g_assert_cmpint(event.type, ==, LETTER_YAML_LIST_START);
    letter_yaml_skip(fixture.yaml, &event);
    rest = tell_events(fixture.yaml);
    g_assert_cmpstr(rest, ==, "|e||f|}");
    clear(&fixture);
}

typedef struct Case {
    const char *text;
    const char *place;   /* line and column */
    const char *message; /* the words that matter */
} Case;

static void expect_case(const Case *expected)
{
    g_autofree char *prefix = g_strdup_printf("y:%s: error: ", expected->place);
    g_autofree char *found = NULL;
    g_autofree char *events = NULL;
    Fixture fixture;

    open_yaml(&fixture, expected->text, strlen(expected->text));
    events = tell_events(fixture.yaml);
    found = letter_diagnostics_format(fixture.diagnostics);
    if (!g_str_has_prefix(found, prefix) || strstr(found, expected->message) == NULL)
        g_error("%s\nis told as\n%s", expected->text, found);
    g_assert_cmpuint(letter_diagnostics_size(fixture.diagnostics), ==, 1);
    clear(&fixture);
}

static void test_what_letters_do_not_use(void)
{
    static const Case cases[] = {
        { "a: *b\n", "1:4", "aliases (*b)" },
        { "a: &b c\n", "1:4", "anchors (&b)" },
        { "a: &b\n  - c\n", "1:4", "anchors (&b)" },
        { "a: !b c\n", "1:4", "tags (!b)" },
        { "a: !!str c\n", "1:4", "tags (!!str)" },
        { "a: !!map {}\n", "1:4", "tags (!!map)" },
        { "%YAML 1.1\n---\na: b\n", "1:1", "directives (%YAML 1.1)" },
        { "# x\n\n%TAG ! x\n---\na: b\n", "3:1", "directives (%TAG ! x)" },
        { "a: b\n--- c\n", "2:1", "[yaml-document]" },
        { "a: b\n...\nc: d\n", "3:1", "[yaml-document]" },
        { "a: b\n---\n%c\n", "2:1", "[yaml-document]" },
        { "a: \"b\\0\"\n", "1:4", "U+0000" },
        { "a: \"b\\rBcc: c\"\n", "1:4", "U+000D" },
        { "a: \"b\\L\"\n", "1:4", "U+2028" },
        { "a: [[[[[[[[[[[[[[[[b]]]]]]]]]]]]]]]]\n", "1:19", "more than 16 deep" },
    };

    for (guint i = 0; i < G_N_ELEMENTS(cases); i++)
        expect_case(&cases[i]);
    expect("a: [[[[[[[[[[[[[[[b]]]]]]]]]]]]]]]\n", "{|a|[[[[[[[[[[[[[[[|b|]]]]]]]]]]]]]]]}");
}

static void test_texts_cut_by_a_comment(void)
{
    static const Case cut[] = {
        { "a: Issue #7 is here\n", "1:10", "text-cut-by-comment" },
        { "a: #7\n", "1:4", "text-cut-by-comment" },
        { "- b\n- c\t#d\n", "2:5", "text-cut-by-comment" },
        { "a: [b #c\n  ]\n", "1:7", "text-cut-by-comment" },
        { "a: b\n  c #d\n", "2:5", "text-cut-by-comment" },
    };

    for (guint i = 0; i < G_N_ELEMENTS(cut); i++)
        expect_case(&cut[i]);
    expect("a: b # c\nd: 'e' #f\ng: h#i\nj: k #\nl: | #m\n  n #o\n#p\n",
           "{|a||b||d||e||g||h#i||j||k||l||n #o\n|}");
}

static void test_syntax_errors_say_what_to_write(void)
{
    static const Case cases[] = {
        { "a: b\nt: @c\n", "2:4", "a text cannot begin with '@'; put the whole text in quotes" },
        { "t: `c`\n", "1:4", "begin with '`'" },
        { "t: %c\n", "1:4", "begin with '%'" },
        { "t: & c\n", "1:4", "begin with '&'" },
        { "t: **c** d\n", "1:4", "begin with '*'" },
        { "t: |c\n", "1:4", "begin with '|'" },
        { "t: >c\n", "1:4", "begin with '>'" },
        { "t: !a!b c\n", "1:4", "begin with '!'" },
        { "t: ? c\n", "1:4", "begin with '?'" },
        { "t: ]\n", "1:4", "begin with ']'" },
        { "t: , c\n", "1:4", "begin with ','" },
        { "t: [b, , c]\n", "1:8", "begin with ','" },
        { "t: [c] d\nu: v\n", "1:4", "after the closing bracket; put the whole text in quotes" },
        { "t: {c} d\n", "1:4", "after the closing bracket" },
        { "t: [c\nu: v\n", "1:4", "the '[' that opens here is not closed" },
        { "t: {c\n", "1:4", "the '{' that opens here is not closed" },
        { "t: [\n", "1:4", "the '[' that opens here is not closed" },
        { "t: [b, {c: \n", "1:4", "the '[' that opens here is not closed" },
        { "t: {b: [c], d\n", "1:4", "the '{' that opens here is not closed" },
        { "å: Mål: en tekst\n", "1:4", "this text holds ': '" },
        { "- a: b: c\n", "1:6", "this text holds ': '" },
        { "t: &b: c\n", "1:4", "this text holds ': '" },
        { "t: b\n  c: d\n", "2:3", "this line goes on the text above it" },
        { "t\nu: v\n", "1:1", "there is no ': ' after this key" },
        { "t: u\nv:w\nx: y\n", "2:1", "there is no ': ' after this key" },
        { "t: u\nv\n", "2:1", "there is no ': ' after this key" },
        { "t: \"b\nc: d\n", "1:4", "the quote that opens here is never closed" },
        { "t: 'b\nc: d\n", "1:4", "the quote that opens here is never closed" },
        { "t: \"b\nc: \"d\"\n", "1:4", "closed only on a later line" },
        { "t: \"b\nc\": d\n", "1:4", "closed only on a later line" },
        { "t: \"b\" c\n", "1:8", "goes on after its closing quote" },
        { "t: 'don't'\n", "1:9", "goes on after its closing quote" },
        { "t: \"b\": c\n", "1:7", "goes on after its closing quote" },
        { "t: \"a\\d\"\n", "1:6", "\\d means nothing within double quotes" },
        { "t: \"\\xZ\"\n", "1:5", "\\x means nothing" },
        { "t: \"\\ud800\"\n", "1:5", "\\u means nothing" },
        { "\tt: b\n", "1:1", "a tab cannot indent" },
        { "t:\n\tu: v\n", "2:1", "a tab cannot indent" },
        { "t:\n  u: v\n \tw: x\n", "3:2", "a tab cannot indent" },
        { "t: |\n\tb\n", "2:1", "a tab cannot indent" },
        { "-\tb: c\n-\t\n", "1:2", "a tab cannot stand here; use a blank" },
        { "t: - b\n", "1:4", "a list does not begin on the line of its key" },
        { " t: b\nc: d\n", "2:1", "indentation of this line fits none" },
        { "t:\n  - b\n c: d\n", "3:2", "indentation of this line fits none" },
        { "t: |\n  b\n c\n", "3:2", "indentation of this line fits none" },
        { "- a\nb: c\n", "2:1", "indentation of this line fits none" },
    };

    for (guint i = 0; i < G_N_ELEMENTS(cases); i++) {
        g_auto(GStrv) lines = g_strsplit(cases[i].text, "\n", -1);
        g_autofree char *crlf = g_strjoinv("\r\n", lines);
        Case other = { crlf, cases[i].place, cases[i].message };

        expect_case(&cases[i]);
        expect_case(&other);
    }
}

static void test_control_characters_do_not_end_the_reading(void)
{
    expect_sized("a: b\0c\nd\x01: \xC2\x85\n", 14, "{|a||b_c||d_||\xC2\xBF|}",
                 "y:1:5: error: control character U+0000 in the text; remove it "
                 "[control-character]\n"
                 "y:2:2: error: control character U+0001 in the text; remove it "
                 "[control-character]\n"
                 "y:2:5: error: control character U+0085 in the text; remove it "
                 "[control-character]\n");
    expect_sized("a: \xE2\x80\xA8x\nb: c\n", 13, "{|a||\xEF\xBF\xBDx||b||c|}",
                 "y:1:4: error: U+2028 is a line end that most programs do not know; use a plain "
                 "line end [line-separator]\n");
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/front/yaml/as-typed", test_texts_stay_as_typed);
    g_test_add_func("/front/yaml/absent", test_absent_and_empty);
    g_test_add_func("/front/yaml/skip", test_skip);
    g_test_add_func("/front/yaml/not-used", test_what_letters_do_not_use);
    g_test_add_func("/front/yaml/cut", test_texts_cut_by_a_comment);
    g_test_add_func("/front/yaml/syntax", test_syntax_errors_say_what_to_write);
    g_test_add_func("/front/yaml/control", test_control_characters_do_not_end_the_reading);
    return g_test_run();
}
