/*
 * email.c - a letter as a message for sendmail: its header, both bodies, its
 * pictures and attachments.
 */
#include <string.h>

#include "render/apply.h"
#include "render/attachments.h"
#include "render/email_header.h"

/* Gmail shows so many bytes of a part. */
#define CLIPPED_SIZE ((gsize)100 * 1024)

/* Room for a part of most messages. */
#define PART_SIZE ((gsize)32 * 1024)

/* No line of flowed text is longer (RFC 3676 section 4.2 says 78 at most). */
#define MAX_WIDTH 76

#define PAGE_HEADINGS 2 /* the highest heading below the title */

/* The format's templates, by their place in the table of formats. */
enum {
    HTML_TEMPLATE,
    TEXT_TEMPLATE
};

/* Columns of pixels that a picture gets: Outlook knows no max-width.  As wide as
   the text of email.html. */
#define PICTURE_WIDTH 600

/* Of the digest that names a picture. */
#define CONTENT_ID_SIZE 32

/* A message while it is made. */
typedef struct Email {
    LetterRendering *rendering;
    LetterMessage *message;
    LetterDiagnostics *diagnostics;
} Email;

static const Letter *letter_of(const Email *email)
{
    return email->rendering->letter;
}

/* What is wrong with the letter as a message has no better place than its head. */
static void complain(const Email *email, LetterRule rule, const char *detail, const char *size,
                     const char *hint)
{
    letter_diagnostics_add_with(email->diagnostics, rule, letter_of(email)->source,
                                (LetterSpan){ 0, 0 }, detail, size, hint, NULL);
}

/* "EMBARGOED until ..."; NULL where the letter is under none. */
static char *make_notice(const Email *email)
{
    const LetterLabels *labels = email->rendering->labels;
    const Letter *letter = letter_of(email);
    g_autofree char *moment = NULL;

    if (!letter_view_is_embargoed(letter, email->rendering->renderer->now))
        return NULL;
    moment = letter_labels_moment(labels, &letter->embargo.date);
    return letter_labels_format(labels, LETTER_LABEL_EMBARGO, "date", moment, NULL);
}

/* Whether the letter may become a message at all. */
static gboolean may_leave(const Email *email, const char *notice)
{
    const Letter *letter = letter_of(email);

    if (letter->status == LETTER_STATUS_DRAFT)
        return letter_diagnostics_add(email->diagnostics, LETTER_RULE_MESSAGE_DRAFT, letter->source,
                                      (LetterSpan){ 0, 0 });
    if (notice != NULL && (email->rendering->renderer->flags & LETTER_RENDER_UNDER_EMBARGO) == 0)
        return letter_diagnostics_add_with(email->diagnostics, LETTER_RULE_MESSAGE_EMBARGO,
                                           letter->source, letter->embargo.text.span,
                                           letter->embargo.text.text, NULL);
    return TRUE;
}

/* In Markdown a picture's path is an address, in `image` it is not. */
static char *path_of(const Email *email, const char *src)
{
    char *path = NULL;

    if (src != letter_of(email)->image.src.text)
        path = g_uri_unescape_string(src, NULL);
    return path != NULL ? path : g_strdup(src);
}

/* A picture is named by its letter and its path, not by its bytes, which would
   take long; the domain is one that nobody has (RFC 2606 section 2). */
static char *make_content_id(const Email *email, const char *path)
{
    g_autofree char *name = g_strconcat(letter_of(email)->file_slug, "/", path, NULL);
    g_autofree char *digest = g_compute_checksum_for_string(G_CHECKSUM_SHA256, name, -1);

    return g_strdup_printf("%.*s@letterctl.invalid", CONTENT_ID_SIZE, digest);
}

static gboolean has_picture(const LetterMessage *message, const char *content_id)
{
    for (guint i = 0; i < message->pictures->len; i++) {
        const LetterMessagePart *part = &g_array_index(message->pictures, LetterMessagePart, i);

        if (strcmp(part->content_id, content_id) == 0)
            return TRUE;
    }
    return FALSE;
}

/* A picture travels with the message once the page shows it. */
static LetterPictureAddress show_picture(gconstpointer data, const char *src)
{
    const Email *email = data;
    const LetterPicture *picture = letter_rendering_find_picture(email->rendering, src);
    g_autofree char *path = path_of(email, src);
    g_autofree char *content_id = make_content_id(email, path);
    g_autofree char *filename = g_path_get_basename(path);
    LetterPictureAddress shown = { NULL, 0, 0 };

    if (picture == NULL)
        return shown;
    if (!has_picture(email->message, content_id)) {
        const LetterMessagePart part = { picture->type, filename, content_id, picture->bytes };

        letter_message_add_part(email->message, email->message->pictures, &part);
    }
    shown.address = g_strconcat("cid:", content_id, NULL);
    shown.width = MIN(picture->width, PICTURE_WIDTH);
    if (picture->width > 0)
        shown.height = (guint)((guint64)picture->height * shown.width / picture->width);
    return shown;
}

/* In a message a path leads nowhere; it is one below the letter's address. */
static char *make_absolute(gconstpointer data, const char *address)
{
    const Email *email = data;

    return letter_rendering_make_absolute(address[0] != '#' ? letter_of(email)->url.text : NULL,
                                          address);
}

