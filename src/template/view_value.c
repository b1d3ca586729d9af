/*
 * view_value.c - the kinds of values that a view is made of.
 */
#include <string.h>

#include "template/view_classes.h"

/* Room for most computed texts. */
#define HELD_SIZE 120

void letter_view_set_text(LetterDatum *datum, const LetterText *text)
{
    if (text->text == NULL || text->size == 0)
        datum->type = LETTER_DATUM_ABSENT;
    else
        datum->text = (LetterSlice){ text->text, text->size };
}

void letter_view_set_string(LetterDatum *datum, const char *text)
{
    if (text == NULL || *text == '\0')
        datum->type = LETTER_DATUM_ABSENT;
    else
        datum->text = letter_slice(text);
}

void letter_view_read_text(const LetterField *field, LetterObject object, LetterDatum *datum)
{
    letter_view_set_text(datum, G_STRUCT_MEMBER_P(object.data, field->offset));
}

GString *letter_view_begin_text(LetterView *view)
{
    GString **place = &view->held[view->next_held++ % LETTER_VIEW_HELD];

    if (*place == NULL)
        *place = g_string_sized_new(HELD_SIZE);
    return g_string_truncate(*place, 0);
}

void letter_view_end_text(LetterDatum *datum, const GString *text)
{
    if (text->len == 0)
        datum->type = LETTER_DATUM_ABSENT;
    datum->text = (LetterSlice){ text->str, text->len };
}

void letter_view_hold(LetterView *view, LetterDatum *datum, char *text)
{
    GString *held;

    if (text == NULL) {
        datum->type = LETTER_DATUM_ABSENT;
        return;
    }
    held = letter_view_begin_text(view);
    g_string_append(held, text);
    g_free(text);
    letter_view_end_text(datum, held);
}

void letter_view_set_list(LetterDatum *datum, LetterObject list, guint size,
                          void (*item)(LetterObject list, guint index, LetterDatum *item))
{
    if (size == 0)
        datum->type = LETTER_DATUM_ABSENT;
    datum->size = size;
    datum->object = list;
    datum->item = item;
}

static void read_line(LetterObject list, guint index, LetterDatum *item)
{
    item->type = LETTER_DATUM_TEXT;
    letter_view_set_text(item, &g_array_index((const GArray *)list.data, LetterText, index));
}

void letter_view_set_lines(LetterView *view, LetterDatum *datum, const GArray *array)
{
    LetterObject list = { array, 0, view };

    letter_view_set_list(datum, list, array == NULL ? 0 : array->len, read_line);
}

static void read_party(LetterObject list, guint index, LetterDatum *item)
{
    item->object = list;
    item->object.data = &g_array_index((const GArray *)list.data, LetterParty, index);
}

void letter_view_set_parties(LetterView *view, LetterDatum *datum, const GArray *array)
{
    LetterObject list = { array, 0, view };

    letter_view_set_list(datum, list, array == NULL ? 0 : array->len, read_party);
}

void letter_view_join(const LetterView *view, const LetterText *const *texts, gsize count,
                      GString *joined)
{
    const LetterSlice comma = letter_slice(view->comma);

    for (gsize i = 0; i < count; i++) {
        if (texts[i]->text == NULL || texts[i]->size == 0)
            continue;
        if (joined->len > 0)
            g_string_append_len(joined, comma.data, (gssize)comma.size);
        g_string_append_len(joined, texts[i]->text, (gssize)texts[i]->size);
    }
}

void letter_view_set_joined(LetterView *view, LetterDatum *datum, const LetterText *const *texts,
                            gsize count)
{
    GString *joined = letter_view_begin_text(view);

    letter_view_join(view, texts, count, joined);
    letter_view_end_text(datum, joined);
}

void letter_view_set_date(LetterView *view, LetterDatum *datum, const LetterDate *date)
{
    if (date->month == 0)
        datum->type = LETTER_DATUM_ABSENT;
    datum->object = (LetterObject){ date, 0, view };
}

static void read_iso(const LetterField *field, LetterObject object, LetterDatum *datum)
{
    (void)field;
    letter_view_hold(object.owner, datum, letter_date_to_iso(object.data));
}

