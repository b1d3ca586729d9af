/*
 * body_html.c - a parsed text as HTML, for a page, a fragment or a message.
 *
 * The tree is walked, never descended into: inline nodes nest as deep as their
 * author wants.  What is written is what cmark would write, but for ids,
 * levels of headings, figures, notes, styles and the slashes of XHTML.
 */
#include "body/body_html.h"

#include <string.h>

#include "body/html_writer.h"

typedef void (*Writer)(LetterHtml *html, cmark_node *node, gboolean is_entering);

static void write_quote(LetterHtml *html, cmark_node *node, gboolean is_entering)
{
    (void)node;
    letter_html_start_line(html);
    if (is_entering)
        letter_html_put_tag(html, LETTER_HTML_QUOTE);
    else
        letter_html_put_end_tag(html, LETTER_HTML_QUOTE);
    letter_html_put(html, "\n");
}

static void write_list(LetterHtml *html, cmark_node *node, gboolean is_entering)
{
    gboolean is_ordered = cmark_node_get_list_type(node) == CMARK_ORDERED_LIST;
    LetterHtmlRole role = is_ordered ? LETTER_HTML_OL : LETTER_HTML_UL;
    int start = cmark_node_get_list_start(node);

    if (is_entering) {
        letter_html_start_line(html);
        letter_html_begin_tag(html, role);
        if (is_ordered && start != 1)
            letter_sink_printf(html->sink, " start=\"%d\"", start);
        letter_html_put_style(html, role);
        letter_html_put(html, ">\n");
    } else {
        letter_html_put_end_tag(html, role);
        letter_html_put(html, "\n");
    }
}

static void write_item(LetterHtml *html, cmark_node *node, gboolean is_entering)
{
    (void)node;
    if (is_entering) {
        letter_html_start_line(html);
        letter_html_put_tag(html, LETTER_HTML_LI);
    } else {
        letter_html_put(html, "</li>\n");
    }
}

static void write_code_block(LetterHtml *html, cmark_node *node, gboolean is_entering)
{
    const char *info = cmark_node_get_fence_info(node);
    g_autofree char *language = g_strndup(info, strcspn(info, " \t\n\v\f\r"));

    (void)is_entering;
    letter_html_start_line(html);
    letter_html_put_tag(html, LETTER_HTML_PRE);
    if (*language != '\0') {
        letter_html_put(html, "<code class=\"language-");
        letter_html_put_text(html, language);
        letter_html_put(html, "\">");
    } else {
        letter_html_put(html, "<code>");
    }
    letter_html_put_text(html, cmark_node_get_literal(node));
    letter_html_put(html, "</code></pre>\n");
}

static void write_html_block(LetterHtml *html, cmark_node *node, gboolean is_entering)
{
    (void)is_entering;
    letter_html_start_line(html);
    letter_html_put(html, cmark_node_get_literal(node));
    letter_html_start_line(html);
}

static void write_rule(LetterHtml *html, cmark_node *node, gboolean is_entering)
{
    (void)node, (void)is_entering;
    letter_html_start_line(html);
    letter_html_put_tag(html, LETTER_HTML_HR);
    letter_html_put(html, "\n");
}

/* A heading stands one level below the one that it belongs to, whatever its
   author wrote: an outline has no gaps. */
static void enter_heading(LetterHtml *html, cmark_node *node)
{
    gint level = cmark_node_get_heading_level(node);

    while (html->heading_depth > 0 && html->headings[html->heading_depth - 1] >= level)
        html->heading_depth--;
    html->headings[html->heading_depth++] = level;
}

static LetterHtmlRole heading_role(const LetterHtml *html)
{
    guint level = MIN(html->heading_base + html->heading_depth - 1, LETTER_HTML_LEVELS);

    return (LetterHtmlRole)(LETTER_HTML_H1 + level - 1);
}

static void write_heading(LetterHtml *html, cmark_node *node, gboolean is_entering)
{
    LetterHtmlRole role;
    const char *id;

    /* A heading without words would be a place in the outline without a name. */
    if (cmark_node_first_child(node) == NULL)
        return;
    if (!is_entering) {
        letter_html_put_end_tag(html, heading_role(html));
        letter_html_put(html, "\n");
        return;
    }
    enter_heading(html, node);
    role = heading_role(html);
    letter_html_start_line(html);
    letter_html_begin_tag(html, role);
    id = html->body != NULL ? letter_body_heading_id(html->body, node) : NULL;
    if (id != NULL) {
        letter_html_put(html, " id=\"");
        letter_html_put_text(html, html->prefix);
        letter_html_put_text(html, id);
        letter_html_put(html, "\"");
    }
    letter_html_put_style(html, role);
    letter_html_put(html, ">");
}

