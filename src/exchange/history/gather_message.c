/* A message among what is gathered: who wrote, in which conversation, on which day.
 * Not here: everything else that records tell (gather.c). */
#include "exchange/history/gather_parts.h"

#include "exchange/hash.h"
#include "filo/base/i18n.h"
#include "filo/base/memory.h"

#include <string.h>

/* Whoever mails more people than this at once mails nobody. */
#define MAIL_MEMBERS_MAX 64

/* A month: no call or meeting of a day is longer. */
#define SECONDS_MAX INT64_C(2678400)

/* What a message says, in numbers. */
struct taken {
	uint32_t author;
	struct vector others; /* of uint32_t: whom it names besides */
	bool has_who;
	struct moment moment;
	enum medium medium;
	int64_t seconds; /* NUMBER_NONE: not known */
};

static const char *take_moment(
	struct gathering *gathering, const struct history_record *record, struct moment *moment)
{
	bool is_known =
		record->number[NUMBER_WHEN] != NUMBER_NONE
			? moments_of_number(gathering->moments, record->number[NUMBER_WHEN], moment)
		: record->text[TEXT_WHEN]
			? moments_of_text(gathering->moments, record->text[TEXT_WHEN], moment)
			: false;

	return is_known ? NULL : N_("no date");
}

static const char *take_medium(const struct history_record *record, enum medium *medium)
{
	const char *word = record->text[TEXT_MEDIUM];

	*medium = MEDIUM_MESSAGE;
	if (!word || !*word)
		return NULL;
	for (int i = 0; i < MEDIUM_NONE; i++) {
		if (!strcmp(word, medium_name((enum medium)i))) {
			*medium = (enum medium)i;
			return NULL;
		}
	}
	return N_("no such medium");
}

static void add_other(struct gathering *gathering, struct taken *taken, const char *text)
{
	uint32_t person = gathering_person(gathering, gathering_source(gathering)->name, text);

	vector_push(&taken->others, &person);
}

/* Who wrote, and who else is named. "by" and "who" say which of the two is me; "from" does not. */
static const char *take_sides(
	struct gathering *gathering, const struct history_record *record, struct taken *taken)
{
	const char *by = record->text[TEXT_BY], *who = record->text[TEXT_WHO],
		   *from = record->text[TEXT_FROM];
	bool is_mine = by && !strcmp(by, "me"), is_both = by && !strcmp(by, "both");

	if (by && !is_mine && !is_both && strcmp(by, "them") != 0)
		return N_("by is neither me, them nor both");
	if (!who && by && !is_mine)
		who = from;
	taken->has_who = who != NULL;
	for (size_t i = 0; i < record->list_count[LIST_TO]; i++)
		add_other(gathering, taken, record->list[LIST_TO][i]);
	if (by && who)
		add_other(gathering, taken, who);
	if (is_mine || is_both) {
		taken->author = is_mine ? AUTHOR_ME : AUTHOR_BOTH;
	} else if (who || from) {
		taken->author = gathering_person(
			gathering, gathering_source(gathering)->name, from && !by ? from : who);
		gathering_source(gathering)->has_from |= !by;
	} else {
		taken->author = AUTHOR_UNKNOWN;
	}
	return NULL;
}

/* Which conversation it belongs to. A call names its own person, even in a thread. */
static const char *find_thread(struct gathering *gathering, const struct history_record *record,
	struct taken *taken, uint32_t *thread)
{
	const char *name = record->text[TEXT_THREAD];
	bool is_by = record->text[TEXT_BY] != NULL;
	const uint32_t *other;

