/* Remembering which files are to be imported again.
 * Not here: importing them again (cli/import_again.c), keeping them (store/log/import_sources.c).
 */
#include "exchange/import/import_remember.h"

#include "filo/base/i18n.h"
#include "filo/base/memory.h"
#include "filo/store/import_sources.h"

#include <errno.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

/* Its format is what was asked for: without that it is found out again. */
static const char *asked_format(const struct import_request *request)
{
	if (request->history.reader)
		return request->history.reader;
	return request->format ? request->format->name : "";
}

static enum status remember_file(struct importing *importing, const char *path, struct error *err)
{
	char whole[PATH_MAX];
	struct stat info;

	if (!realpath(path, whole) || stat(whole, &info))
		return error_set(err, STATUS_IO, _("Could not open %s: %s"), path, strerror(errno));
	const struct import_source source = { .path = whole,
		.format = (char *)asked_format(importing->request),
		.options = (char *)importing->request->remember,
		.size = info.st_size,
		.mtime = info.st_mtime,
		.last_run = store_today(importing->store) };
	return import_source_save(importing->store, &source, err);
}

enum status import_remember(struct importing *importing, struct error *err)
{
	const struct import_request *request = importing->request;
	enum status status = STATUS_OK;

	for (size_t i = 0; i < request->file_count && status == STATUS_OK; i++)
		if (strcmp(request->files[i], "-") != 0)
			status = remember_file(importing, request->files[i], err);
	return status;
}
