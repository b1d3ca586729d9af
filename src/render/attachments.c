/*
 * attachments.c - the files that travel with a letter's message.
 */
#include "render/attachments.h"

#include <string.h>

/* What most mail servers take, whole messages in base64, is 25 MB. */
#define ATTACHMENT_SIZE (18 * 1024 * 1024)

#define UNKNOWN_TYPE "application/octet-stream"

typedef struct TypeRow {
    const char *extension;
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
        if (g_ascii_strcasecmp(dot + 1, types[i].extension) == 0)
            return types[i].type;
    return NULL;
}

static const char *type_by_content(GBytes *bytes)
{
    gsize size;
    const char *data = g_bytes_get_data(bytes, &size);

    for (guint i = 0; i < G_N_ELEMENTS(magics); i++) {
        gsize length = strlen(magics[i].extension);

        if (size >= length && memcmp(data, magics[i].extension, length) == 0)
            return magics[i].type;
    }
    return UNKNOWN_TYPE;
}

static void report(const Letter *letter, const LetterText *path, const GError *error,
                   LetterDiagnostics *diagnostics)
{
    static const LetterRule rules[] = {
        [LETTER_FOLDER_ERROR_OUTSIDE] = LETTER_RULE_PATH_OUTSIDE,
        [LETTER_FOLDER_ERROR_MISSING] = LETTER_RULE_FILE_MISSING,
        [LETTER_FOLDER_ERROR_NOT_REGULAR] = LETTER_RULE_FILE_UNREADABLE,
        [LETTER_FOLDER_ERROR_TOO_LARGE] = LETTER_RULE_FILE_UNREADABLE,
        [LETTER_FOLDER_ERROR_SYSTEM] = LETTER_RULE_FILE_UNREADABLE,
    };
    LetterRule rule = rules[error->code];

    letter_diagnostics_add_with(diagnostics, rule, letter->source, path->span,
                                rule == LETTER_RULE_FILE_UNREADABLE ? error->message : path->text,
                                NULL);
}

void letter_attachments_read(LetterMessage *message, const Letter *letter,
                             const LetterFolder *folder, LetterDiagnostics *diagnostics)
{
    const GArray *list = letter->email.attachments;

    for (guint i = 0; list != NULL && i < list->len; i++) {
        const LetterAttachment *attachment = &g_array_index(list, LetterAttachment, i);
        g_autofree char *filename = g_path_get_basename(attachment->path.text);
        g_autoptr(GError) error = NULL;
        g_autoptr(GBytes) bytes =
            letter_folder_read(folder, attachment->path.text, ATTACHMENT_SIZE, &error);
        LetterMessagePart part = { .type = attachment->type.text, .bytes = bytes };

        if (bytes == NULL) {
            report(letter, &attachment->path, error, diagnostics);
            continue;
        }
        part.filename = attachment->name.text != NULL ? attachment->name.text : filename;
        if (part.type == NULL)
            part.type = type_by_name(part.filename);
        if (part.type == NULL)
            part.type = type_by_name(filename);
        if (part.type == NULL)
            part.type = type_by_content(bytes);
        letter_message_add_part(message, message->attachments, &part);
    }
}
