/*
 * email_header.c - who a letter's message is from and for, and its other fields.
 */
#include "render/email_header.h"

#include "text/idna.h"

/* The header while it is filled in. */
typedef struct Header {
    LetterMessage *message;
    const Letter *letter;
    LetterDiagnostics *diagnostics;
} Header;

/* A tab is a blank to whoever typed it; a header field has none. */
static const char *keep_line(LetterMessage *message, const char *text)
{
    g_autofree char *line = g_strdup(text);

    return letter_message_keep(message, line != NULL ? g_strdelimit(line, "\t", ' ') : NULL);
}

/* The reader has checked the address, but only ICU knows whether its domain has
   an ASCII form. */
static void add_mailbox(Header *header, GArray *list, const char *name, const LetterText *address)
{
    g_autofree char *ascii = letter_address_to_ascii(address->text);

    if (ascii == NULL)
        letter_diagnostics_add_with(header->diagnostics, LETTER_RULE_ADDRESS_FORM,
                                    header->letter->source, address->span, address->text,
                                    "the name behind the '@' is no domain", NULL);
    else
        letter_message_add_mailbox(header->message, list, keep_line(header->message, name),
                                   address->text);
}

static void add_party(Header *header, GArray *list, const LetterParty *party)
{
    for (guint i = 0; party->emails != NULL && i < party->emails->len; i++)
        add_mailbox(header, list, party->name.text, &g_array_index(party->emails, LetterText, i));
}

static void add_parties(Header *header, GArray *list, const GArray *parties)
{
    for (guint i = 0; parties != NULL && i < parties->len; i++)
        add_party(header, list, &g_array_index(parties, LetterParty, i));
}

/* What the message's own settings say, else what the letter shows. */
static const GArray *first_given(const GArray *setting, const GArray *shown)
{
    return setting != NULL ? setting : shown;
}

static void fill_people(Header *header, LetterBcc bcc)
{
    const Letter *letter = header->letter;
    const LetterEmail *email = &letter->email;
    LetterMessage *message = header->message;
    gboolean has_recipients;

    if (letter->from.emails != NULL && letter->from.emails->len > 0)
        add_mailbox(header, message->from, letter->from.name.text,
                    &g_array_index(letter->from.emails, LetterText, 0));
    add_parties(header, message->reply_to, email->reply_to);
    add_parties(header, message->to, first_given(email->to, letter->addressees));
    add_parties(header, message->cc, first_given(email->cc, letter->cc));
    add_parties(header, message->bcc, email->bcc);

    has_recipients = message->to->len + message->cc->len > 0;
    message->is_undisclosed = !has_recipients && message->bcc->len > 0;
    if (message->from->len == 0)
        letter_diagnostics_add(header->diagnostics, LETTER_RULE_MESSAGE_NO_SENDER, letter->source,
                               letter->from.span);
    if (!has_recipients && message->bcc->len == 0)
        letter_diagnostics_add(header->diagnostics, LETTER_RULE_MESSAGE_NO_RECIPIENT,
                               letter->source, (LetterSpan){ 0, 0 });
    if (bcc == LETTER_BCC_LEFT_OUT)
        g_array_set_size(message->bcc, 0);
}

static void fill_subject(Header *header, const char *notice)
{
    const Letter *letter = header->letter;
    const char *subject = letter->title.text;
    g_autofree char *with_notice = NULL;

    if (letter->subject.text != NULL)
        subject = letter->subject.text;
    if (letter->email.subject.text != NULL)
        subject = letter->email.subject.text;
    if (notice != NULL) {
        with_notice = g_strconcat(notice, ": ", subject, NULL);
        subject = with_notice;
    }
    header->message->subject = keep_line(header->message, subject);
}

static void fill_list_unsubscribe(Header *header)
{
    const GArray *list = header->letter->email.list_unsubscribe;

    for (guint i = 0; list != NULL && i < list->len; i++) {
        const LetterText *text = &g_array_index(list, LetterText, i);
        g_autofree char *ascii = letter_url_to_ascii(text->text);

        if (ascii == NULL)
            letter_diagnostics_add_with(header->diagnostics, LETTER_RULE_URL_FORM,
                                        header->letter->source, text->span, text->text, NULL);
        else
            g_ptr_array_add(header->message->list_unsubscribe,
                            (gpointer)letter_message_keep(header->message, ascii));
    }
}

static void fill_fields(Header *header)
{
    const GArray *list = header->letter->email.headers;

    for (guint i = 0; list != NULL && i < list->len; i++) {
        const LetterHeader *own = &g_array_index(list, LetterHeader, i);
        LetterMessageField field = { own->name.text, keep_line(header->message, own->value.text) };

        g_array_append_val(header->message->fields, field);
    }
}

void letter_email_fill_header(LetterMessage *message, const Letter *letter, const char *notice,
                              LetterBcc bcc, LetterDiagnostics *diagnostics)
{
    Header header = { message, letter, diagnostics };

    fill_people(&header, bcc);
    fill_subject(&header, notice);
    fill_list_unsubscribe(&header);
    fill_fields(&header);
    message->lang = letter->lang_tag;
}
