/*
 * read_source.c - signatories from files beside the letter: which, and how.
 */
#include "model/read_source.h"

#include <string.h>

/* Of all that a letter keeps of its sources; a list of a million has about a
   hundred.  Keys to sort by take up to twelve times as much, and must be less
   than 4 GiB. */
#define MAX_SIZE ((gsize)256 * 1024 * 1024)

#define SCRATCH_SIZE 1024

typedef void (*ReadSource)(LetterSourceReading *reading);

static const struct {
    const char *ending;
    ReadSource read;
} kinds[] = {
    { ".csv", letter_read_csv_source },     { ".yaml", letter_read_yaml_source },
    { ".yml", letter_read_yaml_source },    { ".json", letter_read_json_source },
    { ".jsonl", letter_read_jsonl_source }, { ".txt", letter_read_text_source },
};

gsize letter_source_start(const LetterSource *source)
{
    return source->size >= 3 && memcmp(source->data, "\xEF\xBB\xBF", 3) == 0 ? 3 : 0;
}

gboolean letter_source_is_fence(LetterSlice line)
{
    line = letter_slice_trim(line);
    return line.size >= 3 && (memcmp(line.data, "```", 3) == 0 || memcmp(line.data, "~~~", 3) == 0);
}

void letter_source_begin_entry(LetterSourceReading *reading)
{
    LetterReader *reader = &reading->reader;

    reader->mark = letter_diagnostics_mark(reader->diagnostics);
    g_string_chunk_clear(reader->strings);
    reading->entries++;
}

void letter_source_end_entry(LetterSourceReading *reading)
{
    LetterReader *reader = &reading->reader;

    if (!reader->skips_invalid || letter_reader_is_broken(reader) ||
        !letter_diagnostics_has_errors_since(reader->diagnostics, reader->mark))
        return;
    letter_diagnostics_demote_since(reader->diagnostics, reader->mark);
    reading->skipped++;
}

void letter_source_bad_entry(LetterSourceReading *reading, const LetterYamlEvent *event,
                             const char *wanted, const char *example)
{
    static const char *const found[] = {
        [LETTER_YAML_SCALAR] = "a text",
        [LETTER_YAML_LIST_START] = "a list",
        [LETTER_YAML_MAPPING_START] = "a mapping",
        [LETTER_YAML_END] = "nothing",
    };
    LetterReader *reader = &reading->reader;

    letter_diagnostics_add_with(
        reader->diagnostics, LETTER_RULE_SOURCE_ENTRY, reader->source, event->span,
        letter_yaml_is_absent(event) ? "nothing" : found[event->type], wanted, example, NULL);
    letter_reader_skip(reader, event);
}

/* What the path's findings are said of: the letter's `source`. */
static void report_path(LetterReader *letter, const LetterText *path, LetterRule rule,
                        const char *detail)
{
    letter_diagnostics_add_with(letter->diagnostics, rule, letter->source, path->span, detail,
                                NULL);
}

static void report_unreadable(LetterReader *letter, const LetterText *path, const GError *error)
{
    switch ((LetterFolderError)error->code) {
    case LETTER_FOLDER_ERROR_MISSING:
        report_path(letter, path, LETTER_RULE_FILE_MISSING, path->text);
        break;
    case LETTER_FOLDER_ERROR_OUTSIDE:
        report_path(letter, path, LETTER_RULE_PATH_OUTSIDE, path->text);
        break;
    default:
        report_path(letter, path, LETTER_RULE_FILE_UNREADABLE, error->message);
        break;
    }
}

static LetterSource *make_source(const LetterSourceReading *reading, const char *path,
                                 GBytes *bytes)
{
    g_autofree char *name = g_strconcat(reading->folder, path, NULL);
    LetterSource *source = letter_source_new(name, bytes);

    source->is_private = TRUE;
    return source;
}

static void read_bytes(LetterSourceReading *reading, const char *path, GBytes *bytes,
                       ReadSource read)
{
    g_autoptr(LetterSource) source = make_source(reading, path, bytes);

    reading->reader.source = source;
    read(reading);
}

static gsize find_room(const LetterReader *letter)
{
    return MAX_SIZE - MIN(MAX_SIZE, letter_signatories_bytes(letter->letter->signatories));
}

static gboolean is_passed_over(const char *name)
{
    return name[0] == '.' || g_ascii_strcasecmp(name, "README") == 0 ||
           g_ascii_strncasecmp(name, "README.", strlen("README.")) == 0;
}

static gboolean is_entry_name(const char *name)
{
    return g_str_has_suffix(name, ".yaml") || g_str_has_suffix(name, ".yml");
}

/* A file of another kind is at fault itself, at its first byte. */
static void report_name(LetterSourceReading *reading, const char *path, const char *name)
{
    g_autoptr(GBytes) nothing = g_bytes_new_static("", 0);
    g_autoptr(LetterSource) source = make_source(reading, path, nothing);
    const char *dot = strrchr(name, '.');
    g_autofree char *stem =
        dot != NULL && dot != name ? g_strndup(name, (gsize)(dot - name)) : g_strdup(name);
    g_autofree char *proposed = g_strconcat(stem, ".yaml", NULL);

    letter_source_begin_entry(reading);
    letter_diagnostics_add_with(reading->reader.diagnostics, LETTER_RULE_SOURCE_FILE, source,
                                (LetterSpan){ 0, 0 }, name, proposed, NULL);
    letter_source_end_entry(reading);
}

