/* Lines of a log: entries, events, silences, as they stand in the log pane.
 * Not here: which of them are shown (log_pane.c). */
#include "tui/panes/log_rows.h"

#include "filo/base/i18n.h"
#include "filo/people/contact_state.h"
#include "filo/people/followup.h"
#include "filo/people/words/exchange_words.h"
#include "filo/people/words/log_words.h"
#include "filo/people/words/words.h"
#include "filo/store/log_page.h"
#include "tui/terminal/draw.h"
#include "tui/widget/list.h"

#include <limits.h>
#include <stdlib.h>
#include <string.h>

#define DATE_COLS     8 /* "23 Oct", with its gap; longer ones push */
#define BODY_COL      2
#define BODY_ROWS_MAX 6 /* Enter shows the rest */

/* The date in its column; the column behind it. */
static int draw_date(struct rect area, enum role role, day_number day, enum precision precision,
	day_number today)
{
	char date[64];

	date_format_short(day, precision, today, date, sizeof date);
	draw_text(area, 0, 0, role, date);
	int cols = draw_width(date) + 2;
	return cols < DATE_COLS ? DATE_COLS : cols;
}

/* Our own words, on as many rows as they take. Returns the rows. */
static int draw_whole(struct rect area, int col, enum role role, const char *text)
{
	const struct rect beside = { area.row, area.col + col, area.rows, area.cols - col };

	return draw_paragraph(beside, 0, 0, role, text);
}

/* In the middle of what is heard row by row a mark at the right would part it: there it stands
 * behind the whole. */
static void log_rows_append(struct strbuf *line, const char *mark)
{
	bool is_ended = line->len && strchr(".?!", line->data[line->len - 1]);

	if (*mark)
		strbuf_add_format(line, "%s%s", is_ended ? " " : draw_between(), mark);
}

static int draw_conversation(
	struct rect area, const struct conversation *conversation, const struct log_style *style)
{
	struct strbuf line = STRBUF_INIT;
	bool is_plain = draw_is_plain();
	const char *feeling = feeling_mark(conversation->feeling, is_plain);
	const char *mark = is_plain ? "" : feeling;
	const struct rect room = { area.row, area.col, area.rows,
		area.cols - (*mark ? draw_width(mark) + 2 : 1) };
	int col = draw_date(area, style->role == ROLE_SELECTED ? ROLE_SELECTED : ROLE_TITLE,
		conversation_log_day(conversation), conversation->precision, style->today);

	conversation_describe(&line, conversation, style->person);
	log_rows_append(&line, is_plain ? feeling : "");
	int used = draw_whole(room, col, ROLE_TEXT, line.data);
	if (*mark)
		draw_right(area, 0, area.cols - 1,
			conversation->feeling > 0 ? ROLE_GOOD : ROLE_TEXT, mark);
	used += list_draw_indented(area, used, BODY_ROWS_MAX, ROLE_TEXT, conversation->summary);
	used += list_draw_indented(area, used, BODY_ROWS_MAX, ROLE_TEXT, conversation->body);
	strbuf_clear(&line);
	exchanges_describe(&line, &conversation->exchanges);
	used += list_draw_indented(area, used, INT_MAX, ROLE_TEXT, line.data);
	if (conversation->awaits_reply)
		used += list_draw_indented(
			area, used, INT_MAX, ROLE_TEXT, _("waits for your reply"));
	strbuf_fini(&line);
	return used;
}

static int draw_event(struct rect area, const struct event *event, const struct log_style *style)
{
	struct strbuf text = STRBUF_INIT;
	int col = draw_date(area, ROLE_FAINT, event->day, PRECISION_DAY, style->today);

	event_describe(&text, event, style->today);
	int rows = draw_whole(area, col, ROLE_FAINT, text.data);
	strbuf_fini(&text);
	return rows;
}

/* "+ March 2024: 18 days on WhatsApp, ..." */
static int draw_fold(struct rect area, const struct log_fold *fold, const struct log_style *style)
{
	struct strbuf text = STRBUF_INIT;
	const struct rect room = { area.row, area.col, area.rows, area.cols - 1 };

	log_fold_month(&text, fold);
	strbuf_add(&text, ": ");
	log_fold_days(&text, fold);
	draw_text(area, 0, 0, ROLE_FAINT, fold->is_open ? "-" : "+");
	int rows = draw_whole(room, BODY_COL, style->role, text.data);
	strbuf_fini(&text);
	return rows;
}

/* "── 3 weeks of silence ──" below the entry that ended it. */
static int draw_silence(struct rect area, int row, const struct log_row *log_row)
{
	struct strbuf line = STRBUF_INIT;
	char words[128];

	if (log_row->is_event || (!log_row->is_long_gap && !log_row->is_resurfaced))
		return 0;
	if (log_row->is_resurfaced)
		words_resurfaced(words, sizeof words, log_row->gap_days);
	else
		words_silence(words, sizeof words, log_row->gap_days);
	const char *rule = draw_is_plain() ? "" : draw_glyph(GLYPH_RULE);
	strbuf_add_format(&line, "%s%s %s %s%s", rule, rule, words, rule, rule);
	int rows = draw_paragraph(area, row, 0, ROLE_FAINT, line.data);
	strbuf_fini(&line);
	return rows;
}

int log_row_draw(struct rect area, const struct log_row *log_row, const struct log_style *style)
{
	int used = log_row->is_event  ? draw_event(area, &log_row->event, style)
		   : log_row->is_fold ? draw_fold(area, &log_row->fold, style)
				      : draw_conversation(area, &log_row->conversation, style);

	return used + draw_silence(area, used, log_row);
}

int log_followup_draw(
	struct rect area, const struct followup *followup, const struct log_style *style)
{
	char *sentence = followup_sentence(followup);
	struct strbuf line = STRBUF_INIT;
	char due[64] = "";

	strbuf_add(&line, sentence);
	free(sentence);

	if (followup->due != DAY_NONE)
		date_format_short(followup->due, PRECISION_DAY, style->today, due, sizeof due);
	if (draw_is_plain()) {
		log_rows_append(&line, due);
		*due = '\0';
	}
	const struct rect room = { area.row, area.col, area.rows,
		area.cols - (*due ? draw_width(due) + 2 : 1) };
	int rows = draw_whole(room, 0, style->role, line.data);
	draw_right(area, 0, area.cols - 1, ROLE_FAINT, due);
	strbuf_fini(&line);
	return rows;
}
