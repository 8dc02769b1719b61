/* Steps about the bytes that the program sends to the terminal: which, and how many.
 * Not here: what they make of the screen (steps_screen.c). */
#include "steps.h"

#include <stdlib.h>
#include <string.h>

static bool step_mark(struct scenario *sc, const char *rest)
{
	(void)rest;
	if (!scenario_settle(sc))
		return false;
	terminal_mark(sc->term);
	return true;
}

static bool is_below(struct scenario *sc, const char *bound, long long count)
{
	if (*bound != '<')
		return scenario_fail(sc, "a bound is < NUMBER");
	return count < atoll(bound + 1) || scenario_fail(sc, "it was %lld", count);
}

static bool step_bytes(struct scenario *sc, const char *rest)
{
	return scenario_settle(sc) &&
	       is_below(sc, rest, (long long)terminal_bytes_since_mark(sc->term));
}

static bool step_writes(struct scenario *sc, const char *rest)
{
	return scenario_settle(sc) && is_below(sc, rest, terminal_writes_since_mark(sc->term));
}

static bool has_emitted(struct scenario *sc, void *what)
{
	const struct strbuf *wanted = what, *all = &sc->term->output;

	return memmem(all->data, all->len, wanted->data, wanted->len) != NULL;
}

static bool step_emitted(struct scenario *sc, const char *rest)
{
	struct strbuf wanted = STRBUF_INIT;

	scenario_text(rest, &wanted);
	bool holds = scenario_wait(sc, has_emitted, &wanted) ||
		     scenario_fail(sc, "these bytes were not sent");
	strbuf_fini(&wanted);
	return holds;
}

static bool step_emitted_not(struct scenario *sc, const char *rest)
{
	struct strbuf unwanted = STRBUF_INIT;

	scenario_text(rest, &unwanted);
	bool holds = scenario_settle(sc) &&
		     (!has_emitted(sc, &unwanted) || scenario_fail(sc, "these bytes were sent"));
	strbuf_fini(&unwanted);
	return holds;
}

static bool step_emitted_ascii(struct scenario *sc, const char *rest)
{
	const struct strbuf *all = &sc->term->output;

	(void)rest;
	if (!scenario_settle(sc))
		return false;
	for (size_t i = 0; i < all->len; i++) {
		if (all->data[i] & 0x80)
			return scenario_fail(sc, "byte %zu of the output is 0x%02x", i,
				(unsigned char)all->data[i]);
	}
	return true;
}

static bool step_no_queries(struct scenario *sc, const char *rest)
{
	(void)rest;
	return scenario_settle(sc) &&
	       (!sc->term->screen.queries || scenario_fail(sc, "the terminal was asked something"));
}

/* Since the program started. */
static bool step_bells(struct scenario *sc, const char *rest)
{
	size_t bells = sc->term->screen.bells;

	return scenario_settle(sc) && (sc->term->screen.bells == strtoul(rest, NULL, 10) ||
					      scenario_fail(sc, "the bell rang %zu times", bells));
}

static bool step_settle(struct scenario *sc, const char *rest)
{
	(void)rest;
	return scenario_settle(sc);
}

const struct step steps_output[] = {
	{ "mark", step_mark },
	{ "bytes", step_bytes },
	{ "writes", step_writes },
	{ "emitted", step_emitted },
	{ "emitted-not", step_emitted_not },
	{ "emitted-ascii", step_emitted_ascii },
	{ "no-queries", step_no_queries },
	{ "bells", step_bells },
	{ "settle", step_settle },
	{ NULL, NULL },
};
