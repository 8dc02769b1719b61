/* WhatsApp's "Export chat": lines of text, in any language and of either phone.
 * Not here: the beginning of a line (whatsapp_header.c), words (whatsapp_words.c), whether 3/4 is
 * in March (whatsapp_order.c). */
#include "filo/base/i18n.h"
#include "filo/base/memory.h"
#include "read/formats.h"
#include "read/whatsapp_header.h"
#include "read/whatsapp_order.h"
#include "read/whatsapp_words.h"
#include "read/words.h"

#include <stdlib.h>
#include <string.h>

enum {
	HEAD_LINES = 20,
	AUTHOR_BYTES = 200,
	BODY_BYTES = 400,      /* as much of a body as says what it is */
	ROWS_WAITING = 400000, /* while the order of day and month is not known */
	AUTHORS_MAX = 5000,
};

/* A message that waits until it is known which of its numbers is the month. */
struct row {
	short first, second, third;
	signed char hour, minute, second_of_minute;
	bool is_year_first;
	unsigned short author;
	unsigned char kind;
	int seconds;
	char *text; /* with --with-text only; owned */
};

struct chat {
	struct reading *reading;
	struct stream *stream;
	char *title, *thread;
	struct vector authors; /* of char * */
	struct vector rows;    /* of struct row */
	struct whatsapp_order seen;
	enum order order; /* ORDER_OPEN: rows wait */
	bool is_sure, is_me_said;
	unsigned long bad_days;
	size_t text_row; /* which row the next lines belong to, plus 1; 0: none */
};

/* Over all files: who wrote in each of two or more is whose phone it was. */
static struct {
	struct vector in_all;
	unsigned long files;
	enum order proven; /* by one of them: they are of one phone */
} everywhere = { .in_all = { .item_bytes = sizeof(char *) } };

static bool whatsapp_recognises(struct stream *stream)
{
	struct whatsapp_header header;
	size_t len;
	const char *at = stream_head(stream, &len), *end = at + len;

	for (int i = 0; i < HEAD_LINES && at < end; i++) {
		const char *eol = memchr(at, '\n', (size_t)(end - at));
		size_t line_len = (size_t)((eol ? eol : end) - at);
		char line[BODY_BYTES + 1];
		line_len = line_len < BODY_BYTES ? line_len : BODY_BYTES;
		memcpy(line, at, line_len);
		line[line_len] = '\0';
		if (whatsapp_header_parse(line, line_len, &header))
			return true;
		at = eol ? eol + 1 : end;
	}
	return false;
}

static void chat_say_row(struct chat *chat, const struct row *row)
{
	struct whatsapp_header header = { .first = row->first,
		.second = row->second,
		.third = row->third,
		.is_year_first = row->is_year_first };
	char when[40];
	int year, month, day;

	if (!whatsapp_order_day(&header, chat->order, &year, &month, &day)) {
		chat->bad_days++;
		return;
	}
	int len = snprintf(when, sizeof when, "%04d-%02d-%02d %02d:%02d", year, month, day,
		row->hour, row->minute);
	if (row->second_of_minute >= 0)
		snprintf(when + len, sizeof when - (size_t)len, ":%02d", row->second_of_minute);
	records_message(chat->reading->records,
		&(struct message){ .when = when,
			.from = *(char **)vector_at(&chat->authors, row->author),
			.thread = chat->thread,
			.medium = row->kind == WHATSAPP_CALL    ? "call"
				  : row->kind == WHATSAPP_VIDEO ? "video"
								: "message",
			.seconds = row->seconds,
			.text = row->text });
	records_finish(chat->reading->records);
}

static void chat_say_rows(struct chat *chat)
{
	struct row *row;

	VECTOR_EACH (row, &chat->rows) {
		chat_say_row(chat, row);
		free(row->text);
	}
	vector_clear(&chat->rows);
	chat->text_row = 0;
}

static void chat_say_order(struct chat *chat)
{
	struct records *records = chat->reading->records;

	records_open(records, NULL);
	records_text(records, "dates", chat->order == ORDER_MONTH_FIRST ? "mdy" : "dmy");
	if (chat->is_sure)
		records_true(records, "sure");
	records_finish(records);
}

