/* Which column of an address book's CSV means what: Google (old and new), Outlook, LinkedIn, filo's
 * own, and whatever a person may write as a header.
 * Not here: making contacts of rows (csv_contacts.c). */
#include "exchange/csv/csv_columns.h"

#include "exchange/csv/csv_header.h"
#include "exchange/csv/csv_thunderbird.h"
#include "filo/base/strbuf.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

/* Numbered columns, "E-mail 1 - Value", of Google: a value, and beside it a label. */
static const struct {
	const char *what, *part;
	enum csv_target target;
	enum contact_field field;
} numbered[] = {
	{ "e-mail", "value", CSV_FIELD, CONTACT_EMAIL },
	{ "e-mail", "type", CSV_LABEL },
	{ "e-mail", "label", CSV_LABEL },
	{ "phone", "value", CSV_FIELD, CONTACT_PHONE },
	{ "phone", "type", CSV_LABEL },
	{ "phone", "label", CSV_LABEL },
	{ "im", "value", CSV_FIELD, CONTACT_MESSENGER },
	{ "im", "service", CSV_LABEL },
	{ "im", "type", CSV_LABEL },
	{ "website", "value", CSV_FIELD, CONTACT_WEBSITE },
	{ "website", "type", CSV_LABEL },
	{ "website", "label", CSV_LABEL },
	{ "event", "value", CSV_EVENT },
	{ "event", "type", CSV_LABEL },
	{ "event", "label", CSV_LABEL },
	{ "relation", "value", CSV_RELATION },
	{ "relation", "type", CSV_LABEL },
	{ "relation", "label", CSV_LABEL },
	{ "custom field", "value", CSV_CUSTOM },
	{ "custom field", "type", CSV_LABEL },
	{ "custom field", "label", CSV_LABEL },
	{ "address", "type", CSV_LABEL },
	{ "address", "label", CSV_LABEL },
	{ "address", "formatted", CSV_FIELD, CONTACT_ADDRESS },
	{ "address", "street", CSV_STREET },
	{ "address", "extended address", CSV_STREET },
	{ "address", "po box", CSV_STREET },
	{ "address", "city", CSV_CITY },
	{ "address", "region", CSV_REGION },
	{ "address", "postal code", CSV_CODE },
	{ "address", "country", CSV_COUNTRY },
};

#define COUNT_OF(array) (sizeof(array) / sizeof *(array))

/* As filo writes them. */
static bool find_own(const char *key, struct csv_column *column)
{
	column->field = contact_field_of_header(key);
	if (column->field == CONTACT_FIELDS)
		return false;
	column->target = CSV_FIELD;
	return true;
}

/* Of the columns with one number and one meaning: e-mail 1, phone 1 and event 1 are apart. */
static int numbered_group(const char *what, long number)
{
	int first = 0;

	while (strcmp(numbered[first].what, what) != 0)
		first++;
	return (first + 1) * 1000 + (int)number;
}

/* "e-mail 1 - value": what, number, part. */
static bool find_numbered(const char *key, struct csv_column *column)
{
	for (size_t i = 0; i < COUNT_OF(numbered); i++) {
		size_t len = strlen(numbered[i].what);
		const char *rest = key + len;
		char *end;
		if (strncmp(key, numbered[i].what, len) != 0 || *rest != ' ' ||
			!isdigit((unsigned char)rest[1]))
			continue;
		long number = strtol(rest + 1, &end, 10);
		if (strncmp(end, " - ", 3) != 0 || strcmp(end + 3, numbered[i].part) != 0 ||
			number < 1 || number > 99)
			continue;
		column->target = numbered[i].target;
		column->field = numbered[i].field;
		column->group = numbered_group(numbered[i].what, number);
		return true;
	}
	return false;
}

bool csv_is_address_part(enum csv_target target)
{
	return target >= CSV_STREET && target <= CSV_COUNTRY;
}

static bool find_column(const char *header, struct csv_column *column)
{
	char *key = csv_header_key(header);
	bool is_known =
		*key && (csv_header_whole(key, column) || find_own(key, column) ||
				find_numbered(key, column) || csv_header_composed(key, column));

	free(key);
	if (!is_known)
		*column = (struct csv_column){ .target = CSV_OTHER };
	return is_known;
}

/* "dateOfBirth" as the words it is made of. */
static char *part_words(const char *header)
{
	struct strbuf words = STRBUF_INIT;

	for (const char *c = header; *c; c++) {
		if (c > header && *c >= 'A' && *c <= 'Z' && c[-1] >= 'a' && c[-1] <= 'z')
			strbuf_add_char(&words, ' ');
		strbuf_add_char(&words, *c);
	}
	return strbuf_take(&words);
}

static struct csv_column csv_column_of(const char *header)
{
	struct csv_column column = { .target = CSV_OTHER };

	if (!find_column(header, &column)) {
		char *words = part_words(header);
		find_column(words, &column);
		free(words);
	}
	return column;
}

struct csv_column csv_column_at(const struct csv_row *row, size_t index)
{
	return index < CSV_THUNDERBIRD_COLUMNS && csv_thunderbird_wrote(row)
		       ? csv_thunderbird_columns[index]
		       : csv_column_of(row->fields[index]);
}

static bool names_or_reaches(const struct csv_column *column)
{
	if (column->target == CSV_NAME || column->target == CSV_FAMILY_FIRST)
		return true;
	return column->target == CSV_FIELD &&
	       (column->field == CONTACT_NAME || column->field == CONTACT_GIVEN ||
		       column->field == CONTACT_FAMILY || column->field == CONTACT_EMAIL ||
		       column->field == CONTACT_PHONE || column->field == CONTACT_ORGANIZATION);
}

size_t csv_contacts_header(const struct csv_row *row)
{
	size_t count = 0;
	bool is_enough = false, has_person = false;

	for (size_t i = 0; i < row->count; i++) {
		struct csv_column column = csv_column_at(row, i);
		count += column.target != CSV_OTHER;
		is_enough |= names_or_reaches(&column);
		has_person |= column.target == CSV_PERSON;
	}
	/* "Contact" alone may stand above the table. */
	return is_enough || (has_person && count > 1) ? count : 0;
}
