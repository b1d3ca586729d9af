/*
 * schema.c - the keys of a letter: a table for each mapping, a row for each key.
 */
#include "model/schema.h"

#include <string.h>

#include "text/spelling.h"

static const char *const kinds[] = { "open-letter", "statement", "press-release",
                                     "report",      "page",      NULL };
static const char *const statuses[] = { "final", "draft", NULL };
static const char *const places[] = { "start", "end", NULL };

static const LetterKey image_keys[] = {
    LETTER_KEY("src", PATH, offsetof(LetterImage, src), .need = LETTER_NEED_FILLED),
    LETTER_KEY("alt", LINE, offsetof(LetterImage, alt), .need = LETTER_NEED_GIVEN),
    LETTER_KEY("caption", LINE, offsetof(LetterImage, caption)),
    LETTER_KEY("credit", LINE, offsetof(LetterImage, credit)),
    LETTER_KEY("at", CHOICE, offsetof(LetterImage, at), .choices = places),
    { .name = NULL },
};

static const LetterSpelling image_spellings[] = {
    { "src", "path|file|url|href|source" },
    { "alt", "description|text" },
    { "caption", "title" },
    { "credit", "photographer|photo|copyright|author" },
    { "at", "position|placement" },
    { NULL, NULL },
};

static const LetterTable image_table = { .keys = image_keys,
                                         .spellings = image_spellings,
                                         .record_size = sizeof(LetterImage) };

static const LetterKey sign_keys[] = {
    LETTER_KEY("url", URL, offsetof(LetterSign, url)),
    LETTER_KEY("email", ADDRESS, offsetof(LetterSign, email)),
    LETTER_KEY("deadline", DATE, offsetof(LetterSign, deadline), .form = LETTER_DATE_FORM_ANY),
    LETTER_KEY("text", MARKDOWN, offsetof(LetterSign, text)),
    { .name = NULL },
};

static const LetterSpelling sign_spellings[] = {
    { "url", "link|href" },
    { "email", "mail|e-mail" },
    { "deadline", "until|date" },
    { "text", "description" },
    { NULL, NULL },
};

static const LetterTable sign_table = { .keys = sign_keys,
                                        .spellings = sign_spellings,
                                        .record_size = sizeof(LetterSign) };

static const LetterKey section_keys[] = {
    LETTER_KEY("heading", LINE, offsetof(LetterSection, heading), .need = LETTER_NEED_FILLED),
    LETTER_KEY("text", MARKDOWN, offsetof(LetterSection, text), .need = LETTER_NEED_FILLED),
    { .name = NULL },
};

static const LetterSpelling section_spellings[] = {
    { "heading", "title|name" },
    { "text", "body|content" },
    { NULL, NULL },
};

static const LetterTable section_table = { .keys = section_keys,
                                           .spellings = section_spellings,
                                           .record_size = sizeof(LetterSection) };

static const LetterKey update_keys[] = {
    LETTER_KEY("date", DATE, offsetof(LetterUpdate, date), .need = LETTER_NEED_FILLED,
               .form = LETTER_DATE_FORM_ANY),
    LETTER_KEY("text", MARKDOWN, offsetof(LetterUpdate, text), .need = LETTER_NEED_FILLED),
    { .name = NULL },
};

static const LetterSpelling update_spellings[] = {
    { "text", "body|content" },
    { "date", "day" },
    { NULL, NULL },
};

static const LetterTable update_table = { .keys = update_keys,
                                          .spellings = update_spellings,
                                          .record_size = sizeof(LetterUpdate) };

static const LetterKey allowance_keys[] = {
    LETTER_KEY("rule", RULE, offsetof(LetterAllowance, rule), .need = LETTER_NEED_FILLED),
    LETTER_KEY("reason", LINE, offsetof(LetterAllowance, reason), .need = LETTER_NEED_FILLED),
    LETTER_KEY("line", NUMBER, offsetof(LetterAllowance, line)),
    { .name = NULL },
};

static const LetterSpelling allowance_spellings[] = {
    { "rule", "slug" },
    { "reason", "because|why" },
    { NULL, NULL },
};

static const LetterTable allowance_table = { .keys = allowance_keys,
                                             .spellings = allowance_spellings,
                                             .record_size = sizeof(LetterAllowance) };

