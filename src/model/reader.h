/*
 * reader.h - how values of the front matter become fields of a record.
 *
 * A reader walks YAML events by the tables of schema.h.  It never stops at a
 * fault: it reports it, passes over the value and goes on.
 */
#ifndef LETTER_MODEL_READER_H
#define LETTER_MODEL_READER_H

#include "front/yaml.h"
#include "model/names.h"
#include "model/schema.h"

/* The longest slug, in bytes: what is added to it fits into a file's name. */
#define LETTER_SLUG_SIZE 200

/* Which keys a mapping of the letter itself has, until it is known whether the
   command line brings those that it lacks. */
typedef struct LetterGiven {
    const LetterTable *table;
    gconstpointer record;
    guint64 keys; /* bits of letter_table_bit() */
    LetterSpan span;
} LetterGiven;

typedef struct LetterReader {
    Letter *letter;
    const LetterSource *source; /* what the spans of events are of */
    LetterYaml *yaml;           /* NULL where the events are not from YAML */
    const GArray *events;       /* of LetterYamlEvent: what is read then; may be NULL */
    guint next_event;           /* of them */
    const LetterNames *names;   /* of a source; NULL within the letter */
    gboolean skips_invalid;     /* entries at fault are not appended */
    LetterDiagnosticsMark mark; /* where the entry of a source begins */
    LetterDiagnostics *diagnostics;
    GStringChunk *strings; /* holds the texts that are read */
    GQueue ahead;          /* of LetterYamlEvent *, looked at before they are read */
    GArray *given;         /* of LetterGiven */
    const LetterReadOptions *options;
} LetterReader;

typedef void (*LetterReadValue)(LetterReader *reader, const LetterKey *key,
                                const LetterYamlEvent *event, gpointer field);

/* The reader of an item of a list; @event is not absent. */
typedef void (*LetterReadItem)(LetterReader *reader, const LetterKey *key,
                               const LetterYamlEvent *event, GArray *list);

/* reader.c: events, mappings, lists */

gboolean letter_reader_next(LetterReader *reader, LetterYamlEvent *event);
/* Whether a syntax error cut the events off. */
gboolean letter_reader_is_broken(const LetterReader *reader);

void letter_reader_skip(LetterReader *reader, const LetterYamlEvent *event);

/* Looks at one more event ahead; it will be read again. */
gboolean letter_reader_peek(LetterReader *reader, LetterYamlEvent *event);

/* The next item of a list; FALSE at its end. */
gboolean letter_reader_next_item(LetterReader *reader, LetterYamlEvent *event);

/* Reads the value that @event begins into its field, unless it is absent. */
void letter_reader_value(LetterReader *reader, const LetterKey *key, const LetterYamlEvent *event,
                         gpointer record);

/* Reads a mapping into @record and returns the bits of its keys.  Where a
   plain text was meant (`- JRS: Europe`), says so and returns all bits. */
guint64 letter_reader_mapping(LetterReader *reader, const LetterTable *table,
                              const LetterYamlEvent *start, gpointer record);

/* Reports the keys that @given lacks: missing-key, party-name-missing. */
void letter_reader_require(LetterReader *reader, const LetterTable *table, guint64 given,
                           LetterSpan span);

/* Remembers which keys a record of the letter has, to be required at the end. */
LetterGiven *letter_reader_remember(LetterReader *reader, const LetterTable *table,
                                    gconstpointer record, LetterSpan span);
void letter_reader_require_all(LetterReader *reader);

/* The record no longer has that key, nor any of a party's own. */
void letter_reader_forget(LetterReader *reader, const LetterTable *table, gconstpointer record,
                          const LetterKey *key);

/* The row of a list as one for its items. */
LetterKey letter_reader_item_key(const LetterKey *key);

/* Reads a list item by item; the other one takes a single value for a list of
   one.  Items that are absent are reported. */
void letter_reader_list(LetterReader *reader, const LetterKey *key, const LetterYamlEvent *event,
                        LetterReadItem read_item, GArray *list);
void letter_reader_list_or_one(LetterReader *reader, const LetterKey *key,
                               const LetterYamlEvent *event, LetterReadItem read_item,
                               GArray *list);

/* Reports that @key has a value of another type, and passes over it. */
void letter_reader_wrong_type(LetterReader *reader, const LetterKey *key,
                              const LetterYamlEvent *event);

/* The value as a finding may repeat it.  What stands in a table of strangers is
   not repeated: findings are often public, in a build's log. */
const char *letter_reader_shown(const LetterReader *reader, const char *value);

/* Reports a text that is no value for @key; @expected says what is. */
void letter_reader_wrong_value(LetterReader *reader, const LetterKey *key,
                               const LetterYamlEvent *event, const char *expected);

/* Whether a scalar's text has a line end in it. */
gboolean letter_reader_has_lines(const LetterYamlEvent *event);

/* A stretch of a scalar's text as a stretch of the source. */
LetterSpan letter_reader_span_of(const LetterReader *reader, const LetterYamlEvent *event,
                                 gsize start, gsize end);

/* read_text.c: one scalar */

/* One line of text, checked; FALSE, with a finding, where there is none. */
gboolean letter_read_text(LetterReader *reader, const LetterKey *key, const LetterYamlEvent *event,
                          LetterText *text);
void letter_read_line(LetterReader *reader, const LetterKey *key, const LetterYamlEvent *event,
                      gpointer field);
