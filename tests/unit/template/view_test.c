/*
 * view_test.c - a letter as templates see it.
 */
#include "template/view.h"

#include <string.h>

#include "template/mustache.h"

typedef struct Fixture {
    LetterDiagnostics *diagnostics;
    Letter *letter;
    LetterDocument *document;
    LetterLabels *labels;
    LetterHtmlDialect dialect;
    gint64 now;
} Fixture;

static void set_up(Fixture *fixture, const char *head, const char *body)
{
    g_autofree char *text =
        g_strconcat("---\ntitle: T\ndate: 2026-03-09\n", head, "---\n", body, NULL);
    g_autoptr(GBytes) bytes = g_bytes_new(text, strlen(text));
    g_autoptr(LetterSource) source = letter_source_new("letter.md", bytes);
    static const LetterBodyOptions options = { FALSE, FALSE, FALSE };
    g_autofree char *findings = NULL;

    fixture->diagnostics = letter_diagnostics_new();
    fixture->letter = letter_parse(source, fixture->diagnostics);
    fixture->document = letter_document_parse(fixture->letter, &options, fixture->diagnostics);
    fixture->labels =
        letter_labels_load(fixture->letter->lang_tag, NULL, NULL, fixture->diagnostics);
    fixture->dialect = (LetterHtmlDialect){ .id_prefix = "", .heading_base = 2, .back_label = "b" };
    fixture->now = 0;
    findings = letter_diagnostics_format(fixture->diagnostics);
    if (letter_diagnostics_count(fixture->diagnostics, LETTER_SEVERITY_ERROR) > 0)
        g_error("%s", findings);
}

static void tear_down(Fixture *fixture)
{
    letter_document_free(fixture->document);
    letter_free(fixture->letter);
    letter_labels_free(fixture->labels);
    letter_diagnostics_free(fixture->diagnostics);
}

static LetterSource *load(gconstpointer data, const char *name, LetterDiagnostics *diagnostics)
{
    g_autoptr(GBytes) bytes = g_bytes_new_static(data, strlen(data));

    (void)diagnostics;
    return letter_source_new(name, bytes);
}

/* What an HTML template becomes of the fixture's letter. */
static char *rendered(Fixture *fixture, const char *template)
{
    const LetterViewSettings settings = {
        .letter = fixture->letter,
        .document = fixture->document,
        .labels = fixture->labels,
        .now = fixture->now,
        .dialect = &fixture->dialect,
        .title_level = 1,
    };
    const LetterTemplateRun run = { NULL, 0 };
    g_autoptr(LetterTemplates) templates =
        letter_templates_new(letter_view_schema(), load, template);
    const LetterTemplate *compiled =
        letter_templates_compile(templates, "t.html", fixture->diagnostics);
    g_autoptr(LetterView) view = letter_view_new(&settings);
    GString *text = g_string_new(NULL);
    g_autoptr(LetterSink) sink = letter_sink_new_for_string(text);
    g_autofree char *findings = letter_diagnostics_format(fixture->diagnostics);

    if (compiled == NULL)
        g_error("%s", findings);
    g_assert_true(letter_template_render(compiled, letter_view_datum(view), &run, sink,
                                         fixture->diagnostics));
    return g_string_free(text, FALSE);
}

static void expect(Fixture *fixture, const char *template, const char *expected)
{
    g_autofree char *text = rendered(fixture, template);

    g_assert_cmpstr(text, ==, expected);
}

/* A name without a dot means one type, whatever class it is a field of: so a
   template can be checked before any letter is read. */
static void test_one_type(void)
{
    const LetterSchema *schema = letter_view_schema();

    for (guint i = 0; i < schema->size; i++) {
        const LetterField *field = schema->classes[i]->fields;

        g_assert_cmpuint(schema->classes[i]->ordinal, ==, i);
        if (schema->classes[i]->is_dotted)
            continue;
        for (; field != NULL && field->name != NULL; field++) {
            const LetterField *first = letter_schema_find(schema, letter_slice(field->name));

            if (first->type != field->type)
                g_error("%s is of two types", field->name);
        }
    }
}

