/* Sorts more items of one size than memory shall hold: what is too much goes, sorted, to a file
 * that nobody else can open. Not here: what is sorted. */
#ifndef FILO_EXCHANGE_HISTORY_SORTER_H
#define FILO_EXCHANGE_HISTORY_SORTER_H

#include "filo/base/error.h"
#include "filo/base/vector.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdio.h>

struct sorter {
	struct vector items; /* those in memory; what is added to one of them before it is sorted is
				well */
	size_t items_max;    /* of them */
	int (*compare)(const void *a, const void *b);
	struct vector runs; /* of struct sorter_run, in the file */
	FILE *file;         /* NULL: all are in memory */
	int failure;        /* errno: of the file; 0: none */
	bool is_sorted;     /* the items in memory are */
	size_t next;        /* of them, in the pass */
};

/* Items hold no pointers. */
void sorter_init(struct sorter *sorter, size_t item_bytes, size_t items_max,
	int (*compare)(const void *a, const void *b));
void sorter_fini(struct sorter *sorter);

/* Whether the next item would be too many: sorter_push then writes those in memory to the file, and
 * none of them can be reached any more. */
bool sorter_is_full(const struct sorter *sorter);
void sorter_push(struct sorter *sorter, const void *item);

/* Begins to go through all of them in order, after the last was pushed; as often as one likes. */
void sorter_begin(struct sorter *sorter);
/* The next, borrowed until the one after it; NULL: that was the last, or the file failed. */
const void *sorter_next(struct sorter *sorter);
/* STATUS_IO, when the file failed: what was gone through was not all. */
enum status sorter_check(const struct sorter *sorter, struct error *err);
/* The same of any file of this kind; `failure`: errno, 0: none. */
enum status sorter_failed(int failure, struct error *err);

#endif
