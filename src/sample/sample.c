/* Puts the invented address book into a store.
 * Not here: its people and what they said (sample_family.c and its siblings, sample_story.c). */
#include "sample/sample.h"

#include "filo/base/i18n.h"
#include "filo/base/memory.h"
#include "filo/people/absence.h"
#include "filo/people/contact_state.h"
#include "filo/people/followup.h"
#include "filo/store/absences.h"
#include "filo/store/change.h"
#include "filo/store/circles.h"
#include "filo/store/contacts.h"
#include "filo/store/conversations.h"
#include "filo/store/events.h"
#include "filo/store/followups.h"
#include "filo/store/store.h"
#include "sample/sample_data.h"

#include <stdlib.h>
#include <string.h>

#define DAYS_MAX         200
#define WISHES_SET_AGO   700 /* days */
#define JITTER_FROM_DAYS 6   /* pauses from here on are a little longer or shorter */

struct filling {
	struct store *store;
	day_number today;
	contact_id ids[SAMPLE_PEOPLE];
	uint32_t chance; /* always the same: the same day gives the same book */
	struct error *err;
};

static uint32_t sample_draw(struct filling *filling, uint32_t below)
{
	/* Constants of Numerical Recipes; the high bits are the good ones. */
	filling->chance = filling->chance * 1664525U + 1013904223U;
	return (filling->chance >> 16) % below;
}

/* What the tables say, in the language of the program. Names are in no catalogue, and stay. */
static const char *sample_told(const char *text)
{
	return text && *text ? _(text) : text;
}

static day_number days_ago(const struct filling *filling, int ago)
{
	return ago == SAMPLE_NEVER ? DAY_NONE : filling->today - ago;
}

/* The day a month, a season or a year is kept under. */
static day_number first_day_of(day_number day, enum precision precision)
{
	struct civil_date date = date_from_day(day);

	if (precision <= PRECISION_DAY)
		return day;
	date.day = 1;
	if (precision == PRECISION_YEAR)
		date.month = 1;
	else if (precision == PRECISION_SEASON)
		return date_add_months(date_to_day(date), -(date.month % 3));
	return date_to_day(date);
}

static struct civil_date sample_birthday(
	const struct filling *filling, const struct sample_person *person)
{
	struct civil_date date = date_from_day(filling->today + person->birthday_in);

	if (person->birthday_in == 0)
		return person->born;
	date.year = person->turns ? date.year - person->turns : 0;
	if (date.month == 2 && date.day == 29)
		date.day = 28;
	return date;
}

static void sample_describe(
	const struct filling *filling, const struct sample_person *person, struct contact *contact)
{
	struct civil_date born = sample_birthday(filling, person);

	contact->name = memory_copy_string(person->name);
	contact->given = memory_copy_string(person->given);
	contact->family = memory_copy_string(person->family);
	contact->nickname = memory_copy_string(person->nickname);
	contact->organization = memory_copy_string(sample_told(person->organization));
	contact->title = memory_copy_string(sample_told(person->title));
	contact->note = memory_copy_string(sample_told(person->note));
	contact->met = memory_copy_string(sample_told(person->met));
	contact->met_on = person->met_on ? days_ago(filling, person->met_on) : DAY_NONE;
	contact->cadence_days = person->cadence_days;
	contact->wish_set_on = days_ago(filling, WISHES_SET_AGO);
	if (person->circle)
		contact->circle = circle_by_name(filling->store, sample_told(person->circle));
	if (born.month)
		contact_add_date(contact, YEARLY_BIRTHDAY, born, NULL);
	for (int i = 0; i < 4 && person->tags[i]; i++)
		contact_add_tag(contact, sample_told(person->tags[i]));
	for (int i = 0; i < 4 && person->channels[i].value; i++)
		contact_add_channel(contact, person->channels[i].kind,
			sample_told(person->channels[i].value),
			sample_told(person->channels[i].label), i == 0);
}

static enum status sample_add_person(struct filling *filling, const struct sample_person *person)
{
	struct contact contact;

