/* Reading the settings file, key by key from one table.
 * Not here: what the settings do. */
#include "filo/base/config.h"

#include "filo/base/i18n.h"
#include "filo/base/memory.h"
#include "filo/base/text.h"

#include <errno.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

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

static const struct {
	const char *key;
	size_t offset;
	bool (*read)(const char *value, void *place);
	const char *allowed;
} keys[] = {
	{ "daily", offsetof(struct config, daily), read_number, "1..50" },
	{ "plain-screen", offsetof(struct config, is_plain_screen), read_switch, "on, off" },
	{ "color", offsetof(struct config, has_color), read_color, "auto, never" },
	{ "day-order", offsetof(struct config, day_order), read_day_order,
		"locale, day-month, month-day" },
};

static void config_read_line(
	struct config *config, const char *path, int number, char *line, struct strbuf *complaints)
{
	line[strcspn(line, "#\n")] = '\0';
	char *equals = strchr(line, '=');
	if (!equals) {
		if (!text_is_blank(line))
			strbuf_add_format(complaints,
				_("%s:%d: expected a line such as: daily = 5\n"), path, number);
		return;
	}
	*equals = '\0';
	char *key = text_trim(line), *value = text_trim(equals + 1);
	size_t i = 0;
	while (i < sizeof keys / sizeof *keys && strcmp(keys[i].key, key) != 0)
		i++;
	if (i == sizeof keys / sizeof *keys)
		strbuf_add_format(
			complaints, _("%s:%d: there is no setting \"%s\"\n"), path, number, key);
	else if (!keys[i].read(value, (char *)config + keys[i].offset))
		strbuf_add_format(complaints, _("%s:%d: \"%s\" can be %s, not \"%s\"\n"), path,
			number, key, keys[i].allowed, value);
	free(key);
	free(value);
}

void config_load(struct config *config, const char *path, struct strbuf *complaints)
{
	static const struct config defaults = { .daily = 5, .has_color = true };
	char *line = NULL;
	size_t capacity = 0;

	*config = defaults;
	FILE *file = fopen(path, "re");
	if (!file) {
		if (errno != ENOENT && errno != ENOTDIR)
			strbuf_add_format(
				complaints, _("%s cannot be read: %s\n"), path, strerror(errno));
		return;
	}
	for (int number = 1; getline(&line, &capacity, file) >= 0; number++)
		config_read_line(config, path, number, line, complaints);
	if (ferror(file))
		strbuf_add_format(complaints, _("%s cannot be read: %s\n"), path, strerror(errno));
	free(line);
	fclose(file);
	if (config->day_order)
		i18n_set_day_first(config->day_order == 1);
}
