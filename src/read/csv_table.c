/* CSV by libcsv.
 * Not here: LinkedIn (linkedin.c). */
#include "read/csv_table.h"

#include "filo/base/ascii.h"
#include "filo/base/memory.h"

#include <csv.h>
#include <stdlib.h>
#include <string.h>

enum { CELLS_MAX = 200 };

struct csv_reading {
	struct vector columns, cells;
	csv_row_fn *take;
	void *context;
	int64_t line, row_line;
};

const char *csv_table_cell(const struct csv_row *row, const char *column)
{
	for (size_t i = 0; i < row->columns->count && i < row->cells->count; i++)
		if (ascii_equal(*(char **)vector_at(row->columns, i), column))
			return *(char **)vector_at(row->cells, i);
	return "";
}

static void csv_take_cell(void *cell, size_t len, void *context)
{
	struct csv_reading *reading = context;
	char *copy = memory_copy_bytes(cell ? cell : "", len);

	if (reading->cells.count < CELLS_MAX)
		vector_push(&reading->cells, &copy);
	else
		free(copy);
}

static void csv_take_row(int end, void *context)
{
	struct csv_reading *reading = context;

	(void)end;
	if (!reading->columns.count) {
		reading->columns = reading->cells;
	} else {
		reading->take(reading->context, &(struct csv_row){ .columns = &reading->columns,
							.cells = &reading->cells,
							.line = reading->row_line });
		vector_fini_strings(&reading->cells);
	}
	vector_init(&reading->cells, sizeof(char *));
	reading->row_line = reading->line + 1;
}

void csv_table_read(struct stream *stream, csv_row_fn *take, void *context)
{
	struct csv_reading reading = { .columns = VECTOR_INIT(char *),
		.cells = VECTOR_INIT(char *),
		.take = take,
		.context = context,
		.row_line = 1 };
	struct csv_parser parser;
	struct line line;

	csv_init(&parser, CSV_APPEND_NULL);
	while (stream_text_line(stream, &line)) {
		reading.line = stream->line;
		csv_parse(&parser, line.text, line.len, csv_take_cell, csv_take_row, &reading);
		csv_parse(&parser, "\n", 1, csv_take_cell, csv_take_row, &reading);
	}
	csv_fini(&parser, csv_take_cell, csv_take_row, &reading);
	csv_free(&parser);
	vector_fini_strings(&reading.columns);
	vector_fini_strings(&reading.cells);
}

bool csv_table_has(struct stream *stream, const char *column)
{
	size_t len, column_len = strlen(column);
	const char *head = stream_head(stream, &len);
	size_t first = strcspn(head, "\r\n");

	for (size_t at = 0; at + column_len <= first; at++) {
		bool begins = !at || head[at - 1] == ',' || head[at - 1] == '"';
		char after = head[at + column_len];
		if (begins && ascii_equal_bytes(head + at, column, column_len) &&
			(after == ',' || after == '"' || after == '\r' || after == '\n' || !after))
			return true;
	}
	return false;
}
