/*
 * locale_tag.c - language tags: which there are, and what follows from one.
 *
 * ICU knows all of them, but takes a third of a millisecond to wake up: the
 * languages in which most letters are written are known here too.
 */
#include <string.h>

#include "text/icu.h"
#include "text/locale.h"

typedef enum PluralRule {
    PLURAL_BY_ICU,
    PLURAL_SINGLE, /* one form for 1, another for all else */
    PLURAL_NONE,
} PluralRule;

typedef struct Language {
    const char *tag;
    LetterDirection direction;
    PluralRule plural;
} Language;

static const Language languages[] = {
    { "ar", LETTER_DIRECTION_RTL, PLURAL_BY_ICU }, { "da", LETTER_DIRECTION_LTR, PLURAL_SINGLE },
    { "de", LETTER_DIRECTION_LTR, PLURAL_SINGLE }, { "en", LETTER_DIRECTION_LTR, PLURAL_SINGLE },
    { "es", LETTER_DIRECTION_LTR, PLURAL_BY_ICU }, { "fa", LETTER_DIRECTION_RTL, PLURAL_BY_ICU },
    { "fr", LETTER_DIRECTION_LTR, PLURAL_BY_ICU }, { "he", LETTER_DIRECTION_RTL, PLURAL_BY_ICU },
    { "it", LETTER_DIRECTION_LTR, PLURAL_BY_ICU }, { "ja", LETTER_DIRECTION_LTR, PLURAL_NONE },
    { "nb", LETTER_DIRECTION_LTR, PLURAL_SINGLE }, { "nl", LETTER_DIRECTION_LTR, PLURAL_SINGLE },
    { "pl", LETTER_DIRECTION_LTR, PLURAL_BY_ICU }, { "pt", LETTER_DIRECTION_LTR, PLURAL_BY_ICU },
    { "sv", LETTER_DIRECTION_LTR, PLURAL_SINGLE }, { "tr", LETTER_DIRECTION_LTR, PLURAL_SINGLE },
    { "uk", LETTER_DIRECTION_LTR, PLURAL_BY_ICU }, { "zh", LETTER_DIRECTION_LTR, PLURAL_NONE },
};

static const Language *find_language(const char *tag)
{
    for (guint i = 0; i < G_N_ELEMENTS(languages); i++) {
        if (strcmp(languages[i].tag, tag) == 0)
            return &languages[i];
    }
    return NULL;
}

/* ICU's name of the locale; FALSE where the form is not that of RFC 5646. */
static gboolean parse_tag(const char *tag, char name[ULOC_FULLNAME_CAPACITY])
{
    UErrorCode status = U_ZERO_ERROR;
    int32_t parsed = 0;

    if (strlen(tag) >= ULOC_FULLNAME_CAPACITY || strchr(tag, '_') != NULL)
        return FALSE;
    letter_icu()->uloc_forLanguageTag(tag, name, ULOC_FULLNAME_CAPACITY, &parsed, &status);
    return U_SUCCESS(status) && status != U_STRING_NOT_TERMINATED_WARNING && parsed > 0 &&
           (gsize)parsed == strlen(tag);
}

/* ISO 3166 for letters, UN M.49 for digits ("419", Latin America). */
static gboolean is_region(const char *name)
{
    char region[ULOC_COUNTRY_CAPACITY];
    UErrorCode status = U_ZERO_ERROR;
    int32_t size = letter_icu()->uloc_getCountry(name, region, sizeof region, &status);

    if (U_FAILURE(status))
        return FALSE;
    if (size == 3)
        return letter_icu()->uregion_getRegionFromCode(region, &status) != NULL &&
               U_SUCCESS(status);
    return size == 0 || *letter_icu()->uloc_getISO3Country(name) != '\0';
}

gboolean letter_locale_is_tag(const char *tag)
{
    char name[ULOC_FULLNAME_CAPACITY];

    return find_language(tag) != NULL ||
           (parse_tag(tag, name) && *letter_icu()->uloc_getISO3Language(name) != '\0' &&
            is_region(name));
}

char *letter_locale_tidy_tag(const char *tag)
{
    char tidy[ULOC_FULLNAME_CAPACITY];
    char name[ULOC_FULLNAME_CAPACITY];
    UErrorCode status = U_ZERO_ERROR;

    if (find_language(tag) != NULL || !parse_tag(tag, name))
        return g_strdup(tag);
    letter_icu()->uloc_toLanguageTag(name, tidy, sizeof tidy, TRUE, &status);
    return g_strdup(U_FAILURE(status) || status == U_STRING_NOT_TERMINATED_WARNING ? tag : tidy);
}

