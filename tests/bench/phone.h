/* A made-up phone: people whose days of messages follow a power law over ten years, each with a
 * rhythm of their own, some silent for long. The same from one seed.
 * Not here: what is done with the days (phone.c, tests/unit/exchange/test_phone.c). */
#ifndef FILO_TESTS_BENCH_PHONE_H
#define FILO_TESTS_BENCH_PHONE_H

#include <math.h>
#include <stdbool.h>
#include <stdint.h>

#define PHONE_YEARS 10
#define PHONE_SPAN  (PHONE_YEARS * 365)

struct phone {
	int people, days; /* of one person, all together; about so many */
	int today;        /* no day is later */
	uint64_t state;   /* of the random numbers: the seed */
};

static inline uint64_t phone_number(struct phone *phone)
{
	uint64_t mixed = phone->state += 0x9E3779B97F4A7C15u;

	mixed = (mixed ^ mixed >> 30) * 0xBF58476D1CE4E5B9u;
	mixed = (mixed ^ mixed >> 27) * 0x94D049BB133111EBu;
	return mixed ^ mixed >> 31;
}

/* Between 0 and 1. */
static inline double phone_chance(struct phone *phone)
{
	return ((double)(phone_number(phone) >> 11) + 0.5) / 9007199254740992.0;
}

/* How many days of contact somebody has: the first the most, the hundredth a tenth of that. */
static inline double phone_share(const struct phone *phone, int person)
{
	double all = 0;

	for (int i = 1; i <= phone->people; i++)
		all += 1 / sqrt(i);
	return phone->days / all / sqrt(person + 1);
}

/* Every eighth has been silent for years. */
static inline bool phone_is_silent(int person)
{
	return person % 8 == 5;
}

/* Calls `each` with the days of a person, oldest first; `gap_days` is the pause they keep on the
 * whole. */
static inline double phone_days(struct phone *phone, int person,
	void (*each)(void *context, int person, int day), void *context)
{
	int last = phone->today - (phone_is_silent(person) ? 3 * 365 : 0);
	int day = phone->today - PHONE_SPAN;
	double share = fmin(phone_share(phone, person), 0.9 * (last - day));
	double gap_days = (last - day) / share;

	while (day <= last) {
		each(context, person, day);
		day += 1 + (int)(-log(phone_chance(phone)) * (gap_days - 1) + 0.5);
	}
	return gap_days;
}

#endif
