/* filo's own JSON (its shape: json_export.c) back into a database: into an empty one as it was,
 * into any other by UID, adding what is not there. Not here: parsing (json_read.c). */
#include "exchange/import/import_json.h"

#include "exchange/csv/csv_cells.h"
#include "exchange/doubts.h"
#include "exchange/format_words.h"
#include "exchange/import/import_entries.h"
#include "exchange/import/import_people.h"
#include "exchange/import/import_present.h"
#include "exchange/import/import_views.h"
#include "exchange/import/repeated.h"
#include "exchange/json/json_read.h"
#include "exchange/vcard/vcard_date.h"
#include "filo/base/ascii.h"
#include "filo/base/fold.h"
#include "filo/base/i18n.h"
#include "filo/base/memory.h"
#include "filo/people/absence.h"
#include "filo/people/contact_field.h"
#include "filo/people/contact_state.h"
#include "filo/people/followup.h"
#include "filo/people/sameness.h"
#include "filo/store/absences.h"
#include "filo/store/contacts.h"
#include "filo/store/conversations.h"
#include "filo/store/events.h"
#include "filo/store/followups.h"
#include "filo/store/seen.h"
#include "filo/store/sources.h"

#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static day_number day_in(const struct json_value *object, const char *key)
{
	const char *iso = json_text(object, key);
	day_number day = DAY_NONE;

	if (iso)
		date_parse_iso(iso, &day);
	return day;
}

static contact_id find_uid(const struct importing *importing, const char *uid)
{
	contact_id id;

	return uid && person_index_find(&importing->people, BY_UID, uid, &id, 1) ? id : 0;
}

static bool uid_is_in_trash(const struct importing *importing, const char *uid)
{
	contact_id id;

	return uid && !find_uid(importing, uid) &&
	       person_index_find(&importing->people, BY_TRASHED_UID, uid, &id, 1);
}

static bool was_here(const struct importing *importing, contact_id id)
{
	return id <= importing->people.newest;
}

/* Circles: in an empty address book they become those of the file. */
static enum status import_json_read_circle(struct importing *importing,
	const struct json_value *element, int64_t line, struct error *err)
{
	struct circle circle = { .name = (char *)json_text(element, "name"),
		.cadence_days = (int)json_number(element, "cadence", 0) };

	if (!circle.name)
		return STATUS_OK;
	circle.id = import_present_circle(importing, circle.name, err);
	if (circle.id && importing->people.newest)
		return STATUS_OK;
	enum status status = import_present_save_circle(importing, &circle, err);
	/* Its people come without it. */
	return status != STATUS_INVALID
		       ? status
		       : importing_problem(importing, line, true, err ? err->message : "", err);
}

static void read_channels(struct contact *contact, const struct json_value *element)
{
	const struct json_value *item;

	VECTOR_EACH (item, json_elements(element, "channels")) {
		const char *value = json_text(item, "value"), *kind_name = json_text(item, "kind");
		enum channel_kind kind;
		if (value && kind_name && channel_kind_parse(kind_name, &kind))
			contact_add_channel(contact, kind, value, json_text(item, "label"),
				json_number(item, "preferred", 0));
	}
}

static void import_json_read_dates(struct contact *contact, const struct json_value *element)
{
	const struct json_value *item;

	VECTOR_EACH (item, json_elements(element, "dates")) {
		struct civil_date date = { (int)json_number(item, "year", 0),
			(int)json_number(item, "month", 0), (int)json_number(item, "day", 0) };
		enum yearly_kind kind;
		if (date_is_possible(date) &&
			format_words_yearly_parse(json_text(item, "kind"), &kind))
			contact_add_date(contact, kind, date, json_text(item, "label"))
				->is_remembered = json_number(item, "remember", 0);
	}
}

static void read_relations(struct contact *contact, const struct json_value *element)
{
	const struct json_value *item;

	VECTOR_EACH (item, json_elements(element, "relations")) {
		const char *kind = json_text(item, "kind"), *uid = json_text(item, "uid");
		struct strbuf name = STRBUF_INIT;
		struct relation relation = { 0 };
		if (!kind || !relation_kind_parse(kind, &relation.kind))
			continue;
		if (uid)
			strbuf_add_format(&name, "urn:uid:%s", uid);
		else if (json_text(item, "name"))
			strbuf_add(&name, json_text(item, "name"));
		relation.name = strbuf_take(&name);
		vector_push(&contact->relations, &relation);
	}
}

