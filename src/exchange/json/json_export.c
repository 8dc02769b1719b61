/* Everything as one JSON object:
 *
 *   { "filo": 1,
 *     "circles": [{"name", "cadence"}],
 *     "contacts": [{what people/contact_field.h has with a column of its own, each by its key,
 *       "channels": [{"kind", "value", "label", "preferred"}], "tags": [],
 *       "dates": [{"kind": "birthday|anniversary|other|death", "year", "month", "day", "label",
 *         "remember"}],
 *       "relations": [{"kind", "uid"} or {"kind", "name"}], "kept": [vCard lines],
 *       "sources": [{"source", "marks"}]}],
 *     "conversations": [{"day", "precision": "time|day|month|season|year", "minute", "medium",
 *       "direction": "me|them|both", "feeling", "awaits_reply", "given": [], "received": [],
 *       "summary", "body", "source", "source_id", "count_me", "count_them", "seconds", "touched",
 *       "participants": [{"uid", "name", "mention"}]}],
 *     "followups": [{"contact": uid, "kind": "ask|mine|theirs", "text", "due", "made_on",
 *       "done_on"}],
 *     "events": [{"contact": uid, "kind", "day", "until"}],
 *     "absences": [{"contact": uid, none for one's own, "from", "to"}],
 *     "seen": [{"kind", "key", "name", "address", "contact": uid, "ignored", "me", "days":
 * [{"contact_day", "source", "medium", "day", "minute", "direction", "count_me", "count_them",
 * "seconds"}]}], "forgotten": [{"source", "source_id"}],
 *     "views": [{"name", "pane", "order", "limit"}] }
 *
 * What is not known or empty is left out. Days are "YYYY-MM-DD"; minutes count from midnight.
 * Contacts come before what names them by UID; events come after the log, which wakes who rests.
 * Not here: reading it back (import/import_json.c). */
#include "exchange/json/json_export.h"

#include "exchange/format_words.h"
#include "filo/exchange/json_write.h"
#include "filo/people/absence.h"
#include "filo/people/contact_field.h"
#include "filo/people/contact_state.h"
#include "filo/people/followup.h"
#include "filo/store/absences.h"
#include "filo/store/conversations.h"
#include "filo/store/events.h"
#include "filo/store/followups.h"
#include "filo/store/saved_views.h"
#include "filo/store/seen.h"
#include "filo/store/sources.h"

static void put_text(struct json_writer *json, const char *key, const char *text)
{
	if (!text || !*text)
		return;
	json_put_string(json, key, text);
}

static void json_export_put_number(
	struct json_writer *json, const char *key, int64_t number, int64_t missing)
{
	if (number == missing)
		return;
	json_put_int(json, key, number);
}

static void json_export_put_day(struct json_writer *json, const char *key, day_number day)
{
	if (day == DAY_NONE)
		return;
	json_put_day(json, key, day);
}

static void put_true(struct json_writer *json, const char *key, bool is_so)
{
	if (!is_so)
		return;
	json_put_bool(json, key, true);
}

/* Opens an array when it will hold anything. */
static bool json_export_open_list(struct json_writer *json, const char *key, size_t count)
{
	if (!count)
		return false;
	json_key(json, key);
	json_array_open(json);
	return true;
}

static void json_export_put_channels(struct json_writer *json, const struct contact *contact)
{
	struct channel *channel;

	if (!json_export_open_list(json, "channels", contact->channels.count))
		return;
	VECTOR_EACH (channel, &contact->channels) {
		json_object_open(json);
		put_text(json, "kind", channel_kind_name(channel->kind));
		put_text(json, "value", channel->value);
		put_text(json, "label", channel->label);
		put_true(json, "preferred", channel->is_preferred);
		json_object_close(json);
	}
	json_array_close(json);
}

static void json_export_put_dates(struct json_writer *json, const struct contact *contact)
{
	struct yearly_date *date;

	if (!json_export_open_list(json, "dates", contact->dates.count))
		return;
	VECTOR_EACH (date, &contact->dates) {
		json_object_open(json);
		put_text(json, "kind", format_words_yearly_name(date->kind));
		json_export_put_number(json, "year", date->date.year, 0);
		json_export_put_number(json, "month", date->date.month, 0);
		json_export_put_number(json, "day", date->date.day, 0);
		put_text(json, "label", date->label);
		json_export_put_number(json, "remember", date->is_remembered, 0);
		json_object_close(json);
	}
	json_array_close(json);
}

