/*
 * mustache_test.c - templates: the specification's sections, the schema, the
 * layout of plain text, the limits.
 */
#include "template/mustache.h"

#include <string.h>

/* A view of its own: a shop with goods. */

static const LetterClass class_of_good;
static const LetterClass class_of_free;

static void read_title(const LetterField *field, LetterObject object, LetterDatum *datum)
{
    (void)field;
    datum->text = letter_slice(object.data);
}

static void read_address(const LetterField *field, LetterObject object, LetterDatum *datum)
{
    (void)object;
    datum->text =
        letter_slice(field->offset == 0 ? "https://a.example/?x=1&y=2" : "javascript:a()");
}

static void write_html(LetterObject object, LetterSink *sink)
{
    (void)object;
    letter_sink_puts(sink, "<b>bold</b>");
}

static void read_html(const LetterField *field, LetterObject object, LetterDatum *datum)
{
    (void)field, (void)object;
    datum->write = write_html;
}

static void read_flag(const LetterField *field, LetterObject object, LetterDatum *datum)
{
    (void)object;
    datum->is_true = field->offset == 1;
}

static const char *const names[] = { "Tea & more", "Milk", "A long name of some thing to buy" };

static void read_good(LetterObject list, guint index, LetterDatum *item)
{
    (void)list;
    item->object.data = names[index];
}

static void read_word(LetterObject list, guint index, LetterDatum *item)
{
    (void)list;
    item->type = LETTER_DATUM_TEXT;
    item->text = letter_slice(names[index]);
}

static void read_list(const LetterField *field, LetterObject object, LetterDatum *datum)
{
    (void)object;
    datum->size = (guint)field->offset;
    datum->item = field->class != NULL ? read_good : read_word;
}

static void read_mapping(const LetterField *field, LetterObject object, LetterDatum *datum)
{
    (void)field;
    datum->object = object;
}

static void read_absent(const LetterField *field, LetterObject object, LetterDatum *datum)
{
    (void)field, (void)object;
    datum->type = LETTER_DATUM_ABSENT;
}

static gboolean find_free(LetterObject object, LetterSlice name, LetterDatum *datum)
{
    *datum = (LetterDatum){ .type = LETTER_DATUM_TEXT, .text = name, .object = object };
    if (letter_slice_equals(name, "deeper"))
        *datum = (LetterDatum){ .type = LETTER_DATUM_MAPPING, .class = &class_of_free };
    if (letter_slice_equals(name, "html"))
        datum->text = letter_slice("<script>");
    return !letter_slice_equals(name, "nothing");
}

static const LetterField shop_fields[] = {
    { .name = "title", .type = LETTER_DATUM_TEXT, .read = read_title },
    { .name = "link", .type = LETTER_DATUM_ADDRESS, .read = read_address },
    { .name = "bad_link", .type = LETTER_DATUM_ADDRESS, .read = read_address, .offset = 1 },
    { .name = "html", .type = LETTER_DATUM_FRAGMENT, .read = read_html },
    { .name = "yes", .type = LETTER_DATUM_BOOLEAN, .read = read_flag, .offset = 1 },
    { .name = "no", .type = LETTER_DATUM_BOOLEAN, .read = read_flag, .offset = 0 },
    { .name = "goods",
      .type = LETTER_DATUM_LIST,
      .class = &class_of_good,
      .read = read_list,
      .offset = 3 },
    { .name = "empty", .type = LETTER_DATUM_LIST, .class = &class_of_good, .read = read_list },
    { .name = "words", .type = LETTER_DATUM_LIST, .read = read_list, .offset = 2 },
    { .name = "many",
      .type = LETTER_DATUM_LIST,
      .class = &class_of_good,
      .read = read_list,
      .offset = 3 },
    { .name = "first",
      .type = LETTER_DATUM_MAPPING,
      .class = &class_of_good,
      .read = read_mapping },
    { .name = "extra",
      .type = LETTER_DATUM_MAPPING,
      .class = &class_of_free,
      .read = read_mapping },
    { 0 },
};

