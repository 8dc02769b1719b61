/* Tests of how often options may be given, of which exclude each other, and of the other names that
 * stand for some, through the tables of all commands.
 * Not here: what each option does (tests/cli/). */
#include "../unit.h"
#include "cli/cli.h"
#include "cli/options.h"
#include "cli/outcome.h"

#include "filo/base/memory.h"

#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* Whether the words are read to their end; what is said of them goes nowhere. */
static bool is_taken(const struct cli_command *command, char **words, int count)
{
	struct cli_outcome outcome;
	const struct cli cli = { .command = command, .outcome = &outcome };
	int nowhere = open("/dev/null", O_WRONLY), kept = dup(STDERR_FILENO), option;

	outcome_init(&outcome);
	dup2(nowhere, STDERR_FILENO);
	optind = 0;
	do
		option = cli_option(&cli, count, words);
	while (option != -1 && option != '?');
	dup2(kept, STDERR_FILENO);
	close(kept);
	close(nowhere);
	return option == -1;
}

static bool takes_both(
	const struct cli_command *command, const struct cli_option *option, char *one, char *other)
{
	struct cli_flag flag = cli_option_flag(option);
	char *words[] = { (char *)command->name, flag.text, one, flag.text, other, NULL };
	struct cli_command alone = *command;

	alone.rules = NULL;
	return is_taken(&alone, words, 5);
}

typedef void option_test(const struct cli_command *command, const struct cli_option *option);

static void each_option(option_test *test)
{
	for (const struct cli_command *const *command = cli_commands; *command; command++)
		for (const struct cli_option *option = (*command)->options; option && option->value;
			option++)
			test(*command, option);
}

static void assert_is_taken_so_often(
	const struct cli_command *command, const struct cli_option *option)
{
	char one[] = "key=1", other[] = "key=2", another[] = "yek=2";

	if (!option->argument)
		return;
	assert_true(takes_both(command, option, one, one));
	if (takes_both(command, option, one, other) != (option->times == CLI_SEVERAL) ||
		takes_both(command, option, one, another) != (option->times != CLI_ONCE))
		fail_msg("%s %s", command->name, cli_option_flag(option).text);
}

static void an_option_of_one_value_is_refused_a_second(void **state)
{
	each_option(assert_is_taken_so_often);
}

/* "[--tag T]..." */
static void assert_usage_says_so(const struct cli_command *command, const struct cli_option *option)
{
	const char *at = strstr(command->usage, cli_option_flag(option).text);

	if (!at || !option->argument || at == command->usage || at[-1] != '[')
		return;
	bool is_repeated = !strncmp(at + strcspn(at, "]"), "]...", 4);
	if (is_repeated != (option->times != CLI_ONCE))
		fail_msg("%s: %s", command->name, cli_option_flag(option).text);
}

static void the_usage_tells_which_may_be_given_several_times(void **state)
{
	each_option(assert_usage_says_so);
}

static bool are_alternatives(const char *usage, const char *one, const char *other)
{
	const char *at = strstr(usage, one), *then = at ? strstr(at, other) : NULL;
	size_t len = strlen(one);

	/* Between them there are bars, and no bracket closes what is around them. */
	for (const char *c = at; then && c < then; c++) {
		size_t inner = *c == '[' ? strcspn(c, "]") : 0;
		if (*c == ']')
			then = NULL;
		c += inner;
	}
	bool is_bar = then && (then[-1] == '|' || (then[-1] == ' ' && then[-2] == '|'));
	bool is_whole = at && (at[len] == ' ' || at[len] == '|');
	return is_bar && is_whole;
}

static int parted; /* pairs that were tried */

static void assert_excludes_what_is_parted(
	const struct cli_command *command, const struct cli_option *one)
{
	char value[] = "1";

	for (const struct cli_option *other = command->options; other->value; other++) {
		struct cli_flag first = cli_option_flag(one), second = cli_option_flag(other);
		char *words[6] = { (char *)command->name };
		int count = 1;
		if (one == other || !are_alternatives(command->usage, first.text, second.text))
			continue;
		words[count++] = first.text;
		if (one->argument)
			words[count++] = value;
		words[count++] = second.text;
		if (other->argument)
			words[count++] = value;
		if (is_taken(command, words, count))
			fail_msg("%s takes %s %s", command->name, first.text, second.text);
		parted++;
	}
}

static void those_that_the_usage_parts_exclude_each_other(void **state)
{
	each_option(assert_excludes_what_is_parted);
	assert_true(parted >= 20);
}

static void assert_are_options(const struct cli_command *command, const char *flags)
{
	char copy[512], *rest = copy;

	if (!flags)
		return;
	snprintf(copy, sizeof copy, "%s", flags);
	for (char *flag; (flag = strsep(&rest, ","));) {
		const struct cli_option *option = command->options;
		flag += *flag == ' ';
		while (option->value && strcmp(cli_option_flag(option).text, flag) != 0)
			option++;
		if (!option->value)
			fail_msg("%s has no %s, which it names", command->name, flag);
	}
}

static void rules_name_options(void **state)
{
	for (const struct cli_command *const *command = cli_commands; *command; command++)
		for (const struct cli_rule *rule = (*command)->rules; rule && rule->options;
			rule++) {
			assert_are_options(*command, rule->options);
			assert_are_options(*command, rule->needs);
			assert_are_options(*command, rule->without);
			assert_are_options(*command, rule->alone_but);
		}
}

static void assert_means(const struct cli_command *command, const struct cli_alias *alias)
{
	struct vector words = VECTOR_INIT(char *);
	char *name = memory_copy_string(alias->name), option[64];

	if (cli_command_of(&name, 1, &words) != command)
		fail_msg("%s of %s is another command, too", name, command->name);
	assert_string_equal(*(char **)vector_at(&words, 0), command->name);
	for (size_t i = 0; i < sizeof alias->with / sizeof *alias->with && alias->with[i]; i++) {
		assert_string_equal(*(char **)vector_at(&words, i + 1), alias->with[i]);
		snprintf(option, sizeof option, "%.*s", (int)strcspn(alias->with[i], "="),
			alias->with[i]);
		assert_are_options(command, option);
	}
	vector_fini_strings(&words);
	free(name);
}

static void a_name_of_the_screen_is_of_one_command(void **state)
{
	for (const struct cli_command *const *command = cli_commands; *command; command++)
		for (const struct cli_alias *alias = (*command)->also; alias && alias->name;
			alias++)
			assert_means(*command, alias);
	assert_string_equal(cli_name_of_screen("done", 1), "numbered-done");
	assert_null(cli_name_of_screen("done", 2));
	assert_null(cli_name_of_screen("circle", 1)); /* --add and the like are more than a name */
	assert_null(cli_name_of_screen("add-contact", 0));
	assert_null(cli_name_of_screen("nosuch", 0));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(an_option_of_one_value_is_refused_a_second),
		cmocka_unit_test(the_usage_tells_which_may_be_given_several_times),
		cmocka_unit_test(those_that_the_usage_parts_exclude_each_other),
		cmocka_unit_test(rules_name_options),
		cmocka_unit_test(a_name_of_the_screen_is_of_one_command),
	};

	return cmocka_run_group_tests_name("options", tests, NULL, NULL);
}
