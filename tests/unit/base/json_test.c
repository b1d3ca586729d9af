/*
 * json_test.c - JSON read and written.
 */
#include "base/json.h"

#include <string.h>

static LetterJson *parse(const char *text)
{
    g_autoptr(GError) error = NULL;
    LetterJson *json = letter_json_parse(letter_slice(text), &error);

    g_assert_no_error(error);
    return json;
}

static void test_read(void)
{
    g_autoptr(LetterJson) json = parse("{\"a\": [1.21, true, null, \"\\u00e9\"], \"b\": 85}");
    const LetterJson *list = letter_json_find(json, "a");
    g_autofree char *real = letter_json_number(letter_json_item(list, 0));
    g_autofree char *whole = letter_json_number(letter_json_find(json, "b"));

    g_assert_cmpint(letter_json_type(json), ==, LETTER_JSON_OBJECT);
    g_assert_cmpuint(letter_json_size(json), ==, 2);
    g_assert_cmpuint(letter_json_size(list), ==, 4);
    g_assert_cmpstr(real, ==, "1.21");
    g_assert_cmpstr(whole, ==, "85");
    g_assert_true(letter_json_is_true(letter_json_item(list, 1)));
    g_assert_cmpint(letter_json_type(letter_json_item(list, 2)), ==, LETTER_JSON_NULL);
    g_assert_cmpstr(letter_json_text(letter_json_item(list, 3)).data, ==, "é");
    g_assert_null(letter_json_find(json, "c"));
    g_assert_null(letter_json_item(list, 4));
}

static void gather_name(gpointer data, const char *name, const LetterJson *value)
{
    (void)value;
    g_string_append(data, name);
}

static void test_visit_keeps_order(void)
{
    g_autoptr(LetterJson) json = parse("{\"z\": 1, \"a\": 2, \"m\": 3}");
    g_autoptr(GString) names = g_string_new(NULL);

    letter_json_visit(json, gather_name, names);
    g_assert_cmpstr(names->str, ==, "zam");
}

static void test_faults(void)
{
    static const char *const faulty[] = {
        "", "{", "{\"a\": 1, \"a\": 2}", "[1,]", "\"\xff\"", "1 2"
    };

    for (gsize i = 0; i < G_N_ELEMENTS(faulty); i++) {
        g_autoptr(GError) error = NULL;

        g_assert_null(letter_json_parse(letter_slice(faulty[i]), &error));
        g_assert_error(error, G_FILE_ERROR, G_FILE_ERROR_INVAL);
        g_assert_true(g_str_has_prefix(error->message, "line 1: "));
    }
}

static void write_sample(LetterJsonWriter *writer)
{
    LetterSink *text;

    letter_json_begin_object(writer);
    letter_json_member(writer, "a", "x\"\\\n\x01</script>é");
    letter_json_member(writer, "absent", NULL);
    letter_json_name(writer, "list");
    letter_json_begin_array(writer);
    letter_json_put_number(writer, -7);
    letter_json_put_boolean(writer, TRUE);
    letter_json_put_null(writer);
    letter_json_end_array(writer);
    letter_json_name(writer, "empty");
    letter_json_begin_object(writer);
    letter_json_end_object(writer);
    letter_json_name(writer, "long");
    text = letter_json_begin_text(writer);
    letter_sink_puts(text, "a\"");
    letter_sink_puts(text, "b");
    letter_json_end_text(writer);
    letter_json_end_object(writer);
}

static char *written(LetterJsonLayout layout)
{
    GString *text = g_string_new(NULL);
    g_autoptr(LetterSink) sink = letter_sink_new_for_string(text);
    g_autoptr(LetterJsonWriter) writer = letter_json_writer_new(sink, layout);

    write_sample(writer);
    return g_string_free(text, FALSE);
}

static void test_write(void)
{
    g_autofree char *indented = written(LETTER_JSON_INDENTED);
    g_autofree char *compact = written(LETTER_JSON_COMPACT);
    g_autofree char *script = written(LETTER_JSON_SCRIPT);

    g_assert_cmpstr(
        indented, ==,
        "{\n  \"a\": \"x\\\"\\\\\\n\\u0001</script>é\",\n  \"list\": [\n    -7,\n    true,\n"
        "    null\n  ],\n  \"empty\": {},\n  \"long\": \"a\\\"b\"\n}\n");
    g_assert_cmpstr(compact, ==,
                    "{\"a\":\"x\\\"\\\\\\n\\u0001</script>é\",\"list\":[-7,true,null],"
                    "\"empty\":{},\"long\":\"a\\\"b\"}");
    g_assert_nonnull(strstr(script, "\\u003c/script\\u003e"));
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/json/read", test_read);
    g_test_add_func("/json/visit-keeps-order", test_visit_keeps_order);
    g_test_add_func("/json/faults", test_faults);
    g_test_add_func("/json/write", test_write);
    return g_test_run();
}
