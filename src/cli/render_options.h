/*
 * render_options.h - the command line of `letterctl render`.
 */
#ifndef LETTER_CLI_RENDER_OPTIONS_H
#define LETTER_CLI_RENDER_OPTIONS_H

#include "cli/command.h"
#include "cli/report.h"
#include "letter/render.h"
#include "model/letter.h"

#define LETTER_STANDARD_INPUT "-"

typedef struct LetterRenderOptions {
    char **letters;  /* paths, or LETTER_STANDARD_INPUT; at least one */
    GArray *formats; /* of LetterFormat, none twice, in the order typed */
    char *output;    /* NULL: standard output */
    gboolean drafts, skip_invalid, list, verbose;
    GArray *overrides; /* of LetterOverride */
    LetterReportOptions report;

    /* For the renderer. */
    LetterRenderFlags flags;
    char *templates, *base_url, *date;
    guint width, heading_base;
    gint64 now;
} LetterRenderOptions;

/* NULL where there is nothing to run; @status is set then. */
LetterRenderOptions *letter_render_options_parse(char **argv, LetterExit *status);
void letter_render_options_free(LetterRenderOptions *options);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(LetterRenderOptions, letter_render_options_free)

#endif
