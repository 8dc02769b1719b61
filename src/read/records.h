/* Writing records, "messages 1": one JSON object a line, as filo(5) tells.
 * Not here: where they come from (one file a format), what becomes of them (filo itself). */
#ifndef FILO_READ_RECORDS_H
#define FILO_READ_RECORDS_H

#include "filo/base/vector.h"

#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <yajl/yajl_gen.h>

/* A text of the records' own, such as "no date", is English here and marked with N_(): filo shows
 * its translation. */
struct records {
	FILE *out;
	yajl_gen gen;
	const char *file;       /* what is being read, named in problems; borrowed */
	struct vector left_out; /* of struct left_out, of the source at hand */
	char *source, *name;    /* of the source at hand; NULL: none yet */
	int64_t read_said;      /* bytes of the last "read" */
	const char *last_problem;
	unsigned long same_problems; /* one after the other */
	/* Of the source at hand: how much of it was no UTF-8, and where the first of it stands. */
	unsigned long mended;
	char *mended_file;
	const char *mended_key;
	int64_t mended_place;
};
void records_init(struct records *records, FILE *out);
void records_fini(struct records *records);

/* What follows is from this source; what the one before left out is said first. Nothing happens
 * when it is the source at hand already. */
void records_source(struct records *records, const char *source, const char *name);
void records_me(struct records *records, const char *me, const char *why);
/* `name` and `phone` may be NULL. */
void records_person(struct records *records, const char *key, const char *name, const char *phone);
void records_left_out(struct records *records, const char *what, unsigned long count);
/* Of the file at hand; `line` 0 when there is none. A byte offset is said instead for mail. */
void records_problem(struct records *records, const char *what, int64_t line);
/* The same of what is kept all the same, as it stands. */
void records_kept(struct records *records, const char *what, int64_t line);
/* The same of a file that another program may know. */
void records_unknown(struct records *records, const char *what);
void records_problem_at(struct records *records, const char *what, int64_t offset_bytes);
/* What stands there is no UTF-8 and is read as Windows-1252: said once a source, with its count.
 * `name`: of a file in the one at hand, or NULL. */
void records_mended(struct records *records, int64_t line);
void records_mended_at(struct records *records, const char *name, int64_t offset_bytes);
void records_progress(struct records *records, int64_t read_bytes, int64_t of_bytes);
/* The last record of all. */
void records_end(struct records *records);

/* Any other record, piece by piece. `key` is NULL in a list. A text that is NULL is left out; bytes
 * that are not UTF-8 are mended, and no text but a whole one is longer than RECORDS_TEXT_MAX. */
enum { RECORDS_TEXT_MAX = 4096 };
void records_open(struct records *records, const char *key); /* key NULL: a record begins */
void records_list(struct records *records, const char *key);
void records_text(struct records *records, const char *key, const char *value);
void records_bytes(struct records *records, const char *key, const char *value, size_t len);
/* However long it is: what people have written about somebody. */
void records_whole(struct records *records, const char *key, const char *value);
void records_number(struct records *records, const char *key, int64_t value);
void records_true(struct records *records, const char *key);
void records_texts(struct records *records, const char *key, const struct vector *texts);
void records_one(struct records *records, const char *key, const char *value); /* a list of it */
void records_close_list(struct records *records);
void records_close(struct records *records);
/* Ends what records_open began at the outermost. */
void records_finish(struct records *records);

/* What most messages have. Pieces may be added until records_finish. */
struct message {
	const char *when; /* as in filo(5); or NULL, and */
	int64_t when_ms;  /* since 1970-01-01 UTC */
	const char *from; /* NULL: not known */
	const char *to;   /* one of them; NULL: none, or more, with records_texts */
	const char *thread, *medium, *id, *text;
	int64_t seconds; /* 0: none */
};
void records_message(struct records *records, const struct message *message);

#endif
