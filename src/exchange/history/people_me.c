/* Which of those in a history is me.
 * Not here: who the others are (people.c). */
#include "exchange/history/people.h"

#include "exchange/hash.h"
#include "filo/base/i18n.h"
#include "filo/base/memory.h"
#include "filo/base/text.h"
#include "filo/people/sameness.h"
#include "filo/store/seen.h"

#include <stdlib.h>
#include <string.h>

#define CANDIDATES_SAID 4

bool people_is_me(const struct gathering *gathering, uint32_t thread, uint32_t author)
{
	const struct gathered_thread *in = vector_at(&gathering->threads, thread);

	return author == AUTHOR_ME ||
	       (author >= AUTHORS && (gathering_person_at(gathering, author)->is_me ||
					     (in->me && in->me == author)));
}

static const char *people_me_source_of(const struct gathering *gathering, size_t number)
{
	return ((struct gathered_source *)vector_at(&gathering->sources, number))->name;
}

/* A telephone that a source tells of somebody besides their name. */
static bool has_address(const struct gathered_person *person, const struct handle *handle)
{
	const char *value = handle->kind == CHANNEL_PHONE   ? person->phone
			    : handle->kind == CHANNEL_EMAIL ? person->email
							    : NULL;

	return value && handle_is_address(handle, value);
}

static void mark_me(struct gathering *gathering, const char *text)
{
	struct handle handle;
	struct gathered_person *person;

	handle_parse(&handle, text);
	for (size_t i = 0; i < gathering->sources.count && *handle.key; i++)
		gathering_person_at(gathering,
			gathering_person(gathering, people_me_source_of(gathering, i), text))
			->is_me = true;
	VECTOR_EACH (person, &gathering->people) {
		struct strbuf called = STRBUF_INIT;
		if (!person->handle.key)
			continue;
		if (!handle.is_channel && !person->handle.is_channel)
			name_key(&called, person->handle.name);
		if ((called.len && !strcmp(called.data, handle.key)) ||
			(handle.is_channel && has_address(person, &handle)))
			person->is_me = true;
		strbuf_fini(&called);
	}
	handle_fini(&handle);
}

/* Commas part several; a name in quotes may have one. */
static void mark_each(struct gathering *gathering, const char *list)
{
	struct strbuf one = STRBUF_INIT;
	bool is_quoted = false;

	for (const char *s = list;; s++) {
		if (*s && (*s != ',' || is_quoted)) {
			is_quoted ^= *s == '"';
			if (*s != '"')
				strbuf_add_char(&one, *s);
			continue;
		}
		if (!text_is_blank(one.data))
			mark_me(gathering, one.data);
		strbuf_clear(&one);
		if (!*s)
			break;
	}
	strbuf_fini(&one);
}

/* An address of mine is mine everywhere. A name is so only where it was said: elsewhere it may be
 * somebody else's. */
static enum status mark_kept(void *context, const struct seen *seen, struct error *err)
{
	enum channel_kind kind;

	(void)err;
	if (seen->is_me && channel_kind_parse(seen->kind, &kind))
		mark_me(context, seen->address ? seen->address : seen->key);
	return STATUS_OK;
}

/* Of each source, by person: in how many conversations. */
struct presence {
	uint32_t *conversations; /* a number each person */
	size_t threads;
};

static void count_presence(const struct gathering *gathering, uint32_t source, size_t least_members,
	struct presence *presence)
{
	const struct gathered_thread *thread;
	const uint32_t *member;

	presence->conversations =
		memory_new(gathering->people.count * sizeof *presence->conversations);
	presence->threads = 0;
	VECTOR_EACH (thread, &gathering->threads) {
		if (thread->source != source || thread->members.count < least_members)
			continue;
		presence->threads++;
		VECTOR_EACH (member, &thread->members)
			presence->conversations[*member]++;
	}
}

