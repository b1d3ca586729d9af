/*
 * labels_load.c - reads label files: labels/LANG.yaml.
 *
 * A file is one mapping: a label to its text; a label that counts to a text or
 * to a mapping of plural forms; `months` to a list of twelve.
 */
#include <string.h>

#include "front/front_matter.h"
#include "front/yaml.h"
#include "template/labels_table.h"
#include "text/spelling.h"

#define FALLBACK "en"

/* Languages whose words serve another. */
static const struct {
    const char *tag, *words;
} relatives[] = {
    { "no", "nb" },         { "iw", "he" },         { "zh-TW", "zh-Hant" },
    { "zh-HK", "zh-Hant" }, { "zh-MO", "zh-Hant" },
};

typedef struct Loader {
    LetterLabels *labels;
    LetterLabelsFind find;
    gpointer data;
    LetterDiagnostics *diagnostics;
    gboolean is_broken; /* so that what is missing may only be unread */

    /* Of the file that is read: */
    const LetterSource *source;
    LetterYaml *yaml;
    gboolean seen[LETTER_LABEL_COUNT];
} Loader;

static const char *const plural_names[LETTER_PLURAL_COUNT] = { "other", "zero", "one",
                                                               "two",   "few",  "many" };

static void report_type(Loader *loader, LetterLabel label, const LetterYamlEvent *event,
                        const char *expected)
{
    static const char *const types[] = {
        [LETTER_YAML_SCALAR] = "a text",
        [LETTER_YAML_LIST_START] = "a list",
        [LETTER_YAML_MAPPING_START] = "a mapping",
    };

    letter_diagnostics_add_with(loader->diagnostics, LETTER_RULE_WRONG_TYPE, loader->source,
                                event->span, letter_label_key(label), types[event->type], expected,
                                NULL);
}

static void refuse_type(Loader *loader, LetterLabel label, const LetterYamlEvent *event,
                        const char *expected)
{
    report_type(loader, label, event, expected);
    letter_yaml_skip(loader->yaml, event);
}

static void skip_value(Loader *loader)
{
    LetterYamlEvent value;

    if (letter_yaml_next(loader->yaml, &value))
        letter_yaml_skip(loader->yaml, &value);
}

static void refuse_key(Loader *loader, const LetterYamlEvent *key, const char *const *known,
                       guint count)
{
    if (key->type == LETTER_YAML_SCALAR)
        letter_diagnostics_add_with(loader->diagnostics, LETTER_RULE_UNKNOWN_KEY, loader->source,
                                    key->span, key->text.data,
                                    letter_spelling_nearest(key->text.data, known, count), NULL);
    else
        letter_diagnostics_add(loader->diagnostics, LETTER_RULE_KEY_NOT_TEXT, loader->source,
                               key->span);
    letter_yaml_skip(loader->yaml, key);
    skip_value(loader);
}

static const char *keep(Loader *loader, const LetterYamlEvent *event)
{
    return g_string_chunk_insert(loader->labels->strings, event->text.data);
}

/* The place of a key among those known; @count where it is none of them. */
static guint find_key(const LetterYamlEvent *key, const char *const *known, guint count)
{
    guint index = 0;

    if (key->type != LETTER_YAML_SCALAR)
        return count;
    while (index < count && strcmp(known[index], key->text.data) != 0)
        index++;
    return index;
}

/* A label that is given anew keeps none of its old forms. */
static void forget(Loader *loader, LetterLabel label)
{
    memset(loader->labels->texts[label], 0, sizeof loader->labels->texts[label]);
}

static void read_plurals(Loader *loader, LetterLabel label)
{
    LetterYamlEvent event;

    forget(loader, label);
    while (letter_yaml_next(loader->yaml, &event) && event.type != LETTER_YAML_MAPPING_END) {
        guint form = find_key(&event, plural_names, LETTER_PLURAL_COUNT);

        if (form == LETTER_PLURAL_COUNT)
            refuse_key(loader, &event, plural_names, LETTER_PLURAL_COUNT);
        else if (!letter_yaml_next(loader->yaml, &event))
            return;
        else if (event.type == LETTER_YAML_SCALAR)
            loader->labels->texts[label][form] = keep(loader, &event);
        else
            refuse_type(loader, label, &event, "a text");
    }
}

