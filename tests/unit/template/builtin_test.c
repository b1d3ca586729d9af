/*
 * builtin_test.c - the files that are compiled into the program.
 */
#include <string.h>

#include "template/builtin.h"

/* Tests run in the project's folder, where the files come from. */
static char *source_of(const char *name)
{
    return g_str_has_prefix(name, "man/") ? g_build_filename("src/cli", name + 4, NULL)
                                          : g_build_filename("templates", name, NULL);
}

static void test_bytes(void)
{
    const char *name;

    for (guint i = 0; (name = letter_builtin_name(i)) != NULL; i++) {
        g_autoptr(GBytes) bytes = letter_builtin_find(name);
        g_autofree char *path = source_of(name);
        g_autofree char *contents = NULL;
        gsize size = 0;

        g_assert_nonnull(bytes);
        g_assert_true(g_file_get_contents(path, &contents, &size, NULL));
        g_assert_cmpmem(contents, size, g_bytes_get_data(bytes, NULL), g_bytes_get_size(bytes));
    }
}

static void test_sorted(void)
{
    for (guint i = 1; letter_builtin_name(i) != NULL; i++)
        g_assert_cmpint(strcmp(letter_builtin_name(i - 1), letter_builtin_name(i)), <, 0);
}

static void test_absent(void)
{
    g_assert_null(letter_builtin_find(""));
    g_assert_null(letter_builtin_find("no-such-file"));
    g_assert_null(letter_builtin_find("../LICENSE"));
    g_assert_null(letter_builtin_name(G_MAXUINT));
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/template/builtin/bytes", test_bytes);
    g_test_add_func("/template/builtin/sorted", test_sorted);
    g_test_add_func("/template/builtin/absent", test_absent);
    return g_test_run();
}
