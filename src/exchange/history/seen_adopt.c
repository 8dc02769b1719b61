/* People seen into contacts, their days into entries.
 * Not here: the command (cli/). */
#include "filo/exchange/seen_adopt.h"

#include "exchange/history/day_writer.h"
#include "filo/base/ascii.h"
#include "filo/base/i18n.h"
#include "filo/base/memory.h"
#include "filo/base/strbuf.h"
#include "filo/store/change.h"
#include "filo/store/contacts.h"

#include <stdlib.h>
#include <string.h>

struct adopting {
	struct store *store;
	const struct seen_person *const *people;
	size_t count;
	contact_id contact;
	struct day_writer writer;
	struct history_report report;
	struct vector lines; /* of struct seen_day, sources owned */
};

/* The part of an address before its @ as a name: "maria.rossi2" is Maria Rossi. */
static char *name_of_address(const char *address)
{
	struct strbuf name = STRBUF_INIT;
	bool begins = true;

	for (const char *s = address; *s && *s != '@' && *s != '+'; s++) {
		if (strchr("._-", *s) || (*s >= '0' && *s <= '9')) {
			begins = true;
			continue;
		}
		if (begins && name.len)
			strbuf_add_char(&name, ' ');
		strbuf_add_char(&name, begins ? ascii_upper(*s) : *s);
		begins = false;
	}
	if (!name.len)
		strbuf_add(&name, address);
	return strbuf_take(&name);
}

char *seen_proposed_name(const struct seen_person *person)
{
	if (*person->name)
		return memory_copy_string(person->name);
	return strchr(person->key, '@')
		       ? name_of_address(person->key)
		       : memory_copy_string(person->address ? person->address : person->key);
}

static enum status seen_adopt_add_contact(struct adopting *adopting, struct error *err)
{
	struct contact contact;
	enum channel_kind kind;

	contact_init(&contact);
	contact.name = seen_proposed_name(adopting->people[0]);
	for (size_t i = 0; i < adopting->count; i++) {
		const struct seen_person *person = adopting->people[i];
		if (channel_kind_parse(person->kind, &kind))
			contact_add_channel(&contact, kind,
				person->address ? person->address : person->key, NULL, false);
	}
	enum status status = contact_add(adopting->store, &contact, err);
	adopting->contact = contact.id;
	contact_fini(&contact);
	return status;
}

static enum status keep_day(void *context, const struct seen_day *day, struct error *err)
{
	struct adopting *adopting = context;
	struct seen_day kept = *day;

	(void)err;
	kept.source = memory_copy_string(day->source);
	vector_push(&adopting->lines, &kept);
	return STATUS_OK;
}

static enum status add_days(
	struct adopting *adopting, const struct seen_person *person, struct error *err)
{
	struct seen_day *day;
	enum status status = seen_day_walk(adopting->store, person->id, keep_day, adopting, err);

	if (status == STATUS_OK)
		status = day_writer_begin(&adopting->writer, adopting->contact, err);
	VECTOR_EACH (day, &adopting->lines) {
		char *source_id = day_source_id(person->key, day->contact_day, day->medium);
		const struct day_line line = { .source = day->source,
			.source_id = source_id,
			.medium = day->medium,
			.contact_day = day->contact_day,
			.tally = day->tally,
			.with = &adopting->contact,
			.with_count = 1 };
		if (status == STATUS_OK)
			status = day_writer_add(&adopting->writer, &line, err);
		free(source_id);
		free((char *)day->source);
	}
	vector_clear(&adopting->lines);
	return status == STATUS_OK ? day_writer_flush(&adopting->writer, err) : status;
}

static enum status adopt_one(
	struct adopting *adopting, const struct seen_person *person, struct error *err)
{
	struct seen seen = { .id = person->id, .name = person->name, .contact = adopting->contact };
	enum status status = add_days(adopting, person, err);

	if (status == STATUS_OK)
		status = seen_days_delete(adopting->store, seen.id, err);
	return status == STATUS_OK ? seen_save(adopting->store, &seen, err) : status;
}

static enum status adopt(void *context, struct error *err)
{
	struct adopting *adopting = context;
	enum status status =
		day_writer_open(&adopting->writer, adopting->store, &adopting->report, err);

	if (status == STATUS_OK && !adopting->contact)
		status = seen_adopt_add_contact(adopting, err);
	for (size_t i = 0; i < adopting->count && status == STATUS_OK; i++)
		status = adopt_one(adopting, adopting->people[i], err);
	day_writer_fini(&adopting->writer);
	return status;
}

enum status seen_adopt(struct store *store, const struct seen_person *const *people, size_t count,
	contact_id contact, int64_t *days, struct error *err)
{
	struct adopting adopting = { .store = store,
		.people = people,
		.count = count,
		.contact = contact,
		.lines = VECTOR_INIT(struct seen_day) };
	enum status status;

	history_report_init(&adopting.report);
	status = store_change(store, _("adopt people seen"), adopt, &adopting, err);
	*days = adopting.report.added;
	history_report_fini(&adopting.report);
	vector_fini(&adopting.lines);
	return status;
}
