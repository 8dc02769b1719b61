/* Writing pieces of filo's own JSON.
 * Not here: reading them (filo itself). */
#include "read/own.h"

#include "filo/base/i18n.h"

#include "filo/base/strbuf.h"

#include <stdio.h>
#include <string.h>

#define DIGITS "0123456789"

void own_field(struct records *records, const char *key, const char *value)
{
	if (value && *value)
		records_whole(records, key, value);
}

/* As a cell of a table is kept, so that it is shown and searched like one. */
void own_kept(struct records *records, const char *name, const char *value)
{
	struct strbuf line = STRBUF_INIT;

	if (!value || !*value)
		return;
	strbuf_add(&line, "X-CSV;X-COLUMN=\"");
	for (; *name; name++)
		strbuf_add_char(&line, *name == '"' ? ' ' : *name);
	strbuf_add(&line, "\":");
	for (; *value; value++) {
		if (strchr("\\,;\n", *value))
			strbuf_add_char(&line, '\\');
		strbuf_add_char(&line, *value == '\n' ? 'n' : *value);
	}
	records_whole(records, NULL, line.data);
	strbuf_fini(&line);
}

void own_contact_open(struct records *records, const char *uid, const char *name)
{
	records_open(records, NULL);
	records_open(records, "contact");
	records_text(records, "uid", uid);
	records_text(records, "name", name);
}

void own_channel(struct records *records, const char *kind, const char *value, const char *label)
{
	if (!value || !*value)
		return;
	records_open(records, NULL);
	records_text(records, "kind", kind);
	records_text(records, "value", value);
	own_field(records, "label", label);
	records_close(records);
}

void own_date(
	struct records *records, const char *kind, int year, int month, int day, const char *label)
{
	records_open(records, NULL);
	records_text(records, "kind", kind);
	if (year)
		records_number(records, "year", year);
	if (month)
		records_number(records, "month", month);
	if (day)
		records_number(records, "day", day);
	own_field(records, "label", label);
	records_close(records);
}

static bool own_date_exists(int year, int month, int day)
{
	static const int days[] = { 31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31 };
	bool is_leap = !year || (year % 4 == 0 && (year % 100 != 0 || year % 400 == 0));

	return year >= 0 && month >= 1 && month <= 12 && day >= 1 &&
	       day <= days[month - 1] - (month == 2 && !is_leap);
}

/* "31-12-1980", "12/31/1980": a number over 12 is the day; twice the same is both. */
static bool own_read_year_last(const char *text, int *year, int *month, int *day, int *used)
{
	char sign, other;
	int number;

	if (sscanf(text, "%2d%c%2d%c%4d%n", day, &sign, month, &other, year, used) != 5 ||
		sign != other || *year < 1000)
		return false;
	if (*month > 12) {
		number = *day;
		*day = *month;
		*month = number;
	}
	return *day > 12 || *day == *month;
}

void own_doubt_date(struct records *records, int64_t line)
{
	records_kept(records, N_("this date was not understood; it is kept as it is"), line);
}

bool own_read_date(const char *text, int *year, int *month, int *day)
{
	const size_t lead = strspn(text, DIGITS);
	char sign, other;
	int used = 0;
	bool is_read;

	*year = 0;
	if (text[strspn(text, DIGITS "-/.")])
		return false;
	if (lead == 4)
		is_read = sscanf(text, "%4d%c%2d%c%2d%n", year, &sign, month, &other, day, &used) ==
				  5 &&
			  sign == other;
	else if (lead == 8)
		is_read = sscanf(text, "%4d%2d%2d%n", year, month, day, &used) == 3;
	else if (lead)
		is_read = own_read_year_last(text, year, month, day, &used);
	else
		is_read = sscanf(text, "--%2d-%2d%n", month, day, &used) == 2 ||
			  sscanf(text, "--%2d%2d%n", month, day, &used) == 2;
	return is_read && !text[used] && own_date_exists(*year, *month, *day);
}

void own_entry_open(struct records *records, const struct own_entry *entry)
{
	records_open(records, NULL);
	records_open(records, "conversation");
	records_text(records, "day", entry->day);
	records_text(records, "precision", entry->minute >= 0 ? "time" : "day");
	if (entry->minute >= 0)
		records_number(records, "minute", entry->minute);
	own_field(records, "medium", entry->medium);
	own_field(records, "direction", entry->direction);
	own_field(records, "summary", entry->summary);
	own_field(records, "body", entry->body);
	own_field(records, "source", entry->source);
	own_field(records, "source_id", entry->source_id);
}

void own_participant(struct records *records, const char *uid, const char *name, bool is_mention)
{
	records_open(records, NULL);
	records_text(records, "uid", uid);
	records_text(records, "name", name);
	if (is_mention)
		records_true(records, "mention");
	records_close(records);
}

void own_close(struct records *records)
{
	records_close(records);
	records_finish(records);
}
