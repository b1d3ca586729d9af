/*
 * json_events.h - a JSON value as the events that YAML would give.
 *
 * So a reader of the front matter reads JSON too.  The tree that jansson
 * makes has no positions; its source is walked in step with it.
 */
#ifndef LETTER_FRONT_JSON_EVENTS_H
#define LETTER_FRONT_JSON_EVENTS_H

#include "base/json.h"
#include "front/yaml.h"

/* Appends the events of @json to @events (of LetterYamlEvent); it begins at or
   after the byte @at of the source it was parsed from, which a comma, a colon
   or a bracket may precede.  Returns where it ends.  The events are valid while
   @json and @source are.

   Numbers, true and false are texts as typed; null and an empty text are
   absent.  A control character behind an escape is reported. */
gsize letter_json_events(const LetterJson *json, const LetterSource *source, gsize at,
                         LetterDiagnostics *diagnostics, GArray *events);

#endif
