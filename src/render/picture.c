/*
 * picture.c - which kind of picture some bytes are, and how large it shows.
 */
#include "render/picture.h"

#include <string.h>

#define SVG_SEARCHED 1024 /* bytes in which an SVG file names its root */

typedef void (*MeasureFunc)(LetterSlice bytes, LetterPictureKind *kind);

static guint big_endian(LetterSlice bytes, gsize at, guint size)
{
    guint number = 0;

    for (guint i = 0; i < size && at + i < bytes.size; i++)
        number = number << 8 | (guchar)bytes.data[at + i];
    return number;
}

static guint little_endian(LetterSlice bytes, gsize at, guint size)
{
    guint number = 0;

    for (guint i = size; i-- > 0;)
        number = number << 8 | (at + i < bytes.size ? (guchar)bytes.data[at + i] : 0u);
    return number;
}

static void measure_png(LetterSlice bytes, LetterPictureKind *kind)
{
    kind->width = big_endian(bytes, 16, 4);
    kind->height = big_endian(bytes, 20, 4);
}

static void measure_gif(LetterSlice bytes, LetterPictureKind *kind)
{
    kind->width = little_endian(bytes, 6, 2);
    kind->height = little_endian(bytes, 8, 2);
}

/* Whether a JPEG marker opens a frame: all of 0xC0 to 0xCF but the tables. */
static gboolean opens_frame(guint marker)
{
    return marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
}

/* Steps from segment to segment until one opens a frame. */
static void measure_jpeg(LetterSlice bytes, LetterPictureKind *kind)
{
    gsize at = 2;

    while (at + 9 < bytes.size && (guchar)bytes.data[at] == 0xFF) {
        guint marker = (guchar)bytes.data[at + 1];

        if (opens_frame(marker)) {
            kind->height = big_endian(bytes, at + 5, 2);
            kind->width = big_endian(bytes, at + 7, 2);
            return;
        }
        /* 0xFF before a marker is padding. */
        at += marker == 0xFF ? 1 : 2 + MAX(big_endian(bytes, at + 2, 2), 2u);
    }
}

static void measure_webp(LetterSlice bytes, LetterPictureKind *kind)
{
    LetterSlice chunk =
        bytes.size >= 30 ? (LetterSlice){ bytes.data + 12, 4 } : (LetterSlice){ "", 0 };

    if (letter_slice_equals(chunk, "VP8X")) {
        kind->width = little_endian(bytes, 24, 3) + 1;
        kind->height = little_endian(bytes, 27, 3) + 1;
    } else if (letter_slice_equals(chunk, "VP8 ")) {
        kind->width = little_endian(bytes, 26, 2) & 0x3FFF;
        kind->height = little_endian(bytes, 28, 2) & 0x3FFF;
    } else if (letter_slice_equals(chunk, "VP8L")) {
        guint packed = little_endian(bytes, 21, 4);

        kind->width = (packed & 0x3FFF) + 1;
        kind->height = (packed >> 14 & 0x3FFF) + 1;
    }
}

/* What a kind begins with; WebP has its name after the size of the file. */
static const struct {
    const char *type;
    LetterSlice magic;
    gsize at;
    MeasureFunc measure;
} kinds[] = {
    { "image/png", { "\x89PNG\r\n\x1A\n", 8 }, 0, measure_png },
    { "image/jpeg", { "\xFF\xD8\xFF", 3 }, 0, measure_jpeg },
    { "image/gif", { "GIF87a", 6 }, 0, measure_gif },
    { "image/gif", { "GIF89a", 6 }, 0, measure_gif },
    { "image/webp", { "WEBP", 4 }, 8, measure_webp },
};

/* An SVG file begins with '<', after a BOM and white space perhaps, and soon
   names its root. */
static gboolean is_svg(LetterSlice bytes)
{
    gsize at = bytes.size >= 3 && memcmp(bytes.data, "\xEF\xBB\xBF", 3) == 0 ? 3 : 0;

    while (at < bytes.size && g_ascii_isspace(bytes.data[at]))
        at++;
    return at < bytes.size && bytes.data[at] == '<' &&
           g_strstr_len(bytes.data + at, (gssize)MIN(bytes.size - at, SVG_SEARCHED), "<svg") !=
               NULL;
}

gboolean letter_picture_recognise(LetterSlice bytes, LetterPictureKind *kind)
{
    *kind = (LetterPictureKind){ 0 };
    for (gsize i = 0; i < G_N_ELEMENTS(kinds); i++) {
        LetterSlice magic = kinds[i].magic;

        if (bytes.size < kinds[i].at + magic.size ||
            memcmp(bytes.data + kinds[i].at, magic.data, magic.size) != 0)
            continue;
        kind->type = kinds[i].type;
        kinds[i].measure(bytes, kind);
        return TRUE;
    }
    if (!is_svg(bytes))
        return FALSE;
    kind->type = "image/svg+xml";
    return TRUE;
}
