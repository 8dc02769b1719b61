/* A list to choose from whose items are read as a whole, and anew after each change.
 * Not here: what they are (tui/lists/), drawing and moving (chooser.c). */
#include "tui/form/item_list.h"

#include "filo/base/fold.h"
#include "filo/base/i18n.h"
#include "filo/base/memory.h"
#include "filo/base/text.h"
#include "filo/store/contact_list.h"

#include <stdlib.h>
#include <string.h>

static void item_list_clear(struct item_list *list)
{
	for (size_t i = 0; i < list->items.count; i++)
		list->ops->item_fini(vector_at(&list->items, i));
	vector_clear(&list->items);
}

static bool has_words(const struct item_list *list, const void *item)
{
	struct strbuf text = STRBUF_INIT;

	if (!list->only)
		return true;
	list->ops->item_text(item, &text);
	bool has = text_has_words(text.data, list->only);
	strbuf_fini(&text);
	return has;
}

static bool is_of_people(const struct item_list *list, const void *item, const struct vector *ids)
{
	return !ids || contact_ids_have(ids, list->ops->item_person(item));
}

/* Those with the words alone, and of these people, where they are given. */
static void item_list_leave(struct item_list *list, const struct vector *ids)
{
	size_t kept = 0;

	for (size_t i = 0; i < list->items.count; i++) {
		char *item = vector_at(&list->items, i);
		if (has_words(list, item) && is_of_people(list, item, ids))
			memmove(vector_at(&list->items, kept++), item, list->ops->item_bytes);
		else
			list->ops->item_fini(item);
	}
	list->items.count = kept;
}

static void item_list_leave_people(struct app *app, struct item_list *list)
{
	struct vector ids = VECTOR_INIT(contact_id);
	struct error err;

	if (contact_ids(app->store, &list->limit, app->today, &ids, &err) != STATUS_OK)
		app_say_error(app, &err);
	item_list_leave(list, &ids);
	vector_fini(&ids);
}

void item_list_entitle_take(struct item_list *list, char *title, const char *empty)
{
	const struct chooser_ops *ops = &list->ops->chooser;

	free(list->title);
	list->title = title;
	list->chooser.title = title ? title : ops->title;
	list->chooser.empty = title ? empty : ops->empty;
	list->chooser.empty_way = title ? NULL : ops->empty_way;
}

/* Says what it is limited to, and where that leaves nothing; `said` is NULL: it is not. */
static void item_list_entitle(struct item_list *list, const char *said, const char *empty)
{
	struct strbuf title = STRBUF_INIT;

	if (said)
		strbuf_add_format(&title, "%s: %s", _(list->ops->chooser.title), said);
	item_list_entitle_take(list, said ? strbuf_take(&title) : NULL, empty);
}

/* What is renamed meanwhile is followed; what is gone is told where nothing is left. */
static void item_list_entitle_people(struct app *app, struct item_list *list)
{
	const struct limit *limit = &list->limit;
	struct strbuf said = STRBUF_INIT;

	limit_keep_up(app->store, &list->limit);
	limit_describe(limit, false, &said);
	item_list_entitle(
		list, said.data, limit->lost ? limit->lost : N_("Nothing here is of them"));
	strbuf_fini(&said);
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
		item_list_leave(list, NULL);
	if (limit_is_set(&list->limit)) {
		item_list_entitle_people(app, list);
		item_list_leave_people(app, list);
	}
}

static void item_list_limited(
	struct app *app, struct item_list *list, const char *said, const char *empty)
{
	item_list_entitle(list, said, empty);
	vector_clear(&list->marked);
	list->range_from = 0;
	app_refresh(app);
}

void item_list_limit(struct app *app, const char *words)
{
	struct item_list *list = chooser_context(app);
	struct strbuf folded = STRBUF_INIT;

	text_fold(&folded, words);
	bool is_limited = !text_is_blank(folded.data);
	memory_replace_string(&list->only, is_limited ? folded.data : NULL);
	strbuf_fini(&folded);
	item_list_limited(app, list, is_limited ? words : NULL, N_("Nothing contains these words"));
}

void item_list_limit_people(struct app *app, struct limit *limit)
{
	struct item_list *list = chooser_context(app);

	limit_fini(&list->limit);
	list->limit = *limit;
	*limit = (struct limit){ 0 };
	item_list_limited(app, list, NULL, NULL); /* read anew, it says so */
}

static size_t item_list_count(void *context)
{
	return ((const struct item_list *)context)->items.count;
}

static int64_t item_list_id(void *context, size_t index)
{
	const struct item_list *list = context;

	return *(const int64_t *)vector_at(&list->items, index);
}

struct item_list *item_list_new(struct app *app, const struct item_list_ops *ops)
{
	struct item_list *list = memory_new(sizeof *list);

	list->ops = ops;
	list->chooser = ops->chooser;
	list->chooser.count = item_list_count;
	list->chooser.refresh = item_list_read;
	list->chooser.free = item_list_free;
	list->chooser.id = ops->begins_with_id ? item_list_id : ops->chooser.id;
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
	limit_fini(&list->limit);
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
