/* One day after the other into a log, once.
 * Not here: which days (days.c). */
#include "exchange/history/day_writer.h"

#include "exchange/hash.h"
#include "filo/base/memory.h"
#include "filo/base/strbuf.h"
#include "filo/store/conversations.h"
#include "filo/store/conversations_bulk.h"

#include <stdlib.h>
#include <string.h>

#define ENTRIES_AT_ONCE    4096
#define TEXT_BYTES_AT_ONCE (1 << 20)

/* An entry of the person's log, as far as it matters here. */
struct known_entry {
	conversation_id id;
	day_number contact_day;
	enum medium medium;
	struct day_tally tally;
	uint64_t source;  /* hash; 0: written by hand */
	bool is_together; /* of a group or a meeting */
	bool is_touched;
};

static uint64_t hash_of(const char *text)
{
	return exchange_hash(EXCHANGE_HASH_START, text);
}

static uint64_t hash_of_id(const char *source, const char *source_id)
{
	return number_hash(hash_of(source), hash_of(source_id));
}

static enum status know_forgotten(
	void *context, const char *source, const char *source_id, struct error *err)
{
	struct day_writer *writer = context;

	(void)err;
	number_map_add(&writer->forgotten, hash_of_id(source, source_id));
	return STATUS_OK;
}

enum status day_writer_open(struct day_writer *writer, struct store *store,
	struct history_report *report, struct error *err)
{
	*writer = (struct day_writer){ .store = store,
		.forgotten = { .is_set = true },
		.report = report,
		.known = VECTOR_INIT(struct known_entry),
		.entries = VECTOR_INIT(struct conversation) };
	return conversation_walk_forgotten(store, know_forgotten, writer, err);
}

static void drop_entries(struct day_writer *writer)
{
	struct conversation *entry;

	VECTOR_EACH (entry, &writer->entries)
		conversation_fini(entry);
	vector_clear(&writer->entries);
	writer->text_bytes = 0;
}

void day_writer_fini(struct day_writer *writer)
{
	drop_entries(writer);
	vector_fini(&writer->entries);
	vector_fini(&writer->known);
	number_map_fini(&writer->forgotten);
}

enum status day_writer_flush(struct day_writer *writer, struct error *err)
{
	const struct conversation *entry;

	if (!writer->entries.count)
		return STATUS_OK;
	enum status status = conversations_bulk_add(
		writer->store, writer->entries.items, writer->entries.count, err);
	/* Refused: the log has it under another day, or with somebody else. */
	VECTOR_EACH (entry, &writer->entries) {
		writer->report->added += entry->id != 0;
		writer->report->unchanged += !entry->id;
	}
	drop_entries(writer);
	return status == STATUS_OK ? conversations_bulk_settle(writer->store, err) : status;
}

static struct day_tally tally_of(const struct conversation *entry)
{
	return (struct day_tally){ .day = entry->day,
		.minute = entry->precision == PRECISION_TIME ? entry->minute : -1,
		.direction = entry->direction,
		.tally = entry->tally };
}

static enum status know_entry(void *context, const struct conversation *entry, struct error *err)
{
	struct day_writer *writer = context;
	struct known_entry known = { .id = entry->id,
		.contact_day =
			conversation_contact_day(entry->day, entry->precision, entry->minute),
		.medium = entry->medium,
		.tally = tally_of(entry),
		.source = entry->source ? hash_of(entry->source) : 0,
		.is_together =
			entry->source_id && (!strncmp(entry->source_id, "group:", 6) ||
						    !strncmp(entry->source_id, "meeting:", 8)),
		.is_touched = entry->is_touched };

	(void)err;
	if (known.contact_day != DAY_NONE)
		vector_push(&writer->known, &known);
	return STATUS_OK;
}

static int compare_known_days(const void *a, const void *b)
{
	const struct known_entry *one = a, *other = b;

	if (one->contact_day != other->contact_day)
		return one->contact_day < other->contact_day ? -1 : 1;
	return (one->id > other->id) - (one->id < other->id);
}

enum status day_writer_begin(struct day_writer *writer, contact_id contact, struct error *err)
{
	vector_clear(&writer->known);
	enum status status =
		conversation_walk_person(writer->store, contact, know_entry, writer, err);
	vector_sort(&writer->known, compare_known_days);
	return status;
}

/* The entry of the same source, or else one written by hand, of this medium and day. */
static struct known_entry *day_writer_find_known(
	const struct day_writer *writer, const struct day_line *line)
{
	struct known_entry *items = writer->known.items, *by_hand = NULL;
	uint64_t source = hash_of(line->source);
	size_t low = 0, high = writer->known.count;

	while (low < high) {
		size_t middle = low + (high - low) / 2;
		if (items[middle].contact_day < line->contact_day)
			low = middle + 1;
		else
			high = middle;
	}
	for (; low < writer->known.count && items[low].contact_day == line->contact_day; low++) {
		if (items[low].medium != line->medium)
			continue;
		if (items[low].source == source && !items[low].is_together)
			return &items[low];
		if (!items[low].source)
			by_hand = &items[low];
	}
	return by_hand;
}

