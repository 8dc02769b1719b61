/* Filling a store with the sample.
 * Not here: who is in it and what was said (sample_people.c, sample_entries.c). */
#include "sample.h"

#include "filo/base/i18n.h"
#include "filo/base/memory.h"
#include "filo/base/strbuf.h"
#include "filo/store/conversations.h"

#include <stdlib.h>
#include <string.h>

struct filling {
	struct store *store;
	day_number today;
	uint32_t random; /* the same sequence each time */
};

static int random_below(struct filling *filling, int bound)
{
	filling->random = filling->random * 1664525u + 1013904223u;
	return (int)(filling->random >> 16) % bound;
}

/* The `index`th part of a list, counted round; false when the list is empty. Caller frees. */
static char *part_of(const char *list, size_t index)
{
	size_t count = 1;

	for (const char *c = list; *c; c++)
		count += *c == '|';
	for (index %= count; index; index--)
		list = strchr(list, '|') + 1;
	return memory_copy_bytes(list, strcspn(list, "|"));
}

static size_t part_count(const char *list)
{
	size_t count = list && *list ? 1 : 0;

	for (const char *c = list; c && *c; c++)
		count += *c == '|';
	return count;
}

/* ---- People ---- */

static void add_channels(struct contact *contact, const char *channels)
{
	for (size_t i = 0; i < part_count(channels); i++) {
		char *part = part_of(channels, i), *value = strchr(part, ' ');
		enum channel_kind kind;
		*value++ = '\0';
		if (channel_kind_parse(part, &kind))
			contact_add_channel(contact, kind, value, NULL, false);
		free(part);
	}
}

static void add_birthday(
	const struct filling *filling, struct contact *contact, const struct sample_person *person)
{
	struct civil_date date = person->birthday;

	if (person->birthday_in) {
		date = date_from_day(filling->today + person->birthday_in);
		date.year = person->birthday.year;
	}
	if (date.month)
		contact_add_date(contact, YEARLY_BIRTHDAY, date, NULL);
}

static enum status add_person(
	struct filling *filling, const struct sample_person *person, struct error *err)
{
	struct contact contact;
	struct relation relation = { .kind = RELATION_INTRODUCED_BY };

	contact_init(&contact);
	contact.name = memory_copy_string(person->name);
	contact.nickname = memory_copy_string(person->nickname);
	contact.organization = memory_copy_string(person->organization);
	contact.note = memory_copy_string(person->note);
	contact.met = memory_copy_string(person->met);
	contact.met_on = person->met_ago ? filling->today - person->met_ago : DAY_NONE;
	contact.cadence_days = person->cadence_days;
	contact.circle = person->circle ? circle_by_name(filling->store, person->circle) : 0;
	add_channels(&contact, person->channels);
	add_birthday(filling, &contact, person);
	for (size_t i = 0; i < part_count(person->tags); i++) {
		char *tag = part_of(person->tags, i);
		contact_add_tag(&contact, tag);
		free(tag);
	}
	if (person->via &&
		contact_resolve(filling->store, person->via, &relation.other, NULL) == STATUS_OK)
		vector_push(&contact.relations, &relation);
	enum status status = contact_add(filling->store, &contact, err);
	contact_fini(&contact);
	return status;
}

/* ---- Conversations ---- */

static enum status add_participants(
	struct filling *filling, struct conversation *talk, const char *who, struct error *err)
{
	enum status status = STATUS_OK;

	for (size_t i = 0; i < part_count(who) && status == STATUS_OK; i++) {
		char *name = part_of(who, i);
		bool is_mention = *name == '~';
		contact_id id;
		status = contact_resolve(filling->store, name + is_mention, &id, err);
		if (status == STATUS_OK)
			conversation_add_participant(talk, id, name + is_mention, is_mention);
		free(name);
	}
	return status;
}

static enum status add_entry(
	struct filling *filling, const struct sample_entry *entry, struct error *err)
{
	struct conversation talk;

	conversation_init(&talk);
	talk.day = filling->today - entry->ago;
	talk.precision = entry->precision;
	talk.minute = entry->precision == PRECISION_TIME ? entry->minute : -1;
	talk.medium = entry->medium;
	talk.direction = entry->direction;
	talk.feeling = entry->feeling;
	talk.awaits_reply = entry->awaits_reply;
	talk.exchanges = entry->exchanges;
	memory_replace_string(&talk.summary, entry->summary);
	talk.body = memory_copy_string(entry->body);
	enum status status = add_participants(filling, &talk, entry->who, err);
	if (status == STATUS_OK)
		status = conversation_add(filling->store, &talk, err);
	conversation_fini(&talk);
	return status;
}

