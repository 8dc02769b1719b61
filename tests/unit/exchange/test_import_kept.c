/* What a reader made of files is kept while there is room.
 * Not here: the imports it is kept for (tests/cli/history.sh). */
#include "../unit.h"
#include "exchange/import/import_kept.h"

#include <stdlib.h>
#include <string.h>
#include <sys/statvfs.h>

/* What is free on the disk, as it is told in place of the system's own word. */
static uint64_t room_bytes;

/* NOLINTNEXTLINE(readability-inconsistent-declaration-parameter-name): __buf is reserved */
int fstatvfs(int file, struct statvfs *disk)
{
	(void)file;
	*disk = (struct statvfs){ .f_frsize = 1, .f_bavail = room_bytes };
	return 0;
}

/* Hears `len` bytes of a reader; whether all of them are kept. */
static bool is_kept(int64_t len)
{
	struct import_kept kept = { 0 };
	FILE *reader = fopen("/dev/zero", "r");
	FILE *heard = import_kept_listen(&kept, reader);
	char bytes[1 << 16];

	while (len > 0) {
		size_t most = len < (int64_t)sizeof bytes ? (size_t)len : sizeof bytes;
		len -= (int64_t)fread(bytes, 1, most, heard);
	}
	fclose(heard);
	import_kept_take_records(&kept, 0, "");
	bool is_there = kept.records;
	import_kept_forget(&kept);
	fclose(reader);
	return is_there;
}

static void much_is_kept_where_there_is_room_only(void **state)
{
	const int64_t much = IMPORT_KEPT_BYTES + (1 << 20);

	room_bytes = 0;
	assert_true(is_kept(1 << 20));
	room_bytes = 2 * (uint64_t)much * IMPORT_KEPT_PART;
	assert_true(is_kept(much));
	room_bytes = (uint64_t)IMPORT_KEPT_BYTES * IMPORT_KEPT_PART;
	assert_false(is_kept(much));
}

int main(void)
{
	const struct CMUnitTest tests[] = { cmocka_unit_test(
		much_is_kept_where_there_is_room_only) };

	return cmocka_run_group_tests(tests, NULL, NULL);
}
