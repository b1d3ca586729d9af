/*
 * attachments.c - the files that travel with a letter's message.
 */
#include "render/attachments.h"

#include <string.h>

/* What most mail servers take, whole messages in base64, is 25 MB. */
#define ATTACHMENT_SIZE (18 * 1024 * 1024)

#define UNKNOWN_TYPE "application/octet-stream"

typedef struct TypeRow {
    const char *mark; /* an extension, or the first bytes */
    const char *type;
} TypeRow;

/* IANA media types of what people attach. */
static const TypeRow types[] = {
    { "pdf", "application/pdf" },
    { "txt", "text/plain" },
    { "md", "text/markdown" },
    { "csv", "text/csv" },
    { "html", "text/html" },
    { "ics", "text/calendar" },
    { "vcf", "text/vcard" },
    { "rtf", "application/rtf" },
    { "json", "application/json" },
    { "epub", "application/epub+zip" },
    { "zip", "application/zip" },
    { "doc", "application/msword" },
    { "docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document" },
    { "xls", "application/vnd.ms-excel" },
    { "xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet" },
    { "ppt", "application/vnd.ms-powerpoint" },
    { "pptx", "application/vnd.openxmlformats-officedocument.presentationml.presentation" },
    { "odt", "application/vnd.oasis.opendocument.text" },
    { "ods", "application/vnd.oasis.opendocument.spreadsheet" },
    { "odp", "application/vnd.oasis.opendocument.presentation" },
    { "png", "image/png" },
    { "jpg", "image/jpeg" },
    { "jpeg", "image/jpeg" },
    { "gif", "image/gif" },
    { "webp", "image/webp" },
    { "svg", "image/svg+xml" },
    { "tif", "image/tiff" },
    { "tiff", "image/tiff" },
    { "mp3", "audio/mpeg" },
    { "m4a", "audio/mp4" },
    { "ogg", "audio/ogg" },
    { "mp4", "video/mp4" },
    { "webm", "video/webm" },
};

/* The first bytes of files whose name does not say what they are. */
static const TypeRow magics[] = {
    { "%PDF-", "application/pdf" },      { "\x89PNG\r\n", "image/png" },
    { "\xFF\xD8\xFF", "image/jpeg" },    { "GIF8", "image/gif" },
    { "PK\x03\x04", "application/zip" },
};

static const char *type_by_name(const char *name)
{
    const char *dot = strrchr(name, '.');

    for (guint i = 0; dot != NULL && i < G_N_ELEMENTS(types); i++)
        if (g_ascii_strcasecmp(dot + 1, types[i].mark) == 0)
            return types[i].type;
    return NULL;
}

static const char *type_by_content(GBytes *bytes)
{
    gsize size;
    const char *data = g_bytes_get_data(bytes, &size);

    for (guint i = 0; i < G_N_ELEMENTS(magics); i++) {
        gsize length = strlen(magics[i].mark);

        if (size >= length && memcmp(data, magics[i].mark, length) == 0)
            return magics[i].type;
    }
    return UNKNOWN_TYPE;
}

/* By the name that readers see, by the file's own, by what is in it. */
static const char *find_type(const LetterAttachment *attachment, const char *filename,
                             GBytes *bytes)
{
    const char *type = attachment->type.text;

    if (type == NULL && attachment->name.text != NULL)
        type = type_by_name(attachment->name.text);
    if (type == NULL)
        type = type_by_name(filename);
    return type != NULL ? type : type_by_content(bytes);
}

static void read_attachment(LetterMessage *message, LetterRendering *rendering,
                            const LetterAttachment *attachment, LetterDiagnostics *diagnostics)
{
    g_autofree char *filename = g_path_get_basename(attachment->path.text);
    g_autoptr(GError) error = NULL;
    g_autoptr(GBytes) bytes =
        letter_rendering_read(rendering, attachment->path.text, ATTACHMENT_SIZE,
                              LETTER_RULE_FILE_MISSING, attachment->path.span, diagnostics);
    LetterMessagePart part = { .bytes = bytes };

    if (bytes == NULL)
        return;
    part.filename = attachment->name.text != NULL ? attachment->name.text : filename;
    part.type = find_type(attachment, filename, bytes);
    if (letter_message_check_part(&part, &error))
        letter_message_add_part(message, message->attachments, &part);
    else
        letter_diagnostics_add_with(diagnostics, LETTER_RULE_MESSAGE_FIELD,
                                    rendering->letter->source, attachment->path.span,
                                    error->message, NULL);
}

void letter_attachments_read(LetterMessage *message, LetterRendering *rendering,
                             LetterDiagnostics *diagnostics)
{
    const GArray *list = rendering->letter->email.attachments;

    for (guint i = 0; list != NULL && i < list->len; i++) {
        const LetterAttachment *attachment = &g_array_index(list, LetterAttachment, i);

        /* A path that leads outside was said to and is not there any more. */
        if (attachment->path.text != NULL)
            read_attachment(message, rendering, attachment, diagnostics);
    }
}
