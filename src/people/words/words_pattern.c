/* What the whole of a relationship's pauses shows: bursts, no fixed rhythm, a proposal, who opens.
 * Not here: why somebody is due today (words.c). */
#include "filo/people/words/words_pattern.h"

#include "filo/base/i18n.h"
#include "filo/people/score.h"
#include "filo/people/words/duration.h"

#include <math.h>

#define BURST_SHARE     0.4
#define IRREGULAR_SCALE 1.1
#define PATTERN_GAPS    5
#define REGULAR_TIMES   3 /* the longest pause so far is at most so many of the shortest told */
#define OPENINGS_MIN    5
#define WORDS_SIZE      64

/* Mean of the gaps of more than two days: what passes between bursts. */
static int between_bursts(const struct words_facts *facts)
{
	int sum = 0, count = 0;

	for (size_t i = 0; i < facts->gap_count; i++) {
		if (facts->gaps[i] > 2) {
			sum += facts->gaps[i];
			count++;
		}
	}
	return count ? sum / count : 0;
}

static int shortest_gap(const struct words_facts *facts)
{
	int shortest = facts->longest_gap;

	for (size_t i = 0; i < facts->gap_count; i++)
		shortest = facts->gaps[i] < shortest ? facts->gaps[i] : shortest;
	return shortest;
}

void words_pattern(struct strbuf *out, const struct rhythm *rhythm, const struct score *score,
	const struct words_facts *facts)
{
	char first[WORDS_SIZE], second[WORDS_SIZE];
	int between = between_bursts(facts), shortest = shortest_gap(facts),
	    longest = facts->longest_gap;

	if (rhythm->n < PATTERN_GAPS)
		return;
	if (rhythm->short_gaps >= BURST_SHARE * rhythm->n && between > 2) {
		when_duration(between, first, sizeof first);
		strbuf_add_format(out, _("You talk in bursts; between them about %s pass."), first);
	} else if (score->sg > IRREGULAR_SCALE && longest > REGULAR_TIMES * shortest) {
		int from = (int)fmax(shortest, score_quantile(score, 0.1)),
		    to = (int)fmin(longest, score_quantile(score, 0.9));
		when_duration(from, first, sizeof first);
		when_duration(to, second, sizeof second);
		strbuf_add_format(out,
			_("There is no fixed rhythm: pauses from %s to %s are ordinary."), first,
			second);
	}
}

void words_shorter(struct strbuf *out, int days, const struct words_facts *facts)
{
	int shorter = 0;

	for (size_t i = 0; i < facts->gap_count; i++)
		shorter += facts->gaps[i] < days;
	if (shorter && facts->longest_gap < days)
		strbuf_add(out, _("every pause so far was shorter"));
	else if (shorter)
		strbuf_add_format(out,
			NP_("%d of your last %zu pauses was shorter",
				"%d of your last %zu pauses were shorter", shorter),
			shorter, facts->gap_count);
}

void words_proposal(struct strbuf *out, int proposed_days, const struct words_facts *facts)
{
	struct strbuf shorter = STRBUF_INIT;

	if (proposed_days <= 0)
		return;
	words_shorter(&shorter, proposed_days, facts);
	strbuf_add_format(out,
		NP_("Every %d day would match how you two talk",
			"Every %d days would match how you two talk", proposed_days),
		proposed_days);
	if (shorter.len)
		strbuf_add_format(out, ": %s", shorter.data);
	strbuf_add_char(out, '.');
	strbuf_fini(&shorter);
}

/* Half width of the 80 % interval of a Beta(2+me, 2+them), by the normal approximation. */
static double half_interval(double mean, int count)
{
	return 1.2816 * sqrt(mean * (1 - mean) / (count + 5.0));
}

void words_opener(struct strbuf *out, int by_me, int by_them, int unknown, const char *given)
{
	int known = by_me + by_them;

	if (known < OPENINGS_MIN || known < unknown)
		return;
	double mean = (2.0 + by_me) / (4.0 + known);
	double half = half_interval(mean, known);
	if (mean - half > 0.7)
		strbuf_add_format(out, _("You are mostly the one who starts; %s answers."), given);
	else if (mean + half < 0.3)
		strbuf_add_format(out, _("Mostly it is %s who starts; you answer."), given);
}
