/* The sentences about one relationship, from facts already known.
 * Not here: the pattern and who opens (words_pattern.c). */
#include "filo/people/words/words.h"

#include "filo/base/i18n.h"
#include "filo/base/text.h"
#include "filo/people/words/duration.h"

#include <stdio.h>
#include <string.h>

#define LISTED_GAPS   3 /* from here on the pauses are told */
#define SENTENCE_GAPS 5 /* from here on a rhythm can be told */
#define WORDS_SIZE    64

static const char *words_name(const struct words_facts *facts)
{
	return facts->given && *facts->given ? facts->given : facts->name;
}

/* By the calendar: days away were taken out of the silence, and count for the rhythm alone. */
static int days_since_contact(const struct words_facts *facts)
{
	return facts->silence_days + facts->absent_days;
}

static day_number words_last_contact(const struct words_facts *facts)
{
	return facts->today - days_since_contact(facts);
}

/* Whether the silence is another one in words when days away are taken out of it. */
static bool is_absence_seen(const struct words_facts *facts)
{
	char silence[WORDS_SIZE], whole[WORDS_SIZE];

	if (!facts->absent_days)
		return false;
	when_duration(facts->silence_days, silence, sizeof silence);
	when_duration(days_since_contact(facts), whole, sizeof whole);
	return strcmp(silence, whole) != 0;
}

static void say_absence(struct strbuf *out, const struct words_facts *facts)
{
	if (facts->absent_days)
		strbuf_add_format(out,
			/* Translators: behind a full stop or a semicolon: the blank stays. */
			NP_(" %d day away is not counted.", " %d days away are not counted.",
				facts->absent_days),
			facts->absent_days);
}

void words_absence_seen(struct strbuf *out, const struct words_facts *facts)
{
	if (is_absence_seen(facts))
		say_absence(out, facts);
}

static int shorter_gaps(const struct words_facts *facts)
{
	int count = 0;

	for (size_t i = 0; i < facts->gap_count; i++)
		count += facts->gaps[i] < facts->silence_days;
	return count;
}

/* "5, 9 and 7" */
static void list_gaps(struct strbuf *out, const struct words_facts *facts)
{
	for (size_t i = 0; i < facts->gap_count; i++) {
		if (i > 0)
			strbuf_add(out, i + 1 == facts->gap_count ? _(" and ") : ", ");
		strbuf_add_format(out, "%d", facts->gaps[i]);
	}
}

static void say_rhythm(struct strbuf *out, const struct due *due, const struct words_facts *facts)
{
	char silence[WORDS_SIZE], usual[WORDS_SIZE], longest[WORDS_SIZE];
	int usual_days = score_own_days(&due->score);
	int shorter = shorter_gaps(facts);

	when_duration(facts->silence_days, silence, sizeof silence);
	when_every(usual_days, usual, sizeof usual);
	when_duration(facts->longest_gap, longest, sizeof longest);
	if (facts->silence_days == 0) {
		when_relative(words_last_contact(facts), facts->today, silence, sizeof silence);
		/* Translators: the last %s is "today", "yesterday" or such as "3 weeks ago". */
		strbuf_add_format(out, _("You two usually talk every %s; you were in touch %s."),
			usual, silence);
	} else if (facts->silence_days > facts->longest_gap && !strcmp(silence, longest))
		strbuf_add_format(out,
			_("You two usually talk every %s; it is %s now, longer than any so far."),
			usual, silence);
	else if (facts->silence_days > facts->longest_gap)
		strbuf_add_format(out,
			_("You two usually talk every %s; it is %s now, longer than any so far "
			  "(%s)."),
			usual, silence, longest);
	else if (!shorter)
		strbuf_add_format(
			out, _("You two usually talk every %s; it is %s now."), usual, silence);
	else
		strbuf_add_format(out,
			NP_("You two usually talk every %s; it is %s now, longer than %d of your "
			    "last %zu pauses.",
				"You two usually talk every %s; it is %s now, longer than %d of "
				"your last %zu pauses.",
				shorter),
			usual, silence, shorter, facts->gap_count);
}

static void say_early(struct strbuf *out, const struct words_facts *facts)
{
	char silence[WORDS_SIZE], last[WORDS_SIZE];
	struct strbuf gaps = STRBUF_INIT;

	when_duration(facts->silence_days, silence, sizeof silence);
	when_relative(words_last_contact(facts), facts->today, last, sizeof last);
	list_gaps(&gaps, facts);
	if (facts->n < LISTED_GAPS)
		strbuf_add_format(out, _("Last contact: %s. Too early to know a rhythm."), last);
	else if (facts->silence_days == 0 || is_absence_seen(facts))
		strbuf_add_format(out, _("Last contact: %s; your pauses so far were %s days."),
			last, gaps.data);
	else
		strbuf_add_format(out, _("It has been %s; your pauses so far were %s days."),
			silence, gaps.data);
	strbuf_fini(&gaps);
}

