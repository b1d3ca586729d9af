/*
 * yaml_refusal.c - what YAML has and letters do not, and their limits.
 */
#include "front/yaml_refusal.h"

#include <string.h>

#include "front/encoding.h"
#include "front/yaml.h"

#define MAX_FINDINGS 100

void letter_yaml_refuse(LetterYamlRefusals *refusals, LetterRule rule, LetterSpan span,
                        const char *detail)
{
    if (refusals->count++ < MAX_FINDINGS)
        letter_diagnostics_add_with(refusals->diagnostics, rule, refusals->source, span, detail,
                                    NULL);
}

void letter_yaml_refuse_tag(LetterYamlRefusals *refusals, LetterSpan span, const char *tag)
{
    static const char standard[] = "tag:yaml.org,2002:";
    g_autofree char *typed = NULL;

    if (g_str_has_prefix(tag, standard))
        typed = g_strconcat("!!", tag + strlen(standard), NULL);
    letter_yaml_refuse(refusals, LETTER_RULE_YAML_TAG, span, typed != NULL ? typed : tag);
}

void letter_yaml_refuse_size(LetterYamlRefusals *refusals, LetterSpan span, const char *size)
{
    g_autofree char *allowed = g_strdup_printf("%d", LETTER_YAML_MAX_MARKDOWN);

    letter_diagnostics_add_with(refusals->diagnostics, LETTER_RULE_TEXT_TOO_LONG, refusals->source,
                                span, size, allowed, NULL);
}

void letter_yaml_refuse_cut(LetterYamlRefusals *refusals, gsize from, gsize end)
{
    const char *data = refusals->source->data;
    gsize at = from;

    while (at < end && (data[at] == ' ' || data[at] == '\t'))
        at++;
    if (at > from && at + 1 < end && data[at] == '#' && !g_ascii_isspace(data[at + 1]))
        letter_yaml_refuse(refusals, LETTER_RULE_TEXT_CUT_BY_COMMENT, (LetterSpan){ at, at + 1 },
                           NULL);
}

void letter_yaml_refuse_escaped(LetterYamlRefusals *refusals, LetterSpan span, char *text,
                                gsize size)
{
    LetterForbidden found = { .character = '\r' };
    char name[16];

    /* CR is no fault in a source, but there libyaml makes LF of it. */
    if (!letter_encoding_find_forbidden((LetterSlice){ text, size }, 0, &found) &&
        memchr(text, '\r', size) == NULL)
        return;
    g_snprintf(name, sizeof name, "U+%04X", found.character);
    letter_yaml_refuse(refusals, LETTER_RULE_CONTROL_CHARACTER, span, name);
    for (char *at = text; (at = memchr(at, '\0', size - (gsize)(at - text))) != NULL; at++)
        *at = '_';
}

gsize letter_yaml_refuse_length(LetterYamlRefusals *refusals, LetterSpan span, char *text,
                                gsize size)
{
    g_autofree char *shown = NULL;

    if (size <= LETTER_YAML_MAX_MARKDOWN)
        return size;
    shown = g_strdup_printf("%" G_GSIZE_FORMAT, size);
    letter_yaml_refuse_size(refusals, span, shown);
    size = (gsize)(g_utf8_find_prev_char(text, text + LETTER_YAML_MAX_TEXT) - text);
    text[size] = '\0';
    return size;
}
