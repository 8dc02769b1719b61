/* The card: all that is known of a person, the last talks and what is open first.
 * Not here: the log itself (log_pane.c), the facts one by one (facts.c). */
#include "actions.h"

#include "document.h"
#include "facts.h"
#include "filo/base/i18n.h"
#include "filo/base/memory.h"
#include "filo/base/strbuf.h"
#include "filo/people/when.h"
#include "filo/store/conversations.h"
#include "filo/store/queue.h"
#include "log_head.h"
#include "log_rows.h"
#include "rhythm_strip.h"
#include "terminal.h"

#include <stdlib.h>

#define TALKS_SHOWN    3
#define TALKS_WEIGHED  40 /* for what was exchanged lately */
#define GAPS_FOR_SCALE 3

struct card {
	struct view view;
	contact_id person;
	char *name; /* NULL: the person is gone */
	struct document document;
};

static struct card *card_of(const struct view *view)
{
	return (struct card *)view;
}

/* ---- What it says ---- */

static void add_talk(struct document *document, const struct conversation *talk, contact_id person,
	day_number today)
{
	struct strbuf text = STRBUF_INIT;
	char date[64];

	date_format_short(talk->day, talk->precision, today, date, sizeof date);
	conversation_describe(&text, talk, person);
	if (*talk->summary)
		strbuf_add_format(&text, "\n%s", talk->summary);
	document_add_fact(document, date, text.data);
	strbuf_fini(&text);
}

static void add_talks(struct card *card, const struct vector *rows, day_number today)
{
	const struct log_row *row;
	int shown = 0;

	VECTOR_EACH (row, rows) {
		if (row->is_event || shown++ >= TALKS_SHOWN)
			continue;
		if (shown == 1)
			document_add_heading(&card->document, _("Last talks"));
		add_talk(&card->document, &row->conversation, card->person, today);
	}
}

static void add_open(struct app *app, struct card *card)
{
	struct vector followups = VECTOR_INIT(struct followup);
	struct followup *followup;
	struct error err;

	followup_list(app->store, card->person, false, &followups, &err);
	if (followups.count)
		document_add_heading(&card->document, _("Open between you"));
	VECTOR_EACH (followup, &followups) {
		char *sentence = followup_sentence(followup), date[64] = "";
		if (followup->due != DAY_NONE)
			date_format_short(
				followup->due, PRECISION_DAY, app->today, date, sizeof date);
		document_add_fact(&card->document, *date ? date : "-", sentence);
		free(sentence);
		followup_fini(followup);
	}
	vector_fini(&followups);
}

/* What went to and fro of late, without counting who owes whom. */
static void add_exchanges(struct card *card, const struct vector *rows)
{
	struct exchanges all = { 0, 0 };
	struct strbuf text = STRBUF_INIT;
	const struct log_row *row;

	VECTOR_EACH (row, rows) {
		if (row->is_event)
			continue;
		all.given |= row->conversation.exchanges.given;
		all.received |= row->conversation.exchanges.received;
	}
	exchanges_describe(&text, &all);
	document_add_fact(&card->document, _("Lately"), text.data);
	strbuf_fini(&text);
}

static void add_facts(struct app *app, struct card *card, const struct contact *contact)
{
	struct vector facts = VECTOR_INIT(struct fact);
	const struct fact *fact;
	const char *label = "";

	facts_collect(app, contact, &facts);
	if (facts.count)
		document_add_heading(&card->document, _("Known"));
	VECTOR_EACH (fact, &facts) {
		if (*fact->label)
			label = fact->label;
		document_add_fact(&card->document, label, fact->text);
	}
	facts_fini(&facts);
}

static void add_legend(struct strbuf *out, const struct score *score, int silence_days)
{
	char usual[64], most[64], all[64], now[64];

	when_duration((int)(score->usual + 0.5), usual, sizeof usual);
	when_duration((int)(score_quantile(score, 0.8) + 0.5), most, sizeof most);
	when_duration((int)(score_quantile(score, 0.95) + 0.5), all, sizeof all);
	when_duration(silence_days, now, sizeof now);
	/* Translators: the letters stand on the line above; each %s is such as "9 days". */
	strbuf_add_format(out, _("u usual: %s   m most pauses: %s   n nearly all: %s   * now: %s"),
		usual, most, all, now);
}

/* Two years of weeks, and where today stands among the pauses. */
static void add_picture(struct app *app, struct card *card, const struct portrait *portrait)
{
	struct vector days = VECTOR_INIT(day_number);
	struct strbuf line = STRBUF_INIT;
	struct error err;
	bool is_utf8 = terminal_is_utf8();

	if (contact_days(app->store, card->person, app->today, &days, &err) == STATUS_OK &&
		days.count && !draw_is_plain()) {
		strip_add_weeks(&line, days.items, days.count, app->today, is_utf8);
		document_add(&card->document, ROLE_TEXT, line.data);
		document_add(&card->document, ROLE_FAINT,
			_("two years of weeks, each as high as its days in touch; today at the "
			  "right"));
	}
	strbuf_clear(&line);
	if (portrait->rhythm.n >= GAPS_FOR_SCALE) {
		if (!draw_is_plain()) {
			strip_add_scale(
				&line, &portrait->score, portrait->facts.silence_days, is_utf8);
			document_add(&card->document, ROLE_TEXT, line.data);
			strbuf_clear(&line);
		}
		add_legend(&line, &portrait->score, portrait->facts.silence_days);
		document_add(&card->document, ROLE_FAINT, line.data);
	}
	strbuf_fini(&line);
	vector_fini(&days);
}

