/*
 * labels.c - the words that letterctl adds to a letter, in its language.
 */
#include "template/labels.h"

#include <stdarg.h>
#include <string.h>

#include "template/labels_table.h"

#define MAX_NAMES 3 /* that a label may hold */

/* A name and what it stands for. */
typedef struct Binding {
    const char *name;
    const char *value;
} Binding;

static const LetterLabelInfo infos[] = {
#define LABEL(id, key, form, names) { key, LETTER_LABEL_FORM_##form, names },
#include "template/labels.def"
#undef LABEL
};

const LetterLabelInfo *letter_label_info(LetterLabel label)
{
    return &infos[label];
}

const char *letter_label_key(LetterLabel label)
{
    return infos[label].key;
}

void letter_labels_free(LetterLabels *labels)
{
    if (labels == NULL)
        return;
    g_string_chunk_free(labels->strings);
    g_free(labels->tag);
    g_free(labels);
}

const char *letter_labels_get_tag(const LetterLabels *labels)
{
    return labels->tag;
}

const char *letter_labels_get(const LetterLabels *labels, LetterLabel label)
{
    return labels->texts[label][LETTER_PLURAL_OTHER];
}

static const char *find_value(const Binding *bindings, guint count, const char *name, gsize size)
{
    for (guint i = 0; i < count; i++) {
        if (strlen(bindings[i].name) == size && memcmp(bindings[i].name, name, size) == 0)
            return bindings[i].value;
    }
    return NULL;
}

/* Values are put in once: braces within them stay as they are. */
static char *fill(const char *pattern, const Binding *bindings, guint count)
{
    GString *text = g_string_new(NULL);

    while (*pattern != '\0') {
        gsize size = *pattern == '{' ? strcspn(pattern + 1, "}") : 0;
        const char *value = NULL;

        if (size > 0 && pattern[size + 1] == '}')
            value = find_value(bindings, count, pattern + 1, size);
        if (value != NULL) {
            g_string_append(text, value);
            pattern += size + 2;
        } else {
            g_string_append_c(text, *pattern++);
        }
    }
    return g_string_free(text, FALSE);
}

char *letter_labels_format(const LetterLabels *labels, LetterLabel label, ...)
{
    Binding bindings[MAX_NAMES];
    guint count = 0;
    va_list arguments;

    va_start(arguments, label);
    while (count < MAX_NAMES && (bindings[count].name = va_arg(arguments, const char *)) != NULL)
        bindings[count++].value = va_arg(arguments, const char *);
    va_end(arguments);
    return fill(letter_labels_get(labels, label), bindings, count);
}

/* Writes a number of at least @width digits in the language's own. */
static char *write_digits(const LetterLabels *labels, guint number, guint width,
                          const char *separator)
{
    g_autofree char *plain = g_strdup_printf("%0*u", (int)width, number);
    GString *text = g_string_new(NULL);
    gsize size = strlen(plain);

    for (gsize i = 0; i < size; i++) {
        if (i > 0 && (size - i) % 3 == 0)
            g_string_append(text, separator);
        g_string_append(text, labels->digits[g_ascii_digit_value(plain[i])]);
    }
    return g_string_free(text, FALSE);
}

char *letter_labels_number(const LetterLabels *labels, guint number)
{
    const char *separator = letter_labels_get(labels, LETTER_LABEL_THOUSANDS);

    return write_digits(labels, number, 1, number >= labels->thousands_from ? separator : "");
}

char *letter_labels_count(const LetterLabels *labels, LetterLabel label, guint count)
{
    const char *pattern = labels->texts[label][letter_locale_plural(labels->tag, count)];
    g_autofree char *number = letter_labels_number(labels, count);
    Binding binding = { "n", number };

    return fill(pattern != NULL ? pattern : letter_labels_get(labels, label), &binding, 1);
}

static char *write_day(const LetterLabels *labels, const LetterDate *date)
{
    g_autofree char *number = write_digits(labels, date->day, 1, "");
    g_autofree char *year = write_digits(labels, (guint)date->year, 1, "");
    const char *first = letter_labels_get(labels, LETTER_LABEL_FIRST_DAY);

    return letter_labels_format(labels, LETTER_LABEL_DATE, "day", date->day == 1 ? first : number,
                                "month", labels->months[date->month - 1], "year", year, NULL);
}

char *letter_labels_date(const LetterLabels *labels, const LetterDate *date, const char *place)
{
    g_autofree char *day = write_day(labels, date);

    if (place == NULL)
        return g_steal_pointer(&day);
    return letter_labels_format(labels, LETTER_LABEL_PLACE_DATE, "place", place, "date", day, NULL);
}

/* "UTC+01:00"; zones have no names in RFC 3339. */
static char *write_zone(const LetterLabels *labels, const LetterDate *date)
{
    guint minutes = (guint)ABS(date->offset_minutes);
    g_autofree char *hours = write_digits(labels, minutes / 60, 2, "");
    g_autofree char *rest = write_digits(labels, minutes % 60, 2, "");

    if (minutes == 0)
        return g_strdup("UTC");
    return g_strconcat("UTC", date->offset_minutes < 0 ? "−" : "+", hours, ":", rest, NULL);
}

char *letter_labels_moment(const LetterLabels *labels, const LetterDate *date)
{
    g_autofree char *day = write_day(labels, date);
    g_autofree char *hour = NULL;
    g_autofree char *minute = NULL;
    g_autofree char *time = NULL;
    g_autofree char *zone = NULL;

    if (!date->has_time)
        return g_steal_pointer(&day);
    hour = write_digits(labels, date->hour, 2, "");
    minute = write_digits(labels, date->minute, 2, "");
    time = letter_labels_format(labels, LETTER_LABEL_TIME, "hour", hour, "minute", minute, NULL);
    zone = write_zone(labels, date);
    return letter_labels_format(labels, LETTER_LABEL_MOMENT, "date", day, "time", time, "zone",
                                zone, NULL);
}
