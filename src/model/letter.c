/*
 * letter.c - reads a letter: its front matter, and where its body is.
 */
#include "model/letter.h"

#include <string.h>

#include "front/front_matter.h"
#include "model/reader.h"

#define STRINGS_SIZE    4096 /* bytes asked for at a time */
#define TITLE_SLUG_SIZE 80   /* bytes of a slug made from a title */

static void clear_allocated(Letter *letter)
{
    GArray **lists[] = {
        &letter->addressees,        &letter->cc,
        &letter->contacts,          &letter->sections,
        &letter->updates,           &letter->allow,
        &letter->email.to,          &letter->email.cc,
        &letter->email.bcc,         &letter->email.reply_to,
        &letter->email.attachments, &letter->email.list_unsubscribe,
        &letter->email.headers,
    };

    for (guint i = 0; i < G_N_ELEMENTS(lists); i++)
        g_clear_pointer(lists[i], g_array_unref);
    letter_party_clear(&letter->from);
    letter_signatories_free(letter->signatories);
    letter_extra_free(letter->extra);
}

void letter_free(Letter *letter)
{
    if (letter == NULL)
        return;
    clear_allocated(letter);
    g_ptr_array_unref(letter->maps);
    g_string_chunk_free(letter->strings);
    letter_source_unref(letter->source);
    g_free(letter);
}

static void ensure_parties(GArray **list)
{
    if (*list == NULL)
        *list = letter_party_list_new();
}

static void ensure_records(GArray **list, gsize size)
{
    if (*list == NULL)
        *list = g_array_new(FALSE, TRUE, (guint)size);
}

/* The lists that are never NULL, though they may be empty. */
static void ensure_lists(Letter *letter)
{
    ensure_parties(&letter->addressees);
    ensure_parties(&letter->cc);
    ensure_parties(&letter->contacts);
    ensure_records(&letter->sections, sizeof(LetterSection));
    ensure_records(&letter->updates, sizeof(LetterUpdate));
    ensure_records(&letter->allow, sizeof(LetterAllowance));
}

static Letter *new_letter(LetterSource *source)
{
    Letter *letter = g_new0(Letter, 1);

    letter->source = letter_source_ref(source);
    letter->signatories = letter_signatories_new();
    letter->strings = g_string_chunk_new(STRINGS_SIZE);
    letter->maps = g_ptr_array_new_with_free_func((GDestroyNotify)letter_offset_map_free);
    ensure_lists(letter);
    return letter;
}

/* Faults that have no better place stand at the fence that opens the letter. */
static LetterSpan find_fence(const LetterSource *source)
{
    return letter_source_line_at(source, 0);
}

/* Which keys the letter has. */
static LetterGiven *find_given(LetterReader *reader)
{
    return letter_reader_remember(reader, &letter_schema_letter, reader->letter,
                                  find_fence(reader->source));
}

static gboolean read_keys(LetterReader *reader, const LetterYamlEvent *event)
{
    static const LetterKey front_matter = LETTER_KEY("front matter", MAPPING, 0);
    guint64 keys;

    if (event->type != LETTER_YAML_MAPPING_START) {
        letter_reader_wrong_type(reader, &front_matter, event);
        return FALSE;
    }
    keys = letter_reader_mapping(reader, &letter_schema_letter, event, reader->letter);
    find_given(reader)->keys |= keys;
    return TRUE;
}

static gboolean has_key(LetterReader *reader, const char *name)
{
    const LetterTable *table = &letter_schema_letter;

    return (find_given(reader)->keys & letter_table_bit(table, letter_table_find(table, name))) !=
           0;
}

/* What the tables cannot say: it depends on other keys. */
static void require_by_kind(LetterReader *reader)
{
    const Letter *letter = reader->letter;

    if (letter->kind != LETTER_KIND_PAGE && letter->status != LETTER_STATUS_DRAFT &&
        !has_key(reader, "date"))
        letter_diagnostics_add_with(reader->diagnostics, LETTER_RULE_MISSING_KEY, reader->source,
                                    find_fence(reader->source), "date", NULL);
    if (letter->kind == LETTER_KIND_OPEN_LETTER && !has_key(reader, "addressees"))
        letter_diagnostics_add(reader->diagnostics, LETTER_RULE_NO_ADDRESSEES, reader->source,
                               find_fence(reader->source));
}

static void read_head(LetterReader *reader, const LetterReadOptions *options)
{
    LetterYamlEvent event;
    gboolean is_mapping = TRUE;

    find_given(reader);
    if (letter_reader_next(reader, &event))
        is_mapping = read_keys(reader, &event);
    /* What follows the one mapping is reported where events are made. */
    while (letter_reader_next(reader, &event))
        continue;
    for (guint i = 0; i < options->override_count; i++)
        letter_read_override(reader, &options->overrides[i]);
    ensure_lists(reader->letter);
    if (!is_mapping || letter_yaml_is_broken(reader->yaml))
        return;
    letter_reader_require_all(reader);
    require_by_kind(reader);
}

/* The file's name without folder and ending, NULL where it has none. */
static char *find_stem(const LetterSource *source)
{
    static const char *const endings[] = { ".md", ".markdown" };
    char *stem;

    if (source->name[0] == '<' || strcmp(source->name, "-") == 0)
        return NULL;
    stem = g_path_get_basename(source->name);
    for (guint i = 0; i < G_N_ELEMENTS(endings); i++) {
        if (g_str_has_suffix(stem, endings[i])) {
            stem[strlen(stem) - strlen(endings[i])] = '\0';
            break;
        }
    }
    return stem;
}

