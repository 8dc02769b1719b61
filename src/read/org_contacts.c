/* Contacts as Emacs' org-contacts keeps them: headings with properties.
 * Not here: abook (abook.c). */
#include "filo/base/ascii.h"
#include "filo/base/memory.h"
#include "filo/base/strbuf.h"
#include "filo/base/text.h"
#include "read/formats.h"
#include "read/own.h"
#include "read/words.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum org_drawer { DRAWER_NONE, DRAWER_PROPERTIES, DRAWER_LOGBOOK };

/* A note of the logbook. */
struct org_note {
	char day[11];
	int minute;
	struct strbuf text;
};

struct org {
	struct reading *reading;
	enum org_drawer drawer;
	char *name, *tags;          /* of the heading at hand; NULL: none yet */
	size_t level;               /* its stars */
	struct strbuf below;        /* a heading below a contact, until it shows whose it is */
	struct vector keys, values; /* of char *, of its properties */
	struct vector notes;        /* of struct org_note */
	struct strbuf body;         /* of the heading at hand */
};

static bool org_recognises(struct stream *stream)
{
	size_t len;
	const char *head = stream_head(stream, &len);

	return ascii_find(head, ":PROPERTIES:") && (*head == '*' || strstr(head, "\n*")) &&
	       (ascii_find(head, ":EMAIL:") || ascii_find(head, ":PHONE:") ||
		       ascii_find(head, ":BIRTHDAY:"));
}

/* Of "** Ada Prova   :friend:work:" the name, and the tags with their colons. */
static void org_take_heading(struct org *org, const char *text)
{
	org->level = strspn(text, "*");
	text += strspn(text, "* ");
	char *copy = memory_copy_bytes(text, strcspn(text, "\n"));
	size_t len = strlen(copy);
	char *blank = strrchr(copy, ' ');
	char *tags = blank && blank[1] == ':' && copy[len - 1] == ':' ? blank + 1 : NULL;

	memory_replace_string(&org->tags, tags ? tags : "");
	if (tags)
		*tags = '\0';
	free(org->name);
	org->name = text_trim(copy);
	free(copy);
}

static const char *org_kind(const char *key)
{
	static const struct {
		const char *key, *kind;
	} kinds[] = { { "EMAIL", "email" }, { "PHONE", "phone" }, { "MOBILE", "phone" },
		{ "CELL", "phone" }, { "ADDRESS", "address" }, { "URL", "website" } };

	for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
		if (ascii_begins(key, kinds[i].key))
			return kinds[i].kind;
	return NULL;
}

/* Several values stand with blanks, commas or semicolons between; a phone number has blanks in it.
 */
static void org_say_values(struct records *records, const char *kind, const char *value)
{
	const char *between = strcmp(kind, "email") == 0 ? ",; \t" : ",;";

	if (strcmp(kind, "address") == 0) {
		own_channel(records, kind, value, NULL);
		return;
	}
	while (*value) {
		size_t len = strcspn(value, between);
		char *trimmed = text_trim_bytes(value, len);
		own_channel(records, kind, trimmed, NULL);
		free(trimmed);
		value += len + (value[len] != '\0');
	}
}

static const char *org_value(const struct org *org, const char *key)
{
	for (size_t i = 0; i < org->keys.count; i++)
		if (ascii_equal(*(char **)vector_at(&org->keys, i), key))
			return *(char **)vector_at(&org->values, i);
	return NULL;
}

/* "1984-05-12", or a timestamp: "<1984-05-12 Sat>". */
static bool org_read_date(const char *value, int *year, int *month, int *day)
{
	const char *close = *value == '<' ? ">" : *value == '[' ? "]" : "";
	const char *end = *close ? strpbrk(value, close) : NULL;

	if (*close && (!end || end[1]))
		return false;
	value += *close != '\0';
	char *text = memory_copy_bytes(value, *close ? strcspn(value, " >]") : strlen(value));
	bool is_read = own_read_date(text, year, month, day);
	free(text);
	return is_read;
}

static void org_say_birthday(const struct org *org)
{
	const char *value = org_value(org, "BIRTHDAY");
	int year, month, day;

	if (!value)
		return;
	records_list(org->reading->records, "dates");
	if (org_read_date(value, &year, &month, &day))
		own_date(org->reading->records, "birthday", year, month, day, NULL);
	records_close_list(org->reading->records);
}

static void org_say_tags(struct records *records, const char *tags)
{
	records_list(records, "tags");
	while (*tags) {
		tags += strspn(tags, ":");
		size_t len = strcspn(tags, ":");
		if (len)
			records_bytes(records, NULL, tags, len);
		tags += len;
	}
	records_close_list(records);
}

