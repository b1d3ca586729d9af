/*
 * target.h - which addresses a link or a picture may have.
 *
 * An address is judged as a browser reads it: white space and control
 * characters before it and line ends within it do not count, and a backslash
 * is a slash (WHATWG URL, section 4.4).
 */
#ifndef LETTER_BODY_TARGET_H
#define LETTER_BODY_TARGET_H

#include <glib.h>

typedef enum LetterTargetKind {
    LETTER_TARGET_PATH,     /* of the site, or nothing at all */
    LETTER_TARGET_FRAGMENT, /* "#..." */
    LETTER_TARGET_HTTP,
    LETTER_TARGET_HTTPS,
    LETTER_TARGET_CONTACT,     /* mailto, tel */
    LETTER_TARGET_CREDENTIALS, /* http or https with a user or a password */
    LETTER_TARGET_REFUSED,     /* every other scheme, and "//host" */
} LetterTargetKind;

LetterTargetKind letter_target_kind(const char *address);

/* What kind of address it is, for its author: "javascript:", "//". */
char *letter_target_name(const char *address);

/* Whether a path is absolute or leads out of its folder by "..". */
gboolean letter_target_leaves_folder(const char *path);

#endif
