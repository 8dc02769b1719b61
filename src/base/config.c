/* Reading the settings file, key by key from one table.
 * Not here: what the settings do. */
#include "filo/base/config.h"

#include "filo/base/ascii.h"
#include "filo/base/command_line.h"
#include "filo/base/i18n.h"
#include "filo/base/memory.h"
#include "filo/base/paths.h"
#include "filo/base/text.h"

#include <errno.h>
#include <limits.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

static bool read_number(const char *value, void *place)
{
	char *end;
	long number = strtol(value, &end, 10);

	if (end == value || *end || number < 1 || number > 50)
		return false;
	*(int *)place = (int)number;
	return true;
}

/* One of two words; anything else leaves the place as it is. */
static bool read_either(const char *value, const char *yes, const char *no, bool *place)
{
	bool is_yes = !strcmp(value, yes);

	if (!is_yes && strcmp(value, no) != 0)
		return false;
	*place = is_yes;
	return true;
}

static bool read_switch(const char *value, void *place)
{
	return read_either(value, "on", "off", place);
}

static bool read_color(const char *value, void *place)
{
	return read_either(value, "auto", "never", place);
}

static bool read_journal(const char *value, void *place)
{
	return read_either(value, "delete", "log", place);
}

static bool read_day_order(const char *value, void *place)
{
	static const char *const orders[] = { "locale", "day-month", "month-day" };

	for (int i = 0; i < 3; i++) {
		if (!strcmp(value, orders[i])) {
			*(int *)place = i;
			return true;
		}
	}
	return false;
}

const char *config_day_order(const struct config *config)
{
	static const char *const orders[] = { NULL, "dmy", "mdy" };

	return orders[config->day_order];
}

/* The words of a slot are read in every language there is: the file is also read where none is
 * set, by cron. */
enum { WEEKDAY_NAMES = 3 };

/* 0 Monday .. 6 Sunday, by its name or three letters of it; -1: none. */
static int read_weekday(const char *word)
{
	static const char *const names[][WEEKDAY_NAMES] = { { "monday", "lunedì", "lunedi" },
		{ "tuesday", "martedì", "martedi" }, { "wednesday", "mercoledì", "mercoledi" },
		{ "thursday", "giovedì", "giovedi" }, { "friday", "venerdì", "venerdi" },
		{ "saturday", "sabato", "sabato" }, { "sunday", "domenica", "domenica" } };
	size_t len = strlen(word);

	for (int i = 0; len >= 3 && i < 7 * WEEKDAY_NAMES; i++)
		if (!strncasecmp(names[i / WEEKDAY_NAMES][i % WEEKDAY_NAMES], word, len))
			return i / WEEKDAY_NAMES;
	return -1;
}

static bool is_one_of(const char *word, const char *const *words, size_t count)
{
	for (size_t i = 0; i < count; i++)
		if (!strcmp(word, words[i]))
			return true;
	return false;
}

static bool is_between(int number, int least, int most)
{
	return number >= least && number <= most;
}

/* "thu 18:00, 20 min, 3 people" */
static bool read_slot_words(const char *value, struct config_slot *slot)
{
	static const char *const minute_words[] = { "min", "minutes", "minuti" };
	static const char *const people_words[] = { "people", "person", "persone", "persona" };
	char weekday[16], minutes[8], people[8];
	int hour, minute, end = 0;

	if (sscanf(value, "%15[^ \t0-9] %2d:%2d , %3d %7[a-z] , %2d %7[a-z] %n", weekday, &hour,
		    &minute, &slot->length_min, minutes, &slot->people, people, &end) != 7)
		return false;
	slot->weekday = read_weekday(weekday);
	slot->minute = 60 * hour + minute;
	return !value[end] && slot->weekday >= 0 && is_between(hour, 0, 23) &&
	       is_between(minute, 0, 59) && is_between(slot->length_min, 1, 600) &&
	       is_between(slot->people, 1, 50) && is_one_of(minutes, minute_words, 3) &&
	       is_one_of(people, people_words, 4);
}

