/*
 * faults.h - tables of front matter that is wrong, and of what is said about it.
 */
#ifndef TESTS_MODEL_FAULTS_H
#define TESTS_MODEL_FAULTS_H

#include <string.h>

#include "model/letter.h"

/* Some keys, or a whole letter, and the findings. */
typedef struct Case {
    const char *text;
    const char *findings;
} Case;

static inline void expect_findings(const char *text, const char *findings)
{
    g_autoptr(GBytes) bytes = g_bytes_new(text, strlen(text));
    g_autoptr(LetterSource) source = letter_source_new("a.md", bytes);
    g_autoptr(LetterDiagnostics) diagnostics = letter_diagnostics_new();
    g_autoptr(Letter) letter = letter_parse(source, diagnostics);
    g_autofree char *found = letter_diagnostics_format(diagnostics);

    g_test_message("%s", text);
    g_assert_cmpstr(found, ==, findings);
    g_assert_nonnull(letter_get_lang(letter));
}

/* The keys stand from line 5 on, in a letter that is sound without them. */
static inline void test_keys(gconstpointer data)
{
    for (const Case *known = data; known->text != NULL; known++) {
        g_autofree char *text = g_strconcat("---\ntitle: T\ndate: 2023-11-21\naddressees: [X]\n",
                                            known->text, "---\nBody.\n", NULL);

        expect_findings(text, known->findings);
    }
}

#endif
