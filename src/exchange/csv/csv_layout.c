/* Headers that only the others explain: "Nom" beside "Prénom", "Title" beside "Job Title".
 * Not here: headers by themselves (csv_columns.c). */
#include "exchange/csv/csv_layout.h"

#include "exchange/csv/csv_dates.h"
#include "filo/base/ascii.h"
#include "filo/base/memory.h"
#include "filo/base/text.h"

#include <stdlib.h>
#include <string.h>

static bool column_fills(const struct csv_column *column, enum contact_field field)
{
	return column->target == CSV_FIELD && column->field == field;
}

static bool has_field(const struct csv_layout *layout, enum contact_field field)
{
	for (size_t i = 0; i < layout->count; i++)
		if (column_fills(&layout->columns[i], field))
			return true;
	return false;
}

size_t csv_layout_find(const struct csv_layout *layout, enum csv_target target)
{
	size_t i = 0;

	while (i < layout->count && layout->columns[i].target != target)
		i++;
	return i;
}

static bool has_target(const struct csv_layout *layout, enum csv_target target)
{
	return csv_layout_find(layout, target) < layout->count;
}

static void column_become(struct csv_column *column, enum contact_field field)
{
	column->target = CSV_FIELD;
	column->field = field;
}

/* "Nome" beside "Cognome" is the given name, "Nom" beside "Prénom" the family's. */
static void settle_names(struct csv_layout *layout)
{
	size_t apelido = csv_layout_find(layout, CSV_APELIDO);
	bool has_given, has_family;

	if (apelido < layout->count)
		column_become(&layout->columns[apelido],
			has_field(layout, CONTACT_FAMILY) ? CONTACT_NICKNAME : CONTACT_FAMILY);
	has_given = has_field(layout, CONTACT_GIVEN);
	has_family = has_field(layout, CONTACT_FAMILY);
	for (size_t i = 0; i < layout->count; i++)
		if (layout->columns[i].target == CSV_NAME)
			column_become(&layout->columns[i], has_given == has_family ? CONTACT_NAME
							   : has_given             ? CONTACT_FAMILY
										   : CONTACT_GIVEN);
}

static bool has_full_name(const struct csv_layout *layout)
{
	return has_field(layout, CONTACT_NAME) || has_field(layout, CONTACT_GIVEN) ||
	       has_field(layout, CONTACT_FAMILY) || has_target(layout, CSV_FAMILY_FIRST);
}

/* "Contact" is who it is about, or beside a name something else. */
static void settle_persons(struct csv_layout *layout)
{
	for (size_t i = 0; i < layout->count; i++) {
		if (layout->columns[i].target != CSV_PERSON)
			continue;
		if (has_full_name(layout))
			layout->columns[i].target = CSV_OTHER;
		else
			column_become(&layout->columns[i], CONTACT_NAME);
	}
}

/* A "Home Phone"; of "Home Phone 2" the first is yet to be found. */
static bool is_home_phone(const struct csv_layout *layout, size_t index)
{
	const struct csv_column *column = &layout->columns[index];

	return column_fills(column, CONTACT_PHONE) && column->label &&
	       !strcmp(column->label, "home") && !strpbrk(layout->names[index], "23456789");
}

/* Spain's Outlook calls the phone of home "Particular", and Brazil's what is private. */
static void settle_particulars(struct csv_layout *layout)
{
	bool has_home_phone = false;

	for (size_t i = 0; i < layout->count; i++)
		has_home_phone |= is_home_phone(layout, i);
	for (size_t i = 0; i < layout->count; i++) {
		if (layout->columns[i].target != CSV_PARTICULAR)
			continue;
		layout->columns[i] = (struct csv_column){ .target = CSV_OTHER };
		if (!has_home_phone)
			layout->columns[i] =
				(struct csv_column){ CSV_FIELD, CONTACT_PHONE, "home" };
	}
}

/* Of two the first stands before the name, and the second is of the job, as in France's Outlook; of
 * one the other columns say which it is. */
static void settle_titles(struct csv_layout *layout)
{
	size_t last = layout->count, count = 0;

	for (size_t i = 0; i < layout->count; i++) {
		if (layout->columns[i].target != CSV_TITLE)
			continue;
		count++;
		last = i;
	}
	bool is_of_job = count > 1 || !has_field(layout, CONTACT_TITLE);
	for (size_t i = 0; i < layout->count; i++)
		if (layout->columns[i].target == CSV_TITLE)
			column_become(&layout->columns[i],
				i == last && is_of_job ? CONTACT_TITLE : CONTACT_PREFIX);
}

