/*
 * body_text.c - a parsed text as plain text that reads as if typed.
 *
 * The tree is walked, never descended into, and items are numbered by
 * counting, so that the time is linear in the size of the text.
 */
#include "body/body_text.h"

#include <string.h>

#include "body/text_inlines.h"
#include "body/text_writer.h"

#define CODE_INDENT "    "

/* Between two parts of a text, centred. */
#define RULE "* * *"

/* A list that the walk is in. */
typedef struct List {
    guint number; /* of its next item */
    guint digits; /* of its last item's number; 0: no numbers */
    char delimiter;
    LetterTextSpacing spacing;
} List;

typedef struct Text {
    LetterTextWriter writer;
    LetterTextInlines inlines;
    GArray *lists;     /* of List, the innermost last */
    guint top_heading; /* the level that is underlined; 0: none */
} Text;

typedef void (*Writer)(Text *text, cmark_node *node, gboolean is_entering);

static void write_quote(Text *text, cmark_node *node, gboolean is_entering)
{
    (void)node;
    if (is_entering)
        letter_text_writer_push_quote(&text->writer);
    else
        letter_text_writer_pop(&text->writer);
}

static guint count_digits(guint number)
{
    guint digits = 1;

    while (number >= 10) {
        number /= 10;
        digits++;
    }
    return digits;
}

static List make_list(cmark_node *node)
{
    List list = {
        .number = (guint)cmark_node_get_list_start(node),
        .delimiter = cmark_node_get_list_delim(node) == CMARK_PAREN_DELIM ? ')' : '.',
        .spacing = cmark_node_get_list_tight(node) ? LETTER_TEXT_TIGHT : LETTER_TEXT_LOOSE,
    };

    if (cmark_node_get_list_type(node) == CMARK_ORDERED_LIST) {
        guint last = list.number;

        for (cmark_node *item = cmark_node_first_child(node);
             (item = cmark_node_next(item)) != NULL;)
            last++;
        list.digits = count_digits(last);
    }
    return list;
}

static void write_list(Text *text, cmark_node *node, gboolean is_entering)
{
    if (is_entering) {
        List list = make_list(node);

        g_array_append_val(text->lists, list);
        letter_text_writer_push(&text->writer, list.spacing);
    } else {
        g_array_set_size(text->lists, text->lists->len - 1);
        letter_text_writer_pop(&text->writer);
    }
}

static void write_item(Text *text, cmark_node *node, gboolean is_entering)
{
    List *list = &g_array_index(text->lists, List, text->lists->len - 1);
    char marker[32] = "- ";

    (void)node;
    if (!is_entering) {
        letter_text_writer_pop(&text->writer);
        return;
    }
    if (list->digits > 0)
        g_snprintf(marker, sizeof(marker), "%*u%c ", (int)list->digits, list->number++,
                   list->delimiter);
    letter_text_writer_push_item(&text->writer, marker, list->spacing);
}

static LetterSlice slice_of(const GString *string)
{
    return (LetterSlice){ string->str, string->len };
}

/* A picture is told by its caption, else by its alternative text; one for
   decoration is not told at all. */
static void write_figure(Text *text, cmark_node *picture)
{
    GString *words = text->inlines.text;
    const char *caption = cmark_node_get_title(picture);

    if (*caption != '\0')
        g_string_assign(words, caption);
    g_strdelimit(words->str, "\n", ' ');
    if (letter_slice_trim(slice_of(words)).size == 0)
        return;
    g_string_prepend_c(words, '[');
    g_string_append_c(words, ']');
    letter_text_writer_wrap(&text->writer, slice_of(words));
}

static void write_paragraph(Text *text, cmark_node *node, gboolean is_entering)
{
    cmark_node *picture = letter_tree_figure(node);

    if (is_entering)
        letter_text_inlines_begin(&text->inlines, TRUE);
    else if (picture != NULL)
        write_figure(text, picture);
    else if (letter_slice_trim(slice_of(text->inlines.text)).size > 0)
        letter_text_writer_wrap(&text->writer, slice_of(text->inlines.text));
}

static guint widest_line(const char *lines)
{
    guint widest = 0;

    while (*lines != '\0') {
        gsize size = strcspn(lines, "\n");

        widest = MAX(widest, letter_text_width((LetterSlice){ lines, size }));
        lines += lines[size] == '\n' ? size + 1 : size;
    }
    return widest;
}

