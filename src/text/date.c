/*
 * date.c - the dates of a letter: ISO 8601 calendar dates, RFC 3339 moments.
 *
 * The calendar is GLib's; a moment keeps its zone, since readers are told the
 * hour as its author wrote it.
 */
#include "text/date.h"

#define SECONDS_OF_DAY    86400
#define JULIAN_OF_1970    719163 /* GLib counts days from 1 January of the year 1 */
#define MINUTES_OF_HOUR   60
#define SECONDS_OF_MINUTE 60

/* Reads exactly @count digits. */
static gboolean read_number(const char **at, guint count, guint *number)
{
    *number = 0;
    for (guint i = 0; i < count; i++, (*at)++) {
        if (!g_ascii_isdigit(**at))
            return FALSE;
        *number = *number * 10 + (guint)g_ascii_digit_value(**at);
    }
    return TRUE;
}

static gboolean read_mark(const char **at, const char *allowed)
{
    for (; *allowed != '\0'; allowed++) {
        if (**at == *allowed) {
            (*at)++;
            return TRUE;
        }
    }
    return FALSE;
}

static gboolean read_day(const char **at, LetterDate *date)
{
    guint year;

    if (!read_number(at, 4, &year) || !read_mark(at, "-") || !read_number(at, 2, &date->month) ||
        !read_mark(at, "-") || !read_number(at, 2, &date->day))
        return FALSE;
    date->year = (gint)year;
    return g_date_valid_dmy((GDateDay)date->day, (GDateMonth)date->month, (GDateYear)year);
}

/* A fraction of a second is allowed by RFC 3339 and says nothing to readers. */
static gboolean read_fraction(const char **at)
{
    const char *start = *at;

    while (g_ascii_isdigit(**at))
        (*at)++;
    return *at > start;
}

static gboolean read_offset(const char **at, LetterDate *date)
{
    gint sign = **at == '-' ? -1 : 1;
    guint hours, minutes;

    if (read_mark(at, "Zz"))
        return TRUE;
    if (!read_mark(at, "+-") || !read_number(at, 2, &hours) || !read_mark(at, ":") ||
        !read_number(at, 2, &minutes) || hours > 23 || minutes > 59)
        return FALSE;
    date->offset_minutes = sign * (gint)(hours * MINUTES_OF_HOUR + minutes);
    return TRUE;
}

/* RFC 3339 section 5.6; the seconds may be left out. */
static gboolean read_time(const char **at, LetterDate *date)
{
    date->has_time = TRUE;
    if (!read_mark(at, "Tt ") || !read_number(at, 2, &date->hour) || !read_mark(at, ":") ||
        !read_number(at, 2, &date->minute))
        return FALSE;
    if (read_mark(at, ":")) {
        if (!read_number(at, 2, &date->second))
            return FALSE;
        if (read_mark(at, ".") && !read_fraction(at))
            return FALSE;
    }
    /* 60 is a leap second. */
    return date->hour < 24 && date->minute < 60 && date->second <= 60 && read_offset(at, date);
}

gboolean letter_date_parse(const char *text, LetterDateForm form, LetterDate *date)
{
    const char *at = text;

    *date = (LetterDate){ .year = 0 };
    if (read_day(&at, date) &&
        (*at == '\0' ? form != LETTER_DATE_FORM_MOMENT
                     : form != LETTER_DATE_FORM_DAY && read_time(&at, date)) &&
        *at == '\0')
        return TRUE;
    *date = (LetterDate){ .year = 0 };
    return FALSE;
}

static guint32 count_days(const LetterDate *date)
{
    GDate day;

    g_date_clear(&day, 1);
    g_date_set_dmy(&day, (GDateDay)date->day, (GDateMonth)date->month, (GDateYear)date->year);
    return g_date_get_julian(&day);
}

gint64 letter_date_to_unix(const LetterDate *date)
{
    gint64 days = (gint64)count_days(date) - JULIAN_OF_1970;
    gint64 minutes = (gint64)date->hour * MINUTES_OF_HOUR + date->minute - date->offset_minutes;

    return days * SECONDS_OF_DAY + minutes * SECONDS_OF_MINUTE + date->second;
}

guint letter_date_weekday(const LetterDate *date)
{
    return (count_days(date) - 1) % 7 + 1;
}

/* "+01:00" or, without the colon, "+0100". */
static void append_offset(GString *text, const LetterDate *date, const char *colon)
{
    gint minutes = ABS(date->offset_minutes);

    g_string_append_printf(text, "%c%02d%s%02d", date->offset_minutes < 0 ? '-' : '+',
                           minutes / MINUTES_OF_HOUR, colon, minutes % MINUTES_OF_HOUR);
}

char *letter_date_to_iso(const LetterDate *date)
{
    GString *text = g_string_new(NULL);

    g_string_append_printf(text, "%04d-%02u-%02u", date->year, date->month, date->day);
    if (!date->has_time)
        return g_string_free(text, FALSE);
    g_string_append_printf(text, "T%02u:%02u:%02u", date->hour, date->minute, date->second);
    if (date->offset_minutes == 0)
        g_string_append_c(text, 'Z');
    else
        append_offset(text, date, ":");
    return g_string_free(text, FALSE);
}

char *letter_date_to_rfc5322(const LetterDate *date)
{
    /* English by the standard, whatever the language of the letter. */
    static const char *const days[] = { "Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun" };
    static const char *const months[] = { "Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                          "Jul", "Aug", "Sep", "Oct", "Nov", "Dec" };
    GString *text = g_string_new(NULL);

    g_string_append_printf(text, "%s, %02u %s %04d %02u:%02u:%02u ",
                           days[letter_date_weekday(date) - 1], date->day, months[date->month - 1],
                           date->year, date->hour, date->minute, date->second);
    append_offset(text, date, "");
    return g_string_free(text, FALSE);
}
