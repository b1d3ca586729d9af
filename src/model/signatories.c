/*
 * signatories.c - who signs: one block of text, and 16 bytes for each entry.
 *
 * The texts of an entry stand in the block one after the other, each ended by
 * NUL, in the order of the table below; a bit for each says which are there.
 */
#include "model/signatories.h"

#include <string.h>

typedef struct Record {
    guint32 text; /* where its texts begin in the block */
    guint32 span_start;
    guint32 span_size;
    guint16 fields; /* a bit for each row of the table that is there */
    guint16 flags;
} Record;

G_STATIC_ASSERT(sizeof(Record) == 16);

struct LetterSignatories {
    GByteArray *block;
    GArray *records; /* of Record */
    GArray *groups;  /* of LetterGroup */
    LetterCounts counts;
};

static const gsize fields[] = {
    offsetof(LetterSignatory, name),
    offsetof(LetterSignatory, role),
    offsetof(LetterSignatory, organization),
    offsetof(LetterSignatory, location),
    offsetof(LetterSignatory, url),
    offsetof(LetterSignatory, representative_name),
    offsetof(LetterSignatory, representative_role),
    offsetof(LetterSignatory, representative_organization),
    offsetof(LetterSignatory, email),
    offsetof(LetterSignatory, phone),
    offsetof(LetterSignatory, address),
    offsetof(LetterSignatory, note),
    offsetof(LetterSignatory, label),
    offsetof(LetterSignatory, sort_as),
    offsetof(LetterSignatory, date),
    offsetof(LetterSignatory, lang),
};

G_STATIC_ASSERT(G_N_ELEMENTS(fields) <= 16);

/* A record's flags, from the lowest bit: what is not a text. */
enum {
    TYPE_SHIFT = 0,
    AS_SHIFT = 2,
    STATUS_SHIFT = 4,
    PUBLISH_SHIFT = 6,
    ANONYMOUS_SHIFT = 12,
    DISTINCT_SHIFT = 13,
    TYPED_SHIFT = 14, /* its type was given, not the group's */
    ENUM_MASK = 3,
    PUBLISH_MASK = 63,
};

const LetterGroup letter_group_plain = {
    .type = LETTER_PARTY_UNKNOWN,
    .limit = G_MAXUINT,
    .email_limit = G_MAXUINT,
};

LetterSignatories *letter_signatories_new(void)
{
    LetterSignatories *list = g_new0(LetterSignatories, 1);

    /* Never NULL: an entry may be without a text. */
    list->block = g_byte_array_sized_new(1);
    list->records = g_array_new(FALSE, FALSE, sizeof(Record));
    list->groups = g_array_new(FALSE, TRUE, sizeof(LetterGroup));
    return list;
}

void letter_signatories_free(LetterSignatories *list)
{
    if (list == NULL)
        return;
    g_byte_array_unref(list->block);
    g_array_unref(list->records);
    g_array_unref(list->groups);
    g_free(list);
}

static LetterGroup *current_group(LetterSignatories *list)
{
    return &g_array_index(list->groups, LetterGroup, list->groups->len - 1);
}

void letter_signatories_begin_group(LetterSignatories *list, const LetterGroup *group)
{
    LetterGroup begun = *group;

    begun.first = list->records->len;
    begun.size = 0;
    begun.counts = (LetterCounts){ .total = 0 };
    g_array_append_val(list->groups, begun);
}

static LetterPartyType find_type(const LetterGroup *group, LetterPartyType own, guint16 present)
{
    /* The representative's name is the sixth of the fields. */
    gboolean is_represented = (present & (1u << 5)) != 0;

    if (own != LETTER_PARTY_UNKNOWN)
        return own;
    if (group->type != LETTER_PARTY_UNKNOWN)
        return group->type;
    return is_represented ? LETTER_PARTY_ORGANIZATION : LETTER_PARTY_PERSON;
}

static guint16 pack_flags(const LetterSignatory *signatory, LetterPartyType type)
{
    guint flags = (guint)type << TYPE_SHIFT | (guint)signatory->as << AS_SHIFT |
                  (guint)signatory->status << STATUS_SHIFT | signatory->publish << PUBLISH_SHIFT;

    flags |= signatory->anonymous ? 1u << ANONYMOUS_SHIFT : 0;
    flags |= signatory->distinct ? 1u << DISTINCT_SHIFT : 0;
    flags |= signatory->type != LETTER_PARTY_UNKNOWN ? 1u << TYPED_SHIFT : 0;
    return (guint16)flags;
}

static void unpack_flags(guint16 flags, LetterSignatory *view)
{
    view->type = (LetterPartyType)(flags >> TYPE_SHIFT & ENUM_MASK);
    view->as = (LetterCapacity)(flags >> AS_SHIFT & ENUM_MASK);
    view->status = (LetterSignatoryStatus)(flags >> STATUS_SHIFT & ENUM_MASK);
    view->publish = flags >> PUBLISH_SHIFT & PUBLISH_MASK;
    view->anonymous = flags >> ANONYMOUS_SHIFT & 1;
    view->distinct = flags >> DISTINCT_SHIFT & 1;
}

