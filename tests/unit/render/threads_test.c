/*
 * threads_test.c - one renderer, several threads: all write the same bytes.
 */
#include "letter/render.h"

#include <string.h>

#define THREADS 4
#define ROUNDS  6
#define FORMATS 4

/* In languages of their own, so that threads ask for labels at the same time. */
static const char *const texts[] = {
    "---\ntitle: One\ndate: 2026-05-04\nlang: en\naddressees: [The mayor]\n"
    "from: Us <us@letter.example>\nsignatories: [Ada Novak, Bo Lind, Cem Kaya]\n---\n\n"
    "Hello[^1] and *more*: https://a.example/.\n\n[^1]: A note.\n",
    "---\ntitle: Et\ndate: 2026-05-04\nlang: da\naddressees: [Borgmesteren]\n"
    "from: Os <os@letter.example>\npostscript: Og *mere*.\n---\n\n- en\n- to\n\n> tre\n",
    "---\ntitle: 一\ndate: 2026-05-04\nlang: ja\naddressees: [市長]\n"
    "from: A "
    "<a@letter.example>\n---\n\n手紙は公園のベンチについてです。手紙は公園のベンチについてです。"
    "手紙は公園のベンチについてです。\n",
    "---\ntitle: واحد\ndate: 2026-05-04\nlang: ar\naddressees: [رئيس البلدية]\n"
    "from: A <a@letter.example>\n---\n\nمرحبا [رابط](https://a.example/).\n",
};

static gboolean append(gpointer target, const char *data, gsize size, GError **error)
{
    (void)error;
    g_string_append_len(target, data, (gssize)size);
    return TRUE;
}

/* Every text in every format, one after another. */
static GString *render_all(const LetterRenderer *renderer)
{
    GString *output = g_string_new(NULL);

    for (guint i = 0; i < G_N_ELEMENTS(texts); i++) {
        g_autoptr(GBytes) bytes = g_bytes_new_static(texts[i], strlen(texts[i]));
        g_autoptr(LetterSource) source = letter_source_new("letter.md", bytes);
        g_autoptr(LetterDiagnostics) diagnostics = letter_diagnostics_new();
        g_autoptr(Letter) letter = letter_parse(source, diagnostics);
        g_autoptr(LetterRendering) rendering = letter_rendering_new(renderer, letter, diagnostics);

        for (guint format = 0; format < FORMATS; format++)
            g_assert_true(letter_rendering_write(rendering, (LetterFormat)format, append, output,
                                                 diagnostics, NULL));
    }
    return output;
}

static gpointer run(gpointer renderer)
{
    GString *first = render_all(renderer);

    for (guint round = 1; round < ROUNDS; round++) {
        GString *again = render_all(renderer);

        g_assert_cmpmem(again->str, again->len, first->str, first->len);
        g_string_free(again, TRUE);
    }
    return first;
}

static LetterRenderer *new_renderer(void)
{
    LetterRenderer *renderer = letter_renderer_new();
    g_autoptr(LetterDiagnostics) diagnostics = letter_diagnostics_new();

    letter_renderer_set_flags(renderer, LETTER_RENDER_MESSAGE_ID);
    g_assert_true(letter_renderer_prepare(renderer, diagnostics, NULL));
    return renderer;
}

static void test_same_bytes(void)
{
    g_autoptr(LetterRenderer) alone = new_renderer();
    g_autoptr(LetterRenderer) shared = new_renderer();
    GString *expected = render_all(alone);
    GThread *threads[THREADS];

    for (guint i = 0; i < THREADS; i++)
        threads[i] = g_thread_new("render", run, shared);
    for (guint i = 0; i < THREADS; i++) {
        GString *output = g_thread_join(threads[i]);

        g_assert_cmpmem(output->str, output->len, expected->str, expected->len);
        g_string_free(output, TRUE);
    }
    g_assert_cmpuint(expected->len, >, 0);
    g_string_free(expected, TRUE);
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/threads/same-bytes", test_same_bytes);
    return g_test_run();
}
