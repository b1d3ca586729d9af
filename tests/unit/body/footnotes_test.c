/*
 * footnotes_test.c - the copy of a text that cmark reads, and its places.
 *
 * In what is expected "#" stands for the sentinel of marks.
 */
#include <string.h>

#include "body/footnotes.h"

static void expect(const char *text, const char *copy)
{
    g_autoptr(LetterFootnotes) footnotes = letter_footnotes_rewrite(letter_slice(text));
    g_auto(GStrv) pieces = g_strsplit(letter_footnotes_text(footnotes).data, "\uFDD0", -1);
    g_autofree char *shown = g_strjoinv("#", pieces);

    g_assert_cmpstr(shown, ==, copy);
}

static void test_references(void)
{
    g_assert_null(letter_footnotes_rewrite(letter_slice("a [b] ^c [ ^d]")));
    expect("a[^b][^c-D_1.]", "a^#0^^#1^");
    expect("\\[^a] \\\\[^b] [^] [^a b] [^a", "\\[^a] \\\\^#0^ [^] [^a b] [^a");
    expect("`[^a]`\n~~~\n[^b]\n~~~\n", "`^#0^`\n~~~\n[^b]\n~~~\n");
}

static void test_definitions(void)
{
    expect("[^1]: b", "\n> b");
    expect("a\n[^1]: b\nc\n\nd\n", "a\n\n> b\nc\n\n\nd\n");
    expect("[^1]: b\n[^2]:c\n", "\n> b\n\n\n> c\n");
    expect("[^1]: b\n\n    c\n\tc\n\n\n      d\n\ne", "\n> b\n>\n> c\n> c\n>\n>\n>   d\n\n\ne");
    expect("[^1]: b\n# c\n[^2]: d\n- e\n[^3]: f\n> g\n",
           "\n> b\n\n# c\n\n> d\n\n- e\n\n> f\n\n> g\n");
    expect("[^1]: b[^2]\n    c[^1]\n", "\n> b^#0^\n> c^#1^\n");
    expect(" [^1]: b\n", " ^#0^: b\n");
    expect("```\n[^1]: b\n```\n[^2]: c\n", "```\n[^1]: b\n```\n\n> c\n");
    expect("[^1]: ```\n    [^2]: c\nd\n", "\n> ```\n> ^#0^: c\n\nd\n");
    expect("a\r[^1]: b\r\rc", "a\r\r> b\r\r\rc");
    expect("a\r\n[^1]: b\r\n", "a\r\n\n> b\r\n");
}

static void test_places(void)
{
    static const char text[] = "a [^x] b\n[^x]: c\n\n\td [^x] e\n\nf\n";
    g_autoptr(LetterFootnotes) footnotes = letter_footnotes_rewrite(letter_slice(text));
    LetterSlice copy = letter_footnotes_text(footnotes);
    const GArray *definitions = letter_footnotes_definitions(footnotes);
    const LetterFootnoteDefinition *definition;

    for (gsize i = 0; i < copy.size; i++) {
        if (strchr("abcdef", copy.data[i]) != NULL)
            g_assert_cmpint(text[letter_offset_map_find(letter_footnotes_map(footnotes), i)], ==,
                            copy.data[i]);
    }
    g_assert_cmpuint(definitions->len, ==, 1);
    definition = &g_array_index(definitions, LetterFootnoteDefinition, 0);
    g_assert_cmpint(definition->line, ==, 3);
    g_assert_cmpuint(definition->span.start, ==, 9);
    g_assert_cmpuint(definition->span.end, ==, 14);
    g_assert_true(letter_slice_equals(definition->label, "x"));
}

static void test_marks(void)
{
    static const char text[] = "a [^x] [^y] b";
    g_autoptr(LetterFootnotes) footnotes = letter_footnotes_rewrite(letter_slice(text));
    LetterSlice copy = letter_footnotes_text(footnotes);
    LetterFootnoteMark mark;
    g_autofree char *restored = letter_footnotes_restore(footnotes, copy.data);

    g_assert_cmpstr(restored, ==, text);
    g_assert_true(letter_footnotes_find(footnotes, copy, 0, &mark));
    g_assert_true(letter_slice_equals(mark.label, "x"));
    g_assert_true(letter_footnotes_find(footnotes, copy, mark.end, &mark));
    g_assert_cmpuint(mark.span.start, ==, 7);
    g_assert_cmpuint(mark.span.end, ==, 11);
    g_assert_false(letter_footnotes_find(footnotes, copy, mark.end, &mark));

    /* What only looks like a mark. */
    g_assert_null(letter_footnotes_restore(footnotes, "^\uFDD0"
                                                      "2^ ^\uFDD0"
                                                      "0 ^\uFDD0^ \uFDD0"));
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/body/footnotes/references", test_references);
    g_test_add_func("/body/footnotes/definitions", test_definitions);
    g_test_add_func("/body/footnotes/places", test_places);
    g_test_add_func("/body/footnotes/marks", test_marks);
    return g_test_run();
}