/* "Tag", in German a day, which elsewhere is a tag. */
static bool is_german_day(const struct csv_layout *layout, size_t index)
{
	return ascii_equal(layout->names[index], "tag") &&
	       ascii_find(layout->names[csv_layout_find(layout, CSV_MONTH)], "monat");
}

/* "Geburtstag" beside a year and a month has the day only, and where there is none, "Tag". */
static void settle_day(struct csv_layout *layout)
{
	size_t day = 0;

	while (day < layout->count && !column_fills(&layout->columns[day], CONTACT_BIRTHDAY))
		day++;
	for (size_t i = 0; i < layout->count && day == layout->count; i++)
		if (is_german_day(layout, i))
			day = i;
	if (day < layout->count)
		layout->columns[day].target = CSV_DAY;
}

/* Without a month and a day none of the columns of a birthday is known. */
static void settle_parts(struct csv_layout *layout)
{
	bool has_parts = has_target(layout, CSV_MONTH) && has_target(layout, CSV_DAY);

	for (size_t i = 0; i < layout->count && !has_parts; i++)
		if (layout->columns[i].target >= CSV_YEAR && layout->columns[i].target <= CSV_DAY)
			layout->columns[i].target = CSV_OTHER;
}

/* Year, month and day in columns leave "Geburtstag" the day only. */
static void settle_birthdays(struct csv_layout *layout)
{
	size_t either = csv_layout_find(layout, CSV_ANNIVERSAIRE);
	bool has_parts = has_target(layout, CSV_MONTH) && has_target(layout, CSV_YEAR);

	if (either < layout->count)
		column_become(&layout->columns[either], has_field(layout, CONTACT_BIRTHDAY)
								? CONTACT_ANNIVERSARY
								: CONTACT_BIRTHDAY);
	if (has_parts && !has_target(layout, CSV_DAY))
		settle_day(layout);
	settle_parts(layout);
}

/* "Home Address" beside "Home City" is the street. */
static void settle_addresses(struct csv_layout *layout)
{
	for (size_t i = 0; i < layout->count; i++) {
		struct csv_column *column = &layout->columns[i];
		bool has_part = false;
		if (!column_fills(column, CONTACT_ADDRESS) || !column->group || column->group > 999)
			continue;
		for (size_t j = layout->first[i]; j < layout->count && !has_part;
			j = layout->next[j])
			has_part = csv_is_address_part(layout->columns[j].target);
		if (has_part)
			column->target = CSV_STREET;
	}
}

static const char *source_of(const struct csv_layout *layout)
{
	for (size_t i = 0; i < layout->count; i++) {
		if (layout->columns[i].target == CSV_CONNECTED)
			return "linkedin";
		if (layout->columns[i].group > 999)
			return "google";
		if (layout->columns[i].group > 100)
			return "outlook";
	}
	return "csv";
}

static bool is_of_address(const struct csv_column *column)
{
	return column->group >= CSV_GROUP_HOME && column->group <= CSV_GROUP_NOWHERE;
}

/* Whether the place that ends before a column has this part of an address, also further on. */
static bool place_has_part(const struct csv_layout *layout, size_t end)
{
	const struct csv_column *columns = layout->columns;

	for (size_t i = 0; i < layout->count; i++)
		if (i != end && columns[i].group == columns[end - 1].group &&
			columns[i].target == columns[end].target)
			return true;
	return false;
}

/* Filo's own "address" is alone, but beside parts that say no place. */
static void settle_own_address(struct csv_layout *layout)
{
	bool has_parts = false;

	for (size_t i = 0; i < layout->count; i++)
		has_parts |= layout->columns[i].group == CSV_GROUP_NOWHERE &&
			     csv_is_address_part(layout->columns[i].target);
	for (size_t i = 0; i < layout->count && has_parts; i++)
		if (column_fills(&layout->columns[i], CONTACT_ADDRESS) && !layout->columns[i].group)
			layout->columns[i].group = CSV_GROUP_NOWHERE;
}

/* "Mailing Address, City, State": parts that say no place are of the only address there is. */
static void settle_only_address(struct csv_layout *layout)
{
	size_t only = layout->count, count = 0, first_part = layout->count;
	bool has_others = false;

	for (size_t i = 0; i < layout->count; i++) {
		const struct csv_column *column = &layout->columns[i];
		bool is_part = csv_is_address_part(column->target);
		if (column->target == CSV_STREET || column_fills(column, CONTACT_ADDRESS)) {
			only = i;
			count++;
		} else {
			has_others |= is_part && column->group != CSV_GROUP_NOWHERE;
			first_part = is_part && i < first_part ? i : first_part;
		}
	}
	if (count == 1 && !has_others && only < first_part &&
		layout->columns[only].group >= CSV_GROUP_POST &&
		layout->columns[only].group <= CSV_GROUP_PARCELS)
		layout->columns[only].group = CSV_GROUP_NOWHERE;
}

