/*
 * written.c - what a run wrote, as a JSON list.
 *
 * The list is made as the run goes on, and printed when it is known whole.
 */
#include "cli/written.h"

#include "base/json.h"
#include "base/printable.h"
#include "cli/stream.h"

struct LetterWritten {
    GString *text;
    LetterSink *sink;
    LetterJsonWriter *json;
};

LetterWritten *letter_written_new(void)
{
    LetterWritten *written = g_new0(LetterWritten, 1);

    written->text = g_string_new(NULL);
    written->sink = letter_sink_new_for_string(written->text);
    written->json = letter_json_writer_new(written->sink, LETTER_JSON_INDENTED);
    letter_json_begin_array(written->json);
    return written;
}

void letter_written_free(LetterWritten *written)
{
    if (written == NULL)
        return;
    letter_json_writer_free(written->json);
    letter_sink_free(written->sink);
    g_string_free(written->text, TRUE);
    g_free(written);
}

/* JSON has no other texts than UTF-8, file names have. */
static void put_name(LetterJsonWriter *json, const char *member, const char *name)
{
    g_autofree char *shown = letter_printable_name(name);

    letter_json_member(json, member, shown);
}

void letter_written_add(LetterWritten *written, const char *input, const char *output,
                        LetterFormat format, const GString *content, gboolean is_new)
{
    g_autofree char *digest =
        g_compute_checksum_for_data(G_CHECKSUM_SHA256, (const guchar *)content->str, content->len);

    letter_json_begin_object(written->json);
    put_name(written->json, "input", input);
    put_name(written->json, "output", output);
    letter_json_member(written->json, "format", letter_format_name(format));
    letter_json_member(written->json, "sha256", digest);
    letter_json_member(written->json, "state", is_new ? "written" : "unchanged");
    letter_json_end_object(written->json);
}

LetterExit letter_written_print(const LetterWritten *written)
{
    letter_json_end_array(written->json);
    return letter_stream_print((LetterSlice){ written->text->str, written->text->len });
}
