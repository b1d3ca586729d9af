/*
 * view_letterhead.c - what stands above a letter: what it is, when and where.
 */
#include <string.h>

#include "template/escape.h"
#include "template/view_classes.h"

static const Letter *letter_of(LetterObject object)
{
    const LetterView *view = object.owner;

    return view->settings.letter;
}

static const LetterLabels *labels_of(LetterObject object)
{
    const LetterView *view = object.owner;

    return view->settings.labels;
}

void letter_view_read_kind(const LetterField *field, LetterObject object, LetterDatum *datum)
{
    static const LetterLabel words[] = {
        [LETTER_KIND_OPEN_LETTER] = LETTER_LABEL_KIND_OPEN_LETTER,
        [LETTER_KIND_STATEMENT] = LETTER_LABEL_KIND_STATEMENT,
        [LETTER_KIND_PRESS_RELEASE] = LETTER_LABEL_KIND_PRESS_RELEASE,
        [LETTER_KIND_REPORT] = LETTER_LABEL_KIND_REPORT,
        [LETTER_KIND_PAGE] = LETTER_LABEL_KIND_PAGE,
    };
    LetterKind kind = letter_of(object)->kind;

    (void)field;
    /* A page is what it is; the word would say nothing. */
    if (kind == LETTER_KIND_PAGE)
        datum->type = LETTER_DATUM_ABSENT;
    else
        letter_view_set_string(datum, letter_labels_get(labels_of(object), words[kind]));
}

void letter_view_read_kind_name(const LetterField *field, LetterObject object, LetterDatum *datum)
{
    (void)field;
    letter_view_set_string(datum, letter_kind_name(letter_of(object)->kind));
}

void letter_view_read_is_draft(const LetterField *field, LetterObject object, LetterDatum *datum)
{
    (void)field;
    datum->is_true = letter_of(object)->status == LETTER_STATUS_DRAFT;
}

void letter_view_read_embargo(const LetterField *field, LetterObject object, LetterDatum *datum)
{
    const LetterView *view = object.owner;
    const Letter *letter = letter_of(object);
    g_autofree char *date = NULL;

    (void)field;
    if (!letter_view_is_embargoed(letter, view->settings.now)) {
        datum->type = LETTER_DATUM_ABSENT;
        return;
    }
    date = letter_labels_moment(labels_of(object), &letter->embargo.date);
    letter_view_hold(
        object.owner, datum,
        letter_labels_format(labels_of(object), LETTER_LABEL_EMBARGO, "date", date, NULL));
}

void letter_view_read_date(const LetterField *field, LetterObject object, LetterDatum *datum)
{
    (void)field;
    letter_view_set_date(object.owner, datum, &letter_of(object)->date.date);
}

/* "København, den <time …>21. november 2023</time>": the day is looked for in
   the whole, since languages put words around it. */
static void write_dateline(LetterObject object, LetterSink *sink)
{
    const LetterView *view = object.owner;
    const LetterDate *date = &letter_of(object)->date.date;
    const char *place = letter_of(object)->place.text;
    g_autofree char *whole = letter_labels_date(labels_of(object), date, place);
    g_autofree char *day = NULL;
    g_autofree char *iso = NULL;
    const char *found;

    if (view->settings.dialect == NULL) {
        letter_escape(LETTER_ESCAPE_TEXT, letter_slice(whole), sink);
        return;
    }
    day = letter_labels_date(labels_of(object), date, NULL);
    iso = letter_date_to_iso(date);
    found = g_strrstr(whole, day);
    if (found == NULL)
        found = whole + strlen(whole);
    letter_escape(LETTER_ESCAPE_HTML, (LetterSlice){ whole, (gsize)(found - whole) }, sink);
    if (*found == '\0')
        return;
    letter_sink_printf(sink, "<time datetime=\"%s\">", iso);
    letter_escape(LETTER_ESCAPE_HTML, letter_slice(day), sink);
    letter_sink_puts(sink, "</time>");
    letter_escape(LETTER_ESCAPE_HTML, letter_slice(found + strlen(day)), sink);
}

static void write_place(LetterObject object, LetterSink *sink)
{
    const LetterView *view = object.owner;

    letter_escape(view->settings.dialect == NULL ? LETTER_ESCAPE_TEXT : LETTER_ESCAPE_HTML,
                  letter_slice(letter_of(object)->place.text), sink);
}

void letter_view_read_dateline(const LetterField *field, LetterObject object, LetterDatum *datum)
{
    const Letter *letter = letter_of(object);

    (void)field;
    datum->object = object;
    datum->write = letter->date.date.month != 0 ? write_dateline : write_place;
    if (letter->date.date.month == 0 && letter->place.text == NULL)
        datum->type = LETTER_DATUM_ABSENT;
}

/* The picture stands above the letter or below it: one name for each. */
static void set_image(LetterObject object, LetterDatum *datum, LetterPlace place)
{
    const Letter *letter = letter_of(object);

    if (letter->image.src.text == NULL || letter->image.at != place)
        datum->type = LETTER_DATUM_ABSENT;
    datum->object = (LetterObject){ &letter->image, 0, object.owner };
}

void letter_view_read_image_start(const LetterField *field, LetterObject object, LetterDatum *datum)
{
    (void)field;
    set_image(object, datum, LETTER_PLACE_START);
}

void letter_view_read_image_end(const LetterField *field, LetterObject object, LetterDatum *datum)
{
    (void)field;
    set_image(object, datum, LETTER_PLACE_END);
}
