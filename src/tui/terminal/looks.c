/* How each kind of thing looks: reading it, and what is left of it in fewer colours.
 * Not here: telling the terminal (draw.c). */
#include "tui/terminal/looks.h"

#include "filo/base/i18n.h"
#include "filo/base/memory.h"

#include <stdlib.h>
#include <string.h>

/* Bold, underline and reverse carry the meaning; a hue only underlines it, on the terminal's own
 * background. */
const struct look looks_own[ROLES] = {
	[ROLE_TEXT] = { LOOK_DEFAULT, LOOK_DEFAULT, 0 },
	[ROLE_TITLE] = { LOOK_DEFAULT, LOOK_DEFAULT, LOOK_BOLD },
	[ROLE_FAINT] = { LOOK_DEFAULT, LOOK_DEFAULT, 0 },
	[ROLE_SELECTED] = { LOOK_DEFAULT, LOOK_DEFAULT, LOOK_REVERSE },
	[ROLE_MATCH] = { LOOK_DEFAULT, LOOK_DEFAULT, LOOK_BOLD | LOOK_UNDERLINE },
	[ROLE_KEY] = { LOOK_DEFAULT, LOOK_DEFAULT, LOOK_BOLD },
	[ROLE_GOOD] = { 2, LOOK_DEFAULT, 0 },
	[ROLE_ERROR] = { 1, LOOK_DEFAULT, LOOK_BOLD },
	[ROLE_FIELD] = { LOOK_DEFAULT, LOOK_DEFAULT, LOOK_UNDERLINE },
};

static const char *const objects[ROLES] = {
	[ROLE_TEXT] = "text",
	[ROLE_TITLE] = "title",
	[ROLE_FAINT] = "faint",
	[ROLE_SELECTED] = "selected",
	[ROLE_MATCH] = "match",
	[ROLE_KEY] = "key",
	[ROLE_GOOD] = "good",
	[ROLE_ERROR] = "error",
	[ROLE_FIELD] = "field",
};

static const struct {
	const char *name;
	unsigned attribute;
} attributes[] = {
	{ "bold", LOOK_BOLD },
	{ "underline", LOOK_UNDERLINE },
	{ "reverse", LOOK_REVERSE },
	{ "italic", LOOK_ITALIC },
	{ "dim", LOOK_DIM },
	{ "none", 0 },
};

/* ---- Colours ---- */

static const char *const hues[] = { "black", "red", "green", "yellow", "blue", "magenta", "cyan",
	"white" };

/* -2: it is none. */
static int looks_color(const char *word)
{
	bool is_bright = !strncmp(word, "bright-", strlen("bright-"));
	const char *hue = is_bright ? word + strlen("bright-") : word;
	char *end;

	if (!strcmp(word, "default"))
		return LOOK_DEFAULT;
	for (int i = 0; i < 8; i++)
		if (!strcmp(hue, hues[i]))
			return is_bright ? i + 8 : i;
	long number = strtol(word, &end, 10);
	return end != word && !*end && number >= 0 && number <= 255 ? (int)number : -2;
}

uint32_t looks_rgb(int color)
{
	static const uint32_t first[16] = { 0x000000, 0xCD0000, 0x00CD00, 0xCDCD00, 0x0000EE,
		0xCD00CD, 0x00CDCD, 0xE5E5E5, 0x7F7F7F, 0xFF0000, 0x00FF00, 0xFFFF00, 0x5C5CFF,
		0xFF00FF, 0x00FFFF, 0xFFFFFF };
	static const uint32_t steps[6] = { 0x00, 0x5F, 0x87, 0xAF, 0xD7, 0xFF };

	if (color < 16)
		return first[color < 0 ? 0 : color];
	if (color >= 232)
		return (uint32_t)(8 + 10 * (color - 232)) * 0x010101;
	color -= 16;
	return steps[color / 36] << 16 | steps[color / 6 % 6] << 8 | steps[color % 6];
}

