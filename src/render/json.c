/*
 * json.c - a letter as JSON, for programs that show letters.
 *
 * The keys and their order are letterctl(1), "JSON OF A LETTER".  Nothing is in
 * it that the page does not show.
 */
#include "base/json.h"
#include "body/body_html.h"
#include "body/body_text.h"
#include "render/json_party.h"
#include "render/rendering.h"
#include "template/view.h"

#define FORM_VERSION 1
#define TEXT_WIDTH   72
#define HEADING_BASE 2

typedef struct Writing {
    LetterJsonWriter *json;
    const Letter *letter;
    const LetterDocument *document;
    LetterHtmlDialect dialect;
    LetterLayout layout;
    LetterReferences *references;
} Writing;

static void put_text(const Writing *writing, const char *name, const LetterText *text)
{
    letter_json_put_member(writing->json, name, text);
}

static void put_date(const Writing *writing, const char *name, const LetterDated *date)
{
    g_autofree char *iso = date->date.month != 0 ? letter_date_to_iso(&date->date) : NULL;

    letter_json_member(writing->json, name, iso);
}

/* The members html and text of the object that is open. */
static void put_markdown(const Writing *writing, const LetterBody *body)
{
    if (body == NULL)
        return;
    letter_json_name(writing->json, "html");
    letter_body_render_html(body, &writing->dialect, letter_json_begin_text(writing->json));
    letter_json_end_text(writing->json);
    letter_json_name(writing->json, "text");
    letter_body_render_text(body, &writing->layout, writing->references,
                            letter_json_begin_text(writing->json));
    letter_json_end_text(writing->json);
}

static void put_part(const Writing *writing, const char *name, const LetterBody *body)
{
    if (body == NULL)
        return;
    letter_json_name(writing->json, name);
    letter_json_begin_object(writing->json);
    put_markdown(writing, body);
    letter_json_end_object(writing->json);
}

static void put_identity(const Writing *writing)
{
    static const char *const statuses[] = {
        [LETTER_STATUS_FINAL] = "final",
        [LETTER_STATUS_DRAFT] = "draft",
    };
    const Letter *letter = writing->letter;
    g_autofree char *summary = letter_view_summary(letter, writing->document);

    letter_json_name(writing->json, "version");
    letter_json_put_number(writing->json, FORM_VERSION);
    letter_json_member(writing->json, "slug", letter->file_slug);
    letter_json_member(writing->json, "lang", letter->lang_tag);
    letter_json_member(writing->json, "dir",
                       letter->direction == LETTER_DIRECTION_RTL ? "rtl" : "ltr");
    letter_json_member(writing->json, "kind", letter_kind_name(letter->kind));
    letter_json_member(writing->json, "status", statuses[letter->status]);
    put_date(writing, "embargo", &letter->embargo);
    put_text(writing, "url", &letter->url);
    put_text(writing, "title", &letter->title);
    put_text(writing, "subtitle", &letter->subtitle);
    letter_json_member(writing->json, "summary", summary);
}

static void put_image(const Writing *writing)
{
    static const char *const places[] = {
        [LETTER_PLACE_START] = "start",
        [LETTER_PLACE_END] = "end",
    };
    const LetterImage *image = &writing->letter->image;

    if (image->src.text == NULL)
        return;
    letter_json_name(writing->json, "image");
    letter_json_begin_object(writing->json);
    put_text(writing, "src", &image->src);
    /* Empty for a decoration, which is not the same as absent. */
    letter_json_member(writing->json, "alt", image->alt.text);
    put_text(writing, "caption", &image->caption);
    put_text(writing, "credit", &image->credit);
    letter_json_member(writing->json, "at", places[image->at]);
    letter_json_end_object(writing->json);
}

static void put_head(const Writing *writing)
{
    const Letter *letter = writing->letter;

    put_image(writing);
    put_text(writing, "place", &letter->place);
    put_date(writing, "date", &letter->date);
    letter_json_put_sender(writing->json, "from", &letter->from);
    letter_json_put_parties(writing->json, "addressees", letter->addressees);
    letter_json_put_parties(writing->json, "cc", letter->cc);
    put_text(writing, "subject", &letter->subject);
    put_text(writing, "salutation", &letter->salutation);
}

static void put_sections(const Writing *writing)
{
    const GArray *sections = writing->letter->sections;

    if (sections->len == 0)
        return;
    letter_json_name(writing->json, "sections");
    letter_json_begin_array(writing->json);
    for (guint i = 0; i < sections->len; i++) {
        letter_json_begin_object(writing->json);
        put_text(writing, "heading", &g_array_index(sections, LetterSection, i).heading);
        put_markdown(writing, g_ptr_array_index(writing->document->sections, i));
        letter_json_end_object(writing->json);
    }
    letter_json_end_array(writing->json);
}

static void put_sign(const Writing *writing)
{
    const LetterSign *sign = &writing->letter->sign;

    if (sign->url.text == NULL && sign->email.text == NULL && sign->deadline.date.month == 0 &&
        sign->text.text.text == NULL)
        return;
    letter_json_name(writing->json, "sign");
    letter_json_begin_object(writing->json);
    put_text(writing, "url", &sign->url);
    put_text(writing, "email", &sign->email);
    put_date(writing, "deadline", &sign->deadline);
    put_markdown(writing, writing->document->sign);
    letter_json_end_object(writing->json);
}

