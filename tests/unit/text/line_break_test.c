/*
 * line_break_test.c - the table of known characters against ICU.
 */
#include "text/line_break.h"

#define SEED 20260304

/* What the table allows ICU allows too; at blanks they agree but that a mark
   stays with its word. */
static void test_table_allows_no_more_than_icu(void)
{
    static const char alphabet[] = "abcXYZ019-()[]{}!?,.:;/\"'%$#&*+=_|~^`<>@\\      ";
    g_autoptr(LetterLocale) locale = letter_locale_new("en");
    g_autoptr(GArray) allowed = g_array_new(FALSE, FALSE, sizeof(gsize));
    GRand *random = g_rand_new_with_seed(SEED + 2);

    for (guint round = 0; round < 2000; round++) {
        GString *text = g_string_new("a");
        LetterPieces pieces;
        LetterPiece piece;
        guint passed = 0;

        for (guint i = 0; i < 40; i++) {
            char next = alphabet[g_rand_int_range(random, 0, sizeof(alphabet) - 1)];

            if (next != ' ' || text->str[text->len - 1] != ' ')
                g_string_append_c(text, next);
        }
        g_string_append_c(text, 'z');
        g_array_set_size(allowed, 0);
        letter_locale_find_breaks(locale, letter_slice(text->str), allowed);
        letter_pieces_init(&pieces, locale, letter_slice(text->str));
        while (letter_pieces_next(&pieces, &piece)) {
            gsize offset = (gsize)(pieces.next - text->str);

            if (piece.after != LETTER_BREAK_GOOD)
                continue;
            while (g_array_index(allowed, gsize, passed) < offset)
                passed++;
            if (g_array_index(allowed, gsize, passed) != offset)
                g_error("ICU forbids the break at %" G_GSIZE_FORMAT " of '%s'", offset, text->str);
        }
        letter_pieces_clear(&pieces);
        g_string_free(text, TRUE);
    }
    g_rand_free(random);
}

/* Latin, Greek and Cyrillic letters with marks need no ICU; ICU says the same. */
static void test_known_letters_are_as_icu_has_them(void)
{
    static const gunichar ends[][2] = { { 0xA0, 0xFF },     { 0x100, 0x2AF },  { 0x391, 0x3FF },
                                        { 0x400, 0x481 },   { 0x48A, 0x52F },  { 0x2018, 0x2019 },
                                        { 0x201C, 0x201D }, { 0x202F, 0x202F } };
    g_autoptr(LetterLocale) locale = letter_locale_new("en");

    for (guint i = 0; i < G_N_ELEMENTS(ends); i++) {
        for (gunichar c = ends[i][0]; c <= ends[i][1]; c++) {
            g_autoptr(GArray) allowed = g_array_new(FALSE, FALSE, sizeof(gsize));
            g_autoptr(GString) text = g_string_new("a");
            LetterPieces pieces;
            LetterPiece piece;
            gsize size;

            if (g_unichar_type(c) == G_UNICODE_UNASSIGNED)
                continue;
            g_string_append_unichar(text, c);
            g_string_append_c(text, 'a');
            letter_locale_find_breaks(locale, letter_slice(text->str), allowed);
            letter_pieces_init(&pieces, locale, letter_slice(text->str));
            letter_pieces_next(&pieces, &piece);
            size = allowed->len > 0 ? g_array_index(allowed, gsize, 0) : 0;
            if (piece.text.size != size)
                g_error("U+%04X: ICU breaks at %" G_GSIZE_FORMAT, c, size);
            letter_pieces_clear(&pieces);
        }
    }
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/text/line-break/ascii", test_table_allows_no_more_than_icu);
    g_test_add_func("/text/line-break/letters", test_known_letters_are_as_icu_has_them);
    return g_test_run();
}
