/* Making two people one: side by side, a choice for each field, then one change.
 * Not here: moving logs and follow-ups (store/merge.c), finding pairs (duplicates.c). */
#include "actions.h"

#include "draw.h"
#include "filo/base/i18n.h"
#include "filo/base/memory.h"
#include "filo/base/strbuf.h"
#include "filo/base/text.h"
#include "filo/exchange/match.h"
#include "form.h"
#include "panes.h"
#include "person_events.h"

#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* What one has to choose when both say something; the rest of a name goes with the name. */
static const struct text_field {
	const char *label;
	size_t offset;
} text_fields[] = {
	{ N_("Name"), offsetof(struct contact, name) },
	{ N_("Nickname"), offsetof(struct contact, nickname) },
	{ N_("Organisation"), offsetof(struct contact, organization) },
	{ N_("Title"), offsetof(struct contact, title) },
	{ N_("How you met"), offsetof(struct contact, met) },
	{ N_("Notes"), offsetof(struct contact, note) },
};
#define TEXT_FIELDS (sizeof text_fields / sizeof *text_fields)
enum { ROW_CIRCLE = TEXT_FIELDS, ROW_WISH, ROWS };

struct merge {
	struct contact a, b;
	int choices[ROWS]; /* 0: a's, 1: b's */
	size_t rows[ROWS]; /* those that differ */
	size_t row_count;
	struct vector circles; /* of struct circle */
};

static char **text_of(struct contact *contact, size_t field)
{
	return (char **)((char *)contact + text_fields[field].offset);
}

static const char *circle_name(const struct merge *merge, circle_id id)
{
	const struct circle *circle;

	VECTOR_EACH (circle, &merge->circles) {
		if (circle->id == id)
			return circle->name;
	}
	return "";
}

static void add_value(struct strbuf *out, struct merge *merge, size_t row, int side)
{
	struct contact *contact = side ? &merge->b : &merge->a;

	if (row < TEXT_FIELDS)
		strbuf_add(out, *text_of(contact, row) ? *text_of(contact, row) : "");
	else if (row == ROW_CIRCLE)
		strbuf_add(out, circle_name(merge, contact->circle));
	else if (contact->cadence_days)
		strbuf_add_format(out, NP_("every day", "every %d days", contact->cadence_days),
			contact->cadence_days);
}

/* Only what differs is to be chosen; where one says nothing the other speaks. */
static void find_rows(struct merge *merge)
{
	merge->row_count = 0;
	for (size_t row = 0; row < ROWS; row++) {
		struct strbuf a = STRBUF_INIT, b = STRBUF_INIT;
		add_value(&a, merge, row, 0);
		add_value(&b, merge, row, 1);
		merge->choices[row] = text_is_blank(a.data) && !text_is_blank(b.data);
		if (strcmp(a.data, b.data) != 0)
			merge->rows[merge->row_count++] = row;
		strbuf_fini(&a);
		strbuf_fini(&b);
	}
}

/* ---- Joining ---- */

static bool has_channel(const struct contact *contact, const struct channel *channel)
{
	const struct channel *other;
	struct strbuf key = STRBUF_INIT, other_key = STRBUF_INIT;
	bool has = false;

	match_channel_key(&key, channel->kind, channel->value);
	VECTOR_EACH (other, &contact->channels) {
		strbuf_clear(&other_key);
		match_channel_key(&other_key, other->kind, other->value);
		has |= other->kind == channel->kind &&
		       (!strcmp(other->value, channel->value) ||
			       (key.len && !strcmp(key.data, other_key.data)));
	}
	strbuf_fini(&key);
	strbuf_fini(&other_key);
	return has;
}

static bool has_date(const struct contact *contact, const struct yearly_date *date)
{
	const struct yearly_date *other;

	VECTOR_EACH (other, &contact->dates) {
		if (other->kind == date->kind && other->date.month == date->date.month &&
			other->date.day == date->date.day)
			return true;
	}
	return false;
}

static bool has_kept(const struct contact *contact, const char *line)
{
	const struct kept_property *kept;

	VECTOR_EACH (kept, &contact->kept) {
		if (!strcmp(kept->line, line))
			return true;
	}
	return false;
}

/* What there may be several of is all kept. */
static void join_parts(struct contact *to, const struct contact *from)
{
	const struct channel *channel;
	const struct yearly_date *date;
	const struct relation *relation;
	const struct kept_property *kept;
	char *const *tag;

	VECTOR_EACH (channel, &from->channels) {
		if (!has_channel(to, channel))
			contact_add_channel(
				to, channel->kind, channel->value, channel->label, false);
	}
	VECTOR_EACH (tag, &from->tags)
		contact_add_tag(to, *tag);
	VECTOR_EACH (date, &from->dates) {
		if (!has_date(to, date))
			contact_add_date(to, date->kind, date->date, date->label);
	}
	VECTOR_EACH (relation, &from->relations) {
		struct relation own = *relation;
		own.name = memory_copy_string(relation->name);
		vector_push(&to->relations, &own);
	}
	VECTOR_EACH (kept, &from->kept) {
		if (!has_kept(to, kept->line))
			contact_add_kept(to, kept->line);
	}
}

static void take_name_parts(struct contact *to, const struct contact *from)
{
	memory_replace_string(&to->family, from->family);
	memory_replace_string(&to->given, from->given);
	memory_replace_string(&to->additional, from->additional);
	memory_replace_string(&to->prefix, from->prefix);
	memory_replace_string(&to->suffix, from->suffix);
}