static enum order chat_order_named(const char *word)
{
	if (!word)
		return ORDER_OPEN;
	return strcmp(word, "mdy") == 0 ? ORDER_MONTH_FIRST : ORDER_DAY_FIRST;
}

/* What is proven goes before what is usual, which goes before a guess. */
static void chat_decide(struct chat *chat, enum order order, bool is_sure)
{
	enum order usual = chat_order_named(chat->reading->usual_day_order);

	if (is_sure)
		everywhere.proven = order;
	else if (everywhere.proven != ORDER_OPEN || usual != ORDER_OPEN) {
		order = everywhere.proven != ORDER_OPEN ? everywhere.proven : usual;
		is_sure = true;
	}
	chat->order = order;
	chat->is_sure = is_sure;
	chat_say_order(chat);
	chat_say_rows(chat);
}

static void chat_guess(struct chat *chat)
{
	bool is_sure;
	enum order order = whatsapp_order_guess(&chat->seen, chat->stream->mtime, &is_sure);

	chat_decide(chat, order, is_sure);
}

/* Where `name` is among the authors; -1 when it is not. */
static int chat_author(const struct chat *chat, const char *name)
{
	for (size_t i = chat->authors.count; i > 0; i--)
		if (strcmp(*(char **)vector_at(&chat->authors, i - 1), name) == 0)
			return (int)(i - 1);
	return -1;
}

/* "~ " marks who is not in the address book; a phone number is kept as its digits. */
static void chat_tidy_author(char *name)
{
	size_t len = strlen(name);

	while (len && name[len - 1] == ' ')
		name[--len] = '\0';
	if (name[0] == '~' && name[1] == ' ')
		memmove(name, name + 2, len - 1);
	if (name[0] != '+' || !words_are_phone(name))
		return;
	char *out = name + 1;
	for (const char *in = name + 1; *in; in++)
		if (*in >= '0' && *in <= '9')
			*out++ = *in;
	*out = '\0';
}

/* Whom the file is called after, as an author of it is; NULL: nobody. Caller frees. */
static char *chat_title(const char *file_name)
{
	char *title = whatsapp_title(file_name);

	if (title) {
		size_t len = strlen(title);
		char *plain = memory_new(len + 5);
		whatsapp_plain(title, len, plain, len + 5);
		chat_tidy_author(plain);
		free(title);
		title = plain;
	}
	return title;
}

static int chat_add_author(struct chat *chat, const char *name)
{
	int at = chat_author(chat, name);

	if (at >= 0 || chat->authors.count >= AUTHORS_MAX)
		return at;
	char *copy = memory_copy_string(name);
	vector_push(&chat->authors, &copy);
	return (int)chat->authors.count - 1;
}

/* Parts a body (plain) into who wrote and what: false when nobody did. */
static bool chat_part(const struct chat *chat, const struct whatsapp_header *header, char *plain,
	char **author, char **body)
{
	char *colon = strstr(plain, ": ");
	size_t len = strlen(plain);

	if (!colon && len && plain[len - 1] == ':')
		colon = plain + len - 1;
	if (!colon && (colon = strchr(plain, ':'))) {
		bool is_short = header->has_bracket && colon[1] != '/' && colon - plain < 40;
		*colon = '\0';
		bool is_known = chat_author(chat, plain) >= 0;
		*colon = ':';
		if (!is_known && !is_short)
			return false;
	}
	if (!colon || colon == plain || colon - plain > AUTHOR_BYTES)
		return false;
	*colon = '\0';
	*author = plain;
	*body = colon + 1 + (colon[1] == ' ');
	return !strchr(plain, '"');
}

/* Whether U+200E stands right before the body of a line: what the phone itself says on iOS. */
static bool chat_has_system_mark(const char *line)
{
	const char *colon = strstr(line, ": ");

	return colon && strncmp(colon + 2, "\xe2\x80\x8e", 3) == 0;
}

