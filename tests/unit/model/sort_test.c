/*
 * sort_test.c - the order of signatories, by their language.
 */
#include <string.h>

#include "model/letter.h"

static char *names_of(const char *lang, const char *group)
{
    g_autofree char *text =
        g_strdup_printf("---\ntitle: T\nkind: page\nsignatories: %s\nlang: %s\n---\n", group, lang);
    g_autoptr(GBytes) bytes = g_bytes_new(text, strlen(text));
    g_autoptr(LetterSource) source = letter_source_new("a.md", bytes);
    g_autoptr(LetterDiagnostics) diagnostics = letter_diagnostics_new();
    g_autoptr(Letter) letter = letter_parse(source, diagnostics);
    g_autofree char *found = letter_diagnostics_format(diagnostics);
    GString *names = g_string_new(NULL);

    g_assert_cmpstr(found, ==, "");
    for (guint i = 0; i < letter_signatories_size(letter->signatories); i++) {
        LetterSignatory view;

        letter_signatories_get(letter->signatories, i, &view);
        g_string_append_printf(names, "%s%s", i > 0 ? " " : "",
                               view.name.text != NULL ? view.name.text : "-");
    }
    return g_string_free(names, FALSE);
}

static void test_languages(void)
{
    static const struct {
        const char *lang, *given, *sorted;
    } known[] = {
        { "en", "b, C, a, B, \xC3\x89va, Eva, evb", "a b B C Eva \xC3\x89va evb" },
        { "da", "\xC3\x85se, Zoe, \xC3\xA6gir, \xC3\x98rn, Aage, Ane",
          "Ane Zoe \xC3\xA6gir \xC3\x98rn Aage \xC3\x85se" },
        { "sv", "\xC3\x84lva, Z, W, V, \xC3\x96, \xC3\x85", "V W Z \xC3\x85 \xC3\x84lva \xC3\x96" },
        { "de", "Zoe, \xC3\x84nne, Anna, Anzel, M\xC3\xBCller, Muller",
          "Anna \xC3\x84nne Anzel Muller M\xC3\xBCller Zoe" },
        { "tr", "\xC4\xB0nci, Irmak, \xC4\xB1\xC5\x9F\xC4\xB1k, Hale, Jale",
          "Hale Irmak \xC4\xB1\xC5\x9F\xC4\xB1k \xC4\xB0nci Jale" },
        { "ar", "\xD8\xAA, \xD8\xA8, \xD8\xA7", "\xD8\xA7 \xD8\xA8 \xD8\xAA" },
        { "zh", "\xE8\xB5\xB5, \xE6\x9D\x8E, \xE7\x99\xBD",
          "\xE7\x99\xBD \xE6\x9D\x8E \xE8\xB5\xB5" },
    };

    for (guint i = 0; i < G_N_ELEMENTS(known); i++) {
        g_autofree char *group = g_strdup_printf("{ sort: name, list: [%s] }", known[i].given);
        g_autofree char *names = names_of(known[i].lang, group);

        g_assert_cmpstr(names, ==, known[i].sorted);
    }
}

static void test_keys(void)
{
    static const struct {
        const char *group, *sorted;
    } known[] = {
        { "{ sort: name, list: [] }", "" },
        { "{ sort: name, list: [a] }", "a" },
        { "{ list: [b, a] }", "b a" },
        { "{ sort: given, list: [b, a] }", "b a" },
        { "{ sort: name, list: [{ name: z, sort_as: a }, b, { anonymous: true }] }", "z b -" },
        { "{ sort: organization, list: [c, { name: b, organization: Y }, { name: a, organization: "
          "y }, { name: X, type: organization }, { name: e }] }",
          "X a b c e" },
        { "{ sort: date, list: [a, { name: b, date: 2026-02-01 }, { name: c, date: "
          "2026-01-01T23:30:00-02:00 }, { name: d, date: 2026-01-02 }, { name: e, date: 1950-01-01 "
          "}] }",
          "e d c b a" },
        { "[ { sort: name, list: [d, c] }, { list: [b, a] } ]", "c d b a" },
    };

    for (guint i = 0; i < G_N_ELEMENTS(known); i++) {
        g_autofree char *names = names_of("en", known[i].group);

        g_assert_cmpstr(names, ==, known[i].sorted);
    }
}

/* Equal but for case: as they were given. */
static void test_stable(void)
{
    g_autofree char *one = names_of("en", "{ sort: name, list: [ab, AB, Ab, aB, aa] }");
    g_autofree char *other = names_of("en", "{ sort: name, list: [Ab, aB, AB, ab, aa] }");

    g_assert_cmpstr(one, ==, "aa ab AB Ab aB");
    g_assert_cmpstr(other, ==, "aa Ab aB AB ab");
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/model/sort/languages", test_languages);
    g_test_add_func("/model/sort/keys", test_keys);
    g_test_add_func("/model/sort/stable", test_stable);
    return g_test_run();
}
