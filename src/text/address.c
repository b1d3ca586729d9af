/*
 * address.c - whether a text is an email address that a message can carry.
 */
#include "text/address.h"

#include <string.h>

#define MAX_ADDRESS 254 /* RFC 5321 section 4.5.3.1.3, without the brackets */
#define MAX_LOCAL   64  /* section 4.5.3.1.1 */
#define MAX_LABEL   63  /* RFC 1035 section 2.3.4 */

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

static gboolean is_label_character(gunichar character)
{
    if (character < 0x80)
        return g_ascii_isalnum((char)character) || character == '-';
    return g_unichar_isalnum(character) || g_unichar_ismark(character);
}

static gboolean is_label(LetterSlice text)
{
    const char *end = text.data + text.size;

    if (text.size == 0 || text.size > MAX_LABEL || text.data[0] == '-' || end[-1] == '-')
        return FALSE;
    for (const char *at = text.data; at < end; at = g_utf8_next_char(at)) {
        if (!is_label_character(g_utf8_get_char(at)))
            return FALSE;
    }
    return TRUE;
}

static gboolean is_number(LetterSlice text)
{
    gsize digits = 0;

    while (digits < text.size && g_ascii_isdigit(text.data[digits]))
        digits++;
    return digits == text.size;
}

static gboolean is_domain(LetterSlice domain)
{
    LetterSlice label = { domain.data, 0 };
    guint count = 0;

    if (!g_utf8_validate_len(domain.data, domain.size, NULL))
        return FALSE;
    for (;;) {
        gsize rest = domain.size - (gsize)(label.data - domain.data);
        const char *dot = memchr(label.data, '.', rest);

        label.size = dot != NULL ? (gsize)(dot - label.data) : rest;
        if (!is_label(label))
            return FALSE;
        count++;
        if (dot == NULL)
            break;
        label.data = dot + 1;
    }
    /* What ends in a number is an IP address, not a name (RFC 3696 section 2). */
    return count >= 2 && !is_number(label);
}

gboolean letter_address_is_valid(LetterSlice address)
{
    const char *at = address.size > 0 ? memchr(address.data, '@', address.size) : NULL;
    LetterSlice local, domain;

    if (at == NULL || address.size > MAX_ADDRESS)
        return FALSE;
    local = (LetterSlice){ address.data, (gsize)(at - address.data) };
    domain = (LetterSlice){ at + 1, address.size - local.size - 1 };
    return local.size <= MAX_LOCAL && is_dot_atom(local) && is_domain(domain);
}
