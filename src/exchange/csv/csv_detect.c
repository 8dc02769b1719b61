/* The header and the delimiter of a CSV file, by trying each on its first rows.
 * Not here: reading the rest (csv_rows.c). */
#include "exchange/csv/csv_detect.h"

#include "exchange/csv/csv_code_page.h"
#include "filo/base/memory.h"

#include <stdlib.h>

/* The first rows only: a preamble may stand before the header. */
#define HEADER_ROWS 10

struct header_search {
	csv_header_fn *header;
	size_t rows;
	size_t best; /* known columns */
};

static enum status judge_row(void *context, const struct csv_row *row, struct error *err)
{
	struct header_search *search = context;
	size_t known = search->header(row);

	(void)err;
	if (known > search->best)
		search->best = known;
	return ++search->rows < HEADER_ROWS ? STATUS_OK : STATUS_CANCELLED;
}

void csv_peek_rows(const char *bytes, size_t len, char delimiter,
	enum status (*each)(void *context, const struct csv_row *row, struct error *err),
	void *context)
{
	struct source *source = memory_new(sizeof *source);

	if (source_open_bytes(source, bytes, len, NULL) == STATUS_OK) {
		csv_rows(source, delimiter, each, context, NULL);
		source_close(source);
	}
	free(source);
}

size_t csv_detect(const char *bytes, size_t len, csv_header_fn *header, char *delimiter)
{
	static const char delimiters[] = ",;\t|";
	size_t best = 0;

	*delimiter = ',';
	for (const char *d = delimiters; *d; d++) {
		struct header_search search = { .header = header };
		csv_peek_rows(bytes, len, *d, judge_row, &search);
		if (search.best > best) {
			best = search.best;
			*delimiter = *d;
		}
	}
	return best;
}

enum status csv_look_ahead(struct source *source, char delimiter,
	enum status (*each)(void *context, const struct csv_row *row, struct error *err),
	void *context, struct error *err)
{
	const char *bytes;
	size_t len;
	bool can_rewind;
	enum status status = source_rewind(source, &can_rewind, err);

	if (status != STATUS_OK)
		return status;
	if (!can_rewind) {
		status = source_peek(source, &bytes, &len, err);
		if (status == STATUS_OK)
			csv_peek_rows(bytes, len, delimiter, each, context);
		return status;
	}
	/* What is wrong with the file is said when it is read. */
	csv_rows(source, delimiter, each, context, NULL);
	/* One letter late in the file may tell what all the others are. */
	while (source_peek(source, &bytes, &len, NULL) == STATUS_OK && len) {
		csv_code_page_look(source, bytes, len);
		source_take(source, len);
	}
	return source_rewind(source, &can_rewind, err);
}
