/*
 * view_signatory.c - one who signs.
 *
 * Private fields are there where `publish` names them.
 */
#include <string.h>

#include "template/view_classes.h"

/* One entry is unpacked at a time. */
const LetterSignatory *letter_view_signatory(LetterObject object)
{
    LetterView *view = object.owner;

    if (view->signatory_index != object.index) {
        letter_signatories_get(view->settings.letter->signatories, object.index, &view->signatory);
        view->signatory_index = object.index;
    }
    return &view->signatory;
}

static void read_signatory_text(const LetterField *field, LetterObject object, LetterDatum *datum)
{
    letter_view_set_text(datum, G_STRUCT_MEMBER_P(letter_view_signatory(object), field->offset));
}

static void read_details(const LetterField *field, LetterObject object, LetterDatum *datum)
{
    const LetterSignatory *signatory = letter_view_signatory(object);
    const LetterText *const texts[] = { &signatory->role, &signatory->organization,
                                        &signatory->location };

    (void)field;
    letter_view_set_joined(object.owner, datum, texts, G_N_ELEMENTS(texts));
}

static void read_is_organization(const LetterField *field, LetterObject object, LetterDatum *datum)
{
    (void)field;
    datum->is_true = letter_view_signatory(object)->type == LETTER_PARTY_ORGANIZATION;
}

static void read_is_personal(const LetterField *field, LetterObject object, LetterDatum *datum)
{
    (void)field;
    datum->is_true = letter_view_signatory(object)->as == LETTER_CAPACITY_PERSONAL;
}

static void read_representative(const LetterField *field, LetterObject object, LetterDatum *datum)
{
    (void)field;
    if (letter_view_signatory(object)->representative_name.text == NULL)
        datum->type = LETTER_DATUM_ABSENT;
    datum->object = object;
}

/* "represented by Ana Lund, chair" */
static void read_represented(const LetterField *field, LetterObject object, LetterDatum *datum)
{
    const LetterView *view = object.owner;
    const LetterSignatory *signatory = letter_view_signatory(object);
    const LetterText *const texts[] = { &signatory->representative_name,
                                        &signatory->representative_role,
                                        &signatory->representative_organization };
    g_autoptr(GString) name = NULL;

    (void)field;
    if (signatory->representative_name.text == NULL) {
        datum->type = LETTER_DATUM_ABSENT;
        return;
    }
    name = g_string_new(NULL);
    letter_view_join(view, texts, G_N_ELEMENTS(texts), name);
    letter_view_hold(object.owner, datum,
                     letter_labels_format(view->settings.labels, LETTER_LABEL_REPRESENTED_BY,
                                          "name", name->str, NULL));
}

typedef struct PublishedRow {
    LetterPrivateField bit;
    gsize offset;
} PublishedRow;

enum {
    PUBLISHED_EMAIL,
    PUBLISHED_PHONE,
    PUBLISHED_LABEL,
    PUBLISHED_NOTE,
};

static const PublishedRow published[] = {
    [PUBLISHED_EMAIL] = { LETTER_PRIVATE_EMAIL, G_STRUCT_OFFSET(LetterSignatory, email) },
    [PUBLISHED_PHONE] = { LETTER_PRIVATE_PHONE, G_STRUCT_OFFSET(LetterSignatory, phone) },
    [PUBLISHED_LABEL] = { LETTER_PRIVATE_LABEL, G_STRUCT_OFFSET(LetterSignatory, label) },
    [PUBLISHED_NOTE] = { LETTER_PRIVATE_NOTE, G_STRUCT_OFFSET(LetterSignatory, note) },
};

static const LetterText *find_published(const LetterSignatory *signatory, gsize row)
{
    if ((signatory->publish & published[row].bit) == 0)
        return NULL;
    return G_STRUCT_MEMBER_P(signatory, published[row].offset);
}

/* The field's offset is that of a row. */
static void read_published(const LetterField *field, LetterObject object, LetterDatum *datum)
{
    const LetterText *text = find_published(letter_view_signatory(object), field->offset);

    if (text == NULL)
        datum->type = LETTER_DATUM_ABSENT;
    else
        letter_view_set_text(datum, text);
}

static void read_mailto(const LetterField *field, LetterObject object, LetterDatum *datum)
{
    const LetterText *email = find_published(letter_view_signatory(object), PUBLISHED_EMAIL);
    char *address = NULL;

    (void)field;
    if (email != NULL && email->text != NULL)
        address = letter_view_mailto(email->text);
    letter_view_hold(object.owner, datum, address);
}

static void read_tel(const LetterField *field, LetterObject object, LetterDatum *datum)
{
    const LetterText *phone = find_published(letter_view_signatory(object), PUBLISHED_PHONE);
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
    item->text = line_of(&letter_view_signatory(list)->address, index);
}

static void read_address(const LetterField *field, LetterObject object, LetterDatum *datum)
{
    const LetterSignatory *signatory = letter_view_signatory(object);
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
    const LetterSignatory *signatory = letter_view_signatory(object);
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

#define PUBLISHED_TEXT(field_name, row)                                                            \
    {                                                                                              \
        .name = field_name, .type = LETTER_DATUM_TEXT, .read = read_published, .offset = row       \
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
    PUBLISHED_TEXT("email", PUBLISHED_EMAIL),
    PUBLISHED_TEXT("phone", PUBLISHED_PHONE),
    PUBLISHED_TEXT("label", PUBLISHED_LABEL),
    PUBLISHED_TEXT("note", PUBLISHED_NOTE),
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
    const LetterSignatory *signatory = letter_view_signatory(object);
    const LetterText *const texts[] = { &signatory->representative_role,
                                        &signatory->representative_organization };

    (void)field;
    letter_view_set_joined(object.owner, datum, texts, G_N_ELEMENTS(texts));
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
