/* The card: all that is known of a person, the last talks and what is open first.
 * Not here: the log itself (log_pane.c), the facts one by one (facts.c). */
#include "tui/person/card.h"

#include "filo/base/i18n.h"
#include "filo/base/memory.h"
#include "filo/base/strbuf.h"
#include "filo/people/score.h"
#include "filo/people/words/duration.h"
#include "filo/people/words/words_pattern.h"
#include "filo/store/contact_called.h"
#include "filo/store/contact_days.h"
#include "filo/store/contacts.h"
#include "filo/store/person_summary.h"
#include "tui/panes/facts.h"
#include "tui/person/briefing.h"
#include "tui/person/rhythm_strip.h"
#include "tui/terminal/terminal.h"
#include "tui/way.h"
#include "tui/widget/document.h"

#include <stdlib.h>

#define GAPS_FOR_SCALE 3 /* with fewer there is no rhythm to show or propose */

struct card {
	struct view view;
	contact_id person;
	char *name; /* NULL: the person is gone */
	struct document document;
	struct vector numbered; /* of followup_id: what is open, as it is shown */
	/* What the pictures are of. */
	struct vector days; /* of day_number */
	day_number today;
	struct score score;
	int silence_days;
};

static struct card *card_of(const struct view *view)
{
	return (struct card *)view;
}

/* ---- What it says ---- */

static void draw_weeks(const void *context, struct rect row)
{
	const struct card *card = context;
	struct strbuf line = STRBUF_INIT;

	strip_add_weeks(&line, card->days.items, card->days.count, card->today,
		row.cols < STRIP_COLS ? row.cols : STRIP_COLS, terminal_is_utf8());
	draw_text(row, 0, 0, ROLE_TEXT, line.data);
	strbuf_fini(&line);
}

static void draw_scale(const void *context, struct rect row)
{
	const struct card *card = context;
	struct strbuf line = STRBUF_INIT;

	strip_add_scale(&line, &card->score, card->silence_days,
		row.cols < STRIP_COLS ? row.cols : STRIP_COLS, terminal_is_utf8());
	draw_text(row, 0, 0, ROLE_TEXT, line.data);
	strbuf_fini(&line);
}

/* The scale in words. Its letters are said only where they are seen. */
static void add_legend(struct card *card, const struct words_facts *facts)
{
	const char *format =
		/* Translators: each %s is such as "9 days". */
		draw_is_plain() ? _("usual: %s; most pauses: %s; nearly all: %s; now: %s")
				/* Translators: the letters stand on the line above. */
				: _("u usual: %s, m most pauses: %s, n nearly all: %s, * now: %s");
	struct strbuf line = STRBUF_INIT, absence = STRBUF_INIT;
	char usual[64], most[64], all[64], now[64];

	when_duration(score_own_days(&card->score), usual, sizeof usual);
	when_duration((int)(score_quantile(&card->score, 0.8) + 0.5), most, sizeof most);
	when_duration((int)(score_quantile(&card->score, 0.95) + 0.5), all, sizeof all);
	when_duration(card->silence_days, now, sizeof now);
	strbuf_add_format(&line, format, usual, most, all, now);
	words_absence_seen(&absence, facts);
	if (absence.len)
		strbuf_add_format(&line, ";%s", absence.data);
	document_add(&card->document, ROLE_FAINT, line.data);
	strbuf_fini(&line);
	strbuf_fini(&absence);
}

/* Two years of weeks, and where today stands among the pauses. */
static void add_pictures(struct app *app, struct card *card, const struct person_summary *summary)
{
	struct error err;

	card->today = app->today;
	card->score = summary->score;
	card->silence_days = summary->facts.silence_days;
	if (contact_days(app->store, card->person, app->today, &card->days, &err) != STATUS_OK)
		app_say_error(app, &err);
	if (card->days.count && !draw_is_plain()) {
		document_add_picture(&card->document, draw_weeks, card);
		document_add(&card->document, ROLE_FAINT,
			_("up to two years, week by week; today is at the right"));
	}
	if (summary->rhythm.n < GAPS_FOR_SCALE)
		return;
	if (!draw_is_plain())
		document_add_picture(&card->document, draw_scale, card);
	add_legend(card, &summary->facts);
}

