/*
 * url.h - whether a text is the address of a page.
 */
#ifndef LETTER_TEXT_URL_H
#define LETTER_TEXT_URL_H

#include <glib.h>

typedef enum LetterUrlFault {
    LETTER_URL_FINE,
    LETTER_URL_MALFORMED,   /* not http or https, no host, or characters that no URL has */
    LETTER_URL_CREDENTIALS, /* a user name or a password before the host */
} LetterUrlFault;

/* Checks an absolute http or https address (RFC 3986 section 3; letters of any
   script as in RFC 3987). */
LetterUrlFault letter_url_check(const char *url);

#endif