/* Whether a field of the contact says what a property does. */
static bool org_is_said(const struct org *org, size_t at)
{
	const char *key = *(char **)vector_at(&org->keys, at);
	const char *value = *(char **)vector_at(&org->values, at);
	int year, month, day;

	if (org_kind(key) || ascii_equal(key, "ID"))
		return true;
	/* Of two of a kind the first is the field. */
	if (org_value(org, key) != value ||
		(ascii_equal(key, "ALIAS") && org_value(org, "NICKNAME")))
		return false;
	return ascii_equal(key, "NICKNAME") || ascii_equal(key, "ALIAS") ||
	       ascii_equal(key, "NOTE") ||
	       (ascii_equal(key, "BIRTHDAY") && org_read_date(value, &year, &month, &day));
}

static void org_say_kept(const struct org *org)
{
	records_list(org->reading->records, "kept");
	for (size_t i = 0; i < org->keys.count; i++)
		if (!org_is_said(org, i))
			own_kept(org->reading->records, *(char **)vector_at(&org->keys, i),
				*(char **)vector_at(&org->values, i));
	records_close_list(org->reading->records);
}

/* What a property says, and what is written below. */
static void org_say_text(const struct org *org)
{
	const char *said = org_value(org, "NOTE");
	struct strbuf note = STRBUF_INIT;
	char *body = text_trim(org->body.data);

	strbuf_add(&note, said ? said : "");
	if (*body)
		strbuf_add_item(&note, "\n\n", body);
	own_field(org->reading->records, "note", note.data);
	strbuf_fini(&note);
	free(body);
}

static void org_say_contact(const struct org *org, const char *uid)
{
	struct records *records = org->reading->records;
	const char *nick = org_value(org, "NICKNAME");

	own_contact_open(records, uid, org->name);
	own_field(records, "nickname", nick ? nick : org_value(org, "ALIAS"));
	org_say_text(org);
	records_list(records, "channels");
	for (size_t i = 0; i < org->keys.count; i++) {
		const char *kind = org_kind(*(char **)vector_at(&org->keys, i));
		if (kind)
			org_say_values(records, kind, *(char **)vector_at(&org->values, i));
	}
	records_close_list(records);
	org_say_birthday(org);
	org_say_tags(records, org->tags);
	org_say_kept(org);
	own_close(records);
}

/* A note is about somebody, and no talk with them. */
static void org_say_note(const struct org *org, const struct org_note *note, const char *uid)
{
	struct records *records = org->reading->records;
	struct strbuf id = STRBUF_INIT;
	char *text = text_trim(note->text.data);

	strbuf_add_format(&id, "%s/%016llx", note->day, (unsigned long long)words_hash(0, text));
	own_entry_open(records, &(struct own_entry){ .day = note->day,
					.minute = note->minute,
					.summary = text,
					.source = "org-contacts",
					.source_id = id.data });
	records_list(records, "participants");
	own_participant(records, uid, org->name, true);
	records_close_list(records);
	own_close(records);
	strbuf_fini(&id);
	free(text);
}

/* A heading without properties only orders others. */
static void org_end_heading(struct org *org)
{
	struct strbuf uid = STRBUF_INIT;
	struct org_note *note;

	if (org->name && *org->name && org->keys.count) {
		const char *id = org_value(org, "ID");
		strbuf_add_format(&uid, "org:%s", id ? id : org->name);
		org_say_contact(org, uid.data);
		VECTOR_EACH (note, &org->notes)
			if (note->text.len)
				org_say_note(org, note, uid.data);
	}
	VECTOR_EACH (note, &org->notes)
		strbuf_fini(&note->text);
	vector_clear(&org->notes);
	strbuf_clear(&org->body);
	vector_fini_strings(&org->keys);
	vector_fini_strings(&org->values);
	vector_init(&org->keys, sizeof(char *));
	vector_init(&org->values, sizeof(char *));
	strbuf_fini(&uid);
}

/* ":KEY: value" */
static void org_take_property(struct org *org, const char *text, int64_t line)
{
	int year, month, day;
	const char *end = *text == ':' ? strchr(text + 1, ':') : NULL;

	if (!end)
		return;
	char *key = memory_copy_bytes(text + 1, (size_t)(end - text - 1));
	char *value = text_trim(end + 1);
	vector_push(&org->keys, &key);
	vector_push(&org->values, &value);
	if (ascii_equal(key, "BIRTHDAY") && *value && !org_read_date(value, &year, &month, &day))
		own_doubt_date(org->reading->records, line);
}

