/*
 * target.c - which addresses a link or a picture may have.
 */
#include "body/target.h"

#include <string.h>

static const struct {
    const char *scheme;
    LetterTargetKind kind;
} schemes[] = {
    { "http:", LETTER_TARGET_HTTP },
    { "https:", LETTER_TARGET_HTTPS },
    { "mailto:", LETTER_TARGET_CONTACT },
    { "tel:", LETTER_TARGET_CONTACT },
};

/* The address as a browser reads it. */
static char *normalize(const char *address)
{
    char *normal = g_malloc(strlen(address) + 1);
    char *end = normal;

    while (*address != '\0' && (guchar)*address <= ' ')
        address++;
    for (; *address != '\0'; address++) {
        if (strchr("\t\n\r", *address) == NULL)
            *end++ = *address == '\\' ? '/' : *address;
    }
    *end = '\0';
    return normal;
}

/* The size of "scheme:"; 0 where there is none. */
static gsize measure_scheme(const char *address)
{
    gsize size = 0;

    if (!g_ascii_isalpha(*address))
        return 0;
    while (g_ascii_isalnum(address[size]) ||
           (address[size] != '\0' && strchr("+-.", address[size])))
        size++;
    return address[size] == ':' ? size + 1 : 0;
}

static gboolean has_credentials(const char *after_scheme)
{
    const char *host = after_scheme + strspn(after_scheme, "/");
    gsize size = strcspn(host, "/?#");

    return memchr(host, '@', size) != NULL;
}

LetterTargetKind letter_target_kind(const char *address)
{
    g_autofree char *normal = normalize(address);
    gsize size = measure_scheme(normal);

    if (size == 0 && strncmp(normal, "//", 2) == 0)
        return LETTER_TARGET_REFUSED;
    if (size == 0)
        return *normal == '#' ? LETTER_TARGET_FRAGMENT : LETTER_TARGET_PATH;
    for (guint i = 0; i < G_N_ELEMENTS(schemes); i++) {
        if (size != strlen(schemes[i].scheme) ||
            g_ascii_strncasecmp(normal, schemes[i].scheme, size) != 0)
            continue;
        if (schemes[i].kind != LETTER_TARGET_CONTACT && has_credentials(normal + size))
            return LETTER_TARGET_CREDENTIALS;
        return schemes[i].kind;
    }
    return LETTER_TARGET_REFUSED;
}

char *letter_target_name(const char *address)
{
    g_autofree char *normal = normalize(address);
    gsize size = measure_scheme(normal);

    return size > 0 ? g_ascii_strdown(normal, (gssize)size) : g_strdup("//");
}

gboolean letter_target_leaves_folder(const char *path)
{
    gssize depth = 0;

    if (*path == '/')
        return TRUE;
    while (*path != '\0' && depth >= 0) {
        gsize size = strcspn(path, "/");

        if (size == 2 && strncmp(path, "..", size) == 0)
            depth--;
        else if (size > 0 && !(size == 1 && *path == '.'))
            depth++;
        path += size;
        path += strspn(path, "/");
    }
    return depth < 0;
}