/* Each line adds one; of the same time the last holds. */
static bool read_slot(const char *value, void *place)
{
	struct config_slots *slots = place;
	struct config_slot slot;
	size_t at = 0;

	if (!read_slot_words(value, &slot))
		return false;
	while (at < slots->count && (slots->all[at].weekday < slot.weekday ||
					    (slots->all[at].weekday == slot.weekday &&
						    slots->all[at].minute < slot.minute)))
		at++;
	bool is_known = at < slots->count && slots->all[at].weekday == slot.weekday &&
			slots->all[at].minute == slot.minute;
	if (!is_known && slots->count == CONFIG_SLOTS_MAX)
		return false;
	if (!is_known) {
		memmove(&slots->all[at + 1], &slots->all[at],
			(slots->count - at) * sizeof *slots->all);
		slots->count++;
	}
	slots->all[at] = slot;
	return true;
}

/* False where it does not fit: half a name, or half a command, would be another one. */
static bool config_add_text(char *place, size_t room, const char *between, const char *value)
{
	size_t len = strlen(place);
	bool fits = snprintf(place + len, room - len, "%s%s", len ? between : "", value) <
		    (int)(room - len);

	if (!fits)
		place[len] = '\0';
	return fits;
}

/* Each line adds some. */
static bool read_me(const char *value, void *place)
{
	size_t quotes = 0;

	for (const char *c = value; *c; c++)
		quotes += *c == '"';
	return quotes % 2 == 0 &&
	       config_add_text(place, sizeof((struct config *)0)->me, ", ", value);
}

/* Nothing, or words whose quotes are all closed. */
static bool config_is_command(const char *value)
{
	struct vector words = VECTOR_INIT(char *);
	bool is_whole = text_is_blank(value) || command_line_split(value, &words);

	vector_fini_strings(&words);
	return is_whole;
}

static bool read_command(const char *value, void *place)
{
	*(char *)place = '\0';
	return config_is_command(value) &&
	       config_add_text(place, sizeof((struct config *)0)->mail_query, "", value);
}

/* The name of a file, which lies in a folder of themes. */
static bool read_theme(const char *value, void *place)
{
	if (!*value || *value == '.' || strchr(value, '/'))
		return false;
	*(char *)place = '\0';
	return config_add_text(place, sizeof((struct config *)0)->theme, "", value);
}

#define COMMAND_ALLOWED N_("a command with its quotes closed, of at most 999 characters")

static const struct {
	const char *key;
	size_t offset;
	bool (*read)(const char *value, void *place);
	const char *allowed;
} keys[] = {
	{ "daily", offsetof(struct config, daily), read_number, "1..50" },
	{ "plain-screen", offsetof(struct config, is_plain_screen), read_switch, "on, off" },
	{ "mouse", offsetof(struct config, has_mouse), read_switch, "on, off" },
	{ "bell", offsetof(struct config, has_bell), read_switch, "on, off" },
	{ "color", offsetof(struct config, has_color), read_color, "auto, never" },
	{ "theme", offsetof(struct config, theme), read_theme, N_("the name of a theme") },
	{ "slot", offsetof(struct config, slots), read_slot,
		N_("such as thu 18:00, 20 min, 3 people (at most 14 times)") },
	{ "me", offsetof(struct config, me), read_me,
		N_("at most 999 characters, with quotes closed") },
	{ "mail-query", offsetof(struct config, mail_query), read_command, COMMAND_ALLOWED },
	{ "after-log", offsetof(struct config, after_log), read_command, COMMAND_ALLOWED },
	{ "after-import", offsetof(struct config, after_import), read_command, COMMAND_ALLOWED },
	{ "journal", offsetof(struct config, has_no_log), read_journal, "log, delete" },
	{ "day-order", offsetof(struct config, day_order), read_day_order,
		"locale, day-month, month-day" },
};

/* Lines that begin with these words have no "=" behind them. */
static const struct {
	const char *word;
	size_t offset;
} line_kinds[] = {
	{ "bind", offsetof(struct config, bindings) },
	{ "unbind", offsetof(struct config, bindings) },
	{ "color", offsetof(struct config, colors) },
};

