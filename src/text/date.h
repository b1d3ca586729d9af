/*
 * date.h - the dates of a letter: ISO 8601 calendar dates, RFC 3339 moments.
 */
#ifndef LETTER_TEXT_DATE_H
#define LETTER_TEXT_DATE_H

#include <glib.h>

typedef struct LetterDate {
    gint year;   /* 1 to 9999 */
    guint month; /* 1 to 12; 0: no date */
    guint day;   /* 1 to 31 */
    gboolean has_time;
    guint hour, minute, second;
    gint offset_minutes; /* east of UTC; only with a time */
} LetterDate;

typedef enum LetterDateForm {
    LETTER_DATE_FORM_DAY,    /* 2023-11-21, no more */
    LETTER_DATE_FORM_ANY,    /* a day or a moment */
    LETTER_DATE_FORM_MOMENT, /* 2023-11-21T09:00:00+01:00, seconds optional */
} LetterDateForm;

/* FALSE where @text has another form or there is no such day; @date is then
   unset. */
gboolean letter_date_parse(const char *text, LetterDateForm form, LetterDate *date);

/* The moment as seconds since 1970 in UTC; a day begins at 00:00 UTC. */
gint64 letter_date_to_unix(const LetterDate *date);

/* 1 is Monday. */
guint letter_date_weekday(const LetterDate *date);

/* As HTML's <time datetime> and JSON have it (ISO 8601, as it was typed). */
char *letter_date_to_iso(const LetterDate *date);

/* As a header field has it (RFC 5322 section 3.3): a day stands at 00:00 UTC. */
char *letter_date_to_rfc5322(const LetterDate *date);

#endif
