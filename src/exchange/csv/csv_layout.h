/* What the columns of an address book mean together.
 * Not here: what one header says (csv_columns.h), the rows (csv_contacts.h). */
#ifndef FILO_EXCHANGE_CSV_CSV_LAYOUT_H
#define FILO_EXCHANGE_CSV_CSV_LAYOUT_H

#include "exchange/csv/csv_columns.h"
#include "exchange/csv/csv_dates.h"

struct csv_layout {
	struct csv_column *columns;
	char **names; /* the headers as they stand */
	struct csv_date_order *orders;
	/* Of each column: the first of its group, and the next (count: none). */
	size_t *first, *next;
	size_t count;
	int64_t line;       /* of the header */
	uint64_t says;      /* bits of the fields it has columns for; CONTACT_FIELDS: of others */
	bool is_own;        /* filo wrote it */
	bool is_linkedin;   /* then "URL" is the profile */
	bool has_unknown;   /* a column that says what nobody knows */
	bool has_name;      /* one that tells what a person is called */
	bool can_use_email; /* to call them by: no firm stands before it */
	int64_t day_numbers, day_words; /* of "Tag", in the rows that were looked at */
	const char *source;             /* which program wrote it */
};

/* From the row of headers. */
void csv_layout_init(struct csv_layout *layout, const struct csv_row *row);
/* Before the rows are read: "Tag" is a day where most of them have the number of one, though some
 * say "unknown", and else a tag. Whether more of them matter. */
bool csv_layout_look(struct csv_layout *layout, const struct csv_row *row);
void csv_layout_settle(struct csv_layout *layout); /* once they have been looked at */
void csv_layout_fini(struct csv_layout *layout);   /* also a zeroed one */

/* The field a column fills; CONTACT_FIELDS: none. */
enum contact_field csv_layout_field(const struct csv_layout *layout, size_t index);
bool csv_layout_is_date(const struct csv_layout *layout, size_t index);
/* The place of the first column of this meaning; layout->count: there is none. */
size_t csv_layout_find(const struct csv_layout *layout, enum csv_target target);

#endif
