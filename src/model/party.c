/*
 * party.c - who writes, who is written to, who signs, who can be asked.
 */
#include "model/party.h"

void letter_party_clear(LetterParty *party)
{
    g_clear_pointer(&party->address, g_array_unref);
    g_clear_pointer(&party->emails, g_array_unref);
    g_clear_pointer(&party->extra, letter_extra_free);
    *party = (LetterParty){ .type = LETTER_PARTY_UNKNOWN };
}

gboolean letter_party_is_shown(const LetterParty *party)
{
    return party->name.text != NULL && party->name.size > 0;
}

static void clear_item(gpointer data)
{
    letter_party_clear(data);
}

GArray *letter_party_list_new(void)
{
    GArray *list = g_array_new(FALSE, TRUE, sizeof(LetterParty));

    g_array_set_clear_func(list, clear_item);
    return list;
}
