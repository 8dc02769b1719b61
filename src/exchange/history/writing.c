/* What becomes of the days of an import.
 * Not here: making them (days.c), a single entry (day_writer.c). */
#include "exchange/history/writing.h"

#include "exchange/history/day_words.h"
#include "exchange/history/day_writer.h"
#include "filo/base/i18n.h"
#include "filo/base/memory.h"
#include "filo/exchange/seen_adopt.h"
#include "filo/store/contacts.h"
#include "filo/store/seen.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

/* Whoever was in touch on one day only is kept aside for so long. */
#define ASIDE_ONCE_DAYS 365

struct writing {
	struct history_job *job;
	struct gathering *gathering; /* the job's, as is the report */
	struct history_report *report;
	struct history_days *days;
	struct day_writer writer;
	struct day_words words;
	struct number_map contacts;   /* counted in the report */
	struct number_map aside_days; /* of whom, and which: several things may be on one */
	struct number_map adopted;    /* ids among the people seen, in this import */
};

static const char *writing_source_named(const struct writing *writing, uint32_t source)
{
	return ((struct gathered_source *)vector_at(&writing->gathering->sources, source))->name;
}

/* Of those at hand. */
static const struct history_day *first_day(const struct writing *writing)
{
	return vector_at(&writing->days->days, 0);
}

/* Who a handle was found to be is remembered: from then on it is. */
static enum status remember(struct writing *writing, uint32_t number, struct error *err)
{
	struct gathered_person *person = gathering_person_at(writing->gathering, number);
	struct seen seen = { .id = person->seen,
		.kind = handle_kind(&person->handle, person->source),
		.key = person->handle.key,
		.name = person->handle.name,
		.address = person->handle.value,
		.contact = person->contact,
		.is_ignored = person->is_ignored,
		.is_me = person->is_me && person->is_mapped };
	enum status status = seen_save(writing->job->store, &seen, err);

	person->is_seen_new = !person->seen;
	person->seen = seen.id;
	return status;
}

static enum status remember_once(struct writing *writing, uint32_t number, struct error *err)
{
	const struct gathered_person *person = gathering_person_at(writing->gathering, number);

	return person->seen && !person->is_mapped ? STATUS_OK : remember(writing, number, err);
}

static enum status write_direct(
	struct writing *writing, const struct history_day *day, struct error *err)
{
	const struct gathered_person *person = gathering_person_at(writing->gathering, day->person);
	char *source_id = day_source_id(person->handle.key, day->contact_day, day->medium);
	const struct day_line line = { .source = writing_source_named(writing, day->source),
		.source_id = source_id,
		.medium = day->medium,
		.contact_day = day->contact_day,
		.tally = day->tally,
		.text = day_words_find(&writing->words, day),
		.with = &day->contact,
		.with_count = 1 };
	enum status status = day_writer_add(&writing->writer, &line, err);

	free(source_id);
	return status;
}

/* Lines of theirs may need the name. */
static enum status begin_contact(struct writing *writing, contact_id id, struct error *err)
{
	enum status status = day_writer_begin(&writing->writer, id, err);
	struct contact contact;

	if (status == STATUS_OK && writing->gathering->keeps_words) {
		status = contact_load(writing->job->store, id, &contact, err);
		if (status != STATUS_OK)
			return status;
		day_words_begin(&writing->words, contact.name);
		contact_fini(&contact);
	}
	return status;
}

/* Each once, whatever they have days of. */
static void count_contact(struct writing *writing, contact_id contact)
{
	writing->report->people +=
		number_map_add(&writing->contacts, number_hash(1, (uint64_t)contact));
}

/* The days at hand, of one contact. */
static enum status write_contact(struct writing *writing, struct error *err)
{
	contact_id contact = first_day(writing)->contact;
	const struct history_day *day;
	enum status status = begin_contact(writing, contact, err);

