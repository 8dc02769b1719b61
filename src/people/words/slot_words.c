/* A time carved out for people, in words.
 * Not here: the setting (base/config.h). */
#include "filo/people/words/slot_words.h"

#include "filo/base/i18n.h"
#include "filo/people/words/duration.h"

static void add_title(struct strbuf *out, int length_min)
{
	static const struct {
		int length_min;
		const char *words;
	} titles[] = {
		{ 5, N_("Your five minutes") },
		{ 10, N_("Your ten minutes") },
		{ 15, N_("Your quarter of an hour") },
		{ 20, N_("Your twenty minutes") },
		{ 30, N_("Your half hour") },
		{ 45, N_("Your three quarters of an hour") },
		{ 60, N_("Your hour") },
	};

	for (size_t i = 0; i < sizeof titles / sizeof *titles; i++) {
		if (titles[i].length_min == length_min) {
			strbuf_add(out, _(titles[i].words));
			return;
		}
	}
	strbuf_add_format(out, NP_("Your %d minute", "Your %d minutes", length_min), length_min);
}

void slot_words_head(struct strbuf *out, int length_min, size_t left)
{
	add_title(out, length_min);
	if (left)
		strbuf_add_format(out, NP_(": %zu person", ": %zu people", left), left);
	else
		strbuf_add(out, _(": done"));
}

void slot_words_end(struct strbuf *out, int minutes, size_t people)
{
	static const char *const counts[] = { N_("one person"), N_("two people"),
		N_("three people"), N_("four people"), N_("five people"), N_("six people"),
		N_("seven people"), N_("eight people"), N_("nine people"), N_("ten people") };

	if (minutes > 0)
		strbuf_add_format(out, NP_("%d minute", "%d minutes", minutes), minutes);
	else
		strbuf_add(out, _("Less than a minute"));
	strbuf_add(out, ", ");
	if (people > 0 && people <= sizeof counts / sizeof *counts)
		strbuf_add(out, _(counts[people - 1]));
	else
		strbuf_add_format(out, NP_("%zu person", "%zu people", people), people);
}

void slot_words_back(struct strbuf *out, const char *name, int gap_days)
{
	char gap[64];

	when_duration(gap_days, gap, sizeof gap);
	strbuf_add(out, "; ");
	/* Translators: a name, and how long the silence was: "Jürgen is back after 3 years" */
	strbuf_add_format(out, _("%s is back after %s"), name, gap);
}
