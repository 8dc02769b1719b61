/* One cell into a contact.
 * Not here: which column it is in (csv_layout.h), rows (csv_contacts.h). */
#ifndef FILO_EXCHANGE_CSV_CSV_CELLS_H
#define FILO_EXCHANGE_CSV_CSV_CELLS_H

#include "exchange/csv/csv_columns.h"
#include "exchange/record.h"

struct csv_cell {
	struct record *record;
	const char *text;  /* not blank */
	const char *label; /* NULL: none */
	bool is_preferred, is_day_first;
	bool is_own;     /* filo wrote it: a date is what it says */
	bool *is_turned; /* becomes true where of two words the first is the family's by the column
			    alone */
};

/* Brings the cell into cell->record; false when it was not understood, or its place is taken. */
bool csv_cell_read(const struct csv_cell *cell, enum csv_target target, enum contact_field field);

/* Whether what begins here parts tags, unless a backslash is before it. */
bool csv_parts_tags(const char *text);

/* A value with no field of its own, or one that was not understood: nothing is lost. */
void csv_cell_keep(struct contact *contact, const char *header, const char *text);

#endif
