/*
 * report.c - findings and failures of a run: which are printed, in what order.
 */
#include "cli/report.h"

#include <string.h>

#include "base/printable.h"
#include "cli/report_form.h"

/* Findings are sorted by where they begin; their ends come nearly in order. */
typedef struct Places {
    LetterLocator starts, ends;
} Places;

const char *const letter_report_forms[] = {
    [LETTER_REPORT_HUMAN] = "human",
    [LETTER_REPORT_SHORT] = "short",
    [LETTER_REPORT_JSON] = "json",
    [LETTER_REPORT_GITHUB] = "github",
};

static const LetterReportFormRow *const forms[] = {
    [LETTER_REPORT_HUMAN] = &letter_report_human,
    [LETTER_REPORT_SHORT] = &letter_report_short,
    [LETTER_REPORT_JSON] = &letter_report_json,
    [LETTER_REPORT_GITHUB] = &letter_report_github,
};

LetterReport *letter_report_new(const LetterReportOptions *options, LetterSink *sink)
{
    LetterReport *report = g_new0(LetterReport, 1);

    report->options = *options;
    report->sink = sink;
    report->form = forms[options->form];
    report->form->begin(report);
    return report;
}

void letter_report_free(LetterReport *report)
{
    if (report == NULL)
        return;
    letter_json_writer_free(report->json);
    g_free(report);
}

static LetterSeverity severity_in(const LetterReport *report, LetterSeverity severity)
{
    return report->options.strict && severity == LETTER_SEVERITY_WARNING ? LETTER_SEVERITY_ERROR
                                                                         : severity;
}

static void print_finding(LetterReport *report, Places *places, const LetterDiagnostic *finding,
                          LetterSeverity severity)
{
    g_autofree char *file =
        finding->source != NULL ? letter_printable_name(finding->source->name) : NULL;
    LetterReportEntry entry = {
        .severity = severity,
        .slug = letter_rule_info(finding->rule)->slug,
        .message = finding->message,
        .file = file,
        .source = finding->source,
        .span = finding->span,
    };

    if (finding->source != NULL) {
        entry.start = letter_locator_find(&places->starts, finding->source, finding->span.start);
        entry.end = letter_locator_find(&places->ends, finding->source,
                                        MAX(finding->span.start, finding->span.end));
    }
    report->form->print(report, &entry);
}

static const char *file_of(const LetterDiagnostic *finding)
{
    return finding->source != NULL ? finding->source->name : NULL;
}

static void tell_omitted(LetterReport *report, const char *file, const guint *counts)
{
    g_autofree char *shown = file != NULL ? letter_printable_name(file) : NULL;

    for (guint severity = 0; severity <= LETTER_SEVERITY_ERROR; severity++)
        if (counts[severity] > 0) {
            report->form->omit(report, shown, counts);
            return;
        }
}

void letter_report_add(LetterReport *report, LetterDiagnostics *diagnostics)
{
    guint shown[LETTER_SEVERITY_ERROR + 1] = { 0 }, omitted[LETTER_SEVERITY_ERROR + 1] = { 0 };
    Places places = { 0 };
    const char *file = NULL;

    letter_diagnostics_sort(diagnostics);
    for (guint i = 0; i < letter_diagnostics_size(diagnostics); i++) {
        const LetterDiagnostic *finding = letter_diagnostics_get(diagnostics, i);
        LetterSeverity severity = severity_in(report, finding->severity);

        if (g_strcmp0(file, file_of(finding)) != 0) {
            tell_omitted(report, file, omitted);
            memset(shown, 0, sizeof shown);
            memset(omitted, 0, sizeof omitted);
            file = file_of(finding);
        }
        report->counts[severity]++;
        if (report->options.quiet && severity != LETTER_SEVERITY_ERROR)
            continue;
        if (report->options.max_errors > 0 && shown[severity] == report->options.max_errors) {
            omitted[severity]++;
            continue;
        }
        shown[severity]++;
        print_finding(report, &places, finding, severity);
    }
    tell_omitted(report, file, omitted);
}

void letter_report_fail(LetterReport *report, const GError *error)
{
    g_autofree char *message = letter_printable_name(error->message);
    LetterReportEntry entry = { .severity = LETTER_SEVERITY_ERROR, .message = message };

    report->counts[LETTER_SEVERITY_ERROR]++;
    report->form->print(report, &entry);
}

gboolean letter_report_forbids(const LetterReport *report, const LetterDiagnostics *diagnostics)
{
    return letter_diagnostics_has_errors(diagnostics) ||
           (report->options.strict &&
            letter_diagnostics_count(diagnostics, LETTER_SEVERITY_WARNING) > 0);
}

void letter_report_finish(LetterReport *report)
{
    report->form->end(report);
    /* Standard error is the last place to tell anything: nobody is left to
       hear that it failed. */
    letter_sink_finish(report->sink, NULL);
}
