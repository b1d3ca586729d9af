/*
 * bare_address.h - addresses that are typed without marks.
 *
 * A web address or an email address in running text is a link.  What belongs
 * to it is told by the rules of GitHub Flavored Markdown 0.29, section 6.9,
 * which leave the punctuation after it outside.
 */
#ifndef LETTER_BODY_BARE_ADDRESS_H
#define LETTER_BODY_BARE_ADDRESS_H

#include "base/source.h"

typedef struct LetterBareAddress {
    gsize start;
    gsize end;
    const char *prefix; /* what makes it an address: "", "https://" or "mailto:" */
} LetterBareAddress;

/* The first one in @text at or after the byte @from. */
gboolean letter_bare_address_find(LetterSlice text, gsize from, LetterBareAddress *found);

#endif
