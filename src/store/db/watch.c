/* Long work that can be stopped, and changes that wait for another program's.
 * Not here: what is stopped or waits. */
#include "filo/store/watch.h"

#include "filo/base/error.h"
#include "filo/base/i18n.h"
#include "store/db/database.h"
#include "store/db/watch.h"

#include <time.h>

/* How long a change waits for another program's, and from when on that is said. */
#define WAIT_MAX_MS   5000
#define WAIT_SAID_MS  300
#define WAIT_AGAIN_MS 10

/* Steps of SQLite's virtual machine between two checks: well under a millisecond. */
#define WATCHED_STEPS 1000

static int wait_again(void *context, int waits)
{
	static const struct timespec pause = { .tv_nsec = WAIT_AGAIN_MS * 1000000L };
	struct store *store = context;

	if (waits * WAIT_AGAIN_MS >= WAIT_MAX_MS || !database_goes_on(store))
		return 0;
	if (waits == WAIT_SAID_MS / WAIT_AGAIN_MS && store->say_waiting)
		store->say_waiting(store->say_waiting_context);
	nanosleep(&pause, NULL);
	return 1;
}

void database_wait_for_others(struct store *store)
{
	sqlite3_busy_handler(store->db, wait_again, store);
}

void store_on_wait(struct store *store, void (*say)(void *context), void *context)
{
	store->say_waiting = say;
	store->say_waiting_context = context;
}

bool database_goes_on(struct store *store)
{
	if (store->go_on && !store->is_stopped)
		store->is_stopped = !store->go_on(store->go_on_context);
	return !store->is_stopped;
}

static int is_to_be_stopped(void *store)
{
	return !database_goes_on(store);
}

void store_watch(struct store *store, bool (*go_on)(void *context), void *context)
{
	store->go_on = go_on;
	store->go_on_context = context;
	store->is_stopped = false;
	sqlite3_progress_handler(
		store->db, go_on ? WATCHED_STEPS : 0, go_on ? is_to_be_stopped : NULL, store);
}

enum status store_was_stopped(const struct store *store, struct error *err)
{
	if (!store->is_stopped)
		return STATUS_OK;
	return error_set(err, STATUS_CANCELLED, _("This was stopped; nothing was changed"));
}
