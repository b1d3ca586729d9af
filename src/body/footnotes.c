/*
 * footnotes.c - rewrite a text so that cmark can read its footnotes.
 *
 * The text is read line by line with as much of the block structure as tells
 * where a definition may begin and how far it goes: fences, lists, and lines
 * that end a paragraph.
 */
#define _GNU_SOURCE /* memmem */

#include "body/footnotes.h"

#include <string.h>

#include "body/derived.h"
#include "body/line.h"

/* A noncharacter, which no source of a letter may hold, and a number.  Between
   carets they are punctuation to cmark, as the brackets were. */
#define MARK_OPENING "^\uFDD0"
#define MARK_CLOSING '^'
#define NOTE_INDENT  4

typedef struct Reference {
    LetterSlice label;
    gsize start; /* of "[^" in the original */
} Reference;

struct LetterFootnotes {
    LetterSlice original;
    LetterDerived *copy;
    GArray *definitions; /* of LetterFootnoteDefinition */
    GArray *references;  /* of Reference */
    int lines;           /* ended in the copy */
};

/* What is known where a line begins. */
typedef struct State {
    LetterFence fence; /* open at the top level, or in the definition */
    guint item_width;  /* of a list at the top level; 0: none is open */
    gboolean in_definition;
    gboolean after_blank;
    gboolean in_paragraph; /* of the definition: a line may continue it lazily */
    gsize blanks;          /* in a definition: where blank lines before this one begin */
} State;

void letter_footnotes_free(LetterFootnotes *footnotes)
{
    if (footnotes == NULL)
        return;
    letter_derived_free(footnotes->copy);
    g_array_unref(footnotes->definitions);
    g_array_unref(footnotes->references);
    g_free(footnotes);
}

static void end_line(LetterFootnotes *footnotes, const LetterLine *line)
{
    letter_derived_copy(footnotes->copy, line->end, line->next);
    footnotes->lines++;
}

static gboolean is_label_character(gunichar character)
{
    return g_unichar_isalnum(character) || g_unichar_ismark(character) || character == '-' ||
           character == '_' || character == '.';
}

/* The offset after "[^label]" at @at; @at where there is none. */
static gsize skip_reference(LetterSlice text, gsize at, gsize end, LetterSlice *label)
{
    gsize start = at + 2, next = start;

    if (end - at < 4 || text.data[at] != '[' || text.data[at + 1] != '^')
        return at;
    while (next < end && text.data[next] != ']') {
        gunichar character = g_utf8_get_char_validated(text.data + next, (gssize)(end - next));

        if ((gint32)character < 0 || !is_label_character(character))
            return at;
        next += (gsize)g_unichar_to_utf8(character, NULL);
    }
    if (next == end || next == start)
        return at;
    *label = (LetterSlice){ text.data + start, next - start };
    return next + 1;
}

/* The next "[^" between @at and @end; @end where there is none. */
static gsize find_opening(LetterSlice text, gsize at, gsize end)
{
    while (at < end) {
        const char *bracket = memchr(text.data + at, '[', end - at);

        if (bracket == NULL)
            return end;
        at = (gsize)(bracket - text.data) + 1;
        if (at < end && text.data[at] == '^')
            return at - 1;
    }
    return end;
}

static gboolean is_escaped(LetterSlice text, gsize line, gsize at)
{
    gsize first = at;

    while (first > line && text.data[first - 1] == '\\')
        first--;
    return (at - first) % 2 == 1;
}

/* Copies a stretch of a line with its references made marks. */
static void copy_marked(LetterFootnotes *footnotes, gsize from, gsize to)
{
    LetterSlice text = footnotes->original;
    gsize at = from, done = from;

    while (at < to) {
        Reference reference;
        char number[32];
        gsize end;

        reference.start = find_opening(text, at, to);
        if (reference.start == to)
            break;
        end = skip_reference(text, reference.start, to, &reference.label);
        at = reference.start + 2;
        if (end == reference.start || is_escaped(text, from, reference.start))
            continue;
        letter_derived_copy(footnotes->copy, done, reference.start);
        g_snprintf(number, sizeof number, MARK_OPENING "%u%c", footnotes->references->len,
                   MARK_CLOSING);
        letter_derived_insert(footnotes->copy, reference.start, number);
        g_array_append_val(footnotes->references, reference);
        at = done = end;
    }
    letter_derived_copy(footnotes->copy, done, to);
}

