/*
 * labels_test.c - words, numbers and dates of each language; files that are
 * wrong.
 */
#include <string.h>

#include "template/builtin.h"
#include "template/labels.h"
#include "template/labels_table.h"

static LetterLabels *load(const char *tag)
{
    g_autoptr(LetterDiagnostics) diagnostics = letter_diagnostics_new();
    g_autofree char *findings = NULL;
    LetterLabels *labels = letter_labels_load(tag, NULL, NULL, diagnostics);

    findings = letter_diagnostics_format(diagnostics);
    g_assert_cmpstr(findings, ==, "");
    return labels;
}

static gboolean holds_name(const char *names, const char *name, gsize size)
{
    g_auto(GStrv) known = g_strsplit(names, " ", -1);
    g_autofree char *wanted = g_strndup(name, size);

    return g_strv_contains((const char *const *)known, wanted);
}

/* What stands in braces is a name of the label, and none of them is left out;
   forms for one and two things may say the number in words. */
static void check_names(const char *tag, LetterLabel label, guint form, const char *text)
{
    const char *names = letter_label_info(label)->names;
    g_auto(GStrv) all = g_strsplit(names, " ", -1);

    for (const char *at = text; (at = strchr(at, '{')) != NULL; at++) {
        if (!holds_name(names, at + 1, strcspn(at + 1, "}")))
            g_error("%s: %s: %s", tag, letter_label_key(label), text);
    }
    for (char **name = all; *name != NULL && form != LETTER_PLURAL_ZERO &&
                            form != LETTER_PLURAL_ONE && form != LETTER_PLURAL_TWO;
         name++) {
        g_autofree char *wanted = g_strconcat("{", *name, "}", NULL);

        if (strstr(text, wanted) == NULL)
            g_error("%s: %s: no %s in %s", tag, letter_label_key(label), wanted, text);
    }
}

/* The forms that the language uses from 1 to 200; of none nothing is said. */
static void check_plurals(const LetterLabels *labels, LetterLabel label)
{
    if (letter_label_info(label)->form != LETTER_LABEL_FORM_COUNT ||
        labels->texts[label][LETTER_PLURAL_ONE] == NULL)
        return;
    for (guint count = 1; count <= 200; count++) {
        if (labels->texts[label][letter_locale_plural(labels->tag, count)] == NULL)
            g_error("%s: %s: no form for %u", labels->tag, letter_label_key(label), count);
    }
}

static void test_every_language_is_complete(void)
{
    const char *name;
    guint languages = 0;

    for (guint i = 0; (name = letter_builtin_name(i)) != NULL; i++) {
        g_autoptr(LetterLabels) labels = NULL;
        g_autofree char *tag = NULL;

        if (!g_str_has_prefix(name, "labels/"))
            continue;
        tag = g_strndup(name + strlen("labels/"), strcspn(name + strlen("labels/"), "."));
        labels = load(tag);
        g_assert_cmpstr(letter_labels_get_tag(labels), ==, tag);
        g_assert_true(letter_locale_is_tag(tag));
        languages++;
        for (guint label = 0; label < LETTER_LABEL_COUNT; label++) {
            for (guint form = 0; form < LETTER_PLURAL_COUNT; form++) {
                if (labels->texts[label][form] != NULL)
                    check_names(tag, (LetterLabel)label, form, labels->texts[label][form]);
            }
            check_plurals(labels, (LetterLabel)label);
        }
    }
    g_assert_cmpuint(languages, >=, 18);
}

static void expect_date(const char *tag, const char *iso, const char *place, const char *expected)
{
    g_autoptr(LetterLabels) labels = load(tag);
    g_autofree char *written = NULL;
    LetterDate date;

    g_assert_true(letter_date_parse(iso, LETTER_DATE_FORM_ANY, &date));
    written = place != NULL || !date.has_time ? letter_labels_date(labels, &date, place)
                                              : letter_labels_moment(labels, &date);
    g_assert_cmpstr(written, ==, expected);
}