static void read_contact(struct record *record, const struct json_value *element)
{
	struct contact *contact = &record->contact;
	const struct json_value *item;

	CONTACT_FIELD_EACH (field) {
		const char *key = contact_field(field)->key;
		if (contact_field(field)->choices)
			contact_field_read(contact, field,
				json_text(element, key) ? json_text(element, key) : "");
		else if (contact_field_text(contact, field))
			memory_replace_string(
				contact_field_text(contact, field), json_text(element, key));
		else if (contact_field_day(contact, field))
			*contact_field_day(contact, field) = day_in(element, key);
	}
	contact->cadence_days = (int)json_number(element, "cadence", 0);
	memory_replace_string(&record->circle, json_text(element, "circle"));
	read_channels(contact, element);
	import_json_read_dates(contact, element);
	read_relations(contact, element);
	VECTOR_EACH (item, json_elements(element, "tags"))
		if (item->type == JSON_STRING)
			contact_add_tag(contact, item->text);
	VECTOR_EACH (item, json_elements(element, "kept"))
		if (item->type == JSON_STRING)
			contact_add_kept(contact, item->text);
}

static enum status read_sources(struct importing *importing, contact_id id,
	const struct json_value *element, struct error *err)
{
	enum status status = STATUS_OK;
	const struct json_value *item;

	VECTOR_EACH (item, json_elements(element, "sources")) {
		const char *source = json_text(item, "source"), *marks = json_text(item, "marks");
		if (status == STATUS_OK && source && marks) {
			status = source_marks_save(importing->store, id, true, source, marks, err);
			person_index_add_source(&importing->people, source, marks, id);
		}
	}
	return status;
}

/* A reader takes any day that a calendar has; filo's own JSON says what filo took. */
static enum status leave_odd_dates(
	struct importing *importing, struct record *record, struct error *err)
{
	const struct record_sink sink = { .context = importing, .problem = importing_problem };
	struct vector *dates = &record->contact.dates, doubts = DOUBTS_INIT;

	record->today = store_today(importing->store);
	record->may_be_old = true;
	for (size_t i = importing->history ? dates->count : 0; i-- > 0;) {
		struct yearly_date *date = vector_at(dates, i);
		struct strbuf text = STRBUF_INIT;
		if (!record_is_no_date(date->date, false) &&
			!record_is_beyond_life(record, date->kind, date->date))
			continue;
		const char *name = contact_field(contact_field_of_yearly(date->kind))->key;
		vcard_date_print(&text, date->date, true);
		csv_cell_keep(&record->contact, name, text.data);
		doubts_add(&doubts, 0, name, text.data); /* its line is the reader's */
		record_leave_date(record, date->kind);
		strbuf_fini(&text);
		free(date->label);
		vector_remove(dates, i);
	}
	enum status status = doubts_tell(&doubts, &sink, err);
	vector_fini(&doubts);
	return status;
}

static enum status import_json_read_contact(struct importing *importing,
	const struct json_value *element, int64_t line, struct error *err)
{
	const char *uid = json_text(element, "uid");
	struct record record;
	enum status status;
	contact_id id;

	record_init(&record, "filo", line);
	record.leaves_marks = false;
	read_contact(&record, element);
	if (!record_settle_name(&record)) {
		record_fini(&record);
		return importing_problem(importing, line, true, _("This contact has no name"), err);
	}
	status = leave_odd_dates(importing, &record, err);
	if (status != STATUS_OK) {
		record_fini(&record);
		return status;
	}
	status = importing_meet(importing, &record, &id, err);
	/* What the file has of them goes to whom the card met. */
	if (id && uid && !find_uid(importing, uid))
		person_index_add_key(&importing->people, BY_UID, uid, id);
	if (status == STATUS_OK && id && !was_here(importing, id))
		status = read_sources(importing, id, element, err);
	return status;
}

