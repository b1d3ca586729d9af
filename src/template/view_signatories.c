/*
 * view_signatories.c - who signs: groups, and their entries one at a time.
 *
 * Entries that readers do not see (pending, withdrawn, anonymous) are passed
 * over; private fields are there where `publish` names them.
 */
#include <string.h>

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

/* One entry is unpacked at a time. */
static const LetterSignatory *signatory_of(LetterObject object)
{
    LetterView *view = object.owner;

    if (view->signatory_index != object.index) {
        letter_signatories_get(list_of(object), object.index, &view->signatory);
        view->signatory_index = object.index;
    }
    return &view->signatory;
}

static void read_signatory_text(const LetterField *field, LetterObject object, LetterDatum *datum)
{
    letter_view_set_text(datum, G_STRUCT_MEMBER_P(signatory_of(object), field->offset));
}

static void read_details(const LetterField *field, LetterObject object, LetterDatum *datum)
{
    const LetterSignatory *signatory = signatory_of(object);
    const LetterText *const texts[] = { &signatory->role, &signatory->organization,
                                        &signatory->location };

    (void)field;
    letter_view_hold(object.owner, datum,
                     letter_view_join(object.owner, texts, G_N_ELEMENTS(texts)));
}

static void read_is_organization(const LetterField *field, LetterObject object, LetterDatum *datum)
{
    (void)field;
    datum->is_true = signatory_of(object)->type == LETTER_PARTY_ORGANIZATION;
}

static void read_is_personal(const LetterField *field, LetterObject object, LetterDatum *datum)
{
    (void)field;
    datum->is_true = signatory_of(object)->as == LETTER_CAPACITY_PERSONAL;
}

static void read_representative(const LetterField *field, LetterObject object, LetterDatum *datum)
{
    (void)field;
    if (signatory_of(object)->representative_name.text == NULL)
        datum->type = LETTER_DATUM_ABSENT;
    datum->object = object;
}

/* "represented by Ana Lund, chair" */
static void read_represented(const LetterField *field, LetterObject object, LetterDatum *datum)
{
    const LetterView *view = object.owner;
    const LetterSignatory *signatory = signatory_of(object);
    const LetterText *const texts[] = { &signatory->representative_name,
                                        &signatory->representative_role,
                                        &signatory->representative_organization };
    g_autofree char *name = letter_view_join(object.owner, texts, G_N_ELEMENTS(texts));

    (void)field;
    if (*name == '\0')
        datum->type = LETTER_DATUM_ABSENT;
    else
        letter_view_hold(object.owner, datum,
                         letter_labels_format(view->settings.labels, LETTER_LABEL_REPRESENTED_BY,
                                              "name", name, NULL));
}

typedef struct PublishedRow {
    const char *name;
    LetterPrivateField bit;
    gsize offset;
} PublishedRow;

static const PublishedRow published[] = {
    { "email", LETTER_PRIVATE_EMAIL, G_STRUCT_OFFSET(LetterSignatory, email) },
    { "phone", LETTER_PRIVATE_PHONE, G_STRUCT_OFFSET(LetterSignatory, phone) },
    { "label", LETTER_PRIVATE_LABEL, G_STRUCT_OFFSET(LetterSignatory, label) },
    { "note", LETTER_PRIVATE_NOTE, G_STRUCT_OFFSET(LetterSignatory, note) },
};

static const LetterText *find_published(const LetterSignatory *signatory, const char *name)
{
    for (gsize i = 0; i < G_N_ELEMENTS(published); i++)
        if (strcmp(published[i].name, name) == 0)
            return (signatory->publish & published[i].bit) == 0
                       ? NULL
                       : G_STRUCT_MEMBER_P(signatory, published[i].offset);
    return NULL;
}

static void read_published(const LetterField *field, LetterObject object, LetterDatum *datum)
{
    const LetterText *text = find_published(signatory_of(object), field->name);

    if (text == NULL)
        datum->type = LETTER_DATUM_ABSENT;
    else
        letter_view_set_text(datum, text);
}

static void read_mailto(const LetterField *field, LetterObject object, LetterDatum *datum)
{
    const LetterText *email = find_published(signatory_of(object), "email");
    char *address = NULL;

    (void)field;
    if (email != NULL && email->text != NULL)
        address = letter_view_mailto(email->text);
    letter_view_hold(object.owner, datum, address);
}

static void read_tel(const LetterField *field, LetterObject object, LetterDatum *datum)
{
    const LetterText *phone = find_published(signatory_of(object), "phone");
    char *address = NULL;

    (void)field;
    if (phone != NULL && phone->text != NULL)
        address = letter_view_tel(phone->text);
    letter_view_hold(object.owner, datum, address);
}

/* The @index-th line of a text; what is left of it where that is the last. */
static LetterSlice line_of(const LetterText *text, guint index)
{
    const char *start = text->text;
    const char *end = text->text + text->size;
    const char *line_end;

    for (; index > 0; index--)
        start = (const char *)memchr(start, '\n', (gsize)(end - start)) + 1;
    line_end = memchr(start, '\n', (gsize)(end - start));
    return (LetterSlice){ start, (gsize)((line_end == NULL ? end : line_end) - start) };
}

