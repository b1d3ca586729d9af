/*
 * signatories_test.c - who signs: read, packed, counted and looked at again.
 */
#include "model/letter.h"

#include <string.h>

static Letter *read_list(const char *signatories)
{
    g_autofree char *text =
        g_strconcat("---\ntitle: T\nkind: page\nsignatories:", signatories, "---\n", NULL);
    g_autoptr(GBytes) bytes = g_bytes_new(text, strlen(text));
    g_autoptr(LetterSource) source = letter_source_new("a.md", bytes);
    g_autoptr(LetterDiagnostics) diagnostics = letter_diagnostics_new();
    Letter *letter = letter_parse(source, diagnostics);
    g_autofree char *found = letter_diagnostics_format(diagnostics);

    g_assert_cmpstr(found, ==, "");
    return letter;
}

static LetterSignatory get(const Letter *letter, guint index)
{
    LetterSignatory view;

    letter_signatories_get(letter->signatories, index, &view);
    return view;
}

static void test_a_whole_entry(void)
{
    g_autoptr(Letter) letter = read_list(
        "\n  - name: N\n    type: organization\n    role: R\n    organization: O\n"
        "    location: L\n    address: [A, B]\n    url: https://u.example\n"
        "    email: e@e.example\n    phone: P\n    label: La\n    note: No\n"
        "    representative: { name: RN, role: RR, organization: RO, email: r@r.example }\n"
        "    as: organization\n    sort_as: S\n    date: 2023-01-02\n    status: active\n"
        "    anonymous: false\n    publish: [note, email]\n    lang: da\n    distinct: true\n"
        "    consent: { date: 2023-01-01, how: form }\n"
        "    verified: { how: call, by: me, date: 2023-01-01 }\n");
    LetterSignatory entry = get(letter, 0);

    g_assert_cmpstr(entry.name.text, ==, "N");
    g_assert_cmpuint(entry.name.size, ==, 1);
    g_assert_cmpint(entry.type, ==, LETTER_PARTY_ORGANIZATION);
    g_assert_cmpstr(entry.role.text, ==, "R");
    g_assert_cmpstr(entry.organization.text, ==, "O");
    g_assert_cmpstr(entry.location.text, ==, "L");
    g_assert_cmpstr(entry.address.text, ==, "A\nB");
    g_assert_cmpstr(entry.url.text, ==, "https://u.example");
    g_assert_cmpstr(entry.email.text, ==, "e@e.example");
    g_assert_cmpstr(entry.phone.text, ==, "P");
    g_assert_cmpstr(entry.label.text, ==, "La");
    g_assert_cmpstr(entry.note.text, ==, "No");
    g_assert_cmpstr(entry.representative_name.text, ==, "RN");
    g_assert_cmpstr(entry.representative_role.text, ==, "RR");
    g_assert_cmpstr(entry.representative_organization.text, ==, "RO");
    g_assert_cmpint(entry.as, ==, LETTER_CAPACITY_ORGANIZATION);
    g_assert_cmpstr(entry.sort_as.text, ==, "S");
    g_assert_cmpstr(entry.date.text, ==, "2023-01-02");
    g_assert_cmpstr(entry.lang.text, ==, "da");
    g_assert_true(entry.distinct);
    g_assert_false(entry.anonymous);
    g_assert_cmpuint(entry.publish, ==, LETTER_PRIVATE_NOTE | LETTER_PRIVATE_EMAIL);
    g_assert_true(letter_signatory_is_shown(&entry));
}

static void test_groups_and_single_names(void)
{
    g_autoptr(Letter) letter =
        read_list("\n  - A\n  - type: organization\n    heading: H\n    list:\n      - B\n"
                  "      - { name: C, type: person }\n  - D\n  - { type: person, name: E }\n"
                  "  - { list: [ { name: F, representative: G } ], heading: I }\n");
    LetterSignatories *list = letter->signatories;
    static const guint sizes[] = { 1, 2, 2, 1 };
    static const LetterPartyType types[] = {
        LETTER_PARTY_PERSON, LETTER_PARTY_ORGANIZATION, LETTER_PARTY_PERSON,
        LETTER_PARTY_PERSON, LETTER_PARTY_PERSON,       LETTER_PARTY_ORGANIZATION,
    };

    g_assert_cmpuint(letter_signatories_group_count(list), ==, G_N_ELEMENTS(sizes));
    for (guint i = 0; i < G_N_ELEMENTS(sizes); i++)
        g_assert_cmpuint(letter_signatories_group(list, i)->size, ==, sizes[i]);
    g_assert_null(letter_signatories_group(list, 0)->heading.text);
    g_assert_cmpstr(letter_signatories_group(list, 1)->heading.text, ==, "H");
    g_assert_cmpuint(letter_signatories_group(list, 1)->first, ==, 1);
    g_assert_cmpstr(letter_signatories_group(list, 3)->heading.text, ==, "I");
    g_assert_cmpuint(letter_signatories_size(list), ==, G_N_ELEMENTS(types));
    for (guint i = 0; i < G_N_ELEMENTS(types); i++) {
        const char name[] = { (char)('A' + i), '\0' };

        g_assert_cmpstr(get(letter, i).name.text, ==, name);
        g_assert_cmpint(get(letter, i).type, ==, types[i]);
    }
    g_assert_cmpuint(letter_signatories_counts(list)->people, ==, 4);
    g_assert_cmpuint(letter_signatories_counts(list)->organizations, ==, 2);
}