static void chat_add_row(struct chat *chat, const struct whatsapp_header *header, int author,
	enum whatsapp_kind kind, int64_t seconds, const char *body)
{
	struct row row = { .first = (short)header->first,
		.second = (short)header->second,
		.third = (short)header->third,
		.hour = (signed char)header->hour,
		.minute = (signed char)header->minute,
		.second_of_minute = (signed char)header->second_of_minute,
		.is_year_first = header->is_year_first,
		.author = (unsigned short)author,
		.kind = (unsigned char)kind,
		.seconds = (int)seconds };

	if (chat->reading->with_text && kind == WHATSAPP_TEXT)
		row.text = memory_copy_bytes(body, whatsapp_without_edited(body));
	vector_push(&chat->rows, &row);
	chat->text_row = row.text ? chat->rows.count : 0;
}

static void chat_take_message(struct chat *chat, const struct whatsapp_header *header, char *author,
	const char *body, bool is_system)
{
	struct records *records = chat->reading->records;
	int64_t seconds;
	enum whatsapp_kind kind = whatsapp_kind_of(body, &seconds);

	chat_tidy_author(author);
	if (whatsapp_is_deleted_by_me(body) && !chat->is_me_said) {
		chat->is_me_said = true;
		records_me(records, author, N_("deleted a message in it"));
	}
	if (is_system && kind == WHATSAPP_TEXT) {
		records_left_out(records, N_("system lines"), 1);
		return;
	}
	if (kind != WHATSAPP_REACTION && kind != WHATSAPP_MISSED) {
		int index = chat_add_author(chat, author);
		if (kind != WHATSAPP_DELETED && index >= 0) {
			chat_add_row(chat, header, index, kind, seconds, body);
			return;
		}
	}
	records_left_out(records,
		kind == WHATSAPP_DELETED  ? N_("deleted messages")
		: kind == WHATSAPP_MISSED ? N_("calls that nobody answered")
					  : N_("reactions"),
		1);
}

/* As header->first and the others are numbers only, whether they were written with zeros. */
static bool chat_has_padding(const struct line *line)
{
	const char *digit = line->text;

	while (*digit && (*digit < '0' || *digit > '9'))
		digit++;
	return *digit == '0';
}

static void chat_see_order(
	struct chat *chat, const struct whatsapp_header *header, const struct line *line)
{
	if (chat->order != ORDER_OPEN || header->is_year_first)
		return;
	enum order proven = whatsapp_order_see(&chat->seen, header, chat_has_padding(line));
	if (proven != ORDER_OPEN)
		chat_decide(chat, proven, true);
}

/* Those that wait no longer: the date says it all, or the order is known. */
static void chat_flush(struct chat *chat)
{
	if (chat->order == ORDER_OPEN && chat->rows.count > ROWS_WAITING)
		chat_guess(chat);
	else if (chat->order != ORDER_OPEN || !chat->seen.headers)
		chat_say_rows(chat);
}

static void chat_take_header(
	struct chat *chat, const struct whatsapp_header *header, const struct line *line)
{
	char plain[RECORDS_TEXT_MAX + 1];
	char *author, *body;
	size_t room = chat->reading->with_text ? sizeof plain : BODY_BYTES;
	const char *raw = line->text + header->body;

	chat_flush(chat);
	chat->text_row = 0;
	chat_see_order(chat, header, line);
	whatsapp_plain(raw, line->len - header->body, plain, room);
	if (!chat_part(chat, header, plain, &author, &body)) {
		chat->seen.is_day_language |= whatsapp_is_day_first(plain);
		records_left_out(chat->reading->records, N_("system lines"), 1);
		return;
	}
	size_t len = strlen(body);
	while (len && body[len - 1] == ' ')
		body[--len] = '\0';
	while (*body == ' ')
		body++;
	bool is_system = header->has_bracket && !header->has_mark && chat_has_system_mark(raw);
	chat_take_message(chat, header, author, body, is_system);
}

