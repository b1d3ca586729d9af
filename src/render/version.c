/*
 * version.c - which letterctl this is.
 */
#include "letter/version.h"

#include "text/locale.h"

const char *letter_version(void)
{
    return LETTER_VERSION;
}

const char *letter_data_version(void)
{
    return letter_locale_data_version();
}
