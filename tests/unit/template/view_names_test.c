/*
 * view_names_test.c - the names of templates: one type each, and all of them in
 * the manual.
 */
#include <string.h>

#include "template/style.h"
#include "template/view.h"

#define MANUAL "src/cli/letterctl-templates.5"

/* A name without a dot means one type, whatever class it is a field of: so a
   template can be checked before any letter is read. */
static void test_one_type(void)
{
    const LetterSchema *schema = letter_view_schema();

    for (guint i = 0; i < schema->size; i++) {
        const LetterField *field = schema->classes[i]->fields;

        g_assert_cmpuint(schema->classes[i]->ordinal, ==, i);
        if (schema->classes[i]->is_dotted)
            continue;
        for (; field != NULL && field->name != NULL; field++) {
            const LetterField *first = letter_schema_find(schema, letter_slice(field->name));

            if (first->type != field->type || first->class != field->class)
                g_error("%s is of two types", field->name);
        }
    }
}

/* The names of the manual's part @title: those of its .It lines. */
static char *names_in(char **lines, const char *title)
{
    GString *names = g_string_new(" ");
    gboolean is_within = FALSE;

    for (char **line = lines; *line != NULL; line++) {
        if (g_str_has_prefix(*line, ".S"))
            is_within = strcmp(*line + strlen(".Sx "), title) == 0;
        else if (is_within && g_str_has_prefix(*line, ".It Li "))
            g_string_append_printf(names, "%s ", *line + strlen(".It Li "));
    }
    return g_string_free(names, FALSE);
}

/* Whether a list of names such as " a , b " holds one. */
static gboolean has_name(const char *names, const char *name)
{
    g_autofree char *sought = g_strdup_printf(" %s ", name);

    return strstr(names, sought) != NULL;
}

static guint count_names(const char *names)
{
    g_auto(GStrv) words = g_strsplit_set(names, " ,", -1);
    guint count = 0;

    for (char **word = words; *word != NULL; word++)
        count += **word != '\0';
    return count;
}

static void test_manual(void)
{
    const LetterSchema *schema = letter_view_schema();
    g_autofree char *manual = NULL;
    g_auto(GStrv) lines = NULL;

    g_assert_true(g_file_get_contents(MANUAL, &manual, NULL, NULL));
    lines = g_strsplit(manual, "\n", -1);
    for (guint i = 0; i < schema->size; i++) {
        const LetterClass *class = schema->classes[i];
        g_autofree char *names = names_in(lines, class->name);
        guint count = 0;

        if (class->is_dotted || class->fields == NULL)
            continue;
        for (const LetterField *field = class->fields; field->name != NULL; field++, count++)
            if (!has_name(names, field->name))
                g_error("%s: %s has no %s", MANUAL, class->name, field->name);
        g_assert_cmpuint(count_names(names), ==, count);
    }
}

static void test_manual_of_styles(void)
{
    g_autofree char *manual = NULL;
    g_autofree char *names = NULL;
    g_auto(GStrv) lines = NULL;
    const char *role;
    guint count = 0;

    g_assert_true(g_file_get_contents(MANUAL, &manual, NULL, NULL));
    lines = g_strsplit(manual, "\n", -1);
    names = names_in(lines, "STYLES");
    for (; (role = letter_style_role(count)) != NULL; count++)
        if (!has_name(names, role))
            g_error("%s: no role %s", MANUAL, role);
    g_assert_cmpuint(count_names(names), ==, count);
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/view-names/one-type", test_one_type);
    g_test_add_func("/view-names/manual", test_manual);
    g_test_add_func("/view-names/manual-of-styles", test_manual_of_styles);
    return g_test_run();
}
