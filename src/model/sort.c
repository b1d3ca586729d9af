/*
 * sort.c - the order of signatories: by name, organization or date.
 *
 * Each entry gets a key of bytes once; comparing keys is what sorting a
 * million entries spends its time on.
 */
#include <string.h>

#include "model/signatories.h"

typedef struct Entry {
    gsize key;
    guint size, index;
} Entry;

typedef struct Sorting {
    LetterLocale *locale;
    GByteArray *keys;
    GArray *entries;
} Sorting;

/* What is absent comes last. */
static void append_presence(GByteArray *keys, gboolean is_present)
{
    guint8 byte = is_present ? 0 : 1;

    g_byte_array_append(keys, &byte, 1);
}

static void append_text(const Sorting *sorting, const LetterText *text)
{
    append_presence(sorting->keys, text->text != NULL);
    if (text->text != NULL)
        letter_locale_append_sort_key(sorting->locale, (LetterSlice){ text->text, text->size },
                                      sorting->keys);
}

static void append_name(const Sorting *sorting, const LetterSignatory *entry)
{
    append_text(sorting, entry->sort_as.text != NULL ? &entry->sort_as : &entry->name);
}

static void append_organization(const Sorting *sorting, const LetterSignatory *entry)
{
    if (entry->organization.text != NULL)
        append_text(sorting, &entry->organization);
    else if (entry->type == LETTER_PARTY_ORGANIZATION)
        append_name(sorting, entry);
    else
        append_presence(sorting->keys, FALSE);
    append_name(sorting, entry);
}

static void append_date(const Sorting *sorting, const LetterSignatory *entry)
{
    LetterDate date;
    guint64 moment;

    if (entry->date.text == NULL ||
        !letter_date_parse(entry->date.text, LETTER_DATE_FORM_ANY, &date)) {
        append_presence(sorting->keys, FALSE);
        return;
    }
    append_presence(sorting->keys, TRUE);
    /* Moments before 1970 are negative; bytes are not. */
    moment = GUINT64_TO_BE((guint64)letter_date_to_unix(&date) ^ G_GUINT64_CONSTANT(1) << 63);
    g_byte_array_append(sorting->keys, (const guint8 *)&moment, sizeof moment);
}

typedef void (*AppendKey)(const Sorting *sorting, const LetterSignatory *entry);

static const AppendKey orders[] = {
    [LETTER_SORT_UNSAID] = NULL,      [LETTER_SORT_GIVEN] = NULL,
    [LETTER_SORT_NAME] = append_name, [LETTER_SORT_ORGANIZATION] = append_organization,
    [LETTER_SORT_DATE] = append_date,
};

static gint compare(gconstpointer first, gconstpointer second, gpointer data)
{
    const Entry *a = first, *b = second;
    const guint8 *keys = ((const Sorting *)data)->keys->data;
    int order = memcmp(keys + a->key, keys + b->key, MIN(a->size, b->size));

    if (order != 0)
        return order;
    if (a->size != b->size)
        return a->size < b->size ? -1 : 1;
    return a->index < b->index ? -1 : 1;
}

static void sort_group(LetterSignatories *list, guint index, Sorting *sorting)
{
    const LetterGroup *group = letter_signatories_group(list, index);
    g_autofree guint *order = g_new(guint, group->size);

    g_byte_array_set_size(sorting->keys, 0);
    g_array_set_size(sorting->entries, 0);
    for (guint i = 0; i < group->size; i++) {
        Entry entry = { .key = sorting->keys->len, .index = i };
        LetterSignatory view;

        letter_signatories_get(list, group->first + i, &view);
        orders[group->sort](sorting, &view);
        entry.size = sorting->keys->len - (guint)entry.key;
        g_array_append_val(sorting->entries, entry);
    }
    g_array_sort_with_data(sorting->entries, compare, sorting);
    for (guint i = 0; i < group->size; i++)
        order[i] = g_array_index(sorting->entries, Entry, i).index;
    letter_signatories_reorder(list, index, order);
}

void letter_signatories_sort(LetterSignatories *list, LetterLocale *locale)
{
    Sorting sorting = { .locale = locale };

    for (guint i = 0; i < letter_signatories_group_count(list); i++) {
        const LetterGroup *group = letter_signatories_group(list, i);

        if (orders[group->sort] == NULL || group->size < 2)
            continue;
        if (sorting.keys == NULL) {
            sorting.keys = g_byte_array_new();
            sorting.entries = g_array_new(FALSE, FALSE, sizeof(Entry));
        }
        sort_group(list, i, &sorting);
    }
    g_clear_pointer(&sorting.keys, g_byte_array_unref);
    g_clear_pointer(&sorting.entries, g_array_unref);
}
