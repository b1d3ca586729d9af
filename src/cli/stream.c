/*
 * stream.c - the standard streams, written without a locale's interference.
 */
#include "cli/stream.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <unistd.h>

void letter_stream_prepare(void)
{
    signal(SIGPIPE, SIG_IGN);
    signal(SIGXFSZ, SIG_IGN);
    /* A stream that the caller closed stays unusable: reading from it and
       writing to it fail, but no other file takes its number. */
    for (int fd = STDIN_FILENO; fd <= STDERR_FILENO; fd++)
        if (fcntl(fd, F_GETFD) < 0 && errno == EBADF)
            (void)open("/dev/null", fd == STDIN_FILENO ? O_WRONLY : O_RDONLY);
}

void letter_stream_complain(const char *text)
{
    g_autoptr(LetterSink) sink = letter_sink_new_for_fd(STDERR_FILENO, "standard error");

    letter_sink_puts(sink, "letterctl: ");
    letter_sink_puts(sink, text);
    letter_sink_putc(sink, '\n');
    /* Nobody is left to be told where this fails. */
    letter_sink_finish(sink, NULL);
}

LetterExit letter_stream_print(LetterSlice text)
{
    g_autoptr(LetterSink) sink = letter_sink_new_for_fd(STDOUT_FILENO, "standard output");
    g_autoptr(GError) error = NULL;

    letter_sink_slice(sink, text);
    if (letter_sink_finish(sink, &error))
        return LETTER_EXIT_FINE;
    letter_stream_complain(error->message);
    return LETTER_EXIT_FAILED;
}
