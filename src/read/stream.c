/* A buffer in front of whatever gives bytes.
 * Not here: charsets other than UTF-8 and UTF-16 (mail_text.c). */
#include "read/stream.h"

#include "filo/base/memory.h"
#include "filo/base/paths.h"
#include "filo/base/text.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>
#include <utf8proc.h>

/* What a line may have, so that behind it there is room to read its end. */
enum { RAW_BYTES = 16 * 1024, BUFFER_BYTES = 1024 * 1024, LINE_BYTES = BUFFER_BYTES - 64 * 1024 };

static ptrdiff_t stream_read_fd(void *context, char *bytes, size_t room)
{
	const struct stream *stream = context;
	ssize_t got;

	do
		got = read(stream->fd, bytes, room);
	while (got < 0 && errno == EINTR);
	return got;
}

static void stream_init(struct stream *stream, const char *path)
{
	*stream = (struct stream){ .path = path, .name = path_name(path), .size = -1, .fd = -1 };
	stream->buffer = malloc(BUFFER_BYTES + 1);
	if (!stream->buffer)
		abort();
}

void stream_open_fd(struct stream *stream, int fd, const char *path)
{
	struct stat about;

	stream_init(stream, path);
	stream->read = stream_read_fd;
	stream->context = stream;
	stream->fd = fd;
	if (fstat(fd, &about) == 0 && S_ISREG(about.st_mode)) {
		stream->size = about.st_size;
		stream->mtime = about.st_mtime;
	}
}

enum status stream_open_file(
	struct stream *stream, int folder_fd, const char *name, const char *path, struct error *err)
{
	int fd = openat(folder_fd, name, O_RDONLY | O_CLOEXEC | O_NOCTTY | O_NONBLOCK);

	if (fd < 0) {
		*stream = (struct stream){ .fd = -1 };
		return error_set(err, STATUS_IO, "%s: %s", path, strerror(errno));
	}
	stream_open_fd(stream, fd, path);
	return STATUS_OK;
}

static ptrdiff_t stream_read_nothing(void *context, char *bytes, size_t room)
{
	(void)context;
	(void)bytes;
	(void)room;
	return 0;
}

struct bytes_left {
	const char *bytes;
	size_t len;
};

static ptrdiff_t stream_read_bytes(void *context, char *bytes, size_t room)
{
	struct bytes_left *left = context;
	size_t count = left->len < room ? left->len : room;

	memcpy(bytes, left->bytes, count);
	left->bytes += count;
	left->len -= count;
	return (ptrdiff_t)count;
}

void stream_open_bytes(struct stream *stream, const char *bytes, size_t len, const char *path)
{
	struct bytes_left *left;

	stream_init(stream, path);
	stream->read = stream_read_nothing;
	stream->size = (int64_t)len;
	if (!len)
		return;
	left = memory_new(sizeof *left);
	*left = (struct bytes_left){ .bytes = bytes, .len = len };
	stream->read = stream_read_bytes;
	stream->context = left;
}

void stream_open_stream(
	struct stream *stream, stream_read_fn *read, void *context, const char *path, int64_t size)
{
	stream_init(stream, path);
	stream->read = read;
	stream->context = context;
	stream->size = size;
}

void stream_close(struct stream *stream)
{
	if (stream->fd >= 0)
		close(stream->fd);
	if (stream->read == stream_read_bytes)
		free(stream->context);
	free(stream->buffer);
	free(stream->head);
	*stream = (struct stream){ .fd = -1 };
}

static unsigned int stream_unit(const struct stream *stream, const unsigned char *pair)
{
	return stream->units == STREAM_UTF16_BE ? (unsigned int)(pair[0] << 8 | pair[1])
						: (unsigned int)(pair[1] << 8 | pair[0]);
}

/* As UTF-8 what `len` bytes of UTF-16 say, after those that waited; what is incomplete waits. */
static size_t stream_from_utf16(
	struct stream *stream, const unsigned char *raw, size_t len, char *out)
{
	size_t done = 0, at = 0;

