/* Which column of an address book's CSV means what: Google (old and new), Outlook, LinkedIn, filo's
 * own, and whatever a person may write as a header.
 * Not here: making contacts of rows (csv_contacts.c). */
#include "exchange/csv/csv_columns.h"

#include "filo/base/memory.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

/* Headers as csv_header_key makes them. */
static const struct {
	const char *header;
	enum csv_target target;
	const char *label;
} known[] = {
	{ "name", CSV_NAME, NULL },
	{ "full name", CSV_NAME, NULL },
	{ "display name", CSV_NAME, NULL },
	{ "file as", CSV_IGNORED, NULL },
	{ "nome completo", CSV_NAME, NULL },
	{ "nome e cognome", CSV_NAME, NULL },
	{ "first", CSV_GIVEN, NULL },
	{ "first name", CSV_GIVEN, NULL },
	{ "given name", CSV_GIVEN, NULL },
	{ "given", CSV_GIVEN, NULL },
	{ "nome", CSV_GIVEN, NULL },
	{ "middle name", CSV_ADDITIONAL, NULL },
	{ "additional name", CSV_ADDITIONAL, NULL },
	{ "last", CSV_FAMILY, NULL },
	{ "last name", CSV_FAMILY, NULL },
	{ "family name", CSV_FAMILY, NULL },
	{ "family", CSV_FAMILY, NULL },
	{ "surname", CSV_FAMILY, NULL },
	{ "cognome", CSV_FAMILY, NULL },
	{ "name prefix", CSV_PREFIX, NULL },
	{ "prefix", CSV_PREFIX, NULL },
	{ "name suffix", CSV_SUFFIX, NULL },
	{ "suffix", CSV_SUFFIX, NULL },
	{ "nickname", CSV_NICKNAME, NULL },
	{ "soprannome", CSV_NICKNAME, NULL },
	{ "company", CSV_ORGANIZATION, NULL },
	{ "organization", CSV_ORGANIZATION, NULL },
	{ "organisation", CSV_ORGANIZATION, NULL },
	{ "organization name", CSV_ORGANIZATION, NULL },
	{ "organization 1 - name", CSV_ORGANIZATION, NULL },
	{ "azienda", CSV_ORGANIZATION, NULL },
	{ "title", CSV_TITLE, NULL },
	{ "job title", CSV_JOB_TITLE, NULL },
	{ "organization title", CSV_JOB_TITLE, NULL },
	{ "organization 1 - title", CSV_JOB_TITLE, NULL },
	{ "position", CSV_JOB_TITLE, NULL },
	{ "role", CSV_JOB_TITLE, NULL },
	{ "ruolo", CSV_JOB_TITLE, NULL },
	{ "email", CSV_EMAIL, NULL },
	{ "e-mail", CSV_EMAIL, NULL },
	{ "mail", CSV_EMAIL, NULL },
	{ "email address", CSV_EMAIL, NULL },
	{ "e-mail address", CSV_EMAIL, NULL },
	{ "e-mail 2 address", CSV_EMAIL, NULL },
	{ "e-mail 3 address", CSV_EMAIL, NULL },
	{ "phone", CSV_PHONE, NULL },
	{ "phone number", CSV_PHONE, NULL },
	{ "telephone", CSV_PHONE, NULL },
	{ "tel", CSV_PHONE, NULL },
	{ "telefono", CSV_PHONE, NULL },
	{ "mobile", CSV_PHONE, "cell" },
	{ "mobile phone", CSV_PHONE, "cell" },
	{ "cell", CSV_PHONE, "cell" },
	{ "cellulare", CSV_PHONE, "cell" },
	{ "home phone", CSV_PHONE, "home" },
	{ "home phone 2", CSV_PHONE, "home" },
	{ "business phone", CSV_PHONE, "work" },
	{ "business phone 2", CSV_PHONE, "work" },
	{ "work phone", CSV_PHONE, "work" },
	{ "primary phone", CSV_PHONE, NULL },
	{ "other phone", CSV_PHONE, "other" },
	{ "car phone", CSV_PHONE, "car" },
	{ "company main phone", CSV_PHONE, "main" },
	{ "assistant's phone", CSV_PHONE, "assistant" },
	{ "pager", CSV_PHONE, "pager" },
	{ "home fax", CSV_PHONE, "home fax" },
	{ "business fax", CSV_PHONE, "work fax" },
	{ "other fax", CSV_PHONE, "fax" },
	{ "birthday", CSV_BIRTHDAY, NULL },
	{ "birth date", CSV_BIRTHDAY, NULL },
	{ "date of birth", CSV_BIRTHDAY, NULL },
	{ "compleanno", CSV_BIRTHDAY, NULL },
	{ "data di nascita", CSV_BIRTHDAY, NULL },
	{ "anniversary", CSV_ANNIVERSARY, NULL },
	{ "notes", CSV_NOTE, NULL },
	{ "note", CSV_NOTE, NULL },
	{ "address", CSV_ADDRESS, NULL },
	{ "indirizzo", CSV_ADDRESS, NULL },
	{ "website", CSV_WEBSITE, NULL },
	{ "web page", CSV_WEBSITE, NULL },
	{ "web site", CSV_WEBSITE, NULL },
	{ "url", CSV_URL, NULL },
	{ "profile url", CSV_PROFILE, NULL },
	{ "messenger", CSV_MESSENGER, NULL },
	{ "profile", CSV_PROFILE, NULL },
	{ "tags", CSV_TAGS, NULL },
	{ "tag", CSV_TAGS, NULL },
	{ "labels", CSV_TAGS, NULL },
	{ "categories", CSV_TAGS, NULL },
	{ "group membership", CSV_TAGS, NULL },
	{ "groups", CSV_TAGS, NULL },
	{ "circle", CSV_CIRCLE, NULL },
	{ "cadence", CSV_CADENCE, NULL },
	{ "met", CSV_MET, NULL },
	{ "met on", CSV_MET_ON, NULL },
	{ "connected on", CSV_CONNECTED, NULL },
	{ "spouse", CSV_SPOUSE, NULL },
	{ "uid", CSV_UID, NULL },
	{ "initials", CSV_IGNORED, NULL },
	{ "e-mail display name", CSV_IGNORED, NULL },
	{ "e-mail 2 display name", CSV_IGNORED, NULL },
	{ "e-mail 3 display name", CSV_IGNORED, NULL },
	{ "e-mail type", CSV_IGNORED, NULL },
	{ "e-mail 2 type", CSV_IGNORED, NULL },
	{ "e-mail 3 type", CSV_IGNORED, NULL },
	{ "gender", CSV_OTHER, NULL },
	{ "priority", CSV_IGNORED, NULL },
	{ "private", CSV_IGNORED, NULL },
	{ "sensitivity", CSV_IGNORED, NULL },
};

