/*
 * mustache_spec_test.c - the tests of the Mustache specification itself.
 *
 * They are read from the folder that MUSTACHE_SPEC names, or from
 * ../shared/spec/mustache; where neither is there, the test is skipped.
 */
#include <string.h>

#include "base/json.h"
#include "template/mustache.h"

/* The numbers of a case as texts, as long as it is rendered. */
static GPtrArray *numbers;

static gboolean find_member(LetterObject object, LetterSlice name, LetterDatum *datum);

static const LetterClass class_of_all = { .name = "object", .find = find_member };

static void read_json(const LetterJson *json, LetterDatum *datum);

static void read_item(LetterObject list, guint index, LetterDatum *datum)
{
    read_json(letter_json_item(list.data, index), datum);
}

static void read_json(const LetterJson *json, LetterDatum *datum)
{
    *datum = (LetterDatum){ .class = &class_of_all, .object = { .data = json } };
    switch (letter_json_type(json)) {
    case LETTER_JSON_NULL:
        break;
    case LETTER_JSON_BOOLEAN:
        datum->type = LETTER_DATUM_BOOLEAN;
        datum->is_true = letter_json_is_true(json);
        break;
    case LETTER_JSON_NUMBER:
        datum->type = LETTER_DATUM_TEXT;
        g_ptr_array_add(numbers, letter_json_number(json));
        datum->text = letter_slice(g_ptr_array_index(numbers, numbers->len - 1));
        break;
    case LETTER_JSON_TEXT:
        datum->type = LETTER_DATUM_TEXT;
        datum->text = letter_json_text(json);
        break;
    case LETTER_JSON_ARRAY:
        datum->type = LETTER_DATUM_LIST;
        datum->size = letter_json_size(json);
        datum->item = read_item;
        break;
    case LETTER_JSON_OBJECT:
        datum->type = LETTER_DATUM_MAPPING;
        break;
    }
}

static gboolean find_member(LetterObject object, LetterSlice name, LetterDatum *datum)
{
    g_autofree char *key = g_strndup(name.data, name.size);
    const LetterJson *value = letter_json_find(object.data, key);

    if (value == NULL)
        return FALSE;
    read_json(value, datum);
    return TRUE;
}

static LetterSource *load(gconstpointer data, const char *name, LetterDiagnostics *diagnostics)
{
    const LetterJson *test = data;
    const LetterJson *text = letter_json_find(test, "template");
    const LetterJson *partials = letter_json_find(test, "partials");
    g_autoptr(GBytes) bytes = NULL;

    (void)diagnostics;
    if (strcmp(name, "the template") != 0)
        text = partials == NULL ? NULL : letter_json_find(partials, name);
    if (text == NULL)
        return NULL;
    bytes = g_bytes_new(letter_json_text(text).data, letter_json_text(text).size);
    return letter_source_new(name, bytes);
}

static gboolean run_case(const char *file, const LetterJson *test)
{
    g_autoptr(LetterDiagnostics) diagnostics = letter_diagnostics_new();
    g_autoptr(LetterTemplates) templates = letter_templates_new(NULL, load, test);
    g_autoptr(GString) text = g_string_new(NULL);
    g_autoptr(LetterSink) sink = letter_sink_new_for_string(text);
    const LetterTemplateRun run = { NULL, 0 };
    const char *expected = letter_json_text(letter_json_find(test, "expected")).data;
    const LetterTemplate *compiled;
    LetterDatum view;

    compiled = letter_templates_compile(templates, "the template", diagnostics);
    g_assert_nonnull(compiled);
    read_json(letter_json_find(test, "data"), &view);
    g_assert_true(letter_template_render(compiled, &view, &run, sink, diagnostics));
    if (strcmp(text->str, expected) == 0)
        return TRUE;
    g_test_message("%s: %s: expected \"%s\", got \"%s\"", file,
                   letter_json_text(letter_json_find(test, "name")).data, expected, text->str);
    return FALSE;
}

static void run_file(gconstpointer path)
{
    g_autoptr(GError) error = NULL;
    g_autofree char *contents = NULL;
    g_autoptr(LetterJson) json = NULL;
    const LetterJson *tests;
    gsize size;
    guint failed = 0;

    g_assert_true(g_file_get_contents(path, &contents, &size, &error));
    json = letter_json_parse((LetterSlice){ contents, size }, &error);
    g_assert_no_error(error);
    tests = letter_json_find(json, "tests");
    g_assert_cmpuint(letter_json_size(tests), >, 0);
    for (guint i = 0; i < letter_json_size(tests); i++) {
        numbers = g_ptr_array_new_with_free_func(g_free);
        failed += !run_case(path, letter_json_item(tests, i));
        g_ptr_array_unref(numbers);
    }
    g_test_message("%u tests", letter_json_size(tests));
    g_assert_cmpuint(failed, ==, 0);
}

static void skip(void)
{
    g_test_skip("the Mustache specification is not there: name its folder by MUSTACHE_SPEC");
}

int main(int argc, char **argv)
{
    const char *folder = g_getenv("MUSTACHE_SPEC");
    g_autoptr(GDir) dir = NULL;
    g_autoptr(GPtrArray) paths = g_ptr_array_new_with_free_func(g_free);
    const char *name;

    g_test_init(&argc, &argv, NULL);
    if (folder == NULL)
        folder = "../shared/spec/mustache";
    dir = g_dir_open(folder, 0, NULL);
    while (dir != NULL && (name = g_dir_read_name(dir)) != NULL) {
        g_autofree char *test = g_strconcat("/mustache-spec/", name, NULL);

        if (!g_str_has_suffix(name, ".json"))
            continue;
        g_ptr_array_add(paths, g_build_filename(folder, name, NULL));
        g_test_add_data_func(test, g_ptr_array_index(paths, paths->len - 1), run_file);
    }
    if (paths->len == 0)
        g_test_add_func("/mustache-spec", skip);
    return g_test_run();
}
