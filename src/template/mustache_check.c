/*
 * mustache_check.c - compare a template with the schema, before any letter.
 *
 * A name must be a field of some class, a dotted one must lead on step by
 * step; what is put in must be a text, an address or a fragment.  Below a
 * mapping that is free (`extra`) every name may be.
 */
#include "template/mustache_tree.h"

#include <string.h>

typedef struct Checker {
    LetterTemplate *compiled;
    LetterDiagnostics *diagnostics;
    gboolean is_right;
} Checker;

/* What is known of the place a node stands in. */
typedef struct Place {
    gboolean is_free;  /* within a section of a free mapping */
    gboolean has_text; /* `.` is a text */
    gboolean is_wrapped;
} Place;

/* What a name stands for, as far as the schema tells. */
typedef struct Meaning {
    LetterDatumType type;
    const LetterClass *class;
    gboolean is_free;
    gboolean is_unknown; /* was a finding */
} Meaning;

static void complain(Checker *checker, LetterSpan span, const char *what)
{
    checker->is_right = letter_diagnostics_add_with(checker->diagnostics, LETTER_RULE_TEMPLATE_TYPE,
                                                    checker->compiled->source, span, what, NULL);
}

static Meaning complain_of_name(Checker *checker, const LetterNode *node)
{
    const LetterSchema *schema = checker->compiled->set->schema;
    const LetterName *name = node->name;
    const char *nearest = name->size == 1 ? letter_schema_nearest(schema, name->text) : NULL;

    checker->is_right = letter_diagnostics_add_with(checker->diagnostics, LETTER_RULE_TEMPLATE_NAME,
                                                    checker->compiled->source, node->span,
                                                    name->text.data, nearest, NULL);
    return (Meaning){ .is_unknown = TRUE };
}

static gboolean leads_on(const Meaning *meaning)
{
    return meaning->type == LETTER_DATUM_MAPPING && meaning->class != NULL;
}

static Meaning find_meaning(Checker *checker, const LetterNode *node, const Place *place)
{
    const LetterName *name = node->name;
    const LetterField *field;
    Meaning meaning;

    if (name->size == 0)
        return (Meaning){ LETTER_DATUM_TEXT, NULL, place->is_free, FALSE };
    field = name->parts[0].field;
    if (field == NULL && place->is_free)
        return (Meaning){ .is_free = TRUE };
    if (field == NULL)
        return complain_of_name(checker, node);
    meaning = (Meaning){ field->type, field->class, FALSE, FALSE };
    for (guint i = 1; i < name->size; i++) {
        if (leads_on(&meaning) && meaning.class->find != NULL)
            return (Meaning){ .is_free = TRUE };
        field = leads_on(&meaning) ? name->parts[i].field : NULL;
        if (field == NULL)
            return complain_of_name(checker, node);
        meaning = (Meaning){ field->type, field->class, FALSE, FALSE };
    }
    meaning.is_free = meaning.class != NULL && meaning.class->find != NULL;
    return meaning;
}

static void check_variable(Checker *checker, const LetterNode *node, const Place *place)
{
    Meaning meaning = find_meaning(checker, node, place);

    if (meaning.is_unknown)
        return;
    if (node->name->size == 0 && !place->has_text && !place->is_free)
        complain(checker, node->span, "'.' stands for a text only within a list of texts");
    if (meaning.type == LETTER_DATUM_FRAGMENT) {
        checker->compiled->has_fragment = TRUE;
        if (place->is_wrapped)
            complain(checker, node->span,
                     "a fragment is laid out already; write it outside of the section");
        return;
    }
    if (node->type == LETTER_NODE_UNESCAPED)
        complain(checker, node->span, "only a fragment goes into the output as it is; write {{…}}");
    if (meaning.type == LETTER_DATUM_LIST || meaning.type == LETTER_DATUM_MAPPING)
        complain(checker, node->span, "a list or a mapping is no text; write a section for it");
    if (meaning.type == LETTER_DATUM_BOOLEAN)
        complain(checker, node->span, "yes or no is no text; write a section for it");
}

static Place place_within(Checker *checker, const LetterNode *node, const Place *around)
{
    Place place = *around;
    Meaning meaning;

    if (node->type == LETTER_NODE_FILTER) {
        place.is_wrapped = TRUE;
        return place;
    }
    meaning = find_meaning(checker, node, around);
    if (node->type == LETTER_NODE_INVERTED || meaning.is_unknown)
        return place;
    place.is_free = place.is_free || meaning.is_free;
    if (meaning.type == LETTER_DATUM_LIST)
        place.has_text = meaning.class == NULL;
    else if (meaning.type == LETTER_DATUM_MAPPING)
        place.has_text = FALSE;
    else if (meaning.type == LETTER_DATUM_TEXT || meaning.type == LETTER_DATUM_ADDRESS)
        place.has_text = TRUE;
    return place;
}

static void check_partial(Checker *checker, const LetterNode *node, const Place *place)
{
    if (node->partial == NULL || node->partial->is_wrong) {
        checker->is_right = FALSE;
        return;
    }
    if (!node->partial->has_fragment)
        return;
    checker->compiled->has_fragment = TRUE;
    if (place->is_wrapped)
        complain(checker, node->span,
                 "this partial holds a fragment, which cannot be laid out again");
}

static void check_nodes(Checker *checker, guint from, guint to, const Place *place)
{
    const LetterTemplate *compiled = checker->compiled;

    for (guint i = from; i < to; i = letter_template_node(compiled, i)->end) {
        const LetterNode *node = letter_template_node(compiled, i);
        Place within = *place;

        switch (node->type) {
        case LETTER_NODE_TEXT:
            continue;
        case LETTER_NODE_VARIABLE:
        case LETTER_NODE_UNESCAPED:
            check_variable(checker, node, place);
            continue;
        case LETTER_NODE_SECTION:
        case LETTER_NODE_INVERTED:
        case LETTER_NODE_FILTER:
            within = place_within(checker, node, place);
            break;
        case LETTER_NODE_PARTIAL:
        case LETTER_NODE_PARENT:
            check_partial(checker, node, place);
            break;
        case LETTER_NODE_BLOCK:
            break;
        }
        check_nodes(checker, i + 1, node->end, &within);
    }
}

gboolean letter_template_check(LetterTemplate *compiled, LetterDiagnostics *diagnostics)
{
    Checker checker = { compiled, diagnostics, TRUE };
    const Place place = { FALSE, FALSE, FALSE };

    check_nodes(&checker, 0, compiled->nodes->len, &place);
    return checker.is_right;
}
