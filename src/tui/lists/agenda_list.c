/* The agenda: all follow-ups of everybody in three groups, and the same frame by day, with what
 * the next days bring.
 * Not here: what is in them (store/agenda.h), marking one done (log_actions.c). */
#include "filo/base/i18n.h"
#include "filo/base/memory.h"
#include "filo/base/text.h"
#include "filo/people/words/agenda_words.h"
#include "filo/store/agenda.h"
#include "tui/command.h"
#include "tui/form/item_list.h"
#include "tui/log/followup_form.h"
#include "tui/person/card.h"
#include "tui/subject.h"
#include "tui/widget/list.h"

#include <limits.h>
#include <stdlib.h>
#include <string.h>

#define NAME_COLS     18
#define WIDE_COLS     60 /* from here on the notes stand below each other */
#define NOTE_COLS_MIN 20 /* of them */

static enum status read_open(struct app *app, struct vector *items, struct error *err)
{
	return agenda_open(app->store, items, err);
}

static enum status agenda_list_read_days(struct app *app, struct vector *items, struct error *err)
{
	return agenda_days(app->store, AGENDA_DAYS_DEFAULT, items, err);
}

static contact_id agenda_list_person(const void *item)
{
	return ((const struct agenda_item *)item)->contact;
}

static void item_fini(void *item)
{
	agenda_item_fini(item);
}

/* 0, of what is no follow-up: it keeps its place. */
static int64_t agenda_list_id(void *list, size_t index)
{
	return ((const struct agenda_item *)item_list_at(list, index))->followup.id;
}

static day_number today_of(const void *list)
{
	return ((const struct item_list *)list)->today;
}

/* ---- Rows ---- */

/* In one sentence, where the row of the cursor is what is heard: who and what first. */
static int agenda_list_draw_plain(
	const struct agenda_item *item, struct rect area, enum role role, const char *facts)
{
	const struct rect text = { area.row, area.col, area.rows, area.cols - 1 };
	const char *note = agenda_words_note(item);
	struct strbuf line = STRBUF_INIT;

	strbuf_add(&line, agenda_words_who(item));
	if (*note)
		strbuf_add_format(&line, ": %s", note);
	bool is_ended = strchr(".?!", line.data[line.len - 1]);
	strbuf_add_item(&line, is_ended ? " " : ". ", facts);
	text_join_lines(line.data);
	int rows = draw_paragraph(text, 0, 0, role, line.data);
	strbuf_fini(&line);
	return rows;
}

/* Who, the note, and the fact at the right: side by side, and below each other what has no room so.
 * All of it is whole. The rows it takes. */
static int agenda_list_draw(
	const struct agenda_item *item, struct rect area, enum role role, const char *fact)
{
	if (draw_is_plain())
		return agenda_list_draw_plain(item, area, role, fact);
	const char *who = agenda_words_who(item);
	bool is_wide = area.cols >= WIDE_COLS;
	int who_cols = draw_width(who), beside_cols = area.cols - 2 - draw_width(fact);
	int at = 2 + (is_wide && who_cols < NAME_COLS ? NAME_COLS : who_cols);
	const struct rect left = { area.row, area.col, area.rows, area.cols - 1 };
	const struct rect beside = { area.row, area.col + at, area.rows, beside_cols - at };

	char *note = memory_copy_string(agenda_words_note(item));
	text_join_lines(note);
	int rows = draw_paragraph(left, 0, 0, role, who);
	if (beside.cols >= (is_wide ? NOTE_COLS_MIN : draw_width(note)) && *note) {
		int note_rows = draw_paragraph(beside, 0, 0, role, note);
		rows = note_rows > rows ? note_rows : rows;
	} else {
		rows += list_draw_indented(area, rows, INT_MAX, role, note);
	}
	free(note);
	if (who_cols > beside_cols)
		return rows + list_draw_indented(area, rows, INT_MAX, ROLE_FAINT, fact);
	draw_right(area, 0, area.cols - 1, ROLE_FAINT, fact);
	return rows;
}

static int draw_open(void *context, size_t index, struct rect area, enum role role)
{
	const struct agenda_item *item = item_list_at(context, index);
	struct strbuf fact = STRBUF_INIT;

	if (draw_is_plain()) {
		agenda_words_group(&fact, item);
		strbuf_add(&fact, ", ");
	}
	agenda_words_when(&fact, item, today_of(context));
	int rows = agenda_list_draw(item, area, role, fact.data);
	strbuf_fini(&fact);
	return rows;
}

