/*
 * line_break.h - the pieces of a line that are never torn.  Private to the
 * room: wrap.c puts them on lines.
 *
 * Between two characters of the alphabets that most letters are written in a
 * table decides, which allows no break that Unicode Standard Annex #14 forbids
 * and fewer within words: none in addresses, and otherwise after a dash or a
 * hyphen between letters.  Where another character is a neighbour, ICU decides.
 */
#ifndef LETTER_TEXT_LINE_BREAK_H
#define LETTER_TEXT_LINE_BREAK_H

#include "text/locale.h"

typedef enum LetterBreak {
    LETTER_BREAK_NONE, /* the text ends here */
    LETTER_BREAK_POOR, /* where nothing else helps: "mot !", "word [1]" */
    LETTER_BREAK_GOOD,
} LetterBreak;

typedef struct LetterPiece {
    LetterSlice text;
    guint width;       /* columns */
    LetterBreak after; /* whether a line may end after it */
    gboolean blank;    /* one blank follows, which a line end replaces */
} LetterPiece;

/* Walks one line of text in which white space is single blanks, none of them
   at an end. */
typedef struct LetterPieces {
    LetterLocale *locale;
    const char *start;
    const char *end;
    const char *next;
    GArray *breaks;       /* of gsize, by ICU; NULL until there is need of it */
    guint passed;         /* of @breaks */
    const char *word_end; /* of the word that was looked at last */
    gboolean in_address;  /* whether that looks like an address */
} LetterPieces;

void letter_pieces_init(LetterPieces *pieces, LetterLocale *locale, LetterSlice line);
void letter_pieces_clear(LetterPieces *pieces);

/* FALSE at the end. */
gboolean letter_pieces_next(LetterPieces *pieces, LetterPiece *piece);

#endif
