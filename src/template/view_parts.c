/*
 * view_parts.c - the parts of a letter that are mappings of their own.
 */
#include "template/escape.h"
#include "template/view_classes.h"

/* The picture above or below the letter. */

static LetterPictureAddress find_picture(LetterObject image)
{
    const LetterView *view = image.owner;
    const LetterHtmlDialect *dialect = view->settings.dialect;
    const char *src = ((const LetterImage *)image.data)->src.text;

    if (dialect == NULL || dialect->picture == NULL)
        return (LetterPictureAddress){ g_strdup(src), 0, 0 };
    return dialect->picture(dialect->data, src);
}

static void write_source(LetterObject image, LetterSink *sink)
{
    LetterPictureAddress found = find_picture(image);

    if (found.address != NULL)
        letter_escape(LETTER_ESCAPE_HTML, letter_slice(found.address), sink);
    g_free(found.address);
}

static void write_size(LetterObject image, LetterSink *sink)
{
    LetterPictureAddress found = find_picture(image);

    if (found.width > 0 && found.height > 0)
        letter_sink_printf(sink, " width=\"%u\" height=\"%u\"", found.width, found.height);
    g_free(found.address);
}

static void read_source(const LetterField *field, LetterObject object, LetterDatum *datum)
{
    (void)field;
    datum->object = object;
    datum->write = write_source;
}

static void read_size(const LetterField *field, LetterObject object, LetterDatum *datum)
{
    (void)field;
    datum->object = object;
    datum->write = write_size;
}

/* What plain text has of a picture: its caption, else its description. */
static void read_described(const LetterField *field, LetterObject object, LetterDatum *datum)
{
    const LetterImage *image = object.data;
    const LetterText *main = image->caption.text != NULL ? &image->caption : &image->alt;
    gboolean has_both = main->size > 0 && image->credit.size > 0;

    (void)field;
    letter_view_hold(object.owner, datum,
                     g_strconcat(main->size > 0 ? main->text : "", has_both ? " " : "",
                                 image->credit.size > 0 ? image->credit.text : "", NULL));
}

static const LetterField image_fields[] = {
    LETTER_VIEW_TEXT("alt", LetterImage, alt),
    LETTER_VIEW_TEXT("caption", LetterImage, caption),
    LETTER_VIEW_TEXT("credit", LetterImage, credit),
    { .name = "described", .type = LETTER_DATUM_TEXT, .read = read_described },
    { .name = "source", .type = LETTER_DATUM_FRAGMENT, .read = read_source },
    { .name = "size", .type = LETTER_DATUM_FRAGMENT, .read = read_size },
    { 0 },
};

const LetterClass letter_view_image_class = { .name = "image",
                                              .ordinal = LETTER_VIEW_IMAGE,
                                              .fields = image_fields };

/* Sections: their headings are the letter's, their texts the document's. */

static void read_section_heading(const LetterField *field, LetterObject object, LetterDatum *datum)
{
    const LetterView *view = object.owner;
    const GArray *sections = view->settings.letter->sections;

    (void)field;
    letter_view_set_text(datum, &g_array_index(sections, LetterSection, object.index).heading);
}

static void read_section_content(const LetterField *field, LetterObject object, LetterDatum *datum)
{
    LetterView *view = object.owner;

    (void)field;
    letter_view_set_body(view, datum,
                         g_ptr_array_index(view->settings.document->sections, object.index));
}

static const LetterField section_fields[] = {
    { .name = "heading", .type = LETTER_DATUM_TEXT, .read = read_section_heading },
    { .name = "content", .type = LETTER_DATUM_FRAGMENT, .read = read_section_content },
    { 0 },
};

const LetterClass letter_view_section_class = { .name = "section",
                                                .ordinal = LETTER_VIEW_SECTION,
                                                .fields = section_fields };

static void read_update_date(const LetterField *field, LetterObject object, LetterDatum *datum)
{
    LetterView *view = object.owner;
    const GArray *updates = view->settings.letter->updates;

    (void)field;
    letter_view_set_date(view, datum,
                         &g_array_index(updates, LetterUpdate, object.index).date.date);
}

static void read_update_content(const LetterField *field, LetterObject object, LetterDatum *datum)
{
    LetterView *view = object.owner;

    (void)field;
    letter_view_set_body(view, datum,
                         g_ptr_array_index(view->settings.document->updates, object.index));
}

static const LetterField update_fields[] = {
    { .name = "date",
      .type = LETTER_DATUM_MAPPING,
      .class = &letter_view_date_class,
      .read = read_update_date },
    { .name = "content", .type = LETTER_DATUM_FRAGMENT, .read = read_update_content },
    { 0 },
};

const LetterClass letter_view_update_class = { .name = "update",
                                               .ordinal = LETTER_VIEW_UPDATE,
                                               .fields = update_fields };

/* How to sign. */

static const LetterSign *sign_of(LetterObject object)
{
    const LetterView *view = object.owner;

    return &view->settings.letter->sign;
}

