/*
 * yaml_fault.c - what to write instead, where libyaml could not go on.
 *
 * libyaml says what it missed in its own grammar, often lines after the place
 * where the author went wrong: a quote that closes too late is found at the
 * next key.  Here its few complaints are read back to what people do, most
 * telling first, and put where a change helps.
 */
#include "front/yaml_fault.h"

#include <string.h>

/* Longer details are cut, so each sentence keeps below 80 characters. */
typedef struct Advice {
    const char *message; /* %s: the character at the place, and those that belong to it */
    const char *hint;
} Advice;

static const Advice tab_indent = { "a tab cannot indent a line of the front matter", "use blanks" };
static const Advice tab_within = { "a tab cannot stand here", "use a blank" };
static const Advice open_quote = { "the quote that opens here is never closed",
                                   "close it, or put the whole text in the other kind of quotes" };
static const Advice late_quote = {
    "the quote that opens here is closed only on a later line",
    "close it on its line, or put the text in the other kind of quotes",
};
static const Advice after_quote = {
    "the text goes on after its closing quote",
    "put the other kind of quotes around the whole, or double the inner '",
};
static const Advice escape = { "%s means nothing within double quotes",
                               "write \\\\ for a backslash, or use single quotes" };
static const Advice special = { "a text cannot begin with '%s'", "put the whole text in quotes" };
static const Advice bracket = { "the '%s' that opens here is not closed",
                                "close it, or put a text that begins with it in quotes" };
static const Advice after_bracket = { "the text goes on after the closing bracket",
                                      "put the whole text in quotes" };
static const Advice colon = { "this text holds ': ', which makes it a key for YAML",
                              "put the whole text in quotes" };
static const Advice next_line = {
    "this line goes on the text above it, and may not hold ': '",
    "indent it like the other keys, or put the whole text in quotes",
};
static const Advice no_colon = { "there is no ': ' after this key",
                                 "write 'key: text'; lines of a longer text are indented" };
static const Advice inline_list = { "a list does not begin on the line of its key",
                                    "begin it on the next, or put the text in quotes" };
static const Advice indentation = { "the indentation of this line fits none of the lines above",
                                    "indent it as much as the keys or entries beside it" };
static const Advice nothing = { "this is no YAML that letterctl can read",
                                "if it is part of a text, put the whole text in quotes" };

/* Where libyaml's context and problem are known, and how they are told. */
typedef enum Place {
    PLACE_PROBLEM,
    PLACE_CONTEXT,
    PLACE_BACKSLASH, /* the last one up to the problem */
} Place;

typedef struct Complaint {
    const char *words; /* of the context or, where there is none, the problem */
    const Advice *advice;
    Place place;
} Complaint;

static const Complaint complaints[] = {
    { "while scanning a quoted scalar", &open_quote, PLACE_CONTEXT },
    { "while parsing a quoted scalar", &escape, PLACE_BACKSLASH },
    { "while scanning for the next token", &special, PLACE_PROBLEM },
    { "while scanning an anchor", &special, PLACE_CONTEXT },
    { "while scanning an alias", &special, PLACE_CONTEXT },
    { "while scanning a tag", &special, PLACE_CONTEXT },
    { "while parsing a tag", &special, PLACE_CONTEXT },
    { "while parsing a node", &special, PLACE_CONTEXT },
    { "while scanning a block scalar", &special, PLACE_CONTEXT },
    { "while scanning a directive", &special, PLACE_CONTEXT },
    { "while scanning a tag directive", &special, PLACE_CONTEXT },
    { "while parsing a block node", &special, PLACE_PROBLEM },
    { "while parsing a flow node", &special, PLACE_PROBLEM },
    { "while parsing a flow sequence", &bracket, PLACE_CONTEXT },
    { "while parsing a flow mapping", &bracket, PLACE_CONTEXT },
    { "while scanning a plain scalar", &colon, PLACE_CONTEXT },
    { "while scanning a simple key", &no_colon, PLACE_CONTEXT },
    { "while parsing a block mapping", &indentation, PLACE_PROBLEM },
    { "while parsing a block collection", &indentation, PLACE_PROBLEM },
    { "mapping keys are not allowed in this context", &special, PLACE_PROBLEM },
    { "block sequence entries are not allowed in this context", &inline_list, PLACE_PROBLEM },
    { "did not find expected <document start>", &indentation, PLACE_PROBLEM },
};

/* NUL at the end: a fault may stand behind the last byte. */
static char byte_at(const LetterYamlFault *fault, gsize at)
{
    return at < fault->within.end ? fault->source->data[at] : '\0';
}

static gboolean is_blank(char byte)
{
    return byte == ' ' || byte == '\t';
}

static gboolean holds_line_end(const LetterYamlFault *fault, gsize from, gsize to)
{
    for (gsize at = from; at < to; at++) {
        if (fault->source->data[at] == '\n' || fault->source->data[at] == '\r')
            return TRUE;
    }
    return FALSE;
}

/* Whether the fault stands on the line on which the last value ends. */
static gboolean follows_last(const LetterYamlFault *fault)
{
    return fault->last.end > fault->last.start && fault->last.end <= fault->problem_at &&
           !holds_line_end(fault, fault->last.end, fault->problem_at);
}

static gsize skip_blanks(const LetterYamlFault *fault, gsize at)
{
    while (is_blank(byte_at(fault, at)))
        at++;
    return at;
}

