/*
 * view_party.c - who is written to, who writes, who can be asked.
 *
 * An addressee's and a sender's email and phone serve the message and are no
 * names of templates; a contact's are.
 */
#include "template/view_classes.h"

static void read_details(const LetterField *field, LetterObject object, LetterDatum *datum)
{
    const LetterParty *party = object.data;
    const LetterText *const texts[] = { &party->role, &party->organization, &party->location };

    (void)field;
    letter_view_set_joined(object.owner, datum, texts, G_N_ELEMENTS(texts));
}

static void read_is_organization(const LetterField *field, LetterObject object, LetterDatum *datum)
{
    const LetterParty *party = object.data;

    (void)field;
    datum->is_true = party->type == LETTER_PARTY_ORGANIZATION;
}

static void read_address(const LetterField *field, LetterObject object, LetterDatum *datum)
{
    const LetterParty *party = object.data;

    (void)field;
    letter_view_set_lines(object.owner, datum, party->address);
}

static const char *first_email(const LetterParty *party)
{
    if (party->emails == NULL || party->emails->len == 0)
        return NULL;
    return g_array_index(party->emails, LetterText, 0).text;
}

static void read_email(const LetterField *field, LetterObject object, LetterDatum *datum)
{
    (void)field;
    letter_view_set_string(datum, first_email(object.data));
}

static void read_mailto(const LetterField *field, LetterObject object, LetterDatum *datum)
{
    const char *email = first_email(object.data);

    (void)field;
    letter_view_hold(object.owner, datum, email == NULL ? NULL : letter_view_mailto(email));
}

static void read_tel(const LetterField *field, LetterObject object, LetterDatum *datum)
{
    const LetterParty *party = object.data;
    const char *phone = party->phone.text;

    (void)field;
    letter_view_hold(object.owner, datum, phone == NULL ? NULL : letter_view_tel(phone));
}

#define PARTY_FIELDS                                                                               \
    LETTER_VIEW_TEXT("name", LetterParty, name), LETTER_VIEW_TEXT("role", LetterParty, role),      \
        LETTER_VIEW_TEXT("organization", LetterParty, organization),                               \
        LETTER_VIEW_TEXT("location", LetterParty, location),                                       \
        LETTER_VIEW_ADDRESS("url", LetterParty, url),                                              \
        { .name = "details", .type = LETTER_DATUM_TEXT, .read = read_details },                    \
        { .name = "is_organization", .type = LETTER_DATUM_BOOLEAN, .read = read_is_organization }, \
    {                                                                                              \
        .name = "address", .type = LETTER_DATUM_LIST, .read = read_address                         \
    }

static const LetterField party_fields[] = {
    PARTY_FIELDS,
    { 0 },
};

static const LetterField contact_fields[] = {
    PARTY_FIELDS,
    LETTER_VIEW_TEXT("label", LetterParty, label),
    LETTER_VIEW_TEXT("phone", LetterParty, phone),
    { .name = "email", .type = LETTER_DATUM_TEXT, .read = read_email },
    { .name = "mailto", .type = LETTER_DATUM_ADDRESS, .read = read_mailto },
    { .name = "tel", .type = LETTER_DATUM_ADDRESS, .read = read_tel },
    { 0 },
};

const LetterClass letter_view_party_class = { .name = "party",
                                              .ordinal = LETTER_VIEW_PARTY,
                                              .fields = party_fields };
const LetterClass letter_view_contact_class = { .name = "contact",
                                                .ordinal = LETTER_VIEW_CONTACT,
                                                .fields = contact_fields };
