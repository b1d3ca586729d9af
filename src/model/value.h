/*
 * value.h - texts with their place, and the free-form values of `extra`.
 */
#ifndef LETTER_MODEL_VALUE_H
#define LETTER_MODEL_VALUE_H

#include "base/offset_map.h"
#include "base/source.h"

/* A text of the front matter.  Absent where @text is NULL; '' is not absent.
   Ended by NUL, which it never holds; owned by the letter. */
typedef struct LetterText {
    const char *text;
    gsize size;
    LetterSpan span; /* of the scalar in the source */
} LetterText;

/* A text that is Markdown: the same, and where each byte of it stood. */
typedef struct LetterMarkdown {
    LetterText text;
    LetterOffsetMap *map; /* owned by the letter; NULL where absent */
} LetterMarkdown;

typedef enum LetterValueKind {
    LETTER_VALUE_TEXT,
    LETTER_VALUE_BOOLEAN,
    LETTER_VALUE_LIST,
    LETTER_VALUE_MAPPING,
} LetterValueKind;

/* A value of `extra`: any YAML.  A mapping keeps the order of its keys. */
typedef struct LetterExtra {
    LetterValueKind kind;
    LetterText text; /* of a boolean too, as it was typed */
    gboolean boolean;
    GPtrArray *values; /* of LetterExtra *; a list's items, a mapping's values */
    GPtrArray *keys;   /* of char *, one for each value of a mapping */
} LetterExtra;

/* An empty one of that kind. */
LetterExtra *letter_extra_new(LetterValueKind kind);

/* Adds to a mapping that lacks the key, or puts the value in another's place.
   Takes @value over. */
void letter_extra_add(LetterExtra *mapping, const char *key, LetterExtra *value);
void letter_extra_put(LetterExtra *mapping, const char *key, LetterExtra *value);

/* Nothing to do where there is no such key, or @mapping is none. */
void letter_extra_remove(LetterExtra *mapping, const char *key);

/* NULL where there is no such key, or @mapping is none. */
const LetterExtra *letter_extra_find(const LetterExtra *mapping, const char *key);
void letter_extra_free(LetterExtra *extra);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(LetterExtra, letter_extra_free)

#endif
