/*
 * yaml_hostile_test.c - YAML made to break its reader, and torn by accident.
 *
 * libyaml alone is quadratic in open brackets, holds what it reads without a
 * limit, and knows no end of depth, anchors or directives.
 */
#include <string.h>

#include "front/front_matter.h"
#include "front/yaml.h"

typedef struct Outcome {
    guint64 events;
    guint depth;
    gboolean is_broken;
    guint findings;
    char *first; /* the first finding; "" where there is none */
} Outcome;

static void clear_outcome(Outcome *outcome)
{
    g_free(outcome->first);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(Outcome, clear_outcome)

static void read_text(GString *text, Outcome *outcome)
{
    g_autoptr(GBytes) bytes = g_bytes_new(text->str, text->len);
    g_autoptr(LetterSource) source = letter_source_new("h", bytes);
    g_autoptr(LetterDiagnostics) diagnostics = letter_diagnostics_new();
    g_autoptr(LetterYaml) yaml = NULL;
    LetterYamlEvent event;

    *outcome = (Outcome){ .events = 0 };
    letter_front_matter_check_encoding(source, diagnostics);
    yaml = letter_yaml_new(source, (LetterSpan){ 0, source->size }, diagnostics);
    while (letter_yaml_next(yaml, &event)) {
        outcome->events++;
        g_assert_cmpuint(event.span.start, <=, event.span.end);
        g_assert_cmpuint(event.span.end, <=, source->size);
        if (event.type == LETTER_YAML_LIST_START || event.type == LETTER_YAML_MAPPING_START)
            outcome->depth++;
        if (event.type == LETTER_YAML_LIST_END || event.type == LETTER_YAML_MAPPING_END)
            outcome->depth--;
        g_assert_cmpuint(outcome->depth, <=, LETTER_YAML_MAX_DEPTH);
        if (event.type == LETTER_YAML_SCALAR) {
            g_autoptr(LetterOffsetMap) map = letter_yaml_map(yaml, &event);

            g_assert_cmpuint(event.text.size, <=, LETTER_YAML_MAX_MARKDOWN);
            g_assert_null(memchr(event.text.data, '\0', event.text.size));
            g_assert_cmpuint(letter_offset_map_find(map, event.text.size), <=, source->size);
        }
    }
    outcome->is_broken = letter_yaml_is_broken(yaml);
    outcome->findings = letter_diagnostics_size(diagnostics);
    outcome->first = letter_diagnostics_format(diagnostics);
    outcome->first[strcspn(outcome->first, "\n")] = '\0';
}

static void repeat(GString *text, const char *piece, guint count)
{
    for (guint i = 0; i < count; i++)
        g_string_append(text, piece);
}

typedef struct Bomb {
    const char *start, *piece, *end;
    guint count;
    const char *first;
} Bomb;

#define TOO_DEEP "error: lists and mappings are nested more than 16 deep [too-deep]"
#define TOO_LONG                                                                                   \
    "error: this text has 4194304 or more bytes, more than the 1048576 allowed "                   \
    "[text-too-long]"

static void test_bombs(void)
{
    static const Bomb bombs[] = {
        { "a: ", "[", "", 200000, "h:1:19: " TOO_DEEP },
        { "a: ", "{a: ", "", 50000, "h:1:64: " TOO_DEEP },
        { "a: ", "[{", "", 100000, "h:1:19: " TOO_DEEP },
        { "", "- ", "x", 30000, "h:1:33: " TOO_DEEP },
        { "", "? ", "x", 30000, "h:1:33: " TOO_DEEP },
        { "a: ", "x", "\n", 50 * 1000 * 1000, "h:1:4: " TOO_LONG },
        { "a: |\n", "  x\n", "", 12500 * 1000, "h:1:4: " TOO_LONG },
        { "a: '", "x y\n ", "'", 10 * 1000 * 1000, "h:1:4: " TOO_LONG },
        { "a: \"", "\\x41", "\"", 10 * 1000 * 1000, "h:1:4: " TOO_LONG },
        { "a: \"", "\n", "\"", 20 * 1000 * 1000, "h:1:4: " TOO_LONG },
        { "a: ", "x", "\n", 1048577,
          "h:1:4: error: this text has 1048577 bytes, more than the 1048576 allowed "
          "[text-too-long]" },
        { "a: ", "x", "\n", 1048576, "" },
        { "a: [", "b,", "]", 100000, "" },
        { "%TAG !a! ", "x", "\n---\na: !a!b c\n", 100000, NULL },
        { "", "%TAG !a! x\n", "---\na: b\n", 100000,
          "h:1:1: error: directives (%TAG !a! x) are not used in letters [yaml-directive]" },
        { "a: b\n", "---\na: b\n", "", 100000,
          "h:2:1: error: a second YAML document begins here [yaml-document]" },
    };

    for (guint i = 0; i < G_N_ELEMENTS(bombs); i++) {
        g_autoptr(GString) text = g_string_new(bombs[i].start);
        g_auto(Outcome) outcome = { .events = 0 };

        repeat(text, bombs[i].piece, bombs[i].count);
        g_string_append(text, bombs[i].end);
        read_text(text, &outcome);
        if (bombs[i].first != NULL)
            g_assert_cmpstr(outcome.first, ==, bombs[i].first);
        g_assert_cmpuint(outcome.findings, <=, 1);
    }
}

static void test_anchors(void)
{
    g_autoptr(GString) text = g_string_new(NULL);
    g_auto(Outcome) outcome = { .events = 0 };

    for (guint i = 0; i < 20000; i++)
        g_string_append_printf(text, "k%u: &a%u x\n", i, i);
    read_text(text, &outcome);
    g_assert_cmpuint(outcome.events, ==, 40002);
    g_assert_cmpuint(outcome.findings, ==, 100);
    g_assert_true(g_str_has_prefix(outcome.first, "h:1:5: error: anchors (&a0)"));
}

/* Nine levels that would be 10^9 texts. */
static void test_alias_bomb(void)
{
    g_autoptr(GString) text = g_string_new("a0: &a0 [x,x,x,x,x,x,x,x,x,x]\n");
    g_auto(Outcome) outcome = { .events = 0 };

    for (guint i = 1; i < 9; i++) {
        g_string_append_printf(text, "a%u: &a%u [", i, i);
        for (guint k = 0; k < 10; k++)
            g_string_append_printf(text, "*a%u,", i - 1);
        g_string_append(text, "]\n");
    }
    g_string_append(text, "b: &b [*b]\n");
    read_text(text, &outcome);
    g_assert_cmpuint(outcome.events, ==, 2 + 9 * 13 + 4);
    g_assert_cmpuint(outcome.findings, ==, 9 + 80 + 2);
    g_assert_false(outcome.is_broken);
}

static const char sample[] =
    "\xEF\xBB\xBF# \xC3\xA9\r\ntitle: \"A \\u00e9 \xE8\xAA\x9E\" # x\r\nlist:\n- a b\n- 'it''s'\n"
    "- [b, {c: d}, \"e\n  f\"]\n-\tx\n- {name: \xF0\x9F\x99\x82}\ntext: |\n  one\r\n\r\n   two\n"
    "folded: >-\n  a\n  b\n? &k key\n: *k\ntag: !!str 1 #c\nlast: 'open\n...\n--- x\n";

/* A file may be cut anywhere, within a character too. */
static void test_torn(void)
{
    for (gsize size = 0; size < sizeof sample; size++) {
        g_autoptr(GString) text = g_string_new_len(sample, (gssize)size);
        g_auto(Outcome) outcome = { .events = 0 };

        read_text(text, &outcome);
        g_assert_true(outcome.depth == 0 || outcome.is_broken);
        g_assert_true(!outcome.is_broken || outcome.findings > 0);
    }
}

static void test_random_changes(void)
{
    static const char bytes[] = "\0\x01\t\n\r !\"#%&'*,-:>?@[]`{|}\x85\xA8\xC2\xE2\xEF\xBB\xBF\xFF";
    const guint32 seed = 4711;
    g_autoptr(GRand) random = g_rand_new_with_seed(seed);

    g_test_message("seed %u", seed);
    for (guint i = 0; i < 3000; i++) {
        g_autoptr(GString) text = g_string_new_len(sample, sizeof sample - 1);
        g_auto(Outcome) outcome = { .events = 0 };

        for (guint k = 0; k < 3; k++) {
            gint at = g_rand_int_range(random, 0, (gint32)text->len);
            char byte = bytes[g_rand_int_range(random, 0, (gint32)sizeof bytes)];

            if (g_rand_boolean(random))
                text->str[at] = byte;
            else
                g_string_insert_c(text, at, byte);
        }
        read_text(text, &outcome);
        g_assert_true(outcome.depth == 0 || outcome.is_broken);
        g_assert_true(!outcome.is_broken || outcome.findings > 0);
    }
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/front/yaml-hostile/bombs", test_bombs);
    g_test_add_func("/front/yaml-hostile/anchors", test_anchors);
    g_test_add_func("/front/yaml-hostile/aliases", test_alias_bomb);
    g_test_add_func("/front/yaml-hostile/torn", test_torn);
    g_test_add_func("/front/yaml-hostile/changed", test_random_changes);
    return g_test_run();
}
