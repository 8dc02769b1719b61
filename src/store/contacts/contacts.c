/* Contacts as rows: adding, updating, deleting, loading.
 * Not here: what hangs on them (contact_parts.c), lists of them (contact_list.c). */
#include "filo/store/contacts.h"

#include "filo/base/error.h"
#include "filo/base/fold.h"
#include "filo/base/i18n.h"
#include "filo/base/strbuf.h"
#include "filo/base/text.h"
#include "filo/base/uuid.h"
#include "filo/people/contact.h"
#include "filo/people/contact_changes.h"
#include "filo/people/contact_field.h"
#include "filo/people/date.h"
#include "filo/store/change.h"
#include "filo/store/change_label.h"
#include "filo/store/contact_called.h"
#include "filo/store/store.h"
#include "store/contacts/change_about.h"
#include "store/contacts/contact_parts.h"
#include "store/contacts/contact_sql.h"
#include "store/contacts/contacts.h"
#include "store/db/change.h"
#include "store/db/database.h"
#include "store/db/query.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/random.h>

/* A random UUID (RFC 4122, version 4) as a URN. Caller frees. */
static char *make_uid(void)
{
	unsigned char b[16];
	struct strbuf uid = STRBUF_INIT;

	while (getrandom(b, sizeof b, 0) < 0 && errno == EINTR)
		;
	b[6] = (unsigned char)((b[6] & 0x0F) | 0x40);
	b[8] = (unsigned char)((b[8] & 0x3F) | 0x80);
	strbuf_add(&uid, "urn:uuid:");
	for (size_t i = 0; i < sizeof b; i++)
		strbuf_add_format(
			&uid, i == 4 || i == 6 || i == 8 || i == 10 ? "-%02x" : "%02x", b[i]);
	return strbuf_take(&uid);
}

static enum status contact_check_lengths(const struct contact *contact, struct error *err)
{
	CONTACT_FIELD_EACH (field) {
		char **text = contact_field_text(contact, field);
		size_t max_bytes = contact_field(field)->max_bytes;
		if (text && *text && max_bytes && strlen(*text) > max_bytes)
			return error_set(err, STATUS_INVALID,
				_("%s: that is longer than %zu bytes. Put the rest in the note"),
				contact_field_label(field), max_bytes);
	}
	return STATUS_OK;
}

enum status contact_check_values(const struct contact *contact, struct error *err)
{
	if (contact_check_lengths(contact, err) != STATUS_OK)
		return STATUS_INVALID;
	if (contact->cadence_days != 0 && (contact->cadence_days < CADENCE_MIN_DAYS ||
						  contact->cadence_days > CADENCE_MAX_DAYS))
		return error_set(err, STATUS_INVALID,
			_("Every how many days: a number from %d to %d, not %d"), CADENCE_MIN_DAYS,
			CADENCE_MAX_DAYS, contact->cadence_days);
	return STATUS_OK;
}

static enum status contact_check(struct store *store, struct contact *contact, struct error *err)
{
	if (text_is_blank(contact->name))
		return error_set(err, STATUS_INVALID, _("A person needs a name"));
	/* It is one line, whatever way it came. */
	text_join_lines(contact->name);
	if (contact_check_values(contact, err) != STATUS_OK)
		return STATUS_INVALID;
	if (!contact->circle)
		return STATUS_OK;
	struct query query = query_open(store, "SELECT 1 FROM circle WHERE id = ?1");
	bind_id(&query, 1, contact->circle);
	bool has_row = query_next(&query);
	enum status status = query_close(&query, err);
	if (status == STATUS_OK && !has_row)
		return error_set(err, STATUS_INVALID, _("There is no such circle"));
	return status;
}

/* `key` must live until the statement is reset. */
static void contact_bind_fields(struct query *query, const struct contact *contact, const char *key)
{
	int parameter = CONTACT_SQL_FIRST;

	if (contact->id)
		bind_id(query, 1, contact->id);
	bind_text(query, 2, key);
	CONTACT_FIELD_EACH (field) {
		const struct contact_field_row *row = contact_field(field);
		const void *value = (const char *)contact + row->offset;
		if (!row->column)
			continue;
		if (row->type == TYPE_TEXT)
			bind_text(query, parameter++, *(char *const *)value);
		else if (row->type == TYPE_DAY)
			bind_day(query, parameter++, *(const day_number *)value);
		else if (row->type == TYPE_CIRCLE)
			bind_id(query, parameter++, *(const circle_id *)value);
		else
			bind_number(query, parameter++, *(const int *)value);
	}
}

