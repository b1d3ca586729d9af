/*
 * json.c - JSON texts, read as a tree and written as a stream.
 *
 * A LetterJson is jansson's json_t under a name of the house.
 */
#include "base/json.h"

#include <jansson.h>
#include <string.h>

#define NUMBER_DIGITS 15

struct LetterJsonWriter {
    LetterSink *sink;
    LetterSink *text; /* that letter_json_begin_text() gave out */
    LetterJsonLayout layout;
    guint depth;
    gboolean has_entry; /* an entry stands before the next one of this level */
    gboolean has_name;  /* a member's name was just written */
};

static const json_t *value_of(const LetterJson *json)
{
    return (const json_t *)json;
}

static json_t *load(LetterSlice text, json_error_t *fault)
{
    return json_loadb(text.data, text.size,
                      JSON_REJECT_DUPLICATES | JSON_DECODE_ANY | JSON_ALLOW_NUL, fault);
}

LetterJson *letter_json_parse(LetterSlice text, GError **error)
{
    json_error_t fault;
    json_t *json = load(text, &fault);

    if (json == NULL)
        g_set_error(error, G_FILE_ERROR, G_FILE_ERROR_INVAL, "line %d: %s", fault.line, fault.text);
    return (LetterJson *)json;
}

LetterJson *letter_json_parse_at(LetterSlice text, gsize *fault, char **problem)
{
    json_error_t found;
    json_t *json = load(text, &found);

    if (json == NULL) {
        char *near = strstr(found.text, " near '");

        /* What stands there may be private, and is found by its place. */
        if (near != NULL)
            *near = '\0';
        /* jansson stands behind the token that it did not expect. */
        *fault = MIN(text.size, (gsize)MAX(found.position - 1, 0));
        *problem = g_utf8_make_valid(found.text, -1);
    }
    return (LetterJson *)json;
}

void letter_json_free(LetterJson *json)
{
    json_decref((json_t *)json);
}

LetterJsonType letter_json_type(const LetterJson *json)
{
    static const LetterJsonType types[] = {
        [JSON_OBJECT] = LETTER_JSON_OBJECT, [JSON_ARRAY] = LETTER_JSON_ARRAY,
        [JSON_STRING] = LETTER_JSON_TEXT,   [JSON_INTEGER] = LETTER_JSON_NUMBER,
        [JSON_REAL] = LETTER_JSON_NUMBER,   [JSON_TRUE] = LETTER_JSON_BOOLEAN,
        [JSON_FALSE] = LETTER_JSON_BOOLEAN, [JSON_NULL] = LETTER_JSON_NULL,
    };

    return types[json_typeof(value_of(json))];
}

gboolean letter_json_is_true(const LetterJson *json)
{
    return json_is_true(value_of(json));
}

LetterSlice letter_json_text(const LetterJson *json)
{
    if (!json_is_string(value_of(json)))
        return (LetterSlice){ "", 0 };
    return (LetterSlice){ json_string_value(value_of(json)), json_string_length(value_of(json)) };
}

char *letter_json_number(const LetterJson *json)
{
    if (!json_is_number(value_of(json)))
        return NULL;
    return json_dumps(value_of(json), JSON_ENCODE_ANY | JSON_REAL_PRECISION(NUMBER_DIGITS));
}

guint letter_json_size(const LetterJson *json)
{
    /* Each is 0 for a value of another type. */
    return (guint)(json_array_size(value_of(json)) + json_object_size(value_of(json)));
}

const LetterJson *letter_json_item(const LetterJson *array, guint index)
{
    return (const LetterJson *)json_array_get(value_of(array), index);
}

const LetterJson *letter_json_find(const LetterJson *object, const char *name)
{
    return (const LetterJson *)json_object_get(value_of(object), name);
}

void letter_json_visit(const LetterJson *object, LetterJsonVisit visit, gpointer data)
{
    json_t *members = (json_t *)object;
    void *member = json_object_iter(members);

    for (; member != NULL; member = json_object_iter_next(members, member))
        visit(data, json_object_iter_key(member),
              (const LetterJson *)json_object_iter_value(member));
}

/* Bytes that do not stand for themselves: RFC 8259 section 7. */
static const char *escape_of(unsigned char byte, LetterJsonLayout layout)
{
    switch (byte) {
    case '"':
        return "\\\"";
    case '\\':
        return "\\\\";
    case '\n':
        return "\\n";
    case '\t':
        return "\\t";
    case '\r':
        return "\\r";
    case '<':
        return layout == LETTER_JSON_SCRIPT ? "\\u003c" : NULL;
    case '>':
        return layout == LETTER_JSON_SCRIPT ? "\\u003e" : NULL;
    case '&':
        return layout == LETTER_JSON_SCRIPT ? "\\u0026" : NULL;
    default:
        return NULL;
    }
}

