/*
 * address.h - whether a text is an email address that a message can carry.
 */
#ifndef LETTER_TEXT_ADDRESS_H
#define LETTER_TEXT_ADDRESS_H

#include "base/source.h"

/* An addr-spec of RFC 5322 section 3.4.1 within RFC 5321's limits: a dot-atom
   of at most 64 bytes before the '@', a domain of two or more labels behind
   it, 254 bytes in all.  A domain of any script counts in its ASCII form, which
   letter_domain_to_ascii() must find.
   Refused, though the standard has them: quoted local parts, comments,
   address literals such as [192.0.2.1], and local parts outside ASCII. */
gboolean letter_address_is_valid(LetterSlice address);

#endif
