/*
 * letter/template.h - the built-in templates, to start others from.
 *
 * What templates are and which names they have is letterctl-templates(5).
 */
#ifndef LETTER_TEMPLATE_PUBLIC_H
#define LETTER_TEMPLATE_PUBLIC_H

#include <glib.h>

G_BEGIN_DECLS

/**
 * letter_template_name:
 * @index: from 0
 *
 * Lists the built-in templates, styles and labels, sorted by name.
 *
 * Returns: (nullable): "letter.html" or "labels/en.yaml", say; NULL past the
 * last
 */
const char *letter_template_name(guint index);

/**
 * letter_template_find:
 * @name: of a built-in file
 *
 * Returns: (transfer full) (nullable): its bytes, for who wants to change a
 * copy; NULL where there is none of that name
 */
GBytes *letter_template_find(const char *name);

G_END_DECLS

#endif
