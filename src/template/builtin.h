/*
 * builtin.h - the files that are compiled into the program.
 *
 * These are the built-in templates and labels, named by their path below
 * templates/ ("letter.html", "labels/en.yaml"), and the manual pages, named
 * "man/letterctl.1".
 */
#ifndef LETTER_TEMPLATE_BUILTIN_H
#define LETTER_TEMPLATE_BUILTIN_H

#include <glib.h>

/**
 * letter_builtin_find:
 * @path: the file's name.
 *
 * Finds a built-in file.
 *
 * Returns: (transfer full) (nullable): its bytes, or %NULL where there is
 *   none of that name. The bytes themselves stay for the program's life.
 */
GBytes *letter_builtin_find(const char *path);

/**
 * letter_builtin_name:
 * @index: from 0.
 *
 * Lists the built-in files, sorted by the bytes of their names.
 *
 * Returns: (transfer none) (nullable): the name, or %NULL past the last.
 */
const char *letter_builtin_name(guint index);

#endif
