/*
 * diagnostics.h - the catalogue of rules, and the findings of a run.
 *
 * A finding is a rule, a source, a stretch of bytes in it and details.  What
 * it says and how grave it is stand in the catalogue, rules.def, alone.
 */
#ifndef LETTER_BASE_DIAGNOSTICS_H
#define LETTER_BASE_DIAGNOSTICS_H

#include "base/source.h"
#include "letter/diagnostics.h"

typedef enum LetterRule {
#define RULE(id, slug, severity, message, hint) LETTER_RULE_##id,
#include "base/rules.def"
#undef RULE
    LETTER_RULE_COUNT
} LetterRule;

typedef struct LetterRuleInfo {
    const char *slug;
    LetterSeverity severity;
    const char *message; /* {1} to {3} stand for the details */
    const char *hint;    /* said after "; " where all its details are there; may be NULL */
} LetterRuleInfo;

typedef struct LetterDiagnostic {
    LetterRule rule;
    LetterSeverity severity;
    LetterSource *source; /* held by reference; NULL: the run as a whole */
    LetterSpan span;
    char *message; /* with the hint; without control characters */
    guint order;   /* as added: findings at one place keep it */
} LetterDiagnostic;

const LetterRuleInfo *letter_rule_info(LetterRule rule);

/* The rule with that slug; LETTER_RULE_COUNT where there is none. */
LetterRule letter_rule_find(const char *slug);

/* Adds a finding.  Returns FALSE always, so that a reader can end with it. */
gboolean letter_diagnostics_add(LetterDiagnostics *diagnostics, LetterRule rule,
                                const LetterSource *source, LetterSpan span);

/* The same with up to three details for {1} to {3}, ended by NULL.  Details
   come from strangers: control and bidi characters are written as \u{...},
   bytes that are not UTF-8 as \x.., and what is longer than 80 is cut. */
gboolean letter_diagnostics_add_with(LetterDiagnostics *diagnostics, LetterRule rule,
                                     const LetterSource *source, LetterSpan span,
                                     ...) G_GNUC_NULL_TERMINATED;

/* Whether the author means what was found; @line is where it begins, from 1. */
typedef gboolean (*LetterIsMeant)(const LetterDiagnostic *finding, guint line, gconstpointer data);

/* Drops the warnings and notes in that source that are meant, and returns how
   many.  Findings are sorted before. */
guint letter_diagnostics_allow(LetterDiagnostics *diagnostics, const LetterSource *source,
                               LetterIsMeant is_meant, gconstpointer data);

/* What was found up to a moment. */
typedef struct LetterDiagnosticsMark {
    guint size, errors;
} LetterDiagnosticsMark;

LetterDiagnosticsMark letter_diagnostics_mark(const LetterDiagnostics *diagnostics);

/* Whether errors were found since. */
gboolean letter_diagnostics_has_errors_since(const LetterDiagnostics *diagnostics,
                                             LetterDiagnosticsMark mark);

/* Makes warnings of the errors that were found since: what they are about is
   left out.  Call it before findings are sorted. */
void letter_diagnostics_demote_since(LetterDiagnostics *diagnostics, LetterDiagnosticsMark mark);

/* Whether anything was found that forbids output. */
gboolean letter_diagnostics_has_errors(const LetterDiagnostics *diagnostics);

/* Findings by file name and position; those at one place in their order, and
   what was found there twice once. */
void letter_diagnostics_sort(LetterDiagnostics *diagnostics);

guint letter_diagnostics_size(const LetterDiagnostics *diagnostics);
const LetterDiagnostic *letter_diagnostics_get(const LetterDiagnostics *diagnostics, guint index);

const char *letter_severity_name(LetterSeverity severity);

#endif
