/*
 * derived.h - a text made of pieces of another one, with a map of where each
 * stood.
 */
#ifndef LETTER_BODY_DERIVED_H
#define LETTER_BODY_DERIVED_H

#include "base/offset_map.h"

typedef struct LetterDerived {
    LetterSlice original;
    GString *text;
    LetterOffsetMap *map; /* from the text to the original */
    gsize delta;          /* of the map's last run: original less derived */
} LetterDerived;

/* @original must outlive what is derived from it. */
LetterDerived *letter_derived_new(LetterSlice original);
void letter_derived_free(LetterDerived *derived);

LetterSlice letter_derived_slice(const LetterDerived *derived);

/* Takes the original's bytes from @from to @to over as they are. */
void letter_derived_copy(LetterDerived *derived, gsize from, gsize to);

/* Adds what the original does not have, to stand at its byte @at. */
void letter_derived_insert(LetterDerived *derived, gsize at, const char *text);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(LetterDerived, letter_derived_free)

#endif
