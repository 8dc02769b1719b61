/* The address book of abook: an INI file.
 * Not here: org-contacts (org_contacts.c). */
#include "filo/base/ascii.h"
#include "filo/base/memory.h"
#include "filo/base/strbuf.h"
#include "filo/base/text.h"
#include "read/formats.h"
#include "read/own.h"

#include <stdlib.h>
#include <string.h>

struct abook_key {
	const char *key, *kind, *label; /* a channel's; several values are joined with commas */
};
static const struct abook_key channels[] = { { "email", "email", NULL }, { "phone", "phone", NULL },
	{ "mobile", "phone", "mobile" }, { "workphone", "phone", "work" },
	{ "fax", "phone", "fax" }, { "url", "website", NULL } };
static const char *const address_keys[] = { "address", "address2", "zip", "city", "state",
	"country" };

struct abook_item {
	char *key, *value;
};

struct abook {
	struct reading *reading;
	struct vector items; /* of struct abook_item, of the entry at hand */
	unsigned long entries;
};

static bool abook_recognises(struct stream *stream)
{
	size_t len;
	const char *head = stream_head(stream, &len);

	return ascii_begins(head, "# abook addressbook file") ||
	       (strstr(head, "[format]") && strstr(head, "program=abook"));
}

static const char *abook_value(const struct abook *abook, const char *key)
{
	const struct abook_item *item;

	VECTOR_EACH (item, &abook->items)
		if (strcmp(item->key, key) == 0)
			return item->value;
	return NULL;
}

static void abook_forget(struct abook *abook)
{
	struct abook_item *item;

	VECTOR_EACH (item, &abook->items) {
		free(item->key);
		free(item->value);
	}
	vector_clear(&abook->items);
}

static void abook_say_parts(
	struct records *records, const char *value, const char *kind, const char *label)
{
	while (value && *value) {
		size_t len = strcspn(value, ",");
		char *trimmed = text_trim_bytes(value, len);
		if (kind)
			own_channel(records, kind, trimmed, label);
		else if (*trimmed)
			records_text(records, NULL, trimmed);
		free(trimmed);
		value += len + (value[len] == ',');
	}
}

static void abook_say_channels(const struct abook *abook)
{
	struct records *records = abook->reading->records;
	struct strbuf address = STRBUF_INIT;

	records_list(records, "channels");
	for (size_t i = 0; i < sizeof channels / sizeof *channels; i++)
		abook_say_parts(records, abook_value(abook, channels[i].key), channels[i].kind,
			channels[i].label);
	for (size_t i = 0; i < sizeof address_keys / sizeof *address_keys; i++) {
		const char *part = abook_value(abook, address_keys[i]);
		if (part && *part)
			strbuf_add_format(&address, "%s%s", address.len ? ", " : "", part);
	}
	own_channel(records, "address", address.data, NULL);
	records_close_list(records);
	strbuf_fini(&address);
}

static const char *const dates[][2] = { { "birthday", "birthday" },
	{ "anniversary", "anniversary" } };

/* Whether a field of the contact says what stands under a key. */
static bool abook_is_said(const struct abook_item *item)
{
	static const char *const others[] = { "name", "nick", "notes", "groups" };
	int year, month, day;
	bool is_said = false;

	for (size_t i = 0; i < sizeof channels / sizeof *channels; i++)
		is_said |= !strcmp(item->key, channels[i].key);
	for (size_t i = 0; i < sizeof address_keys / sizeof *address_keys; i++)
		is_said |= !strcmp(item->key, address_keys[i]);
	for (size_t i = 0; i < sizeof others / sizeof *others; i++)
		is_said |= !strcmp(item->key, others[i]);
	for (size_t i = 0; i < sizeof dates / sizeof *dates; i++)
		is_said |= !strcmp(item->key, dates[i][0]) &&
			   own_read_date(item->value, &year, &month, &day);
	return is_said;
}

/* Fields of one's own, and dates that are none. */
static void abook_say_kept(const struct abook *abook)
{
	const struct abook_item *item;

	records_list(abook->reading->records, "kept");
	VECTOR_EACH (item, &abook->items)
		if (!abook_is_said(item))
			own_kept(abook->reading->records, item->key, item->value);
	records_close_list(abook->reading->records);
}

/* abook calls a birthday an anniversary, or has it in a field of its own. */
static void abook_say_dates(const struct abook *abook)
{
	int year, month, day;

	records_list(abook->reading->records, "dates");
	for (size_t i = 0; i < sizeof dates / sizeof *dates; i++) {
		const char *value = abook_value(abook, dates[i][0]);
		if (value && own_read_date(value, &year, &month, &day))
			own_date(abook->reading->records, dates[i][1], year, month, day, NULL);
	}
	records_close_list(abook->reading->records);
}

/* By the name, else by the first way to be reached. Caller frees; NULL: nothing says. */
static char *abook_called(const struct abook *abook)
{
	static const char *const keys[] = { "name", "nick", "email", "mobile", "phone",
		"workphone" };

	for (size_t i = 0; i < sizeof keys / sizeof *keys; i++) {
		const char *value = abook_value(abook, keys[i]);
		size_t len = value ? i ? strcspn(value, ",") : strlen(value) : 0;
		if (len)
			return memory_copy_bytes(value, len);
	}
	return NULL;
}

static void abook_end_entry(struct abook *abook)
{
	struct records *records = abook->reading->records;
	char *name = abook_called(abook);
	struct strbuf uid = STRBUF_INIT;

	if (name) {
		strbuf_add_format(&uid, "abook:%s", name);
		own_contact_open(records, uid.data, name);
		own_field(records, "nickname", abook_value(abook, "nick"));
		own_field(records, "note", abook_value(abook, "notes"));
		abook_say_channels(abook);
		abook_say_dates(abook);
		records_list(records, "tags");
		abook_say_parts(records, abook_value(abook, "groups"), NULL, NULL);
		records_close_list(records);
		abook_say_kept(abook);
		own_close(records);
		abook->entries++;
	}
	abook_forget(abook);
	strbuf_fini(&uid);
	free(name);
}

/* What abook calls a date, and is none. */
static bool abook_is_odd_date(const struct abook_item *item)
{
	int year, month, day;
	bool is_date = false;

	for (size_t i = 0; i < sizeof dates / sizeof *dates; i++)
		is_date |= !strcmp(item->key, dates[i][0]);
	return is_date && *item->value && !own_read_date(item->value, &year, &month, &day);
}

static void abook_take_line(struct abook *abook, const char *text, int64_t line)
{
	const char *equals = strchr(text, '=');

	if (*text == '[') {
		abook_end_entry(abook);
	} else if (*text != '#' && equals) {
		struct abook_item item = { .key = memory_copy_bytes(text, (size_t)(equals - text)),
			.value = text_trim(equals + 1) };
		vector_push(&abook->items, &item);
		if (abook_is_odd_date(&item))
			own_doubt_date(abook->reading->records, line);
	}
}

static void abook_read(struct reading *reading, struct stream *stream)
{
	struct abook abook = { .reading = reading, .items = VECTOR_INIT(struct abook_item) };
	struct line line;

	records_source(reading->records, "abook", stream->name);
	while (stream_text_line(stream, &line)) {
		char *valid = text_repair(line.text, line.len);
		abook_take_line(&abook, valid, stream->line);
		free(valid);
	}
	abook_end_entry(&abook);
	vector_fini(&abook.items);
}

const struct format abook_format = {
	.name = "abook", .recognises = abook_recognises, .read = abook_read
};
