/* Rows of CSV whose first has the names of the columns.
 * Not here: what a column means. */
#ifndef FILO_READ_CSV_TABLE_H
#define FILO_READ_CSV_TABLE_H

#include "filo/base/vector.h"
#include "read/stream.h"

struct csv_row {
	const struct vector *columns; /* of char * */
	const struct vector *cells;   /* of char * */
	int64_t line;                 /* where it begins */
};
/* The cell under a name, in any case; "" when there is none. Borrowed. */
const char *csv_table_cell(const struct csv_row *row, const char *column);

typedef void csv_row_fn(void *context, const struct csv_row *row);
/* Hands on each row after the first. */
void csv_table_read(struct stream *stream, csv_row_fn *take, void *context);

/* Whether the first line of a stream names this column. */
bool csv_table_has(struct stream *stream, const char *column);

#endif