static void copy_line(LetterFootnotes *footnotes, const LetterLine *line)
{
    copy_marked(footnotes, line->start, line->end);
    end_line(footnotes, line);
}

/* Copies a line of a definition less its indentation, as one of the quote. */
static void copy_quoted(LetterFootnotes *footnotes, const LetterLine *line)
{
    g_autofree char *indent = g_strnfill(line->indent - NOTE_INDENT, ' ');

    letter_derived_insert(footnotes->copy, line->start, "> ");
    letter_derived_insert(footnotes->copy, line->start, indent);
    copy_marked(footnotes, line->first, line->end);
    end_line(footnotes, line);
}

static void copy_blank_lines(LetterFootnotes *footnotes, gsize from, gsize to, const char *prefix)
{
    while (from < to) {
        LetterLine line = letter_line_at(footnotes->original, from);

        letter_derived_insert(footnotes->copy, from, prefix);
        letter_derived_copy(footnotes->copy, line.end, line.next);
        footnotes->lines++;
        from = line.next;
    }
}

static void insert_blank_line(LetterFootnotes *footnotes, gsize at)
{
    const GString *text = footnotes->copy->text;

    /* After a lone CR, an LF would only make it a CRLF. */
    letter_derived_insert(footnotes->copy, at,
                          text->len > 0 && text->str[text->len - 1] == '\r' ? "\r" : "\n");
    footnotes->lines++;
}

/* Whether the line begins a definition; the offset after its colon. */
static gboolean find_definition(LetterSlice text, const LetterLine *line, LetterSlice *label,
                                gsize *end)
{
    gsize after = skip_reference(text, line->start, line->end, label);

    if (after == line->start || after == line->end || text.data[after] != ':')
        return FALSE;
    *end = after + 1;
    return TRUE;
}

/* Follows what the definition's own lines open and close. */
static void follow_definition(State *state, LetterSlice text, LetterLine line)
{
    gboolean was_open = letter_fence_is_open(&state->fence);

    letter_fence_follow(&state->fence, text, &line);
    state->in_paragraph = !was_open && !letter_fence_is_open(&state->fence) &&
                          line.first < line.end && !letter_line_is_heading_or_break(text, &line) &&
                          !(state->after_blank && line.indent >= LETTER_CODE_INDENT);
    state->after_blank = FALSE;
}

static void begin_definition(LetterFootnotes *footnotes, State *state, const LetterLine *line,
                             LetterSlice label, gsize end)
{
    LetterFootnoteDefinition definition = { label, { line->start, end }, 0 };
    LetterLine rest = *line;

    insert_blank_line(footnotes, line->start);
    definition.line = footnotes->lines + 1;
    g_array_append_val(footnotes->definitions, definition);
    while (end < line->end && g_ascii_isspace(footnotes->original.data[end]))
        end++;
    letter_derived_insert(footnotes->copy, line->start, "> ");
    copy_marked(footnotes, end, line->end);
    end_line(footnotes, line);

    *state = (State){ .in_definition = TRUE, .blanks = line->next };
    rest.start = rest.first = end;
    rest.indent = 0;
    follow_definition(state, footnotes->original, rest);
}

/* Copies a line that belongs to the open definition; FALSE where it ends it. */
static gboolean continue_definition(LetterFootnotes *footnotes, State *state,
                                    const LetterLine *line)
{
    LetterSlice text = footnotes->original;
    LetterLine dedented = *line;

    if (line->indent >= NOTE_INDENT) {
        copy_blank_lines(footnotes, state->blanks, line->start, ">");
        copy_quoted(footnotes, line);
        dedented.indent -= NOTE_INDENT;
        follow_definition(state, text, dedented);
    } else if (!state->after_blank && state->in_paragraph && !letter_line_interrupts(text, line)) {
        copy_line(footnotes, line);
    } else {
        return FALSE;
    }
    state->blanks = line->next;
    return TRUE;
}

static void end_definition(LetterFootnotes *footnotes, State *state, gsize at)
{
    insert_blank_line(footnotes, state->blanks);
    copy_blank_lines(footnotes, state->blanks, at, "");
    *state = (State){ .after_blank = TRUE };
}

