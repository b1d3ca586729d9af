/*
 * apply.h - a template applied to a rendering.  Private to the room.
 */
#ifndef LETTER_RENDER_APPLY_H
#define LETTER_RENDER_APPLY_H

#include "render/rendering.h"
#include "template/view.h"

/* What every view of the letter shares: letter, document, labels, moment,
   styles.  The format adds its dialect, or its layout. */
LetterViewSettings letter_rendering_view(const LetterRendering *rendering);

/* Renders one template.  FALSE, before anything is written, where a finding
   says that it makes no end. */
gboolean letter_rendering_apply(const LetterRendering *rendering, const LetterTemplate *compiled,
                                const LetterViewSettings *settings, LetterSink *sink,
                                LetterDiagnostics *diagnostics);

#endif
