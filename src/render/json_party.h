/*
 * json_party.h - people and organizations in the letter's JSON: what of them is
 * public.
 */
#ifndef LETTER_RENDER_JSON_PARTY_H
#define LETTER_RENDER_JSON_PARTY_H

#include "base/json.h"
#include "model/letter.h"

/* A text as a member; nothing where it is absent or empty. */
void letter_json_put_member(LetterJsonWriter *json, const char *name, const LetterText *text);

/* What a page shows of the sender; nothing where it has no name. */
void letter_json_put_sender(LetterJsonWriter *json, const char *name, const LetterParty *sender);

/* A list of LetterParty, those that have a name; nothing where none has. */
void letter_json_put_parties(LetterJsonWriter *json, const char *name, const GArray *parties);

/* The same with how to reach each of them. */
void letter_json_put_contacts(LetterJsonWriter *json, const char *name, const GArray *parties);

/* Counts and groups of those who sign. */
void letter_json_put_signatories(LetterJsonWriter *json, const char *name,
                                 const LetterSignatories *signatories);

#endif
