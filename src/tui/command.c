/* Finding commands in the tables: by key, by name, for the key line.
 * Not here: the tables. */
#include "tui/command.h"

#include "filo/base/fold.h"
#include "filo/base/i18n.h"
#include "filo/base/log.h"
#include "filo/base/memory.h"
#include "filo/base/strbuf.h"
#include "tui/keymap.h"
#include "tui/subject.h"
#include "tui/terminal/keys.h"
#include "tui/terminal/terminal.h"

#include <stdio.h>
#include <stdlib.h>
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

const char *command_title(const struct command *command)
{
	static char title[200];
	char id[100];

	/* build-aux/command-names.awk collects them. */
	snprintf(id, sizeof id, "command\004%s", command->name);
	snprintf(title, sizeof title, "%s", i18n_in_context(id));
	return title;
}

const struct command *command_titled(
	const struct command *const *tables, const char *name, size_t len_bytes)
{
	struct command_walk walk = { tables, NULL };
	struct strbuf wanted = STRBUF_INIT, title = STRBUF_INIT;
	char *typed = memory_copy_bytes(name, len_bytes);
	const struct command *command, *found = command_by_name(tables, typed);

	text_fold(&wanted, typed);
	while (!found && (command = command_next(&walk))) {
		strbuf_clear(&title);
		text_fold(&title, command_title(command));
		if (!strcmp(title.data, wanted.data))
			found = command;
	}
	strbuf_fini(&title);
	strbuf_fini(&wanted);
	free(typed);
	return found;
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

const struct command_argument takes_text = { .kind = FIELD_TEXT };
const struct command_argument takes_person = { .kind = FIELD_PEOPLE, .is_single = true };
const struct command_argument takes_path = { .kind = FIELD_PATH, .is_single = true };

enum status command_check(
	struct app *app, const struct command *command, const char *text, struct error *err)
{
	return command->takes->check ? command->takes->check(app, text, err) : STATUS_OK;
}

bool command_set(struct app *app, const struct command *command, contact_id id, const char *text)
{
	struct error err;
	enum status status = app->acting_on ? STATUS_OK : command_check(app, command, text, &err);

	if (status == STATUS_OK)
		status = command->takes->set(app, id, text, &err);
	if (status == STATUS_OK)
		app_refresh(app);
	else
		app_say_error(app, &err);
	return status == STATUS_OK;
}

/* False: what stands behind its name answers what it asks. */
static bool command_run_with(struct app *app, const struct command *command, const char *argument)
{
	const struct command_argument *takes = command->takes;
	contact_id id = takes->set ? person_needed(app) : 0;

	if (id)
		command_set(app, command, id, argument);
	else if (takes->run)
		takes->run(app, argument);
	return takes->set || takes->run;
}

void command_start(struct app *app, const struct command *command, const char *argument)
{
	const struct view *before = app->top;
	bool is_taken = argument && *argument;

	log_line("command", is_taken ? "%s, with something" : "%s", command->name);
	if (is_taken && command_run_with(app, command, argument))
		return;
	command->run(app);
	if (is_taken && app->top != before && app->top->ops->answer)
		app->top->ops->answer(app, app->top, argument);
}

void command_run(struct app *app, const char *name)
{
	command_start(app, command_by_name(app->commands, name), NULL);
}

/* By the keys it has of itself, whatever it is bound to. */
static enum hint_need command_hint_need(const struct command *command)
{
	static const struct {
		const char *key;
		enum hint_need need;
	} tells[] = { { "Enter", HINT_DOING }, { "Ctrl-s", HINT_DOING }, { "Esc", HINT_OUT },
		{ "q", HINT_OUT }, { "?", HINT_HELP }, { "F1", HINT_HELP } };

	if (command->need != HINT_BY_KEYS)
		return command->need;
	for (size_t i = 0; i < sizeof tells / sizeof *tells; i++)
		if (keys_have(command->keys, key_from_name(tells[i].key, strlen(tells[i].key))))
			return tells[i].need;
	return HINT_BESIDES;
}

/* Nothing where no key does it. */
static void command_add_hint(const struct command *command, const struct keymap *keymap,
	context_set context, struct vector *hints)
{
	struct strbuf keys = STRBUF_INIT;
	struct hint hint;

	keymap_add_keys(&keys, keymap, command, context);
	size_t len;
	const char *key = keymap_first_key(keys.data, &len);
	snprintf(hint.key, sizeof hint.key, "%.*s", (int)len, key);
	snprintf(hint.word, sizeof hint.word, "%s", _(command->hint));
	snprintf(hint.brief, sizeof hint.brief, "%s",
		command->brief ? i18n_in_context(command->brief) : "");
	hint.need = command_hint_need(command);
	if (keys.len)
		vector_push(hints, &hint);
	strbuf_fini(&keys);
}

void command_hints(const struct command *const *tables, const struct keymap *keymap,
	context_set context, struct vector *hints)
{
	struct command_walk walk = { tables, NULL };
	const struct command *command;

	while ((command = command_next(&walk))) {
		context_set hinted = command->hinted ? command->hinted : command->contexts;
		if (command->hint && (hinted & context))
			command_add_hint(command, keymap, context, hints);
	}
}

/* As a name is written. Caller frees. */
static char *joined_words(const char *words, size_t len_bytes)
{
	char *name = memory_copy_bytes(words, len_bytes);

	for (char *c = name; *c; c++)
		if (*c == ' ')
			*c = '-';
	return name;
}

const struct command *command_spoken(
	const struct command *const *tables, const char *typed, size_t *len_bytes)
{
	const struct command *named = NULL;
	size_t len = strlen(typed);

	while (len && !named) {
		while (len && typed[len - 1] == ' ')
			len--;
		char *name = joined_words(typed, len);
		named = len ? command_titled(tables, name, len) : NULL;
		free(name);
		*len_bytes = len;
		while (len && typed[len - 1] != ' ')
			len--;
	}
	return named;
}

bool command_serves(const struct command *command, context_set place, bool has_argument)
{
	return command && (command->contexts & place) && (command->takes || !has_argument);
}

bool command_is_begun(const struct command *const *tables, const char *typed, context_set place)
{
	struct command_walk walk = { tables, NULL };
	char *name = joined_words(typed, strlen(typed));
	const struct command *command;
	bool is_begun = false;

	while (!is_begun && (command = command_next(&walk)))
		is_begun =
			(command->contexts & place) && (text_begins(command_title(command), name) ||
							       text_begins(command->name, name));
	free(name);
	return is_begun;
}
