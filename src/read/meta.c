/* Facebook, Messenger and Instagram as JSON: message_N.json of "Download your information", and
 * NAME_N.json of Messenger's end-to-end encrypted chats.
 * Not here: walking JSON (json.h). */
#include "filo/base/ascii.h"
#include "filo/base/i18n.h"
#include "filo/base/memory.h"
#include "filo/base/strbuf.h"
#include "filo/base/text.h"
#include "read/json.h"
#include "read/words.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

struct meta {
	struct reading *reading;
	char *thread;
	struct vector people; /* of char *: the participants */
	bool is_thread_said;
};

/* Over all threads: whoever is in each of two or more is whose export it is. */
static struct {
	struct vector in_all;
	unsigned long threads;
	char *last_thread;
} meta_everywhere = { .in_all = { .item_bytes = sizeof(char *) } };

static bool meta_recognises(struct stream *stream)
{
	return json_head_begins(stream) == '{' && json_head_has(stream, "participants") &&
	       (json_head_has(stream, "messages") || json_head_has(stream, "threadName") ||
		       json_head_has(stream, "thread_path"));
}

/* UTF-8 whose bytes were written as if each were a character, made whole: iff all are below 256 and
 * together they are UTF-8. Caller frees. */
static char *meta_mend(const char *text)
{
	struct strbuf bytes = STRBUF_INIT;
	const unsigned char *at = (const unsigned char *)text;
	bool is_ascii = true;

	for (; *at; at++) {
		unsigned int c = *at;
		if (c >= 0x80) {
			is_ascii = false;
			if ((c & 0xfe) != 0xc2 || (at[1] & 0xc0) != 0x80)
				break;
			c = (c & 3) << 6 | (at[1] & 0x3f);
			at++;
		}
		strbuf_add_char(&bytes, (char)c);
	}
	if (!*at && !is_ascii && text_is_valid(bytes.data, bytes.len))
		return strbuf_take(&bytes);
	strbuf_fini(&bytes);
	return memory_copy_string(text);
}

static char *meta_text(const struct json *value, const char *key, const char *other_key)
{
	const char *text = json_text_at(value, key);

	if (!text)
		text = json_text_at(value, other_key);
	return text ? meta_mend(text) : NULL;
}

/* What the app writes when somebody reacts, by language. */
static bool meta_is_reaction(const char *text)
{
	static const struct {
		const char *begins, *holds;
	} reactions[] = { { "Reacted ", " to your message" }, { "Liked a message", NULL },
		{ "Ha reagito", "messaggio" }, { "Ha messo ", "messaggio" },
		{ "A un tuo messaggio è stata aggiunta", NULL }, { "Hat mit ", "reagiert" },
		{ "Hat eine Nachricht mit", NULL }, { "Reaccionó con", "mensaje" },
		{ "Le gustó un mensaje", NULL }, { "Indicó que le gusta un mensaje", NULL },
		{ "A réagi", "message" }, { "A aimé un message", NULL },
		{ "Reagiu com", "mensagem" }, { "Curtiu uma mensagem", NULL },
		{ "Gostou de uma mensagem", NULL } };

	for (size_t i = 0; i < sizeof reactions / sizeof *reactions; i++)
		if (ascii_begins(text, reactions[i].begins) &&
			(!reactions[i].holds || ascii_find(text, reactions[i].holds)))
			return strlen(text) < 120;
	return false;
}

/* Why a message does not count; NULL: it does. */
static const char *meta_left_out(const struct json *source, const char *text, int64_t call_seconds)
{
	bool is_call = json_says(source, "type", "Call") || json_get(source, "call_duration");

	if (json_is_true(source, "is_unsent") || json_is_true(source, "isUnsent"))
		return N_("deleted messages");
	if (json_says(source, "type", "Subscribe") || json_says(source, "type", "Unsubscribe"))
		return N_("system lines");
	if (is_call && call_seconds <= 0)
		return N_("calls that nobody answered");
	return text && meta_is_reaction(text) ? N_("reactions") : NULL;
}

static void meta_say_thread(struct meta *meta)
{
	struct records *records = meta->reading->records;

	if (meta->is_thread_said || !meta->people.count)
		return;
	meta->is_thread_said = true;
	records_open(records, NULL);
	records_text(records, "thread", meta->thread);
	records_text(records, "kind", meta->people.count > 2 ? "group" : "direct");
	records_texts(records, "members", &meta->people);
	records_finish(records);
}

/* Those who take part, in whatever order; what moved to another folder meanwhile is still theirs.
 */
static uint64_t meta_hash_of_people(const struct meta *meta)
{
	char *const *name;
	uint64_t hash = 0;

	VECTOR_EACH (name, &meta->people)
		hash += words_hash(0, *name);
	return hash;
}

static void meta_say(
	struct meta *meta, const char *sender, int64_t ms, int64_t call_seconds, const char *text)
{
	struct strbuf id = STRBUF_INIT;

