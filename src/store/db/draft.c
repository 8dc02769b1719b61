/* Drafts: written at once, outside undo, each under its form and the program that keeps it.
 * Not here: what a draft's text means (tui). */
#include "filo/store/draft.h"

#include "filo/base/error.h"
#include "filo/base/i18n.h"
#include "filo/base/memory.h"
#include "filo/base/process.h"
#include "filo/base/strbuf.h"
#include "filo/base/vector.h"
#include "filo/people/date.h"
#include "store/db/database.h"
#include "store/db/query.h"

#include <stdlib.h>
#include <string.h>
#include <time.h>

/* A row's key, "log:with:17:@4711-83521-1b9d6bcd": the form, and the program, which is left out in
 * what older ones wrote. No program's name begins with "-": what follows tells rows apart that
 * nobody keeps. Before the form a "-": thrown away. */
#define OWNER  ":@"
#define THROWN '-'

#define SECONDS_OF_DAY 86400

/* `form` as this program keeps it. Caller frees. */
static char *own_key(const char *form)
{
	struct strbuf key = STRBUF_INIT;

	strbuf_add_format(&key, "%s" OWNER, form);
	process_name(&key);
	return strbuf_take(&key);
}

static size_t form_len(const char *key)
{
	const char *owner = strstr(key, OWNER);

	return owner ? (size_t)(owner - key) : strlen(key);
}

static const char *owner_of(const char *key)
{
	const char *owner = key + form_len(key);

	return *owner ? owner + sizeof OWNER - 1 : "";
}

static bool is_kept_here(const char *key)
{
	struct strbuf own = STRBUF_INIT;

	process_name(&own);
	bool is_own = !strcmp(owner_of(key), own.data);
	strbuf_fini(&own);
	return is_own;
}

/* Whether it is kept by a program that runs beside this one. */
static bool is_elsewhere(const char *key)
{
	return !is_kept_here(key) && process_runs(owner_of(key));
}

/* Runs what takes a key. */
static enum status draft_put(
	struct store *store, const char *sql, const char *key, struct error *err)
{
	struct query query = query_open(store, sql);

	bind_text(&query, 1, key);
	return query_run(&query, err);
}

day_number draft_day(const struct draft *draft)
{
	return date_day_of_moment((time_t)draft->saved_at);
}

/* The time of the clock, on the day that it is for the program. */
static int64_t draft_now(const struct store *store)
{
	const struct draft now = { .saved_at = time(NULL) };

	return now.saved_at + (int64_t)(store_today(store) - draft_day(&now)) * SECONDS_OF_DAY;
}

enum status draft_save(struct store *store, const char *form, const char *text, struct error *err)
{
	enum status status = database_begin_aside(store, err);

	if (status != STATUS_OK)
		return status;
	char *key = own_key(form);
	struct query query = query_open(store, "INSERT INTO draft VALUES (?1, ?2, ?3) ON CONFLICT "
					       "DO UPDATE SET text = ?2, saved_at = ?3");
	bind_text(&query, 1, key);
	bind_text(&query, 2, text);
	bind_id(&query, 3, draft_now(store));
	status = database_end(store, query_run(&query, err), err);
	free(key);
	return status;
}

/* The row `id` gets a key; who has it already is kept, as nobody's. */
static enum status draft_rename(struct store *store, int64_t id, const char *key, struct error *err)
{
	enum status status = draft_put(store,
		"UPDATE draft SET form = substr(form, 1, instr(form, '@')) || '-' || rowid"
		" WHERE form = ?1",
		key, err);

	if (status != STATUS_OK)
		return status;
	struct query query = query_open(store, "UPDATE draft SET form = ?1 WHERE rowid = ?2");
	bind_text(&query, 1, key);
	bind_id(&query, 2, id);
	return query_run(&query, err);
}

static enum status draft_rename_alone(
	struct store *store, int64_t id, const char *key, struct error *err)
{
	enum status status = database_begin_aside(store, err);

	return status == STATUS_OK
		       ? database_end_asked(store, draft_rename(store, id, key, err), err)
		       : status;
}

static void read_draft(struct query *query, struct draft *draft)
{
	draft->id = column_id(query, 0);
	draft->form = column_copy_filled(query, 1);
	draft->text = column_copy_filled(query, 2);
	draft->saved_at = column_id(query, 3);
}

/* Those that `wants` says yes to, latest first; `form` is the whole key. */
static enum status find_drafts(struct store *store,
	bool (*wants)(const char *key, const char *form), const char *form, struct vector *drafts,
	struct error *err)
{
	struct query query = query_open(store, "SELECT rowid, form, text, saved_at FROM draft"
					       " ORDER BY saved_at DESC, rowid DESC");

	while (query_next(&query)) {
		const char *key = column_text(&query, 1);
		if (key && wants(key, form))
			read_draft(&query, vector_push(drafts, NULL));
	}
	return query_close(&query, err);
}

static bool is_of_form(const char *key, const char *form)
{
	size_t len = form_len(key);

	return len == strlen(form) && !strncmp(key, form, len) && !is_elsewhere(key);
}

static bool is_listed(const char *key, const char *form)
{
	(void)form;
	return *key != THROWN && !is_elsewhere(key);
}

static bool is_thrown(const char *key, const char *form)
{
	(void)form;
	return *key == THROWN && !is_elsewhere(key);
}

