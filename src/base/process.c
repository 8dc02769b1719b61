/* The name of a process: a process id is given again, together with its beginning it is not.
 * Not here: what is kept under such names (store/db/draft.c, paths.c). */
#include "filo/base/process.h"

#include <errno.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

/* Of proc(5), stat: the 22nd field is when it began; the name, which is the second, may hold
 * anything. */
#define FIELDS_BETWEEN 20

/* 0: not known, or it has ended. */
static unsigned long long began_at(long id)
{
	char path[64], line[1024];
	unsigned long long ticks = 0;

	snprintf(path, sizeof path, "/proc/%ld/stat", id);
	FILE *file = fopen(path, "re");
	if (!file)
		return 0;
	line[fread(line, 1, sizeof line - 1, file)] = '\0';
	fclose(file);
	const char *field = strrchr(line, ')');
	if (field &&
		strchr("ZXx", field[1] ? field[2] : '\0')) /* ended, and nobody has asked how */
		return 0;
	for (int i = 0; field && i < FIELDS_BETWEEN; i++)
		field = strchr(field + 1, ' ');
	if (!field || sscanf(field, " %llu", &ticks) != 1)
		return 0;
	return ticks;
}

/* The machine gives itself a new name at each start. */
static void read_boot(char boot[9])
{
	FILE *file = fopen("/proc/sys/kernel/random/boot_id", "re");
	bool is_read = file && fread(boot, 1, 8, file) == 8;

	strcpy(boot + (is_read ? 8 : 0), is_read ? "" : "0");
	if (file)
		fclose(file);
}

void process_name_of(struct strbuf *out, long id)
{
	char boot[9];

	read_boot(boot);
	strbuf_add_format(out, "%ld-%llu-%s", id, began_at(id), boot);
}

void process_name(struct strbuf *out)
{
	process_name_of(out, getpid());
}

bool process_is_of_here(const char *name)
{
	char boot[9];
	const char *own = strrchr(name, '-');

	read_boot(boot);
	return own && !strcmp(own + 1, boot);
}

bool process_runs(const char *name)
{
	struct strbuf now = STRBUF_INIT;
	long id = 0;

	if (sscanf(name, "%ld-", &id) != 1 || id <= 0)
		return false;
	process_name_of(&now, id);
	bool is_same = !strcmp(now.data, name);
	strbuf_fini(&now);
	return is_same && (kill((pid_t)id, 0) == 0 || errno == EPERM);
}
