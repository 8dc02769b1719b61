/* Follow-ups as rows.
 * Not here: what they are (people/followup.h). */
#include "filo/store/followups.h"

#include "filo/base/error.h"
#include "filo/base/i18n.h"
#include "filo/base/text.h"
#include "filo/base/vector.h"
#include "filo/people/contact.h"
#include "filo/people/date.h"
#include "filo/people/followup.h"
#include "filo/store/change.h"
#include "store/contacts/change_about.h"
#include "store/db/change.h"
#include "store/db/database.h"
#include "store/db/query.h"

#include <stdlib.h>

static enum status followup_check(const struct followup *followup, struct error *err)
{
	if (text_is_blank(followup->text))
		return error_set(err, STATUS_INVALID, _("A follow-up needs a few words"));
	return STATUS_OK;
}

static enum status followup_write(
	struct store *store, const char *sql, const struct followup *followup, struct error *err)
{
	struct query query = query_open(store, sql);

	bind_id(&query, 1, followup->contact);
	bind_number(&query, 2, followup->kind);
	bind_text(&query, 3, followup->text);
	bind_day(&query, 4, followup->due);
	bind_day(&query, 5, followup->made_on == DAY_NONE ? store->today : followup->made_on);
	bind_day(&query, 6, followup->done_on);
	if (followup->id)
		bind_id(&query, 7, followup->id);
	return query_run(&query, err);
}

enum status followup_add(struct store *store, struct followup *followup, struct error *err)
{
	enum status status = followup_check(followup, err);

	if (status == STATUS_OK)
		status = change_join_about(
			store, followup->contact, NULL, N_("follow-up with %s"), err);
	if (status != STATUS_OK)
		return status;
	followup->id = 0;
	status = followup_write(store,
		"INSERT INTO followup(contact, kind, text, due, made_on, done_on)"
		" VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
		followup, err);
	if (status == STATUS_OK)
		followup->id = database_last_id(store);
	return change_end(store, status, err);
}

enum status followup_update(struct store *store, const struct followup *followup, struct error *err)
{
	enum status status = followup_check(followup, err);

	if (status == STATUS_OK)
		status = change_join_about(
			store, followup->contact, NULL, N_("edit the follow-up with %s"), err);
	if (status != STATUS_OK)
		return status;
	status = followup_write(store,
		"UPDATE followup SET contact = ?1, kind = ?2, text = ?3, due = ?4, made_on = ?5,"
		" done_on = ?6 WHERE id = ?7",
		followup, err);
	return change_end(store, status, err);
}

enum status followup_done(struct store *store, followup_id id, day_number day, struct error *err)
{
	struct followup followup;
	enum status status = followup_load(store, id, &followup, err);

	if (status != STATUS_OK)
		return status;
	if (followup.done_on != DAY_NONE) {
		char *sentence = followup_sentence(&followup);
		status = error_set(err, STATUS_INVALID, _("It is done already: %s"), sentence);
		free(sentence);
	} else {
		followup.done_on = day;
		status = change_join_about(
			store, followup.contact, NULL, N_("follow-up with %s done"), err);
		if (status == STATUS_OK)
			status = change_end(store, followup_update(store, &followup, err), err);
	}
	followup_fini(&followup);
	return status;
}

enum status followups_settle(struct store *store, const struct conversation *talk,
	const struct vector *done, const struct vector *left_open, struct error *err)
{
	enum status status = STATUS_OK;
	const followup_id *id;
	const struct participant *participant;
	const struct followup *thread;

	VECTOR_EACH (id, done)
		if (status == STATUS_OK)
			status = followup_done(store, *id, store->today, err);
	VECTOR_EACH (participant, &talk->participants) {
		VECTOR_EACH (thread, left_open) {
			struct followup added = *thread; /* its text stays the caller's */
			added.contact = participant->id;
			if (status == STATUS_OK && !participant->is_mention)
				status = followup_add(store, &added, err);
		}
	}
	return status;
}

enum status followup_delete(struct store *store, followup_id id, struct error *err)
{
	struct followup followup;
	enum status status = followup_load(store, id, &followup, err);

	if (status != STATUS_OK)
		return status;
	status = change_join_about(
		store, followup.contact, NULL, N_("delete the follow-up with %s"), err);
	if (status == STATUS_OK)
		change_say_more(store, followup.text);
	followup_fini(&followup);
	if (status != STATUS_OK)
		return status;
	change_mark_deletion(store);
	status = query_run_id(store, "DELETE FROM followup WHERE id = ?1", id, err);
	return change_end(store, status, err);
}

#define COLUMNS                                                                                    \
	"id, contact, kind, text, due, made_on, done_on,"                                          \
	" (SELECT grammatical_gender FROM contact WHERE id = followup.contact)"

static void followup_read(struct query *query, struct followup *out)
{
	*out = (struct followup){ .id = column_id(query, 0),
		.contact = column_id(query, 1),
		.kind = (enum followup_kind)column_kind(query, 2, FOLLOWUP_KINDS),
		.text = column_copy_filled(query, 3),
		.due = column_day(query, 4),
		.made_on = column_day(query, 5),
		.done_on = column_day(query, 6),
		.agreement = agreement_of(column_text(query, 7)) };
}

enum status followup_load(
	struct store *store, followup_id id, struct followup *out, struct error *err)
{
	struct query query = query_open(store, "SELECT " COLUMNS " FROM followup WHERE id = ?1");

	*out = (struct followup){ .due = DAY_NONE };
	bind_id(&query, 1, id);
	bool has_row = query_next(&query);
	if (has_row)
		followup_read(&query, out);
	enum status status = query_close(&query, err);
	if (status == STATUS_OK && !has_row)
		status = error_set(
			err, STATUS_NOT_FOUND, _("There is no follow-up %lld"), (long long)id);
	return status;
}

enum status followup_list(struct store *store, contact_id contact, bool with_done,
	struct vector *followups, struct error *err)
{
	const char *sql = contact ? "SELECT " COLUMNS " FROM followup"
				    " WHERE contact = ?1 AND (?2 OR done_on IS NULL)"
				    " ORDER BY done_on IS NOT NULL, due IS NULL, due, id"
				  : "SELECT " COLUMNS " FROM followup"
				    " WHERE ?1 IS NULL AND (?2 OR done_on IS NULL)"
				    " ORDER BY done_on IS NOT NULL, due IS NULL, due, id";
	struct query query = query_open(store, sql);

	bind_id(&query, 1, contact);
	bind_number(&query, 2, with_done);
	while (query_next(&query)) {
		struct followup followup;
		followup_read(&query, &followup);
		vector_push(followups, &followup);
	}
	return query_close(&query, err);
}
