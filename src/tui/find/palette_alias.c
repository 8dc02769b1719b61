/* Names of commands that hands bring from other programs, with a "!" or without, or from the
 * command line.
 * Not here: the commands' own names (command.c). */
#include "tui/find/palette_alias.h"

#include "filo/base/memory.h"
#include "filo/tui/options.h"

#include <stdlib.h>
#include <string.h>

static const struct {
	const char *typed, *command;
} aliases[] = { { "q", "quit" }, { "qa", "quit" }, { "wq", "quit" }, { "wqa", "quit" },
	{ "x", "quit" }, { "xa", "quit" }, { "exit", "quit" }, { "w", "write" },
	{ "wa", "write" } };

const struct command *palette_alias(const struct command *const *tables, const char *typed)
{
	size_t len = strcspn(typed, "!");

	if (strspn(typed + len, "!") != strlen(typed + len))
		return NULL;
	for (size_t i = 0; i < sizeof aliases / sizeof *aliases; i++)
		if (strlen(aliases[i].typed) == len && !strncmp(typed, aliases[i].typed, len))
			return command_by_name(tables, aliases[i].command);
	return NULL;
}

bool palette_alias_begins(const struct command *command, const char *typed)
{
	bool begins = false;

	for (size_t i = 0; i < sizeof aliases / sizeof *aliases; i++)
		begins |= !strcmp(aliases[i].command, command->name) &&
			  !strncmp(aliases[i].typed, typed, strlen(typed));
	return begins;
}

const struct command *palette_called(const struct app *app, const char *typed, context_set place)
{
	size_t len = strcspn(typed, " ");
	bool has_argument = typed[len + strspn(typed + len, " ")];
	const struct command *command = NULL;
	char *word = memory_copy_bytes(typed, len);
	const char *name;

	for (size_t at = 0; !command && (name = app->options->command_called(word, at)); at++) {
		command = command_by_name(app->commands, name);
		if (!command_serves(command, place, has_argument))
			command = NULL;
	}
	free(word);
	return command;
}
