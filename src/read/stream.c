/* A buffer in front of whatever gives bytes.
 * Not here: charsets other than UTF-8 and UTF-16 (mail_text.c). */
#include "read/stream.h"

#include "filo/base/i18n.h"
#include "filo/base/memory.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* What a line may have, so that behind it there is room to read its end. */
enum { RAW_BYTES = 16 * 1024, BUFFER_BYTES = 1024 * 1024, LINE_BYTES = BUFFER_BYTES - 64 * 1024 };

static ptrdiff_t stream_read_fd(void *context, char *bytes, size_t room)
{
	const struct stream *input = context;
	ssize_t got;

	do
		got = read(input->fd, bytes, room);
	while (got < 0 && errno == EINTR);
	return got;
}

static void stream_init(struct stream *input, const char *path)
{
	const char *slash = strrchr(path, '/');

	*input = (struct stream){ .path = path, .size = -1, .fd = -1 };
	input->name = slash && slash[1] ? slash + 1 : path;
	input->buffer = malloc(BUFFER_BYTES + 1);
	if (!input->buffer)
		abort();
}

void stream_open_fd(struct stream *input, int fd, const char *path)
{
	struct stat about;

	stream_init(input, path);
	input->read = stream_read_fd;
	input->context = input;
	input->fd = fd;
	if (fstat(fd, &about) == 0 && S_ISREG(about.st_mode)) {
		input->size = about.st_size;
		input->mtime = about.st_mtime;
	}
}

enum status stream_open_file(
	struct stream *input, int folder_fd, const char *name, const char *path, struct error *err)
{
	int fd = openat(folder_fd, name, O_RDONLY | O_CLOEXEC | O_NOCTTY | O_NONBLOCK);

	if (fd < 0) {
		*input = (struct stream){ .fd = -1 };
		return error_set(err, STATUS_IO, "%s: %s", path, strerror(errno));
	}
	stream_open_fd(input, fd, path);
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

void stream_open_bytes(struct stream *input, const char *bytes, size_t len, const char *path)
{
	struct bytes_left *left;

	stream_init(input, path);
	input->read = stream_read_nothing;
	input->size = (int64_t)len;
	if (!len)
		return;
	left = memory_new(sizeof *left);
	*left = (struct bytes_left){ .bytes = bytes, .len = len };
	input->read = stream_read_bytes;
	input->context = left;
}

void stream_open_stream(
	struct stream *input, stream_read_fn *read, void *context, const char *path, int64_t size)
{
	stream_init(input, path);
	input->read = read;
	input->context = context;
	input->size = size;
}

void stream_close(struct stream *input)
{
	if (input->fd >= 0)
		close(input->fd);
	if (input->read == stream_read_bytes)
		free(input->context);
	free(input->buffer);
	free(input->head);
	*input = (struct stream){ .fd = -1 };
}

static size_t stream_put_utf8(char *out, unsigned int c)
{
	if (c < 0x80)
		return out[0] = (char)c, 1;
	if (c < 0x800) {
		out[0] = (char)(0xc0 | c >> 6);
		out[1] = (char)(0x80 | (c & 0x3f));
		return 2;
	}
	if (c < 0x10000) {
		out[0] = (char)(0xe0 | c >> 12);
		out[1] = (char)(0x80 | (c >> 6 & 0x3f));
		out[2] = (char)(0x80 | (c & 0x3f));
		return 3;
	}
	out[0] = (char)(0xf0 | c >> 18);
	out[1] = (char)(0x80 | (c >> 12 & 0x3f));
	out[2] = (char)(0x80 | (c >> 6 & 0x3f));
	out[3] = (char)(0x80 | (c & 0x3f));
	return 4;
}

static unsigned int stream_unit(const struct stream *input, const unsigned char *pair)
{
	return input->units == STREAM_UTF16_BE ? (unsigned int)(pair[0] << 8 | pair[1])
					       : (unsigned int)(pair[1] << 8 | pair[0]);
}

/* As UTF-8 what `len` bytes of UTF-16 say, after those that waited; what is incomplete waits. */
static size_t stream_from_utf16(
	struct stream *input, const unsigned char *raw, size_t len, char *out)
{
	size_t done = 0, at = 0;

