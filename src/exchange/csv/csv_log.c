/* The log as CSV: date, contact, direction, channel, summary, in any order; what other columns say
 * goes into the body.
 * Not here: whose names these are (import_entries.c). */
#include "exchange/csv/csv_log.h"

#include "exchange/csv/csv_code_page.h"
#include "exchange/csv/csv_dates.h"
#include "exchange/csv/csv_detect.h"
#include "exchange/csv/csv_header.h"
#include "exchange/hash.h"
#include "filo/base/ascii.h"
#include "filo/base/i18n.h"
#include "filo/base/memory.h"
#include "filo/base/text.h"
#include "filo/people/words/clock.h"
#include "filo/people/words/when.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum log_column {
	IS_DATE,
	IS_TIME,
	IS_CONTACT,
	IS_DIRECTION,
	IS_CHANNEL,
	IS_SUMMARY,
	IS_BODY,
	IS_EXTRA
};

/* In English, Italian, German, French, Spanish, Portuguese, Dutch and Polish; folded. */
static const struct {
	enum log_column column;
	const char *headers; /* a bar between two */
} headers[] = {
	{ IS_DATE, "date|data|day|when|datum|fecha|giorno|quando|wann|quand|cuando|wanneer|"
		   "kiedy" },
	{ IS_TIME, "time|ora|orario|uhrzeit|zeit|heure|hora|tijd|godzina" },
	{ IS_CONTACT, "contact|contacts|contatto|contatti|person|people|who|with|chi|persona|"
		      "persone|kontakt|kontakte|wer|mit|personen|personne|personnes|avec|qui|"
		      "contacto|contactos|quien|contato|contatos|quem|pessoa|pessoas|persoon|"
		      "osoba|with whom|con chi|mit wem|avec qui|con quien|com quem|met wie|"
		      "z kim" },
	{ IS_DIRECTION, "direction|direzione|richtung|direccion|direcao|richting|kierunek" },
	{ IS_CHANNEL, "channel|medium|canale|kanal|canal|kanaal" },
	{ IS_SUMMARY, "summary|riassunto|what|cosa|che cosa|zusammenfassung|resume|resumen|"
		      "resumo|samenvatting|was|quoi|que|wat|co" },
	{ IS_BODY, "body" },
};

static enum log_column csv_log_column_of(const char *header)
{
	char *key = csv_header_key(header);
	enum log_column column = IS_EXTRA;

	for (size_t i = 0; i < sizeof headers / sizeof *headers; i++)
		if (*key && csv_header_is_one_of(key, headers[i].headers))
			column = headers[i].column;
	free(key);
	return column;
}

/* A column that says how somebody is reached, or when they were born: of contacts. */
static bool csv_log_is_of_contacts(const char *header)
{
	char *key = csv_header_key(header);
	struct csv_column column = { .target = CSV_OTHER };
	bool is_of_contacts = false;

	if (*key && (csv_header_whole(key, &column) || csv_header_composed(key, &column)))
		is_of_contacts = csv_is_address_part(column.target) ||
				 (column.target == CSV_FIELD &&
					 (contact_field(column.field)->type == TYPE_CHANNEL ||
						 contact_field(column.field)->type == TYPE_YEARLY));
	free(key);
	return is_of_contacts;
}

/* How many columns are known; 0: this is no header of a log. With nothing of what was said or how,
 * but with an address, it is a table of contacts. */
static size_t csv_log_header(const struct csv_row *row)
{
	bool has_date = false, has_contact = false, is_of_contacts = false;
	size_t known = 0;

	for (size_t i = 0; i < row->count; i++) {
		enum log_column column = csv_log_column_of(row->fields[i]);
		has_date |= column == IS_DATE;
		has_contact |= column == IS_CONTACT;
		known += column != IS_EXTRA;
		is_of_contacts |= column == IS_EXTRA && csv_log_is_of_contacts(row->fields[i]);
	}
	return has_date && has_contact && !(is_of_contacts && known == 2) ? known : 0;
}

