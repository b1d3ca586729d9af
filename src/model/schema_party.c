/*
 * schema_party.c - the keys of parties: addressees, contacts, senders, signatories.
 */
#include "model/schema.h"

static const char *const types[] = { "", "person", "organization", NULL };
static const char *const capacities[] = { "", "personal", "organization", NULL };
static const char *const sorts[] = { "", "given", "name", "organization", "date", NULL };
static const char *const statuses[] = { "active", "pending", "withdrawn", NULL };

/* In the order of LetterPrivateField's bits. */
static const char *const private_fields[] = { "email", "phone", "address", "note",
                                              "date",  "label", NULL };

/* What every party has; its name and email differ by place. */
#define PARTY_ROWS                                                                                 \
    LETTER_KEY("type", CHOICE, offsetof(LetterParty, type), .choices = types),                     \
        LETTER_KEY("role", LINE, offsetof(LetterParty, role)),                                     \
        LETTER_KEY("organization", LINE, offsetof(LetterParty, organization)),                     \
        LETTER_KEY("location", LINE, offsetof(LetterParty, location)),                             \
        LETTER_KEY("address", LINES, offsetof(LetterParty, address)),                              \
        LETTER_KEY("url", URL, offsetof(LetterParty, url)),                                        \
        LETTER_KEY("phone", LINE, offsetof(LetterParty, phone)),                                   \
        LETTER_KEY("label", LINE, offsetof(LetterParty, label)),                                   \
        LETTER_KEY("note", LINE, offsetof(LetterParty, note))

/* What serves a message of one's own. */
#define ADDRESSEE_ROWS                                                                             \
    LETTER_KEY("salutation", LINE, offsetof(LetterParty, salutation)),                             \
        LETTER_KEY("extra", EXTRA, offsetof(LetterParty, extra))

#define NAME_ROW(...)        LETTER_KEY("name", LINE, offsetof(LetterParty, name), __VA_ARGS__)
#define EMAIL_ROW(type, ...) LETTER_KEY("email", type, offsetof(LetterParty, emails), __VA_ARGS__)

static const LetterKey addressee_keys[] = {
    NAME_ROW(.need = LETTER_NEED_NAME),
    EMAIL_ROW(EMAILS),
    PARTY_ROWS,
    ADDRESSEE_ROWS,
    { .name = NULL },
};

static const LetterKey recipient_keys[] = {
    NAME_ROW(),       EMAIL_ROW(EMAILS, .need = LETTER_NEED_FILLED), PARTY_ROWS, ADDRESSEE_ROWS,
    { .name = NULL },
};

static const LetterKey contact_keys[] = {
    NAME_ROW(),
    EMAIL_ROW(EMAIL),
    PARTY_ROWS,
    { .name = NULL },
};

static const LetterKey party_keys[] = {
    NAME_ROW(.need = LETTER_NEED_NAME),
    EMAIL_ROW(EMAIL),
    PARTY_ROWS,
    { .name = NULL },
};

#define DRAFT(field) offsetof(LetterSignatoryDraft, field)

static const LetterKey consent_keys[] = {
    LETTER_KEY("date", DATE, offsetof(LetterConfirmation, date), .form = LETTER_DATE_FORM_ANY),
    LETTER_KEY("how", LINE, offsetof(LetterConfirmation, how)),
    { .name = NULL },
};

static const LetterKey verified_keys[] = {
    LETTER_KEY("how", LINE, offsetof(LetterConfirmation, how)),
    LETTER_KEY("by", LINE, offsetof(LetterConfirmation, by)),
    LETTER_KEY("date", DATE, offsetof(LetterConfirmation, date), .form = LETTER_DATE_FORM_ANY),
    { .name = NULL },
};

static const LetterSpelling confirmation_spellings[] = {
    { "how", "method" },
    { "date", "when|at|on" },
    { NULL, NULL },
};

static const LetterTable consent_table = { .keys = consent_keys,
                                           .spellings = confirmation_spellings,
                                           .record_size = sizeof(LetterConfirmation) };
static const LetterTable verified_table = { .keys = verified_keys,
                                            .spellings = confirmation_spellings,
                                            .record_size = sizeof(LetterConfirmation) };

