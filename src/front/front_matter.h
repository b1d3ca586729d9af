/*
 * front_matter.h - the borders of a letter: its YAML head, its Markdown body.
 */
#ifndef LETTER_FRONT_FRONT_MATTER_H
#define LETTER_FRONT_FRONT_MATTER_H

#include "base/diagnostics.h"

typedef struct LetterFrontMatter {
    LetterSpan head; /* the lines between the fences */
    LetterSpan body; /* all after the closing fence */
} LetterFrontMatter;

/* Finds the borders.  Before that the whole source is searched for bytes that
   are not UTF-8, control characters and U+2028 and U+2029, each a finding.
   FALSE where there is no head to read: head-missing, head-open, not-utf8. */
gboolean letter_front_matter_split(const LetterSource *source, LetterDiagnostics *diagnostics,
                                   LetterFrontMatter *split);

/* The encoding check alone, for a source that is YAML throughout.  FALSE where
   it is not valid UTF-8. */
gboolean letter_front_matter_check_encoding(const LetterSource *source,
                                            LetterDiagnostics *diagnostics);

#endif