static void say_state(struct strbuf *out, const struct due *due, const struct words_facts *facts)
{
	if (facts->silence_days < 0)
		strbuf_add(out, facts->has_entries ? _("No contact on a day that is known yet.")
						   : _("No conversation yet."));
	else if (facts->n >= SENTENCE_GAPS)
		say_rhythm(out, due, facts);
	else
		say_early(out, facts);
	if (facts->silence_days >= 0 && facts->n >= LISTED_GAPS)
		words_absence_seen(out, facts);
}

static void say_wish(struct strbuf *out, const struct due *due, const struct words_facts *facts)
{
	if (facts->silence_days < 0) {
		const char *said = facts->has_entries
					   ? NP_("You wanted to hear from %s every %d day; no "
						 "contact on a day that is known yet.",
						     "You wanted to hear from %s every %d days; no "
						     "contact on a day that is known yet.",
						     facts->wish_days)
					   : NP_("You wanted to hear from %s every %d day; nothing "
						 "is written yet.",
						     "You wanted to hear from %s every %d days; "
						     "nothing is written yet.",
						     facts->wish_days);
		strbuf_add_format(out, said, words_name(facts), facts->wish_days);
		return;
	}
	strbuf_add_format(out,
		NP_("You wanted to hear from %s every %d day; it is %d.",
			"You wanted to hear from %s every %d days; it is %d.", facts->wish_days),
		words_name(facts), facts->wish_days, facts->silence_days);
	if (facts->n >= SENTENCE_GAPS) {
		int usual = score_own_days(&due->score);
		strbuf_add_format(out,
			NP_(" In practice it has been about %d day.",
				" In practice it has been about %d days.", usual),
			usual);
	}
	say_absence(out, facts); /* the days are told exactly */
}

static const char *yearly_title(const struct yearly_date *yearly)
{
	if (yearly->kind == YEARLY_BIRTHDAY)
		return _("Birthday");
	if (yearly->kind == YEARLY_ANNIVERSARY)
		return _("Anniversary");
	if (yearly->kind == YEARLY_DEATH)
		return _("In memory");
	return yearly->label ? yearly->label : _("A date to remember");
}

static void say_date(struct strbuf *out, const struct due *due, const struct words_facts *facts)
{
	char relative[WORDS_SIZE];
	const struct yearly_date *yearly = &facts->yearly;
	int years = date_from_day(due->day).year - yearly->date.year;

	when_relative(due->day, facts->today, relative, sizeof relative);
	bool is_age_told = yearly->kind != YEARLY_BIRTHDAY || !facts->is_dead;
	if (yearly->kind == YEARLY_BIRTHDAY && yearly->date.year > 0 && is_age_told &&
		due->day >= facts->today)
		strbuf_add_format(out, _("%s %s, turns %d"), yearly_title(yearly), relative, years);
	else if (yearly->date.year > 0 && years > 0 && yearly->kind != YEARLY_BIRTHDAY)
		strbuf_add_format(out, NP_("%s %s, %d year", "%s %s, %d years", years),
			yearly_title(yearly), relative, years);
	else
		strbuf_add_format(out, "%s %s", yearly_title(yearly), relative);
	struct civil_date on = date_from_day(due->day);
	if (yearly->date.month == 2 && yearly->date.day == 29 && on.day == 28)
		strbuf_add(out, _(" (29 February, kept on the 28th this year)"));
	strbuf_add(out, ".");
}

static void say_new(struct strbuf *out, const struct words_facts *facts)
{
	day_number last = words_last_contact(facts);
	/* Not spoken since: who was met before that talk was. */
	bool is_day_known =
		facts->met_on != DAY_NONE && facts->met_on >= last && facts->met_on <= facts->today;
	char met[WORDS_SIZE];

	when_relative(is_day_known ? facts->met_on : last, facts->today, met, sizeof met);
	if (is_day_known && facts->met && *facts->met)
		strbuf_add_format(out, _("Met %s (%s), not spoken since."), met, facts->met);
	else if (is_day_known)
		strbuf_add_format(out, _("Met %s, not spoken since."), met);
	else
		strbuf_add_format(out, _("First contact %s, not spoken since."), met);
}

/* Translators: %s is "5 days". */
static const struct agreed waiting = { { N_("Has waited %s for your answer."),
	NC_("feminine", "She has waited %s for your answer."),
	NC_("masculine", "He has waited %s for your answer.") } };

void words_why(struct strbuf *out, const struct due *due, const struct words_facts *facts)
{
	char waited[WORDS_SIZE];

	switch (due->reason) {
	case DUE_DATE:
		say_date(out, due, facts);
		break;
	case DUE_FOLLOWUP:
		strbuf_add(out, facts->followup ? facts->followup : _("A follow-up is due."));
		break;
	case DUE_REPLY:
		when_duration(facts->today - due->day, waited, sizeof waited);
		strbuf_add_format(out, agreed(&waiting, facts->agreement), waited);
		break;
	case DUE_WISH:
		say_wish(out, due, facts);
		break;
	case DUE_NEW:
		say_new(out, facts);
		break;
	case DUE_RHYTHM:
	case DUE_NONE:
		if (due->is_quiet)
			words_quiet(out, facts);
		else
			say_state(out, due, facts);
		break;
	}
}

