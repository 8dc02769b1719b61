/* Saved views from another filo.
 * Not here: keeping them (store/contacts/saved_views.c). */
#include "exchange/import/import_views.h"

#include "filo/base/i18n.h"
#include "filo/base/memory.h"
#include "filo/base/text.h"
#include "filo/store/saved_views.h"

#include <stdlib.h>
#include <string.h>

static bool is_pane(const char *name)
{
	for (size_t i = 0; i < VIEW_PANES; i++)
		if (!strcmp(saved_view_panes[i].name, name))
			return true;
	return false;
}

/* The one here of that name stays; it is told where it shows others. */
static enum status keep_present(struct importing *importing, const struct saved_view *present,
	const char *limit, int64_t line, struct error *err)
{
	struct strbuf told = STRBUF_INIT;
	enum status status = STATUS_OK;

	strbuf_add_format(
		&told, _("There is a view \"%s\" already; it stays as it is"), present->name);
	if (strcmp(present->typed, limit) != 0)
		status = importing_problem(importing, line, false, told.data, err);
	strbuf_fini(&told);
	return status;
}

static enum status import_view_add(
	struct importing *importing, struct saved_view *view, int64_t line, struct error *err)
{
	struct error why;
	enum status status = saved_view_save(importing->store, view, &why);

	importing->has_changed |= status == STATUS_OK;
	importing->plan->views_added += status == STATUS_OK;
	if (status == STATUS_INVALID) /* no place is left */
		return importing_problem(importing, line, true, why.message, err);
	return status == STATUS_OK ? status : error_set(err, status, "%s", why.message);
}

enum status import_view(struct importing *importing, const struct json_value *element, int64_t line,
	struct error *err)
{
	const char *name = json_text(element, "name"), *pane = json_text(element, "pane"),
		   *order = json_text(element, "order"), *limit = json_text(element, "limit");
	struct saved_view view, present;

	if (!name || text_is_blank(name) || saved_view_is_place(name) || !pane || !is_pane(pane))
		return importing_problem(
			importing, line, true, _("No view can have this name or this pane"), err);
	limit = limit ? limit : "";
	enum status status = saved_view_load(importing->store, name, &present, err);
	bool is_here = present.name != NULL;
	if (status == STATUS_OK && is_here)
		status = keep_present(importing, &present, limit, line, err);
	saved_view_fini(&present);
	if (status != STATUS_OK || is_here)
		return status;
	view = (struct saved_view){ .name = memory_copy_string(name),
		.pane = memory_copy_string(pane),
		.typed = memory_copy_string(limit) };
	if (order)
		contact_order_named(order, &view.order);
	status = import_view_add(importing, &view, line, err);
	saved_view_fini(&view);
	return status;
}
