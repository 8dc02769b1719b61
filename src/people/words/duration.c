/* Durations in words: under 14 days exact, under 60 in weeks, then months, then years.
 * Not here: reading dates (when.c). */
#include "filo/people/words/duration.h"

#include "filo/base/i18n.h"

#include <stdio.h>

#define EXACT_DAYS  14
#define WEEKS_DAYS  60
#define NARROW_DAYS 100 /* from here on, in a column, in months */
#define YEAR_DAYS   730 /* from here on in years */

/* A duration in the unit people would use. */
struct span_of_time {
	int count;
	enum { UNIT_DAY, UNIT_WEEK, UNIT_MONTH, UNIT_YEAR, UNITS } unit;
};

/* The nearest number of them; a year is 12. */
static int months_in(int days)
{
	return (days * 24 + 365) / 730;
}

static struct span_of_time in_unit(int days)
{
	if (days < EXACT_DAYS)
		return (struct span_of_time){ days, UNIT_DAY };
	if (days < WEEKS_DAYS)
		return (struct span_of_time){ (days + 3) / 7, UNIT_WEEK };
	if (days < YEAR_DAYS)
		return (struct span_of_time){ months_in(days), UNIT_MONTH };
	return (struct span_of_time){ days / 365, UNIT_YEAR };
}

/* `words` for each unit. */
static void say_span(const struct plural *words, struct span_of_time span, char *out, size_t size)
{
	snprintf(out, size, i18n_plural(&words[span.unit], span.count), span.count);
}

static const struct plural bare[UNITS] = { NN_("%d day", "%d days"), NN_("%d week", "%d weeks"),
	NN_("%d month", "%d months"), NN_("%d year", "%d years") };

void when_duration(int days, char *out, size_t size)
{
	say_span(bare, in_unit(days), out, size);
}

void when_every(int days, char *out, size_t size)
{
	if (days > 1)
		when_duration(days, out, size);
	else
		/* Translators: "usually every day", "You two usually talk every day" */
		snprintf(out, size, "%s", i18n_in_context(NC_("every", "day")));
}

void when_duration_narrow(int days, bool in_words, char *out, size_t size)
{
	if (in_words && days == 0)
		snprintf(out, size, "%s", _("today"));
	else if (in_words && days < NARROW_DAYS)
		say_span(bare, (struct span_of_time){ days, UNIT_DAY }, out, size);
	else if (in_words) /* by now never in weeks */
		say_span(bare, in_unit(days), out, size);
	else if (days < NARROW_DAYS) /* Translators: days, at most 5 columns: 31d. */
		snprintf(out, size, _("%dd"), days);
	else if (days < YEAR_DAYS) /* Translators: months: 14mo. */
		snprintf(out, size, _("%dmo"), months_in(days));
	else /* Translators: years: 3y. */
		snprintf(out, size, _("%dy"), days / 365);
}

void when_relative(day_number day, day_number today, char *out, size_t size)
{
	static const struct plural past[UNITS] = { NN_("%d day ago", "%d days ago"),
		NN_("%d week ago", "%d weeks ago"), NN_("%d month ago", "%d months ago"),
		NN_("%d year ago", "%d years ago") };
	static const struct plural ahead[UNITS] = { NN_("in %d day", "in %d days"),
		NN_("in %d week", "in %d weeks"), NN_("in %d month", "in %d months"),
		NN_("in %d year", "in %d years") };
	int ago = today - day;

	if (ago == 0)
		snprintf(out, size, "%s", _("today"));
	else if (ago == 1)
		snprintf(out, size, "%s", _("yesterday"));
	else if (ago == -1)
		snprintf(out, size, "%s", _("tomorrow"));
	else if (ago > 0)
		say_span(past, in_unit(ago), out, size);
	else
		say_span(ahead, in_unit(-ago), out, size);
}