	meta_say_thread(meta);
	strbuf_add_format(
		&id, "%s/%lld/%" PRIx64, sender, (long long)ms, meta_hash_of_people(meta));
	records_message(
		meta->reading->records, &(struct message){ .when_ms = ms,
						.from = sender,
						.thread = meta->thread,
						.medium = call_seconds > 0 ? "call" : "message",
						.seconds = call_seconds,
						.id = id.data,
						.text = meta->reading->with_text ? text : NULL });
	records_finish(meta->reading->records);
	strbuf_fini(&id);
}

static void meta_take_message(struct meta *meta, const struct json *source)
{
	struct records *records = meta->reading->records;
	char *sender = meta_text(source, "sender_name", "senderName");
	char *text = meta_text(source, "content", "text");
	int64_t ms = 0, call_seconds = 0;

	json_number_at(source, "call_duration", &call_seconds);
	const char *why = meta_left_out(source, text, call_seconds);
	if (!json_number_at(source, "timestamp_ms", &ms) &&
		!json_number_at(source, "timestamp", &ms))
		records_problem(records, N_("no date"), json_walk_line());
	else if (why)
		records_left_out(records, why, 1);
	else if (!sender || !*sender)
		records_left_out(records, N_("messages of deleted accounts"), 1);
	else
		meta_say(meta, sender, ms, call_seconds, text);
	free(sender);
	free(text);
}

static enum json_choice meta_enter(void *context, const char *path)
{
	(void)context;
	if (!*path || !strcmp(path, ".participants") || !strcmp(path, ".messages"))
		return JSON_ENTER;
	return !strcmp(path, ".participants[]") || !strcmp(path, ".messages[]") ? JSON_TAKE
										: JSON_SKIP;
}

static void meta_take(void *context, const char *path, const struct json *value)
{
	struct meta *meta = context;

	if (!strcmp(path, ".messages[]")) {
		meta_take_message(meta, value);
	} else if (!strcmp(path, ".participants[]")) {
		const char *name = value->text ? value->text : json_text_at(value, "name");
		char *mended = meta_mend(name ? name : "");
		if (*mended)
			words_add_once(&meta->people, mended);
		free(mended);
	}
}

/* A thread is its folder, or the file's name without its number. */
static char *meta_thread(const struct stream *stream)
{
	const char *end = stream->name > stream->path ? stream->name - 1 : stream->path;
	const char *begin = end;

	if (ascii_begins(stream->name, "message_") && end > stream->path) {
		while (begin > stream->path && begin[-1] != '/')
			begin--;
		return memory_copy_bytes(begin, (size_t)(end - begin));
	}
	size_t len = strlen(stream->name);
	if (words_end_with(stream->name, ".json"))
		len -= strlen(".json");
	size_t before = len;
	while (len && stream->name[len - 1] >= '0' && stream->name[len - 1] <= '9')
		len--;
	return memory_copy_bytes(
		stream->name, len > 1 && stream->name[len - 1] == '_' ? len - 1 : before);
}

static void meta_see_everywhere(const struct meta *meta)
{
	if (meta_everywhere.last_thread && strcmp(meta_everywhere.last_thread, meta->thread) == 0)
		return;
	memory_replace_string(&meta_everywhere.last_thread, meta->thread);
	words_keep_common(
		&meta_everywhere.in_all, &meta->people, meta_everywhere.threads++ == 0, NULL);
}

static void meta_read(struct reading *reading, struct stream *stream)
{
	static const struct json_walker walker = { .enter = meta_enter, .take = meta_take };
	bool is_instagram = ascii_find(stream->path, "instagram") != NULL;
	struct meta meta = {
		.reading = reading, .thread = meta_thread(stream), .people = VECTOR_INIT(char *)
	};

	records_source(reading->records, is_instagram ? "instagram" : "facebook",
		reading_name(reading, stream));
	if (strstr(stream->path, "/message_requests/")) {
		records_left_out(reading->records, N_("requests of strangers"), 1);
	} else {
		json_walk(reading, stream, &walker, &meta);
		meta_say_thread(&meta);
		if (meta.people.count)
			meta_see_everywhere(&meta);
	}
	vector_fini_strings(&meta.people);
	free(meta.thread);
}

static void meta_finish(struct reading *reading)
{
	if (meta_everywhere.threads > 1 && meta_everywhere.in_all.count == 1)
		records_me(reading->records, *(char **)vector_at(&meta_everywhere.in_all, 0),
			N_("takes part in every chat"));
	vector_fini_strings(&meta_everywhere.in_all);
	memory_replace_string(&meta_everywhere.last_thread, NULL);
	meta_everywhere.threads = 0;
}

const struct format meta_format = {
	.name = "meta", .recognises = meta_recognises, .read = meta_read, .finish = meta_finish
};
