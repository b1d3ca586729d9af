/*
 * hostile_test.c - messages with 2,000 random names and subjects keep the
 * limits of a message, line by line.
 */
#include <string.h>

#include "mail/message.h"

#define ROUNDS 2000
#define SEED   20231121

/* Pieces of what strangers type, and of what they try. */
static const char *const pieces[] = {
    "a",
    "Ann",
    "Lee",
    " ",
    "  ",
    ",",
    ";",
    ":",
    "<",
    ">",
    "@",
    "\"",
    "\\",
    "(",
    ")",
    "[",
    "]",
    ".",
    "=",
    "?",
    "=?",
    "?=",
    "=?utf-8?Q?x?=",
    "=?utf-8?B?YWE=?=",
    "\r\nBcc: x@y.example",
    "\n",
    "\r",
    "\t",
    "\x01",
    "\x1B[31m",
    "\x7F",
    "\xC2\x9B",
    "\xFF",
    "\xC3",
    "\u2028",
    "\u202E",
    "\u200F",
    "ü",
    "e\xCC\x81",
    "Ж",
    "名",
    "अ",
    "ع",
    "ש",
    "ไ",
    "\U0001F469\u200D\U0001F52C",
    "\U00020000",
    "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx",
    "_",
    "-- ",
    "From ",
    "--=_letterctl-",
    "undisclosed-recipients:;",
    ">, <evil@x.example",
};

static char *make_text(GRand *random)
{
    GString *text = g_string_new(NULL);
    gint32 count = g_rand_int_range(random, 0, g_rand_boolean(random) ? 6 : 60);

    for (gint32 i = 0; i < count; i++)
        g_string_append(text, pieces[g_rand_int_range(random, 0, G_N_ELEMENTS(pieces))]);
    return g_string_free(text, FALSE);
}

/* A long line holds one token alone, which no fold can make shorter. */
static void check_line(const char *line, gsize size, gboolean is_header)
{
    g_autofree char *text = g_strndup(line, size);
    gboolean is_one_token = size > 0 && strchr(text + 1, ' ') == NULL;

    g_assert_cmpuint(size, <=, 998);
    g_assert_null(memchr(line, '\r', size));
    for (gsize at = 0; at < size; at++)
        g_assert_true(g_ascii_isprint(line[at]));
    g_assert_true(size <= 76 || (is_header && is_one_token));
    if (is_header && size > 0)
        g_assert_true(strspn(text, " ") < size);
}

static void check_message(const char *text, gsize size)
{
    const char *header_end = strstr(text, "\r\n\r\n");
    const char *line = text;

    g_assert_nonnull(header_end);
    while (line < text + size) {
        const char *end = strstr(line, "\r\n");

        g_assert_nonnull(end);
        g_assert_null(memchr(line, '\n', (gsize)(end - line)));
        check_line(line, (gsize)(end - line), line < header_end);
        line = end + 2;
    }
}

static guint count_fields(const char *text)
{
    guint count = 0;

    for (const char *line = text; !g_str_has_prefix(line, "\r\n"); line = strstr(line, "\r\n") + 2)
        count += line[0] != ' ';
    return count;
}

static guint count_of(const char *text, const char *part)
{
    guint count = 0;

    for (const char *at = strstr(text, part); at != NULL; at = strstr(at + 1, part))
        count++;
    return count;
}

static gboolean round_trip(GRand *random)
{
    g_autoptr(LetterMessage) message = letter_message_new();
    g_autofree char *subject = make_text(random);
    g_autofree char *from = make_text(random);
    g_autofree char *to = make_text(random);
    g_autofree char *body = make_text(random);
    g_autoptr(GString) found = g_string_new(NULL);
    g_autoptr(LetterSink) sink = letter_sink_new_for_string(found);
    gboolean is_clean =
        letter_field_is_text(subject) && letter_field_is_text(from) && letter_field_is_text(to);

    letter_message_add_mailbox(message, message->from, from, "a@b.example");
    letter_message_add_mailbox(message, message->to, to, "c@d.example");
    letter_message_add_mailbox(message, message->to, NULL, "e@f.example");
    message->subject = subject;
    message->text = g_bytes_new(body, strlen(body));
    message->html = g_bytes_new(body, strlen(body));
    g_assert_cmpint(letter_message_write(message, LETTER_NEWLINE_CRLF, sink, NULL), ==, is_clean);
    if (!is_clean) {
        g_assert_cmpuint(found->len, ==, 0);
        return FALSE;
    }
    check_message(found->str, found->len);
    g_assert_cmpuint(count_fields(found->str), ==, 5);
    g_assert_cmpuint(count_of(found->str, "\r\n--=_letterctl-"), ==, 3);
    return TRUE;
}

static void test_limits_hold(void)
{
    g_autoptr(GRand) random = g_rand_new_with_seed(SEED);
    guint written = 0;

    g_test_message("seed %d", SEED);
    while (written < ROUNDS)
        written += round_trip(random) ? 1 : 0;
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/mail/hostile/limits", test_limits_hold);
    return g_test_run();
}
