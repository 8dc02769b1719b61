/* Learning: the statistics of a relationship's pauses, one contact day at a time.
 * Not here: what they foretell (score.c). */
#include "filo/people/rhythm.h"

#include <math.h>

#define DECAY      0.9
#define BURST_DAYS 2

/* The unit of struct tempo: 2^-32. */
#define TEMPO_UNIT 4294967296.0

void rhythm_learn(struct rhythm *rhythm, day_number day, int absent_days, bool ends_rest)
{
	if (rhythm->last_day == DAY_NONE) {
		rhythm->first_day = rhythm->last_day = day;
		rhythm->contact_days = 1;
		return;
	}
	if (day <= rhythm->last_day)
		return;
	int gap = day - rhythm->last_day - absent_days;
	rhythm->last_day = day;
	rhythm->contact_days++;
	if (gap < 1 || ends_rest)
		return;
	double x = log(gap);
	rhythm->w = DECAY * rhythm->w + 1;
	rhythm->s = DECAY * rhythm->s + x;
	rhythm->q = DECAY * rhythm->q + x * x;
	rhythm->s1 += x;
	rhythm->n++;
	if (gap > rhythm->max_gap)
		rhythm->max_gap = gap;
	if (gap <= BURST_DAYS)
		rhythm->short_gaps++;
}

int rhythm_absent_days(
	day_number after, day_number before, const struct span *absences, size_t absence_count)
{
	int days = 0;

	for (size_t i = 0; i < absence_count && absences[i].from < before; i++) {
		day_number from = absences[i].from > after ? absences[i].from : after + 1;
		day_number to = absences[i].to < before ? absences[i].to : before - 1;
		if (to >= from)
			days += to - from + 1;
	}
	return days;
}

int rhythm_silence(
	day_number last_day, day_number today, const struct span *absences, size_t absence_count)
{
	/* Today does not count either when it is a day of absence. */
	int silence =
		today - last_day - rhythm_absent_days(last_day, today + 1, absences, absence_count);

	return silence > 0 ? silence : 0;
}

/* Whether a rest lay between two contact days and was ended by the second. */
static bool ends_rest(
	day_number last_day, day_number day, const struct span *rests, size_t rest_count)
{
	for (size_t i = 0; i < rest_count; i++) {
		if (rests[i].from >= last_day && rests[i].from <= day && rests[i].to >= day)
			return true;
	}
	return false;
}

void rhythm_rebuild(struct rhythm *rhythm, const day_number *days, size_t count,
	const struct span *absences, size_t absence_count, const struct span *rests,
	size_t rest_count)
{
	*rhythm = RHYTHM_EMPTY;
	for (size_t i = 0; i < count; i++) {
		day_number last = rhythm->last_day;
		bool is_first = last == DAY_NONE;
		rhythm_learn(rhythm, days[i],
			is_first ? 0 : rhythm_absent_days(last, days[i], absences, absence_count),
			!is_first && ends_rest(last, days[i], rests, rest_count));
	}
}

/* The contact's terms of the user's tempo, in fixed point. */
static struct tempo own_term(const struct rhythm *rhythm)
{
	if (rhythm->n < 1)
		return (struct tempo){ 0, 0 };
	double h = rhythm->n / (rhythm->n + 2.0);
	return (struct tempo){ .e_w = llround(h * TEMPO_UNIT),
		.e_s = llround(h * rhythm->s1 / rhythm->n * TEMPO_UNIT) };
}

void tempo_add(struct tempo *tempo, const struct rhythm *rhythm)
{
	struct tempo own = own_term(rhythm);

	tempo->e_w += own.e_w;
	tempo->e_s += own.e_s;
}

void tempo_remove(struct tempo *tempo, const struct rhythm *rhythm)
{
	struct tempo own = own_term(rhythm);

	tempo->e_w -= own.e_w;
	tempo->e_s -= own.e_s;
}