	while (at + 1 < len) {
		unsigned int c = stream_unit(input, raw + at);
		if (c >= 0xd800 && c < 0xdc00) {
			if (at + 3 >= len)
				break;
			unsigned int low = stream_unit(input, raw + at + 2);
			if (low >= 0xdc00 && low < 0xe000) {
				c = 0x10000 + ((c - 0xd800) << 10) + (low - 0xdc00);
				at += 2;
			}
		}
		if (c >= 0xd800 && c < 0xe000)
			c = 0xfffd;
		done += stream_put_utf8(out + done, c);
		at += 2;
	}
	input->odd_count = len - at;
	memcpy(input->odd, raw + at, input->odd_count);
	return done;
}

static ptrdiff_t stream_read_utf16(struct stream *input, char *bytes, size_t room)
{
	unsigned char raw[RAW_BYTES + sizeof input->odd];
	size_t want = room / 3 < RAW_BYTES ? room / 3 : RAW_BYTES;
	size_t done = 0;

	while (!done) {
		size_t waited = input->odd_count;
		memcpy(raw, input->odd, waited);
		ptrdiff_t got = input->read(input->context, (char *)raw + waited, want);
		if (got <= 0)
			return got;
		done = stream_from_utf16(input, raw, waited + (size_t)got, bytes);
	}
	return (ptrdiff_t)done;
}

/* Reads on behind what is buffered; false when nothing more came. */
static bool stream_fill(struct stream *input)
{
	if (input->begin) {
		memmove(input->buffer, input->buffer + input->begin, input->end - input->begin);
		input->end -= input->begin;
		input->begin = 0;
	}
	size_t room = BUFFER_BYTES - input->end;
	if (input->is_ended || room < 64)
		return false;
	char *bytes = input->buffer + input->end;
	ptrdiff_t got = input->units ? stream_read_utf16(input, bytes, room)
				     : input->read(input->context, bytes, room);
	if (got <= 0) {
		input->is_broken = got < 0;
		input->is_ended = true;
		return false;
	}
	input->end += (size_t)got;
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
static void stream_begin(struct stream *input)
{
	ptrdiff_t got = 1;

	if (input->is_begun)
		return;
	input->is_begun = true;
	while (input->end < 4 && got > 0) {
		got = input->read(input->context, input->buffer + input->end, 4 - input->end);
		input->end += got > 0 ? (size_t)got : 0;
	}
	input->is_ended = got <= 0;
	input->is_broken = got < 0;
	if (input->end < 4)
		return;
	input->units = stream_units_of((unsigned char *)input->buffer);
	if (input->units) {
		memcpy(input->odd, input->buffer, 4);
		input->odd_count = 4;
		input->end = 0;
		while (input->end < 3 && stream_fill(input))
			;
	}
	if (input->end >= 3 && memcmp(input->buffer, "\xef\xbb\xbf", 3) == 0)
		input->begin = 3;
}

const char *stream_head(struct stream *input, size_t *len)
{
	if (!input->head) {
		stream_begin(input);
		while (input->end - input->begin < STREAM_HEAD_BYTES && stream_fill(input))
			;
		input->head_len = input->end - input->begin;
		if (input->head_len > STREAM_HEAD_BYTES)
			input->head_len = STREAM_HEAD_BYTES;
		input->head = memory_copy_bytes(input->buffer + input->begin, input->head_len);
	}
	*len = input->head_len;
	return input->head;
}

static void stream_consume(struct stream *input, size_t count)
{
	input->begin += count;
	input->at += (int64_t)count;
	if (input->records)
		records_progress(input->records, input->at, input->size);
}

size_t stream_chunk(struct stream *input, const char **bytes)
{
	stream_begin(input);
	if (input->begin == input->end)
		stream_fill(input);
	size_t count = input->end - input->begin;
	*bytes = input->buffer + input->begin;
	stream_consume(input, count);
	return count;
}

/* Skips to the end of a line that is longer than the buffer, all of which it has. The text before
 * stays where it is, at the buffer's beginning. */
static void stream_skip_line(struct stream *input)
{
	char *rest = input->buffer + LINE_BYTES + 1;
	const char *end = memchr(rest, '\n', input->end - LINE_BYTES - 1);
	ptrdiff_t got = (ptrdiff_t)(input->end - LINE_BYTES - 1);

	while (!end && got > 0) {
		input->at += got;
		got = input->units
			      ? stream_read_utf16(input, rest, BUFFER_BYTES - LINE_BYTES - 1)
			      : input->read(input->context, rest, BUFFER_BYTES - LINE_BYTES - 1);
		end = got > 0 ? memchr(rest, '\n', (size_t)got) : NULL;
	}
	input->begin = end ? (size_t)(end + 1 - input->buffer) : 0;
	input->end = end ? (size_t)(rest + got - input->buffer) : 0;
	input->at += end ? end + 1 - rest : 0;
	input->is_ended |= got <= 0;
	input->is_broken |= got < 0;
}

bool stream_line(struct stream *input, struct line *line)
{
	const char *end = NULL;
	size_t looked = 0;

	stream_begin(input);
	while (!end) {
		size_t have = input->end - input->begin;
		if (have > looked)
			end = memchr(input->buffer + input->begin + looked, '\n', have - looked);
		looked = have;
		if (!end && !stream_fill(input))
			break;
	}
	if (!end && !looked)
		return false;
	char *text = input->buffer + input->begin;
	size_t len = end ? (size_t)(end - text) : looked;
	*line = (struct line){ .text = text, .len = len, .at = input->at };
	input->line++;
	if (len > LINE_BYTES) {
		line->len = LINE_BYTES;
		line->is_cut = true;
	}
	if (!end && len > LINE_BYTES && !input->is_ended) {
		input->at += LINE_BYTES + 1;
		stream_skip_line(input);
	} else {
		stream_consume(input, len + (end ? 1 : 0));
	}
	if (line->len && !line->is_cut && text[line->len - 1] == '\r')
		line->len--;
	text[line->len] = '\0';
	return true;
}
