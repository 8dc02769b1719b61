/* A whole copy of the database, laid beside and renamed.
 * Not here: exports in other formats (exchange). */
#include "database.h"

#include "filo/base/i18n.h"
#include "filo/base/strbuf.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static enum status copy_to(struct store *store, const char *path, struct error *err)
{
	sqlite3 *copy = NULL;
	int code = sqlite3_open(path, &copy);

	if (code == SQLITE_OK) {
		sqlite3_backup *backup = sqlite3_backup_init(copy, "main", store->db, "main");
		if (backup) {
			sqlite3_backup_step(backup, -1);
			sqlite3_backup_finish(backup);
		}
		code = sqlite3_errcode(copy);
		/* A copy is one file: without a journal beside it. */
		if (code == SQLITE_OK)
			code = sqlite3_exec(copy, "PRAGMA journal_mode = DELETE", NULL, NULL, NULL);
	}
	enum status status = STATUS_OK;
	if (code != SQLITE_OK)
		status = error_set(err, STATUS_IO, _("The copy %s could not be written: %s"), path,
			sqlite3_errmsg(copy));
	if (sqlite3_close(copy) != SQLITE_OK && status == STATUS_OK)
		status = error_set(err, STATUS_IO, _("The copy %s could not be written"), path);
	return status;
}

enum status store_backup(struct store *store, const char *path, struct error *err)
{
	struct strbuf beside = STRBUF_INIT;
	struct stat info;
	enum status status;

	if (stat(path, &info) == 0 && S_ISDIR(info.st_mode))
		return error_set(err, STATUS_IO, _("%s is a folder: name a file in it"), path);
	strbuf_add_format(&beside, "%s.XXXXXX", path);
	int fd = mkstemp(beside.data); /* 0600 */
	if (fd < 0) {
		status = error_set(
			err, STATUS_IO, _("%s cannot be written: %s"), path, strerror(errno));
		strbuf_fini(&beside);
		return status;
	}
	status = copy_to(store, beside.data, err);
	if (status == STATUS_OK && (fsync(fd) < 0 || rename(beside.data, path) < 0))
		status = error_set(
			err, STATUS_IO, _("%s cannot be written: %s"), path, strerror(errno));
	if (status != STATUS_OK)
		unlink(beside.data);
	close(fd);
	strbuf_fini(&beside);
	return status;
}
