/*
 * view_classes.h - the classes of a view, for the files view_*.c alone.
 *
 * The object of each has the view as its owner.
 */
#ifndef LETTER_TEMPLATE_VIEW_CLASSES_H
#define LETTER_TEMPLATE_VIEW_CLASSES_H

#include "template/view.h"

/* How many computed texts a template can have in its hands. */
#define LETTER_VIEW_HELD 64

typedef enum LetterViewClass {
    LETTER_VIEW_LETTER,
    LETTER_VIEW_DATE,
    LETTER_VIEW_PARTY,
    LETTER_VIEW_CONTACT,
    LETTER_VIEW_SIGNATORIES,
    LETTER_VIEW_GROUP,
    LETTER_VIEW_SIGNATORY,
    LETTER_VIEW_REPRESENTATIVE,
    LETTER_VIEW_IMAGE,
    LETTER_VIEW_SECTION,
    LETTER_VIEW_SIGN,
    LETTER_VIEW_UPDATE,
    LETTER_VIEW_NOTE,
    LETTER_VIEW_LINK,
    LETTER_VIEW_LABELS,
    LETTER_VIEW_LEAD,
    LETTER_VIEW_STYLE,
    LETTER_VIEW_EXTRA,
    LETTER_VIEW_CLASS_COUNT,
} LetterViewClass;

struct LetterView {
    LetterViewSettings settings;
    LetterDatum root;
    const char *comma;               /* of the letter's language, with a blank */
    GString *held[LETTER_VIEW_HELD]; /* a ring of computed texts */
    guint next_held;
    LetterSignatory signatory;  /* the one that was read last */
    guint signatory_index;      /* its place in the list; G_MAXUINT: none */
    GPtrArray *addressees, *cc; /* of LetterParty, those with a name; NULL until asked for */
    guint cursor_group;         /* where the walk through a group's shown entries is */
    guint cursor_shown;
    guint cursor_entry;
};

extern const LetterClass letter_view_letter_class;
extern const LetterClass letter_view_date_class;
extern const LetterClass letter_view_party_class;
extern const LetterClass letter_view_contact_class;
extern const LetterClass letter_view_signatories_class;
extern const LetterClass letter_view_group_class;
extern const LetterClass letter_view_signatory_class;
extern const LetterClass letter_view_representative_class;
extern const LetterClass letter_view_image_class;
extern const LetterClass letter_view_section_class;
extern const LetterClass letter_view_sign_class;
extern const LetterClass letter_view_update_class;
extern const LetterClass letter_view_note_class;
extern const LetterClass letter_view_link_class;
extern const LetterClass letter_view_labels_class;
extern const LetterClass letter_view_lead_class;
extern const LetterClass letter_view_style_class;
extern const LetterClass letter_view_extra_class;

/* A field that is a LetterText of the structure its object's data is. */
#define LETTER_VIEW_TEXT(field_name, structure, member)                                            \
    {                                                                                              \
        .name = field_name, .type = LETTER_DATUM_TEXT, .read = letter_view_read_text,              \
        .offset = G_STRUCT_OFFSET(structure, member)                                               \
    }
#define LETTER_VIEW_ADDRESS(field_name, structure, member)                                         \
    {                                                                                              \
        .name = field_name, .type = LETTER_DATUM_ADDRESS, .read = letter_view_read_text,           \
        .offset = G_STRUCT_OFFSET(structure, member)                                               \
    }

void letter_view_read_text(const LetterField *field, LetterObject object, LetterDatum *datum);

/* The names of what stands above a letter (view_letterhead.c). */
void letter_view_read_kind(const LetterField *field, LetterObject object, LetterDatum *datum);
void letter_view_read_kind_name(const LetterField *field, LetterObject object, LetterDatum *datum);
void letter_view_read_is_draft(const LetterField *field, LetterObject object, LetterDatum *datum);
void letter_view_read_embargo(const LetterField *field, LetterObject object, LetterDatum *datum);
void letter_view_read_date(const LetterField *field, LetterObject object, LetterDatum *datum);
void letter_view_read_dateline(const LetterField *field, LetterObject object, LetterDatum *datum);
void letter_view_read_image_start(const LetterField *field, LetterObject object,
                                  LetterDatum *datum);
void letter_view_read_image_end(const LetterField *field, LetterObject object, LetterDatum *datum);

/* The entry of the list that the object is; one is unpacked at a time. */
const LetterSignatory *letter_view_signatory(LetterObject object);

/* Fills in one text, an empty or absent one as absent. */
void letter_view_set_text(LetterDatum *datum, const LetterText *text);
void letter_view_set_string(LetterDatum *datum, const char *text);

/* The same with a computed text, which is taken over; NULL: absent. */
void letter_view_hold(LetterView *view, LetterDatum *datum, char *text);

/* An empty string of the ring, to compute a text in. */
GString *letter_view_begin_text(LetterView *view);
void letter_view_end_text(LetterDatum *datum, const GString *text);

/* A list; absent where it is empty. */
void letter_view_set_list(LetterDatum *datum, LetterObject list, guint size,
                          void (*item)(LetterObject list, guint index, LetterDatum *item));

/* A list of LetterParty, or of LetterText lines; @array may be NULL. */
void letter_view_set_parties(LetterView *view, LetterDatum *datum, const GArray *array);
void letter_view_set_lines(LetterView *view, LetterDatum *datum, const GArray *array);

/* Texts that are there, with the language's comma between them. */
void letter_view_join(const LetterView *view, const LetterText *const *texts, gsize count,
                      GString *joined);

/* The same as a field's value. */
void letter_view_set_joined(LetterView *view, LetterDatum *datum, const LetterText *const *texts,
                            gsize count);

void letter_view_set_date(LetterView *view, LetterDatum *datum, const LetterDate *date);

/* A Markdown text in the output's format. */
void letter_view_set_body(LetterView *view, LetterDatum *datum, const LetterBody *body);

/* "mailto:" and "tel:" addresses, percent-encoded. */
char *letter_view_mailto(const char *email);
char *letter_view_tel(const char *phone);

/* A value of `extra`. */
void letter_view_set_extra(LetterView *view, LetterDatum *datum, const LetterExtra *extra);

/* Writes schema.org's description of the letter for a <script> element. */
void letter_view_write_json_ld(LetterObject object, LetterSink *sink);

#endif