static int next_pause(struct filling *filling, const struct sample_person *person)
{
	int usual = person->pause_days;

	switch (person->pattern) {
	case PATTERN_BURSTS:
		return random_below(filling, 3) ? 1 + random_below(filling, 2)
						: usual + random_below(filling, usual);
	case PATTERN_IRREGULAR:
		return 2 + random_below(filling, usual) * (1 + random_below(filling, 4));
	case PATTERN_STEADY:
		break;
	}
	return usual - usual / 3 + random_below(filling, 2 * (usual / 3) + 1);
}

static enum status add_talks(
	struct filling *filling, const struct sample_person *person, struct error *err)
{
	static const int feelings[] = { FEELING_NONE, FEELING_NONE, FEELING_NONE, 1, 1, 2, 0, -1 };
	enum status status = STATUS_OK;
	int ago = person->first_ago;

	for (size_t talk = 0; person->first_ago && ago >= person->last_ago && status == STATUS_OK;
		talk++) {
		char *words = part_of(person->talks, talk), *media = part_of(person->media, talk);
		struct sample_entry entry = { .who = person->name,
			.ago = ago,
			.precision = PRECISION_DAY,
			.medium = MEDIUM_NONE,
			.direction = (enum direction)(OPENED_BY_ME + random_below(filling, 2)),
			.feeling = feelings[random_below(filling, 8)],
			.summary = words };
		medium_parse(media, &entry.medium);
		status = add_entry(filling, &entry, err);
		free(words);
		free(media);
		int pause = next_pause(filling, person);
		if (ago == person->last_ago)
			break;
		ago = ago - pause < person->last_ago ? person->last_ago : ago - pause;
	}
	return status;
}

/* ---- What is open, what was decided ---- */

static enum status add_followup(
	struct filling *filling, const struct sample_followup *open, struct error *err)
{
	struct followup followup = { .kind = open->kind,
		.text = memory_copy_string(open->text),
		.due = open->has_date ? filling->today + open->due_in : DAY_NONE,
		.made_on = filling->today - open->made_ago,
		.done_on = open->done_ago < 0 ? DAY_NONE : filling->today - open->done_ago };
	enum status status = contact_resolve(filling->store, open->who, &followup.contact, err);

	if (status == STATUS_OK)
		status = followup_add(filling->store, &followup, err);
	followup_fini(&followup);
	return status;
}

static enum status add_event(
	struct filling *filling, const struct sample_event *sample, struct error *err)
{
	struct event event = { .kind = sample->kind,
		.day = filling->today - sample->ago,
		.until = sample->until_in ? filling->today + sample->until_in : DAY_NONE };
	enum status status = contact_resolve(filling->store, sample->who, &event.contact, err);

	return status == STATUS_OK ? event_add(filling->store, &event, err) : status;
}

static enum status fill(struct filling *filling, struct error *err)
{
	struct absence away = { .from = filling->today - 110, .to = filling->today - 97 };
	enum status status = STATUS_OK;

	for (const struct sample_person *p = sample_people; p->name && status == STATUS_OK; p++)
		status = add_person(filling, p, err);
	for (const struct sample_person *p = sample_people; p->name && status == STATUS_OK; p++)
		status = add_talks(filling, p, err);
	for (const struct sample_entry *e = sample_entries; e->who && status == STATUS_OK; e++)
		status = add_entry(filling, e, err);
	for (const struct sample_followup *f = sample_followups; f->who && status == STATUS_OK; f++)
		status = add_followup(filling, f, err);
	for (const struct sample_event *e = sample_events; e->who && status == STATUS_OK; e++)
		status = add_event(filling, e, err);
	return status == STATUS_OK ? absence_add(filling->store, &away, err) : status;
}

enum status demo_fill(struct store *store, struct error *err)
{
	struct filling filling = { .store = store, .today = store_today(store), .random = 2 };
	enum status status = change_begin(store, _("the sample"), err);

	if (status != STATUS_OK)
		return status;
	status = fill(&filling, err);
	if (status == STATUS_OK)
		return change_commit(store, err);
	change_rollback(store);
	return status;
}
