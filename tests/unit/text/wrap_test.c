/*
 * wrap_test.c - lines no wider than so many columns.
 */
#include <string.h>

#include "text/line_break.h"
#include "text/wrap.h"

#define SEED 20260304

static char *wrap_with(guint width, LetterFlow flow, const char *text, const char *first,
                       const char *rest)
{
    GString *out = g_string_new(NULL);
    g_autoptr(LetterSink) sink = letter_sink_new_for_string(out);
    g_autoptr(LetterLocale) locale = letter_locale_new("en");
    LetterLayout layout = { .width = width, .flow = flow, .locale = locale };

    letter_wrap(&layout, letter_slice(text), first, rest, sink);
    return g_string_free(out, FALSE);
}

static void expect(guint width, const char *text, const char *wrapped)
{
    g_autofree char *got = wrap_with(width, LETTER_FLOW_FIXED, text, "", "");

    g_assert_cmpstr(got, ==, wrapped);
}

static void expect_flowed(guint width, const char *text, const char *prefix, const char *wrapped)
{
    g_autofree char *got = wrap_with(width, LETTER_FLOW_FLOWED, text, prefix, prefix);

    g_assert_cmpstr(got, ==, wrapped);
}

static guint width_of(const char *text)
{
    return letter_text_width(letter_slice(text));
}

static void test_fills_lines(void)
{
    expect(10, "", "");
    expect(10, "one two three four", "one two\nthree four");
    expect(10, "0123456789 a", "0123456789\na");
    expect(9, "0123456789 a b", "0123456789\na b");
    expect(5, "a 0123456789 b", "a\n0123456789\nb");
}

static void test_folds_blanks_but_keeps_line_ends(void)
{
    expect(20, "  a \t b  ", "a b");
    expect(20, "a \n  b\n\nc", "a\nb\n\nc");
    expect(3, "a b c\nd e", "a b\nc\nd e");
    expect(20, "\n", "\n");
}

static void test_breaks_where_words_allow(void)
{
    expect(6, "a well-known rule", "a\nwell-\nknown\nrule");
    expect(8, "use --help or -x now", "use\n--help\nor -x\nnow");
    expect(8, "in 2023-11-21", "in\n2023-11-21");
    expect(8, "and/or\u00A0else so", "and/or\u00A0else\nso");
}

static void test_never_tears_addresses(void)
{
    expect(10, "at https://a-b.example/c-d?e=f-g now", "at\nhttps://a-b.example/c-d?e=f-g\nnow");
    expect(10, "to first-last@some-where.example", "to\nfirst-last@some-where.example");
    expect(12, "https://example.org/smør-brød-dag", "https://example.org/smør-brød-dag");
}

static void test_keeps_marks_with_their_word(void)
{
    expect(10, "one two [1] three", "one\ntwo [1]\nthree");
    expect(6, "mot rien !", "mot\nrien !");
    expect(3, "a ! ! ! !", "a !\n! !\n!");
    expect(7, "abc def > ghi", "abc\ndef >\nghi");
}

static void test_breaks_other_scripts(void)
{
    expect(6, "日本語の文章。", "日本語\nの文\n章。");
    expect(8, "ภาษาไทยง่าย", "ภาษาไทย\nง่าย");
    expect(10, "a word — dash", "a word —\ndash");
    expect(9, "in 1990–1995 so—yes", "in\n1990–1995\nso—yes");
    expect(5, "so—yes", "so—\nyes");
    expect(4, "👩‍👩‍👧👩‍👩‍👧👩‍👩‍👧",
           "👩‍👩‍👧👩‍👩‍👧\n👩‍👩‍👧");
    expect(7, "blå-grøn sø", "blå-\ngrøn sø");
}

