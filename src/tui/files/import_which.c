/* Who may be here already, in an import: what tells, and which of several is meant.
 * Not here: the plan they belong to (import_flow.c), names in histories (import_names.c). */
#include "filo/base/i18n.h"
#include "filo/base/memory.h"
#include "tui/files/import_flow.h"
#include "tui/form/chooser.h"

#include <stdlib.h>
#include <string.h>

static const char *const choices[] = { [IMPORT_AS_NEW] = N_("add as new"),
	[IMPORT_AS_SAME] = N_("the same person"),
	[IMPORT_LEAVE_OUT] = N_("leave out") };

static const struct import_candidate *candidate_at(const struct import_likely *likely, size_t index)
{
	return vector_at(&likely->candidates, index);
}

/* Whether it was said what becomes of the card: the choice is not only the usual one. */
static bool import_likely_is_chosen(
	const struct import_flow *flow, const struct import_likely *likely)
{
	return likely->choice != IMPORT_AS_NEW || vector_has(&flow->chosen, &likely->card);
}

void import_likely_row(const struct import_flow *flow, const struct import_likely *likely,
	struct strbuf *left, struct strbuf *right)
{
	const char *called = import_likely_meant(likely)->called;
	size_t others = likely->candidates.count - 1;

	if (likely->choice == IMPORT_AS_SAME)
		/* Translators: somebody in the file, and who it is of those who are there. */
		strbuf_add_format(left, _("%s is %s"), likely->name, called);
	else if (import_likely_is_chosen(flow, likely))
		strbuf_add(left, likely->name);
	else if (!others)
		/* Translators: a name in the file, and one that is there already. */
		strbuf_add_format(left, _("%s: perhaps %s?"), likely->name, called);
	else
		strbuf_add_format(left,
			/* Translators: a name in the file, who it may be, and how many others. */
			NP_("%s: perhaps %s, or %zu other?", "%s: perhaps %s, or %zu others?",
				others),
			likely->name, called, others);
	if (likely->choice == IMPORT_AS_NEW && !import_likely_is_chosen(flow, likely))
		strbuf_add(right, _("add as new?"));
	else
		strbuf_add(right, _(choices[likely->choice]));
}

static void import_facts_tell(const char *facts, struct strbuf *out)
{
	if (*facts)
		strbuf_add_format(out, ", %s", facts);
}

/* "Ana (#12), Studio Ferrara, ana@example.org": the number where there are namesakes, and of the
 * card for who is only in the file. */
static void import_candidate_tell(const struct import_candidate *candidate, struct strbuf *out)
{
	bool is_told_apart = strcmp(candidate->name, candidate->called) != 0;

	strbuf_add(out, candidate->is_in_file ? candidate->called : candidate->name);
	if (is_told_apart && !candidate->is_in_file)
		strbuf_add_format(out, " (#%lld)", (long long)candidate->contact);
	import_facts_tell(candidate->facts, out);
}

static void import_shared_tell(const struct import_candidate *candidate, struct strbuf *out)
{
	if (candidate->shared)
		strbuf_add_format(out, _(". They share %s"), candidate->shared);
}

/* Where they are, without a full stop. */
static void import_candidates_place(const char *told, bool is_in_file, struct strbuf *out)
{
	if (*told)
		strbuf_add_format(out,
			is_in_file ? _(". In the file, too: %s") : _(". In your contacts: %s"),
			told);
}

static void import_card_tell(const struct import_likely *likely, struct strbuf *out)
{
	/* Translators: of a card: a name, and what there is besides. */
	strbuf_add_format(out, _("In the file: %s"), likely->name);
	import_facts_tell(likely->facts, out);
}

static void import_choice_tell(
	const struct import_flow *flow, const struct import_likely *likely, struct strbuf *out)
{
	struct strbuf chosen = STRBUF_INIT;

	if (likely->choice == IMPORT_AS_SAME)
		import_candidate_tell(import_likely_meant(likely), &chosen);
	else if (import_likely_is_chosen(flow, likely))
		strbuf_add(&chosen, _(choices[likely->choice]));
	if (chosen.len)
		/* Translators: what was chosen: somebody, or what becomes of a card. */
		strbuf_add_format(out, _("Chosen: %s. "), chosen.data);
	strbuf_fini(&chosen);
}

