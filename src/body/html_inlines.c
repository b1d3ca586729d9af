/*
 * html_inlines.c - words, links, pictures and marks of notes as HTML.
 */
#include "body/html_text.h"
#include "body/html_writer.h"

/* A leftwards arrow with hook, as text and not as an emoji. */
#define BACK_ARROW "\u21A9\uFE0E"

typedef void (*Writer)(LetterHtml *html, cmark_node *node, gboolean is_entering);

static void write_text(LetterHtml *html, cmark_node *node, gboolean is_entering)
{
    (void)is_entering;
    letter_html_put_text(html, cmark_node_get_literal(node));
}

static void write_soft_break(LetterHtml *html, cmark_node *node, gboolean is_entering)
{
    (void)node, (void)is_entering;
    letter_html_put(html, "\n");
}

static void write_line_break(LetterHtml *html, cmark_node *node, gboolean is_entering)
{
    (void)node, (void)is_entering;
    letter_html_put(html, "<br>\n");
}

static void write_code(LetterHtml *html, cmark_node *node, gboolean is_entering)
{
    (void)is_entering;
    letter_html_put_tag(html, LETTER_HTML_CODE);
    letter_html_put_text(html, cmark_node_get_literal(node));
    letter_html_put_end_tag(html, LETTER_HTML_CODE);
}

static void write_inline_html(LetterHtml *html, cmark_node *node, gboolean is_entering)
{
    (void)is_entering;
    letter_html_put(html, cmark_node_get_literal(node));
}

/* "fnref-2" for the first reference to note 2, "fnref-2-3" for the third. */
static void put_reference_id(LetterHtml *html, const LetterNote *note, guint occurrence)
{
    letter_html_put_text(html, html->prefix);
    letter_html_put(html, "fnref-");
    letter_html_put_number(html, note->number);
    if (occurrence > 1) {
        letter_html_put(html, "-");
        letter_html_put_number(html, occurrence);
    }
}

static void put_back_link(LetterHtml *html, guint occurrence)
{
    const char *label = html->dialect->back_label;

    letter_html_begin_tag(html, LETTER_HTML_BACK_LINK);
    letter_html_put(html, " href=\"#");
    put_reference_id(html, html->note, occurrence);
    letter_html_put(html, "\" role=\"doc-backlink\"");
    if (label != NULL) {
        letter_html_put(html, " aria-label=\"");
        letter_html_put_text(html, label);
        if (occurrence > 1) {
            letter_html_put(html, " ");
            letter_html_put_number(html, occurrence);
        }
        letter_html_put(html, "\"");
    }
    letter_html_put_style(html, LETTER_HTML_BACK_LINK);
    letter_html_put(html, ">" BACK_ARROW);
    if (occurrence > 1) {
        letter_html_put(html, "<sup>");
        letter_html_put_number(html, occurrence);
        letter_html_put(html, "</sup>");
    }
    letter_html_put(html, "</a>");
}

void letter_html_put_back_links(LetterHtml *html)
{
    for (guint i = 1; i <= html->note->references; i++) {
        if (i > 1)
            letter_html_put(html, " ");
        put_back_link(html, i);
    }
}

static void write_note_mark(LetterHtml *html, cmark_node *node, gboolean is_entering)
{
    const LetterNoteMark *mark = letter_tree_note_mark(node);

    if (mark == NULL || !is_entering)
        return;
    letter_html_put_tag(html, LETTER_HTML_NOTE_MARK);
    letter_html_put(html, "<a href=\"#");
    letter_html_put_text(html, html->prefix);
    letter_html_put(html, "fn-");
    letter_html_put_number(html, mark->note->number);
    letter_html_put(html, "\" id=\"");
    put_reference_id(html, mark->note, mark->occurrence);
    letter_html_put(html, "\" role=\"doc-noteref\"");
    letter_html_put_style(html, LETTER_HTML_LINK);
    letter_html_put(html, ">");
    letter_html_put_number(html, mark->note->number);
    letter_html_put(html, "</a>");
    letter_html_put_end_tag(html, LETTER_HTML_NOTE_MARK);
}

