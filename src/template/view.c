/*
 * view.c - a letter as templates see it: named, typed values.
 */
#include "template/view.h"

#include <string.h>

#include "template/escape.h"
#include "template/view_classes.h"

#define SUMMARY_LENGTH 200 /* code points */
#define SECONDS_OF_DAY (24 * 60 * 60)

static void read_label(const LetterField *field, LetterObject object, LetterDatum *datum)
{
    const LetterView *view = object.owner;

    letter_view_set_string(datum,
                           letter_labels_get(view->settings.labels, (LetterLabel)field->offset));
}

/* "To:", as the language writes it before what it leads to. */
static void read_lead(const LetterField *field, LetterObject object, LetterDatum *datum)
{
    LetterView *view = object.owner;
    const LetterLabels *labels = view->settings.labels;
    const char *label = letter_labels_get(labels, (LetterLabel)field->offset);

    letter_view_hold(view, datum,
                     g_strchomp(letter_labels_format(labels, LETTER_LABEL_PAIR, "label", label,
                                                     "value", "", NULL)));
}

/* Labels that count are put into words by code, lists are its own affair. */
#define FIELD_OF_TEXT(id, key, function)                                                           \
    { .name = key, .type = LETTER_DATUM_TEXT, .read = function, .offset = LETTER_LABEL_##id },
#define FIELD_OF_COUNT(id, key, function)
#define FIELD_OF_LIST(id, key, function)

static const LetterField labels_fields[] = {
#define LABEL(id, key, form, names) FIELD_OF_##form(id, key, read_label)
#include "template/labels.def"
#undef LABEL
    { 0 },
};

static const LetterField lead_fields[] = {
#define LABEL(id, key, form, names) FIELD_OF_##form(id, key, read_lead)
#include "template/labels.def"
#undef LABEL
    { 0 },
};

const LetterClass letter_view_labels_class = {
    .name = "labels", .ordinal = LETTER_VIEW_LABELS, .fields = labels_fields, .is_dotted = TRUE
};
const LetterClass letter_view_lead_class = {
    .name = "lead", .ordinal = LETTER_VIEW_LEAD, .fields = lead_fields, .is_dotted = TRUE
};

/* The whole attribute, so that a page, which has a sheet, needs none. */
static void write_style(LetterObject object, LetterSink *sink)
{
    letter_sink_puts(sink, " style=\"");
    letter_escape(LETTER_ESCAPE_HTML, letter_slice(object.data), sink);
    letter_sink_putc(sink, '"');
}

static void read_style(const LetterField *field, LetterObject object, LetterDatum *datum)
{
    const LetterView *view = object.owner;
    const LetterHtmlDialect *dialect = view->settings.dialect;
    const char *declarations = NULL;

    if (dialect != NULL && dialect->style != NULL)
        declarations =
            letter_style_get(view->settings.style, (guint)(field - letter_view_style_class.fields));
    if (declarations == NULL || *declarations == '\0')
        datum->type = LETTER_DATUM_ABSENT;
    datum->object = (LetterObject){ declarations, 0, object.owner };
    datum->write = write_style;
}

static const LetterField style_fields[] = {
#define ROLE(role, selector) { .name = role, .type = LETTER_DATUM_FRAGMENT, .read = read_style },
#include "template/roles.def"
#undef ROLE
    { 0 },
};

const LetterClass letter_view_style_class = {
    .name = "style", .ordinal = LETTER_VIEW_STYLE, .fields = style_fields, .is_dotted = TRUE
};

/* In the order of LetterViewClass. */
static const LetterClass *const classes[] = {
    &letter_view_letter_class,    &letter_view_date_class,           &letter_view_party_class,
    &letter_view_contact_class,   &letter_view_signatories_class,    &letter_view_group_class,
    &letter_view_signatory_class, &letter_view_representative_class, &letter_view_image_class,
    &letter_view_section_class,   &letter_view_sign_class,           &letter_view_update_class,
    &letter_view_note_class,      &letter_view_link_class,           &letter_view_labels_class,
    &letter_view_lead_class,      &letter_view_style_class,          &letter_view_extra_class,
};

G_STATIC_ASSERT(G_N_ELEMENTS(classes) == LETTER_VIEW_CLASS_COUNT);

static const LetterSchema schema = { classes, G_N_ELEMENTS(classes) };

const LetterSchema *letter_view_schema(void)
{
    return &schema;
}

/* The languages whose comma is another. */
static const struct {
    const char *language, *comma;
} commas[] = {
    { "ar", "، " }, { "fa", "، " }, { "ja", "、" }, { "ur", "، " }, { "zh", "，" },
};

static const char *find_comma(const char *tag)
{
    for (gsize i = 0; i < G_N_ELEMENTS(commas); i++) {
        gsize size = strlen(commas[i].language);

        if (strncmp(tag, commas[i].language, size) == 0 && (tag[size] == '\0' || tag[size] == '-'))
            return commas[i].comma;
    }
    return ", ";
}

LetterView *letter_view_new(const LetterViewSettings *settings)
{
    LetterView *view = g_new0(LetterView, 1);

    view->settings = *settings;
    view->comma = find_comma(settings->letter->lang_tag);
    view->signatory_index = G_MAXUINT;
    view->cursor_group = G_MAXUINT;
    view->root = (LetterDatum){ .type = LETTER_DATUM_MAPPING,
                                .class = &letter_view_letter_class,
                                .object = { settings->letter, 0, view } };
    return view;
}

void letter_view_free(LetterView *view)
{
    if (view == NULL)
        return;
    for (gsize i = 0; i < G_N_ELEMENTS(view->held); i++)
        if (view->held[i] != NULL)
            g_string_free(view->held[i], TRUE);
    g_clear_pointer(&view->addressees, g_ptr_array_unref);
    g_clear_pointer(&view->cc, g_ptr_array_unref);
    g_free(view);
}

const LetterDatum *letter_view_datum(const LetterView *view)
{
    return &view->root;
}

/* Cut at a word where there is one, else where a character ends. */
static char *shorten(const char *text)
{
    const char *cut = text;
    const char *blank = NULL;

    if (g_utf8_strlen(text, -1) <= SUMMARY_LENGTH)
        return g_strdup(text);
    for (guint i = 0; i < SUMMARY_LENGTH; i++) {
        if (*cut == ' ')
            blank = cut;
        cut = g_utf8_next_char(cut);
    }
    if (blank != NULL)
        cut = blank;
    return g_strdup_printf("%.*s…", (int)(cut - text), text);
}

char *letter_view_summary(const Letter *letter, const LetterDocument *document)
{
    g_autofree char *paragraph = NULL;

    if (letter->summary.text != NULL)
        return g_strdup(letter->summary.text);
    paragraph = letter_body_first_paragraph(document->body);
    return paragraph == NULL ? NULL : shorten(paragraph);
}

gboolean letter_view_is_embargoed(const Letter *letter, gint64 now)
{
    const LetterDate *embargo = &letter->embargo.date;

    return embargo->month != 0 && now < letter_date_to_unix(embargo);
}

gboolean letter_view_is_over(const LetterDate *date, gint64 now)
{
    if (date->month == 0)
        return FALSE;
    return now >= letter_date_to_unix(date) + (date->has_time ? 0 : SECONDS_OF_DAY);
}
