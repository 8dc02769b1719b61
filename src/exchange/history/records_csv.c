/* Records as CSV: a message a row, under a header of the same names.
 * Not here: CSV as such (exchange/csv/), other tables of people and entries. */
#include "exchange/csv/csv_detect.h"
#include "exchange/csv/csv_rows.h"
#include "exchange/history/records.h"

#include <stdlib.h>
#include <string.h>

#define COLUMNS_MAX 64

enum { COLUMN_OTHER = -1, COLUMN_SECONDS = -2, COLUMN_TO = -3 };

static int records_csv_column_of(const char *header)
{
	char *key = csv_header_key(header);
	enum history_text text = history_text_named(key);
	int column = text <= TEXT_TEXT         ? (int)text
		     : !strcmp(key, "seconds") ? COLUMN_SECONDS
		     : !strcmp(key, "to")      ? COLUMN_TO
					       : COLUMN_OTHER;

	free(key);
	return column;
}

/* "when", somebody, and who of the two it was, or where. */
static size_t known_columns(const struct csv_row *row)
{
	bool has[TEXT_TEXT + 1] = { false }, has_to = false;
	size_t count = 0;

	for (size_t i = 0; i < row->count && i < COLUMNS_MAX; i++) {
		int column = records_csv_column_of(row->fields[i]);
		has_to |= column == COLUMN_TO;
		if (column >= 0)
			has[column] = true;
		count += column != COLUMN_OTHER;
	}
	bool has_who = has[TEXT_WHO] || has[TEXT_FROM];
	bool has_side = has[TEXT_BY] || has[TEXT_THREAD] || has_to;
	return has[TEXT_WHEN] && has_who && has_side ? count : 0;
}

struct table {
	int columns[COLUMNS_MAX]; /* enum history_text, or one of the above */
	size_t count;             /* 0: no header yet */
	history_record_fn *each;
	void *context;
};

static void read_header(struct table *table, const struct csv_row *row)
{
	if (!known_columns(row))
		return;
	table->count = row->count < COLUMNS_MAX ? row->count : COLUMNS_MAX;
	for (size_t i = 0; i < table->count; i++)
		table->columns[i] = records_csv_column_of(row->fields[i]);
}

static enum status on_row(void *context, const struct csv_row *row, struct error *err)
{
	struct table *table = context;
	struct history_record record = { .kind = RECORD_MESSAGE, .line = row->line };
	const char *to = NULL;

	if (!table->count) {
		read_header(table, row);
		return STATUS_OK;
	}
	if (!csv_row_has_text(row, 0))
		return STATUS_OK;
	for (size_t i = 0; i < HISTORY_NUMBERS; i++)
		record.number[i] = NUMBER_NONE;
	for (size_t i = 0; i < row->count && i < table->count; i++) {
		int column = table->columns[i];
		if (!*row->fields[i])
			continue;
		if (column >= 0)
			record.text[column] = row->fields[i];
		else if (column == COLUMN_SECONDS)
			record.number[NUMBER_SECONDS] = strtoll(row->fields[i], NULL, 10);
		else if (column == COLUMN_TO)
			to = row->fields[i];
	}
	record.list[LIST_TO] = &to;
	record.list_count[LIST_TO] = to != NULL;
	return table->each(table->context, &record, err);
}

enum status history_records_csv(
	struct source *source, history_record_fn *each, void *context, struct error *err)
{
	struct table table = { .each = each, .context = context };
	const char *bytes;
	size_t len;
	char delimiter = ',';
	enum status status = source_peek(source, &bytes, &len, err);

	if (status != STATUS_OK)
		return status;
	csv_detect(bytes, len, known_columns, &delimiter);
	return csv_rows(source, delimiter, on_row, &table, err);
}

bool history_records_is_csv(const char *bytes, size_t len)
{
	char delimiter;

	return csv_detect(bytes, len, known_columns, &delimiter) > 0;
}
