/*
 * schema.h - the keys of a letter: a table for each mapping, a row for each key.
 *
 * A row says what a key is called, what its value is, whether it must be there
 * and where in the mapping's record it is put.  The readers follow the tables;
 * nothing else in the house knows a key by its name.
 */
#ifndef LETTER_MODEL_SCHEMA_H
#define LETTER_MODEL_SCHEMA_H

#include "model/letter.h"

/* What a value is, with the type of the field it is read into. */
typedef enum LetterType {
    LETTER_TYPE_LINE,           /* LetterText: one line */
    LETTER_TYPE_MARKDOWN,       /* LetterMarkdown */
    LETTER_TYPE_DATE,           /* LetterDated, of the row's form */
    LETTER_TYPE_URL,            /* LetterText: http or https */
    LETTER_TYPE_ADDRESS,        /* LetterText: an email address */
    LETTER_TYPE_PATH,           /* LetterText: a file below the letter's folder */
    LETTER_TYPE_SLUG,           /* LetterText */
    LETTER_TYPE_LANGUAGE,       /* LetterText: a BCP 47 tag */
    LETTER_TYPE_RULE,           /* LetterText: the slug of a rule */
    LETTER_TYPE_NUMBER,         /* LetterText: digits, from 1 on */
    LETTER_TYPE_CHOICE,         /* an enum: the index in the row's choices */
    LETTER_TYPE_FLAG,           /* gboolean */
    LETTER_TYPE_FLAGS,          /* guint: a bit for each of the row's choices */
    LETTER_TYPE_MAPPING,        /* the row's table's record */
    LETTER_TYPE_RECORDS,        /* GArray of the row's table's records */
    LETTER_TYPE_LINES,          /* GArray of LetterText, or NULL */
    LETTER_TYPE_EMAILS,         /* GArray of LetterText: an address, or a list of them */
    LETTER_TYPE_EMAIL,          /* the same with one */
    LETTER_TYPE_PARTY,          /* LetterParty, by the row's table */
    LETTER_TYPE_PARTIES,        /* GArray of LetterParty: one, or a list of them */
    LETTER_TYPE_PARTY_LIST,     /* GArray of LetterParty: a list */
    LETTER_TYPE_REPRESENTATIVE, /* LetterParty, within a signatory */
    LETTER_TYPE_SIGNATORIES,    /* the letter's own list */
    LETTER_TYPE_ENTRIES,        /* the same: the list of a group */
    LETTER_TYPE_ATTACHMENTS,    /* GArray of LetterAttachment */
    LETTER_TYPE_ATTACHMENT,     /* one of them */
    LETTER_TYPE_UNSUBSCRIBE,    /* GArray of LetterText: https and mailto addresses */
    LETTER_TYPE_HEADERS,        /* GArray of LetterHeader */
    LETTER_TYPE_PATHS,          /* GArray of LetterText: a path, or a list of them */
    LETTER_TYPE_WORDS,          /* GArray of LetterText: a line, or a list of them */
    LETTER_TYPE_FIELDS,         /* GArray of LetterFieldName */
    LETTER_TYPE_SEPARATOR,      /* char */
    LETTER_TYPE_EXTRA,          /* LetterExtra *: any YAML */
    LETTER_TYPE_NOT_YET,        /* none: a key of another version */
    LETTER_TYPE_COUNT
} LetterType;

typedef enum LetterNeed {
    LETTER_NEED_NONE,
    LETTER_NEED_GIVEN,  /* the key must be there; its text may be empty */
    LETTER_NEED_FILLED, /* and have a text */
    LETTER_NEED_NAME,   /* the same, said of an entry of a list of names */
} LetterNeed;

typedef struct LetterTable LetterTable;

typedef struct LetterKey {
    const char *name;
    LetterType type;
    gsize offset; /* of the field in the record */
    LetterNeed need;
    LetterDateForm form;        /* of a date */
    const char *const *choices; /* ended by NULL; an empty one cannot be written */
    const LetterTable *table;   /* of a mapping, a record, a party */
    gboolean is_item;           /* stands for the items of a list */
} LetterKey;

/* A row of a table; the rest are designated initializers. */
#define LETTER_KEY(key, value_type, field_offset, ...)                                             \
    {                                                                                              \
        .name = key, .type = LETTER_TYPE_##value_type, .offset = field_offset, __VA_ARGS__         \
    }

/* Words that real letters use for a key of ours, or for a key and a value. */
typedef struct LetterSpelling {
    const char *meant;
    const char *written; /* separated by '|', without regard to case */
} LetterSpelling;

struct LetterTable {
    const LetterKey *keys;           /* ended by a row without a name; 64 at most */
    const LetterSpelling *spellings; /* ended likewise */
    gsize record_size;
    gboolean may_be_text; /* where this mapping stands, a plain text may too */
};

/* When and how somebody agreed to be named; when, how and by whom it was verified. */
typedef struct LetterConfirmation {
    LetterDated date;
    LetterText how, by;
} LetterConfirmation;

/* A signatory while it is read: what is private beyond storing is checked too. */
typedef struct LetterSignatoryDraft {
    LetterParty party; /* first: the rows of a party fit */
    LetterParty representative;
    LetterText sort_as, lang;
    LetterDated date;
    LetterCapacity as;
    LetterSignatoryStatus status;
    gboolean anonymous, distinct;
    guint publish;
    LetterConfirmation consent, verified;
} LetterSignatoryDraft;

/* A key of a signatory, and what a source calls it. */
typedef struct LetterFieldName {
    LetterText key, name;
} LetterFieldName;

/* A group while it is read. */
typedef struct LetterGroupDraft {
    LetterGroup group; /* first: `heading` and `type` are its own */
    GArray *sources;   /* of LetterText; NULL where absent */
    GArray *fields;    /* of LetterFieldName; NULL where absent */
    GArray *ignore;    /* of LetterText; NULL where absent */
    LetterText limit, email_limit;
    char separator; /* of tables; NUL: a comma */
} LetterGroupDraft;

extern const LetterTable letter_schema_letter;
extern const LetterTable letter_schema_addressee;
extern const LetterTable letter_schema_recipient;
extern const LetterTable letter_schema_contact;
extern const LetterTable letter_schema_party;
extern const LetterTable letter_schema_signatory;
extern const LetterTable letter_schema_group;

/* The row of a key, or NULL. */
const LetterKey *letter_table_find(const LetterTable *table, const char *name);

/* The same for a dotted name, "representative.role" say, with the field's
   offset in the record of @table; FALSE where there is none, or where it is
   only a part of such a name. */
gboolean letter_table_resolve(const LetterTable *table, const char *name, LetterKey *key);

/* What somebody meant who wrote the unknown key @name: a key, or "key: value".
   NULL where nothing is near. */
const char *letter_table_suggest(const LetterTable *table, const char *name);

/* The bit of a key among those given. */
guint64 letter_table_bit(const LetterTable *table, const LetterKey *key);

#endif
