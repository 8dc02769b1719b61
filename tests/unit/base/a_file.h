/* For the tests of base/: a file by itself that comes and goes with them, and what is in one.
 * Not here: any test. */
#ifndef FILO_TESTS_BASE_A_FILE_H
#define FILO_TESTS_BASE_A_FILE_H

#include "../unit.h"

#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

/* Where the file is. */
static char a_file[] = "/tmp/filo-test.XXXXXX";

static inline int with_a_file(void **state)
{
	int fd = mkstemp(a_file);

	return fd < 0 ? -1 : close(fd);
}

static inline int without_the_file(void **state)
{
	return unlink(a_file);
}

static inline void read_text(const char *path, char *text, size_t size)
{
	FILE *file = fopen(path, "r");

	assert_non_null(file);
	text[fread(text, 1, size - 1, file)] = '\0';
	fclose(file);
}

static inline void check_text(const char *path, const char *wanted)
{
	char text[200];

	read_text(path, text, sizeof text);
	assert_string_equal(text, wanted);
}

#endif