static void write_emphasis(LetterHtml *html, cmark_node *node, gboolean is_entering)
{
    (void)node;
    letter_html_put(html, is_entering ? "<em>" : "</em>");
}

static void write_strong(LetterHtml *html, cmark_node *node, gboolean is_entering)
{
    (void)node;
    letter_html_put(html, is_entering ? "<strong>" : "</strong>");
}

static void put_title(LetterHtml *html, cmark_node *node)
{
    const char *title = cmark_node_get_title(node);

    if (*title != '\0')
        letter_html_put_attribute(html, "title", title);
}

static void write_link(LetterHtml *html, cmark_node *node, gboolean is_entering)
{
    const LetterHtmlDialect *dialect = html->dialect;
    const char *typed = cmark_node_get_url(node);
    g_autofree char *mapped = NULL;

    if (!is_entering) {
        letter_html_put_end_tag(html, LETTER_HTML_LINK);
        return;
    }
    if (dialect->link != NULL)
        mapped = dialect->link(dialect->data, typed);
    letter_html_begin_tag(html, LETTER_HTML_LINK);
    letter_html_put(html, " href=\"");
    letter_html_write_address(html->sink, mapped != NULL ? mapped : typed);
    letter_html_put(html, "\"");
    put_title(html, node);
    letter_html_put_style(html, LETTER_HTML_LINK);
    letter_html_put(html, ">");
}

static LetterPictureAddress find_picture(const LetterHtmlDialect *dialect, const char *src)
{
    LetterPictureAddress address = { 0 };

    if (dialect->picture != NULL)
        address = dialect->picture(dialect->data, src);
    if (address.address == NULL)
        address.address = g_strdup(src);
    return address;
}

/* On entering all but the text, on leaving the end. */
static void write_picture(LetterHtml *html, cmark_node *node, gboolean is_entering)
{
    LetterPictureAddress address;

    html->picture = is_entering ? node : NULL;
    if (!is_entering) {
        letter_html_put(html, "\"");
        if (!html->in_figure)
            put_title(html, node);
        letter_html_put_style(html, LETTER_HTML_PICTURE);
        letter_html_put(html, ">");
        return;
    }
    address = find_picture(html->dialect, cmark_node_get_url(node));
    letter_html_begin_tag(html, LETTER_HTML_PICTURE);
    letter_html_put(html, " src=\"");
    letter_html_write_address(html->sink, address.address);
    letter_html_put(html, "\"");
    if (address.width > 0 && address.height > 0)
        letter_sink_printf(html->sink, " width=\"%u\" height=\"%u\"", address.width,
                           address.height);
    letter_html_put(html, " alt=\"");
    g_free(address.address);
}

/* The alternative text of a picture: the words within it, without markup. */
static void write_alternative(LetterHtml *html, cmark_node *node)
{
    switch (cmark_node_get_type(node)) {
    case CMARK_NODE_TEXT:
    case CMARK_NODE_CODE:
        letter_html_put_text(html, cmark_node_get_literal(node));
        break;
    case CMARK_NODE_SOFTBREAK:
    case CMARK_NODE_LINEBREAK:
        letter_html_put(html, " ");
        break;
    default:
        break;
    }
}

static const Writer writers[] = {
    [CMARK_NODE_TEXT] = write_text,
    [CMARK_NODE_SOFTBREAK] = write_soft_break,
    [CMARK_NODE_LINEBREAK] = write_line_break,
    [CMARK_NODE_CODE] = write_code,
    [CMARK_NODE_HTML_INLINE] = write_inline_html,
    [CMARK_NODE_CUSTOM_INLINE] = write_note_mark,
    [CMARK_NODE_EMPH] = write_emphasis,
    [CMARK_NODE_STRONG] = write_strong,
    [CMARK_NODE_LINK] = write_link,
    [CMARK_NODE_IMAGE] = write_picture,
};

void letter_html_write_inline(LetterHtml *html, cmark_node *node, gboolean is_entering)
{
    if (html->picture != NULL && node != html->picture)
        write_alternative(html, node);
    else
        writers[cmark_node_get_type(node)](html, node, is_entering);
}