static void read_sign_mailto(const LetterField *field, LetterObject object, LetterDatum *datum)
{
    const char *email = sign_of(object)->email.text;

    (void)field;
    letter_view_hold(object.owner, datum, email == NULL ? NULL : letter_view_mailto(email));
}

static void read_deadline(const LetterField *field, LetterObject object, LetterDatum *datum)
{
    (void)field;
    letter_view_set_date(object.owner, datum, &sign_of(object)->deadline.date);
}

static void hold_deadline(LetterObject object, LetterDatum *datum, LetterLabel label)
{
    const LetterView *view = object.owner;
    const LetterLabels *labels = view->settings.labels;
    const LetterDate *deadline = &sign_of(object)->deadline.date;
    g_autofree char *date = NULL;

    if (deadline->month == 0) {
        datum->type = LETTER_DATUM_ABSENT;
        return;
    }
    date = letter_labels_moment(labels, deadline);
    letter_view_hold(object.owner, datum, letter_labels_format(labels, label, "date", date, NULL));
}

static void read_by(const LetterField *field, LetterObject object, LetterDatum *datum)
{
    (void)field;
    hold_deadline(object, datum, LETTER_LABEL_SIGN_BY);
}

static void read_closed(const LetterField *field, LetterObject object, LetterDatum *datum)
{
    (void)field;
    hold_deadline(object, datum, LETTER_LABEL_SIGN_CLOSED);
}

static void read_is_closed(const LetterField *field, LetterObject object, LetterDatum *datum)
{
    const LetterView *view = object.owner;

    (void)field;
    datum->is_true = letter_view_is_over(&sign_of(object)->deadline.date, view->settings.now);
}

static void read_sign_content(const LetterField *field, LetterObject object, LetterDatum *datum)
{
    LetterView *view = object.owner;

    (void)field;
    letter_view_set_body(view, datum, view->settings.document->sign);
}

static const LetterField sign_fields[] = {
    LETTER_VIEW_ADDRESS("url", LetterSign, url),
    LETTER_VIEW_TEXT("email", LetterSign, email),
    { .name = "mailto", .type = LETTER_DATUM_ADDRESS, .read = read_sign_mailto },
    { .name = "deadline",
      .type = LETTER_DATUM_MAPPING,
      .class = &letter_view_date_class,
      .read = read_deadline },
    { .name = "by", .type = LETTER_DATUM_TEXT, .read = read_by },
    { .name = "closed", .type = LETTER_DATUM_TEXT, .read = read_closed },
    { .name = "is_closed", .type = LETTER_DATUM_BOOLEAN, .read = read_is_closed },
    { .name = "content", .type = LETTER_DATUM_FRAGMENT, .read = read_sign_content },
    { 0 },
};

const LetterClass letter_view_sign_class = { .name = "sign",
                                             .ordinal = LETTER_VIEW_SIGN,
                                             .fields = sign_fields };

/* Footnotes, and the addresses at the end of a plain text. */

static void read_note_number(const LetterField *field, LetterObject object, LetterDatum *datum)
{
    (void)field;
    letter_view_hold(object.owner, datum, g_strdup_printf("%u", letter_note_number(object.data)));
}

static void write_note(LetterObject object, LetterSink *sink)
{
    const LetterView *view = object.owner;
    const LetterViewSettings *settings = &view->settings;

    if (settings->dialect != NULL)
        letter_note_render_html(object.data, settings->dialect, sink);
    else
        letter_note_render_text(object.data, settings->layout, settings->references, sink);
}

static void read_note_content(const LetterField *field, LetterObject object, LetterDatum *datum)
{
    (void)field;
    datum->object = object;
    datum->write = write_note;
}

static const LetterField note_fields[] = {
    { .name = "number", .type = LETTER_DATUM_TEXT, .read = read_note_number },
    { .name = "content", .type = LETTER_DATUM_FRAGMENT, .read = read_note_content },
    { 0 },
};

const LetterClass letter_view_note_class = { .name = "note",
                                             .ordinal = LETTER_VIEW_NOTE,
                                             .fields = note_fields };

static void read_link_number(const LetterField *field, LetterObject object, LetterDatum *datum)
{
    const LetterView *view = object.owner;
    guint first = letter_references_first(view->settings.references);

    (void)field;
    letter_view_hold(object.owner, datum, g_strdup_printf("%u", first + object.index));
}

static void read_link_url(const LetterField *field, LetterObject object, LetterDatum *datum)
{
    const LetterView *view = object.owner;

    (void)field;
    letter_view_set_string(datum, letter_references_get(view->settings.references, object.index));
}

static const LetterField link_fields[] = {
    { .name = "number", .type = LETTER_DATUM_TEXT, .read = read_link_number },
    { .name = "url", .type = LETTER_DATUM_ADDRESS, .read = read_link_url },
    { 0 },
};

const LetterClass letter_view_link_class = { .name = "link",
                                             .ordinal = LETTER_VIEW_LINK,
                                             .fields = link_fields };
