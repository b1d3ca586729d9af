/*
 * csv.c - a table as rows of fields.
 *
 * libcsv tells no positions: it is fed line by line, so that a row's are
 * known, and a row whose fields are asked for again byte by byte.
 */
#include "front/csv.h"

#include <csv.h>

#define OPTIONS (CSV_STRICT | CSV_STRICT_FINI | CSV_APPEND_NULL)

/* A cell grows by so many bytes at a time: libcsv's own step, 128, copies a
   quote that is never closed too often. */
#define BLOCK_SIZE 65536

/* A field's place in the row's texts. */
typedef struct Piece {
    gsize start, size;
} Piece;

struct LetterCsv {
    const LetterSource *source;
    LetterDiagnostics *diagnostics;
    LetterLines lines;
    char separator;
    struct csv_parser parser;
    GByteArray *texts; /* of the row, NUL after each */
    GArray *pieces;    /* of Piece */
    GArray *fields;    /* of LetterCsvField; made when the row is whole */
    LetterSpan row;
    gboolean has_row;
};

static void start_parser(struct csv_parser *parser, char separator)
{
    csv_init(parser, OPTIONS);
    csv_set_blk_size(parser, BLOCK_SIZE);
    csv_set_delim(parser, (unsigned char)separator);
}

LetterCsv *letter_csv_new(const LetterSource *source, LetterSpan within, char separator,
                          LetterDiagnostics *diagnostics)
{
    LetterCsv *csv = g_new0(LetterCsv, 1);

    csv->source = source;
    csv->diagnostics = diagnostics;
    csv->lines = letter_source_lines(source, within);
    csv->separator = separator;
    csv->texts = g_byte_array_new();
    csv->pieces = g_array_new(FALSE, FALSE, sizeof(Piece));
    csv->fields = g_array_new(FALSE, FALSE, sizeof(LetterCsvField));
    start_parser(&csv->parser, separator);
    return csv;
}

void letter_csv_free(LetterCsv *csv)
{
    if (csv == NULL)
        return;
    csv_free(&csv->parser);
    g_byte_array_unref(csv->texts);
    g_array_unref(csv->pieces);
    g_array_unref(csv->fields);
    g_free(csv);
}

static void take_field(void *text, size_t size, void *data)
{
    LetterCsv *csv = data;
    Piece piece = { csv->texts->len, size };

    g_byte_array_append(csv->texts, text, (guint)size + 1);
    g_array_append_val(csv->pieces, piece);
}

static void take_row_end(G_GNUC_UNUSED int terminator, void *data)
{
    ((LetterCsv *)data)->has_row = TRUE;
}

static void begin_row(LetterCsv *csv, gsize start)
{
    g_byte_array_set_size(csv->texts, 0);
    g_array_set_size(csv->pieces, 0);
    csv->has_row = FALSE;
    csv->row = (LetterSpan){ start, start };
}

static void finish_row(LetterCsv *csv)
{
    g_array_set_size(csv->fields, csv->pieces->len);
    for (guint i = 0; i < csv->pieces->len; i++) {
        const Piece *piece = &g_array_index(csv->pieces, Piece, i);
        LetterCsvField *field = &g_array_index(csv->fields, LetterCsvField, i);

        field->text = (LetterSlice){ (const char *)csv->texts->data + piece->start, piece->size };
        field->span = csv->row;
    }
}

static gboolean is_blank(LetterSlice line)
{
    return letter_slice_trim_end(line).size == 0;
}

/* How many fields ended. */
static void count_field(G_GNUC_UNUSED void *text, G_GNUC_UNUSED size_t size, void *data)
{
    ++*(guint *)data;
}

static LetterSpan trim(const LetterSource *source, LetterSpan span)
{
    LetterSlice whole = letter_source_slice(source, span);
    LetterSlice text = letter_slice_trim(whole);

    span.start += (gsize)(text.data - whole.data);
    span.end = span.start + text.size;
    return span;
}

