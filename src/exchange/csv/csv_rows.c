/* Rows of CSV through libcsv, with the lines they stand on.
 * Not here: what columns mean (csv_log.c, csv_contacts.c). */
#include "exchange/csv/csv_rows.h"

#include "exchange/csv/csv_code_page.h"
#include "exchange/csv/csv_date_format.h"
#include "filo/base/fold.h"
#include "filo/base/i18n.h"
#include "filo/base/memory.h"
#include "filo/base/text.h"
#include "filo/base/vector.h"

#include <csv.h>
#include <stdlib.h>
#include <string.h>

/* A field longer than this ends the reading: a quote is open somewhere. */
#define FIELD_MAX_BYTES (16 << 20)

struct rows {
	struct csv_parser parser;
	struct strbuf text;    /* the fields of the row, each ended by a NUL */
	struct vector offsets; /* of size_t */
	struct vector fields;  /* of char * */
	int64_t line, row_line;
	struct source *source;
	const char *page_used; /* NULL: all was UTF-8 */
	enum status (*each)(void *context, const struct csv_row *row, struct error *err);
	void *context;
	enum status status;
	struct error *err;
};

/* Of the field that begins at `start`: one sign for an end of line, whichever it was. */
static void settle_line_ends(struct strbuf *text, size_t start)
{
	char *to = text->data + start;

	for (const char *from = to; *from; from++)
		if (*from != '\r')
			*to++ = *from;
		else if (from[1] != '\n')
			*to++ = '\n';
	strbuf_truncate(text, (size_t)(to - text->data));
}

/* Spreadsheets are kept from taking a number's zeros by ="0039". */
static void settle_formula(struct strbuf *text, size_t start)
{
	const char *field = text->data + start;
	size_t len = text->len - start;

	if (len < 3 || strncmp(field, "=\"", 2) != 0 || strchr(field + 2, '"') != field + len - 1)
		return;
	strbuf_truncate(text, text->len - 1);
	strbuf_splice(text, start, 2, "", 0);
}

static void csv_rows_read_field(void *field, size_t len, void *context)
{
	struct rows *rows = context;
	size_t start = rows->text.len;

	vector_push(&rows->offsets, &start);
	if (text_is_valid(field, len)) {
		strbuf_add_bytes(&rows->text, field, len);
	} else {
		char *repaired = csv_code_page_decode(field, len, &rows->source->signs);
		rows->page_used = csv_code_page_of(&rows->source->signs);
		strbuf_add(&rows->text, repaired);
		free(repaired);
	}
	if (rows->text.len > start) {
		settle_line_ends(&rows->text, start);
		settle_formula(&rows->text, start);
	}
	strbuf_add_bytes(&rows->text, "", 1);
}

static void csv_rows_read_row(int end, void *context)
{
	struct rows *rows = context;

	(void)end;
	if (rows->status == STATUS_OK) {
		vector_clear(&rows->fields);
		for (size_t i = 0; i < rows->offsets.count; i++) {
			char *field = rows->text.data + *(size_t *)vector_at(&rows->offsets, i);
			vector_push(&rows->fields, &field);
		}
		struct csv_row row = { .fields = rows->fields.items,
			.count = rows->fields.count,
			.line = rows->row_line,
			.code_page = rows->page_used };
		rows->status = rows->each(rows->context, &row, rows->err);
	}
	vector_clear(&rows->offsets);
	strbuf_clear(&rows->text);
	rows->row_line = rows->line + 1;
}

static void refuse_open_quote(struct rows *rows)
{
	rows->status = error_set(rows->err, STATUS_INVALID,
		_("Line %lld: a quotation mark is opened here and never closed"),
		(long long)rows->row_line);
}

/* Nothing of the next row has been read. */
static bool csv_rows_is_at_start(const struct rows *rows)
{
	return !rows->offsets.count && !rows->parser.entry_pos && !rows->parser.quoted;
}

/* Hands libcsv a line at a time, so that each row is known by its line. */
static void csv_rows_parse_block(struct rows *rows, const char *bytes, size_t len)
{
	while (len && rows->status == STATUS_OK) {
		const char *lf = memchr(bytes, '\n', len);
		size_t part = lf ? (size_t)(lf - bytes) + 1 : len;
		/* Of a file that was joined to the one before. */
		if (len >= SOURCE_MARK_LEN && !memcmp(bytes, SOURCE_MARK, SOURCE_MARK_LEN) &&
			csv_rows_is_at_start(rows)) {
			bytes += SOURCE_MARK_LEN;
			len -= SOURCE_MARK_LEN;
			continue;
		}
		if (csv_parse(&rows->parser, bytes, part, csv_rows_read_field, csv_rows_read_row,
			    rows) != part ||
			rows->parser.entry_pos > FIELD_MAX_BYTES)
			refuse_open_quote(rows);
		/* libcsv says nothing of an empty line. */
		if (lf && rows->row_line == rows->line && csv_rows_is_at_start(rows))
			rows->row_line++;
		rows->line += lf != NULL;
		bytes += part;
		len -= part;
	}
}

enum status csv_rows(struct source *source, char delimiter,
	enum status (*each)(void *context, const struct csv_row *row, struct error *err),
	void *context, struct error *err)
{
	struct rows rows = { .text = STRBUF_INIT,
		.offsets = VECTOR_INIT(size_t),
		.fields = VECTOR_INIT(char *),
		.line = 1,
		.row_line = 1,
		.source = source,
		.each = each,
		.context = context,
		.err = err };
	const char *bytes;
	size_t len;

	csv_init(&rows.parser, CSV_APPEND_NULL);
	csv_set_delim(&rows.parser, (unsigned char)delimiter);
	while (rows.status == STATUS_OK) {
		rows.status = source_peek(source, &bytes, &len, err);
		if (rows.status != STATUS_OK || !len)
			break;
		csv_code_page_look(source, bytes, len);
		csv_rows_parse_block(&rows, bytes, len);
		source_take(source, len);
	}
	/* At the end, and only there, an open quote is a mistake to libcsv. */
	csv_set_opts(&rows.parser, CSV_APPEND_NULL | CSV_STRICT | CSV_STRICT_FINI);
	if (rows.status == STATUS_OK &&
		csv_fini(&rows.parser, csv_rows_read_field, csv_rows_read_row, &rows))
		refuse_open_quote(&rows);
	csv_free(&rows.parser);
	strbuf_fini(&rows.text);
	vector_fini(&rows.offsets);
	vector_fini(&rows.fields);
	return rows.status;
}

bool csv_row_has_text(const struct csv_row *row, size_t first)
{
	for (size_t i = first; i < row->count; i++)
		if (!text_is_blank(row->fields[i]))
			return true;
	return false;
}

bool csv_row_is_again(const struct csv_row *row, char *const *names, size_t count)
{
	bool is_same = row->count == count;

	for (size_t i = 0; i < row->count && is_same; i++) {
		char *text = text_trim(row->fields[i]);
		is_same = !strcmp(text, names[i]);
		free(text);
	}
	return is_same;
}

char *csv_header_key(const char *header)
{
	struct strbuf key = STRBUF_INIT;
	size_t start;

	text_fold(&key, header);
	strbuf_truncate(&key, csv_date_format_find(key.data).title_len);
	start = strspn(key.data, " *\"'._-");
	strbuf_splice(&key, 0, start, "", 0);
	while (key.len && strchr(" *\"'.:_", key.data[key.len - 1]))
		strbuf_truncate(&key, key.len - 1);
	for (char *c = key.data; *c; c++)
		if (*c == '_')
			*c = ' ';
	return strbuf_take(&key);
}
