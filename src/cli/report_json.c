/*
 * report_json.c - findings as one JSON document for the run.
 */
#include "cli/report_form.h"

static void begin(LetterReport *report)
{
    report->json = letter_json_writer_new(report->sink, LETTER_JSON_INDENTED);
    letter_json_begin_object(report->json);
    letter_json_name(report->json, "diagnostics");
    letter_json_begin_array(report->json);
}

static void put_count(LetterReport *report, const char *name, guint count)
{
    letter_json_name(report->json, name);
    letter_json_put_number(report->json, count);
}

static void put_place(LetterReport *report, const LetterReportEntry *entry)
{
    letter_json_member(report->json, "file", entry->file);
    if (entry->source == NULL)
        return;
    put_count(report, "line", entry->start.line);
    put_count(report, "column", entry->start.column);
    put_count(report, "endLine", entry->end.line);
    put_count(report, "endColumn", entry->end.column);
}

static void print(LetterReport *report, const LetterReportEntry *entry)
{
    letter_json_begin_object(report->json);
    put_place(report, entry);
    letter_json_member(report->json, "severity", letter_severity_name(entry->severity));
    letter_json_member(report->json, "rule", entry->slug);
    letter_json_member(report->json, "message", entry->message);
    letter_json_end_object(report->json);
}

/* The counts at the end tell that there was more. */
static void omit(LetterReport *report, const char *file, const guint *counts)
{
    (void)report;
    (void)file;
    (void)counts;
}

static void end(LetterReport *report)
{
    letter_json_end_array(report->json);
    put_count(report, "errors", report->counts[LETTER_SEVERITY_ERROR]);
    put_count(report, "warnings", report->counts[LETTER_SEVERITY_WARNING]);
    put_count(report, "notes", report->counts[LETTER_SEVERITY_NOTE]);
    letter_json_end_object(report->json);
    g_clear_pointer(&report->json, letter_json_writer_free);
}

const LetterReportFormRow letter_report_json = { begin, print, omit, end };
