/*
 * view_letter.c - the names of a letter itself.
 */
#include <string.h>

#include "template/view_classes.h"

static const Letter *letter_of(LetterObject object)
{
    const LetterView *view = object.owner;

    return view->settings.letter;
}

static const LetterDocument *document_of(LetterObject object)
{
    const LetterView *view = object.owner;

    return view->settings.document;
}

static void read_lang(const LetterField *field, LetterObject object, LetterDatum *datum)
{
    (void)field;
    letter_view_set_string(datum, letter_of(object)->lang_tag);
}

static void read_direction(const LetterField *field, LetterObject object, LetterDatum *datum)
{
    (void)field;
    letter_view_set_string(datum,
                           letter_of(object)->direction == LETTER_DIRECTION_RTL ? "rtl" : "ltr");
}

static void read_comma(const LetterField *field, LetterObject object, LetterDatum *datum)
{
    const LetterView *view = object.owner;

    (void)field;
    letter_view_set_string(datum, view->comma);
}

static void read_slug(const LetterField *field, LetterObject object, LetterDatum *datum)
{
    (void)field;
    letter_view_set_string(datum, letter_of(object)->file_slug);
}

static void read_summary(const LetterField *field, LetterObject object, LetterDatum *datum)
{
    (void)field;
    letter_view_hold(object.owner, datum,
                     letter_view_summary(letter_of(object), document_of(object)));
}

static void read_from(const LetterField *field, LetterObject object, LetterDatum *datum)
{
    const Letter *letter = letter_of(object);

    (void)field;
    if (letter->from.name.text == NULL && letter->from.emails == NULL)
        datum->type = LETTER_DATUM_ABSENT;
    datum->object = (LetterObject){ &letter->from, 0, object.owner };
}

static void read_parties(const LetterField *field, LetterObject object, LetterDatum *datum)
{
    letter_view_set_parties(object.owner, datum,
                            G_STRUCT_MEMBER(GArray *, letter_of(object), field->offset));
}

static void read_pointed(LetterObject list, guint index, LetterDatum *item)
{
    item->object = list;
    item->object.data = g_ptr_array_index((const GPtrArray *)list.data, index);
}

/* Who is known by an address alone gets the message and is not named. */
static void set_named(LetterView *view, LetterDatum *datum, const GArray *parties,
                      GPtrArray **named)
{
    if (*named == NULL) {
        *named = g_ptr_array_new();
        for (guint i = 0; i < parties->len; i++) {
            LetterParty *party = &g_array_index(parties, LetterParty, i);

            if (letter_party_is_shown(party))
                g_ptr_array_add(*named, party);
        }
    }
    letter_view_set_list(datum, (LetterObject){ *named, 0, view }, (*named)->len, read_pointed);
}

static void read_addressees(const LetterField *field, LetterObject object, LetterDatum *datum)
{
    LetterView *view = object.owner;

    (void)field;
    set_named(view, datum, letter_of(object)->addressees, &view->addressees);
}

static void read_cc(const LetterField *field, LetterObject object, LetterDatum *datum)
{
    LetterView *view = object.owner;

    (void)field;
    set_named(view, datum, letter_of(object)->cc, &view->cc);
}

static void read_signatories(const LetterField *field, LetterObject object, LetterDatum *datum)
{
    (void)field;
    if (letter_signatories_counts(letter_of(object)->signatories)->total == 0)
        datum->type = LETTER_DATUM_ABSENT;
    datum->object = object;
}

static void read_body(const LetterField *field, LetterObject object, LetterDatum *datum)
{
    letter_view_set_body(object.owner, datum,
                         G_STRUCT_MEMBER(LetterBody *, document_of(object), field->offset));
}

static void read_by_index(LetterObject list, guint index, LetterDatum *item)
{
    item->object = list;
    item->object.index = index;
}

static void read_sections(const LetterField *field, LetterObject object, LetterDatum *datum)
{
    (void)field;
    letter_view_set_list(datum, object, letter_of(object)->sections->len, read_by_index);
}

static void read_updates(const LetterField *field, LetterObject object, LetterDatum *datum)
{
    (void)field;
    letter_view_set_list(datum, object, letter_of(object)->updates->len, read_by_index);
}

