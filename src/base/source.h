/*
 * source.h - named bytes, the spans and slices within them, and their lines.
 *
 * Positions are byte offsets everywhere in the house.  Lines and columns are
 * found again only when a diagnostic is printed.
 */
#ifndef LETTER_BASE_SOURCE_H
#define LETTER_BASE_SOURCE_H

#include "letter/source.h"

/* A stretch of a source: bytes from start up to, not including, end. */
typedef struct LetterSpan {
    gsize start;
    gsize end;
} LetterSpan;

/* A stretch of text in memory, not ended by NUL, owned by somebody else. */
typedef struct LetterSlice {
    const char *data;
    gsize size;
} LetterSlice;

/* Lines count from 1, columns from 1 in code points. */
typedef struct LetterPosition {
    guint line;
    guint column;
} LetterPosition;

struct LetterSource {
    char *name;
    GBytes *bytes;
    const char *data; /* of @bytes */
    gsize size;
    gboolean is_private; /* it tells of strangers: none of it is shown in findings */
    gatomicrefcount references;
};

/* Finds positions in one pass where they are asked for in ascending order.
   Begins as { .source = NULL }. */
typedef struct LetterLocator {
    const LetterSource *source;
    gsize offset;
    LetterPosition position;
} LetterLocator;

/* Walks a stretch of a source line by line. */
typedef struct LetterLines {
    const LetterSource *source;
    gsize next;
    gsize end;
} LetterLines;

LetterSlice letter_source_slice(const LetterSource *source, LetterSpan span);

/* The position of a byte; an offset past the end stands at the end.  A line
   ends at LF, CRLF or a lone CR, as for YAML and CommonMark.  A BOM at the
   start of the source is in no column. */
LetterPosition letter_source_locate(const LetterSource *source, gsize offset);

/* The same for many positions, best in ascending order. */
LetterPosition letter_locator_find(LetterLocator *locator, const LetterSource *source,
                                   gsize offset);

/* The line that holds the byte at @offset, without its line end. */
LetterSpan letter_source_line_at(const LetterSource *source, gsize offset);

LetterLines letter_source_lines(const LetterSource *source, LetterSpan within);
gboolean letter_lines_at_end(const LetterLines *lines);

/* The next line without its line end; call only where not at the end. */
LetterSpan letter_lines_next(LetterLines *lines);

LetterSlice letter_slice(const char *text); /* of a whole C string */
gboolean letter_slice_equals(LetterSlice slice, const char *text);
gsize letter_slice_count_ascii(LetterSlice slice);    /* the bytes before any other */
LetterSlice letter_slice_trim_end(LetterSlice slice); /* blanks and tabs */
LetterSlice letter_slice_trim(LetterSlice slice);

#endif