static guint16 pack_texts(GByteArray *block, const LetterSignatory *signatory)
{
    guint present = 0;

    for (guint i = 0; i < G_N_ELEMENTS(fields); i++) {
        const LetterText *field = (const LetterText *)((const char *)signatory + fields[i]);

        if (field->text == NULL)
            continue;
        present |= 1u << i;
        g_byte_array_append(block, (const guint8 *)field->text, (guint)strlen(field->text) + 1);
    }
    return (guint16)present;
}

static void count_shown(LetterCounts *counts, const Record *record)
{
    counts->total++;
    if ((record->flags >> ANONYMOUS_SHIFT & 1) != 0)
        counts->anonymous++;
    else
        counts->shown++;
    if ((record->flags >> TYPE_SHIFT & ENUM_MASK) == LETTER_PARTY_ORGANIZATION)
        counts->organizations++;
    else
        counts->people++;
}

static void count(LetterCounts *counts, const Record *record)
{
    switch ((LetterSignatoryStatus)(record->flags >> STATUS_SHIFT & ENUM_MASK)) {
    case LETTER_SIGNATORY_ACTIVE:
        count_shown(counts, record);
        break;
    case LETTER_SIGNATORY_PENDING:
        counts->pending++;
        break;
    case LETTER_SIGNATORY_WITHDRAWN:
        counts->withdrawn++;
        break;
    }
}

void letter_signatories_append(LetterSignatories *list, const LetterSignatory *signatory)
{
    Record record = {
        .text = list->block->len,
        .span_start = (guint32)signatory->span.start,
        .span_size = (guint32)(signatory->span.end - signatory->span.start),
    };

    if (list->groups->len == 0)
        letter_signatories_begin_group(list, &letter_group_plain);
    record.fields = pack_texts(list->block, signatory);
    record.flags =
        pack_flags(signatory, find_type(current_group(list), signatory->type, record.fields));
    g_array_append_val(list->records, record);
    current_group(list)->size++;
    count(&current_group(list)->counts, &record);
    count(&list->counts, &record);
}

static void set_type(Record *record, LetterPartyType type)
{
    record->flags =
        (guint16)((record->flags & ~(guint)(ENUM_MASK << TYPE_SHIFT)) | (guint)type << TYPE_SHIFT);
}

/* Types change who is counted as a person, nothing else. */
static void move_counts(LetterCounts *counts, const LetterCounts *before, const LetterCounts *after)
{
    counts->people = counts->people - before->people + after->people;
    counts->organizations = counts->organizations - before->organizations + after->organizations;
}

void letter_signatories_describe_group(LetterSignatories *list, const LetterGroup *group)
{
    LetterGroup *described = current_group(list);
    LetterCounts before = described->counts;

    described->heading = group->heading;
    described->type = group->type;
    described->sort = group->sort;
    described->limit = group->limit;
    described->email_limit = group->email_limit;
    described->counts = (LetterCounts){ .total = 0 };
    for (guint i = described->first; i < list->records->len; i++) {
        Record *record = &g_array_index(list->records, Record, i);

        if ((record->flags >> TYPED_SHIFT & 1) == 0)
            set_type(record, find_type(described, LETTER_PARTY_UNKNOWN, record->fields));
        count(&described->counts, record);
    }
    move_counts(&list->counts, &before, &described->counts);
}

void letter_signatories_reorder(LetterSignatories *list, guint group, const guint *order)
{
    const LetterGroup *sorted = letter_signatories_group(list, group);
    Record *records = &g_array_index(list->records, Record, sorted->first);
    g_autofree Record *before = g_memdup2(records, sorted->size * sizeof(Record));

    for (guint i = 0; i < sorted->size; i++)
        records[i] = before[order[i]];
}

guint letter_signatories_group_count(const LetterSignatories *list)
{
    return list->groups->len;
}

const LetterGroup *letter_signatories_group(const LetterSignatories *list, guint index)
{
    return &g_array_index(list->groups, LetterGroup, index);
}

guint letter_signatories_size(const LetterSignatories *list)
{
    return list->records->len;
}

gsize letter_signatories_bytes(const LetterSignatories *list)
{
    return list->block->len + list->records->len * sizeof(Record);
}

void letter_signatories_get(const LetterSignatories *list, guint index, LetterSignatory *view)
{
    const Record *record = &g_array_index(list->records, Record, index);
    const char *text = (const char *)list->block->data + record->text;

    *view = (LetterSignatory){ .span = { record->span_start,
                                         record->span_start + (gsize)record->span_size } };
    unpack_flags(record->flags, view);
    for (guint i = 0; i < G_N_ELEMENTS(fields); i++) {
        LetterText *field = (LetterText *)((char *)view + fields[i]);

        if ((record->fields & (1u << i)) == 0)
            continue;
        *field = (LetterText){ text, strlen(text), view->span };
        text += field->size + 1;
    }
}

gboolean letter_signatory_is_shown(const LetterSignatory *signatory)
{
    return signatory->status == LETTER_SIGNATORY_ACTIVE && !signatory->anonymous &&
           signatory->name.text != NULL;
}

const LetterCounts *letter_signatories_counts(const LetterSignatories *list)
{
    return &list->counts;
}
