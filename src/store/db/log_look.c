/* Looking into the log beside a database (www.sqlite.org/fileformat2.html, 4).
 * Not here: files whose header says that they are a copy (files.c), what pages say (page_look.c).
 *
 * The log holds pages as each commit left them, since it was begun. The file has such a page as it
 * was before, or as one of these commits left it, which a checkpoint has brought there. What counts
 * in it goes up by one at most with each commit: before the first it was one less, or as much.
 *
 * What is not seen: a log in which nothing was changed, only drafts kept, over a file that has as
 * many pages. */
#include "store/db/log_look.h"

#include "filo/base/memory.h"
#include "store/db/files.h"
#include "store/db/page_look.h"

#include <fcntl.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <unistd.h>

#define LOG_HEADER   32
#define FRAME_HEADER 24
#define MAGIC        0x377f0682u /* its last bit: how numbers are summed up */

/* Of one of the two pages that are looked at. */
struct log_fit {
	bool is_told; /* some commit has written it */
	bool is_fit;  /* what the file says can be so */
};

struct log_look {
	int log;
	uint32_t page_bytes;
	bool is_big_endian;
	unsigned char salts[8];
	uint32_t sum[2];

	struct page_facts file;
	/* As the commit that is being read leaves them, where it writes them. */
	struct page_header header;
	struct page_state state;

	struct log_fit states, sizes;
	bool has_commit;
	bool has_header;
	uint32_t before, last; /* that the first header may have counted, and the last does */
};

static uint32_t log_word(const struct log_look *log, const unsigned char *bytes)
{
	return log->is_big_endian ? page_number(bytes)
				  : (uint32_t)bytes[3] << 24 | (uint32_t)bytes[2] << 16 |
					    (uint32_t)bytes[1] << 8 | bytes[0];
}

static void log_sum_up(struct log_look *log, const unsigned char *bytes, size_t len)
{
	for (size_t i = 0; i + 8 <= len; i += 8) {
		log->sum[0] += log_word(log, bytes + i) + log->sum[1];
		log->sum[1] += log_word(log, bytes + i + 4) + log->sum[0];
	}
}

static bool log_read_header(struct log_look *log)
{
	unsigned char bytes[LOG_HEADER];

	if (pread(log->log, bytes, sizeof bytes, 0) != sizeof bytes ||
		(page_number(bytes) & ~1u) != MAGIC)
		return false;
	log->is_big_endian = page_number(bytes) & 1;
	log->page_bytes = page_number(bytes + 8);
	for (size_t i = 0; i < sizeof log->salts; i++)
		log->salts[i] = bytes[16 + i];
	log_sum_up(log, bytes, 24);
	return log->page_bytes >= 512 && log->page_bytes <= PAGE_MAX && log->page_bytes % 8 == 0 &&
	       log->sum[0] == page_number(bytes + 24) && log->sum[1] == page_number(bytes + 28);
}

/* Whether a frame belongs to what the log holds now, and is whole. */
static bool log_frame_is_whole(struct log_look *log, const unsigned char *frame)
{
	for (size_t i = 0; i < sizeof log->salts; i++)
		if (frame[8 + i] != log->salts[i])
			return false;
	log_sum_up(log, frame, 8);
	log_sum_up(log, frame + FRAME_HEADER, log->page_bytes);
	return log->sum[0] == page_number(frame + 16) && log->sum[1] == page_number(frame + 20);
}

static void log_take_state(struct log_look *log)
{
	const struct page_state *file = &log->file.state, *now = &log->state;
	bool is_first = !log->states.is_told;

	log->states.is_told = true;
	if (file->changes == now->changes && file->undo_bytes == now->undo_bytes)
		log->states.is_fit = true;
	else if (is_first && !now->is_of_snapshot && file->changes <= now->changes &&
		 file->changes >= now->changes - 1)
		log->states.is_fit = true;
}

/* A commit that leaves the header alone leaves the size of the file. `pages`: that it has then. */
static void log_take_size(struct log_look *log, uint32_t pages)
{
	if (!log->has_commit)
		log->sizes = (struct log_fit){ .is_told = true, .is_fit = log->header.is_known };
	if (log->file.header.pages == pages)
		log->sizes.is_fit = true;
	if (!log->header.is_known)
		return;
	if (!log->has_header)
		log->before = log->header.changes - 1;
	log->has_header = true;
	log->last = log->header.changes;
}

static void log_take_commit(struct log_look *log, uint32_t pages)
{
	if (log->state.is_known)
		log_take_state(log);
	log_take_size(log, pages);
	log->has_commit = true;
	log->state.is_known = log->header.is_known = false;
}

/* Where the page has become another one's (VACUUM), what comes after follows from what was written
 * elsewhere meanwhile. */
static void log_read_state(struct log_look *log, const unsigned char *page)
{
	log->state = page_state_read(page, log->page_bytes);
	if (!log->state.is_known)
		log->states = (struct log_fit){ .is_told = true, .is_fit = true };
}

/* What a transaction has written more than once counts as it was written last. */
static void log_read_commits(struct log_look *log)
{
	size_t len = FRAME_HEADER + log->page_bytes;
	unsigned char *frame = memory_new(len);
	off_t at = LOG_HEADER;

	for (; pread(log->log, frame, len, at) == (ssize_t)len && log_frame_is_whole(log, frame);
		at += (off_t)len) {
		if (page_number(frame) == 1)
			log->header = page_header_read(frame + FRAME_HEADER, log->page_bytes);
		if (page_number(frame) == log->file.state_page)
			log_read_state(log, frame + FRAME_HEADER);
		if (page_number(frame + 4))
			log_take_commit(log, page_number(frame + 4));
	}
	free(frame);
}

static bool log_fits(const struct log_look *log)
{
	const struct page_header *header = &log->file.header;

	if (log->file.state.is_known && log->states.is_told && !log->states.is_fit)
		return false;
	if (!header->is_known || !log->has_commit)
		return true;
	return log->sizes.is_fit &&
	       (!log->has_header || header->changes - log->before <= log->last - log->before);
}

bool log_is_of_another(const char *path)
{
	struct log_look log = { .log = -1 };

	if (!database_file_has_log(path) || database_file_is_open(path))
		return false;
	char *name = database_file_beside(path, "-wal");
	log.log = open(name, O_RDONLY | O_CLOEXEC);
	free(name);
	if (log.log < 0)
		return false;
	page_facts_read(&log.file, path);
	if (log_read_header(&log) && log.page_bytes == log.file.page_bytes)
		log_read_commits(&log);
	bool is_other = !log_fits(&log) && database_file_is_left(path, log.log);
	close(log.log);
	return is_other;
}
