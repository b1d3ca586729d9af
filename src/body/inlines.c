/*
 * inlines.c - what a paragraph or heading holds beside words: notes, links,
 * pictures, bare addresses, raw HTML.
 *
 * Most blocks hold none of it; they are looked through and left as they are.
 */
#include "body/reading.h"

#include <string.h>

#include "base/bidi.h"
#include "body/bare_address.h"
#include "body/markdown.h"
#include "text/unsafe.h"

/* The first byte of noncharacters: of marks of notes, and of U+FEFF. */
#define RARE_LEAD '\xEF'

typedef enum PieceKind {
    PIECE_NOTE,
    PIECE_ADDRESS,
    PIECE_HIDDEN,
} PieceKind;

/* What is found in the literal of a text node. */
typedef struct Piece {
    PieceKind kind;
    gsize start;
    gsize end;
    union {
        LetterFootnoteMark mark;
        const char *prefix; /* of an address */
    };
} Piece;

/* A text node that is being divided. */
typedef struct Division {
    LetterReading *reading;
    const LetterInline *place;
    LetterSlice literal;
    gsize done;     /* of the literal */
    gsize position; /* in the content, where @done is */
    Piece sure;     /* the next piece but addresses, which end where it begins */
} Division;

static gboolean holds_mark(const LetterReading *reading, const char *literal)
{
    return reading->footnotes != NULL && strchr(literal, RARE_LEAD) != NULL;
}

static gboolean may_hold_address(const char *literal)
{
    return strchr(literal, '@') != NULL || strstr(literal, "://") != NULL ||
           strstr(literal, "www.") != NULL;
}

/* A character that cannot be typed, but was written as an entity: its place
   in @text from @from on, else the end. */
static gsize find_hidden(LetterSlice text, gsize from)
{
    while (from < text.size && (!letter_unsafe_may_begin((guchar)text.data[from]) ||
                                letter_unsafe_size(text.data + from) == 0))
        from++;
    return from;
}

static gboolean holds_hidden_character(const char *literal)
{
    LetterSlice text = letter_slice(literal);

    return find_hidden(text, 0) < text.size;
}

static gboolean is_text_of_interest(const LetterReading *reading, cmark_node *node)
{
    const char *literal = cmark_node_get_literal(node);

    if (holds_mark(reading, literal))
        return TRUE;
    if (cmark_node_get_type(node) == CMARK_NODE_CODE)
        return FALSE;
    return (reading->has_addresses && may_hold_address(literal)) ||
           (reading->has_entities && holds_hidden_character(literal));
}

static gboolean is_of_interest(const LetterReading *reading, cmark_node *block)
{
    cmark_node *node = letter_tree_next_inline(block, block);

    for (; node != NULL; node = letter_tree_next_inline(block, node)) {
        switch (cmark_node_get_type(node)) {
        case CMARK_NODE_TEXT:
        case CMARK_NODE_CODE:
            if (is_text_of_interest(reading, node))
                return TRUE;
            break;
        case CMARK_NODE_HTML_INLINE:
        case CMARK_NODE_LINK:
        case CMARK_NODE_IMAGE:
            return TRUE;
        default:
            break;
        }
    }
    return FALSE;
}

static void find_sure_piece(Division *division)
{
    const LetterReading *reading = division->reading;
    LetterSlice literal = division->literal;
    LetterFootnoteMark mark;
    gsize hidden = literal.size;

    division->sure.start = literal.size;
    if (reading->footnotes != NULL &&
        letter_footnotes_find(reading->footnotes, literal, division->done, &mark))
        division->sure = (Piece){ PIECE_NOTE, mark.start, mark.end, { .mark = mark } };
    literal.size = division->sure.start;
    if (reading->has_entities)
        hidden = find_hidden(literal, division->done);
    if (hidden < literal.size)
        division->sure = (Piece){
            PIECE_HIDDEN, hidden, hidden + letter_unsafe_size(literal.data + hidden), { { 0 } }
        };
}

