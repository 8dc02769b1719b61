/* Fields of a contact as people type them, and back: text, channels, tags, dates, the wish.
 * Not here: the form (tui/person/contact_form.c), circles and who introduced whom, which need the
 * database. */
#include "filo/people/words/typed_fields.h"

#include "filo/base/i18n.h"
#include "filo/base/memory.h"
#include "filo/base/spoken.h"
#include "filo/base/text.h"
#include "filo/people/channel_uri.h"
#include "filo/people/words/cadence.h"
#include "filo/people/words/contact_words.h"
#include "filo/people/words/when.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* Long enough for 29 February to come again, and for no weekday to fall alike. */
#define SOME_YEARS_MONTHS (8 * 12)

static const char *separator_of(enum channel_kind kind)
{
	return kind == CHANNEL_ADDRESS ? "\n\n" : ", ";
}

void channels_write(struct strbuf *out, const struct contact *contact, enum channel_kind kind)
{
	const struct channel *channel;
	const char *between = "";

	VECTOR_EACH (channel, &contact->channels) {
		if (channel->kind != kind)
			continue;
		strbuf_add(out, between);
		strbuf_add(out, channel->value);
		if (!text_is_blank(channel->label))
			strbuf_add_format(out, " (%s)", channel->label);
		between = separator_of(kind);
	}
}

/* "value (label)" apart; both stay in `text`. */
static char *cut_label(char *text)
{
	size_t len = strlen(text);
	char *open = strrchr(text, '(');

	if (!open || open == text || text[len - 1] != ')' || !strchr(" \n", open[-1]))
		return NULL;
	text[len - 1] = '\0';
	open[-1] = '\0';
	return open + 1;
}

static bool was_preferred(const struct vector *channels, enum channel_kind kind, const char *value)
{
	const struct channel *channel;

	VECTOR_EACH (channel, channels)
		if (channel->kind == kind && channel->is_preferred &&
			!strcmp(channel->value, value))
			return true;
	return false;
}

static void read_channel(struct contact *contact, const struct vector *before,
	enum channel_kind kind, const char *text, size_t len)
{
	char *raw = memory_copy_bytes(text, len);
	char *part = text_trim(raw);
	char *label = cut_label(part);
	char *value = text_trim(part);

	contact_add_channel(contact, kind, value, label, was_preferred(before, kind, value));
	free(value);
	free(part);
	free(raw);
}

/* The channels of other kinds; those of `kind` stay behind in `contact`. */
static struct vector take_others(struct contact *contact, enum channel_kind kind)
{
	struct vector others = VECTOR_INIT(struct channel);

	for (size_t i = contact->channels.count; i-- > 0;) {
		const struct channel *channel = vector_at(&contact->channels, i);
		if (channel->kind == kind)
			continue;
		vector_insert(&others, 0, channel);
		vector_remove(&contact->channels, i);
	}
	return others;
}

/* The end of the first of several, and in *len what parts it from the next; NULL: it is the last. A
 * line that looks blank is blank: text that was pasted has white space in it. */
static const char *channel_end(enum channel_kind kind, const char *text, size_t *len)
{
	const char *separator = separator_of(kind);

	*len = strlen(separator);
	if (kind != CHANNEL_ADDRESS)
		return strstr(text, separator);
	while ((text = strchr(text, '\n'))) {
		*len = 1 + strspn(text + 1, " \t");
		if (text[(*len)++] == '\n')
			return text;
		text++;
	}
	return NULL;
}

void channels_read(struct contact *contact, enum channel_kind kind, const char *text)
{
	struct strbuf now = STRBUF_INIT;
	struct channel *channel;

	channels_write(&now, contact, kind);
	bool is_same = !strcmp(now.data, text);
	strbuf_fini(&now);
	if (is_same)
		return;
	struct vector others = take_others(contact, kind), before = contact->channels;
	contact->channels = others;
	while (*text) {
		size_t between_len;
		const char *end = channel_end(kind, text, &between_len);
		size_t len = end ? (size_t)(end - text) : strlen(text);
		size_t value_len = len && !end && text[len - 1] == ',' ? len - 1 : len;
		read_channel(contact, &before, kind, text, value_len);
		text += len + (end ? between_len : 0);
	}
	VECTOR_EACH (channel, &before) {
		free(channel->value);
		free(channel->label);
	}
	vector_fini(&before);
}

