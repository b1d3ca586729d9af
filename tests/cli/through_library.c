/*
 * through_library.c - render a letter to text with libletter, as another program would.
 */
#include <letter/render.h>
#include <stdio.h>

static gboolean write_out(gpointer target, const char *data, gsize size, GError **error)
{
    (void)error;
    return fwrite(data, 1, size, target) == size;
}

int main(int argc, char **argv)
{
    g_autoptr(LetterDiagnostics) diagnostics = letter_diagnostics_new();
    g_autoptr(LetterRenderer) renderer = letter_renderer_new();
    g_autoptr(LetterSource) source = argc > 1 ? letter_source_load(argv[1], NULL) : NULL;
    g_autoptr(LetterRendering) rendering = NULL;
    g_autoptr(Letter) letter = NULL;
    g_autofree char *folder = NULL;
    g_autofree char *report = NULL;
    gboolean written = FALSE;

    if (source == NULL || !letter_renderer_prepare(renderer, diagnostics, NULL))
        return 3;
    folder = g_path_get_dirname(argv[1]);
    letter = letter_parse_in_folder(source, folder, diagnostics);
    if (letter_diagnostics_count(diagnostics, LETTER_SEVERITY_ERROR) == 0) {
        rendering = letter_rendering_new(renderer, letter, diagnostics);
        written = letter_rendering_write(rendering, LETTER_FORMAT_TEXT, write_out, stdout,
                                         diagnostics, NULL);
    }
    report = letter_diagnostics_format(diagnostics);
    fputs(report, stderr);
    return written ? 0 : 1;
}
