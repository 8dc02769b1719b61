/* Making two people one: side by side, a choice for each field that differs, then one change.
 * Not here: what becomes of the fields (contact_join.c), with whom (merge_with.c). */
#include "tui/person/merge_view.h"

#include "filo/base/i18n.h"
#include "filo/base/memory.h"
#include "filo/base/text.h"
#include "filo/people/contact_field.h"
#include "filo/people/contact_join.h"
#include "filo/people/words/cadence.h"
#include "filo/people/words/typed_fields.h"
#include "filo/store/contact_merge.h"
#include "filo/store/contacts.h"
#include "tui/command.h"
#include "tui/form/chooser.h"
#include "tui/form/circle_words.h"
#include "tui/form/form.h"
#include "tui/panes/panes.h"
#include "tui/subject.h"
#include "tui/terminal/draw.h"
#include "tui/way.h"
#include "tui/widget/list.h"

#include <limits.h>
#include <stdlib.h>
#include <string.h>

#define NOTE_ROWS_MAX 3 /* of a note in the list; below it all of it stands */

struct merge {
	struct contact people[2];
	char *names[2]; /* told apart from others of the same name */
	int64_t versions[2];
	char *values[CONTACT_FIELDS][2]; /* as shown, on a line; "" where one says nothing */
	enum contact_join_side sides[CONTACT_FIELDS];
	enum contact_field rows[CONTACT_FIELDS]; /* those that differ */
	size_t row_count;
	bool is_gone; /* one of the two */
};

/* ---- What each of the two says ---- */

static char *value_of(struct app *app, const struct contact *contact, enum contact_field field)
{
	struct strbuf value = STRBUF_INIT;
	char day[64];

	switch (contact_field(field)->type) {
	case TYPE_TEXT:
		strbuf_add(&value, contact_field_shown(contact, field));
		break;
	case TYPE_DAY:
		if (*contact_field_day(contact, field) != DAY_NONE)
			strbuf_add(&value, date_format_long(*contact_field_day(contact, field), day,
						   sizeof day));
		break;
	case TYPE_CADENCE:
		cadence_describe(&value, contact->cadence_days);
		break;
	case TYPE_CIRCLE:
		circle_write(app, &value, contact->circle);
		break;
	case TYPE_CHANNEL:
		channels_write(&value, contact, (enum channel_kind)contact_field(field)->kind);
		break;
	default:
		yearly_field_write(&value, contact, (enum yearly_kind)contact_field(field)->kind);
		break;
	}
	return strbuf_take(&value);
}

/* Of namesakes the name says only whose column is which. */
static bool is_same_name(const struct merge *merge, enum contact_field field)
{
	return field == CONTACT_NAME && !strcmp(merge->people[0].name, merge->people[1].name);
}

static bool merge_view_is_asked(const struct merge *merge, enum contact_field field)
{
	return contact_field(field)->join != JOIN_UNASKED && !is_same_name(merge, field);
}

static void merge_view_forget(struct merge *merge)
{
	for (size_t side = 0; side < 2; side++) {
		contact_fini(&merge->people[side]);
		contact_init(&merge->people[side]);
		memory_replace_string(&merge->names[side], NULL);
		CONTACT_FIELD_EACH (field)
			memory_replace_string(&merge->values[field][side], NULL);
	}
	merge->row_count = 0;
}

/* Whether it tells if they are one, or who is who: shown also where it is the same. */
static bool is_telling(enum contact_field field)
{
	return field == CONTACT_NAME || field == CONTACT_ORGANIZATION ||
	       (contact_field(field)->type == TYPE_CHANNEL && field != CONTACT_ADDRESS);
}

/* What differs is to be chosen; of what both have, both stay. */
static void find_rows(struct app *app, struct merge *merge)
{
	CONTACT_FIELD_EACH (field) {
		bool is_joined = contact_field(field)->join == JOIN_UNASKED;
		if (is_joined && !is_telling(field))
			continue;
		for (size_t side = 0; side < 2; side++)
			merge->values[field][side] =
				field == CONTACT_NAME ? memory_copy_string(merge->names[side])
						      : value_of(app, &merge->people[side], field);
		merge->sides[field] = is_joined ? MERGE_BOTH
						: contact_join_proposed(field, &merge->people[0],
							  &merge->people[1]);
		const char *one = merge->values[field][0], *other = merge->values[field][1];
		if (is_telling(field) ? *one || *other : strcmp(one, other) != 0)
			merge->rows[merge->row_count++] = field;
		for (size_t side = 0; side < 2; side++)
			text_join_lines(merge->values[field][side]);
	}
}

static enum status merge_view_read_people(
	struct app *app, struct merge *merge, const contact_id ids[2], struct error *err)
{
	enum status status = STATUS_OK;

