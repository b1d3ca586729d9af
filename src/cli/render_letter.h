/*
 * render_letter.h - one letter of a run: read, rendered into memory.
 */
#ifndef LETTER_CLI_RENDER_LETTER_H
#define LETTER_CLI_RENDER_LETTER_H

#include "letter/render.h"
#include "model/letter.h"

typedef struct LetterRenderLetter {
    char *argument; /* as on the command line */
    GError *error;  /* why it could not be read; NULL: it could */
    LetterSource *source;
    Letter *letter;
    LetterDiagnostics *diagnostics;
} LetterRenderLetter;

/* Never fails: what went wrong is in it. */
LetterRenderLetter *letter_render_letter_load(const char *argument,
                                              const LetterReadOptions *options);
void letter_render_letter_free(LetterRenderLetter *letter);

/* Lets go of all but the letter's name. */
void letter_render_letter_clear(LetterRenderLetter *letter);

/* NULL where the letter has none. */
const char *letter_render_letter_slug(const LetterRenderLetter *letter);

/* An output for each of @formats (of GString); NULL where a finding forbids
   them.  Without @formats the letter's own faults are found all the same. */
GPtrArray *letter_render_letter_render(const LetterRenderLetter *letter,
                                       const LetterRenderer *renderer, const GArray *formats);

#endif
