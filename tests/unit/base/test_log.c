/* The file of FILO_LOG: who can read it, what a line looks like. Not here: what is logged. */
#include "../unit.h"
#include "a_file.h"

#include "filo/base/log.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

/* Such as an editor left it: open to everybody, with a line in it. */
static int with_a_line_in_it(void **state)
{
	if (with_a_file(state))
		return -1;
	FILE *file = fopen(a_file, "w");
	if (!file || chmod(a_file, 0644) < 0 || fputs("before\n", file) < 0)
		return -1;
	return fclose(file);
}

static void without_the_variable_nothing_is_written(void **state)
{
	unsetenv("FILO_LOG");
	assert_int_equal(log_open(NULL), STATUS_OK);
	assert_false(log_is_open());
	log_line("key", "%s", "Enter");
	log_close();
}

static void lines_are_appended_with_their_time(void **state)
{
	char text[4096];
	int day, month, hour;

	setenv("FILO_LOG", a_file, 1);
	assert_int_equal(log_open(NULL), STATUS_OK);
	log_line("key", "%s", "Enter");
	log_line("frame", "%d bytes", 400);
	log_close();
	log_line("key", "%s", "after the end");
	read_text(a_file, text, sizeof text);
	assert_memory_equal(text, "before\n", 7);
	assert_int_equal(sscanf(text + 7, "20%*d-%d-%dT%d:", &month, &day, &hour), 3);
	char *first = strchr(text + 7, '\n');
	assert_memory_equal(first - strlen(" key Enter"), " key Enter", strlen(" key Enter"));
	char *second = strchr(first + 1, '\n');
	assert_memory_equal(second - strlen(" frame 400 bytes"), " frame 400 bytes",
		strlen(" frame 400 bytes"));
	assert_string_equal(second, "\n");
}

static void only_the_owner_can_read_it(void **state)
{
	struct stat info;

	setenv("FILO_LOG", a_file, 1);
	assert_int_equal(log_open(NULL), STATUS_OK);
	log_close();
	assert_int_equal(stat(a_file, &info), 0);
	assert_int_equal(info.st_mode & 0777, 0600);
}

static void a_line_that_is_too_long_still_ends(void **state)
{
	char text[4096], word[3000];

	memset(word, 'x', sizeof word - 1);
	word[sizeof word - 1] = '\0';
	setenv("FILO_LOG", a_file, 1);
	assert_int_equal(log_open(NULL), STATUS_OK);
	log_line("sql", "%s", word);
	log_line("key", "%s", "Enter");
	log_close();
	read_text(a_file, text, sizeof text);
	assert_non_null(strstr(text, "x\n20"));
	assert_non_null(strstr(text, " key Enter\n"));
}

static void a_folder_is_refused_by_name(void **state)
{
	struct error err;

	setenv("FILO_LOG", "/tmp", 1);
	assert_int_equal(log_open(&err), STATUS_IO);
	assert_non_null(strstr(err.message, "FILO_LOG: /tmp cannot be written"));
	assert_false(log_is_open());
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(without_the_variable_nothing_is_written),
		cmocka_unit_test(lines_are_appended_with_their_time),
		cmocka_unit_test(only_the_owner_can_read_it),
		cmocka_unit_test(a_line_that_is_too_long_still_ends),
		cmocka_unit_test(a_folder_is_refused_by_name),
	};

	return cmocka_run_group_tests_name("log", tests, with_a_line_in_it, without_the_file);
}
