/*
 * html_test.c - pages, fragments and texts, through the public interface.
 */
#include <glib/gstdio.h>
#include <string.h>

#include "letter/render.h"
#include "model/letter.h"

#define PIXEL_SIZE 67

/* A picture of one pixel: its first 24 bytes tell what it is and how large. */
static const guint8 pixel[PIXEL_SIZE] = { 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n', 0, 0, 0, 13,
                                          'I',  'H', 'D', 'R', 0,    0,    0,    2,    0, 0, 0, 3 };

#define HEAD                                                                                       \
    "---\ntitle: A & B\ndate: 2026-03-09\nurl: https://a.example/letters/l.html\n"                 \
    "image: { src: 'my pixel.png', alt: One pixel, caption: It is red. }\n"

typedef struct Fixture {
    char *folder;
    LetterRenderer *renderer;
    LetterDiagnostics *diagnostics;
    gboolean is_sound; /* of the last rendering */
} Fixture;

static void write_file(const Fixture *fixture, const char *name, const char *data, gssize size)
{
    g_autofree char *path = g_build_filename(fixture->folder, name, NULL);

    g_assert_true(g_file_set_contents(path, data, size, NULL));
}

static void set_up(Fixture *fixture, gconstpointer data)
{
    (void)data;
    fixture->folder = g_dir_make_tmp("letter-XXXXXX", NULL);
    fixture->renderer = letter_renderer_new();
    fixture->diagnostics = letter_diagnostics_new();
    write_file(fixture, "my pixel.png", (const char *)pixel, PIXEL_SIZE);
    write_file(fixture, "l.md",
               HEAD "---\nTo [us](about.html) and [here](#end).[^a]\n\n# End\n\n"
                    "![Again](my%20pixel.png)\n\n[^a]: A note.\n",
               -1);
}

static void tear_down(Fixture *fixture, gconstpointer data)
{
    g_autoptr(GDir) dir = g_dir_open(fixture->folder, 0, NULL);
    const char *name;

    (void)data;
    while ((name = g_dir_read_name(dir)) != NULL) {
        g_autofree char *path = g_build_filename(fixture->folder, name, NULL);

        g_unlink(path);
    }
    g_rmdir(fixture->folder);
    letter_renderer_free(fixture->renderer);
    letter_diagnostics_free(fixture->diagnostics);
    g_free(fixture->folder);
}

static gboolean append(gpointer target, const char *data, gsize size, GError **error)
{
    (void)error;
    g_string_append_len(target, data, (gssize)size);
    return TRUE;
}

/* The letter in a format; what was written before it was refused, if it was. */
static char *rendered(Fixture *fixture, LetterFormat format)
{
    g_autofree char *path = g_build_filename(fixture->folder, "l.md", NULL);
    g_autoptr(LetterSource) source = letter_source_load(path, NULL);
    g_autoptr(Letter) letter = letter_parse(source, fixture->diagnostics);
    g_autoptr(LetterRendering) rendering = NULL;
    GString *text = g_string_new(NULL);

    fixture->is_sound = letter_renderer_prepare(fixture->renderer, fixture->diagnostics, NULL);
    if (fixture->is_sound) {
        rendering = letter_rendering_new(fixture->renderer, letter, fixture->diagnostics);
        fixture->is_sound =
            letter_rendering_write(rendering, format, append, text, fixture->diagnostics, NULL);
    }
    return g_string_free(text, FALSE);
}

static void has(const char *text, const char *part)
{
    if (strstr(text, part) == NULL)
        g_error("no \"%s\" in: %s", part, text);
}

static void lacks(const char *text, const char *part)
{
    if (strstr(text, part) != NULL)
        g_error("\"%s\" in: %s", part, text);
}

static void test_page(Fixture *fixture, gconstpointer data)
{
    g_autofree char *page = rendered(fixture, LETTER_FORMAT_HTML);

    (void)data;
    g_assert_true(fixture->is_sound);
    g_assert_true(g_str_has_prefix(page, "<!DOCTYPE html>\n<html lang=\"en\" dir=\"ltr\">\n"));
    has(page, "<title>A &amp; B</title>");
    has(page, "<link rel=\"canonical\" href=\"https://a.example/letters/l.html\">");
    has(page, "<img src=\"data:image/png;base64,iVBORw0KGgo");
    has(page, "alt=\"One pixel\" width=\"2\" height=\"3\">");
    has(page, "<a href=\"about.html\">us</a>");
    has(page, "<li id=\"fn-1\"><p>A note. <a href=\"#fnref-1\"");
    has(page, "<h2 id=\"end\">End</h2>");
    has(page, "img-src 'self' data:");
    lacks(page, "style=\"");
    lacks(page, "onload");
}

static void test_linked_pictures(Fixture *fixture, gconstpointer data)
{
    g_autofree char *page = NULL;

    (void)data;
    letter_renderer_set_flags(fixture->renderer, LETTER_RENDER_LINK_PICTURES);
    page = rendered(fixture, LETTER_FORMAT_HTML);
    has(page, "<img src=\"my%20pixel.png\" alt=\"One pixel\" width=\"2\"");
    lacks(page, "data:image");
}