/* Follows fences and lists at the top level. */
static void follow_text(State *state, LetterSlice text, const LetterLine *line)
{
    guint item_width = letter_line_item_width(text, line);

    if (line->first == line->end || line->indent >= LETTER_CODE_INDENT ||
        (state->item_width > 0 && line->indent >= state->item_width))
        return;
    if (item_width > 0) {
        state->item_width = item_width;
        return;
    }
    letter_fence_follow(&state->fence, text, line);
    if (state->after_blank || letter_line_interrupts(text, line))
        state->item_width = 0;
}

static void read_text_line(LetterFootnotes *footnotes, State *state, const LetterLine *line)
{
    LetterSlice text = footnotes->original, label;
    gsize end;

    if (letter_fence_is_open(&state->fence)) {
        letter_fence_follow(&state->fence, text, line);
        letter_derived_copy(footnotes->copy, line->start, line->end);
        end_line(footnotes, line);
        return;
    }
    if (find_definition(text, line, &label, &end)) {
        begin_definition(footnotes, state, line, label, end);
        return;
    }
    follow_text(state, text, line);
    state->after_blank = line->first == line->end;
    copy_line(footnotes, line);
}

static void read_line(LetterFootnotes *footnotes, State *state, const LetterLine *line)
{
    LetterSlice label;
    gsize end;

    if (state->in_definition && line->first == line->end) {
        state->after_blank = TRUE;
        return;
    }
    if (state->in_definition) {
        if (!find_definition(footnotes->original, line, &label, &end) &&
            continue_definition(footnotes, state, line))
            return;
        end_definition(footnotes, state, line->start);
    }
    read_text_line(footnotes, state, line);
}

LetterFootnotes *letter_footnotes_rewrite(LetterSlice text)
{
    LetterFootnotes *footnotes;
    State state = { .after_blank = TRUE };
    gsize at = 0;

    if (find_opening(text, 0, text.size) == text.size)
        return NULL;
    footnotes = g_new0(LetterFootnotes, 1);
    footnotes->original = text;
    footnotes->copy = letter_derived_new(text);
    footnotes->definitions = g_array_new(FALSE, FALSE, sizeof(LetterFootnoteDefinition));
    footnotes->references = g_array_new(FALSE, FALSE, sizeof(Reference));
    while (at < text.size) {
        LetterLine line = letter_line_at(text, at);

        read_line(footnotes, &state, &line);
        at = line.next;
    }
    return footnotes;
}

LetterSlice letter_footnotes_text(const LetterFootnotes *footnotes)
{
    return letter_derived_slice(footnotes->copy);
}

const LetterOffsetMap *letter_footnotes_map(const LetterFootnotes *footnotes)
{
    return footnotes->copy->map;
}

const GArray *letter_footnotes_definitions(const LetterFootnotes *footnotes)
{
    return footnotes->definitions;
}

gboolean letter_footnotes_find(const LetterFootnotes *footnotes, LetterSlice literal, gsize from,
                               LetterFootnoteMark *mark)
{
    while (from < literal.size) {
        const char *start =
            memmem(literal.data + from, literal.size - from, MARK_OPENING, strlen(MARK_OPENING));
        char *end;
        guint64 index;

        if (start == NULL)
            return FALSE;
        mark->start = (gsize)(start - literal.data);
        from = mark->start + strlen(MARK_OPENING);
        index = g_ascii_strtoull(literal.data + from, &end, 10);
        if (g_ascii_isdigit(literal.data[from]) && *end == MARK_CLOSING &&
            index < footnotes->references->len) {
            const Reference *reference =
                &g_array_index(footnotes->references, Reference, (guint)index);

            mark->end = (gsize)(end + 1 - literal.data);
            mark->label = reference->label;
            mark->span.start = reference->start;
            mark->span.end = reference->start + reference->label.size + strlen("[^]");
            return TRUE;
        }
    }
    return FALSE;
}

char *letter_footnotes_restore(const LetterFootnotes *footnotes, const char *literal)
{
    LetterSlice text = letter_slice(literal);
    LetterFootnoteMark mark;
    GString *restored = NULL;
    gsize done = 0;

    while (letter_footnotes_find(footnotes, text, done, &mark)) {
        if (restored == NULL)
            restored = g_string_sized_new(text.size);
        g_string_append_len(restored, literal + done, (gssize)(mark.start - done));
        g_string_append_len(restored, footnotes->original.data + mark.span.start,
                            (gssize)(mark.span.end - mark.span.start));
        done = mark.end;
    }
    if (restored == NULL)
        return NULL;
    g_string_append(restored, literal + done);
    return g_string_free(restored, FALSE);
}
