/* Contacts from the rows of a CSV with a header.
 * Not here: what the columns are (csv_columns.c). */
#include "exchange/csv/csv_contacts.h"

#include "exchange/csv/csv_cells.h"
#include "exchange/csv/csv_code_page.h"
#include "exchange/csv/csv_detect.h"
#include "exchange/csv/csv_layout.h"
#include "exchange/csv/csv_unknown.h"
#include "exchange/doubts.h"
#include "filo/base/ascii.h"
#include "filo/base/i18n.h"
#include "filo/base/memory.h"
#include "filo/base/text.h"
#include "filo/people/sameness.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct contacts_reading {
	const struct record_sink *sink;
	struct csv_layout layout; /* zeroed: the header has not come yet */
	struct vector doubts;     /* dates of the row that were not understood */
	char *turned;             /* said of the first name that its column turned; NULL: none */
	bool is_page_told, is_turned_told;
};

/* The label of a row's group, as filo has it: "* Home" is home and preferred. Caller frees. */
static char *label_in(const struct contacts_reading *reading, const struct csv_row *row,
	const struct csv_column *column, bool *is_preferred)
{
	char *label = NULL;

	*is_preferred = false;
	if (column->label)
		return memory_copy_string(column->label);
	for (size_t i = reading->layout.first[column - reading->layout.columns];
		column->group && i < row->count && i < reading->layout.count;
		i = reading->layout.next[i]) {
		const char *text = row->fields[i];
		if (reading->layout.columns[i].target != CSV_LABEL || text_is_blank(text))
			continue;
		*is_preferred = *text == '*';
		free(label);
		label = text_trim(text + *is_preferred);
	}
	if (label && ascii_equal(label, "mobile"))
		memory_replace_string(&label, "cell");
	for (char *c = label; c && *c; c++)
		if (ascii_equal(label, "home") || ascii_equal(label, "work") ||
			ascii_equal(label, "other"))
			*c |= 0x20;
	return label;
}

/* What no field is for; without a header a column is known by its number. */
static void csv_contacts_keep(const struct contacts_reading *reading, const struct csv_row *row,
	size_t index, struct record *record)
{
	const struct csv_layout *layout = &reading->layout;
	const char *name = index < layout->count ? layout->names[index] : "";
	char number[32];

	snprintf(number, sizeof number, "(%zu)", index + 1);
	csv_cell_keep(&record->contact, *name ? name : number, row->fields[index]);
}

static bool is_birthday_part(enum csv_target target)
{
	return target >= CSV_YEAR && target <= CSV_DAY;
}

static bool is_whole_address(const struct csv_column *column)
{
	return column->target == CSV_FIELD && column->field == CONTACT_ADDRESS;
}

/* A part of an address that the whole, which is taken in its stead, does not say. */
static bool is_left_of_address(
	const struct contacts_reading *reading, const struct csv_row *row, size_t index)
{
	const struct csv_column *columns = reading->layout.columns;

	if (!csv_is_address_part(columns[index].target))
		return false;
	for (size_t i = reading->layout.first[index]; i < row->count && i < reading->layout.count;
		i = reading->layout.next[i])
		if (is_whole_address(&columns[i]) && !text_is_blank(row->fields[i]))
			return !name_says(row->fields[i], row->fields[index]);
	return false;
}

static void note_turned(
	struct contacts_reading *reading, const char *text, const struct contact *contact)
{
	struct strbuf told = STRBUF_INIT;

	strbuf_add_format(&told,
		_("\"%s\" is read as %s %s, as its column says that the family name comes first; "
		  "so are other names of two words"),
		text, contact->given, contact->family);
	reading->turned = strbuf_take(&told);
}

/* A date that was not understood is kept as it stands. */
static void csv_contacts_read_field(struct contacts_reading *reading, const struct csv_row *row,
	size_t index, struct record *record)
{
	const struct csv_layout *layout = &reading->layout;
	const struct csv_column *column = &layout->columns[index];
	enum contact_field field = csv_layout_field(layout, index);
	bool is_turned = false;
	struct csv_cell cell = { .record = record,
		.is_turned = &is_turned,
		.text = row->fields[index],
		.is_day_first = layout->orders[index].is_day_first,
		.is_own = layout->is_own };

	if (text_is_blank(cell.text) || is_birthday_part(column->target))
		return;
	char *label = label_in(reading, row, column, &cell.is_preferred);
	if (layout->is_linkedin && field == CONTACT_PROFILE)
		memory_replace_string(&label, "LinkedIn");
	cell.label = label;
	bool is_taken = csv_cell_read(&cell, column->target, field) &&
			!is_left_of_address(reading, row, index);
	free(label);
	if (is_turned && !reading->turned)
		note_turned(reading, cell.text, &record->contact);
	if (is_taken)
		return;
	csv_contacts_keep(reading, row, index, record);
	if (csv_layout_is_date(layout, index))
		doubts_add(&reading->doubts, row->line, layout->names[index], cell.text);
}