struct log_reading {
	const struct record_sink *sink;
	enum log_column *columns; /* NULL: the header has not come yet */
	char **names;             /* of the columns */
	size_t count;
	int64_t line;                /* of the header */
	struct csv_date_order order; /* of the dates */
	bool is_page_told;
};

/* "2026-10-12", "20261012", alone or with a time: those come by the million. */
static bool parse_iso(const char *s, struct conversation *conversation)
{
	size_t digits = strspn(s, "0123456789"), len = digits == 8 ? 8 : 10;
	char iso[11];

	if (strlen(s) < len)
		return false;
	if (len == 8)
		snprintf(iso, sizeof iso, "%.4s-%.2s-%.2s", s, s + 4, s + 6);
	else
		memcpy(iso, s, len);
	iso[10] = '\0';
	if (!date_parse_iso(iso, &conversation->day))
		return false;
	conversation->precision = PRECISION_DAY;
	if (!s[len])
		return true;
	if ((s[len] != ' ' && s[len] != 'T') ||
		!clock_parse(s + len + 1, &conversation->day, &conversation->minute))
		return false;
	conversation->precision = PRECISION_TIME;
	return true;
}

/* A date as spreadsheets write it, whole or only its month and year. */
static bool parse_spreadsheet(const char *text, const struct csv_date_order *order,
	day_number today, struct conversation *conversation)
{
	struct civil_date date;
	const char *rest;

	if (csv_date_parse(text, order->is_day_first, today, &date, &rest) != CSV_DATE_GOOD ||
		!date.year)
		return false;
	conversation->precision = !date.month ? PRECISION_YEAR
				  : !date.day ? PRECISION_MONTH
					      : PRECISION_DAY;
	date.month += !date.month;
	date.day += !date.day;
	conversation->day = date_to_day(date);
	if (!*rest)
		return true;
	bool is_time = conversation->precision == PRECISION_DAY &&
		       clock_parse(rest, &conversation->day, &conversation->minute);
	conversation->precision = PRECISION_TIME;
	return is_time;
}

static bool has_year(const char *text)
{
	for (; *text; text++)
		if (strspn(text, "0123456789") >= 4)
			return true;
	return false;
}

/* ISO dates quickly; other ways of writing as spreadsheets have them, or as people type them. They
 * say the same whatever today is, or are refused: "yesterday" in a file means nothing. */
static enum status csv_log_parse_date(const struct log_reading *reading, const char *text,
	struct conversation *conversation, struct error *err)
{
	struct when when;
	enum status status;

	if (parse_iso(text, conversation) ||
		parse_spreadsheet(text, &reading->order, reading->sink->today, conversation))
		return STATUS_OK;
	conversation->day = DAY_NONE;
	if (!has_year(text))
		return error_set(err, STATUS_INVALID,
			_("\"%s\" is not a date with its year; write it as 2026-10-12"), text);
	status = when_parse(
		text, WHEN_PAST, 0, i18n_language(), reading->order.is_day_first, &when, err);
	if (status != STATUS_OK)
		return status;
	conversation->day = when.day;
	conversation->precision = when.precision;
	conversation->minute = when.minute;
	return STATUS_OK;
}

/* Nobody has talked tomorrow; another zone may be a day ahead. */
static enum status csv_log_read_date(const struct log_reading *reading, const char *text,
	struct conversation *conversation, struct error *err)
{
	day_number today = reading->sink->today;
	enum status status = csv_log_parse_date(reading, text, conversation, err);

	bool is_of_day = conversation->precision == PRECISION_DAY ||
			 conversation->precision == PRECISION_TIME;