/* In words: with room for them, or to be read aloud. */
static void reason_of_day(
	char *out, size_t size, const char *what, day_number day, day_number today)
{
	char when[WORDS_SIZE];

	when_relative(day, today, when, sizeof when);
	/* Translators: "birthday in 3 days": a yearly date, and when. */
	snprintf(out, size, _("%s %s"), what, when);
}

static void reason_of_date(
	char *out, size_t size, const struct due *due, day_number today, bool in_words)
{
	int ahead = due->day - today;

	if (in_words)
		reason_of_day(out, size, _("date"), due->day, today);
	else if (ahead == 0) /* Translators: a yearly date, today; narrow column. */
		snprintf(out, size, "%s", _("date today"));
	else if (ahead > 0)
		snprintf(out, size, _("date in %dd"), ahead);
	else
		snprintf(out, size, _("date %dd ago"), -ahead);
}

static void reason_of_birthday(
	char *out, size_t size, const struct due *due, day_number today, bool in_words)
{
	int ahead = due->day - today;

	if (in_words)
		reason_of_day(out, size, _("birthday"), due->day, today);
	else if (ahead == 0)
		snprintf(out, size, "%s", _("birthday!"));
	else if (ahead > 0) /* Translators: a birthday in so many days; narrow column. */
		snprintf(out, size, _("bday in %dd"), ahead);
	else
		snprintf(out, size, _("bday %dd ago"), -ahead);
}

void words_reason(char *out, size_t size, const struct due *due, const struct words_facts *facts,
	bool in_words)
{
	int silence = facts->silence_days < 0 ? 0 : days_since_contact(facts);
	char days[WORDS_SIZE];

	out[0] = '\0';
	when_duration_narrow(silence, in_words, days, sizeof days);
	switch (due->reason) {
	case DUE_DATE:
		if (facts->yearly.kind == YEARLY_BIRTHDAY)
			reason_of_birthday(out, size, due, facts->today, in_words);
		else
			reason_of_date(out, size, due, facts->today, in_words);
		break;
	case DUE_FOLLOWUP:
		snprintf(out, size, "%s", _("follow-up"));
		break;
	case DUE_REPLY:
		/* Translators: they wait for an answer; narrow column. */
		snprintf(out, size, "%s", _("to answer"));
		break;
	case DUE_WISH:
		if (facts->silence_days < 0)
			snprintf(out, size, "%s", _("a first word"));
		else
			snprintf(out, size,
				in_words
					? _("a wish, %s")
					/* Translators: "90d wish": so long ago, with a wish set. */
					: _("%s wish"),
				days);
		break;
	case DUE_RHYTHM:
		snprintf(out, size, in_words ? _("quiet, %s") : _("%s quiet"), days);
		break;
	case DUE_NEW:
		snprintf(out, size, in_words ? _("new, %s") : _("%s new"), days);
		break;
	case DUE_NONE:
		if (facts->silence_days >= 0)
			snprintf(out, size, "%s", days);
		break;
	}
}

int words_reason_cols(void)
{
	static const int days_off[] = { -5, -1, 0, 1, 7 }; /* as far as a date is told */
	int widest = 0;

	for (int reason = DUE_DATE; reason < DUE_NONE; reason++) {
		for (size_t i = 0; i < sizeof days_off / sizeof *days_off; i++) {
			const struct due due = { .reason = (enum due_reason)reason,
				.day = days_off[i] };
			const struct words_facts facts = { .silence_days = 99,
				.yearly.kind = YEARLY_BIRTHDAY };
			char words[WORDS_SIZE];
			words_reason(words, sizeof words, &due, &facts, true);
			int cols = text_width(words);
			widest = cols > widest ? cols : widest;
		}
	}
	return widest;
}

void words_quiet(struct strbuf *out, const struct words_facts *facts)
{
	char silence[WORDS_SIZE], before[WORDS_SIZE];

	if (facts->n == 0) { /* met once, and no more */
		date_format_short(words_last_contact(facts),
			days_since_contact(facts) > 365 ? PRECISION_YEAR : PRECISION_MONTH,
			facts->today, silence, sizeof silence);
		/* Translators: %s is "Mar 2026", or a year. */
		strbuf_add_format(out, _("Met once, in %s."), silence);
		return;
	}
	when_duration(days_since_contact(facts), silence, sizeof silence);
	strbuf_add_format(out, _("Quiet for %s."), silence);
	if (facts->longest_return >= 60) {
		when_duration(facts->longest_return, before, sizeof before);
		strbuf_add_char(out, ' ');
		strbuf_add_format(out, _("You came back from %s once before."), before);
	}
}

void words_silence(char *out, size_t size, int gap_days)
{
	char duration[WORDS_SIZE];

	when_duration(gap_days, duration, sizeof duration);
	snprintf(out, size, _("%s of silence"), duration);
}

void words_resurfaced(char *out, size_t size, int gap_days)
{
	char duration[WORDS_SIZE];

	when_duration(gap_days, duration, sizeof duration);
	snprintf(out, size, _("resurfaced after %s"), duration);
}
