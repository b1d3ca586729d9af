/*
 * yaml_input.h - a stretch of a source as libyaml gets it, and the way back.
 *
 * libyaml counts code points, miscounts CRLF and stops at characters that an
 * author may have left in by mistake.  So it gets a copy, character for
 * character, in which CRLF is LF and the characters that no source may hold
 * are harmless ones; the encoding check has reported them.
 */
#ifndef LETTER_FRONT_YAML_INPUT_H
#define LETTER_FRONT_YAML_INPUT_H

#include "base/source.h"

typedef struct LetterYamlInput {
    const LetterSource *source;
    LetterSpan within;
    gsize next;          /* byte to be copied next */
    gsize index, offset; /* a known pair: libyaml's index, the byte in @source */
    gboolean has_marks;  /* U+FEFF was copied as a stand-in */
} LetterYamlInput;

/* A BOM at the start of the source is left out. */
void letter_yaml_input_init(LetterYamlInput *input, const LetterSource *source, LetterSpan within);

/* Copies whole characters, at most @size bytes (at least 8).  Returns how many
   were written; 0 only at the end. */
gsize letter_yaml_input_read(LetterYamlInput *input, char *buffer, gsize size);

/* Where the character stands that libyaml gives the number @index.  Cheap for
   indices near the one asked for before. */
gsize letter_yaml_input_find(LetterYamlInput *input, gsize index);

/* Puts each U+FEFF back into a text that libyaml made of the input. */
void letter_yaml_input_restore(const LetterYamlInput *input, char *text, gsize size);

/* Passes over blanks, line ends and comments. */
gsize letter_yaml_input_skip(const LetterYamlInput *input, gsize from);

gboolean letter_yaml_input_starts_line(const LetterYamlInput *input, gsize at);

#endif
