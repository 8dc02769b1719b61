/* What the person's settings bind to keys: reading it, and which keys hold now.
 * Not here: pressing them (app.c), the keys of the command tables (command.c). */
#include "tui/keymap.h"

#include "filo/base/ascii.h"
#include "filo/base/config.h"
#include "filo/base/i18n.h"
#include "filo/base/memory.h"
#include "filo/base/strbuf.h"
#include "filo/people/date.h"
#include "filo/people/words/when.h"
#include "tui/command.h"
#include "tui/contexts.h"
#include "tui/terminal/draw.h"
#include "tui/terminal/keys.h"
#include "tui/terminal/terminal.h"

#include <stdlib.h>
#include <string.h>

/* Of commands that may be meant; more tell nothing. */
#define NAMES_TOLD_MAX 6

/* ---- Which holds ---- */

const struct binding *keymap_find(const struct keymap *keymap, int key, context_set context)
{
	for (size_t i = keymap->bindings.count; i-- > 0;) {
		const struct binding *binding = vector_at(&keymap->bindings, i);
		if (binding->key == key && (binding->contexts & context))
			return binding;
	}
	return NULL;
}

bool keymap_holds(const struct keymap *keymap, const struct binding *binding, context_set contexts)
{
	for (size_t i = 0; i < CONTEXTS; i++)
		if ((contexts & binding->contexts & CONTEXT(i)) &&
			keymap_find(keymap, binding->key, CONTEXT(i)) == binding)
			return true;
	return false;
}

/* Whether a key of the tables still means its command in any of these. */
static bool keymap_leaves(const struct keymap *keymap, int key, context_set contexts)
{
	for (size_t i = 0; i < CONTEXTS; i++)
		if ((contexts & CONTEXT(i)) && !keymap_find(keymap, key, CONTEXT(i)))
			return true;
	return false;
}

static void keymap_add_key(struct strbuf *out, int key)
{
	char name[16];

	if (!keys_have(out->data, key))
		strbuf_add_item(out, " ", key_to_name(key, name));
}

void keymap_add_keys(struct strbuf *out, const struct keymap *keymap, const struct command *command,
	context_set contexts)
{
	const struct binding *binding;
	struct strbuf keys = STRBUF_INIT;

	VECTOR_EACH (binding, &keymap->bindings)
		if (binding->command == command && !binding->argument &&
			keymap_holds(keymap, binding, contexts))
			keymap_add_key(&keys, binding->key);
	for (const char *name = command->keys; *name; name += strspn(name, " ")) {
		size_t len = strcspn(name, " ");
		int key = key_from_name(name, len);
		if (keymap_leaves(keymap, key, contexts & command->contexts))
			keymap_add_key(&keys, key);
		name += len;
	}
	strbuf_add(out, keys.data);
	strbuf_fini(&keys);
}

const char *keymap_first_key(const char *keys, size_t *len)
{
	const char *key = keys;

	while (draw_is_plain() && *key && !ascii_is_alnum(*key)) {
		key += strcspn(key, " ");
		key += strspn(key, " ");
	}
	if (!*key)
		key = keys;
	*len = strcspn(key, " ");
	return key;
}

void keymap_add_way(struct strbuf *out, const struct keymap *keymap,
	const struct command *const *tables, const char *name, context_set contexts)
{
	const struct command *command = command_by_name(tables, name);
	struct strbuf keys = STRBUF_INIT;

	keymap_add_keys(&keys, keymap, command, contexts);
	if (keys.len) {
		size_t len;
		const char *key = keymap_first_key(keys.data, &len);
		strbuf_add_bytes(out, key, len);
	} else {
		strbuf_add_format(out, ":%s", command_title(command));
	}
	strbuf_fini(&keys);
}

/* ---- Reading ---- */

/* A line of the settings, taken apart. */
struct keymap_line {
	const struct config_line *line;
	struct strbuf *complaints;
	char *context, *key, *command, *argument; /* NULL: not there */
	bool is_unbind;
};

static void keymap_take_apart(struct keymap_line *line, char *words)
{
	line->is_unbind = !strcmp(config_cut_word(&words), "unbind");
	line->context = config_cut_word(&words);
	line->key = config_cut_word(&words);
	if (!line->is_unbind)
		line->command = config_cut_word(&words);
	line->argument = *words ? words : NULL;
}

