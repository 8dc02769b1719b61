/* Reading two pages of a database as they lie in a file (www.sqlite.org/fileformat2.html, 1.6, 2).
 * Not here: what follows from what they say (log_look.c, journal_look.c). */
#include "store/db/page_look.h"

#include "filo/base/memory.h"
#include "store/db/files.h"

#include <fcntl.h>
#include <sqlite3.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define LEAF_OF_TABLE 13
#define LEAF_HEADER   8

/* Columns of state. Those between have one value whenever a change has ended, which tells the row
 * from those of other tables. */
enum {
	ID,
	CHANGE_COUNT,
	UNDO_BYTES,
	INDEXED_CONTACT,
	INDEXED_CONVERSATION,
	SNAPSHOT_DAY,
	SNAPSHOT_CHANGE,
	COLUMNS_READ
};

uint32_t page_number(const unsigned char *bytes)
{
	return (uint32_t)bytes[0] << 24 | (uint32_t)bytes[1] << 16 | (uint32_t)bytes[2] << 8 |
	       bytes[3];
}

struct page_header page_header_read(const unsigned char *page, size_t len)
{
	if (len < 32 || memcmp(page, "SQLite format 3", 16) != 0)
		return (struct page_header){ .is_known = false };
	return (struct page_header){
		.is_known = true, .changes = page_number(page + 24), .pages = page_number(page + 28)
	};
}

/* A number of one or two bytes, as all in a row so short are. False: it is longer. */
static bool page_take_short(const unsigned char **at, const unsigned char *end, uint32_t *number)
{
	*number = 0;
	for (int i = 0; i < 2 && *at < end; i++) {
		unsigned char byte = *(*at)++;
		*number = *number << 7 | (byte & 0x7F);
		if (!(byte & 0x80))
			return true;
	}
	return false;
}

struct page_value {
	bool is_null;
	int64_t number;
};

/* False: it is no number, and not NULL. */
static bool page_take_value(
	const unsigned char **at, const unsigned char *end, uint32_t type, struct page_value *value)
{
	static const unsigned char lens[] = { 0, 1, 2, 3, 4, 6, 8, 0, 0, 0 };

	if (type >= sizeof lens || type == 7 || end - *at < lens[type])
		return false;
	uint64_t number = lens[type] && **at & 0x80 ? UINT64_MAX : type == 9;
	for (unsigned char i = 0; i < lens[type]; i++)
		number = number << 8 | *(*at)++;
	*value = (struct page_value){ .is_null = type == 0, .number = (int64_t)number };
	return true;
}

static bool page_take_row(
	const unsigned char *at, const unsigned char *end, struct page_value row[COLUMNS_READ])
{
	uint32_t len, id, types_len, type;

	if (!page_take_short(&at, end, &len) || !page_take_short(&at, end, &id) || id != 1 ||
		len > (size_t)(end - at))
		return false;
	const unsigned char *types = at;
	if (!page_take_short(&types, end, &types_len) || types_len > len)
		return false;
	const unsigned char *types_end = at + types_len;
	end = at + len;
	at = types_end;
	for (int i = 0; i < COLUMNS_READ; i++)
		if (!page_take_short(&types, types_end, &type) ||
			!page_take_value(&at, end, type, &row[i]))
			return false;
	return row[INDEXED_CONTACT].number == INT64_MAX &&
	       row[INDEXED_CONVERSATION].number == INT64_MAX;
}

struct page_state page_state_read(const unsigned char *page, size_t len)
{
	struct page_value row[COLUMNS_READ];
	size_t at = len > LEAF_HEADER + 2 ? (size_t)page[LEAF_HEADER] << 8 | page[LEAF_HEADER + 1]
					  : len;

	if (at >= len || page[0] != LEAF_OF_TABLE || page[3] != 0 || page[4] != 1 ||
		!page_take_row(page + at, page + len, row))
		return (struct page_state){ .is_known = false };
	return (struct page_state){ .is_known = true,
		.changes = row[CHANGE_COUNT].number,
		.undo_bytes = row[UNDO_BYTES].number,
		.is_of_snapshot = !row[SNAPSHOT_DAY].is_null &&
				  row[SNAPSHOT_CHANGE].number == row[CHANGE_COUNT].number };
}

static int64_t page_ask(sqlite3 *db, const char *sql)
{
	sqlite3_stmt *stmt = NULL;
	int64_t number = 0;

	if (sqlite3_prepare_v2(db, sql, -1, &stmt, NULL) == SQLITE_OK &&
		sqlite3_step(stmt) == SQLITE_ROW)
		number = sqlite3_column_int64(stmt, 0);
	sqlite3_finalize(stmt);
	return number;
}

static void page_facts_read_pages(struct page_facts *facts, const char *path)
{
	unsigned char *page = memory_new(PAGE_MAX);
	int file = open(path, O_RDONLY | O_CLOEXEC);
	size_t len = facts->page_bytes;

	if (file >= 0 && pread(file, page, len, 0) == (ssize_t)len)
		facts->header = page_header_read(page, len);
	if (file >= 0 &&
		pread(file, page, len, (off_t)len * (facts->state_page - 1)) == (ssize_t)len)
		facts->state = page_state_read(page, len);
	if (file >= 0)
		close(file);
	free(page);
}

void page_facts_read(struct page_facts *facts, const char *path)
{
	char *alone = database_file_immutable_uri(path);
	sqlite3 *db = NULL;

	*facts = (struct page_facts){ .page_bytes = 0 };
	if (sqlite3_open_v2(alone, &db,
		    SQLITE_OPEN_READONLY | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_URI,
		    NULL) == SQLITE_OK) {
		facts->state_page = (uint32_t)page_ask(
			db, "SELECT rootpage FROM sqlite_schema WHERE name = 'state'");
		facts->page_bytes = (uint32_t)page_ask(db, "PRAGMA page_size");
	}
	sqlite3_close(db);
	free(alone);
	if (facts->state_page && facts->page_bytes <= PAGE_MAX)
		page_facts_read_pages(facts, path);
}
