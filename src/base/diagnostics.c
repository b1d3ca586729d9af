/*
 * diagnostics.c - the catalogue of rules, and the findings of a run.
 */
#include "base/diagnostics.h"

#include <stdarg.h>
#include <string.h>

#include "base/printable.h"

#define LOOK_BACK         8 /* findings at one place among which one is looked for again */
#define DETAIL_COUNT      3
#define DETAIL_MAX_LENGTH 80 /* code points; a longer detail is cut */

/* Findings in one source that are kept: each takes memory, and a large file
   can have a fault in each of its bytes. */
#define MAX_FINDINGS 20000

struct LetterDiagnostics {
    GArray *findings;   /* of LetterDiagnostic */
    GHashTable *totals; /* of findings, by source; those not kept with them */
    guint counts[LETTER_SEVERITY_ERROR + 1];
};

static const LetterRuleInfo rules[] = {
#define RULE(id, slug, severity, message, hint) { slug, LETTER_SEVERITY_##severity, message, hint },
#include "base/rules.def"
#undef RULE
};

const LetterRuleInfo *letter_rule_info(LetterRule rule)
{
    return &rules[rule];
}

LetterRule letter_rule_find(const char *slug)
{
    guint rule = 0;

    while (rule < LETTER_RULE_COUNT && strcmp(rules[rule].slug, slug) != 0)
        rule++;
    return (LetterRule)rule;
}

static void clear_finding(gpointer data)
{
    LetterDiagnostic *finding = data;

    letter_source_unref(finding->source);
    g_free(finding->message);
}

LetterDiagnostics *letter_diagnostics_new(void)
{
    LetterDiagnostics *diagnostics = g_new0(LetterDiagnostics, 1);

    diagnostics->findings = g_array_new(FALSE, FALSE, sizeof(LetterDiagnostic));
    diagnostics->totals = g_hash_table_new(NULL, NULL);
    g_array_set_clear_func(diagnostics->findings, clear_finding);
    return diagnostics;
}

void letter_diagnostics_free(LetterDiagnostics *diagnostics)
{
    if (diagnostics == NULL)
        return;
    g_array_unref(diagnostics->findings);
    g_hash_table_unref(diagnostics->totals);
    g_free(diagnostics);
}

static void append_detail(GString *message, const char *detail)
{
    LetterSlice rest = letter_slice(detail);

    for (guint length = 0; rest.size > 0; length++) {
        gsize size;

        if (length == DETAIL_MAX_LENGTH) {
            g_string_append(message, "…");
            return;
        }
        size = letter_printable_append_character(message, rest);
        rest.data += size;
        rest.size -= size;
    }
}

/* Copies a pattern of the catalogue with its details put in; FALSE, and
   nothing copied, where it asks for a detail that is not given. */
static gboolean append_pattern(GString *message, const char *pattern, const char *const *details)
{
    gsize before = message->len;

    for (const char *at = pattern; *at != '\0'; at++) {
        if (at[0] == '{' && at[1] >= '1' && at[1] <= '0' + DETAIL_COUNT && at[2] == '}') {
            const char *detail = details[at[1] - '1'];

            if (detail == NULL) {
                g_string_truncate(message, before);
                return FALSE;
            }
            append_detail(message, detail);
            at += 2;
        } else {
            g_string_append_c(message, *at);
        }
    }
    return TRUE;
}

static char *compose(LetterRule rule, const char *const *details)
{
    GString *message = g_string_new(NULL);
    gsize size;

    if (!append_pattern(message, rules[rule].message, details))
        g_string_append(message, rules[rule].slug);
    size = message->len;
    if (rules[rule].hint != NULL) {
        g_string_append(message, "; ");
        if (!append_pattern(message, rules[rule].hint, details))
            g_string_truncate(message, size);
    }
    return g_string_free(message, FALSE);
}

