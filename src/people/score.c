/* Foretelling: what the statistics of a relationship say of the pause running now.
 * Not here: learning them (rhythm.c), what is due (due.c).
 *
 * A pause is log-logistic while the tie lives; a tie may also have ended. The centre of a tie's
 * log pauses has the user's own tempo as its prior, their spread an inverse gamma one. */
#include "filo/people/score.h"

#include <math.h>

#define PRIOR_CENTRE     2.85 /* ln days: 17 days */
#define PRIOR_TEMPO      2.5  /* weight of it against the user's own tempo */
#define PRIOR_TIE        1.25 /* weight of the tempo against the tie's own gaps */
#define WISH_WEIGHT      2.0
#define CIRCLE_WEIGHT    1.0
#define SPREAD_SHAPE     1.2
#define SPREAD_SCALE     6.0
#define LARGEST_EXPONENT 500.0
#define TEMPO_UNIT       4294967296.0

static double score_sigmoid(double z)
{
	return 1 / (1 + exp(-fmax(-LARGEST_EXPONENT, fmin(LARGEST_EXPONENT, z))));
}

/* S(x) while it lives. */
static double score_survival(const struct score *score, double x_days)
{
	return score_sigmoid(-(log(x_days) - score->m) / score->sg);
}

static double tempo_centre(const struct tempo *tempo, const struct rhythm *rhythm)
{
	struct tempo others = *tempo;

	tempo_remove(&others, rhythm);
	return (PRIOR_TEMPO * PRIOR_CENTRE + (double)others.e_s / TEMPO_UNIT) /
	       (PRIOR_TEMPO + (double)others.e_w / TEMPO_UNIT);
}

void rhythm_score(const struct rhythm *rhythm, const struct tempo *tempo, int own_wish_days,
	int circle_wish_days, int a, struct score *out)
{
	double k = PRIOR_TIE, m0 = tempo_centre(tempo, rhythm);
	double wish_weight = own_wish_days > 0      ? WISH_WEIGHT
			     : circle_wish_days > 0 ? CIRCLE_WEIGHT
						    : 0;

	if (wish_weight > 0) {
		int wish = own_wish_days > 0 ? own_wish_days : circle_wish_days;
		m0 = (k * m0 + wish_weight * log(wish)) / (k + wish_weight);
		k += wish_weight;
	}
	double w = rhythm->w, kn = k + w, mean = w > 0 ? rhythm->s / w : 0;
	double m = (k * m0 + rhythm->s) / kn, an = SPREAD_SHAPE + w / 2, bn = SPREAD_SCALE;
	if (w > 0)
		bn += fmax(0, rhythm->q - rhythm->s * mean) / 2 +
		      k * w * (mean - m0) * (mean - m0) / (2 * kn);
	int age = rhythm->last_day == DAY_NONE ? 0 : rhythm->last_day - rhythm->first_day;
	out->m = m;
	out->sg = sqrt(3) / M_PI * sqrt(bn * (kn + 1) / (an * kn));
	out->end = score_sigmoid(
		-(0.26 + 0.65 * log1p(rhythm->n) + 0.17 * log1p(age) - 0.21 * (m - 3)));
	out->usual = exp(m);
	out->own = w > 0 ? exp(mean) : out->usual;
	out->a = a < 0 ? 0 : a;
	double lives = score_survival(out, out->a + 0.5);
	out->overdue = 1 - lives;
	out->rest = out->end / (out->end + (1 - out->end) * lives);
}

int score_own_days(const struct score *score)
{
	return (int)fmax(1, score->own + 0.5);
}

double score_quantile(const struct score *score, double p)
{
	return exp(score->m + score->sg * log(p / (1 - p)));
}

double score_running_quantile(const struct score *score, double p)
{
	double end = score->end, lives = 1 - end;
	double open = end + lives * score_survival(score, score->a + 0.5);
	double v = lives > 0 ? ((1 - p) * open - end) / lives : 0;

	if (v <= 0)
		return INFINITY;
	double days = exp(fmin(700, score->m + score->sg * log((1 - v) / v)));
	return days > score->a ? days : score->a;
}

double score_silent(const struct score *score, double horizon_days)
{
	double end = score->end, lives = 1 - end;

	return (end + lives * score_survival(score, score->a + horizon_days + 0.5)) /
	       (end + lives * score_survival(score, score->a + 0.5));
}

double score_horizon(const struct score *score)
{
	return fmax(30, 3 * score->usual);
}

bool score_is_quiet(const struct score *score)
{
	return score->a > 30 && score->a > 8 * score->usual && score->rest >= 0.5;
}

int rhythm_proposed_cadence(const struct rhythm *rhythm, const struct score *score)
{
	static const int offered[] = { 365, 180, 120, 90, 60, 45, 30, 21, 14, 10, 7 };

	if (rhythm->n < 3)
		return 0;
	double quantile = score_quantile(score, 0.75);
	for (size_t i = 0; i < sizeof offered / sizeof *offered; i++) {
		if (quantile >= offered[i])
			return offered[i];
	}
	return 0;
}
