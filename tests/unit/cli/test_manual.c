/* Tests that the manuals name the commands of the command line, and their options, as the table
 * has them.
 * Not here: the commands of the screen (tui/test_manual.c). */
#include "../unit.h"
#include "cli/cli.h"

#include "filo/base/strbuf.h"
#include "filo/base/vector.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* A command of the page, and the text up to the next one. */
struct item {
	char name[32];
	struct strbuf text;
};

/* ".Cm due", ".It Cm done Ar number": the name; commands stand at the first level of the list. */
static bool begins_command(const char *line, const char *before, char name[32])
{
	return sscanf(line, ".It Cm %31[a-z-]", name) == 1 ||
	       (!strcmp(before, ".It Xo\n") && sscanf(line, ".Cm %31[a-z-]", name) == 1);
}

static void read_items(const char *path, const char *section, struct vector *items)
{
	FILE *page = fopen(path, "r");
	char line[512], before[512] = "", name[32];
	struct item *item = NULL;
	bool is_there = false;

	if (!page)
		fail_msg("%s cannot be read: the tests run in the project's folder", path);
	while (fgets(line, sizeof line, page)) {
		if (!strncmp(line, ".Sh ", 4) || !strncmp(line, ".Ss ", 4))
			is_there = !strncmp(line + 4, section, strlen(section));
		if (is_there && begins_command(line, before, name)) {
			item = vector_push(items, NULL);
			snprintf(item->name, sizeof item->name, "%s", name);
			strbuf_init(&item->text);
		}
		if (is_there && item)
			strbuf_add(&item->text, line);
		snprintf(before, sizeof before, "%s", line);
	}
	fclose(page);
}

static void assert_names_option(
	const char *path, const struct item *item, const struct cli_option *option)
{
	char flag[64];

	if (option->name)
		snprintf(flag, sizeof flag, "Fl -%s", option->name);
	else
		snprintf(flag, sizeof flag, "Fl %c ", (char)option->value);
	if (!strstr(item->text.data, flag))
		fail_msg("%s: %s lacks \"%s\"", path, item->name, flag);
}

/* The usage names each option, by its letter or by its name; --json the help adds itself. */
static void assert_usage_names(const struct cli_command *command, const struct cli_option *option)
{
	char longer[64] = "--", shorter[3] = { '-', (char)option->value, '\0' };

	if (option->name)
		snprintf(longer, sizeof longer, "--%s", option->name);
	if (option->value != CLI_JSON && !strstr(command->usage, longer) &&
		!strstr(command->usage, shorter))
		fail_msg("the usage of %s lacks %s", command->name, longer);
}

static void assert_same(const char *path, const char *section)
{
	struct vector items = VECTOR_INIT(struct item);
	struct item *item;
	size_t count = 0;

	read_items(path, section, &items);
	VECTOR_EACH (item, &items) {
		const struct cli_command *command = cli_commands[count++];
		if (!command) {
			fail_msg("%s has \"%s\", which is no command", path, item->name);
			return; /* it does not come here */
		}
		assert_string_equal(item->name, command->name);
		for (const struct cli_option *option = command->options; option && option->value;
			option++) {
			assert_names_option(path, item, option);
			assert_usage_names(command, option);
		}
		strbuf_fini(&item->text);
	}
	if (cli_commands[count])
		fail_msg("%s lacks the command \"%s\"", path, cli_commands[count]->name);
	vector_fini(&items);
}

static void the_manual_names_every_command_and_option(void **state)
{
	assert_same("man/filo.1", "COMMANDS");
}

static void the_italian_manual_names_them_too(void **state)
{
	assert_same("man/it/filo.1", "COMANDI");
}

/* But for what has a form of its own: words for a shell, and the screen. */
static void every_command_tells_programs_what_it_did(void **state)
{
	for (const struct cli_command *const *command = cli_commands; *command; command++) {
		const struct cli_option *option = (*command)->options;
		while (option && option->value && option->value != CLI_JSON)
			option++;
		bool has_json = option && option->value;
		if (strcmp((*command)->name, "completion") && strcmp((*command)->name, "demo"))
			assert_true(has_json);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_manual_names_every_command_and_option),
		cmocka_unit_test(the_italian_manual_names_them_too),
		cmocka_unit_test(every_command_tells_programs_what_it_did),
	};

	return cmocka_run_group_tests_name("manual of the command line", tests, NULL, NULL);
}
