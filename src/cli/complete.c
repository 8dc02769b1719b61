/* What completes a word of the command line, from the tables of commands and from who is there.
 * Not here: what each shell does with it (completion.c). */
#include "cli/complete.h"

#include "cli/cli.h"
#include "cli/print.h"
#include "filo/base/ascii.h"
#include "filo/base/fold.h"
#include "filo/base/i18n.h"
#include "filo/base/memory.h"
#include "filo/people/conversation.h"
#include "filo/store/circles.h"
#include "filo/store/saved_views.h"
#include "filo/store/sources.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* What is asked for, and how it is printed. */
struct completing {
	struct cli *cli;
	char *typed;        /* the beginning, without the shell's quotes */
	const char *before; /* what stands before it, a comma between: "Ann Reed"; NULL: nothing */
	struct strbuf folded;
	bool has_notes, is_as_typed;
};

static void offer(const struct completing *completing, const char *text, const char *note)
{
	if (completing->before) {
		cli_print(stdout, completing->before);
		putchar(',');
	}
	cli_print(stdout, text);
	if (note && (completing->has_notes || completing->is_as_typed)) {
		putchar('\t');
		cli_print(stdout, note);
	}
	putchar('\n');
}

/* A word of the program's own. */
static void offer_word(const struct completing *completing, const char *word, const char *help)
{
	if (!strncmp(word, completing->typed, strlen(completing->typed)))
		offer(completing, word, help);
}

/* A name of somebody or something, which is folded where it is looked up, too. */
static void offer_name(const struct completing *completing, const char *name)
{
	struct strbuf folded = STRBUF_INIT;

	text_fold(&folded, name);
	if (completing->is_as_typed ? ascii_begins(name, completing->typed)
				    : text_matches_words(folded.data, completing->folded.data))
		offer(completing, name, NULL);
	else if (completing->is_as_typed &&
		 !strncmp(folded.data, completing->folded.data, completing->folded.len))
		offer(completing, folded.data, name);
	strbuf_fini(&folded);
}

static enum status offer_person(
	void *context, contact_id id, const char *uid, const char *name, struct error *err)
{
	(void)id;
	(void)uid;
	(void)err;
	offer_name(context, name);
	return STATUS_OK;
}

static void offer_circles(struct completing *completing)
{
	struct vector circles = VECTOR_INIT(struct circle);
	struct circle *circle;
	struct error err;

	circle_list(completing->cli->store, &circles, &err);
	VECTOR_EACH (circle, &circles) {
		offer_name(completing, circle->name);
		circle_fini(circle);
	}
	vector_fini(&circles);
}

static void offer_tags(struct completing *completing)
{
	struct vector tags = VECTOR_INIT(char *);
	struct error err;
	char **tag;

	tag_list(completing->cli->store, &tags, &err);
	VECTOR_EACH (tag, &tags)
		offer_name(completing, *tag);
	vector_fini_strings(&tags);
}

static void offer_views(struct completing *completing)
{
	struct vector views = VECTOR_INIT(struct saved_view);
	struct saved_view *view;
	struct error err;

	saved_view_list(completing->cli->store, &views, &err);
	VECTOR_EACH (view, &views) {
		offer_name(completing, view->name);
		saved_view_fini(view);
	}
	vector_fini(&views);
}

/* "bash|zsh|fish", "forget": words to choose from, in small letters. */
static void offer_alternatives(const struct completing *completing, const char *words)
{
	char *all = memory_copy_string(words);

	for (char *rest = all, *word; (word = strsep(&rest, "|"));)
		offer_word(completing, word, NULL);
	free(all);
}

static void offer_media(struct completing *completing)
{
	for (enum medium medium = 0; medium < MEDIUM_NONE; medium++)
		offer_name(completing, medium_label(medium));
}

static bool is_capital(char c)
{
	return c >= 'A' && c <= 'Z';
}

