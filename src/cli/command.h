/*
 * command.h - the table of commands, and how each of them ends.
 */
#ifndef LETTER_CLI_COMMAND_H
#define LETTER_CLI_COMMAND_H

#include <glib.h>

/* Ordered: a run ends with the worst that it saw. */
typedef enum LetterExit {
    LETTER_EXIT_FINE = 0,
    LETTER_EXIT_FAULTS = 1, /* a letter or a template is wrong */
    LETTER_EXIT_USAGE = 2,  /* the command line is wrong */
    LETTER_EXIT_FAILED = 3, /* the system failed: a disk, a permission */
} LetterExit;

typedef struct LetterCommand {
    const char *name;
    const char *summary; /* NULL: not listed */
    /* argv[0] is the command's name. */
    LetterExit (*run)(char **argv);
} LetterCommand;

/* NULL where there is no such command. */
const LetterCommand *letter_command_find(const char *name);

/* Says that there is no such command, and which one may be meant. */
LetterExit letter_command_refuse(const char *name);

/* What `letterctl --help` prints. */
char *letter_command_overview(void);

LetterExit letter_cmd_render(char **argv);
LetterExit letter_cmd_help(char **argv);

#endif
