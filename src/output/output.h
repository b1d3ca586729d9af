/*
 * output.h - files that are whole at any moment: the old one or the new one.
 */
#ifndef LETTER_OUTPUT_OUTPUT_H
#define LETTER_OUTPUT_OUTPUT_H

#include "base/source.h"

typedef enum LetterOutputState {
    LETTER_OUTPUT_WRITTEN,
    LETTER_OUTPUT_UNCHANGED, /* the file held these bytes before */
} LetterOutputState;

/* What a symbolic link in the place of the file means. */
typedef enum LetterOutputLink {
    LETTER_OUTPUT_FOLLOW_LINK,  /* the user named it: write the file it leads to */
    LETTER_OUTPUT_REPLACE_LINK, /* it may be a stranger's: never write outside the folder */
} LetterOutputLink;

/**
 * letter_output_write:
 * @path: a file, in the encoding of file names
 * @content: all that it shall hold
 * @link: what to do where @path is a symbolic link
 * @state: (out): whether there was anything to write
 * @error: set with G_FILE_ERROR, naming @path
 *
 * Gives a file new content through a temporary file beside it and a rename.
 * Its permissions stay; those of a new file follow the umask.  A device or a
 * pipe is written to as it is.
 *
 * Returns: FALSE where it failed; the old file is then as it was
 */
gboolean letter_output_write(const char *path, LetterSlice content, LetterOutputLink link,
                             LetterOutputState *state, GError **error);

#endif
