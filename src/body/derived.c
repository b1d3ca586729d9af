/*
 * derived.c - a text made of pieces of another one, with a map of where each
 * stood.
 */
#include "body/derived.h"

LetterDerived *letter_derived_new(LetterSlice original)
{
    LetterDerived *derived = g_new0(LetterDerived, 1);

    derived->original = original;
    derived->text = g_string_sized_new(original.size + original.size / 16 + 64);
    derived->map = letter_offset_map_new();
    return derived;
}

void letter_derived_free(LetterDerived *derived)
{
    if (derived == NULL)
        return;
    g_string_free(derived->text, TRUE);
    letter_offset_map_free(derived->map);
    g_free(derived);
}

LetterSlice letter_derived_slice(const LetterDerived *derived)
{
    return (LetterSlice){ derived->text->str, derived->text->len };
}

/* What is added next stands for the original from @from on. */
static void stand_at(LetterDerived *derived, gsize from)
{
    gsize delta = from - derived->text->len;

    if (delta == derived->delta && derived->text->len > 0)
        return;
    letter_offset_map_add(derived->map, derived->text->len, from);
    derived->delta = delta;
}

void letter_derived_copy(LetterDerived *derived, gsize from, gsize to)
{
    if (from == to)
        return;
    stand_at(derived, from);
    g_string_append_len(derived->text, derived->original.data + from, (gssize)(to - from));
}

void letter_derived_insert(LetterDerived *derived, gsize at, const char *text)
{
    stand_at(derived, at);
    g_string_append(derived->text, text);
}
