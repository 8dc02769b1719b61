/* Messages and calls of a phone: who and when.
 * Not here: the files (android_xml.c, android_json.c). */
#include "read/android.h"

#include "filo/base/ascii.h"
#include "filo/base/i18n.h"
#include "filo/base/memory.h"
#include "filo/base/number_map.h"
#include "filo/base/paths.h"
#include "filo/base/strbuf.h"
#include "read/whatsapp_header.h"
#include "read/words.h"

#include <string.h>

enum { NUMBER_BYTES = 64 };

/* Some files give seconds. Below this nothing else is meant. */
static const int64_t least_ms = INT64_C(100000000000);

static struct {
	struct number_map named; /* numbers told with their names */
	struct vector in_all;    /* of char *: who got each message with several recipients */
	unsigned long received;  /* of those */
	bool is_me_said[2];      /* of messages, of calls */
} android = { .named = { .is_set = true } };

static const char *const me_keys[] = { "sms:self", "calls:self" };

static void android_source(struct reading *reading, bool is_call)
{
	records_source(reading->records, is_call ? "calls" : "sms",
		path_name(*reading->place ? reading->place : reading->records->file));
	if (android.is_me_said[is_call])
		return;
	android.is_me_said[is_call] = true;
	records_me(reading->records, me_keys[is_call], N_("it is the owner's phone"));
}

/* A number without blanks, signs and marks of direction; anything else as it is. */
static void android_tidy(const char *address, char number[NUMBER_BYTES])
{
	char plain[NUMBER_BYTES * 2];
	size_t len = 0;

	whatsapp_plain(address, strnlen(address, NUMBER_BYTES), plain, sizeof plain);
	bool is_phone = words_are_phone(plain);
	for (const char *at = plain; *at && len < NUMBER_BYTES - 1; at++)
		if (!is_phone || (*at >= '0' && *at <= '9') || (*at == '+' && !len))
			number[len++] = *at;
	number[len] = '\0';
}

static bool android_date(const char *text, int64_t *ms)
{
	if (!words_number(text, ms) || *ms <= 0)
		return false;
	if (*ms < least_ms)
		*ms *= 1000;
	return true;
}

static void android_say_name(struct reading *reading, const char *number, const char *name)
{
	if (!name || !*name || !strcmp(name, "(Unknown)") || !strcmp(name, "null") ||
		words_are_phone(name))
		return;
	if (number_map_add(&android.named, words_hash(0, number)))
		records_person(reading->records, number, name, number);
}

/* Checks what every row needs; says what is missing. */
static bool android_check(struct reading *reading, const char *address, const char *date,
	char number[NUMBER_BYTES], int64_t *ms, int64_t line)
{
	if (!android_date(date, ms)) {
		records_problem(reading->records, N_("no date"), line);
		return false;
	}
	if (!address || !*address) {
		records_problem(reading->records, N_("no number"), line);
		return false;
	}
	android_tidy(address, number);
	if (words_are_phone(number))
		return true;
	records_left_out(reading->records, N_("service numbers"), 1);
	return false;
}

static void android_sms_left_out(struct reading *reading, const char *type, int64_t line)
{
	if (type && strlen(type) == 1 && strchr("3456", *type))
		records_left_out(
			reading->records, N_("drafts, and messages that were not sent"), 1);
	else
		records_problem(reading->records, N_("an unknown type of message"), line);
}

void android_sms(struct reading *reading, const struct android_sms *sms, int64_t line)
{
	char number[NUMBER_BYTES];
	struct strbuf id = STRBUF_INIT;
	int64_t ms;

	android_source(reading, false);
	if (!android_check(reading, sms->address, sms->date, number, &ms, line))
		return;
	bool is_mine = sms->type && strcmp(sms->type, "2") == 0;
	if (!is_mine && (!sms->type || strcmp(sms->type, "1") != 0)) {
		android_sms_left_out(reading, sms->type, line);
		return;
	}
	android_say_name(reading, number, sms->name);
	strbuf_add_format(&id, "%s/%lld/%s/%08llx", number, (long long)ms, sms->type,
		(unsigned long long)words_hash(0, sms->body ? sms->body : "") >> 32);
	records_message(reading->records, &(struct message){ .when_ms = ms,
						  .from = is_mine ? me_keys[0] : number,
						  .to = is_mine ? number : NULL,
						  .medium = "message",
						  .id = id.data,
						  .text = reading->with_text ? sms->body : NULL });
	records_finish(reading->records);
	strbuf_fini(&id);
}

static bool android_is_hidden(const struct android_call *call)
{
	const char *number = call->number;

	return !number || !*number || !strcmp(number, "-1") || !strcmp(number, "-2") ||
	       (call->presentation && *call->presentation && strcmp(call->presentation, "1") != 0);
}

