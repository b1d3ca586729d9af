/*
 * output_test.c - files that are replaced whole, or not at all.
 */
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <glib/gstdio.h>

#include "output/output.h"

typedef struct Fixture {
    char *folder;
    char *path; /* out.html in it, which is not there yet */
} Fixture;

static void set_up(Fixture *fixture, gconstpointer data)
{
    (void)data;
    fixture->folder = g_dir_make_tmp("output-XXXXXX", NULL);
    fixture->path = g_build_filename(fixture->folder, "out.html", NULL);
}

static void tear_down(Fixture *fixture, gconstpointer data)
{
    g_autoptr(GDir) folder = g_dir_open(fixture->folder, 0, NULL);
    const char *name;

    (void)data;
    while ((name = g_dir_read_name(folder)) != NULL) {
        g_autofree char *path = g_build_filename(fixture->folder, name, NULL);

        g_assert_cmpint(g_remove(path), ==, 0);
    }
    g_assert_cmpint(g_rmdir(fixture->folder), ==, 0);
    g_free(fixture->folder);
    g_free(fixture->path);
}

static guint count_files(const Fixture *fixture)
{
    g_autoptr(GDir) folder = g_dir_open(fixture->folder, 0, NULL);
    guint count = 0;

    while (g_dir_read_name(folder) != NULL)
        count++;
    return count;
}

static LetterOutputState write_text(const char *path, const char *text, LetterOutputLink link)
{
    g_autoptr(GError) error = NULL;
    LetterOutputState state;

    g_assert_true(letter_output_write(path, letter_slice(text), link, &state, &error));
    g_assert_no_error(error);
    return state;
}

static void expect_content(const char *path, const char *expected)
{
    g_autofree char *content = NULL;

    g_assert_true(g_file_get_contents(path, &content, NULL, NULL));
    g_assert_cmpstr(content, ==, expected);
}

static void expect_failure(const char *path, const char *why)
{
    g_autoptr(GError) error = NULL;
    g_autofree char *message = g_strdup_printf("%s: %s", path, why);
    LetterOutputState state;

    g_assert_false(
        letter_output_write(path, letter_slice("new"), LETTER_OUTPUT_FOLLOW_LINK, &state, &error));
    g_assert_nonnull(error);
    g_assert_cmpstr(error->message, ==, message);
}

static void test_a_new_file_follows_the_umask(Fixture *fixture, gconstpointer data)
{
    mode_t umask_before = umask(027);
    struct stat status;

    (void)data;
    g_assert_cmpint(write_text(fixture->path, "one", LETTER_OUTPUT_FOLLOW_LINK), ==,
                    LETTER_OUTPUT_WRITTEN);
    umask(umask_before);
    expect_content(fixture->path, "one");
    g_assert_cmpint(g_stat(fixture->path, &status), ==, 0);
    g_assert_cmphex(status.st_mode & 07777, ==, 0640);
    g_assert_cmpuint(count_files(fixture), ==, 1);
}

static void test_an_old_file_keeps_its_mode(Fixture *fixture, gconstpointer data)
{
    struct stat status;

    (void)data;
    write_text(fixture->path, "one", LETTER_OUTPUT_FOLLOW_LINK);
    g_assert_cmpint(g_chmod(fixture->path, 0664), ==, 0);
    write_text(fixture->path, "two", LETTER_OUTPUT_FOLLOW_LINK);
    expect_content(fixture->path, "two");
    g_assert_cmpint(g_stat(fixture->path, &status), ==, 0);
    g_assert_cmphex(status.st_mode & 07777, ==, 0664);
    g_assert_cmpuint(count_files(fixture), ==, 1);
}

static void test_equal_content_is_left_alone(Fixture *fixture, gconstpointer data)
{
    struct stat before, after;

    (void)data;
    write_text(fixture->path, "same", LETTER_OUTPUT_FOLLOW_LINK);
    g_assert_cmpint(g_stat(fixture->path, &before), ==, 0);
    g_assert_cmpint(write_text(fixture->path, "same", LETTER_OUTPUT_FOLLOW_LINK), ==,
                    LETTER_OUTPUT_UNCHANGED);
    g_assert_cmpint(g_stat(fixture->path, &after), ==, 0);
    g_assert_cmpuint(before.st_ino, ==, after.st_ino);
    g_assert_cmpint(write_text(fixture->path, "", LETTER_OUTPUT_FOLLOW_LINK), ==,
                    LETTER_OUTPUT_WRITTEN);
    g_assert_cmpint(write_text(fixture->path, "", LETTER_OUTPUT_FOLLOW_LINK), ==,
                    LETTER_OUTPUT_UNCHANGED);
}

static void test_links_are_followed_or_replaced(Fixture *fixture, gconstpointer data)
{
    g_autofree char *link = g_build_filename(fixture->folder, "link", NULL);
    struct stat status;

    (void)data;
    write_text(fixture->path, "one", LETTER_OUTPUT_FOLLOW_LINK);
    g_assert_cmpint(symlink("out.html", link), ==, 0);
    write_text(link, "two", LETTER_OUTPUT_FOLLOW_LINK);
    expect_content(fixture->path, "two");
    write_text(link, "three", LETTER_OUTPUT_REPLACE_LINK);
    expect_content(fixture->path, "two");
    expect_content(link, "three");
    g_assert_cmpint(g_lstat(link, &status), ==, 0);
    g_assert_true(S_ISREG(status.st_mode));
}

static void test_failures_name_the_file(Fixture *fixture, gconstpointer data)
{
    g_autofree char *lost = g_build_filename(fixture->folder, "no", "out.html", NULL);
    g_autofree char *dangling = g_build_filename(fixture->folder, "dangling", NULL);

    (void)data;
    expect_failure(lost, "No such file or directory");
    expect_failure(fixture->folder, "Is a directory");
    expect_failure("/dev/full", "No space left on device");
    g_assert_cmpint(symlink("nothing", dangling), ==, 0);
    expect_failure(dangling, "No such file or directory");
    g_assert_cmpuint(count_files(fixture), ==, 1);
}

static void test_devices_are_written_to(Fixture *fixture, gconstpointer data)
{
    struct stat status;

    (void)fixture;
    (void)data;
    write_text("/dev/null", "one", LETTER_OUTPUT_FOLLOW_LINK);
    g_assert_cmpint(g_stat("/dev/null", &status), ==, 0);
    g_assert_true(S_ISCHR(status.st_mode));
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
#define ADD(name, test) g_test_add("/output/" name, Fixture, NULL, set_up, test, tear_down)
    ADD("umask", test_a_new_file_follows_the_umask);
    ADD("mode", test_an_old_file_keeps_its_mode);
    ADD("equal", test_equal_content_is_left_alone);
    ADD("links", test_links_are_followed_or_replaced);
    ADD("failures", test_failures_name_the_file);
    ADD("devices", test_devices_are_written_to);
#undef ADD
    return g_test_run();
}
