/*
 * icu_dates.c - prints what ICU's data says about dates, to write label files.
 *
 *     cc -o icu_dates tests/labels/icu_dates.c $(pkg-config --cflags --libs icu-i18n)
 *     ./icu_dates da de
 *
 * The label files hold what was taken from it and read by people; they do not
 * change when ICU does.
 */
#include <stdio.h>

#include <unicode/udat.h>
#include <unicode/unum.h>
#include <unicode/ustring.h>

static void print_units(const UChar *units)
{
    char text[512];
    UErrorCode status = U_ZERO_ERROR;

    u_strToUTF8(text, sizeof text, NULL, units, -1, &status);
    fputs(U_SUCCESS(status) ? text : "?", stdout);
}

/* "LLLL" is a month that stands alone, "MMMM" one within a date. */
static void print_months(const char *language)
{
    UErrorCode status = U_ZERO_ERROR;
    UDateFormat *format = udat_open(UDAT_LONG, UDAT_LONG, language, NULL, 0, NULL, 0, &status);

    if (U_FAILURE(status))
        return;
    fputs("months: [", stdout);
    for (int month = 0; month < 12; month++) {
        UChar units[64];

        udat_getSymbols(format, UDAT_MONTHS, month, units, 64, &status);
        fputs(month > 0 ? ", " : "", stdout);
        print_units(units);
    }
    puts("]");
    udat_close(format);
}

static void print_pattern(const char *name, const char *language, UDateFormatStyle time,
                          UDateFormatStyle date)
{
    UErrorCode status = U_ZERO_ERROR;
    UDateFormat *format = udat_open(time, date, language, NULL, 0, NULL, 0, &status);
    UChar pattern[128];

    if (U_FAILURE(status))
        return;
    udat_toPattern(format, 0, pattern, 128, &status);
    printf("# %s: ", name);
    print_units(pattern);
    puts("");
    udat_close(format);
}

static void print_number(const char *language, int number)
{
    UErrorCode status = U_ZERO_ERROR;
    UNumberFormat *format = unum_open(UNUM_DECIMAL, NULL, 0, language, NULL, &status);
    UChar units[64];

    if (U_FAILURE(status))
        return;
    unum_format(format, number, units, 64, NULL, &status);
    printf("# %d: ", number);
    print_units(units);
    puts("");
    unum_close(format);
}

int main(int argc, char **argv)
{
    for (int i = 1; i < argc; i++) {
        printf("\n# %s\n", argv[i]);
        print_months(argv[i]);
        print_pattern("date", argv[i], UDAT_NONE, UDAT_LONG);
        print_pattern("moment", argv[i], UDAT_SHORT, UDAT_LONG);
        print_number(argv[i], 1234);
        print_number(argv[i], 1234567);
    }
    return 0;
}
