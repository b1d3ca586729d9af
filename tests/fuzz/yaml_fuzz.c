/*
 * yaml_fuzz.c - any text as YAML: each event in its place, each byte mapped.
 */
#include "front/front_matter.h"
#include "front/yaml.h"

int LLVMFuzzerTestOneInput(const guint8 *data, size_t size);

static void check_event(const LetterYaml *yaml, const LetterSource *source,
                        const LetterYamlEvent *event)
{
    g_autoptr(LetterOffsetMap) map = NULL;

    g_assert(event->span.start <= event->span.end && event->span.end <= source->size);
    if (event->type != LETTER_YAML_SCALAR)
        return;
    g_assert(event->text.data[event->text.size] == '\0');
    g_assert(g_utf8_validate_len(event->text.data, event->text.size, NULL));
    map = letter_yaml_map(yaml, event);
    for (gsize i = 0; i <= event->text.size; i++)
        g_assert(letter_offset_map_find(map, i) <= source->size);
}

int LLVMFuzzerTestOneInput(const guint8 *data, size_t size)
{
    g_autoptr(GBytes) bytes = g_bytes_new(data, size);
    g_autoptr(LetterSource) source = letter_source_new("a.yaml", bytes);
    g_autoptr(LetterDiagnostics) diagnostics = letter_diagnostics_new();
    g_autoptr(LetterYaml) yaml = NULL;
    LetterYamlEvent event;

    if (!letter_front_matter_check_encoding(source, diagnostics))
        return 0;
    yaml = letter_yaml_new(source, (LetterSpan){ 0, source->size }, diagnostics);
    while (letter_yaml_next(yaml, &event))
        check_event(yaml, source, &event);
    g_assert(!letter_yaml_is_broken(yaml) || letter_diagnostics_has_errors(diagnostics));
    return 0;
}
