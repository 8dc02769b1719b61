/* Records as JSON: an object a line, or an array of them over any number of lines.
 * Not here: as CSV (records_csv.c). */
#include "exchange/history/records.h"

#include "filo/base/ascii.h"
#include "filo/base/memory.h"
#include "filo/base/text.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <yajl/yajl_parse.h>

/* A record is short: what is longer is none. */
#define RECORD_MAX (1 << 20)

#define NOWHERE SIZE_MAX

static const char *const text_names[HISTORY_TEXTS] = { [TEXT_WHEN] = "when",
	[TEXT_WHO] = "who",
	[TEXT_BY] = "by",
	[TEXT_FROM] = "from",
	[TEXT_THREAD] = "thread",
	[TEXT_MEDIUM] = "medium",
	[TEXT_ID] = "id",
	[TEXT_TEXT] = "text",
	[TEXT_BULK] = "bulk",
	[TEXT_FILO] = "filo",
	[TEXT_SOURCE] = "source",
	[TEXT_NAME] = "name",
	[TEXT_ME] = "me",
	[TEXT_WHY] = "why",
	[TEXT_KEY] = "key",
	[TEXT_PHONE] = "phone",
	[TEXT_EMAIL] = "email",
	[TEXT_KIND] = "kind",
	[TEXT_LEFT_OUT] = "left_out",
	[TEXT_PROBLEM] = "problem",
	[TEXT_MENDED] = "mended",
	[TEXT_FILE] = "file",
	[TEXT_NOTE] = "note",
	[TEXT_DATES] = "dates" };
static const char *const number_names[HISTORY_NUMBERS] = { [NUMBER_WHEN] = "when",
	[NUMBER_SECONDS] = "seconds",
	[NUMBER_COUNT] = "count",
	[NUMBER_LINE] = "line",
	[NUMBER_OFFSET] = "offset",
	[NUMBER_READ] = "read",
	[NUMBER_OF] = "of" };
static const char *const list_names[HISTORY_LISTS] = {
	[LIST_TO] = "to", [LIST_MEMBERS] = "members", [LIST_DELIVERED] = "delivered"
};
/* Objects in a record that are pieces of filo's own JSON, and the section they belong to there. */
static const char *const own_names[][2] = { { "contact", "contacts" },
	{ "conversation", "conversations" }, { "followup", "followups" }, { "event", "events" },
	{ "met", "met" } };

/* One object while it is parsed. Texts lie one after the other in `arena`, found by where they
 * begin, since it moves as it grows. */
struct parsing {
	struct strbuf arena;
	size_t text_at[HISTORY_TEXTS];
	struct vector items[HISTORY_LISTS]; /* of size_t */
	struct vector pointers;             /* of const char * */
	struct history_record record;
	char key[24];
	int depth;
	bool is_in_person, is_in_list, is_end;
};

static size_t records_find_name(const char *const *names, size_t count, const char *key)
{
	size_t i = 0;

	while (i < count && strcmp(names[i], key) != 0)
		i++;
	return i;
}

enum history_text history_text_named(const char *key)
{
	return (enum history_text)records_find_name(text_names, HISTORY_TEXTS, key);
}

static size_t keep_text(struct parsing *parsing, const char *text, size_t len)
{
	size_t at = parsing->arena.len;

	/* A NUL inside (\u0000) ends the text. */
	len = strnlen(text, len);
	if (text_is_valid(text, len)) {
		strbuf_add_bytes(&parsing->arena, text, len);
	} else {
		char *mended = text_repair(text, len);
		strbuf_add(&parsing->arena, mended);
		free(mended);
		parsing->record.is_mended = true;
	}
	strbuf_add_char(&parsing->arena, '\0');
	return at;
}

static bool records_is_wanted(const struct parsing *parsing)
{
	return parsing->depth == 1 || (parsing->depth == 2 && parsing->is_in_person);
}

static int on_text(void *context, const unsigned char *bytes, size_t len)
{
	struct parsing *parsing = context;
	enum history_text text = history_text_named(parsing->key);
	size_t list = records_find_name(list_names, HISTORY_LISTS, parsing->key);
	size_t at;

	if (!records_is_wanted(parsing))
		return 1;
	if (list < HISTORY_LISTS) {
		at = keep_text(parsing, (const char *)bytes, len);
		vector_push(&parsing->items[list], &at);
	} else if (text < HISTORY_TEXTS) {
		parsing->text_at[text] = keep_text(parsing, (const char *)bytes, len);
	}
	return 1;
}

