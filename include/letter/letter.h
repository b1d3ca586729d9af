/*
 * letter/letter.h - a letter: read from a source, then never changed.
 *
 * The format is letter(5).
 */
#ifndef LETTER_LETTER_PUBLIC_H
#define LETTER_LETTER_PUBLIC_H

#include <letter/diagnostics.h>
#include <letter/source.h>

G_BEGIN_DECLS

typedef struct Letter Letter;

/**
 * letter_parse:
 * @source: the whole letter; a reference is taken
 * @diagnostics: every fault of its author is added
 *
 * Reads a letter.  It is read alone: a `source` of signatories is not opened,
 * and is a fault here.  Where an error was found the letter is still returned, for
 * tools that look at what there is, but it must not be rendered.
 *
 * Returns: (transfer full): the letter
 */
Letter *letter_parse(LetterSource *source, LetterDiagnostics *diagnostics);

/**
 * letter_parse_in_folder:
 * @source: the whole letter; a reference is taken
 * @folder: the path of the folder that the letter's own paths begin in
 * @diagnostics: every fault of its author is added
 *
 * letter_parse() for a letter with sources of signatories, which are read too.
 * Nothing outside the folder is opened.
 *
 * Returns: (transfer full): the letter
 */
Letter *letter_parse_in_folder(LetterSource *source, const char *folder,
                               LetterDiagnostics *diagnostics);

void letter_free(Letter *letter);

/**
 * letter_get_title:
 *
 * Returns: (nullable): the title, owned by the letter; NULL where it is missing
 */
const char *letter_get_title(const Letter *letter);

/**
 * letter_get_slug:
 *
 * Returns: (nullable): the name of the output files without an extension
 */
const char *letter_get_slug(const Letter *letter);

/**
 * letter_get_lang:
 *
 * Returns: the language tag (BCP 47), owned by the letter
 */
const char *letter_get_lang(const Letter *letter);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(Letter, letter_free)

G_END_DECLS

#endif
