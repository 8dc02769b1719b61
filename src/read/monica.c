/* Monica 4, exported as JSON: what was said and done with whom, and what there is to do.
 * Not here: the people's cards (monica_contact.c). */
#include "read/monica.h"

#include "filo/base/i18n.h"
#include "filo/base/memory.h"
#include "filo/base/number_map.h"
#include "filo/base/strbuf.h"
#include "read/own.h"
#include "read/words.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

enum { DAY_SECONDS = 86400, DAY_BEGINS_SECONDS = 4 * 3600 };

static bool monica_recognises(struct stream *stream)
{
	return json_head_begins(stream) == '{' &&
	       json_head_says(stream, "version", "1.0-preview.1");
}

const struct json *monica_values(const struct json *data, const char *type, const char *plural)
{
	for (const struct json *part = data ? data->child : NULL; part; part = part->next) {
		bool is_it = json_says(part, "type", type) || json_says(part, "type", plural);
		if (is_it && json_get(part, "values"))
			return json_first(part, "values");
	}
	return NULL;
}

const struct json *monica_properties(const struct json *value)
{
	return json_get(value, "properties");
}

const struct json *monica_find(const struct json *first, const char *uuid)
{
	while (first && !json_says(first, "uuid", uuid))
		first = first->next;
	return first;
}

const struct json *monica_contact(const struct monica *monica, const char *uuid)
{
	return monica_find(
		monica_values(json_get(monica->account, "data"), "contact", "contacts"), uuid);
}

bool monica_is_partial(const struct json *contact)
{
	return json_is_true(monica_properties(contact), "is_partial");
}

/* A moment as the local day and minute, -1 for the day only: midnight UTC is no time. */
struct monica_moment {
	char day[11]; /* YYYY-MM-DD */
	int minute;
	int64_t contact_day; /* since 1970, a day ending at four */
};

static int64_t monica_days(time_t seconds)
{
	return seconds >= 0 ? seconds / DAY_SECONDS : -1 - (-1 - seconds) / DAY_SECONDS;
}

static bool monica_moment(const char *text, struct monica_moment *moment)
{
	struct tm utc = { 0 }, local;
	int seconds = 0;

	if (!text || sscanf(text, "%4d-%2d-%2d%*1[T ]%2d:%2d:%2d", &utc.tm_year, &utc.tm_mon,
			     &utc.tm_mday, &utc.tm_hour, &utc.tm_min, &seconds) < 3)
		return false;
	utc.tm_year -= 1900;
	utc.tm_mon -= 1;
	if (utc.tm_mon < 0 || utc.tm_mon > 11 || utc.tm_mday < 1 || utc.tm_mday > 31)
		return false;
	time_t when = timegm(&utc);
	bool has_time = utc.tm_hour || utc.tm_min || seconds;
	if (has_time)
		localtime_r(&when, &local);
	else
		gmtime_r(&when, &local);
	moment->minute = has_time ? local.tm_hour * 60 + local.tm_min : -1;
	moment->contact_day =
		monica_days(when + (has_time ? local.tm_gmtoff + seconds - DAY_BEGINS_SECONDS : 0));
	return strftime(moment->day, sizeof moment->day, "%Y-%m-%d", &local) == 10;
}

/* The first line of a text is its summary; all of it the body, when there is more. */
static void monica_part(const char *text, char **summary, const char **body)
{
	size_t len = text ? strcspn(text, "\r\n") : 0;

	*summary = memory_copy_bytes(text ? text : "", len);
	*body = text && text[len] ? text : NULL;
}

static void monica_say_with(
	const struct monica *monica, const struct json *contact, bool is_mention)
{
	const char *uuid = json_text_at(contact, "uuid");
	char *name = monica_name(contact), *uid = monica_uid(uuid ? uuid : "");

	own_participant(monica->reading->records, uid, name, is_mention);
	free(name);
	free(uid);
}

/* Ends an entry with one person. */
static void monica_end_entry(
	const struct monica *monica, const struct json *contact, bool is_mention)
{
	struct records *records = monica->reading->records;

	records_list(records, "participants");
	monica_say_with(monica, contact, is_mention);
	records_close_list(records);
	own_close(records);
}

