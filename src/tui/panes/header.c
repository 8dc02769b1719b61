/* The top row: the program, the day, how many are due.
 * Not here: counting them (due_pane.c). */
#include "tui/panes/header.h"

#include "filo/base/i18n.h"
#include "filo/base/strbuf.h"
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
