/* People seen into contacts, their days into entries.
 * Not here: the command (cli/). */
#include "filo/exchange/seen_adopt.h"

#include "exchange/history/day_writer.h"
#include "filo/base/ascii.h"
#include "filo/base/i18n.h"
#include "filo/base/memory.h"
#include "filo/base/strbuf.h"
#include "filo/people/sameness.h"
#include "filo/store/change.h"
#include "filo/store/contact_resolve.h"
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

/* ---- Who is one ---- */

/* A name, and whose. */
struct seen_name {
	char *key;
	size_t place;
};

static int compare_seen_names(const void *a, const void *b)
{
	const struct seen_name *one = a, *other = b;
	int by_key = strcmp(one->key, other->key);

	return by_key ? by_key : (one->place > other->place) - (one->place < other->place);
}

/* Folded; NULL: it is not enough to tell somebody. */
static char *full_name_key(const char *name)
{
	struct strbuf key = STRBUF_INIT;

	name_key(&key, name);
	if (strchr(key.data, ' '))
		return strbuf_take(&key);
	strbuf_fini(&key);
	return NULL;
}

void seen_unite(const struct vector *people, struct vector *firsts)
{
	struct vector names = VECTOR_INIT(struct seen_name);
	const struct seen_name *name, *first = NULL;

	for (size_t i = 0; i < people->count; i++) {
		const struct seen_person *person = vector_at(people, i);
		struct seen_name kept = { full_name_key(person->name), i };
		vector_push(firsts, &i);
		if (kept.key)
			vector_push(&names, &kept);
	}
	vector_sort(&names, compare_seen_names);
	VECTOR_EACH (name, &names) {
		if (!first || strcmp(first->key, name->key) != 0)
			first = name;
		*(size_t *)vector_at(firsts, name->place) = first->place;
	}
	VECTOR_EACH (name, &names)
		free(name->key);
	vector_fini(&names);
}

void seen_add_same(
	const struct vector *people, const struct vector *firsts, size_t index, struct vector *same)
{
	size_t first = *(size_t *)vector_at(firsts, index);
	struct seen_person *person = vector_at(people, index);

	vector_push(same, &person);
	for (size_t i = 0; i < people->count; i++) {
		person = vector_at(people, i);
		if (i != index && *(size_t *)vector_at(firsts, i) == first)
			vector_push(same, &person);
	}
}

/* ---- Taking them in ---- */

/* The only one of that full name; 0: there is none, or there are several. */
static enum status seen_adopt_find_contact(struct adopting *adopting, struct error *err)
{
	const char *name = adopting->people[0]->name;
	char *key = full_name_key(name), *known = NULL;
	contact_id id;
	struct contact contact;
	enum status status = STATUS_OK;

	if (key && contact_resolve(adopting->store, name, &id, NULL) == STATUS_OK) {
		status = contact_load(adopting->store, id, &contact, err);
		if (status == STATUS_OK)
			known = full_name_key(contact.name);
		if (known && !strcmp(known, key))
			adopting->contact = id;
		if (status == STATUS_OK)
			contact_fini(&contact);
	}
	free(key);
	free(known);
	return status;
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
		status = seen_adopt_find_contact(adopting, err);
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
	status = store_change(store, adopt, &adopting, err, N_("adopt people seen"));
	*days = adopting.report.added;
	history_report_fini(&adopting.report);
	vector_fini(&adopting.lines);
	return status;
}
