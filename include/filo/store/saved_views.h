/* Saved views: what a pane is limited to and how it is sorted, kept under a name and a digit.
 * Not here: showing them (tui/find/views.c, cli/saved_view.c). */
#ifndef FILO_STORE_SAVED_VIEWS_H
#define FILO_STORE_SAVED_VIEWS_H

#include "filo/base/error.h"
#include "filo/base/spoken.h"
#include "filo/base/strbuf.h"
#include "filo/base/vector.h"
#include "filo/store/contact_list.h"
#include "filo/store/limit.h"
#include "filo/store/store.h"

#define VIEW_FIRST_PLACE '4'
#define VIEW_LAST_PLACE  '9'

enum { VIEW_DUE, VIEW_CONTACTS, VIEW_LOG, VIEW_PANES };

struct saved_view {
	char place; /* its digit */
	char *name; /* NULL: nothing is kept */
	char *pane; /* by the name of one of saved_view_panes */
	enum contact_order order;
	char *typed; /* the limit, its circles by the names they have now */
	char *named; /* circles, tags and people it means (limit_write_named); NULL: by their names
		      */
};
extern const struct spoken saved_view_panes[VIEW_PANES];
void saved_view_fini(struct saved_view *view);

/* All there are, by their digits: vector of struct saved_view. */
enum status saved_view_list(struct store *store, struct vector *views, struct error *err);
/* The one of that name, else of that digit, else the only one whose name folds alike; without a
 * name where there is none. saved_view_fini() it, whatever comes of it. */
enum status saved_view_load(
	struct store *store, const char *named, struct saved_view *view, struct error *err);
enum status saved_view_load_place(
	struct store *store, char place, struct saved_view *view, struct error *err);
/* In place of one of the same name, else in the first place that is free, which it gets.
 * STATUS_INVALID: none is. STATUS_NOT_FOUND: the name is a digit, which means what lies there. */
enum status saved_view_save(struct store *store, struct saved_view *view, struct error *err);
enum status saved_view_forget(
	struct store *store, const struct saved_view *view, struct error *err);
/* A digit of a place alone is no name: "4" means what lies there. */
bool saved_view_is_place(const char *named);

/* What it is limited to. STATUS_INVALID says what of that is gone, and *out is none, or cannot be
 * asked of its pane. */
enum status saved_view_limit(
	struct store *store, const struct saved_view *view, struct limit *out, struct error *err);
/* Before circles are renamed or deleted: views kept by names alone know them from now on. */
void saved_views_bind(struct store *store);

/* "4 choir, 5 quiet", or "-". Adds to `out`. */
void saved_views_name(struct store *store, struct strbuf *out);

#endif