	count_contact(writing, contact);
	writing->job->has_changed = true;
	VECTOR_EACH (day, &writing->days->days) {
		if (status == STATUS_OK)
			status = write_direct(writing, day, err);
		if (status == STATUS_OK)
			status = remember_once(writing, day->person, err);
	}
	return status == STATUS_OK ? writing->job->go_on(writing->job->context, err) : status;
}

/* A day that is not written for them. */
static void count_unwritten(struct writing *writing, uint32_t number, const struct history_day *day)
{
	uint64_t hash = number_hash(number_hash(0, number), (uint64_t)(uint32_t)day->contact_day);

	gathering_person_at(writing->gathering, number)->aside_days +=
		number_map_add(&writing->aside_days, hash);
}

/* Whether a day of meetings came into their log when they were adopted, or was deleted since. */
static bool is_met_alone(const struct writing *writing, const struct history_day *day,
	const struct gathered_person *person)
{
	char *source_id = day_source_id(person->handle.key, day->contact_day, day->medium);
	bool is_there = day->kind == DAY_MEETING &&
			day_writer_has(&writing->writer, writing_source_named(writing, day->source),
				source_id);

	free(source_id);
	return is_there;
}

/* Those with whom it is to be an entry; false: somebody has it in another. */
static bool collect_with(
	struct writing *writing, const struct history_day *day, struct vector *contacts)
{
	bool is_new = true;

	for (size_t i = 0; i < day->with_count; i++) {
		uint32_t number = *(uint32_t *)vector_at(&writing->days->with, day->with_at + i);
		const struct gathered_person *person =
			gathering_person_at(writing->gathering, number);
		if (person->trashed)
			count_unwritten(writing, number, day);
		if (!person->contact)
			continue;
		count_contact(writing, person->contact);
		if (is_met_alone(writing, day, person))
			is_new = false;
		else
			vector_push(contacts, &person->contact);
	}
	return is_new;
}

/* "group:00c0ffee/2026-09-01", "meeting:UID/OCCURRENCE": what a group is called is not kept. */
static char *together_id(const struct writing *writing, const struct history_day *day)
{
	struct strbuf key = STRBUF_INIT;

	if (day->kind == DAY_MEETING) {
		const struct gathered_meeting *meeting =
			vector_at(&writing->gathering->meetings, day->place);
		strbuf_add_format(&key, "meeting:%s", meeting->id);
		return strbuf_take(&key);
	}
	const struct gathered_thread *thread = vector_at(&writing->gathering->threads, day->place);
	strbuf_add_format(&key, "group:%016" PRIx64, thread->hash);
	char *source_id = day_source_id(key.data, day->contact_day, day->medium);
	strbuf_fini(&key);
	return source_id;
}

static void count_there(struct history_report *report)
{
	report->days++;
	report->unchanged++;
}

static enum status write_together(
	struct writing *writing, const struct history_day *day, struct error *err)
{
	struct vector contacts = VECTOR_INIT(contact_id);
	char *source_id = together_id(writing, day);
	struct day_line line = { .source = writing_source_named(writing, day->source),
		.source_id = source_id,
		.medium = day->medium,
		.contact_day = day->contact_day,
		.tally = day->tally,
		.is_group = true,
		.can_move = day->kind == DAY_MEETING };
	enum status status = STATUS_OK;

	if (day->kind == DAY_MEETING)
		line.text = ((struct gathered_meeting *)vector_at(
				     &writing->gathering->meetings, day->place))
				    ->text;
	bool is_new = collect_with(writing, day, &contacts);
	line.with = contacts.items;
	line.with_count = contacts.count;
	if (contacts.count)
		status = day_writer_add(&writing->writer, &line, err);
	else if (!is_new)
		count_there(writing->report);
	else if (day->kind == DAY_GROUP)
		gathering_leave_out(writing->gathering,
			N_("messages in groups with nobody among your contacts"),
			day->tally.tally.from_me + day->tally.tally.from_them);
	vector_fini(&contacts);
	free(source_id);
	return status;
}

