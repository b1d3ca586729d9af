/*
 * template_test.c - the built-in templates: listed, and sound.
 */
#include "letter/template.h"

#include <string.h>

#include "template/mustache.h"
#include "template/view.h"

static void test_list(void)
{
    g_autoptr(GHashTable) names = g_hash_table_new(g_str_hash, g_str_equal);
    const char *name;

    for (guint i = 0; (name = letter_template_name(i)) != NULL; i++) {
        g_autoptr(GBytes) bytes = letter_template_find(name);

        g_assert_nonnull(bytes);
        g_assert_false(g_str_has_prefix(name, "man/"));
        g_hash_table_add(names, (gpointer)name);
    }
    g_assert_true(g_hash_table_contains(names, "letter.html"));
    g_assert_true(g_hash_table_contains(names, "letter.txt"));
    g_assert_true(g_hash_table_contains(names, "style.yaml"));
    g_assert_true(g_hash_table_contains(names, "labels/en.yaml"));
    g_assert_null(letter_template_find("man/letterctl.1"));
    g_assert_null(letter_template_find("none"));
}

static LetterSource *load(gconstpointer data, const char *name, LetterDiagnostics *diagnostics)
{
    g_autoptr(GBytes) bytes = letter_template_find(name);

    (void)data, (void)diagnostics;
    return bytes == NULL ? NULL : letter_source_new(name, bytes);
}

/* Each file, also as if it were no partial but the whole. */
static void test_sound(void)
{
    g_autoptr(LetterDiagnostics) diagnostics = letter_diagnostics_new();
    g_autoptr(LetterTemplates) templates = letter_templates_new(letter_view_schema(), load, NULL);
    g_autofree char *findings = NULL;
    const char *name;

    for (guint i = 0; (name = letter_template_name(i)) != NULL; i++)
        if (g_str_has_suffix(name, ".html") || g_str_has_suffix(name, ".txt"))
            letter_templates_compile(templates, name, diagnostics);
    findings = letter_diagnostics_format(diagnostics);
    g_assert_cmpstr(findings, ==, "");
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/template/list", test_list);
    g_test_add_func("/template/sound", test_sound);
    return g_test_run();
}
