/* Saved views, a setting each: lines of its name, the pane, the order, the limit as typed, and what
 * circles, tags and people that means, which are renamed meanwhile.
 * Not here: limiting (limit.c). */
#include "filo/store/saved_views.h"

#include "filo/base/fold.h"
#include "filo/base/i18n.h"
#include "filo/base/memory.h"
#include "filo/store/settings.h"
#include "store/db/change.h"
#include "store/db/database.h"

#include <stdlib.h>
#include <string.h>

const struct spoken saved_view_panes[VIEW_PANES] = {
	/* Translators: the panes, as they are typed: one word each. */
	[VIEW_DUE] = { "due", NC_("pane", "due") },
	[VIEW_CONTACTS] = { "contacts", NC_("pane", "contacts") },
	[VIEW_LOG] = { "log", NC_("pane", "log") },
};

void saved_view_fini(struct saved_view *view)
{
	free(view->name);
	free(view->pane);
	free(view->typed);
	free(view->named);
}

static const char *saved_view_key(char place)
{
	static char key[] = "view.?";

	key[sizeof key - 2] = place;
	return key;
}

/* The line at *text, which goes on behind it. Caller frees. */
static char *next_line(const char **text)
{
	size_t len = strcspn(*text, "\n");
	char *line = memory_copy_bytes(*text, len);

	*text += len + ((*text)[len] == '\n');
	return line;
}

static void saved_view_parse(const char *text, struct saved_view *view)
{
	view->name = next_line(&text);
	view->pane = next_line(&text);
	char *order = next_line(&text);
	view->typed = next_line(&text);
	view->named = memory_copy_string(text);
	contact_order_named(order, &view->order);
	free(order);
}

enum status saved_view_limit(
	struct store *store, const struct saved_view *view, struct limit *out, struct error *err)
{
	enum status status =
		limit_parse_kept(store, view->typed, view->named ? view->named : "", out, err);

	if (status == STATUS_OK && !strcmp(view->pane, saved_view_panes[VIEW_LOG].name))
		status = limit_check_log(out, err);
	return status;
}

/* Typed by the names there are now; left alone where something is gone, which is said when it is
 * asked for. */
static void saved_view_follow(struct store *store, struct saved_view *view)
{
	struct limit limit;

	if (saved_view_limit(store, view, &limit, NULL) == STATUS_OK)
		memory_replace_string(&view->typed, limit.typed);
	limit_fini(&limit);
}

enum status saved_view_load_place(
	struct store *store, char place, struct saved_view *view, struct error *err)
{
	char *text;
	enum status status = setting_get(store, saved_view_key(place), &text, err);

	*view = (struct saved_view){ .place = place };
	if (status == STATUS_OK && text && *text) {
		saved_view_parse(text, view);
		saved_view_follow(store, view);
	}
	free(text);
	return status;
}

enum status saved_view_list(struct store *store, struct vector *views, struct error *err)
{
	enum status status = STATUS_OK;

	for (char place = VIEW_FIRST_PLACE; place <= VIEW_LAST_PLACE && status == STATUS_OK;
		place++) {
		struct saved_view view;
		status = saved_view_load_place(store, place, &view, err);
		if (view.name)
			vector_push(views, &view);
	}
	return status;
}

/* From the least sure on. */
enum view_naming { VIEW_NAMED_NOT, VIEW_NAMED_ALIKE, VIEW_NAMED_BY_DIGIT, VIEW_NAMED_SO };

static enum view_naming saved_view_naming(const struct saved_view *view, const char *named)
{
	if (!strcmp(view->name, named))
		return VIEW_NAMED_SO;
	if (named[0] == view->place && !named[1])
		return VIEW_NAMED_BY_DIGIT;
	return text_folds_alike(view->name, named) ? VIEW_NAMED_ALIKE : VIEW_NAMED_NOT;
}

enum status saved_view_load(
	struct store *store, const char *named, struct saved_view *view, struct error *err)
{
	struct vector views = VECTOR_INIT(struct saved_view);
	enum status status = saved_view_list(store, &views, err);
	enum view_naming best = VIEW_NAMED_NOT;
	size_t found = 0, count = 0;