static bool keymap_read_place(const struct keymap_line *line, struct binding *out)
{
	struct strbuf names = STRBUF_INIT;

	if (!line->key || !(line->command || line->is_unbind) ||
		(line->is_unbind && line->argument))
		return config_refuse(line->complaints, line->line,
			_("expected a line such as \"%s\": a context, a key%s"),
			line->is_unbind ? "unbind due s" : "bind due F2 snooze",
			line->is_unbind ? "" : _(", a command"));
	out->contexts = contexts_named(line->context);
	out->key = key_from_name(line->key, strlen(line->key));
	if (!out->contexts) {
		contexts_list(&names, EVERYWHERE, true);
		config_refuse(line->complaints, line->line,
			_("there is no context \"%s\": it can be %s"), line->context, names.data);
		strbuf_fini(&names);
		return false;
	}
	if (!out->key)
		return config_refuse(line->complaints, line->line,
			_("\"%s\" is no key: write it as in l, F2, C-f, M-x, Space"), line->key);
	return true;
}

static bool keymap_is_typed(int key, context_set contexts)
{
	return (contexts & WHILE_TYPING) && KEY_IS_TEXT(key);
}

/* What could lock somebody in, or take letters away from a text. */
static bool keymap_may_change(const struct keymap_line *line, const struct binding *binding)
{
	if (binding->key == KEY_CTRL('c'))
		return config_refuse(line->complaints, line->line, "%s",
			_("Ctrl-c ends filo wherever one is, and stays so"));
	if (keymap_is_typed(binding->key, binding->contexts) && !line->is_unbind)
		return config_refuse(line->complaints, line->line,
			_("%s is typed there: take a key such as C-g, M-%s or F2"), line->key,
			line->key);
	return true;
}

static bool keymap_refuse_place(const struct keymap_line *line, const struct command *command)
{
	struct strbuf places = STRBUF_INIT;

	contexts_list(&places, command->contexts, false);
	config_refuse(line->complaints, line->line,
		_("%s does nothing in %s: it can be bound in %s"), command->name, line->context,
		places.data);
	strbuf_fini(&places);
	return false;
}

/* What is left of the name behind this beginning, hyphens aside; NULL: it begins otherwise.
 * Hyphens alone begin nothing. */
static const char *keymap_behind(const char *name, const char *begin)
{
	if (!begin[strspn(begin, "-")])
		return NULL;
	for (; *begin; begin++) {
		if (*begin == '-')
			continue;
		name += *name == '-';
		if (*name++ != *begin)
			return NULL;
	}
	return name;
}

/* By its name, or by a beginning that fits only one there, as in the palette. */
static const struct command *keymap_named(
	const struct keymap_line *line, const struct command *const *tables, context_set contexts)
{
	const struct command *command = command_by_name(tables, line->command), *found = NULL;
	struct command_walk walk = { tables, NULL };
	int count = 0;

	if (command)
		return command;
	while ((command = command_next(&walk))) {
		const char *behind = keymap_behind(command->name, line->command);
		if (!behind || (line->argument && !command->takes) ||
			!(command->contexts & contexts))
			continue;
		if (!*behind)
			return command;
		found = command;
		count++;
	}
	return count == 1 ? found : NULL;
}

static bool keymap_begins(const char *name, const char *typed)
{
	return keymap_behind(name, typed) != NULL;
}

static bool keymap_contains(const char *name, const char *typed)
{
	return strstr(name, typed) != NULL;
}

#define NO_COMMAND_BUT N_("there is no command \"%s\": it can be %s")
#define NO_COMMAND     N_("there is no command \"%s\": filo config --keys lists them")

