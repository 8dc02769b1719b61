/* Triage: a place for everybody who has none, one person a screen, a key each. It stops anywhere,
 * and goes on there the next time.
 * Not here: who has no place (store/contact_list.h), the circles themselves (circles_list.c). */
#include "filo/base/i18n.h"
#include "filo/base/memory.h"
#include "filo/base/strbuf.h"
#include "filo/people/words/cadence.h"
#include "filo/people/words/contact_words.h"
#include "filo/people/words/words_line.h"
#include "filo/store/change.h"
#include "filo/store/circles.h"
#include "filo/store/contact_list.h"
#include "filo/store/contacts.h"
#include "filo/store/events.h"
#include "filo/store/person_summary.h"
#include "filo/store/settings.h"
#include "filo/store/undo.h"
#include "tui/command.h"
#include "tui/form/circle_words.h"
#include "tui/panes/contacts_pane.h"
#include "tui/person/card.h"
#include "tui/subject.h"
#include "tui/way.h"
#include "tui/widget/document.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>

#define SETTING_AFTER "triage-after" /* the id of the person it goes on behind */
#define PAGE_ROWS     16
#define KEYS_MAX      9 /* circles that have a digit */

/* A person who was passed. */
struct step {
	contact_id person;
	int64_t change; /* the undo record of what was chosen; 0: put off */
};

struct triage {
	struct view view;
	contact_id person; /* 0: everybody was passed */
	/* The place they had when they were shown, after which own change: given another one, they
	 * are passed. */
	contact_id shown; /* 0: not yet */
	circle_id shown_circle;
	int shown_wish_days;
	int64_t shown_change;
	contact_id began_after;
	int64_t total;         /* without a place, when it began */
	struct vector steps;   /* of struct step: this time */
	struct vector circles; /* of struct circle, in the order of their list */
	char *given;           /* how the person is called for short */
	char *said;            /* of the one before, where it is to be heard; NULL: nothing */
	struct document document;
};

static const struct contact_filter without_place = { .without_place = true };

static struct triage *triage_of(const struct view *view)
{
	return (struct triage *)view;
}

static bool is_passed(const struct triage *triage, contact_id id)
{
	const struct step *step;

	VECTOR_EACH (step, &triage->steps)
		if (step->person == id)
			return true;
	return false;
}

static contact_id last_passed(const struct triage *triage)
{
	const struct step *steps = triage->steps.items;

	return triage->steps.count ? steps[triage->steps.count - 1].person : triage->began_after;
}

/* The first row behind `from` who was not passed. *from becomes the last row read; 0: there is
 * none behind it. */
static contact_id find_in_page(struct app *app, const struct triage *triage, contact_id *from)
{
	struct vector rows = VECTOR_INIT(struct contact_row);
	struct contact_row *row;
	contact_id found = 0;
	struct error err;

	if (contact_page(app->store, &without_place, *from, true, PAGE_ROWS, &rows, &err) !=
		STATUS_OK)
		app_say_error(app, &err);
	*from = 0;
	VECTOR_EACH (row, &rows) {
		if (!found && !is_passed(triage, row->id))
			found = row->id;
		*from = rows.count < PAGE_ROWS ? 0 : row->id;
		contact_row_fini(row);
	}
	vector_fini(&rows);
	return found;
}

/* Whose turn it is: by name from where it stands, and at the end from the beginning. */
static contact_id whose_turn(struct app *app, const struct triage *triage)
{
	contact_id from = last_passed(triage), found = 0;

	for (int round = 0; round < 2 && !found; round++) {
		do
			found = find_in_page(app, triage, &from);
		while (!found && from);
	}
	return found;
}

/* ---- What is shown ---- */

static void add_part(struct strbuf *line, const char *part)
{
	if (part && *part)
		strbuf_add_item(line, draw_between(), part);
}

static void add_who(struct triage *triage, const struct contact *contact, day_number today)
{
	static const enum channel_kind kinds[] = { CHANNEL_PHONE, CHANNEL_EMAIL };
	struct strbuf line = STRBUF_INIT, text = STRBUF_INIT;

	add_part(&line, contact->title);
	add_part(&line, contact->organization);
	for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++) {
		const struct channel *channel = contact_channel(contact, kinds[i]);
		add_part(&line, channel ? channel->value : NULL);
	}
	document_add(&triage->document, ROLE_TEXT, line.data);
	strbuf_clear(&line);
	tags_write(&text, contact);
	if (text.len)
		strbuf_add_format(&line, _("tags: %s"), text.data);
	strbuf_clear(&text);
	met_describe(&text, contact, today);
	add_part(&line, text.data);
	document_add(&triage->document, ROLE_TEXT, line.data);
	strbuf_fini(&line);
	strbuf_fini(&text);
}

