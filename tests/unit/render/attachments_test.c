/*
 * attachments_test.c - files that travel with a message.
 */
#include <glib/gstdio.h>
#include <string.h>

#include "render/attachments.h"

static void add_file(const char *folder, const char *name, const char *content)
{
    g_autofree char *path = g_build_filename(folder, name, NULL);

    g_assert_true(g_file_set_contents(path, content, -1, NULL));
}

static char *make_folder(void)
{
    char *folder = g_dir_make_tmp("letterctl-XXXXXX", NULL);
    g_autofree char *inner = g_build_filename(folder, "files", NULL);

    g_assert_cmpint(g_mkdir(inner, 0700), ==, 0);
    add_file(folder, "files/å.PDF", "one");
    add_file(folder, "scan", "%PDF-1.4");
    add_file(folder, "notes", "plain");
    return folder;
}

static void remove_folder(const char *folder)
{
    static const char *const names[] = { "files/å.PDF", "files", "scan", "notes", "" };

    for (guint i = 0; i < G_N_ELEMENTS(names); i++) {
        g_autofree char *path = g_build_filename(folder, names[i], NULL);

        g_remove(path);
    }
}

static LetterMessage *read_files(const char *attachments, LetterDiagnostics *diagnostics)
{
    g_autofree char *folder = make_folder();
    g_autofree char *path = g_build_filename(folder, "letter.md", NULL);
    g_autofree char *text = g_strdup_printf(
        "---\ntitle: T\ndate: 2024-05-01\nemail:\n  attachments: %s\n---\nx\n", attachments);
    g_autoptr(GBytes) bytes = g_bytes_new(text, strlen(text));
    g_autoptr(LetterSource) source = letter_source_new(path, bytes);
    g_autoptr(Letter) letter = letter_parse(source, diagnostics);
    g_autoptr(LetterRenderer) renderer = letter_renderer_new();
    g_autoptr(LetterRendering) rendering = letter_rendering_new(renderer, letter, diagnostics);
    LetterMessage *message = letter_message_new();

    letter_attachments_read(message, rendering, diagnostics);
    remove_folder(folder);
    return message;
}

static void expect(const LetterMessage *message, guint index, const char *filename,
                   const char *type)
{
    const LetterMessagePart *part;

    g_assert_cmpuint(index, <, message->attachments->len);
    part = &g_array_index(message->attachments, LetterMessagePart, index);
    g_assert_cmpstr(part->filename, ==, filename);
    g_assert_cmpstr(part->type, ==, type);
}

static void test_names_and_types(void)
{
    g_autoptr(LetterDiagnostics) diagnostics = letter_diagnostics_new();
    g_autoptr(LetterMessage) message = read_files(
        "[files/å.PDF, scan, notes, { path: notes, name: a.csv }, { path: scan, type: a/b }]",
        diagnostics);

    g_assert_cmpuint(message->attachments->len, ==, 5);
    expect(message, 0, "å.PDF", "application/pdf");
    expect(message, 1, "scan", "application/pdf");
    expect(message, 2, "notes", "application/octet-stream");
    expect(message, 3, "a.csv", "text/csv");
    expect(message, 4, "scan", "a/b");
    g_assert_true(letter_message_check(message, NULL));
}

static void expect_fault(const char *path, LetterRule rule)
{
    g_autoptr(LetterDiagnostics) diagnostics = letter_diagnostics_new();
    g_autofree char *list = g_strdup_printf("[%s, scan]", path);
    g_autoptr(LetterMessage) G_GNUC_UNUSED message = read_files(list, diagnostics);
    gboolean is_there = FALSE;

    for (guint i = 0; i < letter_diagnostics_size(diagnostics); i++)
        is_there = is_there || letter_diagnostics_get(diagnostics, i)->rule == rule;
    g_assert_true(is_there);
}

static void test_what_cannot_be_read(void)
{
    expect_fault("../scan", LETTER_RULE_PATH_OUTSIDE);
    expect_fault("/etc/passwd", LETTER_RULE_PATH_OUTSIDE);
    expect_fault("nowhere.pdf", LETTER_RULE_FILE_MISSING);
    expect_fault("files", LETTER_RULE_FILE_UNREADABLE);
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/render/attachments/types", test_names_and_types);
    g_test_add_func("/render/attachments/faults", test_what_cannot_be_read);
    return g_test_run();
}