/* What was touched keeps its beginning. */
static enum status grow(struct day_writer *writer, struct known_entry *known,
	const struct day_line *line, struct error *err)
{
	struct day_tally joined = known->tally;
	bool is_moved = line->can_move && !known->is_touched &&
			(joined.day != line->tally.day || joined.minute != line->tally.minute);
	bool has_changed = day_tally_merge(&joined, &line->tally) || is_moved;

	if (is_moved)
		joined = line->tally;
	if (known->is_touched) {
		struct tally numbers = joined.tally;
		has_changed = memcmp(&numbers, &known->tally.tally, sizeof numbers) != 0;
		joined = known->tally;
		joined.tally = numbers;
	}
	if (!has_changed) {
		writer->report->unchanged++;
		return STATUS_OK;
	}
	struct conversation grown = { .id = known->id,
		.day = joined.day,
		.precision = joined.minute >= 0 ? PRECISION_TIME : PRECISION_DAY,
		.minute = joined.minute,
		.direction = joined.direction,
		.tally = joined.tally };
	known->tally = joined;
	writer->report->grown++;
	return conversation_grow(writer->store, &grown, err);
}

/* The first line of a day's words is what a list shows of it. */
static void set_words(struct conversation *entry, const char *text)
{
	if (!text || !*text)
		return;
	size_t len = strcspn(text, "\n");
	free(entry->summary);
	entry->summary = memory_copy_bytes(text, len);
	if (text[len])
		memory_replace_string(&entry->body, text);
}

static enum status day_writer_add_entry(
	struct day_writer *writer, const struct day_line *line, struct error *err)
{
	struct conversation entry;

	if (number_map_find(&writer->forgotten, hash_of_id(line->source, line->source_id), NULL)) {
		writer->report->forgotten++;
		return STATUS_OK;
	}
	conversation_init(&entry);
	entry.day = line->tally.day;
	entry.minute = line->tally.minute;
	entry.precision = entry.minute >= 0 ? PRECISION_TIME : PRECISION_DAY;
	entry.medium = line->medium;
	entry.direction = line->tally.direction;
	entry.tally = line->tally.tally;
	entry.source = memory_copy_string(line->source);
	entry.source_id = memory_copy_string(line->source_id);
	set_words(&entry, line->text);
	for (size_t i = 0; i < line->with_count; i++)
		conversation_add_participant(&entry, line->with[i], NULL, false);
	vector_push(&writer->entries, &entry);
	writer->text_bytes += line->text ? strlen(line->text) : 0;
	bool is_enough = writer->entries.count >= ENTRIES_AT_ONCE ||
			 writer->text_bytes >= TEXT_BYTES_AT_ONCE;
	return is_enough ? day_writer_flush(writer, err) : STATUS_OK;
}

static bool takes_part(const struct conversation *entry, contact_id contact)
{
	const struct participant *participant;

	VECTOR_EACH (participant, &entry->participants)
		if (participant->id == contact && !participant->is_mention)
			return true;
	return false;
}

/* A group or a meeting that is there: more of its people may be known by now. */
static enum status join_group(struct day_writer *writer, conversation_id id,
	const struct day_line *line, struct error *err)
{
	struct conversation entry;
	enum status status = conversation_load(writer->store, id, &entry, err);

	if (status != STATUS_OK)
		return status;
	struct known_entry known = {
		.id = id, .tally = tally_of(&entry), .is_touched = entry.is_touched
	};
	for (size_t i = 0; i < line->with_count && status == STATUS_OK; i++) {
		if (known.is_touched || takes_part(&entry, line->with[i]))
			continue;
		status = conversation_join(writer->store, id, line->with[i], err);
		writer->report->joined++;
	}
	conversation_fini(&entry);
	return status == STATUS_OK ? grow(writer, &known, line, err) : status;
}

enum status day_writer_add(
	struct day_writer *writer, const struct day_line *line, struct error *err)
{
	struct known_entry *known;

	writer->report->days++;
	if (line->is_group) {
		conversation_id id =
			conversation_of_source(writer->store, line->source, line->source_id);
		return id ? join_group(writer, id, line, err)
			  : day_writer_add_entry(writer, line, err);
	}
	known = day_writer_find_known(writer, line);
	if (known && known->source)
		return grow(writer, known, line, err);
	if (known) {
		writer->report->in_log++;
		return STATUS_OK;
	}
	return day_writer_add_entry(writer, line, err);
}

bool day_writer_has(const struct day_writer *writer, const char *source, const char *source_id)
{
	return number_map_find(&writer->forgotten, hash_of_id(source, source_id), NULL) ||
	       conversation_has_source(writer->store, source, source_id);
}

char *day_source_id(const char *key, day_number contact_day, enum medium medium)
{
	struct strbuf out = STRBUF_INIT;
	char iso[DATE_ISO_SIZE];

	strbuf_add_format(&out, "%s/%s", key, date_format_iso(contact_day, iso));
	if (medium != MEDIUM_MESSAGE && medium != MEDIUM_EMAIL)
		strbuf_add_format(&out, "/%s", medium_name(medium));
	return strbuf_take(&out);
}
