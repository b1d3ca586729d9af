/*
 * address.h - which addresses a link or a picture may have.
 *
 * An address is judged as a browser reads it: white space and control
 * characters before it and line ends within it do not count, and a backslash
 * is a slash (WHATWG URL, section 4.4).
 */
#ifndef LETTER_BODY_ADDRESS_H
#define LETTER_BODY_ADDRESS_H

#include <glib.h>

typedef enum LetterAddressKind {
    LETTER_ADDRESS_PATH,     /* of the site, or nothing at all */
    LETTER_ADDRESS_FRAGMENT, /* "#..." */
    LETTER_ADDRESS_HTTP,
    LETTER_ADDRESS_HTTPS,
    LETTER_ADDRESS_CONTACT,     /* mailto, tel */
    LETTER_ADDRESS_CREDENTIALS, /* http or https with a user or a password */
    LETTER_ADDRESS_REFUSED,     /* every other scheme, and "//host" */
} LetterAddressKind;

LetterAddressKind letter_address_kind(const char *address);

/* What kind of address it is, for its author: "javascript:", "//". */
char *letter_address_name(const char *address);

/* Whether a path is absolute or leads out of its folder by "..". */
gboolean letter_address_leaves_folder(const char *path);

#endif
