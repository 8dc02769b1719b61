/* Reading on a thread of its own: what it finds is handed over many at a time, and never more than
 * once ahead, so that memory stays bounded.
 * Not here: reading, what becomes of what is found. */
#include "exchange/read_ahead.h"

#include "filo/base/memory.h"
#include "filo/base/vector.h"

#include <pthread.h>
#include <signal.h>
#include <stdlib.h>

/* Items handed over at once: enough that the two threads seldom wait for each other. */
#define FOUND_AT_ONCE 8192

/* An entry, or what is wrong with a line. */
struct found {
	struct entry_record entry;
	char *problem; /* NULL: an entry */
	bool is_refused;
};

struct ahead {
	enum status (*read)(
		struct source *source, const struct record_sink *sink, struct error *err);
	struct source *source;
	day_number today;
	struct vector found; /* of struct found; the reader's own */

	pthread_mutex_t lock; /* for all that follows */
	pthread_cond_t changed;
	struct vector handed; /* of struct found; empty: taken */
	bool is_stopped;      /* the consumer has stopped */
	bool has_ended;
	enum status status; /* of the reading, and why */
	struct error err;
};

static void read_ahead_swap(struct vector *a, struct vector *b)
{
	struct vector c = *a;

	*a = *b;
	*b = c;
}

static void free_found(struct vector *list, size_t first)
{
	for (size_t i = first; i < list->count; i++) {
		struct found *found = vector_at(list, i);
		conversation_fini(&found->entry.conversation);
		free(found->problem);
	}
	vector_clear(list);
}

/* The reader's side. */

static enum status hand_over(struct ahead *ahead)
{
	pthread_mutex_lock(&ahead->lock);
	while (ahead->handed.count && !ahead->is_stopped)
		pthread_cond_wait(&ahead->changed, &ahead->lock);
	bool is_stopped = ahead->is_stopped;
	if (!is_stopped)
		read_ahead_swap(&ahead->found, &ahead->handed);
	pthread_cond_signal(&ahead->changed);
	pthread_mutex_unlock(&ahead->lock);
	return is_stopped ? STATUS_CANCELLED : STATUS_OK;
}

static enum status read_ahead_keep(struct ahead *ahead, const struct found *found)
{
	vector_push(&ahead->found, found);
	return ahead->found.count < FOUND_AT_ONCE ? STATUS_OK : hand_over(ahead);
}

static enum status keep_entry(void *context, struct entry_record *entry, struct error *err)
{
	const struct found found = { .entry = *entry };

	(void)err;
	return read_ahead_keep(context, &found);
}

static enum status keep_problem(
	void *context, int64_t line, bool is_refused, const char *reason, struct error *err)
{
	struct found found = { .entry.line = line, .is_refused = is_refused };

	(void)err;
	found.problem = memory_copy_string(reason);
	return read_ahead_keep(context, &found);
}

static void *read_ahead_run(void *context)
{
	struct ahead *ahead = context;
	const struct record_sink sink = { .context = ahead,
		.today = ahead->today,
		.entry = keep_entry,
		.problem = keep_problem };
	struct error err = { 0 };
	enum status status = ahead->read(ahead->source, &sink, &err);

	/* What was found before the end, or before what ended it, counts. */
	hand_over(ahead);
	pthread_mutex_lock(&ahead->lock);
	ahead->has_ended = true;
	ahead->status = status;
	ahead->err = err;
	pthread_cond_signal(&ahead->changed);
	pthread_mutex_unlock(&ahead->lock);
	return NULL;
}

/* The writer's side. */

/* Empty: there is no more. */
static void read_ahead_take(struct ahead *ahead, struct vector *taken)
{
	pthread_mutex_lock(&ahead->lock);
	while (!ahead->handed.count && !ahead->has_ended)
		pthread_cond_wait(&ahead->changed, &ahead->lock);
	read_ahead_swap(taken, &ahead->handed);
	pthread_cond_signal(&ahead->changed);
	pthread_mutex_unlock(&ahead->lock);
}

static enum status found_pass_on(
	struct found *found, const struct record_sink *sink, struct error *err)
{
	if (!found->problem)
		return sink->entry(sink->context, &found->entry, err);
	enum status status =
		record_problem(sink, found->entry.line, found->is_refused, found->problem, err);
	free(found->problem);
	return status;
}

static enum status pass_all_on(
	struct ahead *ahead, const struct record_sink *sink, struct error *err)
{
	struct vector taken = VECTOR_INIT(struct found);
	enum status status = STATUS_OK;

	do {
		size_t i = 0;
		read_ahead_take(ahead, &taken);
		while (i < taken.count && status == STATUS_OK)
			status = found_pass_on(vector_at(&taken, i++), sink, err);
		bool was_last = !taken.count;
		free_found(&taken, i);
		if (was_last)
			break;
	} while (status == STATUS_OK);
	vector_fini(&taken);
	return status;
}

static void read_ahead_stop(struct ahead *ahead)
{
	pthread_mutex_lock(&ahead->lock);
	ahead->is_stopped = true;
	pthread_cond_signal(&ahead->changed);
	pthread_mutex_unlock(&ahead->lock);
}

/* Signals are handled by the main thread. */
static bool read_ahead_start(struct ahead *ahead, pthread_t *thread)
{
	sigset_t all, usual;

	sigfillset(&all);
	pthread_sigmask(SIG_SETMASK, &all, &usual);
	bool has_started = !pthread_create(thread, NULL, read_ahead_run, ahead);
	pthread_sigmask(SIG_SETMASK, &usual, NULL);
	return has_started;
}

enum status read_ahead(struct source *source,
	enum status (*read)(
		struct source *source, const struct record_sink *sink, struct error *err),
	const struct record_sink *sink, struct error *err)
{
	struct ahead ahead = { .read = read,
		.source = source,
		.today = sink->today,
		.found = VECTOR_INIT(struct found),
		.lock = PTHREAD_MUTEX_INITIALIZER,
		.changed = PTHREAD_COND_INITIALIZER,
		.handed = VECTOR_INIT(struct found) };
	pthread_t thread;

	/* A pipe may block for ever, so a failed import does not wait for the reader. */
	if (!source->total || !read_ahead_start(&ahead, &thread))
		return read(source, sink, err);
	enum status status = pass_all_on(&ahead, sink, err);
	read_ahead_stop(&ahead);
	pthread_join(thread, NULL);
	if (status == STATUS_OK && ahead.status != STATUS_OK) {
		status = ahead.status;
		if (err)
			*err = ahead.err;
	}
	free_found(&ahead.found, 0);
	free_found(&ahead.handed, 0);
	vector_fini(&ahead.found);
	vector_fini(&ahead.handed);
	return status;
}
