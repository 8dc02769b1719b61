/* Words that filo's JSON and CSV have for the kinds of things, in tables.
 * Not here: words that the domain has already (people/). */
#include "exchange/format_words.h"

#include <string.h>

static const char *const yearly_names[] = {
	[YEARLY_BIRTHDAY] = "birthday",
	[YEARLY_ANNIVERSARY] = "anniversary",
	[YEARLY_OTHER] = "other",
	[YEARLY_DEATH] = "death",
};
static const char *const precision_names[] = {
	[PRECISION_TIME] = "time",
	[PRECISION_DAY] = "day",
	[PRECISION_MONTH] = "month",
	[PRECISION_SEASON] = "season",
	[PRECISION_YEAR] = "year",
};
static const char *const direction_names[] = {
	[OPENED_UNKNOWN] = NULL,
	[OPENED_BY_ME] = "me",
	[OPENED_BY_THEM] = "them",
	[OPENED_BY_BOTH] = "both",
};
#define COUNT_OF(array) (sizeof(array) / sizeof *(array))

/* The place of a word in a table; `missing` when it is not there. */
static size_t format_words_find(
	const char *const *names, size_t count, const char *word, size_t missing)
{
	for (size_t i = 0; i < count && word; i++)
		if (names[i] && !strcmp(names[i], word))
			return i;
	return missing;
}

const char *format_words_yearly_name(enum yearly_kind kind)
{
	return yearly_names[kind];
}

bool format_words_yearly_parse(const char *word, enum yearly_kind *kind)
{
	size_t place = format_words_find(
		yearly_names, COUNT_OF(yearly_names), word, COUNT_OF(yearly_names));

	if (place == COUNT_OF(yearly_names))
		return false;
	*kind = (enum yearly_kind)place;
	return true;
}

const char *format_words_precision_name(enum precision precision)
{
	return precision_names[precision];
}

enum precision format_words_precision(const char *word)
{
	return (enum precision)format_words_find(
		precision_names, COUNT_OF(precision_names), word, PRECISION_DAY);
}

const char *format_words_direction_name(enum direction direction)
{
	return direction_names[direction];
}

enum direction format_words_direction(const char *word)
{
	return (enum direction)format_words_find(
		direction_names, COUNT_OF(direction_names), word, OPENED_UNKNOWN);
}
