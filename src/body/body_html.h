/*
 * body_html.h - a parsed text as HTML, for a page, a fragment or a message.
 *
 * Escaped throughout; addresses outside the allow-list were findings of the
 * parse and are written as text.  HTML Living Standard, section 13.1.
 */
#ifndef LETTER_BODY_BODY_HTML_H
#define LETTER_BODY_BODY_HTML_H

#include "base/sink.h"
#include "body/body.h"

/* Where a picture is found by who reads the HTML. */
typedef struct LetterPictureAddress {
    char *address;       /* a path, data: or cid:; freed by the caller */
    guint width, height; /* pixels; 0: unknown */
} LetterPictureAddress;

/* What differs between the page, the fragment and the message.  Functions may
   be NULL: no styles, addresses as typed. */
typedef struct LetterHtmlDialect {
    /* Declarations for style="" of a role, owned by @data; NULL for none.  Roles
       are "p", "h1" to "h6", "quote", "ul", "ol", "li", "pre", "code" (within a
       line), "hr", "link", "figure", "picture", "caption", "note-mark" and
       "back-link". */
    const char *(*style)(gconstpointer data, const char *role);
    LetterPictureAddress (*picture)(gconstpointer data, const char *src);
    /* A link's address as it must be written there (a fragment of a CMS page,
       an absolute address in a message); freed by the caller. */
    char *(*link)(gconstpointer data, const char *address);
    gconstpointer data;
    const char *id_prefix;  /* before every id, "" for a page */
    guint heading_base;     /* what the highest heading of the text becomes: 2 for <h2> */
    const char *back_label; /* accessible name of a back link, "Back to the text" */
} LetterHtmlDialect;

void letter_body_render_html(const LetterBody *body, const LetterHtmlDialect *dialect,
                             LetterSink *sink);

/* The content of a note: what goes into its <li>, with its back links at the
   end of its last paragraph.  References have the ids PREFIXfnref-N, further
   ones PREFIXfnref-N-2; the <li> is to have PREFIXfn-N. */
void letter_note_render_html(const LetterNote *note, const LetterHtmlDialect *dialect,
                             LetterSink *sink);

#endif
