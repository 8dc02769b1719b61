/* A list to choose from whose items are read as a whole, and anew after each change.
 * Not here: what they are (tui/lists/), drawing and moving (chooser.c). */
#include "tui/form/item_list.h"

#include "filo/base/fold.h"
#include "filo/base/i18n.h"
#include "filo/base/memory.h"
#include "filo/base/text.h"

#include <stdlib.h>
#include <string.h>

static void item_list_clear(struct item_list *list)
{
	for (size_t i = 0; i < list->items.count; i++)
		list->ops->item_fini(vector_at(&list->items, i));
	vector_clear(&list->items);
}

/* Those with the words alone. */
static void item_list_leave(struct item_list *list)
{
	size_t kept = 0;

	for (size_t i = 0; i < list->items.count; i++) {
		char *item = vector_at(&list->items, i);
		struct strbuf text = STRBUF_INIT, folded = STRBUF_INIT;
		list->ops->item_text(item, &text);
		text_fold(&folded, text.data);
		if (text_matches_words(folded.data, list->only))
			memmove(vector_at(&list->items, kept++), item, list->ops->item_bytes);
		else
			list->ops->item_fini(item);
		strbuf_fini(&text);
		strbuf_fini(&folded);
	}
	list->items.count = kept;
}

static void item_list_read(struct app *app, void *context)
{
	struct item_list *list = context;
	struct error err;

	item_list_clear(list);
	if (list->store != app->store) { /* another file: the ids are of others there */
		vector_clear(&list->marked);
		list->range_from = 0;
	}
	list->store = app->store;
	list->today = app->today;
	if (list->ops->read(app, &list->items, &err) != STATUS_OK)
		app_say_error(app, &err);
	if (list->only)
		item_list_leave(list);
}

void item_list_limit(struct app *app, const char *words)
{
	struct item_list *list = chooser_context(app);
	struct strbuf folded = STRBUF_INIT, title = STRBUF_INIT;

	text_fold(&folded, words);
	bool is_limited = !text_is_blank(folded.data);
	strbuf_add_format(&title, "%s: %s", _(list->ops->chooser.title), words);
	memory_replace_string(&list->only, is_limited ? folded.data : NULL);
	memory_replace_string(&list->title, is_limited ? title.data : NULL);
	list->chooser.title = is_limited ? list->title : list->ops->chooser.title;
	list->chooser.empty =
		is_limited ? N_("Nothing contains these words") : list->ops->chooser.empty;
	vector_clear(&list->marked);
	list->range_from = 0;
	strbuf_fini(&folded);
	strbuf_fini(&title);
	app_refresh(app);
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
	free(list->only);
	free(list->title);
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
