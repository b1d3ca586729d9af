/*
 * read_value.c - texts that have a form: dates, addresses, paths, words.
 */
#include "model/reader.h"

#include <string.h>

#include "text/address.h"
#include "text/url.h"

#define ADDRESS_HINT  "write it as name@host.example"
#define MAX_PROPOSALS 10

void letter_read_date(LetterReader *reader, const LetterKey *key, const LetterYamlEvent *event,
                      gpointer field)
{
    static const char *const forms[] = {
        [LETTER_DATE_FORM_DAY] = "a date such as 2023-11-21",
        [LETTER_DATE_FORM_ANY] = "a date such as 2023-11-21, or 2023-11-21T09:00:00+01:00",
        [LETTER_DATE_FORM_MOMENT] = "a date and time such as 2023-11-21T09:00:00+01:00",
    };
    LetterDated *dated = field;

    if (!letter_read_text(reader, key, event, &dated->text))
        return;
    if (!letter_date_parse(dated->text.text, key->form, &dated->date)) {
        dated->date = (LetterDate){ .month = 0 };
        letter_diagnostics_add_with(reader->diagnostics, LETTER_RULE_DATE_FORM, reader->source,
                                    event->span, letter_reader_shown(reader, dated->text.text),
                                    forms[key->form], NULL);
    }
}

static const char *without_mailto(const char *text)
{
    return g_ascii_strncasecmp(text, "mailto:", strlen("mailto:")) == 0 ? text + strlen("mailto:")
                                                                        : text;
}

static gboolean is_of_mail(const char *url)
{
    return without_mailto(url) != url || strchr(url, '@') != NULL;
}

/* An email address where one of a page belongs. */
static gboolean report_mailto(LetterReader *reader, const char *url, LetterSpan span)
{
    const char *address = without_mailto(url);

    if (!letter_address_is_valid(letter_slice(address)))
        return FALSE;
    letter_diagnostics_add(reader->diagnostics, LETTER_RULE_URL_MAILTO, reader->source, span);
    return TRUE;
}

void letter_read_url(LetterReader *reader, const LetterKey *key, const LetterYamlEvent *event,
                     gpointer field)
{
    LetterText *url = field;
    gboolean has_scheme;
    const char *shown;

    if (!letter_read_text(reader, key, event, url))
        return;
    has_scheme = g_ascii_strncasecmp(url->text, "http", strlen("http")) == 0;
    shown = is_of_mail(url->text) ? letter_reader_shown(reader, url->text) : url->text;
    switch (letter_url_check(url->text)) {
    case LETTER_URL_FINE:
        break;
    case LETTER_URL_MALFORMED:
        if (report_mailto(reader, url->text, event->span))
            break;
        letter_diagnostics_add_with(reader->diagnostics, LETTER_RULE_URL_FORM, reader->source,
                                    event->span, shown, has_scheme ? NULL : "https://", NULL);
        break;
    case LETTER_URL_CREDENTIALS:
        letter_diagnostics_add(reader->diagnostics, LETTER_RULE_URL_CREDENTIALS, reader->source,
                               event->span);
        break;
    }
}

void letter_read_bad_address(LetterReader *reader, const char *address, LetterSpan span)
{
    gboolean has_scheme = without_mailto(address) != address;

    letter_diagnostics_add_with(reader->diagnostics, LETTER_RULE_ADDRESS_FORM, reader->source, span,
                                letter_reader_shown(reader, address),
                                has_scheme ? "write it without 'mailto:'" : ADDRESS_HINT, NULL);
}

void letter_read_address(LetterReader *reader, const LetterKey *key, const LetterYamlEvent *event,
                         gpointer field)
{
    LetterText *address = field;

    if (letter_read_text(reader, key, event, address) &&
        !letter_address_is_valid(letter_slice(address->text)))
        letter_read_bad_address(reader, address->text, event->span);
}

/* Whether a path leads out of the folder in which it starts, links aside. */
static gboolean leads_outside(const char *path)
{
    g_auto(GStrv) parts = g_strsplit(path, "/", -1);
    int depth = 0;

    for (char **part = parts; *part != NULL && depth >= 0; part++) {
        if (strcmp(*part, "..") == 0)
            depth--;
        else if (**part != '\0' && strcmp(*part, ".") != 0)
            depth++;
    }
    return g_path_is_absolute(path) || depth < 0;
}

void letter_read_path(LetterReader *reader, const LetterKey *key, const LetterYamlEvent *event,
                      gpointer field)
{
    LetterText *path = field;

    if (!letter_read_text(reader, key, event, path))
        return;
    if (letter_slice_trim(letter_slice(path->text)).size == 0)
        letter_reader_wrong_value(reader, key, event, "the path of a file");
    else if (leads_outside(path->text))
        letter_diagnostics_add_with(reader->diagnostics, LETTER_RULE_PATH_OUTSIDE, reader->source,
                                    event->span, path->text, NULL);
    else
        return;
    /* Said once; whoever opens the file would say it again. */
    *path = (LetterText){ 0 };
}

