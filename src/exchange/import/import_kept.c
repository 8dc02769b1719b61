/* Keeping what was read for a plan: the bytes of a file, or what a reader made of it.
 * Not here: what is read out of it (import.c, import_history.c). */
#include "exchange/import/import_kept.h"

#include "filo/base/memory.h"
#include "filo/base/scratch.h"

#include <errno.h>
#include <stdlib.h>
#include <sys/statvfs.h>
#include <unistd.h>

static void import_kept_close(FILE **file)
{
	if (*file)
		fclose(*file);
	*file = NULL;
}

void import_kept_forget(struct import_kept *kept)
{
	import_kept_close(&kept->file);
	import_kept_close(&kept->records);
	free(kept->said);
	*kept = (struct import_kept){ .file = NULL };
}

enum status import_kept_open(
	struct import_kept *kept, struct source *source, const char *path, struct error *err)
{
	if (kept && kept->file)
		return source_open_copy(source, kept->file, path, err);
	enum status status = source_open(source, path, err);

	if (!kept || status != STATUS_OK || source->total <= 0 || source->total > IMPORT_KEPT_BYTES)
		return status;
	status = source_copy(source, &kept->file, err);
	source_close(source);
	return status == STATUS_OK ? source_open_copy(source, kept->file, path, err) : status;
}

/* ---- What a reader prints ---- */

struct listening {
	struct import_kept *kept;
	FILE *out; /* the reader's */
	int64_t len;
};

/* What a reader has made of much may have taken it long: it is kept where that leaves room. */
static bool import_kept_has_room(FILE *records, int64_t len)
{
	struct statvfs disk;

	return len <= IMPORT_KEPT_BYTES ||
	       (fstatvfs(fileno(records), &disk) == 0 &&
		       (uint64_t)len <= disk.f_bavail * disk.f_frsize / IMPORT_KEPT_PART);
}

static ssize_t import_kept_hear(void *cookie, char *bytes, size_t size)
{
	struct listening *listening = cookie;
	FILE **records = &listening->kept->records;
	ssize_t got;

	while ((got = read(fileno(listening->out), bytes, size)) < 0 && errno == EINTR)
		;
	listening->len += got > 0 ? got : 0;
	if (*records && got > 0 &&
		(!import_kept_has_room(*records, listening->len) ||
			fwrite(bytes, 1, (size_t)got, *records) != (size_t)got))
		import_kept_close(records);
	return got;
}

static int import_kept_hear_no_more(void *cookie)
{
	free(cookie);
	return 0;
}

FILE *import_kept_listen(struct import_kept *kept, FILE *out)
{
	struct listening *listening = memory_new(sizeof *listening);

	*listening = (struct listening){ .kept = kept, .out = out };
	import_kept_close(&kept->records);
	kept->records = scratch_open();
	return memory_must_have(fopencookie(listening, "r",
		(cookie_io_functions_t){
			.read = import_kept_hear, .close = import_kept_hear_no_more }));
}

void import_kept_take_records(struct import_kept *kept, int exit_status, const char *said)
{
	if (kept->records && fflush(kept->records))
		import_kept_close(&kept->records);
	kept->exit_status = exit_status;
	memory_replace_string(&kept->said, said);
}