static void read_address_line(LetterObject list, guint index, LetterDatum *item)
{
    item->type = LETTER_DATUM_TEXT;
    item->text = line_of(&signatory_of(list)->address, index);
}

static void read_address(const LetterField *field, LetterObject object, LetterDatum *datum)
{
    const LetterSignatory *signatory = signatory_of(object);
    guint lines = 0;

    (void)field;
    if ((signatory->publish & LETTER_PRIVATE_ADDRESS) != 0 && signatory->address.size > 0) {
        lines = 1;
        for (const char *at = signatory->address.text; *at != '\0'; at++)
            lines += *at == '\n';
    }
    letter_view_set_list(datum, object, lines, read_address_line);
}

static void read_signed(const LetterField *field, LetterObject object, LetterDatum *datum)
{
    const LetterSignatory *signatory = signatory_of(object);
    const LetterView *view = object.owner;
    LetterDate date = { 0 };
    char *day = NULL;

    (void)field;
    if ((signatory->publish & LETTER_PRIVATE_DATE) != 0 && signatory->date.text != NULL &&
        letter_date_parse(signatory->date.text, LETTER_DATE_FORM_ANY, &date))
        day = letter_labels_date(view->settings.labels, &date, NULL);
    letter_view_hold(object.owner, datum, day);
}

#define SIGNATORY_TEXT(field_name, member)                                                         \
    {                                                                                              \
        .name = field_name, .type = LETTER_DATUM_TEXT, .read = read_signatory_text,                \
        .offset = G_STRUCT_OFFSET(LetterSignatory, member)                                         \
    }

static const LetterField signatory_fields[] = {
    SIGNATORY_TEXT("name", name),
    SIGNATORY_TEXT("role", role),
    SIGNATORY_TEXT("organization", organization),
    SIGNATORY_TEXT("location", location),
    SIGNATORY_TEXT("lang", lang),
    { .name = "url",
      .type = LETTER_DATUM_ADDRESS,
      .read = read_signatory_text,
      .offset = G_STRUCT_OFFSET(LetterSignatory, url) },
    { .name = "details", .type = LETTER_DATUM_TEXT, .read = read_details },
    { .name = "representative",
      .type = LETTER_DATUM_MAPPING,
      .class = &letter_view_representative_class,
      .read = read_representative },
    { .name = "represented", .type = LETTER_DATUM_TEXT, .read = read_represented },
    { .name = "is_organization", .type = LETTER_DATUM_BOOLEAN, .read = read_is_organization },
    { .name = "is_personal", .type = LETTER_DATUM_BOOLEAN, .read = read_is_personal },
    { .name = "email", .type = LETTER_DATUM_TEXT, .read = read_published },
    { .name = "phone", .type = LETTER_DATUM_TEXT, .read = read_published },
    { .name = "label", .type = LETTER_DATUM_TEXT, .read = read_published },
    { .name = "note", .type = LETTER_DATUM_TEXT, .read = read_published },
    { .name = "mailto", .type = LETTER_DATUM_ADDRESS, .read = read_mailto },
    { .name = "tel", .type = LETTER_DATUM_ADDRESS, .read = read_tel },
    { .name = "address", .type = LETTER_DATUM_LIST, .read = read_address },
    { .name = "signed", .type = LETTER_DATUM_TEXT, .read = read_signed },
    { 0 },
};

const LetterClass letter_view_signatory_class = { .name = "signatory",
                                                  .ordinal = LETTER_VIEW_SIGNATORY,
                                                  .fields = signatory_fields };

static void read_representative_details(const LetterField *field, LetterObject object,
                                        LetterDatum *datum)
{
    const LetterSignatory *signatory = signatory_of(object);
    const LetterText *const texts[] = { &signatory->representative_role,
                                        &signatory->representative_organization };

    (void)field;
    letter_view_hold(object.owner, datum,
                     letter_view_join(object.owner, texts, G_N_ELEMENTS(texts)));
}

static const LetterField representative_fields[] = {
    SIGNATORY_TEXT("name", representative_name),
    SIGNATORY_TEXT("role", representative_role),
    SIGNATORY_TEXT("organization", representative_organization),
    { .name = "details", .type = LETTER_DATUM_TEXT, .read = read_representative_details },
    { 0 },
};

const LetterClass letter_view_representative_class = { .name = "representative",
                                                       .ordinal = LETTER_VIEW_REPRESENTATIVE,
                                                       .fields = representative_fields };

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
        if (!letter_signatory_is_shown(signatory_of(item->object)))
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
    letter_view_set_list(datum, object, group_of(object)->counts.shown, read_entry);
}

static void read_has_entries(const LetterField *field, LetterObject object, LetterDatum *datum)
{
    (void)field;
    datum->is_true = group_of(object)->counts.shown > 0;
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
    hold_count(object, datum, LETTER_LABEL_OTHERS, group_of(object)->counts.omitted);
}

static void read_is_many(const LetterField *field, LetterObject object, LetterDatum *datum)
{
    (void)field;
    datum->is_true = group_of(object)->counts.shown > FEW_ENTRIES;
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
