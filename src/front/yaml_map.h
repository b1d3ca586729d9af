/*
 * yaml_map.h - where each byte of a YAML text stood in its source.
 */
#ifndef LETTER_FRONT_YAML_MAP_H
#define LETTER_FRONT_YAML_MAP_H

#include "base/offset_map.h"
#include "front/yaml.h"

/* See letter_yaml_map(). */
LetterOffsetMap *letter_yaml_map_new(const LetterSource *source, const LetterYamlEvent *event);

#endif
