/* Making two people one.
 * Not here: choosing which fields to keep (the caller's), finding pairs
 * (exchange/import/duplicates.c). */
#include "filo/store/contact_merge.h"

#include "filo/base/error.h"
#include "filo/base/i18n.h"
#include "filo/base/vector.h"
#include "filo/people/contact.h"
#include "filo/people/sameness.h"
#include "filo/store/contacts.h"
#include "store/contacts/change_about.h"
#include "store/db/change.h"
#include "store/db/query.h"

#include <stdlib.h>

/* Everything of ?2 becomes ?1's. Where both took part in a conversation one row remains, and it
 * is a mention only when both were. */
static const char *const moves[] = {
	"UPDATE participant SET is_mention = 0, contact_day = (SELECT o.contact_day"
	" FROM participant AS o WHERE o.contact = ?2 AND o.conversation = participant.conversation)"
	" WHERE contact = ?1 AND is_mention AND EXISTS (SELECT 1 FROM participant AS o"
	" WHERE o.contact = ?2 AND o.conversation = participant.conversation"
	" AND NOT o.is_mention)",
	"DELETE FROM participant WHERE contact = ?2 AND conversation IN"
	" (SELECT conversation FROM participant WHERE contact = ?1)",
	"UPDATE participant SET contact = ?1 WHERE contact = ?2",
	"UPDATE followup SET contact = ?1 WHERE contact = ?2",
	"UPDATE event SET contact = ?1 WHERE contact = ?2",
	"UPDATE absence SET contact = ?1 WHERE contact = ?2",
	"UPDATE relation SET other = ?1 WHERE other = ?2 AND contact != ?1",
	/* Marks of one source for both people are kept apart: its next file will have both cards
	   again. */
	"UPDATE import_mark SET source = source || '#merged-' || ?2 WHERE contact = ?2"
	" AND source IN (SELECT source FROM import_mark WHERE contact = ?1)",
	"UPDATE import_mark SET contact = ?1 WHERE contact = ?2",
	"UPDATE seen SET contact = ?1 WHERE contact = ?2",
	"DELETE FROM contact WHERE id = ?2 AND ?1",
};

static enum status move_all(
	struct store *store, contact_id keep, contact_id gone, struct error *err)
{
	enum status status = STATUS_OK;

	for (size_t i = 0; i < sizeof moves / sizeof *moves && status == STATUS_OK; i++) {
		struct query query = query_open(store, moves[i]);
		bind_id(&query, 1, keep);
		bind_id(&query, 2, gone);
		status = query_run(&query, err);
	}
	return status;
}

/* Drops relations that would now point from the person to themselves. */
static void drop_own_relations(struct contact *contact, contact_id gone)
{
	for (size_t i = contact->relations.count; i-- > 0;) {
		const struct relation *relation = vector_at(&contact->relations, i);
		if (relation->other == contact->id || relation->other == gone) {
			free(relation->name);
			vector_remove(&contact->relations, i);
		}
	}
}

enum status contact_merge(
	struct store *store, const struct contact *keep, contact_id gone, struct error *err)
{
	struct contact joined;

	if (keep->id == gone)
		return error_set(err, STATUS_INVALID, _("That is one person already"));
	enum status status = change_join_about(store, keep->id, keep->name, N_("merge %s"), err);
	if (status != STATUS_OK)
		return status;
	if (!contact_version(store, gone))
		return change_end(store,
			error_set(err, STATUS_NOT_FOUND, _("This person is no longer there")), err);
	change_touch(store, keep->id);
	change_touch(store, gone);
	contact_copy(&joined, keep);
	drop_own_relations(&joined, gone);
	status = move_all(store, keep->id, gone, err);
	if (status == STATUS_OK)
		status = contact_update(store, &joined, err);
	contact_fini(&joined);
	return change_end(store, status, err);
}

enum status contact_tell_two(struct store *store, contact_id a, contact_id b, struct error *err)
{
	struct contact one, other;
	enum status status = contact_load(store, a, &one, err);

	if (status != STATUS_OK)
		return status;
	status = contact_load(store, b, &other, err);
	if (status != STATUS_OK) {
		contact_fini(&one);
		return status;
	}
	if (!contacts_are_two(&one, &other)) {
		contact_set_two(&one, &other);
		status = change_join_about(store, a, one.name, N_("two people: %s"), err);
		if (status == STATUS_OK)
			status = change_end(store, contact_update(store, &one, err), err);
	}
	contact_fini(&one);
	contact_fini(&other);
	return status;
}
