/*
 * notes.c - the footnotes of a text: their blocks, their order, their uses.
 */
#include "body/reading.h"

#include <string.h>

#include "body/markdown.h"
#include "text/locale.h"

static LetterNote *new_note(LetterReading *reading, const LetterFootnoteDefinition *definition,
                            cmark_node *container)
{
    LetterNote *note = letter_markdown_alloc(sizeof *note);
    char *label = letter_markdown_alloc(definition->label.size + 1);

    memcpy(label, definition->label.data, definition->label.size);
    note->label = label;
    note->container = container;
    note->span = letter_reading_clean_span(reading, definition->span);
    return note;
}

static void add_note(LetterReading *reading, LetterNote *note)
{
    g_autofree char *key = letter_locale_fold(note->label);

    g_ptr_array_add(reading->containers, note);
    if (g_hash_table_contains(reading->by_label, key)) {
        letter_reading_report(reading, LETTER_RULE_FOOTNOTE_DUPLICATE, note->span, note->label);
        return;
    }
    g_hash_table_insert(reading->by_label, g_steal_pointer(&key), note);
}

/* Definitions and blocks are both in the order of the text. */
void letter_reading_collect_notes(LetterReading *reading, cmark_node *root)
{
    const GArray *definitions = letter_footnotes_definitions(reading->footnotes);
    cmark_node *block = cmark_node_first_child(root), *next;
    guint index = 0;

    for (; block != NULL && index < definitions->len; block = next) {
        const LetterFootnoteDefinition *definition =
            &g_array_index(definitions, LetterFootnoteDefinition, index);
        int line = cmark_node_get_start_line(block);

        next = cmark_node_next(block);
        if (line < definition->line)
            continue;
        index++;
        if (line == definition->line && cmark_node_get_type(block) == CMARK_NODE_BLOCK_QUOTE)
            add_note(reading, new_note(reading, definition, block));
        else
            next = block;
    }
    for (guint i = 0; i < reading->containers->len; i++)
        cmark_node_unlink(((LetterNote *)g_ptr_array_index(reading->containers, i))->container);
}

static LetterNote *find_note(const LetterReading *reading, const char *label)
{
    g_autofree char *key = letter_locale_fold(label);

    return g_hash_table_lookup(reading->by_label, key);
}

cmark_node *letter_reading_refer(LetterReading *reading, const LetterFootnoteMark *mark,
                                 const LetterInline *place)
{
    g_autofree char *label = g_strndup(mark->label.data, mark->label.size);
    LetterNote *note = find_note(reading, label);
    LetterSpan span = letter_reading_clean_span(reading, mark->span);
    LetterNoteMark *reference;
    cmark_node *node;

    if (note == NULL)
        letter_reading_report(reading, LETTER_RULE_FOOTNOTE_UNDEFINED, span, label);
    if (place->links > 0 || place->pictures > 0)
        letter_reading_report(reading, LETTER_RULE_FOOTNOTE_IN_LINK, span, NULL);
    if (note == NULL || place->links > 0 || place->pictures > 0 || reading->is_unread)
        return NULL;
    if (note->references++ == 0)
        g_ptr_array_add(reading->notes, note);
    reference = letter_markdown_alloc(sizeof *reference);
    *reference = (LetterNoteMark){ note, note->references };
    node = letter_markdown_new_node(CMARK_NODE_CUSTOM_INLINE);
    cmark_node_set_user_data(node, reference);
    return node;
}

/* The quote was only there to hold the note's blocks together. */
static void unwrap(LetterNote *note)
{
    cmark_node *document = letter_markdown_new_node(CMARK_NODE_DOCUMENT);
    cmark_node *block;

    while ((block = cmark_node_first_child(note->container)) != NULL)
        cmark_node_append_child(document, block);
    note->container = document;
}

void letter_reading_finish_notes(LetterReading *reading)
{
    for (guint i = 0; i < reading->containers->len; i++) {
        LetterNote *note = g_ptr_array_index(reading->containers, i);

        unwrap(note);
        if (note->references == 0 && find_note(reading, note->label) == note)
            letter_reading_report(reading, LETTER_RULE_FOOTNOTE_UNUSED, note->span, note->label);
    }
}
