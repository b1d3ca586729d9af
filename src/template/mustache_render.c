/*
 * mustache_render.c - a compiled template and a view, to a sink.
 */
#include "template/mustache_tree.h"

#include <string.h>

/* Room for most of what a filter lays out. */
#define FILTERED_SIZE 250

/* The context stack: each section's datum above what it stands in. */
typedef struct Frame {
    const LetterDatum *datum;
    const struct Frame *below;
} Frame;

/* A parent tag whose template is being rendered, and so its blocks count. */
typedef struct Call {
    const LetterTemplate *compiled;
    guint node;
    const struct Call *outer;
} Call;

/* Where rendering is: changed by every step inwards. */
typedef struct Scope {
    const LetterTemplate *compiled;
    const Frame *frame;
    const Call *call;
    LetterSlice indent; /* before each line of the template */
    guint depth;
} Scope;

typedef struct Renderer {
    const LetterTemplateRun *run;
    LetterSink *sink;
    LetterDiagnostics *diagnostics;
    gsize spent;       /* of the limit */
    gsize limit;       /* that of the run; without one G_MAXSIZE */
    gboolean mid_line; /* the indent of this line is written */
    gboolean has_failed;
} Renderer;

static void render_nodes(Renderer *renderer, const Scope *scope, guint from, guint to);

static void fail(Renderer *renderer, const Scope *scope, const LetterNode *node, LetterRule rule,
                 gsize limit)
{
    char detail[32];

    g_snprintf(detail, sizeof detail, "%" G_GSIZE_FORMAT, limit);
    letter_diagnostics_add_with(renderer->diagnostics, rule, scope->compiled->source, node->span,
                                detail, NULL);
    renderer->has_failed = TRUE;
}

static inline gboolean spend(Renderer *renderer, const Scope *scope, const LetterNode *node,
                             gsize size)
{
    renderer->spent += size;
    if (G_UNLIKELY(renderer->spent > renderer->limit))
        fail(renderer, scope, node, LETTER_RULE_TEMPLATE_OUTPUT, renderer->limit);
    return !renderer->has_failed;
}

static gboolean read_part(const LetterNamePart *part, const LetterDatum *from, LetterDatum *found)
{
    const LetterClass *class = from->class;
    const LetterField *field;

    if (from->type != LETTER_DATUM_MAPPING)
        return FALSE;
    if (class->find != NULL)
        return class->find(from->object, part->text, found);
    if (part->slots == NULL || part->slots[class->ordinal] == 0)
        return FALSE;
    field = &class->fields[part->slots[class->ordinal] - 1];
    *found = (LetterDatum){ .type = field->type, .class = field->class };
    field->read(field, from->object, found);
    return TRUE;
}

/* The first part is looked for in all frames, the others where it leads. */
static void look_up(const Scope *scope, const LetterName *name, LetterDatum *found)
{
    const Frame *frame = scope->frame;
    LetterDatum from;

    if (name->size == 0) {
        *found = *frame->datum;
        return;
    }
    while (frame != NULL && !read_part(&name->parts[0], frame->datum, found))
        frame = frame->below;
    if (frame == NULL)
        *found = (LetterDatum){ 0 };
    for (guint i = 1; i < name->size; i++) {
        from = *found;
        if (!read_part(&name->parts[i], &from, found))
            *found = (LetterDatum){ 0 };
    }
}

static gboolean is_truthy(const LetterDatum *datum)
{
    switch (datum->type) {
    case LETTER_DATUM_TEXT:
    case LETTER_DATUM_ADDRESS:
        return datum->text.size > 0;
    case LETTER_DATUM_BOOLEAN:
        return datum->is_true;
    case LETTER_DATUM_LIST:
        return datum->size > 0;
    case LETTER_DATUM_FRAGMENT:
    case LETTER_DATUM_MAPPING:
        return TRUE;
    case LETTER_DATUM_ABSENT:
        break;
    }
    return FALSE;
}

static void begin_line(Renderer *renderer, const Scope *scope)
{
    if (!renderer->mid_line) {
        letter_sink_slice(renderer->sink, scope->indent);
        renderer->spent += scope->indent.size;
    }
    renderer->mid_line = TRUE;
}

