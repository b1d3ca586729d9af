/*
 * body.h - one Markdown text, parsed: CommonMark by cmark, and footnotes.
 *
 * The text is read once into one tree, which every format is rendered from.
 * Its findings have exact positions in the letter's source.  letter(5),
 * "Body"; CommonMark 0.30.
 *
 * cmark's nodes lie in an arena of the thread (markdown.h).  A body is used on
 * the thread that parsed it, and all bodies of a thread are freed before the
 * next document is parsed there.
 */
#ifndef LETTER_BODY_BODY_H
#define LETTER_BODY_BODY_H

#include "base/diagnostics.h"
#include "base/offset_map.h"

typedef struct LetterBody LetterBody;

/* What a site may allow; all FALSE without one. */
typedef struct LetterBodyOptions {
    gboolean allow_html;
    gboolean remote_images;
    gboolean smart; /* typographic quotes and dashes, by cmark */
} LetterBodyOptions;

/* A picture that the text shows: to be looked up before anything is written. */
typedef struct LetterBodyPicture {
    const char *src; /* a path as typed; owned by the body */
    LetterSpan span; /* of the whole ![…](…) in the source */
} LetterBodyPicture;

/* A link of the text, for checks. */
typedef struct LetterBodyLink {
    const char *address; /* as typed, with mailto: where a bare address was */
    LetterSpan span;
} LetterBodyLink;

/* A footnote, numbered through the whole letter. */
typedef struct LetterNote LetterNote;

/* Reads @text, whose byte i stood in @source where @map says.  What is wrong
   becomes findings; a body is always returned, empty where the text was too
   complex to read. */
LetterBody *letter_body_parse(const LetterSource *source, LetterSlice text,
                              const LetterOffsetMap *map, const LetterBodyOptions *options,
                              LetterDiagnostics *diagnostics);
void letter_body_free(LetterBody *body);

gboolean letter_body_is_empty(const LetterBody *body);

/* Of LetterBodyPicture and LetterBodyLink, in the order of the text, those in
   footnotes with them; owned by the body. */
const GArray *letter_body_pictures(const LetterBody *body);
const GArray *letter_body_links(const LetterBody *body);

/* The first paragraph as one line of plain text, for a summary; NULL where
   there is none. */
char *letter_body_first_paragraph(const LetterBody *body);

/* Footnotes by the order of their first use. */
guint letter_body_note_count(const LetterBody *body);
const LetterNote *letter_body_note(const LetterBody *body, guint index);

/* Numbers the notes from @first (1 for the first text of a letter). */
void letter_body_number_notes(LetterBody *body, guint first);

guint letter_note_number(const LetterNote *note);
guint letter_note_reference_count(const LetterNote *note);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(LetterBody, letter_body_free)

#endif
