/* The rules by which messages become days.
 * Not here: who is who (people.c), keeping days (writing.c). */
#include "exchange/history/days.h"

#include "exchange/history/people.h"
#include "filo/base/i18n.h"

/* 80 bytes each. */
#define DAYS_IN_MEMORY 16384

struct making {
	struct history_days *days;
	struct gathering *gathering;
	const struct history_options *options;
	int crowd;
	const struct gathered_day *ahead; /* of those gathered; NULL: that was the last */
};

static struct gathered_thread *gathered_thread_at(
	const struct gathering *gathering, uint32_t number)
{
	return vector_at(&gathering->threads, number);
}

static struct gathered_thread *thread_of(const struct making *making, uint32_t number)
{
	return gathered_thread_at(making->gathering, number);
}

static bool days_is_taken(const struct making *making, uint32_t person)
{
	const struct gathered_person *who = gathering_person_at(making->gathering, person);

	return !who->is_me && !who->is_ignored && !who->is_service;
}

/* Members that are not me, those left out too. */
static size_t count_others(const struct gathering *gathering, uint32_t number)
{
	const uint32_t *member;
	size_t count = 0;

	VECTOR_EACH (member, &gathered_thread_at(gathering, number)->members)
		count += !people_is_me(gathering, number, *member);
	return count;
}

static bool is_together(const struct gathered_day *a, const struct gathered_day *b)
{
	return a->thread == b->thread && a->file == b->file && a->medium == b->medium &&
	       a->contact_day == b->contact_day;
}

static bool days_begins_before(const struct history_day *a, const struct history_day *b)
{
	if (a->has_time != b->has_time)
		return a->has_time;
	return a->first != b->first ? a->first < b->first : a->order < b->order;
}

/* Of one file: numbers are added. */
static void add_together(struct history_day *into, const struct history_day *other)
{
	if (days_begins_before(other, into)) {
		into->has_time = other->has_time;
		into->first = other->first;
		into->order = other->order;
		into->tally.direction = other->tally.direction;
		into->tally.day = other->tally.day;
		into->tally.minute = other->tally.minute;
	}
	into->tally.tally.from_me += other->tally.tally.from_me;
	into->tally.tally.from_them += other->tally.tally.from_them;
	into->tally.tally.seconds += other->tally.tally.seconds;
}

static struct history_day day_of(const struct making *making, const struct gathered_day *said)
{
	const struct moment moment = { said->first, said->has_time };
	bool is_mine = people_is_me(making->gathering, said->thread, said->author);
	bool is_both = said->author == AUTHOR_BOTH;
	bool is_timed = gathering_is_timed((enum medium)said->medium);
	struct history_day day = { .source = thread_of(making, said->thread)->source,
		.medium = said->medium,
		.contact_day = said->contact_day,
		.file = said->file,
		.order = said->order,
		.first = said->first,
		.has_time = said->has_time,
		.tally = { .day = moment_day(&moment),
			.minute = moment_minute(&moment),
			.direction = is_mine   ? OPENED_BY_ME
				     : is_both ? OPENED_BY_BOTH
					       : OPENED_BY_THEM } };

	day.tally.tally.seconds = (int)said->seconds;
	if (!is_timed && (is_mine || is_both))
		day.tally.tally.from_me = (int)said->count;
	if (!is_timed && !is_mine)
		day.tally.tally.from_them = (int)said->count;
	return day;
}

static void add_direct(const struct making *making, struct history_day day, uint32_t person)
{
	if (!days_is_taken(making, person))
		return;
	day.kind = DAY_DIRECT;
	day.person = person;
	day.contact = gathering_person_at(making->gathering, person)->contact;
	sorter_push(&making->days->made, &day);
}

/* A conversation with one other. */
static void make_direct(const struct making *making, const struct gathered_day *said, size_t count)
{
	const struct gathered_thread *thread = thread_of(making, said->thread);
	const uint32_t *member;

	VECTOR_EACH (member, &thread->members)
		if (!people_is_me(making->gathering, said->thread, *member))
			for (size_t i = 0; i < count; i++)
				add_direct(making, day_of(making, &said[i]), *member);
}

/* Everybody of a conversation but me. */
static void days_add_others(const struct making *making, uint32_t thread)
{
	const uint32_t *member;

	VECTOR_EACH (member, &thread_of(making, thread)->members)
		if (days_is_taken(making, *member) &&
			!people_is_me(making->gathering, thread, *member))
			vector_push(&making->days->with, member);
}

/* That they came to nothing. */
static void leave_out_run(const struct making *making, const struct gathered_day *said,
	size_t count, const char *what)
{
	for (size_t i = 0; i < count; i++)
		gathering_leave_out(making->gathering, what, said[i].count);
}

