/*
 * main.c - find the command.
 */
#include "cli/command.h"
#include "cli/stream.h"
#include "cli/usage.h"

int main(int argc, char **argv)
{
    const LetterCommand *command;

    letter_stream_prepare();
    if (argc < 2)
        return (int)letter_usage_fail(NULL,
                                      "no command given; 'letterctl render LETTER.md' writes a "
                                      "letter as a web page to standard output");
    command = letter_command_find(argv[1]);
    return command != NULL ? (int)command->run(argv + 1) : (int)letter_command_refuse(argv[1]);
}
