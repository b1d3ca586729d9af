/*
 * front_matter.c - find the YAML head and the Markdown body of a letter.
 *
 * A letter opens with a fence line, a YAML head and a second fence line; all
 * after that is the body.  Only the borders are found here: yaml.c reads the
 * head, the body room its Markdown.  Format: letter(5), "Front matter".
 */
#include "front/front_matter.h"

#include <string.h>

#include "front/encoding.h"

static gsize skip_byte_order_mark(const LetterSource *source)
{
    return source->size >= 3 && memcmp(source->data, "\xEF\xBB\xBF", 3) == 0 ? 3 : 0;
}

gboolean letter_front_matter_check_encoding(const LetterSource *source,
                                            LetterDiagnostics *diagnostics)
{
    return letter_encoding_check(source, (LetterSpan){ 0, source->size }, diagnostics);
}

/* Blanks after the hyphens are allowed: editors leave them behind. */
static gboolean is_fence(LetterSlice line)
{
    return letter_slice_equals(letter_slice_trim_end(line), "---");
}

static gboolean find_borders(const LetterSource *source, LetterDiagnostics *diagnostics,
                             LetterFrontMatter *split)
{
    gsize start = skip_byte_order_mark(source);
    LetterLines lines = letter_source_lines(source, (LetterSpan){ start, source->size });
    LetterSpan opening = { start, start };
    gsize head;

    if (!letter_lines_at_end(&lines))
        opening = letter_lines_next(&lines);
    if (!is_fence(letter_source_slice(source, opening)))
        return letter_diagnostics_add(diagnostics, LETTER_RULE_HEAD_MISSING, source, opening);

    head = lines.next;
    while (!letter_lines_at_end(&lines)) {
        LetterSpan line = letter_lines_next(&lines);

        if (is_fence(letter_source_slice(source, line))) {
            split->head = (LetterSpan){ head, line.start };
            split->body = (LetterSpan){ lines.next, source->size };
            return TRUE;
        }
    }

    /* Point at the fence that was opened, not at the end of the file. */
    return letter_diagnostics_add(diagnostics, LETTER_RULE_HEAD_OPEN, source, opening);
}

gboolean letter_front_matter_split(const LetterSource *source, LetterDiagnostics *diagnostics,
                                   LetterFrontMatter *split)
{
    gboolean valid = letter_front_matter_check_encoding(source, diagnostics);

    return find_borders(source, diagnostics, split) && valid;
}
