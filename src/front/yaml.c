/*
 * yaml.c - a stretch of YAML as events with positions.
 *
 * libyaml reads, without a limit of its own and with all of YAML 1.1; here is
 * held back what letters do not use.  Of libyaml's positions only the index
 * is true, and yaml_input.c turns it into a byte of the source.
 */
#include "front/yaml.h"

#include <string.h>

#include <yaml.h>

#include "front/yaml_fault.h"
#include "front/yaml_input.h"
#include "front/yaml_map.h"
#include "front/yaml_refusal.h"

/* What libyaml may take in between two events: it holds all of it in memory.
   Comments count too. */
#define MAX_UNREAD 4194304

struct LetterYaml {
    const LetterSource *source;
    LetterYamlRefusals refusals;
    LetterYamlInput input;
    yaml_parser_t parser;
    yaml_event_t event;
    gsize event_input; /* how far the input was read at the last event */
    guint depth;
    guint flow_depth; /* of it, within brackets */
    gsize flow_start; /* the outermost bracket */
    gboolean has_document;
    gboolean is_overlong; /* MAX_UNREAD was reached */
    gboolean is_broken;
    gboolean is_ended;
    LetterYamlEvent last;
};

static int feed(void *data, unsigned char *buffer, size_t size, size_t *size_read)
{
    LetterYaml *yaml = data;

    if (yaml->input.next - yaml->event_input > MAX_UNREAD) {
        yaml->is_overlong = TRUE;
        return 0;
    }
    *size_read = letter_yaml_input_read(&yaml->input, (char *)buffer, size);
    return 1;
}

LetterYaml *letter_yaml_new(const LetterSource *source, LetterSpan within,
                            LetterDiagnostics *diagnostics)
{
    LetterYaml *yaml = g_new0(LetterYaml, 1);

    yaml->source = source;
    yaml->refusals = (LetterYamlRefusals){ source, diagnostics, 0 };
    letter_yaml_input_init(&yaml->input, source, within);
    yaml->event_input = yaml->input.next;
    if (!yaml_parser_initialize(&yaml->parser))
        g_error("out of memory");
    yaml_parser_set_encoding(&yaml->parser, YAML_UTF8_ENCODING);
    yaml_parser_set_input(&yaml->parser, feed, yaml);
    return yaml;
}

void letter_yaml_free(LetterYaml *yaml)
{
    if (yaml == NULL)
        return;
    yaml_event_delete(&yaml->event);
    yaml_parser_delete(&yaml->parser);
    g_free(yaml);
}

static gsize find(LetterYaml *yaml, yaml_mark_t mark)
{
    return letter_yaml_input_find(&yaml->input, mark.index);
}

static LetterSpan find_span(LetterYaml *yaml)
{
    LetterSpan span;

    span.start = find(yaml, yaml->event.start_mark);
    span.end = find(yaml, yaml->event.end_mark);
    return span;
}

static void end(LetterYaml *yaml)
{
    yaml->is_ended = TRUE;
}

static void give_up(LetterYaml *yaml)
{
    yaml->is_broken = TRUE;
    end(yaml);
}

static void diagnose(LetterYaml *yaml)
{
    LetterYamlFault fault = {
        .source = yaml->source,
        .within = yaml->input.within,
        .problem = yaml->parser.problem,
        .context = yaml->parser.context,
        .problem_at = find(yaml, yaml->parser.problem_mark),
        .in_brackets = yaml->flow_depth > 0,
        .bracket_at = yaml->flow_start,
        .last_type = yaml->last.type,
        .last_style = yaml->last.style,
        .last = yaml->last.span,
    };

    fault.context_at =
        fault.context != NULL ? find(yaml, yaml->parser.context_mark) : fault.problem_at;
    letter_yaml_fault_report(&fault, yaml->refusals.diagnostics);
}

/* How long the text is that filled the memory is not known, only where it
   may begin: after the last event, and the ':' of a key. */
static void refuse_unread(LetterYaml *yaml)
{
    LetterSpan span = { MAX(yaml->last.span.end, yaml->input.within.start), yaml->input.next };

    while (span.start < span.end && strchr(": \t", yaml->source->data[span.start]) != NULL)
        span.start++;
    letter_yaml_refuse_size(&yaml->refusals, span, "4194304 or more");
}

/* libyaml cannot go on after any of its errors. */
static void fail(LetterYaml *yaml)
{
    give_up(yaml);
    if (yaml->parser.error == YAML_MEMORY_ERROR)
        g_error("out of memory");
    else if (yaml->is_overlong)
        refuse_unread(yaml);
    else if (yaml->parser.error != YAML_READER_ERROR)
        diagnose(yaml);
    /* Else bytes are not UTF-8, and the encoding check has told it. */
}

