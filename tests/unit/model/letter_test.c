/*
 * letter_test.c - each key of a letter, read into its field.
 */
#include "model/letter.h"

#include <string.h>

static const char whole[] =
    "---\n"
    "title: Publish what the rivers tell us\n"
    "subtitle: 'Twelve towns ask'\n"
    "subject: \"Re: data\"\n"
    "kind: statement\n"
    "date: 2023-11-21\n"
    "place: Østerby\n"
    "lang: ar\n"
    "status: draft\n"
    "embargo: 2023-11-22T09:00:00+01:00\n"
    "slug: River_Data-1.0\n"
    "summary: >\n  In two\n  lines.\n"
    "url: https://rivers.example/a\n"
    "addressees:\n"
    "  - The minister\n"
    "  - Anna Berg <anna@rivers.example>\n"
    "  - office@rivers.example\n"
    "  - name: B\n"
    "    type: person\n"
    "    role: R\n"
    "    organization: O\n"
    "    location: L\n"
    "    address: [Street 1, 2 Town]\n"
    "    url: https://b.example\n"
    "    email: [b@b.example, c@b.example]\n"
    "    phone: 007\n"
    "    label: La\n"
    "    note: N\n"
    "    salutation: Dear B\n"
    "    extra: { constituency: North }\n"
    "cc: [C]\n"
    "salutation: Dear all,\n"
    "closing: Sincerely,\n"
    "postscript: |\n  P *S*\n"
    "about: About\n"
    "sections: [ { heading: H, text: T } ]\n"
    "contact: { label: Press, email: press@rivers.example }\n"
    "image: { src: img/a.png, alt: '', caption: C, credit: P, at: end }\n"
    "sign: { url: https://s.example, email: s@s.example, deadline: 2024-01-01, text: Now }\n"
    "updates: [ { date: 2023-12-01, text: U } ]\n"
    "from: '\"Berg, Anna\" <from@rivers.example>'\n"
    "email:\n"
    "  to: { email: to@a.example }\n"
    "  cc: [cc@a.example, D <d@a.example>]\n"
    "  bcc: bcc@a.example\n"
    "  reply_to: r@a.example\n"
    "  subject: S\n"
    "  preheader: P\n"
    "  intro: I\n"
    "  attachments: [a.pdf, { path: b.pdf, name: B.pdf, type: application/pdf }]\n"
    "  list_unsubscribe: [https://u.example, mailto:u@u.example]\n"
    "  envelope_sender: bounce@a.example\n"
    "  headers: { X-Campaign: rivers, Feedback-ID: '1' }\n"
    "allow: [ { rule: footnote-unused, reason: Meant, line: 60 } ]\n"
    "extra:\n  yes: true\n  no: 'true'\n  empty:\n  list: [a, b]\n  map: { a: { b: c } }\n"
    "---\nBody.\n";

static LetterSource *make_source(const char *name, const char *text)
{
    g_autoptr(GBytes) bytes = g_bytes_new(text, strlen(text));

    return letter_source_new(name, bytes);
}

static Letter *read_sound(const char *name, const char *text)
{
    g_autoptr(LetterSource) source = make_source(name, text);
    g_autoptr(LetterDiagnostics) diagnostics = letter_diagnostics_new();
    Letter *letter = letter_parse(source, diagnostics);
    g_autofree char *found = letter_diagnostics_format(diagnostics);

    g_assert_cmpstr(found, ==, "");
    return letter;
}

static const LetterParty *party_at(const GArray *list, guint index)
{
    return &g_array_index(list, LetterParty, index);
}

static const char *text_at(const GArray *list, guint index)
{
    return g_array_index(list, LetterText, index).text;
}

