/*
 * letter/diagnostics.h - what is wrong with a letter, and where.
 *
 * One LetterDiagnostics travels through a run and gathers every fault of the
 * author.  Faults of the system (no permission, a full disk) are GErrors.
 */
#ifndef LETTER_DIAGNOSTICS_PUBLIC_H
#define LETTER_DIAGNOSTICS_PUBLIC_H

#include <glib.h>

G_BEGIN_DECLS

typedef enum LetterSeverity {
    LETTER_SEVERITY_NOTE,
    LETTER_SEVERITY_WARNING,
    LETTER_SEVERITY_ERROR,
} LetterSeverity;

typedef struct LetterDiagnostics LetterDiagnostics;

LetterDiagnostics *letter_diagnostics_new(void);
void letter_diagnostics_free(LetterDiagnostics *diagnostics);

/**
 * letter_diagnostics_count:
 * @severity: which findings to count
 *
 * Returns: how many findings have exactly that severity
 */
guint letter_diagnostics_count(const LetterDiagnostics *diagnostics, LetterSeverity severity);

/**
 * letter_diagnostics_format:
 *
 * Writes every finding as a line `file:line:column: severity: message [slug]`,
 * sorted by file and position.  Lines and columns count from 1, columns in
 * code points; a finding without a place has the file's name alone.
 *
 * Returns: (transfer full): the text, empty where there is no finding
 */
char *letter_diagnostics_format(LetterDiagnostics *diagnostics);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(LetterDiagnostics, letter_diagnostics_free)

G_END_DECLS

#endif