/* Somebody who is in every conversation, of two or more, and nobody else is. */
static void mark_always_there(struct gathering *gathering, uint32_t source)
{
	struct presence presence;
	uint32_t found = 0, count = 0;

	count_presence(gathering, source, 2, &presence);
	for (uint32_t i = AUTHORS; i < gathering->people.count; i++) {
		if (presence.threads >= 2 && presence.conversations[i] == presence.threads) {
			found = i;
			count++;
		}
	}
	free(presence.conversations);
	if (count != 1)
		return;
	struct gathered_me me = { found, memory_copy_string(N_("in every conversation")) };
	gathering_person_at(gathering, found)->is_me = true;
	vector_push(&gathering->said_me, &me);
}

/* One of a conversation's people, or who wrote or invited, is me. */
static void look_for_me_in(struct gathering *gathering, uint32_t thread_number, uint32_t author)
{
	const struct gathered_thread *thread = vector_at(&gathering->threads, thread_number);
	struct gathered_source *source = vector_at(&gathering->sources, thread->source);
	const uint32_t *member;

	source->has_me |= people_is_me(gathering, thread_number, author);
	VECTOR_EACH (member, &thread->members)
		source->has_me |= people_is_me(gathering, thread_number, *member);
}

/* The names that are mine. */
static void people_me_names(const struct gathering *gathering, struct number_map *names)
{
	const struct gathered_person *person;

	VECTOR_EACH (person, &gathering->people)
		if (person->is_me && !person->handle.is_channel && person->handle.key)
			number_map_add(
				names, exchange_hash(EXCHANGE_HASH_START, person->handle.key));
}

static bool is_among_names(const struct number_map *names, const char *name)
{
	struct strbuf key = STRBUF_INIT;

	name_key(&key, name);
	bool is_there = number_map_find(names, exchange_hash(EXCHANGE_HASH_START, key.data), NULL);
	strbuf_fini(&key);
	return is_there;
}

/* My name goes for the addresses that bear it; asked only where none of mine is known. Whether
 * there was any. */
static bool mark_addresses(struct gathering *gathering)
{
	struct number_map mine = { .is_set = true };
	struct gathered_person *person;
	bool has_marked = false;

	people_me_names(gathering, &mine);
	VECTOR_EACH (person, &gathering->people) {
		if (!mine.count || person->is_me || !person->handle.is_channel ||
			!person->handle.name || !*person->handle.name ||
			!is_among_names(&mine, person->handle.name))
			continue;
		person->is_me = true;
		has_marked = true;
	}
	number_map_fini(&mine);
	return has_marked;
}

/* Whether it matters, for this source, which one is me, and whether that is known. */
static void look_for_me(struct gathering *gathering)
{
	const struct gathered_day *day;
	const struct gathered_meeting *meeting;

	for (size_t i = 0; i < gathering->sources.count; i++)
		((struct gathered_source *)vector_at(&gathering->sources, i))->has_me = false;
	sorter_begin(&gathering->days);
	while ((day = sorter_next(&gathering->days)))
		look_for_me_in(gathering, day->thread, day->author);
	VECTOR_EACH (meeting, &gathering->meetings)
		look_for_me_in(gathering, meeting->thread, meeting->organizer);
}

static bool has_two_sides(const struct gathering *gathering, uint32_t source)
{
	const struct gathered_thread *thread;

	VECTOR_EACH (thread, &gathering->threads)
		if (thread->source == source && thread->members.count >= 2 &&
			thread->kind != THREAD_MAIL && thread->claim != CLAIM_CHANNEL)
			return true;
	return false;
}

static bool has_mail(const struct gathering *gathering, uint32_t source)
{
	const struct gathered_thread *thread;

	VECTOR_EACH (thread, &gathering->threads)
		if (thread->source == source && thread->kind == THREAD_MAIL)
			return true;
	return false;
}

/* Mail to or from me is there, so that my addresses are known. */
static bool has_mail_of_mine(const struct gathering *gathering)
{
	const struct gathered_source *source;
	uint32_t number = 0;

	VECTOR_EACH (source, &gathering->sources)
		if (has_mail(gathering, number++) && source->has_me)
			return true;
	return false;
}

