/*
 * line_break.c - the pieces of a line that are never torn.
 *
 * Most words of most letters never get to ICU, which costs a start-up and a
 * pass of its own: their characters have a class here.
 */
#include "text/line_break.h"

#include <string.h>

#include "text/wrap.h"

typedef enum Class {
    CLASS_OTHER, /* no break beside it */
    CLASS_LETTER,
    CLASS_DIGIT,
    CLASS_HYPHEN,
    CLASS_DASH,
    CLASS_QUOTE,
    CLASS_OPENING, /* stands at no line's end */
    CLASS_CLOSING, /* stands at no line's start */
    CLASS_BLANK,
    CLASS_FOREIGN, /* known to ICU alone */
} Class;

static const guint8 ascii_classes[128] = {
    [' '] = CLASS_BLANK,          ['-'] = CLASS_HYPHEN,         ['"'] = CLASS_QUOTE,
    ['\''] = CLASS_QUOTE,         ['('] = CLASS_OPENING,        ['['] = CLASS_OPENING,
    ['{'] = CLASS_OPENING,        [')'] = CLASS_CLOSING,        [']'] = CLASS_CLOSING,
    ['}'] = CLASS_CLOSING,        ['!'] = CLASS_CLOSING,        ['?'] = CLASS_CLOSING,
    [','] = CLASS_CLOSING,        ['.'] = CLASS_CLOSING,        [':'] = CLASS_CLOSING,
    [';'] = CLASS_CLOSING,        ['/'] = CLASS_CLOSING,        ['0' ... '9'] = CLASS_DIGIT,
    ['A' ... 'Z'] = CLASS_LETTER, ['a' ... 'z'] = CLASS_LETTER,
};

typedef struct Range {
    gunichar first;
    gunichar last;
    Class class;
} Range;

/* In ascending order.  Some may be broken at less often than the standard
   allows, none more often. */
static const Range ranges[] = {
    { 0x00A0, 0x00A0, CLASS_OTHER },   /* no-break space */
    { 0x00A1, 0x00A1, CLASS_OPENING }, /* inverted exclamation mark */
    { 0x00A2, 0x00AA, CLASS_OTHER },   /* signs */
    { 0x00AB, 0x00AB, CLASS_QUOTE },   /* guillemets */
    { 0x00AE, 0x00BA, CLASS_OTHER },   /* signs; before them the soft hyphen */
    { 0x00BB, 0x00BB, CLASS_QUOTE },   { 0x00BC, 0x00BE, CLASS_OTHER }, /* fractions */
    { 0x00BF, 0x00BF, CLASS_OPENING },                                  /* inverted question mark */
    { 0x00C0, 0x00D6, CLASS_LETTER }, /* Latin letters with marks */
    { 0x00D7, 0x00D7, CLASS_OTHER },   { 0x00D8, 0x00F6, CLASS_LETTER },
    { 0x00F7, 0x00F7, CLASS_OTHER },   { 0x00F8, 0x02AF, CLASS_LETTER },
    { 0x0391, 0x03FF, CLASS_LETTER }, /* Greek */
    { 0x0400, 0x0481, CLASS_LETTER }, /* Cyrillic */
    { 0x048A, 0x052F, CLASS_LETTER },  { 0x2013, 0x2014, CLASS_DASH },
    { 0x2018, 0x2019, CLASS_QUOTE }, /* quotation marks, apostrophe */
    { 0x201C, 0x201D, CLASS_QUOTE },   { 0x201E, 0x201E, CLASS_OPENING }, /* low quotation mark */
    { 0x2026, 0x2026, CLASS_CLOSING },                                    /* ellipsis */
    { 0x202F, 0x202F, CLASS_OTHER }, /* narrow no-break space */
    { 0x20AC, 0x20AC, CLASS_OTHER }, /* euro sign */
};

static Class classify(const char *at)
{
    gunichar character;

    if ((guchar)*at < 0x80)
        return (Class)ascii_classes[(guchar)*at];
    character = g_utf8_get_char(at);
    for (gsize i = 0; i < G_N_ELEMENTS(ranges) && character >= ranges[i].first; i++) {
        if (character <= ranges[i].last)
            return ranges[i].class;
    }
    return CLASS_FOREIGN;
}

/* The last of the ASCII letters after that at @at: no line ends between them. */
static const char *skip_letters(const char *at, const char *end)
{
    while (at + 1 < end && g_ascii_isalpha(at[1]))
        at++;
    return at;
}

