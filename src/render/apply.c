/*
 * apply.c - a template applied to a rendering.
 */
#include "render/apply.h"

/* No template needs more than so many bytes of output, and so many for each
   byte of the letter, of its list of signatories and of its pictures; a tag
   counts as a byte. */
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
    const Letter *letter = rendering->letter;
    gsize size = letter->source->size + letter_signatories_bytes(letter->signatories);

    return BASE_LIMIT + size * LETTER_FACTOR +
           MIN(rendering->shown_size, LETTER_PICTURES_SIZE) * PICTURE_FACTOR;
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

/* Line ends that were met, but not passed on yet. */
typedef struct LastLines {
    LetterSink *sink;
    gsize line_ends;
} LastLines;

static gboolean hold_back(gpointer target, const char *data, gsize size, GError **error)
{
    LastLines *last = target;
    gsize kept = size;

    (void)error;
    while (kept > 0 && data[kept - 1] == '\n')
        kept--;
    for (; kept > 0 && last->line_ends > 0; last->line_ends--)
        letter_sink_putc(last->sink, '\n');
    letter_sink_write(last->sink, data, kept);
    last->line_ends += size - kept;
    return TRUE;
}

/* Parts of a plain text end with an empty line; the last of them ends the text. */
static gboolean render_text_once(const LetterRendering *rendering, const LetterTemplate *compiled,
                                 const LetterViewSettings *settings, LetterSink *sink,
                                 LetterDiagnostics *diagnostics)
{
    LastLines last = { .sink = sink };
    g_autoptr(LetterSink) gathered = letter_sink_new(hold_back, &last);
    gboolean is_whole = render_once(rendering, compiled, settings, gathered, diagnostics);

    letter_sink_finish(gathered, NULL);
    if (last.line_ends > 0)
        letter_sink_putc(sink, '\n');
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
    return settings->layout != NULL
               ? render_text_once(rendering, compiled, settings, sink, diagnostics)
               : render_once(rendering, compiled, settings, sink, diagnostics);
}
