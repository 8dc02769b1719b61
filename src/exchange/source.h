/* Where bytes to import come from: a file or standard input, as UTF-8 as far as it is known.
 * Not here: lines and fields; each format reads its own. */
#ifndef FILO_EXCHANGE_SOURCE_H
#define FILO_EXCHANGE_SOURCE_H

#include "filo/base/error.h"
#include "filo/base/strbuf.h"

#include <iconv.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <sys/types.h>

#define SOURCE_BLOCK    65536
#define SOURCE_LINE_MAX (16 << 20)

/* The byte order mark of UTF-8, which is no text. */
#define SOURCE_MARK     "\xEF\xBB\xBF"
#define SOURCE_MARK_LEN 3

/* What the bytes so far say of their code page, of all the file when it was read through before
 * (csv/csv_code_page.h); kept when it is read again. */
struct code_page_signs {
	int64_t looked_to; /* bytes of the file */
	size_t utf8;       /* characters of more than one byte in UTF-8 */
	size_t others;     /* bytes above ASCII that are none */
	size_t west;       /* of those, letters that only the West writes so */
	size_t central;    /* letters of Central Europe */
	size_t mac;        /* letters of old Macs: two for one that is none in DOS, either */
	size_t dos;        /* small letters of DOS that are none on old Macs */
	size_t latin;      /* small letters that are none on old Macs */
	unsigned kinds;    /* which of these there were, as bits */
};

/* UTF-16 (by its byte order mark, or by its NUL bytes) comes out as UTF-8, a UTF-8 mark is
 * dropped; any other bytes come as they are: a format may know more about them. */
struct source {
	const char *name; /* for messages; borrowed */
	FILE *file;
	bool is_owned;
	iconv_t from_utf16;   /* (iconv_t)-1: not needed */
	_Atomic int64_t done; /* bytes read of the file; another thread may look */
	int64_t total;        /* 0: not known */
	off_t start;          /* of the file, where it is read from */
	char raw[SOURCE_BLOCK];
	size_t raw_len;
	char block[SOURCE_BLOCK * 2];
	size_t at, len;
	bool has_ended;
	struct code_page_signs signs;
};

/* `path` "-" is standard input. STATUS_IO with a sentence when it cannot be read. */
enum status source_open(struct source *source, const char *path, struct error *err);
/* Over a stream that is open and stays the caller's. */
enum status source_open_stream(
	struct source *source, FILE *file, const char *name, struct error *err);
/* Over what source_copy made, from its beginning; it stays the caller's. */
enum status source_open_copy(
	struct source *source, FILE *copy, const char *name, struct error *err);
/* Over bytes in memory, for tests; borrowed. */
enum status source_open_bytes(
	struct source *source, const char *bytes, size_t len, struct error *err);
void source_close(struct source *source);
/* Begins again at the beginning, when it can (*is_rewound): a pipe cannot. */
enum status source_rewind(struct source *source, bool *is_rewound, struct error *err);

/* Copies all that is left to a file that nobody else can open, and whose end it stands at: caller
 * closes. On failure *copy is NULL. */
enum status source_copy(struct source *source, FILE **copy, struct error *err);

/* Reads all that is left of a pipe, and keeps it in a file that nobody else can open: from then on
 * reading it waits for nobody. What is a file already stays as it is. */
enum status source_keep(struct source *source, struct error *err);

/* The bytes not taken yet, at least one unless the end is reached (then *len is 0); the more the
 * better at the very beginning, to tell formats apart. Borrowed until source_take. */
enum status source_peek(struct source *source, const char **bytes, size_t *len, struct error *err);
void source_take(struct source *source, size_t len);

/* Reads one line without its end (LF, CR, CRLF, CRCRLF) into `line` (cleared first). *has_line is
 * false at the end. NUL bytes are dropped. Of a line longer than SOURCE_LINE_MAX bytes comes more
 * than that, but not all. */
enum status source_line(
	struct source *source, struct strbuf *line, bool *has_line, struct error *err);

/* Adds `len` bytes in `charset` to `out` as UTF-8; false when the charset is not known or the bytes
 * are not in it. */
bool source_decode(struct strbuf *out, const char *bytes, size_t len, const char *charset);

#endif