static void test_texts(void)
{
    g_autoptr(Letter) letter = read_sound("a.md", whole);

    g_assert_cmpstr(letter->title.text, ==, "Publish what the rivers tell us");
    g_assert_cmpuint(letter->title.size, ==, 31);
    g_assert_cmpstr(letter->subtitle.text, ==, "Twelve towns ask");
    g_assert_cmpstr(letter->subject.text, ==, "Re: data");
    g_assert_cmpint(letter->kind, ==, LETTER_KIND_STATEMENT);
    g_assert_cmpstr(letter_kind_name(letter->kind), ==, "statement");
    g_assert_cmpint(letter->status, ==, LETTER_STATUS_DRAFT);
    g_assert_cmpuint(letter->date.date.day, ==, 21);
    g_assert_cmpstr(letter->date.text.text, ==, "2023-11-21");
    g_assert_true(letter->embargo.date.has_time);
    g_assert_cmpstr(letter->place.text, ==, "Østerby");
    g_assert_cmpstr(letter->summary.text, ==, "In two lines.");
    g_assert_cmpstr(letter->url.text, ==, "https://rivers.example/a");
    g_assert_cmpstr(letter->salutation.text, ==, "Dear all,");
    g_assert_cmpstr(letter->closing.text, ==, "Sincerely,");
    g_assert_cmpstr(letter->postscript.text.text, ==, "P *S*\n");
    g_assert_cmpstr(letter->about.text.text, ==, "About");
    g_assert_cmpstr(letter->lang_tag, ==, "ar");
    g_assert_cmpint(letter->direction, ==, LETTER_DIRECTION_RTL);
    g_assert_cmpstr(letter->file_slug, ==, "River_Data-1.0");
    g_assert_true(
        letter_slice_equals(letter_source_slice(letter->source, letter->body), "Body.\n"));
}

static void test_positions(void)
{
    g_autoptr(Letter) letter = read_sound("a.md", whole);
    LetterSlice title = letter_source_slice(letter->source, letter->title.span);
    gsize star = letter_offset_map_find(letter->postscript.map, 2);

    g_assert_true(letter_slice_equals(title, "Publish what the rivers tell us"));
    g_assert_cmpint(letter->source->data[star], ==, '*');
    g_assert_true(letter_slice_equals(
        letter_source_slice(
            letter->source,
            g_array_index(party_at(letter->addressees, 1)->emails, LetterText, 0).span),
        "anna@rivers.example"));
}

static void test_parties(void)
{
    g_autoptr(Letter) letter = read_sound("a.md", whole);
    const LetterParty *full = party_at(letter->addressees, 3);

    g_assert_cmpuint(letter->addressees->len, ==, 4);
    g_assert_cmpstr(party_at(letter->addressees, 0)->name.text, ==, "The minister");
    g_assert_cmpstr(party_at(letter->addressees, 1)->name.text, ==, "Anna Berg");
    g_assert_cmpstr(text_at(party_at(letter->addressees, 1)->emails, 0), ==, "anna@rivers.example");
    g_assert_null(party_at(letter->addressees, 2)->name.text);
    g_assert_cmpstr(full->name.text, ==, "B");
    g_assert_cmpint(full->type, ==, LETTER_PARTY_PERSON);
    g_assert_cmpstr(full->role.text, ==, "R");
    g_assert_cmpstr(full->organization.text, ==, "O");
    g_assert_cmpstr(full->location.text, ==, "L");
    g_assert_cmpstr(text_at(full->address, 1), ==, "2 Town");
    g_assert_cmpstr(full->url.text, ==, "https://b.example");
    g_assert_cmpstr(text_at(full->emails, 1), ==, "c@b.example");
    g_assert_cmpstr(full->phone.text, ==, "007");
    g_assert_cmpstr(full->label.text, ==, "La");
    g_assert_cmpstr(full->note.text, ==, "N");
    g_assert_cmpstr(full->salutation.text, ==, "Dear B");
    g_assert_cmpstr(letter_extra_find(full->extra, "constituency")->text.text, ==, "North");
    g_assert_cmpstr(party_at(letter->cc, 0)->name.text, ==, "C");
    g_assert_cmpstr(party_at(letter->contacts, 0)->label.text, ==, "Press");
    g_assert_cmpstr(letter->from.name.text, ==, "Berg, Anna");
    g_assert_cmpstr(text_at(letter->from.emails, 0), ==, "from@rivers.example");
}