/* Numbered columns, "E-mail 1 - Value", of Google: a value, and beside it a label. */
static const struct {
	const char *what, *part;
	enum csv_target target;
} numbered[] = {
	{ "e-mail", "value", CSV_EMAIL },
	{ "e-mail", "type", CSV_LABEL },
	{ "e-mail", "label", CSV_LABEL },
	{ "phone", "value", CSV_PHONE },
	{ "phone", "type", CSV_LABEL },
	{ "phone", "label", CSV_LABEL },
	{ "im", "value", CSV_MESSENGER },
	{ "im", "service", CSV_LABEL },
	{ "im", "type", CSV_IGNORED },
	{ "website", "value", CSV_WEBSITE },
	{ "website", "type", CSV_LABEL },
	{ "website", "label", CSV_LABEL },
	{ "event", "value", CSV_EVENT },
	{ "event", "type", CSV_LABEL },
	{ "event", "label", CSV_LABEL },
	{ "relation", "value", CSV_RELATION },
	{ "relation", "type", CSV_LABEL },
	{ "relation", "label", CSV_LABEL },
	{ "address", "type", CSV_LABEL },
	{ "address", "label", CSV_LABEL },
	{ "address", "formatted", CSV_ADDRESS },
	{ "address", "street", CSV_STREET },
	{ "address", "extended address", CSV_STREET },
	{ "address", "po box", CSV_STREET },
	{ "address", "city", CSV_CITY },
	{ "address", "region", CSV_REGION },
	{ "address", "postal code", CSV_CODE },
	{ "address", "country", CSV_COUNTRY },
};

/* Outlook's addresses: "Home Street", "Business City", ... */
static const struct {
	const char *part;
	enum csv_target target;
} address_parts[] = {
	{ "street", CSV_STREET },
	{ "street 2", CSV_STREET },
	{ "street 3", CSV_STREET },
	{ "address po box", CSV_STREET },
	{ "city", CSV_CITY },
	{ "state", CSV_REGION },
	{ "postal code", CSV_CODE },
	{ "country", CSV_COUNTRY },
	{ "country/region", CSV_COUNTRY },
};
static const struct {
	const char *place, *label;
	int group;
} address_places[] = {
	{ "home", "home", 101 },
	{ "business", "work", 102 },
	{ "other", "other", 103 },
};

#define COUNT_OF(array) (sizeof(array) / sizeof *(array))

static bool find_known(const char *key, struct csv_column *column)
{
	for (size_t i = 0; i < COUNT_OF(known); i++) {
		if (strcmp(key, known[i].header) != 0)
			continue;
		column->target = known[i].target;
		column->label = known[i].label;
		return true;
	}
	return false;
}

/* Of the columns with one number and one meaning: e-mail 1, phone 1 and event 1 are apart. */
static int group_of(const char *what, long number)
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
		column->group = group_of(numbered[i].what, number);
		return true;
	}
	return false;
}

static bool find_address(const char *key, struct csv_column *column)
{
	for (size_t i = 0; i < COUNT_OF(address_places); i++) {
		size_t len = strlen(address_places[i].place);
		if (strncmp(key, address_places[i].place, len) != 0 || key[len] != ' ')
			continue;
		for (size_t j = 0; j < COUNT_OF(address_parts); j++) {
			if (strcmp(key + len + 1, address_parts[j].part) != 0)
				continue;
			column->target = address_parts[j].target;
			column->label = address_places[i].label;
			column->group = address_places[i].group;
			return true;
		}
	}
	return false;
}

struct csv_column csv_column_of(const char *header)
{
	struct csv_column column = { .target = CSV_OTHER };
	char *key = csv_header_key(header);

	if (!*key)
		column.target = CSV_IGNORED;
	else if (!find_known(key, &column) && !find_numbered(key, &column))
		find_address(key, &column);
	free(key);
	return column;
}

static bool names_or_reaches(enum csv_target target)
{
	return target == CSV_NAME || target == CSV_GIVEN || target == CSV_FAMILY ||
	       target == CSV_EMAIL || target == CSV_PHONE || target == CSV_ORGANIZATION;
}

size_t csv_contacts_header(const struct csv_row *row)
{
	size_t count = 0;
	bool is_enough = false;

	for (size_t i = 0; i < row->count; i++) {
		struct csv_column column = csv_column_of(row->fields[i]);
		count += column.target != CSV_OTHER && column.target != CSV_IGNORED;
		is_enough |= names_or_reaches(column.target);
	}
	return is_enough ? count : 0;
}