/* The tag that a text is, but for its blanks and the ends that POSIX gives it. */
static char *find_by_tag(const char *text)
{
    g_autofree char *tag = g_strdup(text);

    /* A POSIX locale has its encoding behind a dot. */
    tag[strcspn(tag, ".@")] = '\0';
    g_strdelimit(tag, "_ ", '-');
    return letter_locale_is_tag(tag) ? letter_locale_tidy_tag(tag) : NULL;
}

/* The language of a country: "dk" is none, but people write it for Danish. */
static char *find_by_country(const char *text)
{
    g_autofree char *country = g_ascii_strup(text, -1);
    g_autofree char *unknown = g_strconcat("und_", country, NULL);
    char likely[ULOC_FULLNAME_CAPACITY];
    char language[ULOC_LANG_CAPACITY];
    UErrorCode status = U_ZERO_ERROR;

    if (strlen(text) != 2 || *letter_icu()->uloc_getISO3Country(unknown) == '\0')
        return NULL;
    letter_icu()->uloc_addLikelySubtags(unknown, likely, sizeof likely, &status);
    letter_icu()->uloc_getLanguage(likely, language, sizeof language, &status);
    return U_SUCCESS(status) && language[0] != '\0' ? g_strdup(language) : NULL;
}

static gboolean is_name_of(const char *folded, const char *language, const char *in)
{
    UChar name[64];
    UErrorCode status = U_ZERO_ERROR;
    int32_t size =
        letter_icu()->uloc_getDisplayLanguage(language, in, name, G_N_ELEMENTS(name), &status);
    g_autofree char *shown = NULL;
    g_autofree char *shown_folded = NULL;

    if (U_FAILURE(status) || size >= (int32_t)G_N_ELEMENTS(name))
        return FALSE;
    shown = g_utf16_to_utf8((const gunichar2 *)name, size, NULL, NULL, NULL);
    shown_folded = shown != NULL ? g_utf8_casefold(shown, -1) : NULL;
    return g_strcmp0(folded, shown_folded) == 0;
}

/* The language by its name, in English or in itself. */
static char *find_by_name(const char *text)
{
    g_autofree char *folded = g_utf8_casefold(text, -1);

    for (const char *const *code = letter_icu()->uloc_getISOLanguages(); *code != NULL; code++) {
        if (is_name_of(folded, *code, "en") || is_name_of(folded, *code, *code))
            return g_strdup(*code);
    }
    return NULL;
}

char *letter_locale_propose_tag(const char *text)
{
    char *tag = find_by_tag(text);

    if (tag == NULL)
        tag = find_by_country(text);
    return tag != NULL ? tag : find_by_name(text);
}

LetterDirection letter_locale_direction(const char *tag)
{
    const Language *language = find_language(tag);
    char name[ULOC_FULLNAME_CAPACITY];

    if (language != NULL)
        return language->direction;
    return parse_tag(tag, name) && letter_icu()->uloc_isRightToLeft(name) ? LETTER_DIRECTION_RTL
                                                                          : LETTER_DIRECTION_LTR;
}

static LetterPlural ask_icu(const char *tag, guint count)
{
    static const char *const names[LETTER_PLURAL_COUNT] = { "other", "zero", "one",
                                                            "two",   "few",  "many" };
    char name[ULOC_FULLNAME_CAPACITY];
    UErrorCode status = U_ZERO_ERROR;
    UChar keyword[16] = { 0 };
    UPluralRules *rules;
    g_autofree char *form = NULL;

    if (!parse_tag(tag, name))
        return LETTER_PLURAL_OTHER;
    rules = letter_icu()->uplrules_open(name, &status);
    letter_icu()->uplrules_select(rules, count, keyword, G_N_ELEMENTS(keyword), &status);
    letter_icu()->uplrules_close(rules);
    form = g_utf16_to_utf8((const gunichar2 *)keyword, -1, NULL, NULL, NULL);
    for (guint i = 0; i < LETTER_PLURAL_COUNT; i++) {
        if (g_strcmp0(form, names[i]) == 0)
            return (LetterPlural)i;
    }
    return LETTER_PLURAL_OTHER;
}

LetterPlural letter_locale_plural(const char *tag, guint count)
{
    g_autofree char *primary = g_strndup(tag, strcspn(tag, "-"));
    const Language *language = find_language(primary);

    if (language != NULL && language->plural == PLURAL_SINGLE)
        return count == 1 ? LETTER_PLURAL_ONE : LETTER_PLURAL_OTHER;
    if (language != NULL && language->plural == PLURAL_NONE)
        return LETTER_PLURAL_OTHER;
    return ask_icu(tag, count);
}