static void test_records(void)
{
    g_autoptr(Letter) letter = read_sound("a.md", whole);

    g_assert_cmpstr(g_array_index(letter->sections, LetterSection, 0).heading.text, ==, "H");
    g_assert_cmpstr(g_array_index(letter->sections, LetterSection, 0).text.text.text, ==, "T");
    g_assert_cmpstr(letter->image.src.text, ==, "img/a.png");
    g_assert_cmpstr(letter->image.alt.text, ==, "");
    g_assert_cmpstr(letter->image.caption.text, ==, "C");
    g_assert_cmpstr(letter->image.credit.text, ==, "P");
    g_assert_cmpint(letter->image.at, ==, LETTER_PLACE_END);
    g_assert_cmpstr(letter->sign.url.text, ==, "https://s.example");
    g_assert_cmpstr(letter->sign.email.text, ==, "s@s.example");
    g_assert_cmpint(letter->sign.deadline.date.year, ==, 2024);
    g_assert_cmpstr(letter->sign.text.text.text, ==, "Now");
    g_assert_cmpuint(g_array_index(letter->updates, LetterUpdate, 0).date.date.month, ==, 12);
    g_assert_cmpstr(g_array_index(letter->allow, LetterAllowance, 0).reason.text, ==, "Meant");
}

static void test_email(void)
{
    g_autoptr(Letter) letter = read_sound("a.md", whole);
    const LetterEmail *email = &letter->email;

    g_assert_cmpstr(text_at(party_at(email->to, 0)->emails, 0), ==, "to@a.example");
    g_assert_cmpstr(party_at(email->cc, 1)->name.text, ==, "D");
    g_assert_cmpuint(email->bcc->len, ==, 1);
    g_assert_cmpuint(email->reply_to->len, ==, 1);
    g_assert_cmpstr(email->subject.text, ==, "S");
    g_assert_cmpstr(email->preheader.text, ==, "P");
    g_assert_cmpstr(email->intro.text.text, ==, "I");
    g_assert_cmpstr(g_array_index(email->attachments, LetterAttachment, 0).path.text, ==, "a.pdf");
    g_assert_cmpstr(g_array_index(email->attachments, LetterAttachment, 1).type.text, ==,
                    "application/pdf");
    g_assert_cmpstr(text_at(email->list_unsubscribe, 1), ==, "mailto:u@u.example");
    g_assert_cmpstr(email->envelope_sender.text, ==, "bounce@a.example");
    g_assert_cmpstr(g_array_index(email->headers, LetterHeader, 1).name.text, ==, "Feedback-ID");
}

static void test_extra(void)
{
    g_autoptr(Letter) letter = read_sound("a.md", whole);
    const LetterExtra *map = letter_extra_find(letter->extra, "map");

    g_assert_cmpint(letter_extra_find(letter->extra, "yes")->kind, ==, LETTER_VALUE_BOOLEAN);
    g_assert_true(letter_extra_find(letter->extra, "yes")->boolean);
    g_assert_cmpint(letter_extra_find(letter->extra, "no")->kind, ==, LETTER_VALUE_TEXT);
    g_assert_null(letter_extra_find(letter->extra, "empty"));
    g_assert_cmpuint(letter_extra_find(letter->extra, "list")->values->len, ==, 2);
    g_assert_cmpstr(letter_extra_find(letter_extra_find(map, "a"), "b")->text.text, ==, "c");
    g_assert_null(letter_extra_find(letter_extra_find(letter->extra, "yes"), "x"));
}

static void test_names_of_files(void)
{
    static const struct {
        const char *name, *slug, *lang;
    } cases[] = {
        { "letters/pact.md", "pact", "en" },
        { "pact.da.md", "pact-da", "da" },
        { "pact.pt-BR.md", "pact-pt-br", "pt-BR" },
        { "Århus Brev.markdown", "arhus-brev", "en" },
        { "pact.final.md", "pact-final", "en" },
        { "pact.FR.md", "pact-fr", "fr" },
        { "pact.pt-br.md", "pact-pt-br", "pt-BR" },
        { "<stdin>", "dear-all", "en" },
        { "-", "dear-all", "en" },
    };

    for (guint i = 0; i < G_N_ELEMENTS(cases); i++) {
        g_autoptr(Letter) letter =
            read_sound(cases[i].name, "---\ntitle: Dear all\nkind: page\n---\n");

        g_assert_cmpstr(letter_get_slug(letter), ==, cases[i].slug);
        g_assert_cmpstr(letter_get_lang(letter), ==, cases[i].lang);
        g_assert_cmpstr(letter_get_title(letter), ==, "Dear all");
    }
}

