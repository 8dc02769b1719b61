/* Joining what was read of a day with what is known of it.
 * Not here: keeping it (store/), reading it (exchange/). */
#include "filo/people/tally.h"

static int max_of(int a, int b)
{
	return a > b ? a : b;
}

/* In the order in which of two beginnings at one time one is taken. */
static int rank(enum direction direction)
{
	static const int ranks[DIRECTIONS] = {
		[OPENED_BY_ME] = 0, [OPENED_BY_THEM] = 1, [OPENED_BY_BOTH] = 2, [OPENED_UNKNOWN] = 3
	};

	return ranks[direction];
}

static bool begins_before(const struct day_tally *a, const struct day_tally *b)
{
	if ((a->minute < 0) != (b->minute < 0))
		return b->minute < 0;
	if (a->day != b->day)
		return a->day < b->day;
	if (a->minute != b->minute)
		return a->minute < b->minute;
	return rank(a->direction) < rank(b->direction);
}

bool day_tally_merge(struct day_tally *into, const struct day_tally *other)
{
	const struct tally before = into->tally;
	bool is_earlier = begins_before(other, into);

	into->tally.from_me = max_of(into->tally.from_me, other->tally.from_me);
	into->tally.from_them = max_of(into->tally.from_them, other->tally.from_them);
	into->tally.seconds = max_of(into->tally.seconds, other->tally.seconds);
	if (is_earlier) {
		into->day = other->day;
		into->minute = other->minute;
		into->direction = other->direction;
	}
	return is_earlier || before.from_me != into->tally.from_me ||
	       before.from_them != into->tally.from_them || before.seconds != into->tally.seconds;
}
