/* Lines appended to the file named by $FILO_LOG.
 * Not here: what is worth a line (loop.c, terminal.c, slow_sql.c and others). */
#include "filo/base/log.h"

#include "filo/base/i18n.h"
#include "filo/base/paths.h"

#include <errno.h>
#include <fcntl.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#define LINE_BYTES 1024 /* the rest of a longer line is left out */

static int fd = -1;

enum status log_open(struct error *err)
{
	const char *path = getenv("FILO_LOG");
	struct stat info;

	if (!path || !*path)
		return STATUS_OK;
	if (path_is_of_database(path))
		return error_set(err, STATUS_IO,
			_("FILO_LOG: %.200s is a database, or named like a part of one (-wal, "
			  "-shm, -journal): name another file"),
			path);
	fd = open(path, O_WRONLY | O_APPEND | O_CREAT | O_NOCTTY | O_CLOEXEC, 0600);
	if (fd < 0)
		return error_set(err, STATUS_IO, _("FILO_LOG: %.200s cannot be written: %s"), path,
			strerror(errno));
	if (fstat(fd, &info) == 0 && S_ISREG(info.st_mode))
		fchmod(fd, 0600); /* whatever made it */
	return STATUS_OK;
}

bool log_is_open(void)
{
	return fd >= 0;
}

int log_descriptor(void)
{
	return fd;
}

void log_close(void)
{
	if (fd >= 0)
		close(fd);
	fd = -1;
}

/* "2026-11-23T18:30:05.123" */
static size_t add_time(char *line)
{
	struct timespec now;
	struct tm utc;

	clock_gettime(CLOCK_REALTIME, &now);
	gmtime_r(&now.tv_sec, &utc);
	size_t len = strftime(line, LINE_BYTES, "%FT%T", &utc);
	return len + (size_t)snprintf(
			     line + len, LINE_BYTES - len, ".%03d", (int)(now.tv_nsec / 1000000));
}

void log_line(const char *subject, const char *format, ...)
{
	char line[LINE_BYTES];
	va_list args;

	if (fd < 0)
		return;
	size_t len = add_time(line);
	len += (size_t)snprintf(line + len, sizeof line - len, " %.40s ", subject);
	va_start(args, format);
	int said = vsnprintf(line + len, sizeof line - len, format, args);
	va_end(args);
	len += said > 0 ? (size_t)said : 0;
	if (len > sizeof line - 1)
		len = sizeof line - 1;
	line[len++] = '\n';
	if (write(fd, line, len) < 0)
		log_close(); /* a full disk must not stop the work */
}
