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

/* Its format is what was asked for: without that it is found out again. */
static const char *asked_format(const struct import_request *request)
{
	if (request->history.reader)
		return request->history.reader;
	return request->format ? request->format->name : "";
}

void import_remember_look(struct importing *importing)
{
	const struct import_request *request = importing->request;

	if (!request->remember)
		return;
	importing->stamps = memory_new((request->file_count + 1) * sizeof *importing->stamps);
	for (size_t i = 0; i < request->file_count; i++)
		if (!import_stamp_take(request->files[i], &importing->stamps[i]))
			importing->stamps[i] = (struct import_stamp){ -1, -1, false };
}

/* What could not be read whole is read again, as is what somebody in the trash has in it. */
static bool import_remember_is_whole(
	const struct importing *importing, const struct import_stamp *stamp)
{
	const struct import_plan *plan = importing->plan;

	return !plan->history.has_broken_off && !importing->has_left_in_trash &&
	       !(stamp->is_folder && plan->problems.count);
}

static enum status remember_file(struct importing *importing, const char *path,
	const struct import_stamp *stamp, struct error *err)
{
	bool is_whole = import_remember_is_whole(importing, stamp);
	char whole[PATH_MAX];

	if (!realpath(path, whole))
		return error_set(err, STATUS_IO, _("Could not open %s: %s"), path, strerror(errno));
	const struct import_source source = { .path = whole,
		.format = (char *)asked_format(importing->request),
		.options = (char *)importing->request->remember,
		.size = is_whole ? stamp->size : -1,
		.mtime = is_whole ? stamp->mtime : -1,
		.last_run = store_today(importing->store) };
	return import_source_save(importing->store, &source, err);
}

enum status import_remember(struct importing *importing, struct error *err)
{
	const struct import_request *request = importing->request;
	enum status status = STATUS_OK;

	for (size_t i = 0; i < request->file_count && status == STATUS_OK; i++)
		if (strcmp(request->files[i], "-") != 0)
			status = remember_file(
				importing, request->files[i], &importing->stamps[i], err);
	return status;
}
