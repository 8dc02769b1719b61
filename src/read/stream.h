/* Bytes to read: of a file, of standard input, of a member of an archive, of memory. UTF-16 becomes
 * UTF-8 and a byte order mark is dropped on the way.
 * Not here: finding files (folder.h, archive.h), what the bytes mean (formats.h). */
#ifndef FILO_READ_STREAM_H
#define FILO_READ_STREAM_H

#include "filo/base/error.h"
#include "read/records.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum { STREAM_HEAD_BYTES = 64 * 1024 };

/* Gives at most `room` bytes; 0 at the end, -1 when it cannot go on. */
typedef ptrdiff_t stream_read_fn(void *context, char *bytes, size_t room);

enum stream_units { STREAM_BYTES, STREAM_UTF16_LE, STREAM_UTF16_BE };

struct stream {
	const char *path; /* as it is named to the user: "chat.zip/_chat.txt"; borrowed */
	const char *name; /* the last part of it; borrowed */
	int64_t size;     /* bytes, -1: not known */
	int64_t mtime;    /* seconds, 0: not known */
	stream_read_fn *read;
	void *context;
	struct records *records; /* told how far it got; may be NULL */
	/* The rest is stream.c's. */
	char *buffer;
	size_t begin, end; /* of what is read and not consumed */
	int64_t at;        /* bytes consumed */
	int64_t line;      /* lines consumed by stream_line */
	enum stream_units units;
	int fd;
	bool is_begun, is_ended, is_broken;
	char *head;
	size_t head_len;
	char odd[4]; /* of UTF-16: bytes that have no other half yet */
	size_t odd_count;
};

/* STATUS_IO when it cannot be opened. Close it in either case. */
enum status stream_open_file(struct stream *stream, int folder_fd, const char *name,
	const char *path, struct error *err);
void stream_open_fd(struct stream *stream, int fd, const char *path);
void stream_open_bytes(struct stream *stream, const char *bytes, size_t len, const char *path);
void stream_open_stream(
	struct stream *stream, stream_read_fn *read, void *context, const char *path, int64_t size);
void stream_close(struct stream *stream);

/* The beginning, at most STREAM_HEAD_BYTES, with a NUL after it; consumes nothing. Borrowed until
 * the next call. */
const char *stream_head(struct stream *stream, size_t *len);

/* The next bytes, all that are at hand: their number, 0 at the end. Borrowed until the next call.
 */
size_t stream_chunk(struct stream *stream, const char **bytes);

struct line {
	const char *text; /* with a NUL after it, without its end; borrowed until the next call */
	size_t len;       /* bytes */
	int64_t at;       /* where it begins, in bytes */
	bool is_cut;      /* too long: the rest was skipped */
};
/* False at the end. */
bool stream_line(struct stream *stream, struct line *line);
/* The same of a file that is text: a line that is no UTF-8 is noted in the stream's records. */
bool stream_text_line(struct stream *stream, struct line *line);

#endif
