/* The rhythm cache: kept up with every change of the log, and rebuilt from it.
 * Not here: the formulas (people/rhythm.c). */
#include "store/due/rhythm.h"

#include "filo/base/error.h"
#include "filo/base/vector.h"
#include "filo/people/contact.h"
#include "filo/people/contact_state.h"
#include "filo/people/date.h"
#include "filo/people/rhythm.h"
#include "filo/store/contact_days.h"
#include "filo/store/contacts.h"
#include "filo/store/events.h"
#include "store/contacts/absences.h"
#include "store/db/change_hooks.h"
#include "store/db/database.h"
#include "store/db/query.h"
#include "store/due/rhythm_check.h"

#define LEARNED_NOTHING ((struct learned){ .rhythm = RHYTHM_EMPTY, .reply_since = DAY_NONE })

/* The rests among `events`: from the day of each to its end (`up_to` when it has none yet). */
static void list_rests(const struct vector *events, day_number up_to, struct vector *rests)
{
	const struct event *event;
	struct span *open = NULL;

	VECTOR_EACH (event, events) {
		if (event->day > up_to)
			break;
		if (open && (event->kind == EVENT_WAKE || event->kind == EVENT_REST)) {
			open->to = open->to < event->day ? open->to : event->day;
			open = NULL;
		}
		if (event->kind == EVENT_REST) {
			struct span rest = { event->day,
				event->until == DAY_NONE ? INT32_MAX : event->until };
			open = vector_push(rests, &rest);
		}
	}
}

/* The latest conversation by then; one of no certain day counts whenever it was, as nothing tells
 * that it has come to pass. */
static enum status rhythm_await_reply(struct store *store, contact_id contact, day_number up_to,
	struct learned *out, struct error *err)
{
	struct query query =
		query_open(store, "SELECT c.day, c.awaits_reply FROM participant AS p"
				  " JOIN conversation AS c ON c.id = p.conversation"
				  " WHERE p.contact = ?1 AND NOT p.is_mention"
				  " AND (p.contact_day IS NULL OR p.contact_day <= ?2)"
				  " ORDER BY p.day DESC, c.minute DESC, c.id DESC LIMIT 1");

	bind_id(&query, 1, contact);
	bind_day(&query, 2, up_to);
	if (query_next(&query) && column_int(&query, 1))
		out->reply_since = column_day(&query, 0);
	return query_close(&query, err);
}

enum status rhythm_from_log(struct store *store, contact_id contact, day_number up_to,
	struct learned *out, struct error *err)
{
	struct vector days = VECTOR_INIT(day_number), events = VECTOR_INIT(struct event),
		      spans = VECTOR_INIT(struct span), rests = VECTOR_INIT(struct span);
	enum status status = contact_days(store, contact, up_to, &days, err);

	*out = LEARNED_NOTHING;
	if (status == STATUS_OK && days.count > 1)
		status = event_list(store, contact, &events, err);
	if (status == STATUS_OK && days.count > 1)
		status = absence_spans(store, contact, &spans, err);
	if (status == STATUS_OK) {
		list_rests(&events, up_to, &rests);
		rhythm_rebuild(&out->rhythm, days.items, days.count, spans.items, spans.count,
			rests.items, rests.count);
	}
	if (status == STATUS_OK && days.count)
		status = rhythm_await_reply(store, contact, up_to, out, err);
	vector_fini(&days);
	vector_fini(&events);
	vector_fini(&spans);
	vector_fini(&rests);
	return status;
}

void rhythm_read(struct query *query, struct learned *out)
{
	int column = 0;

#define READ(name, member, kind) out->member = column_##kind(query, ++column);
	RHYTHM_EACH(READ)
#undef READ
}

bool rhythm_cached(struct store *store, contact_id contact, struct learned *out)
{
	struct query query = query_open(
		store, "SELECT r.contact" RHYTHM_COLUMNS " FROM rhythm AS r WHERE r.contact = ?1");

	*out = LEARNED_NOTHING;
	bind_id(&query, 1, contact);
	bool has_row = query_next(&query);
	if (has_row)
		rhythm_read(&query, out);
	query_close(&query, NULL);
	return has_row;
}

enum status tempo_read(
	struct store *store, struct tempo *tempo, day_number *as_of, struct error *err)
{
	struct query query = query_open(store, "SELECT e_w, e_s, as_of FROM tempo");

	query_next(&query);
	tempo->e_w = column_id(&query, 0);
	tempo->e_s = column_id(&query, 1);
	*as_of = column_day(&query, 2);
	return query_close(&query, err);
}

static enum status tempo_write(
	struct store *store, const struct tempo *tempo, day_number as_of, struct error *err)
{
	struct query query = query_open(store, "UPDATE tempo SET e_w = ?1, e_s = ?2, as_of = ?3");

