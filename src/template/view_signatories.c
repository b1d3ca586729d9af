/*
 * view_signatories.c - who signs: groups, and their entries one at a time.
 *
 * Entries that readers do not see (pending, withdrawn, anonymous) are passed
 * over.
 */
#include "template/view_classes.h"

/* A list of more has columns on a page. */
#define FEW_ENTRIES 12

static const LetterSignatories *list_of(LetterObject object)
{
    const LetterView *view = object.owner;

    return view->settings.letter->signatories;
}

static const LetterGroup *group_of(LetterObject object)
{
    return letter_signatories_group(list_of(object), object.index);
}

/* How many entries are listed: those that may be shown, within the limit. */
static guint count_listed(LetterObject object)
{
    const LetterView *view = object.owner;
    const LetterGroup *group = group_of(object);

    return MIN(group->counts.shown, view->settings.is_message ? group->email_limit : group->limit);
}

/* The entry that is the @index-th shown one; a walk in order takes one step. */
static void read_entry(LetterObject list, guint index, LetterDatum *item)
{
    LetterView *view = list.owner;

    if (index == 0 || view->cursor_group != list.index || view->cursor_shown > index) {
        view->cursor_group = list.index;
        view->cursor_shown = 0;
        view->cursor_entry = group_of(list)->first;
    }
    for (;;) {
        item->object = (LetterObject){ NULL, view->cursor_entry, view };
        view->cursor_entry++;
        if (!letter_signatory_is_shown(letter_view_signatory(item->object)))
            continue;
        if (view->cursor_shown++ == index)
            return;
    }
}

static void read_group_heading(const LetterField *field, LetterObject object, LetterDatum *datum)
{
    (void)field;
    /* A single group's heading is that of all. */
    if (letter_signatories_group_count(list_of(object)) < 2)
        datum->type = LETTER_DATUM_ABSENT;
    else
        letter_view_set_text(datum, &group_of(object)->heading);
}

static void read_entries(const LetterField *field, LetterObject object, LetterDatum *datum)
{
    (void)field;
    letter_view_set_list(datum, object, count_listed(object), read_entry);
}

static void read_has_entries(const LetterField *field, LetterObject object, LetterDatum *datum)
{
    (void)field;
    datum->is_true = count_listed(object) > 0;
}

static void hold_count(LetterObject object, LetterDatum *datum, LetterLabel label, guint count)
{
    const LetterView *view = object.owner;
    char *text = NULL;

    if (count > 0)
        text = letter_labels_count(view->settings.labels, label, count);
    letter_view_hold(object.owner, datum, text);
}

static void read_anonymous(const LetterField *field, LetterObject object, LetterDatum *datum)
{
    (void)field;
    hold_count(object, datum, LETTER_LABEL_ANONYMOUS, group_of(object)->counts.anonymous);
}

static void read_others(const LetterField *field, LetterObject object, LetterDatum *datum)
{
    (void)field;
    hold_count(object, datum, LETTER_LABEL_OTHERS,
               group_of(object)->counts.shown - count_listed(object));
}

static void read_is_many(const LetterField *field, LetterObject object, LetterDatum *datum)
{
    (void)field;
    datum->is_true = count_listed(object) > FEW_ENTRIES;
}

static const LetterField group_fields[] = {
    { .name = "heading", .type = LETTER_DATUM_TEXT, .read = read_group_heading },
    { .name = "entries",
      .type = LETTER_DATUM_LIST,
      .class = &letter_view_signatory_class,
      .read = read_entries },
    { .name = "has_entries", .type = LETTER_DATUM_BOOLEAN, .read = read_has_entries },
    { .name = "anonymous", .type = LETTER_DATUM_TEXT, .read = read_anonymous },
    { .name = "others", .type = LETTER_DATUM_TEXT, .read = read_others },
    { .name = "is_many", .type = LETTER_DATUM_BOOLEAN, .read = read_is_many },
    { 0 },
};

const LetterClass letter_view_group_class = { .name = "group",
                                              .ordinal = LETTER_VIEW_GROUP,
                                              .fields = group_fields };

static void read_group(LetterObject list, guint index, LetterDatum *item)
{
    item->object = (LetterObject){ NULL, index, list.owner };
}

static void read_groups(const LetterField *field, LetterObject object, LetterDatum *datum)
{
    (void)field;
    letter_view_set_list(datum, object, letter_signatories_group_count(list_of(object)),
                         read_group);
}

static void read_heading(const LetterField *field, LetterObject object, LetterDatum *datum)
{
    const LetterView *view = object.owner;
    const LetterSignatories *list = list_of(object);
    const LetterText *heading = &letter_signatories_group(list, 0)->heading;

    (void)field;
    if (letter_signatories_group_count(list) == 1 && heading->text != NULL)
        letter_view_set_text(datum, heading);
    else if (letter_signatories_counts(list)->total == 1)
        datum->type = LETTER_DATUM_ABSENT; /* one name speaks for itself */
    else
        letter_view_set_string(datum,
                               letter_labels_get(view->settings.labels, LETTER_LABEL_SIGNATORIES));
}

static void read_total(const LetterField *field, LetterObject object, LetterDatum *datum)
{
    (void)field;
    hold_count(object, datum, LETTER_LABEL_TOTAL,
               letter_signatories_counts(list_of(object))->total);
}

static void read_count(const LetterField *field, LetterObject object, LetterDatum *datum)
{
    const LetterView *view = object.owner;

    (void)field;
    letter_view_hold(object.owner, datum,
                     letter_labels_number(view->settings.labels,
                                          letter_signatories_counts(list_of(object))->total));
}

static void read_are_many(const LetterField *field, LetterObject object, LetterDatum *datum)
{
    (void)field;
    datum->is_true = letter_signatories_counts(list_of(object))->total > FEW_ENTRIES;
}

static const LetterField signatories_fields[] = {
    { .name = "heading", .type = LETTER_DATUM_TEXT, .read = read_heading },
    { .name = "groups",
      .type = LETTER_DATUM_LIST,
      .class = &letter_view_group_class,
      .read = read_groups },
    { .name = "count", .type = LETTER_DATUM_TEXT, .read = read_count },
    { .name = "total", .type = LETTER_DATUM_TEXT, .read = read_total },
    { .name = "are_many", .type = LETTER_DATUM_BOOLEAN, .read = read_are_many },
    { 0 },
};

const LetterClass letter_view_signatories_class = { .name = "signatories",
                                                    .ordinal = LETTER_VIEW_SIGNATORIES,
                                                    .fields = signatories_fields };
