/* Dates in figures, and weeks by their number.
 * Not here: times in figures (when_clock.c), numbers among words (when_tokens.c). */
#include "people/words/when_figures.h"

#include "filo/base/text.h"
#include "people/words/when_days.h"

#include <stdio.h>
#include <string.h>

/* Up to three numbers with one mark between them, and perhaps behind, or "20261126"; how many, or
 * 0. */
static int figures_read(const char *text, int values[3], size_t digits[3])
{
	char mark = text[strspn(text, "0123456789")];
	int count = 0;

	if (!mark && strlen(text) == FIGURES_DIGITS) {
		digits[0] = 4;
		return sscanf(text, "%4d%2d%2d", &values[0], &values[1], &values[2]);
	}
	if (!mark || !strchr("/.-", mark))
		return 0;
	while (*text && count < 3) {
		digits[count] = strspn(text, "0123456789");
		if (!digits[count] || digits[count] > 4)
			return 0;
		values[count] = text_number(text, digits[count]);
		text += digits[count++];
		text += *text == mark;
	}
	return *text ? 0 : count;
}

/* "2026-w47", "w47", "2026-w47-3" */
static enum status figures_iso_week(struct when_reading *r, struct when *out, const char *text)
{
	const char *sign = strchr(text, 'w');
	int year = 0, week, weekday, used = 0, len;

	if (sign != text && (sscanf(text, "%4d%n", &year, &used) != 1 || used != 4 || year < 1 ||
				    text + used + (text[used] == '-') != sign))
		return when_not_understood(r);
	if (sscanf(sign, "w%2d%n", &week, &len) != 1)
		return when_not_understood(r);
	if (!sign[len])
		return when_give_week(r, out, year, week, ANY_WEEKDAY);
	if (!year || sscanf(sign + len, "-%1d%n", &weekday, &used) != 1 || sign[len + used] ||
		weekday < 1 || weekday > DAYS_IN_WEEK)
		return when_not_understood(r);
	return when_give_week(r, out, year, week, weekday - 1);
}

enum status when_read_figures(
	struct when_reading *r, struct when *out, const char *text, enum when_sense sense)
{
	int values[3] = { 0 };
	size_t digits[3] = { 0 };
	int count = figures_read(text, values, digits);

	if (!count && strchr(text, 'w'))
		return figures_iso_week(r, out, text);
	bool is_year_first = digits[0] == 4, is_day_first = r->day_first || strchr(text, '.');
	if (count == 2 && (is_year_first || digits[1] == 4))
		return when_give_month(r, out, values[!is_year_first], values[is_year_first]);
	if (count < 2 || digits[1] > 2 || (digits[0] > 2 && (!is_year_first || count == 2)))
		return when_not_understood(r);
	if (is_year_first)
		return when_give_civil(r, out, values[0], values[1], values[2]);
	int day = values[!is_day_first], month = values[is_day_first];
	return count == 2 ? when_give_day_month(r, out, day, month, sense)
			  : when_give_civil(
				    r, out, when_full_year(values[2], (int)digits[2]), month, day);
}
