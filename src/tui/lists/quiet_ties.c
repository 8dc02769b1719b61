/* People beside the queue, in lists to look at when there is time: ties that have gone quiet, and
 * dates of the address book. Not due, not counted.
 * Not here: who is in them (people/due.c), what the keys do (people_actions.c). */
#include "filo/base/i18n.h"
#include "filo/base/memory.h"
#include "filo/people/words/duration.h"
#include "filo/store/contact_called.h"
#include "filo/store/person_summary.h"
#include "filo/store/queue.h"
#include "tui/command.h"
#include "tui/form/chooser.h"
#include "tui/form/form.h"
#include "tui/person/card.h"
#include "tui/subject.h"

#include <limits.h>
#include <stdlib.h>

#define TIES_MAX 500

struct quiet_ties {
	struct app *app;
	struct queue_request request;
	struct queue queue;
};

static void read_ties(struct app *app, struct quiet_ties *ties)
{
	struct error err;

	queue_fini(&ties->queue);
	ties->request.on = app->today;
	if (queue_build(app->store, &ties->request, &ties->queue, &err) != STATUS_OK)
		app_say_error(app, &err);
}

static size_t ties_count(void *context)
{
	const struct quiet_ties *ties = context;

	return ties->queue.rows.count;
}

static struct queue_row *quiet_row(const struct quiet_ties *ties, size_t index)
{
	return vector_at(&ties->queue.rows, index);
}

static void quiet_add_name(const struct quiet_ties *ties, struct queue_row *row, struct strbuf *out)
{
	person_name_fit(out, row->name,
		contact_kept_apart(ties->app->store, row->due.id, &row->apart), INT_MAX);
}

static void ties_row(void *context, size_t index, struct strbuf *left, struct strbuf *right)
{
	const struct quiet_ties *ties = context;
	struct queue_row *row = quiet_row(ties, index);
	char silence[64];

	when_duration(ties->request.on - row->last_day, silence, sizeof silence);
	quiet_add_name(ties, row, left);
	strbuf_add(right, silence);
}

static void dates_row(void *context, size_t index, struct strbuf *left, struct strbuf *right)
{
	struct queue_row *row = quiet_row(context, index);

	quiet_add_name(context, row, left);
	strbuf_add(right, row->words);
}

static void dates_detail(struct app *app, void *context, size_t index, struct strbuf *out)
{
	const struct queue_row *row = quiet_row(context, index);

	(void)app;
	strbuf_add(out, row->why ? row->why : "");
}

static void ties_detail(struct app *app, void *context, size_t index, struct strbuf *out)
{
	const struct queue_row *row = quiet_row(context, index);
	struct person_summary summary;

	if (person_summary_load(app->store, row->due.id, app->today, &summary, NULL) != STATUS_OK)
		return;
	words_quiet(out, &summary.facts);
	person_summary_fini(&summary);
}

static void ties_open(struct app *app)
{
	size_t index;

	if (chooser_selected(app, &index))
		app_push(app, card_view(app, quiet_row(chooser_context(app), index)->due.id));
}

static contact_id ties_subject(void *context, size_t index)
{
	return quiet_row(context, index)->due.id;
}

static void ties_refresh(struct app *app, void *context)
{
	read_ties(app, context);
}

static void ties_free(void *context)
{
	struct quiet_ties *ties = context;

	queue_fini(&ties->queue);
	free(ties);
}

/* The keys are commands on the person selected. */
static const struct chooser_ops ties_ops = {
	.context = IN_QUIET_TIES,
	.title = N_("Quiet ties"),
	.empty = N_("No tie has gone quiet."),
	.count = ties_count,
	.row = ties_row,
	.detail = ties_detail,
	.subject = ties_subject,
	.refresh = ties_refresh,
	.free = ties_free,
};

static const struct chooser_ops dates_ops = {
	.context = IN_QUIET_TIES,
	.title = N_("Dates in the address book"),
	.empty = N_("No dates in the next days."),
	.count = ties_count,
	.row = dates_row,
	.detail = dates_detail,
	.subject = ties_subject,
	.refresh = ties_refresh,
	.free = ties_free,
};

static void open_list(
	struct app *app, const struct chooser_ops *ops, const struct queue_request *request)
{
	struct quiet_ties *ties = memory_new(sizeof *ties);

	ties->app = app;
	ties->request = *request;
	vector_init(&ties->queue.rows, sizeof(struct queue_row));
	read_ties(app, ties);
	app_push(app, chooser_view(ops, ties));
}

static void command_quiet_ties(struct app *app)
{
	open_list(app, &ties_ops, &(struct queue_request){ .quiet_ties = true, .limit = TIES_MAX });
}

static void command_address_dates(struct app *app)
{
	open_list(app, &dates_ops,
		&(struct queue_request){ .address_dates = true,
			.in_words = true,
			.with_why = true,
			.limit = TIES_MAX });
}

const struct command quiet_ties_commands[] = {
	{ "quiet-ties", "Q", IN_PANES | IN_REVIEW | IN_REVIEW_END,
		N_("ties that have gone quiet, without a due date"), NULL, command_quiet_ties },
	{ "open-tie", "Enter Right", IN_QUIET_TIES, N_("the card of this person"), N_("card"),
		ties_open },
	{ "address-dates", "", IN_PANES, N_("birthdays of people only in the address book"), NULL,
		command_address_dates },
	{ 0 },
};
