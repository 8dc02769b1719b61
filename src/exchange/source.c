/* Reading a file of unknown origin: size, byte order marks, UTF-16, line ends.
 * Not here: the formats. */
#include "exchange/source.h"

#include "filo/base/i18n.h"
#include "filo/base/scratch.h"

#include <errno.h>
#include <string.h>
#include <sys/stat.h>

#define NO_ICONV ((iconv_t)-1)

/* UTF-16 without a byte order mark is recognised by its NULs: every other byte of ASCII text. */
static const char *guess_utf16(const unsigned char *s, size_t len)
{
	size_t even = 0, odd = 0;

	if (len >= 2 && s[0] == 0xFF && s[1] == 0xFE)
		return "UTF-16";
	if (len >= 2 && s[0] == 0xFE && s[1] == 0xFF)
		return "UTF-16";
	if (len > 512)
		len = 512;
	for (size_t i = 0; i + 1 < len; i += 2) {
		even += !s[i];
		odd += !s[i + 1];
	}
	if (even * 4 > len && !odd)
		return "UTF-16BE";
	if (odd * 4 > len && !even)
		return "UTF-16LE";
	return NULL;
}

static enum status fill_raw(struct source *source, struct error *err)
{
	while (source->raw_len < sizeof source->raw && !source->has_ended) {
		errno = 0;
		size_t got = fread(source->raw + source->raw_len, 1,
			sizeof source->raw - source->raw_len, source->file);
		source->raw_len += got;
		source->done += (int64_t)got;
		if (ferror(source->file))
			return error_set(err, STATUS_IO, _("Could not read %s: %s"), source->name,
				strerror(errno));
		source->has_ended = feof(source->file) || !got;
	}
	return STATUS_OK;
}

/* Converts the bytes read to UTF-8, into the empty block. */
static void source_convert(struct source *source)
{
	char *in = source->raw, *out = source->block;
	size_t in_left = source->raw_len, out_left = sizeof source->block;

	if (source->from_utf16 == NO_ICONV) {
		memcpy(source->block, source->raw, source->raw_len);
		source->len = source->raw_len;
		source->raw_len = 0;
		return;
	}
	while (in_left && out_left >= 4) {
		if (iconv(source->from_utf16, &in, &in_left, &out, &out_left) != (size_t)-1 ||
			errno == E2BIG)
			break;
		if (errno == EINVAL && !source->has_ended)
			break;
		/* Half a surrogate pair, or an odd byte at the end: one replacement character. */
		*out++ = (char)0xEF;
		*out++ = (char)0xBF;
		*out++ = (char)0xBD;
		out_left -= 3;
		size_t skip = in_left < 2 ? in_left : 2;
		in += skip;
		in_left -= skip;
	}
	memmove(source->raw, in, in_left);
	source->raw_len = in_left;
	source->len = sizeof source->block - out_left;
}

static enum status source_start(struct source *source, struct error *err)
{
	enum status status = fill_raw(source, err);
	const char *charset;

	if (status != STATUS_OK)
		return status;
	charset = guess_utf16((unsigned char *)source->raw, source->raw_len);
	if (charset)
		source->from_utf16 = iconv_open("UTF-8", charset);
	while (!charset && source->raw_len >= 3 &&
		!memcmp(source->raw, SOURCE_MARK, SOURCE_MARK_LEN))
		memmove(source->raw, source->raw + 3, source->raw_len -= 3);
	source_convert(source);
	return STATUS_OK;
}

enum status source_open(struct source *source, const char *path, struct error *err)
{
	struct stat info;
	enum status status;

	*source = (struct source){ .name = path, .from_utf16 = NO_ICONV };
	source->is_owned = strcmp(path, "-") != 0;
	source->file = source->is_owned ? fopen(path, "rbe") : stdin;
	if (!source->file)
		return error_set(err, STATUS_IO, _("Could not open %s: %s"), path, strerror(errno));
	if (!source->is_owned)
		source->name = _("standard input");
	if (!fstat(fileno(source->file), &info) && S_ISDIR(info.st_mode)) {
		source_close(source);
		return error_set(err, STATUS_IO,
			_("%s is a folder; name the file in it that is to be imported"), path);
	}
	if (!fstat(fileno(source->file), &info) && S_ISREG(info.st_mode))
		source->total = info.st_size;
	source->start = ftello(source->file);
	status = source_start(source, err);
	if (status != STATUS_OK)
		source_close(source);
	return status;
}

enum status source_open_stream(
	struct source *source, FILE *file, const char *name, struct error *err)
{
	*source = (struct source){ .name = name, .file = file, .from_utf16 = NO_ICONV };
	return source_start(source, err);
}

enum status source_open_copy(struct source *source, FILE *copy, const char *name, struct error *err)
{
	fseeko(copy, 0, SEEK_END);
	*source = (struct source){
		.name = name, .file = copy, .from_utf16 = NO_ICONV, .total = ftello(copy)
	};
	rewind(copy);
	return source_start(source, err);
}

enum status source_open_bytes(
	struct source *source, const char *bytes, size_t len, struct error *err)
{
	*source = (struct source){ .name = "memory", .from_utf16 = NO_ICONV, .is_owned = true };
	source->total = (int64_t)len;
	/* fmemopen refuses an empty buffer. */
	source->file = len ? fmemopen((void *)bytes, len, "rb") : fopen("/dev/null", "rbe");
	if (!source->file)
		return error_set(err, STATUS_IO, _("Could not read: %s"), strerror(errno));
	return source_start(source, err);
}