void android_call(struct reading *reading, const struct android_call *call, int64_t line)
{
	char number[NUMBER_BYTES];
	struct strbuf id = STRBUF_INIT;
	int64_t ms, seconds = 0;

	android_source(reading, true);
	if (android_is_hidden(call)) {
		records_left_out(reading->records, N_("calls with a hidden number"), 1);
		return;
	}
	if (!android_check(reading, call->number, call->date, number, &ms, line))
		return;
	bool is_mine = call->type && strcmp(call->type, "2") == 0;
	words_number(call->duration, &seconds);
	if (seconds <= 0 || (!is_mine && (!call->type || strcmp(call->type, "1") != 0))) {
		records_left_out(reading->records, N_("calls that nobody answered"), 1);
		return;
	}
	android_say_name(reading, number, call->name);
	strbuf_add_format(&id, "%s/%lld/%lld", number, (long long)ms, (long long)seconds);
	records_message(reading->records, &(struct message){ .when_ms = ms,
						  .from = is_mine ? me_keys[1] : number,
						  .to = is_mine ? number : NULL,
						  .medium = "call",
						  .seconds = seconds,
						  .id = id.data });
	records_finish(reading->records);
	strbuf_fini(&id);
}

static bool android_is_mine(const struct reading *reading, const char *number)
{
	return ascii_equal(number, "insert-address-token") || reading_is_me(reading, number) ||
	       (android.received > 1 && android.in_all.count == 1 &&
		       words_name_one(*(char **)vector_at(&android.in_all, 0), number));
}

/* Who got every message with recipients that came in is me. */
static void android_see_recipients(const struct vector *numbers, const char *sender)
{
	char *const *number;

	if (android.received++ == 0) {
		android.in_all = (struct vector)VECTOR_INIT(char *);
		VECTOR_EACH (number, numbers)
			if (!sender || !words_name_one(*number, sender))
				words_add_once(&android.in_all, *number);
		return;
	}
	words_keep_common(&android.in_all, numbers, false, words_name_one);
}

/* All numbers of a message but mine, tidy and each once. `*is_mine_known`: mine was among them. */
static struct vector android_others(
	const struct reading *reading, const struct android_mms *mms, bool *is_mine_known)
{
	struct vector others = VECTOR_INIT(char *);
	char *const *address, number[NUMBER_BYTES];

	*is_mine_known = !mms->has_mine;
	VECTOR_EACH (address, &mms->others) {
		android_tidy(*address, number);
		if (android_is_mine(reading, number))
			*is_mine_known = true;
		else if (words_are_phone(number))
			words_add_once(&others, number);
	}
	return others;
}

static int android_compare(const void *a, const void *b)
{
	return strcmp(*(char *const *)a, *(char *const *)b);
}

/* `others` has who sent it, too. It is a group's, when it is known that two of them are others. */
static void android_say_mms(struct reading *reading, struct vector *others, const char *sender,
	int64_t ms, bool is_group)
{
	struct strbuf thread = STRBUF_INIT, id = STRBUF_INIT;
	char *const *other;

	vector_sort(others, android_compare);
	VECTOR_EACH (other, others)
		strbuf_add_format(&thread, "%s%s", thread.len ? "~" : "", *other);
	strbuf_add_format(&id, "mms/%s/%lld/%s", thread.data, (long long)ms, sender);
	records_message(reading->records, &(struct message){ .when_ms = ms,
						  .from = sender,
						  .thread = is_group ? thread.data : NULL,
						  .medium = "message",
						  .id = id.data });
	records_list(reading->records, "to");
	VECTOR_EACH (other, others)
		if (!words_name_one(*other, sender))
			records_text(reading->records, NULL, *other);
	records_close_list(reading->records);
	records_finish(reading->records);
	strbuf_fini(&thread);
	strbuf_fini(&id);
}

static void android_take_mms(struct reading *reading, const struct android_mms *mms, bool is_mine,
	int64_t ms, int64_t line)
{
	char sender[NUMBER_BYTES] = "";
	bool is_mine_known;
	struct vector others = android_others(reading, mms, &is_mine_known);

	if (mms->sender && !is_mine)
		android_tidy(mms->sender, sender);
	if (!is_mine && !words_are_phone(sender) && others.count)
		android_tidy(*(char **)vector_at(&others, 0), sender);
	if (!is_mine && words_are_phone(sender))
		words_add_once(&others, sender);
	if (!others.count && !*sender)
		records_problem(reading->records, N_("no number"), line);
	else if (!is_mine && !words_are_phone(sender))
		records_left_out(reading->records, N_("service numbers"), 1);
	else
		android_say_mms(reading, &others, is_mine ? me_keys[0] : sender, ms,
			others.count > (is_mine_known || is_mine ? 1 : 2));
	vector_fini_strings(&others);
}

void android_mms(struct reading *reading, const struct android_mms *mms, int64_t line)
{
	int64_t ms;

	android_source(reading, false);
	if (!android_date(mms->date, &ms)) {
		records_problem(reading->records, N_("no date"), line);
		return;
	}
	bool is_mine = mms->box && strcmp(mms->box, "2") == 0;
	if (!is_mine && (!mms->box || strcmp(mms->box, "1") != 0)) {
		android_sms_left_out(reading, mms->box, line);
		return;
	}
	if (!is_mine && mms->has_mine)
		android_see_recipients(&mms->others, mms->sender);
	android_take_mms(reading, mms, is_mine, ms, line);
}

void android_finish(struct reading *reading)
{
	if (android.received > 1 && android.in_all.count == 1)
		records_me(reading->records, *(char **)vector_at(&android.in_all, 0),
			N_("got every message that went to several"));
	vector_fini_strings(&android.in_all);
	number_map_fini(&android.named);
	android.received = 0;
	android.is_me_said[0] = android.is_me_said[1] = false;
}
