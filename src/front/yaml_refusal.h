/*
 * yaml_refusal.h - what YAML has and letters do not, and their limits.
 */
#ifndef LETTER_FRONT_YAML_REFUSAL_H
#define LETTER_FRONT_YAML_REFUSAL_H

#include "base/diagnostics.h"

/* Where refusals go.  After the first hundred they are no longer told. */
typedef struct LetterYamlRefusals {
    const LetterSource *source;
    LetterDiagnostics *diagnostics;
    guint count;
} LetterYamlRefusals;

/* @detail may be NULL. */
void letter_yaml_refuse(LetterYamlRefusals *refusals, LetterRule rule, LetterSpan span,
                        const char *detail);

/* A tag, as libyaml gives it: in full. */
void letter_yaml_refuse_tag(LetterYamlRefusals *refusals, LetterSpan span, const char *tag);

/* A text over LETTER_YAML_MAX_MARKDOWN; @size is how many bytes it has. */
void letter_yaml_refuse_size(LetterYamlRefusals *refusals, LetterSpan span, const char *size);

/* A plain text that ends at @from, if a '#' cuts it there: `Issue #7 is here`
   is "Issue" for YAML.  A comment that is meant as one has a blank after its
   '#'.  The stretch to look at ends at @end. */
void letter_yaml_refuse_cut(LetterYamlRefusals *refusals, gsize from, gsize end);

/* Control characters that an escape in double quotes stands for.  A NUL is
   replaced: it would end the text for those who read it as a C string. */
void letter_yaml_refuse_escaped(LetterYamlRefusals *refusals, LetterSpan span, char *text,
                                gsize size);

/* A text longer than any key allows is cut, so far that no key reports it
   again.  Returns its size. */
gsize letter_yaml_refuse_length(LetterYamlRefusals *refusals, LetterSpan span, char *text,
                                gsize size);

#endif
