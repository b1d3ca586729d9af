/*
 * rendering.h - what a renderer and a rendering hold.  Private to the room.
 *
 * A renderer is constant once prepared, but for the labels of languages met
 * since, which a lock guards.  A rendering belongs to one thread.
 */
#ifndef LETTER_RENDER_RENDERING_H
#define LETTER_RENDER_RENDERING_H

#include "render/render.h"
#include "template/labels.h"
#include "template/mustache.h"
#include "template/style.h"

struct LetterRenderer {
    LetterRenderFlags flags;
    guint formats; /* bits of 1 << LetterFormat */
    guint width;   /* columns of plain text */
    char *base_url;
    guint heading_base;
    gint64 now;
    LetterDate date; /* of messages; month 0: not set */
    char *templates_path;

    /* Since letter_renderer_prepare(). */
    LetterFolder *folder; /* of the user's templates; NULL without */
    LetterTemplates *templates;
    LetterStyle *style; /* of HTML; NULL where no format is */
    GBytes *page_css;   /* of pages; NULL where none is */
    const LetterTemplate *compiled[LETTER_FORMAT_COUNT][LETTER_FORMAT_TEMPLATES];

    GMutex labels_lock;
    GHashTable *labels; /* language tag to LetterLabels */
};

/* Bytes of the pictures that a page can carry inside. */
#define LETTER_PICTURES_SIZE ((gsize)32 * 1024 * 1024)

struct LetterRendering {
    const LetterRenderer *renderer;
    const Letter *letter;
    LetterDocument *document;
    LetterLocale *locale;
    const LetterLabels *labels; /* the renderer's, or @own_labels */
    LetterLabels *own_labels;   /* with findings; NULL without */
    GArray *pictures;           /* of LetterPicture */
    gsize shown_size;           /* bytes of all pictures, each as often as it is shown */
    LetterSpan too_large;       /* the picture by which that is more than a page carries */
    LetterFolder *folder;       /* the letter's; NULL until a file is asked for */
};

/* The picture that the letter names so; NULL where it could not be read, which
   was a finding. */
const LetterPicture *letter_rendering_find_picture(const LetterRendering *rendering,
                                                   const char *src);

/* A file beside the letter, at most @max_size bytes.  NULL where it cannot be
   read: path-outside, file-missing (or @missing in its place) or
   file-unreadable at @span. */
GBytes *letter_rendering_read(LetterRendering *rendering, const char *path, gsize max_size,
                              LetterRule missing, LetterSpan span, LetterDiagnostics *diagnostics);

/* The address that @address means below @base; as it is without one (RFC 3986
   section 5.2). */
char *letter_rendering_make_absolute(const char *base, const char *address);

/* A source of the user's template folder; NULL where it has none, or where a
   finding says why it cannot be read. */
LetterSource *letter_renderer_load_own(const LetterRenderer *renderer, const char *name,
                                       LetterDiagnostics *diagnostics);

/* A source of the user's template folder, else a built-in one; NULL where
   neither has it. */
LetterSource *letter_renderer_load(const LetterRenderer *renderer, const char *name,
                                   LetterDiagnostics *diagnostics);

#endif
