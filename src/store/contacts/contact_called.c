/* What people are called where there are namesakes, and changes that are called by them.
 * Not here: finding whom a name means (contact_resolve.c). */
#include "filo/store/contact_called.h"

#include "filo/base/memory.h"
#include "store/contacts/change_about.h"
#include "store/db/change.h"
#include "store/db/database.h"
#include "store/db/query.h"

#include <inttypes.h>
#include <stdlib.h>

#define ASKED_SINGLY 500
#define NAMESAKES                                                                                  \
	" FROM contact AS c WHERE c.name_key IN (SELECT name_key"                                  \
	" FROM contact GROUP BY name_key HAVING count(*) > 1) ORDER BY c.id"
/* What tells contact c from others. */
#define KNOWN_OF_C                                                                                 \
	"coalesce(nullif(c.organization, ''), (SELECT value FROM channel"                          \
	" WHERE contact = c.id ORDER BY kind, value LIMIT 1),"                                     \
	" (SELECT name FROM circle WHERE id = c.circle), '')"

static void add_apart(struct strbuf *out, contact_id id, const char *known)
{
	strbuf_add_format(out, "#%" PRId64 "%s%s", id, *known ? ", " : "", known);
}

void contact_tell_apart(struct store *store, contact_id id, struct strbuf *out)
{
	struct query query = query_open(store,
		"SELECT " KNOWN_OF_C
		" FROM contact AS c WHERE c.id = ?1 AND EXISTS (SELECT 1 FROM contact AS o"
		" WHERE o.name_key = c.name_key AND o.id <> c.id)");

	bind_id(&query, 1, id);
	char *known = query_text(&query);
	if (known)
		add_apart(out, id, known);
	free(known);
}

const char *contact_kept_apart(struct store *store, contact_id id, char **kept)
{
	struct strbuf apart = STRBUF_INIT;

	if (!*kept) {
		contact_tell_apart(store, id, &apart);
		*kept = strbuf_take(&apart);
	}
	return *kept;
}

char *contact_called(struct store *store, contact_id id, const char *name)
{
	struct strbuf called = STRBUF_INIT, apart = STRBUF_INIT;

	if (!name) {
		struct query query = query_open(store, "SELECT name FROM contact WHERE id = ?1");
		bind_id(&query, 1, id);
		char *kept = query_text(&query),
		     *as_kept = kept ? contact_called(store, id, kept) : NULL;
		free(kept);
		return as_kept;
	}
	contact_tell_apart(store, id, &apart);
	strbuf_add(&called, name);
	if (apart.len)
		strbuf_add_format(&called, " (%s)", apart.data);
	strbuf_fini(&apart);
	return strbuf_take(&called);
}

void contact_call_in_place(struct store *store, contact_id id, char **name)
{
	char *called = *name ? contact_called(store, id, *name) : NULL;

	free(*name);
	*name = called;
}

/* ---- All at once ---- */

struct namesake {
	contact_id id;
	char *apart;
};

void contact_names_fini(struct contact_names *names)
{
	struct namesake *namesake;

	VECTOR_EACH (namesake, &names->namesakes)
		free(namesake->apart);
	vector_fini(&names->namesakes);
}

static void names_load(struct contact_names *names, struct store *store)
{
	struct query query = query_open(store, "SELECT c.id, " KNOWN_OF_C NAMESAKES);
	struct strbuf apart = STRBUF_INIT;

	vector_init(&names->namesakes, sizeof(struct namesake));
	while (query_next(&query)) {
		struct namesake namesake = { .id = column_id(&query, 0) };
		add_apart(&apart, namesake.id, column_filled(&query, 1));
		namesake.apart = strbuf_take(&apart);
		vector_push(&names->namesakes, &namesake);
	}
	query_close(&query, NULL);
}

static int by_id(const void *id, const void *namesake)
{
	contact_id wanted = *(const contact_id *)id,
		   other = ((const struct namesake *)namesake)->id;

	return (wanted > other) - (wanted < other);
}

char *contact_names_called(
	struct contact_names *names, struct store *store, contact_id id, const char *name)
{
	struct strbuf called = STRBUF_INIT;

	if (!name || names->asked < ASKED_SINGLY) {
		names->asked++;
		return contact_called(store, id, name);
	}
	if (!names->namesakes.item_bytes)
		names_load(names, store);
	const struct namesake *namesake =
		names->namesakes.count ? bsearch(&id, names->namesakes.items,
						 names->namesakes.count, sizeof *namesake, by_id)
				       : NULL;
	strbuf_add(&called, name);
	if (namesake)
		strbuf_add_format(&called, " (%s)", namesake->apart);
	return strbuf_take(&called);
}

enum status namesake_walk(struct store *store,
	enum status (*each)(void *context, contact_id id, const char *email, struct error *err),
	void *context, struct error *err)
{
	struct query query = query_open(store,
		"WITH shared AS MATERIALIZED (SELECT filo_key_again(value) FROM channel"
		" WHERE kind = ?1 GROUP BY filo_key_again(value)"
		" HAVING count(DISTINCT contact) > 1)"
		" SELECT c.id, (SELECT value FROM channel WHERE contact = c.id AND kind = ?1"
		" AND filo_key_again(value) NOT IN shared ORDER BY id LIMIT 1)" NAMESAKES);
	enum status status = STATUS_OK;

	bind_number(&query, 1, CHANNEL_EMAIL);
	while (status == STATUS_OK && query_next(&query))
		status = each(context, column_id(&query, 0), column_text(&query, 1), err);
	return query_close_after(&query, status, err);
}

enum status change_join_about(
	struct store *store, contact_id id, const char *name, const char *label, struct error *err)
{
	/* What joins another change is called nothing: an import asks nothing a row. */
	char *called = store->label ? NULL : contact_called(store, id, name);
	enum status status = change_join(store, err, label, called ? called : "?");

	free(called);
	return status;
}
