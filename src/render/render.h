/*
 * render.h - what the formats share: the renderer, one rendering, the table of
 * formats.
 *
 * Letter + document + labels -> view -> template -> sink.  A format is a row:
 * its name, its extension, its function.
 */
#ifndef LETTER_RENDER_RENDER_H
#define LETTER_RENDER_RENDER_H

#include "base/folder.h"
#include "base/sink.h"
#include "body/document.h"
#include "letter/render.h"
#include "model/letter.h"
#include "text/date.h"

/* A picture of the letter, read and recognised. */
typedef struct LetterPicture {
    const char *src;  /* as typed */
    const char *type; /* "image/png" */
    GBytes *bytes;
    guint width, height; /* pixels, 0: unknown */
} LetterPicture;

#define LETTER_FORMAT_COUNT     (LETTER_FORMAT_JSON + 1)
#define LETTER_FORMAT_TEMPLATES 2 /* that one format is made from, at most */

/* Renders a format, or adds findings and writes nothing. */
typedef gboolean (*LetterRenderFunc)(LetterRendering *rendering, LetterSink *sink,
                                     LetterDiagnostics *diagnostics);

typedef struct LetterFormatRow {
    const char *name;
    const char *extension;
    LetterRenderFunc render;
    const char *templates[LETTER_FORMAT_TEMPLATES]; /* NULL: no further one */
} LetterFormatRow;

gboolean letter_render_html(LetterRendering *rendering, LetterSink *sink,
                            LetterDiagnostics *diagnostics);
gboolean letter_render_text(LetterRendering *rendering, LetterSink *sink,
                            LetterDiagnostics *diagnostics);
gboolean letter_render_email(LetterRendering *rendering, LetterSink *sink,
                             LetterDiagnostics *diagnostics);
gboolean letter_render_json(LetterRendering *rendering, LetterSink *sink,
                            LetterDiagnostics *diagnostics);

#endif
