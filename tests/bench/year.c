/* A synthetic year: somebody with 150 ties turns each day to the first few of the queue. How many
 * ties are lost, by the order of the queue and by others: its own of before (how likely they stay
 * silent), the longest silence first, and chance.
 *   year [FIGURES]    into FIGURES goes a line each: title, name, figure, by tabs
 *
 * A tie has pauses of its own law (log-normal, some in bursts, a few very long and ended by
 * themselves), as far as one is not away. Now and then, in calendar time and unseen, it comes to an
 * end: then nobody speaks any more, unless one turns to them before four of their usual pauses, and
 * three weeks at least, have passed. Three years were like that but without ends, so that there is
 * a rhythm to learn. The closest are in circles. All of it is seeded: the lives are the same
 * whatever the order.
 * Not here: who is due (people/due.c), what filo costs (bench.c). */
#include "filo/people/due.h"

#include <math.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define TIES          150
#define HISTORY_DAYS  (3 * 365)
#define YEAR_DAYS     365
#define DAYS          (HISTORY_DAYS + YEAR_DAYS)
#define LIVES         40  /* the figures are means over so many */
#define ENDS_A_YEAR   1.0 /* of a tie */
#define GRACE_USUAL   4
#define GRACE_DAYS    21
#define LONG_SILENCES 0.03
#define LONG_TIMES    6

struct tie {
	double usual, spread; /* of pauses: the median, and the spread of their logarithm */
	bool is_bursty;
	int own_wish, circle_wish;
	int ends_on[8]; /* days on which it comes to an end, should it not have; 0: no more */
	uint64_t luck;  /* of its own pauses */
	/* As it goes. */
	struct rhythm rhythm;
	int next_on;  /* when they would speak by themselves; 0: never */
	int ended_on; /* 0: it has not */
	bool is_lost;
};

struct life {
	struct tie ties[TIES];
	struct tempo tempo;
	uint64_t luck; /* of who goes by chance */
};

/* ---- Chance ---- */

static double draw(uint64_t *luck)
{
	*luck ^= *luck << 13;
	*luck ^= *luck >> 7;
	*luck ^= *luck << 17;
	return (double)(*luck >> 11) / 9007199254740992.0;
}

static double draw_normal(uint64_t *luck)
{
	double a = draw(luck), b = draw(luck);

	return sqrt(-2 * log(a + 1e-300)) * cos(2 * M_PI * b);
}

/* ---- A life ---- */

/* Away for two weeks in summer and ten days in winter, each year. */
static const struct span *holidays(size_t *count)
{
	static struct span spans[2 * (DAYS / 365 + 1)];

	*count = 0;
	for (int year = 0; year < DAYS / 365; year++) {
		spans[(*count)++] = (struct span){ 365 * year + 215, 365 * year + 229 };
		spans[(*count)++] = (struct span){ 365 * year + 355, 365 * year + 364 };
	}
	return spans;
}

static bool is_away(int day)
{
	size_t count;
	const struct span *spans = holidays(&count);

	for (size_t i = 0; i < count; i++)
		if (day >= spans[i].from && day <= spans[i].to)
			return true;
	return false;
}

static int draw_pause(struct tie *tie)
{
	double pause = tie->usual * exp(tie->spread * draw_normal(&tie->luck));
	double chance = draw(&tie->luck);

	if (tie->is_bursty && draw(&tie->luck) < 0.5)
		pause = chance < 0.5 ? 1 : 2;
	else if (chance < LONG_SILENCES)
		pause = LONG_TIMES * tie->usual;
	return pause < 1 ? 1 : (int)(pause + 0.5);
}

static void choose_circle(struct tie *tie, int rank, double chance)
{
	if (rank < 10)
		tie->circle_wish = 14;
	else if (rank < 40)
		tie->circle_wish = 30;
	else if (rank < 80)
		tie->circle_wish = 90;
	if (chance < 0.05)
		tie->own_wish = 21;
}

