/* How things stand with a person, in one line: circle, state, pace, last contact.
 * Not here: the sentences (words.c). */
#include "filo/people/words/words_line.h"

#include "filo/base/i18n.h"
#include "filo/people/words/cadence.h"
#include "filo/people/words/duration.h"

#include <stdio.h>

#define GAPS_FOR_USUAL  3 /* with fewer, a usual pause is not known yet */
#define BARE_BELOW_DAYS 14
#define WORDS_SIZE      64

static void words_line_add_part(struct strbuf *out, const char *between, const char *part)
{
	if (*part)
		strbuf_add_item(out, between, part);
}

static void describe_state(
	struct strbuf *out, const struct words_line *line, const struct words_facts *facts)
{
	static const struct {
		struct agreed open, until;
	} words[] = {
		[STATE_SNOOZED] = { { { N_("snoozed"), NC_("feminine", "snoozed"),
					    NC_("masculine", "snoozed") } },
			{ { N_("snoozed until %s"), NC_("feminine", "snoozed until %s"),
				NC_("masculine", "snoozed until %s") } } },
		[STATE_RESTING] = { { { N_("rests") } }, { { N_("rests until %s") } } },
		[STATE_ARCHIVED] = { { { N_("let go"), NC_("feminine", "let go"),
			NC_("masculine", "let go") } } },
	};
	char date[WORDS_SIZE];

	if (line->state == STATE_ACTIVE)
		return;
	if (line->until == DAY_NONE || line->state == STATE_ARCHIVED) {
		strbuf_add(out, agreed(&words[line->state].open, facts->agreement));
		return;
	}
	date_format_until(line->until, facts->today, date, sizeof date);
	strbuf_add_format(out, agreed(&words[line->state].until, facts->agreement), date);
}

static void describe_pace(
	struct strbuf *out, const struct words_facts *facts, const struct score *score)
{
	struct strbuf wish = STRBUF_INIT;
	int usual_days = facts->n < GAPS_FOR_USUAL ? 0 : score_own_days(score);
	char usual[WORDS_SIZE];

	/* Beside a wish in days the bare number says it in less room. */
	if (facts->wish_days && usual_days < BARE_BELOW_DAYS)
		snprintf(usual, sizeof usual, "%d", usual_days);
	else
		when_every(usual_days, usual, sizeof usual);
	cadence_describe(&wish, facts->wish_days);
	if (facts->wish_days && usual_days)
		strbuf_add_format(out, _("%s, usually %s"), wish.data, usual);
	else if (usual_days)
		strbuf_add_format(out, _("usually every %s"), usual);
	else
		strbuf_add(out, wish.data);
	strbuf_fini(&wish);
}

static void describe_last(struct strbuf *out, day_number day, day_number today)
{
	char date[WORDS_SIZE];

	if (day == DAY_NONE)
		return;
	date_format_short(day, PRECISION_DAY, today, date, sizeof date);
	strbuf_add_format(out, _("last %s"), date);
}

void words_line(struct strbuf *out, const struct words_line *line, const struct words_facts *facts,
	const struct score *score, const char *between)
{
	struct strbuf state = STRBUF_INIT, pace = STRBUF_INIT, last = STRBUF_INIT;

	describe_state(&state, line, facts);
	describe_pace(&pace, facts, score);
	describe_last(&last, line->last_day, facts->today);
	strbuf_add(out, line->circle ? line->circle : "");
	words_line_add_part(out, between, state.data);
	words_line_add_part(out, between, pace.data);
	words_line_add_part(out, between, last.data);
	strbuf_fini(&state);
	strbuf_fini(&pace);
	strbuf_fini(&last);
}

void words_line_talks(struct strbuf *out, const struct rhythm *rhythm, day_number today)
{
	char last[WORDS_SIZE];
	int days = rhythm->contact_days;

	if (days < 1) {
		strbuf_add(out, _("No talk is written yet."));
		return;
	}
	int first_year = date_from_day(rhythm->first_day).year;
	int last_year = date_from_day(rhythm->last_day).year;
	when_relative(rhythm->last_day, today, last, sizeof last);
	if (first_year == last_year)
		strbuf_add_format(out,
			/* Translators: the last %s is such as "3 weeks ago". */
			NP_("Talked on %d day of %d, last %s.", "Talked on %d days of %d, last %s.",
				days),
			days, last_year, last);
	else /* Translators: two years; the last %s is such as "3 weeks ago". */
		strbuf_add_format(out, _("Talked on %d days, %d to %d, last %s."), days, first_year,
			last_year, last);
}
