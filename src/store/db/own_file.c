/* The open file under our feet: replaced, removed, given a second name, or copied over in place.
 *
 * With a log beside it nothing is ever written to the file itself but what is taken out of the log
 * (a checkpoint), and the index of the log tells of that before the first page is written
 * (www.sqlite.org/walformat.html, 2.1). So a file that was written to while its log says nothing of
 * it is not ours any more: what we would add rests on pages that are gone.
 * Not here: what is said when it is opened (files.c), a log that lay there already (log_look.c). */
#include "store/db/own_file.h"

#include "filo/base/i18n.h"
#include "filo/base/strbuf.h"
#include "store/db/database.h"
#include "store/db/files.h"

#include <stdint.h>
#include <string.h>
#include <sys/stat.h>

/* In the index of the log. */
#define INDEX_BYTES       32768
#define INDEX_SALTS       32  /* of two numbers, new with each beginning of the log */
#define INDEX_TAKEN       96  /* frames that are in the file */
#define INDEX_TO_BE_TAKEN 128 /* frames that a checkpoint began to take there */

/* How much of the file is compared: the header, the tables' first pages, so the counter of changes,
 * and in a small file everything. */
#define COMPARED_BYTES (256 << 10)
#define PIECE_BYTES    (32 << 10)

/* Through SQLite, whose locks would go with a second opening. */
static sqlite3_file *own_file(struct store *store)
{
	sqlite3_file *file = NULL;

	sqlite3_file_control(store->db, "main", SQLITE_FCNTL_FILE_POINTER, &file);
	return file && file->pMethods ? file : NULL;
}

static uint64_t own_file_sum(sqlite3_file *file, int64_t size_bytes)
{
	int64_t end = size_bytes < COMPARED_BYTES ? size_bytes : COMPARED_BYTES;
	uint64_t sum = 14695981039346656037u, word;
	unsigned char piece[PIECE_BYTES];

	for (int64_t at = 0; at < end; at += PIECE_BYTES) {
		/* What lies behind the end reads as zeros. */
		file->pMethods->xRead(file, piece, sizeof piece, at);
		for (size_t i = 0; i < sizeof piece; i += sizeof word) {
			memcpy(&word, piece + i, sizeof word);
			sum = (sum ^ word) * 1099511628211u;
			sum ^= sum >> 32;
		}
	}
	return sum;
}

static bool own_file_ask_log(sqlite3_file *file, struct log_taken *log)
{
	volatile void *index = NULL;

	if (file->pMethods->iVersion < 2 || !file->pMethods->xShmMap ||
		file->pMethods->xShmMap(file, 0, INDEX_BYTES, 0, &index) != SQLITE_OK || !index)
		return false;
	file->pMethods->xShmBarrier(file);
	const volatile uint32_t *words = index;
	*log = (struct log_taken){ .salts = { words[INDEX_SALTS / 4], words[INDEX_SALTS / 4 + 1] },
		.taken = words[INDEX_TAKEN / 4],
		.to_be_taken = words[INDEX_TO_BE_TAKEN / 4] };
	return true;
}

/* Whether the log tells why the file was written to: another checkpoint than the one before, or one
 * that is under way, or that a full disk or a killed program has ended and that will be begun anew.
 */
static bool own_file_is_explained(const struct log_taken *before, const struct log_taken *now)
{
	return memcmp(before, now, sizeof *now) != 0 || now->taken != now->to_be_taken;
}

static bool own_file_is_same_time(const struct stat *info, const struct file_mark *mark)
{
	return info->st_size == mark->size_bytes && info->st_mtim.tv_sec == mark->written.tv_sec &&
	       info->st_mtim.tv_nsec == mark->written.tv_nsec;
}

/* By its header a file with a log, as a backup or a copy of one is not. */
static bool own_file_has_log_header(sqlite3_file *file)
{
	unsigned char versions[2] = { 0 };

	return file->pMethods->xRead(
		       file, versions, sizeof versions, DATABASE_HEADER_VERSIONS_AT) == SQLITE_OK &&
	       versions[0] == 2 && versions[1] == 2;
}

/* In this order: what is written from here on is seen in the next look. */
static void own_file_mark(sqlite3_file *file, const struct log_taken *log, const struct stat *info,
	struct file_mark *mark)
{
	*mark = (struct file_mark){ .is_kept = true,
		.log = *log,
		.size_bytes = info->st_size,
		.written = info->st_mtim,
		.sum = own_file_sum(file, info->st_size) };
}

void own_file_keep(struct store *store)
{
	sqlite3_file *file = own_file(store);
	struct log_taken log;
	struct stat info;

	if (file && own_file_has_log_header(file) && own_file_ask_log(file, &log) &&
		stat(store->path, &info) == 0)
		own_file_mark(file, &log, &info, &store->mark);
}

/* With a log: whether something else than it has written to the file. */
static bool own_file_was_written(struct store *store, sqlite3_file *file)
{
	struct file_mark *mark = &store->mark, now;
	struct log_taken before, after;
	struct stat info;

	if (!own_file_ask_log(file, &before) || stat(store->path, &info) < 0)
		return false;
	store->has_second_name = info.st_nlink > 1;
	if (own_file_is_same_time(&info, mark)) {
		mark->log = before;
		return false;
	}
	/* Whatever was written by then, the log told of before. */
	if (!own_file_ask_log(file, &after))
		return false;
	own_file_mark(file, &before, &info, &now);
	bool is_ours = own_file_has_log_header(file) &&
		       (own_file_is_explained(&mark->log, &after) ||
			       (now.size_bytes == mark->size_bytes && now.sum == mark->sum));
	if (is_ours)
		*mark = now;
	return !is_ours;
}

/* Without: the header is that of a copy, beside which no log can be. */
static bool own_file_is_beside_log(struct store *store, sqlite3_file *file)
{
	struct stat info;

	store->has_second_name = stat(store->path, &info) == 0 && info.st_nlink > 1;
	return database_file_has_log(store->path) && !own_file_has_log_header(file);
}

static bool own_file_was_overwritten(struct store *store)
{
	sqlite3_file *file = own_file(store);

	if (!file)
		return false;
	return store->mark.is_kept ? own_file_was_written(store, file)
				   : own_file_is_beside_log(store, file);
}

static bool own_file_was_moved(struct store *store)
{
	int has_moved = 0;

	sqlite3_file_control(store->db, "main", SQLITE_FCNTL_HAS_MOVED, &has_moved);
	return has_moved != 0;
}

static void own_file_refuse(struct store *store, const char *sentence)
{
	struct strbuf why = STRBUF_INIT;

	store->is_read_only = true;
	strbuf_add_format(&why, sentence, store->path);
	store->why_read_only = strbuf_take(&why);
}

/* Nothing more is written to it; what its log still holds goes into it, wherever it is now, for the
 * log has kept its name and would be taken for the new one's. Over a copy that was written into the
 * file itself it must not go. */
void own_file_look(struct store *store)
{
	if (store->lost != FILE_IS_OURS || store->is_read_only)
		return;
	if (own_file_was_moved(store)) {
		store->lost = FILE_HAS_MOVED;
		own_file_refuse(store,
			_("%s was replaced or removed by another program, so nothing is written to "
			  "it. Open it again: on the screen with F5"));
		if (!store->is_changing)
			database_empty_log(store);
	} else if (own_file_was_overwritten(store)) {
		store->lost = FILE_WAS_OVERWRITTEN;
		sqlite3_db_config(store->db, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, NULL);
		own_file_refuse(store,
			_("Another program copied something over %s while it was open, so nothing "
			  "is written to it. Close filo, and restore the copy with filo restore"));
	}
}
