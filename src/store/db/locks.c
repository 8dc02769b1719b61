/* A folder that gives programs no locks, told apart from a lock that another program holds.
 * Not here: waiting for that program (watch.c). */
#include "store/db/locks.h"

#include <errno.h>
#include <sqlite3.h>
#include <stdarg.h>

typedef int lock_function(int fd, int command, ...);

static lock_function *usual_call;

/* A network mount whose server keeps no locks says ENOLCK, and SQLite takes that for a lock of
 * somebody else: it waits, and in vain. */
static int lock_call(int fd, int command, ...)
{
	va_list rest;

	va_start(rest, command);
	void *value = va_arg(rest, void *);
	va_end(rest);
	int answer = usual_call(fd, command, value);
	if (answer < 0 && errno == ENOLCK)
		errno = EOPNOTSUPP;
	return answer;
}

void locks_tell_lack(void)
{
	sqlite3_vfs *vfs = sqlite3_vfs_find("unix");
	lock_function *call = vfs ? (lock_function *)vfs->xGetSystemCall(vfs, "fcntl") : lock_call;

	if (call == lock_call)
		return;
	usual_call = call;
	vfs->xSetSystemCall(vfs, "fcntl", (sqlite3_syscall_ptr)lock_call);
}
