/*
 * picture_test.c - pictures are known by their first bytes, whole or torn.
 */
#include "render/picture.h"

#define BYTES(text) ((LetterSlice){ (text), sizeof(text) - 1 })

static void expect(LetterSlice bytes, const char *type, guint width, guint height)
{
    LetterPictureKind kind;

    g_assert_true(letter_picture_recognise(bytes, &kind));
    g_assert_cmpstr(kind.type, ==, type);
    g_assert_cmpuint(kind.width, ==, width);
    g_assert_cmpuint(kind.height, ==, height);
}

static void expect_none(LetterSlice bytes)
{
    LetterPictureKind kind;

    g_assert_false(letter_picture_recognise(bytes, &kind));
    g_assert_null(kind.type);
}

static void test_each_kind(void)
{
    expect(BYTES("\x89PNG\r\n\x1A\n\0\0\0\rIHDR\0\0\4\xB0\0\0\2\xA3"), "image/png", 1200, 675);
    expect(BYTES("GIF89a\x2C\1\xC8\0"), "image/gif", 300, 200);
    expect(BYTES("\xFF\xD8\xFF\xE0\0\4ab\xFF\xC4\0\3x\xFF\xFF\xC2\0\x11\10\2\xA3\4\xB0\3"),
           "image/jpeg", 1200, 675);
    expect(BYTES("RIFF\0\0\0\0WEBPVP8X\0\0\0\0\0\0\0\0\x2B\1\0\xC7\0\0"), "image/webp", 300, 200);
    expect(BYTES("RIFF\0\0\0\0WEBPVP8 \0\0\0\0\0\0\0\x9D\1\x2A\x2C\1\xC8\0"), "image/webp", 300,
           200);
    expect(BYTES("RIFF\0\0\0\0WEBPVP8L\0\0\0\0\x2F\x2B\xC1\x31\0\0\0\0\0\0"), "image/webp", 300,
           200);
    expect(BYTES("<?xml version='1.0'?>\n<!-- x -->\n<svg xmlns='…'/>"), "image/svg+xml", 0, 0);
    expect(BYTES("\xEF\xBB\xBF\n<svg/>"), "image/svg+xml", 0, 0);
}

static void test_torn_pictures(void)
{
    expect(BYTES("\x89PNG\r\n\x1A\n"), "image/png", 0, 0);
    expect(BYTES("\xFF\xD8\xFF"), "image/jpeg", 0, 0);
    expect(BYTES("\xFF\xD8\xFF\xE0\xFF\xFFxxxxxxxx"), "image/jpeg", 0, 0);
    expect(BYTES("\xFF\xD8\xFF\xE0\0\0xxxxxxxxxxxx"), "image/jpeg", 0, 0);
    expect(BYTES("RIFF\0\0\0\0WEBPVP8X"), "image/webp", 0, 0);
}

static void test_what_is_no_picture(void)
{
    expect_none(BYTES(""));
    expect_none(BYTES("\x89PN"));
    expect_none(BYTES("<html><body>no picture</body></html>"));
    expect_none(BYTES("text about <svg>"));
    expect_none(BYTES("RIFF\0\0\0\0WAVEfmt "));
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/render/picture/kinds", test_each_kind);
    g_test_add_func("/render/picture/torn", test_torn_pictures);
    g_test_add_func("/render/picture/none", test_what_is_no_picture);
    return g_test_run();
}