static void test_dates(void)
{
    expect_date("en", "2023-11-21", "Brussels", "Brussels, 21 November 2023");
    expect_date("en", "2023-11-21T09:05:00+01:00", "Brussels", "Brussels, 21 November 2023");
    expect_date("en", "2023-11-21T09:05:00+01:00", NULL, "21 November 2023, 09:05 (UTC+01:00)");
    expect_date("en", "2023-11-21T23:00Z", NULL, "21 November 2023, 23:00 (UTC)");
    expect_date("en", "2023-11-01T23:00-03:30", NULL, "1 November 2023, 23:00 (UTC−03:30)");
    expect_date("en-US", "2023-11-21", "{date}", "{date}, November 21, 2023");
    expect_date("en-GB", "0999-01-01", NULL, "1 January 999");
    expect_date("da", "2023-11-21", "København", "København, den 21. november 2023");
    expect_date("da-DK", "2023-11-21T09:05:00+01:00", NULL,
                "21. november 2023 kl. 09.05 (UTC+01:00)");
    expect_date("de", "2024-03-01", "Köln", "Köln, den 1. März 2024");
    expect_date("fr", "2024-08-01", "Paris", "Paris, le 1er août 2024");
    expect_date("fr-CA", "2024-08-11", NULL, "11 août 2024");
    expect_date("es", "2024-08-01", "Madrid", "Madrid, 1 de agosto de 2024");
    expect_date("zh-CN", "2023-11-21", "北京", "北京，2023年11月21日");
    expect_date("he", "2023-11-21", NULL, "21 בנובמבר 2023");
    expect_date("fa", "2023-11-21T09:05Z", NULL, "۲۱ نوامبر ۲۰۲۳، ساعت ۰۹:۰۵ (UTC)");
    expect_date("uk", "2023-11-21", "Київ", "Київ, 21 листопада 2023 р.");
    expect_date("pt-BR", "2023-11-01", NULL, "1º de novembro de 2023");
    expect_date("pt", "2023-11-01", NULL, "1 de novembro de 2023");
    expect_date("no", "2023-11-01", "Oslo", "Oslo, 1. november 2023");
    expect_date("ar", "2024-08-11", "القاهرة", "القاهرة، 11 أغسطس 2024");
}

static void expect_count(const char *tag, LetterLabel label, guint count, const char *expected)
{
    g_autoptr(LetterLabels) labels = load(tag);
    g_autofree char *text = letter_labels_count(labels, label, count);

    g_assert_cmpstr(text, ==, expected);
}

static void test_counts(void)
{
    expect_count("en", LETTER_LABEL_TOTAL, 1, "1 signatory");
    expect_count("en", LETTER_LABEL_TOTAL, 6876, "6,876 signatories");
    expect_count("en", LETTER_LABEL_OTHERS, 1234567, "and 1,234,567 others");
    expect_count("da", LETTER_LABEL_TOTAL, 57, "57 underskrivere");
    expect_count("da", LETTER_LABEL_TOTAL, 6876, "6.876 underskrivere");
    expect_count("fr", LETTER_LABEL_TOTAL, 0, "0 signataire");
    expect_count("es", LETTER_LABEL_TOTAL, 6876, "6876 firmantes");
    expect_count("es", LETTER_LABEL_TOTAL, 16876,
                 "16\xC2\xA0"
                 "876 firmantes");
    expect_count("es", LETTER_LABEL_TOTAL, 1000000,
                 "1\xC2\xA0"
                 "000\xC2\xA0"
                 "000 firmantes");
    expect_count("pl", LETTER_LABEL_TOTAL, 22, "22 podpisy");
    expect_count("uk", LETTER_LABEL_TOTAL, 5, "5 підписів");
    expect_count("ja", LETTER_LABEL_TOTAL, 6876, "賛同者6,876名");
    expect_count("ar", LETTER_LABEL_TOTAL, 2, "موقّعان");
    expect_count("ar", LETTER_LABEL_TOTAL, 5, "5 موقّعين");
    expect_count("ar", LETTER_LABEL_TOTAL, 57, "57 موقّعًا");
}

static void test_names_are_put_in_once(void)
{
    g_autoptr(LetterLabels) labels = load("en");
    g_autofree char *pair = letter_labels_format(labels, LETTER_LABEL_PAIR, "label", "{value}",
                                                 "value", "{label} {", NULL);
    g_autofree char *left = letter_labels_format(labels, LETTER_LABEL_PAIR, "label", "a", NULL);

    g_assert_cmpstr(pair, ==, "{value}: {label} {");
    g_assert_cmpstr(left, ==, "a: {value}");
    g_assert_cmpstr(letter_label_key(LETTER_LABEL_NOTE_BACK), ==, "note_back");
    g_assert_cmpstr(letter_labels_get(labels, LETTER_LABEL_NOTE_BACK), ==, "Back to the text");
}

/* A user's folder: a path and its text. */
typedef struct Own {
    const char *path, *text;
} Own;

static LetterSource *find_own(const char *path, gpointer data)
{
    const Own *own = data;
    g_autoptr(GBytes) bytes = NULL;

    if (strcmp(path, own->path) != 0)
        return NULL;
    bytes = g_bytes_new_static(own->text, strlen(own->text));
    return letter_source_new(path, bytes);
}

