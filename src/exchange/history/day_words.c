/* Words by contact, source, medium and day.
 * Not here: gathering them (gather_message.c). */
#include "exchange/history/day_words.h"

#include "exchange/history/people.h"
#include "filo/base/i18n.h"

#include <stdlib.h>
#include <string.h>

/* Of a day; a line that does not fit ends it. */
#define DAY_BYTES 4096

static int words_compare(const void *a, const void *b)
{
	const struct gathered_words *one = a, *other = b;

	if (one->moment.local != other->moment.local)
		return one->moment.local < other->moment.local ? -1 : 1;
	return (one->order > other->order) - (one->order < other->order);
}

static uint64_t hash_of_words(
	contact_id contact, uint32_t source, enum medium medium, day_number contact_day)
{
	uint64_t hash = number_hash(0, (uint64_t)contact);

	hash = number_hash(hash, source);
	return number_hash(hash, (uint64_t)medium << 32 | (uint32_t)contact_day);
}

static void words_add_line(
	struct strbuf *text, const struct gathered_words *said, const char *name, bool is_mine)
{
	int minute = moment_minute(&said->moment);
	struct strbuf line = STRBUF_INIT;

	if (minute >= 0)
		strbuf_add_format(&line, "%02d:%02d ", minute / 60, minute % 60);
	strbuf_add_format(&line, "%s: %s", is_mine ? _("me") : name, said->text);
	if (text->len + line.len + 1 <= DAY_BYTES) {
		if (text->len)
			strbuf_add_char(text, '\n');
		strbuf_add(text, line.data);
	}
	strbuf_fini(&line);
}

static void words_add(struct day_words *words, const struct gathering *gathering,
	const struct gathered_words *said, uint32_t number, bool is_mine)
{
	const struct gathered_thread *thread = vector_at(&gathering->threads, said->thread);
	const struct gathered_person *person = gathering_person_at(gathering, number);
	uint32_t at = (uint32_t)words->texts.count;
	uint64_t hash = hash_of_words(
		person->contact, thread->source, said->medium, moment_contact_day(&said->moment));

	if (!person->contact)
		return;
	if (!number_map_have(&words->of, hash, &at)) {
		const struct strbuf empty = STRBUF_INIT;
		vector_push(&words->texts, &empty);
	}
	struct strbuf *text = vector_at(&words->texts, at);
	if (thread->kind != THREAD_MAIL)
		words_add_line(text, said, person->handle.name, is_mine);
	else if (!text->len)
		strbuf_add(text, said->text);
}

/* Groups keep no words. */
static void take_words(struct day_words *words, const struct gathering *gathering,
	const struct gathered_words *said)
{
	const struct gathered_thread *thread = vector_at(&gathering->threads, said->thread);
	bool is_mine = people_is_me(gathering, said->thread, said->author);
	uint32_t other = 0;
	const uint32_t *member;

	if (thread->kind == THREAD_MAIL && !is_mine) {
		words_add(words, gathering, said, said->author, false);
		return;
	}
	VECTOR_EACH (member, &thread->members) {
		if (people_is_me(gathering, said->thread, *member))
			continue;
		if (thread->kind == THREAD_MAIL)
			words_add(words, gathering, said, *member, true);
		else if (other)
			return;
		other = *member;
	}
	if (other && thread->kind != THREAD_MAIL)
		words_add(words, gathering, said, other, is_mine);
}

void day_words_make(struct day_words *words, struct gathering *gathering)
{
	const struct gathered_words *said;

	*words = (struct day_words){ .texts = VECTOR_INIT(struct strbuf) };
	if (gathering->words.count)
		qsort(gathering->words.items, gathering->words.count, sizeof(struct gathered_words),
			words_compare);
	VECTOR_EACH (said, &gathering->words)
		take_words(words, gathering, said);
}

void day_words_fini(struct day_words *words)
{
	struct strbuf *text;

	VECTOR_EACH (text, &words->texts)
		strbuf_fini(text);
	vector_fini(&words->texts);
	number_map_fini(&words->of);
}

const char *day_words_find(const struct day_words *words, const struct history_day *day)
{
	uint32_t at;
	uint64_t hash = hash_of_words(day->contact, day->source, day->medium, day->contact_day);

	if (!number_map_find(&words->of, hash, &at))
		return NULL;
	return ((struct strbuf *)vector_at(&words->texts, at))->data;
}