static const LetterField good_fields[] = {
    { .name = "name", .type = LETTER_DATUM_TEXT, .read = read_title },
    { .name = "title", .type = LETTER_DATUM_TEXT, .read = read_absent },
    { 0 },
};

static const LetterClass class_of_shop = { .name = "shop", .ordinal = 0, .fields = shop_fields };
static const LetterClass class_of_good = { .name = "good", .ordinal = 1, .fields = good_fields };
static const LetterClass class_of_free = { .name = "free", .ordinal = 2, .find = find_free };
static const LetterClass *const classes[] = { &class_of_shop, &class_of_good, &class_of_free };
static const LetterSchema schema = { classes, G_N_ELEMENTS(classes) };

/* Files of a template folder: names and texts in turn, ended by NULL. */
static LetterSource *load(gconstpointer data, const char *name, LetterDiagnostics *diagnostics)
{
    const char *const *files = data;

    (void)diagnostics;
    for (; *files != NULL; files += 2)
        if (strcmp(files[0], name) == 0) {
            g_autoptr(GBytes) bytes = g_bytes_new_static(files[1], strlen(files[1]));

            return letter_source_new(name, bytes);
        }
    return NULL;
}

/* What the first file becomes, or the findings. */
static char *render_limited(const char *const *files, gsize limit)
{
    g_autoptr(LetterDiagnostics) diagnostics = letter_diagnostics_new();
    g_autoptr(LetterTemplates) templates = letter_templates_new(&schema, load, files);
    g_autoptr(LetterLocale) locale = letter_locale_new("en");
    g_autoptr(GString) text = g_string_new(NULL);
    g_autoptr(LetterSink) sink = letter_sink_new_for_string(text);
    const LetterLayout layout = { 20, LETTER_FLOW_FIXED, locale };
    const LetterTemplateRun run = { &layout, limit };
    const LetterDatum view = { .type = LETTER_DATUM_MAPPING,
                               .class = &class_of_shop,
                               .object = { .data = "Shop <1>" } };
    const LetterTemplate *compiled = letter_templates_compile(templates, files[0], diagnostics);

    if (compiled == NULL || !letter_template_render(compiled, &view, &run, sink, diagnostics))
        return letter_diagnostics_format(diagnostics);
    return g_strdup(text->str);
}

static char *render_files(const char *const *files)
{
    return render_limited(files, 0);
}

typedef struct Example {
    const char *text;
    const char *expected;
} Example;

static void check_all(const char *file, const Example *examples, gsize count)
{
    for (gsize i = 0; i < count; i++) {
        const char *const files[] = { file, examples[i].text, NULL };
        g_autofree char *text = render_files(files);

        g_assert_cmpstr(text, ==, examples[i].expected);
    }
}

static void test_interpolation(void)
{
    static const Example examples[] = {
        { "{{title}}", "Shop &lt;1&gt;" },
        { "{{ title }}!", "Shop &lt;1&gt;!" },
        { "{{html}} {{{html}}} {{&html}}", "<b>bold</b> <b>bold</b> <b>bold</b>" },
        { "{{link}}", "https://a.example/?x=1&amp;y=2" },
        { "[{{bad_link}}]", "[]" },
        { "{{first.name}}", "Shop &lt;1&gt;" },
        { "{{extra.anything}} {{extra.deeper.more}} [{{extra.nothing}}]", "anything more []" },
        { "{ {title} }", "{ {title} }" },
        /* A text that has the name of a fragment is no fragment. */
        { "{{#extra}}{{{html}}} {{&html}}{{/extra}}", "&lt;script&gt; &lt;script&gt;" },
    };

    check_all("t.html", examples, G_N_ELEMENTS(examples));
}

