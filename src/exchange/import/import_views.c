/* Saved views from another filo.
 * Not here: keeping them (store/contacts/saved_views.c). */
#include "exchange/import/import_views.h"

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

enum status import_view(
	struct importing *importing, const struct json_value *element, struct error *err)
{
	const char *name = json_text(element, "name"), *pane = json_text(element, "pane"),
		   *order = json_text(element, "order"), *limit = json_text(element, "limit");
	struct saved_view view, present;

	if (!name || text_is_blank(name) || saved_view_is_place(name) || !pane || !is_pane(pane))
		return STATUS_OK;
	enum status status = saved_view_load(importing->store, name, &present, err);
	bool is_here = present.name != NULL;
	saved_view_fini(&present);
	if (status != STATUS_OK || is_here)
		return status;
	view = (struct saved_view){ .name = memory_copy_string(name),
		.pane = memory_copy_string(pane),
		.typed = memory_copy_string(limit ? limit : "") };
	if (order)
		contact_order_named(order, &view.order);
	status = saved_view_save(importing->store, &view, err);
	importing->has_changed |= status == STATUS_OK;
	importing->plan->views_added += status == STATUS_OK;
	saved_view_fini(&view);
	return status;
}