static void add_rhythm(struct app *app, struct card *card, const struct portrait *portrait)
{
	struct strbuf text = STRBUF_INIT;

	if (portrait->rhythm.first_day == DAY_NONE)
		return;
	document_add_heading(&card->document, _("Rhythm"));
	add_picture(app, card, portrait);
	words_pattern(&text, &portrait->rhythm, &portrait->score, &portrait->facts);
	document_add(&card->document, ROLE_TEXT, text.data);
	strbuf_clear(&text);
	words_opener(&text, portrait->opened_by_me, portrait->opened_by_them,
		portrait->opened_unknown,
		portrait->given && *portrait->given ? portrait->given : portrait->name);
	document_add(&card->document, ROLE_TEXT, text.data);
	strbuf_clear(&text);
	if (portrait->proposed_days && !portrait->facts.wish_days) {
		words_proposal(&text, portrait->proposed_days);
		strbuf_add(&text, _(" p takes it as your wish."));
		document_add(&card->document, ROLE_TEXT, text.data);
	}
	strbuf_fini(&text);
}

static void add_standing(struct app *app, struct card *card, const struct contact *contact,
	const struct portrait *portrait)
{
	struct strbuf text = STRBUF_INIT;

	standing_describe(&text, app, contact, portrait);
	document_add(&card->document, ROLE_FAINT, text.data);
	strbuf_clear(&text);
	words_why(&text, &portrait->due, &portrait->facts);
	document_add(&card->document, ROLE_TEXT, text.data);
	strbuf_fini(&text);
}

static void fill(struct app *app, struct card *card, const struct contact *contact,
	const struct portrait *portrait)
{
	struct vector rows = VECTOR_INIT(struct log_row);
	struct log_row *row;
	struct error err;

	add_standing(app, card, contact, portrait);
	if (log_page(app->store, card->person, NULL, true, TALKS_WEIGHED, &rows, &err) != STATUS_OK)
		app_say_error(app, &err);
	add_talks(card, &rows, app->today);
	add_open(app, card);
	add_exchanges(card, &rows);
	add_facts(app, card, contact);
	add_rhythm(app, card, portrait);
	VECTOR_EACH (row, &rows)
		log_row_fini(row);
	vector_fini(&rows);
}

static void card_refresh(struct app *app, struct view *view)
{
	struct card *card = card_of(view);
	struct contact contact;
	struct portrait portrait;
	struct error err;

	document_clear(&card->document);
	memory_replace_string(&card->name, NULL);
	if (contact_load(app->store, card->person, &contact, &err) != STATUS_OK) {
		app_remove(app, view); /* deleted: there is nothing to show */
		return;
	}
	card->name = memory_copy_string(contact.name);
	if (portrait_load(app->store, card->person, app->today, &portrait, &err) == STATUS_OK) {
		fill(app, card, &contact, &portrait);
		portrait_fini(&portrait);
	} else {
		app_say_error(app, &err);
	}
	contact_fini(&contact);
}

/* ---- The view ---- */

static unsigned card_context(const struct view *view)
{
	(void)view;
	return IN_CARD;
}

static contact_id card_subject(const struct view *view)
{
	return card_of(view)->person;
}

static void card_draw(struct app *app, struct view *view, struct rect area)
{
	struct card *card = card_of(view);
	const struct rect body = { area.row + 1, area.col, area.rows - 1, area.cols };

	(void)app;
	draw_rule(area, 0, ROLE_TITLE, card->name ? card->name : "", NULL);
	document_draw(&card->document, body);
}

static bool card_key(struct app *app, struct view *view, int key)
{
	if (key == KEYS_ENTER)
		app_pop(app);
	return key == KEYS_ENTER || scroll_key(&card_of(view)->document.scroll, key);
}

static void card_free(struct view *view)
{
	struct card *card = card_of(view);

	document_fini(&card->document);
	free(card->name);
	free(card);
}

static const struct view_ops card_ops = {
	.name = "card",
	.context = card_context,
	.draw = card_draw,
	.key = card_key,
	.refresh = card_refresh,
	.subject = card_subject,
	.free = card_free,
};

struct view *card_view(struct app *app, contact_id id)
{
	struct card *card = memory_new(sizeof *card);

	card->view.ops = &card_ops;
	card->person = id;
	document_init(&card->document);
	card_refresh(app, &card->view);
	return &card->view;
}