	while (at + 1 < len) {
		unsigned int c = stream_unit(stream, raw + at);
		if (c >= 0xd800 && c < 0xdc00) {
			if (at + 3 >= len)
				break;
			unsigned int low = stream_unit(stream, raw + at + 2);
			if (low >= 0xdc00 && low < 0xe000) {
				c = 0x10000 + ((c - 0xd800) << 10) + (low - 0xdc00);
				at += 2;
			}
		}
		if (c >= 0xd800 && c < 0xe000)
			c = 0xfffd;
		done += (size_t)utf8proc_encode_char(
			(utf8proc_int32_t)c, (utf8proc_uint8_t *)out + done);
		at += 2;
	}
	stream->odd_count = len - at;
	memcpy(stream->odd, raw + at, stream->odd_count);
	return done;
}

static ptrdiff_t stream_read_utf16(struct stream *stream, char *bytes, size_t room)
{
	unsigned char raw[RAW_BYTES + sizeof stream->odd];
	size_t want = room / 3 < RAW_BYTES ? room / 3 : RAW_BYTES;
	size_t done = 0;

	while (!done) {
		size_t waited = stream->odd_count;
		memcpy(raw, stream->odd, waited);
		ptrdiff_t got = stream->read(stream->context, (char *)raw + waited, want);
		if (got <= 0)
			return got;
		done = stream_from_utf16(stream, raw, waited + (size_t)got, bytes);
	}
	return (ptrdiff_t)done;
}

/* Reads on behind what is buffered; false when nothing more came. */
static bool stream_fill(struct stream *stream)
{
	if (stream->begin) {
		memmove(stream->buffer, stream->buffer + stream->begin,
			stream->end - stream->begin);
		stream->end -= stream->begin;
		stream->begin = 0;
	}
	size_t room = BUFFER_BYTES - stream->end;
	if (stream->is_ended || room < 64)
		return false;
	char *bytes = stream->buffer + stream->end;
	ptrdiff_t got = stream->units ? stream_read_utf16(stream, bytes, room)
				      : stream->read(stream->context, bytes, room);
	if (got <= 0) {
		stream->is_broken = got < 0;
		stream->is_ended = true;
		return false;
	}
	stream->end += (size_t)got;
	return true;
}

/* UTF-16 by its mark, or by first characters that are ASCII. */
static enum stream_units stream_units_of(const unsigned char *head)
{
	if ((head[0] == 0xff && head[1] == 0xfe) ||
		(head[0] && !head[1] && head[2] && !head[3] && head[0] < 0x80))
		return STREAM_UTF16_LE;
	if ((head[0] == 0xfe && head[1] == 0xff) ||
		(!head[0] && head[1] && !head[2] && head[3] && head[1] < 0x80))
		return STREAM_UTF16_BE;
	return STREAM_BYTES;
}

/* Once, with the first bytes: says what they are, and drops a mark. */
static void stream_begin(struct stream *stream)
{
	ptrdiff_t got = 1;

	if (stream->is_begun)
		return;
	stream->is_begun = true;
	while (stream->end < 4 && got > 0) {
		got = stream->read(stream->context, stream->buffer + stream->end, 4 - stream->end);
		stream->end += got > 0 ? (size_t)got : 0;
	}
	stream->is_ended = got <= 0;
	stream->is_broken = got < 0;
	if (stream->end < 4)
		return;
	stream->units = stream_units_of((unsigned char *)stream->buffer);
	if (stream->units) {
		memcpy(stream->odd, stream->buffer, 4);
		stream->odd_count = 4;
		stream->end = 0;
		while (stream->end < 3 && stream_fill(stream))
			;
	}
	if (stream->end >= 3 && memcmp(stream->buffer, "\xef\xbb\xbf", 3) == 0)
		stream->begin = 3;
}