static enum status contact_write(
	struct store *store, const char *sql, const struct contact *contact, struct error *err)
{
	struct strbuf key = STRBUF_INIT;
	struct query query = query_open(store, sql);

	text_fold(&key, contact->name);
	contact_bind_fields(&query, contact, key.data);
	enum status status = query_run(&query, err);
	strbuf_fini(&key);
	return status;
}

static bool has_wish(const struct contact *contact)
{
	return contact->cadence_days > 0 || contact->circle;
}

/* A wish counts from the day it was set. */
static void date_wish(
	const struct store *store, const struct contact *before, struct contact *contact)
{
	bool is_same = before && before->cadence_days == contact->cadence_days &&
		       before->circle == contact->circle;

	if (!has_wish(contact))
		contact->wish_set_on = DAY_NONE;
	else if (!is_same && (before || contact->wish_set_on == DAY_NONE))
		contact->wish_set_on = store->today;
}

enum status contact_add(struct store *store, struct contact *contact, struct error *err)
{
	enum status status = contact_check(store, contact, err);

	if (status != STATUS_OK)
		return status;
	status = change_join(store, err, N_("add %s"), contact->name);
	if (status != STATUS_OK)
		return status;
	contact->id = 0;
	if (!contact->uid)
		contact->uid = make_uid();
	date_wish(store, NULL, contact);
	change_row_is_new(store, true);
	status = contact_write(store,
		contact_sql("INSERT INTO contact(name_key, {columns}) VALUES (?2, {values})"),
		contact, err);
	if (status == STATUS_OK) {
		contact->id = database_last_id(store);
		status = contact_parts_add(store, contact, err);
	}
	change_row_is_new(store, false);
	return change_end(store, status, err);
}

/* Whether the change is told as an edit of somebody of that name, and of nothing more. */
static bool is_told_as(const struct store *store, const char *name)
{
	char *label = change_label(&(struct plural){ N_("edit %s"), NULL }, name);
	size_t len = strlen(label);
	bool is_so = !strncmp(store->label, label, len) &&
		     (!store->label[len] || !strncmp(store->label + len, " (#", 3));
	free(label);
	return is_so;
}

/* Where no more than an edit is told, what undo says names the fields. */
static void tell_fields(
	struct store *store, const struct contact *before, const struct contact *after)
{
	struct strbuf fields = STRBUF_INIT;

	if (!is_told_as(store, after->name))
		return;
	char *called = contact_called(store, after->id, after->name);
	CONTACT_FIELD_EACH (field)
		if (contact_field_has_changed(before, after, field))
			change_label_add_word(&fields, contact_field(field)->label);
	if (fields.len)
		/* Translators: what undo takes back: a name, and the fields: "Phone, Tags". */
		change_relabel(store, N_("edit %s: %s"), called, fields.data);
	strbuf_fini(&fields);
	free(called);
}

/* Over what is there now, which nobody else can change meanwhile. */
static enum status update_in_change(
	struct store *store, const struct contact *contact, struct error *err)
{
	struct contact before, written = *contact; /* what it points to is the caller's */
	enum status status = contact_load(store, contact->id, &before, err);

	if (status != STATUS_OK)
		return status;
	date_wish(store, &before, &written);
	tell_fields(store, &before, contact);
	status = contact_write(store,
		contact_sql("UPDATE contact SET name_key = ?2, {assignments},"
			    " version = version + 1 WHERE id = ?1"),
		&written, err);
	if (status == STATUS_OK)
		status = contact_parts_update(store, &before, contact, err);
	contact_fini(&before);
	return status;
}

enum status contact_update(struct store *store, struct contact *contact, struct error *err)
{
	enum status status = contact_check(store, contact, err);

	if (status == STATUS_OK)
		status = change_join_about(store, contact->id, contact->name, N_("edit %s"), err);
	if (status != STATUS_OK)
		return status;
	return change_end(store, update_in_change(store, contact, err), err);
}