static void render_text(Renderer *renderer, const Scope *scope, const LetterNode *node)
{
    LetterSlice text = node->text;

    if (!spend(renderer, scope, node, text.size))
        return;
    while (scope->indent.size > 0 && text.size > 0 && spend(renderer, scope, node, 0)) {
        const char *end = memchr(text.data, '\n', text.size);
        gsize size = end == NULL ? text.size : (gsize)(end - text.data) + 1;

        /* An empty line stays empty. */
        if (text.data[0] != '\n')
            begin_line(renderer, scope);
        letter_sink_write(renderer->sink, text.data, size);
        renderer->mid_line = end == NULL;
        text.data += size;
        text.size -= size;
    }
    if (renderer->has_failed)
        return;
    letter_sink_slice(renderer->sink, text);
    if (text.size > 0)
        renderer->mid_line = text.data[text.size - 1] != '\n';
}

static void render_fragment(Renderer *renderer, const Scope *scope, const LetterNode *node,
                            const LetterDatum *datum)
{
    gsize before = letter_sink_size(renderer->sink);

    datum->write(datum->object, renderer->sink);
    spend(renderer, scope, node, letter_sink_size(renderer->sink) - before);
}

static void render_variable(Renderer *renderer, const Scope *scope, const LetterNode *node)
{
    LetterDatum datum;

    look_up(scope, node->name, &datum);
    if (!is_truthy(&datum))
        return;
    begin_line(renderer, scope);
    if (datum.type == LETTER_DATUM_FRAGMENT) {
        render_fragment(renderer, scope, node, &datum);
        return;
    }
    if (datum.type != LETTER_DATUM_TEXT && datum.type != LETTER_DATUM_ADDRESS)
        return;
    if (!spend(renderer, scope, node, datum.text.size))
        return;
    if (datum.type == LETTER_DATUM_ADDRESS && !letter_address_is_allowed(datum.text))
        return;
    /* With a schema only fragments go out as they are; in a free mapping a text
       can have the name of one. */
    if (node->type == LETTER_NODE_UNESCAPED && scope->compiled->set->schema == NULL)
        letter_sink_slice(renderer->sink, datum.text);
    else
        letter_escape(scope->compiled->escape, datum.text, renderer->sink);
}

static void render_within(Renderer *renderer, const Scope *scope, const LetterNode *node,
                          guint index, const LetterDatum *datum)
{
    const Frame frame = { datum, scope->frame };
    Scope within = *scope;

    within.frame = &frame;
    render_nodes(renderer, &within, index + 1, node->end);
}

static void render_section(Renderer *renderer, const Scope *scope, const LetterNode *node,
                           guint index)
{
    LetterDatum datum;

    look_up(scope, node->name, &datum);
    if (is_truthy(&datum) != (node->type == LETTER_NODE_SECTION))
        return;
    if (node->type == LETTER_NODE_INVERTED || datum.type == LETTER_DATUM_BOOLEAN ||
        datum.type == LETTER_DATUM_FRAGMENT) {
        render_nodes(renderer, scope, index + 1, node->end);
        return;
    }
    if (datum.type != LETTER_DATUM_LIST) {
        render_within(renderer, scope, node, index, &datum);
        return;
    }
    for (guint i = 0; i < datum.size && !renderer->has_failed; i++) {
        LetterDatum item = { .type = LETTER_DATUM_MAPPING, .class = datum.class };

        datum.item(datum.object, i, &item);
        if (spend(renderer, scope, node, 1))
            render_within(renderer, scope, node, index, &item);
    }
}

static void render_filter(Renderer *renderer, const Scope *scope, const LetterNode *node,
                          guint index)
{
    g_autoptr(GString) text = g_string_sized_new(FILTERED_SIZE);
    g_autoptr(LetterSink) inner = letter_sink_new_for_string(text);
    LetterSink *outer = renderer->sink;
    LetterSlice indent = { NULL, 0 };
    Scope within = *scope;

    if (!renderer->mid_line)
        indent = scope->indent;
    within.indent = (LetterSlice){ NULL, 0 };
    renderer->sink = inner;
    render_nodes(renderer, &within, index + 1, node->end);
    renderer->sink = outer;
    letter_filter_apply(node->filter, renderer->run->layout, (LetterSlice){ text->str, text->len },
                        indent, node->text, outer);
    if (text->len > 0)
        renderer->mid_line = text->str[text->len - 1] != '\n';
}

static gboolean step_in(Renderer *renderer, Scope *scope, const LetterNode *node)
{
    if (scope->depth < LETTER_TEMPLATE_MAX_DEPTH) {
        scope->depth++;
        return TRUE;
    }
    fail(renderer, scope, node, LETTER_RULE_TEMPLATE_DEPTH, LETTER_TEMPLATE_MAX_DEPTH);
    return FALSE;
}