/* Whether a street that is the whole address says a part, "Italy" or "Bonn" in "Weg 1, 53111 Bonn":
 * in "Via Roma 1" it is not the place. */
static bool street_says(const char *street, const char *part)
{
	bool says = false;

	for (const char *s = strpbrk(street, ",\n"); s && !says; s = strpbrk(s, ",\n")) {
		s += strspn(s, ",\n ");
		char *piece = memory_copy_bytes(s, strcspn(s, ",\n"));
		const char *place = piece + strspn(piece, "0123456789- ");
		says = (name_says(place, part) && name_says(part, place)) ||
		       (*part >= '0' && *part <= '9' && name_says(piece, part));
		free(piece);
	}
	return says;
}

/* "Weg 5", "Weg 5, 53111 Bonn" or "5 rue Haute" beside "5". */
static bool street_has_number(const char *street, const char *number)
{
	size_t len = strlen(number);

	for (const char *s = street; (s = strstr(s, number)); s++)
		if ((s == street || s[-1] == ' ') && strchr(s == street ? " ,\n" : ",\n", s[len]))
			return true;
	return false;
}

/* Whether a street of this address says the number of the house, too. */
static bool has_number(const struct contacts_reading *reading, const struct csv_row *row,
	size_t first, const char *number)
{
	for (size_t i = first; i < row->count && i < reading->layout.count;
		i = reading->layout.next[i])
		if (reading->layout.columns[i].target == CSV_STREET &&
			street_has_number(row->fields[i], number))
			return true;
	return false;
}

static void csv_contacts_add_part(struct strbuf *lines, const struct contacts_reading *reading,
	const struct csv_row *row, size_t first, enum csv_target target, const char *joint,
	const char *street)
{
	bool has_street = false;

	for (size_t i = first; i < row->count && i < reading->layout.count;
		i = reading->layout.next[i]) {
		const char *part = row->fields[i];
		enum csv_target is = reading->layout.columns[i].target;
		bool is_house = target == CSV_STREET && is == CSV_HOUSE;
		if ((is != target && !is_house) || text_is_blank(part) ||
			street_says(street, part) ||
			(is_house && has_number(reading, row, first, part)))
			continue;
		strbuf_add_item(lines, is_house ? " " : joint, part);
		has_street |= is == CSV_STREET;
		joint = has_street ? "\n" : " ";
	}
}

/* Whether the parts of an address begin at a column: none of them came before, and the whole does
 * not stand there too. */
static bool begins_address(
	const struct contacts_reading *reading, const struct csv_row *row, size_t index)
{
	const struct csv_column *columns = reading->layout.columns;

	if (!csv_is_address_part(columns[index].target))
		return false;
	for (size_t i = reading->layout.first[index]; i < row->count && i < reading->layout.count;
		i = reading->layout.next[i]) {
		if ((i < index && csv_is_address_part(columns[i].target)) ||
			(is_whole_address(&columns[i]) && !text_is_blank(row->fields[i])))
			return false;
	}
	return true;
}

static void add_lines(struct strbuf *lines, const struct contacts_reading *reading,
	const struct csv_row *row, size_t first)
{
	csv_contacts_add_part(lines, reading, row, first, CSV_STREET, "\n", "");
	char *street = memory_copy_string(lines->data);
	csv_contacts_add_part(lines, reading, row, first, CSV_CODE, "\n", street);
	bool has_code = lines->len > strlen(street);
	csv_contacts_add_part(lines, reading, row, first, CSV_CITY, has_code ? " " : "\n", street);
	csv_contacts_add_part(lines, reading, row, first, CSV_REGION, "\n", street);
	csv_contacts_add_part(lines, reading, row, first, CSV_COUNTRY, "\n", street);
	free(street);
}