/* Whether @node is a paragraph at the end of the note that is written. */
static gboolean ends_note(const LetterHtml *html, cmark_node *node)
{
    return html->note != NULL && node != NULL &&
           cmark_node_get_type(node) == CMARK_NODE_PARAGRAPH && letter_tree_figure(node) == NULL &&
           node == cmark_node_last_child(html->note->container);
}

static gboolean is_tight(cmark_node *paragraph)
{
    cmark_node *list = cmark_node_parent(cmark_node_parent(paragraph));

    return list != NULL && cmark_node_get_type(list) == CMARK_NODE_LIST &&
           cmark_node_get_list_tight(list);
}

static void write_figure(LetterHtml *html, cmark_node *picture, gboolean is_entering)
{
    const char *caption = cmark_node_get_title(picture);

    html->in_figure = is_entering;
    if (is_entering) {
        letter_html_start_line(html);
        letter_html_put_tag(html, LETTER_HTML_FIGURE);
        return;
    }
    if (*caption != '\0') {
        letter_html_put_tag(html, LETTER_HTML_CAPTION);
        letter_html_put_text(html, caption);
        letter_html_put_end_tag(html, LETTER_HTML_CAPTION);
    }
    letter_html_put_end_tag(html, LETTER_HTML_FIGURE);
    letter_html_put(html, "\n");
}

static void write_paragraph(LetterHtml *html, cmark_node *node, gboolean is_entering)
{
    cmark_node *picture = letter_tree_figure(node);

    if (picture != NULL) {
        write_figure(html, picture, is_entering);
    } else if (is_tight(node)) {
        return;
    } else if (is_entering) {
        letter_html_start_line(html);
        letter_html_put_tag(html, LETTER_HTML_P);
    } else {
        if (ends_note(html, node)) {
            letter_html_put(html, " ");
            letter_html_put_back_links(html);
        }
        letter_html_put(html, "</p>\n");
    }
}

static const Writer writers[] = {
    [CMARK_NODE_BLOCK_QUOTE] = write_quote,
    [CMARK_NODE_LIST] = write_list,
    [CMARK_NODE_ITEM] = write_item,
    [CMARK_NODE_CODE_BLOCK] = write_code_block,
    [CMARK_NODE_HTML_BLOCK] = write_html_block,
    [CMARK_NODE_PARAGRAPH] = write_paragraph,
    [CMARK_NODE_HEADING] = write_heading,
    [CMARK_NODE_THEMATIC_BREAK] = write_rule,
};

static void write_tree(LetterHtml *html, cmark_node *root)
{
    cmark_iter *iter = cmark_iter_new(root);
    cmark_event_type event;

    while ((event = cmark_iter_next(iter)) != CMARK_EVENT_DONE) {
        cmark_node *node = cmark_iter_get_node(iter);
        cmark_node_type type = cmark_node_get_type(node);

        if (type >= CMARK_NODE_FIRST_INLINE)
            letter_html_write_inline(html, node, event == CMARK_EVENT_ENTER);
        else if (type < G_N_ELEMENTS(writers) && writers[type] != NULL)
            writers[type](html, node, event == CMARK_EVENT_ENTER);
    }
    cmark_iter_free(iter);
}

void letter_body_render_html(const LetterBody *body, const LetterHtmlDialect *dialect,
                             LetterSink *sink)
{
    LetterHtml html;

    letter_html_init(&html, dialect, sink);
    html.body = body;
    html.heading_base = dialect->heading_base;
    write_tree(&html, letter_body_root(body));
}

void letter_note_render_html(const LetterNote *note, const LetterHtmlDialect *dialect,
                             LetterSink *sink)
{
    LetterHtml html;

    letter_html_init(&html, dialect, sink);
    html.note = note;
    html.heading_base = dialect->heading_base + 1;
    write_tree(&html, note->container);
    if (ends_note(&html, cmark_node_last_child(note->container)))
        return;
    letter_html_start_line(&html);
    letter_html_put_tag(&html, LETTER_HTML_P);
    letter_html_put_back_links(&html);
    letter_html_put(&html, "</p>\n");
}
