/* People and what is in their log as JSON, wherever they are told to other programs.
 * Not here: everything about everybody (json_export.c). */
#include "filo/exchange/json_people.h"

#include "exchange/format_words.h"

void json_put_channels(struct json_writer *json, const struct contact *contact)
{
	const struct channel *channel;

	json_key(json, "channels");
	json_array_open(json);
	VECTOR_EACH (channel, &contact->channels) {
		json_object_open(json);
		json_put_string(json, "kind", channel_kind_name(channel->kind));
		json_put_string(json, "value", channel->value);
		json_put_string(json, "label", channel->label);
		json_put_bool(json, "preferred", channel->is_preferred);
		json_object_close(json);
	}
	json_array_close(json);
}

void json_put_tags(struct json_writer *json, const struct contact *contact)
{
	char **tag;

	json_key(json, "tags");
	json_array_open(json);
	VECTOR_EACH (tag, &contact->tags)
		json_string(json, *tag);
	json_array_close(json);
}

void json_put_kept(struct json_writer *json, const struct contact *contact)
{
	const struct kept_property *kept;

	json_key(json, "kept");
	json_array_open(json);
	VECTOR_EACH (kept, &contact->kept)
		json_string(json, kept->line);
	json_array_close(json);
}

void json_put_followup(struct json_writer *json, const struct followup *followup)
{
	json_put_string(json, "kind", followup_kind_name(followup->kind));
	json_put_string(json, "text", followup->text);
	json_put_day(json, "date", followup->due);
	json_put_day(json, "made_on", followup->made_on);
	json_put_day(json, "done_on", followup->done_on);
}

void json_put_person(
	struct json_writer *json, const struct contact *contact, const struct json_person *person)
{
	json_put_int(json, "id", contact->id);
	json_put_string(json, "uid", contact->uid);
	json_put_string(json, "name", contact->name);
	json_put_string(json, "state", contact_state_name(person->state));
	json_put_day(json, "last", person->last_day);
	json_put_int_or_null(json, "cadence", person->cadence_days, 0);
	json_put_string(json, "circle", person->circle);
	json_put_tags(json, contact);
	json_put_channels(json, contact);
}

static void json_put_people(
	struct json_writer *json, const struct conversation *talk, bool is_mention)
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

/* In the order of the names, which namesakes share. */
static void json_put_people_ids(
	struct json_writer *json, const struct conversation *talk, bool is_mention)
{
	const struct participant *participant;

	json_key(json, is_mention ? "mention_ids" : "people_ids");
	json_array_open(json);
	VECTOR_EACH (participant, &talk->participants) {
		if (participant->is_mention == is_mention)
			json_int(json, participant->id);
	}
	json_array_close(json);
}

static void json_put_exchanges(struct json_writer *json, const char *key, unsigned bits)
{
	json_key(json, key);
	json_array_open(json);
	for (int kind = 0; kind < EXCHANGE_KINDS; kind++)
		if (bits & 1u << kind)
			json_string(json, exchange_name((enum exchange_kind)kind));
	json_array_close(json);
}

void json_put_entry(struct json_writer *json, const struct conversation *talk)
{
	bool has_medium = talk->medium != MEDIUM_NONE;
	bool has_direction = talk->direction != OPENED_UNKNOWN;
	bool is_counted = talk->tally.from_me || talk->tally.from_them;

	json_put_int_or_null(json, "id", talk->id, 0);
	json_put_day(json, "date", talk->day);
	json_put_string(json, "precision", format_words_precision_name(talk->precision));
	json_put_int_or_null(json, "minute", talk->minute, -1);
	json_put_string(json, "channel", has_medium ? medium_name(talk->medium) : NULL);
	json_put_string(json, "direction", has_direction ? direction_name(talk->direction) : NULL);
	json_put_int_or_null(json, "feeling", talk->feeling, FEELING_NONE);
	json_put_bool(json, "awaits_reply", talk->awaits_reply);
	json_put_exchanges(json, "given", talk->exchanges.given);
	json_put_exchanges(json, "received", talk->exchanges.received);
	json_put_string(json, "summary", talk->summary);
	json_put_string(json, "body", talk->body);
	json_put_people(json, talk, false);
	json_put_people(json, talk, true);
	json_put_people_ids(json, talk, false);
	json_put_people_ids(json, talk, true);
	json_put_int_or_null(json, "count_me", talk->tally.from_me, is_counted ? -1 : 0);
	json_put_int_or_null(json, "count_them", talk->tally.from_them, is_counted ? -1 : 0);
	json_put_int_or_null(json, "seconds", talk->tally.seconds, 0);
}

void json_put_event(struct json_writer *json, const struct event *event)
{
	json_put_int(json, "id", event->id);
	json_put_string(json, "kind", event_kind_name(event->kind));
	json_put_day(json, "day", event->day);
	json_put_day(json, "until", event->until);
}
