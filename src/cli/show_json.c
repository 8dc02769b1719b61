/* filo show --json: a person for programs.
 * Not here: everything about everybody (filo export --format json). */
#include "cli/show_json.h"

#include "cli/print.h"
#include "filo/exchange/json_people.h"
#include "filo/people/contact_field.h"
#include "filo/people/followup.h"
#include "filo/store/log_page.h"
#include "filo/store/person_summary.h"

static void put_dates(struct json_writer *json, const struct contact *contact)
{
	static const char *const names[] = { [YEARLY_BIRTHDAY] = "birthday",
		[YEARLY_ANNIVERSARY] = "anniversary",
		[YEARLY_OTHER] = "other",
		[YEARLY_DEATH] = "death" };
	const struct yearly_date *date;

	json_key(json, "dates");
	json_array_open(json);
	VECTOR_EACH (date, &contact->dates) {
		json_object_open(json);
		json_put_string(json, "kind", names[date->kind]);
		json_put_int_or_null(json, "year", date->date.year, 0);
		json_put_int_or_null(json, "month", date->date.month, 0);
		json_put_int_or_null(json, "day", date->date.day, 0);
		json_put_string(json, "label", date->label);
		json_put_bool(json, "remember", date->is_remembered);
		json_object_close(json);
	}
	json_array_close(json);
}

static void put_relations(struct json_writer *json, const struct contact *contact)
{
	const struct relation *relation;

	json_key(json, "relations");
	json_array_open(json);
	VECTOR_EACH (relation, &contact->relations) {
		json_object_open(json);
		json_put_string(json, "kind", relation_kind_name(relation->kind));
		json_put_int_or_null(json, "id", relation->other, 0);
		json_put_string(json, "name", relation->name);
		json_object_close(json);
	}
	json_array_close(json);
}

static void put_log(struct json_writer *json, const struct person *person)
{
	const struct log_row *row;

	json_key(json, "log");
	json_array_open(json);
	VECTOR_EACH (row, &person->rows) {
		if (row->is_event)
			continue;
		json_line(json);
		json_object_open(json);
		json_put_entry(json, &row->conversation);
		json_object_close(json);
	}
	json_array_close(json);
}

static void put_followups(
	struct json_writer *json, const char *key, const struct person *person, bool are_done)
{
	const struct followup *followup;

	json_key(json, key);
	json_array_open(json);
	VECTOR_EACH (followup, &person->followups) {
		if ((followup->done_on != DAY_NONE) != are_done)
			continue;
		json_line(json);
		json_object_open(json);
		json_put_int(json, "id", followup->id);
		json_put_followup(json, followup);
		json_object_close(json);
	}
	json_array_close(json);
}

static void show_json_put_events(struct json_writer *json, const struct person *person)
{
	const struct log_row *row;

	json_key(json, "events");
	json_array_open(json);
	VECTOR_EACH (row, &person->rows) {
		if (!row->is_event)
			continue;
		json_line(json);
		json_object_open(json);
		json_put_event(json, &row->event);
		json_object_close(json);
	}
	json_array_close(json);
}

static void put_summary(struct json_writer *json, const struct person *person)
{
	const struct person_summary *summary = &person->summary;
	struct strbuf why = STRBUF_INIT;

	words_why(&why, &summary->due, &summary->facts);
	json_put_string(json, "state", contact_state_name(person->state));
	json_put_day(json, "until", person->until);
	json_put_string(json, "circle", person->circle.name);
	json_put_int_or_null(json, "cadence", summary->facts.wish_days, 0);
	json_put_string(json, "reason", due_reason_name(summary->due.reason));
	json_put_string(json, "why", why.data);
	json_put_day(json, "last", summary->last_day);
	json_put_int_or_null(json, "days", summary->facts.silence_days, -1);
	json_put_int_or_null(json, "proposed", summary->proposed_days, 0);
	strbuf_fini(&why);
}

/* Circle and cadence come with the summary, lists by themselves. */
static void show_json_put_fields(struct json_writer *json, const struct contact *contact)
{
	CONTACT_FIELD_EACH (field) {
		const struct contact_field_row *row = contact_field(field);
		if (row->type == TYPE_DAY)
			json_put_day(json, row->key, *contact_field_day(contact, field));
		else if (row->type == TYPE_TEXT && (row->is_fact || row->name_part))
			json_put_string(json, row->key, *contact_field_text(contact, field));
	}
}

int show_json(const struct cli *cli, const struct person *person)
{
	const struct contact *contact = &person->contact;
	struct cli_json out;
	struct json_writer *json = cli_json_begin(cli, &out);

	json_object_open(json);
	json_put_int_or_null(json, "id", contact->id, 0);
	json_put_string(json, "uid", contact->uid);
	json_put_string(json, "name", contact->name);
	put_summary(json, person);
	show_json_put_fields(json, contact);
	json_put_channels(json, contact);
	json_put_tags(json, contact);
	put_dates(json, contact);
	put_relations(json, contact);
	json_put_kept(json, contact);
	put_followups(json, "followups", person, false);
	put_followups(json, "followups_done", person, true);
	put_log(json, person);
	show_json_put_events(json, person);
	json_object_close(json);
	return cli_json_end(cli, &out);
}