static void test_no_name_can_be_made(void)
{
    g_autoptr(LetterSource) source = make_source("---.md", "---\ntitle: T\nkind: page\n---\n");
    g_autoptr(LetterDiagnostics) diagnostics = letter_diagnostics_new();
    g_autoptr(Letter) letter = letter_parse(source, diagnostics);
    g_autofree char *found = letter_diagnostics_format(diagnostics);

    g_assert_cmpstr(found, ==,
                    "---.md:1:1: error: no file name can be made of '---'; give a 'slug' "
                    "[slug-empty]\n");
    g_assert_null(letter_get_slug(letter));
}

static void test_names_that_are_too_long(void)
{
    g_autofree char *stem = g_strnfill(220, 'a');
    g_autofree char *name = g_strconcat(stem, ".md", NULL);
    g_autofree char *keys = g_strdup_printf("---\ntitle: %s %s\nkind: page\n---\n", "Dear", stem);
    g_autoptr(LetterSource) file = make_source(name, "---\ntitle: T\nkind: page\n---\n");
    g_autoptr(LetterDiagnostics) diagnostics = letter_diagnostics_new();
    g_autoptr(Letter) named = letter_parse(file, diagnostics);
    g_autoptr(Letter) titled = read_sound("-", keys);

    g_assert_null(letter_get_slug(named));
    g_assert_cmpint(letter_diagnostics_get(diagnostics, 0)->rule, ==, LETTER_RULE_SLUG_EMPTY);
    g_assert_cmpstr(letter_get_slug(titled), ==, "dear");
}

static void test_the_default_language(void)
{
    static const LetterReadOptions options = { .default_lang = "da" };
    g_autoptr(LetterSource) source = make_source("a.md", "---\ntitle: T\nkind: page\n---\n");
    g_autoptr(LetterDiagnostics) diagnostics = letter_diagnostics_new();
    g_autoptr(Letter) letter = letter_read(source, &options, diagnostics);

    g_assert_cmpstr(letter_get_lang(letter), ==, "da");
}

static void test_allowances(void)
{
    g_autoptr(Letter) letter = read_sound("a.md", whole);
    g_autoptr(LetterDiagnostics) diagnostics = letter_diagnostics_new();
    LetterSpan body = letter->body;
    g_autofree char *line =
        g_strdup_printf("%u", letter_source_locate(letter->source, body.start).line);

    letter_diagnostics_add_with(diagnostics, LETTER_RULE_FOOTNOTE_UNUSED, letter->source, body, "x",
                                NULL);
    letter_diagnostics_add_with(diagnostics, LETTER_RULE_FOOTNOTE_UNUSED, letter->source,
                                letter->title.span, "y", NULL);
    g_assert_cmpuint(letter_apply_allowances(letter, diagnostics), ==, 0);
    g_array_index(letter->allow, LetterAllowance, 0).line.text = line;
    g_assert_cmpuint(letter_apply_allowances(letter, diagnostics), ==, 1);
    g_array_index(letter->allow, LetterAllowance, 0).line.text = NULL;
    g_assert_cmpuint(letter_apply_allowances(letter, diagnostics), ==, 1);
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/model/letter/texts", test_texts);
    g_test_add_func("/model/letter/positions", test_positions);
    g_test_add_func("/model/letter/parties", test_parties);
    g_test_add_func("/model/letter/records", test_records);
    g_test_add_func("/model/letter/email", test_email);
    g_test_add_func("/model/letter/extra", test_extra);
    g_test_add_func("/model/letter/names-of-files", test_names_of_files);
    g_test_add_func("/model/letter/no-name", test_no_name_can_be_made);
    g_test_add_func("/model/letter/long-names", test_names_that_are_too_long);
    g_test_add_func("/model/letter/default-language", test_the_default_language);
    g_test_add_func("/model/letter/allowances", test_allowances);
    return g_test_run();
}