	if (status == STATUS_OK && is_of_day &&
		record_is_no_date(date_from_day(conversation->day), true))
		return error_set(
			err, STATUS_INVALID, _("\"%s\" stands for no date"), text_brief(text).text);
	if (status == STATUS_OK && today != DAY_NONE && conversation->day > today + 1)
		return error_set(
			err, STATUS_INVALID, _("\"%s\" is yet to come"), text_brief(text).text);
	return status;
}

static enum status parse_direction(
	const char *word, struct conversation *conversation, struct error *err)
{
	static const struct {
		const char *word;
		enum direction direction;
	} words[] = { { "", OPENED_UNKNOWN }, { "me", OPENED_BY_ME }, { "out", OPENED_BY_ME },
		{ "outgoing", OPENED_BY_ME }, { "sent", OPENED_BY_ME }, { "io", OPENED_BY_ME },
		{ "them", OPENED_BY_THEM }, { "in", OPENED_BY_THEM },
		{ "incoming", OPENED_BY_THEM }, { "received", OPENED_BY_THEM },
		{ "loro", OPENED_BY_THEM }, { "both", OPENED_BY_BOTH },
		{ "entrambi", OPENED_BY_BOTH } };

	for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
		if (ascii_equal(word, words[i].word)) {
			conversation->direction = words[i].direction;
			return STATUS_OK;
		}
	}
	return error_set(err, STATUS_INVALID,
		_("\"%s\" is not a direction; write me, them, both, or nothing"), word);
}

/* A channel filo does not know is said in the body. */
static void csv_log_read_channel(
	const char *word, struct conversation *conversation, struct strbuf *body)
{
	if (text_is_blank(word))
		return;
	/* The words filo writes itself come by the million; others are looked up with more care. */
	for (int medium = 0; medium < MEDIUM_NONE; medium++) {
		if (!strcmp(word, medium_name((enum medium)medium))) {
			conversation->medium = (enum medium)medium;
			return;
		}
	}
	if (medium_parse(word, &conversation->medium))
		return;
	conversation->medium = MEDIUM_OTHER;
	strbuf_add_item(body, "\n", word);
}

static void parse_contacts(const char *names, struct conversation *conversation)
{
	while (*names) {
		size_t len = strcspn(names, ";");
		/* Who they are is found out later: several may have no id yet. */
		struct participant participant = { .name = text_trim_bytes(names, len) };
		if (*participant.name)
			vector_push(&conversation->participants, &participant);
		else
			free(participant.name);
		names += len;
		names += *names == ';';
	}
}

/* The first line is the summary; more lines go to the body. */
static void read_summary(const char *text, struct conversation *conversation, struct strbuf *body)
{
	size_t len = strcspn(text, "\r\n");

	free(conversation->summary);
	conversation->summary = memory_copy_bytes(text, len);
	text += len + strspn(text + len, "\r\n");
	if (*text)
		strbuf_add_item(body, "\n", text);
}

static void csv_log_add_extra(
	const struct log_reading *reading, size_t column, const char *text, struct strbuf *body)
{
	if (text_is_blank(text))
		return;
	strbuf_add_item(body, "\n", reading->names[column]);
	strbuf_add_format(body, ": %s", text);
}

static enum status csv_log_read_field(const struct log_reading *reading, size_t column,
	const char *text, struct conversation *conversation, struct strbuf *body, struct error *err)
{
	if (column >= reading->count) {
		if (!text_is_blank(text))
			strbuf_add_item(body, "\n", text);
		return STATUS_OK;
	}
	switch (reading->columns[column]) {
	case IS_DATE:
		return csv_log_read_date(reading, text, conversation, err);
	case IS_DIRECTION:
		return parse_direction(text, conversation, err);
	case IS_CONTACT:
		parse_contacts(text, conversation);
		return STATUS_OK;
	case IS_CHANNEL:
		csv_log_read_channel(text, conversation, body);
		return STATUS_OK;
	case IS_SUMMARY:
		read_summary(text, conversation, body);
		return STATUS_OK;
	case IS_TIME:
		return STATUS_OK; /* after the date */
	case IS_BODY:
		if (*text)
			strbuf_add_item(body, "\n", text);
		return STATUS_OK;
	case IS_EXTRA:
		csv_log_add_extra(reading, column, text, body);
		return STATUS_OK;
	}
	return STATUS_OK;
}

