/*
 * yaml_positions_test.c - every text of a random document is found again at
 * its place, with every kind of line end.
 *
 * A document is written of words that each occur once, together with the
 * texts that a reader of YAML must find in it.
 */
#include <string.h>

#include "front/yaml.h"

#define DOCUMENTS 300
#define MAX_LEVEL 5

typedef struct Writer {
    GRand *random;
    GString *text;
    GPtrArray *expected; /* of char *, in the order of the document */
    guint words;
} Writer;

static guint roll(Writer *writer, guint sides)
{
    return (guint)g_rand_int_range(writer->random, 0, (gint32)sides);
}

/* A word that does not come again; signs of one to four bytes. */
static char *new_word(Writer *writer)
{
    static const char *const signs[] = { "a", "é", "語", "🙂", "z", "ش" };

    return g_strdup_printf("%s%05u%s", signs[roll(writer, G_N_ELEMENTS(signs))], writer->words++,
                           signs[roll(writer, G_N_ELEMENTS(signs))]);
}

static void append_words(Writer *writer, GString *value)
{
    guint count = 1 + roll(writer, 3);

    for (guint i = 0; i < count; i++) {
        g_autofree char *word = new_word(writer);

        if (i > 0)
            g_string_append_c(value, ' ');
        g_string_append(value, word);
    }
}

static void expect(Writer *writer, const char *value)
{
    g_ptr_array_add(writer->expected, g_strdup(value));
}

static void indent(Writer *writer, guint level)
{
    g_string_append_printf(writer->text, "%*s", (int)level * 2, "");
}

static void write_comment(Writer *writer)
{
    /* libyaml takes no tab after the '-' of an entry. */
    const char *blank = g_str_has_suffix(writer->text->str, "-") ? "  " : "\t";

    if (roll(writer, 3) == 0)
        g_string_append_printf(writer->text, "%s# é%05u", blank, writer->words++);
    g_string_append_c(writer->text, '\n');
}

static void write_plain(Writer *writer, G_GNUC_UNUSED guint level)
{
    g_autoptr(GString) value = g_string_new(NULL);

    append_words(writer, value);
    g_string_append_printf(writer->text, " %s", value->str);
    expect(writer, value->str);
    write_comment(writer);
}

/* A text of two lines, which YAML joins by a blank. */
static void write_lines(Writer *writer, guint level, const char *quote)
{
    g_autoptr(GString) first = g_string_new(NULL), second = g_string_new(NULL);
    g_autofree char *value = NULL;

    append_words(writer, first);
    append_words(writer, second);
    value = g_strconcat(first->str, " ", second->str, NULL);
    expect(writer, value);
    g_string_append_printf(writer->text, " %s%s \n", quote, first->str);
    indent(writer, level + 1);
    g_string_append_printf(writer->text, "%s%s", second->str, quote);
    write_comment(writer);
}

static void write_plain_lines(Writer *writer, guint level)
{
    write_lines(writer, level, "");
}

static void write_quoted_lines(Writer *writer, guint level)
{
    write_lines(writer, level, roll(writer, 2) == 0 ? "'" : "\"");
}

static void write_quoted(Writer *writer, G_GNUC_UNUSED guint level)
{
    const char *quote = roll(writer, 2) == 0 ? "'" : "\"";
    g_autoptr(GString) value = g_string_new(NULL);

    append_words(writer, value);
    if (roll(writer, 3) == 0)
        g_string_append(value, ": # [");
    g_string_append_printf(writer->text, "  %s%s%s", quote, value->str, quote);
    expect(writer, value->str);
    write_comment(writer);
}

static void write_absent(Writer *writer, G_GNUC_UNUSED guint level)
{
    expect(writer, "");
    write_comment(writer);
}

static void write_block(Writer *writer, guint level)
{
    static const char *const chomping[] = { "", "-", "+" };
    guint keep = roll(writer, G_N_ELEMENTS(chomping));
    guint lines = 1 + roll(writer, 4), blanks = roll(writer, 3);
    g_autoptr(GString) value = g_string_new(NULL);

    g_string_append_printf(writer->text, " |%s", chomping[keep]);
    write_comment(writer);
    for (guint i = 0; i < lines; i++) {
        gsize before = value->len;

        if (i > 0 && roll(writer, 4) == 0) {
            g_string_append_c(value, '\n');
            g_string_append_c(writer->text, '\n');
            before = value->len;
        }
        if (i > 0 && roll(writer, 3) == 0)
            g_string_append(value, "   ");
        append_words(writer, value);
        g_string_append_c(value, '\n');
        indent(writer, level + 1);
        g_string_append(writer->text, value->str + before);
    }
    for (guint i = 0; i < blanks; i++) {
        g_string_append_c(writer->text, '\n');
        if (keep == 2)
            g_string_append_c(value, '\n');
    }
    if (keep == 1)
        g_string_truncate(value, value->len - 1);
    expect(writer, value->str);
}

static void write_flow(Writer *writer, G_GNUC_UNUSED guint level)
{
    for (guint i = 0; i < 4; i++) {
        g_autoptr(GString) value = g_string_new(NULL);
        static const char *const forms[] = { " [%s,", " '%s',", " {%s:", "\"%s\"}]" };
        g_auto(GStrv) parts = g_strsplit(forms[i], "%s", 2);

        append_words(writer, value);
        expect(writer, value->str);
        g_string_append_printf(writer->text, "%s%s%s", parts[0], value->str, parts[1]);
        if (i == 2)
            g_string_append_c(writer->text, ' ');
    }
    write_comment(writer);
}

