/*
 * arena.h - memory that is taken piece by piece and given back as a whole.
 *
 * Blocks lie one after the other in chunks that the system maps.  The last
 * block grows and is given back in place; what lies before it waits for a
 * rewind.  No more than a limit is ever mapped.
 */
#ifndef LETTER_BODY_ARENA_H
#define LETTER_BODY_ARENA_H

#include <glib.h>

typedef struct LetterArena LetterArena;

/* A moment to go back to. */
typedef struct LetterArenaMark {
    gpointer chunk;
    gsize used;
} LetterArenaMark;

LetterArena *letter_arena_new(void);
void letter_arena_free(LetterArena *arena);

/* How much may be mapped from now on: nothing at the start. */
void letter_arena_set_limit(LetterArena *arena, gsize max_size);

/* A block of zeros, aligned for pointers; NULL past the limit. */
gpointer letter_arena_alloc(LetterArena *arena, gsize size);

/* As realloc(): what is added is not zeroed.  NULL past the limit, with the
   old block as it was. */
gpointer letter_arena_realloc(LetterArena *arena, gpointer block, gsize size);

/* Gives the block back if it is the last one. */
void letter_arena_release(LetterArena *arena, gpointer block);

/* All blocks taken after the mark are gone; with a mark of zeros, all are. */
LetterArenaMark letter_arena_mark(const LetterArena *arena);
void letter_arena_rewind(LetterArena *arena, LetterArenaMark mark);

/* Bytes mapped. */
gsize letter_arena_size(const LetterArena *arena);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(LetterArena, letter_arena_free)

#endif