static void add_rhythm(struct app *app, struct card *card, const struct person_summary *summary)
{
	struct strbuf text = STRBUF_INIT;

	if (summary->rhythm.first_day == DAY_NONE)
		return;
	document_add_heading(&card->document, _("Rhythm"));
	add_pictures(app, card, summary);
	words_pattern(&text, &summary->rhythm, &summary->score, &summary->facts);
	document_add(&card->document, ROLE_TEXT, text.data);
	strbuf_clear(&text);
	words_opener(&text, summary->opened_by_me, summary->opened_by_them, summary->opened_unknown,
		summary->given && *summary->given ? summary->given : summary->name);
	document_add(&card->document, ROLE_TEXT, text.data);
	strbuf_clear(&text);
	if (summary->proposed_days && !summary->facts.wish_days) {
		words_proposal(&text, summary->proposed_days, &summary->facts);
		document_add(&card->document, ROLE_TEXT, text.data);
		strbuf_clear(&text);
		strbuf_add_format(
			&text, _("%s makes it your wish."), way_here(app, "take-proposal"));
		document_add(&card->document, ROLE_FAINT, text.data);
	}
	strbuf_fini(&text);
}

static void card_add_way_to_wish(struct app *app, struct card *card)
{
	struct strbuf text = STRBUF_INIT;

	strbuf_add_format(&text, _("%s gives a circle, or a wish how often to be in touch."),
		way_here(app, "circle"));
	document_add(&card->document, ROLE_FAINT, text.data);
	strbuf_fini(&text);
}

static void card_refresh(struct app *app, struct view *view)
{
	struct card *card = card_of(view);
	struct contact contact;
	struct person_summary summary;
	struct error err;

	document_clear(&card->document);
	vector_clear(&card->days);
	memory_replace_string(&card->name, NULL);
	if (contact_load(app->store, card->person, &contact, &err) != STATUS_OK) {
		app_remove(app, view); /* deleted: there is nothing to show */
		return;
	}
	card->name = contact_called(app->store, card->person, contact.name);
	document_add_name(&card->document, card->name);
	if (person_summary_load(app->store, card->person, app->today, &summary, &err) ==
		STATUS_OK) {
		if (person_summary_count_openings(app->store, &summary, &err) != STATUS_OK)
			app_say_error(app, &err);
		briefing_add_summary(&card->document, app, &contact, &summary, true);
		briefing_add_talks(&card->document, app, card->person, &card->numbered);
		facts_add(&card->document, _("Known"), app, &contact);
		add_rhythm(app, card, &summary);
		if (summary.rhythm.n < GAPS_FOR_SCALE && !summary.facts.wish_days)
			card_add_way_to_wish(app, card);
		person_summary_fini(&summary);
	} else {
		app_say_error(app, &err);
	}
	contact_fini(&contact);
}

/* ---- The view ---- */

static context_set card_context(const struct view *view)
{
	(void)view;
	return IN_CARD;
}

static contact_id card_subject(const struct view *view)
{
	return card_of(view)->person;
}

static followup_id card_numbered(const struct view *view, size_t number)
{
	return briefing_followup(&card_of(view)->numbered, number);
}

static void card_draw(struct app *app, struct view *view, struct rect area)
{
	struct card *card = card_of(view);

	(void)app;
	document_draw_titled(
		&card->document, area, draw_is_plain() ? _("Contact card") : card->name, NULL);
}

static void card_move(struct app *app, struct view *view, enum move move)
{
	(void)app;
	scroll_read(&card_of(view)->document.scroll, move);
}

static void card_free(struct view *view)
{
	struct card *card = card_of(view);

	document_fini(&card->document);
	vector_fini(&card->days);
	vector_fini(&card->numbered);
	free(card->name);
	free(card);
}

static const struct view_ops card_ops = {
	.name = "card",
	.context = card_context,
	.draw = card_draw,
	.move = card_move,
	.refresh = card_refresh,
	.subject = card_subject,
	.numbered = card_numbered,
	.free = card_free,
};

struct view *card_view(struct app *app, contact_id id)
{
	struct card *card = memory_new(sizeof *card);

	card->view.ops = &card_ops;
	card->person = id;
	document_init(&card->document);
	vector_init(&card->days, sizeof(day_number));
	vector_init(&card->numbered, sizeof(followup_id));
	card_refresh(app, &card->view);
	return &card->view;
}