static const char *find_style(gconstpointer data, const char *role)
{
    const Email *email = data;

    return letter_style_declarations(email->rendering->renderer->style, role);
}

/* One of the format's templates, rendered; NULL where findings say why not. */
static GBytes *render_part(const Email *email, guint template, const LetterViewSettings *settings)
{
    const LetterRenderer *renderer = email->rendering->renderer;
    g_autoptr(GString) content = g_string_sized_new(PART_SIZE);
    g_autoptr(LetterSink) sink = letter_sink_new_for_string(content);

    if (!letter_rendering_apply(email->rendering, renderer->compiled[LETTER_FORMAT_EMAIL][template],
                                settings, sink, email->diagnostics))
        return NULL;
    return g_string_free_to_bytes(g_steal_pointer(&content));
}

static GBytes *render_html(const Email *email)
{
    const LetterHtmlDialect dialect = {
        .style = find_style,
        .picture = show_picture,
        .link = make_absolute,
        .data = email,
        .id_prefix = "",
        .heading_base = PAGE_HEADINGS,
        .back_label = letter_labels_get(email->rendering->labels, LETTER_LABEL_NOTE_BACK),
    };
    LetterViewSettings settings = letter_rendering_view(email->rendering);

    settings.dialect = &dialect;
    settings.is_message = TRUE;
    return render_part(email, HTML_TEMPLATE, &settings);
}

static GBytes *render_text(const Email *email)
{
    const LetterLayout layout = { MIN(email->rendering->renderer->width, MAX_WIDTH),
                                  LETTER_FLOW_FLOWED, email->rendering->locale };
    LetterViewSettings settings = letter_rendering_view(email->rendering);

    settings.layout = &layout;
    settings.is_message = TRUE;
    return render_part(email, TEXT_TEMPLATE, &settings);
}

/* What takes most of a part that is too large. */
static const char *find_what_to_cut(const Email *email, gsize size)
{
    const Letter *letter = letter_of(email);
    gsize body_size = letter->body.end - letter->body.start;

    return body_size < size / 2 && letter_signatories_size(letter->signatories) > 0
               ? "name fewer signatories in it and link to the page that names all"
               : "cut the text and link to the page that has all of it";
}

static void warn_if_clipped(const Email *email, const char *name, GBytes *part)
{
    gsize size = g_bytes_get_size(part);
    g_autofree char *bytes = NULL;

    if (size <= CLIPPED_SIZE)
        return;
    bytes = g_strdup_printf("%" G_GSIZE_FORMAT, size);
    complain(email, LETTER_RULE_MESSAGE_CLIPPED, name, bytes, find_what_to_cut(email, size));
}

static gboolean render_parts(Email *email)
{
    email->message->html = render_html(email);
    email->message->text = render_text(email);
    if (email->message->html == NULL || email->message->text == NULL)
        return FALSE;
    warn_if_clipped(email, "HTML", email->message->html);
    warn_if_clipped(email, "text", email->message->text);
    return TRUE;
}

static void fill_header(Email *email, const char *notice)
{
    const LetterRenderer *renderer = email->rendering->renderer;
    LetterMessage *message = email->message;
    LetterBcc bcc =
        (renderer->flags & LETTER_RENDER_BCC) != 0 ? LETTER_BCC_WRITTEN : LETTER_BCC_LEFT_OUT;

    letter_email_fill_header(message, letter_of(email), notice, bcc, email->diagnostics);
    message->is_unsent = (renderer->flags & LETTER_RENDER_COMPOSE) != 0;
    if (renderer->date.month != 0) {
        g_autofree char *date = letter_date_to_rfc5322(&renderer->date);

        message->date = letter_message_keep(message, date);
    }
}

static gboolean write_message(const Email *email, LetterSink *sink)
{
    LetterRenderFlags flags = email->rendering->renderer->flags;
    g_autoptr(GError) error = NULL;

    if ((flags & LETTER_RENDER_MESSAGE_ID) != 0) {
        g_autofree char *id = letter_message_digest_id(email->message);

        email->message->message_id = letter_message_keep(email->message, id);
    }
    if (letter_message_write(email->message,
                             (flags & LETTER_RENDER_CRLF) != 0 ? LETTER_NEWLINE_CRLF
                                                               : LETTER_NEWLINE_LF,
                             sink, &error))
        return TRUE;

    /* What the sink meets, the sink tells. */
    if (error->domain == LETTER_MESSAGE_ERROR)
        complain(email, LETTER_RULE_MESSAGE_FIELD, error->message, NULL, NULL);
    return FALSE;
}

gboolean letter_render_email(LetterRendering *rendering, LetterSink *sink,
                             LetterDiagnostics *diagnostics)
{
    g_autoptr(LetterMessage) message = letter_message_new();
    Email email = { rendering, message, diagnostics };
    g_autofree char *notice = make_notice(&email);
    guint errors = letter_diagnostics_count(diagnostics, LETTER_SEVERITY_ERROR);

    if (!may_leave(&email, notice))
        return FALSE;
    fill_header(&email, notice);
    letter_attachments_read(message, rendering, diagnostics);
    return render_parts(&email) &&
           letter_diagnostics_count(diagnostics, LETTER_SEVERITY_ERROR) == errors &&
           write_message(&email, sink);
}