/* Those that may be meant are told, where these are few. */
static bool keymap_refuse_name(
	const struct keymap_line *line, const struct command *const *tables, context_set contexts)
{
	/* Several are told by their names, or by where all are listed; one or none as the last. */
	static const struct {
		bool (*fits)(const char *name, const char *typed);
		const char *few, *many; /* N_() */
	} ways[] = {
		{ keymap_begins, N_("several commands begin with \"%s\": %s"),
			N_("several commands begin with \"%s\": filo config --keys lists them") },
		{ keymap_contains, NO_COMMAND_BUT, NO_COMMAND },
		{ ascii_is_near, NO_COMMAND_BUT, NO_COMMAND },
	};
	struct strbuf names = STRBUF_INIT;
	const struct command *command;
	const size_t ways_count = sizeof ways / sizeof *ways;
	size_t told = ways_count - 1;
	int count = 0;

	for (size_t way = 0; !count && way < ways_count; way++) {
		struct command_walk walk = { tables, NULL };
		while ((command = command_next(&walk)))
			if ((command->contexts & contexts) &&
				ways[way].fits(command->name, line->command)) {
				strbuf_add_item(&names, ", ", command->name);
				count++;
			}
		told = count > 1 ? way : told;
	}
	if (count && count <= NAMES_TOLD_MAX)
		config_refuse(
			line->complaints, line->line, _(ways[told].few), line->command, names.data);
	else
		config_refuse(line->complaints, line->line, _(ways[told].many), line->command);
	strbuf_fini(&names);
	return false;
}

/* A date or a number, as the command wants it. A date is read from a day of a leap year: bound, it
 * is said on any day. */
static bool keymap_may_take(const struct keymap_line *line, const struct command *command)
{
	day_number day = date_to_day((struct civil_date){ 2024, 1, 1 });
	enum field_kind kind = command->takes->kind;
	const char *argument = line->argument;
	struct error err;
	struct when when;

	if (kind == FIELD_WHEN && when_parse(argument, WHEN_FUTURE, day, i18n_language(),
					  i18n_is_day_first(), &when, &err) != STATUS_OK)
		return config_refuse(
			line->complaints, line->line, "%s: %s", command->name, err.message);
	if (kind == FIELD_NUMBER && argument[strspn(argument, "0123456789")])
		return config_refuse(line->complaints, line->line,
			_("%s takes a number, not \"%s\""), command->name, argument);
	return true;
}

static bool keymap_read_command(const struct keymap_line *line, const struct command *const *tables,
	struct binding *binding)
{
	const struct command *command = keymap_named(line, tables, binding->contexts);

	if (!command)
		return keymap_refuse_name(line, tables, binding->contexts);
	if (line->argument && !command->takes)
		return config_refuse(line->complaints, line->line,
			_("%s takes nothing behind its name: leave out \"%s\""), command->name,
			line->argument);
	if (line->argument && !keymap_may_take(line, command))
		return false;
	if (!(command->contexts & binding->contexts))
		return keymap_refuse_place(line, command);
	binding->contexts &= command->contexts;
	binding->command = command;
	return true;
}

/* A later line holds; a narrower one is an exception, and meant. */
static void keymap_tell_twice(
	const struct keymap_line *line, const struct keymap *keymap, const struct binding *binding)
{
	const struct binding *before;

	VECTOR_EACH (before, &keymap->bindings)
		if (before->key == binding->key && before->contexts == binding->contexts &&
			before->command && binding->command) {
			config_refuse(line->complaints, line->line,
				_("%s in %s is bound in line %d, too: this one holds, remove one"),
				line->key, line->context, before->line);
			return;
		}
}

static void keymap_note(struct strbuf *notes, const struct keymap_line *line,
	const struct keymap *keymap, const struct command *const *tables,
	const struct binding *binding)
{
	for (size_t i = 0; notes && binding->command && i < CONTEXTS; i++) {
		const context_set context = binding->contexts & CONTEXT(i);
		struct strbuf place = STRBUF_INIT;
		const struct command *before = command_for_key(tables, binding->key, context);
		if (!before || before == binding->command ||
			keymap_find(keymap, binding->key, context))
			continue;
		contexts_list(&place, context, false);
		strbuf_add_format(notes, _("%s:%d: %s is %s instead of %s in %s\n"),
			line->line->path, line->line->number, line->key, binding->command->name,
			before->name, place.data);
		strbuf_fini(&place);
	}
}

