/*
 * mustache_parse.c - read a template's source into nodes.
 *
 * Mustache specification 1.4.  What a block holds is stored without the indent
 * of its first line, and rendered with the indent of the place it fills: so a
 * default and what replaces it are treated alike ("~inheritance").
 */
#include "template/mustache_tag.h"
#include "template/mustache_tree.h"

#include <string.h>

/* Room for the tags of most templates. */
#define MANY_TAGS 64

/* A tag that waits for its end. */
typedef struct Opened {
    guint node;
    LetterSpan name;
    gsize outer_strip;   /* of what is around it */
    gboolean takes_line; /* a parent that stands on lines of its own */
} Opened;

typedef struct Parser {
    LetterTemplate *compiled;
    const LetterSource *source;
    LetterDiagnostics *diagnostics;
    GArray *tags;
    guint tag; /* the one that is read */
    Opened opened[LETTER_TEMPLATE_MAX_DEPTH];
    guint depth;
    gsize strip; /* blanks that each line loses: see above */
    gsize at;    /* where the next text begins */
} Parser;

typedef struct FilterRow {
    const char *name;
    LetterFilter filter;
} FilterRow;

static const FilterRow filters[] = {
    { "wrap", LETTER_FILTER_WRAP },
    { "hang", LETTER_FILTER_HANG },
    { "upper", LETTER_FILTER_UPPER },
    { "underline", LETTER_FILTER_UNDERLINE },
    { "underline_double", LETTER_FILTER_UNDERLINE_DOUBLE },
};

static gboolean complain(const Parser *parser, const LetterTag *tag, const char *what)
{
    return letter_diagnostics_add_with(parser->diagnostics, LETTER_RULE_TEMPLATE_SYNTAX,
                                       parser->source, tag->span, what, NULL);
}

static const LetterTag *tag_at(const Parser *parser, guint index)
{
    return index < parser->tags->len ? &g_array_index(parser->tags, LetterTag, index) : NULL;
}

static LetterNode *add_node(Parser *parser, LetterNodeType type, LetterSpan span)
{
    GArray *nodes = parser->compiled->nodes;
    LetterNode node = { .type = type, .span = span, .end = nodes->len + 1 };

    g_array_append_val(nodes, node);
    return &g_array_index(nodes, LetterNode, nodes->len - 1);
}

static void add_piece(Parser *parser, LetterSpan span)
{
    if (span.start < span.end)
        add_node(parser, LETTER_NODE_TEXT, span)->text = letter_source_slice(parser->source, span);
}

/* The blanks from @start on, @most at most. */
static gsize count_blanks(const LetterSource *source, gsize start, gsize most)
{
    gsize count = 0;

    while (count < most && start + count < source->size &&
           (source->data[start + count] == ' ' || source->data[start + count] == '\t'))
        count++;
    return count;
}

/* The text before a tag, up to @end; line by line where lines lose blanks. */
static void add_text(Parser *parser, gsize end)
{
    const char *data = parser->source->data;

    while (parser->strip > 0 && parser->at < end) {
        gsize start = parser->at;
        const char *line_end = memchr(data + start, '\n', end - start);

        parser->at = line_end == NULL ? end : (gsize)(line_end - data) + 1;
        if (start == 0 || data[start - 1] == '\n')
            start += count_blanks(parser->source, start, MIN(parser->strip, end - start));
        add_piece(parser, (LetterSpan){ start, parser->at });
    }
    if (parser->at < end)
        add_piece(parser, (LetterSpan){ parser->at, end });
    parser->at = end;
}

/* The text before @tag; where the tag takes its line, the blanks before it and
   the line end after it go too. */
static void add_text_before(Parser *parser, const LetterTag *tag, gboolean takes_start,
                            gboolean takes_end)
{
    add_text(parser, takes_start ? MAX(tag->line_start, parser->at) : tag->span.start);
    parser->at = takes_end ? tag->line_end : tag->span.end;
}

/* The blanks before a tag, as far as the block around it keeps them. */
static LetterSlice indent_of(const Parser *parser, const LetterTag *tag)
{
    gsize blanks = tag->span.start - tag->line_start;
    gsize lost = MIN(blanks, parser->strip);

    return (LetterSlice){ parser->source->data + tag->line_start + lost, blanks - lost };
}

static gboolean open_tag(Parser *parser, const LetterTag *tag, gboolean takes_line)
{
    Opened *opened = &parser->opened[parser->depth];

    if (parser->depth == LETTER_TEMPLATE_MAX_DEPTH)
        return letter_diagnostics_add_with(parser->diagnostics, LETTER_RULE_TEMPLATE_DEPTH,
                                           parser->source, tag->span,
                                           G_STRINGIFY(LETTER_TEMPLATE_MAX_DEPTH), NULL);
    *opened = (Opened){ parser->compiled->nodes->len - 1, tag->name, parser->strip, takes_line };
    parser->depth++;
    return TRUE;
}

