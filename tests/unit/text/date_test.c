/*
 * date_test.c - reading and writing the dates of a letter.
 */
#include "text/date.h"

static void expect_refused(const char *text, LetterDateForm form)
{
    LetterDate date = { .month = 7 };

    g_assert_false(letter_date_parse(text, form, &date));
    g_assert_cmpuint(date.month, ==, 0);
}

static void expect(const char *text, LetterDateForm form, const char *iso, const char *mail,
                   gint64 seconds)
{
    g_autofree char *written = NULL;
    g_autofree char *header = NULL;
    LetterDate date;

    g_assert_true(letter_date_parse(text, form, &date));
    written = letter_date_to_iso(&date);
    header = letter_date_to_rfc5322(&date);
    g_assert_cmpstr(written, ==, iso);
    g_assert_cmpstr(header, ==, mail);
    g_assert_cmpint(letter_date_to_unix(&date), ==, seconds);
}

static void test_days(void)
{
    expect("2023-11-21", LETTER_DATE_FORM_DAY, "2023-11-21", "Tue, 21 Nov 2023 00:00:00 +0000",
           1700524800);
    expect("2024-02-29", LETTER_DATE_FORM_ANY, "2024-02-29", "Thu, 29 Feb 2024 00:00:00 +0000",
           1709164800);
    expect("1970-01-01", LETTER_DATE_FORM_ANY, "1970-01-01", "Thu, 01 Jan 1970 00:00:00 +0000", 0);
    expect("0001-01-01", LETTER_DATE_FORM_ANY, "0001-01-01", "Mon, 01 Jan 0001 00:00:00 +0000",
           -62135596800);
    expect("9999-12-31", LETTER_DATE_FORM_ANY, "9999-12-31", "Fri, 31 Dec 9999 00:00:00 +0000",
           253402214400);
}

static void test_moments(void)
{
    expect("2023-11-21T09:05:00+01:00", LETTER_DATE_FORM_MOMENT, "2023-11-21T09:05:00+01:00",
           "Tue, 21 Nov 2023 09:05:00 +0100", 1700553900);
    expect("2023-11-21T09:05Z", LETTER_DATE_FORM_ANY, "2023-11-21T09:05:00Z",
           "Tue, 21 Nov 2023 09:05:00 +0000", 1700557500);
    expect("2023-11-21 09:05:07.25-03:30", LETTER_DATE_FORM_ANY, "2023-11-21T09:05:07-03:30",
           "Tue, 21 Nov 2023 09:05:07 -0330", 1700570107);
    expect("2016-12-31t23:59:60z", LETTER_DATE_FORM_ANY, "2016-12-31T23:59:60Z",
           "Sat, 31 Dec 2016 23:59:60 +0000", 1483228800);
}

static void test_what_is_no_date(void)
{
    static const char *const wrong[] = {
        "",
        "2023",
        "2023-11",
        "2023-11-21x",
        "2023-02-29",
        "2023-00-10",
        "2023-13-01",
        "2023-11-00",
        "2023-11-31",
        "0000-01-01",
        "21-11-2023",
        "2023-1-1",
        "2023/11/21",
        " 2023-11-21",
        "-2023-11-21",
        "２０２３-11-21",
        "2023-11-21T",
        "2023-11-21T09:00",
        "2023-11-21T24:00Z",
        "2023-11-21T09:60Z",
        "2023-11-21T09:00:61Z",
        "2023-11-21T09:00+1:00",
        "2023-11-21T09:00+24:00",
        "2023-11-21T09:00:00.Z",
        "2023-11-21T09:00Z ",
        "Tuesday",
    };

    for (guint i = 0; i < G_N_ELEMENTS(wrong); i++)
        expect_refused(wrong[i], LETTER_DATE_FORM_ANY);
    expect_refused("2023-11-21", LETTER_DATE_FORM_MOMENT);
    expect_refused("2023-11-21T09:00Z", LETTER_DATE_FORM_DAY);
}

/* Every day of four hundred years has a weekday one after the last. */
static void test_weekdays_go_on(void)
{
    guint expected = 6; /* 1 January 2000 was a Saturday */
    gint64 seconds = 946684800;

    for (gint year = 2000; year < 2400; year++) {
        for (guint month = 1; month <= 12; month++) {
            guint size = g_date_get_days_in_month((GDateMonth)month, (GDateYear)year);

            for (guint day = 1; day <= size; day++) {
                LetterDate date = { .year = year, .month = month, .day = day };

                g_assert_cmpuint(letter_date_weekday(&date), ==, expected);
                g_assert_cmpint(letter_date_to_unix(&date), ==, seconds);
                expected = expected % 7 + 1;
                seconds += 86400;
            }
        }
    }
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/text/date/days", test_days);
    g_test_add_func("/text/date/moments", test_moments);
    g_test_add_func("/text/date/refused", test_what_is_no_date);
    g_test_add_func("/text/date/weekdays", test_weekdays_go_on);
    return g_test_run();
}