static void keep(LetterDiagnostics *diagnostics, LetterRule rule, const LetterSource *source,
                 LetterSpan span, const char *const *details)
{
    LetterDiagnostic finding = {
        .rule = rule,
        .severity = rules[rule].severity,
        /* Counting a reference does not change what the source says. */
        .source = source != NULL ? letter_source_ref((LetterSource *)source) : NULL,
        .span = span,
        .message = compose(rule, details),
        .order = diagnostics->findings->len,
    };

    g_array_append_val(diagnostics->findings, finding);
    diagnostics->counts[finding.severity]++;
}

static const char *const no_details[DETAIL_COUNT] = { NULL };

/* How many findings the source has, this one counted. */
static guint count_finding(LetterDiagnostics *diagnostics, const LetterSource *source)
{
    guint total = GPOINTER_TO_UINT(g_hash_table_lookup(diagnostics->totals, source));

    g_hash_table_insert(diagnostics->totals, (gpointer)source, GUINT_TO_POINTER(++total));
    return total;
}

static gboolean add(LetterDiagnostics *diagnostics, LetterRule rule, const LetterSource *source,
                    LetterSpan span, const char *const *details)
{
    guint total = count_finding(diagnostics, source);

    if (total <= MAX_FINDINGS)
        keep(diagnostics, rule, source, span, details);
    else
        diagnostics->counts[rules[rule].severity]++;
    if (total == MAX_FINDINGS + 1)
        keep(diagnostics, LETTER_RULE_TOO_MANY_FINDINGS, source, span, no_details);
    return FALSE;
}

gboolean letter_diagnostics_add(LetterDiagnostics *diagnostics, LetterRule rule,
                                const LetterSource *source, LetterSpan span)
{
    return add(diagnostics, rule, source, span, no_details);
}

gboolean letter_diagnostics_add_with(LetterDiagnostics *diagnostics, LetterRule rule,
                                     const LetterSource *source, LetterSpan span, ...)
{
    const char *details[DETAIL_COUNT] = { NULL };
    va_list arguments;

    va_start(arguments, span);
    for (guint i = 0; i < DETAIL_COUNT; i++) {
        details[i] = va_arg(arguments, const char *);
        if (details[i] == NULL)
            break;
    }
    va_end(arguments);
    return add(diagnostics, rule, source, span, details);
}

LetterDiagnosticsMark letter_diagnostics_mark(const LetterDiagnostics *diagnostics)
{
    return (LetterDiagnosticsMark){ diagnostics->findings->len,
                                    diagnostics->counts[LETTER_SEVERITY_ERROR] };
}

gboolean letter_diagnostics_has_errors_since(const LetterDiagnostics *diagnostics,
                                             LetterDiagnosticsMark mark)
{
    return diagnostics->counts[LETTER_SEVERITY_ERROR] > mark.errors;
}

void letter_diagnostics_demote_since(LetterDiagnostics *diagnostics, LetterDiagnosticsMark mark)
{
    guint errors = diagnostics->counts[LETTER_SEVERITY_ERROR] - mark.errors;

    diagnostics->counts[LETTER_SEVERITY_ERROR] -= errors;
    diagnostics->counts[LETTER_SEVERITY_WARNING] += errors;
    for (guint i = mark.size; i < diagnostics->findings->len; i++) {
        LetterDiagnostic *finding = &g_array_index(diagnostics->findings, LetterDiagnostic, i);

        if (finding->severity == LETTER_SEVERITY_ERROR)
            finding->severity = LETTER_SEVERITY_WARNING;
    }
}

gboolean letter_diagnostics_has_errors(const LetterDiagnostics *diagnostics)
{
    return diagnostics->counts[LETTER_SEVERITY_ERROR] > 0;
}

guint letter_diagnostics_count(const LetterDiagnostics *diagnostics, LetterSeverity severity)
{
    return diagnostics->counts[severity];
}

static gint compare_places(gconstpointer first, gconstpointer second)
{
    const LetterDiagnostic *a = first, *b = second;
    int names = g_strcmp0(a->source != NULL ? a->source->name : NULL,
                          b->source != NULL ? b->source->name : NULL);

    if (names != 0)
        return names;
    if (a->span.start != b->span.start)
        return a->span.start < b->span.start ? -1 : 1;
    return a->order < b->order ? -1 : a->order > b->order;
}

