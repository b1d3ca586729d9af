/*
 * option_value.c - values of options, and what is said of wrong ones.
 */
#include "cli/option_value.h"

#include <string.h>

#include "cli/usage.h"
#include "text/date.h"

gboolean letter_option_refuse(const char *option, GError **error, const char *format, ...)
{
    g_autofree char *problem = NULL;
    va_list arguments;

    va_start(arguments, format);
    problem = g_strdup_vprintf(format, arguments);
    va_end(arguments);
    g_set_error(error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE, "%s: %s", option, problem);
    return FALSE;
}

gboolean letter_option_choose(const char *option, const char *value, const char *const *names,
                              guint count, guint *choice, GError **error)
{
    g_autofree char *all = letter_usage_join(names, count);

    for (guint i = 0; i < count; i++)
        if (strcmp(names[i], value) == 0) {
            *choice = i;
            return TRUE;
        }
    return letter_option_refuse(option, error, "'%s' is none of its values; write %s", value, all);
}

gboolean letter_option_number(const char *option, const char *value, guint least, guint most,
                              guint *number, GError **error)
{
    guint64 parsed;

    if (!g_ascii_string_to_unsigned(value, 10, least, most, &parsed, NULL))
        return letter_option_refuse(option, error, "'%s' is no number from %u to %u", value, least,
                                    most);
    *number = (guint)parsed;
    return TRUE;
}

gboolean letter_option_moment(const char *option, const char *value, gint64 *seconds,
                              GError **error)
{
    LetterDate date;

    if (!letter_date_parse(value, LETTER_DATE_FORM_MOMENT, &date))
        return letter_option_refuse(option, error,
                                    "'%s' is no moment; write it as 2030-06-01T12:00:00Z", value);
    *seconds = letter_date_to_unix(&date);
    return TRUE;
}
