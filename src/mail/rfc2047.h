/*
 * rfc2047.h - encoded-words: text beyond ASCII within a header field.
 *
 * Always UTF-8 and the Q encoding, which more readers decode without loss
 * than B, and only with the characters that a phrase allows (RFC 2047
 * section 5, rule 3), so that a word is right in every place.
 */
#ifndef LETTER_MAIL_RFC2047_H
#define LETTER_MAIL_RFC2047_H

#include "base/source.h"

#define LETTER_ENCODED_WORD_SIZE     75 /* at most (section 2) */
#define LETTER_ENCODED_WORD_OVERHEAD 12 /* "=?utf-8?Q?" and "?=" */

/* Whether the text cannot stand as it is: it holds a byte that is no
   printable ASCII, something that a reader would decode ("=?"), or blanks
   that folding would lose (doubled, or at an end). */
gboolean letter_encoded_word_is_needed(LetterSlice text);

/* The columns that one encoded-word for the whole text would take. */
gsize letter_encoded_word_size(LetterSlice text);

/* Takes whole characters from the start of @text, as many as fit into one
   encoded-word of @room columns (at most 75; less than 24 may be too few for
   one character, of which one is always taken), but where text is left over no
   more than up to its last blank.  Makes that word and returns its size. */
gsize letter_encoded_word_take(LetterSlice *text, gsize room,
                               char word[LETTER_ENCODED_WORD_SIZE + 1]);

#endif
