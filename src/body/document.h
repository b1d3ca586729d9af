/*
 * document.h - every Markdown text of a letter, parsed, with its notes in one
 * series.
 *
 * The order of the series is that of the page: body, postscript, sections,
 * about, how to sign, updates; the covering note of the email comes last, so
 * that a note has one number in every format.
 */
#ifndef LETTER_BODY_DOCUMENT_H
#define LETTER_BODY_DOCUMENT_H

#include "body/body.h"
#include "model/letter.h"

typedef struct LetterDocument {
    LetterBody *body;       /* never NULL */
    LetterBody *postscript; /* NULL where absent, as all below */
    GPtrArray *sections;    /* of LetterBody, one for each letter->sections; never NULL */
    LetterBody *about;
    LetterBody *sign;
    GPtrArray *updates; /* of LetterBody, one for each letter->updates; never NULL */
    LetterBody *intro;
    GPtrArray *page_notes;  /* of LetterNote, by number: all but the intro's */
    GPtrArray *intro_notes; /* of LetterNote, by number */
} LetterDocument;

/* One document at a time lives on a thread; the letter outlives it. */
LetterDocument *letter_document_parse(const Letter *letter, const LetterBodyOptions *options,
                                      LetterDiagnostics *diagnostics);
void letter_document_free(LetterDocument *document);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(LetterDocument, letter_document_free)

#endif