/* Addresses given in parts become lines; where the whole stands too, that is taken. */
static void read_addresses(
	const struct contacts_reading *reading, const struct csv_row *row, struct record *record)
{
	for (size_t i = 0; i < row->count && i < reading->layout.count; i++) {
		const struct csv_column *column = &reading->layout.columns[i];
		struct strbuf lines = STRBUF_INIT;
		bool is_preferred;
		if (begins_address(reading, row, i))
			add_lines(&lines, reading, row, reading->layout.first[i]);
		if (lines.len) {
			char *label = label_in(reading, row, column, &is_preferred);
			contact_add_channel(
				&record->contact, CHANNEL_ADDRESS, lines.data, label, is_preferred);
			free(label);
		}
		strbuf_fini(&lines);
	}
}

/* The text of the first column of a meaning, or "". Borrowed. */
static const char *text_of(
	const struct contacts_reading *reading, const struct csv_row *row, enum csv_target target)
{
	size_t index = csv_layout_find(&reading->layout, target);

	return index < row->count && index < reading->layout.count ? row->fields[index] : "";
}

/* Nothing, zeros, "null". */
static bool csv_part_says_nothing(const char *text)
{
	struct civil_date date;
	const char *rest;

	return csv_date_parse(text, true, DAY_NONE, &date, &rest) == CSV_DATE_NONE;
}

/* "29/2/1980", "29 Feb 80", "0/2/1980", "1980": a birthday in columns as one date. */
static void join_birthday(
	struct strbuf *out, const char *year_text, const char *month, const char *day)
{
	int year = atoi(year_text);
	const char *separator = atoi(month) ? "/" : " ";

	if (atoi(month))
		strbuf_add_format(out, "%d/%d", atoi(day), atoi(month));
	else if (!csv_part_says_nothing(day))
		strbuf_add_format(out, "%d %s", atoi(day), month);
	else if (!csv_part_says_nothing(month))
		strbuf_add(out, month);
	if (year > 0)
		strbuf_add_format(out, csv_part_says_nothing(day) ? "%s%04d" : "%s%02d",
			out->len ? separator : "", year);
}

/* A year that is no number is none. False when the columns say no date: a day without a month is
 * none. */
static bool read_birthday(
	const struct contacts_reading *reading, const struct csv_row *row, struct record *record)
{
	struct csv_cell cell = { .record = record, .is_day_first = true };
	const char *month = text_of(reading, row, CSV_MONTH), *day = text_of(reading, row, CSV_DAY);
	struct strbuf text = STRBUF_INIT;
	bool is_taken;

	if (csv_part_says_nothing(month) && !csv_part_says_nothing(day))
		return false;
	join_birthday(&text, text_of(reading, row, CSV_YEAR), month, day);
	cell.text = text.data;
	is_taken = !text.len || csv_cell_read(&cell, CSV_FIELD, CONTACT_BIRTHDAY);
	strbuf_fini(&text);
	return is_taken;
}

/* What a birthday goes without: "unknown" for a day, "about 1980" for a year. */
static bool is_no_part(const struct csv_layout *layout, size_t index, const char *text)
{
	enum csv_target target = layout->columns[index].target;

	return !atoi(text) && ((target == CSV_DAY && !csv_part_says_nothing(text)) ||
				      (target == CSV_YEAR && strpbrk(text, "123456789")));
}

/* What is no date, or no part of one, is kept as it stands. */
static void read_birthday_columns(
	struct contacts_reading *reading, const struct csv_row *row, struct record *record)
{
	const struct csv_layout *layout = &reading->layout;
	struct strbuf parts = STRBUF_INIT;

	if (csv_layout_find(layout, CSV_MONTH) == layout->count)
		return;
	bool is_taken = read_birthday(reading, row, record);
	for (size_t i = 0; i < row->count && i < layout->count; i++) {
		if (!is_birthday_part(layout->columns[i].target) || text_is_blank(row->fields[i]) ||
			(is_taken && !is_no_part(layout, i, row->fields[i])))
			continue;
		csv_contacts_keep(reading, row, i, record);
		strbuf_add_item(&parts, ", ", layout->names[i]);
		strbuf_add_format(&parts, " %s", row->fields[i]);
	}
	if (parts.len)
		doubts_add(&reading->doubts, row->line, NULL, parts.data);
	strbuf_fini(&parts);
}

