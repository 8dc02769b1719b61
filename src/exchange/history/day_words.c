/* Words by contact, source, medium and day.
 * Not here: gathering them (gather_message.c). */
#include "exchange/history/day_words.h"

#include "exchange/history/people.h"
#include "filo/base/i18n.h"
#include "filo/base/memory.h"

#include <stdlib.h>
#include <string.h>

/* Of a day; a line that does not fit ends it. */
#define DAY_BYTES 4096

#define SAYINGS_IN_MEMORY 16384

/* By contact, source, medium and day. */
static int compare_place(const struct day_saying *one, const struct day_saying *other)
{
	if (one->contact != other->contact)
		return one->contact < other->contact ? -1 : 1;
	if (one->source != other->source)
		return one->source < other->source ? -1 : 1;
	if (one->medium != other->medium)
		return one->medium < other->medium ? -1 : 1;
	return (one->contact_day > other->contact_day) - (one->contact_day < other->contact_day);
}

static int compare_sayings(const void *a, const void *b)
{
	const struct day_saying *one = a, *other = b;
	int place = compare_place(one, other);

	if (place)
		return place;
	if (one->local != other->local)
		return one->local < other->local ? -1 : 1;
	return (one->order > other->order) - (one->order < other->order);
}

static void words_add(
	struct day_words *words, const struct gathered_words *said, uint32_t number, bool is_mine)
{
	const struct gathered_thread *thread = vector_at(&words->gathering->threads, said->thread);
	const struct moment moment = { said->local, said->has_time };
	const struct day_saying saying = {
		.contact = gathering_person_at(words->gathering, number)->contact,
		.source = thread->source,
		.medium = said->medium,
		.contact_day = moment_contact_day(&moment),
		.local = said->local,
		.has_time = said->has_time,
		.order = said->order,
		.author = number,
		.is_mine = is_mine,
		.is_mail = thread->kind == THREAD_MAIL,
		.text_at = said->text_at,
		.text_bytes = said->text_bytes
	};

	if (saying.contact)
		sorter_push(&words->sayings, &saying);
}

/* Groups and channels keep no words, whoever was seen in them. */
static void take_words(struct day_words *words, const struct gathered_words *said)
{
	const struct gathering *gathering = words->gathering;
	const struct gathered_thread *thread = vector_at(&gathering->threads, said->thread);
	bool is_mine = people_is_me(gathering, said->thread, said->author);
	uint32_t other = 0;
	const uint32_t *member;

	/* What makes no day has no words for one. */
	if (thread->kind == THREAD_MAIL && history_mail_fate(gathering, said->thread, said->author,
						   said->bulk, words->crowd) != MAIL_COUNTS)
		return;
	if (thread->kind == THREAD_MAIL && !is_mine) {
		words_add(words, said, said->author, false);
		return;
	}
	if (thread->claim == CLAIM_GROUP || thread->claim == CLAIM_CHANNEL)
		return;
	VECTOR_EACH (member, &thread->members) {
		if (people_is_me(gathering, said->thread, *member))
			continue;
		if (thread->kind == THREAD_MAIL)
			words_add(words, said, *member, true);
		else if (other)
			return;
		other = *member;
	}
	if (other && thread->kind != THREAD_MAIL)
		words_add(words, said, other, is_mine);
}

void day_words_make(struct day_words *words, struct gathering *gathering, int crowd)
{
	const struct gathered_words *said;

	*words = (struct day_words){ .gathering = gathering, .crowd = crowd, .text = STRBUF_INIT };
	sorter_init(&words->sayings, sizeof(struct day_saying), SAYINGS_IN_MEMORY, compare_sayings);
	sorter_begin(&gathering->words);
	while ((said = sorter_next(&gathering->words)))
		take_words(words, said);
	sorter_begin(&words->sayings);
	words->ahead = sorter_next(&words->sayings);
}

void day_words_fini(struct day_words *words)
{
	sorter_fini(&words->sayings);
	strbuf_fini(&words->text);
	free(words->contact_name);
}

void day_words_begin(struct day_words *words, const char *contact_name)
{
	memory_replace_string(&words->contact_name, contact_name);
}

/* As the source calls them; where it knows but an address, as the contact is called. */
static const char *words_author(const struct day_words *words, const struct day_saying *saying)
{
	const char *name = gathering_person_at(words->gathering, saying->author)->handle.name;

	return saying->is_mine ? _("me") : *name ? name : words->contact_name;
}

/* "21:10 me: the words" */
static void words_add_line(struct day_words *words, const struct day_saying *saying)
{
	const struct moment moment = { saying->local, saying->has_time };
	int minute = moment_minute(&moment);
	struct strbuf line = STRBUF_INIT;

	if (minute >= 0)
		strbuf_add_format(&line, "%02d:%02d ", minute / 60, minute % 60);
	strbuf_add_format(&line, "%s: ", words_author(words, saying));
	if (words->text.len + line.len + saying->text_bytes + 1 <= DAY_BYTES) {
		if (words->text.len)
			strbuf_add_char(&words->text, '\n');
		strbuf_add(&words->text, line.data);
		texts_read(&words->gathering->texts, saying->text_at, saying->text_bytes,
			&words->text);
	}
	strbuf_fini(&line);
}

const char *day_words_find(struct day_words *words, const struct history_day *day)
{
	const struct day_saying place = { .contact = day->contact,
		.source = day->source,
		.medium = day->medium,
		.contact_day = day->contact_day };

	strbuf_clear(&words->text);
	for (; words->ahead && compare_place(words->ahead, &place) <= 0;
		words->ahead = sorter_next(&words->sayings)) {
		if (compare_place(words->ahead, &place))
			continue;
		if (!words->ahead->is_mail)
			words_add_line(words, words->ahead);
		else if (!words->text.len)
			texts_read(&words->gathering->texts, words->ahead->text_at,
				words->ahead->text_bytes, &words->text);
	}
	return words->text.len ? words->text.data : NULL;
}

enum status day_words_check(const struct day_words *words, struct error *err)
{
	enum status status = sorter_check(&words->gathering->words, err);

	if (status == STATUS_OK)
		status = sorter_check(&words->sayings, err);
	return status == STATUS_OK ? texts_check(&words->gathering->texts, err) : status;
}
