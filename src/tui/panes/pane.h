/* A pane: functions over its own state. It reads the database, never another pane.
 * Not here: which panes there are (panes.h). */
#ifndef FILO_TUI_PANES_PANE_H
#define FILO_TUI_PANES_PANE_H

#include "filo/base/strbuf.h"
#include "filo/store/limit.h"
#include "tui/app.h"
#include "tui/terminal/draw.h"
#include "tui/widget/move.h"

struct pane {
	const struct pane_ops *ops;
	struct limit limit; /* of what it shows; said in its title */
};

/* What its first row says, translated; where there is no room what comes last leaves first, but
 * that there is more below. */
struct pane_title {
	struct strbuf name, about; /* "Contacts", and which of them but for its limit */
	struct strbuf rest;        /* at the right end */
	int64_t count;             /* how many it lists; not above 0: that is not said */
	size_t below;              /* how many of them below those in sight */
	size_t all;                /* that can be, where that is known */
};

struct pane_ops {
	void (*title)(const struct pane *pane, struct pane_title *title);
	/* Below the title. */
	void (*draw)(struct app *app, struct pane *pane, struct rect area, bool has_focus);
	void (*move)(struct app *app, struct pane *pane, enum move move);
	/* Enter. What to run then, by the name of a command; NULL: it is done. */
	const char *(*open)(struct app *app, struct pane *pane);
	/* The data has changed: read it again, staying at the same place. */
	void (*refresh)(struct app *app, struct pane *pane);
	/* Its limit has changed: reads anew, with the same selected where it is still there. NULL:
	 * it cannot be limited. */
	void (*limited)(struct app *app, struct pane *pane);
	/* Appends all people it lists (contact_id), in their order. NULL: it lists none. */
	enum status (*people)(
		struct app *app, struct pane *pane, struct vector *ids, struct error *err);
	bool (*idle)(struct app *app, struct pane *pane); /* as in view_ops; may be NULL */
	contact_id (*person)(const struct pane *pane);    /* 0: nobody */
	void (*free)(struct pane *pane);
};

#endif
