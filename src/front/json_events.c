/*
 * json_events.c - a JSON value as the events that YAML would give.
 *
 * What is walked here has been parsed, so it is known to be valid JSON.
 */
#include "front/json_events.h"

#include <string.h>

#include "front/encoding.h"

typedef struct Walk {
    const LetterSource *source;
    LetterDiagnostics *diagnostics;
    GArray *events;
    gsize at;
} Walk;

static char byte_at(const Walk *walk)
{
    return walk->at < walk->source->size ? walk->source->data[walk->at] : '\0';
}

static gboolean is_between(char byte)
{
    return byte != '\0' && strchr(" \t\r\n,:", byte) != NULL;
}

static void skip_between(Walk *walk)
{
    while (is_between(byte_at(walk)))
        walk->at++;
}

static LetterSpan take_token(Walk *walk)
{
    LetterSpan token = { walk->at, walk->at };

    if (byte_at(walk) != '"') {
        while (byte_at(walk) != '\0' && strchr(" \t\r\n,:[]{}", byte_at(walk)) == NULL)
            walk->at++;
    } else {
        for (walk->at++; byte_at(walk) != '"' && byte_at(walk) != '\0'; walk->at++) {
            if (byte_at(walk) == '\\')
                walk->at++;
        }
        walk->at++;
    }
    walk->at = MIN(walk->at, walk->source->size);
    token.end = walk->at;
    return token;
}

static void add(Walk *walk, LetterYamlType type, LetterYamlStyle style, LetterSlice text,
                LetterSpan span)
{
    LetterYamlEvent event = { .type = type, .style = style, .text = text, .span = span };

    g_array_append_val(walk->events, event);
}

static void add_bracket(Walk *walk, LetterYamlType type)
{
    static const LetterSlice nothing = { NULL, 0 };

    skip_between(walk);
    add(walk, type, LETTER_YAML_PLAIN, nothing, (LetterSpan){ walk->at, walk->at + 1 });
    walk->at++;
}

/* A text with a forbidden character in it is cut there: a NUL would end it. */
static LetterSlice check_text(Walk *walk, LetterSlice text, LetterSpan span)
{
    LetterForbidden found;
    char name[16];

    if (!letter_encoding_find_forbidden(text, 0, &found))
        return text;
    g_snprintf(name, sizeof name, "U+%04X", found.character);
    letter_diagnostics_add_with(walk->diagnostics, LETTER_RULE_CONTROL_CHARACTER, walk->source,
                                span, name, NULL);
    return (LetterSlice){ text.data, found.offset };
}

static void add_text(Walk *walk, LetterSlice text)
{
    LetterSpan span;

    skip_between(walk);
    span = take_token(walk);
    text = check_text(walk, text, span);
    add(walk, LETTER_YAML_SCALAR, text.size > 0 ? LETTER_YAML_QUOTED : LETTER_YAML_PLAIN, text,
        span);
}

static void add_word(Walk *walk, LetterJsonType type)
{
    LetterSpan span;
    LetterSlice text = { "", 0 };

    skip_between(walk);
    span = take_token(walk);
    if (type != LETTER_JSON_NULL)
        text = letter_source_slice(walk->source, span);
    add(walk, LETTER_YAML_SCALAR, LETTER_YAML_PLAIN, text, span);
}

static void add_value(Walk *walk, const LetterJson *json);

static void add_member(gpointer data, const char *name, const LetterJson *value)
{
    add_text(data, letter_slice(name));
    add_value(data, value);
}

static void add_value(Walk *walk, const LetterJson *json)
{
    switch (letter_json_type(json)) {
    case LETTER_JSON_TEXT:
        add_text(walk, letter_json_text(json));
        break;
    case LETTER_JSON_ARRAY:
        add_bracket(walk, LETTER_YAML_LIST_START);
        for (guint i = 0; i < letter_json_size(json); i++)
            add_value(walk, letter_json_item(json, i));
        add_bracket(walk, LETTER_YAML_LIST_END);
        break;
    case LETTER_JSON_OBJECT:
        add_bracket(walk, LETTER_YAML_MAPPING_START);
        letter_json_visit(json, add_member, walk);
        add_bracket(walk, LETTER_YAML_MAPPING_END);
        break;
    default:
        add_word(walk, letter_json_type(json));
        break;
    }
}

gsize letter_json_events(const LetterJson *json, const LetterSource *source, gsize at,
                         LetterDiagnostics *diagnostics, GArray *events)
{
    Walk walk = { source, diagnostics, events, at };

    add_value(&walk, json);
    return walk.at;
}
