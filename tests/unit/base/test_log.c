/* The file of FILO_LOG: who can read it, what a line looks like. Not here: what is logged. */
#include "filo/base/log.h"

#include <fcntl.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cmocka.h>

static char path[] = "/tmp/filo-log.XXXXXX";

/* The file there is, such as an editor left it: open to everybody, with a line in it. */
static int with_a_file(void **state)
{
	int fd = mkstemp(path);

	(void)state;
	if (fd < 0 || fchmod(fd, 0644) < 0 || write(fd, "before\n", 7) != 7)
		return -1;
	return close(fd);
}

static int without_the_file(void **state)
{
	(void)state;
	return unlink(path);
}

static void read_back(char text[4096])
{
	FILE *file = fopen(path, "r");

	assert_non_null(file);
	text[fread(text, 1, 4095, file)] = '\0';
	fclose(file);
}

static void without_the_variable_nothing_is_written(void **state)
{
	(void)state;
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

	(void)state;
	setenv("FILO_LOG", path, 1);
	assert_int_equal(log_open(NULL), STATUS_OK);
	log_line("key", "%s", "Enter");
	log_line("frame", "%d bytes", 400);
	log_close();
	log_line("key", "%s", "after the end");
	read_back(text);
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

	(void)state;
	setenv("FILO_LOG", path, 1);
	assert_int_equal(log_open(NULL), STATUS_OK);
	log_close();
	assert_int_equal(stat(path, &info), 0);
	assert_int_equal(info.st_mode & 0777, 0600);
}

static void a_line_that_is_too_long_still_ends(void **state)
{
	char text[4096], word[3000];

	(void)state;
	memset(word, 'x', sizeof word - 1);
	word[sizeof word - 1] = '\0';
	setenv("FILO_LOG", path, 1);
	assert_int_equal(log_open(NULL), STATUS_OK);
	log_line("sql", "%s", word);
	log_line("key", "%s", "Enter");
	log_close();
	read_back(text);
	assert_non_null(strstr(text, "x\n20"));
	assert_non_null(strstr(text, " key Enter\n"));
}

static void a_folder_is_refused_by_name(void **state)
{
	struct error err;

	(void)state;
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

	return cmocka_run_group_tests_name("log", tests, with_a_file, without_the_file);
}
