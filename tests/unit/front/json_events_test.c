/*
 * json_events_test.c - JSON as events, each where it stands.
 */
#include <string.h>

#include "front/json_events.h"

/* "kind text@start-end", a line each. */
static char *events_of(const char *text, char **findings)
{
    static const char kinds[] = {
        [LETTER_YAML_SCALAR] = '=',      [LETTER_YAML_LIST_START] = '[',
        [LETTER_YAML_LIST_END] = ']',    [LETTER_YAML_MAPPING_START] = '{',
        [LETTER_YAML_MAPPING_END] = '}',
    };
    g_autoptr(GBytes) bytes = g_bytes_new(text, strlen(text));
    g_autoptr(LetterSource) source = letter_source_new("a.json", bytes);
    g_autoptr(LetterDiagnostics) diagnostics = letter_diagnostics_new();
    g_autoptr(GArray) events = g_array_new(FALSE, FALSE, sizeof(LetterYamlEvent));
    g_autofree char *problem = NULL;
    gsize fault;
    g_autoptr(LetterJson) json = letter_json_parse_at(letter_slice(text), &fault, &problem);
    GString *lines = g_string_new(NULL);

    g_assert_nonnull(json);
    g_assert_cmpuint(letter_json_events(json, source, 0, diagnostics, events), <=, strlen(text));
    for (guint i = 0; i < events->len; i++) {
        const LetterYamlEvent *event = &g_array_index(events, LetterYamlEvent, i);

        g_string_append_printf(lines, "%c%.*s@%u-%u%s\n", kinds[event->type], (int)event->text.size,
                               event->text.data, (guint)event->span.start, (guint)event->span.end,
                               letter_yaml_is_absent(event) ? " absent" : "");
    }
    *findings = letter_diagnostics_format(diagnostics);
    return g_string_free(lines, FALSE);
}

static void test_values(void)
{
    static const struct {
        const char *text, *events;
    } known[] = {
        { "\"a\"", "=a@0-3\n" },
        { " 1.50 ", "=1.50@1-5\n" },
        { "true", "=true@0-4\n" },
        { "null", "=@0-4 absent\n" },
        { "\"\"", "=@0-2 absent\n" },
        { "[]", "[@0-1\n]@1-2\n" },
        { "{ \"a\" : [1, \"b\\\"]\"] ,\"c\":{}}",
          "{@0-1\n=a@2-5\n[@8-9\n=1@9-10\n=b\"]@12-18\n]@18-19\n=c@21-24\n{@25-26\n}@26-27\n"
          "}@27-28\n" },
        { "[\"\\\\\",\"\\u00e5\"]", "[@0-1\n=\\@1-5\n=\xC3\xA5@6-14\n]@14-15\n" },
    };

    for (guint i = 0; i < G_N_ELEMENTS(known); i++) {
        g_autofree char *findings = NULL;
        g_autofree char *events = events_of(known[i].text, &findings);

        g_assert_cmpstr(events, ==, known[i].events);
        g_assert_cmpstr(findings, ==, "");
    }
}

/* No escape brings in what a file may not hold. */
static void test_escaped_controls(void)
{
    g_autofree char *findings = NULL;
    g_autofree char *events = events_of("[\"a\\u0000b\", \"c\\u2028\"]", &findings);

    g_assert_cmpstr(events, ==, "[@0-1\n=a@1-11\n=c@13-22\n]@22-23\n");
    g_assert_cmpstr(findings, ==,
                    "a.json:1:2: error: control character U+0000 in the text; remove it "
                    "[control-character]\n"
                    "a.json:1:14: error: control character U+2028 in the text; remove it "
                    "[control-character]\n");
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/front/json-events/values", test_values);
    g_test_add_func("/front/json-events/escaped-controls", test_escaped_controls);
    return g_test_run();
}