static void draw_tie(struct tie *tie, int rank, uint64_t *luck)
{
	/* From a few days for the closest to a season; a place in a circle says it roughly. */
	tie->usual = 3 * exp(3.4 * rank / TIES + 0.5 * draw_normal(luck));
	tie->spread = 0.4 + 0.5 * draw(luck);
	tie->is_bursty = draw(luck) < 0.3;
	choose_circle(tie, rank, draw(luck));
	tie->luck = (uint64_t)(draw(luck) * 9e15) | 1;
	double on = HISTORY_DAYS;
	for (size_t i = 0; i + 1 < sizeof tie->ends_on / sizeof *tie->ends_on; i++) {
		on += -log(draw(luck) + 1e-300) * 365 / ENDS_A_YEAR;
		tie->ends_on[i] = on < DAYS ? (int)on + 1 : 0;
	}
}

static void begin(struct life *life, int number)
{
	uint64_t luck = 0x9E3779B97F4A7C15u * (uint64_t)(number + 1);

	memset(life, 0, sizeof *life);
	for (int i = 0; i < TIES; i++) {
		struct tie *tie = &life->ties[i];
		draw_tie(tie, i, &luck);
		tie->rhythm = RHYTHM_EMPTY;
		tie->next_on = 1 + (int)(draw(&luck) * tie->usual);
	}
	life->luck = luck | 1;
}

static void speak(struct life *life, struct tie *tie, int day)
{
	size_t count;
	const struct span *spans = holidays(&count);

	tempo_remove(&life->tempo, &tie->rhythm);
	rhythm_learn(&tie->rhythm, day,
		tie->rhythm.last_day == DAY_NONE
			? 0
			: rhythm_absent_days(tie->rhythm.last_day, day, spans, count),
		false);
	tempo_add(&life->tempo, &tie->rhythm);
	if (tie->is_lost)
		return;
	tie->ended_on = 0;
	tie->next_on = day + draw_pause(tie);
}

/* What comes by itself on a day. */
static void pass_day(struct life *life, struct tie *tie, int day)
{
	for (size_t i = 0; tie->ends_on[i]; i++)
		if (tie->ends_on[i] == day && !tie->ended_on)
			tie->ended_on = day;
	double grace = GRACE_USUAL * tie->usual;
	if (tie->ended_on && day - tie->ended_on > (grace > GRACE_DAYS ? grace : GRACE_DAYS))
		tie->is_lost = true;
	if (tie->ended_on || tie->is_lost || day < tie->next_on || is_away(day))
		return;
	speak(life, tie, day);
}

/* ---- Orders ---- */

struct turn {
	int tie;
	struct due due;
	double key; /* the greatest first, where the order has one */
};

static struct due_facts facts_of(const struct tie *tie, int day)
{
	size_t count;
	const struct span *spans = holidays(&count);
	int silence = rhythm_silence(tie->rhythm.last_day, day, spans, count);

	return (struct due_facts){ .rhythm = tie->rhythm,
		.state = STATE_ACTIVE,
		.is_in_circle = tie->circle_wish > 0,
		.skipped_on = DAY_NONE,
		.own_wish_days = tie->own_wish,
		.circle_wish_days = tie->circle_wish,
		.silence_days = silence,
		.wait_days = silence,
		.met_on = DAY_NONE,
		.added_on = DAY_NONE,
		.yearly_on = DAY_NONE,
		.followup_due = DAY_NONE,
		.reply_since = DAY_NONE };
}

/* Each says whether somebody has a turn at all. */
static bool by_queue(struct life *life, struct turn *turn, int day)
{
	struct due_facts facts = facts_of(&life->ties[turn->tie], day);

	return due_judge(&facts, &life->tempo, day, 0, &turn->due) && due_takes_place(&turn->due);
}