static const LetterKey attachment_keys[] = {
    LETTER_KEY("path", PATH, offsetof(LetterAttachment, path), .need = LETTER_NEED_FILLED),
    LETTER_KEY("name", LINE, offsetof(LetterAttachment, name)),
    LETTER_KEY("type", LINE, offsetof(LetterAttachment, type)),
    { .name = NULL },
};

static const LetterSpelling attachment_spellings[] = {
    { "path", "file|src" },
    { "name", "filename" },
    { "type", "mime-type|mime" },
    { NULL, NULL },
};

static const LetterTable attachment_table = { .keys = attachment_keys,
                                              .spellings = attachment_spellings,
                                              .record_size = sizeof(LetterAttachment),
                                              .may_be_text = TRUE };

static const LetterKey email_keys[] = {
    LETTER_KEY("to", PARTIES, offsetof(LetterEmail, to), .table = &letter_schema_recipient),
    LETTER_KEY("cc", PARTIES, offsetof(LetterEmail, cc), .table = &letter_schema_recipient),
    LETTER_KEY("bcc", PARTIES, offsetof(LetterEmail, bcc), .table = &letter_schema_recipient),
    LETTER_KEY("reply_to", PARTIES, offsetof(LetterEmail, reply_to),
               .table = &letter_schema_recipient),
    LETTER_KEY("subject", LINE, offsetof(LetterEmail, subject)),
    LETTER_KEY("preheader", LINE, offsetof(LetterEmail, preheader)),
    LETTER_KEY("intro", MARKDOWN, offsetof(LetterEmail, intro)),
    LETTER_KEY("attachments", ATTACHMENTS, offsetof(LetterEmail, attachments),
               .table = &attachment_table),
    LETTER_KEY("list_unsubscribe", UNSUBSCRIBE, offsetof(LetterEmail, list_unsubscribe)),
    LETTER_KEY("envelope_sender", ADDRESS, offsetof(LetterEmail, envelope_sender)),
    LETTER_KEY("headers", HEADERS, offsetof(LetterEmail, headers)),
    { .name = NULL },
};

static const LetterSpelling email_spellings[] = {
    { "reply_to", "reply-to|replyto" },
    { "to", "recipients|recipient" },
    { "subject", "title" },
    { "preheader", "preview" },
    { "attachments", "attachment|files" },
    { "list_unsubscribe", "unsubscribe|list-unsubscribe" },
    { "envelope_sender", "return-path|return_path|sender" },
    { "headers", "header" },
    { "intro", "introduction" },
    { NULL, NULL },
};

static const LetterTable email_table = { .keys = email_keys,
                                         .spellings = email_spellings,
                                         .record_size = sizeof(LetterEmail) };

static const LetterKey letter_keys[] = {
    LETTER_KEY("title", LINE, offsetof(Letter, title), .need = LETTER_NEED_FILLED),
    LETTER_KEY("subtitle", LINE, offsetof(Letter, subtitle)),
    LETTER_KEY("subject", LINE, offsetof(Letter, subject)),
    LETTER_KEY("kind", CHOICE, offsetof(Letter, kind), .choices = kinds),
    LETTER_KEY("date", DATE, offsetof(Letter, date), .form = LETTER_DATE_FORM_ANY),
    LETTER_KEY("place", LINE, offsetof(Letter, place)),
    LETTER_KEY("lang", LANGUAGE, offsetof(Letter, lang)),
    LETTER_KEY("status", CHOICE, offsetof(Letter, status), .choices = statuses),
    LETTER_KEY("embargo", DATE, offsetof(Letter, embargo), .form = LETTER_DATE_FORM_MOMENT),
    LETTER_KEY("slug", SLUG, offsetof(Letter, slug)),
    LETTER_KEY("summary", LINE, offsetof(Letter, summary)),
    LETTER_KEY("url", URL, offsetof(Letter, url)),
    LETTER_KEY("addressees", PARTY_LIST, offsetof(Letter, addressees),
               .table = &letter_schema_addressee),
    LETTER_KEY("cc", PARTY_LIST, offsetof(Letter, cc), .table = &letter_schema_addressee),
    LETTER_KEY("salutation", LINE, offsetof(Letter, salutation)),
    LETTER_KEY("closing", LINE, offsetof(Letter, closing)),
    LETTER_KEY("signatories", SIGNATORIES, offsetof(Letter, signatories)),
    LETTER_KEY("postscript", MARKDOWN, offsetof(Letter, postscript)),
    LETTER_KEY("about", MARKDOWN, offsetof(Letter, about)),
    LETTER_KEY("sections", RECORDS, offsetof(Letter, sections), .table = &section_table),
    LETTER_KEY("contact", PARTIES, offsetof(Letter, contacts), .table = &letter_schema_contact),
    LETTER_KEY("image", MAPPING, offsetof(Letter, image), .table = &image_table),
    LETTER_KEY("sign", MAPPING, offsetof(Letter, sign), .table = &sign_table),
    LETTER_KEY("updates", RECORDS, offsetof(Letter, updates), .table = &update_table),
    LETTER_KEY("from", PARTY, offsetof(Letter, from), .table = &letter_schema_party),
    LETTER_KEY("email", MAPPING, offsetof(Letter, email), .table = &email_table),
    LETTER_KEY("allow", RECORDS, offsetof(Letter, allow), .table = &allowance_table),
    LETTER_KEY("extra", EXTRA, offsetof(Letter, extra)),
    LETTER_KEY("translation_of", NOT_YET, 0),
    LETTER_KEY("headings", NOT_YET, 0),
    LETTER_KEY("mailings", NOT_YET, 0),
    LETTER_KEY("merge", NOT_YET, 0),
    { .name = NULL },
};