static void monica_take_call(
	const struct monica *monica, const struct json *contact, const struct json *call)
{
	const struct json *properties = monica_properties(call);
	struct monica_moment moment;
	char *summary;
	const char *body;

	if (!monica_moment(json_text_at(properties, "called_at"), &moment)) {
		records_problem(monica->reading->records, N_("no date"), 0);
		return;
	}
	monica_part(json_text_at(properties, "content"), &summary, &body);
	own_entry_open(monica->reading->records,
		&(struct own_entry){ .day = moment.day,
			.minute = moment.minute,
			.medium = "call",
			.direction = json_is_true(properties, "contact_called") ? "them" : "me",
			.summary = summary,
			.body = body,
			.source = "monica",
			.source_id = json_text_at(call, "uuid") });
	monica_end_entry(monica, contact, false);
	free(summary);
}

/* One contact day of a conversation. */
struct monica_day {
	struct monica_moment first;
	bool is_mine; /* the first of them */
	int64_t count_me, count_them;
	struct strbuf body;
};

static void monica_say_day(const struct monica *monica, const struct json *contact,
	const struct json *conversation, struct monica_day *day)
{
	struct records *records = monica->reading->records;
	const char *uuid = json_text_at(conversation, "uuid");
	struct strbuf id = STRBUF_INIT;

	if (!day->count_me && !day->count_them)
		return;
	const time_t counted = (time_t)(day->first.contact_day * DAY_SECONDS);
	char contact_day[11] = "";
	struct tm date;

	/* Not the calendar's: the small hours of one are the end of the day before. */
	if (gmtime_r(&counted, &date))
		strftime(contact_day, sizeof contact_day, "%Y-%m-%d", &date);
	strbuf_add_format(&id, "%s/%s", uuid ? uuid : "", contact_day);
	own_entry_open(records, &(struct own_entry){ .day = day->first.day,
					.minute = day->first.minute,
					.medium = "message",
					.direction = day->is_mine ? "me" : "them",
					.body = day->body.data,
					.source = "monica",
					.source_id = id.data });
	records_number(records, "count_me", day->count_me);
	records_number(records, "count_them", day->count_them);
	monica_end_entry(monica, contact, false);
	strbuf_fini(&id);
	strbuf_clear(&day->body);
	day->count_me = day->count_them = 0;
}

static void monica_add_message(struct monica_day *day, const struct json *message, const char *name)
{
	const struct json *properties = monica_properties(message);
	const char *content = json_text_at(properties, "content");
	bool is_mine = json_is_true(properties, "written_by_me");

	day->count_me += is_mine;
	day->count_them += !is_mine;
	if (content && *content)
		strbuf_add_format(&day->body, "%s%s: %s", day->body.len ? "\n" : "",
			is_mine ? "me" : name, content);
}

static void monica_take_conversation(
	const struct monica *monica, const struct json *contact, const struct json *conversation)
{
	const struct json *properties = monica_properties(conversation);
	const struct json *message = json_first(properties, "messages");
	struct monica_day now = { .body = STRBUF_INIT };
	struct monica_moment next;
	char *name = monica_name(contact);

	for (; message; message = message->next) {
		const char *written = json_text_at(monica_properties(message), "written_at");
		if (!written)
			written = json_text_at(properties, "happened_at");
		if (!monica_moment(written, &next)) {
			records_problem(monica->reading->records, N_("no date"), 0);
			continue;
		}
		if (next.contact_day != now.first.contact_day)
			monica_say_day(monica, contact, conversation, &now);
		if (!now.count_me && !now.count_them) {
			now.first = next;
			now.is_mine = json_is_true(monica_properties(message), "written_by_me");
		}
		monica_add_message(&now, message, name);
	}
	monica_say_day(monica, contact, conversation, &now);
	strbuf_fini(&now.body);
	free(name);
}

