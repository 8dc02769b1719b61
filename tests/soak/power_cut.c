/* What a disk may hold after a power cut: replays what programs asked of it up to some moment, and
 * of what was not synced by then leaves nothing, all, a beginning, or any sectors. power_cut TRACE
 * ROOT OUT SEED TRACE: by strace -f -y -xx, of programs that ran one after the other, a process
 * each. What they left in the folder ROOT is laid in the folder OUT. Prints how many of them had
 * printed something or ended by then. Not here: what ran, and what must be there
 * (tests/soak/power). */
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define SECTOR    512
#define PATH_ROOM 256
#define ROOM      (1 << 14) /* for files, names, and changes that are not synced */

enum kind {
	WRITE,
	APPEND,
	TRUNCATE,
	SYNC,
	CREATE,
	CREATE_NAMELESS,
	RENAME,
	LINK,
	UNLINK,
	SIGN_OF_LIFE
};

/* A call that succeeded and changes what lasts. */
struct call {
	enum kind kind;
	int pid;
	char path[PATH_ROOM], other[PATH_ROOM];
	int64_t at, len; /* TRUNCATE: `at` is the size; CREATE: 0: made empty, -1: not */
	unsigned char *bytes;
};

/* Of a file or a name, not synced yet. */
struct change {
	struct call *call;
	int file;
	int64_t at;
};

struct changes {
	struct change *all;
	int count;
};

struct file {
	unsigned char *bytes;    /* on the disk */
	int64_t size, live_size; /* there; as programs see it */
	struct changes pending;
};

struct name {
	char path[PATH_ROOM];
	int file; /* -1: the name is free */
};

struct names {
	struct name all[ROOM];
	int count;
};

static struct file files[ROOM];
static int file_count;
static struct call *calls;
static int call_count;
static struct names live, kept; /* as programs see them; on the disk */
static struct changes pending_names;
static uint64_t dice;

/* Below `n` (splitmix64). */
static int64_t roll(int64_t n)
{
	uint64_t z = dice += 0x9E3779B97F4A7C15u;

	z = (z ^ z >> 30) * 0xBF58476D1CE4E5B9u;
	z = (z ^ z >> 27) * 0x94D049BB133111EBu;
	return (int64_t)((z ^ z >> 31) % (uint64_t)n);
}

static void changes_add(struct changes *changes, struct change change)
{
	if (!(changes->count & (changes->count + 1))) /* room for 0, 1, 3, 7 ... is used up */
		changes->all = realloc(
			changes->all, sizeof *changes->all * (size_t)(changes->count * 2 + 2));
	changes->all[changes->count++] = change;
}

static int *names_at(struct names *names, const char *path)
{
	for (int i = 0; i < names->count; i++)
		if (!strcmp(names->all[i].path, path))
			return &names->all[i].file;
	if (names->count == ROOM)
		abort();
	struct name *name = &names->all[names->count++];
	snprintf(name->path, sizeof name->path, "%s", path);
	name->file = -1;
	return &name->file;
}

/* ---- The trace ---- */

static const struct {
	const char *name;
	enum kind kind;
	char path_behind, other_behind; /* 0: none */
} known[] = {
	{ "write", APPEND, '<', 0 },
	{ "pwrite64", WRITE, '<', 0 },
	{ "ftruncate", TRUNCATE, '<', 0 },
	{ "fsync", SYNC, '<', 0 },
	{ "fdatasync", SYNC, '<', 0 },
	{ "openat", CREATE, '"', 0 },
	{ "rename", RENAME, '"', '"' },
	{ "link", LINK, '"', '"' },
	{ "linkat", LINK, '"', '"' },
	{ "unlink", UNLINK, '"', 0 },
};

/* At most `room` bytes of "\x61\x62". */
static int64_t unhex(char **at, unsigned char *out, int64_t room)
{
	int64_t len = 0;

	for (; len < room && (*at)[0] == '\\' && (*at)[1] == 'x'; *at += 4) {
		char digits[] = { (*at)[2], (*at)[3], '\0' };
		out[len++] = (unsigned char)strtoul(digits, NULL, 16);
	}
	return len;
}

static bool read_path(char **at, char mark, char *path)
{
	char *begin = mark ? strchr(*at, mark) : NULL;

	if (!begin)
		return !mark;
	*at = begin + 1;
	path[unhex(at, (unsigned char *)path, PATH_ROOM - 1)] = '\0';
	*at += **at != '\0';
	return true;
}