/* The language that the name of the file ends in: pact.fr.md. */
static const char *find_suffix(const char *stem)
{
    const char *dot = stem != NULL ? strrchr(stem, '.') : NULL;

    return dot != NULL && dot != stem && letter_locale_is_tag(dot + 1) ? dot + 1 : NULL;
}

static void set_language(Letter *letter, const char *stem, const char *default_lang)
{
    const char *candidates[] = { letter->lang.text, find_suffix(stem), default_lang };
    const char *tag = "en";
    g_autofree char *tidy = NULL;

    for (guint i = 0; i < G_N_ELEMENTS(candidates); i++) {
        if (candidates[i] != NULL && letter_locale_is_tag(candidates[i])) {
            tag = candidates[i];
            break;
        }
    }
    tidy = letter_locale_tidy_tag(tag);
    letter->lang_tag = g_string_chunk_insert(letter->strings, tidy);
    letter->direction = letter_locale_direction(letter->lang_tag);
}

/* A title may be long; words of it are enough for a name. */
static void cut_at_word(char *slug)
{
    if (strlen(slug) <= TITLE_SLUG_SIZE)
        return;
    slug[TITLE_SLUG_SIZE] = '\0';
    if (strchr(slug, '-') != NULL)
        *strrchr(slug, '-') = '\0';
}

static void set_slug(Letter *letter, const char *stem, LetterDiagnostics *diagnostics)
{
    const char *origin = stem != NULL ? stem : letter->title.text;
    g_autofree char *slug = NULL;

    if (letter->slug.text != NULL) {
        letter->file_slug = letter->slug.text;
        return;
    }
    if (origin == NULL)
        return;
    slug = letter_locale_slug(origin);
    if (slug != NULL && stem == NULL)
        cut_at_word(slug);
    if (slug != NULL && strlen(slug) <= LETTER_SLUG_SIZE)
        letter->file_slug = g_string_chunk_insert(letter->strings, slug);
    else
        letter_diagnostics_add_with(diagnostics, LETTER_RULE_SLUG_EMPTY, letter->source,
                                    find_fence(letter->source), origin, NULL);
}

/* The order depends on the language, which is known only now. */
static void sort_signatories(Letter *letter)
{
    g_autoptr(LetterLocale) locale = letter_locale_new(letter->lang_tag);

    letter_signatories_sort(letter->signatories, locale);
}

Letter *letter_read(LetterSource *source, const LetterReadOptions *options,
                    LetterDiagnostics *diagnostics)
{
    static const LetterReadOptions none = { .overrides = NULL };
    Letter *letter = new_letter(source);
    LetterReader reader = {
        .letter = letter,
        .source = source,
        .diagnostics = diagnostics,
        .strings = letter->strings,
        .ahead = G_QUEUE_INIT,
    };
    g_autoptr(GArray) given = g_array_new(FALSE, TRUE, sizeof(LetterGiven));
    g_autoptr(LetterYaml) yaml = NULL;
    g_autofree char *stem = find_stem(source);
    LetterFrontMatter split = { .head = { 0, 0 } };

    options = options != NULL ? options : &none;
    reader.given = given;
    reader.options = options;
    if (letter_front_matter_split(source, diagnostics, &split)) {
        letter->body = split.body;
        reader.yaml = yaml = letter_yaml_new(source, split.head, diagnostics);
        read_head(&reader, options);
        set_slug(letter, stem, diagnostics);
    }
    set_language(letter, stem, options->default_lang);
    sort_signatories(letter);
    return letter;
}

Letter *letter_parse(LetterSource *source, LetterDiagnostics *diagnostics)
{
    return letter_read(source, NULL, diagnostics);
}

static gboolean means(const LetterAllowance *allowance, const char *rule, guint line)
{
    guint64 number = line;

    if (g_strcmp0(allowance->rule.text, rule) != 0)
        return FALSE;
    if (allowance->line.text != NULL &&
        !g_ascii_string_to_unsigned(allowance->line.text, 10, 1, G_MAXINT, &number, NULL))
        return FALSE;
    return number == line;
}

static gboolean is_meant(const LetterDiagnostic *finding, guint line, gconstpointer data)
{
    const GArray *allow = data;
    const char *rule = letter_rule_info(finding->rule)->slug;

    for (guint i = 0; i < allow->len; i++) {
        if (means(&g_array_index(allow, LetterAllowance, i), rule, line))
            return TRUE;
    }
    return FALSE;
}

guint letter_apply_allowances(const Letter *letter, LetterDiagnostics *diagnostics)
{
    if (letter->allow->len == 0)
        return 0;
    return letter_diagnostics_allow(diagnostics, letter->source, is_meant, letter->allow);
}

const char *letter_kind_name(LetterKind kind)
{
    return letter_table_find(&letter_schema_letter, "kind")->choices[kind];
}

const char *letter_get_title(const Letter *letter)
{
    return letter->title.text;
}

const char *letter_get_slug(const Letter *letter)
{
    return letter->file_slug;
}

const char *letter_get_lang(const Letter *letter)
{
    return letter->lang_tag;
}