	merge_view_forget(merge);
	for (size_t side = 0; side < 2 && status == STATUS_OK; side++) {
		merge->versions[side] = contact_version(app->store, ids[side]);
		status = contact_load(app->store, ids[side], &merge->people[side], err);
		if (status == STATUS_OK)
			merge->names[side] = person_name(app, ids[side]);
	}
	if (status == STATUS_OK)
		find_rows(app, merge);
	return status;
}

/* Whether either was changed since it was read; what is shown is then as it is now. */
static bool read_changes(struct app *app, struct merge *merge)
{
	const contact_id ids[2] = { merge->people[0].id, merge->people[1].id };
	struct error err;

	if (merge->is_gone)
		return true;
	if (contact_version(app->store, ids[0]) == merge->versions[0] &&
		contact_version(app->store, ids[1]) == merge->versions[1])
		return false;
	merge->is_gone = merge_view_read_people(app, merge, ids, &err) != STATUS_OK;
	if (merge->is_gone)
		app_say_error(app, &err);
	else
		app_refuse(app, "%s", _("One of the two was changed meanwhile: please look again"));
	return true;
}

static void merge_refresh(struct app *app, void *context)
{
	read_changes(app, context);
}

/* ---- The list of what differs ---- */

static size_t merge_count(void *context)
{
	const struct merge *merge = context;

	return merge->is_gone ? 0 : merge->row_count + 1; /* the last row does it */
}

static bool is_taken(const struct merge *merge, enum contact_field field, size_t side)
{
	return merge->sides[field] == MERGE_BOTH || (size_t)merge->sides[field] == side;
}

/* What one of the two says, or that it says nothing. */
static const char *said_by(const struct merge *merge, enum contact_field field, size_t side)
{
	const char *value = merge->values[field][side];

	return *value ? value : draw_is_plain() ? _("nothing") : "-";
}

/* "[Ada]": what is taken. */
static char *merge_choice_text(const struct merge *merge, enum contact_field field, size_t side)
{
	bool is_kept = is_taken(merge, field, side), is_plain = draw_is_plain();
	struct strbuf text = STRBUF_INIT;

	if (is_same_name(merge, field))
		return memory_copy_string(said_by(merge, field, side));
	strbuf_add_format(&text, "%s%s%s",
		is_plain  ? list_tick(is_kept)
		: is_kept ? "["
			  : "",
		said_by(merge, field, side), is_kept && !is_plain ? "]" : "");
	return strbuf_take(&text);
}

/* Side by side where both have room; else below each other. The rows it takes. */
static int merge_draw_field(
	const struct merge *merge, enum contact_field field, struct rect area, enum role role)
{
	char *one = merge_choice_text(merge, field, 0), *other = merge_choice_text(merge, field, 1);
	const char *between = draw_is_plain() ? draw_between() : "  ";
	struct strbuf line = STRBUF_INIT;
	int rows = 1, most = field == CONTACT_NOTE ? NOTE_ROWS_MAX : INT_MAX;

	strbuf_add_format(&line, "%s:", contact_field_label(field));
	size_t label_len = line.len;
	strbuf_add_format(&line, "%s%s%s%s", draw_is_plain() ? " " : "  ", one, between, other);
	if (draw_is_plain()) {
		rows = list_draw_words(area, role, line.data, true);
	} else if (draw_width(line.data) < area.cols) {
		draw_text(area, 0, 0, role, line.data);
	} else {
		strbuf_truncate(&line, label_len);
		draw_text(area, 0, 0, role, line.data);
		rows += list_draw_indented(area, rows, most, role, one);
		rows += list_draw_indented(area, rows, most, role, other);
	}
	strbuf_fini(&line);
	free(one);
	free(other);
	return rows;
}

static int merge_draw(void *context, size_t index, struct rect area, enum role role)
{
	const struct merge *merge = context;

	if (index < merge->row_count)
		return merge_draw_field(merge, merge->rows[index], area, role);
	draw_text(area, 0, 0, role, _("Make them one"));
	return 1;
}

/* What is said where there is nothing to choose. */
static const char *merge_view_kept(const struct merge *merge, enum contact_field field)
{
	return is_same_name(merge, field) ? _("Both have this name.") : _("Both stay.");
}

static void merge_detail(struct app *app, void *context, size_t index, struct strbuf *out)
{
	const struct merge *merge = context;

	if (index == merge->row_count) {
		strbuf_add_format(out,
			_("All of %s and of %s: their logs, follow-ups, addresses and tags come "
			  "under one name. One %s undoes it."),
			merge->names[0], merge->names[1], way_here(app, "undo"));
		return;
	}
	enum contact_field field = merge->rows[index];
	strbuf_add_format(out,
		!merge_view_is_asked(merge, field) ? merge_view_kept(merge, field)
		: contact_field(field)->join == JOIN_BOTH
			? _("%s chooses the one, the other, or both.")
			: _("%s chooses the one or the other."),
		way_here(app, "choose-value"));
	/* Whole here, too: a row may be taller than the list. */
	for (size_t side = 0; side < 2; side++)
		strbuf_add_format(out, "\n%s%s",
			is_same_name(merge, field) ? "" : list_tick(is_taken(merge, field, side)),
			said_by(merge, field, side));
}

