/*
 * cmd_render.c - `letterctl render`: letters to pages, texts and messages.
 *
 * All letters are read before the first output is written, so that two letters
 * that would overwrite each other are found in time.  All formats of a letter
 * are rendered in memory before one of them is written, so that a faulty
 * letter leaves its old outputs as they were.
 */
#include <string.h>
#include <unistd.h>

#include "cli/collisions.h"
#include "cli/command.h"
#include "cli/destination.h"
#include "cli/render_letter.h"
#include "cli/render_options.h"
#include "cli/stream.h"
#include "cli/usage.h"
#include "cli/written.h"

#define COMMAND "render"

typedef struct Run {
    const LetterRenderOptions *options;
    LetterDestination destination;
    LetterReport *report;
    LetterRenderer *renderer;
    LetterWritten *written;
    GPtrArray *letters;     /* of LetterRenderLetter */
    gboolean has_templates; /* FALSE: letters are read for their own faults alone */
    LetterExit worst;
} Run;

static void worsen(Run *run, LetterExit status)
{
    run->worst = MAX(run->worst, status);
}

static LetterExit refuse_letters(const LetterRenderOptions *options)
{
    guint streams = 0;

    if (options->letters == NULL)
        return letter_usage_fail(COMMAND, "no letter given; write 'letterctl render LETTER.md', or "
                                          "'-' for standard input");
    for (guint i = 0; options->letters[i] != NULL; i++) {
        const char *path = options->letters[i];

        if (strcmp(path, LETTER_STANDARD_INPUT) == 0 && ++streams > 1)
            return letter_usage_fail(COMMAND, "standard input is given twice");
        if (path[0] == '\0')
            return letter_usage_fail(COMMAND, "the name of a letter is empty");
        if (g_file_test(path, G_FILE_TEST_IS_DIR))
            return letter_usage_fail(COMMAND, "'%s' is a folder; name its letters, '%s%s*.md' say",
                                     path, path, g_str_has_suffix(path, "/") ? "" : "/");
    }
    return LETTER_EXIT_FINE;
}

static LetterExit refuse_output(const LetterRenderOptions *options,
                                const LetterDestination *destination)
{
    guint outputs = g_strv_length(options->letters) * options->formats->len;

    if (options->output != NULL && options->output[0] == '\0')
        return letter_usage_fail(COMMAND, "--output is empty; write a file, or 'FOLDER/'");
    if (outputs > 1 && destination->kind == LETTER_DESTINATION_STREAM)
        return letter_usage_fail(COMMAND, "%u outputs need a folder; write '--output FOLDER/'",
                                 outputs);
    if (outputs > 1 && destination->kind == LETTER_DESTINATION_FILE)
        return letter_usage_fail(COMMAND,
                                 "'%s' is one file for %u outputs; write '%s/' for a folder",
                                 destination->path, outputs, destination->path);
    if (options->list && destination->kind == LETTER_DESTINATION_STREAM)
        return letter_usage_fail(COMMAND, "--list and the output would both go to standard output; "
                                          "write '--output FILE'");
    return LETTER_EXIT_FINE;
}

/* Bcc is for `sendmail -t`, which strips it; a folder is often published. */
static LetterRenderFlags flags_for(const Run *run)
{
    return run->options->flags |
           (run->destination.kind != LETTER_DESTINATION_FOLDER ? LETTER_RENDER_BCC : 0);
}

static guint format_bits(const GArray *formats)
{
    guint bits = 0;

    for (guint i = 0; i < formats->len; i++)
        bits |= 1u << g_array_index(formats, LetterFormat, i);
    return bits;
}

