/* filo show --json: a person for programs.
 * Not here: everything about everybody (filo export --format json). */
#include "cli/show_json.h"

#include "cli/print.h"
#include "filo/people/contact_field.h"
#include "filo/people/followup.h"
#include "filo/store/log_page.h"
#include "filo/store/person_summary.h"

void cli_put_channels(struct json_writer *json, const struct contact *contact)
{
	const struct channel *channel;

	json_key(json, "channels");
	json_array_open(json);
	VECTOR_EACH (channel, &contact->channels) {
		json_line(json);
		json_object_open(json);
		json_put_string(json, "kind", channel_kind_name(channel->kind));
		json_put_string(json, "value", channel->value);
		json_put_string(json, "label", channel->label);
		json_object_close(json);
	}
	json_array_close(json);
}

void cli_put_tags(struct json_writer *json, const struct contact *contact)
{
	char **tag;

	json_key(json, "tags");
	json_array_open(json);
	VECTOR_EACH (tag, &contact->tags)
		json_string(json, *tag);
	json_array_close(json);
}

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

static void put_people(struct json_writer *json, const struct conversation *talk, bool is_mention)
{
	const struct participant *participant;

	json_key(json, is_mention ? "mentions" : "people");
	json_array_open(json);
	VECTOR_EACH (participant, &talk->participants) {
		if (participant->is_mention == is_mention)
			json_string(json, participant->name);
	}
	json_array_close(json);
}

static void put_talk(struct json_writer *json, const struct conversation *talk)
{
	bool has_medium = talk->medium != MEDIUM_NONE;
	bool has_direction = talk->direction != OPENED_UNKNOWN;
	bool is_counted = talk->tally.from_me || talk->tally.from_them;

	json_line(json);
	json_object_open(json);
	json_put_int_or_null(json, "id", talk->id, 0);
	json_put_day(json, "date", talk->day);
	json_put_string(json, "channel", has_medium ? medium_name(talk->medium) : NULL);
	json_put_string(json, "direction", has_direction ? direction_name(talk->direction) : NULL);
	json_put_int_or_null(json, "feeling", talk->feeling, FEELING_NONE);
	json_put_bool(json, "awaits_reply", talk->awaits_reply);
	json_put_string(json, "summary", talk->summary);
	json_put_string(json, "body", talk->body);
	put_people(json, talk, false);
	put_people(json, talk, true);
	json_put_int_or_null(json, "count_me", talk->tally.from_me, is_counted ? -1 : 0);
	json_put_int_or_null(json, "count_them", talk->tally.from_them, is_counted ? -1 : 0);
	json_put_int_or_null(json, "seconds", talk->tally.seconds, 0);
	json_object_close(json);
}

static void put_log(struct json_writer *json, const struct person *person)
{
	const struct log_row *row;

	json_key(json, "log");
	json_array_open(json);
	VECTOR_EACH (row, &person->rows) {
		if (!row->is_event)
			put_talk(json, &row->conversation);
	}
	json_array_close(json);
}

static void put_followups(struct json_writer *json, const struct person *person)
{
	const struct followup *followup;

	json_key(json, "followups");
	json_array_open(json);
	VECTOR_EACH (followup, &person->followups) {
		json_line(json);
		json_object_open(json);
		json_put_int_or_null(json, "id", followup->id, 0);
		json_put_string(json, "kind", followup_kind_name(followup->kind));
		json_put_string(json, "text", followup->text);
		json_put_day(json, "date", followup->due);
		json_object_close(json);
	}
	json_array_close(json);
}

static void put_summary(struct json_writer *json, const struct person *person)
{
	const struct person_summary *summary = &person->summary;
	struct strbuf why = STRBUF_INIT;

	words_why(&why, &summary->due, &summary->facts);
	json_put_string(json, "state", person_state_name(person->state));
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
		else if (row->type == TYPE_TEXT && row->is_fact)
			json_put_string(json, row->key, *contact_field_text(contact, field));
	}
}

int show_json(const struct cli *cli, const struct person *person)
{
	const struct contact *contact = &person->contact;
	struct cli_json out;
	struct json_writer *json = cli_json_begin(&out);

	json_object_open(json);
	json_put_int_or_null(json, "id", contact->id, 0);
	json_put_string(json, "uid", contact->uid);
	json_put_string(json, "name", contact->name);
	put_summary(json, person);
	show_json_put_fields(json, contact);
	cli_put_channels(json, contact);
	cli_put_tags(json, contact);
	put_dates(json, contact);
	put_relations(json, contact);
	put_followups(json, person);
	put_log(json, person);
	json_object_close(json);
	return cli_json_end(cli, &out);
}