static bool config_keep_line(struct config *config, const char *path, int number, const char *line)
{
	const char *word = line + strspn(line, " \t");
	size_t len = strcspn(word, " \t=");
	const char *behind = word + len + strspn(word + len, " \t");

	for (size_t i = 0; *behind != '=' && i < sizeof line_kinds / sizeof *line_kinds; i++) {
		if (strlen(line_kinds[i].word) != len || strncmp(line_kinds[i].word, word, len))
			continue;
		const struct config_line kept = { memory_copy_string(path), number,
			text_trim(line) };
		vector_push((struct vector *)((char *)config + line_kinds[i].offset), &kept);
		return true;
	}
	return false;
}

static void config_keep_program(
	struct config *config, const struct config_line *at, const char *key, const char *value)
{
	struct strbuf words = STRBUF_INIT;

	if (text_is_blank(value))
		return;
	strbuf_add_format(&words, "%s %s", key, value);
	const struct config_line kept = { memory_copy_string(at->path), at->number,
		strbuf_take(&words) };
	vector_push(&config->programs, &kept);
}

#define OPENER "open."
static const char *const opened[] = { OPENER "email", OPENER "phone", OPENER "messenger",
	OPENER "profile", OPENER "website", OPENER "url" };

/* What could stand in place of what does: a word of another program's settings is easily typed. */
struct config_offer {
	const char *typed;
	struct strbuf all, near;
};

static void config_offer(struct config_offer *offer, const char *name)
{
	strbuf_add_item(&offer->all, ", ", name);
	if (ascii_is_near(name, offer->typed))
		strbuf_add_item(&offer->near, ", ", name);
}

static void config_offer_opened(struct config_offer *offer)
{
	for (size_t i = 0; i < sizeof opened / sizeof *opened; i++)
		config_offer(offer, opened[i]);
}

static void config_offer_fini(struct config_offer *offer)
{
	strbuf_fini(&offer->all);
	strbuf_fini(&offer->near);
}

/* "open.email = PROGRAM ...", for any kind of address that a program opens. */
static bool config_keep_opener(struct config *config, const struct config_line *at, const char *key,
	const char *value, struct strbuf *complaints)
{
	struct strbuf words = STRBUF_INIT;
	const char *program = value + (*value == '!'); /* on the terminal */

	if (strncmp(key, OPENER, strlen(OPENER)) != 0)
		return false;
	if (!is_one_of(key, opened, sizeof opened / sizeof *opened)) {
		struct config_offer offer = { key, STRBUF_INIT, STRBUF_INIT };
		config_offer_opened(&offer);
		config_refuse(complaints, at,
			_("nothing of the kind \"%s\" is opened: it can be %s"),
			key + strlen(OPENER), offer.near.len ? offer.near.data : offer.all.data);
		config_offer_fini(&offer);
		return true;
	}
	if (text_is_blank(program) || !config_is_command(program)) {
		config_refuse(complaints, at, _("\"%s\" can be %s, not \"%s\""), key,
			_(COMMAND_ALLOWED), value);
		return true;
	}
	strbuf_add_format(&words, "%s %s", key + strlen(OPENER), value);
	const struct config_line kept = { memory_copy_string(at->path), at->number,
		strbuf_take(&words) };
	vector_push(&config->openers, &kept);
	config_keep_program(config, at, key, program);
	return true;
}

/* Behind a text in quotes that begins at `quote`; where they are not closed, behind the first. */
static const char *config_skip_quoted(const char *quote)
{
	const char *end = quote + 1;

	while (*end && *end != *quote)
		end += *quote == '"' && *end == '\\' && end[1] ? 2 : 1;
	return *end ? end + 1 : quote + 1;
}

/* A "#" begins one at the beginning of a line or behind a blank, outside quotes. False: there is
 * none. */
static bool config_cut_comment(char *line)
{
	const char *at = line;

	while (*at && *at != '\n' && (*at != '#' || (at > line && !strchr(" \t", at[-1]))))
		at = *at == '\'' || *at == '"' ? config_skip_quoted(at) : at + 1;
	bool is_cut = *at == '#';
	line[at - line] = '\0';
	return is_cut;
}