	if (taken->medium == MEDIUM_EMAIL && !is_by) {
		*thread = gathering_thread_among(gathering, &taken->others, THREAD_MAIL);
		return NULL;
	}
	if (name && *name && !(gathering_is_timed(taken->medium) && taken->others.count)) {
		*thread = gathering_thread_named(gathering, name);
		VECTOR_EACH (other, &taken->others)
			gathering_add_member(gathering_thread(gathering, *thread), *other);
		if (taken->author >= AUTHORS)
			gathering_add_member(gathering_thread(gathering, *thread), taken->author);
		return NULL;
	}
	if (taken->author >= AUTHORS)
		vector_push(&taken->others, &taken->author);
	if (!taken->others.count)
		return N_("nobody is named");
	*thread = gathering_thread_among(gathering, &taken->others, THREAD_PAIR);
	return NULL;
}

static bool is_out_of_range(struct gathering *gathering, const struct moment *moment)
{
	day_number day = moment_contact_day(moment);

	if (gathering->today != DAY_NONE && moment_day(moment) > gathering->today + 1) {
		gathering_leave_out(gathering, N_("in the future"), 1);
		return true;
	}
	return (gathering->since != DAY_NONE && day < gathering->since) ||
	       (gathering->until != DAY_NONE && day > gathering->until);
}

static void count_in_file(struct gathering *gathering, const struct moment *moment)
{
	struct gathered_file *file = gathering_file(gathering);
	day_number day = moment_day(moment);

	file->messages++;
	if (file->first == DAY_NONE || day < file->first)
		file->first = day;
	if (file->last == DAY_NONE || day > file->last)
		file->last = day;
}

static bool comes_first(const struct gathered_day *a, const struct gathered_day *b)
{
	if (a->has_time != b->has_time)
		return a->has_time;
	return a->first != b->first ? a->first < b->first : a->order < b->order;
}

/* Of what is not known (NUMBER_NONE) none. */
static uint32_t length_of(int64_t seconds)
{
	if (seconds <= 0)
		return 0;
	return (uint32_t)(seconds < SECONDS_MAX ? seconds : SECONDS_MAX);
}

void gathered_day_add(struct gathered_day *day, const struct gathered_day *more)
{
	if (comes_first(more, day)) {
		day->first = more->first;
		day->order = more->order;
		day->has_time = more->has_time;
	}
	day->count += more->count;
	day->seconds = length_of((int64_t)day->seconds + more->seconds);
}

static void add_to_day(struct gathering *gathering, const struct gathered_day *said)
{
	uint32_t at = (uint32_t)gathering->days.items.count;
	uint64_t hash = number_hash(0, (uint64_t)said->thread << 32 | said->author);

	hash = number_hash(hash, (uint64_t)said->file << 32 | (uint32_t)said->contact_day);
	hash = number_hash(hash, (uint64_t)said->medium << 2 | said->bulk);
	if (number_map_have(&gathering->day_of, hash, &at)) {
		gathered_day_add(vector_at(&gathering->days.items, at), said);
		return;
	}
	if (sorter_is_full(&gathering->days)) {
		number_map_fini(&gathering->day_of);
		number_map_put(&gathering->day_of, hash, 0);
	}
	sorter_push(&gathering->days, said);
}

/* An id that came before in this import is the same message. */
static bool is_repeated(struct gathering *gathering, const struct history_record *record)
{
	if (!record->text[TEXT_ID])
		return false;
	uint64_t hash = number_hash(exchange_hash(EXCHANGE_HASH_START, record->text[TEXT_ID]),
		gathering_file(gathering)->source);
	return !number_map_add(&gathering->has_id, hash);
}

static void count_people(struct gathering *gathering, const struct taken *taken)
{
	const uint32_t *other;

	if (taken->author >= AUTHORS)
		gathering_person_at(gathering, taken->author)->written++;
	if (taken->medium == MEDIUM_EMAIL)
		VECTOR_EACH (other, &taken->others)
			gathering_person_at(gathering, *other)->received++;
}

static void add_meeting(
	struct gathering *gathering, const struct history_record *record, struct taken *taken)
{
	struct gathered_meeting meeting = { .id = memory_copy_string(record->text[TEXT_ID]),
		.source = gathering_file(gathering)->source,
		.organizer = taken->author,
		.moment = taken->moment,
		.seconds = length_of(taken->seconds),
		.medium = taken->medium,
		.text = memory_copy_string(record->text[TEXT_TEXT]) };