/* Without another key there is no way out, to help or to the commands. */
static void keymap_note_way_lost(struct strbuf *notes, const struct keymap_line *line,
	const struct command *const *tables, const struct binding *binding)
{
	static const char *const ways[] = { "Esc", "q", "?", "F1", ":" };
	const struct command *lost = NULL;
	bool is_way = false;

	for (size_t i = 0; i < sizeof ways / sizeof *ways; i++)
		is_way |= binding->key == key_from_name(ways[i], strlen(ways[i]));
	for (size_t i = 0; i < CONTEXTS && !lost; i++)
		if (binding->contexts & CONTEXT(i))
			lost = command_for_key(tables, binding->key, CONTEXT(i));
	if (notes && line->is_unbind && is_way && lost)
		config_refuse(notes, line->line,
			_("%s runs %s no more: bind another key to it, or take the line out"),
			line->key, lost->name);
}

void keymap_read(struct keymap *keymap, const struct command *const *tables,
	const struct config *config, struct strbuf *complaints, struct strbuf *notes)
{
	const struct config_line *config_line;

	vector_init(&keymap->bindings, sizeof(struct binding));
	VECTOR_EACH (config_line, &config->bindings) {
		struct keymap_line line = { .line = config_line, .complaints = complaints };
		struct binding binding = { .line = config_line->number };
		char *words = memory_copy_string(config_line->words);
		keymap_take_apart(&line, words);
		if (keymap_read_place(&line, &binding) && keymap_may_change(&line, &binding) &&
			(line.is_unbind || keymap_read_command(&line, tables, &binding))) {
			binding.argument = memory_copy_string(line.argument);
			keymap_tell_twice(&line, keymap, &binding);
			keymap_note(notes, &line, keymap, tables, &binding);
			keymap_note_way_lost(notes, &line, tables, &binding);
			vector_push(&keymap->bindings, &binding);
		}
		free(words);
	}
}

void keymap_fini(struct keymap *keymap)
{
	struct binding *binding;

	VECTOR_EACH (binding, &keymap->bindings)
		free(binding->argument);
	vector_fini(&keymap->bindings);
}

/* ---- Telling ---- */

/* "#" begins a comment in the settings. */
static const char *keymap_key_in_settings(const char *name)
{
	return strcmp(name, "#") != 0 ? name : "Hash";
}

struct keymap_telling {
	const struct keymap *keymap;
	const struct context_name *place;
	key_told_fn *tell;
	void *context;
};

static void keymap_tell_command(const struct keymap_telling *telling, const struct command *command)
{
	context_set contexts = telling->place->contexts;
	struct key_told told = { .place = telling->place->name, .command = command->name };
	struct strbuf keys = STRBUF_INIT;

	if (!(command->contexts & contexts))
		return;
	keymap_add_keys(&keys, telling->keymap, command, contexts);
	if (!keys.len)
		telling->tell(telling->context, &told);
	for (char *rest = keys.data, *name; (name = config_cut_word(&rest)) != NULL;) {
		int key = key_from_name(name, strlen(name));
		told.key = keymap_key_in_settings(name);
		told.is_fixed = key == KEY_CTRL('c') || keymap_is_typed(key, contexts);
		telling->tell(telling->context, &told);
	}
	strbuf_fini(&keys);
}

/* Keys that run a command with an argument, and those that run none. */
static void keymap_tell_bound(const struct keymap_telling *telling)
{
	const struct binding *binding;
	char key[16];

	VECTOR_EACH (binding, &telling->keymap->bindings) {
		struct key_told told = { .place = telling->place->name,
			.key = keymap_key_in_settings(key_to_name(binding->key, key)),
			.command = binding->command ? binding->command->name : NULL,
			.argument = binding->argument };
		if ((binding->argument || !binding->command) &&
			keymap_holds(telling->keymap, binding, telling->place->contexts))
			telling->tell(telling->context, &told);
	}
}

void keymap_tell(const struct keymap *keymap, const struct command *const *tables,
	key_told_fn *tell, void *context)
{
	for (const struct context_name *place = context_names; place->name; place++) {
		const struct keymap_telling telling = { keymap, place, tell, context };
		struct command_walk walk = { tables, NULL };
		const struct command *command;
		if (place->is_group)
			continue;
		while ((command = command_next(&walk)))
			keymap_tell_command(&telling, command);
		keymap_tell_bound(&telling);
	}
}
