/*
 * locale.h - what depends on a language: its direction, its scripts, its case.
 *
 * One LetterLocale serves one thread and one language; it opens ICU objects
 * only when first asked for something that needs them.
 */
#ifndef LETTER_TEXT_LOCALE_H
#define LETTER_TEXT_LOCALE_H

#include <glib.h>

#include "base/source.h"

typedef struct LetterLocale LetterLocale;

typedef enum LetterDirection {
    LETTER_DIRECTION_LTR,
    LETTER_DIRECTION_RTL,
} LetterDirection;

/* @tag is a BCP 47 tag that letter_locale_is_tag() accepts. */
LetterLocale *letter_locale_new(const char *tag);
void letter_locale_free(LetterLocale *locale);

const char *letter_locale_get_tag(const LetterLocale *locale);

/* Whether @tag has the form of RFC 5646 section 2.1 and its language and
   region are known to ICU. */
gboolean letter_locale_is_tag(const char *tag);

/* The tag as it is usually written: pt-BR for PT-br. */
char *letter_locale_tidy_tag(const char *tag);

/* The tag that was meant by what is none: en-US for en_US, da for dk and for
   Danish.  NULL where there is no good guess. */
char *letter_locale_propose_tag(const char *text);

/* The direction in which the language of @tag is written. */
LetterDirection letter_locale_direction(const char *tag);

/* The forms that a language has for numbers of things, as CLDR names them. */
typedef enum LetterPlural {
    LETTER_PLURAL_OTHER,
    LETTER_PLURAL_ZERO,
    LETTER_PLURAL_ONE,
    LETTER_PLURAL_TWO,
    LETTER_PLURAL_FEW,
    LETTER_PLURAL_MANY,
    LETTER_PLURAL_COUNT,
} LetterPlural;

/* The form that the language of @tag has for so many. */
LetterPlural letter_locale_plural(const char *tag, guint count);

/* In capitals, by the language's own rules (Turkish i, German ß). */
char *letter_locale_upper(LetterLocale *locale, const char *text);

/* Text folded so that what differs only in case is equal (footnote labels);
   the same in every language. */
char *letter_locale_fold(const char *text);

/* A name for a file: Latin letters by ICU, ASCII, lower case, every other
   character '-', none of them doubled or at an end.  NULL where nothing is
   left.  Bytes that are not UTF-8 are other characters. */
char *letter_locale_slug(const char *text);

/* Offsets (gsize, ascending) before which ICU allows a line to break within
   @text, for letter_wrap(); those of forced breaks and the end with them. */
void letter_locale_find_breaks(LetterLocale *locale, LetterSlice text, GArray *offsets);

/* Appends a key of the text: keys compare byte by byte as the texts are ordered
   in the language, without regard to case (UTS 10).  A key ends with its only
   zero byte, so that several may follow each other. */
void letter_locale_append_sort_key(LetterLocale *locale, LetterSlice text, GByteArray *keys);

/* The version of ICU's data, "72.1" say. */
const char *letter_locale_data_version(void);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(LetterLocale, letter_locale_free)

#endif
