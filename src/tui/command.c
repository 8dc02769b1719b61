/* Finding commands in the tables: by key, by name, for the key line.
 * Not here: the tables. */
#include "tui/command.h"

#include "filo/base/i18n.h"
#include "filo/base/log.h"
#include "tui/terminal/keys.h"
#include "tui/widget/keyline.h"

#include <stdio.h>
#include <string.h>

const struct command *command_next(struct command_walk *walk)
{
	while (*walk->table) {
		const struct command *command = walk->next ? walk->next : *walk->table;
		if (command->name) {
			walk->next = command + 1;
			return command;
		}
		walk->table++;
		walk->next = NULL;
	}
	return NULL;
}

const struct command *command_for_key(
	const struct command *const *tables, int key, context_set context)
{
	struct command_walk walk = { tables, NULL };
	const struct command *command;

	while ((command = command_next(&walk)))
		if ((command->contexts & context) && keys_have(command->keys, key))
			return command;
	return NULL;
}

const struct command *command_by_name(const struct command *const *tables, const char *name)
{
	struct command_walk walk = { tables, NULL };
	const struct command *command;

	while ((command = command_next(&walk)))
		if (!strcmp(command->name, name))
			return command;
	return NULL;
}

void command_start(struct app *app, const struct command *command)
{
	log_line("command", "%s", command->name);
	command->run(app);
}

void command_run(struct app *app, const char *name)
{
	command_start(app, command_by_name(app->commands, name));
}

void command_hints(const struct command *const *tables, context_set context, struct vector *hints)
{
	struct command_walk walk = { tables, NULL };
	const struct command *command;

	while ((command = command_next(&walk))) {
		struct hint hint;
		context_set hinted = command->hinted ? command->hinted : command->contexts;
		if (!command->hint || !(hinted & context))
			continue;
		snprintf(hint.key, sizeof hint.key, "%.*s", (int)strcspn(command->keys, " "),
			command->keys);
		snprintf(hint.word, sizeof hint.word, "%s", _(command->hint));
		vector_push(hints, &hint);
	}
}