/* As it was before: a circle muzzles a rhythm, and both go by how likely they stay silent. */
static bool by_silent(struct life *life, struct turn *turn, int day)
{
	struct due_facts facts = facts_of(&life->ties[turn->tie], day);
	int wish = due_wish_days(&facts);

	due_judge(&facts, &life->tempo, day, 0, &turn->due);
	const struct score *score = &turn->due.score;
	bool is_wish = wish > 0 && facts.wait_days >= wish;
	bool is_rhythm = wish == 0 && facts.rhythm.n >= 3 && !turn->due.is_quiet &&
			 facts.wait_days >= score_quantile(score, 0.75);
	turn->key = is_wish + score_silent(score, score_horizon(score));
	return is_wish || is_rhythm;
}

static bool by_silence(struct life *life, struct turn *turn, int day)
{
	turn->key = facts_of(&life->ties[turn->tie], day).silence_days;
	return true;
}

static bool by_chance(struct life *life, struct turn *turn, int day)
{
	(void)day;
	turn->key = draw(&life->luck);
	return true;
}

static const struct order {
	const char *name;
	bool (*has_turn)(struct life *life, struct turn *turn, int day);
	bool is_queue; /* compared as the queue does */
} orders[] = {
	{ "by the queue", by_queue, true },
	{ "by the order of before", by_silent, false },
	{ "the longest silence first", by_silence, false },
	{ "by chance", by_chance, false },
};
#define ORDERS (sizeof orders / sizeof *orders)

static int compare_queue(const void *a, const void *b)
{
	const struct turn *one = a, *other = b;
	int order = due_compare(&one->due, &other->due);

	return order ? order : one->tie - other->tie;
}

static int compare_keys(const void *a, const void *b)
{
	const struct turn *one = a, *other = b;
	int order = (one->key < other->key) - (one->key > other->key);

	return order ? order : one->tie - other->tie;
}

static void turn_to_some(struct life *life, const struct order *order, int daily, int day)
{
	struct turn turns[TIES];
	int count = 0;

	for (int i = 0; i < TIES; i++) {
		turns[count] = (struct turn){ .tie = i };
		count += order->has_turn(life, &turns[count], day);
	}
	qsort(turns, (size_t)count, sizeof *turns, order->is_queue ? compare_queue : compare_keys);
	for (int i = 0; i < count && i < daily; i++)
		speak(life, &life->ties[turns[i].tie], day);
}

static int lost_in_a_life(const struct order *order, int daily, int number)
{
	static struct life life;
	int lost = 0;

	begin(&life, number);
	for (int day = 1; day < DAYS; day++) {
		for (int i = 0; i < TIES; i++)
			pass_day(&life, &life.ties[i], day);
		if (day >= HISTORY_DAYS && !is_away(day) && daily)
			turn_to_some(&life, order, daily, day);
	}
	for (int i = 0; i < TIES; i++)
		lost += life.ties[i].is_lost;
	return lost;
}

int main(int argc, char **argv)
{
	static const int daily[] = { 0, 2, 5 };
	FILE *figures = argc > 1 ? fopen(argv[1], "a") : NULL;
	char name[80];

	printf("\nA synthetic year: ties lost of %d\n", TIES);
	for (size_t k = 0; k < sizeof daily / sizeof *daily; k++) {
		for (size_t i = 0; i < (daily[k] ? ORDERS : 1); i++) {
			int lost = 0;
			for (int number = 0; number < LIVES; number++)
				lost += lost_in_a_life(&orders[i], daily[k], number);
			if (daily[k])
				snprintf(name, sizeof name, "%d a day, %s", daily[k],
					orders[i].name);
			else
				snprintf(name, sizeof name, "nobody, by themselves");
			printf("  %-42s %9.1f\n", name, (double)lost / LIVES);
			if (figures)
				fprintf(figures, "A synthetic year\t%s\t%.1f\n", name,
					(double)lost / LIVES);
		}
	}
	if (figures)
		fclose(figures);
	return 0;
}