const char *stream_head(struct stream *stream, size_t *len)
{
	if (!stream->head) {
		stream_begin(stream);
		while (stream->end - stream->begin < STREAM_HEAD_BYTES && stream_fill(stream))
			;
		stream->head_len = stream->end - stream->begin;
		if (stream->head_len > STREAM_HEAD_BYTES)
			stream->head_len = STREAM_HEAD_BYTES;
		stream->head = memory_copy_bytes(stream->buffer + stream->begin, stream->head_len);
	}
	*len = stream->head_len;
	return stream->head;
}

static void stream_consume(struct stream *stream, size_t count)
{
	stream->begin += count;
	stream->at += (int64_t)count;
	if (stream->records)
		records_progress(stream->records, stream->at, stream->size);
}

size_t stream_chunk(struct stream *stream, const char **bytes)
{
	stream_begin(stream);
	if (stream->begin == stream->end)
		stream_fill(stream);
	size_t count = stream->end - stream->begin;
	*bytes = stream->buffer + stream->begin;
	stream_consume(stream, count);
	return count;
}

/* Skips to the end of a line that is longer than the buffer, all of which it has. The text before
 * stays where it is, at the buffer's beginning. */
static void stream_skip_line(struct stream *stream)
{
	char *rest = stream->buffer + LINE_BYTES + 1;
	const char *end = memchr(rest, '\n', stream->end - LINE_BYTES - 1);
	ptrdiff_t got = (ptrdiff_t)(stream->end - LINE_BYTES - 1);

	while (!end && got > 0) {
		stream->at += got;
		got = stream->units
			      ? stream_read_utf16(stream, rest, BUFFER_BYTES - LINE_BYTES - 1)
			      : stream->read(stream->context, rest, BUFFER_BYTES - LINE_BYTES - 1);
		end = got > 0 ? memchr(rest, '\n', (size_t)got) : NULL;
	}
	stream->begin = end ? (size_t)(end + 1 - stream->buffer) : 0;
	stream->end = end ? (size_t)(rest + got - stream->buffer) : 0;
	stream->at += end ? end + 1 - rest : 0;
	stream->is_ended |= got <= 0;
	stream->is_broken |= got < 0;
}

/* Files joined into one bring their byte order marks along. */
static void skip_marks(struct line *line)
{
	while (line->len >= 3 && !memcmp(line->text, "\xEF\xBB\xBF", 3)) {
		line->text += 3;
		line->len -= 3;
	}
}

bool stream_line(struct stream *stream, struct line *line)
{
	const char *end = NULL;
	size_t looked = 0;

	stream_begin(stream);
	while (!end) {
		size_t have = stream->end - stream->begin;
		if (have > looked)
			end = memchr(stream->buffer + stream->begin + looked, '\n', have - looked);
		looked = have;
		if (!end && !stream_fill(stream))
			break;
	}
	if (!end && !looked)
		return false;
	char *text = stream->buffer + stream->begin;
	size_t len = end ? (size_t)(end - text) : looked;
	*line = (struct line){ .text = text, .len = len, .at = stream->at };
	stream->line++;
	if (len > LINE_BYTES) {
		line->len = LINE_BYTES;
		line->is_cut = true;
	}
	if (!end && len > LINE_BYTES && !stream->is_ended) {
		stream->at += LINE_BYTES + 1;
		stream_skip_line(stream);
	} else {
		stream_consume(stream, len + (end ? 1 : 0));
	}
	if (line->len && !line->is_cut && text[line->len - 1] == '\r')
		line->len--;
	text[line->len] = '\0';
	skip_marks(line);
	return true;
}

bool stream_text_line(struct stream *stream, struct line *line)
{
	if (!stream_line(stream, line))
		return false;
	/* One that was cut may end within a letter. */
	if (stream->records && !line->is_cut && !text_is_valid(line->text, line->len))
		records_mended(stream->records, stream->line);
	return true;
}
