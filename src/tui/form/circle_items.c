/* Reading the circles for a list, and a row of it.
 * Not here: the list (item_list.c). */
#include "tui/form/circle_items.h"

#include "filo/people/words/cadence.h"
#include "filo/store/circles.h"

enum status circle_items_read(struct app *app, struct vector *items, struct error *err)
{
	return circle_list(app->store, items, err);
}

void circle_items_fini(void *circle)
{
	circle_fini(circle);
}

void circle_items_row(void *context, size_t index, struct strbuf *left, struct strbuf *right)
{
	const struct circle *circle = item_list_at(context, index);

	strbuf_add(left, circle->name);
	cadence_describe(right, circle->cadence_days);
}