static unsigned read_exchanges(const struct json_value *element, const char *key)
{
	const struct json_value *item;
	unsigned bits = 0;

	VECTOR_EACH (item, json_elements(element, key))
		for (int kind = 0; kind < EXCHANGE_KINDS; kind++)
			if (item->type == JSON_STRING &&
				!strcmp(item->text, exchange_name((enum exchange_kind)kind)))
				bits |= 1u << kind;
	return bits;
}

static int number_of(const struct json_value *element, const char *key)
{
	int64_t number = json_number(element, key, 0);

	return number > 0 && number <= INT_MAX ? (int)number : 0;
}

static struct tally read_tally(const struct json_value *element)
{
	return (struct tally){ number_of(element, "count_me"), number_of(element, "count_them"),
		number_of(element, "seconds") };
}

static enum status read_conversation(struct importing *importing, const struct json_value *element,
	int64_t line, struct error *err)
{
	struct entry_record entry = { .line = line };
	struct conversation *conversation = &entry.conversation;
	const char *medium = json_text(element, "medium");
	const struct json_value *item;

	conversation_init(conversation);
	conversation->day = day_in(element, "day");
	conversation->precision = format_words_precision(json_text(element, "precision"));
	conversation->minute = (int)json_number(element, "minute", -1);
	conversation->medium = MEDIUM_NONE;
	if (medium)
		medium_parse(medium, &conversation->medium);
	conversation->direction = format_words_direction(json_text(element, "direction"));
	conversation->feeling = (int)json_number(element, "feeling", FEELING_NONE);
	conversation->awaits_reply = json_number(element, "awaits_reply", 0);
	conversation->exchanges.given = read_exchanges(element, "given");
	conversation->exchanges.received = read_exchanges(element, "received");
	memory_replace_string(&conversation->summary, json_text(element, "summary"));
	memory_replace_string(&conversation->body, json_text(element, "body"));
	memory_replace_string(&conversation->source, json_text(element, "source"));
	memory_replace_string(&conversation->source_id, json_text(element, "source_id"));
	conversation->tally = read_tally(element);
	conversation->is_touched = json_number(element, "touched", 0);
	if (!conversation->summary)
		conversation->summary = memory_copy_string("");
	VECTOR_EACH (item, json_elements(element, "participants")) {
		const char *name = json_text(item, "name"), *uid = json_text(item, "uid");
		struct participant participant = { .id = uid_is_in_trash(importing, uid)
								 ? IMPORTING_IN_TRASH
								 : find_uid(importing, uid),
			.name = memory_copy_string(name ? name : uid),
			.is_mention = json_number(item, "mention", 0) };
		if (participant.name)
			vector_push(&conversation->participants, &participant);
	}
	return importing_entry(importing, &entry, err);
}

static enum status import_json_read_followup(
	struct importing *importing, const struct json_value *element, struct error *err)
{
	const char *kind = json_text(element, "kind"), *uid = json_text(element, "contact");
	struct followup followup = { .contact = find_uid(importing, uid),
		.text = (char *)json_text(element, "text"),
		.due = day_in(element, "due"),
		.made_on = day_in(element, "made_on"),
		.done_on = day_in(element, "done_on") };

	importing->plan->entries_left_out += uid_is_in_trash(importing, uid);
	if (!followup.contact || !followup.text || !kind ||
		!followup_kind_parse(kind, &followup.kind))
		return STATUS_OK;
	if (followup.contact <= importing->here &&
		import_present_followup(importing, &followup, err)) {
		importing->plan->entries_unchanged++;
		return STATUS_OK;
	}
	if (import_present_followup_in_trash(importing, &followup)) {
		importing->plan->entries_in_trash++;
		return STATUS_OK;
	}
	importing->has_changed = true;
	importing->plan->entries_added++;
	return followup_add(importing->store, &followup, err);
}

static enum status import_json_read_event(
	struct importing *importing, const struct json_value *element, struct error *err)
{
	const char *kind = json_text(element, "kind");
	struct event event = { .contact = find_uid(importing, json_text(element, "contact")),
		.day = day_in(element, "day"),
		.until = day_in(element, "until") };

