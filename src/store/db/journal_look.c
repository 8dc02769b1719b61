/* Looking into the journal beside a database (www.sqlite.org/fileformat2.html, 3).
 * Not here: the log that filo keeps else (log_look.c), what pages say (page_look.c).
 *
 * The journal holds pages as they were before the change that was not ended. The file has them so,
 * or as that change wrote them: what counts in them is the same, or one more. */
#include "store/db/journal_look.h"

#include "filo/base/memory.h"
#include "store/db/files.h"
#include "store/db/page_look.h"

#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define JOURNAL_HEADER 28
#define SUMMED_EVERY   200
#define SECTOR_MAX     65536

static const unsigned char journal_magic[] = { 0xd9, 0xd5, 0x05, 0xf9, 0x20, 0xa1, 0x63, 0xd7 };

struct journal_look {
	int journal;
	off_t at;
	uint32_t records, nonce, sector_bytes;
	struct page_facts file;
	bool is_other;
};

static bool journal_read_header(struct journal_look *look)
{
	unsigned char bytes[JOURNAL_HEADER];

	if (pread(look->journal, bytes, sizeof bytes, look->at) != sizeof bytes ||
		memcmp(bytes, journal_magic, sizeof journal_magic) != 0 ||
		page_number(bytes + 24) != look->file.page_bytes)
		return false;
	look->records = page_number(bytes + 8);
	look->nonce = page_number(bytes + 12);
	look->sector_bytes = page_number(bytes + 20);
	look->at += look->sector_bytes;
	return look->sector_bytes >= JOURNAL_HEADER && look->sector_bytes <= SECTOR_MAX;
}

static bool journal_record_is_whole(const struct journal_look *look, const unsigned char *page)
{
	size_t len = look->file.page_bytes;
	uint32_t sum = look->nonce;

	for (size_t at = len - SUMMED_EVERY; at > 0 && at < len; at -= SUMMED_EVERY)
		sum += page[at];
	return sum == page_number(page + len);
}

static void journal_compare(struct journal_look *look, uint32_t number, const unsigned char *page)
{
	size_t len = look->file.page_bytes;
	struct page_header header = { .is_known = false };
	struct page_state state = { .is_known = false };

	if (number == 1)
		header = page_header_read(page, len);
	if (number == look->file.state_page)
		state = page_state_read(page, len);
	if (header.is_known && look->file.header.is_known &&
		look->file.header.changes - header.changes > 1)
		look->is_other = true;
	if (state.is_known && look->file.state.is_known &&
		(look->file.state.changes < state.changes ||
			look->file.state.changes > state.changes + 1))
		look->is_other = true;
}

/* What one header stands before. */
static bool journal_read_records(struct journal_look *look)
{
	size_t len = 4 + look->file.page_bytes + 4;
	unsigned char *record = memory_new(len);
	bool is_whole = true;

	for (uint32_t i = 0; i < look->records && is_whole; i++, look->at += (off_t)len) {
		is_whole = pread(look->journal, record, len, look->at) == (ssize_t)len &&
			   journal_record_is_whole(look, record + 4);
		if (is_whole)
			journal_compare(look, page_number(record), record + 4);
	}
	free(record);
	look->at += look->sector_bytes - 1;
	look->at -= look->at % look->sector_bytes;
	return is_whole;
}

bool journal_is_of_another(const char *path)
{
	char *name = database_file_beside(path, "-journal");
	struct journal_look look = { .journal = open(name, O_RDONLY | O_CLOEXEC) };

	free(name);
	if (look.journal < 0)
		return false;
	page_facts_read(&look.file, path);
	while (look.file.page_bytes >= 512 && look.file.page_bytes <= PAGE_MAX &&
		journal_read_header(&look) && journal_read_records(&look))
		;
	bool is_other = look.is_other && database_file_is_left(path, look.journal);
	close(look.journal);
	return is_other;
}
