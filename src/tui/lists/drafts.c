/* Drafts kept from forms that were left, or that a dropped connection took away.
 * Not here: keeping them while typing (form_draft.c). */
#include "tui/lists/drafts.h"

#include "filo/base/i18n.h"
#include "filo/base/text.h"
#include "filo/people/words/draft_words.h"
#include "filo/store/draft.h"
#include "filo/store/settings.h"
#include "tui/command.h"
#include "tui/form/form.h"
#include "tui/form/item_list.h"
#include "tui/form/prompt.h"
#include "tui/lists/absences_list.h"
#include "tui/lists/circles_list.h"
#include "tui/log/followup_form.h"
#include "tui/log/log_form.h"
#include "tui/person/contact_form.h"
#include "tui/person/person_forms.h"
#include "tui/way.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>

#define TEXT_COLS 100 /* of a draft, where it is named */

#define OFFERED "drafts-offered" /* setting: when the latest of them was kept */

/* How each form is opened again, about the person or the row of `id`. */
static void open_log(struct app *app, int64_t id)
{
	log_form_open(app, 0, id, false);
}

static void open_log_with(struct app *app, int64_t id)
{
	log_form_open(app, id, 0, false);
}

static void open_log_several(struct app *app, int64_t id)
{
	log_form_open(app, id, 0, true);
}

static void open_followup(struct app *app, int64_t id)
{
	followup_form_open(app, 0, id);
}

static void open_followup_with(struct app *app, int64_t id)
{
	followup_form_open(app, id, 0);
}

static void open_contact(struct app *app, int64_t id)
{
	contact_form_open(app, id);
}

static void (*const openers[DRAFT_KINDS])(struct app *app, int64_t id) = {
	[DRAFT_LOG_WITH] = open_log_with,
	[DRAFT_LOG_SEVERAL] = open_log_several,
	[DRAFT_LOG] = open_log,
	[DRAFT_FOLLOWUP_WITH] = open_followup_with,
	[DRAFT_FOLLOWUP] = open_followup,
	[DRAFT_CONTACT_NEW] = open_contact,
	[DRAFT_CONTACT] = open_contact,
	[DRAFT_CIRCLE] = circle_form_open,
	[DRAFT_CIRCLE_OF] = circle_of_person_open,
	[DRAFT_TAGS] = tags_of_person_open,
	[DRAFT_ABSENCE] = absence_form_open,
	[DRAFT_ABSENCE_NEW] = absence_form_open,
};

static void open_draft(struct app *app, const struct draft *draft)
{
	struct error err;
	int64_t id = 0;
	enum draft_kind kind = draft_kind_of(draft->form, draft->text, &id);

	if (draft_choose(app->store, draft->id, &err) != STATUS_OK) {
		app_say_error(app, &err);
		return;
	}
	openers[kind](app, id);
}

static void drafts_fini(void *draft)
{
	draft_fini(draft);
}

static enum status drafts_read(struct app *app, struct vector *items, struct error *err)
{
	enum status status = draft_list(app->store, items, err);

	for (size_t i = items->count; i-- > 0;) {
		struct draft *draft = vector_at(items, i);
		if (draft_kind_of(draft->form, draft->text, NULL) != DRAFT_KINDS)
			continue;
		draft_fini(draft);
		vector_remove(items, i);
	}
	return status;
}

static void describe_draft(struct strbuf *out, const struct draft *draft)
{
	draft_describe(out, draft->form, draft->text, TEXT_COLS, draw_glyph(GLYPH_ELLIPSIS));
}

static void draft_row(void *context, size_t index, struct strbuf *left, struct strbuf *right)
{
	const struct item_list *drafts = context;
	const struct draft *draft = item_list_at(drafts, index);
	char kept[64];

	describe_draft(left, draft);
	strbuf_add(right, date_format_short(draft_day(draft), PRECISION_DAY, drafts->today, kept,
				  sizeof kept));
}