static LetterExit set_up_renderer(Run *run)
{
    const LetterRenderOptions *options = run->options;

    if (options->templates != NULL && options->templates[0] == '\0')
        return letter_usage_fail(COMMAND, "--templates is empty; write a folder");
    run->renderer = letter_renderer_new();
    letter_renderer_set_flags(run->renderer, flags_for(run));
    letter_renderer_set_formats(run->renderer, format_bits(options->formats));
    letter_renderer_set_width(run->renderer, options->width);
    letter_renderer_set_heading_base(run->renderer, options->heading_base);
    letter_renderer_set_now(run->renderer, options->now);
    if (options->templates != NULL)
        letter_renderer_set_templates(run->renderer, options->templates);
    if (options->base_url != NULL)
        letter_renderer_set_base_url(run->renderer, options->base_url);
    if (options->date != NULL && !letter_renderer_set_date(run->renderer, options->date))
        return letter_usage_fail(COMMAND,
                                 "--date: '%s' is no date; write it as 2030-06-01T12:00:00+02:00",
                                 options->date);
    return LETTER_EXIT_FINE;
}

/* The templates' own faults are told once, not for each letter. */
static LetterExit prepare_renderer(Run *run)
{
    g_autoptr(LetterDiagnostics) diagnostics = letter_diagnostics_new();
    g_autoptr(GError) error = NULL;
    gboolean prepared = letter_renderer_prepare(run->renderer, diagnostics, &error);

    letter_report_add(run->report, diagnostics);
    if (error != NULL) {
        letter_report_fail(run->report, error);
        return LETTER_EXIT_FAILED;
    }
    return prepared && !letter_report_forbids(run->report, diagnostics) ? LETTER_EXIT_FINE
                                                                        : LETTER_EXIT_FAULTS;
}

static void read_letters(Run *run)
{
    const LetterReadOptions reading = {
        .overrides = (const LetterOverride *)(gpointer)run->options->overrides->data,
        .override_count = run->options->overrides->len,
        .skips_invalid = run->options->skip_invalid,
    };

    for (guint i = 0; run->options->letters[i] != NULL; i++)
        g_ptr_array_add(run->letters,
                        letter_render_letter_load(run->options->letters[i], &reading));
}

/* Notes where the outputs of a letter go. */
static LetterExit claim_outputs(const Run *run, const LetterRenderLetter *letter,
                                LetterCollisions *collisions)
{
    const GArray *formats = run->options->formats;
    const char *slug = letter_render_letter_slug(letter);

    for (guint i = 0; slug != NULL && i < formats->len; i++) {
        g_autofree char *path = letter_destination_path(&run->destination, slug,
                                                        g_array_index(formats, LetterFormat, i));
        gboolean is_input;
        const char *other =
            letter_collisions_add_output(collisions, path, letter->argument, &is_input);

        if (other != NULL && is_input)
            return letter_usage_fail(COMMAND, "the output '%s' would overwrite the letter '%s'",
                                     path, other);
        if (other != NULL)
            return letter_usage_fail(
                COMMAND, "'%s' and '%s' would both be written to '%s'; give one of them a 'slug'",
                other, letter->argument, path);
    }
    return LETTER_EXIT_FINE;
}

static LetterExit refuse_collisions(const Run *run)
{
    g_autoptr(LetterCollisions) collisions = letter_collisions_new();
    LetterExit status = LETTER_EXIT_FINE;

    if (run->destination.kind == LETTER_DESTINATION_STREAM)
        return status;
    for (guint i = 0; i < run->letters->len; i++)
        letter_collisions_add_input(
            collisions, ((LetterRenderLetter *)g_ptr_array_index(run->letters, i))->argument);
    for (guint i = 0; status == LETTER_EXIT_FINE && i < run->letters->len; i++)
        status = claim_outputs(run, g_ptr_array_index(run->letters, i), collisions);
    return status;
}

static gboolean write_output(Run *run, const LetterRenderLetter *letter, LetterFormat format,
                             const GString *content, GError **error)
{
    g_autofree char *path =
        letter_destination_path(&run->destination, letter_render_letter_slug(letter), format);
    gboolean is_new;

    if (!letter_destination_write(&run->destination, path, content, &is_new, error))
        return FALSE;
    if (path == NULL)
        return TRUE;
    if (run->options->list)
        letter_written_add(run->written, letter->argument, path, format, content, is_new);
    if (run->options->verbose) {
        g_autofree char *told = g_strconcat(is_new ? "wrote " : "unchanged ", path, NULL);

        letter_stream_complain(told);
    }
    return TRUE;
}