static int looks_distance(uint32_t a, uint32_t b)
{
	int sum = 0;

	for (int shift = 0; shift <= 16; shift += 8) {
		int difference = (int)(a >> shift & 0xFF) - (int)(b >> shift & 0xFF);
		sum += difference * difference;
	}
	return sum;
}

int looks_nearest(int color, int colors)
{
	int nearest = 0;

	if (color < colors || color < 8)
		return color;
	if (color < 16) /* a bright one of eight is the same hue */
		return color - 8;
	for (int i = 1; i < (colors < 16 ? 8 : 16); i++)
		if (looks_distance(looks_rgb(i), looks_rgb(color)) <
			looks_distance(looks_rgb(nearest), looks_rgb(color)))
			nearest = i;
	return nearest;
}

void looks_pair(const struct look looks[ROLES], enum role role, int colors, int *front, int *back)
{
	const struct look *look = &looks[role], *text = &looks[ROLE_TEXT];
	int text_front = looks_nearest(text->front, colors);

	*front = look->front == LOOK_DEFAULT ? text_front : looks_nearest(look->front, colors);
	*back = looks_nearest(look->back == LOOK_DEFAULT ? text->back : look->back, colors);
	if (*front == *back && *front != LOOK_DEFAULT)
		*front = text_front != *back ? text_front : *back ? 0 : 7;
}

/* ---- Reading ---- */

static int looks_object(const char *word)
{
	int role = 0;

	while (role < ROLES && strcmp(objects[role], word) != 0)
		role++;
	return role;
}

static bool looks_read_attributes(
	unsigned *out, char *words, const struct config_line *line, struct strbuf *complaints)
{
	const char *word;

	while ((word = config_cut_word(&words)) != NULL) {
		size_t i = 0;
		while (i < sizeof attributes / sizeof *attributes &&
			strcmp(attributes[i].name, word) != 0)
			i++;
		if (i == sizeof attributes / sizeof *attributes)
			return config_refuse(complaints, line,
				_("there is no attribute \"%s\": it can be bold, underline, "
				  "reverse, italic, dim, none"),
				word);
		*out |= attributes[i].attribute;
	}
	return true;
}

static bool looks_refuse_object(
	const char *object, const struct config_line *line, struct strbuf *complaints)
{
	struct strbuf names = STRBUF_INIT;

	for (int role = 0; role < ROLES; role++)
		strbuf_add_item(&names, ", ", objects[role]);
	config_refuse(
		complaints, line, _("there is no object \"%s\": it can be %s"), object, names.data);
	strbuf_fini(&names);
	return false;
}

static bool looks_read_line(struct look looks[ROLES], char *words, const struct config_line *line,
	struct strbuf *complaints)
{
	struct look look = { .attributes = 0 };
	int *const places[] = { &look.front, &look.back };

	config_cut_word(&words);
	const char *object = config_cut_word(&words);
	int role = object ? looks_object(object) : 0;
	if (role == ROLES)
		return looks_refuse_object(object, line, complaints);
	for (size_t i = 0; i < 2; i++) {
		const char *color = config_cut_word(&words);
		if (!color)
			return config_refuse(complaints, line, "%s",
				_("expected a line such as \"color title cyan default bold\""));
		*places[i] = looks_color(color);
		if (*places[i] < LOOK_DEFAULT)
			return config_refuse(complaints, line,
				_("there is no colour \"%s\": it can be default, black, red, "
				  "green, yellow, blue, magenta, cyan, white, such as bright-red, "
				  "or a number from 0 to 255"),
				color);
	}
	if (!looks_read_attributes(&look.attributes, words, line, complaints))
		return false;
	looks[role] = look;
	return true;
}

void looks_read(struct look looks[ROLES], const struct config *config, struct strbuf *complaints)
{
	const struct config_line *line;

	memcpy(looks, looks_own, sizeof looks_own);
	VECTOR_EACH (line, &config->colors) {
		char *words = memory_copy_string(line->words);
		looks_read_line(looks, words, line, complaints);
		free(words);
	}
}
