/*
 * read_source_csv.c - signatories from a table: a row each.
 *
 * The first row names the columns, and each is found in the key tables once.
 * A row is read first with its findings aside; only where there are any is it
 * asked where its fields stand, and read again.
 */
#include <string.h>

#include "front/csv.h"
#include "front/encoding.h"
#include "model/read_source.h"

#define MAX_UNKNOWN 100

/* A column that is read; the others are left aside. */
typedef struct Column {
    LetterKey key;
    guint index;
} Column;

typedef struct Table {
    LetterSourceReading *reading;
    LetterCsv *csv;
    GArray *columns; /* of Column */
    guint width;     /* columns of the first row */
    guint name;      /* the column of names */
    guint unknown;   /* columns that were reported */
    GArray *events;  /* of a value that is a list */
    LetterDiagnostics *aside;
} Table;

/* What the columns may be separated by where they are taken for one. */
static gboolean report_separator(const Table *table)
{
    static const struct {
        char byte;
        const char *name;
    } separators[] = { { ';', ";" }, { '\t', "tab" }, { '|', "|" }, { ',', "," } };
    const LetterReader *reader = &table->reading->reader;
    const LetterCsvField *field = letter_csv_field(table->csv, 0);

    if (letter_csv_size(table->csv) != 1)
        return FALSE;
    for (guint i = 0; i < G_N_ELEMENTS(separators); i++) {
        if (memchr(field->text.data, separators[i].byte, field->text.size) == NULL)
            continue;
        letter_diagnostics_add_with(reader->diagnostics, LETTER_RULE_CSV_SEPARATOR, reader->source,
                                    field->span, separators[i].name, NULL);
        return TRUE;
    }
    return FALSE;
}

static gboolean has_column(const Table *table, const LetterKey *key)
{
    for (guint i = 0; i < table->columns->len; i++) {
        if (g_array_index(table->columns, Column, i).key.offset == key->offset)
            return TRUE;
    }
    return FALSE;
}

static void report_column(const Table *table, const LetterCsvField *field, const LetterKey *key)
{
    const LetterReader *reader = &table->reading->reader;

    if (key->type == LETTER_TYPE_MAPPING) {
        g_autofree char *part = g_strdup_printf("'%s.date', for its date", key->name);

        letter_diagnostics_add_with(reader->diagnostics, LETTER_RULE_WRONG_VALUE, reader->source,
                                    field->span, "a column", field->text.data, part, NULL);
    } else {
        letter_diagnostics_add_with(reader->diagnostics, LETTER_RULE_DUPLICATE_KEY, reader->source,
                                    field->span, field->text.data, NULL);
    }
}

static void add_column(Table *table, const LetterKey *key, guint index)
{
    const Column column = { *key, index };

    if (key->offset == letter_table_find(&letter_schema_signatory, "name")->offset)
        table->name = index;
    g_array_append_val(table->columns, column);
}

static void read_column(Table *table, guint index)
{
    const LetterReader *reader = &table->reading->reader;
    const LetterCsvField *field = letter_csv_field(table->csv, index);
    LetterKey key;

    switch (letter_names_find(reader->names, field->text.data, &key)) {
    case LETTER_NAME_KNOWN:
        if (key.type == LETTER_TYPE_MAPPING || has_column(table, &key))
            report_column(table, field, &key);
        else
            add_column(table, &key, index);
        break;
    case LETTER_NAME_IGNORED:
        break;
    case LETTER_NAME_UNKNOWN:
        /* To guess what was meant takes its time. */
        if (table->unknown++ < MAX_UNKNOWN)
            letter_names_report(field->text.data, reader->source, field->span, reader->diagnostics);
        break;
    }
}

/* FALSE where no row can be read. */
static gboolean read_columns(Table *table)
{
    const LetterReader *reader = &table->reading->reader;
    LetterDiagnosticsMark mark = letter_diagnostics_mark(reader->diagnostics);

    letter_csv_locate(table->csv);
    if (report_separator(table) ||
        !letter_encoding_check(reader->source, letter_csv_row(table->csv), reader->diagnostics))
        return FALSE;
    table->width = letter_csv_size(table->csv);
    for (guint i = 0; i < table->width; i++)
        read_column(table, i);
    if (table->name != G_MAXUINT)
        return TRUE;
    /* It may be there by a name that was just reported. */
    if (!letter_diagnostics_has_errors_since(reader->diagnostics, mark))
        letter_diagnostics_add_with(reader->diagnostics, LETTER_RULE_MISSING_KEY, reader->source,
                                    letter_csv_row(table->csv), "name", NULL);
    return FALSE;
}

static void add_event(Table *table, LetterYamlType type, LetterSlice text, LetterSpan span)
{
    LetterYamlEvent event = {
        .type = type, .style = LETTER_YAML_PLAIN, .text = text, .span = span
    };

    g_array_append_val(table->events, event);
}

/* The parts of a text as a list: lines of an address, words of `publish`. */
static void split(Table *table, const LetterYamlEvent *event, const char *separators)
{
    LetterSlice rest = event->text;

    g_array_set_size(table->events, 0);
    while (rest.size > 0) {
        gsize size = 0;

        while (size < rest.size && strchr(separators, rest.data[size]) == NULL)
            size++;
        if (size > 0)
            add_event(table, LETTER_YAML_SCALAR, (LetterSlice){ rest.data, size }, event->span);
        size = MIN(size + 1, rest.size);
        rest = (LetterSlice){ rest.data + size, rest.size - size };
    }
    add_event(table, LETTER_YAML_LIST_END, (LetterSlice){ NULL, 0 }, event->span);
    table->reading->reader.next_event = 0;
}

