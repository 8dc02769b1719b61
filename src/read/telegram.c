/* Telegram Desktop's export as JSON: of everything, or of one chat.
 * Not here: walking JSON (json.h), what a group counts for (filo itself). */
#include "filo/base/ascii.h"
#include "filo/base/i18n.h"
#include "filo/base/memory.h"
#include "filo/base/number_map.h"
#include "filo/base/strbuf.h"
#include "read/json.h"
#include "read/words.h"

#include <stdlib.h>
#include <string.h>

/* The order of keys is not promised. Where messages come before what kind of chat it is, they wait
 * for its end, this many at most. */
enum { MESSAGES_WAITING = 100000 };

enum telegram_chat_kind { CHAT_UNKNOWN, CHAT_PERSONAL, CHAT_GROUP, CHAT_NOT_READ };

struct telegram {
	struct reading *reading;
	struct number_map people; /* told with their names */
	char *me;                 /* "telegram:123"; NULL: not said */
	bool is_single;           /* the file is one chat */
	/* Of the chat at hand. */
	char *name, *id, *type;
	struct vector authors; /* of char *, three at most */
	struct vector waiting; /* of struct message, which own their texts */
	char thread[64];
	unsigned long chats, messages;
	bool is_thread_said;
};

static bool telegram_recognises(struct stream *stream)
{
	if (json_head_begins(stream) != '{')
		return false;
	if (json_head_has(stream, "personal_information") || json_head_has(stream, "chats"))
		return true;
	return json_head_has(stream, "messages") && json_head_has(stream, "type") &&
	       json_head_has(stream, "id") && json_head_has(stream, "name") &&
	       !json_head_has(stream, "participants");
}

static enum telegram_chat_kind telegram_kind(const struct telegram *telegram)
{
	const char *type = telegram->type;

	if (!type)
		return CHAT_UNKNOWN;
	if (strcmp(type, "personal_chat") == 0)
		return CHAT_PERSONAL;
	if (strcmp(type, "private_group") == 0 || strcmp(type, "private_supergroup") == 0)
		return CHAT_GROUP;
	return CHAT_NOT_READ;
}

/* "telegram:123" of "user123" or 123; what is no user keeps its word. */
static void telegram_key(struct strbuf *out, const char *id)
{
	strbuf_clear(out);
	strbuf_add_format(out, "telegram:%s", ascii_begins(id, "user") ? id + 4 : id);
}

static void telegram_say_person(
	struct telegram *telegram, const char *key, const char *name, const char *phone)
{
	bool has_name = name && *name;

	/* Without one in the address book they may still write under theirs. */
	if (has_name ? number_map_add(&telegram->people, words_hash(0, key)) : phone && *phone)
		records_person(telegram->reading->records, key, has_name ? name : NULL, phone);
}

static void telegram_take_contact(struct telegram *telegram, const struct json *contact)
{
	const char *id = json_text_at(contact, "user_id"),
		   *first = json_text_at(contact, "first_name");
	const char *last = json_text_at(contact, "last_name"),
		   *phone = json_text_at(contact, "phone_number");
	struct strbuf key = STRBUF_INIT, name = STRBUF_INIT;

	if (id) {
		telegram_key(&key, id);
		strbuf_add(&name, first ? first : "");
		if (last && *last)
			strbuf_add_format(&name, "%s%s", name.len ? " " : "", last);
		telegram_say_person(telegram, key.data, name.data, phone);
	}
	strbuf_fini(&key);
	strbuf_fini(&name);
}

static void telegram_take_me(struct telegram *telegram, const struct json *owner)
{
	const char *id = json_text_at(owner, "user_id");
	struct strbuf key = STRBUF_INIT;

	if (!id || telegram->me)
		return;
	telegram_key(&key, id);
	telegram_take_contact(telegram, owner);
	records_me(telegram->reading->records, key.data, N_("the export says whose it is"));
	telegram->me = strbuf_take(&key);
}

