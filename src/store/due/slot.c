/* The people of a time carved out, kept as a setting from when they are first asked for.
 * Not here: the order they are taken in (queue.c). */
#include "filo/store/slot.h"

#include "filo/people/contact.h"
#include "filo/people/date.h"
#include "filo/store/queue.h"
#include "filo/store/settings.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

/* "2026-11-26 1080 0 12 45 7": day, minute, whether it is finished, people. */
#define SETTING_SLOT "slot"

struct kept_slot {
	bool is_known; /* one of today */
	int minute;
	bool is_finished;
	struct vector people; /* of contact_id */
};

void slot_today_fini(struct slot_today *today)
{
	vector_fini(&today->people);
}

static enum status read_kept(struct store *store, struct kept_slot *kept, struct error *err)
{
	char *text, *rest = NULL;

	*kept = (struct kept_slot){ .people = VECTOR_INIT(contact_id) };
	enum status status = setting_get(store, SETTING_SLOT, &text, err);
	char *word = text ? strtok_r(text, " ", &rest) : NULL;
	day_number day;

	kept->is_known = word && date_parse_iso(word, &day) && day == store_today(store);
	for (int i = 0; kept->is_known && (word = strtok_r(NULL, " ", &rest)); i++) {
		contact_id number = strtoll(word, NULL, 10);
		if (i == 0)
			kept->minute = (int)number;
		else if (i == 1)
			kept->is_finished = number != 0;
		else
			vector_push(&kept->people, &number);
	}
	free(text);
	return status;
}

static enum status save(struct store *store, const struct slot_today *today, struct error *err)
{
	struct strbuf text = STRBUF_INIT;
	char iso[DATE_ISO_SIZE];
	const contact_id *id;

	strbuf_add_format(&text, "%s %d %d", date_format_iso(store_today(store), iso),
		today->slot->minute, today->is_finished);
	VECTOR_EACH (id, &today->people)
		strbuf_add_format(&text, " %" PRId64, *id);
	enum status status = setting_set(store, SETTING_SLOT, text.data, err);
	strbuf_fini(&text);
	return status;
}

/* The one of that day that comes next, or the one that is kept. */
static const struct config_slot *choose_slot(
	const struct config_slots *slots, int weekday, const struct kept_slot *kept)
{
	const struct config_slot *chosen = NULL;

	for (size_t i = 0; i < slots->count; i++) {
		const struct config_slot *slot = &slots->all[i];
		bool is_over = kept->is_known &&
			       (slot->minute < kept->minute ||
				       (slot->minute == kept->minute && kept->is_finished));
		if (slot->weekday != weekday)
			continue;
		chosen = slot;
		if (!is_over)
			break;
	}
	return chosen;
}

static enum status take_head(struct store *store, struct slot_today *today, struct error *err)
{
	const struct queue_request request = { .on = store_today(store),
		.limit = (size_t)today->slot->people };
	const struct queue_row *row;
	struct queue queue;
	enum status status = queue_build(store, &request, &queue, err);

	if (status != STATUS_OK)
		return status;
	VECTOR_EACH (row, &queue.rows)
		if (!row->due.is_ahead)
			vector_push(&today->people, &row->due.id);
	queue_fini(&queue);
	if (today->people.count)
		save(store, today, NULL); /* where that cannot be, they are asked for anew */
	return STATUS_OK;
}

enum status slot_today(struct store *store, const struct config_slots *slots,
	struct slot_today *out, struct error *err)
{
	*out = (struct slot_today){ .people = VECTOR_INIT(contact_id) };
	if (!slots->count)
		return STATUS_OK;
	struct kept_slot kept;
	enum status status = read_kept(store, &kept, err);
	if (status != STATUS_OK)
		return status;
	out->slot = choose_slot(slots, date_weekday(store_today(store)), &kept);
	if (out->slot && kept.is_known && out->slot->minute == kept.minute) {
		out->people = kept.people;
		out->is_finished = kept.is_finished;
		return STATUS_OK;
	}
	vector_fini(&kept.people);
	return out->slot ? take_head(store, out, err) : STATUS_OK;
}

enum status slot_finish(struct store *store, struct slot_today *today, struct error *err)
{
	today->is_finished = true;
	return save(store, today, err);
}
