/* Contacts as rows: adding, updating, deleting, loading.
 * Not here: what hangs on them (contact_parts.c), lists of them (contact_list.c). */
#include "filo/store/contacts.h"

#include "filo/base/i18n.h"
#include "filo/base/memory.h"
#include "filo/base/text.h"
#include "store/contacts/contact_parts.h"
#include "store/db/database.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/random.h>

#define NAME_MAX_BYTES 1000

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

static enum status check(struct store *store, const struct contact *contact, struct error *err)
{
	sqlite3_stmt *stmt;
	bool has_row = false;

	if (text_is_blank(contact->name))
		return error_set(err, STATUS_INVALID, _("A person needs a name"));
	if (strlen(contact->name) > NAME_MAX_BYTES)
		return error_set(err, STATUS_INVALID,
			_("That name is longer than %d bytes: put the rest in the note"),
			NAME_MAX_BYTES);
	if (contact->cadence_days != 0 && (contact->cadence_days < CADENCE_MIN_DAYS ||
						  contact->cadence_days > CADENCE_MAX_DAYS))
		return error_set(err, STATUS_INVALID,
			_("Every how many days: a number from %d to %d, not %d"), CADENCE_MIN_DAYS,
			CADENCE_MAX_DAYS, contact->cadence_days);
	if (!contact->circle)
		return STATUS_OK;
	stmt = database_statement(store, "SELECT 1 FROM circle WHERE id = ?1", err);
	if (!stmt)
		return STATUS_DATABASE;
	bind_id(stmt, 1, contact->circle);
	enum status status = database_step(store, stmt, &has_row, err);
	sqlite3_reset(stmt);
	if (status == STATUS_OK && !has_row)
		return error_set(err, STATUS_INVALID, _("There is no such circle"));
	return status;
}

/* Binds ?1..?17: everything but the id. `key` must live until the statement is reset. */
static void bind_fields(sqlite3_stmt *stmt, const struct contact *contact, const char *key)
{
	bind_text(stmt, 1, contact->uid);
	bind_text(stmt, 2, contact->name);
	bind_text(stmt, 3, key);
	bind_text(stmt, 4, contact->family);
	bind_text(stmt, 5, contact->given);
	bind_text(stmt, 6, contact->additional);
	bind_text(stmt, 7, contact->prefix);
	bind_text(stmt, 8, contact->suffix);
	bind_text(stmt, 9, contact->nickname);
	bind_text(stmt, 10, contact->organization);
	bind_text(stmt, 11, contact->title);
	bind_text(stmt, 12, contact->note);
	bind_text(stmt, 13, contact->met);
	bind_day(stmt, 14, contact->met_on);
	bind_id(stmt, 15, contact->circle);
	sqlite3_bind_int(stmt, 16, contact->cadence_days);
	bind_text(stmt, 17, contact->revision);
}

static enum status write_row(
	struct store *store, const char *sql, const struct contact *contact, struct error *err)
{
	struct strbuf key = STRBUF_INIT;
	sqlite3_stmt *stmt = database_statement(store, sql, err);
	enum status status = STATUS_DATABASE;

	if (stmt) {
		text_fold(&key, contact->name);
		bind_fields(stmt, contact, key.data);
		if (contact->id)
			bind_id(stmt, 18, contact->id);
		status = database_run(store, stmt, err);
	}
	strbuf_fini(&key);
	return status;
}

enum status contact_add(struct store *store, struct contact *contact, struct error *err)
{
	bool is_own;
	enum status status = check(store, contact, err);

	if (status != STATUS_OK)
		return status;
	status = change_join(store, &is_own, err, _("add %s"), contact->name);
	if (status != STATUS_OK)
		return status;
	contact->id = 0;
	if (!contact->uid)
		contact->uid = make_uid();
	change_row_is_new(store, true);
	status = write_row(store,
		"INSERT INTO contact(uid, name, name_key, family, given, additional, prefix,"
		" suffix, nickname, organization, title, note, met, met_on, circle, cadence_days,"
		" revision) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14,"
		" ?15, ?16, ?17)",
		contact, err);
	if (status == STATUS_OK) {
		contact->id = database_last_id(store);
		status = contact_parts_add(store, contact, err);
	}
	change_row_is_new(store, false);
	return change_end(store, is_own, status, err);
}

enum status contact_update(struct store *store, const struct contact *contact, struct error *err)
{
	struct contact before;
	bool is_own;
	enum status status = check(store, contact, err);

