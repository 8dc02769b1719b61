/* Messages and calls as JSON: SMS Import/Export (lines, or a list), Fossify (a list).
 * Not here: what a row is worth (android.c). */
#include "filo/base/i18n.h"
#include "filo/base/memory.h"
#include "read/android.h"
#include "read/json.h"
#include "read/words.h"

#include <string.h>

static bool android_json_recognises(struct stream *stream)
{
	if (!json_head_begins(stream) || !json_head_has(stream, "date"))
		return false;
	return json_head_has(stream, "__sender_address") || json_head_has(stream, "msg_box") ||
	       json_head_has(stream, "backupType") ||
	       (json_head_has(stream, "address") && json_head_has(stream, "type")) ||
	       (json_head_has(stream, "number") && json_head_has(stream, "duration"));
}

/* An address is a text, or a map that has it. */
static void android_json_add(struct vector *list, const struct json *address)
{
	const char *text = address->text ? address->text : json_text_at(address, "address");

	if (text && *text)
		words_add_once(list, text);
}

/* Fossify and older files have all addresses in one list, with the types of MMS. */
static void android_json_addresses(struct android_mms *mms, const struct json *row)
{
	static const char *const lists[] = { "__recipient_addresses", "addresses", "__addresses" };
	const struct json *address;
	int64_t type;

	for (size_t i = 0; i < sizeof lists / sizeof *lists; i++) {
		address = json_get(row, lists[i]);
		for (address = address ? address->child : NULL; address; address = address->next) {
			if (i > 0 && json_number_at(address, "type", &type) && type == 137)
				mms->sender = json_text_at(address, "address");
			else
				android_json_add(&mms->others, address);
		}
	}
}

static void android_json_mms(struct reading *reading, const struct json *row, int64_t line)
{
	const char *box = json_text_at(row, "msg_box");
	struct android_mms mms = { .date = json_text_at(row, "date"),
		.box = box ? box : json_text_at(row, "messageBox"),
		.sender = json_text_at(json_get(row, "__sender_address"), "address"),
		.others = VECTOR_INIT(char *),
		.has_mine = true };

	android_json_addresses(&mms, row);
	android_mms(reading, &mms, line);
	vector_fini_strings(&mms.others);
}

static void android_json_take(struct reading *reading, const struct json *row, int64_t line)
{
	const char *name = json_text_at(row, "__display_name");

	if (json_get(row, "duration"))
		android_call(reading,
			&(struct android_call){ .number = json_text_at(row, "number"),
				.date = json_text_at(row, "date"),
				.duration = json_text_at(row, "duration"),
				.type = json_text_at(row, "type"),
				.presentation = json_text_at(row, "presentation"),
				.name = name ? name : json_text_at(row, "name") },
			line);
	else if (json_get(row, "msg_box") || json_get(row, "messageBox") ||
		 json_get(row, "__sender_address"))
		android_json_mms(reading, row, line);
	else
		android_sms(reading,
			&(struct android_sms){ .address = json_text_at(row, "address"),
				.date = json_text_at(row, "date"),
				.type = json_text_at(row, "type"),
				.body = json_text_at(row, "body"),
				.name = name },
			line);
}

static enum json_choice android_json_enter(void *context, const char *path)
{
	(void)context;
	return *path ? JSON_TAKE : JSON_ENTER;
}

static void android_json_take_element(void *context, const char *path, const struct json *value)
{
	if (strcmp(path, "[]") == 0 && value->kind == JSON_MAP)
		android_json_take(context, value, json_walk_line());
}

static void android_json_read_lines(struct reading *reading, struct stream *stream)
{
	struct line line;

	while (stream_line(stream, &line)) {
		if (!line.len)
			continue;
		const struct json *row = line.is_cut ? NULL : json_parse(line.text, line.len);
		if (row && row->kind == JSON_MAP)
			android_json_take(reading, row, stream->line);
		else
			records_problem(
				reading->records, N_("a line that is no JSON"), stream->line);
	}
	json_forget();
}

static void android_json_read(struct reading *reading, struct stream *stream)
{
	static const struct json_walker walker = { .enter = android_json_enter,
		.take = android_json_take_element };

	if (json_head_begins(stream) == '[')
		json_walk(reading, stream, &walker, reading);
	else
		android_json_read_lines(reading, stream);
}

const struct format android_json_format = { .name = "sms-json",
	.recognises = android_json_recognises,
	.read = android_json_read,
	.finish = android_finish };
