/* What Thunderbird writes where. In French "Ville" stands twice, for home and for work; in
 * Portuguese the city of home is called "Naturalidade": only the place tells.
 * Not here: the cells (csv_cells.c). */
#include "exchange/csv/csv_thunderbird.h"

#include <string.h>

/* clang-format off */
const struct csv_column csv_thunderbird_columns[CSV_THUNDERBIRD_COLUMNS] = {
	{ CSV_FIELD, CONTACT_GIVEN },
	{ CSV_FIELD, CONTACT_FAMILY },
	{ CSV_FIELD, CONTACT_NAME },
	{ CSV_FIELD, CONTACT_NICKNAME },
	{ CSV_FIELD, CONTACT_EMAIL },
	{ CSV_FIELD, CONTACT_EMAIL },
	{ CSV_FIELD, CONTACT_MESSENGER },
	{ CSV_FIELD, CONTACT_PHONE, "work" },
	{ CSV_FIELD, CONTACT_PHONE, "home" },
	{ CSV_FIELD, CONTACT_PHONE, "fax" },
	{ CSV_FIELD, CONTACT_PHONE, "pager" },
	{ CSV_FIELD, CONTACT_PHONE, "cell" },
	{ CSV_STREET, CONTACT_FIELDS, "home", CSV_GROUP_HOME },
	{ CSV_STREET, CONTACT_FIELDS, "home", CSV_GROUP_HOME },
	{ CSV_CITY, CONTACT_FIELDS, "home", CSV_GROUP_HOME },
	{ CSV_REGION, CONTACT_FIELDS, "home", CSV_GROUP_HOME },
	{ CSV_CODE, CONTACT_FIELDS, "home", CSV_GROUP_HOME },
	{ CSV_COUNTRY, CONTACT_FIELDS, "home", CSV_GROUP_HOME },
	{ CSV_STREET, CONTACT_FIELDS, "work", CSV_GROUP_WORK },
	{ CSV_STREET, CONTACT_FIELDS, "work", CSV_GROUP_WORK },
	{ CSV_CITY, CONTACT_FIELDS, "work", CSV_GROUP_WORK },
	{ CSV_REGION, CONTACT_FIELDS, "work", CSV_GROUP_WORK },
	{ CSV_CODE, CONTACT_FIELDS, "work", CSV_GROUP_WORK },
	{ CSV_COUNTRY, CONTACT_FIELDS, "work", CSV_GROUP_WORK },
	{ CSV_FIELD, CONTACT_TITLE },
	{ CSV_OTHER }, /* the department */
	{ CSV_FIELD, CONTACT_ORGANIZATION },
	{ CSV_FIELD, CONTACT_WEBSITE },
	{ CSV_FIELD, CONTACT_WEBSITE },
	{ CSV_YEAR },
	{ CSV_MONTH },
	{ CSV_DAY },
	{ CSV_OTHER }, /* what the user named */
	{ CSV_OTHER },
	{ CSV_OTHER },
	{ CSV_OTHER },
	{ CSV_FIELD, CONTACT_NOTE },
};
/* clang-format on */

/* Where headers are numbered, in every language: the second lines of both addresses, and what the
 * user named. The first lines and the websites (?) are so in some only; nothing else is. */
static const char numbers[] = "            ?2    ?2       ??   nnnn ";

static bool can_stand(const char *header, char number)
{
	bool has_number = strpbrk(header, "0123456789");

	switch (number) {
	case '?':
		return *header;
	case ' ':
		return *header && !has_number;
	case '2':
		return strchr(header, '2');
	default:
		return has_number;
	}
}

/* With a comma behind the last, too. */
bool csv_thunderbird_wrote(const struct csv_row *row)
{
	bool has_end = row->count == CSV_THUNDERBIRD_COLUMNS + 1 && !*row->fields[row->count - 1];
	size_t i = 0;

	if (row->count != CSV_THUNDERBIRD_COLUMNS && !has_end)
		return false;
	while (i < CSV_THUNDERBIRD_COLUMNS && can_stand(row->fields[i], numbers[i]))
		i++;
	return i == CSV_THUNDERBIRD_COLUMNS;
}
