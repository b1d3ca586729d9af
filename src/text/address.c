/*
 * address.c - whether a text is an email address that a message can carry.
 */
#include "text/address.h"

#include <string.h>

#include "text/idna.h"

#define MAX_ADDRESS 254 /* RFC 5321 section 4.5.3.1.3, without the brackets */
#define MAX_LOCAL   64  /* section 4.5.3.1.1 */

/* RFC 5322 section 3.2.3 */
static gboolean is_atext(char byte)
{
    return g_ascii_isalnum(byte) || (byte != '\0' && strchr("!#$%&'*+-/=?^_`{|}~", byte) != NULL);
}

static gboolean is_dot_atom(LetterSlice text)
{
    char before = '.';

    for (gsize i = 0; i < text.size; i++) {
        if (text.data[i] != '.' ? !is_atext(text.data[i]) : before == '.')
            return FALSE;
        before = text.data[i];
    }
    return before != '.';
}

static gboolean is_number(const char *text)
{
    return text[strspn(text, G_CSET_DIGITS)] == '\0';
}

/* What ends in a number is an IP address, not a name (RFC 3696 section 2). */
static gboolean is_domain(const char *ascii)
{
    const char *dot = strrchr(ascii, '.');

    return dot != NULL && !is_number(dot + 1);
}

gboolean letter_address_is_valid(LetterSlice address)
{
    const char *at = address.size > 0 ? memchr(address.data, '@', address.size) : NULL;
    g_autofree char *domain = NULL;
    g_autofree char *ascii = NULL;
    gsize local;

    if (at == NULL || memchr(address.data, '\0', address.size) != NULL)
        return FALSE;
    local = (gsize)(at - address.data);
    if (local > MAX_LOCAL || !is_dot_atom((LetterSlice){ address.data, local }))
        return FALSE;
    domain = g_strndup(at + 1, address.size - local - 1);
    ascii = letter_domain_to_ascii(domain);
    return ascii != NULL && is_domain(ascii) && local + 1 + strlen(ascii) <= MAX_ADDRESS;
}