/* "bind due # tags": where a key is due, the sign is meant to be one. */
static bool config_lacks_key(const char *line)
{
	char word[8] = "", place[2], end[2];
	int words = sscanf(line, "%7s %1s%*s %1s", word, place, end);

	return words == 2 && (!strcmp(word, "bind") || !strcmp(word, "unbind"));
}

/* Its row; behind the last: there is none. */
static size_t config_find_key(const char *key)
{
	size_t i = 0;

	while (i < sizeof keys / sizeof *keys && strcmp(keys[i].key, key) != 0)
		i++;
	return i;
}

static void config_refuse_key(
	const struct config_line *at, const char *key, struct strbuf *complaints)
{
	struct config_offer offer = { key, STRBUF_INIT, STRBUF_INIT };

	for (size_t i = 0; i < sizeof keys / sizeof *keys; i++)
		config_offer(&offer, keys[i].key);
	config_offer_opened(&offer);
	config_offer(&offer, "bind");
	config_offer(&offer, "unbind");
	config_refuse(complaints, at,
		offer.near.len ? _("there is no setting \"%s\": it can be %s")
			       : _("there is no setting \"%s\": there are %s"),
		key, offer.near.len ? offer.near.data : offer.all.data);
	config_offer_fini(&offer);
}

static void config_refuse_words(
	const struct config_line *at, const char *line, struct strbuf *complaints)
{
	char *words = text_trim(line), *rest = words, *key = config_cut_word(&rest);

	bool is_known = key && (config_find_key(key) < sizeof keys / sizeof *keys ||
				       !strncmp(key, OPENER, strlen(OPENER)));
	if (is_known)
		config_refuse(complaints, at, "%s", _("expected a line such as: daily = 5"));
	else if (key)
		config_refuse_key(at, key, complaints);
	free(words);
}

static void config_read_line(
	struct config *config, const char *path, int number, char *line, struct strbuf *complaints)
{
	const struct config_line at = { (char *)path, number, line };

	if (config_cut_comment(line) && config_lacks_key(line)) {
		config_refuse(complaints, &at, "%s",
			_("a # begins a comment: as a key it is written Hash"));
		return;
	}
	if (config_keep_line(config, path, number, line))
		return;
	char *equals = strchr(line, '=');
	if (!equals) {
		config_refuse_words(&at, line, complaints);
		return;
	}
	*equals = '\0';
	char *key = text_trim(line), *value = text_trim(equals + 1);
	size_t i = config_find_key(key);
	if (i == sizeof keys / sizeof *keys) {
		if (!config_keep_opener(config, &at, key, value, complaints))
			config_refuse_key(&at, key, complaints);
	} else if (!keys[i].read(value, (char *)config + keys[i].offset)) {
		config_refuse(complaints, &at, _("\"%s\" can be %s, not \"%s\""), key,
			_(keys[i].allowed), value);
	} else if (keys[i].read == read_theme) {
		config->theme_line = number;
	} else if (keys[i].read == read_command) {
		config_keep_program(config, &at, key, value);
	}
	free(key);
	free(value);
}

/* False: there is no such file. */
static bool config_read_file(struct config *config, const char *path, struct strbuf *complaints)
{
	char *line = NULL;
	size_t capacity = 0;

	FILE *file = fopen(path, "re");
	if (!file && (errno == ENOENT || errno == ENOTDIR))
		return false;
	for (int number = 1; file && getline(&line, &capacity, file) >= 0; number++)
		config_read_line(config, path, number, line, complaints);
	if (!file || ferror(file))
		strbuf_add_format(complaints, _("%s cannot be read: %s\n"), path, strerror(errno));
	free(line);
	if (file)
		fclose(file);
	return true;
}

/* Where themes lie: the person's own, those installed, those beside a program that is not; NULL:
 * nobody knows where that is. */