static void test_hangs(void)
{
    g_autofree char *item = wrap_with(8, LETTER_FLOW_FIXED, "one two three", "1. ", "   ");
    g_autofree char *empty = wrap_with(8, LETTER_FLOW_FIXED, "", "> ", "> ");
    g_autofree char *blank = wrap_with(8, LETTER_FLOW_FIXED, "a\n\nb", "> ", "> ");
    g_autofree char *narrow = wrap_with(3, LETTER_FLOW_FIXED, "a b", "    ", "    ");

    g_assert_cmpstr(item, ==, "1. one\n   two\n   three");
    g_assert_cmpstr(empty, ==, ">");
    g_assert_cmpstr(blank, ==, "> a\n>\n> b");
    g_assert_cmpstr(narrow, ==, "    a\n    b");
}

static void test_flows(void)
{
    expect_flowed(8, "one two three", "", "one two \nthree");
    expect_flowed(8, "one two\nthree", "", "one two\nthree");
    expect_flowed(10, "one two three", "> ", "> one two \n> three");
    expect_flowed(9, "one two three", "  ", "  one two\n  three");
    expect_flowed(12, "a well-known x", "", "a \nwell-known \nx");
    expect_flowed(8, "a well-known x", "", "a \nwell-\nknown x");
    expect_flowed(3, "-- abcdef", "", "--\nabcdef");
    expect_flowed(7, "日本語の文章", "", "日本語\nの文章");
}

static void test_drops_what_is_unsafe(void)
{
    expect(20,
           "a\x07"
           "b\xC2\x85"
           "c\u2028d\u202Ee\u2066f\uFEFFg\uFFFEh\U0001FFFFi\x7F",
           "abcdefghi");
    expect(20, "a \u202E b", "a b");
    expect(20, "a \u202E\nb", "a\nb");
    expect(20, "“a” – b…", "“a” – b…");
}

static void test_indents_fixed_text(void)
{
    GString *out = g_string_new(NULL);
    g_autoptr(LetterSink) sink = letter_sink_new_for_string(out);

    letter_indent(letter_slice("if (a)\n\tb  c;  \n\n  d\u202E\x1B"), "    ", "  > ", sink);
    g_assert_cmpstr(out->str, ==, "    if (a)\n  >     b  c;\n  >\n  >   d");
    g_string_free(out, TRUE);
}

/* Random texts: words of many scripts, blanks between them. */
static const char *const words[] = {
    "a",
    "letter",
    "well-known",
    "https://a-b.example/x",
    "(see",
    "below)",
    "blåbær-grød",
    "日本語",
    "文章です",
    "한국어",
    "👩‍👩‍👧",
    "🇩🇰",
    "e\u0301e",
    "مفتوحة",
    "«mot»",
    "!",
    "“quoted”",
    "—",
    "…",
    "Ко́нец",
    "x\u00A0y",
    "ไทยง่าย",
    "[12]",
    "50",
    "%",
    "/",
    "and/or",
    "n-1",
};

static char *make_text(GRand *random)
{
    GString *text = g_string_new(NULL);
    gint count = g_rand_int_range(random, 1, 60);

    for (gint i = 0; i < count; i++) {
        if (i > 0 && g_rand_int_range(random, 0, 5) > 0)
            g_string_append_c(text, ' ');
        g_string_append(text, words[g_rand_int_range(random, 0, G_N_ELEMENTS(words))]);
    }
    return g_string_free(text, FALSE);
}

static gboolean may_be_torn(LetterLocale *locale, const char *line)
{
    LetterPieces pieces;
    LetterPiece piece;

    letter_pieces_init(&pieces, locale, letter_slice(line));
    letter_pieces_next(&pieces, &piece);
    letter_pieces_clear(&pieces);
    return piece.text.size < strlen(line);
}

/* Without the blanks and line ends that wrapping may change. */
static char *squeeze(const char *text)
{
    GString *squeezed = g_string_new(NULL);

    for (const char *at = text; *at != '\0'; at++) {
        if (*at != ' ' && *at != '\n')
            g_string_append_c(squeezed, *at);
    }
    return g_string_free(squeezed, FALSE);
}

