/* The open file under our feet: replaced, removed, given a second name, or copied over in place.
 *
 * With a log beside it nothing is ever written to the file itself but what is taken out of the log
 * (a checkpoint), and the index of the log tells of that before the first page is written
 * (www.sqlite.org/walformat.html, 2.1). So a file that was written to while its log says nothing of
 * it is not ours any more: what we would add rests on pages that are gone. A log whose checkpoint
 * a killed program did not end, or that was found after one, would explain whatever is written, so
 * its checkpoint is ended at once. Without a log each commit counts one in the header: a file that
 * counts less than it did, or as much with something else in it, is not ours either, and SQLite
 * would take pages of before for pages of it.
 * A log or an index of it that has gone from beside the file takes along what is committed after.
 *
 * What is not seen: a copy that comes after a checkpoint and before the next look (a second, on the
 * screen), or while a checkpoint is under way or no room is left to end it; without a log one that
 * counts more, which is read anew like any change of another program, and one that comes in the
 * middle of a change of ours and counts as much; one of the same size within a tick of the file
 * system's clock; one that is the same in all that is compared.
 * Not here: what is said when it is opened (files.c), a log that lay there already (log_look.c). */
#include "store/db/own_file.h"

#include "filo/base/i18n.h"
#include "filo/base/strbuf.h"
#include "store/db/database.h"
#include "store/db/files.h"
#include "store/db/watch.h"

#include <errno.h>
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
#define SUM_OF_NOTHING UINT64_C(14695981039346656037)

/* Through SQLite, whose locks would go with a second opening. */
static sqlite3_file *own_file(struct store *store)
{
	sqlite3_file *file = NULL;

	sqlite3_file_control(store->db, "main", SQLITE_FCNTL_FILE_POINTER, &file);
	return file && file->pMethods ? file : NULL;
}

static void own_file_take_header(const unsigned char *bytes, struct file_mark *mark)
{
	struct database_header header = database_header_read(bytes);

	mark->has_log = header.has_log;
	mark->changes = header.changes;
}

/* A code of SQLite. What lies behind the end reads as zeros. */
static int own_file_read_at(sqlite3_file *file, void *bytes, int count, int64_t at)
{
	int code = file->pMethods->xRead(file, bytes, count, at);

	return code == SQLITE_IOERR_SHORT_READ ? SQLITE_OK : code;
}

static uint64_t own_file_sum(uint64_t sum, uint64_t word)
{
	sum = (sum ^ word) * 1099511628211u;
	return sum ^ sum >> 32;
}

/* Of four sums side by side, none of which waits for another. */
static uint64_t own_file_add_sum(uint64_t sum, const unsigned char piece[PIECE_BYTES])
{
	uint64_t sums[4] = { sum, SUM_OF_NOTHING, SUM_OF_NOTHING, SUM_OF_NOTHING }, words[4];

	for (size_t i = 0; i < PIECE_BYTES; i += sizeof words) {
		memcpy(words, piece + i, sizeof words);
		for (int lane = 0; lane < 4; lane++)
			sums[lane] = own_file_sum(sums[lane], words[lane]);
	}
	for (int lane = 1; lane < 4; lane++)
		sums[0] = own_file_sum(sums[0], sums[lane]);
	return sums[0];
}

