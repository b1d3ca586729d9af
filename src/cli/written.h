/*
 * written.h - what a run wrote: told at once, or listed at its end.
 */
#ifndef LETTER_CLI_WRITTEN_H
#define LETTER_CLI_WRITTEN_H

#include "cli/command.h"
#include "letter/render.h"

typedef struct LetterWritten LetterWritten;

LetterWritten *letter_written_new(void);
void letter_written_free(LetterWritten *written);

/* @input is the letter as named on the command line. */
void letter_written_add(LetterWritten *written, const char *input, const char *output,
                        LetterFormat format, const GString *content, gboolean is_new);

/* Writes the list to standard output; letterctl(1), "THE LIST OF OUTPUTS". */
LetterExit letter_written_print(const LetterWritten *written);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(LetterWritten, letter_written_free)

#endif