/* The indent of a place within one that is indented: the caller frees. */
static char *join(LetterSlice outer, LetterSlice inner)
{
    char *joined;

    if (inner.size == 0)
        return NULL;
    joined = g_malloc(outer.size + inner.size);
    if (outer.size > 0)
        memcpy(joined, outer.data, outer.size);
    memcpy(joined + outer.size, inner.data, inner.size);
    return joined;
}

/* A partial that does not stand alone on its line is not indented at all. */
static void render_partial(Renderer *renderer, const Scope *scope, const LetterNode *node,
                           guint index)
{
    const Call call = { scope->compiled, index, scope->call };
    g_autofree char *indent = join(scope->indent, node->indent);
    Scope within = *scope;

    if (node->partial == NULL || !step_in(renderer, &within, node))
        return;
    within.compiled = node->partial;
    if (indent != NULL)
        within.indent = (LetterSlice){ indent, scope->indent.size + node->indent.size };
    if (node->indent.data == NULL) {
        begin_line(renderer, scope);
        within.indent = (LetterSlice){ NULL, 0 };
    }
    if (node->type == LETTER_NODE_PARENT)
        within.call = &call;
    render_nodes(renderer, &within, 0, node->partial->nodes->len);
}

static gboolean is_block_named(const LetterNode *node, LetterSlice name)
{
    return node->type == LETTER_NODE_BLOCK && node->text.size == name.size &&
           memcmp(node->text.data, name.data, name.size) == 0;
}

/* What fills a block: the outermost parent tag that holds one of its name. */
static gboolean find_block(Renderer *renderer, const Call *call, LetterSlice name,
                           const LetterTemplate **compiled, guint *index)
{
    guint end;

    if (call == NULL)
        return FALSE;
    if (find_block(renderer, call->outer, name, compiled, index))
        return TRUE;
    end = letter_template_node(call->compiled, call->node)->end;
    for (guint i = call->node + 1; i < end; i = letter_template_node(call->compiled, i)->end) {
        renderer->spent++;
        if (!is_block_named(letter_template_node(call->compiled, i), name))
            continue;
        *compiled = call->compiled;
        *index = i;
        return TRUE;
    }
    return FALSE;
}

static void render_block(Renderer *renderer, const Scope *scope, const LetterNode *node,
                         guint index)
{
    g_autofree char *indent = join(scope->indent, node->indent);
    Scope within = *scope;

    if (!step_in(renderer, &within, node))
        return;
    find_block(renderer, scope->call, node->text, &within.compiled, &index);
    if (indent != NULL)
        within.indent = (LetterSlice){ indent, scope->indent.size + node->indent.size };
    render_nodes(renderer, &within, index + 1, letter_template_node(within.compiled, index)->end);
}

static void render_node(Renderer *renderer, const Scope *scope, guint index)
{
    const LetterNode *node = letter_template_node(scope->compiled, index);

    switch (node->type) {
    case LETTER_NODE_TEXT:
        render_text(renderer, scope, node);
        break;
    case LETTER_NODE_VARIABLE:
    case LETTER_NODE_UNESCAPED:
        render_variable(renderer, scope, node);
        break;
    case LETTER_NODE_SECTION:
    case LETTER_NODE_INVERTED:
        render_section(renderer, scope, node, index);
        break;
    case LETTER_NODE_FILTER:
        render_filter(renderer, scope, node, index);
        break;
    case LETTER_NODE_PARTIAL:
    case LETTER_NODE_PARENT:
        render_partial(renderer, scope, node, index);
        break;
    case LETTER_NODE_BLOCK:
        render_block(renderer, scope, node, index);
        break;
    }
}

static void render_nodes(Renderer *renderer, const Scope *scope, guint from, guint to)
{
    guint index = from;

    while (index < to && !renderer->has_failed) {
        const LetterNode *node = letter_template_node(scope->compiled, index);

        /* A partial may write nothing and still cost what all its steps do. */
        if (spend(renderer, scope, node, 1))
            render_node(renderer, scope, index);
        index = node->end;
    }
}

gboolean letter_template_render(const LetterTemplate *compiled, const LetterDatum *view,
                                const LetterTemplateRun *run, LetterSink *sink,
                                LetterDiagnostics *diagnostics)
{
    const Frame frame = { view, NULL };
    const Scope scope = { compiled, &frame, NULL, { NULL, 0 }, 0 };
    Renderer renderer = {
        .run = run,
        .sink = sink,
        .diagnostics = diagnostics,
        .limit = run->limit == 0 ? G_MAXSIZE : run->limit,
    };

    render_nodes(&renderer, &scope, 0, compiled->nodes->len);
    return !renderer.has_failed;
}
