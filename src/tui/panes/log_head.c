/* The head of a log: circle, wish, usual pause, last contact; why the person is due.
 * Not here: the log below it (log_pane.c). */
#include "tui/panes/log_head.h"

#include "filo/base/i18n.h"
#include "filo/base/memory.h"
#include "filo/people/contact_state.h"
#include "filo/people/words/cadence.h"
#include "filo/people/words/duration.h"
#include "filo/store/queue.h"
#include "tui/terminal/draw.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define GAPS_FOR_USUAL  3 /* with fewer, a usual pause is not known yet */
#define BARE_BELOW_DAYS 14
#define WHY_ROWS_MAX    3

void log_head_fini(struct log_head *head)
{
	free(head->name);
	free(head->line);
	free(head->why);
	*head = (struct log_head){ 0 };
}

static void add_part(struct strbuf *out, const char *part)
{
	if (out->len)
		strbuf_add_format(out, " %s ", draw_glyph(GLYPH_DOT));
	strbuf_add(out, part);
}

/* The circle's name; its cadence too when the person has no own. */
static void add_circle(struct strbuf *out, struct app *app, circle_id id, int *wish_days)
{
	struct vector circles = VECTOR_INIT(struct circle);
	struct circle *circle;
	struct error err;

	if (id)
		circle_list(app->store, &circles, &err);
	VECTOR_EACH (circle, &circles) {
		if (circle->id == id) {
			add_part(out, circle->name);
			if (!*wish_days)
				*wish_days = circle->cadence_days;
		}
		circle_fini(circle);
	}
	vector_fini(&circles);
}

static void add_pace(struct strbuf *out, int wish_days, const struct person_summary *summary)
{
	struct strbuf wish = STRBUF_INIT, part = STRBUF_INIT;
	int usual_days = summary->rhythm.n < GAPS_FOR_USUAL ? 0 : (int)(summary->score.usual + 0.5);
	char usual[64];

	/* Beside a wish in days the bare number says it in less room. */
	if (wish_days && usual_days < BARE_BELOW_DAYS)
		snprintf(usual, sizeof usual, "%d", usual_days);
	else
		when_duration(usual_days, usual, sizeof usual);
	cadence_describe(&wish, wish_days);
	if (wish_days && usual_days)
		strbuf_add_format(&part, _("%s, usually %s"), wish.data, usual);
	else if (wish_days)
		strbuf_add(&part, wish.data);
	else if (usual_days)
		strbuf_add_format(&part, _("usually every %s"), usual);
	if (part.len)
		add_part(out, part.data);
	strbuf_fini(&wish);
	strbuf_fini(&part);
}

static void add_state(struct strbuf *out, struct app *app, contact_id person)
{
	static const struct {
		const char *open, *until;
	} words[] = {
		[STATE_SNOOZED] = { N_("snoozed"), N_("snoozed until %s") },
		[STATE_RESTING] = { N_("rests"), N_("rests until %s") },
		[STATE_ARCHIVED] = { N_("let go"), N_("let go") },
	};
	struct strbuf part = STRBUF_INIT;
	day_number until = DAY_NONE;
	enum contact_state state = contact_state_today(app->store, person, &until);
	char date[64];

	if (state == STATE_ACTIVE)
		return;
	if (until == DAY_NONE) {
		strbuf_add(&part, _(words[state].open));
	} else {
		date_format_short(until, PRECISION_DAY, app->today, date, sizeof date);
		strbuf_add_format(&part, _(words[state].until), date);
	}
	add_part(out, part.data);
	strbuf_fini(&part);
}

static void add_last(struct strbuf *out, struct app *app, day_number day)
{
	struct strbuf part = STRBUF_INIT;
	char date[64];

	if (day == DAY_NONE)
		return;
	date_format_short(day, PRECISION_DAY, app->today, date, sizeof date);
	strbuf_add_format(&part, _("last %s"), date);
	add_part(out, part.data);
	strbuf_fini(&part);
}

void log_head_describe(struct strbuf *out, struct app *app, const struct contact *contact,
	const struct person_summary *summary)
{
	int wish_days = contact->cadence_days;

	add_circle(out, app, contact->circle, &wish_days);
	add_state(out, app, contact->id);
	add_pace(out, wish_days, summary);
	add_last(out, app, summary->last_day);
}

void log_head_load(struct app *app, struct log_head *head, contact_id person)
{
	struct strbuf line = STRBUF_INIT, why = STRBUF_INIT;
	struct contact contact;
	struct person_summary summary;
	struct error err;

	log_head_fini(head);
	if (contact_load(app->store, person, &contact, &err) != STATUS_OK)
		return; /* gone; the lists will say so */
	head->name = memory_copy_string(contact.name);
	if (person_summary_load(app->store, person, app->today, &summary, &err) == STATUS_OK) {
		log_head_describe(&line, app, &contact, &summary);
		if (summary.due.reason != DUE_NONE)
			words_why(&why, &summary.due, &summary.facts);
		else if (summary.due.is_quiet)
			words_quiet(&why, &summary.facts);
		person_summary_fini(&summary);
	} else {
		app_say_error(app, &err);
	}
	contact_fini(&contact);
	head->line = strbuf_take(&line);
	if (why.len)
		head->why = strbuf_take(&why);
	strbuf_fini(&why);
}

int log_head_draw(struct app *app, const struct log_head *head, struct rect area)
{
	struct rect text = { area.row, area.col + 1, area.rows, area.cols - 2 };
	int rows = 0;

	(void)app;
	if (head->line && *head->line) {
		draw_text(text, 0, 0, ROLE_FAINT, head->line);
		rows++;
	}
	if (head->why && area.rows > 2 * WHY_ROWS_MAX) {
		text.row += rows;
		text.rows = WHY_ROWS_MAX;
		int needed = draw_paragraph(text, 0, 0, ROLE_TEXT, head->why);
		rows += needed < WHY_ROWS_MAX ? needed : WHY_ROWS_MAX;
	}
	return rows ? rows + (area.rows > 8) : 0; /* a blank row below, where there is room */
}
