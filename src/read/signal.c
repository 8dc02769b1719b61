/* Signal's export of its chat history as plain text: main.jsonl, a frame a line.
 * Not here: encrypted backups (refusal.c). */
#include "filo/base/i18n.h"
#include "filo/base/memory.h"
#include "filo/base/strbuf.h"
#include "read/json.h"
#include "read/words.h"

#include <stdlib.h>
#include <string.h>

/* Ids are small numbers in every export. */
enum { IDS_MAX = 1000000, ACI_BYTES = 16 };

enum signal_recipient_kind { SIGNAL_NOBODY, SIGNAL_ME, SIGNAL_PERSON, SIGNAL_GROUP, SIGNAL_OTHER };

struct signal_recipient {
	enum signal_recipient_kind kind;
	char *key;             /* of a person as records have it, of a group its thread */
	char *aci;             /* in digits; NULL: not known */
	struct vector members; /* of a group, of char *: their ACIs */
};

struct signal {
	struct reading *reading;
	struct vector recipients; /* of struct signal_recipient, by id */
	struct vector chats;      /* of int: the recipient of each, by id */
	struct vector threads_said;
	int64_t line;
};

static const char me_key[] = "signal:self";

/* A frame a line: the first is whole. */
static bool signal_recognises(struct stream *stream)
{
	size_t len;
	const char *head = stream_head(stream, &len);
	size_t first = strcspn(head, "\r\n");

	if (json_head_begins(stream) != '{' || !first || head[first - 1] != '}')
		return false;
	return json_head_has(stream, "backupTimeMs") || json_head_has(stream, "chatItem") ||
	       (json_head_has(stream, "account") && json_head_has(stream, "recipient")) ||
	       (json_head_has(stream, "recipient") && json_head_has(stream, "chat"));
}

/* An ACI is 16 bytes in base64, or a UUID: as 32 digits. NULL when it is neither; caller frees. */
static char *signal_aci(const char *text)
{
	static const char base64[] =
		"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
	struct strbuf out = STRBUF_INIT;
	unsigned int bits = 0, count = 0;

	if (!text)
		return NULL;
	if (strlen(text) == 36 && strchr(text, '-')) {
		for (; *text; text++)
			if (*text != '-')
				strbuf_add_char(&out,
					*text >= 'A' && *text <= 'F' ? (char)(*text + 32) : *text);
		return strbuf_take(&out);
	}
	for (; *text && *text != '='; text++) {
		char c = *text == '-' ? '+' : *text == '_' ? '/' : *text;
		const char *digit = strchr(base64, c);
		if (!digit)
			break;
		bits = (bits << 6 | (unsigned int)(digit - base64)) & 0xfffff;
		count += 6;
		if (count >= 8) {
			count -= 8;
			strbuf_add_format(&out, "%02x", bits >> count & 0xff);
		}
	}
	if (out.len == (size_t)ACI_BYTES * 2)
		return strbuf_take(&out);
	strbuf_fini(&out);
	return NULL;
}

static bool signal_id(const struct json *value, const char *key, int64_t *id)
{
	return json_number_at(value, key, id) && *id >= 0 && *id < IDS_MAX;
}

static struct signal_recipient *signal_recipient(struct signal *signal, int64_t id)
{
	while (signal->recipients.count <= (size_t)id)
		vector_push(&signal->recipients, NULL);
	return vector_at(&signal->recipients, (size_t)id);
}

/* Two names joined; NULL: there is neither. Caller frees. */
static char *signal_join(const char *given, const char *family)
{
	struct strbuf name = STRBUF_INIT;

	if (given && *given)
		strbuf_add(&name, given);
	if (family && *family)
		strbuf_add_format(&name, "%s%s", name.len ? " " : "", family);
	return name.len ? strbuf_take(&name) : NULL;
}

/* As the address book has it, else as the person calls themselves. Caller frees. */
static char *signal_name(const struct json *contact)
{
	const struct json *nick = json_get(contact, "nickname");
	char *name = signal_join(json_text_at(contact, "systemGivenName"),
		json_text_at(contact, "systemFamilyName"));

	if (!name)
		name = signal_join(json_text_at(nick, "given"), json_text_at(nick, "family"));
	if (!name)
		name = signal_join(json_text_at(contact, "profileGivenName"),
			json_text_at(contact, "profileFamilyName"));
	return name;
}

static void signal_take_contact(
	struct signal *signal, struct signal_recipient *recipient, const struct json *contact)
{
	const char *phone = json_text_at(contact, "e164"),
		   *username = json_text_at(contact, "username");
	char *aci = signal_aci(json_text_at(contact, "aci")), *name = signal_name(contact);
	struct strbuf key = STRBUF_INIT, number = STRBUF_INIT;

