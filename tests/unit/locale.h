/* The translations that were built with the tests.
 * Not here: the locale itself, which each test sets as it needs (base/i18n.c). */
#ifndef FILO_TESTS_UNIT_LOCALE_H
#define FILO_TESTS_UNIT_LOCALE_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <libintl.h>
#include <limits.h>
#include <string.h>
#include <unistd.h>

/* For gettext, from now on: ../../locale beside the test that runs. */
static inline void bind_built_locale(void)
{
	char path[PATH_MAX];
	ssize_t len = readlink("/proc/self/exe", path, sizeof path - 32);

	assert_true(len > 0);
	path[len] = '\0';
	for (int up = 0; up < 3; up++)
		*strrchr(path, '/') = '\0';
	strcat(path, "/locale");
	bindtextdomain("filo", path);
}

#endif