static LetterLabels *load_own(const char *tag, const char *path, const char *text,
                              const char *expected)
{
    g_autoptr(LetterDiagnostics) diagnostics = letter_diagnostics_new();
    Own own = { path, text };
    LetterLabels *labels = letter_labels_load(tag, find_own, &own, diagnostics);
    g_autofree char *findings = letter_diagnostics_format(diagnostics);

    g_assert_cmpstr(findings, ==, expected);
    return labels;
}

static void test_a_language_without_words(void)
{
    g_autoptr(LetterLabels) labels =
        load_own("gd-GB", "labels/de.yaml", "",
                 "warning: there are no words for the language 'gd-GB'; those of 'en' are used "
                 "[labels-missing]\n");

    g_assert_cmpstr(letter_labels_get_tag(labels), ==, "en");
    g_assert_cmpstr(letter_labels_get(labels, LETTER_LABEL_TO), ==, "To");
}

static void test_own_words_go_over_the_built_in(void)
{
    g_autoptr(LetterLabels) general = load_own(
        "da-DK", "labels/da.yaml", "signatories: Medunderskrivere\ntotal: '{n} i alt'\n", "");
    g_autoptr(LetterLabels) special = load_own("da-DK", "labels/da-DK.yaml", "to:\ncc: Kopi\n", "");
    g_autofree char *total = letter_labels_count(general, LETTER_LABEL_TOTAL, 1);

    g_assert_cmpstr(letter_labels_get(general, LETTER_LABEL_SIGNATORIES), ==, "Medunderskrivere");
    g_assert_cmpstr(letter_labels_get(general, LETTER_LABEL_TO), ==, "Til");
    g_assert_cmpstr(total, ==, "1 i alt");
    g_assert_cmpstr(letter_labels_get_tag(special), ==, "da-DK");
    g_assert_cmpstr(letter_labels_get(special, LETTER_LABEL_CC), ==, "Kopi");
    g_assert_cmpstr(letter_labels_get(special, LETTER_LABEL_TO), ==, "Til");
}

static void test_an_own_language_needs_every_word(void)
{
    g_autoptr(LetterDiagnostics) diagnostics = letter_diagnostics_new();
    Own own = { "labels/gd.yaml", "to: Gu\nmonths: [a, b, c, d, e, f, g, h, i, j, k, l]\n" };
    g_autoptr(LetterLabels) labels = letter_labels_load("gd", find_own, &own, diagnostics);
    g_autofree char *findings = letter_diagnostics_format(diagnostics);

    g_assert_cmpuint(letter_diagnostics_size(diagnostics), ==, LETTER_LABEL_COUNT - 2);
    g_assert_nonnull(strstr(findings, "error: the label 'note_back' is missing; add it to "
                                      "labels/gd.yaml [label-missing]\n"));
    g_assert_cmpstr(letter_labels_get(labels, LETTER_LABEL_TO), ==, "Gu");
    g_assert_cmpstr(letter_labels_get(labels, LETTER_LABEL_CC), ==, "Copy to");
    g_assert_cmpstr(labels->months[11], ==, "l");
}

static void test_faults_of_a_file(void)
{
    static const char text[] = "too: x\n"
                               "to: [a]\n"
                               "cc: b\n"
                               "cc: c\n"
                               "total: {won: x, one: [y], other: z}\n"
                               "months: [a, {b: c}]\n"
                               "others: [a]\n"
                               "digits: '12'\n"
                               "thousands_from: few\n"
                               "[a]: {b: c}\n"
                               "draft: D\n";
    g_autoptr(LetterLabels) labels = load_own(
        "en", "labels/en.yaml", text,
        "labels/en.yaml:1:1: error: unknown key 'too'; did you mean 'to'? [unknown-key]\n"
        "labels/en.yaml:2:5: error: 'to' is a list here; write a text [wrong-type]\n"
        "labels/en.yaml:4:1: error: the key 'cc' is given twice [duplicate-key]\n"
        "labels/en.yaml:5:9: error: unknown key 'won' [unknown-key]\n"
        "labels/en.yaml:5:22: error: 'total' is a list here; write a text [wrong-type]\n"
        "labels/en.yaml:6:9: error: 'months' is a list here; write the names of the twelve months "
        "[wrong-type]\n"
        "labels/en.yaml:6:13: error: 'months' is a mapping here; write a text [wrong-type]\n"
        "labels/en.yaml:7:9: error: 'others' is a list here; write a text [wrong-type]\n"
        "labels/en.yaml:8:9: error: 'digits' is a text here; write the ten digits from 0 on "
        "[wrong-type]\n"
        "labels/en.yaml:9:17: error: 'thousands_from' is a text here; write a number, 1000 or more "
        "[wrong-type]\n"
        "labels/en.yaml:10:1: error: a key is a word, and here is a list or a mapping; put a text "
        "that begins with '[' or '{' in quotes [key-not-text]\n");

    g_assert_cmpstr(letter_labels_get(labels, LETTER_LABEL_CC), ==, "b");
    g_assert_cmpstr(letter_labels_get(labels, LETTER_LABEL_DRAFT), ==, "D");
    g_assert_nonnull(letter_labels_get(labels, LETTER_LABEL_OTHERS));
}

