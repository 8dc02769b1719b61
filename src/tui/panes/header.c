/* The top row: the program, the day, how many are due.
 * Not here: counting them (due_pane.c). */
#include "tui/panes/header.h"

#include "filo/base/config.h"
#include "filo/base/i18n.h"
#include "filo/base/memory.h"
#include "filo/base/strbuf.h"
#include "filo/people/words/slot_words.h"
#include "filo/store/queue.h"
#include "filo/store/slot.h"
#include "filo/store/store.h"
#include "filo/tui/options.h"

#include <string.h>

#define DAY_COLS        48 /* from here on the day is shown, */
#define FULL_WORDS_COLS 76 /* and that a sample is not kept */

void header_draw(const struct app *app, struct rect area, size_t due_count, const char *slot)
{
	struct strbuf due = STRBUF_INIT;
	char day[96];
	int end = area.cols - 1;

	draw_text(area, 0, 1, ROLE_TITLE, "filo");
	if (store_is_in_memory(app->store))
		draw_text(area, 0, 6, ROLE_TEXT,
			area.cols < FULL_WORDS_COLS ? _("sample")
						    : _("a sample: nothing here is kept"));
	if (slot)
		strbuf_add(&due, slot);
	else if (due_count)
		strbuf_add_format(
			&due, NP_("%zu due today", "%zu due today", due_count), due_count);
	else
		strbuf_add(&due, _("nobody due today"));
	draw_right(area, 0, end, ROLE_TEXT, due.data);
	end -= draw_width(due.data) + 3;
	date_format_long(app->today, day, sizeof day);
	if (area.cols >= DAY_COLS)
		draw_right(area, 0, end, ROLE_TEXT, day);
	strbuf_fini(&due);
}

/* Whom of the time carved out today is still to come. */
static enum status header_count_slot(
	struct app *app, const struct slot_today *today, size_t *left, struct error *err)
{
	const struct queue_request request = { .on = app->today, .people = &today->people };
	struct queue queue;
	enum status status = queue_build(app->store, &request, &queue, err);

	*left = status == STATUS_OK && !today->is_finished ? queue.rows.count : 0;
	if (status == STATUS_OK)
		queue_fini(&queue);
	return status;
}

void header_read_slot(struct app *app, char **slot)
{
	struct slot_today today;
	struct strbuf words = STRBUF_INIT;
	struct error err;
	size_t left = 0;

	memory_replace_string(slot, NULL);
	enum status status = slot_today(app->store, &app->config->slots, &today, &err);
	if (status == STATUS_OK && today.people.count) {
		status = header_count_slot(app, &today, &left, &err);
		slot_words_head(&words, today.slot->length_min, left);
		*slot = strbuf_take(&words);
	}
	if (status != STATUS_OK)
		app_say_error(app, &err);
	slot_today_fini(&today);
}
