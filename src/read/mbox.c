/* Mail in one file, one after another, in all the ways in which that is done; and a mail by itself.
 * Where one begins has no standard: "From " stands in bodies, too.
 * Not here: the header (mail.c), folders (maildir.c). */
#include "filo/base/i18n.h"
#include "filo/base/memory.h"
#include "read/formats.h"
#include "read/mail.h"
#include "read/mail_header.h"

#include <string.h>
#include <strings.h>

enum { FROM_LINE_BYTES = 240 };

struct mbox {
	struct reading *reading;
	struct strbuf block; /* of the header being read */
	char from_line[FROM_LINE_BYTES];
	int64_t at; /* where the mail begins */
	bool is_in_header, is_sent;
	unsigned long mails;
};

/* Weekday, month and clock in this order, somewhere in the line. */
static bool mbox_has_date(const char *line)
{
	static const char *const days[] = { "Mon ", "Tue ", "Wed ", "Thu ", "Fri ", "Sat ",
		"Sun " };
	static const char months[] = "JanFebMarAprMayJunJulAugSepOctNovDec";

	for (size_t i = 0; i < 7; i++) {
		for (const char *at = line; (at = strstr(at, days[i])); at++) {
			char month[4] = { 0 };
			memcpy(month, at + 4, strnlen(at + 4, 3));
			const char *colon = strchr(at, ':');
			if (at[-1] == ' ' && strlen(month) == 3 && strstr(months, month) && colon &&
				colon - at < 16)
				return true;
		}
	}
	return false;
}

/* What Mozilla writes before a header, whatever stands above: "From -", and maybe a date. */
static bool mbox_is_bare(const struct line *line)
{
	return line->len >= 6 && line->len <= 7 && memcmp(line->text, "From -", 6) == 0 &&
	       (line->len == 6 || line->text[6] == ' ');
}

static bool mbox_is_candidate(const struct line *line, bool is_after_empty)
{
	if (line->len < 6 || memcmp(line->text, "From ", 5) != 0)
		return false;
	return mbox_is_bare(line) || (is_after_empty && mbox_has_date(line->text + 4));
}

static void mbox_end_header(struct mbox *mbox)
{
	if (!mbox->is_in_header)
		return;
	mbox->is_in_header = false;
	mbox->mails++;
	mail_take(mbox->reading, mbox->block.data, mbox->block.len,
		&(struct mail_place){
			.at = mbox->at, .from_line = mbox->from_line, .is_sent = mbox->is_sent });
}

static void mbox_add_header(struct mbox *mbox, const struct line *line)
{
	if (mbox->block.len + line->len >= MAIL_HEADER_BYTES)
		return;
	strbuf_add_bytes(&mbox->block, line->text, line->len);
	strbuf_add_char(&mbox->block, '\n');
}

static void mbox_begin(struct mbox *mbox, const struct line *line)
{
	mbox_end_header(mbox);
	mbox->is_in_header = true;
	strbuf_clear(&mbox->block);
	if (*line->text != '>')
		mbox_add_header(mbox, line);
}

/* Whether the line after a candidate makes it the beginning of a mail. */
static bool mbox_proves(const struct line *line)
{
	return mail_header_begins(line->text, line->len) ||
	       (line->len > 5 && memcmp(line->text, ">From", 5) == 0);
}

static void mbox_remember(struct mbox *mbox, const struct line *line)
{
	size_t len = line->len < FROM_LINE_BYTES - 1 ? line->len : FROM_LINE_BYTES - 1;

	memcpy(mbox->from_line, line->text, len);
	mbox->from_line[len] = '\0';
	mbox->at = line->at;
}

/* A line of a header that goes on: false when the header ends with it. */
static bool mbox_goes_on(struct mbox *mbox, const struct line *line)
{
	if (!line->len || (*line->text != ' ' && *line->text != '\t' && *line->text != '>' &&
				  !mail_header_begins(line->text, line->len))) {
		mbox_end_header(mbox);
		return false;
	}
	if (*line->text != '>')
		mbox_add_header(mbox, line);
	return true;
}

