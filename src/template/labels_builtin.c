/*
 * labels_builtin.c - the built-in label files, read when the program was built.
 *
 * The tables are written by embed_labels.sh.
 */
#include <string.h>

#include "template/labels_table.h"

#include "builtin_labels.inc"

const LetterBuiltinLabels *letter_builtin_labels_find(const char *tag)
{
    for (gsize i = 0; i < G_N_ELEMENTS(builtin_labels); i++)
        if (strcmp(builtin_labels[i].tag, tag) == 0)
            return &builtin_labels[i];
    return NULL;
}
