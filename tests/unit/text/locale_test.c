/*
 * locale_test.c - language tags, case, slugs, breaks of lines.
 */
#include "text/locale.h"

static void test_tags(void)
{
    static const char *const known[] = {
        "en",         "en-US",   "EN-us", "pt-BR",       "zh-Hant", "zh-Hant-TW",
        "es-419",     "se",      "nb",    "no",          "kl",      "yue",
        "de-CH-1996", "sr-Latn", "fil",   "en-x-custom", "ar-001",  "he",
    };
    static const char *const unknown[] = {
        "",   "e",  "en_US",  "en-",     "-en",    "en--US",    "english",
        "qq", "dk", "xx-YY",  "en-UK",   "en-ZZZ", "da-dansk!", "en US",
        "x",  "12", "en-555", "tlh-QQ-", "zz",     "\xFF",
    };

    for (guint i = 0; i < G_N_ELEMENTS(known); i++) {
        if (!letter_locale_is_tag(known[i]))
            g_error("%s is a tag", known[i]);
    }
    for (guint i = 0; i < G_N_ELEMENTS(unknown); i++) {
        if (letter_locale_is_tag(unknown[i]))
            g_error("'%s' is no tag", unknown[i]);
    }
}

static void test_proposals(void)
{
    static const struct {
        const char *text, *tag;
    } cases[] = {
        { "en_US", "en-US" },   { "da_DK.UTF-8", "da-DK" },
        { "dk", "da" },         { "DK", "da" },
        { "jp", "ja" },         { "Danish", "da" },
        { "dansk", "da" },      { "GERMAN", "de" },
        { "Français", "fr" },   { "zh_hant", "zh-Hant" },
        { "klingonese", NULL }, { "", NULL },
        { "!", NULL },          { "\xFF", NULL },
    };

    for (guint i = 0; i < G_N_ELEMENTS(cases); i++) {
        g_autofree char *tag = letter_locale_propose_tag(cases[i].text);

        g_assert_cmpstr(tag, ==, cases[i].tag);
    }
}

static void test_directions(void)
{
    static const char *const rtl[] = { "ar", "he", "fa", "ur", "ar-EG", "dv", "ckb", "az-Arab" };
    static const char *const ltr[] = { "en", "da", "zh", "tr", "az", "ru", "el", "en-US", "" };

    for (guint i = 0; i < G_N_ELEMENTS(rtl); i++)
        g_assert_cmpint(letter_locale_direction(rtl[i]), ==, LETTER_DIRECTION_RTL);
    for (guint i = 0; i < G_N_ELEMENTS(ltr); i++)
        g_assert_cmpint(letter_locale_direction(ltr[i]), ==, LETTER_DIRECTION_LTR);
}

static void test_plurals(void)
{
    static const struct {
        const char *tag;
        guint count;
        LetterPlural form;
    } cases[] = {
        { "en", 0, LETTER_PLURAL_OTHER },        { "en", 1, LETTER_PLURAL_ONE },
        { "en-GB", 2, LETTER_PLURAL_OTHER },     { "fr", 0, LETTER_PLURAL_ONE },
        { "fr", 2, LETTER_PLURAL_OTHER },        { "ar", 0, LETTER_PLURAL_ZERO },
        { "ar", 2, LETTER_PLURAL_TWO },          { "ar", 3, LETTER_PLURAL_FEW },
        { "ar", 11, LETTER_PLURAL_MANY },        { "ar", 100, LETTER_PLURAL_OTHER },
        { "pl", 3, LETTER_PLURAL_FEW },          { "pl", 5, LETTER_PLURAL_MANY },
        { "uk", 21, LETTER_PLURAL_ONE },         { "ja", 1, LETTER_PLURAL_OTHER },
        { "nonsense!", 1, LETTER_PLURAL_OTHER },
    };

    for (guint i = 0; i < G_N_ELEMENTS(cases); i++)
        g_assert_cmpint(letter_locale_plural(cases[i].tag, cases[i].count), ==, cases[i].form);
}