static const LetterKey signatory_keys[] = {
    NAME_ROW(), /* the reader knows when it may be absent */
    EMAIL_ROW(EMAIL),
    PARTY_ROWS,
    LETTER_KEY("representative", REPRESENTATIVE, DRAFT(representative),
               .table = &letter_schema_party),
    LETTER_KEY("as", CHOICE, DRAFT(as), .choices = capacities),
    LETTER_KEY("sort_as", LINE, DRAFT(sort_as)),
    LETTER_KEY("date", DATE, DRAFT(date), .form = LETTER_DATE_FORM_ANY),
    LETTER_KEY("status", CHOICE, DRAFT(status), .choices = statuses),
    LETTER_KEY("anonymous", FLAG, DRAFT(anonymous)),
    LETTER_KEY("publish", FLAGS, DRAFT(publish), .choices = private_fields),
    LETTER_KEY("lang", LANGUAGE, DRAFT(lang)),
    LETTER_KEY("distinct", FLAG, DRAFT(distinct)),
    LETTER_KEY("consent", MAPPING, DRAFT(consent), .table = &consent_table),
    LETTER_KEY("verified", MAPPING, DRAFT(verified), .table = &verified_table),
    { .name = NULL },
};

/* As they stand in the public lists of signatories that were looked at. */
#define PARTY_SPELLINGS                                                                            \
    { "url", "link|website|homepage|web|site|href|github|twitter" }, { "email", "mail|e-mail" },   \
        { "organization", "organisation|org|affiliation|institution|company|employer" },           \
        { "location", "country|city|place|town" },                                                 \
        { "role", "title|position|job|occupation|function|occupation_title" },                     \
        { "name", "full_name|fullname|full name" }, { "phone", "tel|telephone|mobile" },           \
        { "type", "kind" }, { "note", "comment" }, { "label", "for" },                             \
    {                                                                                              \
        "address", "street"                                                                        \
    }

static const LetterSpelling party_spellings[] = { PARTY_SPELLINGS, { NULL, NULL } };

static const LetterSpelling signatory_spellings[] = {
    PARTY_SPELLINGS,           { "sort_as", "sort" },  { "date", "signed|signed_at|timestamp" },
    { "anonymous", "hidden" }, { "lang", "language" }, { "representative", "by|represented_by" },
    { "as", "capacity" },      { NULL, NULL },
};

#define GROUP(field) offsetof(LetterGroupDraft, field)

static const LetterKey group_keys[] = {
    LETTER_KEY("heading", LINE, GROUP(group.heading)),
    LETTER_KEY("type", CHOICE, GROUP(group.type), .choices = types),
    LETTER_KEY("list", ENTRIES, 0, .need = LETTER_NEED_GIVEN),
    LETTER_KEY("source", PATHS, GROUP(sources)),
    LETTER_KEY("fields", FIELDS, GROUP(fields)),
    LETTER_KEY("ignore", WORDS, GROUP(ignore)),
    LETTER_KEY("separator", SEPARATOR, GROUP(separator)),
    LETTER_KEY("sort", CHOICE, GROUP(group.sort), .choices = sorts),
    LETTER_KEY("limit", NUMBER, GROUP(limit)),
    LETTER_KEY("email_limit", NUMBER, GROUP(email_limit)),
    { .name = NULL },
};

static const LetterSpelling group_spellings[] = {
    { "heading", "title|group|header" },
    { "list", "signatories|members|names|entries|people|organizations" },
    { "source", "file|path|sources|files" },
    { "separator", "delimiter" },
    { "sort", "order" },
    { "type", "kind" },
    { "limit", "max" },
    { NULL, NULL },
};

const LetterTable letter_schema_addressee = { .keys = addressee_keys,
                                              .spellings = party_spellings,
                                              .record_size = sizeof(LetterParty),
                                              .may_be_text = TRUE };
const LetterTable letter_schema_recipient = { .keys = recipient_keys,
                                              .spellings = party_spellings,
                                              .record_size = sizeof(LetterParty),
                                              .may_be_text = TRUE };
const LetterTable letter_schema_contact = { .keys = contact_keys,
                                            .spellings = party_spellings,
                                            .record_size = sizeof(LetterParty),
                                            .may_be_text = TRUE };
const LetterTable letter_schema_party = { .keys = party_keys,
                                          .spellings = party_spellings,
                                          .record_size = sizeof(LetterParty),
                                          .may_be_text = TRUE };
const LetterTable letter_schema_signatory = { .keys = signatory_keys,
                                              .spellings = signatory_spellings,
                                              .record_size = sizeof(LetterSignatoryDraft),
                                              .may_be_text = TRUE };
const LetterTable letter_schema_group = { .keys = group_keys,
                                          .spellings = group_spellings,
                                          .record_size = sizeof(LetterGroupDraft) };
