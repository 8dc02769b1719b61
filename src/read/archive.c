/* Zip, with libzip. What a member says of its size is not believed: how much one may unpack to is
 * bounded by what it takes in the archive.
 * Not here: folders (folder.c). */
#include "read/archive.h"

#include "filo/base/i18n.h"
#include "filo/base/memory.h"
#include "filo/base/paths.h"
#include "filo/base/strbuf.h"
#include "read/names.h"

#include <string.h>
#include <zip.h>

enum {
	MEMBERS_MAX = 500000,
	/* No text packs better than this; beyond the first megabytes that is a bomb. */
	UNPACKED_TO_ONE = 200,
	UNPACKED_FREE_BYTES = 64 * 1024 * 1024,
};

struct member {
	zip_file_t *file;
	int64_t unpacked, bound; /* bytes */
	bool is_bomb;
};

bool archive_recognises(struct stream *stream)
{
	size_t len;
	const char *head = stream_head(stream, &len);

	return len >= 4 && (memcmp(head, "PK\3\4", 4) == 0 || memcmp(head, "PK\5\6", 4) == 0);
}

static ptrdiff_t member_read(void *context, char *bytes, size_t room)
{
	struct member *member = context;

	if (member->unpacked > member->bound) {
		member->is_bomb = true;
		return -1;
	}
	zip_int64_t got = zip_fread(member->file, bytes, room);
	if (got > 0)
		member->unpacked += got;
	return (ptrdiff_t)got;
}

/* Reads one; false when it is of no kind that is known. */
static bool archive_read_member(struct reading *reading, zip_t *zip, const char *name,
	const char *path, const zip_stat_t *about)
{
	struct member member = { 0 };
	struct stream stream;

	member.bound = (int64_t)(about->valid & ZIP_STAT_COMP_SIZE ? about->comp_size : 0) *
			       UNPACKED_TO_ONE +
		       UNPACKED_FREE_BYTES;
	member.file = zip_fopen_index(zip, about->index, 0);
	if (!member.file) {
		const char *before = reading->records->file;
		reading->records->file = path;
		records_problem(reading->records,
			about->encryption_method
				? N_("it is locked with a password: unpack it first")
				: N_("it cannot be unpacked"),
			0);
		reading->records->file = before;
		return true;
	}
	stream_open_stream(&stream, member_read, &member, path, (int64_t)about->size);
	stream.name = name;
	stream.mtime = about->mtime;
	bool is_read = !archive_recognises(&stream) && formats_read(reading, &stream);
	if (member.is_bomb)
		records_problem(reading->records,
			N_("it unpacks to more than any text would: not read on"), 0);
	stream_close(&stream);
	zip_fclose(member.file);
	return is_read;
}

static bool archive_is_worth(const char *path)
{
	return strncmp(path, "__MACOSX/", 9) != 0 && !names_are_media(path) &&
	       path[strlen(path) - 1] != '/';
}

static void archive_read_index(struct reading *reading, zip_t *zip, struct name *name)
{
	struct strbuf path = STRBUF_INIT;
	zip_stat_t about;

	if (names_are_cards(name->text)) {
		records_left_out(reading->records,
			N_("address cards in a folder or zip; give their files by name"), 1);
		return;
	}
	if (zip_stat_index(zip, name->index, 0, &about) != 0)
		return;
	about.index = name->index;
	strbuf_add_format(&path, "%s/%s", reading->place, name->text);
	if (!archive_read_member(reading, zip, path_name(name->text), path.data, &about))
		records_left_out(reading->records, N_("files of other kinds"), 1);
	strbuf_fini(&path);
}

/* The names of what is worth reading, in their order. */
static struct vector archive_names(zip_t *zip)
{
	struct vector names = VECTOR_INIT(struct name);
	zip_int64_t count = zip_get_num_entries(zip, 0);

	for (zip_int64_t i = 0; i < count && i < MEMBERS_MAX; i++) {
		const char *text = zip_get_name(zip, (zip_uint64_t)i, ZIP_FL_ENC_GUESS);
		if (text && *text && archive_is_worth(text))
			names_add(&names, text, (uint64_t)i);
	}
	names_sort(&names);
	return names;
}

void archive_read(struct reading *reading, struct stream *stream)
{
	const char *before = reading->place;
	struct name *name;
	int code = 0;
	zip_t *zip = zip_open(stream->path, ZIP_RDONLY, &code);

	if (!zip) {
		records_problem(reading->records,
			N_("a zip that cannot be read: it may be cut, or came through a pipe"), 0);
		return;
	}
	reading->place = stream->path;
	struct vector names = archive_names(zip);
	VECTOR_EACH (name, &names)
		archive_read_index(reading, zip, name);
	names_free(&names);
	zip_discard(zip);
	reading->place = before;
}
