/*
 * html.c - a letter as a page of its own, or as a fragment for another page.
 */
#include <string.h>

#include "render/apply.h"

#define PAGE_HEADINGS 2 /* the highest heading below the title */

/* An address below the one that the page will have. */
static char *make_absolute(const LetterRendering *rendering, const char *address)
{
    const char *base = rendering->renderer->base_url;

    return letter_rendering_make_absolute(base != NULL ? base : rendering->letter->url.text,
                                          address);
}

static gboolean is_fragment(const LetterRendering *rendering)
{
    return (rendering->renderer->flags & LETTER_RENDER_FRAGMENT) != 0;
}

/* Whether pictures are addresses below the one where the fragment will stand. */
static gboolean has_base(const LetterRendering *rendering)
{
    return is_fragment(rendering) &&
           (rendering->renderer->base_url != NULL || rendering->letter->url.text != NULL);
}

static gboolean embeds(const LetterRendering *rendering)
{
    return !has_base(rendering) && (rendering->renderer->flags & LETTER_RENDER_LINK_PICTURES) == 0;
}

/* A page cannot refer to a picture twice: it carries it twice. */
static gboolean complain_of_size(const LetterRendering *rendering, LetterDiagnostics *diagnostics)
{
    g_autofree char *limit = g_strdup_printf("%" G_GSIZE_FORMAT, LETTER_PICTURES_SIZE);

    return letter_diagnostics_add_with(diagnostics, LETTER_RULE_PICTURES_TOO_LARGE,
                                       rendering->letter->source, rendering->too_large, limit,
                                       NULL);
}

static char *embed(const LetterPicture *picture)
{
    gsize size;
    const guchar *data = g_bytes_get_data(picture->bytes, &size);
    g_autofree char *encoded = g_base64_encode(data, size);

    return g_strconcat("data:", picture->type, ";base64,", encoded, NULL);
}

/* In Markdown a picture's path is an address already, in `image` it is not. */
static char *address_of(const LetterRendering *rendering, const char *src)
{
    if (src == rendering->letter->image.src.text)
        return g_uri_escape_string(src, "/!$'()*+,;=@", TRUE);
    return g_strdup(src);
}

static LetterPictureAddress find_picture(gconstpointer data, const char *src)
{
    const LetterRendering *rendering = data;
    const LetterPicture *picture = letter_rendering_find_picture(rendering, src);
    LetterPictureAddress found = { NULL, 0, 0 };
    g_autofree char *address = address_of(rendering, src);

    if (picture != NULL) {
        found.width = picture->width;
        found.height = picture->height;
    }
    if (has_base(rendering))
        found.address = make_absolute(rendering, address);
    else if (picture == NULL || !embeds(rendering))
        found.address = g_steal_pointer(&address);
    else
        found.address = embed(picture);
    return found;
}

static const char *find_style(gconstpointer data, const char *role)
{
    const LetterRendering *rendering = data;

    return letter_style_declarations(rendering->renderer->style, role);
}

/* Where the fragment will stand, a bare fragment is one of its own places. */
static char *find_link(gconstpointer data, const char *address)
{
    const LetterRendering *rendering = data;

    if (address[0] == '#')
        return g_strdup_printf("#%s-%s", rendering->letter->file_slug, address + 1);
    return make_absolute(rendering, address);
}

gboolean letter_render_html(LetterRendering *rendering, LetterSink *sink,
                            LetterDiagnostics *diagnostics)
{
    const LetterRenderer *renderer = rendering->renderer;
    LetterViewSettings settings = letter_rendering_view(rendering);
    LetterHtmlDialect dialect = {
        .data = rendering,
        .picture = find_picture,
        .id_prefix = "",
        .heading_base = PAGE_HEADINGS,
        .back_label = letter_labels_get(rendering->labels, LETTER_LABEL_NOTE_BACK),
    };
    g_autofree char *prefix = g_strconcat(rendering->letter->file_slug, "-", NULL);

    if (is_fragment(rendering)) {
        dialect.style = find_style;
        dialect.link = find_link;
        dialect.id_prefix = prefix;
        dialect.heading_base = MIN(renderer->heading_base + 1, 6);
        settings.title_level = renderer->heading_base;
    }
    if (embeds(rendering) && rendering->shown_size > LETTER_PICTURES_SIZE)
        return complain_of_size(rendering, diagnostics);
    settings.dialect = &dialect;
    return letter_rendering_apply(rendering, renderer->compiled[LETTER_FORMAT_HTML][0], &settings,
                                  sink, diagnostics);
}
