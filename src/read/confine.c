/* The lock: limits, Landlock, then libseccomp; pledge where there is that instead.
 * Not here: opening the charsets that must be open before it (mail_text.c). */
#include "read/confine.h"

#include "filo/base/i18n.h"
#include "filo/base/memory.h"
#include "filo/base/paths.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <unistd.h>

/* Far above what any reader takes, far below what would hurt. */
enum { MEMORY_BYTES = 256 * 1024 * 1024, CPU_SECONDS = 1800, PATHS_MAX = 64 };

bool confine_is_possible(void)
{
#if defined(__has_feature)
#if __has_feature(address_sanitizer)
	return false;
#endif
#endif
#ifdef __SANITIZE_ADDRESS__
	return false;
#else
	return true;
#endif
}

static void confine_limits(void)
{
	const struct rlimit memory = { MEMORY_BYTES, MEMORY_BYTES };
	const struct rlimit seconds = { CPU_SECONDS, CPU_SECONDS };
	const struct rlimit none = { 0, 0 };

	setrlimit(RLIMIT_DATA, &memory);
	setrlimit(RLIMIT_CPU, &seconds);
	setrlimit(RLIMIT_CORE, &none);
}

#ifdef __OpenBSD__

enum status confine(const struct vector *paths, struct error *err)
{
	char *const *path;

	confine_limits();
	VECTOR_EACH (path, paths)
		unveil(*path, "r");
	unveil("/usr/share/zoneinfo", "r");
	if (pledge("stdio rpath", NULL) != 0)
		return error_set(err, STATUS_IO, _("The lock of filo-read cannot be closed: %s"),
			strerror(errno));
	return STATUS_OK;
}

#else

#include <linux/landlock.h>
#include <seccomp.h>
#include <sys/ioctl.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/stat.h>
#include <sys/syscall.h>

/* What a version of Landlock can refuse: all that changes files, and from version 4 on all TCP. */
static struct landlock_ruleset_attr confine_landlock_attr(long version)
{
	struct landlock_ruleset_attr attr = { .handled_access_fs =
						      (LANDLOCK_ACCESS_FS_MAKE_SYM << 1) - 1 };

#ifdef LANDLOCK_ACCESS_FS_REFER
	if (version >= 2)
		attr.handled_access_fs |= LANDLOCK_ACCESS_FS_REFER;
#endif
#ifdef LANDLOCK_ACCESS_FS_TRUNCATE
	if (version >= 3)
		attr.handled_access_fs |= LANDLOCK_ACCESS_FS_TRUNCATE;
#endif
#ifdef LANDLOCK_ACCESS_NET_BIND_TCP
	if (version >= 4)
		attr.handled_access_net =
			LANDLOCK_ACCESS_NET_BIND_TCP | LANDLOCK_ACCESS_NET_CONNECT_TCP;
#endif
	return attr;
}

static void confine_let_read(int ruleset, const char *path)
{
	struct landlock_path_beneath_attr beneath = { .allowed_access =
							      LANDLOCK_ACCESS_FS_READ_FILE };
	struct stat about;

	beneath.parent_fd = open(path, O_PATH | O_CLOEXEC);
	if (beneath.parent_fd < 0)
		return;
	if (fstat(beneath.parent_fd, &about) == 0 && S_ISDIR(about.st_mode))
		beneath.allowed_access |= LANDLOCK_ACCESS_FS_READ_DIR;
	syscall(SYS_landlock_add_rule, ruleset, LANDLOCK_RULE_PATH_BENEATH, &beneath, 0);
	close(beneath.parent_fd);
}

/* The paths themselves; of a long list the folders they are in. */
static void confine_let_read_all(int ruleset, const struct vector *paths)
{
	char *const *path, *last = NULL;

	VECTOR_EACH (path, paths) {
		char *place =
			paths->count > PATHS_MAX ? path_folder(*path) : memory_copy_string(*path);
		if (!last || strcmp(last, place) != 0)
			confine_let_read(ruleset, place);
		free(last);
		last = place;
	}
	free(last);
}

/* A kernel without Landlock leaves the person's files readable; all else is seccomp's. */
static void confine_landlock(const struct vector *paths)
{
	long version =
		syscall(SYS_landlock_create_ruleset, NULL, 0, LANDLOCK_CREATE_RULESET_VERSION);

	if (version < 1)
		return;
	struct landlock_ruleset_attr attr = confine_landlock_attr(version);
	int ruleset = (int)syscall(SYS_landlock_create_ruleset, &attr, sizeof attr, 0);
	if (ruleset < 0)
		return;
	confine_let_read_all(ruleset, paths);
	confine_let_read(ruleset, "/usr/share/zoneinfo");
	confine_let_read(ruleset, "/etc/localtime");
	syscall(SYS_landlock_restrict_self, ruleset, 0);
	close(ruleset);
}