/* The next piece; FALSE where the rest of the literal is plain words. */
static gboolean find_piece(Division *division, Piece *piece)
{
    const LetterInline *place = division->place;
    LetterBareAddress address;
    LetterSlice words;

    if (division->done == 0 || division->done > division->sure.start)
        find_sure_piece(division);
    words = (LetterSlice){ division->literal.data, division->sure.start };
    if (division->reading->has_addresses && place->links == 0 && place->pictures == 0 &&
        letter_bare_address_find(words, division->done, &address))
        *piece = (Piece){ PIECE_ADDRESS, address.start, address.end, { .prefix = address.prefix } };
    else
        *piece = division->sure;
    return piece->start < division->literal.size;
}

static cmark_node *new_text(LetterSlice text)
{
    g_autofree char *literal = g_strndup(text.data, text.size);
    cmark_node *node = letter_markdown_new_node(CMARK_NODE_TEXT);

    cmark_node_set_literal(node, literal);
    return node;
}

/* Whether emphasis begins or ends within what looks like one address: at its
   edges there are signs of emphasis, and more of a word behind them. */
static gboolean is_torn(const LetterReading *reading, gsize start, gsize end)
{
    LetterSlice content = letter_positions_content(reading->positions);
    gsize after = end, before = start;

    while (after < content.size && strchr("*_", content.data[after]) != NULL)
        after++;
    while (before > 0 && strchr("*_", content.data[before - 1]) != NULL)
        before--;
    return (after > end && after < content.size &&
            (g_ascii_isalnum(content.data[after]) || content.data[after] == '/')) ||
           (before < start && before > 0 && g_ascii_isalnum(content.data[before - 1]));
}

static cmark_node *make_link(LetterReading *reading, const Piece *piece, LetterSlice text,
                             gsize start, gsize end)
{
    g_autofree char *shown = g_strndup(text.data, text.size);
    g_autofree char *address = g_strconcat(piece->prefix, shown, NULL);
    cmark_node *link = letter_markdown_new_node(CMARK_NODE_LINK);

    cmark_node_set_url(link, address);
    cmark_node_append_child(link, new_text(text));
    if (is_torn(reading, start, end))
        letter_reading_report(reading, LETTER_RULE_LINK_TORN,
                              letter_reading_inline_span(reading, start, end), NULL);
    return link;
}

/* What only changes an order is left out, as where it is typed. */
static void report_hidden(LetterReading *reading, LetterSlice text, gsize start, gsize end)
{
    gunichar character = g_utf8_get_char_validated(text.data, (gssize)text.size);
    LetterBidi bidi;
    gboolean is_bidi = letter_bidi_find(text, 0, &bidi);
    char name[16];

    g_snprintf(name, sizeof name, "U+%04X", (gint32)character < 0 ? 0xFFFE : character);
    letter_reading_report(
        reading, is_bidi ? LETTER_RULE_BIDI_CONTROL_DROPPED : LETTER_RULE_CONTROL_CHARACTER,
        letter_reading_inline_span(reading, start, end), name);
}

/* An entity can make a text look like a mark; in the content it does not. */
static gboolean is_typed(const LetterReading *reading, gsize start, LetterSlice text)
{
    LetterSlice content = letter_positions_content(reading->positions);

    return content.size - start >= text.size &&
           memcmp(content.data + start, text.data, text.size) == 0;
}

/* The node that stands for a piece between @start and @end of the content;
   NULL for one that is left out. */
static cmark_node *make_node(const Division *division, const Piece *piece, gsize start, gsize end)
{
    LetterReading *reading = division->reading;
    LetterSlice text = { division->literal.data + piece->start, piece->end - piece->start };

    switch (piece->kind) {
    case PIECE_ADDRESS:
        return make_link(reading, piece, text, start, end);
    case PIECE_NOTE:
        if (is_typed(reading, start, text))
            return letter_reading_refer(reading, &piece->mark, division->place);
        /* Its second character is the one that cannot be typed. */
        report_hidden(reading, (LetterSlice){ text.data + 1, text.size - 1 }, start, end);
        break;
    case PIECE_HIDDEN:
        report_hidden(reading, text, start, end);
        break;
    }
    return NULL;
}

static gsize advance(Division *division, gsize to)
{
    LetterSlice piece = { division->literal.data + division->done, to - division->done };

    division->position =
        letter_positions_advance(division->reading->positions, division->position, piece);
    division->done = to;
    return division->position;
}