enum status contact_delete(struct store *store, contact_id id, struct error *err)
{
	struct contact contact;
	enum status status = contact_load(store, id, &contact, err);

	if (status != STATUS_OK)
		return status;
	status = change_join_about(store, id, contact.name, N_("delete %s"), err);
	contact_fini(&contact);
	if (status != STATUS_OK)
		return status;
	change_mark_deletion(store);
	change_touch(store, id);
	/* Conversations that nobody else took part in are deleted with the person, and restored
	 * with them. */
	status = query_run_id(store,
		"DELETE FROM conversation WHERE id IN (SELECT conversation FROM participant"
		" WHERE contact = ?1) AND NOT EXISTS (SELECT 1 FROM participant AS p"
		" WHERE p.conversation = conversation.id AND p.contact != ?1 AND NOT p.is_mention)",
		id, err);
	/* By what they were known in histories brings them back no more. */
	if (status == STATUS_OK)
		status = query_run_id(
			store, "UPDATE seen SET is_ignored = 1 WHERE contact = ?1", id, err);
	if (status == STATUS_OK)
		status = query_run_id(store, "DELETE FROM contact WHERE id = ?1", id, err);
	return change_end(store, status, err);
}

static void contact_read_fields(struct query *query, struct contact *contact)
{
	int column = 0;

	CONTACT_FIELD_EACH (field) {
		const struct contact_field_row *row = contact_field(field);
		void *value = (char *)contact + row->offset;
		if (!row->column)
			continue;
		if (field == CONTACT_UID || field == CONTACT_NAME)
			*(char **)value = column_copy_filled(query, column++);
		else if (row->type == TYPE_TEXT)
			*(char **)value = column_copy(query, column++);
		else if (row->type == TYPE_DAY)
			*(day_number *)value = column_day(query, column++);
		else if (row->type == TYPE_CIRCLE)
			*(circle_id *)value = column_id(query, column++);
		else
			*(int *)value = column_int(query, column++);
	}
}

enum status contact_load_row(
	struct store *store, contact_id id, struct contact *out, struct error *err)
{
	struct query query =
		query_open(store, contact_sql("SELECT {columns} FROM contact WHERE id = ?1"));

	contact_init(out);
	bind_id(&query, 1, id);
	bool has_row = query_next(&query);
	if (has_row)
		contact_read_fields(&query, out);
	enum status status = query_close(&query, err);
	if (status == STATUS_OK && !has_row)
		status = error_set(err, STATUS_NOT_FOUND, _("This person is no longer there"));
	out->id = id;
	if (status != STATUS_OK)
		contact_fini(out);
	return status;
}

enum status contact_load(struct store *store, contact_id id, struct contact *out, struct error *err)
{
	bool is_reading = store_begin_reading(store);
	enum status status = contact_load_row(store, id, out, err);

	if (status == STATUS_OK && (status = contact_parts_load(store, out, err)) != STATUS_OK)
		contact_fini(out);
	store_end_reading(store, is_reading);
	return status;
}

enum status contact_by_uid(struct store *store, const char *uid, contact_id *id, struct error *err)
{
	static const char sql[] =
		"SELECT id FROM contact WHERE uid = ?1 UNION ALL SELECT id FROM contact WHERE uid"
		" IN (?2, upper(?2), 'urn:uuid:' || ?2, 'urn:uuid:' || upper(?2),"
		" 'URN:UUID:' || ?2, 'URN:UUID:' || upper(?2)) LIMIT 1";
	struct query query = query_open(store, sql);
	char small[UUID_LEN + 1];

	bind_text(&query, 1, uid);
	bind_text(&query, 2, uuid_is(uid) && uuid_read(uid, small) ? small : NULL);
	*id = query_next(&query) ? column_id(&query, 0) : 0;
	return query_close(&query, err);
}

int64_t contact_version(struct store *store, contact_id id)
{
	struct query query = query_open(store, "SELECT version FROM contact WHERE id = ?1");

	bind_id(&query, 1, id);
	return query_count(&query);
}

char *contact_key(struct store *store, contact_id id)
{
	struct query query = query_open(store, "SELECT name_key FROM contact WHERE id = ?1");

	bind_id(&query, 1, id);
	return query_text(&query);
}