	if (!event.contact || event.day == DAY_NONE || !kind ||
		!event_kind_parse(kind, &event.kind))
		return STATUS_OK;
	/* Who rests now was awake in the log that came before. */
	enum status status = importing_write_entries(importing, err);
	if (status != STATUS_OK || import_present_event(importing, &event, err))
		return status;
	importing->has_changed = true;
	return event_add(importing->store, &event, err);
}

/* Absences that overlap become one: adding one twice changes nothing. */
static void import_json_read_absence(struct importing *importing, const struct json_value *element)
{
	const char *uid = json_text(element, "contact");
	struct absence absence = { .contact = find_uid(importing, uid),
		.from = day_in(element, "from"),
		.to = day_in(element, "to") };

	if ((uid && !absence.contact) || absence.from == DAY_NONE || absence.to == DAY_NONE)
		return;
	importing->has_changed = true;
	vector_push(&importing->absences, &absence);
}

static enum status read_seen_day(struct importing *importing, int64_t id, bool is_new,
	const struct json_value *element, struct error *err)
{
	int64_t minute = json_number(element, "minute", -1);
	const char *medium = json_text(element, "medium");
	struct seen_day day = { .contact_day = day_in(element, "contact_day"),
		.source = json_text(element, "source"),
		.tally = { .day = day_in(element, "day"),
			.minute = minute >= 0 && minute < 1440 ? (int)minute : -1,
			.direction = format_words_direction(json_text(element, "direction")),
			.tally = read_tally(element) } };

	if (!day.source || !medium || !medium_parse(medium, &day.medium) ||
		day.contact_day == DAY_NONE || day.tally.day == DAY_NONE)
		return STATUS_OK;
	return seen_day_save(importing->store, id, is_new, &day, &importing->has_changed, err);
}

/* Of a handle that is here already, only days that are not come in. */
static enum status read_seen(
	struct importing *importing, const struct json_value *element, struct error *err)
{
	const char *name = json_text(element, "name");
	struct seen seen = { .kind = json_text(element, "kind"),
		.key = json_text(element, "key"),
		.name = name ? name : "",
		.address = json_text(element, "address"),
		.contact = find_uid(importing, json_text(element, "contact")),
		.is_ignored = json_number(element, "ignored", 0),
		.is_me = json_number(element, "me", 0) };
	const struct json_value *day;
	struct strbuf key = STRBUF_INIT;
	enum status status = STATUS_OK;

	if (!seen.kind || !seen.key)
		return STATUS_OK;
	/* Another filo may have folded it otherwise. */
	handle_key_again(&key, seen.key);
	seen.key = key.data;
	seen.id = seen_find(importing->store, seen.kind, seen.key);
	bool is_new = !seen.id;
	if (status == STATUS_OK && is_new)
		status = seen_save(importing->store, &seen, err);
	importing->has_changed |= is_new;
	VECTOR_EACH (day, json_elements(element, "days"))
		if (status == STATUS_OK)
			status = read_seen_day(importing, seen.id, is_new, day, err);
	strbuf_fini(&key);
	return status;
}

static enum status read_forgotten(
	struct importing *importing, const struct json_value *element, struct error *err)
{
	const char *source = json_text(element, "source"),
		   *source_id = json_text(element, "source_id");

	if (!source || !source_id || importing->people.newest)
		return STATUS_OK;
	importing->has_changed = true;
	return conversation_forget(importing->store, source, source_id, err);
}

/* The one contact with this profile, or with this name of two words; 0: nobody, or several. */
static contact_id find_met(const struct importing *importing, const char *key, const char *name)
{
	struct strbuf text = STRBUF_INIT;
	contact_id ids[2];
	size_t count = 0;

	if (key) {
		channel_key(&text, CHANNEL_PROFILE, key);
		count = person_index_find(&importing->people, BY_CHANNEL, text.data, ids, 2);
	}
	strbuf_clear(&text);
	if (!count && name) {
		text_fold(&text, name);
		if (strchr(text.data, ' '))
			count = person_index_find(&importing->people, BY_NAME, text.data, ids, 2);
	}
	strbuf_fini(&text);
	return count == 1 ? ids[0] : 0;
}

/* Since when one knows somebody, by a history: of who is a contact, unless an earlier day is
 * known. */