/* A column of times beside the dates, which a spreadsheet may write with a midnight of their own.
 */
static bool csv_log_take_time(const char *text, struct conversation *conversation)
{
	bool is_open = conversation->precision == PRECISION_DAY ||
		       (conversation->precision == PRECISION_TIME && !conversation->minute);

	if (text_is_blank(text))
		return true;
	if (!is_open || !clock_parse(text, &conversation->day, &conversation->minute))
		return false;
	conversation->precision = PRECISION_TIME;
	return true;
}

static uint64_t hash_number(uint64_t hash, int number)
{
	char bytes[3] = { (char)(number % 97 + 98), (char)(number / 97 + 98), '\0' };

	return exchange_hash(hash, bytes);
}

static void add_hex(char *out, size_t digits, uint64_t number)
{
	while (digits--) {
		out[digits] = "0123456789abcdef"[number & 15];
		number >>= 4;
	}
}

/* What tells the entry again on a second import: its day, so that neighbours in time are neighbours
 * in the index, and a hash of all it says. A row that stands twice is one entry. */
static void csv_log_identify(struct conversation *conversation)
{
	const char *const texts[] = { conversation->summary, "\n", conversation->body };
	uint64_t hash = EXCHANGE_HASH_START;
	char id[6 + 1 + 16 + 1] = "000000-0000000000000000";
	struct participant *participant;

	VECTOR_EACH (participant, &conversation->participants)
		hash = exchange_hash(exchange_hash(hash, participant->name), ";");
	hash = hash_number(hash, (int)conversation->precision);
	hash = hash_number(hash, conversation->minute);
	hash = hash_number(hash, (int)conversation->medium);
	hash = hash_number(hash, (int)conversation->direction);
	for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
		hash = exchange_hash(hash, texts[i] ? texts[i] : "");
	/* Days since the year 1, never negative. */
	add_hex(id, 6, (uint64_t)((int64_t)conversation->day + 719162));
	add_hex(id + 7, 16, hash);
	conversation->source = memory_copy_string("csv");
	conversation->source_id = memory_copy_string(id);
}

static enum status csv_log_fill(const struct log_reading *reading, const struct csv_row *row,
	struct conversation *conversation, struct error *err)
{
	struct strbuf body = STRBUF_INIT;
	enum status status = STATUS_OK;

	conversation->medium = MEDIUM_NONE;
	for (size_t i = 0; i < row->count && status == STATUS_OK; i++)
		status = csv_log_read_field(reading, i, row->fields[i], conversation, &body, err);
	for (size_t i = 0; i < row->count && i < reading->count && status == STATUS_OK; i++)
		if (reading->columns[i] == IS_TIME &&
			!csv_log_take_time(row->fields[i], conversation))
			csv_log_add_extra(reading, i, row->fields[i], &body);
	if (status == STATUS_OK && conversation->day == DAY_NONE)
		status = error_set(err, STATUS_INVALID, _("This row has no date"));
	if (status == STATUS_OK && !conversation->participants.count)
		status =
			error_set(err, STATUS_INVALID, _("This row does not say whom it was with"));
	if (body.len)
		conversation->body = strbuf_take(&body);
	strbuf_fini(&body);
	return status;
}

static void csv_log_read_header(struct log_reading *reading, const struct csv_row *row)
{
	reading->count = row->count;
	reading->line = row->line;
	reading->columns = memory_new(row->count * sizeof *reading->columns);
	reading->names = memory_new(row->count * sizeof *reading->names);
	for (size_t i = 0; i < row->count; i++) {
		reading->columns[i] = csv_log_column_of(row->fields[i]);
		reading->names[i] = text_trim(row->fields[i]);
		if (reading->columns[i] == IS_DATE && !reading->order.is_headed)
			csv_date_order_head(&reading->order, reading->names[i]);
	}
}