static void write_collection(Writer *writer, guint level);

static void write_nested(Writer *writer, guint level)
{
    if (level >= MAX_LEVEL) {
        write_plain(writer, level);
        return;
    }
    write_comment(writer);
    write_collection(writer, level + 1);
}

static void write_value(Writer *writer, guint level)
{
    static void (*const kinds[])(Writer * writer, guint level) = {
        write_plain, write_plain_lines, write_quoted, write_quoted_lines,
        write_block, write_absent,      write_flow,   write_nested,
    };

    kinds[roll(writer, G_N_ELEMENTS(kinds))](writer, level);
}

static void write_collection(Writer *writer, guint level)
{
    gboolean is_list = roll(writer, 2) == 0;
    guint count = 1 + roll(writer, 4);

    for (guint i = 0; i < count; i++) {
        indent(writer, level);
        if (is_list) {
            g_string_append_c(writer->text, '-');
        } else {
            g_autofree char *key = new_word(writer);

            g_string_append_printf(writer->text, "%s:", key);
            expect(writer, key);
        }
        write_value(writer, level);
    }
}

static LetterSource *make_source(const GString *text, const char *line_end)
{
    g_auto(GStrv) lines = g_strsplit(text->str, "\n", -1);
    g_autofree char *joined = g_strjoinv(line_end, lines);
    g_autofree char *marked = g_strconcat("\xEF\xBB\xBF", joined, NULL);
    g_autoptr(GBytes) bytes = g_bytes_new(marked, strlen(marked));

    return letter_source_new("random", bytes);
}

/* Each word of the text stands in its span, the first and last at its ends
   but for quotes and the `|`. */
static void check_span(const LetterSource *source, const LetterYamlEvent *event)
{
    g_autofree char *stretch =
        g_strndup(source->data + event->span.start, event->span.end - event->span.start);
    g_auto(GStrv) words = g_strsplit_set(event->text.data, " \n", -1);

    for (char **word = words; *word != NULL; word++)
        g_assert_nonnull(strstr(stretch, *word));
    if (event->style == LETTER_YAML_PLAIN) {
        g_assert_true(g_str_has_prefix(stretch, words[0]));
        g_assert_true(g_str_has_suffix(stretch, words[g_strv_length(words) - 1]));
    } else if (event->style == LETTER_YAML_QUOTED) {
        g_assert_nonnull(strchr("'\"", stretch[0]));
        g_assert_cmpint(stretch[0], ==, stretch[strlen(stretch) - 1]);
    } else {
        g_assert_cmpint(stretch[0], ==, '|');
    }
}

/* A map is exact, or it knows one place only. */
static void check_map(const LetterYaml *yaml, const LetterSource *source,
                      const LetterYamlEvent *event)
{
    g_autoptr(LetterOffsetMap) map = letter_yaml_map(yaml, event);
    gboolean pinned =
        letter_offset_map_find(map, event->text.size) == event->span.start && event->text.size > 0;

    g_assert_true(!pinned ||
                  memchr(source->data + event->span.start, '\n',
                         event->span.end - event->span.start) != NULL ||
                  memchr(source->data + event->span.start, '\r',
                         event->span.end - event->span.start) != NULL);
    g_assert_true(!pinned || event->style != LETTER_YAML_LITERAL);
    for (gsize i = 0; !pinned && i < event->text.size; i++) {
        char byte = source->data[letter_offset_map_find(map, i)];

        g_assert_cmpint(byte == '\r' ? '\n' : byte, ==, event->text.data[i]);
    }
}

static void check_document(const Writer *writer, const char *line_end)
{
    g_autoptr(LetterSource) source = make_source(writer->text, line_end);
    g_autoptr(LetterDiagnostics) diagnostics = letter_diagnostics_new();
    g_autoptr(LetterYaml) yaml =
        letter_yaml_new(source, (LetterSpan){ 0, source->size }, diagnostics);
    g_autofree char *findings = NULL;
    LetterYamlEvent event;
    guint found = 0;

    while (letter_yaml_next(yaml, &event)) {
        if (event.type != LETTER_YAML_SCALAR)
            continue;
        g_assert_cmpuint(found, <, writer->expected->len);
        g_assert_cmpstr(event.text.data, ==, g_ptr_array_index(writer->expected, found));
        if (!letter_yaml_is_absent(&event))
            check_span(source, &event);
        check_map(yaml, source, &event);
        found++;
    }
    findings = letter_diagnostics_format(diagnostics);
    g_assert_cmpstr(findings, ==, "");
    g_assert_cmpuint(found, ==, writer->expected->len);
}

static void test_every_text_has_its_place(void)
{
    static const char *const line_ends[] = { "\n", "\r\n", "\r" };
    const guint32 seed = 20231121;
    g_autoptr(GRand) random = g_rand_new_with_seed(seed);

    g_test_message("seed %u", seed);
    for (guint i = 0; i < DOCUMENTS; i++) {
        g_autoptr(GString) text = g_string_new(NULL);
        g_autoptr(GPtrArray) expected = g_ptr_array_new_with_free_func(g_free);
        Writer writer = { .random = random, .text = text, .expected = expected };

        write_collection(&writer, 0);
        check_document(&writer, line_ends[i % G_N_ELEMENTS(line_ends)]);
    }
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/front/yaml/positions", test_every_text_has_its_place);
    return g_test_run();
}