static bool is_two_way(const struct writing *writing)
{
	const struct history_day *day;
	int64_t from_me = 0, from_them = 0;

	VECTOR_EACH (day, &writing->days->days) {
		if (gathering_is_timed(day->medium))
			return true;
		from_me += day->tally.tally.from_me;
		from_them += day->tally.tally.from_them;
	}
	return from_me && from_them;
}

/* Different days of contact; they come by source and medium. */
static int count_days(const struct writing *writing)
{
	struct number_map days = { .is_set = true };
	const struct history_day *day;

	VECTOR_EACH (day, &writing->days->days)
		number_map_add(&days, number_hash(1, (uint64_t)(uint32_t)day->contact_day));
	int count = (int)days.count;
	number_map_fini(&days);
	return count;
}

static bool is_worth_keeping(const struct writing *writing, int days)
{
	day_number today = writing->gathering->today;

	if (!is_two_way(writing))
		return false;
	return days > 1 || first_day(writing)->contact_day > today - ASIDE_ONCE_DAYS;
}

/* is_first: nothing can be kept of this person yet, in that source and medium, on that day. */
static enum status set_day_aside(struct writing *writing, uint32_t number, bool is_first,
	const struct history_day *day, struct error *err)
{
	const struct gathered_person *person = gathering_person_at(writing->gathering, number);
	const struct seen_day seen_day = { .contact_day = day->contact_day,
		.source = writing_source_named(writing, day->source),
		.medium = day->medium,
		.tally = day->tally };

	count_unwritten(writing, number, day);
	return seen_day_save(writing->job->store, person->seen, is_first, &seen_day,
		&writing->job->has_changed, err);
}

/* Sources that know no addresses: there only you can tell who is who. */
static void ask_who(struct writing *writing, const struct gathered_person *person)
{
	const struct handle *handle = &person->handle;
	const struct history_day *first = first_day(writing), *day;

	if (person->is_wanted || (handle->is_channel && !person->likely))
		return;
	struct history_unknown unknown = { .days = person->days,
		.name = memory_copy_string(*handle->name ? handle->name : handle->value),
		.kind = memory_copy_string(handle_kind(handle, person->source)),
		.key = memory_copy_string(handle->key),
		.source = memory_copy_string(writing_source_named(writing, first->source)),
		.first = first->contact_day,
		.last = first->contact_day,
		.seen = person->seen,
		.is_new = person->is_seen_new,
		.likely = person->likely };
	VECTOR_EACH (day, &writing->days->days) {
		if (day->contact_day < unknown.first)
			unknown.first = day->contact_day;
		if (day->contact_day > unknown.last)
			unknown.last = day->contact_day;
	}
	vector_push(&writing->report->unknown, &unknown);
}

/* Somebody who was kept before is kept on; who was not is a number in the report. */
static enum status set_aside(struct writing *writing, struct error *err)
{
	uint32_t number = first_day(writing)->person;
	struct gathered_person *person = gathering_person_at(writing->gathering, number);
	const struct history_day *day;

	person->days = count_days(writing);
	if (!person->seen && !person->is_wanted && !is_worth_keeping(writing, person->days)) {
		writing->report->not_kept++;
		return STATUS_OK;
	}
	enum status status = remember_once(writing, number, err);
	VECTOR_EACH (day, &writing->days->days)
		if (status == STATUS_OK)
			status = set_day_aside(writing, number, person->is_seen_new, day, err);
	ask_who(writing, person);
	return status == STATUS_OK ? writing->job->go_on(writing->job->context, err) : status;
}

/* Deleted stays deleted. */
static void leave_days(struct writing *writing)
{
	const struct history_day *day;

	VECTOR_EACH (day, &writing->days->days)
		count_unwritten(writing, day->person, day);
}

/* Who was met with others, and is nobody here, is put aside too. */
static enum status set_met_aside(
	struct writing *writing, const struct history_day *day, struct error *err)
{
	enum status status = STATUS_OK;

