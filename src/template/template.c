/*
 * template.c - the built-in templates, as other programs may ask for them.
 */
#include "letter/template.h"

#include "template/builtin.h"

/* Manual pages are built in too, but are nobody's template. */
static gboolean is_template(const char *name)
{
    return !g_str_has_prefix(name, "man/");
}

const char *letter_template_name(guint index)
{
    const char *name;

    for (guint i = 0; (name = letter_builtin_name(i)) != NULL; i++)
        if (is_template(name) && index-- == 0)
            return name;
    return NULL;
}

GBytes *letter_template_find(const char *name)
{
    return is_template(name) ? letter_builtin_find(name) : NULL;
}