static void add_talks(struct app *app, struct triage *triage)
{
	struct person_summary summary;
	struct strbuf line = STRBUF_INIT;
	struct error err;

	if (person_summary_load(app->store, triage->person, app->today, &summary, &err) !=
		STATUS_OK) {
		app_say_error(app, &err);
		return;
	}
	words_line_talks(&line, &summary.rhythm, app->today);
	document_add(&triage->document, ROLE_TEXT, line.data);
	strbuf_fini(&line);
	person_summary_fini(&summary);
}

/* Where a key would put them; marked where they are already. */
static void add_circles(struct app *app, struct triage *triage, circle_id own)
{
	struct strbuf line = STRBUF_INIT;
	const struct circle *circle;
	int number = 0;

	document_add_heading(&triage->document, _("Circles"));
	if (!triage->circles.count) {
		strbuf_add_format(
			&line, _("There are none yet: %s adds them."), way_here(app, "circles"));
		document_add(&triage->document, ROLE_FAINT, line.data);
	}
	VECTOR_EACH (circle, &triage->circles) {
		char digit[] = { (char)('1' + number), '\0' };
		const char *key = number < KEYS_MAX ? digit : way_here(app, "circle");
		number++;
		strbuf_clear(&line);
		strbuf_add(&line, circle->name);
		if (circle->cadence_days) {
			strbuf_add(&line, ", ");
			cadence_describe(&line, circle->cadence_days);
		}
		if (circle->id == own)
			strbuf_add_format(&line, "  %s", _("(here now)"));
		document_add_fact(&triage->document, key, line.data);
	}
	strbuf_fini(&line);
}

/* Who it is, and where each row is heard, first what became of the one before. */
static void triage_add_heading(struct triage *triage, const char *heading)
{
	struct strbuf line = STRBUF_INIT;

	if (triage->said)
		strbuf_add_format(&line, "%s. %s", triage->said, heading);
	document_add_heading(&triage->document, line.len ? line.data : heading);
	strbuf_fini(&line);
}

static void show_triage_end(struct app *app, struct triage *triage)
{
	struct strbuf line = STRBUF_INIT;
	int64_t later = contact_count(app->store, &without_place);

	triage_add_heading(triage, _("That is everybody."));
	if (later > 0)
		strbuf_add_format(&line,
			NP_("%lld person waits for later.", "%lld people wait for later.", later),
			(long long)later);
	document_add(&triage->document, ROLE_TEXT, line.data);
	document_add(&triage->document, ROLE_FAINT, _("Esc goes back."));
	strbuf_fini(&line);
}

static void read_circles(struct app *app, struct triage *triage)
{
	struct error err;

	circles_free(&triage->circles);
	vector_init(&triage->circles, sizeof(struct circle));
	if (circle_list(app->store, &triage->circles, &err) != STATUS_OK)
		app_say_error(app, &err);
}

/* Whether they were given a place since they were shown: by `c`, or by another program. */
static bool is_placed_since(struct app *app, struct triage *triage, const struct contact *contact)
{
	bool is_placed = triage->shown == triage->person &&
			 (contact->circle || contact->cadence_days) &&
			 (contact->circle != triage->shown_circle ||
				 contact->cadence_days != triage->shown_wish_days);

	if (triage->shown != triage->person) {
		triage->shown = triage->person;
		triage->shown_circle = contact->circle;
		triage->shown_wish_days = contact->cadence_days;
		triage->shown_change = undo_latest_own(app->store);
	}
	return is_placed;
}

static void pass(struct app *app, struct triage *triage, int64_t change, char *said);