/* Other names in use, those of Jekyll and Hugo among them. */
static const LetterSpelling letter_spellings[] = {
    { "title", "name|headline|heading" },
    { "subtitle", "tagline" },
    { "subject", "re" },
    { "kind", "type|layout" },
    { "place", "location|city" },
    { "lang", "language|locale|languagecode" },
    { "status", "state" },
    { "status: draft", "draft|published" },
    { "embargo", "publishdate|publish_date" },
    { "slug", "permalink|filename" },
    { "summary", "description|abstract|excerpt" },
    { "url", "link|canonical|canonical_url" },
    { "addressees", "to|recipients|addressed_to" },
    { "salutation", "greeting|dear" },
    { "closing", "signoff|sign-off|valediction" },
    { "signatories", "signed|signatures|signers|signed_by" },
    { "postscript", "ps|p.s." },
    { "about", "boilerplate" },
    { "sections", "annexes|notes" },
    { "contact", "press|contacts" },
    { "image", "picture|photo|images|cover" },
    { "from", "author|authors|sender" },
    { "email", "mail|e-mail" },
    { "updates", "news" },
    { "extra", "params|tags|categories|metadata" },
    { NULL, NULL },
};

const LetterTable letter_schema_letter = { .keys = letter_keys,
                                           .spellings = letter_spellings,
                                           .record_size = sizeof(Letter) };

const LetterKey *letter_table_find(const LetterTable *table, const char *name)
{
    for (const LetterKey *key = table->keys; key->name != NULL; key++) {
        if (strcmp(key->name, name) == 0)
            return key;
    }
    return NULL;
}

gboolean letter_table_resolve(const LetterTable *table, const char *name, LetterKey *key)
{
    const char *dot = strchr(name, '.');
    g_autofree char *first = g_strndup(name, dot != NULL ? (gsize)(dot - name) : strlen(name));
    const LetterKey *found = letter_table_find(table, first);

    if (found == NULL || (dot != NULL && found->table == NULL))
        return FALSE;
    if (dot == NULL) {
        *key = *found;
        return found->type != LETTER_TYPE_MAPPING;
    }
    if (!letter_table_resolve(found->table, dot + 1, key))
        return FALSE;
    key->offset += found->offset;
    return TRUE;
}

static gboolean is_among(const char *words, const char *name)
{
    gsize size = strlen(name);

    for (;;) {
        gsize length = strcspn(words, "|");

        if (length == size && g_ascii_strncasecmp(words, name, size) == 0)
            return TRUE;
        if (words[length] == '\0')
            return FALSE;
        words += length + 1;
    }
}

static const char *find_spelling(const LetterSpelling *spelling, const char *name)
{
    while (spelling->meant != NULL && !is_among(spelling->written, name))
        spelling++;
    return spelling->meant;
}

const char *letter_table_suggest(const LetterTable *table, const char *name)
{
    const char *meant = find_spelling(table->spellings, name);
    const char *names[64];
    gsize count = 0;

    if (meant != NULL)
        return meant;
    for (const LetterKey *key = table->keys; key->name != NULL; key++)
        names[count++] = key->name;
    return letter_spelling_nearest(name, names, count);
}

guint64 letter_table_bit(const LetterTable *table, const LetterKey *key)
{
    return G_GUINT64_CONSTANT(1) << (key - table->keys);
}
