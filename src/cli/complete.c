/* What completes a word of the command line, from the tables of commands and from who is there.
 * Not here: what there is to offer (offers.c), what each shell does with it (completion.c). */
#include "cli/complete.h"

#include "cli/cli.h"
#include "cli/offer_numbers.h"
#include "cli/offers.h"
#include "filo/base/ascii.h"
#include "filo/base/i18n.h"
#include "filo/base/memory.h"
#include "filo/store/contact_list.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static bool is_capital(char c)
{
	return c >= 'A' && c <= 'Z';
}

/* "bash|zsh|fish", "forget", "-2..2": words to choose from, in small letters, as they are said
 * here, or numbers. */
static void offer_alternatives(struct completing *completing, const char *words)
{
	char *all = memory_copy_string(strchr(words, '|') ? _(words) : words), number[16];
	int from, to;

	if (sscanf(words, "%d..%d", &from, &to) == 2) {
		for (int i = from; i <= to; i++) {
			snprintf(number, sizeof number, "%d", i);
			offer_word(completing, number, NULL);
		}
	} else {
		for (char *rest = all, *word; (word = strsep(&rest, "|"));)
			if (!is_capital(*word))
				offer_word(completing, word, NULL);
	}
	free(all);
}

/* By the word in capitals that the tables have for it, or the words it can be. False: a file. */
static bool offer_kind(struct completing *completing, const char *kind)
{
	bool has_store = completing->cli->store != NULL;

	if (ascii_begins(kind, "FILE"))
		return false;
	if (!is_capital(*kind))
		offer_alternatives(completing, kind);
	if (!strcmp(kind, "CHANNEL"))
		offer_media(completing);
	for (int order = 0; order < CONTACT_ORDERS && !strcmp(kind, "ORDER"); order++)
		offer_listed(completing, spoken_label(&contact_order_words[order]), "");
	if (has_store && completing->is_of_seen)
		offer_seen(completing);
	else if (has_store && (ascii_begins(kind, "NAME") || !strcmp(kind, "PERSON")))
		offer_people(completing);
	else if (has_store && !strcmp(kind, "CIRCLE"))
		offer_circles(completing);
	else if (has_store && !strcmp(kind, "TAG"))
		offer_tags(completing);
	else if (has_store && !strcmp(kind, "LIMIT"))
		offer_limit(completing);
	else if (has_store && !strcmp(kind, "VIEW"))
		offer_views(completing);
	return true;
}

static void offer_options(struct completing *completing, const struct cli_command *command)
{
	char option[80];

	offer_word(completing, "--help", NULL);
	for (const struct cli_option *own = command->options; own && own->value; own++) {
		if (own->name)
			snprintf(option, sizeof option, "--%s", own->name);
		else
			snprintf(option, sizeof option, "-%c", own->value);
		offer_word(completing, option, _(own->help));
	}
}

/* The row of "-c" or "--circle", if it takes something; else NULL. */
static const struct cli_option *option_taking(const struct cli_command *command, const char *word)
{
	for (const struct cli_option *own = command->options; own && own->value; own++) {
		bool is_it = word[0] == '-' && word[1] == own->value && !word[2];
		is_it |= own->name && !strncmp(word, "--", 2) && !strcmp(word + 2, own->name);
		if (is_it)
			return own->argument ? own : NULL;
	}
	return NULL;
}

/* The operand number `place` of a usage: of "NAME [TAG]..." the one of 1 is "TAG", of 2 as well.
 * Caller frees; NULL: there is none. */
static char *complete_operand(const char *usage, int place)
{
	char *words = memory_copy_string(usage), *found = NULL;
	bool is_value = false; /* the next one is an option's */

	for (char *rest = words, *word; !found && (word = strsep(&rest, " "));) {
		size_t len = strlen(word);
		bool is_repeated = len > 3 && !strcmp(word + len - 3, "...");
		word += strspn(word, "[");
		bool is_option = *word == '-';
		bool is_operand = !is_option && *word != '|' && !is_value;
		if (is_operand && (is_repeated || !place--))
			found = memory_copy_bytes(word, strcspn(word, "[].,"));
		is_value = is_option && !strpbrk(word, "]|") && rest && !strchr("|-[", *rest);
	}
	free(words);
	return found;
}

/* Of several, the last is completed: "Ann Reed,Bo". */
static void split_at_comma(struct completing *completing)
{
	const char *comma = strrchr(completing->typed, ',');

	if (comma)
		offers_begin_at(completing, comma + 1);
}

/* What an option takes: of its own list, else by the word that stands for it. */
static bool offer_argument(struct completing *completing, const struct cli_option *option)
{
	const char *word;

	if (option->takes_several)
		split_at_comma(completing);
	for (size_t i = 0; option->listed && (word = option->listed(i)); i++)
		offer_listed(completing, word, strchr(option->argument, '=') ? "=" : "");
	return option->listed || offer_kind(completing, option->argument);
}

/* `usage`: of the command, from where its operands are counted. */
static bool offer_operand(struct completing *completing, const struct cli_command *command,
	const char *usage, int place)
{
	char *kind = strcmp(command->name, "add") != 0 ? complete_operand(usage, place) : NULL;
	bool is_known = true;

	completing->is_of_seen = !strcmp(command->name, "seen");
	if (!place && strstr(command->usage, "NAME[,NAME"))
		split_at_comma(completing);
	if (kind && !strcmp(kind, "ID"))
		offer_numbers(completing, command->name, "");
	if (kind)
		is_known = offer_kind(completing, kind);
	free(kind);
	return is_known;
}

