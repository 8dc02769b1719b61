/* A mail becomes a record: from whom, to whom, when.
 * Not here: which mail counts for which person, and who "me" is (filo itself). */
#include "read/mail.h"

#include "filo/base/ascii.h"
#include "filo/base/i18n.h"
#include "filo/base/memory.h"
#include "filo/base/text.h"
#include "read/mail_address.h"
#include "read/mail_bulk.h"
#include "read/mail_header.h"
#include "read/mail_text.h"
#include "read/words.h"

#include <stdlib.h>
#include <string.h>
#include <time.h>

enum { MOZILLA_EXPUNGED = 8, DAY_SECONDS = 86400, SENDERS_SAID = 8, DELIVERIES_MAX = 64 };

/* 1975: before that nobody's program dates mail but by mistake. */
static const int64_t earliest = INT64_C(157766400);

static struct mail_header header;
static bool is_header_ready;
static struct vector senders_said = { .item_bytes = sizeof(char *) };

/* Where mail was delivered, and how often: mine, if nothing better is known. */
struct delivery {
	char *address;
	unsigned long count;
};
static struct vector deliveries = { .item_bytes = sizeof(struct delivery) };

static bool mail_is_plausible(const struct reading *reading, int64_t seconds)
{
	return seconds >= earliest && seconds <= reading->now_ms / 1000 + DAY_SECONDS;
}

/* The clock of this machine, taken for UTC until now. */
static int64_t mail_as_local(int64_t seconds)
{
	time_t moment = (time_t)seconds;
	struct tm local;

	if (!gmtime_r(&moment, &local))
		return seconds;
	local.tm_isdst = -1;
	return (int64_t)mktime(&local);
}

/* "Mar 11 09:00:00 2024", with a zone before or after the year; without one it is the clock of who
 * wrote the file. */
static bool mail_date_of_ctime(const char *text, int64_t *seconds)
{
	char month[8], clock[16], a[16] = "", b[16] = "", date[80];
	int day;

	if (sscanf(text, "%3s %2d %11s %7s %7s", month, &day, clock, a, b) < 4)
		return false;
	bool is_zone_first = *a == '+' || *a == '-' || (*a >= 'A' && *a <= 'Z');
	const char *zone = is_zone_first ? a : b;
	snprintf(date, sizeof date, "%d %s %s %s %s", day, month, is_zone_first ? b : a, clock,
		zone);
	if (!mail_text_date(date, seconds))
		return false;
	if (!*zone)
		*seconds = mail_as_local(*seconds);
	return true;
}

/* The date after the sender in a "From " line, from its weekday on. */
static bool mail_date_of_from_line(const char *from_line, int64_t *seconds)
{
	static const char days[] = "Mon Tue Wed Thu Fri Sat Sun ";

	for (const char *at = from_line; *at; at++) {
		char word[5] = "";
		if (at != from_line && at[-1] != ' ')
			continue;
		memcpy(word, at, strnlen(at, 4));
		if (strlen(word) == 4 && word[3] == ' ' && strstr(days, word) &&
			mail_date_of_ctime(at + 4, seconds))
			return true;
	}
	return false;
}

static bool mail_date(
	const struct reading *reading, const struct mail_place *place, int64_t *seconds)
{
	const char *received = strrchr(header.fields[MAIL_RECEIVED].data, ';');

	if (header.has[MAIL_DATE] && mail_text_date(header.fields[MAIL_DATE].data, seconds) &&
		mail_is_plausible(reading, *seconds))
		return true;
	if (received && mail_text_date(received + 1, seconds) &&
		mail_is_plausible(reading, *seconds))
		return true;
	return place->from_line && mail_date_of_from_line(place->from_line, seconds) &&
	       mail_is_plausible(reading, *seconds);
}

static void mail_say_addresses(struct records *records, const char *key, const char *field)
{
	struct vector list = VECTOR_INIT(struct mail_address);
	const struct mail_address *address;

	mail_addresses_add(&list, field);
	if (list.count) {
		records_list(records, key);
		VECTOR_EACH (address, &list) {
			char *text = mail_address_text(address);
			records_text(records, NULL, text);
			free(text);
		}
		records_close_list(records);
	}
	mail_addresses_free(&list);
}

/* Who sends from a folder of sent mail is me; told once each, where nobody has said who "me" is. */
static void mail_say_sender(struct reading *reading, const char *address, bool is_sent)
{
	if (!is_sent || reading->me.count || senders_said.count >= SENDERS_SAID ||
		!words_add_once(&senders_said, address))
		return;
	records_me(reading->records, address, N_("wrote what lies in Sent"));
}

static void mail_count_delivery(const char *address)
{
	struct delivery *delivery;

	VECTOR_EACH (delivery, &deliveries)
		if (ascii_equal(delivery->address, address)) {
			delivery->count++;
			return;
		}
	if (deliveries.count >= DELIVERIES_MAX)
		return;
	delivery = vector_push(&deliveries, NULL);
	*delivery = (struct delivery){ .address = memory_copy_string(address), .count = 1 };
}