static void test_fragment(Fixture *fixture, gconstpointer data)
{
    g_autofree char *fragment = NULL;

    (void)data;
    letter_renderer_set_flags(fixture->renderer, LETTER_RENDER_FRAGMENT);
    letter_renderer_set_heading_base(fixture->renderer, 3);
    fragment = rendered(fixture, LETTER_FORMAT_HTML);
    g_assert_true(g_str_has_prefix(fragment, "<article id=\"l\" lang=\"en\" dir=\"ltr\" style=\""));
    has(fragment, "<h3 style=\"");
    has(fragment, "<h4 id=\"l-end\" style=\"");
    has(fragment, "<a href=\"#l-end\"");
    has(fragment, "<li id=\"l-fn-1\"");
    has(fragment, "<a href=\"https://a.example/letters/about.html\"");
    has(fragment, "<img src=\"https://a.example/letters/my%20pixel.png\"");
    lacks(fragment, "<style>");
    lacks(fragment, "<html");
    lacks(fragment, "var(--");
}

static void test_base_url(Fixture *fixture, gconstpointer data)
{
    g_autofree char *fragment = NULL;

    (void)data;
    letter_renderer_set_flags(fixture->renderer, LETTER_RENDER_FRAGMENT);
    letter_renderer_set_base_url(fixture->renderer, "https://b.example/x/");
    fragment = rendered(fixture, LETTER_FORMAT_HTML);
    has(fragment, "<a href=\"https://b.example/x/about.html\"");
}

static void test_text(Fixture *fixture, gconstpointer data)
{
    g_autofree char *text = rendered(fixture, LETTER_FORMAT_TEXT);

    (void)data;
    g_assert_true(fixture->is_sound);
    has(text, "A & B\n=====\n");
    has(text, "[It is red.]\n");
    has(text, "To us [2] and here.[1]\n");
    has(text, "[1] A note.\n");
    has(text, "[2] about.html\n");
}

static void test_missing_picture(Fixture *fixture, gconstpointer data)
{
    g_autofree char *page = NULL;
    g_autofree char *findings = NULL;

    (void)data;
    write_file(fixture, "l.md", HEAD "---\n![None](none.png)\n\n![Out](../out.png)\n", -1);
    page = rendered(fixture, LETTER_FORMAT_TEXT);
    findings = letter_diagnostics_format(fixture->diagnostics);
    has(findings, "l.md:7:1: error: the picture 'none.png' is not there [picture-missing]\n");
    has(findings, "l.md:9:1: error: the path '../out.png' leads out of the letter's folder "
                  "[path-outside]\n");
}

/* A stranger's template that has no end writes nothing at all. */
static void test_own_templates(Fixture *fixture, gconstpointer data)
{
    g_autofree char *page = NULL;
    g_autofree char *findings = NULL;

    (void)data;
    write_file(fixture, "colophon.html", "<p>{{extra.motto}}{{>endless}}</p>\n", -1);
    write_file(fixture, "endless.html", "{{>endless}}", -1);
    letter_renderer_set_templates(fixture->renderer, fixture->folder);
    page = rendered(fixture, LETTER_FORMAT_HTML);
    findings = letter_diagnostics_format(fixture->diagnostics);
    g_assert_false(fixture->is_sound);
    g_assert_cmpstr(page, ==, "");
    has(findings, "/endless.html:1:1: error: sections and partials are nested more than 16 deep "
                  "[template-depth]\n");
}

static void test_own_files(Fixture *fixture, gconstpointer data)
{
    g_autofree char *page = NULL;

    (void)data;
    write_file(fixture, "colophon.html", "<p>Motto: {{extra.motto}}</p>\n", -1);
    write_file(fixture, "page.css", "h1{color:red}\n", -1);
    write_file(fixture, "style.yaml", "roles: { p: 'color: blue' }\n", -1);
    letter_renderer_set_templates(fixture->renderer, fixture->folder);
    write_file(fixture, "l.md",
               "---\ntitle: T\ndate: 2026-03-09\nextra: { motto: '<M>' }\n---\nx\n", -1);
    page = rendered(fixture, LETTER_FORMAT_HTML);
    g_assert_true(fixture->is_sound);
    has(page, "<p>Motto: &lt;M&gt;</p>");
    has(page, "<style>\np{color:blue}\nh1{color:red}\n</style>");
}

static void test_faulty_files(Fixture *fixture, gconstpointer data)
{
    g_autofree char *page = NULL;
    g_autofree char *findings = NULL;

    (void)data;
    write_file(fixture, "page.css", "p{}</style><script>", -1);
    write_file(fixture, "style.yaml", "roles: { p: 'color: }' }\n", -1);
    write_file(fixture, "parts.html", "{{titel}}", -1);
    letter_renderer_set_templates(fixture->renderer, fixture->folder);
    page = rendered(fixture, LETTER_FORMAT_HTML);
    findings = letter_diagnostics_format(fixture->diagnostics);
    g_assert_false(fixture->is_sound);
    has(findings, "/page.css:1:4: error: a style sheet cannot hold '</' [style-declaration]\n");
    has(findings, "/style.yaml:1:13: error: a style cannot hold '}' [style-declaration]\n");
    has(findings, "/parts.html:1:1: error: there is no 'titel' in templates; did you mean 'title'? "
                  "[template-name]\n");
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
#define ADD(name, function) g_test_add("/html/" name, Fixture, NULL, set_up, function, tear_down)
    ADD("page", test_page);
    ADD("linked-pictures", test_linked_pictures);
    ADD("fragment", test_fragment);
    ADD("base-url", test_base_url);
    ADD("text", test_text);
    ADD("missing-picture", test_missing_picture);
    ADD("own-templates", test_own_templates);
    ADD("own-files", test_own_files);
    ADD("faulty-files", test_faulty_files);
    return g_test_run();
}