	if (day->kind != DAY_MEETING)
		return STATUS_OK;
	for (size_t i = 0; i < day->with_count && status == STATUS_OK; i++) {
		uint32_t number = *(uint32_t *)vector_at(&writing->days->with, day->with_at + i);
		struct gathered_person *person = gathering_person_at(writing->gathering, number);
		if (person->contact || person->trashed)
			continue;
		if (!person->seen)
			status = remember(writing, number, err);
		if (status == STATUS_OK)
			status = set_day_aside(writing, number, false, day, err);
	}
	return status;
}

static enum status write_days(struct writing *writing, struct error *err)
{
	enum status status = STATUS_OK;

	while (status == STATUS_OK && history_days_next(writing->days)) {
		const struct history_day *first = first_day(writing);
		if (first->kind == DAY_DIRECT) {
			if (gathering_person_at(writing->gathering, first->person)->trashed)
				leave_days(writing);
			else
				status = first->contact ? write_contact(writing, err)
							: set_aside(writing, err);
			continue;
		}
		status = write_together(writing, first, err);
		if (status == STATUS_OK)
			status = set_met_aside(writing, first, err);
	}
	if (status == STATUS_OK)
		status = history_days_check(writing->days, err);
	return status == STATUS_OK ? day_writer_flush(&writing->writer, err) : status;
}

/* Those who were mapped to be ignored, or to be me, stay so. */
static enum status remember_decisions(struct writing *writing, struct error *err)
{
	enum status status = STATUS_OK;

	for (uint32_t i = AUTHORS; i < writing->gathering->people.count && status == STATUS_OK;
		i++) {
		struct gathered_person *person = gathering_person_at(writing->gathering, i);
		if (!person->is_mapped || (!person->is_ignored && !person->is_me))
			continue;
		status = remember(writing, i, err);
		writing->job->has_changed = true;
	}
	return status;
}

/* Of whom somebody wants a contact, and who shall stay, as ids among the people seen. */
static void writing_answered(
	const struct writing *writing, struct vector *wanted, struct vector *staying)
{
	const struct gathered_person *person;

	VECTOR_EACH (person, &writing->gathering->people)
		if (person->seen && person->is_mapped)
			vector_push(person->is_wanted ? wanted : staying, &person->seen);
}

/* Whoever shall stay does so even where another of the same name is adopted. */
static void writing_drop_staying(struct vector *people, const struct vector *staying)
{
	size_t kept = 0;

	for (size_t i = 0; i < people->count; i++) {
		struct seen_person *person = vector_at(people, i);
		if (vector_has(staying, &person->id))
			seen_person_fini(person);
		else
			*(struct seen_person *)vector_at(people, kept++) = *person;
	}
	people->count = kept;
}

static bool is_to_be_adopted(const struct writing *writing, const struct vector *wanted,
	const struct seen_person *person)
{
	int days = writing->job->options->adopt;

	return (days > 0 && person->days >= days) || vector_has(wanted, &person->id);
}

/* All that was seen of one person, wherever. */
static enum status adopt_same(struct writing *writing, const struct vector *same, struct error *err)
{
	struct seen_person *const *person;
	int64_t days = 0;
	enum status status =
		seen_adopt(writing->job->store, same->items, same->count, 0, &days, err);
	VECTOR_EACH (person, same) {
		number_map_add(&writing->adopted, number_hash(0, (uint64_t)(*person)->id));
	}
	writing->report->adopted++;
	writing->report->added += days;
	return status;
}

/* Whoever was set aside, in this import or before, and is to be a contact or has days enough. */
static enum status writing_adopt(struct writing *writing, struct error *err)
{
	struct vector people = VECTOR_INIT(struct seen_person), wanted = VECTOR_INIT(int64_t),
		      staying = VECTOR_INIT(int64_t), same = VECTOR_INIT(struct seen_person *),
		      firsts = VECTOR_INIT(size_t);
	enum status status = STATUS_OK;