/* What stands behind the path. */
static bool read_rest(char *at, struct call *call)
{
	char *result = strrchr(at, '='), *quote = strchr(at, '"');

	if (!result || result[2] == '-')
		return false;
	if (call->kind == CREATE && strstr(at, "O_TMPFILE")) {
		call->kind = CREATE_NAMELESS;
		return read_path(&result, '<', call->path);
	}
	if (call->kind == CREATE) {
		call->at = strstr(at, "O_TRUNC") ? 0 : -1;
		return strstr(at, "O_CREAT") != NULL;
	}
	if (call->kind == TRUNCATE)
		call->at = strtoll(strchr(at, ',') + 1, NULL, 10);
	if (call->kind != WRITE && call->kind != APPEND)
		return true;
	call->bytes = malloc(strlen(at));
	quote++;
	call->len = unhex(&quote, call->bytes, INT64_MAX);
	char *place = strrchr(at, ')');
	while (*place != ' ')
		place--;
	call->at = strtoll(place, NULL, 10);
	return true;
}

static bool read_call(char *line, struct call *call)
{
	*call = (struct call){ .pid = atoi(line), .kind = SIGN_OF_LIFE };
	if (strstr(line, "+++ exited"))
		return true;
	char *name = strchr(line, ' '), *at = strchr(line, '(');
	if (!name || !at)
		return false;
	name += strspn(name, " ");
	if (!strncmp(name, "write(1<", 8))
		return true;
	for (size_t i = 0; i < sizeof known / sizeof *known; i++) {
		size_t len = strlen(known[i].name);
		if (strncmp(name, known[i].name, len) != 0 || name[len] != '(')
			continue;
		call->kind = known[i].kind;
		return read_path(&at, known[i].path_behind, call->path) &&
		       read_path(&at, known[i].other_behind, call->other) && read_rest(at, call);
	}
	return false;
}

static void read_trace(const char *path, const char *root)
{
	FILE *in = fopen(path, "r");
	struct call call;
	char *line = NULL, nameless[PATH_ROOM] = "";
	size_t room = 0;

	while (in && getline(&line, &room, in) > 0) {
		if (!read_call(line, &call))
			continue;
		size_t len = strlen(root);
		if (call.kind == CREATE_NAMELESS)
			snprintf(nameless, sizeof nameless, "%s", call.path);
		if (call.kind == LINK && !strncmp(call.path, "/proc/self/fd/", 14))
			snprintf(call.path, sizeof call.path, "%s", nameless);
		if (call.kind != SIGN_OF_LIFE &&
			(strncmp(call.path, root, len) != 0 || strstr(call.path, "-shm"))) {
			free(call.bytes);
			continue;
		}
		calls = realloc(calls, sizeof *calls * (size_t)(call_count + 1));
		calls[call_count++] = call;
	}
	free(line);
	if (in)
		fclose(in);
}

/* ---- The disk ---- */

static void put(struct file *file, const unsigned char *bytes, int64_t at, int64_t len)
{
	if (at + len > file->size) {
		file->bytes = realloc(file->bytes, (size_t)(at + len));
		memset(file->bytes + file->size, 0, (size_t)(at + len - file->size));
		file->size = at + len;
	}
	memcpy(file->bytes + at, bytes, (size_t)len);
}

static void cut_to(struct file *file, int64_t size)
{
	if (size > file->size)
		put(file, (const unsigned char *)"", size - 1, 1);
	file->size = size;
}

static void reach_disk(struct file *file, const struct change *change)
{
	if (change->call->kind == TRUNCATE || change->call->kind == CREATE)
		cut_to(file, change->at);
	else
		put(file, change->call->bytes, change->at, change->call->len);
}

static void name_reaches_disk(const struct change *change)
{
	const struct call *call = change->call;

	*names_at(&kept, call->kind == CREATE || call->kind == UNLINK ? call->path : call->other) =
		change->file;
	if (call->kind == RENAME)
		*names_at(&kept, call->path) = -1;
}

static void sync_path(const char *path)
{
	int file = *names_at(&live, path);

	if (file < 0) { /* the folder: the only one there is */
		for (int i = 0; i < pending_names.count; i++)
			name_reaches_disk(&pending_names.all[i]);
		pending_names.count = 0;
		return;
	}
	for (int i = 0; i < files[file].pending.count; i++)
		reach_disk(&files[file], &files[file].pending.all[i]);
	files[file].pending.count = 0;
}

static void change_file(struct call *call, int64_t at)
{
	int number = *names_at(&live, call->path);

	if (number < 0) /* it has no name any more */
		return;
	struct file *file = &files[number];
	changes_add(&file->pending, (struct change){ call, number, at });
	int64_t end = at + call->len;
	if (end > file->live_size || call->kind == TRUNCATE || call->kind == CREATE)
		file->live_size = end;
}

