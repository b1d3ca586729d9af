/*
 * icu.h - ICU, loaded when a text first needs it.
 *
 * Linking ICU costs each process more than rendering a letter does, and most
 * letters never need it.  Its headers rename each function with its version:
 * the members of LetterIcu are renamed alike, and called as
 * `letter_icu()->ubrk_open(...)`.
 */
#ifndef LETTER_TEXT_ICU_H
#define LETTER_TEXT_ICU_H

#include <unicode/icudataver.h>
#include <unicode/ubrk.h>
#include <unicode/ucasemap.h>
#include <unicode/uchar.h>
#include <unicode/ucol.h>
#include <unicode/uidna.h>
#include <unicode/uloc.h>
#include <unicode/upluralrules.h>
#include <unicode/uregion.h>
#include <unicode/utrans.h>

typedef struct LetterIcu {
#define ICU(library, function) __typeof__(function) *function;
#include "text/icu.def"
#undef ICU
} LetterIcu;

/* The same for the whole process, from any thread.  Ends the process, as the
   dynamic linker would, where the ICU that letterctl was built with is gone. */
const LetterIcu *letter_icu(void);

#endif
