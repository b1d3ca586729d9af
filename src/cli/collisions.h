/*
 * collisions.h - outputs that would overwrite each other, or a letter.
 *
 * Told before anything is written.
 */
#ifndef LETTER_CLI_COLLISIONS_H
#define LETTER_CLI_COLLISIONS_H

#include <glib.h>

typedef struct LetterCollisions LetterCollisions;

LetterCollisions *letter_collisions_new(void);
void letter_collisions_free(LetterCollisions *collisions);

/* @path is read in this run.  Texts are not copied. */
void letter_collisions_add_input(LetterCollisions *collisions, const char *path);

/* The output at @path belongs to @owner.  Returns the input or the owner that
   is in its way, NULL where there is none; @is_input tells which. */
const char *letter_collisions_add_output(LetterCollisions *collisions, const char *path,
                                         const char *owner, gboolean *is_input);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(LetterCollisions, letter_collisions_free)

#endif
