/*
 * offset_map.c - where each byte of a derived text stood in its source.
 */
#include "base/offset_map.h"

typedef struct Run {
    gsize derived;
    gsize original;
} Run;

struct LetterOffsetMap {
    GArray *runs; /* of Run, by ascending derived */
    gboolean pinned;
};

LetterOffsetMap *letter_offset_map_new(void)
{
    LetterOffsetMap *map = g_new0(LetterOffsetMap, 1);

    map->runs = g_array_new(FALSE, FALSE, sizeof(Run));
    return map;
}

void letter_offset_map_free(LetterOffsetMap *map)
{
    if (map == NULL)
        return;
    g_array_unref(map->runs);
    g_free(map);
}

void letter_offset_map_add(LetterOffsetMap *map, gsize derived, gsize original)
{
    Run run = { derived, original };

    g_array_append_val(map->runs, run);
}

void letter_offset_map_pin(LetterOffsetMap *map, gsize original)
{
    g_array_set_size(map->runs, 0);
    letter_offset_map_add(map, 0, original);
    map->pinned = TRUE;
}

/* The last run that starts at or before the place. */
static guint find_run(const GArray *runs, gsize derived)
{
    guint low = 0, high = runs->len;

    while (high - low > 1) {
        guint middle = low + (high - low) / 2;

        if (g_array_index(runs, Run, middle).derived <= derived)
            low = middle;
        else
            high = middle;
    }
    return low;
}

gsize letter_offset_map_find(const LetterOffsetMap *map, gsize derived)
{
    const Run *run;

    if (map->runs->len == 0)
        return derived;
    run = &g_array_index(map->runs, Run, find_run(map->runs, derived));
    if (map->pinned || derived < run->derived)
        return run->original;
    return run->original + (derived - run->derived);
}
