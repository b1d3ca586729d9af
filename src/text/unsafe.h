/*
 * unsafe.h - characters that no output holds, wherever they came from.
 *
 * Sources are searched for them before they are read, but Markdown and HTML
 * can bring them as references (&#7; &#x202E;), so who writes leaves them out.
 */
#ifndef LETTER_TEXT_UNSAFE_H
#define LETTER_TEXT_UNSAFE_H

#include <glib.h>

/*
 * The bytes of the character at @at where it is unsafe, else 0: a control
 * character but tab and line feed, a line or paragraph separator, a bidi
 * override, embedding or isolate, a byte order mark, a noncharacter.  @at is
 * in valid UTF-8, of which at least a whole character is left; but the bytes
 * FE and FF, which cmark writes for U+FFFE and U+FFFF, are unsafe as well.
 */
gsize letter_unsafe_size(const char *at);

/* How many bytes of a character, from the first, tell whether it is unsafe. */
extern const guint8 letter_unsafe_leads[256];

/* Whether an unsafe character may begin with @byte; true for few of prose. */
static inline gboolean letter_unsafe_may_begin(guchar byte)
{
    return letter_unsafe_leads[byte] > 0;
}

#endif
