/*
 * html_writer.h - elements, attributes and text on their way to a sink.
 * Private to the room.
 */
#ifndef LETTER_BODY_HTML_WRITER_H
#define LETTER_BODY_HTML_WRITER_H

#include "body/body_html.h"
#include "body/tree.h"

#define LETTER_HTML_LEVELS 6 /* of headings */

typedef enum LetterHtmlRole {
    LETTER_HTML_P,
    LETTER_HTML_H1, /* and five further levels */
    LETTER_HTML_H6 = LETTER_HTML_H1 + LETTER_HTML_LEVELS - 1,
    LETTER_HTML_QUOTE,
    LETTER_HTML_UL,
    LETTER_HTML_OL,
    LETTER_HTML_LI,
    LETTER_HTML_PRE,
    LETTER_HTML_CODE,
    LETTER_HTML_HR,
    LETTER_HTML_LINK,
    LETTER_HTML_FIGURE,
    LETTER_HTML_PICTURE,
    LETTER_HTML_CAPTION,
    LETTER_HTML_NOTE_MARK,
    LETTER_HTML_BACK_LINK,
    LETTER_HTML_COUNT,
} LetterHtmlRole;

typedef struct LetterHtml {
    LetterSink *sink;
    const LetterHtmlDialect *dialect;
    const LetterBody *body; /* NULL in a note */
    const LetterNote *note; /* NULL in a body */
    const char *styles[LETTER_HTML_COUNT];
    const char *prefix;                /* of ids */
    guint heading_base;                /* the level of the highest element */
    gint headings[LETTER_HTML_LEVELS]; /* levels, as written, that the last heading stands in */
    guint heading_depth;
    gboolean at_line_start;
    gboolean in_figure;
    cmark_node *picture; /* whose alternative text is being written */
} LetterHtml;

void letter_html_init(LetterHtml *html, const LetterHtmlDialect *dialect, LetterSink *sink);

/* Markup as it is; text is escaped. */
void letter_html_put(LetterHtml *html, const char *markup);
void letter_html_put_text(LetterHtml *html, const char *text);
void letter_html_put_number(LetterHtml *html, guint number);

/* Writes a line feed, but at the start of a line. */
void letter_html_start_line(LetterHtml *html);

void letter_html_put_attribute(LetterHtml *html, const char *name, const char *value);

/* The style="" of a role, where it has one. */
void letter_html_put_style(LetterHtml *html, LetterHtmlRole role);

/* "<element": attributes, the style and ">" are to follow. */
void letter_html_begin_tag(LetterHtml *html, LetterHtmlRole role);
void letter_html_put_tag(LetterHtml *html, LetterHtmlRole role);
void letter_html_put_end_tag(LetterHtml *html, LetterHtmlRole role);

/* The links from a note back to where it is referred to (html_inlines.c). */
void letter_html_put_back_links(LetterHtml *html);

/* An inline node, as the walk through the tree enters or leaves it. */
void letter_html_write_inline(LetterHtml *html, cmark_node *node, gboolean is_entering);

#endif