/* The places of the row's fields, in order; those after the last that @spans
   has room for are passed over.  Returns where the field begins that has no
   end, the row's end where there is none. */
static gsize find_fields(const LetterCsv *csv, GArray *fields)
{
    struct csv_parser parser;
    LetterSpan field = { csv->row.start, csv->row.start };
    guint count = 0;

    start_parser(&parser, csv->separator);
    for (gsize at = csv->row.start; at < csv->row.end; at++) {
        guint before = count;

        csv_parse(&parser, csv->source->data + at, 1, count_field, NULL, &count);
        if (count == before)
            continue;
        field.end = at;
        if (before < fields->len)
            g_array_index(fields, LetterCsvField, before).span = trim(csv->source, field);
        field.start = at + 1;
    }
    field.end = csv->row.end;
    if (count < fields->len)
        g_array_index(fields, LetterCsvField, count).span = trim(csv->source, field);
    csv_free(&parser);
    return field.start;
}

static LetterCsvResult report_open(LetterCsv *csv)
{
    LetterSpan quote = { 0, csv->row.end };

    csv->row.end = csv->lines.end;
    g_array_set_size(csv->fields, 0);
    quote.start = find_fields(csv, csv->fields);
    quote = trim(csv->source, (LetterSpan){ quote.start, csv->row.end });
    letter_diagnostics_add_with(csv->diagnostics, LETTER_RULE_CSV_SYNTAX, csv->source,
                                (LetterSpan){ quote.start, quote.start + 1 },
                                "the quotation mark that opens here is not closed",
                                "close the field with '\"'", NULL);
    return LETTER_CSV_OPEN;
}

static LetterCsvResult report_fault(LetterCsv *csv, gsize at)
{
    gboolean is_quote = csv->source->data[at] == '"';

    letter_diagnostics_add_with(
        csv->diagnostics, LETTER_RULE_CSV_SYNTAX, csv->source, (LetterSpan){ at, at + 1 },
        is_quote ? "a quotation mark stands within a field that does not begin with one"
                 : "text follows the quotation mark that closes the field",
        "put the whole field in quotes, and write each '\"' in it twice", NULL);
    csv->row.end = csv->lines.next;
    csv_free(&csv->parser);
    start_parser(&csv->parser, csv->separator);
    return LETTER_CSV_FAULT;
}

/* The last row need not have a line end. */
static LetterCsvResult end(LetterCsv *csv)
{
    if (csv_fini(&csv->parser, take_field, take_row_end, csv) != 0)
        return report_open(csv);
    if (!csv->has_row)
        return LETTER_CSV_END;
    csv->row.end = csv->lines.end;
    finish_row(csv);
    return LETTER_CSV_ROW;
}

LetterCsvResult letter_csv_next(LetterCsv *csv)
{
    gboolean is_begun = FALSE;

    begin_row(csv, csv->lines.next);
    while (!letter_lines_at_end(&csv->lines)) {
        gsize start = csv->lines.next, fed;
        LetterSpan line = letter_lines_next(&csv->lines);
        gsize size = csv->lines.next - start;

        if (!is_begun) {
            csv->row.start = start;
            is_begun = !is_blank(letter_source_slice(csv->source, line));
        }
        fed =
            csv_parse(&csv->parser, csv->source->data + start, size, take_field, take_row_end, csv);
        if (fed < size)
            return report_fault(csv, start + fed);
        if (csv->has_row) {
            csv->row.end = line.end;
            finish_row(csv);
            return LETTER_CSV_ROW;
        }
    }
    return end(csv);
}

LetterSpan letter_csv_row(const LetterCsv *csv)
{
    return csv->row;
}

guint letter_csv_size(const LetterCsv *csv)
{
    return csv->fields->len;
}

const LetterCsvField *letter_csv_field(const LetterCsv *csv, guint index)
{
    return &g_array_index(csv->fields, LetterCsvField, index);
}

void letter_csv_locate(LetterCsv *csv)
{
    find_fields(csv, csv->fields);
}
