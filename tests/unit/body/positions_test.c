/*
 * positions_test.c - every word of a body, and every fault, is found where it
 * stands.
 *
 * Bodies are made of words that occur once, within all that Markdown may put
 * about them, so that the right place of a word is where the text holds it.
 */
#include <string.h>

#include "body/body.h"
#include "body/footnotes.h"
#include "body/markdown.h"
#include "body/positions.h"
#include "body/tree.h"

#define SEED       20260411
#define BODY_COUNT 1000

/* A body that is being made. */
typedef struct Maker {
    GRand *random;
    GString *text;
    GString *prefix; /* what lines begin with, in the containers that are open */
    const char *line_end;
    GPtrArray *faults; /* of char *: pieces that must be reported */
    guint words, links, notes;
    gboolean in_note;
    gboolean has_faults;
} Maker;

static guint choose(Maker *maker, guint count)
{
    return (guint)g_rand_int_range(maker->random, 0, (gint32)count);
}

static void add_word(Maker *maker)
{
    static const char *const tails[] = { "",   "é",   "ß",   "中",    "-x", ".y",
                                         "'s", "--x", "...", "\"y\"", "_z", "😀" };

    g_string_append_printf(maker->text, "w%uq%s", maker->words++,
                           tails[choose(maker, G_N_ELEMENTS(tails))]);
}

static void break_line(Maker *maker)
{
    g_string_append(maker->text, maker->line_end);
    g_string_append(maker->text, maker->prefix->str);
    if (choose(maker, 4) == 0)
        g_string_append(maker->text, "  ");
}

static void add_inlines(Maker *maker, guint depth);

static void add_link(Maker *maker, guint depth)
{
    static const char *const tails[] = { "(/a(b)c)",   "(</a b> 'c')", "(/a\\)b \"c\")",
                                         "( /a (b) )", "()",           "[ref]" };

    g_string_append(maker->text, choose(maker, 4) == 0 ? "![" : "[");
    add_inlines(maker, depth + 1);
    g_string_append_c(maker->text, ']');
    g_string_append(maker->text, tails[choose(maker, G_N_ELEMENTS(tails))]);
}

static void add_emphasis(Maker *maker, guint depth)
{
    static const char *const marks[] = { "*", "**", "_", "__", "***" };
    const char *mark = marks[choose(maker, G_N_ELEMENTS(marks))];

    g_string_append(maker->text, mark);
    add_word(maker);
    g_string_append_c(maker->text, ' ');
    add_inlines(maker, depth + 1);
    g_string_append_c(maker->text, ' ');
    add_word(maker);
    g_string_append_c(maker->text, 'e');
    g_string_append(maker->text, mark);
}

static void add_fault(Maker *maker)
{
    static const char *const pieces[] = {
        "<b%u>",           "<!-- %u -->",  "[u](javascript:%u)",
        "![](../p%u.png)", "[^missing%u]", "<https://u:p@x.example/%u>",
        "![a](data:%u)",   "</i%u >",      "[u\\](](//h%u '(')",
        "[^MISSING_%u_]",
    };
    g_auto(GStrv) halves = NULL;
    char *fault;

    if (!maker->has_faults)
        return;
    halves = g_strsplit(pieces[choose(maker, G_N_ELEMENTS(pieces))], "%u", 2);
    fault = g_strdup_printf("%s%u%s", halves[0], maker->faults->len, halves[1]);
    g_string_append(maker->text, fault);
    g_ptr_array_add(maker->faults, fault);
}

static void add_inline(Maker *maker, guint depth)
{
    /* The last ones may take a fault for something else: code, a link. */
    static const char *const plain[] = { "&amp;",   "&#8212;",    "&nosuch;", "\\*",
                                         "\\&amp;", "&copy;&lt;", "\\\\",     "* ",
                                         " _ ",     "&",          "\\a",      "[^",
                                         "!",       "<",          "`",        "](" };
    guint count = G_N_ELEMENTS(plain) - (maker->has_faults ? 5 : 0);

    switch (choose(maker, depth < 3 ? 12 : 6)) {
    case 0:
        g_string_append(maker->text, plain[choose(maker, count)]);
        break;
    case 1:
        g_string_append_printf(maker->text, "``c%u ` d``", maker->words++);
        break;
    case 2:
        g_string_append(maker->text, choose(maker, 2) == 0 ? "  " : " \\");
        break_line(maker);
        break;
    case 3:
        break_line(maker);
        break;
    case 6:
    case 7:
        add_emphasis(maker, depth);
        break;
    case 8:
        if (depth == 0)
            add_link(maker, depth);
        break;
    case 9:
        if (depth == 0)
            add_fault(maker);
        break;
    case 10:
        if (depth == 0 && !maker->in_note)
            g_string_append_printf(maker->text, "[^n%u]", choose(maker, 3));
        break;
    case 11:
        if (depth == 0)
            g_string_append_printf(maker->text, "<https://a%u.example/&amp;>", maker->words++);
        break;
    default:
        add_word(maker);
    }
}

