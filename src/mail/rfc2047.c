/*
 * rfc2047.c - encoded-words: text beyond ASCII within a header field.
 */
#include "mail/rfc2047.h"

#include <string.h>

#define OPENING "=?utf-8?Q?"
#define CLOSING "?="

/* One character of four bytes, each as "=XX". */
#define CHARACTER_SIZE 12

/* What stands for itself in a phrase (section 5, rule 3). */
static gboolean is_plain(char byte)
{
    return g_ascii_isalnum(byte) || (byte != '\0' && strchr("!*+-/", byte) != NULL);
}

static gsize encoded_size(const char *data, gsize size)
{
    gsize encoded = 0;

    for (gsize at = 0; at < size; at++)
        encoded += is_plain(data[at]) || data[at] == ' ' ? 1 : 3;
    return encoded;
}

static char *encode(const char *data, gsize size, char *to)
{
    static const char digits[] = "0123456789ABCDEF";

    for (gsize at = 0; at < size; at++) {
        guchar byte = (guchar)data[at];

        if (is_plain(data[at])) {
            *to++ = data[at];
        } else if (byte == ' ') {
            *to++ = '_';
        } else {
            *to++ = '=';
            *to++ = digits[byte >> 4];
            *to++ = digits[byte & 15];
        }
    }
    return to;
}

/* The bytes of the character at the start; at most four, whatever they are. */
static gsize character_size(LetterSlice text)
{
    gsize size = 1;

    while (size < text.size && size < 4 && ((guchar)text.data[size] & 0xC0) == 0x80)
        size++;
    return size;
}

gboolean letter_encoded_word_is_needed(LetterSlice text)
{
    if (text.size == 0)
        return FALSE;
    if (text.data[0] == ' ' || text.data[text.size - 1] == ' ')
        return TRUE;
    for (gsize at = 0; at < text.size; at++) {
        guchar byte = (guchar)text.data[at];

        /* The text neither begins nor ends with a blank, so at > 0 here. */
        if (byte < ' ' || byte > '~' || (byte == ' ' && text.data[at - 1] == ' ') ||
            (byte == '?' && at > 0 && text.data[at - 1] == '='))
            return TRUE;
    }
    return FALSE;
}

gsize letter_encoded_word_size(LetterSlice text)
{
    return LETTER_ENCODED_WORD_OVERHEAD + encoded_size(text.data, text.size);
}

gsize letter_encoded_word_take(LetterSlice *text, gsize room,
                               char word[LETTER_ENCODED_WORD_SIZE + 1])
{
    gsize least = LETTER_ENCODED_WORD_OVERHEAD + CHARACTER_SIZE;
    char *end = word + CLAMP(room, least, LETTER_ENCODED_WORD_SIZE) - strlen(CLOSING);
    char *to = word + strlen(OPENING);
    char *after_blank = NULL;
    LetterSlice rest = *text, rest_after_blank = rest;

    memcpy(word, OPENING, strlen(OPENING));
    while (rest.size > 0) {
        gsize size = character_size(rest);

        if (encoded_size(rest.data, size) > (gsize)(end - to))
            break;
        to = encode(rest.data, size, to);
        rest = (LetterSlice){ rest.data + size, rest.size - size };
        if (rest.data[-1] == ' ') {
            after_blank = to;
            rest_after_blank = rest;
        }
    }
    if (rest.size > 0 && after_blank != NULL) {
        to = after_blank;
        rest = rest_after_blank;
    }
    *text = rest;
    memcpy(to, CLOSING, sizeof(CLOSING));
    return (gsize)(to - word) + strlen(CLOSING);
}
