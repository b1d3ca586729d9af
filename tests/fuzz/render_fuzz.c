/*
 * render_fuzz.c - any bytes as a letter: in every format, or refused.
 */
#include <string.h>

#include "base/diagnostics.h"
#include "letter/render.h"
#include "model/letter.h"
#include "text/unsafe.h"

int LLVMFuzzerTestOneInput(const guint8 *data, size_t size);

static gboolean append(gpointer target, const char *data, gsize size, GError **error)
{
    (void)error;
    g_string_append_len(target, data, (gssize)size);
    return TRUE;
}

static LetterRenderer *new_renderer(LetterRenderFlags flags)
{
    g_autoptr(LetterDiagnostics) diagnostics = letter_diagnostics_new();
    LetterRenderer *renderer = letter_renderer_new();

    letter_renderer_set_flags(renderer, flags | LETTER_RENDER_UNDER_EMBARGO | LETTER_RENDER_BCC |
                                            LETTER_RENDER_MESSAGE_ID);
    letter_renderer_set_width(renderer, 40);
    g_assert_true(letter_renderer_prepare(renderer, diagnostics, NULL));
    return renderer;
}

static void check_text(const GString *text)
{
    g_assert_true(g_utf8_validate(text->str, (gssize)text->len, NULL));
    for (const char *at = text->str; *at != '\0'; at = g_utf8_next_char(at))
        g_assert_cmpuint(letter_unsafe_size(at), ==, 0);
}

/* Markup that no template writes came from the letter. */
static void check_html(const GString *html)
{
    check_text(html);
    g_assert_null(strstr(html->str, "<script>"));
    g_assert_null(strstr(html->str, "=\"javascript:"));
}

/* Each line of a message's header is a field or goes on with one. */
static void check_message(const GString *message)
{
    g_auto(GStrv) lines = NULL;
    const char *end = strstr(message->str, "\n\n");

    g_assert_true(end != NULL && g_str_is_ascii(message->str));
    ((char *)end)[0] = '\0';
    lines = g_strsplit(message->str, "\n", -1);
    for (char **line = lines; *line != NULL; line++) {
        g_assert_cmpuint(strlen(*line), <=, 998);
        g_assert_true((*line)[0] == ' ' || strchr(*line, ':') != NULL);
    }
}

static void check_json(const GString *json)
{
    g_assert_true(g_utf8_validate(json->str, (gssize)json->len, NULL));
}

static void render(const LetterRenderer *renderer, const guint8 *data, size_t size)
{
    static void (*const checks[])(const GString *) = {
        [LETTER_FORMAT_HTML] = check_html,
        [LETTER_FORMAT_TEXT] = check_text,
        [LETTER_FORMAT_EMAIL] = check_message,
        [LETTER_FORMAT_JSON] = check_json,
    };
    g_autoptr(GBytes) bytes = g_bytes_new(data, size);
    g_autoptr(LetterSource) source = letter_source_new("/nowhere/letter.md", bytes);
    g_autoptr(LetterDiagnostics) diagnostics = letter_diagnostics_new();
    g_autoptr(Letter) letter = letter_parse(source, diagnostics);
    g_autoptr(LetterRendering) rendering = letter_rendering_new(renderer, letter, diagnostics);

    if (letter_diagnostics_has_errors(diagnostics))
        return;
    for (guint format = 0; format < G_N_ELEMENTS(checks); format++) {
        g_autoptr(GString) output = g_string_new(NULL);

        if (letter_rendering_write(rendering, (LetterFormat)format, append, output, diagnostics,
                                   NULL))
            checks[format](output);
        else
            g_assert_true(letter_diagnostics_has_errors(diagnostics) && output->len == 0);
    }
}

int LLVMFuzzerTestOneInput(const guint8 *data, size_t size)
{
    static LetterRenderer *page, *fragment;

    if (page == NULL) {
        page = new_renderer(0);
        fragment = new_renderer(LETTER_RENDER_FRAGMENT);
    }
    render(size % 2 == 0 ? page : fragment, data, size);
    return 0;
}
