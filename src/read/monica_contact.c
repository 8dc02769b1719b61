/* A person of Monica's, with all that stands on a card.
 * Not here: what was said and done together (monica.c). */
#include "filo/base/ascii.h"
#include "filo/base/i18n.h"
#include "filo/base/memory.h"
#include "filo/base/strbuf.h"
#include "read/monica.h"
#include "read/own.h"
#include "read/words.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

char *monica_name(const struct json *contact)
{
	static const char *const parts[] = { "first_name", "middle_name", "last_name" };
	const struct json *properties = monica_properties(contact);
	struct strbuf name = STRBUF_INIT;

	for (size_t i = 0; i < 3; i++) {
		const char *part = json_text_at(properties, parts[i]);
		if (part && *part)
			strbuf_add_format(&name, "%s%s", name.len ? " " : "", part);
	}
	return strbuf_take(&name);
}

char *monica_uid(const char *uuid)
{
	struct strbuf uid = STRBUF_INIT;

	strbuf_add_format(&uid, "monica:%s", uuid);
	return strbuf_take(&uid);
}

/* A special date: its parts, 0 for a year that nobody knows. False where it is only an age. */
static bool monica_date(const struct json *date, int *year, int *month, int *day)
{
	const char *text = json_text_at(date, "date");

	if (!text || json_is_true(date, "is_age_based") ||
		sscanf(text, "%4d-%2d-%2d", year, month, day) != 3)
		return false;
	if (json_is_true(date, "is_year_unknown"))
		*year = 0;
	return *month >= 1 && *month <= 12 && *day >= 1 && *day <= 31;
}

/* "Wish happy birthday to Ada", in other languages otherwise. */
static bool is_of_birthday(const char *title, const char *first_name)
{
	return ascii_find(title, "birth") ||
	       (first_name && *first_name && strstr(title, first_name));
}

/* Those of every year are dates, but that of the birthday, which Monica makes by itself. */
static void monica_say_reminders(
	struct records *records, const struct json *contact, int birth_month, int birth_day)
{
	const struct json *reminder =
		monica_values(json_get(contact, "data"), "reminder", "reminders");
	const char *first_name = json_text_at(monica_properties(contact), "first_name");
	int year, month, day;

	for (; reminder; reminder = reminder->next) {
		const struct json *properties = monica_properties(reminder);
		const char *date = json_text_at(properties, "initial_date");
		const char *title = json_text_at(properties, "title");
		if (!json_says(properties, "frequency_type", "year"))
			continue;
		if (!date || sscanf(date, "%4d-%2d-%2d", &year, &month, &day) != 3)
			records_left_out(records, N_("reminders without a date"), 1);
		else if (json_is_true(properties, "inactive"))
			records_left_out(records, N_("reminders that are over"), 1);
		else if (month == birth_month && day == birth_day &&
			 (!title || is_of_birthday(title, first_name)))
			records_left_out(records, N_("reminders of birthdays"), 1);
		else
			own_date(records, "other", 0, month, day, title);
	}
}

static void monica_say_dates(struct records *records, const struct json *contact)
{
	const struct json *properties = monica_properties(contact);
	int year, month, day, birth_month = 0, birth_day = 0;

	records_list(records, "dates");
	if (monica_date(json_get(properties, "birthdate"), &year, &birth_month, &birth_day))
		own_date(records, "birthday", year, birth_month, birth_day, NULL);
	else
		birth_month = birth_day = 0;
	if (monica_date(json_get(properties, "deceased_date"), &year, &month, &day))
		own_date(records, "death", year, month, day, NULL);
	else if (json_is_true(properties, "is_dead"))
		own_date(records, "death", 0, 0, 0, NULL);
	monica_say_reminders(records, contact, birth_month, birth_day);
	records_close_list(records);
}

static const struct json *monica_field_type(const struct monica *monica, const char *uuid)
{
	return monica_properties(
		monica_find(json_first(monica->instance, "contact_field_types"), uuid));
}

/* The kind of channel that a field is: what its type says, else its name. */
static const char *monica_channel_kind(const struct json *type, const char *value)
{
	static const char *const messengers[] = { "whatsapp", "telegram", "signal", "hangouts",
		"messenger", "skype", "xmpp", "matrix", NULL };
	const char *name = json_text_at(type, "name");

	if (json_says(type, "type", "email") || json_says(type, "protocol", "mailto:"))
		return "email";
	if (json_says(type, "type", "phone") || json_says(type, "protocol", "tel:"))
		return "phone";
	if (name && ascii_is_among(name, messengers))
		return "messenger";
	if (!type && strchr(value, '@'))
		return "email";
	return !type && words_are_phone(value) ? "phone" : "profile";
}

static void monica_say_address(struct records *records, const struct json *address)
{
	static const char *const parts[] = { "street", "postal_code", "city", "province",
		"country" };
	const struct json *properties = monica_properties(address);
	struct strbuf text = STRBUF_INIT;

	for (size_t i = 0; i < sizeof parts / sizeof *parts; i++) {
		const char *part = json_text_at(properties, parts[i]);
		if (part && *part)
			strbuf_add_format(&text, "%s%s", text.len ? ", " : "", part);
	}
	own_channel(records, "address", text.data, json_text_at(properties, "name"));
	strbuf_fini(&text);
}

static void monica_say_channels(const struct monica *monica, const struct json *contact)
{
	struct records *records = monica->reading->records;
	const struct json *data = json_get(contact, "data");
	const struct json *field = monica_values(data, "contact_field", "contact_fields");
	const struct json *address = monica_values(data, "address", "addresses");

	records_list(records, "channels");
	for (; field; field = field->next) {
		const struct json *properties = monica_properties(field);
		const char *value = json_text_at(properties, "data");
		const struct json *type =
			monica_field_type(monica, json_text_at(properties, "type"));
		if (value)
			own_channel(records, monica_channel_kind(type, value), value, NULL);
	}
	for (; address; address = address->next)
		monica_say_address(records, address);
	records_close_list(records);
}