static void test_parties(void)
{
    Fixture fixture;

    set_up(&fixture,
           "addressees:\n  - { name: Ana, role: Chair, organization: Board, email: a@b.example,\n"
           "      address: [Street 1, Town] }\n  - B & C\n"
           "contact: { name: D, email: 'd+x%y@b.example', phone: '+45 (12) 34' }\n"
           "from: E <e@b.example>\n",
           "Body.\n");
    expect(&fixture,
           "{{#addressees}}{{name}}|{{details}}|{{#address}}{{.}};{{/address}}\n{{/addressees}}",
           "Ana|Chair, Board|Street 1;Town;\nB &amp; C||\n");
    expect(&fixture, "{{#contacts}}{{mailto}} {{tel}}{{/contacts}}",
           "mailto:d+x%25y@b.example tel:+451234");
    expect(&fixture,
           "{{from.name}} {{#has_addressees}}some{{/has_addressees}}"
           "{{^has_cc}} none{{/has_cc}}",
           "E some none");
    tear_down(&fixture);
}

static void test_signatories(void)
{
    Fixture fixture;

    set_up(&fixture,
           "signatories:\n"
           "  - heading: First\n"
           "    list:\n"
           "      - { name: A, email: a@b.example, phone: '1', publish: [phone] }\n"
           "      - { anonymous: true }\n"
           "      - { name: P, status: pending }\n"
           "      - { name: Org, representative: { name: R, role: Chair }, as: personal }\n"
           "      - { name: W, status: withdrawn }\n"
           "      - { name: Z, url: 'https://z.example/', lang: da }\n"
           "  - heading: Second\n"
           "    list: [B, C]\n",
           "Body.\n");
    expect(&fixture,
           "{{#signatories}}{{heading}} {{count}}\n{{#groups}}{{heading}}:"
           "{{#entries}} {{name}}{{/entries}} {{anonymous}}\n{{/groups}}{{/signatories}}",
           "Signatories 6\nFirst: A Org Z and 1 who is not named\nSecond: B C \n");
    expect(&fixture,
           "{{#signatories}}{{#groups}}{{#entries}}[{{email}}{{phone}}{{represented}}"
           "{{#is_personal}}!{{/is_personal}}{{url}}{{lang}}]{{/entries}}{{/groups}}"
           "{{/signatories}}",
           "[1][represented by R, Chair!][https://z.example/da][][]");
    /* Entries within entries are those of the group at hand. */
    expect(&fixture,
           "{{#signatories}}{{#groups}}{{#entries}}{{name}}({{#entries}}{{name}}{{/entries}})"
           "{{name}} {{/entries}}{{/groups}}{{/signatories}}",
           "A(AOrgZ)A Org(AOrgZ)Org Z(AOrgZ)Z B(BC)B C(BC)C ");
    tear_down(&fixture);
}

static void test_single_group(void)
{
    Fixture fixture;

    set_up(&fixture, "signatories: { heading: 'The nine', list: [A, B] }\n", "Body.\n");
    expect(&fixture,
           "{{#signatories}}{{heading}}{{#groups}}[{{heading}}]{{/groups}}{{/signatories}}",
           "The nine[]");
    tear_down(&fixture);
    set_up(&fixture, "signatories: [A]\n", "Body.\n");
    expect(&fixture, "{{#signatories}}[{{heading}}]{{/signatories}}", "[]");
    tear_down(&fixture);
}

