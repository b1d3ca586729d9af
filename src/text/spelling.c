/*
 * spelling.c - which known word somebody meant who wrote another one.
 */
#include "text/spelling.h"

#include <string.h>

#define MAX_LENGTH 40 /* bytes; no word of ours is longer */
#define MAX_SLIPS  3

/* Three rows of the table of distances are enough: a swap looks two back. */
static guint distance(const char *a, gsize a_size, const char *b, gsize b_size)
{
    guint rows[3][MAX_LENGTH + 1];

    for (guint j = 0; j <= b_size; j++)
        rows[0][j] = j;
    for (guint i = 1; i <= a_size; i++) {
        guint *row = rows[i % 3];
        const guint *above = rows[(i - 1) % 3];
        const guint *second = rows[(i + 1) % 3];

        row[0] = i;
        for (guint j = 1; j <= b_size; j++) {
            char x = g_ascii_tolower(a[i - 1]), y = g_ascii_tolower(b[j - 1]);

            row[j] = MIN(above[j - 1] + (x != y), MIN(above[j], row[j - 1]) + 1);
            if (i > 1 && j > 1 && x == g_ascii_tolower(b[j - 2]) && y == g_ascii_tolower(a[i - 2]))
                row[j] = MIN(row[j], second[j - 2] + 1);
        }
    }
    return rows[a_size % 3][b_size];
}

const char *letter_spelling_nearest(const char *word, const char *const *words, gsize count)
{
    gsize size = strlen(word);
    guint best = CLAMP((guint)size / 3, 1, MAX_SLIPS) + 1;
    const char *nearest = NULL;

    if (size == 0 || size > MAX_LENGTH)
        return NULL;
    for (gsize i = 0; i < count; i++) {
        gsize other = strlen(words[i]);
        guint slips;

        /* As many slips as the lengths differ by are sure. */
        if (other > MAX_LENGTH || MAX(size, other) - MIN(size, other) >= best)
            continue;
        slips = distance(word, size, words[i], other);
        /* A word of two letters that differs in one has little in common. */
        if (slips < best && slips < MIN(size, other)) {
            best = slips;
            nearest = words[i];
        }
    }
    return nearest;
}