/* The row of the cursor may be another than where that stands now. */
static void merge_say_taken(struct app *app, const struct merge *merge, enum contact_field field)
{
	struct strbuf taken = STRBUF_INIT;

	if (!draw_is_plain())
		return;
	for (size_t side = 0; side < 2; side++)
		if (is_taken(merge, field, side))
			strbuf_add_item(&taken, draw_between(),
				text_brief(said_by(merge, field, side)).text);
	app_say(app, "%s%s", list_tick(true), taken.data);
	strbuf_fini(&taken);
}

static void choose_next(struct app *app, struct merge *merge, enum contact_field field)
{
	if (!merge_view_is_asked(merge, field)) {
		app_refuse(app, "%s", merge_view_kept(merge, field));
		return;
	}
	bool has_both = contact_field(field)->join == JOIN_BOTH && *merge->values[field][0] &&
			*merge->values[field][1];
	int sides = has_both ? 3 : 2;

	merge->sides[field] = (enum contact_join_side)(((int)merge->sides[field] + 1) % sides);
	merge_say_taken(app, merge, field);
}

static void merge_choose(struct app *app)
{
	struct merge *merge = chooser_context(app);
	size_t index;

	if (chooser_selected(app, &index) && index < merge->row_count)
		choose_next(app, merge, merge->rows[index]);
}

static void merge_do(struct app *app)
{
	struct merge *merge = chooser_context(app);
	contact_id id = merge->people[0].id;
	struct contact joined;
	struct error err;
	size_t index;

	if (!chooser_selected(app, &index))
		return;
	if (index < merge->row_count) {
		choose_next(app, merge, merge->rows[index]);
		return;
	}
	if (read_changes(app, merge))
		return;
	contact_join(&joined, &merge->people[0], &merge->people[1], merge->sides);
	enum status status = contact_merge(app->store, &joined, merge->people[1].id, &err);
	contact_fini(&joined);
	if (status != STATUS_OK) {
		app_say_error(app, &err);
		return;
	}
	app_pop(app);
	panes_show_person(app, id);
	app_say(app, _("They are one now. %s undoes it"), way_here(app, "undo"));
}

/* Said once, and never asked again. */
static void merge_leave_two(struct app *app)
{
	const struct merge *merge = chooser_context(app);
	contact_id a = merge->people[0].id, b = merge->people[1].id;

	if (merge->is_gone)
		return;
	app_pop(app);
	merge_tell_two(app, a, b);
}

void merge_tell_two(struct app *app, contact_id a, contact_id b)
{
	struct error err;

	if (contact_tell_two(app->store, a, b, &err) != STATUS_OK) {
		app_say_error(app, &err);
		return;
	}
	app_refresh(app);
	app_say(app, _("Two people: they are not proposed again. %s takes it back"),
		way_here(app, "undo"));
}

static void merge_free(void *context)
{
	struct merge *merge = context;

	merge_view_forget(merge);
	contact_fini(&merge->people[0]);
	contact_fini(&merge->people[1]);
	free(merge);
}

static context_set merge_context_at(void *context, size_t index)
{
	return index < ((const struct merge *)context)->row_count ? IN_MERGE : IN_MERGE_END;
}

static const struct chooser_ops merge_ops = {
	.context = IN_MERGE,
	.context_at = merge_context_at,
	.title = N_("Make two people one"),
	.empty = N_("One of the two is no longer there."),
	.count = merge_count,
	.draw_tall = merge_draw,
	.detail = merge_detail,
	.refresh = merge_refresh,
	.free = merge_free,
};

void merge_open(struct app *app, contact_id a, contact_id b)
{
	struct merge *merge = memory_new(sizeof *merge);
	const contact_id ids[2] = { a, b };
	struct error err;

	contact_init(&merge->people[0]);
	contact_init(&merge->people[1]);
	if (merge_view_read_people(app, merge, ids, &err) != STATUS_OK) {
		app_say_error(app, &err);
		merge_free(merge);
		return;
	}
	app_push(app, chooser_view(&merge_ops, merge));
}

const struct command merge_view_commands[] = {
	{ "choose-value", "Space Enter", IN_MERGE,
		N_("of two people: this value, the other, or both"), N_("choose"), merge_choose },
	{ "make-one", "Enter", IN_MERGE_END, N_("of two people: on the last row, make them one"),
		N_("make them one"), merge_do },
	{ "two-people", "n", IN_MERGES, N_("these are two people: never propose them again"),
		N_("two people"), merge_leave_two },
	{ 0 },
};