/* What a reader needs once everything is set up. Anything else kills it. */
static const int allowed_calls[] = { SCMP_SYS(read), SCMP_SYS(pread64), SCMP_SYS(readv),
	SCMP_SYS(fstat), SCMP_SYS(newfstatat), SCMP_SYS(statx), SCMP_SYS(close), SCMP_SYS(lseek),
	SCMP_SYS(getdents64), SCMP_SYS(munmap), SCMP_SYS(mremap), SCMP_SYS(madvise), SCMP_SYS(brk),
	SCMP_SYS(futex), SCMP_SYS(access), SCMP_SYS(faccessat), SCMP_SYS(faccessat2),
	SCMP_SYS(readlink), SCMP_SYS(readlinkat), SCMP_SYS(getcwd), SCMP_SYS(clock_gettime),
	SCMP_SYS(gettimeofday), SCMP_SYS(time), SCMP_SYS(getrandom), SCMP_SYS(sysinfo),
	SCMP_SYS(getpid), SCMP_SYS(gettid), SCMP_SYS(rt_sigreturn), SCMP_SYS(rt_sigprocmask),
	SCMP_SYS(exit), SCMP_SYS(exit_group) };

/* Those whose argument decides. Memory may be had, but none that can be run: a library that asks
 * for it hears "no" and goes on. */
static int confine_allow_some(scmp_filter_ctx filter)
{
	const unsigned int changes =
		O_ACCMODE | O_CREAT | O_TRUNC | O_APPEND | (O_TMPFILE & ~O_DIRECTORY);
	const struct {
		uint32_t action;
		int call;
		struct scmp_arg_cmp when;
	} rules[] = {
		{ SCMP_ACT_ALLOW, SCMP_SYS(openat), SCMP_A2(SCMP_CMP_MASKED_EQ, changes, 0) },
		{ SCMP_ACT_ERRNO(EROFS), SCMP_SYS(openat),
			SCMP_A2(SCMP_CMP_MASKED_EQ, O_WRONLY, O_WRONLY) },
		{ SCMP_ACT_ALLOW, SCMP_SYS(write), SCMP_A0(SCMP_CMP_LE, STDERR_FILENO) },
		{ SCMP_ACT_ALLOW, SCMP_SYS(writev), SCMP_A0(SCMP_CMP_LE, STDERR_FILENO) },
		{ SCMP_ACT_ALLOW, SCMP_SYS(ioctl), SCMP_A1(SCMP_CMP_EQ, TCGETS) },
		{ SCMP_ACT_ALLOW, SCMP_SYS(fcntl), SCMP_A1(SCMP_CMP_EQ, F_GETFL) },
		{ SCMP_ACT_ALLOW, SCMP_SYS(fcntl), SCMP_A1(SCMP_CMP_EQ, F_GETFD) },
		{ SCMP_ACT_ALLOW, SCMP_SYS(fcntl), SCMP_A1(SCMP_CMP_EQ, F_SETFD) },
		{ SCMP_ACT_ALLOW, SCMP_SYS(mmap), SCMP_A2(SCMP_CMP_MASKED_EQ, PROT_EXEC, 0) },
		{ SCMP_ACT_ALLOW, SCMP_SYS(mprotect), SCMP_A2(SCMP_CMP_MASKED_EQ, PROT_EXEC, 0) },
		{ SCMP_ACT_ERRNO(EACCES), SCMP_SYS(mmap),
			SCMP_A2(SCMP_CMP_MASKED_EQ, PROT_EXEC, PROT_EXEC) },
		{ SCMP_ACT_ERRNO(EACCES), SCMP_SYS(mprotect),
			SCMP_A2(SCMP_CMP_MASKED_EQ, PROT_EXEC, PROT_EXEC) },
	};
	int failed = 0;

	for (size_t i = 0; i < sizeof allowed_calls / sizeof *allowed_calls; i++)
		failed |= seccomp_rule_add(filter, SCMP_ACT_ALLOW, allowed_calls[i], 0);
	for (size_t i = 0; i < sizeof rules / sizeof *rules; i++)
		failed |= seccomp_rule_add_array(
			filter, rules[i].action, rules[i].call, 1, &rules[i].when);
	return failed;
}

static int confine_seccomp(void)
{
	scmp_filter_ctx filter = seccomp_init(SCMP_ACT_KILL_PROCESS);

	if (!filter)
		return -ENOMEM;
	int failed = confine_allow_some(filter);
	if (!failed)
		failed = seccomp_load(filter);
	seccomp_release(filter);
	return failed;
}

enum status confine(const struct vector *paths, struct error *err)
{
	if (!confine_is_possible())
		return STATUS_OK;
	confine_limits();
	int failed = prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0 ? 0 : -errno;
	if (!failed) {
		confine_landlock(paths);
		failed = confine_seccomp();
	}
	if (failed)
		return error_set(err, STATUS_IO, _("The lock of filo-read cannot be closed: %s"),
			strerror(-failed));
	return STATUS_OK;
}

#endif
