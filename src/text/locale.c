/*
 * locale.c - what depends on a language: its case, its lines, its letters.
 *
 * ICU objects are opened when first needed, and a text in ASCII needs none.
 */
#include "text/locale.h"

#include <string.h>

#include "text/icu.h"

struct LetterLocale {
    char *tag;
    UCaseMap *case_map;     /* NULL until needed */
    UBreakIterator *breaks; /* NULL until needed */
    UCollator *collator;    /* NULL until needed */
};

LetterLocale *letter_locale_new(const char *tag)
{
    LetterLocale *locale = g_new0(LetterLocale, 1);

    locale->tag = g_strdup(tag);
    return locale;
}

void letter_locale_free(LetterLocale *locale)
{
    if (locale == NULL)
        return;
    if (locale->case_map != NULL)
        letter_icu()->ucasemap_close(locale->case_map);
    if (locale->breaks != NULL)
        letter_icu()->ubrk_close(locale->breaks);
    if (locale->collator != NULL)
        letter_icu()->ucol_close(locale->collator);
    g_free(locale->tag);
    g_free(locale);
}

const char *letter_locale_get_tag(const LetterLocale *locale)
{
    return locale->tag;
}

/* ICU's name of the locale, the root's where the tag has no good form. */
static void get_name(const LetterLocale *locale, char name[ULOC_FULLNAME_CAPACITY])
{
    UErrorCode status = U_ZERO_ERROR;

    letter_icu()->uloc_forLanguageTag(locale->tag, name, ULOC_FULLNAME_CAPACITY, NULL, &status);
    if (U_FAILURE(status) || status == U_STRING_NOT_TERMINATED_WARNING)
        name[0] = '\0';
}

/* An i has a dot in capitals too in Turkish and Azeri, and keeps accents in
   Lithuanian: there even ASCII has rules of its own. */
static gboolean has_plain_case(const LetterLocale *locale)
{
    static const char *const special[] = { "tr", "az", "lt" };

    for (guint i = 0; i < G_N_ELEMENTS(special); i++) {
        if (g_ascii_strncasecmp(locale->tag, special[i], 2) == 0)
            return FALSE;
    }
    return TRUE;
}

/* NULL where ICU cannot do it. */
static char *map_to_upper(LetterLocale *locale, const char *text)
{
    UErrorCode status = U_ZERO_ERROR;
    int32_t size;
    char *upper;

    if (locale->case_map == NULL) {
        char name[ULOC_FULLNAME_CAPACITY];

        get_name(locale, name);
        locale->case_map = letter_icu()->ucasemap_open(name, 0, &status);
    }
    if (U_FAILURE(status) || strlen(text) > G_MAXINT32 / 4)
        return NULL;
    size = letter_icu()->ucasemap_utf8ToUpper(locale->case_map, NULL, 0, text, -1, &status);
    status = U_ZERO_ERROR;
    upper = g_malloc((gsize)size + 1);
    letter_icu()->ucasemap_utf8ToUpper(locale->case_map, upper, size + 1, text, -1, &status);
    if (U_SUCCESS(status))
        return upper;
    g_free(upper);
    return NULL;
}

char *letter_locale_upper(LetterLocale *locale, const char *text)
{
    char *upper;

    if (g_str_is_ascii(text) && has_plain_case(locale))
        return g_ascii_strup(text, -1);
    upper = map_to_upper(locale, text);
    return upper != NULL ? upper : g_utf8_strup(text, -1);
}

char *letter_locale_fold(const char *text)
{
    return g_str_is_ascii(text) ? g_ascii_strdown(text, -1) : g_utf8_casefold(text, -1);
}

/* In Latin letters, accents and other scripts told in ASCII as far as ICU can. */
static char *transliterate(const char *text)
{
    static const UChar id[] = u"Any-Latin; Latin-ASCII";
    g_autofree char *valid = g_utf8_make_valid(text, -1);
    g_autofree gunichar2 *units = NULL;
    UErrorCode status = U_ZERO_ERROR;
    UTransliterator *rules;
    glong size;
    int32_t length, limit, capacity;
    g_autofree UChar *buffer = NULL;

    units = g_utf8_to_utf16(valid, -1, NULL, &size, NULL);
    if (units == NULL || size > G_MAXINT32 / 32)
        return NULL;
    /* A single ideograph may become a word of several letters. */
    length = limit = (int32_t)size;
    capacity = length * 16 + 64;
    buffer = g_new0(UChar, (gsize)capacity);
    memcpy(buffer, units, (gsize)size * sizeof *buffer);
    rules = letter_icu()->utrans_openU(id, -1, UTRANS_FORWARD, NULL, 0, NULL, &status);
    if (U_FAILURE(status))
        return NULL;
    letter_icu()->utrans_transUChars(rules, buffer, &length, capacity, 0, &limit, &status);
    letter_icu()->utrans_close(rules);
    return U_SUCCESS(status) ? g_utf16_to_utf8((const gunichar2 *)buffer, length, NULL, NULL, NULL)
                             : NULL;
}

