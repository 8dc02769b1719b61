/* The review: the people who are due one by one, a briefing each, act with one key, next. For
 * the twenty minutes a week that somebody carves out.
 * Not here: what the keys do (people_actions.c, log_actions.c), who is due (store). */
#include "filo/base/i18n.h"
#include "filo/base/memory.h"
#include "filo/base/strbuf.h"
#include "filo/people/words/due_words.h"
#include "filo/people/words/log_words.h"
#include "filo/people/words/slot_words.h"
#include "filo/store/contact_called.h"
#include "filo/store/contacts.h"
#include "filo/store/events.h"
#include "filo/store/log_page.h"
#include "filo/store/person_summary.h"
#include "filo/store/queue.h"
#include "filo/store/settings.h"
#include "filo/store/slot.h"
#include "tui/command.h"
#include "tui/panes/panes.h"
#include "tui/person/briefing.h"
#include "tui/subject.h"
#include "tui/terminal/clock.h"
#include "tui/terminal/draw.h"
#include "tui/terminal/terminal.h"
#include "tui/way.h"
#include "tui/widget/document.h"

#include <stdio.h>
#include <stdlib.h>

#define PEOPLE_MAX            200
#define ROWS_OF_TODAY         8 /* of a log, in which somebody may be back */
#define SEASON_DAYS           90
#define SETTING_QUIET_OFFERED "quiet-ties-offered"

struct review {
	struct view view;
	struct vector people; /* of contact_id: as they were due when it began */
	size_t at;
	size_t quiet_count;
	char *name;
	bool is_due; /* still */
	struct document document;
	struct vector numbered; /* of followup_id: what is open with them, as it is shown */
	struct slot_today slot; /* when it is the time carved out today */
	bool is_slot;
	char *aside;       /* what is in no row of the queue; "": nothing */
	size_t rest_count; /* who is due besides */
	int64_t began_at_ms;
	int64_t ended_at_ms; /* 0: somebody is left */
};

static struct review *review_of(const struct view *view)
{
	return (struct review *)view;
}

static contact_id person_of(const struct review *review)
{
	return review->at < review->people.count
		       ? *(contact_id *)vector_at(&review->people, review->at)
		       : 0;
}

/* What was done about somebody today, where nothing else says it. */
static void add_done(struct app *app, struct review *review, const struct person_summary *summary)
{
	struct vector events = VECTOR_INIT(struct event);
	struct strbuf text = STRBUF_INIT;
	const struct event *event;
	struct error err;

	if (event_list(app->store, person_of(review), &events, &err) != STATUS_OK)
		app_say_error(app, &err);
	VECTOR_EACH (event, &events) {
		if (event->day != app->today)
			continue;
		strbuf_clear(&text);
		event_describe(&text, event, app->today);
	}
	if (summary->last_day == app->today)
		document_add(&review->document, ROLE_TEXT, _("You were in touch today."));
	else
		document_add(&review->document, ROLE_TEXT, text.data);
	strbuf_fini(&text);
	vector_fini(&events);
}

/* Who it is, and whether they are done with. */
static void review_add_name(const struct review *review, struct strbuf *out)
{
	strbuf_add(out, review->name);
	if (!review->is_due) /* Translators: said behind a name. */
		strbuf_add_format(out, draw_is_plain() ? " %s" : "  %s", _("(done)"));
}

static void review_add_heading(struct review *review)
{
	struct strbuf name = STRBUF_INIT;

	review_add_name(review, &name);
	strbuf_add(&name, draw_between());
	/* Translators: the third person of five: "3 of 5" */
	strbuf_add_format(&name, _("%zu of %lld"), review->at + 1, (long long)review->people.count);
	document_add_name(&review->document, name.data);
	strbuf_fini(&name);
}

static void review_fill(struct app *app, struct review *review, const struct contact *contact)
{
	struct person_summary summary;
	struct error err;

	if (person_summary_load(app->store, contact->id, app->today, &summary, &err) != STATUS_OK) {
		app_say_error(app, &err);
		return;
	}
	review->is_due = summary.due.reason != DUE_NONE;
	review_add_heading(review);
	briefing_add_summary(&review->document, app, contact, &summary, review->is_due);
	if (!review->is_due)
		add_done(app, review, &summary);
	briefing_add_talks(&review->document, app, contact->id, &review->numbered);
	person_summary_fini(&summary);
}

