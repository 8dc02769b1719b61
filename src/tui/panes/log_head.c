/* The head of a log: circle, wish, usual pause, last contact; why the person is due.
 * Not here: the log below it (log_pane.c). */
#include "tui/panes/log_head.h"

#include "filo/base/memory.h"
#include "filo/people/words/words_line.h"
#include "filo/store/circles.h"
#include "filo/store/contact_called.h"
#include "filo/store/contacts.h"
#include "filo/store/events.h"
#include "filo/store/person_summary.h"
#include "tui/terminal/draw.h"
#include "tui/terminal/wrap.h"

#include <stdlib.h>
#include <string.h>

#define LINE_ROWS_MAX 2
#define WHY_ROWS_MAX  3

void log_head_fini(struct log_head *head)
{
	free(head->name);
	free(head->line);
	free(head->why);
	*head = (struct log_head){ 0 };
}

void log_head_describe(struct strbuf *out, struct app *app, const struct contact *contact,
	const struct person_summary *summary)
{
	struct words_line line = { .last_day = summary->last_day };
	struct circle circle;
	struct error err;

	if (circle_load(app->store, contact->circle, &circle, &err) != STATUS_OK)
		app_say_error(app, &err);
	line.circle = circle.name;
	line.state = contact_state_today(app->store, contact->id, &line.until);
	words_line(out, &line, &summary->facts, &summary->score, draw_between());
	circle_fini(&circle);
}

void log_head_load(struct app *app, struct log_head *head, contact_id person)
{
	struct strbuf line = STRBUF_INIT, why = STRBUF_INIT;
	struct contact contact;
	struct person_summary summary;
	struct error err;

	log_head_fini(head);
	if (contact_load_row(app->store, person, &contact, &err) != STATUS_OK)
		return; /* gone; the lists will say so */
	head->name = contact_called(app->store, person, contact.name);
	if (person_summary_load(app->store, person, app->today, &summary, &err) == STATUS_OK) {
		log_head_describe(&line, app, &contact, &summary);
		/* A follow-up stands first in the log, with its day. */
		bool is_told = summary.due.reason != DUE_NONE || summary.due.is_quiet;
		if (is_told && summary.due.reason != DUE_FOLLOWUP)
			words_why(&why, &summary.due, &summary.facts);
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

/* In at most so many rows: whole parts are left out, the last first; the card has them all. Caller
 * frees. */
static char *log_head_line_in(const char *line, int cols, int rows)
{
	char *fitting = memory_copy_string(line);

	while (draw_wrap(fitting, cols, NULL, NULL) > rows) {
		char *last = NULL;
		for (char *at = fitting; (at = strstr(at, draw_between())); at++)
			last = at;
		if (!last)
			break;
		*last = '\0';
	}
	return fitting;
}

int log_head_draw(struct app *app, const struct log_head *head, struct rect area)
{
	struct rect text = { area.row, area.col + 1, area.rows, area.cols - 2 };
	int rows = 0;

	(void)app;
	if (head->line && *head->line) {
		text.rows = area.rows > 2 * LINE_ROWS_MAX ? LINE_ROWS_MAX : 1;
		char *line = log_head_line_in(head->line, text.cols, text.rows);
		int needed = draw_paragraph(text, 0, 0, ROLE_FAINT, line);
		rows += needed < text.rows ? needed : text.rows;
		free(line);
	}
	if (head->why && area.rows > 2 * WHY_ROWS_MAX) {
		text.row += rows;
		text.rows = WHY_ROWS_MAX;
		int needed = draw_paragraph(text, 0, 0, ROLE_TEXT, head->why);
		rows += needed < WHY_ROWS_MAX ? needed : WHY_ROWS_MAX;
	}
	/* A blank row below, where there is room. */
	return rows ? rows + (area.rows > 8 && !draw_is_plain()) : 0;
}