static int on_number(void *context, const char *digits, size_t len)
{
	struct parsing *parsing = context;
	size_t number = records_find_name(number_names, HISTORY_NUMBERS, parsing->key);
	char copy[32] = "";

	if (!records_is_wanted(parsing) || parsing->is_in_list || len >= sizeof copy)
		return 1;
	memcpy(copy, digits, len);
	double value = strtod(copy, NULL);
	if (number < HISTORY_NUMBERS && value > -1e15 && value < 1e15)
		parsing->record.number[number] = (int64_t)value;
	/* An id, or a thread's, may be written as a number. */
	if (number == HISTORY_NUMBERS)
		return on_text(context, (const unsigned char *)digits, len);
	return 1;
}

static int on_truth(void *context, int value)
{
	struct parsing *parsing = context;

	if (parsing->depth == 1 && !strcmp(parsing->key, "end"))
		parsing->is_end = value;
	if (parsing->depth == 1 && !strcmp(parsing->key, "sure"))
		parsing->record.is_sure = value;
	if (parsing->depth == 1 && !strcmp(parsing->key, "kept"))
		parsing->record.is_kept = value;
	if (parsing->depth == 1 && !strcmp(parsing->key, "unknown"))
		parsing->record.is_unknown = value;
	if (parsing->depth == 1 && value && !strcmp(parsing->key, text_names[TEXT_BULK]))
		return on_text(context, (const unsigned char *)"yes", 3);
	return 1;
}

static int on_object_key(void *context, const unsigned char *bytes, size_t len)
{
	struct parsing *parsing = context;

	if (!records_is_wanted(parsing))
		return 1;
	snprintf(parsing->key, sizeof parsing->key, "%.*s",
		len < sizeof parsing->key ? (int)len : 0, (const char *)bytes);
	return 1;
}

static int records_on_object_open(void *context)
{
	struct parsing *parsing = context;

	if (++parsing->depth != 2 || parsing->is_in_list)
		return 1;
	parsing->is_in_person = !strcmp(parsing->key, "person");
	for (size_t i = 0; i < sizeof own_names / sizeof *own_names; i++)
		if (!strcmp(parsing->key, own_names[i][0]))
			parsing->record.own = own_names[i][1];
	return 1;
}

static int on_object_close(void *context)
{
	struct parsing *parsing = context;

	parsing->depth--;
	return 1;
}

/* A list counts as no depth of its own, within the record. */
static int on_list_open(void *context)
{
	struct parsing *parsing = context;

	if (parsing->depth == 1 && !parsing->is_in_list)
		parsing->is_in_list = true;
	else
		parsing->depth++;
	return 1;
}

static int on_list_close(void *context)
{
	struct parsing *parsing = context;

	if (parsing->depth == 1)
		parsing->is_in_list = false;
	else
		parsing->depth--;
	return 1;
}

static int on_nothing(void *context)
{
	(void)context;
	return 1;
}

static const yajl_callbacks parsing_callbacks = {
	.yajl_null = on_nothing,
	.yajl_boolean = on_truth,
	.yajl_number = on_number,
	.yajl_string = on_text,
	.yajl_start_map = records_on_object_open,
	.yajl_map_key = on_object_key,
	.yajl_end_map = on_object_close,
	.yajl_start_array = on_list_open,
	.yajl_end_array = on_list_close,
};

static void parsing_init(struct parsing *parsing)
{
	*parsing = (struct parsing){ .arena = STRBUF_INIT, .pointers = VECTOR_INIT(const char *) };
	for (size_t i = 0; i < HISTORY_LISTS; i++)
		vector_init(&parsing->items[i], sizeof(size_t));
}

static void parsing_fini(struct parsing *parsing)
{
	strbuf_fini(&parsing->arena);
	vector_fini(&parsing->pointers);
	for (size_t i = 0; i < HISTORY_LISTS; i++)
		vector_fini(&parsing->items[i]);
}

static void parsing_begin(struct parsing *parsing, int64_t line)
{
	strbuf_clear(&parsing->arena);
	parsing->record = (struct history_record){ .line = line };
	for (size_t i = 0; i < HISTORY_TEXTS; i++)
		parsing->text_at[i] = NOWHERE;
	for (size_t i = 0; i < HISTORY_NUMBERS; i++)
		parsing->record.number[i] = NUMBER_NONE;
	for (size_t i = 0; i < HISTORY_LISTS; i++)
		vector_clear(&parsing->items[i]);
	parsing->depth = 0;
	parsing->key[0] = '\0';
	parsing->is_in_person = parsing->is_in_list = parsing->is_end = false;
}

