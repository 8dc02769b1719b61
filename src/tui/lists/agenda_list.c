/* The agenda: all follow-ups of everybody in three groups, and the same frame by day, with what
 * the next days bring.
 * Not here: what is in them (store/agenda.h), marking one done (log_actions.c). */
#include "filo/base/i18n.h"
#include "filo/people/words/agenda_words.h"
#include "filo/store/agenda.h"
#include "tui/command.h"
#include "tui/form/item_list.h"
#include "tui/log/followup_form.h"
#include "tui/person/card.h"
#include "tui/subject.h"
#include "tui/widget/list.h"

#define NAME_COLS 18
#define WIDE_COLS 60 /* from here on the notes stand below each other */

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

static day_number today_of(const void *list)
{
	return ((const struct item_list *)list)->today;
}

/* ---- Rows ---- */

static bool agenda_list_draw(
	const struct agenda_item *item, struct rect area, enum role role, const char *fact)
{
	const char *who = agenda_words_who(item), *note = agenda_words_note(item);
	int gap = area.cols >= WIDE_COLS ? NAME_COLS - draw_width(who) : 0;
	struct strbuf left = STRBUF_INIT;

	strbuf_add(&left, who);
	if (*note)
		strbuf_add_format(&left, "%*s  %s", gap > 0 ? gap : 0, "", note);
	bool is_whole = list_line_draw(area, role,
		&(struct list_line){ .text = left.data, .right = fact, .is_right_aligned = true });
	strbuf_fini(&left);
	return is_whole;
}

/* The same in words, for where the row has no room. */
static void agenda_list_add(const struct agenda_item *item, struct strbuf *out)
{
	const char *note = agenda_words_note(item);

	strbuf_add(out, agenda_words_who(item));
	if (*note)
		strbuf_add_format(out, ": %s", note);
}

static bool draw_open(void *context, size_t index, struct rect area, enum role role)
{
	const struct agenda_item *item = item_list_at(context, index);
	struct strbuf fact = STRBUF_INIT;

	agenda_words_when(&fact, item, today_of(context));
	bool is_whole = agenda_list_draw(item, area, role, fact.data);
	strbuf_fini(&fact);
	return is_whole;
}

static void agenda_row_open(void *context, size_t index, struct strbuf *left, struct strbuf *right)
{
	const struct agenda_item *item = item_list_at(context, index);

	agenda_list_add(item, left);
	agenda_words_when(right, item, today_of(context));
}

static bool draw_of_day(void *context, size_t index, struct rect area, enum role role)
{
	const struct agenda_item *item = item_list_at(context, index);
	struct strbuf fact = STRBUF_INIT;

	agenda_words_fact(&fact, item, today_of(context));
	bool is_whole = agenda_list_draw(item, area, role, fact.data);
	strbuf_fini(&fact);
	return is_whole;
}

static void agenda_row_of_day(
	void *context, size_t index, struct strbuf *left, struct strbuf *right)
{
	const struct agenda_item *item = item_list_at(context, index);

	agenda_list_add(item, left);
	agenda_words_fact(right, item, today_of(context));
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
		.row = agenda_row_open,
		.draw = draw_open,
		.heading = heading_of_group,
		.subject = item_subject,
		.choice = item_choice },
	.item_bytes = sizeof(struct agenda_item),
	.read = read_open,
	.item_fini = item_fini,
	.item_person = agenda_list_person,
};

static const struct item_list_ops days_ops = {
	.chooser = { .context = IN_AGENDA,
		.title = N_("The next 14 days"),
		.empty = N_("Nothing in the next 14 days."),
		.row = agenda_row_of_day,
		.draw = draw_of_day,
		.heading = heading_of_day,
		.subject = item_subject,
		.choice = item_choice },
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
		open_person },
	{ "agenda", "F", IN_PANES | IN_AGENDA,
		N_("all follow-ups: promised, promised to you, to ask"), N_("follow-ups"),
		command_agenda, IN_AGENDA },
	{ "next-days", "D", IN_PANES | IN_AGENDA,
		N_("the next 14 days: follow-ups, dates, wishes, absences"), N_("14 days"),
		command_next_days, IN_AGENDA },
	{ 0 },
};