static void test_comments_and_delimiters(void)
{
    static const Example examples[] = {
        { "a{{! not\n this }}b", "ab" },
        { "a\n  {{! not this }}  \nb", "a\nb" },
        { "a\r\n{{! not this }}\r\nb", "a\r\nb" },
        { "{{=<% %>=}}<%title%> {{title}}", "Shop &lt;1&gt; {{title}}" },
        { "{{=| |=}}\n|#yes|y|/yes|", "y" },
    };

    check_all("t.html", examples, G_N_ELEMENTS(examples));
}

static void test_sections(void)
{
    static const Example examples[] = {
        { "{{#goods}}<{{name}}>{{/goods}}",
          "<Tea &amp; more><Milk><A long name of some thing to buy>" },
        { "{{#empty}}x{{/empty}}{{^empty}}none{{/empty}}", "none" },
        { "{{#yes}}y{{/yes}}{{#no}}n{{/no}}{{^no}}not{{/no}}", "ynot" },
        { "{{#words}}{{.}},{{/words}}", "Tea &amp; more,Milk," },
        { "{{#title}}is {{.}}{{/title}}", "is Shop &lt;1&gt;" },
        { "{{#html}}[{{html}}]{{/html}}", "[<b>bold</b>]" },
        { "{{#first}}{{name}} {{link}}{{/first}}",
          "Shop &lt;1&gt; https://a.example/?x=1&amp;y=2" },
        /* A field that the item has, but has no value, is not that around it. */
        { "{{#first}}[{{title}}]{{/first}}", "[]" },
        { "{{#extra}}{{anything}}{{/extra}}", "anything" },
        { "a\n {{#yes}} \nb\n {{/yes}}\nc", "a\nb\nc" },
        { " {{#yes}}b{{/yes}}\n", " b\n" },
    };

    check_all("t.html", examples, G_N_ELEMENTS(examples));
}

static void test_partials(void)
{
    static const char *const files[] = {
        "t.html",    "a\n  {{>p}}\nb {{>p}}{{#goods}}{{>name}}{{/goods}}",
        "p.html",    "1\n\n2\n",
        "name.html", "({{name}})",
        "p.txt",     "not this",
        NULL
    };
    g_autofree char *text = render_files(files);

    /* Lines are indented, empty ones stay empty. */
    g_assert_cmpstr(text, ==,
                    "a\n  1\n\n  2\nb 1\n\n2\n(Tea &amp; more)(Milk)"
                    "(A long name of some thing to buy)");
}

static void test_inheritance(void)
{
    static const char *const files[] = {
        "t.html",
        "{{<page}}ignored{{$body}}\n    own\n      {{title}}\n{{/body}}{{/page}}\n",
        "page.html",
        "<h1>{{$head}}default{{/head}}</h1>\n<div>\n  {{$body}}\n  {{/body}}\n</div>\n",
        NULL,
    };
    static const char *const nested[] = {
        "t.html", "{{<a}}{{$x}}mine{{/x}}{{/a}}", "a.html", "{{<b}}{{$x}}theirs{{/x}}{{/b}}",
        "b.html", "[{{$x}}default{{/x}}]",        NULL,
    };
    g_autofree char *text = render_files(files);
    g_autofree char *outer = render_files(nested);

    g_assert_cmpstr(text, ==, "<h1>default</h1>\n<div>\n  own\n    Shop &lt;1&gt;\n</div>\n");
    g_assert_cmpstr(outer, ==, "[mine]");
}

