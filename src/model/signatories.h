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
#include "text/locale.h"

typedef struct LetterSignatories LetterSignatories;

/* Counts as letter(5) defines them: shown + anonymous + omitted = total. */
typedef struct LetterCounts {
    guint shown, anonymous, omitted, total;
    guint pending, withdrawn;
    guint people, organizations; /* of total */
} LetterCounts;

typedef enum LetterSort {
    LETTER_SORT_UNSAID,
    LETTER_SORT_GIVEN,
    LETTER_SORT_NAME,
    LETTER_SORT_ORGANIZATION,
    LETTER_SORT_DATE,
} LetterSort;

typedef struct LetterGroup {
    LetterText heading;
    LetterPartyType type; /* of entries that have none */
    LetterSort sort;
    guint limit, email_limit; /* how many are listed; G_MAXUINT: all */
    guint first, size;        /* its entries, in the list's order */
    LetterCounts counts;
} LetterGroup;

/* A group that nothing is said of. */
extern const LetterGroup letter_group_plain;

LetterSignatories *letter_signatories_new(void);
void letter_signatories_free(LetterSignatories *list);

/* Heading and type of @group count; the heading's text must outlive the list. */
void letter_signatories_begin_group(LetterSignatories *list, const LetterGroup *group);

/* Sets all but the entries of the current group, where it was found behind
   them. */
void letter_signatories_describe_group(LetterSignatories *list, const LetterGroup *group);

/* Copies the entry into the current group; the first one opens a group.  An
   entry without a type takes the group's, else it is an organization where
   somebody signs for it, a person where not. */
void letter_signatories_append(LetterSignatories *list, const LetterSignatory *signatory);

guint letter_signatories_group_count(const LetterSignatories *list);
const LetterGroup *letter_signatories_group(const LetterSignatories *list, guint index);

/* Puts the entries of a group into another order: @order has the place in the
   group of each as it was. */
void letter_signatories_reorder(LetterSignatories *list, guint group, const guint *order);

/* Puts the entries of each group into the order that its `sort` asks for; those
   that are equal stay as they were (sort.c). */
void letter_signatories_sort(LetterSignatories *list, LetterLocale *locale);

/* The number of entries, those not shown with them. */
guint letter_signatories_size(const LetterSignatories *list);
/* The bytes of memory that they take, which grow with what is shown of them. */
gsize letter_signatories_bytes(const LetterSignatories *list);
/* The view's texts are the list's own; their spans are the entry's. */
void letter_signatories_get(const LetterSignatories *list, guint index, LetterSignatory *view);

/* Whether readers see the entry: active, named, not anonymous. */
gboolean letter_signatory_is_shown(const LetterSignatory *signatory);

const LetterCounts *letter_signatories_counts(const LetterSignatories *list);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(LetterSignatories, letter_signatories_free)

#endif
