/* The one person that somebody named, by name or by what is nobody else's.
 * Not here: all whose name matches (contact_list.c). */
#include "filo/store/contact_resolve.h"

#include "filo/base/ascii.h"
#include "filo/base/fold.h"
#include "filo/base/i18n.h"
#include "filo/base/memory.h"
#include "filo/base/strbuf.h"
#include "filo/base/uuid.h"
#include "filo/people/phone.h"
#include "filo/people/sameness.h"
#include "filo/store/contact_called.h"
#include "filo/store/contacts.h"
#include "filo/store/sources.h"
#include "store/db/query.h"

#include <stdlib.h>
#include <string.h>

#define LISTED_MAX  8 /* namesakes named in a message */
#define OF_NAME_MAX 500

static enum status say_ambiguous(
	struct store *store, const char *name, const struct vector *rows, struct error *err)
{
	struct strbuf names = STRBUF_INIT;
	struct contact_row *row;
	size_t count = rows->count, listed = count < LISTED_MAX ? count : LISTED_MAX;
	bool are_namesakes = false;

	for (size_t i = 0; i < listed; i++) {
		row = vector_at(rows, i);
		const char *apart = contact_kept_apart(store, row->id, &row->apart);
		strbuf_add_item(&names, ", ", row->name);
		if (*apart)
			strbuf_add_format(&names, " (%s)", apart);
		are_namesakes |= *apart;
	}
	/* By the name alone no more than these were looked for. */
	size_t matching = count == LISTED_MAX ? contact_match_count(store, name) : 0;
	count = matching > count ? matching : count;
	if (count > listed)
		strbuf_add_format(&names, NP_(" and %zu more", " and %zu more", count - listed),
			count - listed);
	error_set(err, STATUS_AMBIGUOUS,
		are_namesakes ? _("\"%s\" could be: %s. Name one by #, an e-mail address, a phone "
				  "number or "
				  "@organisation")
			      : _("\"%s\" could be: %s. Write more of the name"),
		name, names.data);
	strbuf_fini(&names);
	return STATUS_AMBIGUOUS;
}

/* ---- By what is nobody else's ---- */

struct looking {
	const char *text;       /* what is looked for */
	enum channel_kind kind; /* and is */
	bool by_end;            /* the last digits of a phone number are enough */
	struct vector found;    /* of struct contact_row, with ids alone */
};

static enum status looking_at_channel(void *context, contact_id contact, enum channel_kind kind,
	const char *value, struct error *err)
{
	struct looking *looking = context;
	size_t count = looking->found.count;

	(void)err;
	if (kind != looking->kind)
		return STATUS_OK;
	/* Channels come by contact: twice the same person follow each other. */
	if ((looking->by_end ? phone_is_meant(value, looking->text)
			     : channel_says(kind, value, looking->text)) &&
		(!count || ((struct contact_row *)vector_at(&looking->found, count - 1))->id !=
				   contact))
		vector_push(&looking->found, &(struct contact_row){ .id = contact });
	return STATUS_OK;
}

/* Where the "#12" begins that ends "ana #12", or stands in "Ana (#12, Studio)", as
 * contact_called says somebody; NULL: neither. */
static const char *number_behind(const char *text)
{
	const char *told = strstr(text, " (#"), *end = told ? told + 3 : "";
	size_t digits = strspn(end, "0123456789");

	end += digits;
	if (digits && (*end == ',' || *end == ')') && end[strlen(end) - 1] == ')')
		return told + 2;
	const char *mark = strrchr(text, '#');

	if (!mark || mark == text || mark[-1] != ' ' || !mark[1] ||
		mark[1 + strspn(mark + 1, "0123456789")])
		return NULL;
	return mark;
}

bool contact_may_be_named(const char *text)
{
	return !uuid_is(text) && *text != '#' && !number_behind(text) && !strchr(text, '@') &&
	       !ascii_begins(text, "urn:") && !phone_is_typed(text);
}

/* "ana #12": the one of that number, when these are words of the name, and all of it is nobody's
 * name; 0: not so. */
static contact_id by_name_and_number(struct store *store, const char *text)
{
	const char *mark = number_behind(text);

	if (!mark)
		return 0;
	char *typed = memory_copy_bytes(text, (size_t)(mark - text));
	struct query query =
		query_open(store, "SELECT id FROM contact WHERE id = CAST(?1 AS INTEGER) AND"
				  " filo_has_words(name, filo_fold(?2)) AND NOT EXISTS"
				  " (SELECT 1 FROM contact WHERE name_key = filo_fold(?3))");
	bind_text(&query, 1, mark + 1);
	bind_text(&query, 2, typed);
	bind_text(&query, 3, text);
	contact_id id = query_number(&query, 0);
	free(typed);
	return id;
}

