/*
 * template_fuzz.c - any bytes as a template of a stranger: it ends, and what it
 * says is text.
 */
#include <string.h>

#include "body/document.h"
#include "template/mustache.h"
#include "template/view.h"

int LLVMFuzzerTestOneInput(const guint8 *data, size_t size);

#define LIMIT 100000 /* bytes of output */

static const char letter_text[] =
    "---\ntitle: <b>&T\ndate: 2026-05-04\naddressees: [A, {name: B, role: r, address: [x, y]}]\n"
    "signatories: [{name: C, url: 'https://c.example/'}, {name: D, representative: E}]\n"
    "extra: {body: '<script>', list: [a, {b: c}]}\nupdates: [{date: 2026-06-01, text: u}]\n"
    "---\n\nHello[^1] [link](https://a.example/).\n\n[^1]: Note.\n";

/* Each partial is the template itself. */
static LetterSource *load(gconstpointer data, const char *name, LetterDiagnostics *diagnostics)
{
    (void)diagnostics;
    return letter_source_new(name, (GBytes *)data);
}

static gboolean holds(GBytes *bytes, char byte)
{
    gsize size;
    const char *data = g_bytes_get_data(bytes, &size);

    return size > 0 && memchr(data, byte, size) != NULL;
}

static void render(GBytes *template, const Letter *letter, const LetterDocument *document,
                   gboolean as_text)
{
    static const LetterHtmlDialect dialect = { .id_prefix = "p-", .heading_base = 2 };
    g_autoptr(LetterDiagnostics) diagnostics = letter_diagnostics_new();
    g_autoptr(LetterTemplates) templates =
        letter_templates_new(letter_view_schema(), load, template);
    g_autoptr(LetterLabels) labels = letter_labels_load("en", NULL, NULL, diagnostics);
    g_autoptr(LetterLocale) locale = letter_locale_new("en");
    g_autoptr(LetterReferences) references = letter_references_new(2);
    g_autoptr(GString) output = g_string_new(NULL);
    g_autoptr(LetterSink) sink = letter_sink_new_for_string(output);
    const LetterLayout layout = { 30, LETTER_FLOW_FIXED, locale };
    const LetterTemplateRun run = { as_text ? &layout : NULL, LIMIT };
    const LetterViewSettings settings = { .letter = letter,
                                          .document = document,
                                          .labels = labels,
                                          .dialect = as_text ? NULL : &dialect,
                                          .title_level = 1,
                                          .layout = as_text ? &layout : NULL,
                                          .references = references };
    g_autoptr(LetterView) view = letter_view_new(&settings);
    const LetterTemplate *compiled =
        letter_templates_compile(templates, as_text ? "t.txt" : "t.html", diagnostics);

    if (compiled == NULL) {
        g_assert_true(letter_diagnostics_has_errors(diagnostics));
        return;
    }
    letter_template_render(compiled, letter_view_datum(view), &run, sink, diagnostics);
    g_assert_true(g_utf8_validate(output->str, (gssize)output->len, NULL));
    /* What the template did not write itself did not come from the letter. */
    if (!as_text && !holds(template, 's'))
        g_assert_null(strstr(output->str, "<script>"));
}

int LLVMFuzzerTestOneInput(const guint8 *data, size_t size)
{
    static const LetterBodyOptions options = { 0 };
    g_autoptr(GBytes) given = g_bytes_new_static(letter_text, strlen(letter_text));
    g_autoptr(LetterSource) source = letter_source_new("letter.md", given);
    g_autoptr(LetterDiagnostics) diagnostics = letter_diagnostics_new();
    g_autoptr(Letter) letter = letter_parse(source, diagnostics);
    g_autoptr(LetterDocument) document = letter_document_parse(letter, &options, diagnostics);
    g_autoptr(GBytes) bytes = g_bytes_new(data, size);

    render(bytes, letter, document, FALSE);
    render(bytes, letter, document, TRUE);
    return 0;
}
