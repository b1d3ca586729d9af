/*
 * render.c - the renderer: what all letters share, and the table of formats.
 */
#define _GNU_SOURCE /* memmem */

#include "render/rendering.h"

#include <string.h>

#include "front/front_matter.h"
#include "template/builtin.h"
#include "template/view.h"

#define DEFAULT_WIDTH 72
#define MAX_TEMPLATE  ((gsize)1024 * 1024) /* bytes of a template or label file */

static const LetterFormatRow formats[LETTER_FORMAT_COUNT] = {
    [LETTER_FORMAT_HTML] = { "html", "html", letter_render_html, { "letter.html" } },
    [LETTER_FORMAT_TEXT] = { "text", "txt", letter_render_text, { "letter.txt" } },
    [LETTER_FORMAT_EMAIL] = { "email", "eml", letter_render_email, { "email.html", "email.txt" } },
    [LETTER_FORMAT_JSON] = { "json", "json", letter_render_json, { NULL } },
};

const char *letter_format_name(LetterFormat format)
{
    return formats[format].name;
}

const char *letter_format_extension(LetterFormat format)
{
    return formats[format].extension;
}

gboolean letter_format_find(const char *name, LetterFormat *format)
{
    for (guint i = 0; i < LETTER_FORMAT_COUNT; i++) {
        if (strcmp(formats[i].name, name) == 0) {
            *format = (LetterFormat)i;
            return TRUE;
        }
    }
    return FALSE;
}

static void free_labels(gpointer labels)
{
    letter_labels_free(labels);
}

LetterRenderer *letter_renderer_new(void)
{
    LetterRenderer *renderer = g_new0(LetterRenderer, 1);

    renderer->formats = (1u << LETTER_FORMAT_COUNT) - 1;
    renderer->width = DEFAULT_WIDTH;
    renderer->heading_base = 1;
    g_mutex_init(&renderer->labels_lock);
    renderer->labels = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, free_labels);
    return renderer;
}

void letter_renderer_free(LetterRenderer *renderer)
{
    if (renderer == NULL)
        return;
    g_hash_table_unref(renderer->labels);
    g_mutex_clear(&renderer->labels_lock);
    letter_templates_free(renderer->templates);
    letter_style_free(renderer->style);
    g_clear_pointer(&renderer->page_css, g_bytes_unref);
    letter_folder_free(renderer->folder);
    g_free(renderer->templates_path);
    g_free(renderer->base_url);
    g_free(renderer);
}

void letter_renderer_set_flags(LetterRenderer *renderer, LetterRenderFlags flags)
{
    renderer->flags = flags;
}

void letter_renderer_set_formats(LetterRenderer *renderer, guint bits)
{
    renderer->formats = bits;
}

void letter_renderer_set_templates(LetterRenderer *renderer, const char *folder)
{
    g_free(renderer->templates_path);
    renderer->templates_path = g_strdup(folder);
}

void letter_renderer_set_width(LetterRenderer *renderer, guint columns)
{
    renderer->width = columns;
}

void letter_renderer_set_base_url(LetterRenderer *renderer, const char *url)
{
    g_free(renderer->base_url);
    renderer->base_url = g_strdup(url);
}

void letter_renderer_set_heading_base(LetterRenderer *renderer, guint level)
{
    renderer->heading_base = level;
}

void letter_renderer_set_now(LetterRenderer *renderer, gint64 now)
{
    renderer->now = now;
}

gboolean letter_renderer_set_date(LetterRenderer *renderer, const char *date)
{
    return letter_date_parse(date, LETTER_DATE_FORM_ANY, &renderer->date);
}

/* A file of the user's template folder.  NULL without one, or where it cannot
   be read: @is_refused is set then. */
static LetterSource *load_own(const LetterRenderer *renderer, const char *name,
                              gboolean *is_refused, LetterDiagnostics *diagnostics)
{
    g_autoptr(GError) error = NULL;
    g_autoptr(GBytes) bytes = NULL;
    g_autofree char *path = NULL;

    if (renderer->folder == NULL)
        return NULL;
    bytes = letter_folder_read(renderer->folder, name, MAX_TEMPLATE, &error);
    path = g_build_filename(renderer->templates_path, name, NULL);
    if (bytes != NULL)
        return letter_source_new(path, bytes);
    if (!g_error_matches(error, LETTER_FOLDER_ERROR, LETTER_FOLDER_ERROR_MISSING)) {
        g_autofree char *why = g_build_filename(renderer->templates_path, error->message, NULL);

        letter_diagnostics_add_with(diagnostics, LETTER_RULE_FILE_UNREADABLE, NULL,
                                    (LetterSpan){ 0, 0 }, why, NULL);
        *is_refused = TRUE;
    }
    return NULL;
}

