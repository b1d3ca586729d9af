/*
 * source_test.c - lines, columns and slices of a source.
 */
#include <string.h>
#include <unistd.h>

#include <glib/gstdio.h>

#include "base/offset_map.h"
#include "base/source.h"

static LetterSource *make(const char *text)
{
    g_autoptr(GBytes) bytes = g_bytes_new(text, strlen(text));

    return letter_source_new("test", bytes);
}

static void expect(const char *text, gsize offset, guint line, guint column)
{
    g_autoptr(LetterSource) source = make(text);
    LetterPosition at = letter_source_locate(source, offset);

    g_assert_cmpuint(at.line, ==, line);
    g_assert_cmpuint(at.column, ==, column);
}

static void test_positions_count_code_points(void)
{
    expect("", 0, 1, 1);
    expect("ab", 2, 1, 3);
    expect("ab\n", 3, 2, 1);
    expect("ab\ncd", 3, 2, 1);
    expect("ab\ncd", 4, 2, 2);
    expect("æøå!", 6, 1, 4);
    expect("æøå!", 1, 1, 1);
    expect("\xEF\xBB\xBF---\n", 3, 1, 1);
    expect("\tx", 1, 1, 2);
}

static void test_a_locator_finds_what_locate_finds(void)
{
    g_autoptr(LetterSource) source = make("\xEF\xBB\xBF"
                                          "a\r\næ\rø\n\n\xC3");
    LetterLocator ascending = { .source = NULL };
    LetterLocator descending = { .source = NULL };

    for (gsize i = 0; i <= source->size; i++) {
        gsize offsets[] = { i, source->size - i };
        LetterLocator *locators[] = { &ascending, &descending };

        for (guint j = 0; j < G_N_ELEMENTS(offsets); j++) {
            LetterPosition expected = letter_source_locate(source, offsets[j]);
            LetterPosition found = letter_locator_find(locators[j], source, offsets[j]);

            g_assert_cmpuint(found.line, ==, expected.line);
            g_assert_cmpuint(found.column, ==, expected.column);
        }
    }
}

static void test_line_ends_of_every_kind(void)
{
    expect("a\r\nb", 3, 2, 1);
    expect("a\r\nb", 2, 1, 2);
    expect("a\rb", 2, 2, 1);
    expect("a\n\nb", 3, 3, 1);
    expect("a\n\nb", 2, 2, 1);
}

static void test_a_line_is_found_by_any_of_its_bytes(void)
{
    g_autoptr(LetterSource) source = make("one\r\ntwo\nthree");

    for (gsize at = 0; at < 5; at++)
        g_assert_true(letter_slice_equals(
            letter_source_slice(source, letter_source_line_at(source, at)), "one"));
    for (gsize at = 5; at < 9; at++)
        g_assert_true(letter_slice_equals(
            letter_source_slice(source, letter_source_line_at(source, at)), "two"));
    g_assert_true(letter_slice_equals(
        letter_source_slice(source, letter_source_line_at(source, 14)), "three"));
}

static void test_a_map_finds_the_original(void)
{
    g_autoptr(LetterOffsetMap) map = letter_offset_map_new();

    letter_offset_map_add(map, 0, 100);
    letter_offset_map_add(map, 10, 114);
    g_assert_cmpuint(letter_offset_map_find(map, 0), ==, 100);
    g_assert_cmpuint(letter_offset_map_find(map, 9), ==, 109);
    g_assert_cmpuint(letter_offset_map_find(map, 12), ==, 116);
    letter_offset_map_pin(map, 50);
    g_assert_cmpuint(letter_offset_map_find(map, 12), ==, 50);
}

/* As /dev/zero does, were it a regular file. */
static void test_an_endless_file_is_refused(void)
{
    g_autofree char *path = NULL;
    g_autoptr(GError) error = NULL;
    g_autoptr(LetterSource) source = NULL;
    int fd = g_file_open_tmp(NULL, &path, &error);

    g_assert_no_error(error);
    g_assert_cmpint(ftruncate(fd, 65 * 1024 * 1024), ==, 0);
    close(fd);
    source = letter_source_load(path, &error);
    g_assert_null(source);
    g_assert_error(error, G_FILE_ERROR, G_FILE_ERROR_FAILED);
    g_assert_nonnull(strstr(error->message, "File too large"));
    g_unlink(path);
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/base/source/columns", test_positions_count_code_points);
    g_test_add_func("/base/source/locator", test_a_locator_finds_what_locate_finds);
    g_test_add_func("/base/source/line-ends", test_line_ends_of_every_kind);
    g_test_add_func("/base/source/line-at", test_a_line_is_found_by_any_of_its_bytes);
    g_test_add_func("/base/source/endless", test_an_endless_file_is_refused);
    g_test_add_func("/base/offset-map/find", test_a_map_finds_the_original);
    return g_test_run();
}