/* "Dirección personal, Ciudad, Provincia": what says no place goes on with the one before it. */
static void settle_places(struct csv_layout *layout)
{
	settle_only_address(layout);
	settle_own_address(layout);
	for (size_t i = 1; i < layout->count; i++) {
		struct csv_column *column = &layout->columns[i];
		const struct csv_column *before = column - 1;
		if (column->group != CSV_GROUP_NOWHERE || !csv_is_address_part(column->target) ||
			!is_of_address(before) || place_has_part(layout, i))
			continue;
		column->group = before->group;
		column->label = before->label;
	}
}

/* ---- Several addresses of one place: "City, City 2", or the same headers again ---- */

/* "City 2", "Address 2 City"; 0: there is none. */
static int number_in(const char *header)
{
	return atoi(header + strcspn(header, "0123456789"));
}

/* But for their numbers. */
static bool are_headers_same(const char *a, const char *b)
{
	static const char skipped[] = "0123456789 ";

	do {
		a += strspn(a, skipped);
		b += strspn(b, skipped);
		if (ascii_lower(*a) != ascii_lower(*b))
			return false;
	} while (*a++ && *b++);
	return true;
}

static bool is_street(const struct csv_column *column)
{
	return column->target == CSV_STREET || column_fills(column, CONTACT_ADDRESS);
}

/* The column of this group from `from` on, before `end`, that is called as that of `index`; end:
 * there is none. */
static size_t find_alike(
	const struct csv_layout *layout, size_t from, size_t end, int group, size_t index)
{
	while (from < end && (layout->columns[from].group != group ||
				     !are_headers_same(layout->names[from], layout->names[index])))
		from++;
	return from;
}

/* Streets may be lines of one address, so another part has to be there twice. The numbers tell
 * them, or else each begins where a header is there again. */
static void part_addresses(struct csv_layout *layout, int group)
{
	struct csv_column *columns = layout->columns;
	size_t end = layout->count, again = end, begin = 0;
	int own = group, number = 1;
	bool by_number = false, is_behind_street = false;

	for (size_t i = 0; i < end && again == end; i++) {
		if (columns[i].group != group || !csv_is_address_part(columns[i].target) ||
			is_street(&columns[i]))
			continue;
		again = find_alike(layout, i + 1, end, group, i);
		by_number = again < end &&
			    number_in(layout->names[i]) != number_in(layout->names[again]);
	}
	for (size_t i = 0; i < end && again < end; i++) {
		if (columns[i].group != group)
			continue;
		if (by_number) {
			number = number_in(layout->names[i]);
		} else if (!(is_street(&columns[i]) && is_behind_street) &&
			   find_alike(layout, begin, i, own, i) < i) {
			number++;
			begin = i;
		}
		is_behind_street = is_street(&columns[i]);
		own = number > 1 && number < 10 ? CSV_GROUP_MORE * number + group : group;
		columns[i].group = own;
	}
}

struct grouped_column {
	int group;
	size_t index;
};

static int compare_groups(const void *a, const void *b)
{
	const struct grouped_column *one = a, *other = b;

	if (one->group != other->group)
		return one->group < other->group ? -1 : 1;
	return (one->index > other->index) - (one->index < other->index);
}

static void link_groups(struct csv_layout *layout)
{
	struct grouped_column *sorted = memory_new(layout->count * sizeof *sorted);

	for (size_t i = 0; i < layout->count; i++) {
		sorted[i] = (struct grouped_column){ layout->columns[i].group, i };
		layout->first[i] = i;
		layout->next[i] = layout->count;
	}
	qsort(sorted, layout->count, sizeof *sorted, compare_groups);
	for (size_t i = 1; i < layout->count; i++) {
		if (sorted[i].group != sorted[i - 1].group)
			continue;
		layout->next[sorted[i - 1].index] = sorted[i].index;
		layout->first[sorted[i].index] = layout->first[sorted[i - 1].index];
	}
	free(sorted);
}

