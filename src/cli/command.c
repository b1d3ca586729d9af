/*
 * command.c - the table of commands.
 */
#include "cli/command.h"

#include <string.h>

#include "cli/stream.h"
#include "cli/usage.h"
#include "letter/version.h"
#include "text/spelling.h"

static LetterExit print_overview(char **argv)
{
    g_autofree char *overview = letter_command_overview();

    (void)argv;
    return letter_stream_print(letter_slice(overview));
}

static LetterExit print_version(char **argv)
{
    g_autofree char *version =
        g_strdup_printf("letterctl %s (ICU data %s)\n", letter_version(), letter_data_version());

    (void)argv;
    return letter_stream_print(letter_slice(version));
}

/* Those that are not listed come last. */
static const LetterCommand commands[] = {
    { "render", "turn letters into web pages, plain text, email and JSON", letter_cmd_render },
    { "help", "show a manual page, or what a rule means", letter_cmd_help },
    { "--help", NULL, print_overview },
    { "-h", NULL, print_overview },
    { "--version", NULL, print_version },
    { "-V", NULL, print_version },
};

const LetterCommand *letter_command_find(const char *name)
{
    for (guint i = 0; i < G_N_ELEMENTS(commands); i++)
        if (strcmp(commands[i].name, name) == 0)
            return &commands[i];
    return NULL;
}

LetterExit letter_command_refuse(const char *name)
{
    const char *names[G_N_ELEMENTS(commands)];
    g_autofree char *listed = NULL;
    guint listed_count = 0;

    for (guint i = 0; i < G_N_ELEMENTS(commands); i++) {
        names[i] = commands[i].name;
        listed_count += commands[i].summary != NULL;
    }
    if (name[0] == '-' || letter_spelling_nearest(name, names, G_N_ELEMENTS(names)) != NULL)
        return letter_usage_refuse(NULL, name[0] == '-' ? "unknown option" : "unknown command",
                                   name, names, G_N_ELEMENTS(names));
    listed = letter_usage_join(names, listed_count);
    return letter_usage_fail(NULL, "unknown command '%s'; write %s", name, listed);
}

char *letter_command_overview(void)
{
    GString *text = g_string_new("Usage: letterctl COMMAND [OPTION...] [LETTER...]\n\n"
                                 "Publish an open letter from one Markdown file.\n\nCommands:\n");

    for (guint i = 0; i < G_N_ELEMENTS(commands); i++)
        if (commands[i].summary != NULL)
            g_string_append_printf(text, "  %-10s %s\n", commands[i].name, commands[i].summary);
    g_string_append(text,
                    "\nOptions:\n"
                    "  -h, --help     print this; after a command, its options\n"
                    "  -V, --version  print the versions of letterctl and of its Unicode data\n"
                    "\nExamples:\n"
                    "  letterctl render letter.md > letter.html\n"
                    "  letterctl render -t html,text,email -o public/ letters/*.md\n"
                    "  letterctl help letter\n");
    return g_string_free(text, FALSE);
}
