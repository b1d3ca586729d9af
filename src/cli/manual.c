/*
 * manual.c - manual pages as plain text.
 *
 * A page is a row of blocks: headings, paragraphs, lists, examples.  Each is
 * gathered and wrapped when the next one begins.
 */
#include "cli/manual.h"

#include <string.h>

#include "base/sink.h"
#include "cli/manual_line.h"
#include "template/builtin.h"
#include "text/wrap.h"

#define RULES_PAGE     "man/letterctl-rules.7"
#define WIDTH          78
#define TEXT_INDENT    5
#define LIST_INDENT    4
#define MAX_LIST_DEPTH 8

typedef struct Topic {
    const char *name;
    const char *page;
} Topic;

static const Topic topics[] = {
    { "render", "man/letterctl.1" },
    { "help", "man/letterctl.1" },
    { "letterctl", "man/letterctl.1" },
    { "letter", "man/letter.5" },
    { "format", "man/letter.5" },
    { "templates", "man/letterctl-templates.5" },
    { "letterctl-templates", "man/letterctl-templates.5" },
    { "rules", RULES_PAGE },
    { "letterctl-rules", RULES_PAGE },
};

typedef struct List {
    gboolean is_bulleted;
    gboolean is_compact;
} List;

typedef struct Formatter {
    LetterSink *sink;
    LetterLayout layout;
    GString *paragraph; /* gathered, not yet written */
    const char *bullet; /* before its first line */
    List lists[MAX_LIST_DEPTH];
    guint depth;
    guint indent;
    gboolean is_literal;
    gboolean is_synopsis; /* each name begins a line there */
    gboolean needs_blank; /* a line without text before the next block */
} Formatter;

GBytes *letter_manual_find(const char *topic)
{
    for (guint i = 0; i < G_N_ELEMENTS(topics); i++)
        if (strcmp(topics[i].name, topic) == 0)
            return letter_builtin_find(topics[i].page);
    return NULL;
}

const char *letter_manual_topic(guint index)
{
    return index < G_N_ELEMENTS(topics) ? topics[index].name : NULL;
}

GBytes *letter_manual_find_rule(const char *slug)
{
    g_autoptr(GBytes) page = letter_builtin_find(RULES_PAGE);
    g_autofree char *item = g_strdup_printf("\n.It Sy %s\n", slug);
    const char *text = page != NULL ? g_bytes_get_data(page, NULL) : NULL;
    const char *start = text != NULL ? strstr(text, item) : NULL;
    const char *end, *list_end;
    GString *entry;

    if (start == NULL)
        return NULL;
    start++;
    end = strstr(start + 1, "\n.It Sy ");
    list_end = strstr(start, "\n.El\n.\\\" end of rules");
    if (end == NULL || (list_end != NULL && list_end < end))
        end = list_end != NULL ? list_end : start + strlen(start);
    entry = g_string_new(".Bl -tag -width Ds -compact\n");
    g_string_append_len(entry, start, end - start);
    g_string_append(entry, "\n.El\n");
    return g_string_free_to_bytes(entry);
}

static guint text_indent(const Formatter *formatter)
{
    return formatter->indent + formatter->depth * LIST_INDENT;
}

/* Writes what was gathered, @outdent columns further left. */
static void flush(Formatter *formatter, guint outdent)
{
    guint indent = text_indent(formatter) - outdent;
    g_autofree char *rest = g_strnfill(indent, ' ');
    g_autofree char *first = g_strdup(rest);
    GString *paragraph = formatter->paragraph;

    if (paragraph->len == 0)
        return;
    if (formatter->bullet != NULL)
        first[indent - 2] = formatter->bullet[0];
    formatter->bullet = NULL;
    letter_wrap(&formatter->layout, (LetterSlice){ paragraph->str, paragraph->len }, first, rest,
                formatter->sink);
    letter_sink_putc(formatter->sink, '\n');
    g_string_truncate(paragraph, 0);
    formatter->needs_blank = TRUE;
}

static void begin_block(Formatter *formatter)
{
    flush(formatter, 0);
    if (formatter->needs_blank)
        letter_sink_putc(formatter->sink, '\n');
    formatter->needs_blank = FALSE;
}

static void begin_heading(Formatter *formatter, const char *arguments)
{
    begin_block(formatter);
    formatter->indent = 0;
    formatter->is_synopsis = strcmp(arguments, "SYNOPSIS") == 0;
    letter_manual_append_macros(formatter->paragraph, arguments);
    flush(formatter, 0);
    formatter->needs_blank = FALSE;
    formatter->indent = TEXT_INDENT;
}

static void begin_subheading(Formatter *formatter, const char *arguments)
{
    begin_block(formatter);
    letter_manual_append_macros(formatter->paragraph, arguments);
    flush(formatter, 2);
    formatter->needs_blank = FALSE;
}