/* Whether a list that has one heading for all has anything below it. */
static void read_has(const LetterField *field, LetterObject object, LetterDatum *datum)
{
    const LetterField *list =
        letter_class_find(&letter_view_letter_class, letter_slice(field->name + strlen("has_")));
    LetterDatum entries = { .type = LETTER_DATUM_LIST };

    list->read(list, object, &entries);
    datum->is_true = entries.type == LETTER_DATUM_LIST;
}

static void read_sign(const LetterField *field, LetterObject object, LetterDatum *datum)
{
    const LetterSign *sign = &letter_of(object)->sign;

    (void)field;
    if (sign->url.text == NULL && sign->email.text == NULL && sign->deadline.date.month == 0 &&
        document_of(object)->sign == NULL)
        datum->type = LETTER_DATUM_ABSENT;
    datum->object = (LetterObject){ sign, 0, object.owner };
}

static void read_notes(const LetterField *field, LetterObject object, LetterDatum *datum)
{
    const GPtrArray *notes = G_STRUCT_MEMBER(GPtrArray *, document_of(object), field->offset);
    LetterObject list = { notes, 0, object.owner };

    letter_view_set_list(datum, list, notes->len, read_pointed);
}

static void read_links(const LetterField *field, LetterObject object, LetterDatum *datum)
{
    const LetterView *view = object.owner;
    const LetterReferences *references = view->settings.references;

    (void)field;
    letter_view_set_list(
        datum, object, references == NULL ? 0 : letter_references_count(references), read_by_index);
}

static void read_id_prefix(const LetterField *field, LetterObject object, LetterDatum *datum)
{
    const LetterView *view = object.owner;
    const LetterHtmlDialect *dialect = view->settings.dialect;

    (void)field;
    letter_view_set_string(datum, dialect == NULL ? NULL : dialect->id_prefix);
}

/* @offset of a level is how far below the title it is. */
static void read_level(const LetterField *field, LetterObject object, LetterDatum *datum)
{
    const LetterView *view = object.owner;
    guint level = MIN(view->settings.title_level + (guint)field->offset, 6);

    letter_view_hold(object.owner, datum, g_strdup_printf("%u", level));
}

static void write_style_sheet(LetterObject object, LetterSink *sink)
{
    const LetterView *view = object.owner;
    gsize size;
    const char *css;

    letter_style_write_sheet(view->settings.style, sink);
    if (view->settings.page_css == NULL)
        return;
    css = g_bytes_get_data(view->settings.page_css, &size);
    letter_sink_write(sink, css, size);
}

static void read_style_sheet(const LetterField *field, LetterObject object, LetterDatum *datum)
{
    const LetterView *view = object.owner;

    (void)field;
    if (view->settings.style == NULL)
        datum->type = LETTER_DATUM_ABSENT;
    datum->object = object;
    datum->write = write_style_sheet;
}

static void read_json_ld(const LetterField *field, LetterObject object, LetterDatum *datum)
{
    (void)field;
    datum->object = object;
    datum->write = letter_view_write_json_ld;
}

/* A mapping whose names are found in the letter at large. */
static void read_itself(const LetterField *field, LetterObject object, LetterDatum *datum)
{
    (void)field;
    datum->object = object;
}

static void read_extra(const LetterField *field, LetterObject object, LetterDatum *datum)
{
    (void)field;
    letter_view_set_extra(object.owner, datum, letter_of(object)->extra);
}

static void read_preheader(const LetterField *field, LetterObject object, LetterDatum *datum)
{
    (void)field;
    letter_view_set_text(datum, &letter_of(object)->email.preheader);
}

#define MAPPING(field_name, of_class, function)                                                    \
    {                                                                                              \
        .name = field_name, .type = LETTER_DATUM_MAPPING,                                          \
        .class = &letter_view_##of_class##_class, .read = function                                 \
    }
#define LIST(field_name, of_class, function, structure, member)                                    \
    {                                                                                              \
        .name = field_name, .type = LETTER_DATUM_LIST, .class = &letter_view_##of_class##_class,   \
        .read = function, .offset = G_STRUCT_OFFSET(structure, member)                             \
    }
