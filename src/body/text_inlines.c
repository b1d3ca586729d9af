/*
 * text_inlines.c - the words of a block as plain text.
 *
 * Emphasis is typed as people type it, _so_ and *so*, but not where a mark
 * would stand within a word, beside another or around an address.
 */
#include "body/text_inlines.h"

#include <string.h>

#include "text/unsafe.h"

#define NOT_MARKED G_MAXSIZE

typedef void (*Adder)(LetterTextInlines *inlines, cmark_node *node, gboolean is_entering);

void letter_text_inlines_init(LetterTextInlines *inlines, LetterReferences *references)
{
    *inlines = (LetterTextInlines){
        .references = references,
        .text = g_string_new(NULL),
        .starts = g_array_new(FALSE, FALSE, sizeof(gsize)),
    };
}

void letter_text_inlines_clear(LetterTextInlines *inlines)
{
    g_string_free(inlines->text, TRUE);
    g_array_unref(inlines->starts);
}

void letter_text_inlines_begin(LetterTextInlines *inlines, gboolean is_marking)
{
    g_string_truncate(inlines->text, 0);
    g_array_set_size(inlines->starts, 0);
    inlines->is_marking = is_marking;
    inlines->in_picture = FALSE;
}

/* A line feed in a text, written as a reference (&#10;), ends no line. */
static void add_words(GString *text, const char *words)
{
    gsize from = text->len;

    g_string_append(text, words);
    for (char *at = text->str + from; (at = strchr(at, '\n')) != NULL;)
        *at = ' ';
}

static void add_text(LetterTextInlines *inlines, cmark_node *node, gboolean is_entering)
{
    (void)is_entering;
    add_words(inlines->text, cmark_node_get_literal(node));
}

static gunichar last_character(const GString *text)
{
    return text->len == 0 ? 0
                          : g_utf8_get_char_validated(g_utf8_prev_char(text->str + text->len), -1);
}

/* The character that follows a node, 0 where another kind of node does. */
static gunichar next_character(cmark_node *node)
{
    cmark_node *next = cmark_node_next(node);

    if (next == NULL || cmark_node_get_type(next) != CMARK_NODE_TEXT)
        return 0;
    return g_utf8_get_char_validated(cmark_node_get_literal(next), -1);
}

/* Chinese and Japanese, which have no blanks between words. */
static gboolean is_unspaced(gunichar character)
{
    return character < 0x1F000 && g_unichar_iswide(character) &&
           g_unichar_get_script(character) != G_UNICODE_SCRIPT_HANGUL;
}

static void add_soft_break(LetterTextInlines *inlines, cmark_node *node, gboolean is_entering)
{
    (void)is_entering;
    if (!is_unspaced(last_character(inlines->text)) || !is_unspaced(next_character(node)))
        g_string_append_c(inlines->text, ' ');
}

static void add_line_break(LetterTextInlines *inlines, cmark_node *node, gboolean is_entering)
{
    (void)node, (void)is_entering;
    g_string_append_c(inlines->text, inlines->in_picture ? ' ' : '\n');
}

static void add_note_mark(LetterTextInlines *inlines, cmark_node *node, gboolean is_entering)
{
    const LetterNoteMark *mark = letter_tree_note_mark(node);

    if (mark != NULL && is_entering)
        g_string_append_printf(inlines->text, "[%u]", mark->note->number);
}

static void push_start(LetterTextInlines *inlines, gsize start)
{
    g_array_append_val(inlines->starts, start);
}

static gsize pop_start(LetterTextInlines *inlines)
{
    guint last = inlines->starts->len - 1;
    gsize start = g_array_index(inlines->starts, gsize, last);

    g_array_set_size(inlines->starts, last);
    return start;
}

/* Whether what follows an emphasis lets its mark be told from a word's own. */
static gboolean may_end_before_next(cmark_node *node)
{
    cmark_node *next = cmark_node_next(node);

    if (next == NULL)
        return TRUE;
    switch (cmark_node_get_type(next)) {
    case CMARK_NODE_TEXT:
        return !g_unichar_isalnum(next_character(node));
    case CMARK_NODE_SOFTBREAK:
    case CMARK_NODE_LINEBREAK:
    case CMARK_NODE_CUSTOM_INLINE:
        return TRUE;
    default:
        return FALSE;
    }
}

