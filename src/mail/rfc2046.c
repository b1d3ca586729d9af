/*
 * rfc2046.c - multiparts: entities one after another, with a boundary between.
 */
#include "mail/rfc2046.h"

/* Of a digest in hexadecimal: enough that quoted messages within a message
   never share it. */
#define DIGEST_SIZE 32

void letter_multipart_init(LetterMultipart *multipart, LetterSink *sink, const char *digest,
                           guint depth)
{
    multipart->sink = sink;
    g_snprintf(multipart->boundary, sizeof(multipart->boundary), "=_letterctl-%.*s-%u", DIGEST_SIZE,
               digest, depth);
}

void letter_multipart_begin(const LetterMultipart *multipart, const char *subtype, const char *root)
{
    letter_sink_printf(multipart->sink, "Content-Type: multipart/%s;", subtype);
    if (root != NULL)
        letter_sink_printf(multipart->sink, " type=\"%s\";", root);
    letter_sink_printf(multipart->sink, "\n boundary=\"%s\"\n", multipart->boundary);
}

void letter_multipart_next(const LetterMultipart *multipart)
{
    letter_sink_printf(multipart->sink, "\n--%s\n", multipart->boundary);
}

void letter_multipart_end(const LetterMultipart *multipart)
{
    letter_sink_printf(multipart->sink, "\n--%s--", multipart->boundary);
}