static void mbox_read_lines(struct mbox *mbox, struct stream *stream)
{
	bool is_after_empty = true, is_waiting = false;
	struct line line;

	while (stream_line(stream, &line)) {
		if (is_waiting && mbox_proves(&line)) {
			is_waiting = is_after_empty = false;
			mbox_begin(mbox, &line);
			continue;
		}
		is_waiting = false;
		if (mbox->is_in_header && mbox_goes_on(mbox, &line))
			continue;
		if (*line.text == 'F' && mbox_is_candidate(&line, is_after_empty)) {
			is_waiting = true;
			mbox_remember(mbox, &line);
		}
		is_after_empty = line.len == 0;
	}
	mbox_end_header(mbox);
}

/* Whether a mail begins at `head`. `is_bold`: a line with "From " and a header below it is one. */
static bool mbox_begins_at(const char *head, size_t len, bool is_bold)
{
	const char *eol = memchr(head, '\n', len);
	char first[FROM_LINE_BYTES];

	if (!eol || strncmp(head, "From ", 5) != 0)
		return false;
	size_t first_len =
		(size_t)(eol - head) < sizeof first - 1 ? (size_t)(eol - head) : sizeof first - 1;
	memcpy(first, head, first_len);
	first[first_len] = '\0';
	struct line line = { .text = first,
		.len = first_len - (first_len && first[first_len - 1] == '\r') };
	return mbox_is_candidate(&line, true) ||
	       (is_bold && mail_header_is_known(eol + 1, len - first_len - 1));
}

/* Whether a mail begins somewhere in it, behind an empty line. */
static bool mbox_begins_within(const char *head, size_t len)
{
	for (const char *at = head; (at = memchr(at, '\n', len - (size_t)(at - head)));) {
		at++;
		size_t left = len - (size_t)(at - head);
		size_t empty = left >= 2 && *at == '\r' && at[1] == '\n' ? 2 : left && *at == '\n';
		if (empty && mbox_begins_at(at + empty, left - empty, false))
			return true;
	}
	return false;
}

/* What stands above the first mail, as where another program has cut the file, is nobody's; but
 * only what is called a mailbox is searched for one. */
static bool mbox_recognises(struct stream *stream)
{
	size_t len, blank = 0;
	const char *head = stream_head(stream, &len), *dot = strrchr(stream->name, '.');

	while (blank < len && (head[blank] == '\n' || head[blank] == '\r'))
		blank++;
	return mbox_begins_at(head + blank, len - blank, true) ||
	       (dot && strcasecmp(dot, ".mbox") == 0 && mbox_begins_within(head, len));
}

static void mbox_read(struct reading *reading, struct stream *stream)
{
	struct mbox mbox = { .reading = reading,
		.block = STRBUF_INIT,
		.is_sent = mail_is_sent_folder(stream->name) };

	records_source(reading->records, "mail", stream->name);
	mbox_read_lines(&mbox, stream);
	if (!mbox.mails)
		records_problem(reading->records, N_("no mail begins in it"), 0);
	strbuf_fini(&mbox.block);
}

static bool eml_recognises(struct stream *stream)
{
	size_t len;
	const char *head = stream_head(stream, &len);
	const char *eol = memchr(head, '\n', len);

	return mail_header_is_known(head, eol ? (size_t)(eol - head) : len);
}

static void eml_read(struct reading *reading, struct stream *stream)
{
	struct mbox mbox = { .reading = reading,
		.block = STRBUF_INIT,
		.is_in_header = true,
		.is_sent = mail_is_sent_folder(reading->place) };
	struct line line;

	records_source(reading->records, "mail", *reading->place ? reading->place : stream->name);
	while (stream_line(stream, &line) && mbox_goes_on(&mbox, &line))
		;
	mbox_end_header(&mbox);
	strbuf_fini(&mbox.block);
}

const struct format mbox_format = {
	.name = "mbox", .recognises = mbox_recognises, .read = mbox_read, .finish = mail_finish
};
const struct format eml_format = { .name = "eml", .recognises = eml_recognises, .read = eml_read };