static void triage_refresh(struct app *app, struct view *view)
{
	struct triage *triage = triage_of(view);
	struct contact contact;
	struct error err;

	document_clear(&triage->document);
	read_circles(app, triage);
	if (triage->person && !contact_version(app->store, triage->person))
		triage->person = whose_turn(app, triage); /* deleted meanwhile */
	if (!triage->person) {
		show_triage_end(app, triage);
		return;
	}
	if (contact_load(app->store, triage->person, &contact, &err) != STATUS_OK) {
		app_say_error(app, &err);
		return;
	}
	bool is_placed = is_placed_since(app, triage, &contact);
	if (!is_placed) {
		char *name = person_name(app, triage->person);
		triage_add_heading(triage, name);
		memory_replace_string(
			&triage->given, contact.given && *contact.given ? contact.given : name);
		free(name);
		add_who(triage, &contact, app->today);
		add_talks(app, triage);
		add_circles(app, triage, contact.circle);
	}
	contact_fini(&contact);
	if (is_placed) {
		int64_t change = undo_latest_own(app->store);
		pass(app, triage, change == triage->shown_change ? 0 : change, NULL);
	}
}

/* ---- The view ---- */

static context_set triage_context(const struct view *view)
{
	return triage_of(view)->person ? IN_TRIAGE : IN_TRIAGE_END;
}

static contact_id triage_subject(const struct view *view)
{
	return triage_of(view)->person;
}

static void triage_draw(struct app *app, struct view *view, struct rect area)
{
	struct triage *triage = triage_of(view);
	char place[64] = "";

	(void)app;
	if (triage->person) /* Translators: the third person of five: "3 of 5" */
		snprintf(place, sizeof place, _("%zu of %lld"), triage->steps.count + 1,
			(long long)triage->total);
	document_draw_titled(&triage->document, area, _("A place for everybody"), place);
}

static void triage_move(struct app *app, struct view *view, enum move move)
{
	(void)app;
	scroll_read(&triage_of(view)->document.scroll, move);
}

static void triage_free(struct view *view)
{
	struct triage *triage = triage_of(view);

	document_fini(&triage->document);
	vector_fini(&triage->steps);
	circles_free(&triage->circles);
	free(triage->given);
	free(triage->said);
	free(triage);
}

static const struct view_ops triage_ops = {
	.name = "triage",
	.context = triage_context,
	.draw = triage_draw,
	.move = triage_move,
	.refresh = triage_refresh,
	.subject = triage_subject,
	.free = triage_free,
};

/* ---- A key each ---- */

/* Shows somebody, and keeps where the next time begins. Takes `said`, of the one before; may be
 * NULL. */
static void turn_to(struct app *app, struct triage *triage, contact_id person, char *said)
{
	struct error err;
	char after[32];

	free(triage->said);
	triage->said = said;
	triage->person = person;
	triage->shown = 0;
	scroll_begin(&triage->document.scroll);
	snprintf(after, sizeof after, "%" PRId64, last_passed(triage));
	if (setting_set(app->store, SETTING_AFTER, after, &err) != STATUS_OK)
		app_say_error(app, &err);
	triage_refresh(app, &triage->view);
}

static void pass(struct app *app, struct triage *triage, int64_t change, char *said)
{
	const struct step step = { triage->person, change };

	vector_push(&triage->steps, &step);
	turn_to(app, triage, whose_turn(app, triage), said);
}

struct placing {
	struct store *store;
	contact_id person;
	circle_id circle; /* 0: not one of my people */
	day_number today;
};

static enum status triage_place(void *context, struct error *err)
{
	const struct placing *placing = context;
	struct event gone = { .contact = placing->person,
		.kind = EVENT_LET_GO,
		.day = placing->today,
		.until = DAY_NONE };
	struct contact contact;

	if (!placing->circle)
		return event_add(placing->store, &gone, err);
	enum status status = contact_load(placing->store, placing->person, &contact, err);
	if (status != STATUS_OK)
		return status;
	contact.circle = placing->circle;
	status = contact_update(placing->store, &contact, err);
	contact_fini(&contact);
	return status;
}

/* "Ada: Friends", where that is not seen; short, as the next name stands behind it. Caller frees;
 * NULL: it is. */
static char *triage_said(const struct triage *triage, const char *what)
{
	struct strbuf said = STRBUF_INIT;

	if (!draw_is_plain())
		return NULL;
	strbuf_add_format(&said, "%s: %s", triage->given, what);
	return strbuf_take(&said);
}