static void write_outputs(Run *run, const LetterRenderLetter *letter, GPtrArray *contents)
{
    g_autoptr(GError) error = NULL;
    gboolean written = letter_destination_prepare(&run->destination, &error);

    for (guint i = 0; written && i < contents->len; i++)
        written = write_output(run, letter, g_array_index(run->options->formats, LetterFormat, i),
                               g_ptr_array_index(contents, i), &error);
    if (!written) {
        letter_report_fail(run->report, error);
        worsen(run, LETTER_EXIT_FAILED);
    }
}

/* A glob is how letters are published, and a draft is not to be. */
static gboolean is_left_out(const Run *run, const LetterRenderLetter *letter)
{
    if (run->letters->len == 1 || run->options->drafts ||
        letter->letter->status != LETTER_STATUS_DRAFT)
        return FALSE;
    letter_diagnostics_add(letter->diagnostics, LETTER_RULE_DRAFT_LEFT_OUT, letter->source,
                           (LetterSpan){ 0, 0 });
    return TRUE;
}

static void render_letter(Run *run, const LetterRenderLetter *letter)
{
    g_autoptr(GPtrArray) contents = NULL;
    gboolean forbidden;

    if (letter->error != NULL) {
        letter_report_fail(run->report, letter->error);
        worsen(run, LETTER_EXIT_FAILED);
        return;
    }
    if (!is_left_out(run, letter))
        contents = letter_render_letter_render(letter, run->renderer,
                                               run->has_templates ? run->options->formats : NULL);
    letter_apply_allowances(letter->letter, letter->diagnostics);
    letter_report_add(run->report, letter->diagnostics);
    forbidden = letter_report_forbids(run->report, letter->diagnostics);
    if (forbidden)
        worsen(run, LETTER_EXIT_FAULTS);
    else if (contents != NULL)
        write_outputs(run, letter, contents);
}

static void render_letters(Run *run)
{
    worsen(run, prepare_renderer(run));
    run->has_templates = run->worst == LETTER_EXIT_FINE;
    for (guint i = 0; i < run->letters->len; i++) {
        render_letter(run, g_ptr_array_index(run->letters, i));
        /* What was rendered is not needed again: a thousand letters with
           pictures would not fit. */
        letter_render_letter_clear(g_ptr_array_index(run->letters, i));
    }
    letter_report_finish(run->report);
    if (run->options->list)
        worsen(run, letter_written_print(run->written));
}

LetterExit letter_cmd_render(char **argv)
{
    LetterExit status;
    g_autoptr(LetterRenderOptions) options = letter_render_options_parse(argv, &status);
    g_autoptr(LetterSink) errors = letter_sink_new_for_fd(STDERR_FILENO, "standard error");
    g_autoptr(LetterRenderer) renderer = NULL;
    g_autoptr(LetterReport) report = NULL;
    g_autoptr(LetterWritten) written = letter_written_new();
    g_autoptr(GPtrArray) letters =
        g_ptr_array_new_with_free_func((GDestroyNotify)letter_render_letter_free);
    Run run = { .options = options, .written = written, .letters = letters };

    if (options == NULL)
        return status;
    run.destination = letter_destination_of(options->output);
    status = refuse_letters(options);
    if (status == LETTER_EXIT_FINE)
        status = refuse_output(options, &run.destination);
    if (status == LETTER_EXIT_FINE)
        status = set_up_renderer(&run);
    renderer = run.renderer;
    if (status != LETTER_EXIT_FINE)
        return status;
    read_letters(&run);
    status = refuse_collisions(&run);
    if (status != LETTER_EXIT_FINE)
        return status;
    report = run.report = letter_report_new(&options->report, errors);
    render_letters(&run);
    return run.worst;
}
