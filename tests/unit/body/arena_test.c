/*
 * arena_test.c - blocks are zero, keep what they hold, and end at the limit.
 */
#include "body/arena.h"

#include <string.h>

#define MEBIBYTE ((gsize)1024 * 1024)
#define SEED     20260320

static void test_blocks_are_zero(void)
{
    static const char zeros[5000] = { 0 };
    g_autoptr(LetterArena) arena = letter_arena_new();

    letter_arena_set_limit(arena, 8 * MEBIBYTE);
    for (guint round = 0; round < 3; round++) {
        for (gsize size = 0; size < sizeof zeros; size += 7) {
            char *block = letter_arena_alloc(arena, size);

            g_assert_cmpmem(block, size, zeros, size);
            memset(block, 0xAA, size);
            if (size % 3 == 0)
                letter_arena_release(arena, block);
        }
        letter_arena_rewind(arena, (LetterArenaMark){ NULL, 0 });
    }
}

static void test_realloc(void)
{
    g_autoptr(LetterArena) arena = letter_arena_new();
    char *text, *same, *other;

    letter_arena_set_limit(arena, 8 * MEBIBYTE);
    text = letter_arena_realloc(arena, NULL, 6);
    strcpy(text, "begin");
    same = letter_arena_realloc(arena, text, 1000);
    g_assert_true(same == text);
    other = letter_arena_alloc(arena, 8);
    same = letter_arena_realloc(arena, text, 900);
    g_assert_true(same == text);
    text = letter_arena_realloc(arena, same, 2 * MEBIBYTE);
    g_assert_true(text != same);
    g_assert_cmpstr(text, ==, "begin");
    letter_arena_release(arena, other);
    g_assert_cmpstr(text, ==, "begin");
}

static void test_limit(void)
{
    g_autoptr(LetterArena) arena = letter_arena_new();
    char *block;

    g_assert_null(letter_arena_alloc(arena, 1));
    letter_arena_set_limit(arena, 2 * MEBIBYTE);
    g_assert_null(letter_arena_alloc(arena, 2 * MEBIBYTE));
    g_assert_null(letter_arena_alloc(arena, G_MAXSIZE));
    block = letter_arena_alloc(arena, MEBIBYTE);
    g_assert_nonnull(block);
    strcpy(block, "kept");
    g_assert_null(letter_arena_realloc(arena, block, 3 * MEBIBYTE));
    g_assert_cmpstr(block, ==, "kept");
    while (letter_arena_alloc(arena, 1000) != NULL)
        g_assert_cmpuint(letter_arena_size(arena), <=, 2 * MEBIBYTE);
    letter_arena_rewind(arena, (LetterArenaMark){ NULL, 0 });
    g_assert_nonnull(letter_arena_alloc(arena, 1000));
}

/* Random use against what each block should hold. */
static void test_contents(void)
{
    g_autoptr(LetterArena) arena = letter_arena_new();
    GRand *random = g_rand_new_with_seed(SEED);
    struct {
        guchar *data;
        gsize size;
    } blocks[100] = { { NULL, 0 } };

    g_test_message("seed %d", SEED);
    letter_arena_set_limit(arena, 200 * MEBIBYTE);
    for (guint i = 0; i < 20000; i++) {
        guint chosen = (guint)g_rand_int_range(random, 0, G_N_ELEMENTS(blocks));
        gsize size = (gsize)g_rand_int_range(random, 1, 5000), kept;

        kept = MIN(blocks[chosen].size, size);
        blocks[chosen].data = letter_arena_realloc(arena, blocks[chosen].data, size);
        g_assert_nonnull(blocks[chosen].data);
        for (gsize at = 0; at < kept; at += 61)
            g_assert_cmpuint(blocks[chosen].data[at], ==, chosen);
        memset(blocks[chosen].data, (int)chosen, size);
        blocks[chosen].size = size;
        if (g_rand_int_range(random, 0, 4) == 0) {
            letter_arena_release(arena, blocks[chosen].data);
            blocks[chosen].data = NULL;
            blocks[chosen].size = 0;
        }
    }
    g_rand_free(random);
}

static void test_rewind(void)
{
    g_autoptr(LetterArena) arena = letter_arena_new();
    LetterArenaMark mark;
    char *before;
    gsize size;

    letter_arena_set_limit(arena, 64 * MEBIBYTE);
    before = letter_arena_alloc(arena, 100);
    strcpy(before, "before");
    size = letter_arena_size(arena);
    mark = letter_arena_mark(arena);
    for (guint i = 0; i < 100; i++)
        memset(letter_arena_alloc(arena, 100000), 1, 100000);
    letter_arena_rewind(arena, mark);
    g_assert_cmpuint(letter_arena_size(arena), ==, size);
    g_assert_cmpstr(before, ==, "before");
    g_assert_true((char *)letter_arena_alloc(arena, 8) > before);
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/body/arena/zero", test_blocks_are_zero);
    g_test_add_func("/body/arena/realloc", test_realloc);
    g_test_add_func("/body/arena/limit", test_limit);
    g_test_add_func("/body/arena/contents", test_contents);
    g_test_add_func("/body/arena/rewind", test_rewind);
    return g_test_run();
}
