/*
 * text_writer.h - the blocks of a plain text: what they begin with, and the
 * empty lines between them.  Private to the room.
 *
 * Containers nest: each adds to the start of every line within it, until half
 * of the width is taken; those within are then written no deeper.
 */
#ifndef LETTER_BODY_TEXT_WRITER_H
#define LETTER_BODY_TEXT_WRITER_H

#include "text/wrap.h"

typedef struct LetterTextWriter {
    const LetterLayout *layout;
    LetterSink *sink;
    GString *first; /* what the next line begins with: markers of items too */
    GString *rest;  /* what those after it begin with */
    GArray *frames; /* the containers; the text itself is the first */
} LetterTextWriter;

typedef enum LetterTextSpacing {
    LETTER_TEXT_LOOSE, /* an empty line between what stands in the container */
    LETTER_TEXT_TIGHT,
} LetterTextSpacing;

void letter_text_writer_init(LetterTextWriter *writer, const LetterLayout *layout,
                             LetterSink *sink);
void letter_text_writer_clear(LetterTextWriter *writer);

/* A container with nothing to show: a list around its items. */
void letter_text_writer_push(LetterTextWriter *writer, LetterTextSpacing spacing);
void letter_text_writer_push_quote(LetterTextWriter *writer);

/* An item: @marker ("1. ") stands before its first line, on a line of its own
   where the item is empty. */
void letter_text_writer_push_item(LetterTextWriter *writer, const char *marker,
                                  LetterTextSpacing spacing);
void letter_text_writer_pop(LetterTextWriter *writer);

/* Columns that are left for a block here. */
guint letter_text_writer_room(const LetterTextWriter *writer);

/* A paragraph, and text whose lines stay as they are, each after @indent. */
void letter_text_writer_wrap(LetterTextWriter *writer, LetterSlice text);
void letter_text_writer_fix(LetterTextWriter *writer, LetterSlice text, const char *indent);

#endif