enum status draft_load(struct store *store, const char *form, char **text, struct error *err)
{
	struct query query = query_open(store, "SELECT text FROM draft WHERE form = ?1");
	char *key = own_key(form);

	bind_text(&query, 1, key);
	*text = query_next(&query) ? column_copy_filled(&query, 0) : NULL;
	free(key);
	return query_close(&query, err);
}

static bool is_left_of_form(const char *key, const char *form)
{
	return !is_kept_here(key) && is_of_form(key, form);
}

enum status draft_find_left(
	struct store *store, const char *form, struct draft *draft, struct error *err)
{
	struct vector drafts = VECTOR_INIT(struct draft);
	enum status status = find_drafts(store, is_left_of_form, form, &drafts, err);

	*draft = (struct draft){ 0 };
	if (drafts.count) {
		*draft = *(struct draft *)vector_at(&drafts, 0);
		vector_remove(&drafts, 0);
	}
	VECTOR_FINI(struct draft, &drafts, draft_fini);
	return status;
}

/* The key of a row. Caller frees; NULL: it is gone, or a program that runs beside took it. */
static char *key_of(struct store *store, int64_t id)
{
	struct query query = query_open(store, "SELECT form FROM draft WHERE rowid = ?1");

	bind_id(&query, 1, id);
	char *key = query_text(&query);
	if (!key || !is_elsewhere(key))
		return key;
	free(key);
	return NULL;
}

static enum status no_longer_kept(struct error *err)
{
	return error_set(err, STATUS_NOT_FOUND, _("This draft is no longer kept"));
}

enum status draft_choose(struct store *store, int64_t id, struct error *err)
{
	char *key = key_of(store, id);

	if (!key)
		return no_longer_kept(err);
	key[form_len(key)] = '\0';
	char *own = own_key(key);
	enum status status = draft_rename_alone(store, id, own, err);
	free(own);
	free(key);
	return status;
}

void draft_drop(struct store *store, const char *form)
{
	if (database_begin_aside(store, NULL) != STATUS_OK)
		return;
	char *key = own_key(form);
	database_end(store, draft_put(store, "DELETE FROM draft WHERE form = ?1", key, NULL), NULL);
	free(key);
}

/* Only the latest can be brought back. */
static enum status forget_thrown(struct store *store, struct error *err)
{
	struct vector drafts = VECTOR_INIT(struct draft);
	const struct draft *draft;
	enum status status = find_drafts(store, is_thrown, NULL, &drafts, err);

	VECTOR_EACH (draft, &drafts)
		if (status == STATUS_OK)
			status = draft_put(
				store, "DELETE FROM draft WHERE form = ?1", draft->form, err);
	VECTOR_FINI(struct draft, &drafts, draft_fini);
	return status;
}

enum status draft_throw_listed(struct store *store, int64_t id, struct error *err)
{
	struct strbuf thrown = STRBUF_INIT;
	enum status status = database_begin_aside(store, err);

	if (status != STATUS_OK)
		return status;
	char *key = key_of(store, id);
	if (key) {
		strbuf_add_format(&thrown, "%c%.*s", THROWN, (int)form_len(key), key);
		char *own = own_key(thrown.data);
		status = forget_thrown(store, err);
		if (status == STATUS_OK)
			status = draft_rename(store, id, own, err);
		free(own);
	}
	strbuf_fini(&thrown);
	free(key);
	return database_end_asked(store, status, err);
}

enum status draft_throw(struct store *store, const char *form, struct error *err)
{
	struct query query = query_open(store, "SELECT rowid FROM draft WHERE form = ?1");
	char *key = own_key(form);

	bind_text(&query, 1, key);
	int64_t id = query_number(&query, 0);
	free(key);
	return id ? draft_throw_listed(store, id, err) : STATUS_OK;
}

enum status draft_bring_back(struct store *store, int64_t *id, struct error *err)
{
	struct vector drafts = VECTOR_INIT(struct draft);
	enum status status = find_drafts(store, is_thrown, NULL, &drafts, err);

	if (status == STATUS_OK && !drafts.count)
		status = no_longer_kept(err);
	if (status == STATUS_OK) {
		const struct draft *draft = vector_at(&drafts, 0);
		draft->form[form_len(draft->form)] = '\0';
		char *own = own_key(draft->form + 1);
		status = draft_rename_alone(store, draft->id, own, err);
		free(own);
		if (id)
			*id = draft->id;
	}
	VECTOR_FINI(struct draft, &drafts, draft_fini);
	return status;
}

enum status draft_list(struct store *store, struct vector *drafts, struct error *err)
{
	struct draft *draft;
	enum status status = find_drafts(store, is_listed, NULL, drafts, err);

	VECTOR_EACH (draft, drafts)
		draft->form[form_len(draft->form)] = '\0';
	return status;
}

static bool is_listed_elsewhere(const char *key, const char *form)
{
	(void)form;
	return *key != THROWN && is_elsewhere(key);
}

bool draft_is_elsewhere(struct store *store)
{
	struct vector drafts = VECTOR_INIT(struct draft);

	find_drafts(store, is_listed_elsewhere, NULL, &drafts, NULL);
	bool is_any = drafts.count > 0;
	VECTOR_FINI(struct draft, &drafts, draft_fini);
	return is_any;
}

void draft_fini(struct draft *draft)
{
	free(draft->form);
	free(draft->text);
}
