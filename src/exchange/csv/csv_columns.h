/* What a column of an address book's CSV can mean.
 * Not here: the rows. */
#ifndef FILO_EXCHANGE_CSV_CSV_COLUMNS_H
#define FILO_EXCHANGE_CSV_CSV_COLUMNS_H

#include "exchange/csv/csv_rows.h"
#include "filo/people/contact_field.h"

#include <stdbool.h>

enum csv_target {
	CSV_OTHER,        /* kept with the contact as it stands */
	CSV_FIELD,        /* a field of the contact */
	CSV_TITLE,        /* of the job, or (Outlook) what stands before the name */
	CSV_URL,          /* a website, or (LinkedIn) the profile */
	CSV_NAME,         /* the whole name, or a part of it */
	CSV_FAMILY_FIRST, /* the whole name, that of the family first */
	CSV_PERSON,       /* the whole name where no other column has it */
	CSV_APELIDO,      /* a family name, or a nickname */
	CSV_PARTICULAR,   /* the phone of home, or whether something is private */
	CSV_ANNIVERSAIRE, /* a birthday, or an anniversary */
	CSV_YEAR,         /* of a birthday, in columns */
	CSV_MONTH,
	CSV_DAY,
	CSV_EVENT,
	CSV_CUSTOM, /* Google: named by the label beside it */
	CSV_RELATION,
	CSV_SPOUSE,
	CSV_STREET,
	CSV_HOUSE, /* the number in the street */
	CSV_CITY,
	CSV_REGION,
	CSV_CODE,
	CSV_COUNTRY,
	CSV_CONNECTED, /* LinkedIn: met on, there */
	CSV_LABEL,     /* of the value in the same group */
};

struct csv_column {
	enum csv_target target;
	enum contact_field field; /* of CSV_FIELD */
	const char *label;        /* fixed by the header; NULL: none. Borrowed for ever */
	int group; /* columns of one address, value and label belong together; 0: alone */
};

/* Of one address. */
enum {
	CSV_GROUP_HOME = 101,
	CSV_GROUP_WORK,
	CSV_GROUP_ELSEWHERE,
	CSV_GROUP_POST,
	CSV_GROUP_BILLS,
	CSV_GROUP_PARCELS,
	CSV_GROUP_NOWHERE,
	CSV_GROUP_MORE = 20 /* times its number, besides: of a further one at the same place */
};

/* As the header, or its place among others, says. */
struct csv_column csv_column_at(const struct csv_row *row, size_t index);
bool csv_is_address_part(enum csv_target target);

/* Whether a row is the header of contacts: how many columns are known; 0: it is not. */
size_t csv_contacts_header(const struct csv_row *row);

#endif