static void create(const char *path)
{
	if (file_count == ROOM)
		abort();
	*names_at(&live, path) = file_count++;
}

static void change_name(struct call *call)
{
	int *file = names_at(&live, call->path);

	if (call->kind == CREATE && *file >= 0)
		return;
	if (call->kind == CREATE)
		create(call->path);
	int number = call->kind == UNLINK ? -1 : *file;
	if (call->kind == RENAME || call->kind == LINK)
		*names_at(&live, call->other) = number;
	if (call->kind == RENAME || call->kind == UNLINK)
		*names_at(&live, call->path) = -1;
	changes_add(&pending_names, (struct change){ call, number, 0 });
}

static void replay(struct call *call)
{
	switch (call->kind) {
	case SYNC:
		sync_path(call->path);
		break;
	case APPEND: {
		int file = *names_at(&live, call->path);
		change_file(call, file < 0 ? 0 : files[file].live_size);
		break;
	}
	case CREATE:
		change_name(call);
		if (call->at == 0)
			change_file(call, 0);
		break;
	case CREATE_NAMELESS:
		create(call->path);
		break;
	case RENAME:
	case LINK:
	case UNLINK:
		change_name(call);
		break;
	case WRITE:
	case TRUNCATE:
		change_file(call, call->at);
		break;
	case SIGN_OF_LIFE:
		break;
	}
}

/* ---- The cut ---- */

enum left { NOTHING, ALL, A_BEGINNING, ANY_SECTORS };

static void leave_some_sectors(struct file *file, const struct change *change)
{
	int64_t len = change->call->len;

	if (change->call->kind == TRUNCATE || change->call->kind == CREATE) {
		if (roll(2))
			reach_disk(file, change);
		return;
	}
	for (int64_t done = 0, step; done < len; done += step) {
		step = SECTOR - (change->at + done) % SECTOR;
		step = step < len - done ? step : len - done;
		if (roll(2))
			put(file, change->call->bytes + done, change->at + done, step);
	}
}

static void cut_file(struct file *file, enum left left)
{
	int count = file->pending.count;

	if (left == NOTHING || !count)
		return;
	int whole = left == A_BEGINNING ? (int)roll(count + 1) : count;
	for (int i = 0; i < whole; i++) {
		if (left == ANY_SECTORS)
			leave_some_sectors(file, &file->pending.all[i]);
		else
			reach_disk(file, &file->pending.all[i]);
	}
	if (whole < count)
		leave_some_sectors(file, &file->pending.all[whole]);
}

static void cut_power(void)
{
	enum left left = (enum left)roll(4);
	int named = left == NOTHING ? 0 : pending_names.count;

	if (left >= A_BEGINNING)
		named = (int)roll(named + 1);
	for (int i = 0; i < named; i++)
		name_reaches_disk(&pending_names.all[i]);
	for (int i = 0; i < file_count; i++)
		cut_file(&files[i], left);
}

static bool lay_out(const char *out)
{
	bool is_laid = true;

	for (int i = 0; i < kept.count; i++) {
		const struct name *name = &kept.all[i];
		char path[2 * PATH_ROOM];
		if (name->file < 0)
			continue;
		snprintf(path, sizeof path, "%s/%s", out, strrchr(name->path, '/') + 1);
		FILE *file = fopen(path, "w");
		const struct file *laid = &files[name->file];
		is_laid &= file &&
			   fwrite(laid->bytes, 1, (size_t)laid->size, file) == (size_t)laid->size;
		is_laid &= file && fclose(file) == 0;
	}
	return is_laid;
}

int main(int argc, char **argv)
{
	int lived = 0, last = 0;

	if (argc != 5)
		return 2;
	read_trace(argv[1], argv[2]);
	if (!call_count)
		return 2;
	dice = strtoull(argv[4], NULL, 10);
	int64_t cut = roll(call_count + 1);
	bool is_said = roll(2); /* cut where something was just said to be done */
	while (is_said && cut < call_count && calls[cut > 0 ? cut - 1 : 0].kind != SIGN_OF_LIFE)
		cut++;
	for (int i = 0; i < cut; i++) {
		replay(&calls[i]);
		if (calls[i].kind == SIGN_OF_LIFE && calls[i].pid != last)
			lived++, last = calls[i].pid;
	}
	cut_power();
	printf("%d\n", lived);
	return lay_out(argv[3]) ? 0 : 2;
}
