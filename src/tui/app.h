/* The running screen: one struct app, a stack of views over it, and its loop.
 * Not here: the panes and forms themselves. */
#ifndef FILO_TUI_APP_H
#define FILO_TUI_APP_H

#include "filo/people/conversation.h"
#include "filo/people/followup.h"
#include "tui/terminal/draw.h"

#include <stdbool.h>

struct app;
struct config;
struct error;
struct store;
struct strbuf;
struct tui_options;
struct search;
struct view;
struct command;

/* What is opened or selected in a log; all 0: nothing, or an event. */
struct log_choice {
	conversation_id conversation;
	followup_id followup;
};

/* Where a command makes sense; a view names its context and the key line shows what fits. */
enum context {
	IN_DUE = 1 << 0,      /* the due pane */
	IN_CONTACTS = 1 << 1, /* the contacts pane */
	IN_LOG = 1 << 2,      /* the log pane */
	IN_PEOPLE = IN_DUE | IN_CONTACTS,
	IN_PANES = IN_DUE | IN_CONTACTS | IN_LOG,
	IN_CARD = 1 << 3,   /* a contact card */
	IN_ENTRY = 1 << 4,  /* a log entry in full */
	IN_REVIEW = 1 << 5, /* the weekly review */
	IN_LIST = 1 << 6,   /* a chooser: quiet ties, duplicates, trash, absences, findings */
	IN_FORM = 1 << 7,   /* typing: only control keys are commands */
	IN_HELP = 1 << 8,
	IN_FIRST_RUN = 1 << 9,
	/* Where a person is in front of us. */
	WITH_PERSON = IN_PANES | IN_CARD | IN_ENTRY | IN_REVIEW | IN_LIST,
	/* What lies over the panes and is left with Esc. */
	OVER_PANES = IN_CARD | IN_ENTRY | IN_REVIEW | IN_LIST | IN_HELP,
	ANYWHERE = (1 << 10) - 1 - IN_FORM,
};

/* A view: the three panes, or what lies over them (card, form, help, palette, list). */
struct view_ops {
	const char *name;
	/* What it is now (a pane view answers by its focus). */
	unsigned (*context)(const struct view *view);
	void (*draw)(struct app *app, struct view *view, struct rect area);
	/* A key no command took (or any key, for a view that is typed into: see takes_typing).
	 * Returns whether it was used. */
	bool (*key)(struct app *app, struct view *view, int key);
	/* Brings it up to date after the data has changed (here or elsewhere). May be NULL. */
	void (*refresh)(struct app *app, struct view *view);
	/* The person the view is about: what `l`, `f`, `s` act on. 0: none. May be NULL. */
	contact_id (*subject)(const struct view *view);
	/* The part of the log it is about: what `e`, `d`, `x` act on. May be NULL: none. */
	struct log_choice (*choice)(const struct view *view);
	/* Called when typing pauses and before any end of the program: keep the draft. May be NULL.
	 */
	void (*keep)(struct app *app, struct view *view);
	/* Slow things left for when no key is waiting (fill the log pane). True: there is more. */
	bool (*idle)(struct app *app, struct view *view);
	void (*free)(struct view *view); /* frees the view itself too */
	/* What the key line says, when not what the command table says of the context. Adds "key
	 * word" pairs to `out`, two blanks between them. May be NULL. */
	void (*hints)(const struct view *view, struct strbuf *out);
	bool takes_typing; /* every key goes to `key` first */
	bool is_overlay;   /* the view below shows around it */
};

struct view {
	const struct view_ops *ops;
	struct view *below;
};

struct app {
	struct store *store;
	const struct tui_options *options;
	const struct config *config;           /* the user's (filo/base/config.h), borrowed */
	const struct command *const *commands; /* the tables (command.h), borrowed */
	day_number today;
	struct view *top;      /* of the stack; the panes are at the bottom */
	struct panes *panes;   /* the bottom view's own state (panes.h) */
	struct search *search; /* what was looked for last (search.h); NULL: nothing */
	char *message;         /* the status line until the next key; NULL: none */
	bool message_is_error;
	bool is_waiting_said; /* the status line is about a wait that is over by the next frame */
	bool is_ending;
	int exit_status;
	struct view *retired;   /* popped, freed once the key they were taking is done with */
	int64_t typed_at_ms;    /* of the latest key that may have changed a draft */
	int64_t draft_since_ms; /* of the first such key since the draft was kept; 0: none */
	int64_t checked_at_ms;  /* for other programs' changes */
	int64_t deleted_at_ms;  /* the latest key that asked for it */
};

void app_push(struct app *app, struct view *view);
/* Takes the top view off and refreshes those below. It is freed after the key is done with, so a
 * view may pop itself. */
void app_pop(struct app *app);
/* Takes `view` off, wherever in the stack it is. */
void app_remove(struct app *app, struct view *view);
/* Says something in the status line, translated; shown until the next key. */
void app_say(struct app *app, const char *format, ...) __attribute__((format(printf, 2, 3)));
/* Over the frame that is shown, in the midst of work: reads nothing from the database. */
void app_say_meanwhile(struct app *app, const char *text);
/* From here on it is said when another program's change is waited for. */
void app_tell_waiting(struct app *app);
void app_say_error(struct app *app, const struct error *err);
/* After every change of data: all views are brought up to date. */
void app_refresh(struct app *app);
contact_id app_subject(const struct app *app);
/* One key, to the top view or the command it runs there. */
void app_key(struct app *app, int key);
/* Draws all views and the bottom line, without sending. */
void app_draw(struct app *app);
/* Frees all views. */
void app_fini(struct app *app);

#endif