static void json_export_put_relations(
	struct exporting *exporting, struct json_writer *json, const struct contact *contact)
{
	struct relation *relation;

	if (!json_export_open_list(json, "relations", contact->relations.count))
		return;
	VECTOR_EACH (relation, &contact->relations) {
		json_object_open(json);
		put_text(json, "kind", relation_kind_name(relation->kind));
		const char *uid = relation->other ? exporting_uid(exporting, relation->other)
						  : relation_uid(relation->name);
		put_text(json, uid ? "uid" : "name", uid ? uid : relation->name);
		json_object_close(json);
	}
	json_array_close(json);
}

static void put_lists(struct json_writer *json, const struct contact *contact)
{
	struct kept_property *kept;
	char **tag;

	if (json_export_open_list(json, "tags", contact->tags.count)) {
		VECTOR_EACH (tag, &contact->tags)
			json_string(json, *tag);
		json_array_close(json);
	}
	if (json_export_open_list(json, "kept", contact->kept.count)) {
		VECTOR_EACH (kept, &contact->kept)
			json_string(json, kept->line);
		json_array_close(json);
	}
}

static void put_fields(
	struct exporting *exporting, struct json_writer *json, const struct contact *contact)
{
	CONTACT_FIELD_EACH (field) {
		const struct contact_field_row *row = contact_field(field);
		if (row->type == TYPE_TEXT)
			put_text(json, row->key, *contact_field_text(contact, field));
		else if (row->type == TYPE_DAY)
			json_export_put_day(json, row->key, *contact_field_day(contact, field));
		else if (row->type == TYPE_CADENCE)
			json_export_put_number(json, row->key, contact->cadence_days, 0);
		else if (row->type == TYPE_CIRCLE)
			put_text(json, row->key, exporting_circle(exporting, contact->circle));
	}
}

struct sources_list {
	struct json_writer *json;
	size_t count;
};

static enum status put_source(
	void *context, contact_id id, const char *source, const char *marks, struct error *err)
{
	struct sources_list *list = context;

	(void)id;
	(void)err;
	if (!list->count++)
		json_export_open_list(list->json, "sources", 1);
	json_object_open(list->json);
	put_text(list->json, "source", source);
	put_text(list->json, "marks", marks);
	json_object_close(list->json);
	return STATUS_OK;
}

static enum status json_export_put_contact(
	struct exporting *exporting, const struct contact *contact, struct error *err)
{
	struct json_writer *json = exporting->format;
	struct sources_list list = { .json = json };
	enum status status;

	json_line(json);
	json_object_open(json);
	put_fields(exporting, json, contact);
	json_export_put_channels(json, contact);
	json_export_put_dates(json, contact);
	json_export_put_relations(exporting, json, contact);
	put_lists(json, contact);
	status = source_walk(exporting->store, contact->id, put_source, &list, err);
	if (list.count)
		json_array_close(json);
	json_object_close(json);
	return status;
}

static void put_exchanges(struct json_writer *json, const char *key, unsigned bits)
{
	if (!json_export_open_list(json, key, bits))
		return;
	for (int kind = 0; kind < EXCHANGE_KINDS; kind++)
		if (bits & 1u << kind)
			json_string(json, exchange_name((enum exchange_kind)kind));
	json_array_close(json);
}

static void put_participants(struct exporting *exporting, struct json_writer *json,
	const struct conversation *conversation)
{
	struct participant *participant;

	if (!json_export_open_list(json, "participants", conversation->participants.count))
		return;
	VECTOR_EACH (participant, &conversation->participants) {
		json_object_open(json);
		put_text(json, "uid", exporting_uid(exporting, participant->id));
		put_text(json, "name", participant->name);
		put_true(json, "mention", participant->is_mention);
		json_object_close(json);
	}
	json_array_close(json);
}