static LetterFilter find_filter(const Parser *parser, const LetterTag *tag)
{
    LetterSlice name = letter_source_slice(parser->source, tag->name);

    if (parser->compiled->set->schema == NULL)
        return LETTER_FILTER_NONE;
    for (gsize i = 0; i < G_N_ELEMENTS(filters); i++)
        if (letter_slice_equals(name, filters[i].name))
            return filters[i].filter;
    return LETTER_FILTER_NONE;
}

/* A filter takes the text before it on its line: what is laid out hangs below
   that.  A tag before it on the line hides how wide that is. */
static gboolean parse_filter(Parser *parser, const LetterTag *tag, LetterFilter filter)
{
    gboolean takes_line = tag->opens_line && tag->closes_line;
    gboolean takes_start = tag->line_start >= parser->at;
    LetterNode *node;

    if (parser->compiled->escape != LETTER_ESCAPE_TEXT)
        return complain(parser, tag, "only text templates can be laid out by this section");
    add_text_before(parser, tag, takes_start, takes_line);
    node = add_node(parser, LETTER_NODE_FILTER, tag->span);
    node->filter = filter;
    if (takes_start)
        node->text = indent_of(parser, tag);
    return open_tag(parser, tag, FALSE);
}

static gboolean parse_section(Parser *parser, const LetterTag *tag)
{
    gboolean takes_line = tag->opens_line && tag->closes_line;
    LetterFilter filter = find_filter(parser, tag);
    LetterNode *node;

    if (filter != LETTER_FILTER_NONE && tag->sigil == '#')
        return parse_filter(parser, tag, filter);
    add_text_before(parser, tag, takes_line, takes_line);
    node =
        add_node(parser, tag->sigil == '#' ? LETTER_NODE_SECTION : LETTER_NODE_INVERTED, tag->span);
    node->name = letter_templates_intern(parser->compiled->set,
                                         letter_source_slice(parser->source, tag->name));
    return open_tag(parser, tag, FALSE);
}

static gboolean parse_variable(Parser *parser, const LetterTag *tag)
{
    LetterNode *node;

    add_text_before(parser, tag, FALSE, FALSE);
    node = add_node(parser, tag->sigil == '&' ? LETTER_NODE_UNESCAPED : LETTER_NODE_VARIABLE,
                    tag->span);
    node->name = letter_templates_intern(parser->compiled->set,
                                         letter_source_slice(parser->source, tag->name));
    return TRUE;
}

static gboolean parse_partial(Parser *parser, const LetterTag *tag)
{
    gboolean takes_line = tag->opens_line && tag->closes_line;
    const LetterTemplate *partial = letter_templates_partial(
        parser->compiled->set, parser->compiled, tag->name, parser->diagnostics);
    LetterNode *node;

    add_text_before(parser, tag, takes_line, takes_line);
    node = add_node(parser, LETTER_NODE_PARTIAL, tag->span);
    node->partial = partial;
    if (takes_line)
        node->indent = indent_of(parser, tag);
    return TRUE;
}

/* The tag that closes the one at @index; NULL where none does. */
static const LetterTag *closing_tag(const Parser *parser, guint index)
{
    const LetterTag *tag;
    guint depth = 0;

    for (guint i = index; (tag = tag_at(parser, i)) != NULL; i++) {
        if (tag->sigil != '\0' && strchr("#^<$", tag->sigil) != NULL)
            depth++;
        else if (tag->sigil == '/' && --depth == 0)
            return tag;
    }
    return NULL;
}

static gboolean parse_parent(Parser *parser, const LetterTag *tag)
{
    const LetterTag *closing = closing_tag(parser, parser->tag);
    gboolean takes_line = tag->opens_line && closing != NULL && closing->closes_line;
    const LetterTemplate *partial = letter_templates_partial(
        parser->compiled->set, parser->compiled, tag->name, parser->diagnostics);
    LetterNode *node;

    add_text_before(parser, tag, takes_line, FALSE);
    node = add_node(parser, LETTER_NODE_PARENT, tag->span);
    node->partial = partial;
    if (takes_line)
        node->indent = indent_of(parser, tag);
    return open_tag(parser, tag, takes_line);
}

/* Whether a block at @depth stands right within a parent's tag: what is around
   it there goes nowhere. */
static gboolean is_argument(const Parser *parser, guint depth)
{
    const LetterTemplate *compiled = parser->compiled;

    return depth > 0 && letter_template_node(compiled, parser->opened[depth - 1].node)->type ==
                            LETTER_NODE_PARENT;
}

