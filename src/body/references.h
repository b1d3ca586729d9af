/*
 * references.h - the addresses of a plain text, numbered on from its notes.
 */
#ifndef LETTER_BODY_REFERENCES_H
#define LETTER_BODY_REFERENCES_H

#include <glib.h>

typedef struct LetterReferences LetterReferences;

/* @first is the number of the first address: one more than the last note. */
LetterReferences *letter_references_new(guint first);
void letter_references_free(LetterReferences *references);

/* The number of an address: the one it has, or the next. */
guint letter_references_add(LetterReferences *references, const char *address);

guint letter_references_count(const LetterReferences *references);
guint letter_references_first(const LetterReferences *references);
const char *letter_references_get(const LetterReferences *references, guint index); /* from 0 */

G_DEFINE_AUTOPTR_CLEANUP_FUNC(LetterReferences, letter_references_free)

#endif
