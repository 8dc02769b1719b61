/* Foretelling: what the statistics of a relationship say of the pause running now.
 * Pure. Formulas and constants in score.c. Not here: learning them (rhythm.h), who is due (due.h).
 */
#ifndef FILO_PEOPLE_SCORE_H
#define FILO_PEOPLE_SCORE_H

#include "filo/people/rhythm.h"

/* What the model says of one contact. `tempo` includes the contact's own term, which is taken
 * out. own_wish_days: the person's cadence, 0 none; circle_wish_days: the circle's, used only
 * without an own one. */
struct score {
	double m, sg;   /* location and scale of ln pause */
	double end;     /* chance that the tie has an end */
	double usual;   /* e^m, days */
	double own;     /* e^(s/w), days: their own pauses alone, to be told; usual without any */
	double overdue; /* share of pauses shorter than this one */
	double rest;    /* chance that it has come to rest */
	int a;          /* days of silence it was asked for */
};
void rhythm_score(const struct rhythm *rhythm, const struct tempo *tempo, int own_wish_days,
	int circle_wish_days, int a, struct score *out);
int score_own_days(const struct score *score);                      /* `own`, one at least */
double score_quantile(const struct score *score, double p);         /* of an ordinary pause */
double score_running_quantile(const struct score *score, double p); /* of the pause running now,
	given that it has lasted `a` days; INFINITY when it may never end */
double score_silent(const struct score *score, double horizon_days);
double score_horizon(const struct score *score); /* max(30, 3 * usual) */

/* Quiet: a > 8 usual, a > 30, rest >= 0.5. Only without a cadence; the caller knows. */
bool score_is_quiet(const struct score *score);

/* Proposed cadence: quantile 0.75 rounded down to 7, 10, 14, 21, 30, 45, 60, 90, 120, 180, 365;
 * 0 when n < 3 or it is under 7. */
int rhythm_proposed_cadence(const struct rhythm *rhythm, const struct score *score);

#endif
