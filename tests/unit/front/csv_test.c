/*
 * csv_test.c - tables: rows, fields, where they stand, and what is no table.
 */
#include <string.h>

#include "front/csv.h"

/* All rows as "a|b;c|d", a fault as "!", an open quote as "?". */
static char *read_all(const char *text, char separator, char **findings)
{
    g_autoptr(GBytes) bytes = g_bytes_new(text, strlen(text));
    g_autoptr(LetterSource) source = letter_source_new("a.csv", bytes);
    g_autoptr(LetterDiagnostics) diagnostics = letter_diagnostics_new();
    g_autoptr(LetterCsv) csv =
        letter_csv_new(source, (LetterSpan){ 0, source->size }, separator, diagnostics);
    GString *rows = g_string_new(NULL);
    LetterCsvResult result;

    while ((result = letter_csv_next(csv)) != LETTER_CSV_END && result != LETTER_CSV_OPEN) {
        if (result == LETTER_CSV_FAULT)
            g_string_append(rows, "!");
        for (guint i = 0; result == LETTER_CSV_ROW && i < letter_csv_size(csv); i++)
            g_string_append_printf(rows, "%s%s", i > 0 ? "|" : "",
                                   letter_csv_field(csv, i)->text.data);
        g_string_append(rows, ";");
    }
    if (result == LETTER_CSV_OPEN)
        g_string_append(rows, "?");
    if (findings != NULL)
        *findings = letter_diagnostics_format(diagnostics);
    return g_string_free(rows, FALSE);
}

static void test_rows(void)
{
    static const struct {
        const char *text, *rows;
        char separator;
    } known[] = {
        { "", "", ',' },
        { "\n\r\n  \n", "", ',' },
        { "a,b\nc,d", "a|b;c|d;", ',' },
        { "a,b\r\nc,d\r\n", "a|b;c|d;", ',' },
        { "a,b\rc,d\r", "a|b;c|d;", ',' },
        { "a\n\nb\n", "a;b;", ',' },
        { " a , \" b \" ,\n", "a| b |;", ',' },
        { "\"a \"\"b\"\", c\",d\n", "a \"b\", c|d;", ',' },
        { "\"a\nb\r\nc\",d\ne,f\n", "a\nb\r\nc|d;e|f;", ',' },
        { ",\n\"\",\n", "|;|;", ',' },
        { "a;b,c\n", "a|b,c;", ';' },
        { "a\tb\t\n", "a|b|;", '\t' },
        { "\xC3\x85,\xE5\xA5\xBD\n", "\xC3\x85|\xE5\xA5\xBD;", ',' },
    };

    for (guint i = 0; i < G_N_ELEMENTS(known); i++) {
        g_autofree char *findings = NULL;
        g_autofree char *rows = read_all(known[i].text, known[i].separator, &findings);

        g_assert_cmpstr(rows, ==, known[i].rows);
        g_assert_cmpstr(findings, ==, "");
    }
}

/* A fault takes its own line alone. */
static void test_faults(void)
{
    static const struct {
        const char *text, *rows, *places;
    } known[] = {
        { "a\nb\"c\nd\n", "a;!;d;", "a.csv:2:2" },
        { "\"a\"b\nc\n", "!;c;", "a.csv:1:4" },
        { "a,\"b\nc\nd", "?", "a.csv:1:3" },
        { "x\n\xC3\x85,b\"\n", "x;!;", "a.csv:2:4" },
    };

    for (guint i = 0; i < G_N_ELEMENTS(known); i++) {
        g_autofree char *findings = NULL;
        g_autofree char *rows = read_all(known[i].text, ',', &findings);

        g_assert_cmpstr(rows, ==, known[i].rows);
        g_assert_true(g_str_has_prefix(findings, known[i].places));
        g_assert_nonnull(strstr(findings, "[csv-syntax]\n"));
        g_assert_true(strchr(findings, '\n')[1] == '\0');
    }
}

static void test_places(void)
{
    static const char text[] = "skipped\n a ,\"b\n,\"\"c\", \xC3\x85,\n";
    static const LetterSpan spans[] = { { 9, 10 }, { 12, 20 }, { 22, 24 }, { 25, 25 } };
    g_autoptr(GBytes) bytes = g_bytes_new(text, strlen(text));
    g_autoptr(LetterSource) source = letter_source_new("a.csv", bytes);
    g_autoptr(LetterDiagnostics) diagnostics = letter_diagnostics_new();
    g_autoptr(LetterCsv) csv =
        letter_csv_new(source, (LetterSpan){ 0, source->size }, ',', diagnostics);

    g_assert_cmpint(letter_csv_next(csv), ==, LETTER_CSV_ROW);
    g_assert_cmpint(letter_csv_next(csv), ==, LETTER_CSV_ROW);
    g_assert_cmpuint(letter_csv_row(csv).start, ==, 8);
    g_assert_cmpuint(letter_csv_row(csv).end, ==, 25);
    g_assert_cmpuint(letter_csv_size(csv), ==, G_N_ELEMENTS(spans));
    letter_csv_locate(csv);
    for (guint i = 0; i < G_N_ELEMENTS(spans); i++) {
        g_assert_cmpuint(letter_csv_field(csv, i)->span.start, ==, spans[i].start);
        g_assert_cmpuint(letter_csv_field(csv, i)->span.end, ==, spans[i].end);
    }
}

/* Whatever the bytes are, reading ends and places lie within the source. */
static void test_random_bytes(void)
{
    static const char bytes_used[] = "a\",\n\r \t;\xC3";
    guint32 seed = 20260504;
    g_autoptr(GRand) random = g_rand_new_with_seed(seed);

    g_test_message("seed %u", seed);
    for (guint round = 0; round < 2000; round++) {
        char text[24];
        gsize size = (gsize)g_rand_int_range(random, 0, sizeof text);
        g_autoptr(LetterDiagnostics) diagnostics = letter_diagnostics_new();
        g_autoptr(GBytes) bytes = NULL;
        g_autoptr(LetterSource) source = NULL;
        g_autoptr(LetterCsv) csv = NULL;
        LetterCsvResult result;
        guint rows = 0;

        for (gsize i = 0; i < size; i++)
            text[i] = bytes_used[g_rand_int_range(random, 0, sizeof bytes_used - 1)];
        bytes = g_bytes_new(text, size);
        source = letter_source_new("a.csv", bytes);
        csv = letter_csv_new(source, (LetterSpan){ 0, size }, ',', diagnostics);
        while ((result = letter_csv_next(csv)) != LETTER_CSV_END && result != LETTER_CSV_OPEN) {
            g_assert_cmpuint(++rows, <=, size + 1);
            if (result != LETTER_CSV_ROW)
                continue;
            letter_csv_locate(csv);
            for (guint i = 0; i < letter_csv_size(csv); i++) {
                const LetterCsvField *field = letter_csv_field(csv, i);

                g_assert_cmpuint(field->span.start, <=, field->span.end);
                g_assert_cmpuint(field->span.end, <=, size);
                g_assert_cmpuint(field->text.size, <=, field->span.end - field->span.start);
            }
        }
    }
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/front/csv/rows", test_rows);
    g_test_add_func("/front/csv/faults", test_faults);
    g_test_add_func("/front/csv/places", test_places);
    g_test_add_func("/front/csv/random-bytes", test_random_bytes);
    return g_test_run();
}
