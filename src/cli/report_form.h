/*
 * report_form.h - what a form of the report is: a row of functions.
 */
#ifndef LETTER_CLI_REPORT_FORM_H
#define LETTER_CLI_REPORT_FORM_H

#include "base/json.h"
#include "cli/report.h"

/* A finding, ready to be printed. */
typedef struct LetterReportEntry {
    LetterSeverity severity; /* as it counts in this run */
    const char *slug;        /* of the rule; NULL for a failure of the system */
    const char *message;
    const char *file;           /* safe to show; NULL where there is none */
    const LetterSource *source; /* NULL where there is no place */
    LetterSpan span;
    LetterPosition start, end;
} LetterReportEntry;

typedef struct LetterReportFormRow {
    void (*begin)(LetterReport *report);
    void (*print)(LetterReport *report, const LetterReportEntry *entry);
    /* @counts by severity, of what was not printed for one file. */
    void (*omit)(LetterReport *report, const char *file, const guint *counts);
    void (*end)(LetterReport *report);
} LetterReportFormRow;

struct LetterReport {
    LetterReportOptions options;
    LetterSink *sink;
    const LetterReportFormRow *form;
    guint counts[LETTER_SEVERITY_ERROR + 1]; /* of the run, printed or not */
    LetterJsonWriter *json;                  /* of the form that writes it */
};

extern const LetterReportFormRow letter_report_human, letter_report_short, letter_report_json,
    letter_report_github;

#endif
