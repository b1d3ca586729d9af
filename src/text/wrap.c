/*
 * wrap.c - lines no wider than so many columns.
 *
 * Lines are filled greedily, each with as many pieces as it holds, in one pass
 * over the text.
 */
#include "text/wrap.h"

#include <string.h>

#include "text/line_break.h"
#include "text/unsafe.h"

/* A tab of fixed text leads to the next column that this divides. */
#define TAB_WIDTH 4

/* What a character takes in UTF-8, at most. */
#define MAX_BYTES 4

/* The lines of one call; each line's end is written before the next line. */
typedef struct Lines {
    LetterSink *sink;
    const char *prefix; /* of the next line */
    const char *rest;   /* of those after it */
    guint width;        /* columns that all lines have, prefix included */
    gboolean flows;
    const char *end; /* of the line written last; NULL at first */
} Lines;

/* The line that is being filled. */
typedef struct Line {
    const char *start; /* NULL: nothing on it */
    const char *end;
    guint width;
    gboolean blank; /* one blank follows @end */
    LetterBreak after;
    /* The last good place to end it, NULL where there is none, what begins
       after that, and how wide the line is up to there. */
    const char *good_end;
    const char *good_next;
    guint good_width;
} Line;

/*
 * A hanging indent or an item's number would be torn into the middle of a line
 * that is flowed again; only quotes' marks are known to who does that (RFC
 * 3676 section 4.5).
 */
static gboolean can_flow(const char *rest)
{
    while (g_str_has_prefix(rest, "> "))
        rest += 2;
    return *rest == '\0';
}

static LetterSlice trim_blanks(const char *text)
{
    return letter_slice_trim_end(letter_slice(text));
}

static void write_line(Lines *lines, LetterSlice text, const char *end)
{
    if (lines->end != NULL)
        letter_sink_puts(lines->sink, lines->end);
    if (text.size > 0) {
        letter_sink_puts(lines->sink, lines->prefix);
        letter_sink_slice(lines->sink, text);
    } else {
        letter_sink_slice(lines->sink, trim_blanks(lines->prefix));
    }
    lines->prefix = lines->rest;
    lines->end = end;
}

/* The columns that the next line has for its text. */
static guint find_room(const Lines *lines)
{
    guint taken = letter_text_width(letter_slice(lines->prefix)) + (lines->flows ? 1 : 0);

    return lines->width > taken ? lines->width - taken : 1;
}

/* "-- " would be the line before a signature (RFC 3676 section 4.3). */
static gboolean may_end_softly(const Lines *lines, const char *end, const char *next,
                               LetterSlice text)
{
    return lines->flows && next > end && !letter_slice_equals(text, "--");
}

/* Ends the line at its last good place, or after its last piece where it has
   none or @after_last is good itself; what is left begins the next one. */
static void break_line(Lines *lines, Line *line)
{
    gboolean is_whole = line->after == LETTER_BREAK_GOOD || line->good_end == NULL;
    const char *end = is_whole ? line->end : line->good_end;
    const char *next = is_whole ? line->end + (line->blank ? 1 : 0) : line->good_next;
    LetterSlice text = { line->start, (gsize)(end - line->start) };

    write_line(lines, text, may_end_softly(lines, end, next, text) ? " \n" : "\n");
    if (is_whole) {
        *line = (Line){ 0 };
    } else {
        line->width -= line->good_width;
        line->start = next;
        line->good_end = NULL;
    }
}

static void add_piece(Line *line, const LetterPiece *piece)
{
    if (line->start == NULL) {
        line->start = piece->text.data;
    } else {
        guint gap = line->blank ? 1 : 0;

        if (line->after == LETTER_BREAK_GOOD) {
            line->good_end = line->end;
            line->good_next = piece->text.data;
            line->good_width = line->width + gap;
        }
        line->width += gap;
    }
    line->width += piece->width;
    line->end = piece->text.data + piece->text.size;
    line->blank = piece->blank;
    line->after = piece->after;
}

static gboolean ends_wide(LetterSlice text)
{
    const char *last = g_utf8_find_prev_char(text.data, text.data + text.size);

    return g_unichar_iswide(g_utf8_get_char(last));
}

/* A break within a word cannot flow: its line end is a hard one.  Only scripts
   without blanks have no better places. */
static void weaken(const Lines *lines, LetterPiece *piece)
{
    if (lines->flows && !piece->blank && piece->after == LETTER_BREAK_GOOD &&
        !ends_wide(piece->text))
        piece->after = LETTER_BREAK_POOR;
}