static void test_a_type_behind_the_list(void)
{
    g_autoptr(Letter) letter =
        read_list(" { list: [ A, { name: B, type: person } ], type: organization }\n");
    const LetterCounts *counts = letter_signatories_counts(letter->signatories);

    g_assert_cmpint(get(letter, 0).type, ==, LETTER_PARTY_ORGANIZATION);
    g_assert_cmpint(get(letter, 1).type, ==, LETTER_PARTY_PERSON);
    g_assert_cmpuint(counts->people, ==, 1);
    g_assert_cmpuint(counts->organizations, ==, 1);
    g_assert_cmpuint(counts->total, ==, 2);
}

static void test_counts(void)
{
    g_autoptr(Letter) letter =
        read_list("\n  - A\n  - B\n  - { anonymous: true }\n  - { name: C, anonymous: true }\n"
                  "  - { name: D, status: pending }\n  - { status: withdrawn }\n"
                  "  - { name: E, status: withdrawn, anonymous: true }\n");
    const LetterCounts *counts = letter_signatories_counts(letter->signatories);
    static const gboolean shown[] = { TRUE, TRUE, FALSE, FALSE, FALSE, FALSE, FALSE };

    g_assert_cmpuint(counts->shown, ==, 2);
    g_assert_cmpuint(counts->anonymous, ==, 2);
    g_assert_cmpuint(counts->omitted, ==, 0);
    g_assert_cmpuint(counts->total, ==, 4);
    g_assert_cmpuint(counts->pending, ==, 1);
    g_assert_cmpuint(counts->withdrawn, ==, 2);
    for (guint i = 0; i < G_N_ELEMENTS(shown); i++) {
        LetterSignatory entry = get(letter, i);

        g_assert_cmpint(letter_signatory_is_shown(&entry), ==, shown[i]);
    }
}

static void test_a_pasted_text(void)
{
    g_autoptr(Letter) letter = read_list(" |\n  • Små Broer\n\n    JRS: Europe  \n  - Dash\n");
    static const char *const names[] = { "• Små Broer", "JRS: Europe", "- Dash" };

    g_assert_cmpuint(letter_signatories_size(letter->signatories), ==, G_N_ELEMENTS(names));
    for (guint i = 0; i < G_N_ELEMENTS(names); i++) {
        LetterSignatory entry = get(letter, i);

        g_assert_cmpstr(entry.name.text, ==, names[i]);
        g_assert_true(
            letter_slice_equals(letter_source_slice(letter->source, entry.span), names[i]));
    }
}

/* Any set of fields comes back as it was, however long the list is. */
static void test_packing_loses_nothing(void)
{
    static const gsize offsets[] = {
        offsetof(LetterSignatory, name),    offsetof(LetterSignatory, organization),
        offsetof(LetterSignatory, address), offsetof(LetterSignatory, lang),
        offsetof(LetterSignatory, sort_as), offsetof(LetterSignatory, representative_role),
    };
    g_autoptr(LetterSignatories) list = letter_signatories_new();
    g_autoptr(GRand) random = g_rand_new_with_seed(20231121);
    g_autoptr(GArray) made = g_array_new(FALSE, FALSE, sizeof(LetterSignatory));
    g_autoptr(GStringChunk) strings = g_string_chunk_new(4096);

    for (guint i = 0; i < 2000; i++) {
        LetterSignatory entry = {
            .span = { i, i + 7 },
            .type = (LetterPartyType)g_rand_int_range(random, 1, 3),
            .as = (LetterCapacity)g_rand_int_range(random, 0, 3),
            .status = (LetterSignatoryStatus)g_rand_int_range(random, 0, 3),
            .publish = (guint)g_rand_int_range(random, 0, 64),
            .anonymous = g_rand_boolean(random),
            .distinct = g_rand_boolean(random),
        };

        for (guint j = 0; j < G_N_ELEMENTS(offsets); j++) {
            g_autofree char *text = g_strnfill((gsize)g_rand_int_range(random, 0, 20), 'x');

            if (g_rand_boolean(random))
                *(LetterText *)((char *)&entry + offsets[j]) =
                    (LetterText){ g_string_chunk_insert(strings, text), strlen(text), entry.span };
        }
        g_array_append_val(made, entry);
        letter_signatories_append(list, &entry);
    }
    for (guint i = 0; i < made->len; i++) {
        const LetterSignatory *entry = &g_array_index(made, LetterSignatory, i);
        LetterSignatory view;

        letter_signatories_get(list, i, &view);
        for (guint j = 0; j < G_N_ELEMENTS(offsets); j++)
            g_assert_cmpstr(((LetterText *)((char *)&view + offsets[j]))->text, ==,
                            ((const LetterText *)((const char *)entry + offsets[j]))->text);
        g_assert_cmpuint(view.span.end, ==, entry->span.end);
        g_assert_cmpint(view.type, ==, entry->type);
        g_assert_cmpint(view.as, ==, entry->as);
        g_assert_cmpint(view.status, ==, entry->status);
        g_assert_cmpuint(view.publish, ==, entry->publish);
        g_assert_cmpint(view.anonymous, ==, entry->anonymous);
        g_assert_cmpint(view.distinct, ==, entry->distinct);
    }
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/model/signatories/whole", test_a_whole_entry);
    g_test_add_func("/model/signatories/groups", test_groups_and_single_names);
    g_test_add_func("/model/signatories/late-type", test_a_type_behind_the_list);
    g_test_add_func("/model/signatories/counts", test_counts);
    g_test_add_func("/model/signatories/pasted", test_a_pasted_text);
    g_test_add_func("/model/signatories/packing", test_packing_loses_nothing);
    return g_test_run();
}