	contact_init(&contact);
	sample_describe(filling, person, &contact);
	enum status status = contact_add(filling->store, &contact, filling->err);
	filling->ids[person->who] = contact.id;
	contact_fini(&contact);
	return status;
}

/* When everybody is there: who is what to whom. */
static enum status sample_relate(struct filling *filling, const struct sample_person *person)
{
	struct contact contact;

	if (person->relations[0].other == NOBODY)
		return STATUS_OK;
	enum status status =
		contact_load(filling->store, filling->ids[person->who], &contact, filling->err);
	if (status != STATUS_OK)
		return status;
	for (int i = 0; i < 2 && person->relations[i].other != NOBODY; i++) {
		struct relation relation = { .kind = person->relations[i].kind,
			.other = filling->ids[person->relations[i].other] };
		vector_push(&contact.relations, &relation);
	}
	status = contact_update(filling->store, &contact, filling->err);
	contact_fini(&contact);
	return status;
}

static bool sample_is_away(int ago)
{
	for (const struct sample_absence *absence = sample_absences; absence->from; absence++) {
		if (absence->who == NOBODY && ago <= absence->from && ago >= absence->to)
			return true;
	}
	return false;
}

static enum status sample_add_line(
	struct filling *filling, enum sample_who who, const struct sample_line *line, int ago)
{
	struct conversation conversation;

	conversation_init(&conversation);
	conversation.day = days_ago(filling, ago);
	conversation.precision = PRECISION_DAY;
	conversation.medium = (enum medium)line->medium;
	conversation.direction = (enum direction)line->direction;
	conversation.feeling = line->feeling ? line->feeling : FEELING_NONE;
	conversation.exchanges.given = line->given;
	conversation.exchanges.received = line->received;
	memory_replace_string(&conversation.summary, sample_told(line->summary));
	if (line->medium == CALL && sample_draw(filling, 2)) {
		conversation.precision = PRECISION_TIME;
		conversation.minute = 18 * 60 + 5 * (int)sample_draw(filling, 40);
	}
	conversation_add_participant(&conversation, filling->ids[who], NULL, false);
	enum status status = conversation_add(filling->store, &conversation, filling->err);
	conversation_fini(&conversation);
	return status;
}

/* The days of a person's pattern, in days ago, the latest first. */
static size_t pattern_days(
	struct filling *filling, const struct sample_pauses *pauses, int days[DAYS_MAX])
{
	size_t count = 0, turn = 0;
	int ago = pauses->last;

	while (ago <= pauses->first && count < DAYS_MAX) {
		if (!sample_is_away(ago))
			days[count++] = ago;
		int pause = pauses->days[turn++];
		if (pause >= JITTER_FROM_DAYS)
			pause += (int)sample_draw(filling, (uint32_t)pause / 3 + 1) - pause / 6;
		ago += pause;
		if (turn == sizeof pauses->days / sizeof *pauses->days || !pauses->days[turn])
			turn = 0;
	}
	return count;
}

static enum status add_pattern(struct filling *filling, const struct sample_person *person)
{
	int days[DAYS_MAX];
	size_t line_count = 0;
	enum status status = STATUS_OK;

	if (!person->lines)
		return STATUS_OK;
	while (person->lines[line_count].summary)
		line_count++;
	if (!line_count)
		return STATUS_OK;
	filling->chance = (uint32_t)person->who;
	size_t count = pattern_days(filling, &person->pauses, days);
	for (size_t i = 0; i < count && status == STATUS_OK; i++)
		status = sample_add_line(filling, person->who,
			&person->lines[(i + person->who) % line_count], days[count - 1 - i]);
	return status;
}

static enum status each_person(struct filling *filling,
	enum status (*what)(struct filling *filling, const struct sample_person *person))
{
	static const struct sample_person *const tables[] = { sample_family, sample_close,
		sample_friends, sample_network, sample_far };
	enum status status = STATUS_OK;

	for (size_t i = 0; i < sizeof tables / sizeof *tables; i++) {
		for (const struct sample_person *person = tables[i];
			person->who != NOBODY && status == STATUS_OK; person++)
			status = what(filling, person);
	}
	return status;
}

