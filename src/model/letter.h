/*
 * letter.h - a letter as its author wrote it: plain data, constant once read.
 *
 * Everything is owned by the letter.  A text whose `text` is NULL is absent.
 * The keys are those of letter(5); schema.c has a row for each.
 */
#ifndef LETTER_MODEL_LETTER_H
#define LETTER_MODEL_LETTER_H

#include "base/diagnostics.h"
#include "base/folder.h"
#include "letter/letter.h"
#include "model/party.h"
#include "model/signatories.h"
#include "model/value.h"
#include "text/date.h"
#include "text/locale.h"

typedef enum LetterKind {
    LETTER_KIND_OPEN_LETTER,
    LETTER_KIND_STATEMENT,
    LETTER_KIND_PRESS_RELEASE,
    LETTER_KIND_REPORT,
    LETTER_KIND_PAGE,
} LetterKind;

typedef enum LetterStatus {
    LETTER_STATUS_FINAL,
    LETTER_STATUS_DRAFT,
} LetterStatus;

typedef enum LetterPlace {
    LETTER_PLACE_START,
    LETTER_PLACE_END,
} LetterPlace;

/* A date with its place in the source; absent where date.month is 0. */
typedef struct LetterDated {
    LetterDate date;
    LetterText text;
} LetterDated;

typedef struct LetterSection {
    LetterText heading;
    LetterMarkdown text;
} LetterSection;

typedef struct LetterUpdate {
    LetterDated date;
    LetterMarkdown text;
} LetterUpdate;

typedef struct LetterImage {
    LetterText src, alt, caption, credit;
    LetterPlace at;
} LetterImage;

typedef struct LetterSign {
    LetterText url, email;
    LetterDated deadline;
    LetterMarkdown text;
} LetterSign;

typedef struct LetterAttachment {
    LetterText path, name, type;
} LetterAttachment;

typedef struct LetterHeader {
    LetterText name, value;
} LetterHeader;

/* The settings of the message.  A list that is NULL was not given. */
typedef struct LetterEmail {
    GArray *to, *cc, *bcc, *reply_to; /* of LetterParty */
    LetterText subject, preheader;
    LetterMarkdown intro;
    GArray *attachments;      /* of LetterAttachment */
    GArray *list_unsubscribe; /* of LetterText: https and mailto addresses */
    LetterText envelope_sender;
    GArray *headers; /* of LetterHeader */
} LetterEmail;

typedef struct LetterAllowance {
    LetterText rule, reason, line;
} LetterAllowance;

struct Letter {
    LetterSource *source;
    LetterText title, subtitle, subject, place, lang, slug, summary, url, salutation, closing;
    LetterDated date, embargo;
    LetterKind kind;
    LetterStatus status;
    GArray *addressees, *cc, *contacts; /* of LetterParty; never NULL */
    LetterSignatories *signatories;     /* never NULL */
    LetterMarkdown postscript, about;
    GArray *sections;  /* of LetterSection; never NULL */
    LetterImage image; /* absent where src is */
    LetterSign sign;
    GArray *updates; /* of LetterUpdate; never NULL */
    LetterParty from;
    LetterEmail email;
    GArray *allow;      /* of LetterAllowance; never NULL */
    LetterExtra *extra; /* a mapping, or NULL */
    LetterSpan body;

    /* Filled in after reading: never absent in a letter without errors. */
    const char *lang_tag;      /* lang, else the stem's suffix, else "en" */
    LetterDirection direction; /* of lang_tag */
    const char *file_slug;     /* slug, else made from the stem; NULL where impossible */

    GStringChunk *strings;
    GPtrArray *maps; /* of LetterOffsetMap */
};

/* A key of the command line (-M KEY=VALUE, KEY may be dotted: email.subject).
   An empty value takes what the letter has away.  Faults are found in a source
   named "-M KEY"; texts from here have an empty span at the letter's start. */
typedef struct LetterOverride {
    const char *key;
    const char *value;
} LetterOverride;

typedef struct LetterReadOptions {
    const LetterOverride *overrides; /* read after the front matter, over it */
    guint override_count;
    const char *default_lang; /* where neither letter nor file name says; NULL: "en" */
    const LetterFiles *files; /* the letter's folder, for `source`; NULL: none is read */
    gboolean skips_invalid;   /* a faulty entry of a source is left out, with warnings */
} LetterReadOptions;

/* letter_parse() with options.  Reads head and borders; the body's Markdown is
   the body room's. */
Letter *letter_read(LetterSource *source, const LetterReadOptions *options,
                    LetterDiagnostics *diagnostics);

/* The same with the files of @folder in place of those of the options, which may be NULL. */
Letter *letter_read_in_folder(LetterSource *source, const char *folder,
                              const LetterReadOptions *options, LetterDiagnostics *diagnostics);

/* Drops the warnings and notes that the letter's `allow` means, and returns
   how many.  Call it when all that can be found was found. */
guint letter_apply_allowances(const Letter *letter, LetterDiagnostics *diagnostics);

const char *letter_kind_name(LetterKind kind); /* "open-letter" */

#endif