static void draft_detail(struct app *app, void *context, size_t index, struct strbuf *out)
{
	const struct draft *draft = item_list_at(context, index);
	size_t from = out->len;

	(void)app;
	draft_add_field(out, draft->text, "body");
	draft_add_field(out, draft->text, "note");
	text_join_lines(out->data + from);
}

static void choose_draft(struct app *app)
{
	const struct draft *draft = item_list_selected(app);

	if (!draft)
		return;
	app_pop(app); /* the list is freed once this key is done with */
	open_draft(app, draft);
}

static void drop_draft(struct app *app)
{
	const struct draft *draft = item_list_selected(app);
	struct error err;

	if (!draft)
		return;
	if (draft_throw_listed(app->store, draft->id, &err) != STATUS_OK) {
		app_say_error(app, &err);
		return;
	}
	app_note_thrown(app);
	app_refresh(app);
	app_say(app, _("The draft is thrown away. %s brings it back"), way_here(app, "undo"));
}

static const struct item_list_ops drafts_ops = {
	.chooser = { .context = IN_DRAFTS,
		.title = N_("Started and not saved"),
		.empty = N_("No draft is kept."),
		.row = draft_row,
		.detail = draft_detail },
	.item_bytes = sizeof(struct draft),
	.read = drafts_read,
	.item_fini = drafts_fini,
	.begins_with_id = true,
};

static void command_drafts(struct app *app)
{
	app_push(app, item_list_view(item_list_new(app, &drafts_ops)));
}

static int64_t latest_of(const struct item_list *drafts)
{
	return ((const struct draft *)item_list_at(drafts, 0))->saved_at;
}

/* A draft that was declined is not offered again at the next start. */
static void note_offered(struct app *app, const struct item_list *drafts)
{
	char latest[32];
	struct error err;

	snprintf(latest, sizeof latest, "%" PRId64, latest_of(drafts));
	if (setting_set(app->store, OFFERED, latest, &err) != STATUS_OK)
		app_say_error(app, &err);
}

static bool was_offered(struct app *app, const struct item_list *drafts)
{
	char *offered;

	setting_get(app->store, OFFERED, &offered, NULL); /* else it is offered once more */
	bool was = offered && strtoll(offered, NULL, 10) >= latest_of(drafts);

	free(offered);
	return was;
}

static void answer_offer(struct app *app, void *context, int key)
{
	struct item_list *drafts = context;

	if (key == 'y') {
		open_draft(app, item_list_at(drafts, 0));
	} else {
		note_offered(app, drafts);
		app_say(app, "%s", _("It is kept: the command drafts lists it"));
	}
	item_list_free(drafts);
}

static void offer_one(struct app *app, struct item_list *drafts)
{
	struct strbuf draft = STRBUF_INIT, question = STRBUF_INIT;

	describe_draft(&draft, item_list_at(drafts, 0));
	/* Translators: %s such as: A conversation with Ana: the article on bridges */
	strbuf_add_format(&question, _("Started and not saved. %s\nContinue?"), draft.data);
	app_push(app, ask_view_owning(question.data, "y n", answer_offer, drafts, item_list_free));
	strbuf_fini(&draft);
	strbuf_fini(&question);
}

void drafts_offer(struct app *app)
{
	struct item_list *drafts = item_list_new(app, &drafts_ops);
	size_t count = drafts->items.count;

	if (count && was_offered(app, drafts)) {
		app_say(app,
			NP_("%zu draft is kept: the command drafts lists it",
				"%zu drafts are kept: the command drafts lists them", count),
			count);
	} else if (count == 1) {
		offer_one(app, drafts);
		return;
	} else if (count) {
		note_offered(app, drafts);
		app_push(app, item_list_view(drafts));
		return;
	}
	item_list_free(drafts);
}

const struct command drafts_commands[] = {
	{ "drafts", "", IN_PANES | IN_FIRST_RUN, N_("what was started and not saved"), NULL,
		command_drafts },
	{ "resume-draft", "Enter Right", IN_DRAFTS, N_("continue what was started"), N_("continue"),
		choose_draft },
	{ "drop-draft", "d", IN_DRAFTS, N_("throw away a draft"), N_("throw away"), drop_draft },
	{ 0 },
};
