/*
 * party.h - who writes, who is written to, who signs, who can be asked.
 */
#ifndef LETTER_MODEL_PARTY_H
#define LETTER_MODEL_PARTY_H

#include "model/value.h"
#include "text/date.h"

typedef enum LetterPartyType {
    LETTER_PARTY_UNKNOWN,
    LETTER_PARTY_PERSON,
    LETTER_PARTY_ORGANIZATION,
} LetterPartyType;

/* An addressee, a contact, a sender.  Everything may be absent; a reader
   checks what its place requires. */
typedef struct LetterParty {
    LetterSpan span;
    LetterPartyType type;
    LetterText name, role, organization, location, url, phone, label, note, salutation;
    GArray *address; /* of LetterText: lines; NULL where absent */
    GArray *emails;  /* of LetterText, each a checked address; NULL where absent */
    LetterExtra *extra;
} LetterParty;

typedef enum LetterSignatoryStatus {
    LETTER_SIGNATORY_ACTIVE,
    LETTER_SIGNATORY_PENDING,
    LETTER_SIGNATORY_WITHDRAWN,
} LetterSignatoryStatus;

typedef enum LetterCapacity {
    LETTER_CAPACITY_UNSAID,
    LETTER_CAPACITY_PERSONAL,
    LETTER_CAPACITY_ORGANIZATION,
} LetterCapacity;

/* The private fields of a signatory, as bits of @publish. */
typedef enum LetterPrivateField {
    LETTER_PRIVATE_EMAIL = 1 << 0,
    LETTER_PRIVATE_PHONE = 1 << 1,
    LETTER_PRIVATE_ADDRESS = 1 << 2,
    LETTER_PRIVATE_NOTE = 1 << 3,
    LETTER_PRIVATE_DATE = 1 << 4,
    LETTER_PRIVATE_LABEL = 1 << 5,
} LetterPrivateField;

/* One who signs, as read from the packed list: a view, valid while the letter
   is.  Only the public fields and those named by @publish may reach an
   output. */
typedef struct LetterSignatory {
    LetterSpan span;
    LetterPartyType type;
    LetterText name, role, organization, location, url;
    LetterText representative_name, representative_role, representative_organization;
    LetterText email, phone, address, note, label; /* private; address in one text, LF between */
    LetterText sort_as, date, lang;
    LetterCapacity as;
    LetterSignatoryStatus status;
    gboolean anonymous, distinct;
    guint publish; /* of LetterPrivateField */
} LetterSignatory;

void letter_party_clear(LetterParty *party);

/* Whether a page names the party.  One that is an address alone, which is
   private, only gets the message. */
gboolean letter_party_is_shown(const LetterParty *party);

/* An empty list that clears its parties. */
GArray *letter_party_list_new(void);

#endif