/* Monica's many ties are few here. */
static const char *monica_tie(const char *type)
{
	static const struct {
		const char *word, *kind;
	} ties[] = { { "partner", "partner" }, { "spouse", "partner" }, { "date", "partner" },
		{ "lover", "partner" }, { "inlovewith", "partner" }, { "lovedby", "partner" },
		{ "ex", "partner" }, { "friend", "friend" }, { "bestfriend", "friend" },
		{ "colleague", "colleague" }, { "boss", "colleague" },
		{ "subordinate", "colleague" }, { "mentor", "colleague" },
		{ "protege", "colleague" } };

	for (size_t i = 0; type && i < sizeof ties / sizeof *ties; i++)
		if (strcmp(type, ties[i].word) == 0)
			return ties[i].kind;
	return "family";
}

/* Somebody who is no contact, only a name, is named; others by their uid. */
static void monica_say_tie(const struct monica *monica, const char *kind, const char *uuid)
{
	struct records *records = monica->reading->records;
	const struct json *other = monica_contact(monica, uuid);

	if (!other)
		return;
	char *name = monica_name(other), *uid = monica_uid(uuid);
	records_open(records, NULL);
	records_text(records, "kind", kind);
	if (monica_is_partial(other))
		records_text(records, "name", name);
	else
		records_text(records, "uid", uid);
	records_close(records);
	free(name);
	free(uid);
}

static void monica_say_ties(
	const struct monica *monica, const struct json *contact, const char *uuid)
{
	const struct json *tie =
		monica_values(json_get(monica->account, "data"), "relationship", "relationships");
	const struct json *properties = monica_properties(contact);

	records_list(monica->reading->records, "relations");
	for (; tie; tie = tie->next) {
		const struct json *what = monica_properties(tie);
		if (json_says(what, "of_contact", uuid))
			monica_say_tie(monica, monica_tie(json_text_at(what, "type")),
				json_text_at(what, "contact_is"));
	}
	if (json_text_at(properties, "first_met_through"))
		monica_say_tie(
			monica, "introduced-by", json_text_at(properties, "first_met_through"));
	records_close_list(monica->reading->records);
}

/* Its description, and the notes on it. */
static void monica_say_note(struct records *records, const struct json *contact)
{
	const struct json *note = monica_values(json_get(contact, "data"), "note", "notes");
	const char *about = json_text_at(monica_properties(contact), "description");
	struct strbuf all = STRBUF_INIT;

	strbuf_add(&all, about ? about : "");
	for (; note; note = note->next) {
		const char *body = json_text_at(monica_properties(note), "body");
		if (body && *body)
			strbuf_add_format(&all, "%s%s", all.len ? "\n\n" : "", body);
	}
	own_field(records, "note", all.data);
	strbuf_fini(&all);
}

static void monica_say_tags(struct records *records, const struct json *properties)
{
	const struct json *tag = json_first(properties, "tags");

	records_list(records, "tags");
	for (; tag; tag = tag->next)
		records_text(records, NULL, tag->text ? tag->text : json_text_at(tag, "name"));
	records_close_list(records);
}

static void monica_say_fields(struct records *records, const struct json *properties)
{
	static const struct {
		const char *monica, *own;
	} fields[] = { { "first_name", "given" }, { "middle_name", "additional" },
		{ "last_name", "family" }, { "nickname", "nickname" },
		{ "company", "organization" }, { "job", "title" },
		{ "first_met_additional_info", "met" } };
	const char *met_on = json_text_at(json_get(properties, "first_met_date"), "date");
	int64_t cadence;

	for (size_t i = 0; i < sizeof fields / sizeof *fields; i++)
		own_field(records, fields[i].own, json_text_at(properties, fields[i].monica));
	if (met_on && strlen(met_on) >= 10)
		records_bytes(records, "met_on", met_on, 10);
	if (json_number_at(properties, "stay_in_touch_frequency", &cadence) && cadence > 0)
		records_number(records, "cadence", cadence);
}

/* Who has died or was archived there is in no queue any more. */
static void monica_say_let_go(struct records *records, const struct json *contact, const char *uid)
{
	const struct json *properties = monica_properties(contact);
	const struct json *is_active = json_get(properties, "is_active");
	const char *day = json_text_at(json_get(properties, "deceased_date"), "date");

	if (!json_is_true(properties, "is_dead") && !(is_active && is_active->kind == JSON_FALSE))
		return;
	if (!day || strlen(day) < 10)
		day = json_text_at(contact, "updated_at");
	if (!day || strlen(day) < 10)
		return;
	records_open(records, NULL);
	records_open(records, "event");
	records_text(records, "contact", uid);
	records_text(records, "kind", "let-go");
	records_bytes(records, "day", day, 10);
	own_close(records);
}

void monica_say_contact(const struct monica *monica, const struct json *contact)
{
	struct records *records = monica->reading->records;
	const struct json *properties = monica_properties(contact);
	const char *uuid = json_text_at(contact, "uuid");
	char *name = monica_name(contact), *uid = monica_uid(uuid ? uuid : "");

	if (uuid && *name) {
		own_contact_open(records, uid, name);
		monica_say_fields(records, properties);
		monica_say_note(records, contact);
		monica_say_channels(monica, contact);
		monica_say_dates(records, contact);
		monica_say_ties(monica, contact, uuid);
		monica_say_tags(records, properties);
		own_close(records);
		monica_say_let_go(records, contact, uid);
	}
	free(name);
	free(uid);
}