static void test_layout(void)
{
    static const Example examples[] = {
        { "{{title}}", "Shop <1>" },
        { "{{#wrap}}one two three four five six{{/wrap}}\n", "one two three four\nfive six\n" },
        { "  {{#wrap}}one two three four five{{/wrap}}\n", "  one two three four\n  five\n" },
        { "- {{#wrap}}one two three four five{{/wrap}}\n", "- one two three four\n  five\n" },
        { "{{#hang}}one two three four five{{/hang}}\n", "one two three four\n  five\n" },
        { "{{#wrap}}\none\ntwo\n{{/wrap}}\nthree", "one\ntwo\nthree" },
        { "a\n  {{#wrap}}{{#no}}x{{/no}}{{/wrap}}\nb", "a\n\nb" },
        { "{{#upper}}straße {{title}}{{/upper}}", "STRASSE SHOP <1>" },
        { "{{#underline}}{{title}}{{/underline}}\n", "Shop <1>\n--------\n" },
        { "{{#underline_double}}\n{{#wrap}}one two three four five{{/wrap}}\n"
          "{{/underline_double}}\nx",
          "one two three four\nfive\n==================\nx" },
        { "{{#goods}}\n* {{#wrap}}{{name}}{{/wrap}}\n{{/goods}}\n",
          "* Tea & more\n* Milk\n* A long name of\n  some thing to buy\n" },
    };

    check_all("t.txt", examples, G_N_ELEMENTS(examples));
}

static void test_syntax_faults(void)
{
    static const Example examples[] = {
        { "a\n {{title", "t.html:2:2: error: this tag is not closed [template-syntax]\n" },
        { "{{#yes}}", "t.html:1:1: error: this section is not closed [template-syntax]\n" },
        { "é{{/yes}}", "t.html:1:2: error: this tag closes a section that was not opened "
                       "[template-syntax]\n" },
        { "{{#yes}}{{#no}}{{/yes}}",
          "t.html:1:16: error: 'yes' is closed here, but 'no' is open [template-syntax]\n" },
        { "{{}}", "t.html:1:1: error: this tag has no name [template-syntax]\n" },
        { "{{=a=}}", "t.html:1:1: error: new delimiters are written {{=<% %>=}} "
                     "[template-syntax]\n" },
        { "a\x01", "t.html:1:2: error: a template is UTF-8 without control characters "
                   "[template-syntax]\n" },
        { "a\xff", "t.html:1:2: error: a template is UTF-8 without control characters "
                   "[template-syntax]\n" },
        { "{{#wrap}}{{/wrap}}", "t.html:1:1: error: only text templates can be laid out by this "
                                "section [template-syntax]\n" },
    };

    check_all("t.html", examples, G_N_ELEMENTS(examples));
}

static void test_name_faults(void)
{
    static const Example examples[] = {
        { "{{titel}}", "t.html:1:1: error: there is no 'titel' in templates; did you mean "
                       "'title'? [template-name]\n" },
        { "{{first.nme}}", "t.html:1:1: error: there is no 'first.nme' in templates "
                           "[template-name]\n" },
        { "{{title.name}}", "t.html:1:1: error: there is no 'title.name' in templates "
                            "[template-name]\n" },
        { "{{>missing}}", "t.html:1:4: error: there is no partial 'missing' "
                          "[template-partial]\n" },
        { "{{>../secret}}", "t.html:1:4: error: there is no partial '../secret' "
                            "[template-partial]\n" },
        { "{{>/etc/passwd}}", "t.html:1:4: error: there is no partial '/etc/passwd' "
                              "[template-partial]\n" },
        { "{{>.hidden}}", "t.html:1:4: error: there is no partial '.hidden' "
                          "[template-partial]\n" },
        /* All of them in one run. */
        { "{{aaaa}}\n{{bbbb}}", "t.html:1:1: error: there is no 'aaaa' in templates "
                                "[template-name]\nt.html:2:1: error: there is no 'bbbb' in "
                                "templates [template-name]\n" },
    };

    check_all("t.html", examples, G_N_ELEMENTS(examples));
}

