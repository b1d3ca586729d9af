/*
 * rendering.c - one letter on its way: its Markdown parsed, its files read.
 */
#include "render/rendering.h"

#include <string.h>

#include "render/picture.h"

typedef struct LabelSearch {
    const LetterRenderer *renderer;
    LetterDiagnostics *diagnostics;
} LabelSearch;

static LetterSource *find_labels(const char *path, gpointer data)
{
    const LabelSearch *search = data;

    return letter_renderer_load_own(search->renderer, path, search->diagnostics);
}

/* Labels are read when a letter first asks for its language, and kept where
   nothing is to be said of them: what is said, is said of each letter. */
static void find_or_load_labels(LetterRendering *rendering, LetterDiagnostics *diagnostics)
{
    LetterRenderer *shared = (LetterRenderer *)rendering->renderer;
    const char *tag = rendering->letter->lang_tag;
    LabelSearch search = { shared, diagnostics };
    guint findings = letter_diagnostics_size(diagnostics);

    g_mutex_lock(&shared->labels_lock);
    rendering->labels = g_hash_table_lookup(shared->labels, tag);
    if (rendering->labels == NULL) {
        LetterLabels *labels = letter_labels_load(tag, find_labels, &search, diagnostics);

        if (letter_diagnostics_size(diagnostics) == findings)
            g_hash_table_insert(shared->labels, g_strdup(tag), labels);
        else
            rendering->own_labels = labels;
        rendering->labels = labels;
    }
    g_mutex_unlock(&shared->labels_lock);
}

static const LetterSource *source_of(const LetterRendering *rendering)
{
    return rendering->letter->source;
}

/* What a failed read is to the author of the letter. */
static LetterRule rule_of(const GError *error, LetterRule missing)
{
    static const LetterRule by_code[] = {
        [LETTER_FOLDER_ERROR_OUTSIDE] = LETTER_RULE_PATH_OUTSIDE,
        [LETTER_FOLDER_ERROR_MISSING] = LETTER_RULE_COUNT,
        [LETTER_FOLDER_ERROR_NOT_REGULAR] = LETTER_RULE_FILE_UNREADABLE,
        [LETTER_FOLDER_ERROR_TOO_LARGE] = LETTER_RULE_FILE_UNREADABLE,
        [LETTER_FOLDER_ERROR_SYSTEM] = LETTER_RULE_FILE_UNREADABLE,
    };
    LetterRule rule = by_code[error->code];

    return rule == LETTER_RULE_COUNT ? missing : rule;
}

GBytes *letter_rendering_read(LetterRendering *rendering, const char *path, gsize max_size,
                              LetterRule missing, LetterSpan span, LetterDiagnostics *diagnostics)
{
    g_autofree char *beside = g_path_get_dirname(letter_source_get_name(source_of(rendering)));
    g_autoptr(GError) error = NULL;
    GBytes *bytes = NULL;
    LetterRule rule;

    if (rendering->folder == NULL)
        rendering->folder = letter_folder_open(beside, &error);
    if (rendering->folder != NULL)
        bytes = letter_folder_read(rendering->folder, path, max_size, &error);
    if (bytes != NULL)
        return bytes;
    rule = rule_of(error, missing);
    letter_diagnostics_add_with(diagnostics, rule, source_of(rendering), span,
                                rule == LETTER_RULE_FILE_UNREADABLE ? error->message : path, NULL);
    return NULL;
}

const LetterPicture *letter_rendering_find_picture(const LetterRendering *rendering,
                                                   const char *src)
{
    for (guint i = 0; i < rendering->pictures->len; i++) {
        const LetterPicture *picture = &g_array_index(rendering->pictures, LetterPicture, i);

        if (strcmp(picture->src, src) == 0)
            return picture;
    }
    return NULL;
}

char *letter_rendering_make_absolute(const char *base, const char *address)
{
    char *absolute = NULL;

    if (base != NULL)
        absolute = g_uri_resolve_relative(base, address, G_URI_FLAGS_ENCODED, NULL);
    return absolute != NULL ? absolute : g_strdup(address);
}