static void test_moments(void)
{
    Fixture fixture;

    set_up(&fixture,
           "embargo: 2026-03-09T09:00:00+01:00\nplace: Lund\n"
           "sign: { deadline: 2026-04-01, url: 'https://a.example/sign' }\n",
           "Body.\n");
    fixture.now = 1773043199; /* 2026-03-09T07:59:59Z */
    expect(&fixture, "{{#embargo}}{{embargo}}{{/embargo}}",
           "EMBARGOED until 9 March 2026, 09:00 (UTC+01:00)");
    expect(&fixture, "{{dateline}}", "Lund, <time datetime=\"2026-03-09\">9 March 2026</time>");
    expect(&fixture, "{{#sign}}{{by}}{{#is_closed}}!{{/is_closed}}{{/sign}}",
           "Sign by 1 April 2026");
    fixture.now++;
    expect(&fixture, "{{embargo}}", "");
    fixture.now = 1775087999; /* 2026-04-01T23:59:59Z */
    expect(&fixture, "{{#sign}}{{#is_closed}}!{{/is_closed}}{{/sign}}", "");
    fixture.now++;
    expect(&fixture, "{{#sign}}{{#is_closed}}{{closed}}{{/is_closed}}{{/sign}}",
           "Signing closed on 1 April 2026");
    tear_down(&fixture);
}

static void test_texts(void)
{
    Fixture fixture;

    set_up(
        &fixture,
        "about: We are *we*.\nsections: [{ heading: H, text: '# Inner' }]\n"
        "updates: [{ date: 2026-04-02, text: News. }]\nextra: { a: { b: [x, '<y>'] }, c: true }\n",
        "One[^n] &amp; two.\n\n[^n]: The note.\n");
    expect(&fixture, "{{about}}{{#sections}}{{heading}}: {{content}}{{/sections}}",
           "<p>We are <em>we</em>.</p>\nH: <h3 id=\"inner\">Inner</h3>\n");
    expect(&fixture, "{{#updates}}{{date.iso}} {{content}}{{/updates}}",
           "2026-04-02 <p>News.</p>\n");
    expect(&fixture,
           "{{#extra.a.b}}{{.}};{{/extra.a.b}}{{#extra.c}}yes{{/extra.c}}"
           "{{^extra.d}}no{{/extra.d}}",
           "x;&lt;y&gt;;yesno");
    expect(&fixture, "{{labels.to}} {{lead.to}} {{summary}}", "To To: One &amp; two.");
    expect(&fixture, "<h{{title_level}}{{style.h1}}>{{part_level}}{{group_level}}", "<h1>23");
    tear_down(&fixture);
}

static void test_summary(void)
{
    Fixture fixture;
    g_autoptr(GString) body = g_string_new(NULL);
    g_autofree char *summary = NULL;

    for (guint i = 0; i < 60; i++)
        g_string_append(body, "ærø ");
    set_up(&fixture, "", body->str);
    summary = letter_view_summary(fixture.letter, fixture.document);
    g_assert_true(g_str_has_suffix(summary, "ærø…"));
    g_assert_cmpint(g_utf8_strlen(summary, -1), ==, 200);
    tear_down(&fixture);
}

static void test_json_ld(void)
{
    Fixture fixture;

    set_up(&fixture, "subtitle: </script><script>\nfrom: { name: A, type: person }\n", "Body.\n");
    expect(&fixture, "{{json_ld}}",
           "{\"@context\":\"https://schema.org\",\"@type\":\"Article\",\"headline\":\"T\","
           "\"alternativeHeadline\":\"\\u003c/script\\u003e\\u003cscript\\u003e\","
           "\"description\":\"Body.\",\"inLanguage\":\"en\",\"datePublished\":\"2026-03-09\","
           "\"author\":{\"@type\":\"Person\",\"name\":\"A\"}}");
    tear_down(&fixture);
}

static void test_commas(void)
{
    Fixture fixture;

    set_up(&fixture, "lang: ar\naddressees: [{ name: A, role: B, location: C }]\n", "Body.\n");
    expect(&fixture, "{{direction}} {{#addressees}}{{details}}{{/addressees}}", "rtl B، C");
    tear_down(&fixture);
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/view/one-type", test_one_type);
    g_test_add_func("/view/parties", test_parties);
    g_test_add_func("/view/signatories", test_signatories);
    g_test_add_func("/view/single-group", test_single_group);
    g_test_add_func("/view/moments", test_moments);
    g_test_add_func("/view/texts", test_texts);
    g_test_add_func("/view/summary", test_summary);
    g_test_add_func("/view/json-ld", test_json_ld);
    g_test_add_func("/view/commas", test_commas);
    return g_test_run();
}
