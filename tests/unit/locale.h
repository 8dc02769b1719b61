/* The translations that were built with the tests, and Italian by them.
 * Not here: other locales, which each test sets as it needs (base/i18n.c). */
#ifndef FILO_TESTS_UNIT_LOCALE_H
#define FILO_TESTS_UNIT_LOCALE_H

#include "filo/base/i18n.h"
#include "unit.h"

#include <libintl.h>
#include <limits.h>
#include <stdlib.h>
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

/* Everything in Italian, from now on: a cmocka setup, too. */
static inline int speak_italian(void **state)
{
	setenv("LC_ALL", "it_IT.UTF-8", true);
	setenv("LANGUAGE", "it", true);
	i18n_init();
	bind_built_locale();
	assert_string_equal(_("Commands"), "Comandi");
	return 0;
}

#endif