static void test_type_faults(void)
{
    static const char *const faulty[] = {
        "{{{title}}}", "{{&link}}", "{{goods}}",
        "{{first}}",   "{{yes}}",   "{{#goods}}{{.}}{{/goods}}",
        "{{.}}",
    };
    static const char *const wrapped[] = { "t.txt",
                                           "{{#wrap}}{{>p}}{{/wrap}}{{#upper}}{{html}}"
                                           "{{/upper}}",
                                           "p.txt", "{{html}}", NULL };
    g_autofree char *laid_out = render_files(wrapped);

    for (gsize i = 0; i < G_N_ELEMENTS(faulty); i++) {
        const char *const files[] = { "t.html", faulty[i], NULL };
        g_autofree char *text = render_files(files);

        g_assert_true(g_str_has_suffix(text, "[template-type]\n"));
    }
    g_assert_cmpstr(
        laid_out, ==,
        "t.txt:1:10: error: this partial holds a fragment, which cannot be laid out again "
        "[template-type]\n"
        "t.txt:1:35: error: a fragment is laid out already; write it outside of the "
        "section [template-type]\n");
}

static void test_depth(void)
{
    static const char *const partial[] = { "t.html", "{{>t}}", NULL };
    static const char *const block[] = { "t.html", "{{<p}}{{$a}}{{$a}}{{/a}}{{/a}}{{/p}}", "p.html",
                                         "{{$a}}{{/a}}", NULL };
    g_autoptr(GString) deep = g_string_new(NULL);
    const char *sections[] = { "t.html", NULL, NULL };
    g_autofree char *itself = render_files(partial);
    g_autofree char *in_itself = render_files(block);
    g_autofree char *text = NULL;

    for (guint i = 0; i < LETTER_TEMPLATE_MAX_DEPTH + 1; i++)
        g_string_append(deep, "{{#yes}}");
    sections[1] = deep->str;
    text = render_files(sections);
    g_assert_cmpstr(itself, ==,
                    "t.html:1:1: error: sections and partials are nested more than 16 deep "
                    "[template-depth]\n");
    g_assert_true(g_str_has_suffix(in_itself, "[template-depth]\n"));
    g_assert_true(g_str_has_suffix(text, "[template-depth]\n"));
}

static void test_limit(void)
{
    static const char *const files[] = { "t.html", "0123456789", NULL };
    g_autoptr(GString) loops = g_string_new(NULL);
    const char *empty[] = { "t.html", NULL, NULL };
    g_autofree char *fits = render_limited(files, 11);
    g_autofree char *too_large = render_limited(files, 10);
    g_autofree char *text = NULL;

    /* Fifteen loops within each other write nothing, at great length. */
    for (guint i = 0; i < 15; i++)
        g_string_append(loops, "{{#many}}");
    for (guint i = 0; i < 15; i++)
        g_string_append(loops, "{{/many}}");
    empty[1] = loops->str;
    text = render_limited(empty, 100000);
    g_assert_cmpstr(fits, ==, "0123456789");
    g_assert_cmpstr(too_large, ==,
                    "t.html:1:1: error: the output is larger than 10 bytes [template-output]\n");
    g_assert_true(g_str_has_suffix(text, "[template-output]\n"));
}

/* Partials that write nothing, and lines that are all indent, cost too. */
static void test_limit_of_partials(void)
{
    static const char *const silent[] = {
        "a.html", "{{>b}}{{>b}}{{>b}}{{>b}}{{>b}}{{>b}}{{>b}}{{>b}}{{>b}}{{>b}}",
        "b.html", "{{>c}}{{>c}}{{>c}}{{>c}}{{>c}}{{>c}}{{>c}}{{>c}}{{>c}}{{>c}}",
        "c.html", "{{#no}}x{{/no}}",
        NULL
    };
    static const char *const indented[] = { "a.html", "          {{>b}}\n", "b.html",
                                            "1\n2\n3\n4\n5\n6\n7\n8\n9\n", NULL };
    g_autofree char *quiet = render_limited(silent, 100);
    g_autofree char *wide = render_limited(indented, 80);
    g_autofree char *enough = render_limited(indented, 200);

    g_assert_true(g_str_has_suffix(quiet, "[template-output]\n"));
    g_assert_true(g_str_has_suffix(wide, "[template-output]\n"));
    g_assert_true(g_str_has_prefix(enough, "          1\n          2\n"));
}