static void test_random_texts_fit_and_come_back(void)
{
    g_autoptr(LetterLocale) locale = letter_locale_new("en");
    GRand *random = g_rand_new_with_seed(SEED);

    g_test_message("seed %d", SEED);
    for (guint round = 0; round < 1000; round++) {
        guint width = (guint)g_rand_int_range(random, 1, 80);
        LetterFlow flow = round % 2 == 0 ? LETTER_FLOW_FIXED : LETTER_FLOW_FLOWED;
        g_autofree char *text = make_text(random);
        g_autofree char *wrapped = wrap_with(width, flow, text, "", "");
        g_auto(GStrv) lines = g_strsplit(wrapped, "\n", -1);
        g_autofree char *before = squeeze(text);
        g_autofree char *after = squeeze(wrapped);

        for (guint i = 0; lines[i] != NULL; i++) {
            if (width_of(lines[i]) > width && may_be_torn(locale, g_strchomp(lines[i])))
                g_error("wider than %u: '%s'", width, lines[i]);
        }
        g_assert_cmpstr(after, ==, before);
    }
    g_rand_free(random);
}

/* RFC 3676 section 4.1: a line that ends in a blank goes on in the next. */
static void test_flowed_words_come_back(void)
{
    GRand *random = g_rand_new_with_seed(SEED + 1);

    for (guint round = 0; round < 300; round++) {
        GString *text = g_string_new("start");
        g_autofree char *wrapped = NULL;
        g_auto(GStrv) parts = NULL;
        g_autofree char *back = NULL;

        for (guint i = 0; i < 30; i++)
            g_string_append_printf(text, " %.*s", g_rand_int_range(random, 1, 12),
                                   "well-knownwords");
        wrapped = wrap_with((guint)g_rand_int_range(random, 14, 40), LETTER_FLOW_FLOWED, text->str,
                            "", "");
        parts = g_strsplit(wrapped, " \n", -1);
        back = g_strjoinv(" ", parts);
        g_assert_null(strchr(back, '\n'));
        g_assert_cmpstr(back, ==, text->str);
        g_string_free(text, TRUE);
    }
    g_rand_free(random);
}

/* A megabyte without a place to break, and one with nothing else. */
static void test_long_lines(void)
{
    g_autofree char *word = g_strnfill(1000000, 'a');
    g_autofree char *hyphens = NULL;
    g_autofree char *poor = g_strnfill(1000000, '!');
    GString *text = g_string_new(NULL);

    for (guint i = 0; i < 250000; i++)
        g_string_append(text, "a-b ");
    hyphens = wrap_with(72, LETTER_FLOW_FLOWED, text->str, "", "");
    g_assert_cmpuint(strlen(hyphens), >=, 1000000);
    expect(72, word, word);
    for (guint i = 1; i < 1000000; i += 2)
        poor[i] = ' ';
    poor[999999] = '!';
    word[0] = '\0';
    g_free(hyphens);
    hyphens = wrap_with(72, LETTER_FLOW_FIXED, poor, "", "");
    g_assert_cmpuint(strlen(hyphens), ==, 1000000);
    g_string_free(text, TRUE);
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/text/wrap/fills-lines", test_fills_lines);
    g_test_add_func("/text/wrap/folds-blanks", test_folds_blanks_but_keeps_line_ends);
    g_test_add_func("/text/wrap/breaks-words", test_breaks_where_words_allow);
    g_test_add_func("/text/wrap/addresses", test_never_tears_addresses);
    g_test_add_func("/text/wrap/marks", test_keeps_marks_with_their_word);
    g_test_add_func("/text/wrap/scripts", test_breaks_other_scripts);
    g_test_add_func("/text/wrap/hangs", test_hangs);
    g_test_add_func("/text/wrap/flows", test_flows);
    g_test_add_func("/text/wrap/unsafe", test_drops_what_is_unsafe);
    g_test_add_func("/text/wrap/indent", test_indents_fixed_text);
    g_test_add_func("/text/wrap/random", test_random_texts_fit_and_come_back);
    g_test_add_func("/text/wrap/random-flowed", test_flowed_words_come_back);
    g_test_add_func("/text/wrap/long", test_long_lines);
    return g_test_run();
}
