/*
 * html_writer.c - elements, attributes and text on their way to a sink.
 */
#include "body/html_writer.h"

#include <string.h>

#include "body/html_text.h"

/* What a role is called in styles, and its element. */
static const struct {
    const char *name;
    const char *element;
} roles[LETTER_HTML_COUNT] = {
    [LETTER_HTML_P] = { "p", "p" },
    [LETTER_HTML_H1 + 0] = { "h1", "h1" },
    [LETTER_HTML_H1 + 1] = { "h2", "h2" },
    [LETTER_HTML_H1 + 2] = { "h3", "h3" },
    [LETTER_HTML_H1 + 3] = { "h4", "h4" },
    [LETTER_HTML_H1 + 4] = { "h5", "h5" },
    [LETTER_HTML_H1 + 5] = { "h6", "h6" },
    [LETTER_HTML_QUOTE] = { "quote", "blockquote" },
    [LETTER_HTML_UL] = { "ul", "ul" },
    [LETTER_HTML_OL] = { "ol", "ol" },
    [LETTER_HTML_LI] = { "li", "li" },
    [LETTER_HTML_PRE] = { "pre", "pre" },
    [LETTER_HTML_CODE] = { "code", "code" },
    [LETTER_HTML_HR] = { "hr", "hr" },
    [LETTER_HTML_LINK] = { "link", "a" },
    [LETTER_HTML_FIGURE] = { "figure", "figure" },
    [LETTER_HTML_PICTURE] = { "picture", "img" },
    [LETTER_HTML_CAPTION] = { "caption", "figcaption" },
    [LETTER_HTML_NOTE_MARK] = { "note-mark", "sup" },
    [LETTER_HTML_BACK_LINK] = { "back-link", "a" },
};

void letter_html_init(LetterHtml *html, const LetterHtmlDialect *dialect, LetterSink *sink)
{
    *html = (LetterHtml){
        .sink = sink,
        .dialect = dialect,
        .prefix = dialect->id_prefix != NULL ? dialect->id_prefix : "",
        .at_line_start = TRUE,
    };
    for (guint i = 0; i < LETTER_HTML_COUNT && dialect->style != NULL; i++)
        html->styles[i] = dialect->style(dialect->data, roles[i].name);
}

void letter_html_put(LetterHtml *html, const char *markup)
{
    gsize size = strlen(markup);

    letter_sink_write(html->sink, markup, size);
    if (size > 0)
        html->at_line_start = markup[size - 1] == '\n';
}

void letter_html_put_text(LetterHtml *html, const char *text)
{
    LetterSlice slice = letter_slice(text);

    letter_html_write_text(html->sink, slice);
    if (slice.size > 0)
        html->at_line_start = text[slice.size - 1] == '\n';
}

void letter_html_put_number(LetterHtml *html, guint number)
{
    letter_sink_printf(html->sink, "%u", number);
    html->at_line_start = FALSE;
}

void letter_html_start_line(LetterHtml *html)
{
    if (!html->at_line_start)
        letter_html_put(html, "\n");
}

void letter_html_put_attribute(LetterHtml *html, const char *name, const char *value)
{
    letter_html_put(html, " ");
    letter_html_put(html, name);
    letter_html_put(html, "=\"");
    letter_html_put_text(html, value);
    letter_html_put(html, "\"");
}

void letter_html_put_style(LetterHtml *html, LetterHtmlRole role)
{
    if (html->styles[role] != NULL)
        letter_html_put_attribute(html, "style", html->styles[role]);
}

void letter_html_begin_tag(LetterHtml *html, LetterHtmlRole role)
{
    letter_html_put(html, "<");
    letter_html_put(html, roles[role].element);
}

void letter_html_put_tag(LetterHtml *html, LetterHtmlRole role)
{
    letter_html_begin_tag(html, role);
    letter_html_put_style(html, role);
    letter_html_put(html, ">");
}

void letter_html_put_end_tag(LetterHtml *html, LetterHtmlRole role)
{
    letter_html_put(html, "</");
    letter_html_put(html, roles[role].element);
    letter_html_put(html, ">");
}
