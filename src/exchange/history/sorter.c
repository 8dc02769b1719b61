/* Sorts more items of one size than memory shall hold: sorted runs in a file, then merged.
 * Not here: what is sorted. */
#include "exchange/history/sorter.h"

#include "filo/base/i18n.h"
#include "filo/base/memory.h"
#include "filo/base/scratch.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* Of a run, read at a time. */
#define READ_BYTES 16384

/* A sorted part of the file, and the piece of it that is at hand. */
struct sorter_run {
	off_t begin, at, end; /* bytes of the file; what lies before `at` is at hand or gone */
	char *piece;
	size_t piece_items, next;
};

void sorter_init(struct sorter *sorter, size_t item_bytes, size_t items_max,
	int (*compare)(const void *a, const void *b))
{
	*sorter = (struct sorter){
		.items_max = items_max, .compare = compare, .runs = VECTOR_INIT(struct sorter_run)
	};
	vector_init(&sorter->items, item_bytes);
}

void sorter_fini(struct sorter *sorter)
{
	struct sorter_run *run;

	VECTOR_EACH (run, &sorter->runs)
		free(run->piece);
	vector_fini(&sorter->runs);
	vector_fini(&sorter->items);
	if (sorter->file)
		fclose(sorter->file);
	sorter->file = NULL;
}

static void sort_items(struct sorter *sorter)
{
	if (!sorter->is_sorted)
		vector_sort(&sorter->items, sorter->compare);
	sorter->is_sorted = true;
}

static void fail(struct sorter *sorter)
{
	if (!sorter->failure)
		sorter->failure = errno ? errno : EIO;
}

static void write_run(struct sorter *sorter)
{
	const size_t bytes = sorter->items.count * sorter->items.item_bytes;
	struct sorter_run run = { .begin = 0 };

	if (sorter->runs.count)
		run.begin = ((struct sorter_run *)vector_at(&sorter->runs, sorter->runs.count - 1))
				    ->end;
	run.end = run.begin + (off_t)bytes;
	sort_items(sorter);
	errno = 0;
	if (!sorter->file)
		sorter->file = scratch_open();
	if (!sorter->file || fwrite(sorter->items.items, 1, bytes, sorter->file) != bytes)
		fail(sorter);
	else
		vector_push(&sorter->runs, &run);
	vector_clear(&sorter->items);
}

bool sorter_is_full(const struct sorter *sorter)
{
	return sorter->items.count >= sorter->items_max;
}

void sorter_push(struct sorter *sorter, const void *item)
{
	if (sorter_is_full(sorter))
		write_run(sorter);
	vector_push(&sorter->items, item);
	sorter->is_sorted = false;
}

void sorter_begin(struct sorter *sorter)
{
	struct sorter_run *run;

	sort_items(sorter);
	sorter->next = 0;
	errno = 0;
	if (sorter->file && fflush(sorter->file))
		fail(sorter);
	VECTOR_EACH (run, &sorter->runs) {
		run->at = run->begin;
		run->piece_items = run->next = 0;
	}
}

/* The first item of a run that was not taken yet; NULL: none is left. */
static const void *run_head(struct sorter *sorter, struct sorter_run *run)
{
	const size_t item_bytes = sorter->items.item_bytes;
	size_t room = READ_BYTES / item_bytes * item_bytes;

	if (run->next < run->piece_items)
		return run->piece + run->next * item_bytes;
	if (run->at == run->end || sorter->failure)
		return NULL;
	if (!run->piece)
		run->piece = memory_new(room);
	if ((off_t)room > run->end - run->at)
		room = (size_t)(run->end - run->at);
	errno = 0;
	if (pread(fileno(sorter->file), run->piece, room, run->at) != (ssize_t)room) {
		fail(sorter);
		return NULL;
	}
	run->at += (off_t)room;
	run->piece_items = room / item_bytes;
	run->next = 0;
	return run->piece;
}

/* Equal ones come in the order in which they were pushed, run by run. */
const void *sorter_next(struct sorter *sorter)
{
	const void *least = NULL, *head;
	size_t *least_next = &sorter->next;
	struct sorter_run *run;

	VECTOR_EACH (run, &sorter->runs) {
		head = run_head(sorter, run);
		if (head && (!least || sorter->compare(head, least) < 0)) {
			least = head;
			least_next = &run->next;
		}
	}
	if (sorter->next < sorter->items.count) {
		head = vector_at(&sorter->items, sorter->next);
		if (!least || sorter->compare(head, least) < 0) {
			least = head;
			least_next = &sorter->next;
		}
	}
	if (!least || sorter->failure)
		return NULL;
	++*least_next;
	return least;
}

enum status sorter_failed(int failure, struct error *err)
{
	if (!failure)
		return STATUS_OK;
	return error_set(
		err, STATUS_IO, _("Could not write a temporary file: %s"), strerror(failure));
}

enum status sorter_check(const struct sorter *sorter, struct error *err)
{
	return sorter_failed(sorter->failure, err);
}