/* A group counts on days on which I wrote, and somebody else did. With a single other it is a
 * conversation of two, but none with their direct ones: more may be known of it another time. */
static void make_group(const struct making *making, const struct gathered_day *said, size_t count,
	bool has_single_other)
{
	struct history_day day = { 0 };
	struct vector *with = &making->days->with;
	size_t with_at = with->count;
	bool has_mine = false;

	if (gathering_is_timed((enum medium)said->medium)) {
		leave_out_run(making, said, count, N_("calls with several people"));
		return;
	}
	for (size_t i = 0; i < count; i++) {
		struct history_day one = day_of(making, &said[i]);
		has_mine |= one.tally.tally.from_me > 0;
		if (i)
			add_together(&day, &one);
		else
			day = one;
		if (!has_single_other && said[i].author >= AUTHORS &&
			days_is_taken(making, said[i].author) &&
			!people_is_me(making->gathering, said->thread, said[i].author))
			vector_push(with, &said[i].author);
	}
	if (has_single_other)
		days_add_others(making, said->thread);
	if (!has_single_other && (!has_mine || !day.tally.tally.from_them)) {
		leave_out_run(making, said, count,
			has_mine ? N_("messages in groups on days when nobody else wrote")
				 : N_("messages in groups on days when you wrote nothing"));
		return;
	}
	if (with->count == with_at)
		return;
	day.kind = DAY_GROUP;
	day.place = said->thread;
	day.with_at = (uint32_t)with_at;
	day.with_count = (uint32_t)(with->count - with_at);
	sorter_push(&making->days->made, &day);
}

static bool is_bulk(const struct gathering *gathering, uint32_t number, uint8_t bulk)
{
	const struct gathered_person *author;

	if (bulk == BULK_NOT || number < AUTHORS)
		return false;
	author = gathering_person_at(gathering, number);
	return !author->contact || !author->is_exact || (bulk != BULK_ROLE && !author->was_written);
}

enum mail_fate history_mail_fate(const struct gathering *gathering, uint32_t thread,
	uint32_t author, uint8_t bulk, int crowd)
{
	size_t others = count_others(gathering, thread);
	bool is_to_me = others < gathered_thread_at(gathering, thread)->members.count;

	if (people_is_me(gathering, thread, author))
		return others > (size_t)crowd ? MAIL_TO_MANY : MAIL_COUNTS;
	if (!is_to_me)
		return MAIL_NOT_TO_ME;
	if (others + 1 > (size_t)crowd)
		return MAIL_TO_MANY;
	return is_bulk(gathering, author, bulk) ? MAIL_IS_BULK : MAIL_COUNTS;
}

/* To one alone, in my own mailbox: that may be an address of mine. */
static void note_missed(const struct making *making, const struct gathered_day *said)
{
	const struct vector *members = &thread_of(making, said->thread)->members;

	if (members->count == 1)
		gathering_person_at(making->gathering, *(uint32_t *)vector_at(members, 0))
			->missed += said->count;
}

/* A mail of mine is to each recipient; one of somebody else's, to me among others, from them. */
static void make_mail(const struct making *making, const struct gathered_day *said)
{
	static const char *const why[] = { [MAIL_TO_MANY] = N_("mails to many"),
		[MAIL_NOT_TO_ME] = N_("mails that did not come to you"),
		[MAIL_IS_BULK] = N_("bulk mail") };
	struct gathering *gathering = making->gathering;
	const uint32_t *member;
	enum mail_fate fate =
		history_mail_fate(gathering, said->thread, said->author, said->bulk, making->crowd);

	if (fate != MAIL_COUNTS)
		gathering_leave_out(gathering, why[fate], said->count);
	if (fate == MAIL_NOT_TO_ME)
		note_missed(making, said);
	if (fate != MAIL_COUNTS)
		return;
	if (!people_is_me(gathering, said->thread, said->author)) {
		add_direct(making, day_of(making, said), said->author);
		return;
	}
	VECTOR_EACH (member, &thread_of(making, said->thread)->members)
		if (!people_is_me(gathering, said->thread, *member))
			add_direct(making, day_of(making, said), *member);
}

/* Which conversations are left out as a whole. */
static bool is_left_out(const struct making *making, uint32_t number, size_t others)
{
	const struct gathered_thread *thread = thread_of(making, number);
	enum history_groups groups = making->options->groups;

	if (groups == HISTORY_GROUPS_ALL)
		return false;
	return thread->claim == CLAIM_CHANNEL || (others > 1 && groups == HISTORY_GROUPS_NONE) ||
	       others > (size_t)making->crowd;
}