static int draw_of_day(void *context, size_t index, struct rect area, enum role role)
{
	const struct agenda_item *item = item_list_at(context, index);
	struct strbuf fact = STRBUF_INIT;
	char day[64];

	date_format_near(item->day, today_of(context), day, sizeof day);

	agenda_words_fact(&fact, item, today_of(context));
	bool is_late = item->kind == AGENDA_FOLLOWUP && item->followup.due < item->day;
	if (draw_is_plain() && !is_late) /* the heading is not heard */
		strbuf_add_item(&fact, ", ", day);
	int rows = agenda_list_draw(item, area, role, fact.data);
	strbuf_fini(&fact);
	return rows;
}

/* The item before; NULL: it is the first. */
static const struct agenda_item *item_before(const void *list, size_t index)
{
	return index ? item_list_at(list, index - 1) : NULL;
}

static void heading_of_group(void *context, size_t index, struct strbuf *out)
{
	const struct agenda_item *item = item_list_at(context, index);
	const struct agenda_item *before = item_before(context, index);

	if (!before || before->followup.kind != item->followup.kind)
		agenda_words_group(out, item);
}

static void heading_of_day(void *context, size_t index, struct strbuf *out)
{
	const struct agenda_item *item = item_list_at(context, index);
	const struct agenda_item *before = item_before(context, index);

	if (!before || before->day != item->day)
		agenda_words_day(out, item, today_of(context));
}

static contact_id item_subject(void *context, size_t index)
{
	return agenda_list_person(item_list_at(context, index));
}

static struct log_choice item_choice(void *context, size_t index)
{
	const struct agenda_item *item = item_list_at(context, index);

	return (struct log_choice){ .followup = item->followup.id };
}

/* ---- The lists ---- */

static const struct item_list_ops open_ops = {
	.chooser = { .context = IN_AGENDA,
		.title = N_("Open between you and others"),
		.empty = N_("No follow-up is open. On a person %s adds one."),
		.empty_way = "follow-up",
		.draw_tall = draw_open,
		.heading = heading_of_group,
		.subject = item_subject,
		.choice = item_choice,
		.id = agenda_list_id },
	.item_bytes = sizeof(struct agenda_item),
	.read = read_open,
	.item_fini = item_fini,
	.item_person = agenda_list_person,
};

static const struct item_list_ops days_ops = {
	.chooser = { .context = IN_AGENDA,
		.title = N_("The next 14 days"),
		.empty = N_("Nothing in the next 14 days."),
		.draw_tall = draw_of_day,
		.heading = heading_of_day,
		.subject = item_subject,
		.choice = item_choice,
		.id = agenda_list_id },
	.item_bytes = sizeof(struct agenda_item),
	.read = agenda_list_read_days,
	.item_fini = item_fini,
	.item_person = agenda_list_person,
};

/* From the one to the other; the key that opened a list leaves it. */
static void open_or_leave(struct app *app, const struct item_list_ops *ops)
{
	bool is_in_agenda = app->top->ops->context(app->top) == IN_AGENDA;
	const struct item_list *list = is_in_agenda ? chooser_context(app) : NULL;
	bool is_left = list && list->ops == ops;

	if (list)
		app_pop(app);
	if (!is_left)
		app_push(app, item_list_view(item_list_new(app, ops)));
}

static void command_agenda(struct app *app)
{
	open_or_leave(app, &open_ops);
}

static void command_next_days(struct app *app)
{
	open_or_leave(app, &days_ops);
}

static void open_person(struct app *app)
{
	const struct agenda_item *item = item_list_selected(app);

	if (item && person_needed(app))
		app_push(app, card_view(app, item->contact));
}

static void change_date(struct app *app)
{
	const struct agenda_item *item = item_list_selected(app);

	if (item && item->followup.id)
		followup_form_open_date(app, item->followup.id);
	else if (item)
		command_run(app, "edit");
}

const struct command agenda_commands[] = {
	{ "agenda-date", "e", IN_AGENDA, N_("the date of a follow-up; else edit the person"),
		N_("date"), change_date },
	{ "agenda-person", "Enter Right", IN_AGENDA, N_("the card of this person"), N_("person"),
		open_person, .need = HINT_BESIDES },
	{ "agenda", "F", IN_PANES | IN_AGENDA,
		N_("all follow-ups: promised, promised to you, to ask"), N_("open"), command_agenda,
		IN_AGENDA },
	{ "next-days", "D", IN_PANES | IN_AGENDA,
		N_("the next 14 days: follow-ups, dates, wishes, absences"), N_("14 days"),
		command_next_days, IN_AGENDA,
		/* Translators: "14 days", as short as can be. */
		.brief = NC_("short", "14 days") },
	{ 0 },
};