static uint64_t column_says(const struct csv_layout *layout, size_t index)
{
	enum csv_target target = layout->columns[index].target;
	enum contact_field field = csv_is_address_part(target) ? CONTACT_ADDRESS
				   : target == CSV_DAY         ? CONTACT_BIRTHDAY
							       : csv_layout_field(layout, index);

	if (target == CSV_FAMILY_FIRST)
		return (uint64_t)1 << CONTACT_FAMILY | (uint64_t)1 << CONTACT_GIVEN;
	if (field == CONTACT_FIELDS && target != CSV_OTHER)
		return 0;
	return (uint64_t)1 << (int)field;
}

static void note_columns(struct csv_layout *layout)
{
	layout->says = 0;
	for (size_t i = 0; i < layout->count; i++) {
		layout->has_unknown |= layout->columns[i].target == CSV_OTHER && *layout->names[i];
		layout->says |= column_says(layout, i);
	}
}

bool csv_layout_look(struct csv_layout *layout, const struct csv_row *row)
{
	size_t day = csv_layout_find(layout, CSV_DAY);

	if (day == layout->count || !is_german_day(layout, day))
		return false;
	const char *text = day < row->count ? row->fields[day] : "", *rest;
	struct civil_date date;
	int number = text[strspn(text, "0123456789. ")] ? 0 : atoi(text);
	if (number >= 1 && number <= 31)
		layout->day_numbers++;
	else if (!ascii_equal(text, layout->names[day]) &&
		 csv_date_parse(text, true, DAY_NONE, &date, &rest) != CSV_DATE_NONE)
		layout->day_words++;
	return true;
}

void csv_layout_settle(struct csv_layout *layout)
{
	size_t day = csv_layout_find(layout, CSV_DAY);

	if (!layout->day_words || layout->day_words < layout->day_numbers)
		return;
	column_become(&layout->columns[day], CONTACT_TAGS);
	settle_parts(layout);
	note_columns(layout);
}

void csv_layout_init(struct csv_layout *layout, const struct csv_row *row)
{
	*layout = (struct csv_layout){ .count = row->count, .line = row->line };
	layout->columns = memory_new(row->count * sizeof *layout->columns);
	layout->names = memory_new(row->count * sizeof *layout->names);
	layout->orders = memory_new(row->count * sizeof *layout->orders);
	layout->first = memory_new(row->count * sizeof *layout->first);
	layout->next = memory_new(row->count * sizeof *layout->next);
	for (size_t i = 0; i < row->count; i++) {
		layout->columns[i] = csv_column_at(row, i);
		layout->names[i] = text_trim(row->fields[i]);
		layout->is_linkedin |= layout->columns[i].target == CSV_CONNECTED;
	}
	settle_places(layout);
	for (int group = CSV_GROUP_HOME; group <= CSV_GROUP_NOWHERE; group++)
		part_addresses(layout, group);
	link_groups(layout);
	settle_names(layout);
	settle_persons(layout);
	settle_particulars(layout);
	settle_titles(layout);
	settle_birthdays(layout);
	settle_addresses(layout);
	note_columns(layout);
	for (size_t i = 0; i < row->count; i++)
		if (csv_layout_is_date(layout, i))
			csv_date_order_head(&layout->orders[i], layout->names[i]);
	layout->has_name = has_full_name(layout) || has_field(layout, CONTACT_NICKNAME);
	layout->can_use_email =
		has_field(layout, CONTACT_EMAIL) && !has_field(layout, CONTACT_ORGANIZATION);
	layout->is_own = has_field(layout, CONTACT_UID) && has_field(layout, CONTACT_CADENCE);
	layout->source = source_of(layout);
}

void csv_layout_fini(struct csv_layout *layout)
{
	for (size_t i = 0; i < layout->count; i++) {
		free(layout->names[i]);
		csv_date_order_fini(&layout->orders[i]);
	}
	free(layout->columns);
	free(layout->names);
	free(layout->orders);
	free(layout->first);
	free(layout->next);
	*layout = (struct csv_layout){ 0 };
}

enum contact_field csv_layout_field(const struct csv_layout *layout, size_t index)
{
	const struct csv_column *column = &layout->columns[index];

	if (column->target == CSV_URL)
		return layout->is_linkedin ? CONTACT_PROFILE : CONTACT_WEBSITE;
	return column->target == CSV_FIELD ? column->field : CONTACT_FIELDS;
}

bool csv_layout_is_date(const struct csv_layout *layout, size_t index)
{
	enum contact_field field = csv_layout_field(layout, index);
	enum csv_target target = layout->columns[index].target;

	if (field == CONTACT_FIELDS)
		return target == CSV_EVENT || target == CSV_CONNECTED;
	return contact_field(field)->type == TYPE_YEARLY || contact_field(field)->type == TYPE_DAY;
}