static char *theme_path(const char *name, size_t place)
{
	struct strbuf path = STRBUF_INIT;

	if (place == 0) {
		strbuf_add_format(&path, "themes/%s", name);
		char *own = path_in_config(path.data);
		strbuf_fini(&path);
		return own;
	}
	if (place == 1) {
		strbuf_add_format(&path, "%s/themes/%s", FILO_DATADIR, name);
		return strbuf_take(&path);
	}
	char *folder = path_of_program();
	if (!folder)
		return NULL;
	strbuf_add_format(&path, "%s/themes/%s", folder, name);
	free(folder);
	return strbuf_take(&path);
}

static const struct config config_defaults = { .daily = 5,
	.has_bell = true,
	.has_color = true,
	.bindings = VECTOR_INIT(struct config_line),
	.openers = VECTOR_INIT(struct config_line),
	.programs = VECTOR_INIT(struct config_line),
	.colors = VECTOR_INIT(struct config_line) };

/* Of a theme only the colours are taken; those of the settings come behind, and so hold. */
static void config_read_theme(struct config *config, const char *path, struct strbuf *complaints)
{
	struct config theme = config_defaults;
	bool is_found = false;

	for (size_t place = 0; !is_found && place < 3; place++) {
		char *file = theme_path(config->theme, place);
		is_found = file && config_read_file(&theme, file, complaints);
		free(file);
	}
	const struct config_line at = { (char *)path, config->theme_line, NULL };
	if (!is_found)
		config_refuse(complaints, &at,
			_("there is no theme \"%s\": dusk and paper come with filo, yours lie "
			  "in the folder themes beside this file"),
			config->theme);
	for (size_t i = 0; i < theme.colors.count; i++)
		vector_insert(&config->colors, i, vector_at(&theme.colors, i));
	vector_clear(&theme.colors);
	config_fini(&theme);
}

void config_load(struct config *config, const char *path, struct strbuf *complaints)
{
	*config = config_defaults;
	config_read_file(config, path, complaints);
	if (*config->theme)
		config_read_theme(config, path, complaints);
	if (config->day_order)
		i18n_set_day_first(config->day_order == 1);
}

static void config_lines_fini(struct vector *lines)
{
	struct config_line *line;

	VECTOR_EACH (line, lines) {
		free(line->path);
		free(line->words);
	}
	vector_fini(lines);
}

void config_fini(struct config *config)
{
	config_lines_fini(&config->bindings);
	config_lines_fini(&config->openers);
	config_lines_fini(&config->programs);
	config_lines_fini(&config->colors);
}

bool config_refuse(
	struct strbuf *complaints, const struct config_line *line, const char *format, ...)
{
	char *text = NULL;
	va_list args;

	va_start(args, format);
	if (vasprintf(&text, format, args) >= 0)
		strbuf_add_format(complaints, "%s:%d: %s\n", line->path, line->number, text);
	va_end(args);
	free(text);
	return false;
}

/* Of a complaint, "PATH:12: ..."; of what is about no line of the file, behind all. */
static long config_complaint_line(const char *fault, const char *path)
{
	size_t len = strlen(path);
	bool is_line = !strncmp(fault, path, len) && fault[len] == ':';

	return is_line ? strtol(fault + len + 1, NULL, 10) : LONG_MAX;
}

void config_sort_complaints(struct strbuf *lines)
{
	struct vector sorted = VECTOR_INIT(char *);
	struct strbuf told = STRBUF_INIT;
	char *path = path_in_config("config"), *rest = NULL, **sentence;

	for (char *line = strtok_r(lines->data, "\n", &rest); line;
		line = strtok_r(NULL, "\n", &rest)) {
		size_t at = sorted.count;
		while (at && config_complaint_line(*(char **)vector_at(&sorted, at - 1), path) >
				     config_complaint_line(line, path))
			at--;
		vector_insert(&sorted, at, &line);
	}
	VECTOR_EACH (sentence, &sorted)
		strbuf_add_format(&told, "%s\n", *sentence);
	vector_fini(&sorted);
	free(path);
	strbuf_fini(lines);
	*lines = told;
}

char *config_cut_word(char **rest)
{
	char *word = *rest + strspn(*rest, " \t");
	size_t len = strcspn(word, " \t");

	*rest = word + len + strspn(word + len, " \t");
	if (!len)
		return NULL;
	word[len] = '\0';
	return word;
}
