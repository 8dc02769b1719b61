/* The columns of a table that nobody knows, so that who wrote it sees what has to be renamed.
 * Not here: which columns are known (csv_columns.c), the formats' own refusals. */
#include "exchange/csv/csv_unknown.h"

#include "exchange/csv/csv_detect.h"
#include "filo/base/i18n.h"
#include "filo/base/text.h"

#include <stdlib.h>
#include <string.h>

#define ROWS_LOOKED_AT 5
#define HEADER_MAX     60  /* bytes; what is longer is a sentence */
#define NAMES_MAX      160 /* bytes of all names that are told */

struct unknown_table {
	struct strbuf names;
	size_t columns, rows; /* of the first row; as wide as it */
	bool is_table;
};

static bool can_be_header(const char *field)
{
	return !text_is_blank(field) && strlen(field) <= HEADER_MAX && !strpbrk(field, "\n\r");
}

static void name_columns(struct unknown_table *table, const struct csv_row *row)
{
	table->columns = row->count;
	table->is_table = row->count > 1;
	for (size_t i = 0; i < row->count && table->is_table; i++) {
		char *name = text_trim(row->fields[i]);
		table->is_table = can_be_header(name);
		if (table->names.len <= NAMES_MAX)
			strbuf_add_item(&table->names, ", ",
				table->names.len + strlen(name) <= NAMES_MAX ? name : "...");
		free(name);
	}
}

static enum status look_at_row(void *context, const struct csv_row *row, struct error *err)
{
	struct unknown_table *table = context;

	(void)err;
	if (!csv_row_has_text(row, 0))
		return STATUS_OK;
	if (!table->columns)
		name_columns(table, row);
	table->is_table &= row->count == table->columns;
	return ++table->rows < ROWS_LOOKED_AT && table->is_table ? STATUS_OK : STATUS_CANCELLED;
}

bool csv_unknown_tell(struct strbuf *out, const char *bytes, size_t len)
{
	static const char delimiters[] = ",;\t|";
	bool is_told = false;

	for (const char *d = delimiters; *d && !is_told; d++) {
		struct unknown_table table = { .names = STRBUF_INIT };
		csv_peek_rows(bytes, len, *d, look_at_row, &table);
		is_told = table.is_table && table.rows > 1;
		if (is_told)
			strbuf_add_format(out,
				_("none of its columns says who it is about (%s); its first line "
				  "must name them: name, email, phone, birthday and the like"),
				table.names.data);
		strbuf_fini(&table.names);
	}
	return is_told;
}