static bool is_anybody_me(const struct gathering *gathering)
{
	const struct gathered_person *person;

	VECTOR_EACH (person, &gathering->people)
		if (person->is_me)
			return true;
	return false;
}

/* Somebody who may be me, and how often they are met with. */
struct candidate_me {
	const struct gathered_person *person;
	uint32_t count;
};

static int compare_candidates(const void *a, const void *b)
{
	const struct candidate_me *one = a, *other = b;

	return (one->count < other->count) - (one->count > other->count);
}

/* "Giulia (512), Marco (498)" */
static void add_candidates(struct strbuf *out, const struct gathering *gathering, uint32_t source)
{
	struct vector writers = VECTOR_INIT(struct candidate_me);
	struct presence presence;

	count_presence(gathering, source, 1, &presence);
	for (uint32_t i = AUTHORS; i < gathering->people.count; i++) {
		const struct gathered_person *person = gathering_person_at(gathering, i);
		uint32_t messages = person->written + person->received;
		/* Of meetings there are no messages. */
		const struct candidate_me candidate = { person,
			messages ? messages : presence.conversations[i] };
		if (presence.conversations[i])
			vector_push(&writers, &candidate);
	}
	free(presence.conversations);
	vector_sort(&writers, compare_candidates);
	for (size_t i = 0; i < writers.count && i < CANDIDATES_SAID; i++) {
		const struct candidate_me *candidate = vector_at(&writers, i);
		const struct handle *handle = &candidate->person->handle;
		strbuf_add_format(out, i ? ", %s (%u)" : "%s (%u)",
			*handle->name ? handle->name : handle->value, candidate->count);
	}
	vector_fini(&writers);
}

static const char *file_of_source(const struct gathering *gathering, uint32_t source)
{
	const struct gathered_file *file;

	VECTOR_EACH (file, &gathering->files)
		if (file->source == source && *file->name)
			return file->name;
	return people_me_source_of(gathering, source);
}

static enum status ask_who_i_am(const struct history_job *job, uint32_t source, struct error *err)
{
	const struct gathering *gathering = job->gathering;
	struct strbuf candidates = STRBUF_INIT;

	add_candidates(&candidates, gathering, source);
	const char *file = file_of_source(gathering, source);
	enum status status =
		candidates.len
			? error_set(err, STATUS_AMBIGUOUS, _("Who are you in %s? %s: --me NAME"),
				  file, candidates.data)
			: error_set(err, STATUS_AMBIGUOUS,
				  _("Who are you in %s? Say it with --me NAME"), file);
	free(job->report->candidates);
	job->report->candidates = strbuf_take(&candidates);
	return status;
}

enum status people_find_me(struct history_job *job, struct error *err)
{
	const struct history_options *options = job->options;
	struct gathering *gathering = job->gathering;
	struct gathered_me *said;
	enum status status = STATUS_OK;

	for (size_t i = 0; i < options->me_count; i++)
		mark_each(gathering, options->me[i]);
	status = seen_walk(job->store, mark_kept, gathering, err);
	/* An address that a source names need not be the one under which its mail goes. */
	bool is_told = is_anybody_me(gathering);
	VECTOR_EACH (said, &gathering->said_me) {
		struct gathered_person *person = gathering_person_at(gathering, said->person);
		said->is_known = person->is_me;
		person->is_me = true;
	}
	look_for_me(gathering);
	for (uint32_t i = 0; i < gathering->sources.count && status == STATUS_OK; i++) {
		struct gathered_source *source = vector_at(&gathering->sources, i);
		bool is_mail = has_mail(gathering, i) && !is_told && !has_mail_of_mine(gathering);
		if (source->has_from && !source->has_me && mark_addresses(gathering))
			look_for_me(gathering);
		if (!source->has_from || source->has_me ||
			(!is_mail && (source->says_me || !has_two_sides(gathering, i))))
			continue;
		if (!is_mail) {
			mark_always_there(gathering, i);
			look_for_me(gathering);
		}
		if (!source->has_me)
			status = ask_who_i_am(job, i, err);
	}
	return status;
}
