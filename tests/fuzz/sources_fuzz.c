/*
 * sources_fuzz.c - any bytes as a source of signatories, of any kind.
 */
#include <string.h>

#include "model/letter.h"

int LLVMFuzzerTestOneInput(const guint8 *data, size_t size);

static const char *const paths[] = { "a.csv", "a.yaml", "a.json", "a.jsonl", "a.txt", "signed" };

static GBytes *read_file(gpointer data, const char *path, gsize max_size, GError **error)
{
    GBytes *bytes = data;

    (void)path;
    if (g_bytes_get_size(bytes) <= max_size)
        return g_bytes_ref(bytes);
    g_set_error(error, LETTER_FOLDER_ERROR, LETTER_FOLDER_ERROR_TOO_LARGE, "too large");
    return NULL;
}

static GPtrArray *list_files(gpointer data, const char *path, GError **error)
{
    GPtrArray *names = g_ptr_array_new_with_free_func(g_free);

    (void)data;
    (void)path;
    (void)error;
    g_ptr_array_add(names, g_strdup("a.yml"));
    g_ptr_array_add(names, g_strdup("a.ym"));
    return names;
}

/* The first byte says of which kind the rest is, and how it is read. */
int LLVMFuzzerTestOneInput(const guint8 *data, size_t size)
{
    guint choice = size > 0 ? data[0] : 0;
    g_autofree char *text = g_strdup_printf(
        "---\ntitle: T\nkind: page\nsignatories:\n  - source: %s\n    fields: { url: link, "
        "representative.name: by }\n    ignore: '*'\n    sort: name\n---\n",
        paths[choice % G_N_ELEMENTS(paths)]);
    g_autoptr(GBytes) letter_bytes = g_bytes_new(text, strlen(text));
    g_autoptr(GBytes) bytes = size > 0 ? g_bytes_new(data + 1, size - 1) : g_bytes_new("", 0);
    g_autoptr(LetterSource) source = letter_source_new("a.md", letter_bytes);
    g_autoptr(LetterDiagnostics) diagnostics = letter_diagnostics_new();
    const LetterFiles files = { read_file, list_files, bytes };
    const LetterReadOptions options = { .files = &files, .skips_invalid = choice > G_MAXINT8 };
    g_autoptr(Letter) letter = letter_read(source, &options, diagnostics);
    g_autofree char *findings = letter_diagnostics_format(diagnostics);

    g_assert(g_utf8_validate(findings, -1, NULL));
    for (guint i = 0; i < letter_diagnostics_size(diagnostics); i++) {
        const LetterDiagnostic *finding = letter_diagnostics_get(diagnostics, i);

        g_assert(finding->source != NULL && finding->span.start <= finding->span.end);
        g_assert(finding->span.end <= finding->source->size);
    }
    if (letter_diagnostics_has_errors(diagnostics))
        return 0;
    for (guint i = 0; i < letter_signatories_size(letter->signatories); i++) {
        LetterSignatory view;

        letter_signatories_get(letter->signatories, i, &view);
        g_assert(view.name.text == NULL || g_utf8_validate(view.name.text, -1, NULL));
        g_assert(view.name.text != NULL || !letter_signatory_is_shown(&view));
    }
    return 0;
}