/* Bytes of tags in every order end, whatever they are. */
static void test_random(void)
{
    static const char *const pieces[] = {
        "{{",     "}}",         "{{{",        "}}}",      "#",       "/",      "^", "yes",
        "no",     "title",      "{{#yes}}",   "{{/yes}}", "\n",      "  ",     "<", "$",
        "{{$a}}", "{{/a}}",     "{{<p}}",     "{{/p}}",   ">",       "{{>p}}", "=", "{{=| |=}}",
        "|",      "{{#goods}}", "{{/goods}}", "é",        "{{name}}"
    };
    GRand *random = g_rand_new_with_seed(20260309);

    g_test_message("seed 20260309");
    for (guint i = 0; i < 3000; i++) {
        g_autoptr(GString) text = g_string_new(NULL);
        const char *files[] = { "t.html", NULL, "p.html", "{{$a}}  x\n  {{/a}}", NULL };
        g_autofree char *result = NULL;

        for (gint n = g_rand_int_range(random, 1, 30); n > 0; n--)
            g_string_append(text, pieces[g_rand_int_range(random, 0, (gint)G_N_ELEMENTS(pieces))]);
        files[1] = text->str;
        result = render_limited(files, 10000);
        g_assert_true(g_utf8_validate(result, -1, NULL));
    }
    g_rand_free(random);
}

static gpointer render_in_thread(gpointer compiled)
{
    const LetterTemplateRun run = { NULL, 0 };
    const LetterDatum view = { .type = LETTER_DATUM_MAPPING,
                               .class = &class_of_shop,
                               .object = { .data = "Shop" } };
    g_autoptr(LetterDiagnostics) diagnostics = letter_diagnostics_new();
    guint right = 0;

    for (guint i = 0; i < 200; i++) {
        g_autoptr(GString) text = g_string_new(NULL);
        g_autoptr(LetterSink) sink = letter_sink_new_for_string(text);

        letter_template_render(compiled, &view, &run, sink, diagnostics);
        right += strcmp(text->str, "Shop: Tea &amp; more, Milk, "
                                   "A long name of some thing to buy, ") == 0;
    }
    return GUINT_TO_POINTER(right);
}

static void test_threads(void)
{
    static const char *const files[] = { "t.html", "{{title}}: {{#goods}}{{>p}}{{/goods}}",
                                         "p.html", "{{name}}, ", NULL };
    g_autoptr(LetterDiagnostics) diagnostics = letter_diagnostics_new();
    g_autoptr(LetterTemplates) templates = letter_templates_new(&schema, load, files);
    const LetterTemplate *compiled = letter_templates_compile(templates, "t.html", diagnostics);
    GThread *threads[4];

    for (gsize i = 0; i < G_N_ELEMENTS(threads); i++)
        threads[i] = g_thread_new("render", render_in_thread, (gpointer)compiled);
    for (gsize i = 0; i < G_N_ELEMENTS(threads); i++)
        g_assert_cmpuint(GPOINTER_TO_UINT(g_thread_join(threads[i])), ==, 200);
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/mustache/interpolation", test_interpolation);
    g_test_add_func("/mustache/comments-and-delimiters", test_comments_and_delimiters);
    g_test_add_func("/mustache/sections", test_sections);
    g_test_add_func("/mustache/partials", test_partials);
    g_test_add_func("/mustache/inheritance", test_inheritance);
    g_test_add_func("/mustache/layout", test_layout);
    g_test_add_func("/mustache/syntax-faults", test_syntax_faults);
    g_test_add_func("/mustache/name-faults", test_name_faults);
    g_test_add_func("/mustache/type-faults", test_type_faults);
    g_test_add_func("/mustache/depth", test_depth);
    g_test_add_func("/mustache/limit", test_limit);
    g_test_add_func("/mustache/limit-of-partials", test_limit_of_partials);
    g_test_add_func("/mustache/random", test_random);
    g_test_add_func("/mustache/threads", test_threads);
    return g_test_run();
}
