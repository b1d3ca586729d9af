/*
 * render_options.c - the command line of `letterctl render`.
 *
 * Strings are taken as file names are, byte for byte: GLib would convert others
 * from the locale's charset.
 */
#include "cli/render_options.h"

#include <string.h>
#include <unistd.h>

#include "cli/option_value.h"
#include "cli/usage.h"

#define COMMAND           "render"
#define DEFAULT_WIDTH     72
#define TERMINAL_WIDTH    80
#define MAX_ERRORS        100
#define MAX_ERRORS_LIMIT  1000000
#define MAX_HEADING_LEVEL 6

enum {
    COLOR_AUTO,
    COLOR_ALWAYS,
    COLOR_NEVER
};

/* What GLib fills in, and what only means something together. */
typedef struct Parsing {
    LetterRenderOptions *options;
    guint color;
    gboolean has_form, has_now;
    gboolean fragment, no_embed, under_embargo, crlf, compose, message_id;
} Parsing;

static gboolean parse_formats(const char *option, const char *value, gpointer data, GError **error)
{
    GArray *formats = ((Parsing *)data)->options->formats;
    g_auto(GStrv) names = g_strsplit(value, ",", -1);

    for (guint i = 0; names[i] != NULL; i++) {
        LetterFormat format;
        gboolean known = FALSE;

        if (!letter_format_find(names[i], &format))
            return letter_option_refuse(
                option, error,
                "'%s' is no format; write html, text, email or json, with commas "
                "between several",
                names[i]);
        for (guint j = 0; j < formats->len; j++)
            known = known || g_array_index(formats, LetterFormat, j) == format;
        if (!known)
            g_array_append_val(formats, format);
    }
    return names[0] != NULL ||
           letter_option_refuse(option, error, "no format; write html, text, email or json");
}

static gboolean parse_metadata(const char *option, const char *value, gpointer data, GError **error)
{
    GArray *overrides = ((Parsing *)data)->options->overrides;
    const char *sign = strchr(value, '=');
    LetterOverride override;

    if (sign == NULL || sign == value)
        return letter_option_refuse(option, error, "'%s' has no key; write KEY=VALUE", value);
    if (!g_utf8_validate(value, -1, NULL))
        return letter_option_refuse(option, error, "'%s' is not UTF-8", value);
    override.key = g_strndup(value, (gsize)(sign - value));
    override.value = g_strdup(sign + 1);
    g_array_append_val(overrides, override);
    return TRUE;
}

static gboolean parse_form(const char *option, const char *value, gpointer data, GError **error)
{
    Parsing *parsing = data;
    guint form;

    if (!letter_option_choose(option, value, letter_report_forms, G_N_ELEMENTS(letter_report_forms),
                              &form, error))
        return FALSE;
    parsing->options->report.form = (LetterReportForm)form;
    parsing->has_form = TRUE;
    return TRUE;
}

static gboolean parse_color(const char *option, const char *value, gpointer data, GError **error)
{
    static const char *const names[] = { "auto", "always", "never" };

    return letter_option_choose(option, value, names, G_N_ELEMENTS(names),
                                &((Parsing *)data)->color, error);
}

static gboolean parse_list(const char *option, const char *value, gpointer data, GError **error)
{
    static const char *const names[] = { "json" };
    guint choice;

    ((Parsing *)data)->options->list = TRUE;
    return letter_option_choose(option, value, names, G_N_ELEMENTS(names), &choice, error);
}

static gboolean parse_width(const char *option, const char *value, gpointer data, GError **error)
{
    return letter_option_number(option, value, 20, 998, &((Parsing *)data)->options->width, error);
}

static gboolean parse_heading_base(const char *option, const char *value, gpointer data,
                                   GError **error)
{
    return letter_option_number(option, value, 1, MAX_HEADING_LEVEL,
                                &((Parsing *)data)->options->heading_base, error);
}