static enum status import_json_read_met(
	struct importing *importing, const struct json_value *element, struct error *err)
{
	contact_id id = find_met(importing, json_text(element, "key"), json_text(element, "name"));
	day_number day = day_in(element, "day");
	struct contact contact;

	if (!id || day == DAY_NONE)
		return STATUS_OK;
	enum status status = repeated_release(importing, id, err);
	if (status == STATUS_OK)
		status = contact_load(importing->store, id, &contact, err);
	if (status != STATUS_OK)
		return status;
	if (contact.met_on == DAY_NONE || day < contact.met_on) {
		contact.met_on = day;
		importing->has_changed = true;
		importing->plan->updated++;
		status = contact_update(importing->store, &contact, err);
	}
	contact_fini(&contact);
	return status;
}

static enum status read_element(void *context, const char *section,
	const struct json_value *element, int64_t line, struct error *err)
{
	struct importing *importing = context;

	if (!section)
		return STATUS_OK;
	if (!strcmp(section, "filo") && element->number > JSON_FORMAT_VERSION)
		return error_set(err, STATUS_INVALID,
			_("This file was written by a newer filo; please update before importing "
			  "it"));
	if (!strcmp(section, "circles"))
		return import_json_read_circle(importing, element, line, err);
	if (!strcmp(section, "contacts"))
		return import_json_read_contact(importing, element, line, err);
	if (!strcmp(section, "conversations"))
		return read_conversation(importing, element, line, err);
	if (!strcmp(section, "followups"))
		return import_json_read_followup(importing, element, err);
	if (!strcmp(section, "events"))
		return import_json_read_event(importing, element, err);
	if (!strcmp(section, "absences"))
		import_json_read_absence(importing, element);
	if (!strcmp(section, "met"))
		return import_json_read_met(importing, element, err);
	if (!strcmp(section, "seen"))
		return read_seen(importing, element, err);
	if (!strcmp(section, "forgotten"))
		return read_forgotten(importing, element, err);
	if (!strcmp(section, "views"))
		return import_view(importing, element, line, err);
	return STATUS_OK;
}

/* A piece stands on one line, of its own file. */
struct json_piece {
	struct importing *importing;
	int64_t line;
};

static enum status read_piece_element(void *context, const char *section,
	const struct json_value *element, int64_t line, struct error *err)
{
	const struct json_piece *piece = context;

	(void)line;
	return read_element(piece->importing, section, element, piece->line, err);
}

enum status import_json_piece(struct importing *importing, const char *section, const char *json,
	int64_t line, struct error *err)
{
	struct json_piece piece = { importing, line };
	const char *colon = strchr(json, ':'), *open = colon ? strchr(colon, '{') : NULL;
	const char *close = strrchr(json, '}');
	struct source *source = memory_new(sizeof *source);
	struct strbuf whole = STRBUF_INIT;
	enum status status = STATUS_OK;

	if (open && close && close > open) {
		strbuf_add_format(&whole, "{\"%s\":[", section);
		strbuf_add_bytes(&whole, open, (size_t)(close - open));
		strbuf_add(&whole, "]}");
		status = source_open_bytes(source, whole.data, whole.len, err);
	}
	if (status == STATUS_OK && whole.len) {
		status = json_read(source, read_piece_element, &piece, err);
		source_close(source);
	}
	strbuf_fini(&whole);
	free(source);
	return status;
}

/* filo's own begins with its version; other programs write JSON, too. */
bool import_json_recognises(const char *bytes, size_t len)
{
	char *head = memory_copy_bytes(bytes, len < 200 ? len : 200);
	const char *at = head + strspn(head, " \t\r\n");
	bool is_own = *at == '{';

	at += is_own;
	at += strspn(at, " \t\r\n");
	is_own = is_own && (*at == '}' || ascii_begins(at, "\"filo\""));
	free(head);
	return is_own;
}

enum status import_json(struct importing *importing, struct error *err)
{
	struct vector *absences = &importing->absences;
	enum status status = json_read(importing->source, read_element, importing, err);

	if (status == STATUS_OK && absences->count)
		status = absences_add(importing->store, absences->items, absences->count, err);
	vector_clear(absences);
	return status;
}