static void read_months(Loader *loader, const LetterYamlEvent *list)
{
    const char *months[LETTER_LABELS_MONTHS];
    LetterYamlEvent event;
    guint count = 0;

    while (letter_yaml_next(loader->yaml, &event) && event.type != LETTER_YAML_LIST_END) {
        if (event.type != LETTER_YAML_SCALAR)
            refuse_type(loader, LETTER_LABEL_MONTHS, &event, "a text");
        else if (count++ < LETTER_LABELS_MONTHS)
            months[count - 1] = keep(loader, &event);
    }
    if (count == LETTER_LABELS_MONTHS)
        memcpy(loader->labels->months, months, sizeof months);
    else
        report_type(loader, LETTER_LABEL_MONTHS, list, "the names of the twelve months");
}

static gboolean parse_digits(LetterLabels *labels, const char *text)
{
    if (g_utf8_strlen(text, -1) != LETTER_LABELS_DIGITS)
        return FALSE;
    for (guint i = 0; i < LETTER_LABELS_DIGITS; i++) {
        const char *next = g_utf8_next_char(text);

        labels->digits[i] = g_string_chunk_insert_len(labels->strings, text, (gssize)(next - text));
        text = next;
    }
    return TRUE;
}

static gboolean parse_threshold(LetterLabels *labels, const char *text)
{
    guint64 number;

    if (!g_ascii_string_to_unsigned(text, 10, 1000, G_MAXUINT, &number, NULL))
        return FALSE;
    labels->thousands_from = (guint)number;
    return TRUE;
}

/* What is wrong with a text that means more than its words; NULL: nothing. */
static const char *parse_special(LetterLabels *labels, LetterLabel label, const char *text)
{
    if (label == LETTER_LABEL_DIGITS && !parse_digits(labels, text))
        return "the ten digits from 0 on";
    if (label == LETTER_LABEL_THOUSANDS_FROM && !parse_threshold(labels, text))
        return "a number, 1000 or more";
    return NULL;
}

static void read_text(Loader *loader, LetterLabel label, const LetterYamlEvent *event)
{
    const char *expected = parse_special(loader->labels, label, event->text.data);

    forget(loader, label);
    loader->labels->texts[label][LETTER_PLURAL_OTHER] = keep(loader, event);
    if (expected != NULL)
        refuse_type(loader, label, event, expected);
}

static void read_label(Loader *loader, LetterLabel label)
{
    LetterLabelForm form = letter_label_info(label)->form;
    LetterYamlEvent event;

    if (!letter_yaml_next(loader->yaml, &event) || letter_yaml_is_absent(&event))
        return;
    if (form == LETTER_LABEL_FORM_LIST && event.type == LETTER_YAML_LIST_START)
        read_months(loader, &event);
    else if (form == LETTER_LABEL_FORM_COUNT && event.type == LETTER_YAML_MAPPING_START)
        read_plurals(loader, label);
    else if (form != LETTER_LABEL_FORM_LIST && event.type == LETTER_YAML_SCALAR)
        read_text(loader, label, &event);
    else
        refuse_type(loader, label, &event, form == LETTER_LABEL_FORM_LIST ? "a list" : "a text");
}

static void read_pair(Loader *loader, const LetterYamlEvent *key)
{
    const char *keys[LETTER_LABEL_COUNT];
    guint label;

    for (guint i = 0; i < LETTER_LABEL_COUNT; i++)
        keys[i] = letter_label_key((LetterLabel)i);
    label = find_key(key, keys, LETTER_LABEL_COUNT);
    if (label == LETTER_LABEL_COUNT) {
        refuse_key(loader, key, keys, LETTER_LABEL_COUNT);
    } else if (loader->seen[label]) {
        letter_diagnostics_add_with(loader->diagnostics, LETTER_RULE_DUPLICATE_KEY, loader->source,
                                    key->span, keys[label], NULL);
        skip_value(loader);
    } else {
        loader->seen[label] = TRUE;
        read_label(loader, (LetterLabel)label);
    }
}

static void read_mapping(Loader *loader)
{
    LetterYamlEvent event;

    if (!letter_yaml_next(loader->yaml, &event))
        return;
    if (event.type != LETTER_YAML_MAPPING_START) {
        letter_diagnostics_add_with(loader->diagnostics, LETTER_RULE_WRONG_TYPE, loader->source,
                                    event.span, "labels", "no mapping",
                                    "'label: text' on each line", NULL);
        return;
    }
    while (letter_yaml_next(loader->yaml, &event) && event.type != LETTER_YAML_MAPPING_END)
        read_pair(loader, &event);
}

