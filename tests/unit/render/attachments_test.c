/*
 * attachments_test.c - files that travel with a message.
 */
#include <glib/gstdio.h>
#include <string.h>

#include "render/attachments.h"

typedef struct Place {
    char *path;
    LetterFolder *folder;
} Place;

static void add_file(const Place *place, const char *name, const char *content)
{
    g_autofree char *path = g_build_filename(place->path, name, NULL);

    g_assert_true(g_file_set_contents(path, content, -1, NULL));
}

static Place make_place(void)
{
    Place place = { .path = g_dir_make_tmp("letterctl-XXXXXX", NULL) };
    g_autofree char *inner = g_build_filename(place.path, "files", NULL);

    g_assert_cmpint(g_mkdir(inner, 0700), ==, 0);
    add_file(&place, "files/å.PDF", "one");
    add_file(&place, "scan", "%PDF-1.4");
    add_file(&place, "notes", "plain");
    place.folder = letter_folder_open(place.path, NULL);
    return place;
}

static void clear_place(Place *place)
{
    static const char *const names[] = { "files/å.PDF", "files", "scan", "notes", "" };

    letter_folder_free(place->folder);
    for (guint i = 0; i < G_N_ELEMENTS(names); i++) {
        g_autofree char *path = g_build_filename(place->path, names[i], NULL);

        g_remove(path);
    }
    g_free(place->path);
}

static LetterMessage *read_files(const Place *place, const char *attachments,
                                 LetterDiagnostics *diagnostics)
{
    g_autofree char *text = g_strdup_printf(
        "---\ntitle: T\ndate: 2024-05-01\nemail:\n  attachments: %s\n---\nx\n", attachments);
    g_autoptr(GBytes) bytes = g_bytes_new(text, strlen(text));
    g_autoptr(LetterSource) source = letter_source_new("l.md", bytes);
    g_autoptr(Letter) letter = letter_parse(source, diagnostics);
    LetterMessage *message = letter_message_new();

    letter_attachments_read(message, letter, place->folder, diagnostics);
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
    Place place = make_place();
    g_autoptr(LetterDiagnostics) diagnostics = letter_diagnostics_new();
    g_autoptr(LetterMessage) message = read_files(
        &place,
        "[files/å.PDF, scan, notes, { path: notes, name: a.csv }, { path: scan, type: a/b }]",
        diagnostics);

    g_assert_cmpuint(message->attachments->len, ==, 5);
    expect(message, 0, "å.PDF", "application/pdf");
    expect(message, 1, "scan", "application/pdf");
    expect(message, 2, "notes", "application/octet-stream");
    expect(message, 3, "a.csv", "text/csv");
    expect(message, 4, "scan", "a/b");
    g_assert_true(letter_message_check(message, NULL));
    clear_place(&place);
}

static void expect_fault(const char *path, LetterRule rule)
{
    Place place = make_place();
    g_autoptr(LetterDiagnostics) diagnostics = letter_diagnostics_new();
    g_autofree char *list = g_strdup_printf("[%s, scan]", path);
    g_autoptr(LetterMessage) message = read_files(&place, list, diagnostics);
    gboolean is_there = FALSE;

    for (guint i = 0; i < letter_diagnostics_size(diagnostics); i++)
        is_there = is_there || letter_diagnostics_get(diagnostics, i)->rule == rule;
    g_assert_true(is_there);
    clear_place(&place);
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
