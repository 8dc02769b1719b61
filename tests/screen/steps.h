/* The steps that a scenario is made of: one table for each kind.
 * Not here: reading the file (scenario.h). */
#ifndef TESTS_STEPS_H
#define TESTS_STEPS_H

#include "scenario.h"

struct step {
	const char *name;
	/* Plays the step; `rest` is the line after its name. False with scenario_fail. */
	bool (*play)(struct scenario *sc, const char *rest);
};

/* Each ends with a step without name. */
extern const struct step steps_life[];   /* starting, ending, signals */
extern const struct step steps_input[];  /* keys, text, pastes */
extern const struct step steps_screen[]; /* what is to be seen */
extern const struct step steps_look[];   /* bold, reverse, colours */
extern const struct step steps_output[]; /* what was sent, and how much */
extern const struct step steps_shell[];  /* commands, files, environment */

#endif