/* Who speaks again today, after a long silence. */
static void add_back(struct app *app, contact_id person, struct strbuf *out)
{
	struct vector rows = VECTOR_INIT(struct log_row);
	struct log_row *row;
	struct error err;

	if (log_page(app->store, person, NULL, true, ROWS_OF_TODAY, &rows, &err) != STATUS_OK)
		app_say_error(app, &err);
	VECTOR_EACH (row, &rows) {
		if (!row->is_event && row->is_resurfaced && row->conversation.day == app->today &&
			row->gap_days) {
			char *name = person_name(app, person);
			slot_words_back(out, name, row->gap_days);
			free(name);
		}
		log_row_fini(row);
	}
	vector_fini(&rows);
}

/* What the time carved out was: minutes, people, who is back; the rest waits. */
static void add_slot_end(struct app *app, struct review *review)
{
	int minutes = (int)((review->ended_at_ms - review->began_at_ms + 30000) / 60000);
	struct strbuf text = STRBUF_INIT;
	const contact_id *person;
	struct error err;

	slot_words_end(&text, minutes, review->people.count);
	VECTOR_EACH (person, &review->people)
		add_back(app, *person, &text);
	strbuf_add_char(&text, '.');
	document_add(&review->document, ROLE_TEXT, text.data);
	strbuf_clear(&text);
	if (review->rest_count)
		strbuf_add_format(&text,
			NP_("%zu more waits without hurry.", "%zu more wait without hurry.",
				review->rest_count),
			review->rest_count);
	document_add(&review->document, ROLE_TEXT, text.data);
	strbuf_fini(&text);
	if (!review->slot.is_finished && slot_finish(app->store, &review->slot, &err) != STATUS_OK)
		app_say_error(app, &err);
}

static void show_end(struct app *app, struct review *review)
{
	struct strbuf text = STRBUF_INIT;

	document_add_heading(&review->document, review->people.count
							? _("That is everybody.")
							: _("Nobody today. Enjoy your day."));
	if (review->is_slot)
		add_slot_end(app, review);
	if (review->quiet_count) {
		strbuf_add_format(&text,
			NP_("%zu tie has gone quiet. %s looks at it, if you like.",
				"%zu ties have gone quiet. %s looks at them, if you like.",
				review->quiet_count),
			review->quiet_count, way_here(app, "quiet-ties"));
		document_add(&review->document, ROLE_TEXT, text.data);
	}
	document_add(&review->document, ROLE_TEXT, review->aside);
	document_add(&review->document, ROLE_FAINT, _("Esc goes back."));
	strbuf_fini(&text);
}

static void forget_person(struct review *review)
{
	vector_remove(&review->people, review->at);
	vector_clear(&review->numbered);
}

static void review_refresh(struct app *app, struct view *view)
{
	struct review *review = review_of(view);
	struct contact contact;
	struct error err;

	document_clear(&review->document);
	memory_replace_string(&review->name, NULL);
	while (person_of(review) && !contact_version(app->store, person_of(review)))
		forget_person(review); /* deleted meanwhile */
	if (person_of(review))
		review->ended_at_ms = 0;
	else if (!review->ended_at_ms)
		review->ended_at_ms = clock_ms();
	if (!person_of(review)) {
		show_end(app, review);
		return;
	}
	if (contact_load(app->store, person_of(review), &contact, &err) != STATUS_OK) {
		app_say_error(app, &err);
		return;
	}
	review->name = contact_called(app->store, contact.id, contact.name);
	review_fill(app, review, &contact);
	contact_fini(&contact);
}

/* ---- The view ---- */

static context_set review_context(const struct view *view)
{
	return person_of(review_of(view)) ? IN_REVIEW : IN_REVIEW_END;
}

static contact_id review_subject(const struct view *view)
{
	return person_of(review_of(view));
}

static followup_id review_numbered(const struct view *view, size_t number)
{
	return briefing_followup(&review_of(view)->numbered, number);
}

static void review_draw(struct app *app, struct view *view, struct rect area)
{
	struct review *review = review_of(view);
	struct strbuf title = STRBUF_INIT;
	bool is_above = review->name && !draw_is_plain(); /* else it stands in the text */
	char place[64] = "";

	(void)app;
	if (is_above) {
		review_add_name(review, &title);
		snprintf(place, sizeof place, "%zu/%zu", review->at + 1, review->people.count);
	}
	document_draw_titled(&review->document, area, is_above ? title.data : _("Review"),
		*place ? place : NULL);
	strbuf_fini(&title);
}