static enum history_record_kind records_kind_of(const struct parsing *parsing)
{
	const struct history_record *record = &parsing->record;
	static const struct {
		enum history_text text;
		enum history_record_kind kind;
	} kinds[] = { { TEXT_FILO, RECORD_FILE }, { TEXT_PROBLEM, RECORD_PROBLEM },
		{ TEXT_MENDED, RECORD_MENDED }, { TEXT_LEFT_OUT, RECORD_LEFT_OUT },
		{ TEXT_NOTE, RECORD_NOTE }, { TEXT_DATES, RECORD_NOTE },
		{ TEXT_KEY, RECORD_PERSON } };

	if (parsing->is_end)
		return RECORD_END;
	if (record->own)
		return RECORD_OWN;
	if (record->text[TEXT_WHEN] || record->number[NUMBER_WHEN] != NUMBER_NONE)
		return RECORD_MESSAGE;
	for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
		if (record->text[kinds[i].text] && *record->text[kinds[i].text])
			return kinds[i].kind;
	if (record->number[NUMBER_READ] != NUMBER_NONE)
		return RECORD_READ;
	if (record->text[TEXT_ME])
		return RECORD_ME;
	if (record->text[TEXT_THREAD] && (record->text[TEXT_KIND] || record->list[LIST_MEMBERS]))
		return RECORD_THREAD;
	return RECORD_MESSAGE;
}

/* The arena stands still now. */
static void parsing_settle(struct parsing *parsing)
{
	struct history_record *record = &parsing->record;
	size_t first = 0;

	vector_clear(&parsing->pointers);
	for (size_t list = 0; list < HISTORY_LISTS; list++)
		for (size_t i = 0; i < parsing->items[list].count; i++) {
			const char *item = parsing->arena.data +
					   *(size_t *)vector_at(&parsing->items[list], i);
			vector_push(&parsing->pointers, &item);
		}
	for (size_t list = 0; list < HISTORY_LISTS; list++) {
		record->list_count[list] = parsing->items[list].count;
		if (record->list_count[list])
			record->list[list] = vector_at(&parsing->pointers, first);
		first += record->list_count[list];
	}
	for (size_t i = 0; i < HISTORY_TEXTS; i++)
		if (parsing->text_at[i] != NOWHERE)
			record->text[i] = parsing->arena.data + parsing->text_at[i];
	record->kind = records_kind_of(parsing);
}

static bool parsing_run(struct parsing *parsing, const char *json, size_t len, int64_t line)
{
	yajl_handle parser = yajl_alloc(&parsing_callbacks, NULL, parsing);

	parsing_begin(parsing, line);
	yajl_config(parser, yajl_dont_validate_strings, 1);
	bool is_whole = yajl_parse(parser, (const unsigned char *)json, len) == yajl_status_ok &&
			yajl_complete_parse(parser) == yajl_status_ok;
	yajl_free(parser);
	parsing_settle(parsing);
	parsing->record.json = json;
	if (!is_whole)
		parsing->record.kind = RECORD_BROKEN;
	return is_whole;
}

/* Finds where an object ends that may go on over lines. */
struct scan {
	struct strbuf object; /* of the object at hand; empty: between two */
	int64_t line;         /* where it begins */
	int depth;
	bool is_in_text, is_escaped;
};

static void scan_clear(struct scan *scan)
{
	strbuf_clear(&scan->object);
	scan->depth = 0;
	scan->is_in_text = scan->is_escaped = false;
}

/* One byte; true when it ends the object. */
static bool scan_byte(struct scan *scan, char c)
{
	if (scan->is_escaped) {
		scan->is_escaped = false;
	} else if (scan->is_in_text) {
		scan->is_escaped = c == '\\';
		scan->is_in_text = c != '"';
	} else {
		scan->is_in_text = c == '"';
		scan->depth += (c == '{') - (c == '}');
	}
	return !scan->depth && c == '}' && !scan->is_in_text;
}

struct reading {
	struct scan scan;
	struct parsing parsing;
	history_record_fn *each;
	void *context;
};

static enum status give_broken(struct reading *reading, int64_t line, struct error *err)
{
	parsing_begin(&reading->parsing, line);
	reading->parsing.record.kind = RECORD_BROKEN;
	return reading->each(reading->context, &reading->parsing.record, err);
}

