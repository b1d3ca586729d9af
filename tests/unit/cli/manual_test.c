/*
 * manual_test.c - manual pages as plain text.
 */
#include <string.h>

#include "base/diagnostics.h"
#include "cli/manual.h"
#include "cli/manual_line.h"
#include "template/builtin.h"

static void expect_line(const char *line, const char *expected)
{
    g_autoptr(GString) text = g_string_new(NULL);

    letter_manual_append_macros(text, line);
    g_assert_cmpstr(text->str, ==, expected);
}

static void test_lines(void)
{
    expect_line("Fl t , Fl -to Ar FORMATS", "-t, --to FORMATS");
    expect_line("Fl -to Ns = Ns Ar FORMATS", "--to=FORMATS");
    expect_line("Fl -help | Fl -version", "--help | --version");
    expect_line("Nm", "letterctl");
    expect_line("Nm render Op Fl o Ar FILE", "render [-o FILE]");
    expect_line("Op Ar LETTER ...", "[LETTER ...]");
    expect_line("Xr letter 5 ,", "letter(5),");
    expect_line("Ql a b .", "'a b'.");
    expect_line("Pq see Sx Body", "(see Body)");
    expect_line("Dq \"Nm\"", "\"Nm\"");
    expect_line("Li \\e<", "\\<");
    expect_line("Pa letters/ ( Em not Pa x )", "letters/ (not x)");
}

static void test_blocks(void)
{
    static const char page[] = ".Dd November 22, 2026\n"
                               ".Dt LETTERCTL 1\n"
                               ".Os\n"
                               ".Sh NAME\n"
                               ".Nm letterctl\n"
                               ".Nd publish open letters\n"
                               ".Sh SYNOPSIS\n"
                               ".Nm letterctl\n"
                               ".Cm one\n"
                               ".Nm letterctl\n"
                               ".Cm two\n"
                               ".Sh DESCRIPTION\n"
                               "One\n"
                               ".Em two\n"
                               "three.\n"
                               ".Pp\n"
                               "Four.\n"
                               ".Bl -tag -width Ds\n"
                               ".It Fl o Ar FILE\n"
                               "Five.\n"
                               ".It Cm six\n"
                               "Seven.\n"
                               ".Bd -literal\n"
                               "a   b\n"
                               ".Ed\n"
                               ".El\n"
                               ".Bl -bullet -compact\n"
                               ".It\n"
                               "Eight.\n"
                               ".It\n"
                               "Nine.\n"
                               ".El\n";
    g_autofree char *text = letter_manual_format(letter_slice(page));

    g_assert_cmpstr(text, ==,
                    "NAME\n"
                    "     letterctl - publish open letters\n"
                    "\n"
                    "SYNOPSIS\n"
                    "     letterctl one\n"
                    "     letterctl two\n"
                    "\n"
                    "DESCRIPTION\n"
                    "     One two three.\n"
                    "\n"
                    "     Four.\n"
                    "\n"
                    "     -o FILE\n"
                    "         Five.\n"
                    "\n"
                    "     six\n"
                    "         Seven.\n"
                    "\n"
                    "             a   b\n"
                    "       - Eight.\n"
                    "       - Nine.\n");
}

/* Macros of whole lines; the formatter takes every other for one of a line. */
static gboolean is_block(const char *macro)
{
    static const char *const names[] = { "Bd", "Bl", "Dd", "Dl", "Dt", "Ed",  "El",
                                         "It", "Os", "Pp", "Sh", "Ss", "\\\"" };

    for (guint i = 0; i < G_N_ELEMENTS(names); i++)
        if (strcmp(names[i], macro) == 0)
            return TRUE;
    return FALSE;
}

static void test_the_pages_use_known_macros_alone(void)
{
    guint pages = 0;
    const char *name;

    for (guint i = 0; (name = letter_builtin_name(i)) != NULL; i++) {
        g_autoptr(GBytes) page = letter_builtin_find(name);
        g_auto(GStrv) lines = NULL;

        if (!g_str_has_prefix(name, "man/"))
            continue;
        pages++;
        lines = g_strsplit(g_bytes_get_data(page, NULL), "\n", -1);
        for (guint j = 0; lines[j] != NULL; j++) {
            g_autofree char *macro = NULL;

            if (lines[j][0] != '.')
                continue;
            macro = g_strndup(lines[j] + 1, strcspn(lines[j], " ") - 1);
            if (!is_block(macro) && !letter_manual_is_inline(macro))
                g_error("%s:%u: unknown macro %s", name, j + 1, macro);
        }
    }
    g_assert_cmpuint(pages, ==, 4);
}

static void test_every_rule_has_an_entry(void)
{
    for (guint rule = 0; rule < LETTER_RULE_COUNT; rule++) {
        const char *slug = letter_rule_info((LetterRule)rule)->slug;
        g_autoptr(GBytes) entry = letter_manual_find_rule(slug);

        if (entry == NULL)
            g_error("no entry of %s", slug);
    }
    g_assert_null(letter_manual_find_rule("no-such-rule"));
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/cli/manual/lines", test_lines);
    g_test_add_func("/cli/manual/blocks", test_blocks);
    g_test_add_func("/cli/manual/macros", test_the_pages_use_known_macros_alone);
    g_test_add_func("/cli/manual/rules", test_every_rule_has_an_entry);
    return g_test_run();
}