/* The first word that is no option nor what one takes; NULL: there is none yet. */
static const char *first_operand(const struct cli_command *command, char **words, int count)
{
	for (int i = 0; i < count; i++) {
		if (*words[i] != '-')
			return words[i];
		i += option_taking(command, words[i]) != NULL;
	}
	return NULL;
}

/* Of "NAME | --edit ID WHEN" what begins with an option that was typed, or NULL. */
static const char *complete_other_usage(const char *usage, const char *option)
{
	const char *bar = strstr(usage, "| ");
	size_t len = strlen(option);

	return bar && *option == '-' && !strncmp(bar + 2, option, len) && bar[2 + len] == ' '
		       ? bar + 2
		       : NULL;
}

/* Behind the command: `words` are what stands there, the last one is completed. */
static bool complete_command(
	struct completing *completing, const struct cli_command *command, char **words, int count)
{
	const struct cli_option *taking =
		count > 1 ? option_taking(command, words[count - 2]) : NULL;
	const char *usage = command->usage;
	int place = 0;

	const char *name = first_operand(command, words, count - 1);
	if (taking && !strcmp(taking->argument, "VALUE") && name && completing->cli->store)
		offer_removable(completing, name);
	if (taking && !strcmp(taking->argument, "ID"))
		offer_numbers(completing, command->name, words[count - 2]);
	if (taking)
		return offer_argument(completing, taking);
	if (*completing->typed == '-') {
		offer_options(completing, command);
		return true;
	}
	for (int i = 0; i + 1 < count; i++) {
		const char *other = complete_other_usage(command->usage, words[i]);
		bool has_value = option_taking(command, words[i]) != NULL;
		usage = other ? other : usage;
		place = other ? 0 : place + (*words[i] != '-');
		i += has_value;
	}
	return offer_operand(completing, command, usage, place);
}

/* What the screen calls them: among all of them it would be in the way. */
static void offer_other_names(struct completing *completing)
{
	const struct cli_command *const *command = cli_commands;

	for (; *command; command++)
		for (const struct cli_alias *alias = (*command)->also; alias && alias->name;
			alias++)
			offer_word(completing, alias->name, _((*command)->help));
}

static void offer_commands(struct completing *completing)
{
	static const char *const own[] = { "--db", "--plain-screen", "--help", "--version" };

	for (const struct cli_command *const *command = cli_commands; *command; command++)
		offer_word(completing, (*command)->name, _((*command)->help));
	if (!completing->offers.count)
		offer_other_names(completing);
	for (size_t i = 0; i < sizeof own / sizeof *own && *completing->typed == '-'; i++)
		offer_word(completing, own[i], NULL);
}

/* In place: what a shell has not taken off yet of the quotes and backslashes of a word. */
static void unquote(char *word)
{
	char *end = word;

	for (const char *c = word + (*word == '"' || *word == '\''); *c; c++) {
		c += *c == '\\' && c[1];
		*end++ = *c;
	}
	*end = '\0';
}

/* In the database as it is: none is made for it. */
static void complete_open_store(struct cli *cli, const char *path)
{
	struct error err;

	if (access(path, R_OK) == 0 && store_open(&cli->store, path, cli->today, &err) != STATUS_OK)
		cli->store = NULL;
}

static bool complete_words(struct completing *completing, char **words, int count)
{
	const char *path = completing->cli->db_path;
	int at = 1;

	for (; at + 1 < count && *words[at] == '-'; at++) {
		if (strcmp(words[at], "--db") != 0)
			continue;
		if (at + 2 == count)
			return false;
		path = words[++at];
	}
	if (at + 1 >= count) {
		offer_commands(completing);
		return true;
	}
	struct vector own = VECTOR_INIT(char *);
	const struct cli_command *command = cli_command_of(words + at, count - at, &own);
	if (command)
		complete_open_store(completing->cli, path);
	bool is_known = !command || complete_command(completing, command, (char **)own.items + 1,
					    (int)own.count - 1);
	vector_fini_strings(&own);
	return is_known;
}

/* "--db=FILE" as "--db" and "FILE"; bash hands over "--db", "=" and "FILE". `before`: what of the
 * last of the words the others then do without. */
static void split_at_equals(char **words, int count, struct vector *out, struct strbuf *before)
{
	for (int i = 1; i < count; i++) {
		char *word = words[i];
		char *equals = !strncmp(word, "--", 2) ? strchr(word, '=') : NULL;
		bool is_sign = !strcmp(word, "=") && !strncmp(words[i - 1], "--", 2);
		if (is_sign && i + 1 < count)
			continue;
		if (is_sign)
			*word = '\0';
		vector_push(out, &word);
		if (!equals)
			continue;
		*equals++ = '\0';
		vector_push(out, &equals);
		if (i + 1 == count)
			strbuf_add_format(before, "%s=", word);
	}
}

bool cli_complete(struct cli *cli, char **words, int count, enum cli_shell shell)
{
	char nothing[] = "", *last = nothing;
	struct vector all = VECTOR_INIT(char *);
	struct strbuf before = STRBUF_INIT;
	struct completing completing;

	vector_push(&all, &words[0]);
	split_at_equals(words, count, &all, &before);
	char **split = all.items;
	for (size_t i = 1; i < all.count; i++)
		unquote(last = split[i]);
	offers_init(&completing, cli, last);
	strbuf_add(&completing.before, before.data);
	completing.shell = shell;
	bool is_known = complete_words(&completing, split, (int)all.count);
	offers_print(&completing);
	offers_fini(&completing);
	strbuf_fini(&before);
	vector_fini(&all);
	return is_known;
}