static gboolean is_slug(const char *text)
{
    return *text != '\0' && *text != '.' && strlen(text) <= LETTER_SLUG_SIZE &&
           text[strspn(text, G_CSET_a_2_z G_CSET_A_2_Z G_CSET_DIGITS "-_.")] == '\0';
}

void letter_read_slug(LetterReader *reader, const LetterKey *key, const LetterYamlEvent *event,
                      gpointer field)
{
    LetterText *slug = field;

    if (letter_read_text(reader, key, event, slug) && !is_slug(slug->text))
        letter_diagnostics_add_with(reader->diagnostics, LETTER_RULE_SLUG_FORM, reader->source,
                                    event->span, slug->text, NULL);
}

/* What to write instead.  Who means a language by its name is understood, but
   all names are looked through for it: not in a letter of faults. */
static char *propose_language(const LetterReader *reader, const char *text)
{
    gboolean is_first =
        letter_diagnostics_count(reader->diagnostics, LETTER_SEVERITY_ERROR) < MAX_PROPOSALS;
    g_autofree char *tag = is_first ? letter_locale_propose_tag(text) : NULL;

    return tag != NULL ? g_strdup_printf("'%s'", tag)
                       : g_strdup("one such as 'en', 'da' or 'pt-BR'");
}

void letter_read_language(LetterReader *reader, const LetterKey *key, const LetterYamlEvent *event,
                          gpointer field)
{
    LetterText *tag = field;
    g_autofree char *proposed = NULL;

    if (!letter_read_text(reader, key, event, tag) || letter_locale_is_tag(tag->text))
        return;
    proposed = propose_language(reader, tag->text);
    letter_diagnostics_add_with(reader->diagnostics, LETTER_RULE_LANGUAGE_TAG, reader->source,
                                event->span, letter_reader_shown(reader, tag->text), proposed,
                                NULL);
}

/* An error can be mended, not allowed. */
void letter_read_rule(LetterReader *reader, const LetterKey *key, const LetterYamlEvent *event,
                      gpointer field)
{
    LetterText *slug = field;
    LetterRule rule;

    if (!letter_read_text(reader, key, event, slug))
        return;
    rule = letter_rule_find(slug->text);
    if (rule == LETTER_RULE_COUNT || letter_rule_info(rule)->severity == LETTER_SEVERITY_ERROR)
        letter_reader_wrong_value(reader, key, event,
                                  "the word that stands in brackets after a warning or a note");
}

void letter_read_number(LetterReader *reader, const LetterKey *key, const LetterYamlEvent *event,
                        gpointer field)
{
    LetterText *number = field;
    guint64 value;

    if (letter_read_text(reader, key, event, number) &&
        !g_ascii_string_to_unsigned(number->text, 10, 1, G_MAXINT, &value, NULL))
        letter_reader_wrong_value(reader, key, event, "a whole number from 1 on");
}

static char *list_choices(const char *const *choices)
{
    GString *list = g_string_new(NULL);

    for (; *choices != NULL; choices++) {
        if (**choices == '\0')
            continue;
        if (list->len > 0)
            g_string_append(list, choices[1] != NULL ? ", " : " or ");
        g_string_append(list, *choices);
    }
    return g_string_free(list, FALSE);
}

/* The index of the word; FALSE, with a finding, where it is none of them. */
static gboolean find_choice(LetterReader *reader, const LetterKey *key,
                            const LetterYamlEvent *event, guint *index)
{
    g_autofree char *expected = NULL;
    LetterText word;

    if (!letter_read_text(reader, key, event, &word))
        return FALSE;
    for (*index = 0; key->choices[*index] != NULL; (*index)++) {
        if (word.size > 0 && strcmp(key->choices[*index], word.text) == 0)
            return TRUE;
    }
    expected = list_choices(key->choices);
    letter_reader_wrong_value(reader, key, event, expected);
    return FALSE;
}

void letter_read_choice(LetterReader *reader, const LetterKey *key, const LetterYamlEvent *event,
                        gpointer field)
{
    guint index;

    if (find_choice(reader, key, event, &index))
        *(guint *)field = index;
}

void letter_read_flag(LetterReader *reader, const LetterKey *key, const LetterYamlEvent *event,
                      gpointer field)
{
    static const char *const words[] = { "true", "false", NULL };
    LetterKey flag = *key;
    guint index;

    flag.choices = words;
    if (find_choice(reader, &flag, event, &index))
        *(gboolean *)field = index == 0;
}

static void read_flag_item(LetterReader *reader, const LetterKey *key, const LetterYamlEvent *event,
                           GArray *bits)
{
    guint index;

    if (find_choice(reader, key, event, &index))
        g_array_append_val(bits, index);
}

void letter_read_flags(LetterReader *reader, const LetterKey *key, const LetterYamlEvent *event,
                       gpointer field)
{
    g_autoptr(GArray) bits = g_array_new(FALSE, FALSE, sizeof(guint));
    guint *flags = field;

    *flags = 0;
    letter_reader_list_or_one(reader, key, event, read_flag_item, bits);
    for (guint i = 0; i < bits->len; i++)
        *flags |= 1u << g_array_index(bits, guint, i);
}