/* Whether the other of a chat with one person wrote under this key or name. */
static bool telegram_is_other(const struct telegram *telegram, const char *author)
{
	if (telegram->name && strcmp(author, telegram->name) == 0)
		return true;
	return telegram->id && ascii_begins(author, "telegram:") &&
	       strcmp(author + strlen("telegram:"), telegram->id) == 0;
}

static void telegram_say_thread(struct telegram *telegram, enum telegram_chat_kind kind)
{
	struct records *records = telegram->reading->records;

	if (telegram->is_thread_said || kind != CHAT_GROUP)
		return;
	telegram->is_thread_said = true;
	records_open(records, NULL);
	records_text(records, "thread", telegram->thread);
	records_text(records, "kind", "group");
	records_finish(records);
}

/* A message's id is its own in its chat only. */
static void telegram_say(struct telegram *telegram, const struct message *message)
{
	struct strbuf id = STRBUF_INIT;
	struct message said = *message;

	said.thread = telegram->thread;
	if (message->id)
		strbuf_add_format(&id, "%s/%s", telegram->thread, message->id);
	said.id = message->id ? id.data : NULL;
	telegram_say_thread(telegram, telegram_kind(telegram));
	records_message(telegram->reading->records, &said);
	records_finish(telegram->reading->records);
	strbuf_fini(&id);
}

static void telegram_wait(struct telegram *telegram, const struct message *message)
{
	struct message waiting = *message;

	if (telegram->waiting.count >= MESSAGES_WAITING) {
		records_left_out(
			telegram->reading->records, N_("messages of a chat of unknown kind"), 1);
		return;
	}
	waiting.when = memory_copy_string(message->when);
	waiting.from = memory_copy_string(message->from);
	waiting.id = memory_copy_string(message->id);
	waiting.text = memory_copy_string(message->text);
	vector_push(&telegram->waiting, &waiting);
}

/* The text of a message is a text, or a list of texts and of maps that have one. */
static char *telegram_text(const struct telegram *telegram, const struct json *message)
{
	const struct json *text = json_get(message, "text");
	struct strbuf all = STRBUF_INIT;

	if (!telegram->reading->with_text || !text)
		return NULL;
	if (text->text)
		strbuf_add(&all, text->text);
	for (const struct json *part = text->child; part; part = part->next) {
		const char *piece = part->text ? part->text : json_text_at(part, "text");
		strbuf_add(&all, piece ? piece : "");
	}
	return strbuf_take(&all);
}

/* Seconds of a call that was answered; false for any other event. */
static bool telegram_is_call(const struct json *message, int64_t *seconds)
{
	return (json_says(message, "action", "phone_call") ||
		       json_says(message, "action", "conference_call")) &&
	       json_number_at(message, "duration_seconds", seconds) && *seconds > 0;
}

/* "2024-03-05T09:12:44" as a local time, with a blank. */
static char *telegram_local_time(const char *date)
{
	if (!date || strlen(date) < 16 || date[10] != 'T')
		return NULL;
	char *copy = memory_copy_string(date);
	copy[10] = ' ';
	return copy;
}

/* Who wrote: by id where there is one. False: an account that is no more. */
static bool telegram_author(struct telegram *telegram, const struct json *message, bool is_service,
	struct strbuf *author)
{
	const char *id = json_text_at(message, is_service ? "actor_id" : "from_id");
	const char *name = json_text_at(message, is_service ? "actor" : "from");

	if (!name || !*name)
		return false;
	if (id) {
		telegram_key(author, id);
		telegram_say_person(telegram, author->data, name, NULL);
	} else {
		strbuf_clear(author);
		strbuf_add(author, name);
	}
	if (telegram->authors.count < 3)
		words_add_once(&telegram->authors, author->data);
	return true;
}

static void telegram_hand_on(struct telegram *telegram, const struct json *source,
	struct message *message, const char *author)
{
	char *when = NULL, *text = telegram_text(telegram, source);