LetterSource *letter_renderer_load_own(const LetterRenderer *renderer, const char *name,
                                       LetterDiagnostics *diagnostics)
{
    gboolean is_refused = FALSE;

    return load_own(renderer, name, &is_refused, diagnostics);
}

LetterSource *letter_renderer_load(const LetterRenderer *renderer, const char *name,
                                   LetterDiagnostics *diagnostics)
{
    gboolean is_refused = FALSE;
    LetterSource *own = load_own(renderer, name, &is_refused, diagnostics);
    g_autoptr(GBytes) built_in = own == NULL && !is_refused ? letter_builtin_find(name) : NULL;
    g_autofree char *path = g_strconcat("built-in ", name, NULL);

    return built_in != NULL ? letter_source_new(path, built_in) : own;
}

static LetterSource *load_template(gconstpointer data, const char *name,
                                   LetterDiagnostics *diagnostics)
{
    return letter_renderer_load(data, name, diagnostics);
}

/* FALSE where findings were added. */
static gboolean compile(LetterRenderer *renderer, LetterFormat format,
                        LetterDiagnostics *diagnostics)
{
    gboolean is_fragment =
        format == LETTER_FORMAT_HTML && (renderer->flags & LETTER_RENDER_FRAGMENT) != 0;
    gboolean is_sound = TRUE;

    for (guint i = 0; i < LETTER_FORMAT_TEMPLATES && formats[format].templates[i] != NULL; i++) {
        const char *name = is_fragment ? "fragment.html" : formats[format].templates[i];

        renderer->compiled[format][i] =
            letter_templates_compile(renderer->templates, name, diagnostics);
        is_sound = is_sound && renderer->compiled[format][i] != NULL;
    }
    return is_sound;
}

/* The sheet of a page stands in <style>, which it must not end. */
static gboolean load_page_css(LetterRenderer *renderer, LetterDiagnostics *diagnostics)
{
    g_autoptr(LetterSource) source = letter_renderer_load(renderer, "page.css", diagnostics);
    const char *end;

    if (source == NULL ||
        (renderer->folder != NULL && !letter_front_matter_check_encoding(source, diagnostics)))
        return FALSE;
    end = memmem(source->data, source->size, "</", strlen("</"));
    if (end != NULL) {
        gsize at = (gsize)(end - source->data);

        return letter_diagnostics_add_with(diagnostics, LETTER_RULE_STYLE_DECLARATION, source,
                                           (LetterSpan){ at, at + 2 },
                                           "a style sheet cannot hold '</'", NULL);
    }
    renderer->page_css = g_bytes_ref(source->bytes);
    return TRUE;
}

static gboolean load_styles(LetterRenderer *renderer, LetterDiagnostics *diagnostics)
{
    const guint with_styles = 1u << LETTER_FORMAT_HTML | 1u << LETTER_FORMAT_EMAIL;
    guint before = letter_diagnostics_count(diagnostics, LETTER_SEVERITY_ERROR);
    g_autoptr(LetterSource) source = NULL;

    if ((renderer->formats & with_styles) == 0)
        return TRUE;
    if (renderer->folder != NULL)
        source = letter_renderer_load(renderer, "style.yaml", diagnostics);
    renderer->style =
        source != NULL ? letter_style_parse(source, diagnostics) : letter_style_builtin();
    if ((renderer->formats & 1u << LETTER_FORMAT_HTML) != 0)
        load_page_css(renderer, diagnostics);
    return letter_diagnostics_count(diagnostics, LETTER_SEVERITY_ERROR) == before;
}

gboolean letter_renderer_prepare(LetterRenderer *renderer, LetterDiagnostics *diagnostics,
                                 GError **error)
{
    gboolean is_sound = TRUE;

    if (renderer->templates_path != NULL) {
        renderer->folder = letter_folder_open(renderer->templates_path, error);
        if (renderer->folder == NULL)
            return FALSE;
    }
    renderer->templates = letter_templates_new(letter_view_schema(), load_template, renderer);
    for (guint format = 0; format < LETTER_FORMAT_COUNT; format++)
        if ((renderer->formats & 1u << format) != 0)
            is_sound = compile(renderer, (LetterFormat)format, diagnostics) && is_sound;
    return load_styles(renderer, diagnostics) && is_sound;
}

gboolean letter_rendering_write(LetterRendering *rendering, LetterFormat format,
                                LetterWriteFunc write, gpointer target,
                                LetterDiagnostics *diagnostics, GError **error)
{
    g_autoptr(LetterSink) sink = letter_sink_new(write, target);

    return formats[format].render(rendering, sink, diagnostics) && letter_sink_finish(sink, error);
}