	meeting.thread = gathering_thread_among(gathering, &taken->others, THREAD_PAIR);
	vector_push(&gathering->meetings, &meeting);
}

static uint8_t bulk_of(const char *word)
{
	if (!word)
		return BULK_NOT;
	return strcmp(word, "role") != 0 ? BULK_UNSUBSCRIBE : BULK_ROLE;
}

static void keep_words(struct gathering *gathering, const struct history_record *record,
	const struct taken *taken, uint32_t thread)
{
	const char *text = record->text[TEXT_TEXT];
	size_t bytes = strlen(text);
	const struct gathered_words words = { .thread = thread,
		.bulk = bulk_of(record->text[TEXT_BULK]),
		.author = taken->author,
		.order = gathering->order,
		.local = taken->moment.local,
		.has_time = taken->moment.has_time,
		.medium = (uint8_t)taken->medium,
		.text_at = texts_add(&gathering->texts, text, bytes),
		.text_bytes = (uint32_t)bytes };

	sorter_push(&gathering->words, &words);
}

static const char *add_message(
	struct gathering *gathering, const struct history_record *record, struct taken *taken)
{
	struct gathered_day day = { .author = taken->author,
		.file = record->text[TEXT_ID] ? FILE_ANY : gathering->file,
		.contact_day = moment_contact_day(&taken->moment),
		.first = taken->moment.local,
		.order = gathering->order++,
		.count = 1,
		.seconds = length_of(taken->seconds),
		.medium = (uint8_t)taken->medium,
		.has_time = taken->moment.has_time,
		.bulk = bulk_of(record->text[TEXT_BULK]) };
	const char *wrong = find_thread(gathering, record, taken, &day.thread);
	bool is_round_mail =
		taken->medium == MEDIUM_EMAIL && taken->others.count > MAIL_MEMBERS_MAX;

	if (wrong)
		return wrong;
	if (taken->author == AUTHOR_UNKNOWN)
		return N_("nobody is named");
	if (is_out_of_range(gathering, &taken->moment))
		return NULL;
	if (is_round_mail) {
		gathering_leave_out(gathering, N_("mails to many"), 1);
		return NULL;
	}
	count_people(gathering, taken);
	count_in_file(gathering, &taken->moment);
	add_to_day(gathering, &day);
	if (gathering->keeps_words && record->text[TEXT_TEXT] && !gathering_is_timed(taken->medium))
		keep_words(gathering, record, taken, day.thread);
	return NULL;
}

const char *gathering_take_message(struct gathering *gathering, const struct history_record *record)
{
	struct taken taken = { .others = VECTOR_INIT(uint32_t),
		.seconds = record->number[NUMBER_SECONDS] };
	const char *wrong = take_moment(gathering, record, &taken.moment);

	if (!wrong)
		wrong = take_medium(record, &taken.medium);
	if (wrong || is_repeated(gathering, record))
		return wrong;
	wrong = take_sides(gathering, record, &taken);
	for (size_t i = 0; i < record->list_count[LIST_DELIVERED] && !wrong; i++)
		add_other(gathering, &taken, record->list[LIST_DELIVERED][i]);
	bool is_meeting = !strcmp(gathering_source(gathering)->name, "calendar");
	bool is_unanswered = gathering_is_timed(taken.medium) && taken.seconds == 0;
	if (!wrong && is_meeting && record->text[TEXT_ID]) {
		if (!is_out_of_range(gathering, &taken.moment)) {
			count_in_file(gathering, &taken.moment);
			add_meeting(gathering, record, &taken);
		}
	} else if (!wrong && is_unanswered) {
		gathering_leave_out(gathering, N_("unanswered calls"), 1);
	} else if (!wrong) {
		wrong = add_message(gathering, record, &taken);
	}
	vector_fini(&taken.others);
	return wrong;
}
