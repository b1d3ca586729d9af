/*
 * arena.c - memory that is taken piece by piece and given back as a whole.
 */
#include "body/arena.h"

#include <string.h>
#include <sys/mman.h>

#define ALIGNMENT     8
#define FIRST_CHUNK   ((gsize)256 * 1024) /* kept between documents: holds most letters */
#define LARGEST_CHUNK ((gsize)16 * 1024 * 1024)
#define PAGE          ((gsize)4096)

/* Before each block: its size as rounded up. */
typedef struct Header {
    gsize size;
} Header;

typedef struct Chunk Chunk;

/* At the start of its own mapping. */
struct Chunk {
    Chunk *previous;
    gsize size;  /* of the mapping */
    gsize used;  /* from the start of the mapping */
    gsize dirty; /* beyond this all bytes are still zero */
};

struct LetterArena {
    Chunk *last;
    gsize mapped;
    gsize max_size;
};

LetterArena *letter_arena_new(void)
{
    return g_new0(LetterArena, 1);
}

void letter_arena_set_limit(LetterArena *arena, gsize max_size)
{
    arena->max_size = max_size;
}

static void unmap_last(LetterArena *arena)
{
    Chunk *chunk = arena->last;

    arena->last = chunk->previous;
    arena->mapped -= chunk->size;
    munmap(chunk, chunk->size);
}

void letter_arena_free(LetterArena *arena)
{
    if (arena == NULL)
        return;
    while (arena->last != NULL)
        unmap_last(arena);
    g_free(arena);
}

static gsize round_up(gsize size, gsize unit)
{
    return (size + unit - 1) / unit * unit;
}

/* A chunk with room for @needed bytes, twice the last one where possible. */
static gboolean map_chunk(LetterArena *arena, gsize needed)
{
    gsize left = arena->max_size > arena->mapped ? arena->max_size - arena->mapped : 0;
    gsize least = round_up(needed + sizeof(Chunk), PAGE);
    gsize size = arena->last != NULL ? MIN(arena->last->size * 2, LARGEST_CHUNK) : FIRST_CHUNK;
    Chunk *chunk;

    size = MIN(MAX(size, least), left / PAGE * PAGE);
    if (size < least)
        return FALSE;
    chunk = mmap(NULL, size, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    if (chunk == MAP_FAILED)
        return FALSE;
    chunk->previous = arena->last;
    chunk->size = size;
    chunk->used = chunk->dirty = sizeof(Chunk);
    arena->last = chunk;
    arena->mapped += size;
    return TRUE;
}

static Header *header_of(gpointer block)
{
    return (Header *)block - 1;
}

/* Takes @size bytes, rounded and with their header, from the last chunk. */
static Header *take(LetterArena *arena, gsize size)
{
    Chunk *chunk = arena->last;
    Header *header;

    if (chunk == NULL || chunk->size - chunk->used < size) {
        if (!map_chunk(arena, size))
            return NULL;
        chunk = arena->last;
    }
    header = (Header *)(gpointer)((char *)chunk + chunk->used);
    chunk->used += size;
    return header;
}

gpointer letter_arena_alloc(LetterArena *arena, gsize size)
{
    gsize rounded = round_up(size, ALIGNMENT);
    Header *header;
    Chunk *chunk;
    gsize start;

    if (size > arena->max_size)
        return NULL;
    header = take(arena, rounded + sizeof(Header));
    if (header == NULL)
        return NULL;
    header->size = rounded;
    chunk = arena->last;
    start = chunk->used - rounded;
    if (start < chunk->dirty)
        memset(header + 1, 0, MIN(chunk->dirty, chunk->used) - start);
    chunk->dirty = MAX(chunk->dirty, chunk->used);
    return header + 1;
}

static gboolean is_last(const LetterArena *arena, gpointer block)
{
    return (char *)block + header_of(block)->size == (char *)arena->last + arena->last->used;
}

gpointer letter_arena_realloc(LetterArena *arena, gpointer block, gsize size)
{
    gsize rounded = round_up(size, ALIGNMENT);
    Header *header;
    gpointer copy;

    if (block == NULL || size > arena->max_size)
        return block == NULL ? letter_arena_alloc(arena, size) : NULL;
    header = header_of(block);
    if (is_last(arena, block) &&
        rounded <= header->size + (arena->last->size - arena->last->used)) {
        arena->last->used = arena->last->used - header->size + rounded;
        arena->last->dirty = MAX(arena->last->dirty, arena->last->used);
        header->size = rounded;
        return block;
    }
    if (rounded <= header->size)
        return block;
    copy = letter_arena_alloc(arena, size);
    if (copy != NULL)
        memcpy(copy, block, header->size);
    return copy;
}

void letter_arena_release(LetterArena *arena, gpointer block)
{
    if (block != NULL && is_last(arena, block))
        arena->last->used -= header_of(block)->size + sizeof(Header);
}

LetterArenaMark letter_arena_mark(const LetterArena *arena)
{
    return (LetterArenaMark){ arena->last, arena->last != NULL ? arena->last->used : 0 };
}

void letter_arena_rewind(LetterArena *arena, LetterArenaMark mark)
{
    while (arena->last != NULL && arena->last != mark.chunk && arena->last->previous != NULL)
        unmap_last(arena);
    if (arena->last != NULL)
        arena->last->used = arena->last == mark.chunk ? mark.used : sizeof(Chunk);
}

gsize letter_arena_size(const LetterArena *arena)
{
    return arena->mapped;
}