static void review_step(struct app *app, struct review *review, int by)
{
	if (by < 0 && !review->at)
		return;
	if (by > 0 && review->at >= review->people.count)
		return;
	review->at = by < 0 ? review->at - 1 : review->at + 1;
	scroll_begin(&review->document.scroll);
	vector_clear(&review->numbered);
	review_refresh(app, &review->view);
}

static void review_move(struct app *app, struct view *view, enum move move)
{
	(void)app;
	scroll_read(&review_of(view)->document.scroll, move);
}

static void review_next(struct app *app)
{
	review_step(app, review_of(app->top), 1);
}

static void review_previous(struct app *app)
{
	review_step(app, review_of(app->top), -1);
}

static void review_free(struct view *view)
{
	struct review *review = review_of(view);

	document_fini(&review->document);
	vector_fini(&review->people);
	vector_fini(&review->numbered);
	slot_today_fini(&review->slot);
	free(review->name);
	free(review->aside);
	free(review);
}

static const struct view_ops review_ops = {
	.name = "review",
	.context = review_context,
	.draw = review_draw,
	.move = review_move,
	.refresh = review_refresh,
	.subject = review_subject,
	.numbered = review_numbered,
	.free = review_free,
};

/* Quiet ties are offered once in three months, not each time. */
static size_t quiet_to_offer(struct app *app, size_t quiet_count)
{
	char *offered, iso[DATE_ISO_SIZE];
	day_number last;

	if (setting_get(app->store, SETTING_QUIET_OFFERED, &offered, NULL) != STATUS_OK)
		return 0;
	bool is_early = offered && date_parse_iso(offered, &last) &&
			app->today - last < SEASON_DAYS && app->today != last;

	free(offered);
	if (is_early || !quiet_count)
		return 0;
	setting_set(app->store, SETTING_QUIET_OFFERED, date_format_iso(app->today, iso), NULL);
	return quiet_count;
}

static void take_people(struct review *review, const struct queue *queue)
{
	const struct queue_row *row;

	VECTOR_EACH (row, &queue->rows)
		if (!row->due.is_ahead)
			vector_push(&review->people, &row->due.id);
}

/* The people of the time carved out today, until they were gone through, or are all done with. */
static enum status read_slot_people(struct app *app, struct review *review, struct error *err)
{
	const struct queue_request request = { .on = app->today, .people = &review->slot.people };
	struct queue queue;
	enum status status = slot_today(app->store, &app->config->slots, &review->slot, err);

	if (status != STATUS_OK || review->slot.is_finished)
		return status;
	status = queue_build(app->store, &request, &queue, err);
	if (status != STATUS_OK)
		return status;
	take_people(review, &queue);
	queue_fini(&queue);
	review->is_slot = review->people.count > 0;
	return STATUS_OK;
}

/* These, else all who are due. */
static enum status read_people(struct app *app, struct review *review, struct error *err)
{
	const struct queue_request request = { .on = app->today, .limit = PEOPLE_MAX };
	struct strbuf aside = STRBUF_INIT;
	struct queue queue;
	enum status status = read_slot_people(app, review, err);

	if (status == STATUS_OK)
		status = queue_build(app->store, &request, &queue, err);
	if (status != STATUS_OK)
		return status;
	if (review->is_slot)
		review->rest_count = due_today(&queue.counts) - review->people.count;
	else
		take_people(review, &queue);
	review->quiet_count = quiet_to_offer(app, queue.counts.quiet);
	due_words_aside(&aside, &queue.counts, queue.away_until, app->today);
	review->aside = strbuf_take(&aside);
	queue_fini(&queue);
	return STATUS_OK;
}

static void command_review(struct app *app)
{
	struct review *review = memory_new(sizeof *review);
	struct error err;

	review->began_at_ms = clock_ms();
	review->view.ops = &review_ops;
	vector_init(&review->people, sizeof(contact_id));
	vector_init(&review->numbered, sizeof(followup_id));
	document_init(&review->document);
	if (read_people(app, review, &err) != STATUS_OK) {
		app_say_error(app, &err);
		review_free(&review->view);
		return;
	}
	review_refresh(app, &review->view);
	app_push(app, &review->view);
}

const struct command review_commands[] = {
	{ "review", "R", IN_PANES, N_("go through the due people one by one"), NULL,
		command_review },
	{ "next-person", "n Enter Right Tab", IN_REVIEW, N_("in the review: the next person"),
		N_("next"), review_next },
	{ "previous-person", "b Left Shift-Tab", IN_REVIEW | IN_REVIEW_END,
		N_("in the review: the previous person"), N_("before"), review_previous,
		IN_REVIEW_END },
	{ 0 },
};
