/*
 * json_party.c - people and organizations in the letter's JSON.
 *
 * The fields of letter(5) that are private are written nowhere here, but for
 * those of a signatory who had them published.
 */
#include "render/json_party.h"

void letter_json_put_member(LetterJsonWriter *json, const char *name, const LetterText *text)
{
    if (text->text == NULL || text->size == 0)
        return;
    letter_json_name(json, name);
    letter_json_put_slice(json, (LetterSlice){ text->text, text->size });
}

static void put_type(LetterJsonWriter *json, LetterPartyType type)
{
    static const char *const names[] = {
        [LETTER_PARTY_UNKNOWN] = NULL,
        [LETTER_PARTY_PERSON] = "person",
        [LETTER_PARTY_ORGANIZATION] = "organization",
    };

    letter_json_member(json, "type", names[type]);
}

static void put_lines(LetterJsonWriter *json, const char *name, const GArray *lines)
{
    if (lines == NULL || lines->len == 0)
        return;
    letter_json_name(json, name);
    letter_json_begin_array(json);
    for (guint i = 0; i < lines->len; i++)
        letter_json_put_text(json, g_array_index(lines, LetterText, i).text);
    letter_json_end_array(json);
}

static void put_public(LetterJsonWriter *json, const LetterParty *party)
{
    letter_json_put_member(json, "name", &party->name);
    put_type(json, party->type);
    letter_json_put_member(json, "role", &party->role);
    letter_json_put_member(json, "organization", &party->organization);
    letter_json_put_member(json, "location", &party->location);
    put_lines(json, "address", party->address);
    letter_json_put_member(json, "url", &party->url);
}

void letter_json_put_sender(LetterJsonWriter *json, const char *name, const LetterParty *sender)
{
    if (sender->name.text == NULL)
        return;
    letter_json_name(json, name);
    letter_json_begin_object(json);
    letter_json_put_member(json, "name", &sender->name);
    put_type(json, sender->type);
    letter_json_put_member(json, "url", &sender->url);
    letter_json_end_object(json);
}

void letter_json_put_parties(LetterJsonWriter *json, const char *name, const GArray *parties)
{
    gboolean has_any = FALSE;

    for (guint i = 0; i < parties->len; i++) {
        const LetterParty *party = &g_array_index(parties, LetterParty, i);

        if (!letter_party_is_shown(party))
            continue;
        if (!has_any) {
            letter_json_name(json, name);
            letter_json_begin_array(json);
        }
        has_any = TRUE;
        letter_json_begin_object(json);
        put_public(json, party);
        letter_json_end_object(json);
    }
    if (has_any)
        letter_json_end_array(json);
}

void letter_json_put_contacts(LetterJsonWriter *json, const char *name, const GArray *parties)
{
    if (parties->len == 0)
        return;
    letter_json_name(json, name);
    letter_json_begin_array(json);
    for (guint i = 0; i < parties->len; i++) {
        const LetterParty *party = &g_array_index(parties, LetterParty, i);

        letter_json_begin_object(json);
        letter_json_put_member(json, "label", &party->label);
        put_public(json, party);
        put_lines(json, "email", party->emails);
        letter_json_put_member(json, "phone", &party->phone);
        letter_json_end_object(json);
    }
    letter_json_end_array(json);
}

static void put_count(LetterJsonWriter *json, const char *name, guint count)
{
    letter_json_name(json, name);
    letter_json_put_number(json, count);
}

static void put_counts(LetterJsonWriter *json, const LetterCounts *counts)
{
    letter_json_name(json, "counts");
    letter_json_begin_object(json);
    put_count(json, "total", counts->total);
    put_count(json, "shown", counts->shown);
    put_count(json, "anonymous", counts->anonymous);
    put_count(json, "omitted", counts->omitted);
    put_count(json, "people", counts->people);
    put_count(json, "organizations", counts->organizations);
    put_count(json, "pending", counts->pending);
    put_count(json, "withdrawn", counts->withdrawn);
    letter_json_end_object(json);
}

static void put_representative(LetterJsonWriter *json, const LetterSignatory *signatory)
{
    if (signatory->representative_name.text == NULL)
        return;
    letter_json_name(json, "representative");
    letter_json_begin_object(json);
    letter_json_put_member(json, "name", &signatory->representative_name);
    letter_json_put_member(json, "role", &signatory->representative_role);
    letter_json_put_member(json, "organization", &signatory->representative_organization);
    letter_json_end_object(json);
}

static void put_published(LetterJsonWriter *json, const LetterSignatory *signatory)
{
    const struct {
        LetterPrivateField field;
        const char *name;
        const LetterText *text;
    } fields[] = {
        { LETTER_PRIVATE_EMAIL, "email", &signatory->email },
        { LETTER_PRIVATE_PHONE, "phone", &signatory->phone },
        { LETTER_PRIVATE_ADDRESS, "address", &signatory->address },
        { LETTER_PRIVATE_NOTE, "note", &signatory->note },
        { LETTER_PRIVATE_DATE, "date", &signatory->date },
        { LETTER_PRIVATE_LABEL, "label", &signatory->label },
    };

    for (guint i = 0; i < G_N_ELEMENTS(fields); i++)
        if ((signatory->publish & fields[i].field) != 0)
            letter_json_put_member(json, fields[i].name, fields[i].text);
}

static void put_signatory(LetterJsonWriter *json, const LetterSignatory *signatory)
{
    static const char *const capacities[] = {
        [LETTER_CAPACITY_UNSAID] = NULL,
        [LETTER_CAPACITY_PERSONAL] = "personal",
        [LETTER_CAPACITY_ORGANIZATION] = "organization",
    };

    letter_json_begin_object(json);
    letter_json_put_member(json, "name", &signatory->name);
    put_type(json, signatory->type);
    letter_json_put_member(json, "role", &signatory->role);
    letter_json_put_member(json, "organization", &signatory->organization);
    letter_json_put_member(json, "location", &signatory->location);
    letter_json_put_member(json, "url", &signatory->url);
    put_representative(json, signatory);
    letter_json_member(json, "as", capacities[signatory->as]);
    letter_json_put_member(json, "lang", &signatory->lang);
    put_published(json, signatory);
    letter_json_end_object(json);
}

static void put_group(LetterJsonWriter *json, const LetterSignatories *signatories,
                      const LetterGroup *group)
{
    letter_json_begin_object(json);
    letter_json_put_member(json, "heading", &group->heading);
    put_counts(json, &group->counts);
    letter_json_name(json, "list");
    letter_json_begin_array(json);
    for (guint i = group->first; i < group->first + group->size; i++) {
        LetterSignatory signatory;

        letter_signatories_get(signatories, i, &signatory);
        if (letter_signatory_is_shown(&signatory))
            put_signatory(json, &signatory);
    }
    letter_json_end_array(json);
    letter_json_end_object(json);
}

void letter_json_put_signatories(LetterJsonWriter *json, const char *name,
                                 const LetterSignatories *signatories)
{
    letter_json_name(json, name);
    letter_json_begin_object(json);
    put_counts(json, letter_signatories_counts(signatories));
    letter_json_name(json, "groups");
    letter_json_begin_array(json);
    for (guint i = 0; i < letter_signatories_group_count(signatories); i++)
        put_group(json, signatories, letter_signatories_group(signatories, i));
    letter_json_end_array(json);
    letter_json_end_object(json);
}
