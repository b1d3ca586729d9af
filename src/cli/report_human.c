/*
 * report_human.c - findings as lines, with or without the source under them.
 */
#include "cli/excerpt.h"
#include "cli/report_form.h"

#define GUTTER_DIGITS 5
#define GUTTER_WIDTH  (GUTTER_DIGITS + 3) /* "12345 | " */

/* SGR sequences (ECMA-48 section 8.3.117). */
#define STRONG "\x1b[1m"
#define PLAIN  "\x1b[0m"

static const char *const severity_colors[] = {
    [LETTER_SEVERITY_NOTE] = "\x1b[1;36m",
    [LETTER_SEVERITY_WARNING] = "\x1b[1;35m",
    [LETTER_SEVERITY_ERROR] = "\x1b[1;31m",
};

static const char *color(const LetterReport *report, const char *sequence)
{
    return report->options.color ? sequence : "";
}

static void begin(LetterReport *report)
{
    (void)report;
}

static void print_line(LetterReport *report, const LetterReportEntry *entry)
{
    LetterSink *sink = report->sink;

    letter_sink_puts(sink, color(report, STRONG));
    if (entry->file == NULL)
        letter_sink_puts(sink, "letterctl: ");
    else
        letter_sink_printf(sink, "%s:%u:%u: ", entry->file, entry->start.line, entry->start.column);
    if (entry->slug == NULL) {
        letter_sink_printf(sink, "%s%s\n", color(report, PLAIN), entry->message);
        return;
    }
    letter_sink_printf(sink, "%s%s:%s %s [%s]\n", color(report, severity_colors[entry->severity]),
                       letter_severity_name(entry->severity), color(report, PLAIN), entry->message,
                       entry->slug);
}

static void print_excerpt(LetterReport *report, const LetterReportEntry *entry)
{
    guint width = MAX(report->options.width, 2 * GUTTER_WIDTH) - GUTTER_WIDTH;
    g_auto(LetterExcerpt) excerpt = { 0 };

    letter_excerpt_take(entry->source, entry->span, width, &excerpt);
    letter_sink_printf(report->sink, "%*u | %s\n", GUTTER_DIGITS, entry->start.line, excerpt.line);
    letter_sink_printf(report->sink, "%*s | %*s%s^", GUTTER_DIGITS, "", (int)excerpt.mark_column,
                       "", color(report, severity_colors[entry->severity]));
    for (guint i = 1; i < excerpt.mark_width; i++)
        letter_sink_putc(report->sink, '~');
    letter_sink_printf(report->sink, "%s\n", color(report, PLAIN));
}

static void print_with_excerpt(LetterReport *report, const LetterReportEntry *entry)
{
    print_line(report, entry);
    if (entry->source != NULL && entry->source->size > 0 && !entry->source->is_private)
        print_excerpt(report, entry);
}

static void omit(LetterReport *report, const char *file, const guint *counts)
{
    const char *before = "and ";

    letter_sink_printf(report->sink, "%s: ", file != NULL ? file : "letterctl");
    for (int severity = LETTER_SEVERITY_ERROR; severity >= 0; severity--) {
        if (counts[severity] == 0)
            continue;
        letter_sink_printf(report->sink, "%s%u more %s%s", before, counts[severity],
                           letter_severity_name((LetterSeverity)severity),
                           counts[severity] > 1 ? "s" : "");
        before = ", ";
    }
    letter_sink_puts(report->sink, " (--max-errors 0 shows all)\n");
}

const LetterReportFormRow letter_report_human = { begin, print_with_excerpt, omit, begin };
const LetterReportFormRow letter_report_short = { begin, print_line, omit, begin };