void yearly_write(struct strbuf *out, struct civil_date date)
{
	char words[64];

	if (date.year && date.month && date.day)
		strbuf_add(out, date_format_iso(date_to_day(date), words));
	else if (date.month && date.year)
		strbuf_add_format(out, "%04d-%02d", date.year, date.month);
	else
		strbuf_add(out, date_format_partial(date, words, sizeof words));
}

static void yearly_date_write(struct strbuf *out, const struct yearly_date *date)
{
	bool is_known = date->date.year || date->date.month || date->date.day;

	if (is_known)
		yearly_write(out, date->date);
	else
		strbuf_add(out, _("yes"));
	strbuf_add(out, date->is_remembered ? " !" : "");
}

/* Of a date that was read: no date at all is wrong, too. */
static enum status typed_fields_expect_date(enum status status, const char *text, struct error *err)
{
	return status != STATUS_NOT_FOUND
		       ? status
		       : error_set(err, STATUS_INVALID,
				 _("\"%s\" is no such date: try 12 May 1984, 12 May, May or 1984"),
				 text);
}

static enum status read_when(
	const char *text, day_number today, struct when *when, struct error *err)
{
	return typed_fields_expect_date(
		when_parse_here(text, WHEN_PAST, today, when, err), text, err);
}

/* "May": a month by itself is no date, with a year it is. */
static bool typed_fields_read_month(const char *text, day_number today, struct civil_date *date)
{
	struct strbuf with_year = STRBUF_INIT;
	struct when when;

	strbuf_add_format(&with_year, "%s 2000", text);
	bool is_month = read_when(with_year.data, today, &when, NULL) == STATUS_OK &&
			when.precision == PRECISION_MONTH;
	strbuf_fini(&with_year);
	if (is_month)
		*date = (struct civil_date){ 0, date_from_day(when.day).month, 0 };
	return is_month;
}

/* A year that follows the day it is read on was not said. */
static bool typed_fields_has_year(const char *text, day_number today, day_number day)
{
	struct when earlier;

	return read_when(text, date_add_months(today, -SOME_YEARS_MONTHS), &earlier, NULL) !=
		       STATUS_OK ||
	       earlier.day == day;
}

/* "3-5 mar", "last week": no one day, whichever of them is likely. */
static bool typed_fields_is_of_days(const char *text, day_number today, const struct when *when)
{
	day_number first, last;

	return when->precision <= PRECISION_DAY &&
	       when_parse_days(text, WHEN_PAST, today, &first, &last, NULL) == STATUS_OK &&
	       first != last;
}

enum status yearly_read(
	const char *text, day_number today, struct civil_date *date, struct error *err)
{
	struct when when;
	char year[16];

	if (typed_fields_read_month(text, today, date))
		return STATUS_OK;
	enum status status = read_when(text, today, &when, err);
	if (status != STATUS_OK)
		return status;
	*date = date_from_day(when.day);
	if (when.precision > PRECISION_DAY)
		date->day = 0;
	if (when.precision > PRECISION_MONTH)
		date->month = 0;
	if (!typed_fields_has_year(text, today, when.day))
		date->year = 0;
	if (typed_fields_is_of_days(text, today, &when) ||
		!(date->year || date->month || date->day))
		return typed_fields_expect_date(STATUS_NOT_FOUND, text, err);
	snprintf(year, sizeof year, "%d", date->year);
	if (date->year && when.day > today)
		return error_set(err, STATUS_INVALID, "%s",
			strstr(text, year)
				? _("That day is still to come")
				: _("That day is still to come: write the year in full, as 1984"));
	return STATUS_OK;
}

/* "yes", "only yes": as the hint has it. */
static bool typed_fields_is_yes(const char *text)
{
	/* Translators: as in "or only yes"; only this word, in lower case. */
	const char *words[] = { "only", _("only") };

	for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
		size_t len = strlen(words[i]);
		if (!strncasecmp(text, words[i], len) && text[len] == ' ') {
			text += len + 1;
			break;
		}
	}
	return !strcasecmp(text, "yes") || !strcasecmp(text, _("yes"));
}

