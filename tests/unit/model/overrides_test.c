/*
 * overrides_test.c - keys of the command line over those of the letter.
 */
#include "model/letter.h"

#include <string.h>

typedef struct Case {
    LetterOverride overrides[4]; /* ended by one without a key */
    const char *findings;
} Case;

static Letter *read_over(const char *keys, const LetterOverride *overrides, const char *findings)
{
    g_autofree char *text = g_strconcat("---\n", keys, "---\n", NULL);
    g_autoptr(GBytes) bytes = g_bytes_new(text, strlen(text));
    g_autoptr(LetterSource) source = letter_source_new("a.md", bytes);
    g_autoptr(LetterDiagnostics) diagnostics = letter_diagnostics_new();
    LetterReadOptions options = { .overrides = overrides };
    Letter *letter;
    g_autofree char *found = NULL;

    while (overrides[options.override_count].key != NULL)
        options.override_count++;
    letter = letter_read(source, &options, diagnostics);
    found = letter_diagnostics_format(diagnostics);
    g_assert_cmpstr(found, ==, findings);
    return letter;
}

static void test_values_take_the_place_of_others(void)
{
    static const LetterOverride overrides[] = {
        { "title", "Other: 'title'" },
        { "kind", "page" },
        { "about", "two\n\nlines" },
        { "addressees", "" },
        { "from", "Anna <a@b.example>" },
        { "contact", "office@b.example" },
        { "email.subject", "S" },
        { "email.to", "t@b.example" },
        { "image.src", "b.png" },
        { "extra.a.b", "true" },
        { "extra.c", "d" },
        { "extra.e", "" },
        { "extra.f.g", "" },
        { "subtitle", "" },
        { NULL, NULL },
    };
    g_autoptr(Letter) letter =
        read_over("title: T\nsubtitle: S\naddressees: [A]\nimage: { src: a.png, alt: A }\n"
                  "from: { name: B, address: [C] }\nextra: { a: text, c: 1, e: 2 }\nemail: { to: "
                  "[x@b.example] }\n",
                  overrides, "");

    g_assert_cmpstr(letter->title.text, ==, "Other: 'title'");
    g_assert_null(letter->subtitle.text);
    g_assert_cmpint(letter->kind, ==, LETTER_KIND_PAGE);
    g_assert_cmpstr(letter->about.text.text, ==, "two\n\nlines");
    g_assert_cmpuint(letter_offset_map_find(letter->about.map, 5), ==, 0);
    g_assert_cmpuint(letter->addressees->len, ==, 0);
    g_assert_cmpstr(letter->from.name.text, ==, "Anna");
    g_assert_null(letter->from.address);
    g_assert_cmpuint(letter->contacts->len, ==, 1);
    g_assert_cmpstr(letter->email.subject.text, ==, "S");
    g_assert_cmpuint(letter->email.to->len, ==, 1);
    g_assert_cmpstr(letter->image.src.text, ==, "b.png");
    g_assert_cmpstr(letter->image.alt.text, ==, "A");
    g_assert_true(letter_extra_find(letter_extra_find(letter->extra, "a"), "b")->boolean);
    g_assert_cmpstr(letter_extra_find(letter->extra, "c")->text.text, ==, "d");
    g_assert_null(letter_extra_find(letter->extra, "e"));
    g_assert_null(letter_extra_find(letter->extra, "f"));
}

static void test_a_span_is_never_of_another_source(void)
{
    static const LetterOverride overrides[] = {
        { "title", "A title that is longer than the whole letter was before it was given" },
        { "from", "Anna <a@b.example>" },
        { NULL, NULL },
    };
    g_autoptr(Letter) letter = read_over("kind: page\n", overrides, "");

    g_assert_cmpuint(letter->title.span.end, ==, 0);
    g_assert_cmpuint(letter->from.span.end, ==, 0);
    g_assert_cmpuint(letter->from.name.span.end, ==, 0);
}

