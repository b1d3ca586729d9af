/*
 * letter/version.h - which letterctl this is.
 */
#ifndef LETTER_VERSION_PUBLIC_H
#define LETTER_VERSION_PUBLIC_H

/* The version of the library, "0.1.0" say. */
const char *letter_version(void);

/* The version of the Unicode data that orders and breaks texts ("72.1"): part
   of what makes the same output from the same letter. */
const char *letter_data_version(void);

#endif