static enum status resolve_by_channel(
	struct store *store, const char *text, struct vector *rows, struct error *err)
{
	struct looking looking = { .text = text,
		.kind = strchr(text, '@')      ? CHANNEL_EMAIL
			: phone_is_typed(text) ? CHANNEL_PHONE
					       : CHANNEL_KINDS,
		.found = VECTOR_INIT(struct contact_row) };
	struct contact_row *row;
	enum status status = STATUS_OK;

	if (looking.kind != CHANNEL_KINDS)
		status = channel_walk(store, looking_at_channel, &looking, err);
	looking.by_end = looking.kind == CHANNEL_PHONE && !looking.found.count;
	if (status == STATUS_OK && looking.by_end)
		status = channel_walk(store, looking_at_channel, &looking, err);
	VECTOR_EACH (row, &looking.found) {
		struct query query = query_open(store, "SELECT name FROM contact WHERE id = ?1");
		bind_id(&query, 1, row->id);
		row->name = query_text(&query);
		vector_push(rows, row);
	}
	vector_fini(&looking.found);
	return status;
}

/* ---- By name and organisation ---- */

static bool is_of_organization(struct store *store, contact_id id, const char *folded)
{
	struct query query = query_open(store, "SELECT organization FROM contact WHERE id = ?1");

	bind_id(&query, 1, id);
	char *organization = query_text(&query);
	bool is = organization && text_has_words(organization, folded);
	free(organization);
	return is;
}

/* "ana @studio": of those the name could mean only the ones of that organisation are left. */
static enum status resolve_by_organization(
	struct store *store, const char *text, struct vector *rows, struct error *err)
{
	const char *mark = strstr(text, " @");
	struct vector all = VECTOR_INIT(struct contact_row);
	struct strbuf folded = STRBUF_INIT;
	struct contact_row *row;

	if (!mark)
		return STATUS_OK;
	char *name = memory_copy_bytes(text, (size_t)(mark - text));
	text_fold(&folded, mark + 2);
	enum status status = contact_match(store, name, OF_NAME_MAX, &all, err);
	VECTOR_EACH (row, &all) {
		if (folded.len && is_of_organization(store, row->id, folded.data))
			vector_push(rows, row);
		else
			contact_row_fini(row);
	}
	vector_fini(&all);
	strbuf_fini(&folded);
	free(name);
	return status;
}

bool contact_has_namesake(struct store *store, contact_id id, const char *name)
{
	struct query query = query_open(store, "SELECT EXISTS (SELECT 1 FROM contact WHERE"
					       " name_key = filo_fold(?1) AND id <> ?2)");

	bind_text(&query, 1, name);
	bind_id(&query, 2, id);
	return query_number(&query, 0) != 0;
}

enum status contact_resolve(
	struct store *store, const char *name, contact_id *out, struct error *err)
{
	struct vector rows = VECTOR_INIT(struct contact_row);
	struct contact_row *row, *first = NULL;
	size_t exact = 0;

	if ((*out = by_name_and_number(store, name)) != 0)
		return STATUS_OK;
	enum status status = contact_match(store, name, LISTED_MAX, &rows, err);
	if (status == STATUS_OK && !rows.count)
		status = contact_by_uid(store, name, out, err);
	if (status == STATUS_OK && *out)
		return STATUS_OK;
	if (status == STATUS_OK && !rows.count)
		status = resolve_by_organization(store, name, &rows, err);
	if (status == STATUS_OK && !rows.count)
		status = resolve_by_channel(store, name, &rows, err);
	VECTOR_EACH (row, &rows)
		exact += text_folds_alike(row->name, name);
	if (rows.count)
		first = vector_at(&rows, 0);
	if (status == STATUS_OK && !first)
		status = error_set(err, STATUS_NOT_FOUND, _("Nobody is called \"%s\""), name);
	else if (status == STATUS_OK && (exact == 1 || rows.count == 1))
		*out = first->id;
	else if (status == STATUS_OK)
		status = say_ambiguous(store, name, &rows, err);
	VECTOR_FINI(struct contact_row, &rows, contact_row_fini);
	return status;
}