static void chat_take_more(struct chat *chat, const struct line *line)
{
	char plain[RECORDS_TEXT_MAX + 1];
	struct strbuf text = STRBUF_INIT;

	if (!chat->text_row)
		return;
	struct row *row = vector_at(&chat->rows, chat->text_row - 1);
	if (strlen(row->text) > RECORDS_TEXT_MAX)
		return;
	whatsapp_plain(line->text, line->len, plain, sizeof plain);
	strbuf_add_format(&text, "%s\n", row->text);
	strbuf_add_bytes(&text, plain, whatsapp_without_edited(plain));
	free(row->text);
	row->text = strbuf_take(&text);
}

/* What to call a chat whose file is "_chat.txt": as the archive or the folder around it. */
static const char *chat_file_name(const struct reading *reading, const struct stream *stream)
{
	return strcmp(stream->name, "_chat.txt") ? stream->name : reading_name(reading, stream);
}

/* A chat that nobody wrote in says nothing of who was in all. */
static void chat_see_everywhere(const struct chat *chat)
{
	if (!chat->authors.count)
		return;
	words_keep_common(&everywhere.in_all, &chat->authors, everywhere.files++ == 0, NULL);
}

/* The other of two, when the file is called after one of them. */
static void chat_say_me(const struct chat *chat)
{
	int titled = chat->title ? chat_author(chat, chat->title) : -1;

	if (titled >= 0 && chat->authors.count == 2 && !chat->is_me_said)
		records_me(chat->reading->records, *(char **)vector_at(&chat->authors, titled == 0),
			N_("the name of the file names the other"));
}

/* Where only I wrote, the other is whom the file is called after. */
static void chat_say_other(const struct chat *chat)
{
	struct records *records = chat->reading->records;

	if (!chat->title || chat->authors.count != 1 || chat_author(chat, chat->title) >= 0 ||
		!reading_is_me(chat->reading, *(char **)vector_at(&chat->authors, 0)))
		return;
	records_open(records, NULL);
	records_text(records, "thread", chat->thread);
	records_one(records, "members", chat->title);
	records_finish(records);
}

static void chat_end(struct chat *chat)
{
	struct records *records = chat->reading->records;

	if (chat->order == ORDER_OPEN && chat->seen.headers)
		chat_guess(chat);
	chat_say_rows(chat);
	chat_say_me(chat);
	chat_say_other(chat);
	chat_see_everywhere(chat);
	if (chat->bad_days) {
		records_problem(records, N_("days that are in no calendar"), 0);
		records_left_out(
			records, N_("messages of days that are in no calendar"), chat->bad_days);
	}
	if (!chat->authors.count && !chat->seen.headers)
		records_problem(records, N_("no line of it is a message"), 0);
	vector_fini_strings(&chat->authors);
	vector_fini(&chat->rows);
	free(chat->title);
	free(chat->thread);
}

static void whatsapp_read(struct reading *reading, struct stream *stream)
{
	const char *file_name = chat_file_name(reading, stream);
	struct chat chat = { .reading = reading,
		.stream = stream,
		.title = chat_title(file_name),
		.authors = VECTOR_INIT(char *),
		.rows = VECTOR_INIT(struct row),
		.order = chat_order_named(reading->day_order) };
	struct whatsapp_header header;
	struct line line;

	chat.thread = memory_copy_string(chat.title ? chat.title : file_name);
	records_source(reading->records, "whatsapp", file_name);
	while (stream_text_line(stream, &line)) {
		if (whatsapp_header_parse(line.text, line.len, &header))
			chat_take_header(&chat, &header, &line);
		else
			chat_take_more(&chat, &line);
	}
	chat_end(&chat);
}

static void whatsapp_finish(struct reading *reading)
{
	if (everywhere.files > 1 && everywhere.in_all.count == 1)
		records_me(reading->records, *(char **)vector_at(&everywhere.in_all, 0),
			N_("wrote in every chat"));
	vector_fini_strings(&everywhere.in_all);
	everywhere.files = 0;
	everywhere.proven = ORDER_OPEN;
}

const struct format whatsapp_format = { .name = "whatsapp",
	.recognises = whatsapp_recognises,
	.read = whatsapp_read,
	.finish = whatsapp_finish };
