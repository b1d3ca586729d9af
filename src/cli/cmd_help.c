/*
 * cmd_help.c - `letterctl help`: manual pages, and what a rule means.
 *
 * A terminal gets a page as the machine's own reader shows it, where there is
 * one; everything else gets plain text.
 */
#include <stdio.h>
#include <unistd.h>

#include "base/diagnostics.h"
#include "cli/command.h"
#include "cli/manual.h"
#include "cli/stream.h"
#include "cli/usage.h"
#include "template/builtin.h"

#define COMMAND "help"

/* Readers that take a page on their standard input, and page it. */
static const struct {
    const char *program, *command;
} readers[] = {
    { "mandoc", "mandoc -a" },
    { "man", "man -l -" },
};

static LetterExit refuse_topic(const char *topic)
{
    g_autoptr(GPtrArray) words = g_ptr_array_new();
    const char *name;

    for (guint i = 0; (name = letter_manual_topic(i)) != NULL; i++)
        g_ptr_array_add(words, (gpointer)name);
    for (guint rule = 0; rule < LETTER_RULE_COUNT; rule++)
        g_ptr_array_add(words, (gpointer)letter_rule_info((LetterRule)rule)->slug);
    return letter_usage_refuse(COMMAND, "nothing is known about", topic,
                               (const char *const *)words->pdata, words->len);
}

/* FALSE where no reader is there, or it did not take the page. */
static gboolean show(LetterSlice page)
{
    for (guint i = 0; i < G_N_ELEMENTS(readers); i++) {
        g_autofree char *path = g_find_program_in_path(readers[i].program);
        FILE *reader = path != NULL ? popen(readers[i].command, "w") : NULL;

        if (reader == NULL)
            continue;
        /* A pager that is left early closes the pipe: that is no failure. */
        (void)!fwrite(page.data, 1, page.size, reader);
        if (pclose(reader) == 0)
            return TRUE;
    }
    return FALSE;
}

static LetterExit print(LetterSlice page)
{
    g_autofree char *text = letter_manual_format(page);

    return letter_stream_print(letter_slice(text));
}

static LetterExit print_topics(void)
{
    g_autofree char *overview = letter_command_overview();
    g_autofree char *text = g_strconcat(
        overview,
        "\nManual pages:\n"
        "  letterctl help render     the commands and their options\n"
        "  letterctl help letter     the keys of a letter\n"
        "  letterctl help templates  templates, labels and styles\n"
        "  letterctl help rules      what can be wrong; 'letterctl help SLUG' for one rule\n",
        NULL);

    return letter_stream_print(letter_slice(text));
}

LetterExit letter_cmd_help(char **argv)
{
    g_auto(GStrv) topics = NULL;
    const GOptionEntry entries[] = {
        { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &topics, NULL, NULL },
        { 0 },
    };
    g_autoptr(GBytes) page = NULL;
    LetterSlice text;
    LetterExit status;

    if (!letter_usage_parse(COMMAND, entries, NULL, "[TOPIC]",
                            "A topic is a command, letter, templates, rules, or a rule's slug.",
                            argv, &status))
        return status;
    if (topics == NULL)
        return print_topics();
    if (topics[1] != NULL)
        return letter_usage_fail(COMMAND, "one topic at a time, '%s' say", topics[0]);
    page = letter_manual_find(topics[0]);
    if (page != NULL && isatty(STDOUT_FILENO) == 1) {
        text.data = g_bytes_get_data(page, &text.size);
        if (show(text))
            return LETTER_EXIT_FINE;
    }
    if (page == NULL)
        page = letter_manual_find_rule(topics[0]);
    if (page == NULL)
        return refuse_topic(topics[0]);
    text.data = g_bytes_get_data(page, &text.size);
    return print(text);
}
