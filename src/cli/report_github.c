/*
 * report_github.c - findings as workflow commands of GitHub Actions, which shows
 * them beside the lines of a change.
 */
#include <string.h>

#include "cli/report_form.h"

static const char *const commands[] = {
    [LETTER_SEVERITY_NOTE] = "notice",
    [LETTER_SEVERITY_WARNING] = "warning",
    [LETTER_SEVERITY_ERROR] = "error",
};

static void begin(LetterReport *report)
{
    (void)report;
}

/* Line ends and '%' are escaped everywhere, ':' and ',' in properties only. */
static void put_escaped(LetterSink *sink, const char *text, const char *escaped)
{
    for (const char *at = text; *at != '\0'; at++) {
        if (*at == '%' || *at == '\r' || *at == '\n' || strchr(escaped, *at) != NULL)
            letter_sink_printf(sink, "%%%02X", (guchar)*at);
        else
            letter_sink_putc(sink, *at);
    }
}

static void print(LetterReport *report, const LetterReportEntry *entry)
{
    LetterSink *sink = report->sink;

    letter_sink_printf(sink, "::%s ", commands[entry->severity]);
    if (entry->file != NULL) {
        letter_sink_puts(sink, "file=");
        put_escaped(sink, entry->file, ":,");
        letter_sink_printf(sink, ",line=%u,col=%u,", entry->start.line, entry->start.column);
    }
    letter_sink_printf(sink, "title=%s::", entry->slug != NULL ? entry->slug : "letterctl");
    put_escaped(sink, entry->message, "");
    letter_sink_putc(sink, '\n');
}

static void omit(LetterReport *report, const char *file, const guint *counts)
{
    guint count = 0;

    for (guint severity = 0; severity <= LETTER_SEVERITY_ERROR; severity++)
        count += counts[severity];
    letter_sink_puts(report->sink, "::notice ");
    if (file != NULL) {
        letter_sink_puts(report->sink, "file=");
        put_escaped(report->sink, file, ":,");
    }
    letter_sink_printf(report->sink, "::and %u more\n", count);
}

const LetterReportFormRow letter_report_github = { begin, print, omit, begin };
