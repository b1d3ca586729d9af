/*
 * usage.c - command lines: read by GLib, and told what would be right.
 */
#include "cli/usage.h"

#include <string.h>

#include "base/printable.h"
#include "cli/stream.h"
#include "text/spelling.h"

LetterExit letter_usage_fail(const char *command, const char *format, ...)
{
    g_autofree char *message = NULL, *shown = NULL, *text = NULL;
    va_list arguments;

    va_start(arguments, format);
    message = g_strdup_vprintf(format, arguments);
    va_end(arguments);
    shown = letter_printable_name(message);
    text = command != NULL
               ? g_strdup_printf("%s: %s\nTry 'letterctl %s --help'.", command, shown, command)
               : g_strdup_printf("%s\nTry 'letterctl --help'.", shown);
    letter_stream_complain(text);
    return LETTER_EXIT_USAGE;
}

LetterExit letter_usage_refuse(const char *command, const char *what, const char *word,
                               const char *const *words, gsize count)
{
    const char *meant = letter_spelling_nearest(word, words, count);

    if (meant == NULL)
        return letter_usage_fail(command, "%s '%s'", what, word);
    return letter_usage_fail(command, "%s '%s'; did you mean '%s'?", what, word, meant);
}

char *letter_usage_join(const char *const *words, gsize count)
{
    GString *text = g_string_new(NULL);

    for (gsize i = 0; i < count; i++) {
        if (i > 0)
            g_string_append(text, i + 1 < count ? ", " : " or ");
        g_string_append(text, words[i]);
    }
    return g_string_free(text, FALSE);
}

/* GLib's message ends with the option as typed, "--name" or "--name=value". */
static LetterExit refuse_option(const char *command, const GOptionEntry *entries, char **argv,
                                const char *message)
{
    g_autoptr(GPtrArray) names = g_ptr_array_new_with_free_func(g_free);
    g_autofree char *typed = NULL;

    for (guint i = 0; entries[i].long_name != NULL; i++)
        if (entries[i].long_name[0] != '\0')
            g_ptr_array_add(names, g_strconcat("--", entries[i].long_name, NULL));
    g_ptr_array_add(names, g_strdup("--help"));
    for (guint i = 1; argv[i] != NULL; i++)
        if (argv[i][0] == '-' && g_str_has_suffix(message, argv[i]))
            typed = typed != NULL ? typed : g_strndup(argv[i], strcspn(argv[i], "="));
    return letter_usage_refuse(command, "unknown option", typed != NULL ? typed : message,
                               (const char *const *)names->pdata, names->len);
}

static LetterExit refuse(const char *command, const GOptionEntry *entries, char **argv,
                         const GError *error)
{
    g_autofree char *message = NULL;

    if (g_error_matches(error, G_OPTION_ERROR, G_OPTION_ERROR_UNKNOWN_OPTION))
        return refuse_option(command, entries, argv, error->message);
    message = g_strdup(error->message);
    if (g_ascii_isupper(message[0]) && g_ascii_islower(message[1]))
        message[0] = g_ascii_tolower(message[0]);
    return letter_usage_fail(command, "%s", message);
}

/* The short option that @word begins with, where it takes a value. */
static gboolean takes_value(const GOptionEntry *entries, const char *word)
{
    for (guint i = 0; entries[i].long_name != NULL; i++)
        if (entries[i].short_name != 0 && entries[i].short_name == word[1])
            return entries[i].arg != G_OPTION_ARG_NONE;
    return FALSE;
}

/* GLib knows "-t html", and takes the letters of "-thtml" for options. */
static char **split_words(const GOptionEntry *entries, char **argv)
{
    GPtrArray *words = g_ptr_array_new();
    gboolean is_value = FALSE, is_letter = FALSE;

    for (guint i = 0; argv[i] != NULL; i++) {
        const char *word = argv[i];
        gboolean is_short = !is_value && !is_letter && word[0] == '-' && word[1] != '-' &&
                            takes_value(entries, word);

        is_letter = is_letter || (!is_value && strcmp(word, "--") == 0);
        is_value = is_short && word[2] == '\0';
        if (is_short && word[2] != '\0') {
            g_ptr_array_add(words, g_strndup(word, 2));
            g_ptr_array_add(words, g_strdup(word + 2));
        } else {
            g_ptr_array_add(words, g_strdup(word));
        }
    }
    g_ptr_array_add(words, NULL);
    return (char **)g_ptr_array_free(words, FALSE);
}

static LetterExit print_help(GOptionContext *context)
{
    g_autofree char *help = g_option_context_get_help(context, TRUE, NULL);

    return letter_stream_print(letter_slice(help));
}

gboolean letter_usage_parse(const char *command, const GOptionEntry *entries, gpointer data,
                            const char *arguments, const char *description, char **argv,
                            LetterExit *status)
{
    g_autoptr(GOptionContext) context = g_option_context_new(arguments);
    GOptionGroup *group = g_option_group_new(command, NULL, NULL, data, NULL);
    g_autofree char *program = g_strconcat("letterctl ", command, NULL);
    g_auto(GStrv) words = split_words(entries, argv);
    g_autoptr(GError) error = NULL;
    gboolean wants_help = FALSE;
    const GOptionEntry help[] = {
        { "help", 'h', 0, G_OPTION_ARG_NONE, &wants_help, "print this", NULL },
        { 0 },
    };

    g_set_prgname(program);
    /* GLib's own help would go through g_print(). */
    g_option_context_set_help_enabled(context, FALSE);
    g_option_context_set_description(context, description);
    g_option_group_add_entries(group, entries);
    g_option_group_add_entries(group, help);
    g_option_context_set_main_group(context, group);
    if (!g_option_context_parse_strv(context, &words, &error)) {
        *status = refuse(command, entries, argv, error);
        return FALSE;
    }
    if (wants_help)
        *status = print_help(context);
    return !wants_help;
}