static void make_run(const struct making *making, const struct gathered_day *said, size_t count)
{
	size_t others;

	if (thread_of(making, said->thread)->kind == THREAD_MAIL) {
		for (size_t i = 0; i < count; i++)
			make_mail(making, &said[i]);
		return;
	}
	others = count_others(making->gathering, said->thread);
	if (is_left_out(making, said->thread, others))
		return;
	if (others == 0)
		leave_out_run(making, said, count,
			gathering_is_timed((enum medium)said->medium)
				? N_("calls with nobody but you")
				: N_("messages to nobody but you"));
	bool is_group = thread_of(making, said->thread)->claim == CLAIM_GROUP;
	if (others == 1 && (!is_group || gathering_is_timed((enum medium)said->medium)))
		make_direct(making, said, count);
	else if (others > 0)
		make_group(making, said, count, others == 1);
}

static void count_left_out(const struct making *making)
{
	for (uint32_t i = 0; i < making->gathering->threads.count; i++) {
		const struct gathered_thread *thread = thread_of(making, i);
		size_t others = count_others(making->gathering, i);
		if (thread->kind != THREAD_MAIL && is_left_out(making, i, others))
			gathering_leave_out(making->gathering,
				thread->claim == CLAIM_CHANNEL ? N_("channels")
							       : N_("large groups"),
				1);
	}
}

/* Everybody but me, if they are not too many. */
static void make_meeting(const struct making *making, uint32_t number)
{
	struct gathering *gathering = making->gathering;
	const struct gathered_meeting *meeting = vector_at(&gathering->meetings, number);
	bool is_mine = people_is_me(gathering, meeting->thread, meeting->organizer);
	struct vector *with = &making->days->with;
	size_t others = count_others(making->gathering, meeting->thread);
	const uint32_t *member;
	struct history_day day = { .kind = DAY_MEETING,
		.place = number,
		.source = meeting->source,
		.medium = (uint8_t)meeting->medium,
		.contact_day = moment_contact_day(&meeting->moment),
		.with_at = (uint32_t)with->count,
		.tally = { .day = moment_day(&meeting->moment),
			.minute = moment_minute(&meeting->moment),
			.direction = is_mine                        ? OPENED_BY_ME
				     : meeting->organizer < AUTHORS ? OPENED_UNKNOWN
								    : OPENED_BY_THEM,
			.tally = { .seconds = (int)meeting->seconds } } };

	if (others > (size_t)making->crowd) {
		gathering_leave_out(gathering, N_("meetings of many"), 1);
		return;
	}
	VECTOR_EACH (member, &thread_of(making, meeting->thread)->members)
		if (days_is_taken(making, *member))
			vector_push(with, member);
	day.with_count = (uint32_t)with->count - day.with_at;
	if (day.with_count)
		sorter_push(&making->days->made, &day);
}

/* Direct days by contact (the others by person), source, medium, day and file; then groups. */
static int compare_made(const void *a, const void *b)
{
	const struct history_day *one = a, *other = b;

	if (one->kind != other->kind)
		return one->kind < other->kind ? -1 : 1;
	if (one->contact != other->contact)
		return one->contact < other->contact ? -1 : 1;
	if (!one->contact && one->person != other->person)
		return one->person < other->person ? -1 : 1;
	if (one->place != other->place)
		return one->place < other->place ? -1 : 1;
	if (one->source != other->source)
		return one->source < other->source ? -1 : 1;
	if (one->medium != other->medium)
		return one->medium < other->medium ? -1 : 1;
	if (one->contact_day != other->contact_day)
		return one->contact_day < other->contact_day ? -1 : 1;
	if (one->file != other->file)
		return one->file < other->file ? -1 : 1;
	return (one->order > other->order) - (one->order < other->order);
}

static bool is_one_entry(const struct history_day *a, const struct history_day *b)
{
	return a->kind == b->kind && a->contact == b->contact &&
	       (a->contact || a->person == b->person) && a->place == b->place &&
	       a->source == b->source && a->medium == b->medium && a->contact_day == b->contact_day;
}

/* Who took part in one reading or another. */
static void join_with(
	struct history_days *days, struct history_day *into, const struct history_day *other)
{
	size_t at = days->with.count;