static gboolean parse_block(Parser *parser, const LetterTag *tag)
{
    gboolean takes_start = tag->opens_line && tag->closes_line;
    gboolean takes_end =
        tag->closes_line && (tag->opens_line || is_argument(parser, parser->depth));
    LetterSlice indent = { NULL, 0 };
    gsize strip = parser->strip;
    LetterNode *node;

    if (takes_end) {
        gsize blanks = count_blanks(parser->source, tag->line_end, G_MAXSIZE);

        gsize lost = MIN(blanks, parser->strip);

        indent = (LetterSlice){ parser->source->data + tag->line_end + lost, blanks - lost };
        strip = blanks;
    } else if (tag->opens_line) {
        indent = indent_of(parser, tag);
    }
    add_text_before(parser, tag, takes_start, takes_end);
    node = add_node(parser, LETTER_NODE_BLOCK, tag->span);
    node->text = letter_source_slice(parser->source, tag->name);
    node->indent = indent;
    if (!open_tag(parser, tag, FALSE))
        return FALSE;
    parser->strip = strip;
    return TRUE;
}

/* Which line ends the closing tag takes depends on what it closes. */
static void add_text_before_end(Parser *parser, const LetterTag *tag, const Opened *opened,
                                LetterNodeType type)
{
    gboolean alone = tag->opens_line && tag->closes_line;

    if (type == LETTER_NODE_PARENT)
        add_text_before(parser, tag, opened->takes_line && tag->opens_line, opened->takes_line);
    else if (type == LETTER_NODE_BLOCK && is_argument(parser, parser->depth - 1))
        add_text_before(parser, tag, tag->opens_line, FALSE);
    else
        add_text_before(parser, tag, alone, alone);
}

static gboolean parse_end(Parser *parser, const LetterTag *tag)
{
    LetterSlice name = letter_source_slice(parser->source, tag->name);
    g_autofree char *closing = g_strndup(name.data, name.size);
    const Opened *opened;
    LetterSlice expected;
    LetterNode *node;

    if (parser->depth == 0)
        return complain(parser, tag, "this tag closes a section that was not opened");
    opened = &parser->opened[parser->depth - 1];
    expected = letter_source_slice(parser->source, opened->name);
    if (!letter_slice_equals(expected, closing)) {
        g_autofree char *what = g_strdup_printf("'%s' is closed here, but '%.*s' is open", closing,
                                                (int)MIN(expected.size, 64), expected.data);

        return complain(parser, tag, what);
    }
    node = &g_array_index(parser->compiled->nodes, LetterNode, opened->node);
    add_text_before_end(parser, tag, opened, node->type);
    node = &g_array_index(parser->compiled->nodes, LetterNode, opened->node);
    node->end = parser->compiled->nodes->len;
    parser->strip = opened->outer_strip;
    parser->depth--;
    return TRUE;
}

/* A comment, or new delimiters: nothing of it is left. */
static gboolean parse_nothing(Parser *parser, const LetterTag *tag)
{
    gboolean takes_line = tag->opens_line && tag->closes_line;

    add_text_before(parser, tag, takes_line, takes_line);
    return TRUE;
}

static gboolean parse_tag(Parser *parser, const LetterTag *tag)
{
    switch (tag->sigil) {
    case '#':
    case '^':
        return parse_section(parser, tag);
    case '/':
        return parse_end(parser, tag);
    case '>':
        return parse_partial(parser, tag);
    case '<':
        return parse_parent(parser, tag);
    case '$':
        return parse_block(parser, tag);
    case '!':
    case '=':
        return parse_nothing(parser, tag);
    default:
        return parse_variable(parser, tag);
    }
}

gboolean letter_template_parse(LetterTemplate *compiled, LetterDiagnostics *diagnostics)
{
    g_autoptr(GArray) tags = g_array_sized_new(FALSE, FALSE, sizeof(LetterTag), MANY_TAGS);
    Parser parser = {
        .compiled = compiled, .source = compiled->source, .diagnostics = diagnostics, .tags = tags
    };
    const LetterTag *tag;

    if (!letter_tags_find(compiled->source, tags, diagnostics))
        return FALSE;
    for (; (tag = tag_at(&parser, parser.tag)) != NULL; parser.tag++)
        if (!parse_tag(&parser, tag))
            return FALSE;
    add_text(&parser, compiled->source->size);
    if (parser.depth == 0)
        return TRUE;
    return letter_diagnostics_add_with(
        diagnostics, LETTER_RULE_TEMPLATE_SYNTAX, compiled->source,
        letter_template_node(compiled, parser.opened[parser.depth - 1].node)->span,
        "this section is not closed", NULL);
}
