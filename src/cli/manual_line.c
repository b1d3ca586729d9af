/*
 * manual_line.c - a line of a manual page as plain text.
 *
 * Of mdoc(7) only what the project's own pages use: macros within a line, which
 * a terminal without `man` shows by brackets, quotes and dashes.
 */
#include "cli/manual_line.h"

#include <string.h>

typedef struct Macro {
    const char *name;
    const char *before, *after; /* about each word, or about all where it encloses */
    gboolean encloses;          /* to the end of the line, other macros with it */
} Macro;

static const Macro macros[] = {
    { "Aq", "<", ">", TRUE },   { "Ar", "", "", FALSE },  { "Cm", "", "", FALSE },
    { "Dq", "\"", "\"", TRUE }, { "Em", "", "", FALSE },  { "Ev", "", "", FALSE },
    { "Fl", "-", "", FALSE },   { "Ic", "", "", FALSE },  { "Li", "", "", FALSE },
    { "Nd", "- ", "", TRUE },   { "Nm", "", "", FALSE },  { "No", "", "", FALSE },
    { "Op", "[", "]", TRUE },   { "Pa", "", "", FALSE },  { "Pq", "(", ")", TRUE },
    { "Ql", "'", "'", TRUE },   { "Sq", "'", "'", TRUE }, { "Sx", "", "", FALSE },
    { "Sy", "", "", FALSE },    { "Va", "", "", FALSE },  { "Xr", "", "", FALSE },
};

static const Macro *find_macro(const char *name)
{
    for (guint i = 0; i < G_N_ELEMENTS(macros); i++)
        if (strcmp(macros[i].name, name) == 0)
            return &macros[i];
    return NULL;
}

gboolean letter_manual_is_inline(const char *macro)
{
    return find_macro(macro) != NULL || strcmp(macro, "Ns") == 0;
}

static gboolean is_closing(const char *word)
{
    return strlen(word) == 1 && strchr(".,:;)]?!", word[0]) != NULL;
}

static gboolean is_opening(const char *word)
{
    return strcmp(word, "(") == 0 || strcmp(word, "[") == 0;
}

/* Escapes of the pages: \& is nothing, \e a backslash, "\ " and \- themselves. */
static void append_unescaped(GString *text, const char *word)
{
    for (const char *at = word; *at != '\0'; at++) {
        if (*at != '\\' || at[1] == '\0')
            g_string_append_c(text, *at);
        else if (*++at == 'e')
            g_string_append_c(text, '\\');
        else if (*at != '&')
            g_string_append_c(text, *at);
    }
}

static void append_word(GString *text, const char *before, const char *word, const char *after,
                        gboolean *joins)
{
    if (!*joins && text->len > 0 && text->str[text->len - 1] != '\n')
        g_string_append_c(text, ' ');
    g_string_append(text, before);
    append_unescaped(text, word);
    g_string_append(text, after);
    *joins = FALSE;
}

void letter_manual_append_text(GString *text, const char *line)
{
    gboolean joins = FALSE;

    append_word(text, "", line, "", &joins);
}

/* Words are split at blanks; what is in quotes is one, and never a macro. */
static GPtrArray *split(const char *line)
{
    GPtrArray *words = g_ptr_array_new_with_free_func(g_free);
    const char *at = line;

    while (*(at += strspn(at, " ")) != '\0') {
        gboolean quoted = *at == '"';
        gsize size = quoted ? strcspn(++at, "\"") : strcspn(at, " ");

        g_ptr_array_add(words,
                        quoted ? g_strdup_printf("\\&%.*s", (int)size, at) : g_strndup(at, size));
        at += size + (quoted && at[size] == '"');
    }
    return words;
}

/* The section of a page follows its name: letter(5). */
static void append_reference(GString *text, const GPtrArray *words, guint *index, gboolean *joins)
{
    append_word(text, "", g_ptr_array_index(words, *index), "", joins);
    if (*index + 1 < words->len)
        g_string_append_printf(text, "(%s)", (char *)g_ptr_array_index(words, ++*index));
}

static void append_words(GString *text, const GPtrArray *words, guint from, guint end,
                         gboolean *joins);

static void append_enclosed(GString *text, const GPtrArray *words, guint from, guint end,
                            const Macro *macro, gboolean *joins)
{
    guint inner_end = end;

    while (inner_end > from && is_closing(g_ptr_array_index(words, inner_end - 1)))
        inner_end--;
    append_word(text, macro->before, "", "", joins);
    *joins = TRUE;
    append_words(text, words, from, inner_end, joins);
    g_string_append(text, macro->after);
    *joins = FALSE;
    append_words(text, words, inner_end, end, joins);
}

static void append_words(GString *text, const GPtrArray *words, guint from, guint end,
                         gboolean *joins)
{
    const Macro *current = NULL;

    for (guint i = from; i < end; i++) {
        const char *word = g_ptr_array_index(words, i);
        const Macro *macro = find_macro(word);

        if (macro != NULL && macro->encloses) {
            append_enclosed(text, words, i + 1, end, macro, joins);
            return;
        }
        if (macro != NULL) {
            current = macro;
            if (strcmp(word, "Nm") == 0 && (i + 1 == end || is_closing(words->pdata[i + 1])))
                append_word(text, "", "letterctl", "", joins);
            else if (strcmp(word, "Xr") == 0 && i + 1 < end) {
                i++;
                append_reference(text, words, &i, joins);
            }
        } else if (strcmp(word, "Ns") == 0) {
            *joins = TRUE;
            current = NULL;
        } else if (is_closing(word)) {
            g_string_append(text, word);
            *joins = FALSE;
        } else {
            gboolean is_plain = current == NULL || strcmp(word, "|") == 0;

            append_word(text, is_plain ? "" : current->before, word, "", joins);
            *joins = is_opening(word);
        }
    }
}

void letter_manual_append_macros(GString *text, const char *line)
{
    g_autoptr(GPtrArray) words = split(line);
    gboolean joins = FALSE;

    append_words(text, words, 0, words->len, &joins);
}