	message->from = author;
	message->id = json_text_at(source, "id");
	message->text = text;
	if (json_number_at(source, "date_unixtime", &message->when_ms)) {
		message->when_ms *= 1000;
	} else {
		when = telegram_local_time(json_text_at(source, "date"));
		message->when = when;
	}
	telegram->messages++;
	if (!message->when && !message->when_ms)
		records_problem(telegram->reading->records, N_("no date"), json_walk_line());
	else if (telegram->type)
		telegram_say(telegram, message);
	else
		telegram_wait(telegram, message);
	free(when);
	free(text);
}

static void telegram_take_message(struct telegram *telegram, const struct json *source)
{
	struct records *records = telegram->reading->records;
	const char *type = json_text_at(source, "type");
	bool is_service = json_says(source, "type", "service");
	struct message message = { .medium = "message" };
	struct strbuf author = STRBUF_INIT;

	if (type && !is_service && strcmp(type, "message") != 0) {
		records_left_out(records, N_("messages that the export does not hold"), 1);
		return;
	}
	if (is_service) {
		message.medium = "call";
		if (!telegram_is_call(source, &message.seconds)) {
			records_left_out(records, N_("system lines"), 1);
			return;
		}
	}
	if (telegram_author(telegram, source, is_service, &author))
		telegram_hand_on(telegram, source, &message, author.data);
	else
		records_left_out(records, N_("messages of deleted accounts"), 1);
	strbuf_fini(&author);
}

/* Whom the chat is with, where only I wrote. */
static void telegram_say_other(struct telegram *telegram)
{
	struct records *records = telegram->reading->records;
	struct strbuf key = STRBUF_INIT;

	if (telegram->id)
		telegram_key(&key, telegram->id);
	else
		strbuf_add(&key, telegram->name);
	telegram_say_person(telegram, key.data, telegram->name, NULL);
	records_open(records, NULL);
	records_text(records, "thread", telegram->thread);
	records_one(records, "members", key.data);
	records_finish(records);
	strbuf_fini(&key);
}

/* Of a chat with one person: who is not that person is me. */
static void telegram_say_sides(struct telegram *telegram)
{
	char *const *author, *me = NULL;
	size_t count = telegram->authors.count;
	bool has_other = false;

	VECTOR_EACH (author, &telegram->authors) {
		if (telegram_is_other(telegram, *author))
			has_other = true;
		else
			me = *author;
	}
	if (!me || !telegram->name || count != 1 + (size_t)has_other)
		return;
	/* By its number, one who writes alone is not the other, whatever they are called. */
	bool is_known = has_other || (telegram_kind(telegram) == CHAT_PERSONAL && telegram->id &&
					     ascii_begins(me, "telegram:"));
	if (telegram->is_single && is_known && !telegram->me)
		records_me(telegram->reading->records, me, N_("the chat is named after the other"));
	if (!has_other && (telegram->me ? strcmp(me, telegram->me) == 0 : is_known))
		telegram_say_other(telegram);
}

static void telegram_forget_chat(struct telegram *telegram)
{
	memory_replace_string(&telegram->name, NULL);
	memory_replace_string(&telegram->id, NULL);
	memory_replace_string(&telegram->type, NULL);
	vector_fini_strings(&telegram->authors);
	telegram->authors = (struct vector)VECTOR_INIT(char *);
	vector_clear(&telegram->waiting);
	telegram->is_thread_said = false;
	telegram->thread[0] = '\0';
}

/* A chat is known by its id, or else by its name, or its number in the file. */
static void telegram_name_thread(struct telegram *telegram)
{
	uint64_t hash = telegram->name ? words_hash(0, telegram->name)
				       : words_hash(telegram->chats + 1, "");

	if (telegram->id)
		snprintf(telegram->thread, sizeof telegram->thread, "%.60s", telegram->id);
	else
		snprintf(telegram->thread, sizeof telegram->thread, "%016llx",
			(unsigned long long)hash);
}