static gboolean icu_allows(LetterPieces *pieces, const char *at)
{
    gsize offset = (gsize)(at - pieces->start);

    if (pieces->breaks == NULL) {
        pieces->breaks = g_array_new(FALSE, FALSE, sizeof(gsize));
        letter_locale_find_breaks(
            pieces->locale, (LetterSlice){ pieces->start, (gsize)(pieces->end - pieces->start) },
            pieces->breaks);
    }
    while (pieces->passed < pieces->breaks->len &&
           g_array_index(pieces->breaks, gsize, pieces->passed) < offset)
        pieces->passed++;
    return pieces->passed < pieces->breaks->len &&
           g_array_index(pieces->breaks, gsize, pieces->passed) == offset;
}

/* Whether the word around @at looks like an address.  Words are looked at once,
   so that a long one costs no more than its length. */
static gboolean is_in_address(LetterPieces *pieces, const char *at)
{
    const char *start = at;
    const char *end = at;

    if (pieces->word_end != NULL && at < pieces->word_end)
        return pieces->in_address;
    while (start > pieces->start && start[-1] != ' ')
        start--;
    while (end < pieces->end && *end != ' ')
        end++;
    pieces->word_end = end;
    pieces->in_address = memchr(start, '@', (gsize)(end - start)) != NULL ||
                         g_strstr_len(start, end - start, "://") != NULL;
    return pieces->in_address;
}

/* Whether the blank before @at may become a line end. */
static LetterBreak judge_blank(LetterPieces *pieces, Class before, Class after, const char *at)
{
    if (before == CLASS_FOREIGN || after == CLASS_FOREIGN)
        return icu_allows(pieces, at) ? LETTER_BREAK_GOOD : LETTER_BREAK_POOR;
    if (before == CLASS_OPENING || after == CLASS_CLOSING ||
        (before == CLASS_QUOTE && after == CLASS_OPENING) ||
        (before == CLASS_DASH && after == CLASS_DASH))
        return LETTER_BREAK_POOR;
    /* The mark of a note or an address belongs to the word before it; a '>' at
       the start of a line would be taken for a quote. */
    if ((*at == '[' && at + 1 < pieces->end && g_ascii_isdigit(at[1])) || *at == '>')
        return LETTER_BREAK_POOR;
    return LETTER_BREAK_GOOD;
}

/* Whether a line may end between two characters without a blank.  @at is that
   of the second, @before the class of the first. */
static LetterBreak judge_inside(LetterPieces *pieces, gboolean after_letter, Class before,
                                Class after, const char *at)
{
    if (before == CLASS_FOREIGN || after == CLASS_FOREIGN)
        return icu_allows(pieces, at) ? LETTER_BREAK_GOOD : LETTER_BREAK_NONE;
    if (after == CLASS_LETTER &&
        (before == CLASS_DASH || (before == CLASS_HYPHEN && after_letter)) &&
        !is_in_address(pieces, at))
        return LETTER_BREAK_GOOD;
    return LETTER_BREAK_NONE;
}

void letter_pieces_init(LetterPieces *pieces, LetterLocale *locale, LetterSlice line)
{
    *pieces = (LetterPieces){
        .locale = locale,
        .start = line.data,
        .end = line.data + line.size,
        .next = line.data,
    };
}

void letter_pieces_clear(LetterPieces *pieces)
{
    g_clear_pointer(&pieces->breaks, g_array_unref);
}

static void finish(LetterPieces *pieces, LetterPiece *piece, const char *end, gboolean is_ascii)
{
    piece->text.size = (gsize)(end - piece->text.data);
    piece->width = is_ascii ? (guint)piece->text.size : letter_text_width(piece->text);
    pieces->next = piece->blank ? end + 1 : end;
}

gboolean letter_pieces_next(LetterPieces *pieces, LetterPiece *piece)
{
    const char *at = pieces->next;
    const char *next = at;
    gboolean is_ascii = TRUE;
    gboolean after_letter = FALSE;
    Class class;

    *piece = (LetterPiece){ .text = { at, 0 } };
    if (at == pieces->end)
        return FALSE;
    class = classify(at);
    for (;;) {
        Class next_class;

        if (class == CLASS_LETTER)
            at = skip_letters(at, pieces->end);
        next = g_utf8_next_char(at);
        if (next - at > 1)
            is_ascii = FALSE;
        if (next == pieces->end)
            break;
        next_class = classify(next);
        if (next_class == CLASS_BLANK) {
            piece->blank = TRUE;
            piece->after = judge_blank(pieces, class, classify(next + 1), next + 1);
        } else {
            piece->after = judge_inside(pieces, after_letter, class, next_class, next);
        }
        if (piece->blank || piece->after != LETTER_BREAK_NONE)
            break;
        after_letter = class == CLASS_LETTER || class == CLASS_DIGIT;
        class = next_class;
        at = next;
    }
    finish(pieces, piece, next, is_ascii);
    return TRUE;
}
