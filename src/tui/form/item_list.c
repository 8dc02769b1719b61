/* A list to choose from whose items are read as a whole, and anew after each change.
 * Not here: what they are (tui/lists/), drawing and moving (chooser.c). */
#include "tui/form/item_list.h"

#include "filo/base/memory.h"

#include <stdlib.h>

static void item_list_clear(struct item_list *list)
{
	for (size_t i = 0; i < list->items.count; i++)
		list->ops->item_fini(vector_at(&list->items, i));
	vector_clear(&list->items);
}

static void item_list_read(struct app *app, void *context)
{
	struct item_list *list = context;
	struct error err;

	item_list_clear(list);
	list->today = app->today;
	if (list->ops->read(app, &list->items, &err) != STATUS_OK)
		app_say_error(app, &err);
}

static size_t item_list_count(void *context)
{
	return ((const struct item_list *)context)->items.count;
}

struct item_list *item_list_new(struct app *app, const struct item_list_ops *ops)
{
	struct item_list *list = memory_new(sizeof *list);

	list->ops = ops;
	list->chooser = ops->chooser;
	list->chooser.count = item_list_count;
	list->chooser.refresh = item_list_read;
	list->chooser.free = item_list_free;
	vector_init(&list->items, ops->item_bytes);
	vector_init(&list->marked, sizeof(int64_t));
	item_list_read(app, list);
	return list;
}

void item_list_free(void *context)
{
	struct item_list *list = context;

	item_list_clear(list);
	vector_fini(&list->items);
	vector_fini(&list->marked);
	free(list);
}

struct view *item_list_view(struct item_list *list)
{
	return chooser_view(&list->chooser, list);
}

void *item_list_at(const void *list, size_t index)
{
	return vector_at(&((const struct item_list *)list)->items, index);
}

void *item_list_selected(struct app *app)
{
	size_t index;

	return chooser_selected(app, &index) ? item_list_at(chooser_context(app), index) : NULL;
}
