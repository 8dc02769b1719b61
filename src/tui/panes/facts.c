/* All that is known of a person, as labelled lines: for the card and the detail column.
 * Not here: the rhythm (card.c), the log. */
#include "tui/panes/facts.h"

#include "filo/base/i18n.h"
#include "filo/base/memory.h"
#include "filo/base/text.h"
#include "filo/people/words/cadence.h"
#include "filo/people/words/contact_words.h"
#include "filo/store/contacts.h"
#include "tui/terminal/draw.h"

#include <stdlib.h>
#include <string.h>

#define LABEL_COLS_MAX 18

void facts_add(struct vector *facts, const char *label, const char *text)
{
	struct fact fact;

	if (text_is_blank(text))
		return;
	fact.label = memory_copy_string(label);
	fact.text = memory_copy_string(text);
	vector_push(facts, &fact);
}

void facts_fini(struct vector *facts)
{
	struct fact *fact;

	VECTOR_EACH (fact, facts) {
		free(fact->label);
		free(fact->text);
	}
	vector_fini(facts);
}

static void add_channels(struct vector *facts, const struct contact *contact)
{
	const struct channel *channel;

	for (int kind = 0; kind < CHANNEL_KINDS; kind++) {
		VECTOR_EACH (channel, &contact->channels) {
			struct strbuf text = STRBUF_INIT;
			if ((int)channel->kind != kind)
				continue;
			channel_describe(&text, channel);
			facts_add(facts, channel_kind_label(channel->kind), text.data);
			strbuf_fini(&text);
		}
	}
}

static void add_dates(struct vector *facts, const struct contact *contact, day_number today)
{
	const struct yearly_date *date;

	VECTOR_EACH (date, &contact->dates) {
		struct strbuf text = STRBUF_INIT;
		yearly_describe(&text, date, today);
		facts_add(facts, yearly_date_label(date), text.data);
		strbuf_fini(&text);
	}
}

static void add_circle(struct vector *facts, struct app *app, const struct contact *contact)
{
	struct strbuf wish = STRBUF_INIT;
	struct circle circle;
	struct error err;

	if (circle_load(app->store, contact->circle, &circle, &err) != STATUS_OK)
		app_say_error(app, &err);
	facts_add(facts, _("Circle"), circle.name);
	circle_fini(&circle);
	cadence_describe(&wish, contact->cadence_days);
	facts_add(facts, _("Wish"), wish.data);
	strbuf_fini(&wish);
}

static void add_tags(struct vector *facts, const struct contact *contact)
{
	struct strbuf text = STRBUF_INIT;

	tags_write(&text, contact);
	facts_add(facts, _("Tags"), text.data);
	strbuf_fini(&text);
}

static void add_met(struct vector *facts, const struct contact *contact, day_number today)
{
	struct strbuf text = STRBUF_INIT;

	met_describe(&text, contact, today);
	facts_add(facts, _("How you met"), text.data);
	strbuf_fini(&text);
}

void facts_collect(struct app *app, const struct contact *contact, struct vector *facts)
{
	const struct relation *relation;

	facts_add(facts, _("Nickname"), contact->nickname);
	facts_add(facts, _("Organisation"), contact->organization);
	facts_add(facts, _("Title"), contact->title);
	add_circle(facts, app, contact);
	add_channels(facts, contact);
	add_dates(facts, contact, app->today);
	add_met(facts, contact, app->today);
	VECTOR_EACH (relation, &contact->relations)
		facts_add(facts, relation_kind_label(relation->kind), relation_person(relation));
	add_tags(facts, contact);
	facts_add(facts, _("Notes"), contact->note);
}

static int label_columns(struct rect area, const struct vector *facts)
{
	const struct fact *fact;
	int widest = 0;

	VECTOR_EACH (fact, facts) {
		int cols = text_width(fact->label);
		if (cols > widest)
			widest = cols;
	}
	if (widest > LABEL_COLS_MAX)
		widest = LABEL_COLS_MAX;
	return widest < area.cols / 2 ? widest : area.cols / 2;
}

int facts_draw(struct rect area, int skip, const struct vector *facts)
{
	const struct fact *fact;
	int label_cols = label_columns(area, facts), row = -skip;
	const char *above = "";

	VECTOR_EACH (fact, facts) {
		int cols = area.cols - label_cols - 2;
		int rows = cols > 0 ? draw_wrap(fact->text, cols, NULL, NULL) : 0;
		int hidden = row < 0 ? -row : 0, top = row < 0 ? 0 : row;
		const struct rect value = { area.row + top, area.col + label_cols + 2,
			area.rows - top, cols };
		if (row >= 0 && strcmp(above, fact->label) != 0)
			draw_cell(area, row, 0, label_cols, ROLE_FAINT, fact->label);
		if (value.rows > 0 && hidden < rows)
			draw_paragraph(value, 0, hidden, ROLE_TEXT, fact->text);
		above = fact->label;
		row += rows ? rows : 1;
	}
	return row + skip;
}