static LetterYamlStyle find_style(yaml_scalar_style_t style)
{
    switch (style) {
    case YAML_SINGLE_QUOTED_SCALAR_STYLE:
    case YAML_DOUBLE_QUOTED_SCALAR_STYLE:
        return LETTER_YAML_QUOTED;
    case YAML_LITERAL_SCALAR_STYLE:
        return LETTER_YAML_LITERAL;
    case YAML_FOLDED_SCALAR_STYLE:
        return LETTER_YAML_FOLDED;
    default:
        return LETTER_YAML_PLAIN;
    }
}

static void refuse_properties(LetterYaml *yaml, const yaml_char_t *anchor, const yaml_char_t *tag,
                              LetterSpan span)
{
    if (anchor != NULL)
        letter_yaml_refuse(&yaml->refusals, LETTER_RULE_YAML_ANCHOR, span, (const char *)anchor);
    if (tag != NULL)
        letter_yaml_refuse_tag(&yaml->refusals, span, (const char *)tag);
}

static gboolean take_scalar(LetterYaml *yaml, LetterYamlEvent *event)
{
    char *text = (char *)yaml->event.data.scalar.value;
    gsize size = yaml->event.data.scalar.length;

    event->type = LETTER_YAML_SCALAR;
    event->style = find_style(yaml->event.data.scalar.style);
    event->span = find_span(yaml);
    refuse_properties(yaml, yaml->event.data.scalar.anchor, yaml->event.data.scalar.tag,
                      event->span);
    letter_yaml_input_restore(&yaml->input, text, size);
    if (event->style == LETTER_YAML_PLAIN)
        letter_yaml_refuse_cut(&yaml->refusals, event->span.end, yaml->input.within.end);
    if (event->style == LETTER_YAML_QUOTED)
        letter_yaml_refuse_escaped(&yaml->refusals, event->span, text, size);
    size = letter_yaml_refuse_length(&yaml->refusals, event->span, text, size);
    event->text = (LetterSlice){ text, size };
    return TRUE;
}

/* What was meant is most often a text that begins with '*'. */
static gboolean take_alias(LetterYaml *yaml, LetterYamlEvent *event)
{
    const char *name = (const char *)yaml->event.data.alias.anchor;

    event->type = LETTER_YAML_SCALAR;
    event->style = LETTER_YAML_PLAIN;
    event->span = find_span(yaml);
    event->text = letter_slice(name);
    letter_yaml_refuse(&yaml->refusals, LETTER_RULE_YAML_ALIAS, event->span, name);
    return TRUE;
}

static gboolean open_level(LetterYaml *yaml, LetterYamlEvent *event, gboolean is_flow)
{
    g_autofree char *limit = NULL;

    event->span = find_span(yaml);
    if (is_flow && yaml->flow_depth++ == 0)
        yaml->flow_start = event->span.start;
    if (++yaml->depth <= LETTER_YAML_MAX_DEPTH)
        return TRUE;
    limit = g_strdup_printf("%d", LETTER_YAML_MAX_DEPTH);
    letter_yaml_refuse(&yaml->refusals, LETTER_RULE_TOO_DEEP, event->span, limit);
    give_up(yaml);
    return FALSE;
}

static gboolean take_list_start(LetterYaml *yaml, LetterYamlEvent *event)
{
    gboolean is_flow = yaml->event.data.sequence_start.style == YAML_FLOW_SEQUENCE_STYLE;

    event->type = LETTER_YAML_LIST_START;
    if (!open_level(yaml, event, is_flow))
        return FALSE;
    refuse_properties(yaml, yaml->event.data.sequence_start.anchor,
                      yaml->event.data.sequence_start.tag, event->span);
    return TRUE;
}

static gboolean take_mapping_start(LetterYaml *yaml, LetterYamlEvent *event)
{
    gboolean is_flow = yaml->event.data.mapping_start.style == YAML_FLOW_MAPPING_STYLE;

    event->type = LETTER_YAML_MAPPING_START;
    if (!open_level(yaml, event, is_flow))
        return FALSE;
    refuse_properties(yaml, yaml->event.data.mapping_start.anchor,
                      yaml->event.data.mapping_start.tag, event->span);
    return TRUE;
}

static void close_level(LetterYaml *yaml, LetterYamlEvent *event)
{
    event->span = find_span(yaml);
    yaml->depth--;
    if (yaml->flow_depth > 0)
        yaml->flow_depth--;
}

static gboolean take_list_end(LetterYaml *yaml, LetterYamlEvent *event)
{
    event->type = LETTER_YAML_LIST_END;
    close_level(yaml, event);
    return TRUE;
}

static gboolean take_mapping_end(LetterYaml *yaml, LetterYamlEvent *event)
{
    event->type = LETTER_YAML_MAPPING_END;
    close_level(yaml, event);
    return TRUE;
}

/* Directives are looked for before libyaml sees them: it holds all of them,
   and compares each with each. */
