/*
 * folder_test.c - nothing outside a folder is read through it.
 */
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <glib/gstdio.h>

#include "base/folder.h"

typedef struct Place {
    char *outside; /* holds "secret" and the folder "site" */
    char *site;    /* holds "page" and "sub/page" and links */
} Place;

static void put(const char *folder, const char *name, const char *text)
{
    g_autofree char *path = g_build_filename(folder, name, NULL);

    g_assert_true(g_file_set_contents(path, text, -1, NULL));
}

static void link_to(const char *target, const char *folder, const char *name)
{
    g_autofree char *path = g_build_filename(folder, name, NULL);

    g_assert_cmpint(symlink(target, path), ==, 0);
}

static void set_up(Place *place, gconstpointer data)
{
    g_autofree char *sub = NULL;

    (void)data;
    place->outside = g_dir_make_tmp("folder-XXXXXX", NULL);
    place->site = g_build_filename(place->outside, "site", NULL);
    sub = g_build_filename(place->site, "sub", NULL);
    g_assert_cmpint(g_mkdir_with_parents(sub, 0755), ==, 0);
    put(place->outside, "secret", "secret");
    put(place->site, "page", "page");
    put(place->site, "sub/page", "below");
    link_to("../secret", place->site, "link-out");
    link_to("..", place->site, "folder-out");
    link_to("/etc/passwd", place->site, "link-absolute");
}

static void tear_down(Place *place, gconstpointer data)
{
    g_autofree char *command = g_strdup_printf("rm -rf '%s'", place->outside);

    (void)data;
    g_assert_true(g_spawn_command_line_sync(command, NULL, NULL, NULL, NULL));
    g_free(place->outside);
    g_free(place->site);
}

static void expect_text(const Place *place, const char *path, const char *text)
{
    g_autoptr(LetterFolder) folder = letter_folder_open(place->site, NULL);
    g_autoptr(GBytes) bytes = letter_folder_read(folder, path, 1000, NULL);
    gsize size = 0;
    const char *data;

    g_assert_nonnull(bytes);
    data = g_bytes_get_data(bytes, &size);
    g_assert_cmpmem(data, size, text, strlen(text));
}

static void expect_error(const Place *place, const char *path, gsize max_size,
                         LetterFolderError code)
{
    g_autoptr(LetterFolder) folder = letter_folder_open(place->site, NULL);
    g_autoptr(GError) error = NULL;
    g_autoptr(GBytes) bytes = letter_folder_read(folder, path, max_size, &error);

    g_assert_null(bytes);
    g_assert_error(error, LETTER_FOLDER_ERROR, (int)code);
}

static void test_files_below(Place *place, gconstpointer data)
{
    (void)data;
    expect_text(place, "page", "page");
    expect_text(place, "sub/page", "below");
    expect_text(place, "./sub//page", "below");
}

static void test_ways_out(Place *place, gconstpointer data)
{
    (void)data;
    expect_error(place, "../secret", 1000, LETTER_FOLDER_ERROR_OUTSIDE);
    expect_error(place, "sub/../../secret", 1000, LETTER_FOLDER_ERROR_OUTSIDE);
    expect_error(place, "/etc/passwd", 1000, LETTER_FOLDER_ERROR_OUTSIDE);
    expect_error(place, "link-out", 1000, LETTER_FOLDER_ERROR_OUTSIDE);
    expect_error(place, "link-absolute", 1000, LETTER_FOLDER_ERROR_OUTSIDE);
    expect_error(place, "folder-out/secret", 1000, LETTER_FOLDER_ERROR_OUTSIDE);
}

static void test_what_is_no_file(Place *place, gconstpointer data)
{
    (void)data;
    expect_error(place, "nothing", 1000, LETTER_FOLDER_ERROR_MISSING);
    expect_error(place, "page/below", 1000, LETTER_FOLDER_ERROR_MISSING);
    expect_error(place, "sub", 1000, LETTER_FOLDER_ERROR_NOT_REGULAR);
    expect_error(place, "page", 3, LETTER_FOLDER_ERROR_TOO_LARGE);
    expect_text(place, "page", "page");
}

static char *list(const Place *place, const char *path)
{
    g_autoptr(LetterFolder) folder = letter_folder_open(place->site, NULL);
    g_autoptr(GError) error = NULL;
    g_autoptr(GPtrArray) names = letter_folder_list(folder, path, &error);

    if (names == NULL)
        return g_strdup_printf("error %d", error->code);
    g_ptr_array_add(names, NULL);
    return g_strjoinv(" ", (char **)names->pdata);
}

static void test_names(Place *place, gconstpointer data)
{
    static const char *const outside[] = { "..", "sub/../..", "/etc", "folder-out" };
    g_autofree char *top = list(place, ".");
    g_autofree char *below = list(place, "sub/");
    g_autofree char *file = list(place, "page");
    g_autofree char *missing = list(place, "nothing");

    (void)data;
    g_assert_cmpstr(top, ==, "folder-out link-absolute link-out page sub");
    g_assert_cmpstr(below, ==, "page");
    g_assert_cmpstr(file, ==, "error 2");
    g_assert_cmpstr(missing, ==, "error 1");
    for (guint i = 0; i < G_N_ELEMENTS(outside); i++) {
        g_autofree char *found = list(place, outside[i]);

        g_assert_cmpstr(found, ==, "error 0");
    }
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add("/base/folder/below", Place, NULL, set_up, test_files_below, tear_down);
    g_test_add("/base/folder/ways-out", Place, NULL, set_up, test_ways_out, tear_down);
    g_test_add("/base/folder/no-file", Place, NULL, set_up, test_what_is_no_file, tear_down);
    g_test_add("/base/folder/names", Place, NULL, set_up, test_names, tear_down);
    return g_test_run();
}