static void add_inlines(Maker *maker, guint depth)
{
    guint count = 1 + choose(maker, depth == 0 ? 10 : 3);

    add_word(maker);
    for (guint i = 0; i < count; i++) {
        g_string_append_c(maker->text, ' ');
        add_inline(maker, depth);
        g_string_append_c(maker->text, ' ');
        add_word(maker);
    }
}

static void end_block(Maker *maker)
{
    gsize end = maker->prefix->len;

    g_string_append(maker->text, maker->line_end);
    while (end > 0 && maker->prefix->str[end - 1] == ' ')
        end--;
    g_string_append_len(maker->text, maker->prefix->str, (gssize)end);
    g_string_append(maker->text, maker->line_end);
    g_string_append(maker->text, maker->prefix->str);
}

static void add_blocks(Maker *maker, guint depth, guint count);

static void add_container(Maker *maker, guint depth)
{
    static const struct {
        const char *mark;
        const char *rest;
    } kinds[] = {
        { "> ", "> " },     { "- ", "  " }, { "1. ", "   " }, { "-   ", "    " },
        { "10) ", "    " }, { ">", ">" },   { " > ", "> " },  { "-\t", "\t" },
    };
    /* The last ones may make code of a line that follows. */
    guint kind = choose(maker, G_N_ELEMENTS(kinds) - (maker->has_faults ? 3 : 0));
    gsize before = maker->prefix->len;

    g_string_append(maker->text, kinds[kind].mark);
    g_string_append(maker->prefix, kinds[kind].rest);
    add_blocks(maker, depth + 1, 1 + choose(maker, 2));
    g_string_truncate(maker->prefix, before);
    end_block(maker);
}

static void add_block(Maker *maker, guint depth)
{
    switch (choose(maker, depth < 4 ? 9 : 4)) {
    case 0:
        g_string_append(maker->text, "## ");
        add_word(maker);
        g_string_append(maker->text, " *x* ##");
        break;
    case 1:
        g_string_append_printf(maker->text, "[r%u]: <a b>", maker->links++);
        break_line(maker);
        g_string_append(maker->text, "'c'");
        g_string_append(maker->text, maker->line_end);
        g_string_append(maker->text, maker->prefix->str);
        add_inlines(maker, 0);
        break;
    case 2:
        add_word(maker);
        break_line(maker);
        add_word(maker);
        g_string_append(maker->text, maker->line_end);
        g_string_append(maker->text, maker->prefix->str);
        g_string_append(maker->text, "=====");
        break;
    case 5:
    case 6:
    case 7:
        add_container(maker, depth);
        return;
    default:
        add_inlines(maker, 0);
    }
    end_block(maker);
}

static void add_blocks(Maker *maker, guint depth, guint count)
{
    for (guint i = 0; i < count; i++)
        add_block(maker, depth);
}

static void add_note(Maker *maker)
{
    g_string_append_printf(maker->text, "[^n%u]: ", maker->notes++);
    g_string_assign(maker->prefix, "    ");
    maker->in_note = TRUE;
    add_blocks(maker, 2, 1 + choose(maker, 3));
    maker->in_note = FALSE;
    g_string_truncate(maker->prefix, 0);
    g_string_append(maker->text, maker->line_end);
}

static void make_body(Maker *maker, GRand *random, gboolean has_faults)
{
    *maker = (Maker){ .random = random, .has_faults = has_faults };
    maker->text = g_string_new(NULL);
    maker->prefix = g_string_new(NULL);
    maker->line_end = choose(maker, 3) == 0 ? "\r\n" : "\n";
    maker->faults = g_ptr_array_new_with_free_func(g_free);
    add_blocks(maker, 0, 1 + choose(maker, 4));
    for (guint i = 0; i < 3; i++) {
        g_string_append(maker->text, maker->line_end);
        add_note(maker);
        if (choose(maker, 2) == 0)
            add_blocks(maker, 0, 1);
    }
    g_string_append(maker->text, maker->line_end);
    g_string_append(maker->text, "[ref]: /ref");
}

static void clear_maker(Maker *maker)
{
    g_string_free(maker->text, TRUE);
    g_string_free(maker->prefix, TRUE);
    g_ptr_array_unref(maker->faults);
}

