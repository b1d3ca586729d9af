/*
 * json.h - JSON texts, read as a tree and written as a stream (RFC 8259).
 *
 * The only file that sees jansson.  It gives no positions within values, so a
 * fault names its line alone; names given twice are refused.
 */
#ifndef LETTER_BASE_JSON_H
#define LETTER_BASE_JSON_H

#include "base/sink.h"
#include "base/source.h"

/* A value that was read: borrowed from the tree it belongs to. */
typedef struct LetterJson LetterJson;

typedef enum LetterJsonType {
    LETTER_JSON_NULL,
    LETTER_JSON_BOOLEAN,
    LETTER_JSON_NUMBER,
    LETTER_JSON_TEXT,
    LETTER_JSON_ARRAY,
    LETTER_JSON_OBJECT,
} LetterJsonType;

/* Reads one text of any type.  NULL with G_FILE_ERROR_INVAL and a message that
   names the line where it is wrong.  Free with letter_json_free(). */
LetterJson *letter_json_parse(LetterSlice text, GError **error);
void letter_json_free(LetterJson *json);

/* The same for a text whose author is told: NULL with the byte where it is
   wrong and what is. */
LetterJson *letter_json_parse_at(LetterSlice text, gsize *fault, char **problem);

LetterJsonType letter_json_type(const LetterJson *json);
gboolean letter_json_is_true(const LetterJson *json);

/* A text, NUL after it; empty for every other type. */
LetterSlice letter_json_text(const LetterJson *json);

/* A number in its shortest form, "1.21" say; NULL for every other type. */
char *letter_json_number(const LetterJson *json);

/* The entries of an array, the members of an object; else 0. */
guint letter_json_size(const LetterJson *json);
const LetterJson *letter_json_item(const LetterJson *array, guint index);
const LetterJson *letter_json_find(const LetterJson *object, const char *name);

/* Calls @visit for each member of an object, as they were written. */
typedef void (*LetterJsonVisit)(gpointer data, const char *name, const LetterJson *value);
void letter_json_visit(const LetterJson *object, LetterJsonVisit visit, gpointer data);

/* Writes one text, piece by piece.  The writer puts commas, colons, line ends;
   the caller opens and closes in order. */
typedef struct LetterJsonWriter LetterJsonWriter;

typedef enum LetterJsonLayout {
    LETTER_JSON_INDENTED, /* two blanks a level, a line an entry, LF at the end */
    LETTER_JSON_COMPACT,  /* on one line, without a line end */
    LETTER_JSON_SCRIPT,   /* the same, safe within <script>: '<', '>' and '&' are escaped */
} LetterJsonLayout;

LetterJsonWriter *letter_json_writer_new(LetterSink *sink, LetterJsonLayout layout);
void letter_json_writer_free(LetterJsonWriter *writer);

void letter_json_begin_object(LetterJsonWriter *writer);
void letter_json_end_object(LetterJsonWriter *writer);
void letter_json_begin_array(LetterJsonWriter *writer);
void letter_json_end_array(LetterJsonWriter *writer);

/* The name of the member that comes next. */
void letter_json_name(LetterJsonWriter *writer, const char *name);

void letter_json_put_text(LetterJsonWriter *writer, const char *text);
void letter_json_put_slice(LetterJsonWriter *writer, LetterSlice text);
void letter_json_put_number(LetterJsonWriter *writer, gint64 number);
void letter_json_put_boolean(LetterJsonWriter *writer, gboolean is_true);
void letter_json_put_null(LetterJsonWriter *writer);

/* A text that is long: what is written to the sink between the two calls
   becomes one text.  Nothing else may be put meanwhile. */
LetterSink *letter_json_begin_text(LetterJsonWriter *writer);
void letter_json_end_text(LetterJsonWriter *writer);

/* A member and its text in one; nothing where @text is NULL. */
void letter_json_member(LetterJsonWriter *writer, const char *name, const char *text);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(LetterJson, letter_json_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC(LetterJsonWriter, letter_json_writer_free)

#endif
