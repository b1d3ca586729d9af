/*
 * stream.h - the standard streams, written without a locale's interference.
 *
 * GLib's g_print() converts to the locale's charset, which damages UTF-8 in
 * the C locale; here bytes go out as they are, and a write that fails is told.
 */
#ifndef LETTER_CLI_STREAM_H
#define LETTER_CLI_STREAM_H

#include "base/sink.h"
#include "cli/command.h"

/* Makes a closed pipe and a file that grows too large errors of their writes
   rather than the end of the program, and keeps files that are opened later
   away from 0 to 2. */
void letter_stream_prepare(void);

/* Writes all of @text to standard output; where that fails, says so. */
LetterExit letter_stream_print(LetterSlice text);

/* "letterctl: TEXT" on standard error. */
void letter_stream_complain(const char *text);

#endif
