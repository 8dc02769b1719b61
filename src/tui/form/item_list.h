/* A list to choose from whose items are read as a whole, and anew after each change.
 * Not here: what they are (tui/lists/), drawing and moving (chooser.h). */
#ifndef FILO_TUI_FORM_ITEM_LIST_H
#define FILO_TUI_FORM_ITEM_LIST_H

#include "filo/base/error.h"
#include "filo/base/vector.h"
#include "filo/store/limit.h"
#include "tui/form/chooser.h"

struct item_list_ops {
	struct chooser_ops chooser; /* its context is the struct item_list, which counts, reads and
				     * frees itself */
	size_t item_bytes;
	enum status (*read)(struct app *app, struct vector *items, struct error *err); /* appends */
	void (*item_fini)(void *item);
	bool begins_with_id; /* an item does, an int64_t, by which it stays selected */
	/* What words to limit it by are looked for in; NULL: it is not limited by words. */
	void (*item_text)(const void *item, struct strbuf *out);
	/* Who has to fit what it is limited to; NULL: it is not limited so. 0: nobody, and so
	 * never. */
	contact_id (*item_person)(const void *item);
};

struct item_list {
	const struct item_list_ops *ops;
	struct chooser_ops chooser; /* of ops, made whole */
	struct vector items;
	day_number today;          /* when they were read */
	const struct store *store; /* where they were read: marks are of it */
	/* Of int64_t: rows that are marked, where the list marks any, and where a range of them
	 * begins; 0: none does. */
	struct vector marked;
	int64_t range_from;
	char *only;         /* the words it is limited to, folded; NULL: all */
	char *title;        /* in place of that of ops; NULL: none is */
	struct limit limit; /* of the people in it */
};

/* Read already; an error is said. The view owns it, or who asked, and then frees it. */
struct item_list *item_list_new(struct app *app, const struct item_list_ops *ops);
void item_list_free(void *context);
struct view *item_list_view(struct item_list *list);
/* Another title, handed over, and what is said where nothing is in it, N_(); NULL: those of ops. */
void item_list_entitle_take(struct item_list *list, char *title, const char *empty);
/* For the commands of a list, which is on top then: shows only items with all of these words;
 * blank: all. Marks are forgotten. */
void item_list_limit(struct app *app, const char *words);
/* The same of what people have to fit; *limit is handed over. */
void item_list_limit_people(struct app *app, struct limit *limit);
/* The item of a row; `list` is the chooser's context. */
void *item_list_at(const void *list, size_t index);
/* For the commands of a list, which is on top then: the item that is selected. NULL: none, which is
 * said then. Borrowed until the list is read anew. */
void *item_list_selected(struct app *app);

#endif
