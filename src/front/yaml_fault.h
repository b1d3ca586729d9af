/*
 * yaml_fault.h - what to write instead, where libyaml could not go on.
 */
#ifndef LETTER_FRONT_YAML_FAULT_H
#define LETTER_FRONT_YAML_FAULT_H

#include "base/diagnostics.h"
#include "front/yaml.h"

/* All that is known when libyaml gives up. */
typedef struct LetterYamlFault {
    const LetterSource *source;
    LetterSpan within;
    const char *problem; /* libyaml's words */
    const char *context; /* libyaml's words: "while scanning a quoted scalar"; may be NULL */
    gsize problem_at;
    gsize context_at;         /* where that began; @problem_at without a context */
    gboolean in_brackets;     /* a list or a mapping is open in brackets */
    gsize bracket_at;         /* the outermost of them */
    LetterYamlType last_type; /* of the last value that was read */
    LetterYamlStyle last_style;
    LetterSpan last; /* its place: of a list in brackets, the whole */
} LetterYamlFault;

/* Adds one finding of the rule yaml-syntax, at the place where the author has
   to change something. */
void letter_yaml_fault_report(const LetterYamlFault *fault, LetterDiagnostics *diagnostics);

#endif
