/*
 * csv.h - a table as rows of fields (RFC 4180).
 *
 * Line ends may be LF, CRLF or CR; blanks around a field are not part of it
 * unless it is quoted; blank lines are passed over.  Where a field stood is
 * found again only for a row that is asked for, since nearly all are fine.
 */
#ifndef LETTER_FRONT_CSV_H
#define LETTER_FRONT_CSV_H

#include "base/diagnostics.h"

typedef struct LetterCsv LetterCsv;

typedef struct LetterCsvField {
    LetterSlice text; /* NUL after it; valid until the next row */
    LetterSpan span;  /* quotes included; the row's until letter_csv_locate() */
} LetterCsvField;

typedef enum LetterCsvResult {
    LETTER_CSV_ROW,
    LETTER_CSV_FAULT, /* a row that is at fault was reported; the next line is read on */
    LETTER_CSV_OPEN,  /* so was a quote that is never closed: the end */
    LETTER_CSV_END,
} LetterCsvResult;

/* Reads the stretch of @source.  Both must outlive the reader.  Faults are
   reported as csv-syntax. */
LetterCsv *letter_csv_new(const LetterSource *source, LetterSpan within, char separator,
                          LetterDiagnostics *diagnostics);
void letter_csv_free(LetterCsv *csv);

LetterCsvResult letter_csv_next(LetterCsv *csv);

/* The row that was read last. */
LetterSpan letter_csv_row(const LetterCsv *csv);
guint letter_csv_size(const LetterCsv *csv);
const LetterCsvField *letter_csv_field(const LetterCsv *csv, guint index);

/* Finds where each field of the row stands. */
void letter_csv_locate(LetterCsv *csv);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(LetterCsv, letter_csv_free)

#endif
