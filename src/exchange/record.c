/* Records: people and entries on their way in.
 * Not here: reading or keeping them. */
#include "exchange/record.h"

#include "filo/base/i18n.h"
#include "filo/base/memory.h"
#include "filo/base/text.h"
#include "filo/people/contact_field.h"

#include <stdlib.h>
#include <string.h>

#define LIFE_MAX_YEARS 130
#define YEAR_LAST      9999

void record_init(struct record *record, const char *source, int64_t line)
{
	*record = (struct record){ .members = VECTOR_INIT(char *),
		.source = source,
		.line = line,
		.leaves_marks = true,
		.today = DAY_NONE };
	contact_init(&record->contact);
}

void record_fini(struct record *record)
{
	vector_fini_strings(&record->members);
	free(record->circle);
	contact_fini(&record->contact);
}

_Static_assert(CONTACT_FIELDS < 64, "silent has a bit for each field, and one for no field");

bool record_takes_back(const struct record *record, enum contact_field field)
{
	return record->contact.uid && !(record->silent >> (int)field & 1);
}

void record_leave_date(struct record *record, enum yearly_kind kind)
{
	record->silent |= (uint64_t)1 << contact_field_of_yearly(kind);
}

static void name_add_word(struct strbuf *out, const char *word)
{
	if (!text_is_blank(word))
		strbuf_add_item(out, " ", word);
}

bool record_settle_name(struct record *record)
{
	struct contact *contact = &record->contact;
	struct strbuf full = STRBUF_INIT;
	const char *choices[3 + CHANNEL_KINDS] = { NULL };
	size_t count = 0;

	name_add_word(&full, contact->prefix);
	name_add_word(&full, contact->given);
	name_add_word(&full, contact->additional);
	name_add_word(&full, contact->family);
	name_add_word(&full, contact->suffix);
	choices[count++] = full.data;
	choices[count++] = contact->nickname;
	choices[count++] = contact->organization;
	for (int kind = 0; kind < CHANNEL_KINDS; kind++) {
		const struct channel *channel = contact_channel(contact, (enum channel_kind)kind);
		choices[count++] = channel ? channel->value : NULL;
	}
	for (size_t i = 0; i < count && text_is_blank(contact->name); i++)
		if (!text_is_blank(choices[i]))
			memory_replace_string(&contact->name, choices[i]);
	strbuf_fini(&full);
	if (text_is_blank(contact->name))
		return false;
	text_join_lines(contact->name);
	char *trimmed = text_trim(contact->name);
	free(contact->name);
	contact->name = trimmed;
	return true;
}

bool record_is_to_come(const struct record *record, struct civil_date date)
{
	if (record->today == DAY_NONE)
		return false;
	struct civil_date now = date_from_day(record->today);
	return date.year > now.year || (date.year == now.year && date.month > now.month) ||
	       (date.year == now.year && date.month == now.month && date.day > now.day);
}

bool record_is_beyond_life(
	const struct record *record, enum yearly_kind kind, struct civil_date date)
{
	bool is_of_life = kind == YEARLY_BIRTHDAY || kind == YEARLY_DEATH;

	if (is_of_life && date.year && date.year < DATE_FIRST_YEAR)
		return !record_is_no_date(date, false);
	if (record->today == DAY_NONE || !date.year)
		return false;
	int years = date_from_day(record->today).year - date.year;
	if (!is_of_life)
		return -years > LIFE_MAX_YEARS;
	return record_is_to_come(record, date) ||
	       (kind == YEARLY_BIRTHDAY && !record->may_be_old && years > LIFE_MAX_YEARS);
}

bool record_is_no_date(struct civil_date date, bool is_of_table)
{
	/* .NET's and Windows' first, SQL Server's, Outlook's last, one of books without end;
	 * Excel's days 0 and the days before it, and of tables its first two. The whole last year
	 * that four digits write is none, too. */
	static const struct civil_date none[] = { { 1, 1, 1 }, { 1601, 1, 1 }, { 1753, 1, 1 },
		{ 4501, 1, 1 }, { 2999, 12, 31 }, { 1899, 12, 30 }, { 1900, 1, 0 }, { 1900, 0, 1 },
		{ 1899, 12, 31 }, { 1900, 1, 1 } };
	size_t count = sizeof none / sizeof *none - (is_of_table ? 0 : 2);

	for (size_t i = 0; i < count; i++)
		if (date.year == none[i].year && date.month == none[i].month &&
			date.day == none[i].day)
			return true;
	return date.year == YEAR_LAST;
}

enum status record_problem(const struct record_sink *sink, int64_t line, bool is_refused,
	const char *reason, struct error *err)
{
	return sink->problem(sink->context, line, is_refused, reason, err);
}

enum status record_tell_page(const struct record_sink *sink, int64_t line, const char *code_page,
	bool *is_told, struct error *err)
{
	struct strbuf reason = STRBUF_INIT;

	if (*is_told)
		return STATUS_OK;
	*is_told = true;
	strbuf_add_format(&reason, _("This is not UTF-8; it was read as %s"), code_page);
	enum status status = record_problem(sink, line, false, reason.data, err);
	strbuf_fini(&reason);
	return status;
}