static void json_export_put_tally(struct json_writer *json, const struct tally *tally)
{
	bool is_counted = tally->from_me || tally->from_them;

	json_export_put_number(json, "count_me", tally->from_me, is_counted ? -1 : 0);
	json_export_put_number(json, "count_them", tally->from_them, is_counted ? -1 : 0);
	json_export_put_number(json, "seconds", tally->seconds, 0);
}

static enum status put_conversation(
	void *context, const struct conversation *conversation, struct error *err)
{
	struct exporting *exporting = context;
	struct json_writer *json = exporting->format;

	(void)err;
	json_line(json);
	json_object_open(json);
	json_export_put_day(json, "day", conversation->day);
	put_text(json, "precision", format_words_precision_name(conversation->precision));
	json_export_put_number(json, "minute", conversation->minute, -1);
	if (conversation->medium != MEDIUM_NONE)
		put_text(json, "medium", medium_name(conversation->medium));
	put_text(json, "direction", format_words_direction_name(conversation->direction));
	json_export_put_number(json, "feeling", conversation->feeling, FEELING_NONE);
	put_true(json, "awaits_reply", conversation->awaits_reply);
	put_exchanges(json, "given", conversation->exchanges.given);
	put_exchanges(json, "received", conversation->exchanges.received);
	put_text(json, "summary", conversation->summary);
	put_text(json, "body", conversation->body);
	put_text(json, "source", conversation->source);
	put_text(json, "source_id", conversation->source_id);
	json_export_put_tally(json, &conversation->tally);
	put_true(json, "touched", conversation->is_touched);
	put_participants(exporting, json, conversation);
	json_object_close(json);
	return STATUS_OK;
}

static enum status json_export_put_followups(
	struct exporting *exporting, const struct export_person *person, struct error *err)
{
	struct json_writer *json = exporting->format;
	struct vector followups = VECTOR_INIT(struct followup);
	struct followup *followup;
	enum status status = followup_list(exporting->store, person->id, true, &followups, err);

	VECTOR_EACH (followup, &followups) {
		json_line(json);
		json_object_open(json);
		put_text(json, "contact", person->uid);
		put_text(json, "kind", followup_kind_name(followup->kind));
		put_text(json, "text", followup->text);
		json_export_put_day(json, "due", followup->due);
		json_export_put_day(json, "made_on", followup->made_on);
		json_export_put_day(json, "done_on", followup->done_on);
		json_object_close(json);
		followup_fini(followup);
	}
	vector_fini(&followups);
	return status;
}

static enum status put_events(
	struct exporting *exporting, const struct export_person *person, struct error *err)
{
	struct json_writer *json = exporting->format;
	struct vector events = VECTOR_INIT(struct event);
	struct event *event;
	enum status status = event_list(exporting->store, person->id, &events, err);

	VECTOR_EACH (event, &events) {
		json_line(json);
		json_object_open(json);
		put_text(json, "contact", person->uid);
		put_text(json, "kind", event_kind_name(event->kind));
		json_export_put_day(json, "day", event->day);
		json_export_put_day(json, "until", event->until);
		json_object_close(json);
	}
	vector_fini(&events);
	return status;
}

static enum status put_absences(struct exporting *exporting, struct error *err)
{
	struct json_writer *json = exporting->format;
	struct vector absences = VECTOR_INIT(struct absence);
	struct absence *absence;
	enum status status = absence_list(exporting->store, &absences, err);

	VECTOR_EACH (absence, &absences) {
		json_line(json);
		json_object_open(json);
		if (absence->contact)
			put_text(json, "contact", exporting_uid(exporting, absence->contact));
		json_export_put_day(json, "from", absence->from);
		json_export_put_day(json, "to", absence->to);
		json_object_close(json);
		absence_fini(absence);
	}
	vector_fini(&absences);
	return status;
}

static void open_section(struct json_writer *json, const char *key)
{
	json_line(json);
	json_key(json, key);
	json_array_open(json);
}

static void put_circles(struct exporting *exporting, struct json_writer *json)
{
	struct circle *circle;

	open_section(json, "circles");
	VECTOR_EACH (circle, &exporting->circles) {
		json_line(json);
		json_object_open(json);
		put_text(json, "name", circle->name);
		json_export_put_number(json, "cadence", circle->cadence_days, 0);
		json_object_close(json);
	}
	json_array_close(json);
}