static void test_files_that_are_none(void)
{
    static const char *const texts[] = {
        "", "# x\n", "- a\n", "a\n", "a: 'b\n", "\xFF", "{", "a: ["
    };

    for (guint i = 0; i < G_N_ELEMENTS(texts); i++) {
        g_autoptr(LetterDiagnostics) diagnostics = letter_diagnostics_new();
        Own own = { "labels/gd.yaml", texts[i] };
        g_autoptr(LetterLabels) labels = letter_labels_load("gd", find_own, &own, diagnostics);

        g_assert_true(letter_diagnostics_has_errors(diagnostics));
        for (guint label = 0; label < LETTER_LABEL_COUNT; label++)
            g_assert_true(label == LETTER_LABEL_MONTHS ||
                          letter_labels_get(labels, (LetterLabel)label) != NULL);
        g_assert_cmpstr(labels->months[0], ==, "January");
    }
}

static void test_relatives(void)
{
    static const struct {
        const char *tag, *words;
    } cases[] = {
        { "en-Latn-GB", "en" }, { "no", "nb" },       { "zh-TW", "zh-Hant" },
        { "zh-CN", "zh" },      { "pt-BR", "pt-BR" }, { "pt-PT", "pt" },
    };

    for (guint i = 0; i < G_N_ELEMENTS(cases); i++) {
        g_autoptr(LetterLabels) labels = load(cases[i].tag);

        g_assert_cmpstr(letter_labels_get_tag(labels), ==, cases[i].words);
        g_assert_nonnull(letter_labels_get(labels, LETTER_LABEL_PAIR));
    }
}

static LetterSource *find_builtin(const char *path, gpointer data)
{
    g_autoptr(GBytes) bytes = letter_builtin_find(path);

    (void)data;
    return bytes == NULL ? NULL : letter_source_new(path, bytes);
}

static void assert_same_labels(const LetterLabels *one, const LetterLabels *other)
{
    g_assert_cmpstr(one->tag, ==, other->tag);
    for (guint label = 0; label < LETTER_LABEL_COUNT; label++)
        for (guint form = 0; form < LETTER_PLURAL_COUNT; form++)
            g_assert_cmpstr(one->texts[label][form], ==, other->texts[label][form]);
    for (guint i = 0; i < LETTER_LABELS_MONTHS; i++)
        g_assert_cmpstr(one->months[i], ==, other->months[i]);
    for (guint i = 0; i < LETTER_LABELS_DIGITS; i++)
        g_assert_cmpstr(one->digits[i], ==, other->digits[i]);
    g_assert_cmpuint(one->thousands_from, ==, other->thousands_from);
}

/* What was made of the files when the program was built is what they say. */
static void test_built_in(void)
{
    const char *name;

    for (guint i = 0; (name = letter_builtin_name(i)) != NULL; i++) {
        g_autoptr(LetterDiagnostics) diagnostics = letter_diagnostics_new();
        g_autoptr(LetterLabels) labels = NULL;
        g_autoptr(LetterLabels) parsed = NULL;
        g_autofree char *tag = NULL;

        if (!g_str_has_prefix(name, "labels/"))
            continue;
        tag = g_strndup(name + strlen("labels/"), strlen(name) - strlen("labels/.yaml"));
        g_assert_nonnull(letter_builtin_labels_find(tag));
        labels = letter_labels_load(tag, NULL, NULL, diagnostics);
        parsed = letter_labels_load(tag, find_builtin, NULL, diagnostics);
        assert_same_labels(labels, parsed);
        g_assert_cmpuint(letter_diagnostics_size(diagnostics), ==, 0);
    }
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/template/labels/complete", test_every_language_is_complete);
    g_test_add_func("/template/labels/built-in", test_built_in);
    g_test_add_func("/template/labels/dates", test_dates);
    g_test_add_func("/template/labels/counts", test_counts);
    g_test_add_func("/template/labels/names", test_names_are_put_in_once);
    g_test_add_func("/template/labels/no-words", test_a_language_without_words);
    g_test_add_func("/template/labels/own", test_own_words_go_over_the_built_in);
    g_test_add_func("/template/labels/own-language", test_an_own_language_needs_every_word);
    g_test_add_func("/template/labels/faults", test_faults_of_a_file);
    g_test_add_func("/template/labels/none", test_files_that_are_none);
    g_test_add_func("/template/labels/relatives", test_relatives);
    return g_test_run();
}