void letter_read_markdown(LetterReader *reader, const LetterKey *key, const LetterYamlEvent *event,
                          gpointer field);
void letter_read_lines(LetterReader *reader, const LetterKey *key, const LetterYamlEvent *event,
                       gpointer field);

/* Reports what no text but Markdown may be or hold: bidi-control, and
   text-too-long, where it returns FALSE. */
gboolean letter_read_check_text(LetterReader *reader, const LetterYamlEvent *event);

/* The span as one of the letter: what comes from the command line has none. */
LetterSpan letter_reader_place(const LetterReader *reader, LetterSpan span);

/* Keeps a copy of the text. */
LetterText letter_reader_keep(LetterReader *reader, LetterSlice text, LetterSpan span);

/* read_value.c: a text of some form */
void letter_read_date(LetterReader *reader, const LetterKey *key, const LetterYamlEvent *event,
                      gpointer field);
void letter_read_url(LetterReader *reader, const LetterKey *key, const LetterYamlEvent *event,
                     gpointer field);
void letter_read_address(LetterReader *reader, const LetterKey *key, const LetterYamlEvent *event,
                         gpointer field);
void letter_read_path(LetterReader *reader, const LetterKey *key, const LetterYamlEvent *event,
                      gpointer field);
void letter_read_slug(LetterReader *reader, const LetterKey *key, const LetterYamlEvent *event,
                      gpointer field);
void letter_read_language(LetterReader *reader, const LetterKey *key, const LetterYamlEvent *event,
                          gpointer field);
void letter_read_rule(LetterReader *reader, const LetterKey *key, const LetterYamlEvent *event,
                      gpointer field);
void letter_read_number(LetterReader *reader, const LetterKey *key, const LetterYamlEvent *event,
                        gpointer field);
void letter_read_choice(LetterReader *reader, const LetterKey *key, const LetterYamlEvent *event,
                        gpointer field);
void letter_read_flag(LetterReader *reader, const LetterKey *key, const LetterYamlEvent *event,
                      gpointer field);
void letter_read_flags(LetterReader *reader, const LetterKey *key, const LetterYamlEvent *event,
                       gpointer field);

/* Reports an address that letter_address_is_valid() refuses. */
void letter_read_bad_address(LetterReader *reader, const char *address, LetterSpan span);

/* read_party.c */

/* Whether a word of the text is an email address. */
gboolean letter_read_holds_address(LetterSlice text);
void letter_read_emails(LetterReader *reader, const LetterKey *key, const LetterYamlEvent *event,
                        gpointer field);
void letter_read_email(LetterReader *reader, const LetterKey *key, const LetterYamlEvent *event,
                       gpointer field);
void letter_read_party(LetterReader *reader, const LetterKey *key, const LetterYamlEvent *event,
                       gpointer field);
void letter_read_parties(LetterReader *reader, const LetterKey *key, const LetterYamlEvent *event,
                         gpointer field);
void letter_read_party_list(LetterReader *reader, const LetterKey *key,
                            const LetterYamlEvent *event, gpointer field);

/* read_signatory.c, read_signatories.c */
void letter_read_representative(LetterReader *reader, const LetterKey *key,
                                const LetterYamlEvent *event, gpointer field);
void letter_read_signatory(LetterReader *reader, const LetterKey *key,
                           const LetterYamlEvent *event);
/* An entry of a list, packed at once. */
void letter_read_entry(LetterReader *reader, const LetterKey *key, const LetterYamlEvent *event);
void letter_read_signatories(LetterReader *reader, const LetterKey *key,
                             const LetterYamlEvent *event, gpointer field);
void letter_read_entries(LetterReader *reader, const LetterKey *key, const LetterYamlEvent *event,
                         gpointer field);

/* A signatory whose keys have been read: reports what is wrong with the whole,
   and packs it, unless it is to be left out. */
void letter_read_signatory_check(LetterReader *reader, const LetterSignatoryDraft *draft,
                                 gboolean has_name, LetterSpan span);
void letter_read_signatory_append(LetterReader *reader, const LetterSignatoryDraft *draft);

/* read_group.c */
void letter_read_group(LetterReader *reader, const LetterYamlEvent *event);
void letter_read_paths(LetterReader *reader, const LetterKey *key, const LetterYamlEvent *event,
                       gpointer field);
void letter_read_words(LetterReader *reader, const LetterKey *key, const LetterYamlEvent *event,
                       gpointer field);
void letter_read_fields(LetterReader *reader, const LetterKey *key, const LetterYamlEvent *event,
                        gpointer field);
void letter_read_separator(LetterReader *reader, const LetterKey *key, const LetterYamlEvent *event,
                           gpointer field);

/* read_email.c */
void letter_read_attachments(LetterReader *reader, const LetterKey *key,
                             const LetterYamlEvent *event, gpointer field);
void letter_read_unsubscribe(LetterReader *reader, const LetterKey *key,
                             const LetterYamlEvent *event, gpointer field);
void letter_read_headers(LetterReader *reader, const LetterKey *key, const LetterYamlEvent *event,
                         gpointer field);

/* read_extra.c */
void letter_read_extra(LetterReader *reader, const LetterKey *key, const LetterYamlEvent *event,
                       gpointer field);

/* A text of `extra`: plain true and false are booleans. */
LetterExtra *letter_read_extra_scalar(LetterReader *reader, const LetterYamlEvent *event);

/* overrides.c */
void letter_read_override(LetterReader *reader, const LetterOverride *override);

#endif
