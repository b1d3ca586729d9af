/*
 * text.c - a letter as plain text.
 */
#include "render/apply.h"

gboolean letter_render_text(LetterRendering *rendering, LetterSink *sink,
                            LetterDiagnostics *diagnostics)
{
    const LetterRenderer *renderer = rendering->renderer;
    const LetterLayout layout = { renderer->width, LETTER_FLOW_FIXED, rendering->locale };
    LetterViewSettings settings = letter_rendering_view(rendering);

    settings.layout = &layout;
    return letter_rendering_apply(rendering, renderer->compiled[LETTER_FORMAT_TEXT][0], &settings,
                                  sink, diagnostics);
}