	*view = (struct saved_view){ 0 };
	for (size_t i = 0; i < views.count; i++) {
		enum view_naming naming = saved_view_naming(vector_at(&views, i), named);
		if (naming > best) {
			found = i;
			count = 0;
			best = naming;
		}
		count += naming == best;
	}
	if (best > VIEW_NAMED_ALIKE || (best == VIEW_NAMED_ALIKE && count == 1)) {
		*view = *(struct saved_view *)vector_at(&views, found);
		vector_remove(&views, found);
	}
	VECTOR_FINI(struct saved_view, &views, saved_view_fini);
	return status;
}

bool saved_view_is_place(const char *named)
{
	return *named >= VIEW_FIRST_PLACE && *named <= VIEW_LAST_PLACE && !named[1];
}

/* 0: all are taken. */
static char saved_view_place(const struct vector *views, const char *name)
{
	const struct saved_view *view;
	char empty = VIEW_FIRST_PLACE;

	VECTOR_EACH (view, views) {
		if (!strcmp(view->name, name))
			return view->place;
		if (view->place == empty)
			empty++;
	}
	return empty <= VIEW_LAST_PLACE ? empty : 0;
}

/* A line is a line. */
static void saved_view_add_line(struct strbuf *out, const char *text)
{
	for (; *text; text++)
		strbuf_add_char(out, *text == '\n' ? ' ' : *text);
	strbuf_add_char(out, '\n');
}

/* As a change of its own, which can be undone. An empty setting is a free place. */
static enum status saved_view_change(struct store *store, const struct saved_view *view,
	const char *text, const char *label, struct error *err)
{
	enum status status = change_join(store, err, label, view->name);

	if (status != STATUS_OK)
		return status;
	status = database_tell(store, change_record_settings(store), err);
	if (status == STATUS_OK)
		status = setting_set(store, saved_view_key(view->place), text, err);
	return change_end(store, status, err);
}

/* What it names may not be there any more: then it is kept as it is typed. */
static void saved_view_write(struct store *store, const struct saved_view *view, struct strbuf *out)
{
	struct limit limit;

	saved_view_add_line(out, view->name);
	saved_view_add_line(out, view->pane);
	saved_view_add_line(out, contact_order_name(view->order));
	saved_view_add_line(out, view->typed);
	if (saved_view_limit(store, view, &limit, NULL) == STATUS_OK)
		limit_write_named(&limit, out);
	limit_fini(&limit);
}

enum status saved_view_save(struct store *store, struct saved_view *view, struct error *err)
{
	if (saved_view_is_place(view->name))
		return error_set(err, STATUS_NOT_FOUND,
			_("A digit is no name, and no view is saved on %s"), view->name);
	struct vector views = VECTOR_INIT(struct saved_view);
	enum status status = saved_view_list(store, &views, err);
	struct strbuf text = STRBUF_INIT;

	view->place = saved_view_place(&views, view->name);
	VECTOR_FINI(struct saved_view, &views, saved_view_fini);
	if (status == STATUS_OK && !view->place)
		return error_set(err, STATUS_INVALID, "%s",
			_("All places of views are taken; forget-view frees one"));
	saved_view_write(store, view, &text);
	if (status == STATUS_OK) /* Translators: what undo takes back: a view, by its name. */
		status = saved_view_change(store, view, text.data, N_("save the view \"%s\""), err);
	strbuf_fini(&text);
	return status;
}

void saved_views_bind(struct store *store)
{
	struct vector views = VECTOR_INIT(struct saved_view);
	const struct saved_view *view;

	saved_view_list(store, &views, NULL);
	VECTOR_EACH (view, &views)
		if (view->named && !*view->named && strchr(view->typed, '~')) {
			struct strbuf text = STRBUF_INIT;
			saved_view_write(store, view, &text);
			setting_set(store, saved_view_key(view->place), text.data, NULL);
			strbuf_fini(&text);
		}
	VECTOR_FINI(struct saved_view, &views, saved_view_fini);
}

enum status saved_view_forget(struct store *store, const struct saved_view *view, struct error *err)
{
	return saved_view_change(store, view, "", N_("forget the view \"%s\""), err);
}

void saved_views_name(struct store *store, struct strbuf *out)
{
	struct vector views = VECTOR_INIT(struct saved_view);
	const struct saved_view *view;

	saved_view_list(store, &views, NULL);
	VECTOR_EACH (view, &views)
		strbuf_add_format(
			out, "%s%c %s", view == views.items ? "" : ", ", view->place, view->name);
	if (!views.count)
		strbuf_add(out, "-");
	VECTOR_FINI(struct saved_view, &views, saved_view_fini);
}