/* What is in it. */
static int own_file_read(sqlite3_file *file, struct file_mark *mark)
{
	int64_t end = mark->size_bytes < COMPARED_BYTES ? mark->size_bytes : COMPARED_BYTES;
	unsigned char piece[PIECE_BYTES] = { 0 };

	mark->sum = SUM_OF_NOTHING;
	for (int64_t at = 0; at == 0 || at < end; at += PIECE_BYTES) {
		int code = own_file_read_at(file, piece, sizeof piece, at);
		if (code != SQLITE_OK)
			return code;
		if (at == 0)
			own_file_take_header(piece, mark);
		mark->sum = own_file_add_sum(mark->sum, piece);
	}
	return SQLITE_OK;
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

static bool own_file_is_settled(const struct log_taken *log)
{
	return log->taken == log->to_be_taken;
}

static bool own_file_is_same_time(const struct timespec *a, const struct timespec *b)
{
	return a->tv_sec == b->tv_sec && a->tv_nsec == b->tv_nsec;
}

/* Both of its times: one of them can be set to anything. */
static bool own_file_is_as_it_was(const struct stat *info, const struct file_mark *mark)
{
	return info->st_size == mark->size_bytes &&
	       own_file_is_same_time(&info->st_mtim, &mark->written) &&
	       own_file_is_same_time(&info->st_ctim, &mark->touched);
}

static bool own_file_has_same_content(const struct file_mark *now, const struct file_mark *mark)
{
	return now->size_bytes == mark->size_bytes && now->sum == mark->sum;
}

/* `after`: the log as it is when the file had been read, or later. It tells why the file was
 * written to: another checkpoint than the one before, or one that has not ended. */
static bool own_file_is_of_log(
	const struct file_mark *now, const struct file_mark *mark, const struct log_taken *after)
{
	return now->has_log &&
	       (memcmp(&mark->log, after, sizeof *after) != 0 || !own_file_is_settled(after) ||
		       own_file_has_same_content(now, mark));
}

/* In a change of our own what did not fit in memory was written already. Another program may have
 * begun to keep a log. */
static bool own_file_counts_on(
	const struct store *store, const struct file_mark *now, const struct file_mark *mark)
{
	int32_t more = (int32_t)(now->changes - mark->changes);

	return more > 0 ||
	       (more == 0 && (store->is_changing || own_file_has_same_content(now, mark)));
}

/* No log can be beside the header of a copy. */
static bool own_file_is_ours(const struct store *store, const struct file_mark *now,
	const struct file_mark *mark, const struct log_taken *after)
{
	if (!now->has_log && database_file_has_log(store->path))
		return false;
	if (!mark->is_kept)
		return true;
	return mark->has_log ? own_file_is_of_log(now, mark, after)
			     : own_file_counts_on(store, now, mark);
}

/* Without a log a commit is seen whole only under a lock, which a statement that stands at a row
 * keeps. False: it cannot be had now, as while another program writes. What is no database of ours
 * any more has none to wait for. */
static bool own_file_hold(struct store *store, sqlite3_stmt **held)
{
	sqlite3_busy_handler(store->db, NULL, NULL);
	int code = sqlite3_prepare_v2(store->db, "SELECT 1 FROM sqlite_schema", -1, held, NULL);
	if (code == SQLITE_OK)
		code = sqlite3_step(*held);
	database_wait_for_others(store);
	code &= 0xFF;
	return code == SQLITE_ROW || code == SQLITE_DONE || code == SQLITE_CORRUPT ||
	       code == SQLITE_NOTADB || code == SQLITE_ERROR;
}

/* It has another time. `now`: that, and the log as it was before. A code of SQLite. */
static int own_file_compare(
	struct store *store, sqlite3_file *file, struct file_mark *now, bool *is_ours)
{
	bool has_log = now->has_log;
	struct log_taken after = now->log;
	sqlite3_stmt *held = NULL;
	int code = SQLITE_OK;

	*is_ours = true;
	bool is_held = has_log || own_file_hold(store, &held);
	if (is_held)
		code = own_file_read(file, now);
	if (is_held && has_log && !own_file_ask_log(file, &after))
		is_held = false;
	sqlite3_finalize(held);
	if (!is_held || code != SQLITE_OK)
		return code;
	*is_ours = own_file_is_ours(store, now, &store->mark, &after);
	now->is_kept = now->has_log == has_log; /* else what its log took is not known */
	if (*is_ours && (has_log || !store->is_changing))
		store->mark = *now;
	return SQLITE_OK;
}

/* SQLite takes a file that it cannot look for at the moment for moved: asked only while there is
 * nothing to compare. */
static bool own_file_was_moved(struct store *store, const struct file_mark *now)
{
	int has_moved = 0;

	if (store->mark.is_kept)
		return now->device != store->mark.device || now->number != store->mark.number;
	sqlite3_file_control(store->db, "main", SQLITE_FCNTL_HAS_MOVED, &has_moved);
	return has_moved;
}

void own_file_refuse(struct store *store, const char *sentence)
{
	struct strbuf why = STRBUF_INIT;

	store->is_read_only = true;
	strbuf_add_format(&why, sentence, store->path);
	store->why_read_only = strbuf_take(&why);
}

/* Nothing more is written to it; what its log still holds goes into it, wherever it is now, for the
 * log has kept its name and would be taken for the new one's. */
static void own_file_leave_moved(struct store *store)
{
	store->lost = FILE_HAS_MOVED;
	own_file_refuse(store,
		_("%s was replaced or removed by another program, so nothing is written to "
		  "it. Open it again: with F5 on the screen, else by giving the command again"));
	if (!store->is_changing)
		database_empty_log(store);
}

/* Over a copy that was written into the file itself the log must not go. */
static void own_file_leave_overwritten(struct store *store)
{
	store->lost = FILE_WAS_OVERWRITTEN;
	sqlite3_db_config(store->db, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, NULL);
	own_file_refuse(
		store, _("Another program copied something over %s while it was open, so nothing "
			 "is written to it. Close filo, and restore the copy with filo restore"));
}

/* While it is open no program that knows of a log takes it away. What cannot be looked for at the
 * moment is as it was: `known`. */
static ino_t own_file_number_beside(struct store *store, const char *end, ino_t known)
{
	struct strbuf name = STRBUF_INIT;
	struct stat info = { .st_ino = 0 };

	strbuf_add_format(&name, "%s%s", sqlite3_db_filename(store->db, "main"), end);
	if (stat(name.data, &info) && errno != ENOENT && errno != ENOTDIR)
		info.st_ino = known;
	strbuf_fini(&name);
	return info.st_ino;
}

/* In the order of file_mark.beside. */
static const char *const own_file_ends[] = { "-wal", "-shm" };

static bool own_file_was_parted(struct store *store, int beside)
{
	ino_t number = store->mark.beside[beside];

	return number && own_file_number_beside(store, own_file_ends[beside], number) != number;
}

/* What is committed lies in a log that no other program finds, nor this one once it is closed: it
 * goes into the file at once, and nothing after that. Not where another program has begun an index
 * of its own, and so may write there, too: it knows none of our locks. */
static enum status own_file_leave_parted(struct store *store, struct error *err)
{
	const char *sentence =
		_("Another program took away what lies beside %s (-wal, -shm) while it was open, "
		  "so nothing more is written to it. Close filo, and open it again");
	bool is_shared =
		own_file_was_parted(store, 1) && own_file_number_beside(store, own_file_ends[1], 0);

	if (!sqlite3_get_autocommit(store->db)) /* the next look comes outside of it */
		return error_set(err, STATUS_DATABASE, sentence, store->path);
	store->lost = FILE_WAS_OVERWRITTEN;
	own_file_refuse(store, sentence);
	if (is_shared || database_empty_log(store))
		sqlite3_db_config(store->db, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, NULL);
	return STATUS_OK;
}

/* What has not been known so far. SQLite opens a log when it first reads, and lets go of its index
 * only where it has opened it. A code of SQLite. */
static int own_file_meet(struct store *store, sqlite3_file *file, struct file_mark *now)
{
	unsigned char header[DATABASE_HEADER_BYTES] = { 0 };
	int code = sqlite3_exec(store->db, "SELECT 1 FROM sqlite_schema", NULL, NULL, NULL);

	if (code == SQLITE_OK)
		code = own_file_read_at(file, header, sizeof header, 0);
	own_file_take_header(header, now);
	for (int i = 0; i < 2; i++) {
		if (!now->has_log)
			now->beside[i] = 0;
		else if (!now->beside[i])
			now->beside[i] = own_file_number_beside(store, own_file_ends[i], 0);
	}
	now->is_kept = true;
	return code;
}

/* Whether it has a log, and what of that is in it: asked before its time, so that whatever is
 * written after that, the log tells of later. False: that cannot be asked now. */
static bool own_file_begin(
	struct store *store, sqlite3_file *file, struct file_mark *now, int *code)
{
	*now = store->mark;
	if (!now->is_kept)
		*code = own_file_meet(store, file, now);
	if ((*code & 0xFF) == SQLITE_BUSY) {
		*code = SQLITE_OK;
		return false;
	}
	return *code == SQLITE_OK && (!now->has_log || own_file_ask_log(file, &now->log));
}

static void own_file_note_times(const struct stat *info, struct file_mark *now)
{
	now->device = info->st_dev;
	now->number = info->st_ino;
	now->size_bytes = info->st_size;
	now->written = info->st_mtim;
	now->touched = info->st_ctim;
}

/* It was not written to. Where a checkpoint was left unended, it is ended; one under way is left
 * alone. Then the file is another one than before, and taken for ours anew. */
static enum status own_file_settle(
	struct store *store, const struct file_mark *now, struct error *err)
{
	store->mark.log = now->log;
	if (!now->has_log || own_file_is_settled(&now->log) || !sqlite3_get_autocommit(store->db) ||
		sqlite3_wal_checkpoint_v2(
			store->db, "main", SQLITE_CHECKPOINT_PASSIVE, NULL, NULL) != SQLITE_OK)
		return STATUS_OK;
	store->mark.is_kept = false;
	return own_file_look(store, err);
}

enum status own_file_look(struct store *store, struct error *err)
{
	sqlite3_file *file = own_file(store);
	struct file_mark now;
	struct stat info = { .st_ino = 0 };
	bool is_ours = true;
	int code = SQLITE_OK;

	if (!file || !store->mark.is_watched || store->lost != FILE_IS_OURS || store->is_read_only)
		return STATUS_OK;
	bool is_begun = own_file_begin(store, file, &now, &code);
	if (stat(store->path, &info) < 0 && errno != ENOENT && errno != ENOTDIR)
		return error_set(
			err, STATUS_IO, _("%s cannot be read: %s"), store->path, strerror(errno));
	own_file_note_times(&info, &now);
	store->has_second_name = info.st_nlink > 1;
	if (own_file_was_moved(store, &now)) {
		own_file_leave_moved(store);
		return STATUS_OK;
	}
	if (own_file_was_parted(store, 0) || own_file_was_parted(store, 1))
		return own_file_leave_parted(store, err);
	if (is_begun && store->mark.is_kept && own_file_is_as_it_was(&info, &store->mark))
		return own_file_settle(store, &now, err);
	if (is_begun)
		code = own_file_compare(store, file, &now, &is_ours);
	if (!is_ours)
		own_file_leave_overwritten(store);
	return code == SQLITE_OK ? STATUS_OK : database_say(store->path, store->db, code, err);
}

void own_file_watch(struct store *store)
{
	store->mark.is_watched = true;
	own_file_look(store, NULL);
}