/* Every "w<number>q" in a literal stands in the text where it is said to. */
static guint check_words(LetterPositions *positions, const LetterOffsetMap *map,
                         const LetterInline *place, const char *body)
{
    const char *literal = cmark_node_get_literal(place->node);
    guint count = 0;

    for (const char *at = strchr(literal, 'w'); at != NULL; at = strchr(at + 1, 'w')) {
        const char *end = strchr(at, 'q');
        g_autofree char *word = NULL;
        gsize start;
        LetterSpan span;

        if (end == NULL || !g_ascii_isdigit(at[1]))
            continue;
        word = g_strndup(at, (gsize)(end + 1 - at));
        start = letter_positions_advance(positions, place->start,
                                         (LetterSlice){ literal, (gsize)(at - literal) });
        span = letter_positions_locate(positions, start, start + strlen(word));
        start = map != NULL ? letter_offset_map_find(map, span.start) : span.start;
        if (strncmp(body + start, word, strlen(word)) != 0)
            g_error("\"%s\" is not at %" G_GSIZE_FORMAT " of:\n%s", word, start, body);
        count++;
    }
    return count;
}

static guint check_body(const char *body, int options)
{
    g_autoptr(LetterFootnotes) footnotes = letter_footnotes_rewrite(letter_slice(body));
    LetterSlice text = footnotes != NULL ? letter_footnotes_text(footnotes) : letter_slice(body);
    g_autoptr(LetterPositions) positions = letter_positions_new(text);
    cmark_node *root;
    guint count = 0;

    letter_markdown_hold();
    root = letter_markdown_parse(text, options);
    for (cmark_node *block = root; block != NULL; block = letter_tree_next_block(root, block)) {
        cmark_node_type type = cmark_node_get_type(block);
        const GArray *inlines;

        if (type != CMARK_NODE_PARAGRAPH && type != CMARK_NODE_HEADING)
            continue;
        inlines = letter_positions_read(positions, block);
        for (guint i = 0; i < inlines->len; i++) {
            const LetterInline *place = &g_array_index(inlines, LetterInline, i);

            if (cmark_node_get_type(place->node) == CMARK_NODE_TEXT)
                count += check_words(positions,
                                     footnotes != NULL ? letter_footnotes_map(footnotes) : NULL,
                                     place, body);
        }
    }
    letter_markdown_release();
    return count;
}

static void test_words(void)
{
    GRand *random = g_rand_new_with_seed(SEED);
    guint found = 0, made = 0;

    g_test_message("seed %d", SEED);
    for (guint i = 0; i < BODY_COUNT; i++) {
        Maker maker;

        make_body(&maker, random, FALSE);
        found += check_body(maker.text->str, i % 2 == 0 ? 0 : CMARK_OPT_SMART);
        made += maker.words;
        clear_maker(&maker);
    }
    g_test_message("%u of %u words were in text", found, made);
    g_assert_cmpuint(found, >, made * 8 / 10);
    g_rand_free(random);
}

static void check_faults(const Maker *maker)
{
    g_autoptr(GBytes) bytes = g_bytes_new(maker->text->str, maker->text->len);
    g_autoptr(LetterSource) source = letter_source_new("test", bytes);
    g_autoptr(LetterOffsetMap) map = letter_offset_map_new();
    g_autoptr(LetterDiagnostics) diagnostics = letter_diagnostics_new();
    LetterBodyOptions options = { 0 };
    g_autoptr(LetterBody) body = NULL;

    letter_offset_map_add(map, 0, 0);
    body = letter_body_parse(source, letter_source_slice(source, (LetterSpan){ 0, source->size }),
                             map, &options, diagnostics);
    for (guint i = 0; i < maker->faults->len; i++) {
        const char *fault = g_ptr_array_index(maker->faults, i);
        gsize start = (gsize)(strstr(maker->text->str, fault) - maker->text->str);
        guint found = 0;

        for (guint j = 0; j < letter_diagnostics_size(diagnostics); j++) {
            const LetterDiagnostic *finding = letter_diagnostics_get(diagnostics, j);

            if (finding->span.start == start && finding->span.end == start + strlen(fault))
                found++;
        }
        if (found != 1)
            g_error("\"%s\" is reported %u times in:\n%s\n%s", fault, found, maker->text->str,
                    letter_diagnostics_format(diagnostics));
    }
}

static void test_faults(void)
{
    GRand *random = g_rand_new_with_seed(SEED + 1);
    guint count = 0;

    g_test_message("seed %d", SEED + 1);
    for (guint i = 0; i < BODY_COUNT; i++) {
        Maker maker;

        make_body(&maker, random, TRUE);
        check_faults(&maker);
        count += maker.faults->len;
        clear_maker(&maker);
    }
    g_assert_cmpuint(count, >, BODY_COUNT);
    g_rand_free(random);
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/body/positions/words", test_words);
    g_test_add_func("/body/positions/faults", test_faults);
    return g_test_run();
}
