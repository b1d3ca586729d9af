/*
 * signatories.h - who signs: groups of entries, packed.
 *
 * Entries are held in one block of text and one array of small records, so
 * that a long list costs little more than its bytes, and are read back one at
 * a time as LetterSignatory views.
 */
#ifndef LETTER_MODEL_SIGNATORIES_H
#define LETTER_MODEL_SIGNATORIES_H

#include "model/party.h"

typedef struct LetterSignatories LetterSignatories;

/* Counts as letter(5) defines them: shown + anonymous + omitted = total. */
typedef struct LetterCounts {
    guint shown, anonymous, omitted, total;
    guint pending, withdrawn;
    guint people, organizations; /* of total */
} LetterCounts;

typedef struct LetterGroup {
    LetterText heading;
    LetterPartyType type; /* of entries that have none */
    guint first, size;    /* its entries, in the list's order */
    LetterCounts counts;
} LetterGroup;

LetterSignatories *letter_signatories_new(void);
void letter_signatories_free(LetterSignatories *list);

/* Heading and type of @group count; the heading's text must outlive the list. */
void letter_signatories_begin_group(LetterSignatories *list, const LetterGroup *group);

/* Sets heading and type of the current group, where they were found behind its
   entries. */
void letter_signatories_describe_group(LetterSignatories *list, const LetterGroup *group);

/* Copies the entry into the current group; the first one opens a group.  An
   entry without a type takes the group's, else it is an organization where
   somebody signs for it, a person where not. */
void letter_signatories_append(LetterSignatories *list, const LetterSignatory *signatory);

guint letter_signatories_group_count(const LetterSignatories *list);
const LetterGroup *letter_signatories_group(const LetterSignatories *list, guint index);

/* The number of entries, those not shown with them. */
guint letter_signatories_size(const LetterSignatories *list);
/* The view's texts are the list's own; their spans are the entry's. */
void letter_signatories_get(const LetterSignatories *list, guint index, LetterSignatory *view);

/* Whether readers see the entry: active, named, not anonymous. */
gboolean letter_signatory_is_shown(const LetterSignatory *signatory);

const LetterCounts *letter_signatories_counts(const LetterSignatories *list);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(LetterSignatories, letter_signatories_free)

#endif