static void read_folder_entry(LetterReader *letter, LetterSourceReading *reading,
                              const LetterText *folder, const char *name)
{
    const LetterFiles *files = letter->options->files;
    g_autofree char *path = g_build_filename(folder->text, name, NULL);
    g_autoptr(GError) error = NULL;
    g_autoptr(GBytes) bytes = NULL;

    if (is_passed_over(name))
        return;
    if (!is_entry_name(name)) {
        report_name(reading, path, name);
        return;
    }
    bytes =
        files->read(files->data, path, MIN(find_room(letter), LETTER_YAML_MAX_MARKDOWN), &error);
    if (bytes != NULL)
        read_bytes(reading, path, bytes, letter_read_yaml_entry);
    else
        report_path(letter, folder, LETTER_RULE_FILE_UNREADABLE, error->message);
}

/* FALSE where it is a file. */
static gboolean read_folder(LetterReader *letter, LetterSourceReading *reading,
                            const LetterText *path)
{
    const LetterFiles *files = letter->options->files;
    g_autoptr(GError) error = NULL;
    g_autoptr(GPtrArray) names = files->list(files->data, path->text, &error);
    gboolean is_file = g_error_matches(error, LETTER_FOLDER_ERROR, LETTER_FOLDER_ERROR_NOT_REGULAR);

    if (names == NULL && !is_file)
        report_unreadable(letter, path, error);
    for (guint i = 0; names != NULL && i < names->len; i++)
        read_folder_entry(letter, reading, path, g_ptr_array_index(names, i));
    return !is_file;
}

static ReadSource find_kind(const char *path)
{
    for (guint i = 0; i < G_N_ELEMENTS(kinds); i++) {
        gsize size = strlen(path), ending = strlen(kinds[i].ending);

        if (size > ending && g_ascii_strcasecmp(path + size - ending, kinds[i].ending) == 0)
            return kinds[i].read;
    }
    return NULL;
}

/* A path that is no folder and ends like no source: there, or missing. */
static void report_kind(LetterReader *letter, const LetterText *path)
{
    const LetterFiles *files = letter->options->files;
    g_autoptr(GError) error = NULL;
    g_autoptr(GBytes) bytes = files->read(files->data, path->text, 0, &error);

    if (bytes != NULL || g_error_matches(error, LETTER_FOLDER_ERROR, LETTER_FOLDER_ERROR_TOO_LARGE))
        report_path(letter, path, LETTER_RULE_SOURCE_TYPE, path->text);
    else
        report_unreadable(letter, path, error);
}

static void read_file(LetterReader *letter, LetterSourceReading *reading, const LetterText *path,
                      ReadSource read)
{
    const LetterFiles *files = letter->options->files;
    g_autoptr(GError) error = NULL;
    g_autoptr(GBytes) bytes = files->read(files->data, path->text, find_room(letter), &error);

    if (bytes != NULL)
        read_bytes(reading, path->text, bytes, read);
    else
        report_unreadable(letter, path, error);
}

static void report_skipped(LetterReader *letter, const LetterText *path, guint skipped)
{
    g_autofree char *count = g_strdup_printf("%u", skipped);

    if (skipped > 0)
        letter_diagnostics_add_with(letter->diagnostics, LETTER_RULE_ENTRIES_SKIPPED,
                                    letter->source, path->span, path->text, count, NULL);
}

/* TRUE where the source is a folder. */
static gboolean read_source(LetterReader *letter, LetterSourceReading *reading,
                            const LetterText *path)
{
    ReadSource read = find_kind(path->text);
    gboolean is_folder = FALSE;

    reading->skipped = 0;
    if (read != NULL)
        read_file(letter, reading, path, read);
    else
        is_folder = read_folder(letter, reading, path);
    if (read == NULL && !is_folder)
        report_kind(letter, path);
    report_skipped(letter, path, reading->skipped);
    return is_folder;
}

/* As its user wrote it, so that a source is named like the letter. */
static char *find_folder(const LetterSource *letter)
{
    const char *slash = strrchr(letter->name, '/');

    return slash != NULL ? g_strndup(letter->name, (gsize)(slash - letter->name) + 1)
                         : g_strdup("");
}

void letter_read_sources(LetterReader *reader, LetterGroupDraft *group)
{
    g_autofree char *folder = find_folder(reader->source);
    g_autoptr(LetterNames) names = letter_names_new(group);
    GStringChunk *scratch = g_string_chunk_new(SCRATCH_SIZE);
    LetterSourceReading reading = { .reader = *reader, .group = group, .folder = folder };

    reading.reader.yaml = NULL;
    reading.reader.strings = scratch;
    reading.reader.names = names;
    reading.reader.skips_invalid = reader->options->skips_invalid;
    g_queue_init(&reading.reader.ahead);
    for (guint i = 0; i < group->sources->len; i++) {
        const LetterText *path = &g_array_index(group->sources, LetterText, i);

        if (reader->options->files == NULL)
            report_path(reader, path, LETTER_RULE_FILE_UNREADABLE,
                        "the letter is read without its folder");
        /* A folder has no order of its own. */
        else if (read_source(reader, &reading, path) && group->group.sort == LETTER_SORT_UNSAID)
            group->group.sort = LETTER_SORT_NAME;
    }
    g_string_chunk_free(scratch);
}
