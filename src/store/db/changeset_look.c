/* Walking through a changeset without SQLite, in whose source (sqlite3session) the format is told:
 * over one that ends too early that does not always come to an end, and rows of a table that it
 * does not find as they say it leaves out without a word.
 * Not here: what its rows do (changeset.c). */
#include "store/db/changeset_look.h"

#include "store/db/change.h"
#include "store/db/database.h"
#include "store/db/long_record.h"
#include "store/db/query.h"

#include <stdio.h>
#include <string.h>

#define PIECE_BYTES 4096

enum { VALUE_NONE, VALUE_INTEGER, VALUE_REAL, VALUE_TEXT, VALUE_BLOB, VALUE_NULL };

struct looking {
	struct store *store;
	const unsigned char *at, *end; /* what was read and not yet looked at */
	struct long_record record;     /* where the rest is */
	int code;                      /* of SQLite, in reading that */
	unsigned char piece[PIECE_BYTES];

	/* The table whose rows follow. */
	int columns;
	unsigned char is_key[KNOWN_COLUMNS_MAX];
	char name[KNOWN_NAME_BYTES];
};

static bool look_has_more(struct looking *look)
{
	int count = sizeof look->piece;

	if (look->at < look->end)
		return true;
	if (!look->record.blob || look->code != SQLITE_OK)
		return false;
	look->code = long_record_read(&look->record, look->piece, &count);
	look->at = look->piece;
	look->end = look->piece + (look->code == SQLITE_OK ? count : 0);
	return look->at < look->end;
}

/* -1: there is none left. */
static int look_byte(struct looking *look)
{
	return look_has_more(look) ? *look->at++ : -1;
}

/* Seven bits a byte, the last without the highest; -1: it is none. */
static int64_t look_number(struct looking *look)
{
	int64_t number = 0;

	for (int i = 0; i < 5; i++) {
		int byte = look_byte(look);
		if (byte < 0)
			return -1;
		number = number << 7 | (byte & 0x7F);
		if (!(byte & 0x80))
			return number;
	}
	return -1;
}

static bool look_skip(struct looking *look, int64_t count)
{
	while (count > 0 && look_has_more(look)) {
		int64_t here = look->end - look->at;
		int64_t step = here < count ? here : count;
		look->at += step;
		count -= step;
	}
	return count == 0;
}

static bool look_value(struct looking *look, bool may_lack)
{
	switch (look_byte(look)) {
	case VALUE_NONE:
		return may_lack;
	case VALUE_INTEGER:
	case VALUE_REAL:
		return look_skip(look, 8);
	case VALUE_TEXT:
	case VALUE_BLOB:
		return look_skip(look, look_number(look));
	case VALUE_NULL:
		return true;
	default:
		return false;
	}
}

/* One value a column; of an update those that it leaves lack, but not the key of what was there. */
static bool look_values(struct looking *look, bool is_update, bool is_after)
{
	bool is_whole = true;

	for (int i = 0; i < look->columns && is_whole; i++)
		is_whole = look_value(look, is_update && (is_after || !look->is_key[i]));
	return is_whole;
}

/* What was done, whether a foreign key did it, and the values. */
static bool look_row(struct looking *look, int operation)
{
	int is_indirect = look_byte(look);

	if (is_indirect != 0 && is_indirect != 1)
		return false;
	if (operation == SQLITE_INSERT || operation == SQLITE_DELETE)
		return look_values(look, false, false);
	return operation == SQLITE_UPDATE && look_values(look, true, false) &&
	       look_values(look, true, true);
}

const struct known_table *changeset_known_table(struct store *store, const char *name)
{
	struct known_table *table, read = { .columns = 0 };

	VECTOR_EACH (table, &store->known_tables)
		if (!strcmp(table->name, name))
			return table;
	if (!change_has_table(name))
		return NULL;
	struct query query =
		query_open(store, "SELECT pk > 0 FROM pragma_table_info(?1) ORDER BY cid");
	bind_text(&query, 1, name);
	while (read.columns < KNOWN_COLUMNS_MAX && query_next(&query))
		read.is_key[read.columns++] = column_int(&query, 0) != 0;
	if (query_close(&query, NULL) != STATUS_OK)
		return NULL;
	snprintf(read.name, sizeof read.name, "%s", name);
	return vector_push(&store->known_tables, &read);
}

/* An older record may have fewer columns: those added later come last, and are no keys. */
static bool look_is_table(struct looking *look)
{
	const struct known_table *table = changeset_known_table(look->store, look->name);
	bool is_same = table && look->columns <= table->columns;

	for (int i = 0; is_same && i < table->columns; i++)
		is_same = table->is_key[i] == (i < look->columns && look->is_key[i]);
	return is_same;
}

static bool look_table(struct looking *look)
{
	int64_t columns = look_number(look);
	size_t len = 0;
	int byte = 0;

	if (columns < 1 || columns > KNOWN_COLUMNS_MAX)
		return false;
	look->columns = (int)columns;
	for (int i = 0; i < look->columns && byte >= 0; i++) {
		byte = look_byte(look);
		look->is_key[i] = byte != 0;
	}
	do {
		byte = look_byte(look);
		look->name[len] = (char)byte;
	} while (byte > 0 && ++len < sizeof look->name);
	return byte == 0 && look_is_table(look);
}

static bool look_all(struct looking *look)
{
	bool is_whole = true;
	int byte;

	while (is_whole && (byte = look_byte(look)) >= 0)
		is_whole =
			byte == 'T' ? look_table(look) : look->columns > 0 && look_row(look, byte);
	return is_whole;
}

enum status changeset_look(
	struct store *store, const struct changeset *changeset, bool *is_whole, struct error *err)
{
	struct looking look = { .store = store, .at = changeset->bytes, .code = SQLITE_OK };

	if (changeset->bytes)
		look.end = look.at + changeset->size_bytes;
	else
		look.code = long_record_open(store, changeset->record, &look.record);
	*is_whole = look_all(&look);
	long_record_close(&look.record);
	return look.code == SQLITE_OK ? STATUS_OK
				      : database_tell(store, database_fail(store, look.code), err);
}
