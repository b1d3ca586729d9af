/*
 * hostile_test.c - letters that nobody writes but to do harm.
 */
#include "model/letter.h"

#include <string.h>

/* Reads a letter whose front matter is @head and gives its findings. */
static Letter *read_head(const char *head, LetterDiagnostics *diagnostics)
{
    g_autofree char *text = g_strconcat("---\n", head, "---\nBody.\n", NULL);
    g_autoptr(GBytes) bytes = g_bytes_new(text, strlen(text));
    g_autoptr(LetterSource) source = letter_source_new("a.md", bytes);

    return letter_parse(source, diagnostics);
}

/* A line, repeated with its number for %u. */
static char *repeat(const char *start, const char *line, guint count)
{
    GString *text = g_string_new(start);

    for (guint i = 0; i < count; i++) {
        g_auto(GStrv) parts = g_strsplit(line, "#", 2);

        g_string_append(text, parts[0]);
        if (parts[1] != NULL)
            g_string_append_printf(text, "%u%s", i, parts[1]);
    }
    return g_string_free(text, FALSE);
}

static void test_long_lists(void)
{
    static const char *const lines[] = {
        "  - Name #\n",
        "  - { name: Name #, role: R, address: [A, B], representative: { name: C } }\n",
        "  - { heading: Name #, list: [A] }\n",
    };

    for (guint i = 0; i < G_N_ELEMENTS(lines); i++) {
        g_autofree char *head = repeat("title: T\nkind: page\nsignatories:\n", lines[i], 20000);
        g_autoptr(LetterDiagnostics) diagnostics = letter_diagnostics_new();
        g_autoptr(Letter) letter = read_head(head, diagnostics);

        g_assert_cmpuint(letter_diagnostics_size(diagnostics), ==, 0);
        g_assert_cmpuint(letter_signatories_counts(letter->signatories)->shown, ==, 20000);
    }
}

static void test_a_fault_in_each_line(void)
{
    static const char *const lines[] = {
        "key#: x\n",
        "title: x\n",
        "? [a]\n: b\n",
        "\"\\u202E#\": x\n",
    };

    for (guint i = 0; i < G_N_ELEMENTS(lines); i++) {
        g_autofree char *head = repeat("title: T\nkind: page\n", lines[i], 50000);
        g_autoptr(LetterDiagnostics) diagnostics = letter_diagnostics_new();
        g_autoptr(Letter) letter = read_head(head, diagnostics);
        g_autofree char *found = letter_diagnostics_format(diagnostics);

        g_assert_cmpstr(letter->title.text, ==, "T");
        g_assert_cmpuint(strlen(found), >, 20000);
        g_assert_cmpuint(letter_diagnostics_count(diagnostics, LETTER_SEVERITY_ERROR), ==, 50000);
    }
}

static void test_many_headers_and_extras(void)
{
    g_autofree char *headers =
        repeat("title: T\nkind: page\nemail:\n  headers:\n", "    X-#: x\n", 20000);
    g_autofree char *extras = repeat("title: T\nkind: page\nextra:\n", "  k#: x\n", 50000);
    g_autoptr(LetterDiagnostics) diagnostics = letter_diagnostics_new();
    g_autoptr(Letter) first = read_head(extras, diagnostics);
    g_autoptr(Letter) second = NULL;

    g_assert_cmpuint(letter_diagnostics_size(diagnostics), ==, 0);
    g_assert_cmpuint(first->extra->values->len, ==, 50000);
    second = read_head(headers, diagnostics);
    g_assert_true(letter_diagnostics_has_errors(diagnostics));
}

static void test_a_text_of_fifty_megabytes(void)
{
    gsize size = 50 * 1000 * 1000;
    GString *head = g_string_sized_new(size + 100);
    g_autofree char *text = NULL;
    g_autoptr(LetterDiagnostics) diagnostics = letter_diagnostics_new();
    g_autoptr(Letter) letter = NULL;
    g_autofree char *found = NULL;

    g_string_append(head, "title: T\nkind: page\nsubtitle: ");
    g_string_set_size(head, head->len + size);
    memset(head->str + head->len - size, 'a', size);
    g_string_append_c(head, '\n');
    text = g_string_free(head, FALSE);
    letter = read_head(text, diagnostics);
    found = letter_diagnostics_format(diagnostics);
    g_assert_true(g_str_has_prefix(found, "a.md:4:11: error: this text has "));
    g_assert_true(g_str_has_suffix(found, "[text-too-long]\n"));
}

static void test_a_text_over_its_limit(void)
{
    g_autofree char *long_text = g_strnfill(65537, 'a');
    g_autofree char *line = g_strconcat("title: ", long_text, "\nkind: page\n", NULL);
    g_autofree char *markdown = g_strconcat("title: T\nkind: page\nabout: ", long_text, "\n", NULL);
    g_autofree char *key = g_strconcat("title: T\nkind: page\n? ", long_text, "\n: x\n", NULL);
    g_autoptr(LetterDiagnostics) diagnostics = letter_diagnostics_new();
    g_autoptr(Letter) first = read_head(line, diagnostics);
    g_autoptr(Letter) second = NULL;
    g_autoptr(Letter) third = NULL;
    g_autofree char *found = letter_diagnostics_format(diagnostics);

    g_assert_cmpstr(found, ==,
                    "a.md:2:8: error: this text has 65537 bytes, more than the 65536 allowed "
                    "[text-too-long]\n");
    g_assert_null(first->title.text);
    second = read_head(markdown, diagnostics);
    g_assert_cmpuint(letter_diagnostics_size(diagnostics), ==, 1);
    g_assert_cmpuint(second->about.text.size, ==, 65537);
    third = read_head(key, diagnostics);
    g_assert_cmpuint(letter_diagnostics_size(diagnostics), ==, 2);
    g_assert_cmpstr(third->title.text, ==, "T");
}

/* Whatever is cut off or changed in a letter, reading it ends. */
static void test_torn_letters(void)
{
    static const char whole[] =
        "title: T\ndate: 2023-11-21\nfrom: A <a@b.example>\nimage: { src: a, alt: '' }\n"
        "signatories:\n  - type: person\n    heading: H\n    list: [A, { name: B }]\n  - C\n"
        "sections: [ { heading: H, text: T } ]\nemail: { to: [a@b.example], headers: { X-A: b } }\n"
        "extra: { a: [b, { c: d }] }\nabout: |\n  x\n";
    g_autoptr(GRand) random = g_rand_new_with_seed(7);

    for (guint i = 0; i < 3000; i++) {
        g_autofree char *head = g_strdup(whole);
        gsize at = (gsize)g_rand_int_range(random, 0, (gint32)strlen(whole));
        g_autoptr(LetterDiagnostics) diagnostics = letter_diagnostics_new();
        g_autoptr(Letter) letter = NULL;

        if (i < strlen(whole))
            head[i] = '\0';
        else
            head[at] = "\n:{}[],-?'\"|>#&*!%@ \t\xFFx"[g_rand_int_range(random, 0, 23)];
        letter = read_head(head, diagnostics);
        g_assert_nonnull(letter->lang_tag);
    }
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/model/hostile/lists", test_long_lists);
    g_test_add_func("/model/hostile/faults", test_a_fault_in_each_line);
    g_test_add_func("/model/hostile/mappings", test_many_headers_and_extras);
    g_test_add_func("/model/hostile/fifty-megabytes", test_a_text_of_fifty_megabytes);
    g_test_add_func("/model/hostile/limit", test_a_text_over_its_limit);
    g_test_add_func("/model/hostile/torn", test_torn_letters);
    return g_test_run();
}