	if (phone && *phone && strcmp(phone, "0") != 0)
		strbuf_add_format(&number, "%s%s", *phone == '+' ? "" : "+", phone);
	if (aci)
		strbuf_add_format(&key, "signal:%s", aci);
	else
		strbuf_add(&key, number.len ? number.data : username ? username : "");
	recipient->kind = key.len ? SIGNAL_PERSON : SIGNAL_OTHER;
	free(recipient->key);
	free(recipient->aci);
	recipient->aci = aci;
	recipient->key = strbuf_take(&key);
	if (recipient->kind == SIGNAL_PERSON)
		records_person(signal->reading->records, recipient->key,
			name         ? name
			: number.len ? number.data
				     : username,
			number.len ? number.data : NULL);
	free(name);
	strbuf_fini(&number);
}

static void signal_take_group(struct signal_recipient *recipient, const struct json *group)
{
	const char *master = json_text_at(group, "masterKey");
	const struct json *member = json_first(json_get(group, "snapshot"), "members");
	struct strbuf key = STRBUF_INIT;

	strbuf_add_format(&key, "%016llx", (unsigned long long)words_hash(0, master ? master : ""));
	recipient->kind = SIGNAL_GROUP;
	free(recipient->key);
	recipient->key = strbuf_take(&key);
	vector_fini_strings(&recipient->members);
	vector_init(&recipient->members, sizeof(char *));
	for (; member; member = member->next) {
		char *aci = signal_aci(json_text_at(member, "userId"));
		if (aci)
			vector_push(&recipient->members, &aci);
	}
}

static void signal_take_recipient(struct signal *signal, const struct json *frame)
{
	int64_t id;

	if (!signal_id(frame, "id", &id)) {
		records_problem(
			signal->reading->records, N_("a person without an id"), signal->line);
		return;
	}
	struct signal_recipient *recipient = signal_recipient(signal, id);
	recipient->kind = SIGNAL_OTHER;
	if (json_get(frame, "self")) {
		recipient->kind = SIGNAL_ME;
		memory_replace_string(&recipient->key, me_key);
		records_me(signal->reading->records, me_key, N_("the export says whose it is"));
	} else if (json_get(frame, "contact")) {
		signal_take_contact(signal, recipient, json_get(frame, "contact"));
	} else if (json_get(frame, "group")) {
		signal_take_group(recipient, json_get(frame, "group"));
	}
}

static void signal_take_chat(struct signal *signal, const struct json *frame)
{
	int64_t id, recipient;

	if (!signal_id(frame, "id", &id) || !signal_id(frame, "recipientId", &recipient)) {
		records_problem(signal->reading->records, N_("a chat without an id"), signal->line);
		return;
	}
	while (signal->chats.count <= (size_t)id) {
		const int none = -1;
		vector_push(&signal->chats, &none);
	}
	*(int *)vector_at(&signal->chats, (size_t)id) = (int)recipient;
}

static const struct signal_recipient *signal_recipient_of(const struct signal *signal, int64_t id)
{
	if (id < 0 || (size_t)id >= signal->recipients.count)
		return NULL;
	const struct signal_recipient *found = vector_at(&signal->recipients, (size_t)id);
	return found->kind == SIGNAL_NOBODY ? NULL : found;
}

static const struct signal_recipient *signal_chat_with(const struct signal *signal, int64_t chat)
{
	if (chat < 0 || (size_t)chat >= signal->chats.count)
		return NULL;
	return signal_recipient_of(signal, *(const int *)vector_at(&signal->chats, (size_t)chat));
}

/* Members of a group that are in the address book by their keys, others by their ACI; one whom
 * nobody knows is me, of whom the export tells no ACI. */
static void signal_say_members(struct signal *signal, const struct signal_recipient *group)
{
	struct records *records = signal->reading->records;
	char *const *aci;
	bool is_me_out = false;

	records_list(records, "members");
	VECTOR_EACH (aci, &group->members) {
		const struct signal_recipient *found, *known = NULL;
		struct strbuf key = STRBUF_INIT;
		VECTOR_EACH (found, &signal->recipients)
			if (found->aci && strcmp(found->aci, *aci) == 0)
				known = found;
		strbuf_add_format(&key, "signal:%s", *aci);
		if (known || is_me_out)
			records_text(records, NULL, key.data);
		else
			is_me_out = true;
		strbuf_fini(&key);
	}
	records_close_list(records);
}

static void signal_say_thread(struct signal *signal, const struct signal_recipient *with)
{
	struct records *records = signal->reading->records;

	if (!words_add_once(&signal->threads_said, with->key))
		return;
	records_open(records, NULL);
	records_text(records, "thread", with->key);
	records_text(records, "kind", with->kind == SIGNAL_GROUP ? "group" : "direct");
	if (with->kind == SIGNAL_GROUP)
		signal_say_members(signal, with);
	else
		records_one(records, "members", with->key);
	records_finish(records);
}

static void signal_say(
	struct signal *signal, const struct signal_recipient *with, struct message *message)
{
	signal_say_thread(signal, with);
	message->thread = with->key;
	records_message(signal->reading->records, message);
	records_finish(signal->reading->records);
}

