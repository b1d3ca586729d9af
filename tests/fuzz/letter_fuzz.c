/*
 * letter_fuzz.c - any bytes as a letter: read, with its faults told.
 */
#include "model/letter.h"

int LLVMFuzzerTestOneInput(const guint8 *data, size_t size);

int LLVMFuzzerTestOneInput(const guint8 *data, size_t size)
{
    static const LetterOverride overrides[] = { { "from.name", "A" }, { "email.to", "" } };
    static const LetterReadOptions options = { .overrides = overrides, .override_count = 2 };
    g_autoptr(GBytes) bytes = g_bytes_new(data, size);
    g_autoptr(LetterSource) source = letter_source_new("letter.da.md", bytes);
    g_autoptr(LetterDiagnostics) diagnostics = letter_diagnostics_new();
    g_autoptr(Letter) letter = letter_read(source, &options, diagnostics);
    g_autofree char *findings = NULL;

    letter_apply_allowances(letter, diagnostics);
    findings = letter_diagnostics_format(diagnostics);
    g_assert(g_utf8_validate(findings, -1, NULL));
    for (guint i = 0; i < letter_diagnostics_size(diagnostics); i++) {
        const LetterDiagnostic *finding = letter_diagnostics_get(diagnostics, i);

        g_assert(finding->source != NULL && finding->span.start <= finding->span.end);
        g_assert(finding->span.end <= finding->source->size);
    }
    g_assert(letter->lang_tag != NULL);
    return 0;
}
