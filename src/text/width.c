/*
 * width.c - how many columns of a terminal a text takes.
 *
 * Unicode Standard Annex #11, and for emoji Unicode Technical Standard #51: a
 * sequence of them is one picture of two columns.
 */

#include "text/icu.h"
#include "text/wrap.h"

#define ZERO_WIDTH_JOINER  0x200D
#define EMOJI_PRESENTATION 0xFE0F /* variation selector 16 */

/* Below it every character is one column wide (combining marks begin here). */
#define FIRST_OF_OTHER_WIDTH 0x0300

static gboolean is_skin_tone(gunichar character)
{
    return character >= 0x1F3FB && character <= 0x1F3FF;
}

static guint width_of(gunichar character)
{
    if (character < FIRST_OF_OTHER_WIDTH)
        return 1;
    if (g_unichar_iszerowidth(character))
        return 0;
    return g_unichar_iswide(character) ? 2 : 1;
}

/* @base is the width of the character that others may join, so far. */
static guint width_after(gunichar character, gunichar before, guint base)
{
    if (character == EMOJI_PRESENTATION)
        return base == 1 ? 1 : 0;
    if (base == 2 && is_skin_tone(character))
        return 0;
    if (base == 2 && before == ZERO_WIDTH_JOINER &&
        letter_icu()->u_hasBinaryProperty((UChar32)character, UCHAR_EXTENDED_PICTOGRAPHIC))
        return 0;
    return width_of(character);
}

static guint measure_unicode(const char *at, const char *end)
{
    gunichar before = 0;
    guint base = 0;
    guint total = 0;

    for (; at < end; at = g_utf8_next_char(at)) {
        gunichar character = (guchar)*at < 0x80 ? (gunichar)*at : g_utf8_get_char(at);
        guint width = width_after(character, before, base);

        if (character == EMOJI_PRESENTATION)
            base += width;
        else if (width > 0)
            base = width;
        before = character;
        total += width;
    }
    return total;
}

guint letter_text_width(LetterSlice text)
{
    gsize ascii = letter_slice_count_ascii(text);

    if (ascii == text.size)
        return (guint)ascii;
    /* The last of them may be the base of a mark: a keycap's digit. */
    if (ascii > 0)
        ascii--;
    return (guint)ascii + measure_unicode(text.data + ascii, text.data + text.size);
}
