/*
 * render_letter.c - one letter of a run: read, rendered into memory.
 */
#include "cli/render_letter.h"

#include <string.h>
#include <unistd.h>

#include "cli/render_options.h"

#define STANDARD_INPUT_NAME "<stdin>"

static void read_letter(LetterRenderLetter *letter, const LetterReadOptions *options)
{
    /* Of standard input it is the current folder. */
    g_autofree char *folder = g_path_get_dirname(letter->argument);

    letter->letter = letter_read_in_folder(letter->source, folder, options, letter->diagnostics);
}

LetterRenderLetter *letter_render_letter_load(const char *argument,
                                              const LetterReadOptions *options)
{
    LetterRenderLetter *letter = g_new0(LetterRenderLetter, 1);

    letter->argument = g_strdup(argument);
    letter->diagnostics = letter_diagnostics_new();
    letter->source =
        strcmp(argument, LETTER_STANDARD_INPUT) == 0
            ? letter_source_load_stream(STANDARD_INPUT_NAME, STDIN_FILENO, &letter->error)
            : letter_source_load(argument, &letter->error);
    if (letter->source != NULL)
        read_letter(letter, options);
    return letter;
}

void letter_render_letter_clear(LetterRenderLetter *letter)
{
    g_clear_pointer(&letter->letter, letter_free);
    g_clear_pointer(&letter->source, letter_source_unref);
    g_clear_pointer(&letter->diagnostics, letter_diagnostics_free);
    g_clear_error(&letter->error);
}

void letter_render_letter_free(LetterRenderLetter *letter)
{
    letter_render_letter_clear(letter);
    g_free(letter->argument);
    g_free(letter);
}

const char *letter_render_letter_slug(const LetterRenderLetter *letter)
{
    return letter->letter != NULL ? letter->letter->file_slug : NULL;
}

static gboolean append(gpointer target, const char *data, gsize size, GError **error)
{
    (void)error;
    g_string_append_len(target, data, (gssize)size);
    return TRUE;
}

static void free_content(gpointer content)
{
    g_string_free(content, TRUE);
}

GPtrArray *letter_render_letter_render(const LetterRenderLetter *letter,
                                       const LetterRenderer *renderer, const GArray *formats)
{
    g_autoptr(GPtrArray) contents = g_ptr_array_new_with_free_func(free_content);
    g_autoptr(LetterRendering) rendering =
        letter_rendering_new(renderer, letter->letter, letter->diagnostics);

    if (formats == NULL || letter_diagnostics_has_errors(letter->diagnostics))
        return NULL;
    /* What forbids one format is told with what forbids the others. */
    for (guint i = 0; i < formats->len; i++) {
        GString *content = g_string_new(NULL);

        g_ptr_array_add(contents, content);
        letter_rendering_write(rendering, g_array_index(formats, LetterFormat, i), append, content,
                               letter->diagnostics, NULL);
    }
    return letter_diagnostics_has_errors(letter->diagnostics) ? NULL : g_steal_pointer(&contents);
}