enum status yearly_date_read(
	const char *text, day_number today, struct yearly_date *date, struct error *err)
{
	char *typed = text_trim(text);
	size_t len = strlen(typed);
	enum status status = STATUS_OK;

	date->is_remembered = len && typed[len - 1] == '!';
	if (date->is_remembered)
		typed[len - 1] = '\0';
	char *day = text_trim(typed);
	if (date->kind == YEARLY_DEATH && typed_fields_is_yes(day))
		date->date = (struct civil_date){ 0 };
	else
		status = yearly_read(day, today, &date->date, err);
	free(day);
	free(typed);
	return status;
}

static struct yearly_date *first_of(const struct contact *contact, enum yearly_kind kind)
{
	struct yearly_date *date;

	VECTOR_EACH (date, &contact->dates)
		if (date->kind == kind)
			return date;
	return NULL;
}

static void remove_date(struct contact *contact, struct yearly_date *date)
{
	size_t index = (size_t)(date - (struct yearly_date *)contact->dates.items);

	free(date->label);
	vector_remove(&contact->dates, index);
}

void yearly_field_write(struct strbuf *out, const struct contact *contact, enum yearly_kind kind)
{
	const struct yearly_date *date = first_of(contact, kind);

	if (date)
		yearly_date_write(out, date);
}

enum status yearly_field_read(struct contact *contact, enum yearly_kind kind, const char *text,
	day_number today, struct error *err)
{
	struct yearly_date *date = first_of(contact, kind);
	struct strbuf now = STRBUF_INIT;
	struct yearly_date read = { .kind = kind };

	yearly_field_write(&now, contact, kind);
	bool is_same = !strcmp(now.data, text);
	strbuf_fini(&now);
	if (is_same)
		return STATUS_OK;
	if (text_is_blank(text)) {
		if (date)
			remove_date(contact, date);
		return STATUS_OK;
	}
	enum status status = yearly_date_read(text, today, &read, err);
	if (status != STATUS_OK)
		return status;
	if (!date)
		date = contact_add_date(contact, kind, read.date, NULL);
	date->date = read.date;
	date->is_remembered = read.is_remembered;
	return STATUS_OK;
}

void other_days_write(struct strbuf *out, const struct contact *contact)
{
	const struct yearly_date *date;
	const char *between = "";

	VECTOR_EACH (date, &contact->dates) {
		if (date->kind != YEARLY_OTHER)
			continue;
		strbuf_add(out, between);
		if (date->label)
			strbuf_add_format(out, "%s: ", date->label);
		yearly_date_write(out, date);
		between = ", ";
	}
}

/* "name day: 24 June" */
static enum status read_other_day(
	struct contact *contact, const char *text, size_t len, day_number today, struct error *err)
{
	struct yearly_date date = { .kind = YEARLY_OTHER };
	enum status status = STATUS_OK;
	char *raw = memory_copy_bytes(text, len);
	char *colon = strrchr(raw, ':');
	char *day = text_trim(colon ? colon + 1 : raw);

	if (colon)
		*colon = '\0';
	char *label = text_trim(colon ? raw : "");
	if (*day)
		status = yearly_date_read(day, today, &date, err);
	if (*day && status == STATUS_OK)
		contact_add_date(contact, YEARLY_OTHER, date.date, label)->is_remembered =
			date.is_remembered;
	free(label);
	free(day);
	free(raw);
	return status;
}

enum status other_days_read(
	struct contact *contact, const char *text, day_number today, struct error *err)
{
	struct strbuf now = STRBUF_INIT;
	struct yearly_date *date;
	enum status status = STATUS_OK;

	other_days_write(&now, contact);
	bool is_same = !strcmp(now.data, text);
	strbuf_fini(&now);
	if (is_same)
		return STATUS_OK;
	while ((date = first_of(contact, YEARLY_OTHER)))
		remove_date(contact, date);
	while (*text && status == STATUS_OK) {
		size_t len = strcspn(text, ",;");
		status = read_other_day(contact, text, len, today, err);
		text += len;
		text += strspn(text, ",;");
	}
	return status;
}

static bool typed_channels_have(
	const struct contact *contact, enum channel_kind kind, const char *value)
{
	const struct channel *channel;

	VECTOR_EACH (channel, &contact->channels)
		if (channel->kind == kind && !strcmp(channel->value, value))
			return true;
	return false;
}