static enum status give_object(struct reading *reading, struct error *err)
{
	struct scan *scan = &reading->scan;

	parsing_run(&reading->parsing, scan->object.data, scan->object.len, scan->line);
	enum status status = reading->each(reading->context, &reading->parsing.record, err);
	scan_clear(scan);
	return status;
}

/* A line that begins like a record begins one, also where the one before was cut short. */
static enum status drop_unfinished(struct reading *reading, struct error *err)
{
	int64_t line = reading->scan.line;

	if (!reading->scan.object.len)
		return STATUS_OK;
	scan_clear(&reading->scan);
	return give_broken(reading, line, err);
}

/* Between objects there are only the signs of a list. */
static bool records_is_between(char c)
{
	return c && strchr(" \t\r\n,[]", c);
}

static enum status take_line(
	struct reading *reading, const char *s, size_t len, int64_t line, struct error *err)
{
	struct scan *scan = &reading->scan;
	enum status status = STATUS_OK;

	if (len > 1 && s[0] == '{' && s[1] == '"')
		status = drop_unfinished(reading, err);
	for (size_t i = 0; i < len && status == STATUS_OK; i++) {
		if (!scan->object.len && records_is_between(s[i]))
			continue;
		if (!scan->object.len && s[i] != '{')
			return give_broken(reading, line, err);
		if (!scan->object.len)
			scan->line = line;
		if (scan->object.len < RECORD_MAX)
			strbuf_add_char(&scan->object, s[i]);
		if (scan_byte(scan, s[i]))
			status = give_object(reading, err);
	}
	if (scan->object.len && scan->object.len < RECORD_MAX)
		strbuf_add_char(&scan->object, '\n');
	return status;
}

/* Most records are a line each. */
static enum status take_whole_line(
	struct reading *reading, const struct strbuf *line, int64_t number, struct error *err)
{
	bool is_alone = !reading->scan.object.len && line->len > 1 && line->data[0] == '{' &&
			line->data[line->len - 1] == '}' && line->len < RECORD_MAX;

	if (is_alone && parsing_run(&reading->parsing, line->data, line->len, number))
		return reading->each(reading->context, &reading->parsing.record, err);
	return take_line(reading, line->data, line->len, number, err);
}

enum status history_records_json(
	struct source *source, history_record_fn *each, void *context, struct error *err)
{
	struct reading reading = {
		.scan = { .object = STRBUF_INIT }, .each = each, .context = context
	};
	struct strbuf line = STRBUF_INIT;
	bool has_line = true;
	int64_t number = 0;

	parsing_init(&reading.parsing);
	enum status status = source_line(source, &line, &has_line, err);
	while (status == STATUS_OK && has_line) {
		status = take_whole_line(&reading, &line, ++number, err);
		if (status == STATUS_OK)
			status = source_line(source, &line, &has_line, err);
	}
	if (status == STATUS_OK && reading.scan.object.len)
		status = give_object(&reading, err);
	strbuf_fini(&line);
	strbuf_fini(&reading.scan.object);
	parsing_fini(&reading.parsing);
	return status;
}

/* Whether an object that stands by itself has the key "when": not one in another, as in the exports
 * of programs, nor a text that somebody wrote. */
static bool has_when(const char *head)
{
	static const char key[] = "\"when\"";
	struct scan scan = { .object = STRBUF_INIT };

	for (const char *s = head; *s; s++) {
		bool is_key = scan.depth == 1 && !scan.is_in_text &&
			      !strncmp(s, key, sizeof key - 1) &&
			      s[sizeof key - 1 + strspn(s + sizeof key - 1, " \t\r\n")] == ':';
		if (is_key)
			return true;
		scan_byte(&scan, *s);
	}
	return false;
}

/* It begins with an object of messages, which says so, or has a "when" near. */
bool history_records_is_json(const char *bytes, size_t len)
{
	size_t at = 0;

	while (at < len && records_is_between(bytes[at]))
		at++;
	if (at == len || bytes[at] != '{')
		return false;
	char *head = memory_copy_bytes(bytes + at, len - at < 4096 ? len - at : 4096);
	bool is_said = ascii_begins(head + 1 + strspn(head + 1, " \t\r\n"), "\"filo\"") &&
		       strstr(head, "\"messages 1\"");
	bool is_so = is_said || has_when(head);
	free(head);
	return is_so;
}
