/*
 * names.h - what a source of signatories calls the keys.
 *
 * `fields` maps keys to the source's own names, `ignore` lists names that are
 * left aside; all other names must be those of keys.
 */
#ifndef LETTER_MODEL_NAMES_H
#define LETTER_MODEL_NAMES_H

#include "base/diagnostics.h"
#include "model/schema.h"

typedef struct LetterNames LetterNames;

typedef enum LetterNameMeaning {
    LETTER_NAME_KNOWN,
    LETTER_NAME_IGNORED,
    LETTER_NAME_UNKNOWN,
} LetterNameMeaning;

/* Keeps texts of @draft, which must outlive it. */
LetterNames *letter_names_new(const LetterGroupDraft *draft);
void letter_names_free(LetterNames *names);

/* @key is a row for a LetterSignatoryDraft, set where the name is known. */
LetterNameMeaning letter_names_find(const LetterNames *names, const char *name, LetterKey *key);

/* Reports a name that is unknown: unknown-field, field-name, key-case. */
void letter_names_report(const char *name, const LetterSource *source, LetterSpan span,
                         LetterDiagnostics *diagnostics);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(LetterNames, letter_names_free)

#endif