static void put_updates(const Writing *writing)
{
    const GArray *updates = writing->letter->updates;

    if (updates->len == 0)
        return;
    letter_json_name(writing->json, "updates");
    letter_json_begin_array(writing->json);
    for (guint i = 0; i < updates->len; i++) {
        letter_json_begin_object(writing->json);
        put_date(writing, "date", &g_array_index(updates, LetterUpdate, i).date);
        put_markdown(writing, g_ptr_array_index(writing->document->updates, i));
        letter_json_end_object(writing->json);
    }
    letter_json_end_array(writing->json);
}

static void put_notes(const Writing *writing)
{
    const GPtrArray *notes = writing->document->page_notes;

    if (notes->len == 0)
        return;
    letter_json_name(writing->json, "notes");
    letter_json_begin_array(writing->json);
    for (guint i = 0; i < notes->len; i++) {
        const LetterNote *note = g_ptr_array_index(notes, i);

        letter_json_begin_object(writing->json);
        letter_json_name(writing->json, "number");
        letter_json_put_number(writing->json, letter_note_number(note));
        letter_json_name(writing->json, "html");
        letter_note_render_html(note, &writing->dialect, letter_json_begin_text(writing->json));
        letter_json_end_text(writing->json);
        letter_json_name(writing->json, "text");
        letter_note_render_text(note, &writing->layout, writing->references,
                                letter_json_begin_text(writing->json));
        letter_json_end_text(writing->json);
        letter_json_end_object(writing->json);
    }
    letter_json_end_array(writing->json);
}

/* The addresses that the plain texts refer to by number. */
static void put_links(const Writing *writing)
{
    const LetterReferences *references = writing->references;
    guint count = letter_references_count(references);

    if (count == 0)
        return;
    letter_json_name(writing->json, "links");
    letter_json_begin_array(writing->json);
    for (guint i = 0; i < count; i++) {
        letter_json_begin_object(writing->json);
        letter_json_name(writing->json, "number");
        letter_json_put_number(writing->json, letter_references_first(references) + i);
        letter_json_member(writing->json, "url", letter_references_get(references, i));
        letter_json_end_object(writing->json);
    }
    letter_json_end_array(writing->json);
}

static void put_extra(LetterJsonWriter *json, const LetterExtra *extra)
{
    switch (extra->kind) {
    case LETTER_VALUE_TEXT:
        letter_json_put_slice(json, (LetterSlice){ extra->text.text, extra->text.size });
        return;
    case LETTER_VALUE_BOOLEAN:
        letter_json_put_boolean(json, extra->boolean);
        return;
    case LETTER_VALUE_LIST:
        letter_json_begin_array(json);
        for (guint i = 0; i < extra->values->len; i++)
            put_extra(json, g_ptr_array_index(extra->values, i));
        letter_json_end_array(json);
        return;
    case LETTER_VALUE_MAPPING:
        letter_json_begin_object(json);
        for (guint i = 0; i < extra->values->len; i++) {
            letter_json_name(json, g_ptr_array_index(extra->keys, i));
            put_extra(json, g_ptr_array_index(extra->values, i));
        }
        letter_json_end_object(json);
        return;
    }
}

static void put_letter(const Writing *writing)
{
    const Letter *letter = writing->letter;
    const LetterDocument *document = writing->document;

    letter_json_begin_object(writing->json);
    put_identity(writing);
    put_head(writing);
    put_part(writing, "body", document->body);
    put_text(writing, "closing", &letter->closing);
    letter_json_put_signatories(writing->json, "signatories", letter->signatories);
    put_part(writing, "postscript", document->postscript);
    put_notes(writing);
    put_sections(writing);
    put_part(writing, "about", document->about);
    put_sign(writing);
    put_updates(writing);
    letter_json_put_contacts(writing->json, "contact", letter->contacts);
    put_links(writing);
    if (letter->extra != NULL) {
        letter_json_name(writing->json, "extra");
        put_extra(writing->json, letter->extra);
    }
    letter_json_end_object(writing->json);
}

gboolean letter_render_json(LetterRendering *rendering, LetterSink *sink,
                            LetterDiagnostics *diagnostics)
{
    g_autofree char *id_prefix = g_strconcat(rendering->letter->file_slug, "-", NULL);
    g_autoptr(LetterReferences) references =
        letter_references_new(rendering->document->page_notes->len + 1);
    g_autoptr(LetterJsonWriter) json = letter_json_writer_new(sink, LETTER_JSON_INDENTED);
    const Writing writing = {
        .json = json,
        .letter = rendering->letter,
        .document = rendering->document,
        .dialect = {
            .id_prefix = id_prefix,
            .heading_base = HEADING_BASE,
            .back_label = letter_labels_get(rendering->labels, LETTER_LABEL_NOTE_BACK),
        },
        .layout = { TEXT_WIDTH, LETTER_FLOW_FIXED, rendering->locale },
        .references = references,
    };

    (void)diagnostics;
    put_letter(&writing);
    return TRUE;
}