static void test_what_is_missing(void)
{
    static const Case cases[] = {
        { { { "title", "T" } }, "" },
        { { { "title", "" } }, "a.md:1:1: error: the key 'title' is missing [missing-key]\n" },
        { { { "image.src", "a.png" }, { "title", "T" } },
          "a.md:1:1: error: the key 'alt' is missing [missing-key]\n" },
        { { { "image.alt", "" }, { "from.name", "" }, { "title", "T" } }, "" },
        { { { "from.role", "R" }, { "title", "T" } },
          "a.md:1:1: error: this entry has no name [party-name-missing]\n" },
    };
    static const LetterOverride emptied[] = { { "image.alt", "" }, { NULL, NULL } };
    static const LetterOverride filled[] = { { "image.alt", "A" }, { NULL, NULL } };
    g_autoptr(Letter) given = NULL;
    g_autoptr(Letter) taken = NULL;

    for (guint i = 0; i < G_N_ELEMENTS(cases); i++) {
        g_autoptr(Letter) letter = read_over("kind: page\n", cases[i].overrides, cases[i].findings);

        g_assert_cmpint(letter->kind, ==, LETTER_KIND_PAGE);
    }
    given = read_over("title: T\nkind: page\nimage: { src: a.png }\n", filled, "");
    taken = read_over("title: T\nkind: page\nimage: { src: a.png, alt: A }\n", emptied,
                      "a.md:4:8: error: the key 'alt' is missing [missing-key]\n");
    g_assert_cmpstr(given->image.alt.text, ==, "A");
    g_assert_null(taken->image.alt.text);
}

static void test_faults_go_with_what_is_taken_away(void)
{
    static const LetterOverride overrides[] = { { "from", "" }, { NULL, NULL } };
    g_autoptr(Letter) letter =
        read_over("title: T\nkind: page\nfrom: { role: R }\n", overrides, "");

    g_assert_null(letter->from.role.text);
}

static void test_faults(void)
{
    static const Case cases[] = {
        { { { "titel", "T" } },
          "-M titel:1:1: error: unknown key 'titel'; did you mean 'title'? [unknown-key]\n" },
        { { { "email.subjct", "T" } },
          "-M email.subjct:1:1: error: unknown key 'email.subjct'; did you mean "
          "'email.subject'? [unknown-key]\n" },
        { { { "title.x", "T" } },
          "-M title.x:1:1: error: unknown key 'title.x'; did you mean 'title'? [unknown-key]\n" },
        { { { "", "T" } }, "-M :1:1: error: unknown key '' [unknown-key]\n" },
        { { { "sections", "T" } },
          "-M sections:1:1: error: 'sections' is a text here; write a list of entries with "
          "keys and values [wrong-type]\n" },
        { { { "image", "" } },
          "-M image:1:1: error: 'image' is empty here; write keys and values below it "
          "[wrong-type]\n" },
        { { { "signatories", "A" } },
          "-M signatories:1:1: error: 'signatories' is a text here; write a list of names, each "
          "after '- ', or a name a line after '|' [wrong-type]\n" },
        { { { "status", "drft" } },
          "-M status:1:1: error: 'drft' is no value for 'status'; write final or draft "
          "[wrong-value]\n" },
        { { { "subtitle", "x\xE2\x80\xAEy" } },
          "-M subtitle:1:2: error: U+202E changes the order in which the text is shown; remove "
          "it [bidi-control]\n" },
        { { { "subtitle", "a\x01" } },
          "-M subtitle:1:2: error: control character U+0001 in the text; remove it "
          "[control-character]\n" },
        { { { "subtitle", "a\xFF" } },
          "-M subtitle:1:2: error: byte 0xFF is not valid UTF-8; save the file as UTF-8 "
          "[not-utf8]\n" },
        { { { "subtitle", "a\rb" } },
          "-M subtitle:1:1: error: 'subtitle' is several lines of text here; write one line of "
          "text [wrong-type]\n" },
        { { { "merge", "true" } },
          "-M merge:1:1: error: 'merge' is not available in this version [not-available]\n" },
    };

    for (guint i = 0; i < G_N_ELEMENTS(cases); i++) {
        g_autoptr(Letter) letter =
            read_over("title: T\nkind: page\n", cases[i].overrides, cases[i].findings);

        g_assert_cmpstr(letter->title.text, ==, "T");
    }
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/model/overrides/values", test_values_take_the_place_of_others);
    g_test_add_func("/model/overrides/spans", test_a_span_is_never_of_another_source);
    g_test_add_func("/model/overrides/missing", test_what_is_missing);
    g_test_add_func("/model/overrides/taken-away", test_faults_go_with_what_is_taken_away);
    g_test_add_func("/model/overrides/faults", test_faults);
    return g_test_run();
}
