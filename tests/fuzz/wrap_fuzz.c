/*
 * wrap_fuzz.c - any text in lines of any width: none is too long that could be
 * broken, and no character but blanks is lost.
 */
#include <string.h>

#include "text/unsafe.h"
#include "text/wrap.h"

int LLVMFuzzerTestOneInput(const guint8 *data, size_t size);

/* All but white space and what is left out. */
static GString *find_ink(const char *text)
{
    GString *ink = g_string_new(NULL);

    while (*text != '\0') {
        gsize unsafe = letter_unsafe_size(text);
        gsize size = unsafe > 0 ? unsafe : (gsize)(g_utf8_next_char(text) - text);

        if (unsafe == 0 && strchr(" \t\n", *text) == NULL)
            g_string_append_len(ink, text, (gssize)size);
        text += size;
    }
    return ink;
}

/* A blank between two letters of ASCII, where any line may end. */
static gboolean can_break(LetterSlice line)
{
    for (gsize i = 1; i + 1 < line.size; i++) {
        if (line.data[i] == ' ' && g_ascii_isalpha(line.data[i - 1]) &&
            g_ascii_isalpha(line.data[i + 1]))
            return TRUE;
    }
    return FALSE;
}

static void check_lines(const char *text, guint width)
{
    g_auto(GStrv) lines = g_strsplit(text, "\n", -1);

    for (char **line = lines; *line != NULL; line++) {
        LetterSlice content = letter_slice_trim_end(letter_slice(*line));

        g_assert(letter_text_width(content) <= width || !can_break(content));
    }
}

int LLVMFuzzerTestOneInput(const guint8 *data, size_t size)
{
    guint width = size > 0 ? data[0] % 100 : 0;
    LetterFlow flow = size > 0 && data[0] >= 128 ? LETTER_FLOW_FLOWED : LETTER_FLOW_FIXED;
    g_autofree char *given = g_strndup((const char *)data, size);
    g_autofree char *text = g_utf8_make_valid(size > 0 ? given + 1 : given, -1);
    g_autoptr(LetterLocale) locale = letter_locale_new("th");
    LetterLayout layout = { width, flow, locale };
    g_autoptr(GString) wrapped = g_string_new(NULL);
    g_autoptr(LetterSink) sink = letter_sink_new_for_string(wrapped);
    g_autoptr(GString) before = find_ink(text);
    g_autoptr(GString) after = NULL;

    letter_wrap(&layout, letter_slice(text), "", "", sink);
    letter_sink_finish(sink, NULL);
    after = find_ink(wrapped->str);
    g_assert_cmpstr(before->str, ==, after->str);
    check_lines(wrapped->str, width);
    return 0;
}