static void count_size(LetterRendering *rendering, const LetterPicture *picture, LetterSpan span)
{
    gboolean was_large = rendering->shown_size > LETTER_PICTURES_SIZE;

    rendering->shown_size += g_bytes_get_size(picture->bytes);
    if (!was_large && rendering->shown_size > LETTER_PICTURES_SIZE)
        rendering->too_large = span;
}

static void look_up(LetterRendering *rendering, const char *src, const char *path, LetterSpan span,
                    LetterDiagnostics *diagnostics)
{
    const LetterPicture *known = letter_rendering_find_picture(rendering, src);
    LetterPicture picture = { .src = src };
    LetterPictureKind kind;
    LetterSlice content;

    if (known != NULL) {
        count_size(rendering, known, span);
        return;
    }
    picture.bytes = letter_rendering_read(rendering, path, LETTER_PICTURES_SIZE,
                                          LETTER_RULE_PICTURE_MISSING, span, diagnostics);
    if (picture.bytes == NULL)
        return;
    content.data = g_bytes_get_data(picture.bytes, &content.size);
    if (!letter_picture_recognise(content, &kind)) {
        letter_diagnostics_add_with(diagnostics, LETTER_RULE_PICTURE_TYPE, source_of(rendering),
                                    span, path, NULL);
        g_bytes_unref(picture.bytes);
        return;
    }
    picture.type = kind.type;
    picture.width = kind.width;
    picture.height = kind.height;
    g_array_append_val(rendering->pictures, picture);
    count_size(rendering, &picture, span);
}

/* In Markdown a path is an address, whose blanks are written %20. */
static void look_up_all(LetterRendering *rendering, const LetterBody *body,
                        LetterDiagnostics *diagnostics)
{
    const GArray *pictures = body != NULL ? letter_body_pictures(body) : NULL;

    for (guint i = 0; pictures != NULL && i < pictures->len; i++) {
        const LetterBodyPicture *picture = &g_array_index(pictures, LetterBodyPicture, i);
        g_autofree char *path = g_uri_unescape_string(picture->src, NULL);

        look_up(rendering, picture->src, path != NULL ? path : picture->src, picture->span,
                diagnostics);
    }
}

static void look_up_pictures(LetterRendering *rendering, LetterDiagnostics *diagnostics)
{
    const LetterText *image = &rendering->letter->image.src;
    const LetterDocument *document = rendering->document;

    if (image->text != NULL)
        look_up(rendering, image->text, image->text, image->span, diagnostics);
    look_up_all(rendering, document->body, diagnostics);
    look_up_all(rendering, document->postscript, diagnostics);
    for (guint i = 0; i < document->sections->len; i++)
        look_up_all(rendering, g_ptr_array_index(document->sections, i), diagnostics);
    look_up_all(rendering, document->about, diagnostics);
    look_up_all(rendering, document->sign, diagnostics);
    for (guint i = 0; i < document->updates->len; i++)
        look_up_all(rendering, g_ptr_array_index(document->updates, i), diagnostics);
    look_up_all(rendering, document->intro, diagnostics);
}

static void clear_picture(gpointer data)
{
    g_bytes_unref(((LetterPicture *)data)->bytes);
}

LetterRendering *letter_rendering_new(const LetterRenderer *renderer, const Letter *letter,
                                      LetterDiagnostics *diagnostics)
{
    static const LetterBodyOptions without_site = { FALSE, FALSE, FALSE };
    LetterRendering *rendering = g_new0(LetterRendering, 1);

    rendering->renderer = renderer;
    rendering->letter = letter;
    rendering->document = letter_document_parse(letter, &without_site, diagnostics);
    rendering->locale = letter_locale_new(letter->lang_tag);
    find_or_load_labels(rendering, diagnostics);
    rendering->pictures = g_array_new(FALSE, FALSE, sizeof(LetterPicture));
    g_array_set_clear_func(rendering->pictures, clear_picture);
    look_up_pictures(rendering, diagnostics);
    return rendering;
}

void letter_rendering_free(LetterRendering *rendering)
{
    if (rendering == NULL)
        return;
    g_array_unref(rendering->pictures);
    letter_folder_free(rendering->folder);
    letter_labels_free(rendering->own_labels);
    letter_document_free(rendering->document);
    letter_locale_free(rendering->locale);
    g_free(rendering);
}