static gboolean divide(LetterReading *reading, const LetterInline *place)
{
    cmark_node *node = place->node;
    g_autofree char *literal = g_strdup(cmark_node_get_literal(node));
    Division division = { reading, place, letter_slice(literal), 0, place->start, { 0 } };
    Piece piece;

    while (find_piece(&division, &piece)) {
        LetterSlice before = { literal + division.done, piece.start - division.done };
        gsize start = advance(&division, piece.start);
        gsize end = advance(&division, piece.end);
        cmark_node *made = make_node(&division, &piece, start, end);

        if (before.size > 0)
            cmark_node_insert_before(node, new_text(before));
        if (made != NULL)
            cmark_node_insert_before(node, made);
        if (made != NULL && piece.kind == PIECE_ADDRESS) {
            LetterInline link = { made, start, end, 0, 0 };

            letter_reading_check_link(reading, &link);
        }
        if (letter_markdown_is_exhausted())
            return FALSE;
    }
    if (division.done == division.literal.size && division.done > 0)
        cmark_node_unlink(node);
    else if (division.done > 0)
        cmark_node_set_literal(node, literal + division.done);
    return TRUE;
}

static void restore_literal(const LetterReading *reading, cmark_node *node)
{
    g_autofree char *restored = NULL;

    if (holds_mark(reading, cmark_node_get_literal(node)))
        restored = letter_footnotes_restore(reading->footnotes, cmark_node_get_literal(node));
    if (restored != NULL)
        cmark_node_set_literal(node, restored);
}

/* Within an address nothing is a note, in <...> its text with it. */
static void restore_link(const LetterReading *reading, const LetterInline *place)
{
    cmark_node *node = place->node;
    LetterSlice content = letter_positions_content(reading->positions);
    g_autofree char *url = NULL, *title = NULL;

    if (reading->footnotes == NULL)
        return;
    url = letter_footnotes_restore(reading->footnotes, cmark_node_get_url(node));
    title = letter_footnotes_restore(reading->footnotes, cmark_node_get_title(node));
    if (url != NULL)
        cmark_node_set_url(node, url);
    if (title != NULL)
        cmark_node_set_title(node, title);
    if (place->start < content.size && content.data[place->start] == '<' &&
        cmark_node_first_child(node) != NULL)
        restore_literal(reading, cmark_node_first_child(node));
}

/* A title is shown: it must hold nothing hidden either. */
static void check_title(LetterReading *reading, const LetterInline *place)
{
    const char *title = cmark_node_get_title(place->node);

    if (!reading->has_entities || !holds_hidden_character(title))
        return;
    letter_reading_report(reading, LETTER_RULE_CONTROL_CHARACTER,
                          letter_reading_inline_span(reading, place->start, place->end),
                          "in a title");
}

static gboolean read_inline(LetterReading *reading, const LetterInline *place)
{
    switch (cmark_node_get_type(place->node)) {
    case CMARK_NODE_TEXT:
        return !is_text_of_interest(reading, place->node) || divide(reading, place);
    case CMARK_NODE_CODE:
        restore_literal(reading, place->node);
        break;
    case CMARK_NODE_HTML_INLINE:
        restore_literal(reading, place->node);
        if (reading->options->allow_html)
            break;
        letter_reading_report(reading, LETTER_RULE_RAW_HTML,
                              letter_reading_inline_span(reading, place->start, place->end), NULL);
        cmark_node_unlink(place->node);
        break;
    case CMARK_NODE_LINK:
        restore_link(reading, place);
        check_title(reading, place);
        letter_reading_check_link(reading, place);
        break;
    case CMARK_NODE_IMAGE:
        restore_link(reading, place);
        check_title(reading, place);
        letter_reading_check_picture(reading, place);
        break;
    default:
        break;
    }
    return TRUE;
}

gboolean letter_reading_read_block(LetterReading *reading, cmark_node *block)
{
    const GArray *inlines;

    if (!is_of_interest(reading, block))
        return TRUE;
    inlines = letter_positions_read(reading->positions, block);
    for (guint i = 0; i < inlines->len; i++) {
        if (!read_inline(reading, &g_array_index(inlines, LetterInline, i)))
            return FALSE;
    }
    return !letter_markdown_is_exhausted();
}
