/*
 * read_source.h - signatories from files beside the letter.
 *
 * A source is read with a reader of its own, whose findings are the source's.
 * An entry at fault does not hide the others; where the caller asked for it,
 * such an entry is left out and its errors become warnings.
 */
#ifndef LETTER_MODEL_READ_SOURCE_H
#define LETTER_MODEL_READ_SOURCE_H

#include "model/reader.h"

typedef struct LetterSourceReading {
    LetterReader reader; /* of the source */
    const LetterGroupDraft *group;
    GStringChunk *kept; /* where the letter's texts go; an entry's are packed */
    guint entries, skipped;
    const char *folder; /* of the letter, for the names of sources: "" or "a/b/" */
} LetterSourceReading;

/* Reads all that the group's `source` names into the current group. */
void letter_read_sources(LetterReader *reader, LetterGroupDraft *group);

/* Around the reading of an entry.  Where a syntax
   error cut the source off, it stays one: what else was there is not known. */
void letter_source_begin_entry(LetterSourceReading *reading);
void letter_source_end_entry(LetterSourceReading *reading);

/* Reports a value that is no entry: @event may be absent. */
void letter_source_bad_entry(LetterSourceReading *reading, const LetterYamlEvent *event,
                             const char *wanted, const char *example);

/* Whether the line opens or closes a code fence of Markdown. */
gboolean letter_source_is_fence(LetterSlice line);

/* Where the text begins: behind a BOM. */
gsize letter_source_start(const LetterSource *source);

/* read_source_csv.c, read_source_json.c, read_source_yaml.c: one file, which
   the reading's reader has as its source */
void letter_read_csv_source(LetterSourceReading *reading);
void letter_read_json_source(LetterSourceReading *reading);
void letter_read_jsonl_source(LetterSourceReading *reading);
void letter_read_text_source(LetterSourceReading *reading);
void letter_read_yaml_source(LetterSourceReading *reading);

/* A file of a folder: one entry. */
void letter_read_yaml_entry(LetterSourceReading *reading);

#endif