static void read_source(Loader *loader, const LetterSource *source)
{
    g_autoptr(LetterYaml) yaml = NULL;

    if (!letter_front_matter_check_encoding(source, loader->diagnostics)) {
        loader->is_broken = TRUE;
        return;
    }
    yaml = letter_yaml_new(source, (LetterSpan){ 0, source->size }, loader->diagnostics);
    loader->source = source;
    loader->yaml = yaml;
    memset(loader->seen, 0, sizeof loader->seen);
    read_mapping(loader);
    loader->is_broken = loader->is_broken || letter_yaml_is_broken(yaml);
}

static gboolean is_given(const LetterLabels *labels, LetterLabel label)
{
    switch (label) {
    case LETTER_LABEL_MONTHS:
        return labels->months[0] != NULL;
    case LETTER_LABEL_DIGITS:
        return labels->digits[0] != NULL;
    case LETTER_LABEL_THOUSANDS_FROM:
        return labels->thousands_from > 0;
    default:
        return labels->texts[label][LETTER_PLURAL_OTHER] != NULL;
    }
}

static void take_entry(LetterLabels *labels, const LetterBuiltinLabel *entry)
{
    LetterLabel label = (LetterLabel)entry->label;

    if (label == LETTER_LABEL_MONTHS)
        labels->months[entry->place] = entry->text;
    else
        labels->texts[label][entry->place] = entry->text;
    parse_special(labels, label, entry->text);
}

static gboolean read_builtin(Loader *loader, const char *tag)
{
    const LetterBuiltinLabels *file = letter_builtin_labels_find(tag);

    for (gsize i = 0; file != NULL && i < file->count; i++) {
        const LetterBuiltinLabel *entry = &file->entries[i];

        if (i == 0 || entry[-1].label != entry->label)
            forget(loader, (LetterLabel)entry->label);
        take_entry(loader->labels, entry);
    }
    return file != NULL;
}

static gboolean read_own(Loader *loader, const char *path)
{
    g_autoptr(LetterSource) source = NULL;

    if (loader->find != NULL)
        source = loader->find(path, loader->data);
    if (source != NULL)
        read_source(loader, source);
    return source != NULL;
}

/* The built-in file of exactly this tag, and the user's over it. */
static gboolean read_tag(Loader *loader, const char *tag)
{
    g_autofree char *path = g_strconcat("labels/", tag, ".yaml", NULL);
    gboolean is_builtin = read_builtin(loader, tag);

    return read_own(loader, path) || is_builtin;
}

/* From the language to the tag itself, each over the last: pt, then pt-BR. */
static void read_chain(Loader *loader, const char *tag)
{
    const char *end = tag;

    do {
        g_autofree char *part = NULL;

        end += strcspn(end, "-");
        part = g_strndup(tag, (gsize)(end - tag));
        if (read_tag(loader, part)) {
            g_free(loader->labels->tag);
            loader->labels->tag = g_steal_pointer(&part);
        }
    } while (*end++ == '-');
}

/* English stands in for every word that is missing. */
static void fill_up(Loader *loader)
{
    const LetterBuiltinLabels *english = letter_builtin_labels_find(FALLBACK);
    gboolean is_missing[LETTER_LABEL_COUNT];

    for (guint i = 0; i < LETTER_LABEL_COUNT; i++) {
        is_missing[i] = !is_given(loader->labels, (LetterLabel)i);
        if (is_missing[i] && !loader->is_broken)
            letter_diagnostics_add_with(loader->diagnostics, LETTER_RULE_LABEL_MISSING, NULL,
                                        (LetterSpan){ 0, 0 }, letter_label_key((LetterLabel)i),
                                        loader->labels->tag, NULL);
    }
    for (gsize i = 0; i < english->count; i++)
        if (is_missing[english->entries[i].label])
            take_entry(loader->labels, &english->entries[i]);
}

LetterLabels *letter_labels_load(const char *tag, LetterLabelsFind find, gpointer data,
                                 LetterDiagnostics *diagnostics)
{
    LetterLabels *labels = g_new0(LetterLabels, 1);
    Loader loader = { .labels = labels, .find = find, .data = data, .diagnostics = diagnostics };

    labels->strings = g_string_chunk_new(2048);
    for (guint i = 0; i < G_N_ELEMENTS(relatives); i++) {
        if (strcmp(relatives[i].tag, tag) == 0)
            tag = relatives[i].words;
    }
    read_chain(&loader, tag);
    if (labels->tag == NULL) {
        letter_diagnostics_add_with(diagnostics, LETTER_RULE_LABELS_MISSING, NULL,
                                    (LetterSpan){ 0, 0 }, tag, FALLBACK, NULL);
        read_chain(&loader, FALLBACK);
    }
    fill_up(&loader);
    return labels;
}
