/*
 * in_turn.c - run commands in turn, and print what each took.
 *
 *     in_turn ROUNDS OUTPUT COMMAND... [-- COMMAND...]
 *
 * Each command's standard output goes to the file OUTPUT.  A line for each:
 * median microseconds, peak KiB.  In turn, so that a busy machine is as busy
 * for all; a small process, so that its own memory is not counted as theirs.
 */
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

enum {
    MAX_COMMANDS = 16,
    MAX_ROUNDS = 1000
};

static double microseconds(void)
{
    struct timespec now;

    clock_gettime(CLOCK_MONOTONIC, &now);
    return (double)now.tv_sec * 1e6 + (double)now.tv_nsec / 1e3;
}

/* Returns microseconds, and adds to *peak. */
static double run(char **command, const char *output, long *peak)
{
    struct rusage usage;
    double start = microseconds();
    int status;
    pid_t child = vfork();

    if (child == 0) {
        int fd = open(output, O_WRONLY | O_CREAT | O_TRUNC, 0600);

        if (fd >= 0 && dup2(fd, STDOUT_FILENO) >= 0)
            execvp(command[0], command);
        _exit(127);
    }
    if (child < 0 || wait4(child, &status, 0, &usage) < 0 || status != 0) {
        fprintf(stderr, "in_turn: %s failed\n", command[0]);
        exit(1);
    }
    if (usage.ru_maxrss > *peak)
        *peak = usage.ru_maxrss;
    return microseconds() - start;
}

static int compare(const void *one, const void *other)
{
    double a = *(const double *)one;
    double b = *(const double *)other;

    return (a > b) - (a < b);
}

int main(int argc, char **argv)
{
    static double times[MAX_COMMANDS][MAX_ROUNDS];
    long peaks[MAX_COMMANDS] = { 0 };
    char **commands[MAX_COMMANDS];
    int n_commands = 0;
    int rounds = argc > 3 ? atoi(argv[1]) : 0;

    if (rounds < 1 || rounds > MAX_ROUNDS)
        return 2;
    commands[n_commands++] = argv + 3;
    for (int i = 3; i < argc && n_commands < MAX_COMMANDS; i++) {
        if (strcmp(argv[i], "--") == 0) {
            argv[i] = NULL;
            commands[n_commands++] = argv + i + 1;
        }
    }
    for (int round = 0; round < rounds; round++)
        for (int i = 0; i < n_commands; i++)
            times[i][round] = run(commands[i], argv[2], &peaks[i]);
    for (int i = 0; i < n_commands; i++) {
        qsort(times[i], (size_t)rounds, sizeof times[i][0], compare);
        printf("%.0f %ld\n", times[i][rounds / 2], peaks[i]);
    }
    return 0;
}
