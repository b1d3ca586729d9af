/*
 * letter_in_folder_test.c - a letter whose signatories stand in files beside it.
 */
#include <glib/gstdio.h>
#include <string.h>

#include "model/letter.h"

static guint read_signatories(const char *folder, const char *path, LetterDiagnostics *diagnostics)
{
    g_autofree char *text = g_strdup_printf(
        "---\ntitle: T\nkind: page\nsignatories: { source: %s }\n---\nBody.\n", path);
    g_autoptr(GBytes) bytes = g_bytes_new(text, strlen(text));
    g_autoptr(LetterSource) source = letter_source_new("l.md", bytes);
    g_autoptr(Letter) letter = letter_parse_in_folder(source, folder, diagnostics);

    return letter_signatories_size(letter->signatories);
}

static void test_source(void)
{
    g_autofree char *folder = g_dir_make_tmp("letter-XXXXXX", NULL);
    g_autofree char *path = g_build_filename(folder, "names.txt", NULL);
    g_autofree char *missing = g_build_filename(folder, "nothing", NULL);
    g_autofree char *findings = NULL;
    g_autoptr(LetterDiagnostics) diagnostics = letter_diagnostics_new();

    g_assert_true(g_file_set_contents(path, "Ada\nBen\n", -1, NULL));
    g_assert_cmpuint(read_signatories(folder, "names.txt", diagnostics), ==, 2);
    g_assert_cmpuint(letter_diagnostics_size(diagnostics), ==, 0);
    g_assert_cmpuint(read_signatories(missing, "names.txt", diagnostics), ==, 0);
    findings = letter_diagnostics_format(diagnostics);
    g_assert_nonnull(strstr(findings, "[file-missing]"));
    g_remove(path);
    g_rmdir(folder);
}

/* Each file has a line, and tells how large it may be. */
static GBytes *read_line(gpointer data, const char *path, gsize max_size, GError **error)
{
    (void)path;
    (void)error;
    g_array_append_val((GArray *)data, max_size);
    return g_bytes_new_static("Ada", 3);
}

static void test_sizes_add_up(void)
{
    static const char text[] =
        "---\ntitle: T\nsignatories: { source: [a.txt, b.txt] }\n---\nBody.\n";
    g_autoptr(GArray) sizes = g_array_new(FALSE, FALSE, sizeof(gsize));
    const LetterFiles files = { read_line, NULL, sizes };
    const LetterReadOptions options = { .files = &files };
    g_autoptr(GBytes) bytes = g_bytes_new_static(text, strlen(text));
    g_autoptr(LetterSource) source = letter_source_new("l.md", bytes);
    g_autoptr(LetterDiagnostics) diagnostics = letter_diagnostics_new();
    g_autoptr(Letter) letter = letter_read(source, &options, diagnostics);
    gsize kept = letter_signatories_bytes(letter->signatories) / 2;

    g_assert_cmpuint(sizes->len, ==, 2);
    g_assert_cmpuint(g_array_index(sizes, gsize, 0) - g_array_index(sizes, gsize, 1), ==, kept);
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/model/letter_in_folder/source", test_source);
    g_test_add_func("/model/letter_in_folder/sizes_add_up", test_sizes_add_up);
    return g_test_run();
}
