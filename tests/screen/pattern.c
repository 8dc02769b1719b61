/* Wildcards in what a scenario expects.
 * Not here: reading the scenario (scenario.c). */
#include "pattern.h"

#include <stddef.h>
#include <string.h>

/* Matches up to the end of both lines, so that it serves for whole texts and single lines. */
static bool line_matches(
	const char *pattern, const char *pattern_end, const char *text, const char *text_end)
{
	const char *star = NULL, *retry = NULL;

	while (text < text_end) {
		if (pattern < pattern_end && *pattern == '*') {
			star = ++pattern;
			retry = text;
		} else if (pattern < pattern_end && *pattern == *text) {
			pattern++;
			text++;
		} else if (star) {
			pattern = star;
			text = ++retry;
		} else {
			return false;
		}
	}
	while (pattern < pattern_end && *pattern == '*')
		pattern++;
	return pattern == pattern_end;
}

bool pattern_matches(const char *pattern, const char *text)
{
	return line_matches(pattern, pattern + strlen(pattern), text, text + strlen(text));
}

static const char *line_end(const char *s)
{
	return s + strcspn(s, "\n");
}

static const char *next_line(const char *s)
{
	const char *end = line_end(s);

	return *end ? end + 1 : end;
}

bool pattern_matches_lines(const char *pattern, const char *text)
{
	while (*pattern) {
		const char *pattern_end = line_end(pattern);
		if (pattern_end - pattern == 2 && !strncmp(pattern, "**", 2)) {
			pattern = next_line(pattern);
			while (!pattern_matches_lines(pattern, text)) {
				if (!*text)
					return false;
				text = next_line(text);
			}
			return true;
		}
		if (!*text || !line_matches(pattern, pattern_end, text, line_end(text)))
			return false;
		pattern = next_line(pattern);
		text = next_line(text);
	}
	return !*text;
}
