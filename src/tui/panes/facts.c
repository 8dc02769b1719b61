/* All that is known of a person, as labelled lines: for the card and the detail column.
 * Not here: the rhythm (card.c), the log. */
#include "tui/panes/facts.h"

#include "filo/base/text.h"
#include "filo/store/contacts.h"
#include "tui/terminal/draw.h"

#include <string.h>

#define LABEL_COLS_MAX 18

void facts_collect(struct app *app, const struct contact *contact, struct vector *facts)
{
	struct circle circle;
	struct error err;

	if (circle_load(app->store, contact->circle, &circle, &err) != STATUS_OK)
		app_say_error(app, &err);
	contact_facts_collect(facts, contact, circle.name, app->today);
	circle_fini(&circle);
}

static int label_columns(struct rect area, const struct vector *facts)
{
	const struct contact_fact *fact;
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
	const struct contact_fact *fact;
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
