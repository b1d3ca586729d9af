/*
 * mustache_tree.h - a compiled template, for the files mustache_*.c alone.
 *
 * A template is an array of nodes in the order of the text.  A node that holds
 * others is followed by them; `end` is the index after the last.
 */
#ifndef LETTER_TEMPLATE_MUSTACHE_TREE_H
#define LETTER_TEMPLATE_MUSTACHE_TREE_H

#include "template/mustache.h"

typedef enum LetterNodeType {
    LETTER_NODE_TEXT,
    LETTER_NODE_VARIABLE,
    LETTER_NODE_UNESCAPED,
    LETTER_NODE_SECTION,
    LETTER_NODE_INVERTED,
    LETTER_NODE_FILTER,
    LETTER_NODE_PARTIAL,
    LETTER_NODE_PARENT,
    LETTER_NODE_BLOCK,
} LetterNodeType;

typedef enum LetterFilter {
    LETTER_FILTER_NONE,
    LETTER_FILTER_WRAP,
    LETTER_FILTER_HANG,
    LETTER_FILTER_UPPER,
    LETTER_FILTER_UNDERLINE,
    LETTER_FILTER_UNDERLINE_DOUBLE,
} LetterFilter;

/* One step of a dotted name.  @field is what the schema takes it for, NULL where
   it has no such name; @slots has for each class of it the number of the field,
   from 1.  Without a schema both are NULL. */
typedef struct LetterNamePart {
    LetterSlice text;
    const LetterField *field;
    const guint8 *slots;
} LetterNamePart;

/* `.` has no parts. */
typedef struct LetterName {
    LetterSlice text;
    guint size;
    LetterNamePart parts[];
} LetterName;

typedef struct LetterNode {
    LetterNodeType type;
    LetterFilter filter;
    guint end;
    LetterSpan span;  /* of the tag in the source */
    LetterSlice text; /* what a text is; a block's name; what a filter begins its line with */
    const LetterName *name;
    const LetterTemplate *partial; /* NULL: there is none of that name */
    LetterSlice indent;            /* of a partial, a parent or a block: before each line */
} LetterNode;

struct LetterTemplate {
    LetterTemplates *set;
    LetterSource *source;
    LetterEscape escape;
    const char *extension; /* with the dot; "" */
    GArray *nodes;         /* of LetterNode */
    gboolean has_fragment; /* writes one, or a partial of it does */
    gboolean is_wrong;
};

struct LetterTemplates {
    const LetterSchema *schema;
    LetterTemplateLoad load;
    gconstpointer data;
    GHashTable *compiled; /* file name to LetterTemplate */
    GHashTable *names;    /* of LetterName, each by its text */
};

static inline const LetterNode *letter_template_node(const LetterTemplate *compiled, guint index)
{
    return &g_array_index(compiled->nodes, LetterNode, index);
}

/* The name that a tag holds; the same for the same text. */
const LetterName *letter_templates_intern(LetterTemplates *templates, LetterSlice text);

/* The partial of that name; NULL where there is none. */
const LetterTemplate *letter_templates_partial(LetterTemplates *templates,
                                               const LetterTemplate *from, LetterSpan name,
                                               LetterDiagnostics *diagnostics);

/* Reads the source into nodes.  FALSE where findings were added. */
gboolean letter_template_parse(LetterTemplate *compiled, LetterDiagnostics *diagnostics);

/* Compares names and types with the schema. */
gboolean letter_template_check(LetterTemplate *compiled, LetterDiagnostics *diagnostics);

/* Lays @text out.  @first is what its first line begins with. */
void letter_filter_apply(LetterFilter filter, const LetterLayout *layout, LetterSlice text,
                         LetterSlice indent, LetterSlice first, LetterSink *sink);

#endif