static void read_day(const LetterField *field, LetterObject object, LetterDatum *datum)
{
    const LetterView *view = object.owner;

    (void)field;
    letter_view_hold(object.owner, datum,
                     letter_labels_date(view->settings.labels, object.data, NULL));
}

static void read_moment(const LetterField *field, LetterObject object, LetterDatum *datum)
{
    const LetterView *view = object.owner;

    (void)field;
    letter_view_hold(object.owner, datum, letter_labels_moment(view->settings.labels, object.data));
}

static const LetterField date_fields[] = {
    { .name = "iso", .type = LETTER_DATUM_TEXT, .read = read_iso },
    { .name = "day", .type = LETTER_DATUM_TEXT, .read = read_day },
    { .name = "moment", .type = LETTER_DATUM_TEXT, .read = read_moment },
    { 0 },
};

const LetterClass letter_view_date_class = { .name = "date",
                                             .ordinal = LETTER_VIEW_DATE,
                                             .fields = date_fields };

static void write_body(LetterObject object, LetterSink *sink)
{
    const LetterView *view = object.owner;
    const LetterViewSettings *settings = &view->settings;

    if (settings->dialect == NULL) {
        letter_body_render_text(object.data, settings->layout, settings->references, sink);
    } else {
        LetterHtmlDialect dialect = *settings->dialect;

        /* The other texts stand below headings of their own. */
        if (object.data != settings->document->body)
            dialect.heading_base = MIN(dialect.heading_base + 1, 6);
        letter_body_render_html(object.data, &dialect, sink);
    }
}

void letter_view_set_body(LetterView *view, LetterDatum *datum, const LetterBody *body)
{
    if (body == NULL || letter_body_is_empty(body))
        datum->type = LETTER_DATUM_ABSENT;
    datum->object = (LetterObject){ body, 0, view };
    datum->write = write_body;
}

char *letter_view_mailto(const char *email)
{
    g_autofree char *encoded = g_uri_escape_string(email, "@!$'*+;:", TRUE);

    return g_strconcat("mailto:", encoded, NULL);
}

/* RFC 3966 section 3: digits alone, after one '+'. */
char *letter_view_tel(const char *phone)
{
    GString *address = g_string_new("tel:");

    for (const char *at = phone; *at != '\0'; at++)
        if (g_ascii_isdigit(*at) || (*at == '+' && address->str[address->len - 1] == ':'))
            g_string_append_c(address, *at);
    return g_string_free(address, FALSE);
}

static void read_extra_item(LetterObject list, guint index, LetterDatum *item)
{
    const LetterExtra *extra = list.data;

    letter_view_set_extra(list.owner, item, g_ptr_array_index(extra->values, index));
}

void letter_view_set_extra(LetterView *view, LetterDatum *datum, const LetterExtra *extra)
{
    LetterObject object = { extra, 0, view };

    *datum = (LetterDatum){ .class = &letter_view_extra_class, .object = object };
    if (extra == NULL)
        return;
    switch (extra->kind) {
    case LETTER_VALUE_TEXT:
        datum->type = LETTER_DATUM_TEXT;
        letter_view_set_text(datum, &extra->text);
        break;
    case LETTER_VALUE_BOOLEAN:
        datum->type = LETTER_DATUM_BOOLEAN;
        datum->is_true = extra->boolean;
        break;
    case LETTER_VALUE_LIST:
        datum->type = LETTER_DATUM_LIST;
        letter_view_set_list(datum, object, extra->values->len, read_extra_item);
        break;
    case LETTER_VALUE_MAPPING:
        datum->type = LETTER_DATUM_MAPPING;
        break;
    }
}

static gboolean find_extra(LetterObject object, LetterSlice name, LetterDatum *datum)
{
    g_autofree char *key = g_strndup(name.data, name.size);
    const LetterExtra *value = letter_extra_find(object.data, key);

    letter_view_set_extra(object.owner, datum, value);
    return value != NULL;
}

const LetterClass letter_view_extra_class = { .name = "extra",
                                              .ordinal = LETTER_VIEW_EXTRA,
                                              .find = find_extra };
