/*
 * manual_names_test.c - the manual has the names that templates may use, and no
 * others.
 */
#include <string.h>

#include "template/builtin.h"
#include "template/labels.h"
#include "template/style.h"
#include "template/view.h"

#define PAGE "man/letterctl-templates.5"

static char *read_page(void)
{
    g_autoptr(GBytes) page = letter_builtin_find(PAGE);

    g_assert_nonnull(page);
    return g_strndup(g_bytes_get_data(page, NULL), g_bytes_get_size(page));
}

static gboolean is_heading(const char *line)
{
    return g_str_has_prefix(line, ".Sh ") || g_str_has_prefix(line, ".Ss ");
}

/* The words of the items below a heading, up to the next one. */
static GHashTable *find_items(const char *page, const char *heading)
{
    GHashTable *items = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    g_autofree char *line = g_strdup_printf("\n%s\n", heading);
    const char *start = strstr(page, line);
    g_auto(GStrv) lines = NULL;

    if (start == NULL)
        g_error(PAGE " has no '%s'", heading);
    lines = g_strsplit(start + strlen(line), "\n", -1);
    for (guint i = 0; lines[i] != NULL && !is_heading(lines[i]); i++) {
        g_auto(GStrv) words = NULL;

        if (!g_str_has_prefix(lines[i], ".It Li "))
            continue;
        words = g_strsplit(lines[i] + strlen(".It Li "), " , ", -1);
        for (guint j = 0; words[j] != NULL; j++)
            g_hash_table_add(items, g_strdup(words[j]));
    }
    return items;
}

/* Each name is taken off, so that what is left has no name in the code. */
static void take(GHashTable *items, const char *heading, const char *name)
{
    if (!g_hash_table_remove(items, name))
        g_error(PAGE " lacks '%s' in '%s'", name, heading);
}

static void expect_no_more(GHashTable *items, const char *heading)
{
    GHashTableIter iter;
    gpointer name;

    g_hash_table_iter_init(&iter, items);
    if (g_hash_table_iter_next(&iter, &name, NULL))
        g_error(PAGE " has '%s' in '%s', which is no name", (char *)name, heading);
}

static void test_values(void)
{
    static const char *const elsewhere[] = { "labels", "lead", "style", "extra" };
    const LetterSchema *schema = letter_view_schema();
    g_autofree char *page = read_page();

    for (guint i = 0; i < schema->size; i++) {
        const LetterClass *class = schema->classes[i];
        g_autofree char *heading = g_strconcat(".Ss ", class->name, NULL);
        g_autoptr(GHashTable) items = NULL;
        gboolean is_elsewhere = FALSE;

        for (guint j = 0; j < G_N_ELEMENTS(elsewhere); j++)
            is_elsewhere = is_elsewhere || strcmp(class->name, elsewhere[j]) == 0;
        if (is_elsewhere)
            continue;
        items = find_items(page, heading);
        for (const LetterField *field = class->fields; field->name != NULL; field++)
            take(items, heading, field->name);
        expect_no_more(items, heading);
    }
}

static void test_labels(void)
{
    g_autofree char *page = read_page();
    g_autoptr(GHashTable) items = find_items(page, ".Sh LABELS");

    for (guint label = 0; label < LETTER_LABEL_COUNT; label++)
        take(items, "LABELS", letter_label_key((LetterLabel)label));
    expect_no_more(items, "LABELS");
}

static void test_roles(void)
{
    g_autofree char *page = read_page();
    g_autoptr(GHashTable) items = find_items(page, ".Sh STYLES");
    const char *role;

    for (guint i = 0; (role = letter_style_role(i)) != NULL; i++)
        take(items, "STYLES", role);
    expect_no_more(items, "STYLES");
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/cli/manual/values", test_values);
    g_test_add_func("/cli/manual/labels", test_labels);
    g_test_add_func("/cli/manual/roles", test_roles);
    return g_test_run();
}
