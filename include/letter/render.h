/*
 * letter/render.h - a letter in the formats it is published in.
 *
 * A renderer holds what all letters share: templates, labels, settings.  Set
 * up and prepared once, it is constant and may be used by several threads, a
 * rendering by one.
 */
#ifndef LETTER_RENDER_PUBLIC_H
#define LETTER_RENDER_PUBLIC_H

#include <letter/letter.h>

G_BEGIN_DECLS

typedef enum LetterFormat {
    LETTER_FORMAT_HTML,
    LETTER_FORMAT_TEXT,
    LETTER_FORMAT_EMAIL,
    LETTER_FORMAT_JSON,
} LetterFormat;

/* Yes-or-no settings of a renderer. */
typedef enum LetterRenderFlags {
    LETTER_RENDER_FRAGMENT = 1 << 0,      /* HTML without the page around it */
    LETTER_RENDER_LINK_PICTURES = 1 << 1, /* pictures by their path, not inside the page */
    LETTER_RENDER_UNDER_EMBARGO = 1 << 2, /* a message may leave before its time */
    LETTER_RENDER_CRLF = 1 << 3,          /* messages end their lines as SMTP has it */
    LETTER_RENDER_COMPOSE = 1 << 4,       /* messages open in a mail program, unsent */
    LETTER_RENDER_BCC = 1 << 5,           /* messages carry their Bcc field */
    LETTER_RENDER_MESSAGE_ID = 1 << 6,    /* messages get an id made from their content */
} LetterRenderFlags;

typedef struct LetterRenderer LetterRenderer;
typedef struct LetterRendering LetterRendering;

/* Takes a piece of output on; FALSE with @error set stops the rendering. */
typedef gboolean (*LetterWriteFunc)(gpointer target, const char *data, gsize size, GError **error);

LetterRenderer *letter_renderer_new(void);
void letter_renderer_free(LetterRenderer *renderer);

void letter_renderer_set_flags(LetterRenderer *renderer, LetterRenderFlags flags);

/* The formats that will be asked for, as bits 1 << LETTER_FORMAT_HTML and so
   on; only their templates are read.  All unless set. */
void letter_renderer_set_formats(LetterRenderer *renderer, guint formats);

/* The folder whose files stand in for built-in templates of the same name. */
void letter_renderer_set_templates(LetterRenderer *renderer, const char *folder);

/* Columns of plain text, 20 to 998; 72 unless set. */
void letter_renderer_set_width(LetterRenderer *renderer, guint columns);

/* The address that a fragment's relative links are below. */
void letter_renderer_set_base_url(LetterRenderer *renderer, const char *url);

/* The level of a fragment's highest heading, 1 to 6; 1 unless set. */
void letter_renderer_set_heading_base(LetterRenderer *renderer, guint level);

/* The moment that decides embargo and deadline, in seconds since 1970, UTC. */
void letter_renderer_set_now(LetterRenderer *renderer, gint64 now);

/* The Date field of messages (RFC 3339 or a date); FALSE where it is neither. */
gboolean letter_renderer_set_date(LetterRenderer *renderer, const char *date);

/**
 * letter_renderer_prepare:
 *
 * Reads and compiles templates and styles.  Their faults become findings.
 *
 * Returns: FALSE where a template is wrong, or where @error is set
 */
gboolean letter_renderer_prepare(LetterRenderer *renderer, LetterDiagnostics *diagnostics,
                                 GError **error);

/**
 * letter_rendering_new:
 * @renderer: prepared; must outlive the rendering
 * @letter: read without errors; must outlive the rendering
 *
 * Parses the letter's Markdown and looks up its pictures, once for all
 * formats.  At most one rendering lives on a thread at a time.
 *
 * Returns: (transfer full): a rendering; where findings forbid output it must
 * only be freed
 */
LetterRendering *letter_rendering_new(const LetterRenderer *renderer, const Letter *letter,
                                      LetterDiagnostics *diagnostics);
void letter_rendering_free(LetterRendering *rendering);

/**
 * letter_rendering_write:
 *
 * Renders one format.  Output begins only when all that can be wrong with the
 * letter has been looked at.
 *
 * Returns: FALSE where findings were added that forbid the format (nothing was
 * written then), or where @error is set by @write
 */
gboolean letter_rendering_write(LetterRendering *rendering, LetterFormat format,
                                LetterWriteFunc write, gpointer target,
                                LetterDiagnostics *diagnostics, GError **error);

/**
 * letter_format_extension:
 *
 * Returns: the extension of output files: "html", "txt", "eml", "json"
 */
const char *letter_format_extension(LetterFormat format);

/**
 * letter_format_name:
 *
 * Returns: "html", "text", "email" or "json"
 */
const char *letter_format_name(LetterFormat format);

/**
 * letter_format_find:
 * @name: "html", "text", "email" or "json"
 *
 * Returns: whether there is such a format, which @format is set to then
 */
gboolean letter_format_find(const char *name, LetterFormat *format);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(LetterRenderer, letter_renderer_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC(LetterRendering, letter_rendering_free)

G_END_DECLS

#endif