static void fill_lines(Lines *lines, LetterLocale *locale, LetterSlice text)
{
    LetterPieces pieces;
    LetterPiece piece;
    Line line = { 0 };
    guint room = find_room(lines);

    /* Most lines of lists need no look at where they may break. */
    if (text.size <= room * MAX_BYTES && letter_text_width(text) <= room) {
        write_line(lines, text, "\n");
        return;
    }
    letter_pieces_init(&pieces, locale, text);
    while (letter_pieces_next(&pieces, &piece)) {
        weaken(lines, &piece);
        while (line.start != NULL && line.width + (line.blank ? 1 : 0) + piece.width > room) {
            break_line(lines, &line);
            room = find_room(lines);
        }
        add_piece(&line, &piece);
    }
    letter_pieces_clear(&pieces);
    write_line(lines, (LetterSlice){ line.start, (gsize)(line.end - line.start) }, "\n");
}

static gboolean is_blank(char byte)
{
    return byte == ' ' || byte == '\t';
}

/* Whether the byte at @at can be copied together with those before it, as
   nearly all can: a blank too, between two others. */
static gboolean is_plain(const char *at, const char *start, const char *end)
{
    if (g_ascii_isgraph(*at))
        return TRUE;
    if (*at == ' ')
        return at > start && at + 1 < end && g_ascii_isgraph(at[1]);
    return (guchar)*at >= 0x80 && letter_unsafe_size(at) == 0;
}

static gboolean wants_blank(const GString *folded)
{
    char last = folded->len > 0 ? folded->str[folded->len - 1] : '\n';

    return last != ' ' && last != '\n';
}

static void drop_blank(GString *folded)
{
    if (folded->len > 0 && folded->str[folded->len - 1] == ' ')
        g_string_truncate(folded, folded->len - 1);
}

/* A copy of @text with single blanks, none beside a line end, and nothing
   unsafe. */
static GString *fold(LetterSlice text)
{
    GString *folded = g_string_sized_new(text.size + 1);
    const char *end = text.data + text.size;
    const char *at = text.data;

    while (at < end) {
        const char *start = at;

        while (at < end && is_plain(at, start, end))
            at++;
        g_string_append_len(folded, start, at - start);
        if (at == end)
            break;
        if (*at == '\n') {
            drop_blank(folded);
            g_string_append_c(folded, '\n');
            at++;
        } else if (is_blank(*at)) {
            if (wants_blank(folded))
                g_string_append_c(folded, ' ');
            at++;
        } else {
            at += letter_unsafe_size(at);
        }
    }
    drop_blank(folded);
    return folded;
}

static gboolean take_line(LetterSlice *text, LetterSlice *line)
{
    const char *found = memchr(text->data, '\n', text->size);

    if (found == NULL) {
        *line = *text;
        return FALSE;
    }
    *line = (LetterSlice){ text->data, (gsize)(found - text->data) };
    text->size -= line->size + 1;
    text->data = found + 1;
    return TRUE;
}

void letter_wrap(const LetterLayout *layout, LetterSlice text, const char *first, const char *rest,
                 LetterSink *sink)
{
    GString *folded = fold(text);
    LetterSlice left = { folded->str, folded->len };
    Lines lines = {
        .sink = sink,
        .prefix = first,
        .rest = rest,
        .width = layout->width,
        .flows = layout->flow == LETTER_FLOW_FLOWED && can_flow(rest),
    };
    gboolean has_more;

    do {
        LetterSlice line;

        has_more = take_line(&left, &line);
        fill_lines(&lines, layout->locale, line);
    } while (has_more);
    g_string_free(folded, TRUE);
}

/* A line with its tabs as blanks and without what is unsafe. */
static void lay_out(LetterSlice line, GString *laid_out)
{
    guint column = 0;

    g_string_truncate(laid_out, 0);
    for (const char *at = line.data; at < line.data + line.size;) {
        gsize size = letter_unsafe_size(at);

        if (size > 0) {
            at += size;
            continue;
        }
        size = *at == '\t' ? 1 : (gsize)(g_utf8_next_char(at) - at);
        if (*at == '\t') {
            guint blanks = TAB_WIDTH - column % TAB_WIDTH;

            g_string_append_printf(laid_out, "%*s", (int)blanks, "");
            column += blanks;
        } else {
            g_string_append_len(laid_out, at, (gssize)size);
            column++;
        }
        at += size;
    }
}

void letter_indent(LetterSlice text, const char *first, const char *rest, LetterSink *sink)
{
    GString *laid_out = g_string_new(NULL);
    Lines lines = { .sink = sink, .prefix = first, .rest = rest };
    gboolean has_more;

    do {
        LetterSlice line;

        has_more = take_line(&text, &line);
        lay_out(line, laid_out);
        write_line(&lines, letter_slice_trim_end((LetterSlice){ laid_out->str, laid_out->len }),
                   "\n");
    } while (has_more);
    g_string_free(laid_out, TRUE);
}