#define BODY(field_name, member)                                                                   \
    {                                                                                              \
        .name = field_name, .type = LETTER_DATUM_FRAGMENT, .read = read_body,                      \
        .offset = G_STRUCT_OFFSET(LetterDocument, member)                                          \
    }

#define HAS(list)                                                                                  \
    {                                                                                              \
        .name = "has_" list, .type = LETTER_DATUM_BOOLEAN, .read = read_has                        \
    }

static const LetterField letter_fields[] = {
    LETTER_VIEW_TEXT("title", Letter, title),
    LETTER_VIEW_TEXT("subtitle", Letter, subtitle),
    LETTER_VIEW_TEXT("subject", Letter, subject),
    LETTER_VIEW_TEXT("place", Letter, place),
    LETTER_VIEW_TEXT("salutation", Letter, salutation),
    LETTER_VIEW_TEXT("closing", Letter, closing),
    LETTER_VIEW_ADDRESS("url", Letter, url),
    { .name = "lang", .type = LETTER_DATUM_TEXT, .read = read_lang },
    { .name = "direction", .type = LETTER_DATUM_TEXT, .read = read_direction },
    { .name = "comma", .type = LETTER_DATUM_TEXT, .read = read_comma },
    { .name = "slug", .type = LETTER_DATUM_TEXT, .read = read_slug },
    { .name = "summary", .type = LETTER_DATUM_TEXT, .read = read_summary },
    { .name = "kind", .type = LETTER_DATUM_TEXT, .read = letter_view_read_kind },
    { .name = "kind_name", .type = LETTER_DATUM_TEXT, .read = letter_view_read_kind_name },
    { .name = "is_draft", .type = LETTER_DATUM_BOOLEAN, .read = letter_view_read_is_draft },
    { .name = "embargo", .type = LETTER_DATUM_TEXT, .read = letter_view_read_embargo },
    { .name = "dateline", .type = LETTER_DATUM_FRAGMENT, .read = letter_view_read_dateline },
    MAPPING("date", date, letter_view_read_date),
    MAPPING("image_start", image, letter_view_read_image_start),
    MAPPING("image_end", image, letter_view_read_image_end),
    MAPPING("from", party, read_from),
    LIST("addressees", party, read_addressees, Letter, addressees),
    LIST("cc", party, read_cc, Letter, cc),
    LIST("contacts", contact, read_parties, Letter, contacts),
    MAPPING("signatories", signatories, read_signatories),
    BODY("body", body),
    BODY("postscript", postscript),
    BODY("about", about),
    BODY("intro", intro),
    LIST("sections", section, read_sections, Letter, sections),
    LIST("updates", update, read_updates, Letter, updates),
    MAPPING("sign", sign, read_sign),
    LIST("notes", note, read_notes, LetterDocument, page_notes),
    LIST("intro_notes", note, read_notes, LetterDocument, intro_notes),
    LIST("links", link, read_links, Letter, title),
    HAS("addressees"),
    HAS("cc"),
    HAS("contacts"),
    HAS("updates"),
    HAS("notes"),
    HAS("intro_notes"),
    HAS("links"),
    { .name = "preheader", .type = LETTER_DATUM_TEXT, .read = read_preheader },
    MAPPING("extra", extra, read_extra),
    MAPPING("labels", labels, read_itself),
    MAPPING("lead", lead, read_itself),
    MAPPING("style", style, read_itself),
    { .name = "style_sheet", .type = LETTER_DATUM_FRAGMENT, .read = read_style_sheet },
    { .name = "json_ld", .type = LETTER_DATUM_FRAGMENT, .read = read_json_ld },
    { .name = "id_prefix", .type = LETTER_DATUM_TEXT, .read = read_id_prefix },
    { .name = "title_level", .type = LETTER_DATUM_TEXT, .read = read_level, .offset = 0 },
    { .name = "part_level", .type = LETTER_DATUM_TEXT, .read = read_level, .offset = 1 },
    { .name = "group_level", .type = LETTER_DATUM_TEXT, .read = read_level, .offset = 2 },
    { 0 },
};

const LetterClass letter_view_letter_class = { .name = "letter",
                                               .ordinal = LETTER_VIEW_LETTER,
                                               .fields = letter_fields };