	if (status == STATUS_OK)
		status = contact_load(store, contact->id, &before, err);
	if (status != STATUS_OK)
		return status;
	status = change_join(store, &is_own, err, _("edit %s"), contact->name);
	if (status == STATUS_OK) {
		status = write_row(store,
			"UPDATE contact SET uid = ifnull(?1, uid), name = ?2, name_key = ?3,"
			" family = ?4, given = ?5, additional = ?6, prefix = ?7, suffix = ?8,"
			" nickname = ?9, organization = ?10, title = ?11, note = ?12, met = ?13,"
			" met_on = ?14, circle = ?15, cadence_days = ?16, revision = ?17,"
			" version = version + 1 WHERE id = ?18",
			contact, err);
		if (status == STATUS_OK)
			status = contact_parts_update(store, &before, contact, err);
		status = change_end(store, is_own, status, err);
	}
	contact_fini(&before);
	return status;
}

static enum status run_for(struct store *store, const char *sql, contact_id id, struct error *err)
{
	sqlite3_stmt *stmt = database_statement(store, sql, err);

	if (!stmt)
		return STATUS_DATABASE;
	bind_id(stmt, 1, id);
	return database_run(store, stmt, err);
}

enum status contact_delete(struct store *store, contact_id id, struct error *err)
{
	struct contact contact;
	bool is_own;
	enum status status = contact_load(store, id, &contact, err);

	if (status != STATUS_OK)
		return status;
	status = change_join(store, &is_own, err, _("delete %s"), contact.name);
	contact_fini(&contact);
	if (status != STATUS_OK)
		return status;
	change_mark_deletion(store);
	rhythm_mark(store, id);
	/* What nobody else took part in goes with the person, and comes back with them. */
	status = run_for(store,
		"DELETE FROM conversation WHERE id IN (SELECT conversation FROM participant"
		" WHERE contact = ?1) AND NOT EXISTS (SELECT 1 FROM participant AS p"
		" WHERE p.conversation = conversation.id AND p.contact != ?1 AND NOT p.is_mention)",
		id, err);
	if (status == STATUS_OK)
		status = run_for(store, "DELETE FROM contact WHERE id = ?1", id, err);
	return change_end(store, is_own, status, err);
}

static void read_fields(sqlite3_stmt *stmt, struct contact *contact)
{
	contact->uid = column_copy(stmt, 0);
	contact->name = column_copy(stmt, 1);
	contact->family = column_copy(stmt, 2);
	contact->given = column_copy(stmt, 3);
	contact->additional = column_copy(stmt, 4);
	contact->prefix = column_copy(stmt, 5);
	contact->suffix = column_copy(stmt, 6);
	contact->nickname = column_copy(stmt, 7);
	contact->organization = column_copy(stmt, 8);
	contact->title = column_copy(stmt, 9);
	contact->note = column_copy(stmt, 10);
	contact->met = column_copy(stmt, 11);
	contact->met_on = column_day(stmt, 12);
	contact->circle = column_id(stmt, 13);
	contact->cadence_days = sqlite3_column_int(stmt, 14);
	contact->revision = column_copy(stmt, 15);
}

static enum status load(struct store *store, contact_id id, struct contact *out, struct error *err)
{
	bool has_row;
	sqlite3_stmt *stmt = database_statement(store,
		"SELECT uid, name, family, given, additional, prefix, suffix, nickname,"
		" organization, title, note, met, met_on, circle, cadence_days, revision"
		" FROM contact WHERE id = ?1",
		err);

	contact_init(out);
	if (!stmt)
		return STATUS_DATABASE;
	bind_id(stmt, 1, id);
	enum status status = database_step(store, stmt, &has_row, err);
	if (status != STATUS_OK)
		return status;
	if (!has_row)
		return error_set(err, STATUS_NOT_FOUND, _("This person is no longer there"));
	out->id = id;
	read_fields(stmt, out);
	sqlite3_reset(stmt);
	status = contact_parts_load(store, out, err);
	if (status != STATUS_OK)
		contact_fini(out);
	return status;
}

enum status contact_load(struct store *store, contact_id id, struct contact *out, struct error *err)
{
	bool is_reading = store_begin_reading(store);
	enum status status = load(store, id, out, err);

	store_end_reading(store, is_reading);
	return status;
}

static int64_t find_number(struct store *store, const char *sql, const char *text, int64_t id)
{
	sqlite3_stmt *stmt = database_statement(store, sql, NULL);

	if (!stmt)
		return 0;
	if (text)
		bind_text(stmt, 1, text);
	else
		bind_id(stmt, 1, id);
	return database_number(store, stmt, 0);
}

contact_id contact_by_uid(struct store *store, const char *uid)
{
	return find_number(store, "SELECT id FROM contact WHERE uid = ?1", uid, 0);
}

int64_t contact_version(struct store *store, contact_id id)
{
	return find_number(store, "SELECT version FROM contact WHERE id = ?1", NULL, id);
}

char *contact_key(struct store *store, contact_id id)
{
	sqlite3_stmt *stmt =
		database_statement(store, "SELECT name_key FROM contact WHERE id = ?1", NULL);

	if (!stmt)
		return NULL;
	bind_id(stmt, 1, id);
	return database_text(store, stmt);
}
