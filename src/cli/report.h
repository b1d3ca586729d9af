/*
 * report.h - findings and failures of a run, as people and machines read them.
 *
 * The forms are described in letterctl(1), "DIAGNOSTICS".
 */
#ifndef LETTER_CLI_REPORT_H
#define LETTER_CLI_REPORT_H

#include "base/diagnostics.h"
#include "base/sink.h"

typedef enum LetterReportForm {
    LETTER_REPORT_HUMAN,  /* a line, the source line and a mark under it */
    LETTER_REPORT_SHORT,  /* a line */
    LETTER_REPORT_JSON,   /* one document for the run */
    LETTER_REPORT_GITHUB, /* workflow commands */
} LetterReportForm;

typedef struct LetterReportOptions {
    LetterReportForm form;
    gboolean color;
    guint width;      /* columns of the terminal */
    guint max_errors; /* and warnings, and notes, of one file; 0: all */
    gboolean quiet;   /* errors alone */
    gboolean strict;  /* warnings are errors */
} LetterReportOptions;

typedef struct LetterReport LetterReport;

/* @sink outlives the report. */
LetterReport *letter_report_new(const LetterReportOptions *options, LetterSink *sink);
void letter_report_free(LetterReport *report);

/* Prints what was found, by file and position. */
void letter_report_add(LetterReport *report, LetterDiagnostics *diagnostics);

/* Prints a failure of the system. */
void letter_report_fail(LetterReport *report, const GError *error);

/* Whether the findings forbid output. */
gboolean letter_report_forbids(const LetterReport *report, const LetterDiagnostics *diagnostics);

/* Ends the document, and passes on all that is gathered. */
void letter_report_finish(LetterReport *report);

/* The names of the forms, by LetterReportForm. */
extern const char *const letter_report_forms[LETTER_REPORT_GITHUB + 1];

G_DEFINE_AUTOPTR_CLEANUP_FUNC(LetterReport, letter_report_free)

#endif