	writing_answered(writing, &wanted, &staying);
	if (wanted.count || writing->job->options->adopt > 0)
		status = seen_list(writing->job->store, false, &people, err);
	writing_drop_staying(&people, &staying);
	seen_unite(&people, &firsts);
	bool *is_wanted = memory_new(people.count * sizeof *is_wanted); /* each by their first */
	for (size_t i = 0; i < people.count; i++)
		is_wanted[*(size_t *)vector_at(&firsts, i)] |=
			is_to_be_adopted(writing, &wanted, vector_at(&people, i));
	for (size_t i = 0; i < people.count && status == STATUS_OK; i++) {
		if (!is_wanted[i])
			continue;
		vector_clear(&same);
		seen_add_same(&people, &firsts, i, &same);
		status = adopt_same(writing, &same, err);
	}
	free(is_wanted);
	VECTOR_FINI(struct seen_person, &people, seen_person_fini);
	vector_fini(&wanted);
	vector_fini(&staying);
	vector_fini(&same);
	vector_fini(&firsts);
	return status;
}

static bool is_adopted(const struct writing *writing, int64_t seen)
{
	return seen && number_map_find(&writing->adopted, number_hash(0, (uint64_t)seen), NULL);
}

/* Those who are still aside at the end are told, and asked about. */
static void count_aside(struct writing *writing)
{
	const struct gathered_person *person;
	struct vector *unknown = &writing->report->unknown;
	size_t kept = 0;

	VECTOR_EACH (person, &writing->gathering->people) {
		if (!person->aside_days || person->trashed || is_adopted(writing, person->seen))
			continue;
		writing->report->aside++;
		writing->report->aside_days += person->aside_days;
	}
	for (size_t i = 0; i < unknown->count; i++) {
		struct history_unknown *name = vector_at(unknown, i);
		if (is_adopted(writing, name->seen))
			history_unknown_fini(name);
		else
			*(struct history_unknown *)vector_at(unknown, kept++) = *name;
	}
	unknown->count = kept;
}

static int compare_unknown(const void *a, const void *b)
{
	const struct history_unknown *one = a, *other = b;

	if (!one->likely != !other->likely)
		return one->likely ? -1 : 1;
	if (one->days != other->days)
		return one->days > other->days ? -1 : 1;
	return (one->seen > other->seen) - (one->seen < other->seen);
}

static enum status name_likely(struct writing *writing, struct error *err)
{
	struct history_unknown *unknown;
	enum status status = STATUS_OK;

	VECTOR_EACH (unknown, &writing->report->unknown) {
		struct contact contact;
		if (!unknown->likely || status != STATUS_OK)
			continue;
		status = contact_load(writing->job->store, unknown->likely, &contact, err);
		if (status != STATUS_OK)
			return status;
		unknown->likely_name = memory_copy_string(contact.name);
		contact_fini(&contact);
	}
	vector_sort(&writing->report->unknown, compare_unknown);
	return status;
}

enum status history_write(struct history_job *job, struct history_days *days, struct error *err)
{
	struct writing writing = { .job = job,
		.gathering = job->gathering,
		.report = job->report,
		.days = days,
		.contacts = { .is_set = true },
		.aside_days = { .is_set = true },
		.adopted = { .is_set = true } };
	enum status status = day_writer_open(&writing.writer, job->store, job->report, err);

	day_words_make(&writing.words, job->gathering, history_crowd(job->options));
	if (status == STATUS_OK)
		status = write_days(&writing, err);
	if (status == STATUS_OK)
		status = day_words_check(&writing.words, err);
	if (status == STATUS_OK)
		status = remember_decisions(&writing, err);
	if (status == STATUS_OK)
		status = writing_adopt(&writing, err);
	if (status == STATUS_OK)
		count_aside(&writing);
	if (status == STATUS_OK)
		status = name_likely(&writing, err);
	job->has_changed |= job->report->added || job->report->grown || job->report->joined ||
			    job->report->adopted;
	number_map_fini(&writing.contacts);
	number_map_fini(&writing.aside_days);
	number_map_fini(&writing.adopted);
	day_words_fini(&writing.words);
	day_writer_fini(&writing.writer);
	return status;
}