static void mail_count_deliveries(void)
{
	struct vector list = VECTOR_INIT(struct mail_address);
	const struct mail_address *address;

	mail_addresses_add(&list, header.fields[MAIL_DELIVERED].data);
	VECTOR_EACH (address, &list)
		mail_count_delivery(address->address);
	mail_addresses_free(&list);
}

static void mail_say(struct reading *reading, const struct mail_address *from, int64_t seconds)
{
	struct records *records = reading->records;
	char *text = mail_address_text(from);
	char *id = header.has[MAIL_ID] ? mail_text_message_id(header.fields[MAIL_ID].data) : NULL;
	char *subject = reading->with_text && header.has[MAIL_SUBJECT]
				? mail_text_decode(header.fields[MAIL_SUBJECT].data)
				: NULL;

	records_message(records, &(struct message){ .when_ms = seconds * 1000,
					 .from = text,
					 .medium = "email",
					 .id = id,
					 .text = subject });
	mail_say_addresses(records, "to", header.fields[MAIL_TO].data);
	if (header.has[MAIL_DELIVERED]) {
		mail_say_addresses(records, "delivered", header.fields[MAIL_DELIVERED].data);
		mail_count_deliveries();
	}
	records_text(records, "bulk", mail_bulk_doubt(&header, from->address));
	records_finish(records);
	free(subject);
	free(id);
	free(text);
}

static bool mail_is_left_out(const struct mail_header *h, const char **why)
{
	char *labels = h->has[MAIL_LABELS] ? mail_text_decode(h->fields[MAIL_LABELS].data) : NULL;
	bool is_out = labels && mail_labels_leave_out(labels);

	free(labels);
	*why = N_("mail in the trash, spam or drafts");
	if (is_out)
		return true;
	*why = N_("deleted mail");
	return h->has[MAIL_MOZILLA_STATUS] &&
	       strtol(h->fields[MAIL_MOZILLA_STATUS].data, NULL, 16) & MOZILLA_EXPUNGED;
}

/* Of what is said of a mail. */
static bool mail_is_valid(const struct reading *reading)
{
	static const enum mail_field said[] = { MAIL_FROM, MAIL_TO, MAIL_DELIVERED, MAIL_SUBJECT };
	bool is_valid = true;

	for (size_t i = 0; i < sizeof said / sizeof *said; i++) {
		const struct strbuf *field = &header.fields[said[i]];
		if (header.has[said[i]] && (said[i] != MAIL_SUBJECT || reading->with_text))
			is_valid &= text_is_valid(field->data, field->len);
	}
	return is_valid;
}

static void mail_take_from(
	struct reading *reading, const struct mail_address *from, const struct mail_place *place)
{
	int64_t seconds;
	char *labels = NULL;

	if (mail_is_bulk(&header, from->address)) {
		records_left_out(reading->records, N_("mail to many, and notices"), 1);
		return;
	}
	if (!mail_date(reading, place, &seconds)) {
		records_left_out(reading->records, N_("mail without a date"), 1);
		return;
	}
	if (header.has[MAIL_LABELS])
		labels = mail_text_decode(header.fields[MAIL_LABELS].data);
	mail_say_sender(
		reading, from->address, place->is_sent || (labels && mail_labels_say_sent(labels)));
	free(labels);
	if (!mail_is_valid(reading))
		records_mended_at(reading->records, place->name, place->at);
	mail_say(reading, from, seconds);
}

void mail_take(struct reading *reading, char *block, size_t len, const struct mail_place *place)
{
	struct vector from = VECTOR_INIT(struct mail_address);
	const char *why;

	if (!is_header_ready)
		mail_header_init(&header);
	is_header_ready = true;
	mail_header_parse(&header, block, len);
	if (mail_is_left_out(&header, &why)) {
		records_left_out(reading->records, why, 1);
		return;
	}
	mail_addresses_add(&from, header.fields[MAIL_FROM].data);
	if (from.count)
		mail_take_from(reading, vector_at(&from, 0), place);
	else
		records_left_out(reading->records, N_("mail from nobody"), 1);
	mail_addresses_free(&from);
}

/* The address that most mail came to, where nothing lay in Sent. */
static void mail_say_delivery(struct reading *reading)
{
	const struct delivery *delivery, *most = NULL;

	VECTOR_EACH (delivery, &deliveries)
		if (!most || delivery->count > most->count)
			most = delivery;
	if (most && !senders_said.count && !reading->me.count)
		records_me(reading->records, most->address, N_("most mail came to it"));
}

void mail_finish(struct reading *reading)
{
	struct delivery *delivery;

	mail_say_delivery(reading);
	VECTOR_EACH (delivery, &deliveries)
		free(delivery->address);
	vector_fini(&deliveries);
	vector_fini_strings(&senders_said);
	if (is_header_ready)
		mail_header_fini(&header);
	is_header_ready = false;
}