static gboolean take_stream_start(LetterYaml *yaml, G_GNUC_UNUSED LetterYamlEvent *event)
{
    gsize at = letter_yaml_input_skip(&yaml->input, yaml->input.within.start);
    LetterSpan line = letter_source_line_at(yaml->source, at);
    g_autofree char *name = NULL;

    if (at == yaml->input.within.end || yaml->source->data[at] != '%' ||
        !letter_yaml_input_starts_line(&yaml->input, at))
        return FALSE;
    line.start = at;
    name = g_strndup(yaml->source->data + at + 1, MIN(line.end - at - 1, 200));
    letter_yaml_refuse(&yaml->refusals, LETTER_RULE_YAML_DIRECTIVE, line, g_strchomp(name));
    give_up(yaml);
    return FALSE;
}

static gboolean take_document_start(LetterYaml *yaml, G_GNUC_UNUSED LetterYamlEvent *event)
{
    if (yaml->has_document) {
        letter_yaml_refuse(&yaml->refusals, LETTER_RULE_YAML_DOCUMENT, find_span(yaml), NULL);
        end(yaml);
    }
    yaml->has_document = TRUE;
    return FALSE;
}

static gboolean begins_document(const LetterYaml *yaml, gsize at)
{
    const char *start = yaml->source->data + at;
    gsize left = yaml->input.within.end - at;

    return left > 0 && letter_yaml_input_starts_line(&yaml->input, at) &&
           (*start == '%' || (left >= 3 && memcmp(start, "---", 3) == 0));
}

/* What begins another document is not even asked for; anything else that
   follows is a fault that libyaml explains. */
static gboolean take_document_end(LetterYaml *yaml, G_GNUC_UNUSED LetterYamlEvent *event)
{
    gsize at = letter_yaml_input_skip(&yaml->input, find(yaml, yaml->event.end_mark));

    if (yaml->event.data.document_end.implicit ? !begins_document(yaml, at)
                                               : at == yaml->input.within.end)
        return FALSE;
    letter_yaml_refuse(&yaml->refusals, LETTER_RULE_YAML_DOCUMENT, (LetterSpan){ at, at + 1 },
                       NULL);
    end(yaml);
    return FALSE;
}

static gboolean take_stream_end(LetterYaml *yaml, G_GNUC_UNUSED LetterYamlEvent *event)
{
    end(yaml);
    return FALSE;
}

/* Each fills in an event for the caller, or returns FALSE where there is none. */
static gboolean (*const takers[])(LetterYaml *yaml, LetterYamlEvent *event) = {
    [YAML_STREAM_START_EVENT] = take_stream_start,
    [YAML_STREAM_END_EVENT] = take_stream_end,
    [YAML_DOCUMENT_START_EVENT] = take_document_start,
    [YAML_DOCUMENT_END_EVENT] = take_document_end,
    [YAML_ALIAS_EVENT] = take_alias,
    [YAML_SCALAR_EVENT] = take_scalar,
    [YAML_SEQUENCE_START_EVENT] = take_list_start,
    [YAML_SEQUENCE_END_EVENT] = take_list_end,
    [YAML_MAPPING_START_EVENT] = take_mapping_start,
    [YAML_MAPPING_END_EVENT] = take_mapping_end,
};

/* Faults are explained by what was read last. */
static void remember(LetterYaml *yaml, const LetterYamlEvent *event)
{
    yaml->last = *event;
    if ((event->type == LETTER_YAML_LIST_END || event->type == LETTER_YAML_MAPPING_END) &&
        yaml->flow_depth == 0)
        yaml->last.span.start = MIN(yaml->flow_start, event->span.start);
}

gboolean letter_yaml_next(LetterYaml *yaml, LetterYamlEvent *event)
{
    while (!yaml->is_ended) {
        *event = (LetterYamlEvent){ .style = LETTER_YAML_PLAIN };
        yaml_event_delete(&yaml->event);
        if (!yaml_parser_parse(&yaml->parser, &yaml->event)) {
            fail(yaml);
        } else if (takers[yaml->event.type](yaml, event)) {
            yaml->event_input = yaml->input.next;
            remember(yaml, event);
            return TRUE;
        }
    }
    *event = (LetterYamlEvent){ .type = LETTER_YAML_END };
    return FALSE;
}

void letter_yaml_skip(LetterYaml *yaml, const LetterYamlEvent *event)
{
    LetterYamlEvent inner;
    guint outside = yaml->depth - 1;

    if (event->type != LETTER_YAML_LIST_START && event->type != LETTER_YAML_MAPPING_START)
        return;
    while (yaml->depth > outside && letter_yaml_next(yaml, &inner))
        ;
}

gboolean letter_yaml_is_broken(const LetterYaml *yaml)
{
    return yaml->is_broken;
}

gboolean letter_yaml_is_absent(const LetterYamlEvent *event)
{
    return event->type == LETTER_YAML_SCALAR && event->style == LETTER_YAML_PLAIN &&
           event->text.size == 0;
}

LetterOffsetMap *letter_yaml_map(const LetterYaml *yaml, const LetterYamlEvent *event)
{
    return letter_yaml_map_new(yaml->source, event);
}