static enum status sample_add_entry(struct filling *filling, const struct sample_entry *entry)
{
	struct conversation conversation;

	conversation_init(&conversation);
	conversation.precision = entry->precision ? entry->precision
				 : entry->at      ? PRECISION_TIME
						  : PRECISION_DAY;
	conversation.day = first_day_of(days_ago(filling, entry->ago), conversation.precision);
	conversation.minute = entry->at ? entry->at : -1;
	conversation.medium = (enum medium)entry->medium;
	conversation.direction = (enum direction)entry->direction;
	conversation.feeling = entry->feeling ? entry->feeling : FEELING_NONE;
	conversation.awaits_reply = entry->awaits_reply;
	conversation.exchanges.given = entry->given;
	conversation.exchanges.received = entry->received;
	memory_replace_string(&conversation.summary, sample_told(entry->summary));
	memory_replace_string(&conversation.body, sample_told(entry->body));
	for (int i = 0; i < 4 && entry->with[i] != NOBODY; i++)
		conversation_add_participant(
			&conversation, filling->ids[entry->with[i]], NULL, false);
	for (int i = 0; i < 2 && entry->mentions[i] != NOBODY; i++)
		conversation_add_participant(
			&conversation, filling->ids[entry->mentions[i]], NULL, true);
	enum status status = conversation_add(filling->store, &conversation, filling->err);
	conversation_fini(&conversation);
	return status;
}

static enum status add_events(struct filling *filling)
{
	enum status status = STATUS_OK;

	for (const struct sample_event *event = sample_events;
		event->who != NOBODY && status == STATUS_OK; event++) {
		struct event row = { .contact = filling->ids[event->who],
			.kind = event->kind,
			.day = days_ago(filling, event->ago),
			.until = days_ago(filling, event->until) };
		status = event_add(filling->store, &row, filling->err);
	}
	for (const struct sample_absence *absence = sample_absences;
		absence->from && status == STATUS_OK; absence++) {
		struct absence row = { .contact = filling->ids[absence->who],
			.from = days_ago(filling, absence->from),
			.to = days_ago(filling, absence->to) };
		status = absence_add(filling->store, &row, filling->err);
	}
	return status;
}

static enum status sample_add_followups(struct filling *filling)
{
	enum status status = STATUS_OK;

	for (const struct sample_followup *followup = sample_followups;
		followup->text && status == STATUS_OK; followup++) {
		struct followup row = { .contact = filling->ids[followup->with],
			.kind = followup->kind,
			.text = memory_copy_string(sample_told(followup->text)),
			.made_on = days_ago(filling, followup->made),
			.due = days_ago(filling, followup->due),
			.done_on = days_ago(filling, followup->done) };
		status = followup_add(filling->store, &row, filling->err);
		followup_fini(&row);
	}
	return status;
}

static enum status sample_fill(void *context, struct error *err)
{
	struct filling *filling = context;

	filling->err = err;
	change_keep_no_record(filling->store);
	/* Family members are in touch as they please: a circle without a wish. */
	struct circle family = { .name = memory_copy_string(_("Family")) };
	enum status status = circle_save(filling->store, &family, filling->err);

	free(family.name);
	if (status == STATUS_OK)
		status = each_person(filling, sample_add_person);
	if (status == STATUS_OK)
		status = each_person(filling, sample_relate);
	if (status == STATUS_OK)
		status = add_events(filling);
	if (status == STATUS_OK)
		status = each_person(filling, add_pattern);
	for (const struct sample_entry *entry = sample_story; entry->summary && status == STATUS_OK;
		entry++)
		status = sample_add_entry(filling, entry);
	if (status == STATUS_OK)
		status = sample_add_followups(filling);
	return status;
}

enum status demo_fill(struct store *store, struct error *err)
{
	struct filling filling = { .store = store, .today = store_today(store) };

	return store_change(store, sample_fill, &filling, err, "%s", "");
}