static void put_into(struct app *app, const struct circle *circle)
{
	struct triage *triage = triage_of(app->top);
	struct placing placing = { app->store, triage->person, circle ? circle->id : 0,
		app->today };
	char *name = person_name(app, triage->person);
	struct error err;
	enum status status =
		circle ? store_change(app->store, triage_place, &placing, &err,
				 /* Translators: what undo says: a person, and a circle. */
				 N_("%s into %s"), name, circle->name)
		       : store_change(app->store, triage_place, &placing, &err, N_("let go of %s"),
				 name);

	if (status == STATUS_OK)
		pass(app, triage, undo_latest_own(app->store),
			triage_said(triage,
				circle ? circle->name : contacts_pane_state(STATE_ARCHIVED)));
	else
		app_say_error(app, &err);
	free(name);
}

static void triage_circle(struct app *app)
{
	const struct triage *triage = triage_of(app->top);
	size_t index = (size_t)(app->key - '1');

	if (index < triage->circles.count)
		put_into(app, vector_at(&triage->circles, index));
	else
		app_refuse(app, _("No circle has the number %zu: %s adds one"), index + 1,
			way_here(app, "circles"));
}

static void triage_let_go(struct app *app)
{
	put_into(app, NULL);
}

static void triage_later(struct app *app)
{
	struct triage *triage = triage_of(app->top);

	pass(app, triage, 0, triage_said(triage, _("later")));
}

/* Takes back what was chosen, whatever was done since; what hangs on it refuses that. */
static void triage_back(struct app *app)
{
	struct triage *triage = triage_of(app->top);
	struct error err;

	if (!triage->steps.count) {
		app_refuse(app, "%s", _("This is where you began"));
		return;
	}
	const struct step step =
		*(const struct step *)vector_at(&triage->steps, triage->steps.count - 1);
	if (step.change && undo_one(app->store, step.change, NULL, &err) != STATUS_OK)
		app_say_error(app, &err);
	vector_remove(&triage->steps, triage->steps.count - 1);
	turn_to(app, triage, step.person, NULL);
}

static void triage_card(struct app *app)
{
	app_push(app, card_view(app, triage_of(app->top)->person));
}

/* ---- Opening it ---- */

static contact_id triage_stopped_after(struct app *app)
{
	char *kept;
	struct error err;

	if (setting_get(app->store, SETTING_AFTER, &kept, &err) != STATUS_OK)
		app_say_error(app, &err);
	contact_id after = kept ? strtoll(kept, NULL, 10) : 0;

	free(kept);
	return after;
}

static void command_triage(struct app *app)
{
	struct triage *triage = memory_new(sizeof *triage);

	triage->view.ops = &triage_ops;
	triage->began_after = triage_stopped_after(app);
	triage->total = contact_count(app->store, &without_place);
	vector_init(&triage->steps, sizeof(struct step));
	vector_init(&triage->circles, sizeof(struct circle));
	document_init(&triage->document);
	triage->person = whose_turn(app, triage);
	if (!triage->person) {
		triage_free(&triage->view);
		app_refuse(app, "%s", _("Everybody has a place"));
		return;
	}
	triage_refresh(app, &triage->view);
	app_push(app, &triage->view);
}

static bool is_triage_needed(const struct app *app)
{
	return contact_count(app->store, &without_place) > 0;
}

const struct command triage_commands[] = {
	{ "triage", "", IN_PANES, N_("a place for everybody who is in no circle, one by one"), NULL,
		command_triage, .is_offered = is_triage_needed },
	{ "into-circle", "1 2 3 4 5 6 7 8 9", IN_TRIAGE,
		N_("in triage: into the circle of that number"), N_("circle"), triage_circle,
		.need = HINT_DOING },
	{ "later", "n", IN_TRIAGE, N_("in triage: later"), N_("later"), triage_later },
	{ "place-back", "u", IN_TRIAGE | IN_TRIAGE_END,
		N_("in triage: back to the one before, as they were"), N_("back"), triage_back },
	{ "not-mine", "A", IN_TRIAGE, N_("in triage: not one of your people: let them go"),
		N_("not my people"), triage_let_go },
	{ "show-card", "Enter", IN_TRIAGE, N_("in triage: everything known about this person"),
		N_("card"), triage_card, .need = HINT_BESIDES },
	{ 0 },
};
