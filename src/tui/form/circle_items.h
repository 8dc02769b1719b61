/* The circles as the items of a list.
 * Not here: what is done with one (lists/circles_list.c, find/filters.c). */
#ifndef FILO_TUI_FORM_CIRCLE_ITEMS_H
#define FILO_TUI_FORM_CIRCLE_ITEMS_H

#include "tui/form/item_list.h"

/* For struct item_list_ops; items are of struct circle, a row has its name and how often. */
enum status circle_items_read(struct app *app, struct vector *items, struct error *err);
void circle_items_fini(void *circle);
void circle_items_row(void *context, size_t index, struct strbuf *left, struct strbuf *right);

#endif
