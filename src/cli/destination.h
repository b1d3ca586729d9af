/*
 * destination.h - where outputs go: standard output, a file, a folder.
 */
#ifndef LETTER_CLI_DESTINATION_H
#define LETTER_CLI_DESTINATION_H

#include "letter/render.h"

typedef enum LetterDestinationKind {
    LETTER_DESTINATION_STREAM,
    LETTER_DESTINATION_FILE,
    LETTER_DESTINATION_FOLDER,
} LetterDestinationKind;

typedef struct LetterDestination {
    LetterDestinationKind kind;
    const char *path; /* of the file or folder; not owned */
} LetterDestination;

/* What the value of --output means: NULL and "-" are standard output, a name
   that ends in '/' or stands for a folder is a folder. */
LetterDestination letter_destination_of(const char *output);

/* The file that a format of a letter goes to; NULL for standard output. */
char *letter_destination_path(const LetterDestination *destination, const char *slug,
                              LetterFormat format);

/* Makes the folder where it is not there yet. */
gboolean letter_destination_prepare(const LetterDestination *destination, GError **error);

/* Writes an output; @is_new tells whether the file was another one before. */
gboolean letter_destination_write(const LetterDestination *destination, const char *path,
                                  const GString *content, gboolean *is_new, GError **error);

#endif
