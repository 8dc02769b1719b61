/* What two pages of a database say of the state it is in, read without SQLite.
 * Not here: where these pages come from (log_look.h). */
#ifndef FILO_STORE_DB_PAGE_LOOK_H
#define FILO_STORE_DB_PAGE_LOOK_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#define PAGE_MAX 65536 /* bytes */

/* The first page (www.sqlite.org/fileformat2.html, 1.3). */
struct page_header {
	bool is_known;
	uint32_t changes; /* those counted there: all without a log, with one some */
	uint32_t pages;   /* of the whole file */
};

/* The page of the table state, which is one row. */
struct page_state {
	bool is_known;
	int64_t changes, undo_bytes;
	bool is_of_snapshot; /* what wrote it last kept the head of the queue, and changed nothing
			      */
};

/* From `len` bytes of a page; not known where they are not what they should be. */
struct page_header page_header_read(const unsigned char *page, size_t len);
struct page_state page_state_read(const unsigned char *page, size_t len);

/* Big-endian. */
uint32_t page_number(const unsigned char *bytes);

/* What the file at `path` says itself, whatever lies beside it, and the number of the page of
 * state; 0: that cannot be told. */
struct page_facts {
	uint32_t page_bytes, state_page;
	struct page_header header;
	struct page_state state;
};
void page_facts_read(struct page_facts *facts, const char *path);

#endif
