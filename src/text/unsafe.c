/*
 * unsafe.c - characters that no output holds, wherever they came from.
 */
#include "text/unsafe.h"

const guint8 letter_unsafe_leads[256] = {
    [0x00 ... 0x08] = 1, [0x0B ... 0x1F] = 1, [0x7F] = 1, [0xC2] = 2, [0xE2] = 3,
    [0xEF] = 3,          [0xF0 ... 0xF4] = 4, [0xFE] = 1, [0xFF] = 1,
};

/* U+2028 to U+202E but U+2028's neighbours; U+2066 to U+2069. */
static gboolean is_separator_or_bidi(const guchar *at)
{
    return (at[1] == 0x80 && at[2] >= 0xA8 && at[2] <= 0xAE) ||
           (at[1] == 0x81 && at[2] >= 0xA6 && at[2] <= 0xA9);
}

/* U+FEFF; U+FDD0 to U+FDEF, U+FFFE and U+FFFF. */
static gboolean is_mark_or_noncharacter(const guchar *at)
{
    return (at[1] == 0xBB && at[2] == 0xBF) || (at[1] == 0xB7 && at[2] >= 0x90 && at[2] <= 0xAF) ||
           (at[1] == 0xBF && at[2] >= 0xBE);
}

gsize letter_unsafe_size(const char *at)
{
    const guchar *bytes = (const guchar *)at;

    switch (letter_unsafe_leads[*bytes]) {
    case 1:
        return 1;
    case 2:
        return bytes[1] <= 0x9F ? 2 : 0;
    case 3:
        return (*bytes == 0xE2 ? is_separator_or_bidi(bytes) : is_mark_or_noncharacter(bytes)) ? 3
                                                                                               : 0;
    case 4:
        /* The last two characters of each plane: xxFFFE and xxFFFF. */
        return (bytes[1] & 0x0F) == 0x0F && bytes[2] == 0xBF && bytes[3] >= 0xBE ? 4 : 0;
    default:
        return 0;
    }
}
