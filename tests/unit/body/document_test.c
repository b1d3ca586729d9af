/*
 * document_test.c - the texts of a letter have their notes in one series.
 */
#include <string.h>

#include "body/document.h"
#include "body/tree.h"

static const char letter_text[] = "---\n"
                                  "title: T\n"
                                  "kind: page\n"
                                  "postscript: |\n"
                                  "  p[^1]\n"
                                  "\n"
                                  "  [^1]: postscript\n"
                                  "sections:\n"
                                  "  - heading: H\n"
                                  "    text: |\n"
                                  "      s[^1] <b>\n"
                                  "\n"
                                  "      [^1]: section\n"
                                  "about: a <i>\n"
                                  "updates:\n"
                                  "  - date: 2026-01-02\n"
                                  "    text: |\n"
                                  "      u[^x]\n"
                                  "\n"
                                  "      [^x]: update\n"
                                  "email:\n"
                                  "  intro: |\n"
                                  "    i[^1]\n"
                                  "\n"
                                  "    [^1]: intro\n"
                                  "---\n"
                                  "b[^2] c[^1]\n"
                                  "\n"
                                  "[^1]: one\n"
                                  "[^2]: two <u>\n";

static void expect_notes(const GPtrArray *notes, guint first, const char *const *words)
{
    g_assert_cmpuint(notes->len, ==, g_strv_length((char **)words));
    for (guint i = 0; i < notes->len; i++) {
        const LetterNote *note = g_ptr_array_index(notes, i);
        cmark_node *paragraph = cmark_node_first_child(note->container);

        g_assert_cmpuint(letter_note_number(note), ==, first + i);
        g_assert_cmpstr(cmark_node_get_literal(cmark_node_first_child(paragraph)), ==, words[i]);
    }
}

static void test_series(void)
{
    static const char *const page[] = { "two ", "one", "postscript", "section", "update", NULL };
    static const char *const intro[] = { "intro", NULL };
    static const LetterBodyOptions options = { 0 };
    g_autoptr(GBytes) bytes = g_bytes_new_static(letter_text, strlen(letter_text));
    g_autoptr(LetterSource) source = letter_source_new("a.md", bytes);
    g_autoptr(LetterDiagnostics) diagnostics = letter_diagnostics_new();
    g_autoptr(Letter) letter = letter_parse(source, diagnostics);
    g_autoptr(LetterDocument) document = NULL;

    g_assert_cmpuint(letter_diagnostics_size(diagnostics), ==, 0);
    document = letter_document_parse(letter, &options, diagnostics);
    expect_notes(document->page_notes, 1, page);
    expect_notes(document->intro_notes, 6, intro);
    g_assert_null(document->sign);
    g_assert_cmpuint(document->sections->len, ==, 1);
    g_assert_cmpuint(document->updates->len, ==, 1);

    /* Faults of every text stand where they were typed. */
    letter_diagnostics_sort(diagnostics);
    g_assert_cmpuint(letter_diagnostics_size(diagnostics), ==, 3);
    for (guint i = 0; i < 3; i++) {
        const LetterDiagnostic *finding = letter_diagnostics_get(diagnostics, i);
        static const char *const typed[] = { "<b>", "<i>", "<u>" };

        g_assert_cmpint(finding->rule, ==, LETTER_RULE_RAW_HTML);
        g_assert_true(letter_slice_equals(letter_source_slice(source, finding->span), typed[i]));
    }
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/body/document/series", test_series);
    return g_test_run();
}
