/*
 * mustache.h - templates: compiled once, rendered many times.
 *
 * Mustache as its specification 1.4 has it: comments, delimiters,
 * interpolation, sections, inverted sections, partials, inheritance.  With a
 * schema, names and types are checked when a template is compiled; without
 * one, what is not found is empty.  In text templates the sections `wrap`, `hang`
 * (the same, further lines indented by two), `upper`, `underline` and
 * `underline_double` lay out what is in them.
 *
 * Compiled templates are constant and may be rendered by several threads.
 */
#ifndef LETTER_TEMPLATE_MUSTACHE_H
#define LETTER_TEMPLATE_MUSTACHE_H

#include "base/diagnostics.h"
#include "template/datum.h"
#include "template/escape.h"
#include "text/wrap.h"

/* Partials, blocks and parents within each other; sections within one file. */
#define LETTER_TEMPLATE_MAX_DEPTH 16

typedef struct LetterTemplate LetterTemplate;
typedef struct LetterTemplates LetterTemplates;

/* The file of that name, a plain one such as "letter.html": a new reference;
   NULL where there is none, or where a finding says why it cannot be read. */
typedef LetterSource *(*LetterTemplateLoad)(gconstpointer data, const char *name,
                                            LetterDiagnostics *diagnostics);

/* @schema may be NULL.  A partial `{{>head}}` of letter.html is the file
   head.html. */
LetterTemplates *letter_templates_new(const LetterSchema *schema, LetterTemplateLoad load,
                                      gconstpointer data);
void letter_templates_free(LetterTemplates *templates);

/* Compiles a file and its partials.  NULL where there is no such file or where
   findings were added.  A name that ends in ".txt" is a text template. */
const LetterTemplate *letter_templates_compile(LetterTemplates *templates, const char *name,
                                               LetterDiagnostics *diagnostics);

typedef struct LetterTemplateRun {
    const LetterLayout *layout; /* of `wrap`; NULL for HTML */
    gsize limit;                /* bytes of output, each step counting as one; 0: no limit */
} LetterTemplateRun;

/* FALSE where a limit was met, which is added to @diagnostics; output may have
   begun then.  A sink that fails keeps that for letter_sink_finish(). */
gboolean letter_template_render(const LetterTemplate *compiled, const LetterDatum *view,
                                const LetterTemplateRun *run, LetterSink *sink,
                                LetterDiagnostics *diagnostics);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(LetterTemplates, letter_templates_free)

#endif