static const Advice *recognise_tab(const LetterYamlFault *fault, gsize *at)
{
    gsize start = letter_source_line_at(fault->source, fault->problem_at).start;
    gboolean is_tab = byte_at(fault, fault->problem_at) == '\t';
    gsize tab = start;

    if (!is_tab && strstr(fault->problem, "tab") == NULL)
        return NULL;
    while (tab < fault->problem_at && fault->source->data[tab] == ' ')
        tab++;
    if (byte_at(fault, tab) == '\t') {
        *at = tab;
        return &tab_indent;
    }
    *at = fault->problem_at;
    return is_tab ? &tab_within : NULL;
}

static const Advice *recognise_quoted(const LetterYamlFault *fault, gsize *at)
{
    if (fault->last_type != LETTER_YAML_SCALAR || fault->last_style != LETTER_YAML_QUOTED ||
        !follows_last(fault))
        return NULL;
    if (holds_line_end(fault, fault->last.start, fault->last.end)) {
        *at = fault->last.start;
        return &late_quote;
    }
    *at = skip_blanks(fault, fault->last.end);
    return &after_quote;
}

/* Nothing is left in which the bracket could be closed. */
static const Advice *recognise_open_bracket(const LetterYamlFault *fault, gsize *at)
{
    if (!fault->in_brackets || byte_at(fault, fault->problem_at) != '\0')
        return NULL;
    *at = fault->bracket_at;
    return &bracket;
}

static const Advice *recognise_brackets(const LetterYamlFault *fault, gsize *at)
{
    if (fault->last_type != LETTER_YAML_LIST_END && fault->last_type != LETTER_YAML_MAPPING_END)
        return NULL;
    if (!follows_last(fault) || strchr("]}", fault->source->data[fault->last.end - 1]) == NULL)
        return NULL;
    *at = fault->last.start;
    return &after_bracket;
}

/* After the first ': ' of the line. */
static gsize find_value(const LetterYamlFault *fault, LetterSpan line)
{
    for (gsize at = line.start; at + 1 < line.end; at++) {
        if (fault->source->data[at] == ':' && is_blank(fault->source->data[at + 1]))
            return skip_blanks(fault, at + 1);
    }
    return skip_blanks(fault, line.start);
}

/* A ': ' that makes a key where none may stand. */
static const Advice *recognise_colon(const LetterYamlFault *fault, gsize *at)
{
    LetterSpan line = letter_source_line_at(fault->source, fault->problem_at);

    if (strcmp(fault->problem, "mapping values are not allowed in this context") != 0)
        return NULL;
    if (fault->last_type != LETTER_YAML_SCALAR ||
        skip_blanks(fault, fault->last.end) != fault->problem_at) {
        *at = find_value(fault, line);
        return &colon;
    }
    *at = fault->last.start;
    if (fault->last.start >= line.start)
        return &colon;
    if (letter_source_line_at(fault->source, fault->last.start).start == fault->last.start)
        return &no_colon;
    *at = skip_blanks(fault, line.start);
    return &next_line;
}

static gsize find_place(const LetterYamlFault *fault, Place place)
{
    gsize at = fault->problem_at;

    switch (place) {
    case PLACE_PROBLEM:
        return at;
    case PLACE_CONTEXT:
        return fault->context_at;
    case PLACE_BACKSLASH:
        while (at > fault->context_at && byte_at(fault, at) != '\\')
            at--;
        return at;
    }
    return at;
}

static const Advice *recognise_words(const LetterYamlFault *fault, gsize *at)
{
    const char *words = fault->context != NULL ? fault->context : fault->problem;

    for (guint i = 0; i < G_N_ELEMENTS(complaints); i++) {
        if (strcmp(words, complaints[i].words) == 0) {
            *at = find_place(fault, complaints[i].place);
            return complaints[i].advice;
        }
    }
    return NULL;
}

/* The most telling first. */
static const Advice *(*const recognisers[])(const LetterYamlFault *fault, gsize *at) = {
    recognise_tab,      recognise_quoted, recognise_open_bracket,
    recognise_brackets, recognise_colon,  recognise_words,
};

/* The character there; a backslash with what it was meant to escape. */
static gsize measure(const LetterYamlFault *fault, gsize at)
{
    const char *start = fault->source->data + at;
    const char *stop = fault->source->data + fault->within.end;
    const char *end = start;

    if (end < stop)
        end = g_utf8_next_char(end);
    if (end < stop && *start == '\\')
        end = g_utf8_next_char(end);
    return (gsize)(MIN(end, stop) - start);
}

void letter_yaml_fault_report(const LetterYamlFault *fault, LetterDiagnostics *diagnostics)
{
    gsize at = fault->problem_at;
    const Advice *advice = NULL;
    g_autofree char *shown = NULL;
    g_autoptr(GString) message = g_string_new(NULL);
    LetterSpan span;

    for (guint i = 0; i < G_N_ELEMENTS(recognisers) && advice == NULL; i++)
        advice = recognisers[i](fault, &at);
    if (advice == NULL)
        advice = &nothing;
    span = (LetterSpan){ at, at + measure(fault, at) };
    shown = g_strndup(fault->source->data + at, span.end - span.start);
    g_string_append(message, advice->message);
    g_string_replace(message, "%s", shown, 1);
    letter_diagnostics_add_with(diagnostics, LETTER_RULE_YAML_SYNTAX, fault->source, span,
                                message->str, advice->hint, NULL);
}