/* What is told of somebody is a mention; a gift is one with what was given. */
static void monica_take_life_event(
	const struct monica *monica, const struct json *contact, const struct json *event)
{
	const struct json *properties = monica_properties(event);
	struct monica_moment moment;

	if (!monica_moment(json_text_at(properties, "happened_at"), &moment)) {
		records_problem(monica->reading->records, N_("no date"), 0);
		return;
	}
	own_entry_open(
		monica->reading->records, &(struct own_entry){ .day = moment.day,
						  .minute = -1,
						  .summary = json_text_at(properties, "name"),
						  .body = json_text_at(properties, "note"),
						  .source = "monica",
						  .source_id = json_text_at(event, "uuid") });
	monica_end_entry(monica, contact, true);
}

static void monica_take_gift(
	const struct monica *monica, const struct json *contact, const struct json *gift)
{
	struct records *records = monica->reading->records;
	const struct json *properties = monica_properties(gift);
	bool is_given = json_says(properties, "status", "offered") ||
			json_says(properties, "status", "given");
	struct monica_moment moment;

	if ((!is_given && !json_says(properties, "status", "received")) ||
		!monica_moment(json_text_at(properties, "date"), &moment)) {
		records_left_out(records, N_("gifts without a date, and ideas for gifts"), 1);
		return;
	}
	own_entry_open(records, &(struct own_entry){ .day = moment.day,
					.minute = -1,
					.summary = json_text_at(properties, "name"),
					.body = json_text_at(properties, "comment"),
					.source = "monica",
					.source_id = json_text_at(gift, "uuid") });
	records_one(records, is_given ? "given" : "received", "gift");
	monica_end_entry(monica, contact, true);
}

static void monica_say_followup(const struct monica *monica, const struct json *contact,
	const struct json *value, const char *due, const char *done)
{
	struct records *records = monica->reading->records;
	const char *title = json_text_at(monica_properties(value), "title");
	const char *made = json_text_at(value, "created_at"), *uuid = json_text_at(contact, "uuid");

	if (!title || !uuid)
		return;
	char *uid = monica_uid(uuid);
	records_open(records, NULL);
	records_open(records, "followup");
	records_text(records, "contact", uid);
	records_text(records, "kind", "mine");
	records_text(records, "text", title);
	if (due && strlen(due) >= 10)
		records_bytes(records, "due", due, 10);
	if (made && strlen(made) >= 10)
		records_bytes(records, "made_on", made, 10);
	if (done && strlen(done) >= 10)
		records_bytes(records, "done_on", done, 10);
	own_close(records);
	free(uid);
}

static void monica_take_task(
	const struct monica *monica, const struct json *contact, const struct json *task)
{
	const struct json *properties = monica_properties(task);
	const char *done = json_text_at(properties, "completed_at");

	if (json_is_true(properties, "completed") && (!done || !*done))
		done = json_text_at(task, "updated_at");
	monica_say_followup(monica, contact, task, NULL, done);
}

/* What recurs every year is a date of the card; what comes once is something to do, if it still
 * comes. */
static void monica_take_reminder(
	const struct monica *monica, const struct json *contact, const struct json *reminder)
{
	const struct json *properties = monica_properties(reminder);
	const char *due = json_text_at(properties, "initial_date");
	time_t now = (time_t)(monica->reading->now_ms / 1000);
	char today[11];
	struct tm local;

	if (json_says(properties, "frequency_type", "year"))
		return;
	strftime(today, sizeof today, "%Y-%m-%d", localtime_r(&now, &local));
	if (!due)
		records_left_out(monica->reading->records, N_("reminders without a date"), 1);
	else if (!json_is_true(properties, "inactive") && strncmp(due, today, 10) >= 0)
		monica_say_followup(monica, contact, reminder, due, NULL);
	else
		records_left_out(monica->reading->records, N_("reminders that are over"), 1);
}

/* Whether a contact takes part in an activity, which stands there as an uuid or whole. */
static bool monica_takes_part(const struct json *contact, const char *uuid)
{
	const struct json *part =
		monica_values(json_get(contact, "data"), "activity", "activities");

	for (; part; part = part->next) {
		const char *own = part->text ? part->text : json_text_at(part, "uuid");
		if (own && strcmp(own, uuid) == 0)
			return true;
	}
	return false;
}

