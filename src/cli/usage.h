/*
 * usage.h - what is said where a command line is wrong: what would be right.
 */
#ifndef LETTER_CLI_USAGE_H
#define LETTER_CLI_USAGE_H

#include "cli/command.h"

/* Says what is wrong and where to read on.  @command is NULL where none was
   found.  Returns LETTER_EXIT_USAGE. */
LetterExit letter_usage_fail(const char *command, const char *format, ...) G_GNUC_PRINTF(2, 3);

/* The same for a word that is none of @words: "WHAT 'WORD'; did you mean …". */
LetterExit letter_usage_refuse(const char *command, const char *what, const char *word,
                               const char *const *words, gsize count);

/* "one, two or three" */
char *letter_usage_join(const char *const *words, gsize count);

/**
 * letter_usage_parse:
 * @command: its name
 * @entries: its options, ended by an empty row; "help" is added
 * @data: handed to the callbacks of @entries
 * @arguments: what follows the options in the usage line
 * @description: what follows the options in the help
 * @argv: the words, the command's name first, ended by NULL
 * @status: (out): set where FALSE is returned
 *
 * Reads a command line into what @entries point to.
 *
 * Returns: FALSE where there is nothing to run: help was printed, or the
 * command line is wrong
 */
gboolean letter_usage_parse(const char *command, const GOptionEntry *entries, gpointer data,
                            const char *arguments, const char *description, char **argv,
                            LetterExit *status);

#endif