enum status source_rewind(struct source *source, bool *is_rewound, struct error *err)
{
	*is_rewound = source->total > 0 && !fseeko(source->file, source->start, SEEK_SET);
	if (!*is_rewound)
		return STATUS_OK;
	if (source->from_utf16 != NO_ICONV)
		iconv_close(source->from_utf16);
	source->from_utf16 = NO_ICONV;
	source->raw_len = source->at = source->len = 0;
	source->done = 0;
	source->has_ended = false;
	return source_start(source, err);
}

enum status source_copy(struct source *source, FILE **copy, struct error *err)
{
	enum status status = STATUS_OK;
	const char *bytes;
	size_t len = 1;

	*copy = scratch_open();
	while (*copy && len) {
		status = source_peek(source, &bytes, &len, err);
		if (status != STATUS_OK || fwrite(bytes, 1, len, *copy) != len)
			break;
		source_take(source, len);
	}
	if (status == STATUS_OK && (!*copy || len || fflush(*copy)))
		status = error_set(err, STATUS_IO, _("Could not keep what was read of %s: %s"),
			source->name, strerror(errno));
	if (status != STATUS_OK && *copy) {
		fclose(*copy);
		*copy = NULL;
	}
	return status;
}

enum status source_keep(struct source *source, struct error *err)
{
	FILE *kept;

	if (source->total > 0)
		return STATUS_OK;
	enum status status = source_copy(source, &kept, err);
	if (status != STATUS_OK)
		return status;
	source_close(source);
	status = source_open_copy(source, kept, source->name, err);
	source->is_owned = true;
	return status;
}

void source_close(struct source *source)
{
	if (source->from_utf16 != NO_ICONV)
		iconv_close(source->from_utf16);
	if (source->file && source->is_owned)
		fclose(source->file);
	source->file = NULL;
	source->from_utf16 = NO_ICONV;
}

enum status source_peek(struct source *source, const char **bytes, size_t *len, struct error *err)
{
	while (source->at == source->len && (source->raw_len || !source->has_ended)) {
		enum status status = fill_raw(source, err);
		if (status != STATUS_OK)
			return status;
		source->at = source->len = 0;
		source_convert(source);
	}
	*bytes = source->block + source->at;
	*len = source->len - source->at;
	return STATUS_OK;
}

void source_take(struct source *source, size_t len)
{
	source->at += len;
}

static void add_without_nul(struct strbuf *out, const char *s, size_t len)
{
	while (len) {
		const char *nul = memchr(s, '\0', len);
		size_t part = nul ? (size_t)(nul - s) : len;
		strbuf_add_bytes(out, s, part);
		s += part + !!nul;
		len -= part + !!nul;
	}
}

static size_t find_line_end(const char *s, size_t len)
{
	const char *lf = memchr(s, '\n', len);
	const char *cr = memchr(s, '\r', lf ? (size_t)(lf - s) : len);

	return cr ? (size_t)(cr - s) : lf ? (size_t)(lf - s) : len;
}

/* After a CR: takes further CRs and one LF that belong to the same line end. A CR may be followed
 * by another only when an LF ends them ("\r\r\n" comes from text mode written twice). */
static enum status read_line_end(struct source *source, struct error *err)
{
	const char *bytes;
	size_t len;
	enum status status = source_peek(source, &bytes, &len, err);

	if (status == STATUS_OK && len >= 2 && bytes[0] == '\r' && bytes[1] == '\n')
		source_take(source, 2);
	else if (status == STATUS_OK && len && bytes[0] == '\n')
		source_take(source, 1);
	return status;
}

/* Files joined into one bring their byte order marks along, some of them two. */
static void drop_marks(struct strbuf *line)
{
	while (line->len >= SOURCE_MARK_LEN && !memcmp(line->data, SOURCE_MARK, SOURCE_MARK_LEN))
		strbuf_splice(line, 0, SOURCE_MARK_LEN, "", 0);
}

enum status source_line(
	struct source *source, struct strbuf *line, bool *has_line, struct error *err)
{
	const char *bytes;
	size_t len;

	strbuf_clear(line);
	*has_line = false;
	for (;;) {
		enum status status = source_peek(source, &bytes, &len, err);
		if (status == STATUS_OK && !len)
			drop_marks(line);
		if (status != STATUS_OK || !len)
			return status;
		*has_line = true;
		size_t end = find_line_end(bytes, len);
		if (line->len <= SOURCE_LINE_MAX)
			add_without_nul(line, bytes, end);
		if (end == len) {
			source_take(source, len);
			continue;
		}
		bool is_cr = bytes[end] == '\r';
		source_take(source, end + 1);
		drop_marks(line);
		return is_cr ? read_line_end(source, err) : STATUS_OK;
	}
}

bool source_decode(struct strbuf *out, const char *bytes, size_t len, const char *charset)
{
	size_t start_len = out->len;
	iconv_t convert_from = iconv_open("UTF-8", charset);
	bool is_good = true;

	if (convert_from == NO_ICONV)
		return false;
	while (len && is_good) {
		char part[512], *in = (char *)bytes, *to = part;
		size_t in_left = len, to_left = sizeof part;
		if (iconv(convert_from, &in, &in_left, &to, &to_left) == (size_t)-1)
			is_good = errno == E2BIG;
		strbuf_add_bytes(out, part, sizeof part - to_left);
		bytes = in;
		len = in_left;
	}
	iconv_close(convert_from);
	if (!is_good)
		strbuf_truncate(out, start_len);
	return is_good;
}
