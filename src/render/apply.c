/*
 * apply.c - a template applied to a rendering.
 */
#include "render/apply.h"

/* No template needs more than so many bytes of output, and so many for each
   byte of the letter and of its pictures; a tag counts as a byte. */
#define BASE_LIMIT     ((gsize)8 * 1024 * 1024)
#define LETTER_FACTOR  64
#define PICTURE_FACTOR 4

LetterViewSettings letter_rendering_view(const LetterRendering *rendering)
{
    const LetterRenderer *renderer = rendering->renderer;

    return (LetterViewSettings){
        .letter = rendering->letter,
        .document = rendering->document,
        .labels = rendering->labels,
        .now = renderer->now,
        .style = renderer->style,
        .page_css = renderer->page_css,
        .title_level = 1,
    };
}

static gsize find_limit(const LetterRendering *rendering)
{
    gsize limit = BASE_LIMIT + rendering->letter->source->size * LETTER_FACTOR;

    for (guint i = 0; i < rendering->pictures->len; i++) {
        const LetterPicture *picture = &g_array_index(rendering->pictures, LetterPicture, i);

        limit += g_bytes_get_size(picture->bytes) * PICTURE_FACTOR;
    }
    return limit;
}

/* The addresses of a text are numbered anew each time. */
static gboolean render_once(const LetterRendering *rendering, const LetterTemplate *compiled,
                            const LetterViewSettings *settings, LetterSink *sink,
                            LetterDiagnostics *diagnostics)
{
    const LetterTemplateRun run = { settings->layout, find_limit(rendering) };
    guint n_notes = rendering->document->page_notes->len + rendering->document->intro_notes->len;
    LetterReferences *references = letter_references_new(n_notes + 1);
    LetterViewSettings own = *settings;
    g_autoptr(LetterView) view = NULL;
    gboolean is_whole;

    own.references = references;
    view = letter_view_new(&own);
    is_whole = letter_template_render(compiled, letter_view_datum(view), &run, sink, diagnostics);
    letter_references_free(references);
    return is_whole;
}

static gboolean drop(gpointer target, const char *data, gsize size, GError **error)
{
    (void)target, (void)data, (void)size, (void)error;
    return TRUE;
}

gboolean letter_rendering_apply(const LetterRendering *rendering, const LetterTemplate *compiled,
                                const LetterViewSettings *settings, LetterSink *sink,
                                LetterDiagnostics *diagnostics)
{
    /* The built-in templates end; a stranger's is tried out before a byte of
       it is written. */
    if (rendering->renderer->folder != NULL) {
        g_autoptr(LetterSink) nowhere = letter_sink_new(drop, NULL);

        if (!render_once(rendering, compiled, settings, nowhere, diagnostics))
            return FALSE;
    }
    return render_once(rendering, compiled, settings, sink, diagnostics);
}
