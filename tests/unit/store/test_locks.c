/* A database in a folder that gives programs no locks.
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

static void set_call(sqlite3_syscall_ptr call)
{
	sqlite3_vfs *vfs = sqlite3_vfs_find("unix");

	assert_int_equal(vfs->xSetSystemCall(vfs, "fcntl", call), SQLITE_OK);
}

static void a_folder_without_locks_is_named(void **state)
{
	static const int reasons[] = { ENOLCK, EOPNOTSUPP, ENOSYS, EIO };
	struct place *place = *state;

	place_open(place);
	place_close(place);
	for (size_t i = 0; i < sizeof reasons / sizeof *reasons; i++) {
		reason = reasons[i];
		set_call((sqlite3_syscall_ptr)no_lock);
		enum status status = store_open(&place->store, place->path, TODAY, &place->err);
		set_call(NULL);
		place->store = NULL;
		assert_int_equal(status, STATUS_DATABASE);
		if (!strstr(place->err.message, "gives programs no locks"))
			fail_msg("%s", place->err.message);
	}
	place_open(place);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, place_setup_empty, place_teardown)

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(a_folder_without_locks_is_named),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
