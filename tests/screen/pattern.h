/* Matching text against a pattern in which `*` stands for any characters.
 * Not here: where the text comes from. */
#ifndef TESTS_PATTERN_H
#define TESTS_PATTERN_H

#include <stdbool.h>

bool pattern_matches(const char *pattern, const char *text);

/* Both are lines ended by newlines; a line `**` of the pattern stands for any number of lines. */
bool pattern_matches_lines(const char *pattern, const char *text);

#endif
