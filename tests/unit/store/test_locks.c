/* A database on a network mount that gives programs no locks, or is stale.
 * Not here: one that another program has locked (test_watch.c). */
#include "place.h"

#include <errno.h>
#include <sqlite3.h>

static int reason;

static int no_lock(int fd, int command, ...)
{
	va_list rest;

	va_start(rest, command);
	void *value = va_arg(rest, void *);
	va_end(rest);
	if (command != F_SETLK)
		return fcntl(fd, command, value);
	errno = reason;
	return -1;
}

static int no_open(const char *path, int flags, ...)
{
	(void)path, (void)flags;
	errno = reason;
	return -1;
}

static void assert_refused(
	struct place *place, const char *name, sqlite3_syscall_ptr call, const char *words)
{
	sqlite3_vfs *vfs = sqlite3_vfs_find("unix");

	assert_int_equal(vfs->xSetSystemCall(vfs, name, call), SQLITE_OK);
	enum status status = store_open(&place->store, place->path, TODAY, &place->err);
	vfs->xSetSystemCall(vfs, name, NULL);
	place->store = NULL;
	assert_int_equal(status, STATUS_DATABASE);
	if (!strstr(place->err.message, words))
		fail_msg("%s", place->err.message);
}

static void a_folder_without_locks_is_named(void **state)
{
	static const int reasons[] = { ENOLCK, EOPNOTSUPP, ENOSYS, EIO };
	struct place *place = *state;

	place_open(place);
	place_close(place);
	for (size_t i = 0; i < sizeof reasons / sizeof *reasons; i++) {
		reason = reasons[i];
		assert_refused(
			place, "fcntl", (sqlite3_syscall_ptr)no_lock, "gives programs no locks");
	}
	place_open(place);
}

static void what_keeps_a_file_from_being_opened_is_named(void **state)
{
	struct place *place = *state;

	place_open(place);
	place_close(place);
	reason = ESTALE;
	assert_refused(place, "open", (sqlite3_syscall_ptr)no_open, strerror(ESTALE));
	reason = EACCES;
	assert_refused(place, "open", (sqlite3_syscall_ptr)no_open, "check the permissions");
	place_open(place);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, place_setup_empty, place_teardown)

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(a_folder_without_locks_is_named),
		TEST(what_keeps_a_file_from_being_opened_is_named),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