static enum status csv_log_read_row(void *context, const struct csv_row *row, struct error *err)
{
	struct log_reading *reading = context;
	struct entry_record entry = { .line = row->line };
	struct error refusal = { 0 };
	enum status status;

	if (row->line <= reading->line || !csv_row_has_text(row, 0))
		return STATUS_OK;
	if (csv_row_is_again(row, reading->names, reading->count))
		return record_problem(reading->sink, row->line, false,
			_("This row repeats the header; it was left out"), err);
	status = csv_code_page_tell(row, &reading->is_page_told, reading->sink, err);
	if (status != STATUS_OK)
		return status;
	conversation_init(&entry.conversation);
	status = csv_log_fill(reading, row, &entry.conversation, &refusal);
	if (status == STATUS_OK) {
		csv_log_identify(&entry.conversation);
		return reading->sink->entry(reading->sink->context, &entry, err);
	}
	conversation_fini(&entry.conversation);
	return record_problem(reading->sink, row->line, true, refusal.message, err);
}

/* Rows that are looked at for the order of their dates; without any that matters, no more. */
#define LOOKED_AT 1000

static enum status csv_log_look_at_row(void *context, const struct csv_row *row, struct error *err)
{
	struct log_reading *reading = context;

	(void)err;
	if (!reading->columns) {
		if (csv_log_header(row))
			csv_log_read_header(reading, row);
		return STATUS_OK;
	}
	for (size_t i = 0; i < row->count && i < reading->count; i++)
		if (reading->columns[i] == IS_DATE)
			csv_date_order_look(&reading->order, row->fields[i]);
	bool is_open = csv_date_order_is_open(&reading->order) &&
		       (reading->order.either || reading->order.dotted);
	return row->line < LOOKED_AT || is_open ? STATUS_OK : STATUS_CANCELLED;
}

static enum status csv_log_settle_order(struct log_reading *reading, struct error *err)
{
	struct strbuf told = STRBUF_INIT;
	enum status status = STATUS_OK;

	csv_date_order_settle(&reading->order, i18n_is_day_first());
	for (size_t i = 0; i < reading->count; i++)
		if (reading->columns[i] == IS_DATE && !told.len)
			csv_date_order_tell(&told, &reading->order, reading->names[i]);
	if (told.len)
		status = record_problem(reading->sink, reading->line, false, told.data, err);
	strbuf_fini(&told);
	return status;
}

bool csv_log_recognises(const char *bytes, size_t len)
{
	char delimiter;

	return csv_detect(bytes, len, csv_log_header, &delimiter) > 0;
}

enum status csv_log_read(struct source *source, const struct record_sink *sink, struct error *err)
{
	struct log_reading reading = { .sink = sink };
	const char *bytes;
	size_t len;
	char delimiter;
	enum status status = source_peek(source, &bytes, &len, err);

	if (status == STATUS_OK) {
		csv_detect(bytes, len, csv_log_header, &delimiter);
		status = csv_look_ahead(source, delimiter, csv_log_look_at_row, &reading, err);
	}
	if (status == STATUS_OK && !reading.columns)
		status = error_set(err, STATUS_INVALID,
			_("%s needs a first line with the columns date, contact, direction, "
			  "channel, summary"),
			source->name);
	if (status == STATUS_OK)
		status = csv_log_settle_order(&reading, err);
	if (status == STATUS_OK)
		status = csv_rows(source, delimiter, csv_log_read_row, &reading, err);
	csv_date_order_fini(&reading.order);
	for (size_t i = 0; i < reading.count; i++)
		free(reading.names[i]);
	free(reading.names);
	free(reading.columns);
	return status;
}