	for (size_t part = 0; part < 2; part++) {
		const struct history_day *from = part ? other : into;
		for (size_t i = 0; i < from->with_count; i++) {
			uint32_t person = *(uint32_t *)vector_at(&days->with, from->with_at + i);
			bool is_there = false;
			for (size_t j = at; j < days->with.count; j++)
				is_there |= *(uint32_t *)vector_at(&days->with, j) == person;
			if (!is_there)
				vector_push(&days->with, &person);
		}
	}
	into->with_at = (uint32_t)at;
	into->with_count = (uint32_t)(days->with.count - at);
}

/* Another file tells the same day. */
static void join_file(struct history_days *days, struct history_day *entry,
	const struct history_day *file, bool is_first)
{
	if (is_first) {
		*entry = *file;
		return;
	}
	day_tally_merge(&entry->tally, &file->tally);
	join_with(days, entry, file);
}

/* Readings of one file are parts of a day, those of two files are the same day. */
static bool next_entry(struct history_days *days, struct history_day *entry)
{
	bool is_first = true;

	if (!days->ahead)
		return false;
	struct history_day file = *days->ahead;
	while ((days->ahead = sorter_next(&days->made)) && is_one_entry(&file, days->ahead)) {
		if (days->ahead->file == file.file) {
			add_together(&file, days->ahead);
			if (days->ahead->with_count)
				join_with(days, &file, days->ahead);
			continue;
		}
		join_file(days, entry, &file, is_first);
		is_first = false;
		file = *days->ahead;
	}
	join_file(days, entry, &file, is_first);
	return true;
}

bool history_days_next(struct history_days *days)
{
	struct history_day entry;

	vector_clear(&days->days);
	while (next_entry(days, &entry)) {
		const struct history_day *ahead = days->ahead;
		vector_push(&days->days, &entry);
		if (!ahead || entry.kind != DAY_DIRECT || ahead->kind != DAY_DIRECT ||
			ahead->contact != entry.contact ||
			(!entry.contact && ahead->person != entry.person))
			break;
	}
	return days->days.count > 0;
}

/* Whom I mailed: the bulk mail of theirs is no bulk. */
static void note_written(const struct making *making)
{
	struct sorter *days = &making->gathering->days;
	const struct gathered_day *said;
	const uint32_t *member;

	sorter_begin(days);
	while ((said = sorter_next(days)))
		if (thread_of(making, said->thread)->kind == THREAD_MAIL &&
			people_is_me(making->gathering, said->thread, said->author))
			VECTOR_EACH (member, &thread_of(making, said->thread)->members)
				gathering_person_at(making->gathering, *member)->was_written = true;
}

/* The next day of an author; what was gathered in several parts is one. */
static bool next_said(struct making *making, struct gathered_day *day)
{
	struct sorter *days = &making->gathering->days;

	if (!making->ahead)
		return false;
	*day = *making->ahead;
	while ((making->ahead = sorter_next(days)) && days->compare(day, making->ahead) == 0)
		gathered_day_add(day, making->ahead);
	return true;
}

static void make_runs(struct making *making)
{
	struct vector run = VECTOR_INIT(struct gathered_day);
	struct gathered_day day;

	sorter_begin(&making->gathering->days);
	making->ahead = sorter_next(&making->gathering->days);
	while (next_said(making, &day)) {
		if (run.count && !is_together(run.items, &day)) {
			make_run(making, run.items, run.count);
			vector_clear(&run);
		}
		vector_push(&run, &day);
	}
	if (run.count)
		make_run(making, run.items, run.count);
	vector_fini(&run);
}

int history_crowd(const struct history_options *options)
{
	return options->crowd > 0 ? options->crowd : HISTORY_CROWD;
}

enum status history_days_make(struct history_days *days, struct gathering *gathering,
	const struct history_options *options, struct error *err)
{
	struct making making = { .days = days,
		.gathering = gathering,
		.options = options,
		.crowd = history_crowd(options) };

	note_written(&making);
	make_runs(&making);
	enum status status = sorter_check(&gathering->days, err);
	sorter_fini(&gathering->days);
	for (uint32_t i = 0; i < gathering->meetings.count; i++)
		make_meeting(&making, i);
	count_left_out(&making);
	sorter_begin(&days->made);
	days->ahead = sorter_next(&days->made);
	return status;
}

enum status history_days_check(const struct history_days *days, struct error *err)
{
	return sorter_check(&days->made, err);
}

void history_days_init(struct history_days *days)
{
	*days = (struct history_days){ .days = VECTOR_INIT(struct history_day),
		.with = VECTOR_INIT(uint32_t) };
	sorter_init(&days->made, sizeof(struct history_day), DAYS_IN_MEMORY, compare_made);
}

void history_days_fini(struct history_days *days)
{
	vector_fini(&days->days);
	vector_fini(&days->with);
	sorter_fini(&days->made);
}
