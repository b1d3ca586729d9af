/*
 * line_break_test.c - the table of known characters against ICU.
 */
#include "text/line_break.h"

#define SEED 20260304

/* Text of characters that the table knows, without two blanks together. */
static char *make_text(GRand *random)
{
    static const char ascii[] = "abXY09-()[]{}!?,.:;/\"'%$#&*+=_|~^`<>@\\      ";
    static const char *const others[] = { "é", "ж", "Ω", "–", "—", "…", "€", "§",      "“", "”",
                                          "„", "’", "«", "»", "¿", "°", "½", "\u00A0", "ß" };
    GString *text = g_string_new("start ");

    for (guint i = 0; i < 40; i++) {
        char next = ascii[g_rand_int_range(random, 0, sizeof(ascii) - 1)];

        if (g_rand_int_range(random, 0, 3) == 0)
            g_string_append(text, others[g_rand_int_range(random, 0, G_N_ELEMENTS(others))]);
        else if (next != ' ' || text->str[text->len - 1] != ' ')
            g_string_append_c(text, next);
    }
    g_string_append_c(text, 'z');
    return g_string_free(text, FALSE);
}

static void test_table_allows_no_more_than_icu(void)
{
    g_autoptr(LetterLocale) locale = letter_locale_new("en");
    g_autoptr(GArray) allowed = g_array_new(FALSE, FALSE, sizeof(gsize));
    GRand *random = g_rand_new_with_seed(SEED);

    g_test_message("seed %d", SEED);
    for (guint round = 0; round < 3000; round++) {
        g_autofree char *text = make_text(random);
        LetterPieces pieces;
        LetterPiece piece;
        guint passed = 0;

        g_array_set_size(allowed, 0);
        letter_locale_find_breaks(locale, letter_slice(text), allowed);
        letter_pieces_init(&pieces, locale, letter_slice(text));
        while (letter_pieces_next(&pieces, &piece)) {
            gsize offset = (gsize)(pieces.next - text);

            if (piece.after != LETTER_BREAK_GOOD)
                continue;
            while (g_array_index(allowed, gsize, passed) < offset)
                passed++;
            if (g_array_index(allowed, gsize, passed) != offset) {
                g_autofree char *around = g_strescape(text + offset - 6, NULL);

                g_error("ICU forbids the break after the first 6 bytes of '%s'", around);
            }
        }
        g_assert_null(pieces.breaks);
        letter_pieces_clear(&pieces);
    }
    g_rand_free(random);
}

/* Latin, Greek and Cyrillic letters join as ICU has it. */
static void test_known_letters_are_as_icu_has_them(void)
{
    static const gunichar ends[][2] = {
        { 0xC0, 0x2AF },
        { 0x391, 0x3FF },
        { 0x400, 0x481 },
        { 0x48A, 0x52F },
    };
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
    g_test_add_func("/text/line-break/table", test_table_allows_no_more_than_icu);
    g_test_add_func("/text/line-break/letters", test_known_letters_are_as_icu_has_them);
    return g_test_run();
}