/* The lines of a heading, and one below them. */
static GString *underline(Text *text, guint room)
{
    GString *lines = g_string_new(NULL);
    g_autoptr(LetterSink) sink = letter_sink_new_for_string(lines);
    LetterLayout layout = *text->writer.layout;
    g_autofree char *line = NULL;

    layout.width = room;
    layout.flow = LETTER_FLOW_FIXED;
    letter_wrap(&layout, slice_of(text->inlines.text), "", "", sink);
    line = g_strnfill(MIN(widest_line(lines->str), room), '-');
    g_string_append_printf(lines, "\n%s", line);
    return lines;
}

static void write_heading(Text *text, cmark_node *node, gboolean is_entering)
{
    GString *lines;

    if (is_entering) {
        letter_text_inlines_begin(&text->inlines, FALSE);
        return;
    }
    if (letter_slice_trim(slice_of(text->inlines.text)).size == 0)
        return;
    if ((guint)cmark_node_get_heading_level(node) != text->top_heading) {
        letter_text_writer_wrap(&text->writer, slice_of(text->inlines.text));
        return;
    }
    lines = underline(text, letter_text_writer_room(&text->writer));
    letter_text_writer_fix(&text->writer, slice_of(lines), "");
    g_string_free(lines, TRUE);
}

static void write_code_block(Text *text, cmark_node *node, gboolean is_entering)
{
    LetterSlice code = letter_slice(cmark_node_get_literal(node));

    (void)is_entering;
    while (code.size > 0 && code.data[code.size - 1] == '\n')
        code.size--;
    if (code.size > 0)
        letter_text_writer_fix(&text->writer, code, CODE_INDENT);
}

static void write_rule(Text *text, cmark_node *node, gboolean is_entering)
{
    guint room = letter_text_writer_room(&text->writer);
    guint width = (guint)strlen(RULE);
    g_autofree char *indent = g_strnfill(room > width ? (room - width) / 2 : 0, ' ');

    (void)node, (void)is_entering;
    letter_text_writer_fix(&text->writer, letter_slice(RULE), indent);
}

static const Writer writers[] = {
    [CMARK_NODE_BLOCK_QUOTE] = write_quote,   [CMARK_NODE_LIST] = write_list,
    [CMARK_NODE_ITEM] = write_item,           [CMARK_NODE_CODE_BLOCK] = write_code_block,
    [CMARK_NODE_PARAGRAPH] = write_paragraph, [CMARK_NODE_HEADING] = write_heading,
    [CMARK_NODE_THEMATIC_BREAK] = write_rule,
};

static void write_tree(Text *text, cmark_node *root)
{
    cmark_iter *iter = cmark_iter_new(root);
    cmark_event_type event;

    while ((event = cmark_iter_next(iter)) != CMARK_EVENT_DONE) {
        cmark_node *node = cmark_iter_get_node(iter);
        cmark_node_type type = cmark_node_get_type(node);

        if (type >= CMARK_NODE_FIRST_INLINE)
            letter_text_inlines_add(&text->inlines, node, event == CMARK_EVENT_ENTER);
        else if (type < G_N_ELEMENTS(writers) && writers[type] != NULL)
            writers[type](text, node, event == CMARK_EVENT_ENTER);
    }
    cmark_iter_free(iter);
}

static void init(Text *text, const LetterLayout *layout, LetterReferences *references,
                 LetterSink *sink)
{
    letter_text_writer_init(&text->writer, layout, sink);
    letter_text_inlines_init(&text->inlines, references);
    text->lists = g_array_new(FALSE, FALSE, sizeof(List));
    text->top_heading = 0;
}

static void clear(Text *text)
{
    letter_text_writer_clear(&text->writer);
    letter_text_inlines_clear(&text->inlines);
    g_array_unref(text->lists);
}

void letter_body_render_text(const LetterBody *body, const LetterLayout *layout,
                             LetterReferences *references, LetterSink *sink)
{
    Text text;

    init(&text, layout, references, sink);
    text.top_heading = letter_body_top_heading(body);
    write_tree(&text, letter_body_root(body));
    clear(&text);
}

void letter_note_render_text(const LetterNote *note, const LetterLayout *layout,
                             LetterReferences *references, LetterSink *sink)
{
    Text text;
    g_autofree char *marker = g_strdup_printf("[%u] ", note->number);

    init(&text, layout, references, sink);
    letter_text_writer_push_item(&text.writer, marker, LETTER_TEXT_LOOSE);
    write_tree(&text, note->container);
    letter_text_writer_pop(&text.writer);
    clear(&text);
}
