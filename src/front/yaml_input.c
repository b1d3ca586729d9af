/*
 * yaml_input.c - a stretch of a source as libyaml gets it, and the way back.
 */
#include "front/yaml_input.h"

#include <string.h>

#include "front/encoding.h"

#define MARK_SIZE 3

/* U+FEFF within a text is for others to judge, yet libyaml refuses it.  Its
   stand-in U+FDD0 cannot come from the source, where it is forbidden. */
static const char mark[] = "\xEF\xBB\xBF", mark_stand_in[] = "\xEF\xB7\x90";

/* What stands for a forbidden character of so many bytes: nothing that means
   something to YAML. */
static const char *const harmless[] = { "", "_", "\xC2\xBF", "\xEF\xBF\xBD" };

void letter_yaml_input_init(LetterYamlInput *input, const LetterSource *source, LetterSpan within)
{
    if (within.start == 0 && within.end >= MARK_SIZE && memcmp(source->data, mark, MARK_SIZE) == 0)
        within.start = MARK_SIZE;
    *input = (LetterYamlInput){
        .source = source,
        .within = within,
        .next = within.start,
        .offset = within.start,
    };
}

static gboolean is_continuation(char byte)
{
    return ((guchar)byte & 0xC0) == 0x80;
}

/* Whether the byte is a CR that belongs to the LF after it. */
static gboolean is_first_of_crlf(const LetterYamlInput *input, gsize offset)
{
    const char *data = input->source->data;

    return data[offset] == '\r' && offset + 1 < input->within.end && data[offset + 1] == '\n';
}

static void replace_forbidden(char *text, gsize size)
{
    LetterSlice slice = { text, size };
    LetterForbidden found;
    gsize from = 0;

    while (letter_encoding_find_forbidden(slice, from, &found)) {
        memcpy(text + found.offset, harmless[found.size], found.size);
        from = found.offset + found.size;
    }
}

static gboolean replace_all(char *text, gsize size, const char *from, const char *to)
{
    char *end = text + size, *at = text;
    gboolean any = FALSE;

    while ((at = memchr(at, from[0], (gsize)(end - at))) != NULL) {
        if (end - at >= MARK_SIZE && memcmp(at, from, MARK_SIZE) == 0) {
            memcpy(at, to, MARK_SIZE);
            any = TRUE;
        }
        at++;
    }
    return any;
}

/* Leaves out each CR of a CRLF; @start is where the text stood in the source. */
static gsize join_line_ends(const LetterYamlInput *input, char *text, gsize size, gsize start)
{
    char *from = memchr(text, '\r', size);
    char *to = from;

    if (from == NULL)
        return size;
    for (; from < text + size; from++) {
        if (!is_first_of_crlf(input, start + (gsize)(from - text)))
            *to++ = *from;
    }
    return (gsize)(to - text);
}

gsize letter_yaml_input_read(LetterYamlInput *input, char *buffer, gsize size)
{
    gsize start = input->next, copied = MIN(size, input->within.end - start);

    /* No character is torn, so that each is seen whole here. */
    while (copied > 0 && start + copied < input->within.end &&
           is_continuation(input->source->data[start + copied]))
        copied--;
    memcpy(buffer, input->source->data + start, copied);
    input->next = start + copied;
    replace_forbidden(buffer, copied);
    if (replace_all(buffer, copied, mark, mark_stand_in))
        input->has_marks = TRUE;
    return join_line_ends(input, buffer, copied, start);
}

static void step_forward(LetterYamlInput *input)
{
    if (is_first_of_crlf(input, input->offset)) {
        input->offset++;
        return;
    }
    do
        input->offset++;
    while (input->offset < input->within.end &&
           is_continuation(input->source->data[input->offset]));
    input->index++;
}

static void step_back(LetterYamlInput *input)
{
    do
        input->offset--;
    while (input->offset > input->within.start &&
           is_continuation(input->source->data[input->offset]));
    if (!is_first_of_crlf(input, input->offset))
        input->index--;
}

/* Steps over characters of one byte, as most are. */
static void skip_ascii(LetterYamlInput *input, gsize index)
{
    const char *start = input->source->data + input->offset;
    const char *end = start + MIN(index - input->index, input->within.end - input->offset);
    const char *at = start;

    while (at < end && (guchar)*at < 0x80 && *at != '\r')
        at++;
    input->offset += (gsize)(at - start);
    input->index += (gsize)(at - start);
}

gsize letter_yaml_input_find(LetterYamlInput *input, gsize index)
{
    while (input->index < index && input->offset < input->within.end) {
        step_forward(input);
        if (input->index < index)
            skip_ascii(input, index);
    }
    while (input->index > index && input->offset > input->within.start)
        step_back(input);
    return input->offset;
}

void letter_yaml_input_restore(const LetterYamlInput *input, char *text, gsize size)
{
    if (input->has_marks)
        replace_all(text, size, mark_stand_in, mark);
}

gsize letter_yaml_input_skip(const LetterYamlInput *input, gsize from)
{
    const char *data = input->source->data;
    gsize end = input->within.end;

    while (from < end && (data[from] == '#' || g_ascii_isspace(data[from]))) {
        if (data[from] == '#')
            from = letter_source_line_at(input->source, from).end;
        else
            from++;
    }
    return MIN(from, end);
}

gboolean letter_yaml_input_starts_line(const LetterYamlInput *input, gsize at)
{
    const char *data = input->source->data;

    return at == input->within.start || data[at - 1] == '\n' || data[at - 1] == '\r';
}