static enum status join(struct app *app, struct merge *merge, struct error *err)
{
	struct contact joined;

	contact_copy(&joined, &merge->a);
	for (size_t row = 0; row < TEXT_FIELDS; row++) {
		if (merge->choices[row])
			memory_replace_string(text_of(&joined, row), *text_of(&merge->b, row));
	}
	if (merge->choices[0])
		take_name_parts(&joined, &merge->b);
	if (merge->choices[ROW_CIRCLE])
		joined.circle = merge->b.circle;
	if (merge->choices[ROW_WISH])
		joined.cadence_days = merge->b.cadence_days;
	if (joined.met_on == DAY_NONE)
		joined.met_on = merge->b.met_on;
	join_parts(&joined, &merge->b);
	enum status status = contact_merge(app->store, &joined, merge->b.id, err);
	contact_fini(&joined);
	return status;
}

/* ---- The list of what differs ---- */

static size_t merge_count(void *context)
{
	const struct merge *merge = context;

	return merge->row_count + 1; /* the last row does it */
}

static void merge_row(void *context, size_t index, struct strbuf *left, struct strbuf *right)
{
	struct merge *merge = context;

	if (index == merge->row_count) {
		strbuf_add(left, _("Make them one"));
		return;
	}
	size_t row = merge->rows[index];
	static const char *const others[] = { N_("Circle"), N_("Wish") };
	const char *label = row < TEXT_FIELDS ? text_fields[row].label : others[row - TEXT_FIELDS];
	struct strbuf a = STRBUF_INIT, b = STRBUF_INIT;
	add_value(&a, merge, row, 0);
	add_value(&b, merge, row, 1);
	strbuf_add_format(left, merge->choices[row] ? "%s:  %s  [%s]" : "%s:  [%s]  %s", _(label),
		a.len ? a.data : "-", b.len ? b.data : "-");
	strbuf_fini(&a);
	strbuf_fini(&b);
	(void)right;
}

static void merge_detail(struct app *app, void *context, size_t index, struct strbuf *out)
{
	const struct merge *merge = context;

	(void)app;
	if (index < merge->row_count)
		strbuf_add(out, _("Space chooses which of the two is kept."));
	else
		strbuf_add(
			out, _("Their logs, follow-ups, addresses and tags are all kept, under one "
			       "name. One u takes it back."));
}

static bool merge_key(struct app *app, void *context, size_t index, int key)
{
	struct merge *merge = context;

	(void)app;
	if (key != ' ' || index >= merge->row_count)
		return false;
	merge->choices[merge->rows[index]] ^= 1;
	return true;
}

static void merge_do(struct app *app, void *context, size_t index)
{
	struct merge *merge = context;
	struct error err;
	contact_id id = merge->a.id;

	if (index < merge->row_count) {
		merge_key(app, context, index, ' ');
		return;
	}
	if (join(app, merge, &err) != STATUS_OK) {
		app_say_error(app, &err);
		return;
	}
	app_pop(app);
	panes_show_person(app, id);
	app_say(app, "%s", _("They are one now. u takes it back"));
}

static void merge_free(void *context)
{
	struct merge *merge = context;
	struct circle *circle;

	VECTOR_EACH (circle, &merge->circles)
		circle_fini(circle);
	vector_fini(&merge->circles);
	contact_fini(&merge->a);
	contact_fini(&merge->b);
	free(merge);
}

static const struct chooser_ops merge_ops = {
	.title = N_("Make two people one"),
	.empty = "",
	.count = merge_count,
	.row = merge_row,
	.detail = merge_detail,
	.open = merge_do,
	.key = merge_key,
	.free = merge_free,
	.keys_hint = N_("Space choose  Enter on the last row merges  Esc leave"),
};

void merge_open(struct app *app, contact_id a, contact_id b)
{
	struct merge *merge = memory_new(sizeof *merge);
	struct error err;

	contact_init(&merge->a);
	contact_init(&merge->b);
	vector_init(&merge->circles, sizeof(struct circle));
	if (a == b)
		error_set(&err, STATUS_INVALID, _("That is one person already"));
	if (a == b || contact_load(app->store, a, &merge->a, &err) != STATUS_OK ||
		contact_load(app->store, b, &merge->b, &err) != STATUS_OK ||
		circle_list(app->store, &merge->circles, &err) != STATUS_OK) {
		app_say_error(app, &err);
		merge_free(merge);
		return;
	}
	find_rows(merge);
	app_push(app, chooser_view(&merge_ops, merge));
}

static void take_other(struct app *app, void *context, const char *text)
{
	contact_id other;
	struct error err;

	if (text_is_blank(text))
		return;
	if (contact_resolve(app->store, text, &other, &err) != STATUS_OK)
		app_say_error(app, &err);
	else
		merge_open(app, person_of_context(context), other);
}

void command_merge(struct app *app)
{
	contact_id id = person_needed(app);
	struct strbuf question = STRBUF_INIT;

	if (!id)
		return;
	char *name = person_name(app, id);
	strbuf_add_format(&question, _("Who is the same person as %s?"), name);
	app_push(app,
		prompt_view(question.data, "", FIELD_PEOPLE, take_other, person_to_context(id)));
	strbuf_fini(&question);
	free(name);
}