void import_likely_describe(
	const struct import_flow *flow, const struct import_likely *likely, struct strbuf *out)
{
	const struct import_candidate *candidate;
	struct strbuf here = STRBUF_INIT, in_file = STRBUF_INIT, one = STRBUF_INIT;

	VECTOR_EACH (candidate, &likely->candidates) {
		strbuf_clear(&one);
		import_candidate_tell(candidate, &one);
		strbuf_add_item(candidate->is_in_file ? &in_file : &here, "; ", one.data);
	}
	import_choice_tell(flow, likely, out);
	import_card_tell(likely, out);
	import_candidates_place(here.data, false, out);
	import_candidates_place(in_file.data, true, out);
	import_shared_tell(import_likely_meant(likely), out);
	strbuf_fini(&here);
	strbuf_fini(&in_file);
	strbuf_fini(&one);
}

void import_likely_choose(
	struct import_flow *flow, struct import_likely *likely, enum import_choice choice)
{
	int64_t *const counts[] = { [IMPORT_AS_NEW] = &flow->plan.added,
		[IMPORT_AS_SAME] = &flow->plan.updated,
		[IMPORT_LEAVE_OUT] = &flow->plan.left_out };

	--*counts[likely->choice];
	likely->choice = choice;
	++*counts[likely->choice];
	if (!vector_has(&flow->chosen, &likely->card))
		vector_push(&flow->chosen, &likely->card);
	flow->is_estimated = true;
	import_summarize_plan(flow);
}

/* ---- Which of several ---- */

/* Below the candidates. */
static const enum import_choice others[] = { IMPORT_AS_NEW, IMPORT_LEAVE_OUT };

struct import_which {
	struct import_flow *flow;
	struct import_likely *likely;
};

static size_t import_which_count(void *context)
{
	const struct import_which *which = context;

	return which->likely->candidates.count + sizeof others / sizeof *others;
}

/* What was chosen, or else who is proposed. */
static size_t import_which_first(void *context)
{
	const struct import_which *which = context;
	const struct import_likely *likely = which->likely;
	size_t count = likely->candidates.count;

	if (likely->choice == IMPORT_AS_SAME || !import_likely_is_chosen(which->flow, likely))
		return likely->candidate;
	return count + (likely->choice == others[1]);
}

static void import_which_row(void *context, size_t index, struct strbuf *left, struct strbuf *right)
{
	const struct import_likely *likely = ((const struct import_which *)context)->likely;
	size_t count = likely->candidates.count;
	bool is_chosen = index < count
				 ? likely->choice == IMPORT_AS_SAME && likely->candidate == index
				 : likely->choice == others[index - count];

	strbuf_add(left, index < count ? candidate_at(likely, index)->called
				       : _(choices[others[index - count]]));
	if (is_chosen)
		strbuf_add(right, _("chosen"));
}

static void import_which_detail(struct app *app, void *context, size_t index, struct strbuf *out)
{
	const struct import_likely *likely = ((const struct import_which *)context)->likely;

	(void)app;
	import_card_tell(likely, out);
	if (index >= likely->candidates.count)
		return;
	const struct import_candidate *candidate = candidate_at(likely, index);
	struct strbuf one = STRBUF_INIT;
	import_candidate_tell(candidate, &one);
	import_candidates_place(one.data, candidate->is_in_file, out);
	import_shared_tell(candidate, out);
	strbuf_fini(&one);
}

static void import_which_open(struct app *app, void *context, size_t index)
{
	const struct import_which *which = context;
	size_t count = which->likely->candidates.count;

	if (index < count)
		which->likely->candidate = index;
	import_likely_choose(
		which->flow, which->likely, index < count ? IMPORT_AS_SAME : others[index - count]);
	app_pop(app);
}

static const struct chooser_ops import_which_ops = {
	.context = IN_LIST,
	.title = N_("Who is meant?"),
	.empty = "",
	.count = import_which_count,
	.row = import_which_row,
	.detail = import_which_detail,
	.open = import_which_open,
	.first = import_which_first,
	.free = free,
};

struct view *import_which_view(struct import_flow *flow, struct import_likely *likely)
{
	struct import_which *which = memory_new(sizeof *which);

	*which = (struct import_which){ flow, likely };
	return chooser_view(&import_which_ops, which);
}
