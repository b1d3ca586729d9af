/*
 * datum.h - what a name in a template stands for: typed, read when asked for.
 *
 * A class is a table of fields; a schema is all classes that a view consists
 * of.  A name means one type wherever it stands, so that templates are checked
 * before any letter is there.  Nothing is copied: a mapping is a class and an
 * object, a list is a size and a function, and a list of a million entries
 * takes no more room than one.
 */
#ifndef LETTER_TEMPLATE_DATUM_H
#define LETTER_TEMPLATE_DATUM_H

#include "base/sink.h"
#include "base/source.h"

typedef enum LetterDatumType {
    LETTER_DATUM_ABSENT,
    LETTER_DATUM_TEXT,
    LETTER_DATUM_ADDRESS,  /* of a page or a picture: its scheme is checked when written */
    LETTER_DATUM_FRAGMENT, /* already in the output's format; writes itself */
    LETTER_DATUM_BOOLEAN,
    LETTER_DATUM_LIST,
    LETTER_DATUM_MAPPING,
} LetterDatumType;

typedef struct LetterClass LetterClass;
typedef struct LetterDatum LetterDatum;
typedef struct LetterField LetterField;

/* The thing that fields are read from; what is in it is its class's affair. */
typedef struct LetterObject {
    gconstpointer data;
    guint index;
    gpointer owner; /* of what its class needs beside the data */
} LetterObject;

struct LetterDatum {
    LetterDatumType type;
    gboolean is_true;         /* a boolean */
    LetterSlice text;         /* a text or an address; valid until its object is read again */
    const LetterClass *class; /* a mapping's; a list's items', NULL where they are texts */
    LetterObject object;      /* a mapping's; what @item and @write are called with */
    guint size;               /* of a list */
    void (*item)(LetterObject list, guint index, LetterDatum *item);
    void (*write)(LetterObject fragment, LetterSink *sink);
};

struct LetterField {
    const char *name;
    LetterDatumType type;
    const LetterClass *class; /* as in LetterDatum */
    /* Fills in @datum, whose type and class are set, or makes it absent. */
    void (*read)(const LetterField *field, LetterObject object, LetterDatum *datum);
    gsize offset; /* for @read, within the object */
};

struct LetterClass {
    const char *name;
    guint ordinal;             /* its place in the schema */
    const LetterField *fields; /* ended by one without a name; at most 254 */
    gboolean is_dotted;        /* its fields are named behind a dot alone: `labels.to` */
    /* In place of @fields, names that are not known before: FALSE where the
       object has none of that name. */
    gboolean (*find)(LetterObject object, LetterSlice name, LetterDatum *datum);
};

typedef struct LetterSchema {
    const LetterClass *const *classes;
    guint size;
} LetterSchema;

/* The field that a name without a dot means: that of the first class which has
   one; NULL. */
const LetterField *letter_schema_find(const LetterSchema *schema, LetterSlice name);
const LetterField *letter_class_find(const LetterClass *class, LetterSlice name);

/* The field's name that is most like @name; NULL where none is. */
const char *letter_schema_nearest(const LetterSchema *schema, LetterSlice name);

#endif
