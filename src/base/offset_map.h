/*
 * offset_map.h - where each byte of a derived text stood in its source.
 *
 * A Markdown text in the front matter, and a body whose footnotes were
 * rewritten, are not stretches of the file as they stand.  The map holds runs
 * of bytes that were copied without change, in ascending order, so that a
 * position in the derived text can be told as one in the source.
 */
#ifndef LETTER_BASE_OFFSET_MAP_H
#define LETTER_BASE_OFFSET_MAP_H

#include "base/source.h"

typedef struct LetterOffsetMap LetterOffsetMap;

LetterOffsetMap *letter_offset_map_new(void);
void letter_offset_map_free(LetterOffsetMap *map);

/* From @derived on (until the next run) bytes are copies of those from
   @original on.  Runs are added in ascending order of @derived. */
void letter_offset_map_add(LetterOffsetMap *map, gsize derived, gsize original);

/* All of the derived text stands at one place: no better one is known. */
void letter_offset_map_pin(LetterOffsetMap *map, gsize original);

gsize letter_offset_map_find(const LetterOffsetMap *map, gsize derived);

/* A map is linear where it has one unpinned run: an offset to add. */
G_DEFINE_AUTOPTR_CLEANUP_FUNC(LetterOffsetMap, letter_offset_map_free)

#endif
