/* Tests that the manuals name the commands and their keys as the command table has them.
 * Not here: the rest of the manuals (mandoc checks their form). */
#include "../unit.h"
#include "tui/command.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* An item of the list of keys, ".It Ic j Down Pq Cm down", and the line under it. */
struct item {
	char keys[64], name[64], help[160];
};

/* mdoc keeps a lone full stop, colon or question mark from being punctuation with "\&", and writes
 * a backslash as "\e". */
static void strip_escapes(char *text)
{
	for (char *escape; (escape = strstr(text, "\\&"));)
		memmove(escape, escape + 2, strlen(escape + 2) + 1);
	for (char *escape; (escape = strstr(text, "\\e"));)
		memmove(escape + 1, escape + 2, strlen(escape + 2) + 1);
}

static bool read_item(FILE *page, struct item *item)
{
	char line[256];
	bool is_item = false;

	while (!is_item && fgets(line, sizeof line, page) && strncmp(line, ".Sh ", 4) != 0) {
		strip_escapes(line);
		*item = (struct item){ 0 };
		is_item = sscanf(line, ".It Ic %63[^\n]", item->keys) == 1 ||
			  sscanf(line, ".It Pq Cm %63s", item->name) == 1;
	}
	char *name = strstr(item->keys, " Pq Cm ");
	if (name) {
		snprintf(item->name, sizeof item->name, "%s", name + strlen(" Pq Cm "));
		*name = '\0';
	}
	if (is_item && fgets(line, sizeof line, page))
		snprintf(item->help, sizeof item->help, "%.*s", (int)strcspn(line, "\n"), line);
	return is_item;
}

static FILE *open_at(const char *path, const char *section)
{
	FILE *page = fopen(path, "r");
	char line[256];

	if (!page)
		fail_msg("%s cannot be read: the tests run in the project's folder", path);
	while (fgets(line, sizeof line, page)) {
		line[strcspn(line, "\n")] = '\0';
		if (!strncmp(line, ".Sh ", 4) && !strcmp(line + 4, section))
			return page;
	}
	fail_msg("%s has no section %s", path, section);
	return page;
}

/* The same commands in the same order, each with its keys. */
static void assert_same(const char *path, const char *section, bool has_english_help)
{
	FILE *page = open_at(path, section);
	struct command_walk walk = { commands, NULL };
	const struct command *command;
	struct item item;

	while (read_item(page, &item)) {
		command = command_next(&walk);
		if (!command) {
			fail_msg("%s has \"%s\", which is no command", path, item.name);
			return; /* it does not come here */
		}
		assert_string_equal(item.name, command->name);
		assert_string_equal(item.keys, command->keys);
		if (has_english_help)
			assert_string_equal(item.help, command->help);
		assert_true(*item.help && *item.help != '.');
	}
	fclose(page);
	command = command_next(&walk);
	if (command)
		fail_msg("%s lacks the command \"%s\"", path, command->name);
}

static void the_manual_names_every_command_and_its_keys(void **state)
{
	assert_same("man/filo.1", "KEYS", true);
}

static void the_italian_manual_names_them_too(void **state)
{
	assert_same("man/it/filo.1", "TASTI", false);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_manual_names_every_command_and_its_keys),
		cmocka_unit_test(the_italian_manual_names_them_too),
	};

	return cmocka_run_group_tests_name("manual", tests, NULL, NULL);
}