	bind_number(&query, 1, tempo->e_w);
	bind_number(&query, 2, tempo->e_s);
	bind_day(&query, 3, as_of);
	return query_run(&query, err);
}

static enum status rhythm_write(
	struct store *store, contact_id contact, const struct learned *learned, struct error *err)
{
#define NAME(name, member, kind)  ", " #name
#define PLACE(name, member, kind) ", ?"
#define BIND(name, member, kind)  bind_##kind(&query, ++column, learned->member);
	struct query query = query_open(store, "INSERT OR REPLACE INTO rhythm(contact" RHYTHM_EACH(
						       NAME) ") VALUES (?" RHYTHM_EACH(PLACE) ")");
	int column = 1;

	bind_id(&query, column, contact);
	RHYTHM_EACH(BIND)
	return query_run(&query, err);
#undef NAME
#undef PLACE
#undef BIND
}

static void rhythm_mark(struct store *store, contact_id contact)
{
	struct rhythm_mark *mark;

	store->is_all_marked |= !contact;
	if (store->is_all_marked)
		return;
	VECTOR_EACH (mark, &store->marked) {
		if (mark->contact == contact)
			return;
	}
	mark = vector_push(&store->marked, NULL);
	mark->contact = contact;
	mark->had_row = rhythm_cached(store, contact, &mark->before);
	/* With many marked, rebuilding all rhythms is cheaper than each by itself. */
	store->is_all_marked = store->marked.count > RHYTHM_MARKS_MAX;
}

static void rhythm_forget_marks(struct store *store)
{
	vector_clear(&store->marked);
	store->is_all_marked = false;
}

static enum status rhythm_refresh_one(struct store *store, const struct rhythm_mark *mark,
	day_number up_to, struct tempo *tempo, struct error *err)
{
	struct learned now;
	enum status status;

	if (mark->had_row)
		tempo_remove(tempo, &mark->before.rhythm);
	if (!contact_version(store, mark->contact))
		return STATUS_OK; /* its row was deleted with it */
	status = rhythm_from_log(store, mark->contact, up_to, &now, err);
	if (status != STATUS_OK)
		return status;
	if (now.rhythm.first_day == DAY_NONE)
		return query_run_id(
			store, "DELETE FROM rhythm WHERE contact = ?1", mark->contact, err);
	tempo_add(tempo, &now.rhythm);
	return rhythm_write(store, mark->contact, &now, err);
}

static enum status rhythm_refresh_marked(struct store *store, struct error *err)
{
	struct tempo tempo;
	day_number as_of;
	const struct rhythm_mark *mark;
	enum status status;

	if (!store->is_all_marked && !store->marked.count)
		return STATUS_OK;
	status = tempo_read(store, &tempo, &as_of, err);
	if (status != STATUS_OK)
		return status;
	bool is_stale = as_of < store->today && has_come_to_pass(store, as_of, store->today);
	if (store->is_all_marked || is_stale)
		return rhythm_rebuild_all(store, err);
	if (as_of < store->today)
		as_of = store->today;
	VECTOR_EACH (mark, &store->marked) {
		status = rhythm_refresh_one(store, mark, as_of, &tempo, err);
		if (status != STATUS_OK)
			return status;
	}
	rhythm_forget_marks(store);
	return tempo_write(store, &tempo, as_of, err);
}

enum status rhythm_rebuild_all(struct store *store, struct error *err)
{
	struct vector ids = VECTOR_INIT(contact_id);
	struct tempo tempo = { 0, 0 };
	const contact_id *id;
	struct query everybody = query_open(store, "SELECT id FROM contact ORDER BY id");
	enum status status = query_ids(&everybody, &ids, err);

	if (status == STATUS_OK)
		status = database_script(store, "DELETE FROM rhythm", err);
	VECTOR_EACH (id, &ids) {
		struct learned learned;
		if (status == STATUS_OK)
			status = rhythm_from_log(store, *id, store->today, &learned, err);
		if (status != STATUS_OK)
			break;
		if (learned.rhythm.first_day == DAY_NONE)
			continue;
		tempo_add(&tempo, &learned.rhythm);
		status = rhythm_write(store, *id, &learned, err);
	}
	vector_fini(&ids);
	rhythm_forget_marks(store);
	return status == STATUS_OK ? tempo_write(store, &tempo, store->today, err) : status;
}

static void rhythm_open(struct store *store)
{
	vector_init(&store->marked, sizeof(struct rhythm_mark));
}

static void rhythm_close(struct store *store)
{
	vector_fini(&store->marked);
}

const struct change_hook rhythm_hook = {
	.open = rhythm_open,
	.close = rhythm_close,
	.touch = rhythm_mark,
	.settle = rhythm_refresh_marked,
	.forget = rhythm_forget_marks,
};
