/*
 * url.c - whether a text is the address of a page.
 */
#include "text/url.h"

#include <string.h>

#include "text/idna.h"

/* Bytes that RFC 3986 has nowhere, and that GLib lets pass in a path. */
static gboolean has_foreign_bytes(const char *url)
{
    for (const char *at = url; *at != '\0'; at++) {
        if ((guchar)*at <= ' ' || *at == 0x7F || strchr("\"<>\\^`{|}", *at) != NULL)
            return TRUE;
    }
    return FALSE;
}

static gboolean is_web_scheme(const char *scheme)
{
    return g_ascii_strcasecmp(scheme, "http") == 0 || g_ascii_strcasecmp(scheme, "https") == 0;
}

LetterUrlFault letter_url_check(const char *url)
{
    g_autofree char *scheme = NULL;
    g_autofree char *userinfo = NULL;
    g_autofree char *host = NULL;

    if (has_foreign_bytes(url) ||
        !g_uri_split(url, G_URI_FLAGS_ENCODED, &scheme, &userinfo, &host, NULL, NULL, NULL, NULL,
                     NULL) ||
        scheme == NULL || !is_web_scheme(scheme))
        return LETTER_URL_MALFORMED;
    if (userinfo != NULL)
        return LETTER_URL_CREDENTIALS;
    return host != NULL && letter_host_is_valid(host) ? LETTER_URL_FINE : LETTER_URL_MALFORMED;
}