static void read_value(Table *table, const LetterKey *key, const LetterCsvField *field,
                       LetterSignatoryDraft *draft)
{
    LetterReader *reader = &table->reading->reader;
    gboolean is_quoted = field->text.size > 0 && reader->source->data[field->span.start] == '"';
    LetterYamlEvent event = {
        .type = LETTER_YAML_SCALAR,
        .style = is_quoted ? LETTER_YAML_QUOTED : LETTER_YAML_PLAIN,
        .text = field->text,
        .span = field->span,
    };

    if (field->text.size == 0)
        return;
    if (key->type == LETTER_TYPE_LINES || key->type == LETTER_TYPE_FLAGS) {
        split(table, &event, key->type == LETTER_TYPE_LINES ? "\r\n" : ", \t;");
        event.type = LETTER_YAML_LIST_START;
    }
    letter_reader_value(reader, key, &event, draft);
}

static void read_fields(Table *table, LetterSignatoryDraft *draft)
{
    LetterReader *reader = &table->reading->reader;
    LetterSpan row = letter_csv_row(table->csv);

    draft->party.span = row;
    for (guint i = 0; i < table->columns->len; i++) {
        const Column *column = &g_array_index(table->columns, Column, i);

        read_value(table, &column->key, letter_csv_field(table->csv, column->index), draft);
    }
    letter_read_signatory_check(reader, draft,
                                letter_csv_field(table->csv, table->name)->text.size > 0, row);
}

static void clear_draft(LetterSignatoryDraft *draft)
{
    letter_party_clear(&draft->party);
    letter_party_clear(&draft->representative);
    *draft = (LetterSignatoryDraft){ .status = LETTER_SIGNATORY_ACTIVE };
}

/* Reads the row with its findings aside; FALSE where there are any. */
static gboolean try_row(Table *table, LetterSignatoryDraft *draft)
{
    LetterReader *reader = &table->reading->reader;
    LetterDiagnostics *diagnostics = reader->diagnostics;

    reader->diagnostics = table->aside;
    read_fields(table, draft);
    reader->diagnostics = diagnostics;
    if (letter_diagnostics_size(table->aside) == 0)
        return TRUE;
    letter_diagnostics_free(table->aside);
    table->aside = letter_diagnostics_new();
    return FALSE;
}

static void report_fields(const Table *table)
{
    const LetterReader *reader = &table->reading->reader;
    gboolean has_more = letter_csv_size(table->csv) > table->width;
    char separator[] = { table->reading->group->separator, '\0' };
    const char *shown = *separator == '\t' ? "a tab" : separator;
    g_autofree char *found = g_strdup_printf("%u", letter_csv_size(table->csv));
    g_autofree char *wanted = g_strdup_printf("%u", table->width);

    if (*separator == '\0')
        *separator = ',';
    letter_diagnostics_add_with(reader->diagnostics, LETTER_RULE_CSV_FIELDS, reader->source,
                                letter_csv_row(table->csv), found, wanted, has_more ? shown : NULL,
                                NULL);
}

static gboolean is_empty(const LetterCsv *csv)
{
    for (guint i = 0; i < letter_csv_size(csv); i++) {
        if (letter_csv_field(csv, i)->text.size > 0)
            return FALSE;
    }
    return TRUE;
}

static void read_row(Table *table)
{
    LetterReader *reader = &table->reading->reader;
    LetterSpan row = letter_csv_row(table->csv);
    LetterSignatoryDraft draft = { .status = LETTER_SIGNATORY_ACTIVE };

    if (letter_source_is_fence(letter_csv_field(table->csv, 0)->text)) {
        letter_diagnostics_add(reader->diagnostics, LETTER_RULE_CODE_FENCE, reader->source, row);
        return;
    }
    if (!letter_encoding_check(reader->source, row, reader->diagnostics))
        return;
    if (letter_csv_size(table->csv) != table->width) {
        report_fields(table);
        return;
    }
    if (!try_row(table, &draft)) {
        clear_draft(&draft);
        letter_csv_locate(table->csv);
        read_fields(table, &draft);
    }
    letter_read_signatory_append(reader, &draft);
    clear_draft(&draft);
}

static void read_rows(Table *table)
{
    LetterCsvResult result;

    for (;;) {
        letter_source_begin_entry(table->reading);
        result = letter_csv_next(table->csv);
        if (result == LETTER_CSV_END || result == LETTER_CSV_OPEN) {
            table->reading->entries--;
            return;
        }
        if (result == LETTER_CSV_ROW && !is_empty(table->csv))
            read_row(table);
        letter_source_end_entry(table->reading);
    }
}

void letter_read_csv_source(LetterSourceReading *reading)
{
    LetterReader *reader = &reading->reader;
    const LetterSpan whole = { letter_source_start(reader->source), reader->source->size };
    char separator = reading->group->separator;
    g_autoptr(GArray) columns = g_array_new(FALSE, FALSE, sizeof(Column));
    g_autoptr(GArray) events = g_array_new(FALSE, FALSE, sizeof(LetterYamlEvent));
    g_autoptr(LetterCsv) csv = letter_csv_new(
        reader->source, whole, separator != '\0' ? separator : ',', reader->diagnostics);
    Table table = {
        .reading = reading,
        .csv = csv,
        .columns = columns,
        .name = G_MAXUINT,
        .events = events,
        .aside = letter_diagnostics_new(),
    };
    LetterYamlEvent nothing = { .type = LETTER_YAML_END };
    LetterCsvResult first = letter_csv_next(csv);

    reader->events = events;
    if (first == LETTER_CSV_END)
        letter_source_bad_entry(reading, &nothing, "a table",
                                "the names of the columns into the first row");
    else if (first == LETTER_CSV_ROW && read_columns(&table))
        read_rows(&table);
    reader->events = NULL;
    letter_diagnostics_free(table.aside);
}
