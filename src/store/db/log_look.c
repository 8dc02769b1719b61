/* Looking into the log beside a database (www.sqlite.org/fileformat2.html, 4).
 * Not here: files whose header says that they are a copy (files.c).
 *
 * Each change of filo counts one in the table state, and is one commit. What the file counts by
 * itself was so when the log began, or at a checkpoint since: what the log brings is no less, and
 * at most a change more for each commit in it. */
#include "store/db/log_look.h"

#include "filo/base/memory.h"
#include "store/db/database.h"
#include "store/db/files.h"

#include <fcntl.h>
#include <sqlite3.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <unistd.h>

#define LOG_HEADER   32
#define FRAME_HEADER 24
#define PAGE_MAX     65536
#define MAGIC        0x377f0682u /* its last bit: how numbers are summed up */

struct log_look {
	int file;
	uint32_t page_bytes;
	bool is_big_endian;
	unsigned char salts[8];
	uint32_t sum[2];
	int64_t commits; /* that are whole */
};

static uint32_t log_number(const unsigned char *bytes)
{
	return (uint32_t)bytes[0] << 24 | (uint32_t)bytes[1] << 16 | (uint32_t)bytes[2] << 8 |
	       bytes[3];
}

static uint32_t log_word(const struct log_look *log, const unsigned char *bytes)
{
	return log->is_big_endian ? log_number(bytes)
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

	if (pread(log->file, bytes, sizeof bytes, 0) != sizeof bytes ||
		(log_number(bytes) & ~1u) != MAGIC)
		return false;
	log->is_big_endian = log_number(bytes) & 1;
	log->page_bytes = log_number(bytes + 8);
	for (size_t i = 0; i < sizeof log->salts; i++)
		log->salts[i] = bytes[16 + i];
	log_sum_up(log, bytes, 24);
	return log->page_bytes >= 512 && log->page_bytes <= PAGE_MAX && log->page_bytes % 8 == 0 &&
	       log->sum[0] == log_number(bytes + 24) && log->sum[1] == log_number(bytes + 28);
}

/* Whether a frame belongs to what the log holds now, and is whole. */
static bool log_frame_is_whole(struct log_look *log, const unsigned char *frame)
{
	for (size_t i = 0; i < sizeof log->salts; i++)
		if (frame[8 + i] != log->salts[i])
			return false;
	log_sum_up(log, frame, 8);
	log_sum_up(log, frame + FRAME_HEADER, log->page_bytes);
	return log->sum[0] == log_number(frame + 16) && log->sum[1] == log_number(frame + 20);
}

static void log_count_commits(struct log_look *log)
{
	size_t len = FRAME_HEADER + log->page_bytes;
	unsigned char *frame = memory_new(len);
	off_t at = LOG_HEADER;

	for (; pread(log->file, frame, len, at) == (ssize_t)len && log_frame_is_whole(log, frame);
		at += (off_t)len)
		log->commits += log_number(frame + 4) != 0;
	free(frame);
}

/* -1: it cannot be read. Nothing is written by that: the log stays when this was the only one, and
 * who is alone needs no index of it beside the file. */
static int64_t log_changes_counted(const char *name, int flags)
{
	sqlite3 *db = NULL;
	sqlite3_stmt *stmt = NULL;
	int64_t count = -1;

	if (sqlite3_open_v2(name, &db, flags | SQLITE_OPEN_NOMUTEX, NULL) == SQLITE_OK &&
		sqlite3_db_config(db, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, NULL) == SQLITE_OK &&
		sqlite3_exec(db, "PRAGMA locking_mode = EXCLUSIVE", NULL, NULL, NULL) ==
			SQLITE_OK &&
		sqlite3_prepare_v2(db, "SELECT change_count FROM state", -1, &stmt, NULL) ==
			SQLITE_OK &&
		sqlite3_step(stmt) == SQLITE_ROW)
		count = sqlite3_column_int64(stmt, 0);
	sqlite3_finalize(stmt);
	sqlite3_close(db);
	return count;
}

static bool log_fits(const char *path, int64_t commits)
{
	char *alone = database_file_immutable_uri(path), *name = database_file_name(path);
	int64_t before = log_changes_counted(alone, SQLITE_OPEN_READONLY | SQLITE_OPEN_URI);
	int64_t after = before < 0 ? -1 : log_changes_counted(name, SQLITE_OPEN_READWRITE);

	free(alone);
	free(name);
	return after < 0 || (after >= before && after - before <= commits);
}

bool log_is_of_another(const char *path)
{
	struct log_look log = { .file = -1 };

	if (!database_file_has_log(path) || database_file_is_open(path))
		return false;
	char *name = database_file_beside(path, "-wal");
	log.file = open(name, O_RDONLY | O_CLOEXEC);
	free(name);
	if (log.file < 0)
		return false;
	if (log_read_header(&log))
		log_count_commits(&log);
	close(log.file);
	return log.commits && !log_fits(path, log.commits);
}
