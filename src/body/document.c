/*
 * document.c - every Markdown text of a letter, parsed, with its notes in one
 * series.
 */
#include "body/document.h"

typedef struct Parse {
    const Letter *letter;
    const LetterBodyOptions *options;
    LetterDiagnostics *diagnostics;
} Parse;

static LetterBody *parse_body(const Parse *parse)
{
    g_autoptr(LetterOffsetMap) map = letter_offset_map_new();
    const LetterSource *source = parse->letter->source;

    letter_offset_map_add(map, 0, parse->letter->body.start);
    return letter_body_parse(source, letter_source_slice(source, parse->letter->body), map,
                             parse->options, parse->diagnostics);
}

static LetterBody *parse_text(const Parse *parse, const LetterMarkdown *markdown)
{
    LetterSlice text = { markdown->text.text, markdown->text.size };

    if (text.data == NULL)
        return NULL;
    return letter_body_parse(parse->letter->source, text, markdown->map, parse->options,
                             parse->diagnostics);
}

static void free_body(gpointer body)
{
    letter_body_free(body);
}

static void parse_sections(const Parse *parse, LetterDocument *document)
{
    const GArray *sections = parse->letter->sections, *updates = parse->letter->updates;

    document->sections = g_ptr_array_new_with_free_func(free_body);
    for (guint i = 0; i < sections->len; i++)
        g_ptr_array_add(document->sections,
                        parse_text(parse, &g_array_index(sections, LetterSection, i).text));
    document->updates = g_ptr_array_new_with_free_func(free_body);
    for (guint i = 0; i < updates->len; i++)
        g_ptr_array_add(document->updates,
                        parse_text(parse, &g_array_index(updates, LetterUpdate, i).text));
}

static void add_notes(GPtrArray *notes, LetterBody *body, guint first)
{
    if (body == NULL)
        return;
    letter_body_number_notes(body, first + notes->len);
    for (guint i = 0; i < letter_body_note_count(body); i++)
        g_ptr_array_add(notes, (gpointer)letter_body_note(body, i));
}

/* The series runs through the page, then through the message's own text. */
static void number_notes(LetterDocument *document)
{
    document->page_notes = g_ptr_array_new();
    add_notes(document->page_notes, document->body, 1);
    add_notes(document->page_notes, document->postscript, 1);
    for (guint i = 0; i < document->sections->len; i++)
        add_notes(document->page_notes, g_ptr_array_index(document->sections, i), 1);
    add_notes(document->page_notes, document->about, 1);
    add_notes(document->page_notes, document->sign, 1);
    for (guint i = 0; i < document->updates->len; i++)
        add_notes(document->page_notes, g_ptr_array_index(document->updates, i), 1);
    document->intro_notes = g_ptr_array_new();
    add_notes(document->intro_notes, document->intro, document->page_notes->len + 1);
}

LetterDocument *letter_document_parse(const Letter *letter, const LetterBodyOptions *options,
                                      LetterDiagnostics *diagnostics)
{
    Parse parse = { letter, options, diagnostics };
    LetterDocument *document = g_new0(LetterDocument, 1);

    document->body = parse_body(&parse);
    document->postscript = parse_text(&parse, &letter->postscript);
    document->about = parse_text(&parse, &letter->about);
    document->sign = parse_text(&parse, &letter->sign.text);
    document->intro = parse_text(&parse, &letter->email.intro);
    parse_sections(&parse, document);
    number_notes(document);
    return document;
}

void letter_document_free(LetterDocument *document)
{
    if (document == NULL)
        return;
    g_ptr_array_unref(document->intro_notes);
    g_ptr_array_unref(document->page_notes);
    letter_body_free(document->intro);
    g_ptr_array_unref(document->updates);
    letter_body_free(document->sign);
    letter_body_free(document->about);
    g_ptr_array_unref(document->sections);
    letter_body_free(document->postscript);
    letter_body_free(document->body);
    g_free(document);
}
