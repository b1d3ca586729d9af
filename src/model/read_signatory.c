/*
 * read_signatory.c - one who signs: a name, or a mapping with the details.
 */
#include "model/reader.h"

/* A name alone; FALSE where it is none. */
static gboolean read_name(LetterReader *reader, const LetterKey *key, const LetterYamlEvent *event,
                          LetterText *name)
{
    if (!letter_read_text(reader, key, event, name))
        return FALSE;
    if (letter_slice_trim(letter_slice(name->text)).size == 0)
        return letter_diagnostics_add(reader->diagnostics, LETTER_RULE_PARTY_NAME_MISSING,
                                      reader->source, event->span);
    if (letter_read_holds_address(letter_slice(name->text)))
        return letter_diagnostics_add(reader->diagnostics, LETTER_RULE_SIGNATORY_ADDRESS,
                                      reader->source, event->span);
    return TRUE;
}

/* A name in a mapping may be absent, but not hold an address either. */
static void check_name(LetterReader *reader, const LetterText *name)
{
    if (name->text != NULL && letter_read_holds_address(letter_slice(name->text)))
        letter_diagnostics_add(reader->diagnostics, LETTER_RULE_SIGNATORY_ADDRESS, reader->source,
                               name->span);
}

void letter_read_representative(LetterReader *reader, const LetterKey *key,
                                const LetterYamlEvent *event, gpointer field)
{
    LetterParty *party = field;
    guint64 keys;

    party->span = event->span;
    if (event->type != LETTER_YAML_MAPPING_START) {
        read_name(reader, key, event, &party->name);
        return;
    }
    keys = letter_reader_mapping(reader, key->table, event, party);
    letter_reader_require(reader, key->table, keys, event->span);
    check_name(reader, &party->name);
}

static LetterText join_lines(LetterReader *reader, const GArray *lines, LetterSpan span)
{
    g_autoptr(GString) text = g_string_new(NULL);

    if (lines == NULL)
        return (LetterText){ NULL, 0, span };
    for (guint i = 0; i < lines->len; i++) {
        if (i > 0)
            g_string_append_c(text, '\n');
        g_string_append(text, g_array_index(lines, LetterText, i).text);
    }
    return letter_reader_keep(reader, (LetterSlice){ text->str, text->len }, span);
}

static LetterText first_of(const GArray *texts)
{
    static const LetterText absent = { .text = NULL };

    return texts != NULL && texts->len > 0 ? g_array_index(texts, LetterText, 0) : absent;
}

/* Whether the entry of a source is at fault and may be left out. */
static gboolean is_left_out(const LetterReader *reader)
{
    return reader->skips_invalid &&
           letter_diagnostics_has_errors_since(reader->diagnostics, reader->mark);
}

void letter_read_signatory_append(LetterReader *reader, const LetterSignatoryDraft *draft)
{
    const LetterParty *party = &draft->party;
    const LetterParty *representative = &draft->representative;
    LetterSignatory signatory = {
        .span = party->span,
        .type = party->type,
        .name = party->name,
        .role = party->role,
        .organization = party->organization,
        .location = party->location,
        .url = party->url,
        .representative_name = representative->name,
        .representative_role = representative->role,
        .representative_organization = representative->organization,
        .email = first_of(party->emails),
        .phone = party->phone,
        .address = join_lines(reader, party->address, party->span),
        .note = party->note,
        .label = party->label,
        .sort_as = draft->sort_as,
        .date = draft->date.text,
        .lang = draft->lang,
        .as = draft->as,
        .status = draft->status,
        .anonymous = draft->anonymous,
        .distinct = draft->distinct,
        .publish = draft->publish,
    };

    if (!is_left_out(reader))
        letter_signatories_append(reader->letter->signatories, &signatory);
}

static void require_name(LetterReader *reader, const LetterSignatoryDraft *draft, gboolean is_given,
                         LetterSpan span)
{
    const LetterText *name = &draft->party.name;

    if (draft->anonymous || draft->status == LETTER_SIGNATORY_WITHDRAWN ||
        letter_reader_is_broken(reader))
        return;
    if (!is_given)
        letter_diagnostics_add(reader->diagnostics, LETTER_RULE_PARTY_NAME_MISSING, reader->source,
                               span);
    else if (name->text != NULL && letter_slice_trim(letter_slice(name->text)).size == 0)
        letter_diagnostics_add(reader->diagnostics, LETTER_RULE_PARTY_NAME_MISSING, reader->source,
                               name->span);
}

void letter_read_signatory_check(LetterReader *reader, const LetterSignatoryDraft *draft,
                                 gboolean has_name, LetterSpan span)
{
    require_name(reader, draft, has_name, span);
    check_name(reader, &draft->party.name);
}

static void read_mapping(LetterReader *reader, const LetterYamlEvent *event)
{
    const LetterTable *table = &letter_schema_signatory;
    guint64 name = letter_table_bit(table, letter_table_find(table, "name"));
    LetterSignatoryDraft draft = { .status = LETTER_SIGNATORY_ACTIVE };
    guint64 keys;

    draft.party.span = event->span;
    keys = letter_reader_mapping(reader, table, event, &draft);
    letter_read_signatory_check(reader, &draft, (keys & name) != 0, event->span);
    letter_read_signatory_append(reader, &draft);
    letter_party_clear(&draft.party);
    letter_party_clear(&draft.representative);
}

void letter_read_signatory(LetterReader *reader, const LetterKey *key, const LetterYamlEvent *event)
{
    LetterSignatory signatory = { .span = event->span };

    if (event->type == LETTER_YAML_MAPPING_START)
        read_mapping(reader, event);
    else if (letter_yaml_is_absent(event))
        letter_diagnostics_add(reader->diagnostics, LETTER_RULE_PARTY_NAME_MISSING, reader->source,
                               event->span);
    else if (read_name(reader, key, event, &signatory.name) && !is_left_out(reader))
        letter_signatories_append(reader->letter->signatories, &signatory);
}
