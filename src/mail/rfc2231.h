/*
 * rfc2231.h - parameters of a field: file names beyond ASCII.
 */
#ifndef LETTER_MAIL_RFC2231_H
#define LETTER_MAIL_RFC2231_H

#include "mail/rfc5322.h"

/* Ends the token before with ';' and writes a parameter: as a quoted-string
   where @value is short and plain ASCII, else as `name*=UTF-8''...`, in
   several sections where it is long (RFC 2231 sections 3 and 4). */
void letter_parameter_write(LetterFieldWriter *field, const char *name, const char *value);

#endif