/* A path in the front matter is looked at where it is read and where it is
   opened; two formats meet the same fault. */
static gboolean is_said_before(const GArray *findings, guint index)
{
    const LetterDiagnostic *finding = &g_array_index(findings, LetterDiagnostic, index);

    for (guint back = 1; back <= MIN(index, LOOK_BACK); back++) {
        const LetterDiagnostic *other = finding - back;

        if (other->source != finding->source || other->span.start != finding->span.start)
            return FALSE;
        if (other->rule == finding->rule && strcmp(other->message, finding->message) == 0)
            return TRUE;
    }
    return FALSE;
}

void letter_diagnostics_sort(LetterDiagnostics *diagnostics)
{
    GArray *findings = diagnostics->findings;
    guint kept = 0;

    g_array_sort(findings, compare_places);
    for (guint i = 0; i < findings->len; i++) {
        LetterDiagnostic finding = g_array_index(findings, LetterDiagnostic, i);

        memset(&g_array_index(findings, LetterDiagnostic, i), 0, sizeof finding);
        g_array_index(findings, LetterDiagnostic, kept) = finding;
        if (is_said_before(findings, kept)) {
            diagnostics->counts[finding.severity]--;
            clear_finding(&g_array_index(findings, LetterDiagnostic, kept));
            memset(&g_array_index(findings, LetterDiagnostic, kept), 0, sizeof finding);
        } else {
            kept++;
        }
    }
    g_array_set_size(findings, kept);
}

guint letter_diagnostics_allow(LetterDiagnostics *diagnostics, const LetterSource *source,
                               LetterIsMeant is_meant, gconstpointer data)
{
    LetterDiagnostic *findings = (LetterDiagnostic *)(gpointer)diagnostics->findings->data;
    LetterLocator locator = { .source = NULL };
    guint count = diagnostics->findings->len, kept = 0;

    /* In the order of the text, all lines are found in one pass over it. */
    letter_diagnostics_sort(diagnostics);
    for (guint i = 0; i < count; i++) {
        LetterDiagnostic finding = findings[i];
        gboolean may_be_meant =
            finding.source == source && finding.severity != LETTER_SEVERITY_ERROR;

        /* What is moved is owned by its new place alone. */
        findings[i] = (LetterDiagnostic){ .source = NULL };
        if (may_be_meant &&
            is_meant(&finding, letter_locator_find(&locator, source, finding.span.start).line,
                     data)) {
            diagnostics->counts[finding.severity]--;
            clear_finding(&finding);
        } else {
            findings[kept++] = finding;
        }
    }
    g_array_set_size(diagnostics->findings, kept);
    return count - kept;
}

guint letter_diagnostics_size(const LetterDiagnostics *diagnostics)
{
    return diagnostics->findings->len;
}

const LetterDiagnostic *letter_diagnostics_get(const LetterDiagnostics *diagnostics, guint index)
{
    return &g_array_index(diagnostics->findings, LetterDiagnostic, index);
}

const char *letter_severity_name(LetterSeverity severity)
{
    static const char *const names[] = { "note", "warning", "error" };

    return names[severity];
}

char *letter_diagnostics_format(LetterDiagnostics *diagnostics)
{
    GString *text = g_string_new(NULL);
    LetterLocator locator = { .source = NULL };

    letter_diagnostics_sort(diagnostics);
    for (guint i = 0; i < diagnostics->findings->len; i++) {
        const LetterDiagnostic *finding = letter_diagnostics_get(diagnostics, i);

        if (finding->source != NULL) {
            LetterPosition at = letter_locator_find(&locator, finding->source, finding->span.start);

            letter_printable_append(text, letter_slice(finding->source->name));
            g_string_append_printf(text, ":%u:%u: ", at.line, at.column);
        }
        g_string_append_printf(text, "%s: %s [%s]\n", letter_severity_name(finding->severity),
                               finding->message, rules[finding->rule].slug);
    }
    return g_string_free(text, FALSE);
}