/* What of a row that is taken may not be as it was meant. */
static enum status tell_doubts(
	struct contacts_reading *reading, const struct csv_row *row, struct error *err)
{
	enum status status = csv_code_page_tell(row, &reading->is_page_told, reading->sink, err);

	if (status == STATUS_OK)
		status = doubts_tell(&reading->doubts, reading->sink, err);
	if (status == STATUS_OK && reading->turned && !reading->is_turned_told) {
		reading->is_turned_told = true;
		status = record_problem(reading->sink, row->line, false, reading->turned, err);
	}
	if (status == STATUS_OK && csv_row_has_text(row, reading->layout.count))
		status = record_problem(reading->sink, row->line, false,
			_("This row has more fields than the header; the extra ones are kept as "
			  "they are"),
			err);
	return status;
}

static bool has_died(const struct contacts_reading *reading, const struct csv_row *row)
{
	for (size_t i = 0; i < row->count && i < reading->layout.count; i++)
		if (csv_layout_field(&reading->layout, i) == CONTACT_DEATH &&
			!text_is_blank(row->fields[i]))
			return true;
	return false;
}

static enum status csv_contacts_read_person(
	struct contacts_reading *reading, const struct csv_row *row, struct error *err)
{
	struct record record;

	doubts_clear(&reading->doubts);
	record_init(&record, reading->layout.source, row->line);
	record.today = reading->sink->today;
	record.silent = ~reading->layout.says;
	record.may_be_old = reading->layout.is_own || has_died(reading, row);
	for (size_t i = 0; i < row->count && i < reading->layout.count; i++)
		csv_contacts_read_field(reading, row, i, &record);
	for (size_t i = reading->layout.count; i < row->count; i++)
		if (!text_is_blank(row->fields[i]))
			csv_contacts_keep(reading, row, i, &record);
	read_birthday_columns(reading, row, &record);
	read_addresses(reading, row, &record);
	if (!record_settle_name(&record)) {
		record_fini(&record);
		return record_problem(reading->sink, row->line, true,
			_("This row has no name, nor anything else to call a person by"), err);
	}
	enum status status = tell_doubts(reading, row, err);
	if (status == STATUS_OK)
		return reading->sink->person(reading->sink->context, &record, err);
	record_fini(&record);
	return status;
}

static enum status csv_contacts_read_row(
	void *context, const struct csv_row *row, struct error *err)
{
	struct contacts_reading *reading = context;

	/* LinkedIn puts notes above the header. */
	if (row->line <= reading->layout.line || !csv_row_has_text(row, 0))
		return STATUS_OK;
	if (csv_row_is_again(row, reading->layout.names, reading->layout.count))
		return record_problem(reading->sink, row->line, false,
			_("This row repeats the header; it was left out"), err);
	return csv_contacts_read_person(reading, row, err);
}

/* Rows that are looked at for the order of their dates; without any that matters, no more. */
#define LOOKED_AT 1000

static enum status csv_contacts_look_at_row(
	void *context, const struct csv_row *row, struct error *err)
{
	struct contacts_reading *reading = context;
	struct csv_layout *layout = &reading->layout;
	bool is_open = row->line < LOOKED_AT;

	(void)err;
	if (!layout->count) {
		if (csv_contacts_header(row))
			csv_layout_init(layout, row);
		return STATUS_OK;
	}
	is_open |= csv_layout_look(layout, row);
	for (size_t i = 0; i < row->count && i < layout->count; i++) {
		struct csv_date_order *order = &layout->orders[i];
		if (!csv_layout_is_date(layout, i))
			continue;
		csv_date_order_look(order, row->fields[i]);
		is_open |= csv_date_order_is_open(order);
	}
	return is_open ? STATUS_OK : STATUS_CANCELLED;
}

/* A program writes all its dates in one way: the column that is sure speaks for those that are
 * not. NULL: none is, or they contradict one another. Borrowed. */
static const struct csv_date_order *csv_contacts_sure_order(
	const struct csv_layout *layout, struct strbuf *evidence)
{
	const struct csv_date_order *sure = NULL;

	for (size_t i = 0; i < layout->count; i++) {
		const struct csv_date_order *order = &layout->orders[i];
		if (!order->day_first == !order->month_first)
			continue;
		if (sure && !sure->day_first != !order->day_first)
			return NULL;
		if (!sure)
			strbuf_add_format(evidence, "%s (%s)",
				order->day_first ? order->day_first : order->month_first,
				layout->names[i]);
		sure = sure ? sure : order;
	}
	return sure;
}