/* By the word in capitals that the tables have for it, or the words it can be. False: a file. */
static bool offer_kind(struct completing *completing, const char *kind)
{
	bool has_store = completing->cli->store != NULL;
	struct error err;

	if (ascii_begins(kind, "FILE"))
		return false;
	if (!is_capital(*kind) && *kind != '-') /* not "-2..2" */
		offer_alternatives(completing, kind);
	if (!strcmp(kind, "CHANNEL"))
		offer_media(completing);
	for (int order = 0; order < CONTACT_ORDERS && !strcmp(kind, "ORDER"); order++)
		offer_word(completing, contact_order_name((enum contact_order)order), NULL);
	if (has_store && (ascii_begins(kind, "NAME") || !strcmp(kind, "PERSON")))
		contact_walk(completing->cli->store, offer_person, completing, &err);
	else if (has_store && !strcmp(kind, "CIRCLE"))
		offer_circles(completing);
	else if (has_store && !strcmp(kind, "TAG"))
		offer_tags(completing);
	else if (has_store && !strcmp(kind, "VIEW"))
		offer_views(completing);
	return true;
}

static void offer_options(const struct completing *completing, const struct cli_command *command)
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

/* "-c" or "--circle": what it takes; NULL: nothing, or it is no option. */
static const char *argument_of(const struct cli_command *command, const char *word)
{
	for (const struct cli_option *own = command->options; own && own->value; own++) {
		bool is_it = word[0] == '-' && word[1] == own->value && !word[2];
		is_it |= own->name && !strncmp(word, "--", 2) && !strcmp(word + 2, own->name);
		if (is_it)
			return own->argument;
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

/* Of several names, the last is completed: "Ann Reed,Bo". */
static void split_at_comma(struct completing *completing)
{
	char *comma = strrchr(completing->typed, ',');

	if (!comma)
		return;
	*comma = '\0';
	completing->before = completing->typed;
	completing->typed = comma + 1;
	strbuf_clear(&completing->folded);
	text_fold(&completing->folded, completing->typed);
}

static bool offer_operand(
	struct completing *completing, const struct cli_command *command, int place)
{
	char *kind =
		strcmp(command->name, "add") != 0 ? complete_operand(command->usage, place) : NULL;
	bool is_known = true;

	if (!place && strstr(command->usage, "NAME[,NAME"))
		split_at_comma(completing);
	if (kind)
		is_known = offer_kind(completing, kind);
	free(kind);
	return is_known;
}

/* Behind the command: `words` are what stands there, the last one is completed. */
static bool complete_command(
	struct completing *completing, const struct cli_command *command, char **words, int count)
{
	const char *argument = count > 1 ? argument_of(command, words[count - 2]) : NULL;
	int place = 0;

	if (argument)
		return offer_kind(completing, argument);
	if (*completing->typed == '-') {
		offer_options(completing, command);
		return true;
	}
	for (int i = 0; i + 1 < count; i++) {
		bool has_value = argument_of(command, words[i]) != NULL;
		place += *words[i] != '-';
		i += has_value;
	}
	return offer_operand(completing, command, place);
}

static void offer_commands(const struct completing *completing)
{
	static const char *const own[] = { "--db", "--plain-screen", "--help", "--version" };

	for (const struct cli_command *const *command = cli_commands; *command; command++)
		offer_word(completing, (*command)->name, _((*command)->help));
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
	const struct cli_command *command = at + 1 < count ? cli_command_by_name(words[at]) : NULL;
	if (!command && at + 1 < count)
		return true;
	if (!command) {
		offer_commands(completing);
		return true;
	}
	complete_open_store(completing->cli, path);
	return complete_command(completing, command, words + at + 1, count - at - 1);
}

bool cli_complete(struct cli *cli, char **words, int count, bool has_notes, bool is_as_typed)
{
	char nothing[] = "";
	struct completing completing = { .cli = cli,
		.typed = count > 1 ? words[count - 1] : nothing,
		.folded = STRBUF_INIT,
		.has_notes = has_notes,
		.is_as_typed = is_as_typed };

	for (int i = 1; i < count; i++)
		unquote(words[i]);
	text_fold(&completing.folded, completing.typed);
	bool is_known = complete_words(&completing, words, count);
	strbuf_fini(&completing.folded);
	return is_known;
}
