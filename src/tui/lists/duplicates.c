/* Pairs of contacts who may be one person.
 * Not here: finding them (exchange/duplicates.c), joining them (merge_view.c). */
#include "filo/exchange/duplicates.h"
#include "filo/base/i18n.h"
#include "filo/base/memory.h"
#include "tui/command.h"
#include "tui/form/chooser.h"
#include "tui/form/form.h"
#include "tui/person/merge_view.h"

#include <stdlib.h>

#define PAIRS_MAX 200

struct duplicates {
	struct vector pairs; /* of struct duplicate */
};

static void clear(struct duplicates *duplicates)
{
	struct duplicate *pair;

	VECTOR_EACH (pair, &duplicates->pairs)
		duplicate_fini(pair);
	vector_clear(&duplicates->pairs);
}

static void duplicates_refresh(struct app *app, void *context)
{
	struct duplicates *duplicates = context;
	struct error err;

	clear(duplicates);
	if (duplicates_find(app->store, PAIRS_MAX, &duplicates->pairs, &err) != STATUS_OK)
		app_say_error(app, &err);
}

static size_t duplicates_count(void *context)
{
	const struct duplicates *duplicates = context;

	return duplicates->pairs.count;
}

static void duplicates_row(void *context, size_t index, struct strbuf *left, struct strbuf *right)
{
	const struct duplicates *duplicates = context;
	const struct duplicate *pair = vector_at(&duplicates->pairs, index);

	strbuf_add_format(left, "%s = %s", pair->name_a, pair->name_b);
	strbuf_add(right, duplicate_reason_label(pair->reason));
}

static void duplicates_compare(struct app *app)
{
	const struct duplicates *duplicates = chooser_context(app);
	size_t index;

	if (!chooser_selected(app, &index))
		return;
	const struct duplicate *pair = vector_at(&duplicates->pairs, index);

	merge_open(app, pair->a, pair->b);
}

static void duplicates_free(void *context)
{
	struct duplicates *duplicates = context;

	clear(duplicates);
	vector_fini(&duplicates->pairs);
	free(duplicates);
}

static const struct chooser_ops duplicates_ops = {
	.context = IN_DUPLICATES,
	.title = N_("People who may be one"),
	.empty = N_("Nobody seems to be here twice."),
	.count = duplicates_count,
	.row = duplicates_row,
	.refresh = duplicates_refresh,
	.free = duplicates_free,
};

static void command_duplicates(struct app *app)
{
	struct duplicates *duplicates = memory_new(sizeof *duplicates);

	vector_init(&duplicates->pairs, sizeof(struct duplicate));
	duplicates_refresh(app, duplicates);
	app_push(app, chooser_view(&duplicates_ops, duplicates));
}

const struct command duplicates_commands[] = {
	{ "duplicates", "", IN_PANES, N_("people who may be one, to merge"), NULL,
		command_duplicates },
	{ "compare", "Enter", IN_DUPLICATES, N_("compare two people, to make them one"),
		N_("compare and merge"), duplicates_compare },
	{ 0 },
};
