/*
 * sink_test.c - a failure is kept and told once; nothing follows it.
 */
#include <fcntl.h>
#include <string.h>
#include <unistd.h>

#include "base/sink.h"

/* Takes what it is given until @room bytes are full. */
typedef struct Vessel {
    GString *content;
    gsize room;
} Vessel;

static gboolean pour(gpointer target, const char *data, gsize size, GError **error)
{
    Vessel *vessel = target;

    if (vessel->content->len + size > vessel->room) {
        g_set_error_literal(error, G_FILE_ERROR, G_FILE_ERROR_NOSPC, "full");
        return FALSE;
    }
    g_string_append_len(vessel->content, data, (gssize)size);
    return TRUE;
}

static void test_all_bytes_arrive_in_order(void)
{
    Vessel vessel = { g_string_new(NULL), G_MAXSIZE };
    g_autoptr(GString) expected = g_string_new(NULL);
    g_autoptr(LetterSink) sink = letter_sink_new(pour, &vessel);
    g_autofree char *large = g_strnfill(200000, 'y');

    for (guint i = 0; i < 50000; i++) {
        letter_sink_printf(sink, "%u,", i);
        g_string_append_printf(expected, "%u,", i);
    }
    letter_sink_puts(sink, large);
    g_string_append(expected, large);
    letter_sink_putc(sink, '.');
    g_string_append_c(expected, '.');
    g_assert_true(letter_sink_finish(sink, NULL));
    g_assert_cmpuint(letter_sink_size(sink), ==, expected->len);
    g_assert_cmpmem(vessel.content->str, vessel.content->len, expected->str, expected->len);
    g_string_free(vessel.content, TRUE);
}

static void test_a_failure_is_kept(void)
{
    Vessel vessel = { g_string_new(NULL), 100000 };
    g_autoptr(LetterSink) sink = letter_sink_new(pour, &vessel);
    g_autoptr(GError) error = NULL;

    for (guint i = 0; i < 50000; i++)
        letter_sink_puts(sink, "12345");
    g_assert_true(letter_sink_failed(sink));
    g_assert_false(letter_sink_is_full(sink));
    g_assert_false(letter_sink_finish(sink, &error));
    g_assert_error(error, G_FILE_ERROR, G_FILE_ERROR_NOSPC);
    g_string_free(vessel.content, TRUE);
}

static void test_a_limit_holds(void)
{
    g_autoptr(GString) text = g_string_new(NULL);
    g_autoptr(LetterSink) sink = letter_sink_new_for_string(text);

    letter_sink_set_limit(sink, 5);
    letter_sink_puts(sink, "12345");
    g_assert_false(letter_sink_failed(sink));
    letter_sink_putc(sink, '6');
    g_assert_true(letter_sink_is_full(sink));
    g_assert_cmpstr(text->str, ==, "12345");
    g_assert_false(letter_sink_finish(sink, NULL));
}

static void test_a_full_disk_is_named(void)
{
    int fd = open("/dev/full", O_WRONLY | O_CLOEXEC);
    g_autoptr(LetterSink) sink = NULL;
    g_autoptr(GError) error = NULL;

    if (fd < 0) {
        g_test_skip("there is no /dev/full");
        return;
    }
    sink = letter_sink_new_for_fd(fd, "page.html");
    letter_sink_puts(sink, "x");
    g_assert_false(letter_sink_finish(sink, &error));
    g_assert_error(error, G_FILE_ERROR, G_FILE_ERROR_NOSPC);
    g_assert_true(g_str_has_prefix(error->message, "page.html: "));
    close(fd);
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/base/sink/order", test_all_bytes_arrive_in_order);
    g_test_add_func("/base/sink/failure", test_a_failure_is_kept);
    g_test_add_func("/base/sink/limit", test_a_limit_holds);
    g_test_add_func("/base/sink/full-disk", test_a_full_disk_is_named);
    return g_test_run();
}