static gboolean parse_max_errors(const char *option, const char *value, gpointer data,
                                 GError **error)
{
    return letter_option_number(option, value, 0, MAX_ERRORS_LIMIT,
                                &((Parsing *)data)->options->report.max_errors, error);
}

static gboolean parse_base_url(const char *option, const char *value, gpointer data, GError **error)
{
    char **base_url = &((Parsing *)data)->options->base_url;
    g_autoptr(GUri) url = g_uri_parse(value, G_URI_FLAGS_NONE, NULL);

    if (url == NULL || g_uri_get_host(url) == NULL || *g_uri_get_host(url) == '\0' ||
        (strcmp(g_uri_get_scheme(url), "https") != 0 && strcmp(g_uri_get_scheme(url), "http") != 0))
        return letter_option_refuse(
            option, error, "'%s' is no address; write it as https://example.org/letters/", value);
    g_free(*base_url);
    *base_url = g_strdup(value);
    return TRUE;
}

static gboolean parse_now(const char *option, const char *value, gpointer data, GError **error)
{
    Parsing *parsing = data;

    parsing->has_now = TRUE;
    return letter_option_moment(option, value, &parsing->options->now, error);
}

/* A terminal gets the source line and colours, a file or a pipe plain lines. */
static void settle_report(Parsing *parsing)
{
    LetterReportOptions *report = &parsing->options->report;
    const char *no_color = g_getenv("NO_COLOR");
    gboolean is_terminal = isatty(STDERR_FILENO) == 1;
    gboolean is_colorful = is_terminal && (no_color == NULL || *no_color == '\0') &&
                           g_strcmp0(g_getenv("TERM"), "dumb") != 0;

    if (!parsing->has_form)
        report->form = is_terminal ? LETTER_REPORT_HUMAN : LETTER_REPORT_SHORT;
    report->color = parsing->color == COLOR_ALWAYS || (parsing->color == COLOR_AUTO && is_colorful);
    report->width = TERMINAL_WIDTH;
}

static void settle(Parsing *parsing)
{
    static const LetterFormat html = LETTER_FORMAT_HTML;
    LetterRenderOptions *options = parsing->options;

    settle_report(parsing);
    if (options->formats->len == 0)
        g_array_append_val(options->formats, html);
    /* The one place where the clock is read. */
    if (!parsing->has_now)
        options->now = g_get_real_time() / G_USEC_PER_SEC;
    options->flags = (parsing->fragment ? LETTER_RENDER_FRAGMENT : 0) |
                     (parsing->no_embed ? LETTER_RENDER_LINK_PICTURES : 0) |
                     (parsing->under_embargo ? LETTER_RENDER_UNDER_EMBARGO : 0) |
                     (parsing->crlf ? LETTER_RENDER_CRLF : 0) |
                     (parsing->compose ? LETTER_RENDER_COMPOSE : 0) |
                     (parsing->message_id ? LETTER_RENDER_MESSAGE_ID : 0);
}

static const char description[] =
    "Without --output, one letter in one format goes to standard output.  '-' is\n"
    "standard input.\n"
    "\n"
    "Exit status: 0 fine, 1 a letter or a template is wrong, 2 wrong usage, 3 the\n"
    "system failed.\n"
    "\n"
    "Examples:\n"
    "  letterctl render letter.md > letter.html\n"
    "  letterctl render -t email letter.md | sendmail -t\n"
    "  letterctl render -t html,text -o public/ letters/*.md";