static enum status csv_contacts_settle_orders(struct contacts_reading *reading, struct error *err)
{
	struct csv_layout *layout = &reading->layout;
	struct strbuf evidence = STRBUF_INIT;
	const struct csv_date_order *sure = csv_contacts_sure_order(layout, &evidence);
	enum status status = STATUS_OK;

	for (size_t i = 0; i < layout->count && status == STATUS_OK; i++) {
		struct strbuf told = STRBUF_INIT;
		if (sure)
			csv_date_order_follow(&layout->orders[i], sure, evidence.data);
		csv_date_order_settle(&layout->orders[i], i18n_is_day_first());
		csv_date_order_tell(&told, &layout->orders[i], layout->names[i]);
		if (told.len)
			status = record_problem(reading->sink, layout->line, false, told.data, err);
		strbuf_fini(&told);
	}
	strbuf_fini(&evidence);
	return status;
}

/* Without a column of names, and with one that nobody knows, people would be called by a number or
 * by their firm: it is refused. By an e-mail address they can be called, but it is said. */
static enum status csv_contacts_doubt_names(
	struct contacts_reading *reading, const struct source *source, struct error *err)
{
	const struct csv_layout *layout = &reading->layout;
	struct strbuf names = STRBUF_INIT;

	if (layout->has_name || !layout->has_unknown)
		return STATUS_OK;
	for (size_t i = 0; i < layout->count; i++)
		if (layout->columns[i].target == CSV_OTHER && *layout->names[i])
			strbuf_add_item(&names, ", ", layout->names[i]);
	if (!layout->can_use_email) {
		error_set(err, STATUS_INVALID,
			_("%s has no column that is known to hold names; write \"name\" over the "
			  "one that does (not known: %s)"),
			source->name, names.data);
		strbuf_fini(&names);
		return STATUS_INVALID;
	}
	struct strbuf told = STRBUF_INIT;
	strbuf_add_format(&told,
		_("No column is known to hold names: people are called by their e-mail address "
		  "instead; write \"name\" over the one that does (not known: %s)"),
		names.data);
	enum status status = record_problem(reading->sink, layout->line, false, told.data, err);
	strbuf_fini(&names);
	strbuf_fini(&told);
	return status;
}

static enum status csv_contacts_refuse(struct source *source, struct error *err)
{
	struct strbuf why = STRBUF_INIT;
	const char *bytes;
	size_t len;
	enum status status = source_peek(source, &bytes, &len, err);

	if (status == STATUS_OK && csv_unknown_tell(&why, bytes, len))
		status = error_set(err, STATUS_INVALID, "%s: %s", source->name, why.data);
	else if (status == STATUS_OK)
		status = error_set(err, STATUS_INVALID,
			_("%s needs a first line that names the columns: name, email, phone, "
			  "birthday and the like"),
			source->name);
	strbuf_fini(&why);
	return status;
}

bool csv_contacts_recognises(const char *bytes, size_t len)
{
	char delimiter;

	return csv_detect(bytes, len, csv_contacts_header, &delimiter) > 0;
}

enum status csv_contacts_read(
	struct source *source, const struct record_sink *sink, struct error *err)
{
	struct contacts_reading reading = { .sink = sink, .doubts = DOUBTS_INIT };
	const char *bytes;
	size_t len;
	char delimiter;
	enum status status = source_peek(source, &bytes, &len, err);

	if (status == STATUS_OK) {
		csv_detect(bytes, len, csv_contacts_header, &delimiter);
		status = csv_look_ahead(source, delimiter, csv_contacts_look_at_row, &reading, err);
	}
	csv_layout_settle(&reading.layout);
	if (status == STATUS_OK && !reading.layout.count)
		status = csv_contacts_refuse(source, err);
	else if (status == STATUS_OK)
		status = csv_contacts_doubt_names(&reading, source, err);
	if (status == STATUS_OK)
		status = csv_contacts_settle_orders(&reading, err);
	if (status == STATUS_OK)
		status = csv_rows(source, delimiter, csv_contacts_read_row, &reading, err);
	csv_layout_fini(&reading.layout);
	doubts_clear(&reading.doubts);
	vector_fini(&reading.doubts);
	free(reading.turned);
	return status;
}