/* A call of two, when it was answered. Its length is not told. */
static void signal_take_update(struct signal *signal, const struct signal_recipient *with,
	const struct json *update, int64_t sent)
{
	const struct json *call = json_get(update, "individualCall");
	struct message message = { .when_ms = sent, .medium = "call" };

	if (!call || with->kind != SIGNAL_PERSON) {
		records_left_out(signal->reading->records, N_("system lines"), 1);
		return;
	}
	if (!json_says(call, "state", "ACCEPTED")) {
		records_left_out(signal->reading->records, N_("calls that nobody answered"), 1);
		return;
	}
	int64_t started;
	if (json_number_at(call, "startedCallTimestamp", &started) && started > 0)
		message.when_ms = started;
	if (json_says(call, "type", "VIDEO_CALL"))
		message.medium = "video";
	message.from = json_says(call, "direction", "OUTGOING") ? me_key : with->key;
	signal_say(signal, with, &message);
}

/* What of an item counts as something said; `*is_kept`: its text may be kept. */
static bool signal_counts(const struct json *item, bool *is_kept)
{
	static const char *const kinds[] = { "standardMessage", "stickerMessage", "contactMessage",
		"viewOnceMessage", "directStoryReplyMessage", "poll", "paymentNotification",
		"giftBadge" };
	int64_t expires;

	*is_kept = false;
	for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++) {
		const struct json *said = json_get(item, kinds[i]);
		if (!said)
			continue;
		*is_kept =
			i == 0 && !(json_number_at(item, "expiresInMs", &expires) && expires > 0);
		return i != 0 || said->child;
	}
	return false;
}

static void signal_take_said(struct signal *signal, const struct json *item,
	const struct signal_recipient *with, const struct signal_recipient *author, int64_t sent)
{
	struct message message = { .when_ms = sent, .medium = "message", .from = author->key };
	bool is_kept;

	if (!signal_counts(item, &is_kept)) {
		records_left_out(signal->reading->records,
			json_get(item, "remoteDeletedMessage") ? N_("deleted messages")
							       : N_("empty messages"),
			1);
		return;
	}
	if (signal->reading->with_text && is_kept)
		message.text =
			json_text_at(json_get(json_get(item, "standardMessage"), "text"), "body");
	signal_say(signal, with, &message);
}

static void signal_take_item(struct signal *signal, const struct json *item)
{
	struct records *records = signal->reading->records;
	int64_t chat, author_id, sent;

	if (!json_number_at(item, "dateSent", &sent) || sent <= 0) {
		records_problem(records, N_("no date"), signal->line);
		return;
	}
	const struct signal_recipient *with =
		json_number_at(item, "chatId", &chat) ? signal_chat_with(signal, chat) : NULL;
	const struct signal_recipient *author = json_number_at(item, "authorId", &author_id)
							? signal_recipient_of(signal, author_id)
							: NULL;
	if (!with || !author) {
		records_problem(records,
			with ? N_("its author is nobody in the file")
			     : N_("its chat is not in the file"),
			signal->line);
	} else if (with->kind != SIGNAL_PERSON && with->kind != SIGNAL_GROUP) {
		records_left_out(records, N_("channels, bots and chats with yourself"), 1);
	} else if (json_get(item, "updateMessage")) {
		signal_take_update(signal, with, json_get(item, "updateMessage"), sent);
	} else if (author->kind != SIGNAL_PERSON && author->kind != SIGNAL_ME) {
		records_left_out(records, N_("system lines"), 1);
	} else {
		signal_take_said(signal, item, with, author, sent);
	}
}

static void signal_take_frame(struct signal *signal, const struct json *frame)
{
	if (json_get(frame, "chatItem"))
		signal_take_item(signal, json_get(frame, "chatItem"));
	else if (json_get(frame, "recipient"))
		signal_take_recipient(signal, json_get(frame, "recipient"));
	else if (json_get(frame, "chat"))
		signal_take_chat(signal, json_get(frame, "chat"));
}

static void signal_fini(struct signal *signal)
{
	struct signal_recipient *recipient;

	VECTOR_EACH (recipient, &signal->recipients) {
		free(recipient->key);
		free(recipient->aci);
		vector_fini_strings(&recipient->members);
	}
	vector_fini(&signal->recipients);
	vector_fini(&signal->chats);
	vector_fini_strings(&signal->threads_said);
	json_forget();
}

static void signal_read(struct reading *reading, struct stream *stream)
{
	struct signal signal = { .reading = reading,
		.recipients = VECTOR_INIT(struct signal_recipient),
		.chats = VECTOR_INIT(int),
		.threads_said = VECTOR_INIT(char *) };
	struct line line;

	records_source(reading->records, "signal", stream->name);
	while (stream_line(stream, &line)) {
		signal.line = stream->line;
		if (!line.len)
			continue;
		const struct json *frame = line.is_cut ? NULL : json_parse(line.text, line.len);
		if (frame)
			signal_take_frame(&signal, frame);
		else
			records_problem(
				reading->records, N_("a line that is no JSON"), signal.line);
	}
	signal_fini(&signal);
}

const struct format signal_format = {
	.name = "signal", .recognises = signal_recognises, .read = signal_read
};