static gboolean is_worth_marks(const char *words, char mark)
{
    gsize size = strlen(words);

    return size > 0 && !g_ascii_isspace(words[0]) && !g_ascii_isspace(words[size - 1]) &&
           strchr(words, mark) == NULL && strchr(words, '@') == NULL &&
           strstr(words, "://") == NULL;
}

/* Only the outermost emphasis is marked, so that its words are looked at and
   moved but once. */
static void add_emphasis(LetterTextInlines *inlines, cmark_node *node, gboolean is_entering)
{
    char mark = cmark_node_get_type(node) == CMARK_NODE_EMPH ? '_' : '*';
    gsize start;

    if (is_entering) {
        gboolean is_free = inlines->is_marking && !inlines->in_picture &&
                           !g_unichar_isalnum(last_character(inlines->text)) &&
                           may_end_before_next(node);

        push_start(inlines, is_free ? inlines->text->len : NOT_MARKED);
        if (is_free)
            inlines->is_marking = FALSE;
        return;
    }
    start = pop_start(inlines);
    if (start == NOT_MARKED)
        return;
    inlines->is_marking = TRUE;
    if (is_worth_marks(inlines->text->str + start, mark)) {
        g_string_insert_c(inlines->text, (gssize)start, mark);
        g_string_append_c(inlines->text, mark);
    }
}

/* As one word, which nothing in it can end. */
static char *make_address(const char *typed)
{
    GString *address = g_string_new(NULL);

    for (const char *at = typed; *at != '\0';) {
        gsize encoded = *at == ' ' || *at == '\t' || *at == '\n' ? 1 : letter_unsafe_size(at);

        if (encoded == 0)
            g_string_append_c(address, *at++);
        for (; encoded > 0; encoded--, at++)
            g_string_append_printf(address, "%%%02X", (guchar)*at);
    }
    return g_string_free(address, FALSE);
}

/* The digits of a telephone number, however they are grouped. */
static gboolean has_same_digits(const char *number, const char *words)
{
    while (*number != '\0' || *words != '\0') {
        if (*number != '\0' && !g_ascii_isdigit(*number))
            number++;
        else if (*words != '\0' && !g_ascii_isdigit(*words))
            words++;
        else if (*number++ != *words++)
            return FALSE;
    }
    return TRUE;
}

/* Whether the words of a link tell its address. */
static gboolean tells_address(const char *words, const char *address)
{
    if (g_str_has_prefix(address, "tel:"))
        return has_same_digits(address, words);
    if (g_str_has_prefix(address, "mailto:") && g_str_equal(words, address + strlen("mailto:")))
        return TRUE;
    return *address == '\0' || *address == '#' || g_str_equal(words, address);
}

static void add_link(LetterTextInlines *inlines, cmark_node *node, gboolean is_entering)
{
    const char *typed = cmark_node_get_url(node);
    g_autofree char *address = NULL;
    gsize start;

    if (is_entering) {
        push_start(inlines, inlines->text->len);
        return;
    }
    start = pop_start(inlines);
    if (inlines->in_picture || tells_address(inlines->text->str + start, typed))
        return;
    address = make_address(typed);
    if (start == inlines->text->len)
        g_string_append(inlines->text, address);
    else
        g_string_append_printf(inlines->text, " [%u]",
                               letter_references_add(inlines->references, address));
}

/* A picture is told by the words within it.  Pictures within those are too. */
static void add_picture(LetterTextInlines *inlines, cmark_node *node, gboolean is_entering)
{
    if (is_entering) {
        push_start(inlines, inlines->in_picture ? NOT_MARKED : inlines->text->len);
        inlines->in_picture = TRUE;
    } else {
        inlines->in_picture = pop_start(inlines) == NOT_MARKED;
    }
    (void)node;
}

static const Adder adders[] = {
    [CMARK_NODE_TEXT] = add_text,
    [CMARK_NODE_SOFTBREAK] = add_soft_break,
    [CMARK_NODE_LINEBREAK] = add_line_break,
    [CMARK_NODE_CODE] = add_text,
    [CMARK_NODE_CUSTOM_INLINE] = add_note_mark,
    [CMARK_NODE_EMPH] = add_emphasis,
    [CMARK_NODE_STRONG] = add_emphasis,
    [CMARK_NODE_LINK] = add_link,
    [CMARK_NODE_IMAGE] = add_picture,
};

void letter_text_inlines_add(LetterTextInlines *inlines, cmark_node *node, gboolean is_entering)
{
    Adder add = adders[cmark_node_get_type(node)];

    if (add != NULL)
        add(inlines, node, is_entering);
}