char *letter_locale_slug(const char *text)
{
    g_autofree char *latin = g_str_is_ascii(text) ? g_strdup(text) : transliterate(text);
    GString *slug = g_string_new(NULL);

    for (const char *at = latin; at != NULL && *at != '\0'; at++) {
        if (g_ascii_isalnum(*at))
            g_string_append_c(slug, g_ascii_tolower(*at));
        else if (slug->len > 0 && slug->str[slug->len - 1] != '-')
            g_string_append_c(slug, '-');
    }
    if (slug->len > 0 && slug->str[slug->len - 1] == '-')
        g_string_truncate(slug, slug->len - 1);
    return g_string_free(slug, slug->len == 0);
}

static gboolean open_breaks(LetterLocale *locale)
{
    char name[ULOC_FULLNAME_CAPACITY];
    UErrorCode status = U_ZERO_ERROR;

    if (locale->breaks != NULL)
        return TRUE;
    get_name(locale, name);
    locale->breaks = letter_icu()->ubrk_open(UBRK_LINE, name, NULL, 0, &status);
    return U_SUCCESS(status);
}

void letter_locale_find_breaks(LetterLocale *locale, LetterSlice text, GArray *offsets)
{
    UErrorCode status = U_ZERO_ERROR;
    UText units = UTEXT_INITIALIZER;

    if (!open_breaks(locale))
        return;
    letter_icu()->utext_openUTF8(&units, text.data, (int64_t)text.size, &status);
    letter_icu()->ubrk_setUText(locale->breaks, &units, &status);
    if (U_SUCCESS(status)) {
        letter_icu()->ubrk_first(locale->breaks);
        for (int32_t at; (at = letter_icu()->ubrk_next(locale->breaks)) != UBRK_DONE;) {
            gsize offset = (gsize)at;

            g_array_append_val(offsets, offset);
        }
    }
    letter_icu()->utext_close(&units);
}

static gboolean open_collator(LetterLocale *locale)
{
    char name[ULOC_FULLNAME_CAPACITY];
    UErrorCode status = U_ZERO_ERROR;

    if (locale->collator != NULL)
        return TRUE;
    get_name(locale, name);
    locale->collator = letter_icu()->ucol_open(name, &status);
    if (U_FAILURE(status))
        return FALSE;
    letter_icu()->ucol_setStrength(locale->collator, UCOL_SECONDARY);
    return TRUE;
}

void letter_locale_append_sort_key(LetterLocale *locale, LetterSlice text, GByteArray *keys)
{
    glong size = 0;
    g_autofree gunichar2 *units = g_utf8_to_utf16(text.data, (glong)text.size, NULL, &size, NULL);
    guint start = keys->len;
    int32_t needed = 0;

    if (units != NULL && size < G_MAXINT32 / 16 && open_collator(locale)) {
        const UChar *name = (const UChar *)units;
        int32_t room = (int32_t)size * 4 + 16;

        g_byte_array_set_size(keys, start + (guint)room);
        needed = letter_icu()->ucol_getSortKey(locale->collator, name, (int32_t)size,
                                               keys->data + start, room);
        g_byte_array_set_size(keys, start + (guint)needed);
        if (needed > room)
            letter_icu()->ucol_getSortKey(locale->collator, name, (int32_t)size, keys->data + start,
                                          needed);
    }
    if (needed == 0)
        g_byte_array_append(keys, (const guint8 *)"", 1);
}

const char *letter_locale_data_version(void)
{
    UErrorCode status = U_ZERO_ERROR;
    char text[U_MAX_VERSION_STRING_LENGTH];
    UVersionInfo version;

    letter_icu()->u_getDataVersion(version, &status);
    letter_icu()->u_versionToString(version, text);
    return U_SUCCESS(status) ? g_intern_string(text) : "";
}