static enum status put_seen_day(void *context, const struct seen_day *day, struct error *err)
{
	struct json_writer *json = context;

	(void)err;
	json_object_open(json);
	json_export_put_day(json, "contact_day", day->contact_day);
	put_text(json, "source", day->source);
	put_text(json, "medium", medium_name(day->medium));
	json_export_put_day(json, "day", day->tally.day);
	json_export_put_number(json, "minute", day->tally.minute, -1);
	put_text(json, "direction", format_words_direction_name(day->tally.direction));
	json_export_put_tally(json, &day->tally.tally);
	json_object_close(json);
	return STATUS_OK;
}

static enum status put_seen(void *context, const struct seen *seen, struct error *err)
{
	struct exporting *exporting = context;
	struct json_writer *json = exporting->format;

	json_line(json);
	json_object_open(json);
	put_text(json, "kind", seen->kind);
	put_text(json, "key", seen->key);
	put_text(json, "name", seen->name);
	put_text(json, "address", seen->address);
	if (seen->contact)
		put_text(json, "contact", exporting_uid(exporting, seen->contact));
	put_true(json, "ignored", seen->is_ignored);
	put_true(json, "me", seen->is_me);
	json_key(json, "days");
	json_array_open(json);
	enum status status = seen_day_walk(exporting->store, seen->id, put_seen_day, json, err);
	json_array_close(json);
	json_object_close(json);
	return status;
}

static enum status put_forgotten(
	void *context, const char *source, const char *source_id, struct error *err)
{
	struct json_writer *json = context;

	(void)err;
	json_line(json);
	json_object_open(json);
	put_text(json, "source", source);
	put_text(json, "source_id", source_id);
	json_object_close(json);
	return STATUS_OK;
}

static enum status put_views(
	const struct exporting *exporting, struct json_writer *json, struct error *err)
{
	struct vector views = VECTOR_INIT(struct saved_view);
	enum status status = saved_view_list(exporting->store, &views, err);
	const struct saved_view *view;

	VECTOR_EACH (view, &views) {
		json_line(json);
		json_object_open(json);
		put_text(json, "name", view->name);
		put_text(json, "pane", view->pane);
		put_text(json, "order", contact_order_name(view->order));
		put_text(json, "limit", view->typed);
		json_object_close(json);
	}
	VECTOR_FINI(struct saved_view, &views, saved_view_fini);
	return status;
}

static enum status put_all(struct exporting *exporting, struct json_writer *json, struct error *err)
{
	enum status status;

	put_circles(exporting, json);
	open_section(json, "contacts");
	status = exporting_each_contact(exporting, json_export_put_contact, err);
	json_array_close(json);
	open_section(json, "conversations");
	if (status == STATUS_OK)
		status = conversation_walk(exporting->store, put_conversation, exporting, err);
	json_array_close(json);
	open_section(json, "followups");
	if (status == STATUS_OK)
		status = exporting_each_person(exporting, json_export_put_followups, err);
	json_array_close(json);
	open_section(json, "events");
	if (status == STATUS_OK)
		status = exporting_each_person(exporting, put_events, err);
	json_array_close(json);
	open_section(json, "absences");
	if (status == STATUS_OK)
		status = put_absences(exporting, err);
	json_array_close(json);
	open_section(json, "seen");
	if (status == STATUS_OK)
		status = seen_walk(exporting->store, put_seen, exporting, err);
	json_array_close(json);
	open_section(json, "forgotten");
	if (status == STATUS_OK)
		status = conversation_walk_forgotten(exporting->store, put_forgotten, json, err);
	json_array_close(json);
	open_section(json, "views");
	if (status == STATUS_OK)
		status = put_views(exporting, json, err);
	json_array_close(json);
	return status;
}

enum status json_export(struct exporting *exporting, struct error *err)
{
	struct json_writer *json = json_begin(exporting->out);
	enum status status, written;

	exporting->format = json;
	json_object_open(json);
	json_put_int(json, "filo", JSON_FORMAT_VERSION);
	status = put_all(exporting, json, err);
	json_object_close(json);
	written = json_end(json, err);
	return status == STATUS_OK ? written : status;
}