static void write_escaped(LetterJsonWriter *writer, const char *data, gsize size)
{
    gsize start = 0;

    for (gsize i = 0; i < size; i++) {
        unsigned char byte = (unsigned char)data[i];
        const char *escape = escape_of(byte, writer->layout);

        if (escape == NULL && byte >= ' ' && byte != 0x7f)
            continue;
        letter_sink_write(writer->sink, data + start, i - start);
        if (escape != NULL)
            letter_sink_puts(writer->sink, escape);
        else
            letter_sink_printf(writer->sink, "\\u%04x", byte);
        start = i + 1;
    }
    letter_sink_write(writer->sink, data + start, size - start);
}

static gboolean write_piece(gpointer target, const char *data, gsize size, GError **error)
{
    (void)error; /* the outer sink keeps its own failure */
    write_escaped(target, data, size);
    return TRUE;
}

LetterJsonWriter *letter_json_writer_new(LetterSink *sink, LetterJsonLayout layout)
{
    LetterJsonWriter *writer = g_new0(LetterJsonWriter, 1);

    writer->sink = sink;
    writer->layout = layout;
    return writer;
}

void letter_json_writer_free(LetterJsonWriter *writer)
{
    if (writer == NULL)
        return;
    letter_sink_free(writer->text);
    g_free(writer);
}

static void break_line(LetterJsonWriter *writer)
{
    if (writer->layout != LETTER_JSON_INDENTED)
        return;
    letter_sink_putc(writer->sink, '\n');
    for (guint i = 0; i < writer->depth; i++)
        letter_sink_write(writer->sink, "  ", 2);
}

/* What stands before an entry of an array, or before a member's name. */
static void separate(LetterJsonWriter *writer)
{
    if (writer->has_name || writer->depth == 0) {
        writer->has_name = FALSE;
        return;
    }
    if (writer->has_entry)
        letter_sink_putc(writer->sink, ',');
    break_line(writer);
}

static void end_value(LetterJsonWriter *writer)
{
    writer->has_entry = TRUE;
    if (writer->depth == 0 && writer->layout == LETTER_JSON_INDENTED)
        letter_sink_putc(writer->sink, '\n');
}

static void open_level(LetterJsonWriter *writer, char bracket)
{
    separate(writer);
    letter_sink_putc(writer->sink, bracket);
    writer->depth++;
    writer->has_entry = FALSE;
}

static void close_level(LetterJsonWriter *writer, char bracket)
{
    writer->depth--;
    if (writer->has_entry)
        break_line(writer);
    letter_sink_putc(writer->sink, bracket);
    end_value(writer);
}

void letter_json_begin_object(LetterJsonWriter *writer)
{
    open_level(writer, '{');
}

void letter_json_end_object(LetterJsonWriter *writer)
{
    close_level(writer, '}');
}

void letter_json_begin_array(LetterJsonWriter *writer)
{
    open_level(writer, '[');
}

void letter_json_end_array(LetterJsonWriter *writer)
{
    close_level(writer, ']');
}

void letter_json_name(LetterJsonWriter *writer, const char *name)
{
    separate(writer);
    letter_sink_putc(writer->sink, '"');
    write_escaped(writer, name, strlen(name));
    letter_sink_puts(writer->sink, writer->layout == LETTER_JSON_INDENTED ? "\": " : "\":");
    writer->has_name = TRUE;
}

static void put_raw(LetterJsonWriter *writer, const char *text)
{
    separate(writer);
    letter_sink_puts(writer->sink, text);
    end_value(writer);
}

void letter_json_put_slice(LetterJsonWriter *writer, LetterSlice text)
{
    separate(writer);
    letter_sink_putc(writer->sink, '"');
    write_escaped(writer, text.data, text.size);
    letter_sink_putc(writer->sink, '"');
    end_value(writer);
}

void letter_json_put_text(LetterJsonWriter *writer, const char *text)
{
    letter_json_put_slice(writer, letter_slice(text));
}

void letter_json_put_number(LetterJsonWriter *writer, gint64 number)
{
    char digits[32];

    g_snprintf(digits, sizeof digits, "%" G_GINT64_FORMAT, number);
    put_raw(writer, digits);
}

void letter_json_put_boolean(LetterJsonWriter *writer, gboolean is_true)
{
    put_raw(writer, is_true ? "true" : "false");
}

void letter_json_put_null(LetterJsonWriter *writer)
{
    put_raw(writer, "null");
}

LetterSink *letter_json_begin_text(LetterJsonWriter *writer)
{
    separate(writer);
    letter_sink_putc(writer->sink, '"');
    writer->text = letter_sink_new(write_piece, writer);
    return writer->text;
}

void letter_json_end_text(LetterJsonWriter *writer)
{
    letter_sink_finish(writer->text, NULL);
    g_clear_pointer(&writer->text, letter_sink_free);
    letter_sink_putc(writer->sink, '"');
    end_value(writer);
}

void letter_json_member(LetterJsonWriter *writer, const char *name, const char *text)
{
    if (text == NULL)
        return;
    letter_json_name(writer, name);
    letter_json_put_text(writer, text);
}