/* What was there before may be anything: an import keeps what it gets. */
static enum status typed_channels_read(
	struct contact *contact, enum channel_kind kind, const char *typed, struct error *err)
{
	enum status status = STATUS_OK;
	const struct channel *channel;
	struct contact before;

	contact_copy(&before, contact);
	channels_read(contact, kind, typed);
	VECTOR_EACH (channel, &contact->channels)
		if (status == STATUS_OK && channel->kind == kind &&
			!typed_channels_have(&before, kind, channel->value))
			status = channel_check(kind, channel->value, err);
	contact_fini(&before);
	return status;
}

/* The parts of a name that an address book brought, where a new name does not hold them. */
static void typed_fields_drop_stale_parts(struct contact *contact)
{
	CONTACT_FIELD_EACH (field) {
		char **part = contact_field_text(contact, field);
		if (contact_field(field)->name_part && *part && !strstr(contact->name, *part))
			memory_replace_string(part, NULL);
	}
}

/* The only one of the choices that is begun so, in English or here; else as it is typed. */
static const char *typed_choice(enum contact_field field, const char *typed)
{
	const char *const *choices = contact_field(field)->choices;
	struct vector words = VECTOR_INIT(struct spoken);

	if (!choices)
		return typed;
	for (size_t i = 1; choices[i]; i++)
		vector_push(&words, &(struct spoken){ choices[i], choices[i] });
	int found = spoken_find_begun(words.items, words.count, typed);
	vector_fini(&words);
	return found < 0 ? typed : choices[found + 1];
}

static enum status typed_text_read(
	struct contact *contact, enum contact_field field, const char *typed, struct error *err)
{
	const char *const *choices = contact_field(field)->choices;
	struct strbuf words = STRBUF_INIT;
	bool is_read = contact_field_read(contact, field, typed_choice(field, typed));

	for (size_t i = 1; !is_read && choices[i]; i++)
		strbuf_add_item(&words, ", ", _(choices[i]));
	enum status status = is_read ? STATUS_OK
				     : error_set(err, STATUS_INVALID, _("\"%s\" is none of: %s"),
					       text_brief(typed).text, words.data);
	strbuf_fini(&words);
	if (field != CONTACT_NAME)
		return status;
	if (!contact->name)
		contact->name = memory_copy_string("");
	typed_fields_drop_stale_parts(contact);
	return status;
}

static enum status typed_day_read(
	day_number *day, const char *typed, day_number today, struct error *err)
{
	day_number last;

	if (text_is_blank(typed)) {
		*day = DAY_NONE;
		return STATUS_OK;
	}
	return typed_fields_expect_date(
		when_parse_days(typed, WHEN_PAST, today, day, &last, err), typed, err);
}

enum status typed_field_read(struct contact *contact, enum contact_field field, const char *typed,
	day_number today, struct error *err)
{
	const struct contact_field_row *row = contact_field(field);

	switch (row->type) {
	case TYPE_TEXT:
		return typed_text_read(contact, field, typed, err);
	case TYPE_DAY:
		return typed_day_read(contact_field_day(contact, field), typed, today, err);
	case TYPE_CADENCE:
		return cadence_parse(typed, &contact->cadence_days, err);
	case TYPE_CHANNEL:
		return typed_channels_read(contact, (enum channel_kind)row->kind, typed, err);
	case TYPE_YEARLY:
		return row->kind == YEARLY_OTHER
			       ? other_days_read(contact, typed, today, err)
			       : yearly_field_read(
					 contact, (enum yearly_kind)row->kind, typed, today, err);
	case TYPE_TAGS:
		return tags_read(contact, typed, err);
	default:
		return STATUS_OK;
	}
}

struct relation *contact_introduction(const struct contact *contact)
{
	struct relation *relation;

	VECTOR_EACH (relation, &contact->relations)
		if (relation->kind == RELATION_INTRODUCED_BY)
			return relation;
	return NULL;
}

void contact_remove_relation(struct contact *contact, struct relation *relation)
{
	size_t index = (size_t)(relation - (struct relation *)contact->relations.items);

	free(relation->name);
	vector_remove(&contact->relations, index);
}