static void monica_say_activity(const struct monica *monica, const struct json *activity)
{
	struct records *records = monica->reading->records;
	const struct json *properties = monica_properties(activity);
	const char *uuid = json_text_at(activity, "uuid");
	const struct json *contact =
		monica_values(json_get(monica->account, "data"), "contact", "contacts");
	struct monica_moment moment;

	if (!uuid || !monica_moment(json_text_at(properties, "happened_at"), &moment)) {
		records_problem(records, N_("no date"), 0);
		return;
	}
	own_entry_open(records, &(struct own_entry){ .day = moment.day,
					.minute = moment.minute,
					.medium = "other",
					.summary = json_text_at(properties, "summary"),
					.body = json_text_at(properties, "description"),
					.source = "monica",
					.source_id = uuid });
	records_list(records, "participants");
	for (; contact; contact = contact->next)
		if (!monica_is_partial(contact) && monica_takes_part(contact, uuid))
			monica_say_with(monica, contact, false);
	records_close_list(records);
	own_close(records);
}

/* Each once, however many take part. */
static void monica_take_activity(
	const struct monica *monica, const struct json *part, struct number_map *said)
{
	const char *uuid = part->text ? part->text : json_text_at(part, "uuid");
	const struct json *activity = part;

	if (part->text)
		activity = monica_find(
			monica_values(json_get(monica->account, "data"), "activity", "activities"),
			uuid);
	if (!uuid || !number_map_add(said, words_hash(0, uuid)))
		return;
	if (activity && monica_properties(activity))
		monica_say_activity(monica, activity);
	else
		records_problem(monica->reading->records,
			N_("an activity that the export does not hold"), 0);
}

static void monica_take_contact_data(
	const struct monica *monica, const struct json *contact, struct number_map *activities)
{
	static const struct {
		const char *type, *plural;
		void (*take)(const struct monica *monica, const struct json *contact,
			const struct json *value);
	} kinds[] = { { "call", "calls", monica_take_call },
		{ "conversation", "conversations", monica_take_conversation },
		{ "life_event", "life_events", monica_take_life_event },
		{ "gift", "gifts", monica_take_gift }, { "task", "tasks", monica_take_task },
		{ "reminder", "reminders", monica_take_reminder } };
	static const char *const not_taken[][2] = { { "photo", "photos" },
		{ "document", "documents" }, { "debt", "debts" }, { "pet", "pets" } };
	const struct json *data = json_get(contact, "data"), *value;

	for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
		for (value = monica_values(data, kinds[i].type, kinds[i].plural); value;
			value = value->next)
			kinds[i].take(monica, contact, value);
	for (size_t i = 0; i < sizeof not_taken / sizeof *not_taken; i++)
		for (value = monica_values(data, not_taken[i][0], not_taken[i][1]); value;
			value = value->next)
			records_left_out(monica->reading->records,
				N_("photos, documents, debts and pets"), 1);
	for (value = monica_values(data, "activity", "activities"); value; value = value->next)
		monica_take_activity(monica, value, activities);
}

static void monica_read(struct reading *reading, struct stream *stream)
{
	const struct json *all = json_parse_stream(reading, stream);
	struct monica monica = { .reading = reading,
		.account = json_get(all, "account"),
		.instance = json_get(json_get(all, "account"), "instance") };
	const struct json *data = json_get(monica.account, "data"), *contact;
	struct number_map activities = { .is_set = true };

	records_source(reading->records, "monica", stream->name);
	for (contact = monica_values(data, "contact", "contacts"); contact; contact = contact->next)
		if (!monica_is_partial(contact))
			monica_say_contact(&monica, contact);
	for (contact = monica_values(data, "contact", "contacts"); contact; contact = contact->next)
		if (!monica_is_partial(contact))
			monica_take_contact_data(&monica, contact, &activities);
	number_map_fini(&activities);
	json_forget();
}

const struct format monica_format = {
	.name = "monica", .recognises = monica_recognises, .read = monica_read
};
