/*
 * yaml.h - a stretch of YAML as events with positions.
 *
 * The only file that sees libyaml.  Aliases, anchors, tags, directives, second
 * documents, depth over 16 and texts over their limit are reported here and
 * never reach the caller; a syntax error is reported once, with what to write
 * instead, and ends the stream.  A scalar is text as typed, whatever it looks
 * like.  YAML 1.1, sections 6 to 9, as libyaml 0.2 reads it.
 */
#ifndef LETTER_FRONT_YAML_H
#define LETTER_FRONT_YAML_H

#include "base/diagnostics.h"
#include "base/offset_map.h"

#define LETTER_YAML_MAX_DEPTH    16
#define LETTER_YAML_MAX_TEXT     (64 * 1024)
#define LETTER_YAML_MAX_MARKDOWN (1024 * 1024)

typedef struct LetterYaml LetterYaml;

typedef enum LetterYamlType {
    LETTER_YAML_SCALAR,
    LETTER_YAML_LIST_START,
    LETTER_YAML_LIST_END,
    LETTER_YAML_MAPPING_START,
    LETTER_YAML_MAPPING_END,
    LETTER_YAML_END, /* of the document, or of what could be read of it */
} LetterYamlType;

typedef enum LetterYamlStyle {
    LETTER_YAML_PLAIN,
    LETTER_YAML_QUOTED,
    LETTER_YAML_LITERAL, /* | */
    LETTER_YAML_FOLDED,  /* > */
} LetterYamlStyle;

typedef struct LetterYamlEvent {
    LetterYamlType type;
    LetterYamlStyle style;
    LetterSlice text; /* a scalar's, NUL after it; valid until the next event */
    LetterSpan span;  /* in the source, quotes included; of a list or mapping its begin or end */
} LetterYamlEvent;

/* Reads the stretch @within of @source, which the encoding check has seen.
   Source and diagnostics must outlive the reader.

   A text over LETTER_YAML_MAX_MARKDOWN is reported here, and the caller gets
   the first LETTER_YAML_MAX_TEXT bytes of it; whether a key allows more than
   LETTER_YAML_MAX_TEXT, the caller knows: `event.text.size` tells it.  An
   alias is reported and handed on as the text of its name. */
LetterYaml *letter_yaml_new(const LetterSource *source, LetterSpan within,
                            LetterDiagnostics *diagnostics);
void letter_yaml_free(LetterYaml *yaml);

/* The next event.  FALSE at the end, where the type is LETTER_YAML_END: that may
   be within a list or mapping where the stream is broken. */
gboolean letter_yaml_next(LetterYaml *yaml, LetterYamlEvent *event);

/* Passes over the value that @event begins, to its end. */
void letter_yaml_skip(LetterYaml *yaml, const LetterYamlEvent *event);

/* Whether a syntax error ended the stream: missing keys mean nothing then. */
gboolean letter_yaml_is_broken(const LetterYaml *yaml);

/* A key without a value: plain and empty.  Such a key is absent. */
gboolean letter_yaml_is_absent(const LetterYamlEvent *event);

/* Where each byte of the scalar stood: exact for a `|` block and for a text on
   one line without escapes, else pinned to the scalar's start. */
LetterOffsetMap *letter_yaml_map(const LetterYaml *yaml, const LetterYamlEvent *event);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(LetterYaml, letter_yaml_free)

#endif