static gboolean parse(Parsing *parsing, char **argv, LetterExit *status)
{
    LetterRenderOptions *options = parsing->options;
#define TEXT(name, letter, function, what, value)                                                  \
    {                                                                                              \
        name, letter, G_OPTION_FLAG_FILENAME, G_OPTION_ARG_CALLBACK, function, what, value         \
    }
#define PATH(name, letter, variable, what, value)                                                  \
    {                                                                                              \
        name, letter, 0, G_OPTION_ARG_FILENAME, variable, what, value                              \
    }
#define FLAG(name, letter, variable, what)                                                         \
    {                                                                                              \
        name, letter, 0, G_OPTION_ARG_NONE, variable, what, NULL                                   \
    }
    const GOptionEntry entries[] = {
        TEXT("to", 't', parse_formats, "html (default), text, email, json, or several", "FORMATS"),
        PATH("output", 'o', &options->output, "write a file, or into a folder (DIR/)", "FILE"),
        TEXT("metadata", 'M', parse_metadata, "set a key over the letter's own", "KEY=VALUE"),
        PATH("templates", 0, &options->templates, "use these in place of the built-in ones", "DIR"),
        FLAG("fragment", 0, &parsing->fragment, "HTML to paste into a page of your own"),
        TEXT("heading-base", 0, parse_heading_base, "level of a fragment's top heading (1)", "N"),
        TEXT("base-url", 0, parse_base_url, "what a fragment's links are below", "URL"),
        FLAG("no-embed", 0, &parsing->no_embed, "leave pictures beside the page"),
        TEXT("width", 0, parse_width, "columns of plain text (72)", "N"),
        PATH("date", 0, &options->date, "Date field of messages", "DATE"),
        FLAG("message-id", 0, &parsing->message_id, "give messages an id"),
        FLAG("compose", 0, &parsing->compose, "messages that a mail program opens to be sent"),
        FLAG("crlf", 0, &parsing->crlf, "end the lines of messages as SMTP does"),
        FLAG("under-embargo", 0, &parsing->under_embargo, "allow messages before their time"),
        TEXT("now", 0, parse_now, "decide embargo and deadline by another clock", "MOMENT"),
        FLAG("drafts", 0, &options->drafts, "render drafts among several letters too"),
        FLAG("skip-invalid", 0, &options->skip_invalid, "leave out faulty entries of sources"),
        FLAG("strict", 0, &options->report.strict, "treat warnings as errors"),
        TEXT("diagnostics", 0, parse_form, "human, short, json or github", "FORM"),
        TEXT("max-errors", 0, parse_max_errors, "so many of each file (100; 0: all)", "N"),
        TEXT("color", 0, parse_color, "auto (default), always or never", "WHEN"),
        TEXT("list", 0, parse_list, "list what was written on standard output", "json"),
        FLAG("quiet", 'q', &options->report.quiet, "tell errors alone"),
        FLAG("verbose", 'v', &options->verbose, "tell which files were written"),
        { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &options->letters, NULL, NULL },
        { 0 },
    };
#undef TEXT
#undef PATH
#undef FLAG

    return letter_usage_parse(COMMAND, entries, parsing, "LETTER...", description, argv, status);
}

LetterRenderOptions *letter_render_options_parse(char **argv, LetterExit *status)
{
    g_autoptr(LetterRenderOptions) options = g_new0(LetterRenderOptions, 1);
    Parsing parsing = { .options = options };

    options->formats = g_array_new(FALSE, FALSE, sizeof(LetterFormat));
    options->overrides = g_array_new(FALSE, FALSE, sizeof(LetterOverride));
    options->width = DEFAULT_WIDTH;
    options->heading_base = 1;
    options->report.max_errors = MAX_ERRORS;
    if (!parse(&parsing, argv, status))
        return NULL;
    settle(&parsing);
    return g_steal_pointer(&options);
}

void letter_render_options_free(LetterRenderOptions *options)
{
    if (options == NULL)
        return;
    for (guint i = 0; i < options->overrides->len; i++) {
        const LetterOverride *override = &g_array_index(options->overrides, LetterOverride, i);

        g_free((char *) override->key);
        g_free((char *) override->value);
    }
    g_array_unref(options->overrides);
    g_array_unref(options->formats);
    g_strfreev(options->letters);
    g_free(options->output);
    g_free(options->templates);
    g_free(options->base_url);
    g_free(options->date);
    g_free(options);
}