/* "[2024-03-05 Tue 10:00]": exactly ten bytes are its day. */
static bool org_read_note_day(const char *open, char day[11])
{
	int year, month, of_month;

	memcpy(day, open + 1, strnlen(open + 1, 10));
	return strcspn(open + 1, " ]") == 10 && own_read_date(day, &year, &month, &of_month) &&
	       year;
}

/* "- Note taken on [2024-03-05 Tue 10:00] \\" begins one; what follows is its text. */
static void org_take_logbook(struct org *org, const char *text)
{
	const char *open = strchr(text, '[');
	struct org_note note = { .minute = -1, .text = STRBUF_INIT };
	int hour, minute;

	if (*text == '-' && open && org_read_note_day(open, note.day)) {
		if (sscanf(open + 11, " %*s %2d:%2d", &hour, &minute) == 2 && hour >= 0 &&
			hour < 24 && minute >= 0 && minute < 60)
			note.minute = hour * 60 + minute;
		vector_push(&org->notes, &note);
		const char *close = strchr(open, ']');
		text = close ? close + 1 : "";
	}
	if (!org->notes.count) {
		strbuf_add_format(&org->body, "%s\n", text);
		return;
	}
	struct org_note *last = vector_at(&org->notes, org->notes.count - 1);
	while (*text == ' ' || *text == '\\')
		text++;
	if (*text)
		strbuf_add_format(&last->text, "%s%s", last->text.len ? " " : "", text);
}

/* A heading below a contact that has no properties is of what is written about them. */
static void org_settle_below(struct org *org)
{
	const char *text = org->below.data + strspn(org->below.data, "* ");

	if (org->below.len)
		strbuf_add_format(&org->body, "%s%s", org->body.len ? "\n" : "", text);
	strbuf_clear(&org->below);
}

static void org_begin_heading(struct org *org, const char *text)
{
	org_end_heading(org);
	org_take_heading(org, text);
	text += strcspn(text, "\n");
	strbuf_add(&org->body, text + (*text == '\n'));
}

static void org_meet_heading(struct org *org, const char *text)
{
	org_settle_below(org);
	org->drawer = DRAWER_NONE;
	if (org->keys.count && strspn(text, "*") > org->level)
		strbuf_add_format(&org->below, "%s\n", text);
	else
		org_begin_heading(org, text);
}

/* What stands under a heading before its properties, or in their place. */
static void org_decide_below(struct org *org, const char *text)
{
	struct strbuf heading = STRBUF_INIT;
	bool is_planning = ascii_begins(text, "SCHEDULED:") || ascii_begins(text, "DEADLINE:") ||
			   ascii_begins(text, "CLOSED:");

	if (ascii_begins(text, ":PROPERTIES:")) {
		strbuf_add(&heading, org->below.data);
		strbuf_clear(&org->below);
		org_begin_heading(org, heading.data);
	} else if (!is_planning) {
		org_settle_below(org);
	}
	strbuf_fini(&heading);
}

static void org_take_line(struct org *org, const char *text, int64_t line)
{
	if (*text == '*' && text[strspn(text, "*")] == ' ') {
		org_meet_heading(org, text);
		return;
	}
	text += strspn(text, " \t");
	if (org->below.len)
		org_decide_below(org, text);
	if (ascii_begins(text, ":PROPERTIES:"))
		org->drawer = DRAWER_PROPERTIES;
	else if (ascii_begins(text, ":LOGBOOK:"))
		org->drawer = DRAWER_LOGBOOK;
	else if (ascii_begins(text, ":END:"))
		org->drawer = DRAWER_NONE;
	else if (org->drawer == DRAWER_PROPERTIES)
		org_take_property(org, text, line);
	else if (org->drawer == DRAWER_LOGBOOK)
		org_take_logbook(org, text);
	else if (org->name)
		strbuf_add_format(org->below.len ? &org->below : &org->body, "%s\n", text);
}

static void org_read(struct reading *reading, struct stream *stream)
{
	struct org org = { .reading = reading,
		.keys = VECTOR_INIT(char *),
		.values = VECTOR_INIT(char *),
		.notes = VECTOR_INIT(struct org_note),
		.body = STRBUF_INIT,
		.below = STRBUF_INIT };
	struct line line;

	records_source(reading->records, "org-contacts", stream->name);
	while (stream_text_line(stream, &line)) {
		char *valid = text_repair(line.text, line.len);
		org_take_line(&org, valid, stream->line);
		free(valid);
	}
	org_settle_below(&org);
	org_end_heading(&org);
	strbuf_fini(&org.below);
	vector_fini(&org.notes);
	strbuf_fini(&org.body);
	free(org.name);
	free(org.tags);
}

const struct format org_format = {
	.name = "org-contacts", .recognises = org_recognises, .read = org_read
};
