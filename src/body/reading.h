/*
 * reading.h - a text while it is being read: private to the parsing half of
 * the room.
 */
#ifndef LETTER_BODY_READING_H
#define LETTER_BODY_READING_H

#include "body/body.h"
#include "body/derived.h"
#include "body/footnotes.h"
#include "body/positions.h"
#include "body/tree.h"

typedef struct LetterReading {
    const LetterBodyOptions *options;
    LetterDiagnostics *diagnostics;
    const LetterSource *source;
    const LetterOffsetMap *source_map; /* from the text given to the source */
    LetterDerived *clean;              /* from the text given; NULL where nothing was dropped */
    LetterFootnotes *footnotes;        /* NULL where there are none */
    LetterSlice text;                  /* as parsed */
    LetterPositions *positions;
    gboolean has_addresses; /* the text may hold bare addresses */
    gboolean has_entities;  /* it may hold characters by their number */
    gboolean is_unread;     /* what is walked now is in a note that nobody refers to */

    GPtrArray *notes;      /* of LetterNote that are referred to, by first use; the body's */
    GHashTable *by_label;  /* folded label to LetterNote */
    GPtrArray *containers; /* of LetterNote: all, in the order of the text */
    GArray *pictures;      /* of LetterBodyPicture; the body's */
    GArray *links;         /* of LetterBodyLink; the body's */
} LetterReading;

/* A stretch of the text as cleaned, before footnotes were rewritten. */
LetterSpan letter_reading_clean_span(const LetterReading *reading, LetterSpan span);

/* A stretch of the text as parsed. */
LetterSpan letter_reading_span(const LetterReading *reading, LetterSpan span);

/* A stretch of the content of the block that was read last. */
LetterSpan letter_reading_inline_span(const LetterReading *reading, gsize start, gsize end);

/* Adds a finding at a span of the source; @detail may be NULL. */
void letter_reading_report(LetterReading *reading, LetterRule rule, LetterSpan span,
                           const char *detail);

/* notes.c: takes the containers of notes out of the tree; fills by_label. */
void letter_reading_collect_notes(LetterReading *reading, cmark_node *root);

/* notes.c: the node for a mark; NULL where it refers to nothing that can be
   shown, which is reported. */
cmark_node *letter_reading_refer(LetterReading *reading, const LetterFootnoteMark *mark,
                                 const LetterInline *place);

/* notes.c: gives each note its blocks, and tells of notes nobody refers to. */
void letter_reading_finish_notes(LetterReading *reading);

/* links.c: judges a link or a picture; what is refused is unwrapped. */
void letter_reading_check_link(LetterReading *reading, const LetterInline *place);
void letter_reading_check_picture(LetterReading *reading, const LetterInline *place);

/* inlines.c: reads a paragraph or heading.  FALSE where the bounds of the
   parse are passed. */
gboolean letter_reading_read_block(LetterReading *reading, cmark_node *block);

/* clean.c: the text without what changes the order of others; reported. */
void letter_reading_clean(LetterReading *reading, LetterSlice text);

#endif