static void begin_paragraph(Formatter *formatter, const char *arguments)
{
    (void)arguments;
    begin_block(formatter);
}

static void begin_list(Formatter *formatter, const char *arguments)
{
    List *list = &formatter->lists[MIN(formatter->depth, MAX_LIST_DEPTH - 1)];

    flush(formatter, 0);
    list->is_bulleted = strstr(arguments, "-bullet") != NULL;
    list->is_compact = strstr(arguments, "-compact") != NULL;
    formatter->depth++;
}

static void begin_item(Formatter *formatter, const char *arguments)
{
    const List *list = &formatter->lists[MIN(MAX(formatter->depth, 1), MAX_LIST_DEPTH) - 1];

    flush(formatter, 0);
    if (formatter->needs_blank && !list->is_compact)
        letter_sink_putc(formatter->sink, '\n');
    formatter->needs_blank = FALSE;
    if (list->is_bulleted) {
        formatter->bullet = "-";
        return;
    }
    letter_manual_append_macros(formatter->paragraph, arguments);
    flush(formatter, LIST_INDENT);
    formatter->needs_blank = FALSE;
}

static void end_list(Formatter *formatter, const char *arguments)
{
    (void)arguments;
    flush(formatter, 0);
    formatter->depth -= formatter->depth > 0;
    formatter->needs_blank = TRUE;
}

static void begin_display(Formatter *formatter, const char *arguments)
{
    (void)arguments;
    begin_block(formatter);
    formatter->is_literal = TRUE;
}

static void end_display(Formatter *formatter, const char *arguments)
{
    (void)arguments;
    formatter->is_literal = FALSE;
    formatter->needs_blank = TRUE;
}

static void put_literal(Formatter *formatter, const char *line)
{
    g_autofree char *indent = g_strnfill(text_indent(formatter) + LIST_INDENT, ' ');
    g_autoptr(GString) text = g_string_new(NULL);

    letter_manual_append_text(text, line);
    if (text->len > 0)
        letter_sink_puts(formatter->sink, indent);
    letter_sink_write(formatter->sink, text->str, text->len);
    letter_sink_putc(formatter->sink, '\n');
}

static void put_example(Formatter *formatter, const char *line)
{
    begin_block(formatter);
    put_literal(formatter, line);
    formatter->needs_blank = TRUE;
}

static void pass_over(Formatter *formatter, const char *arguments)
{
    (void)formatter;
    (void)arguments;
}

typedef struct Block {
    const char *macro;
    void (*begin)(Formatter *formatter, const char *arguments);
} Block;

static const Block blocks[] = {
    { "Bd", begin_display },   { "Bl", begin_list },    { "Dd", pass_over },
    { "Dl", put_example },     { "Dt", pass_over },     { "Ed", end_display },
    { "El", end_list },        { "It", begin_item },    { "Os", pass_over },
    { "Pp", begin_paragraph }, { "Sh", begin_heading }, { "Ss", begin_subheading },
    { "\\\"", pass_over },
};

static void put_macro_line(Formatter *formatter, const char *line)
{
    gsize size = strcspn(line, " ");
    const char *arguments = line + size + strspn(line + size, " ");

    for (guint i = 0; i < G_N_ELEMENTS(blocks); i++)
        if (strlen(blocks[i].macro) == size && strncmp(line, blocks[i].macro, size) == 0) {
            blocks[i].begin(formatter, arguments);
            return;
        }
    if (formatter->is_synopsis && g_str_has_prefix(line, "Nm"))
        flush(formatter, 0);
    letter_manual_append_macros(formatter->paragraph, line);
}

char *letter_manual_format(LetterSlice page)
{
    g_autofree char *copy = g_strndup(page.data, page.size);
    g_auto(GStrv) lines = g_strsplit(copy, "\n", -1);
    g_autoptr(LetterLocale) locale = letter_locale_new("en");
    g_autoptr(GString) paragraph = g_string_new(NULL);
    GString *text = g_string_new(NULL);
    g_autoptr(LetterSink) sink = letter_sink_new_for_string(text);
    Formatter formatter = {
        .sink = sink,
        .layout = { WIDTH, LETTER_FLOW_FIXED, locale },
        .paragraph = paragraph,
    };

    for (guint i = 0; lines[i] != NULL; i++) {
        if (lines[i][0] == '.')
            put_macro_line(&formatter, lines[i] + 1);
        else if (formatter.is_literal)
            put_literal(&formatter, lines[i]);
        else
            letter_manual_append_text(paragraph, lines[i]);
    }
    flush(&formatter, 0);
    return g_string_free(text, FALSE);
}