static void expect_upper(const char *tag, const char *text, const char *expected)
{
    g_autoptr(LetterLocale) locale = letter_locale_new(tag);
    g_autofree char *upper = letter_locale_upper(locale, text);

    g_assert_cmpstr(letter_locale_get_tag(locale), ==, tag);
    g_assert_cmpstr(upper, ==, expected);
}

static void test_capitals(void)
{
    expect_upper("en", "", "");
    expect_upper("en", "Signatories: 12", "SIGNATORIES: 12");
    expect_upper("da", "på øen", "PÅ ØEN");
    expect_upper("de", "Straße", "STRASSE");
    expect_upper("tr", "izmir ılık", "İZMİR ILIK");
    expect_upper("tr", "i", "İ");
    expect_upper("en", "é i", "É I");
    expect_upper("el", "Ελλάδα", "ΕΛΛΑΔΑ");
    expect_upper("ar", "رسالة", "رسالة");
}

static void test_folding(void)
{
    g_autofree char *ascii = letter_locale_fold("Note-1.A");
    g_autofree char *first = letter_locale_fold("ÆRØ Straße");
    g_autofree char *second = letter_locale_fold("ærø STRASSE");

    g_assert_cmpstr(ascii, ==, "note-1.a");
    g_assert_cmpstr(first, ==, second);
}

static void test_slugs(void)
{
    static const struct {
        const char *text, *slug;
    } cases[] = {
        { "pact", "pact" },
        { "Pact.da", "pact-da" },
        { "A  Letter -- to All", "a-letter-to-all" },
        { "--x--", "x" },
        { "a_b", "a-b" },
        { "Ærø & Straße", "aero-strasse" },
        { "Ålborg Øst", "alborg-ost" },
        { "Привет", "privet" },
        { "東京", "dong-jing" },
        { "naïve café", "naive-cafe" },
        { "...", NULL },
        { "", NULL },
        { "🙂", NULL },
        { "a\xFFz", "a-z" },
        { "رسالة", "rsalt" },
    };

    for (guint i = 0; i < G_N_ELEMENTS(cases); i++) {
        g_autofree char *slug = letter_locale_slug(cases[i].text);

        g_assert_cmpstr(slug, ==, cases[i].slug);
    }
}

static void expect_breaks(const char *tag, const char *text, const gsize *expected, guint count)
{
    g_autoptr(LetterLocale) locale = letter_locale_new(tag);

    /* Twice: the iterator is opened once and set again. */
    for (guint round = 0; round < 2; round++) {
        g_autoptr(GArray) offsets = g_array_new(FALSE, FALSE, sizeof(gsize));

        letter_locale_find_breaks(locale, letter_slice(text), offsets);
        g_assert_cmpmem(offsets->data, offsets->len * sizeof(gsize), expected,
                        count * sizeof(gsize));
    }
}

static void test_breaks(void)
{
    static const gsize latin[] = { 3, 8, 12 }, kana[] = { 3, 9 };

    expect_breaks("en", "an open-door", latin, G_N_ELEMENTS(latin));
    expect_breaks("ja", "日本。", kana, G_N_ELEMENTS(kana));
    expect_breaks("en", "", NULL, 0);
}

static void test_version(void)
{
    g_assert_true(g_ascii_isdigit(letter_locale_data_version()[0]));
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/text/locale/tags", test_tags);
    g_test_add_func("/text/locale/proposals", test_proposals);
    g_test_add_func("/text/locale/directions", test_directions);
    g_test_add_func("/text/locale/plurals", test_plurals);
    g_test_add_func("/text/locale/upper", test_capitals);
    g_test_add_func("/text/locale/fold", test_folding);
    g_test_add_func("/text/locale/slug", test_slugs);
    g_test_add_func("/text/locale/breaks", test_breaks);
    g_test_add_func("/text/locale/version", test_version);
    return g_test_run();
}
