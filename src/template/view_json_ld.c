/*
 * view_json_ld.c - the letter for search engines: schema.org in JSON-LD.
 */
#include "base/json.h"
#include "template/view_classes.h"

static const char *const types[] = {
    [LETTER_KIND_OPEN_LETTER] = "Article",
    [LETTER_KIND_STATEMENT] = "Article",
    [LETTER_KIND_PRESS_RELEASE] = "NewsArticle",
    [LETTER_KIND_REPORT] = "Report",
    [LETTER_KIND_PAGE] = "WebPage",
};

static void put_date(LetterJsonWriter *json, const LetterDate *date)
{
    g_autofree char *iso = date->month == 0 ? NULL : letter_date_to_iso(date);

    letter_json_member(json, "datePublished", iso);
}

static void put_author(LetterJsonWriter *json, const LetterParty *from)
{
    if (from->name.text == NULL)
        return;
    letter_json_name(json, "author");
    letter_json_begin_object(json);
    letter_json_member(json, "@type",
                       from->type == LETTER_PARTY_PERSON ? "Person" : "Organization");
    letter_json_member(json, "name", from->name.text);
    letter_json_member(json, "url", from->url.text);
    letter_json_end_object(json);
}

void letter_view_write_json_ld(LetterObject object, LetterSink *sink)
{
    const LetterView *view = object.owner;
    const Letter *letter = view->settings.letter;
    g_autofree char *summary = letter_view_summary(letter, view->settings.document);
    g_autoptr(LetterJsonWriter) json = letter_json_writer_new(sink, LETTER_JSON_SCRIPT);

    letter_json_begin_object(json);
    letter_json_member(json, "@context", "https://schema.org");
    letter_json_member(json, "@type", types[letter->kind]);
    letter_json_member(json, "headline", letter->title.text);
    letter_json_member(json, "alternativeHeadline", letter->subtitle.text);
    letter_json_member(json, "description", summary);
    letter_json_member(json, "inLanguage", letter->lang_tag);
    put_date(json, &letter->date.date);
    letter_json_member(json, "url", letter->url.text);
    put_author(json, &letter->from);
    letter_json_end_object(json);
}