static void telegram_end_chat(struct telegram *telegram)
{
	enum telegram_chat_kind kind = telegram_kind(telegram);
	struct message *message;

	telegram_name_thread(telegram);
	VECTOR_EACH (message, &telegram->waiting) {
		if (kind != CHAT_NOT_READ)
			telegram_say(telegram, message);
		free((char *)message->when);
		free((char *)message->from);
		free((char *)message->id);
		free((char *)message->text);
	}
	if (kind == CHAT_NOT_READ)
		records_left_out(telegram->reading->records,
			N_("channels, bots and chats with yourself"), 1);
	if (kind == CHAT_PERSONAL || kind == CHAT_UNKNOWN)
		telegram_say_sides(telegram);
	telegram->chats++;
	telegram_forget_chat(telegram);
}

/* The path within a chat: of the file itself, when that is one chat. */
static const char *telegram_in_chat(const char *path)
{
	static const char *const lists[] = { ".chats.list[]", ".left_chats.list[]" };

	for (size_t i = 0; i < 2; i++)
		if (strncmp(path, lists[i], strlen(lists[i])) == 0)
			return path + strlen(lists[i]);
	return path;
}

static enum json_choice telegram_enter(void *context, const char *path)
{
	struct telegram *telegram = context;
	const char *in_chat = telegram_in_chat(path);

	if (!*path || !strcmp(path, ".chats") || !strcmp(path, ".left_chats") ||
		!strcmp(path, ".chats.list") || !strcmp(path, ".left_chats.list") ||
		!strcmp(path, ".contacts") || !strcmp(path, ".contacts.list"))
		return JSON_ENTER;
	if (!strcmp(path, ".personal_information") || !strcmp(path, ".contacts.list[]"))
		return JSON_TAKE;
	if (!*in_chat)
		return JSON_ENTER;
	if (!strcmp(in_chat, ".messages"))
		return telegram_kind(telegram) == CHAT_NOT_READ ? JSON_SKIP : JSON_ENTER;
	return strcmp(in_chat, ".messages[]") == 0 ? JSON_TAKE : JSON_SKIP;
}

static void telegram_take(void *context, const char *path, const struct json *value)
{
	struct telegram *telegram = context;
	const char *in_chat = telegram_in_chat(path);

	if (!strcmp(path, ".personal_information"))
		telegram_take_me(telegram, value);
	else if (!strcmp(path, ".contacts.list[]"))
		telegram_take_contact(telegram, value);
	else if (!strcmp(in_chat, ".name"))
		memory_replace_string(&telegram->name, value->text);
	else if (!strcmp(in_chat, ".id"))
		memory_replace_string(&telegram->id, value->text);
	else if (!strcmp(in_chat, ".type"))
		memory_replace_string(&telegram->type, value->text);
	else if (!strcmp(in_chat, ".messages[]")) {
		telegram_name_thread(telegram);
		telegram_take_message(telegram, value);
	}
}

static void telegram_leave(void *context, const char *path)
{
	struct telegram *telegram = context;

	if (!strcmp(path, ".chats.list[]") || !strcmp(path, ".left_chats.list[]"))
		telegram_end_chat(telegram);
}

static void telegram_read(struct reading *reading, struct stream *stream)
{
	static const struct json_walker walker = { .enter = telegram_enter,
		.take = telegram_take,
		.leave = telegram_leave,
		.mends_x = true };
	struct telegram telegram = { .reading = reading,
		.people = { .is_set = true },
		.authors = VECTOR_INIT(char *),
		.waiting = VECTOR_INIT(struct message),
		.is_single = !json_head_has(stream, "chats") &&
			     !json_head_has(stream, "personal_information") };

	records_source(reading->records, "telegram", stream->name);
	json_walk(reading, stream, &walker, &telegram);
	telegram_end_chat(&telegram);
	number_map_fini(&telegram.people);
	vector_fini(&telegram.waiting);
	free(telegram.me);
}

const struct format telegram_format = {
	.name = "telegram", .recognises = telegram_recognises, .read = telegram_read
};
