/*
 * option_value.h - values of options, and what is said of wrong ones.
 *
 * Every function takes the option as typed ("--width", "-t"), and fails with
 * G_OPTION_ERROR_BAD_VALUE and the values that would be right.
 */
#ifndef LETTER_CLI_OPTION_VALUE_H
#define LETTER_CLI_OPTION_VALUE_H

#include <glib.h>

/* "OPTION: PROBLEM"; returns FALSE. */
gboolean letter_option_refuse(const char *option, GError **error, const char *format, ...)
    G_GNUC_PRINTF(3, 4);

gboolean letter_option_choose(const char *option, const char *value, const char *const *names,
                              guint count, guint *choice, GError **error);
gboolean letter_option_number(const char *option, const char *value, guint least, guint most,
                              guint *number, GError **error);

/* A moment (RFC 3339), as seconds since 1970 in UTC. */
gboolean letter_option_moment(const char *option, const char *value, gint64 *seconds,
                              GError **error);

#endif
