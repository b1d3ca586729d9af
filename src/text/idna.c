/*
 * idna.c - the ASCII form of domain names and of web addresses.
 */
#include "text/idna.h"

#include <string.h>

#include "text/icu.h"

#define DOMAIN_SIZE 253
#define LABEL_SIZE  63

static gboolean is_label(const char *label, gsize size)
{
    if (size == 0 || size > LABEL_SIZE || label[0] == '-' || label[size - 1] == '-')
        return FALSE;
    for (gsize at = 0; at < size; at++)
        if (!g_ascii_isalnum(label[at]) && label[at] != '-')
            return FALSE;
    return TRUE;
}

static gboolean is_host_name(const char *domain)
{
    const char *label = domain;

    if (strlen(domain) > DOMAIN_SIZE)
        return FALSE;
    for (;;) {
        gsize size = strcspn(label, ".");

        if (!is_label(label, size))
            return FALSE;
        if (label[size] == '\0')
            return TRUE;
        label += size + 1;
    }
}

static char *convert(const char *domain)
{
    char ascii[DOMAIN_SIZE + 2];
    UErrorCode status = U_ZERO_ERROR;
    UIDNAInfo info = UIDNA_INFO_INITIALIZER;
    UIDNA *idna =
        letter_icu()->uidna_openUTS46(UIDNA_USE_STD3_RULES | UIDNA_CHECK_BIDI |
                                          UIDNA_CHECK_CONTEXTJ | UIDNA_NONTRANSITIONAL_TO_ASCII,
                                      &status);
    gint32 size = 0;

    if (U_SUCCESS(status))
        size = letter_icu()->uidna_nameToASCII_UTF8(idna, domain, -1, ascii, (gint32)sizeof(ascii),
                                                    &info, &status);
    letter_icu()->uidna_close(idna);
    if (U_FAILURE(status) || info.errors != 0 || size > DOMAIN_SIZE)
        return NULL;
    return g_strndup(ascii, (gsize)size);
}

char *letter_domain_to_ascii(const char *domain)
{
    g_autofree char *ascii = NULL;

    if (g_str_is_ascii(domain))
        return is_host_name(domain) ? g_strdup(domain) : NULL;

    /* Nothing this long has a short form, and ICU's work grows with it. */
    if (strlen(domain) > 4 * DOMAIN_SIZE || !g_utf8_validate(domain, -1, NULL))
        return NULL;
    ascii = convert(domain);
    return ascii != NULL && is_host_name(ascii) ? g_steal_pointer(&ascii) : NULL;
}

gboolean letter_host_is_valid(const char *host)
{
    gsize size = strlen(host);
    g_autofree char *name = g_strndup(host, g_str_has_suffix(host, ".") ? size - 1 : size);
    g_autofree char *ascii = NULL;

    if (g_hostname_is_ip_address(host))
        return TRUE;
    /* No domain of mail has it, but some names of servers do. */
    if (g_str_is_ascii(name))
        g_strdelimit(name, "_", 'x');
    ascii = letter_domain_to_ascii(name);
    return ascii != NULL;
}

char *letter_url_to_ascii(const char *url)
{
    const char *scheme_end = strstr(url, "://");
    const char *rest = scheme_end != NULL ? scheme_end + strlen("://") : url;
    gsize host_size = scheme_end != NULL ? strcspn(rest, ":/?#") : 0;
    g_autofree char *host = NULL;
    g_autofree char *ascii = NULL;
    GString *address;

    if (g_str_is_ascii(url))
        return g_strdup(url);
    if (host_size > 0 && rest[host_size - 1] == '.')
        host_size--;
    host = g_strndup(rest, host_size);
    ascii = g_str_is_ascii(host) ? g_strdup(host) : letter_domain_to_ascii(host);
    if (ascii == NULL)
        return NULL;
    address = g_string_new_len(url, rest - url);
    g_string_append(address, ascii);
    g_string_append_uri_escaped(address, rest + host_size, "%:/?#[]@!$&'()*+,;=", FALSE);
    return g_string_free(address, FALSE);
}
