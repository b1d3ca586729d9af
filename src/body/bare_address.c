/*
 * bare_address.c - addresses that are typed without marks.
 */
#include "body/bare_address.h"

#include <string.h>

static char byte_at(LetterSlice text, gsize at)
{
    return at < text.size ? text.data[at] : '\0';
}

static gboolean starts_with(LetterSlice text, gsize at, const char *piece)
{
    gsize size = strlen(piece);

    return text.size - at >= size && memcmp(text.data + at, piece, size) == 0;
}

static gunichar character_before(LetterSlice text, gsize at)
{
    const char *previous = g_utf8_find_prev_char(text.data, text.data + at);

    return previous != NULL ? g_utf8_get_char(previous) : ' ';
}

/* The end of a host name: letters of any script, digits, '-', '_' and '.'. */
static gsize find_host_end(LetterSlice text, gsize at)
{
    while (at < text.size) {
        gunichar character = g_utf8_get_char(text.data + at);

        if (!g_unichar_isalnum(character) && !g_unichar_ismark(character) &&
            (character == '\0' || strchr("-_.", (int)MIN(character, 127)) == NULL))
            break;
        at = (gsize)(g_utf8_next_char(text.data + at) - text.data);
    }
    return at;
}

/* No underscore in the last two labels. */
static gboolean is_host(LetterSlice host)
{
    guint labels = 0;

    for (gsize at = host.size; at > 0 && labels < 2; at--) {
        if (host.data[at - 1] == '_')
            return FALSE;
        if (host.data[at - 1] == '.')
            labels++;
    }
    return host.size > 0 && host.data[0] != '.';
}

/* How many ")" of the text close nothing that was opened in it. */
static gssize count_unopened(LetterSlice text)
{
    gssize count = 0;

    for (gsize i = 0; i < text.size; i++) {
        if (text.data[i] == '(')
            count--;
        else if (text.data[i] == ')')
            count++;
    }
    return count;
}

/* The start of "&name;" that ends the text; its size where none does. */
static gsize find_entity(LetterSlice text)
{
    gsize start = text.size - 1;

    while (start > 0 && g_ascii_isalnum(text.data[start - 1]))
        start--;
    return start > 0 && start < text.size - 1 && text.data[start - 1] == '&' ? start - 1
                                                                             : text.size;
}

static gboolean is_punctuation(gunichar character)
{
    return character < 128 ? strchr("?!.,:;*_~'\"", (int)character) != NULL
                           : g_unichar_ispunct(character);
}

/* Leaves outside what ends a sentence or a quotation. */
static gsize trim(LetterSlice text)
{
    gssize unopened = count_unopened(text);

    while (text.size > 0) {
        const char *last = g_utf8_find_prev_char(text.data, text.data + text.size);
        gsize size = (gsize)(last - text.data);

        if (*last == ';')
            size = MIN(size, find_entity(text));
        else if (*last == ')' ? unopened-- <= 0 : !is_punctuation(g_utf8_get_char(last)))
            break;
        text.size = size;
    }
    return text.size;
}

/* The end of an address whose host begins at @host; 0 where none does. */
static gsize find_web_end(LetterSlice text, gsize start, gsize host)
{
    gsize end = find_host_end(text, host);

    if (!is_host((LetterSlice){ text.data + host, end - host }))
        return 0;
    while (end < text.size && text.data[end] != '<' &&
           !g_unichar_isspace(g_utf8_get_char(text.data + end)))
        end = (gsize)(g_utf8_next_char(text.data + end) - text.data);
    end = start + trim((LetterSlice){ text.data + start, end - start });
    return end > host ? end : 0;
}

/* At the ":" of an address with a scheme. */
static gboolean match_scheme(LetterSlice text, gsize from, gsize colon, LetterBareAddress *found)
{
    gsize start = colon;

    if (!starts_with(text, colon, "://"))
        return FALSE;
    while (start > from && g_ascii_isalpha(text.data[start - 1]))
        start--;
    if (!(colon - start == 4 && g_ascii_strncasecmp(text.data + start, "http", 4) == 0) &&
        !(colon - start == 5 && g_ascii_strncasecmp(text.data + start, "https", 5) == 0))
        return FALSE;
    *found = (LetterBareAddress){ start, find_web_end(text, start, colon + 3), "" };
    return found->end > 0;
}

/* At the first letter of "www.". */
static gboolean match_www(LetterSlice text, gsize from, gsize at, LetterBareAddress *found)
{
    gunichar before = at > from ? character_before(text, at) : ' ';

    if (!starts_with(text, at, "www.") || g_unichar_isalnum(before) ||
        (before < 128 && strchr("./:@-", (int)before) != NULL))
        return FALSE;
    *found = (LetterBareAddress){ at, find_web_end(text, at, at), "https://" };
    return found->end > at + strlen("www.");
}

/* The end of the host of an email address; 0 where it is none. */
static gsize find_mail_end(LetterSlice text, gsize host)
{
    gsize end = host;
    guint dots = 0;

    for (;; end++) {
        char byte = byte_at(text, end);

        if (byte == '.' && g_ascii_isalnum(byte_at(text, end + 1)))
            dots++;
        else if (!g_ascii_isalnum(byte) && byte != '-' && byte != '_')
            break;
    }
    if (dots == 0 || text.data[host] == '.' || !g_ascii_isalnum(text.data[end - 1]) ||
        byte_at(text, end) == '@' ||
        (end < text.size && g_unichar_isalnum(g_utf8_get_char(text.data + end))))
        return 0;
    return end;
}

/* At the "@" of an email address. */
static gboolean match_mail(LetterSlice text, gsize from, gsize at, LetterBareAddress *found)
{
    gsize start = at;
    gunichar before;

    while (start > from && text.data[start - 1] > ' ' &&
           (g_ascii_isalnum(text.data[start - 1]) || strchr(".+-_", text.data[start - 1]) != NULL))
        start--;
    before = start > from ? character_before(text, start) : ' ';
    if (start == at || before == '@' || g_unichar_isalnum(before))
        return FALSE;
    *found = (LetterBareAddress){ start, find_mail_end(text, at + 1), "mailto:" };
    return found->end > 0;
}

gboolean letter_bare_address_find(LetterSlice text, gsize from, LetterBareAddress *found)
{
    for (gsize at = from; at < text.size; at++) {
        switch (text.data[at]) {
        case ':':
            if (match_scheme(text, from, at, found))
                return TRUE;
            break;
        case 'w':
            if (match_www(text, from, at, found))
                return TRUE;
            break;
        case '@':
            if (match_mail(text, from, at, found))
                return TRUE;
            break;
        default:
            break;
        }
    }
    return FALSE;
}
