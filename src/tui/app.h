/* The running screen: one struct app, a stack of views over it, and its loop.
 * Not here: the panes and forms themselves. */
#ifndef FILO_TUI_APP_H
#define FILO_TUI_APP_H

#include "filo/people/conversation.h"
#include "filo/people/followup.h"
#include "tui/terminal/draw.h"
#include "tui/widget/move.h"

#include <stdbool.h>
#include <stdint.h>

struct app;
struct config;
struct error;
struct log_fold;
struct store;
struct strbuf;
struct tui_options;
struct search;
struct view;
struct command;

/* What is opened or selected in a log; all 0: nothing. */
struct log_choice {
	conversation_id conversation;
	followup_id followup;
	const struct event *event;   /* borrowed, as the fold is */
	const struct log_fold *fold; /* borrowed until what is shown is read again */
};

/* Where a command makes sense: a view says in which of these places it is, a command in which it
 * can be used. */
typedef uint64_t context_set;
#define CONTEXT(bit) (UINT64_C(1) << (bit))

#define IN_DUE      CONTEXT(0) /* the due pane */
#define IN_CONTACTS CONTEXT(1) /* the contacts pane */
#define IN_LOG      CONTEXT(2) /* the log pane */
#define IN_PEOPLE   (IN_DUE | IN_CONTACTS)
#define IN_PANES    (IN_DUE | IN_CONTACTS | IN_LOG)

#define IN_CARD       CONTEXT(3) /* a contact card */
#define IN_ENTRY      CONTEXT(4) /* a log entry in full */
#define IN_REVIEW     CONTEXT(5) /* the weekly review */
#define IN_REVIEW_END CONTEXT(6) /* behind its last person */
#define IN_HELP       CONTEXT(7)
#define IN_TRIAGE     CONTEXT(31) /* a place for somebody who has none */
#define IN_TRIAGE_END CONTEXT(32)
#define IN_DOCUMENTS                                                                               \
	(IN_CARD | IN_ENTRY | IN_REVIEW | IN_REVIEW_END | IN_HELP | IN_TRIAGE | IN_TRIAGE_END)

#define IN_LIST        CONTEXT(8)  /* one is taken, and that is all */
#define IN_PERSON_LIST CONTEXT(9)  /* the same, of what belongs to a person */
#define IN_QUIET_TIES  CONTEXT(10) /* lists with keys of their own */
#define IN_DUPLICATES  CONTEXT(11)
#define IN_TRASH       CONTEXT(12)
#define IN_ABSENCES    CONTEXT(13)
#define IN_CIRCLES     CONTEXT(14)
#define IN_DRAFTS      CONTEXT(15)
#define IN_MERGE       CONTEXT(16) /* two people side by side */
#define IN_MERGE_END   CONTEXT(39) /* on the last row, which makes them one */
#define IN_MERGES      (IN_MERGE | IN_MERGE_END)
#define IN_IMPORT      CONTEXT(17) /* what an import would do */
#define IN_NEWCOMERS   CONTEXT(33) /* whom it would add */
#define IN_AGENDA      CONTEXT(18) /* all that is open, or the next days */
#define IN_SEEN        CONTEXT(34) /* people seen in histories */
#define IN_IGNORED     CONTEXT(37) /* those of them left out for good */
#define IN_SEEN_LISTS  (IN_SEEN | IN_IGNORED)
#define IN_WHO         CONTEXT(36) /* who somebody in a history is */
#define IN_LISTS                                                                                   \
	(IN_LIST | IN_PERSON_LIST | IN_QUIET_TIES | IN_DUPLICATES | IN_TRASH | IN_ABSENCES |       \
		IN_CIRCLES | IN_DRAFTS | IN_MERGES | IN_IMPORT | IN_NEWCOMERS | IN_AGENDA |        \
		IN_SEEN_LISTS | IN_WHO)
/* Where each row is about a person. */
#define IN_PEOPLE_LISTS (IN_PERSON_LIST | IN_QUIET_TIES | IN_AGENDA)

#define IN_FIRST_RUN CONTEXT(19)

/* Where letters are typed. */
#define IN_FORM        CONTEXT(20) /* in a field of text */
#define IN_NOTE        CONTEXT(21) /* in one of several lines */
#define IN_PICKER      CONTEXT(22) /* in one that is chosen */
#define IN_COMPLETION  CONTEXT(23) /* in one whose text may be completed */
#define IN_PROMPT      CONTEXT(24) /* a question answered with a text */
#define IN_QUESTION    CONTEXT(25) /* a question answered with one key */
#define IN_YES_NO      CONTEXT(26)
#define IN_THREADS     CONTEXT(27) /* a question which of several are done */
#define IN_SEARCH      CONTEXT(28)
#define IN_PALETTE     CONTEXT(29)
#define IN_HELP_FILTER CONTEXT(30)
#define IN_NARROWING   CONTEXT(35) /* a list that letters narrow */
#define IN_ANSWER      CONTEXT(38) /* IN_PROMPT, whose text may be completed */
#define CONTEXTS       40
#define IN_FORMS       (IN_FORM | IN_NOTE | IN_PICKER | IN_COMPLETION)
#define IN_COMPLETIONS (IN_COMPLETION | IN_ANSWER)
#define IN_QUESTIONS   (IN_PROMPT | IN_ANSWER | IN_QUESTION | IN_YES_NO | IN_THREADS)
#define WHILE_TYPING                                                                               \
	(IN_FORMS | IN_QUESTIONS | IN_SEARCH | IN_PALETTE | IN_HELP_FILTER | IN_NARROWING)

/* Where a person is in front of us. */
#define WITH_PERSON (IN_PANES | IN_CARD | IN_ENTRY | IN_REVIEW | IN_PEOPLE_LISTS)
/* What lies over the panes and is left with Esc. */
#define OVER_PANES (IN_DOCUMENTS | IN_LISTS)
#define EVERYWHERE (CONTEXT(CONTEXTS) - 1)
/* Where no letter is typed; help has few keys of its own. */
#define ANYWHERE (IN_PANES | IN_FIRST_RUN | (OVER_PANES & ~IN_HELP))

/* A view: the three panes, or what lies over them (card, form, help, palette, list). */
struct view_ops {
	const char *name;
	/* What it is now (a pane view answers by its focus). */
	context_set (*context)(const struct view *view);
	void (*draw)(struct app *app, struct view *view, struct rect area);
	/* A key that no command handled, where text is typed. True: it was used. May be NULL. In an
	 * overlay it changes nothing that is shown below, or calls what tells the app (app_remove,
	 * app_refresh, app_say). */
	bool (*type)(struct app *app, struct view *view, int key);
	/* Answers with what stood behind the name of the command that has just opened it, as if it
	 * was typed there before Enter. NULL: it asks for no text. */
	void (*answer)(struct app *app, struct view *view, const char *text);
	/* For the commands that move. May be NULL. */
	void (*move)(struct app *app, struct view *view, enum move move);
	/* Moves the focus to what stands at a place of the screen, among several panes or fields.
	 * May be NULL. */
	void (*point)(struct app *app, struct view *view, int row, int col);
	/* The wheel, there; NULL: as `move`. */
	void (*wheel)(struct app *app, struct view *view, int row, int col, enum move move);
	/* Brings it up to date after the data has changed (here or elsewhere). May be NULL. */
	void (*refresh)(struct app *app, struct view *view);
	/* The person the view is about: what `l`, `f`, `s` act on. 0: none. May be NULL. */
	contact_id (*subject)(const struct view *view);
	/* The part of the log it is about: what `e`, `d`, `x` act on. May be NULL: none. */
	struct log_choice (*choice)(const struct view *view);
	/* The follow-up shown under a number, from 1; 0: none. May be NULL. */
	followup_id (*numbered)(const struct view *view, size_t number);
	/* Called when typing pauses and before any end of the program: keep the draft. May be NULL.
	 */
	void (*keep)(struct app *app, struct view *view);
	/* Adds the words of what that could not keep, at the end of the program. May be NULL. */
	void (*add_unkept)(const struct view *view, struct strbuf *out);
	/* Slow work, done while no key is waiting (fill the log pane), a piece at a time. False:
	 * there was nothing left to do. In an overlay it changes what `type` may. */
	bool (*idle)(struct app *app, struct view *view);
	void (*free)(struct view *view); /* frees the view itself too */
	/* The key line, where it does not come from the command tables: pairs of a key and a word,
	 * each followed by two blanks. May be NULL. */
	void (*hints)(const struct view *view, struct strbuf *out);
	bool is_overlay; /* the view below shows around it, as it was drawn when it last changed */
};

struct view {
	const struct view_ops *ops;
	struct view *below;
};

/* What the person has bound to keys (keymap.h); none where it is all zeros. */
struct keymap {
	struct vector bindings;
};

struct app {
	struct store *store;
	struct store *given_store; /* to tui_run, and closed by who called it */
	const struct tui_options *options;
	const struct config *config;           /* the user's (filo/base/config.h), borrowed */
	const struct command *const *commands; /* the tables (command.h), borrowed */
	struct keymap keymap;                  /* over their keys; whoever fills it frees it */
	day_number today;
	struct view *top; /* of the stack; the panes are at the bottom */
	/* Where what lies below the top view was drawn, and has not changed since. No rows: it is
	 * to be drawn, as after all but typing. */
	struct rect drawn_below;
	struct panes *panes;   /* the bottom view's own state (panes.h) */
	struct search *search; /* what was looked for last (search.h); NULL: nothing */
	char *message;         /* the status line until the next key; NULL: none */
	bool message_is_error;
	bool message_is_beside; /* it tells of the row selected, where the cursor stays */
	bool is_refused;        /* what the latest key asked for: why is said */
	bool is_waiting_said;   /* the status line is about a wait that is over by the next frame */
	bool is_ending;
	int exit_status;
	int key;               /* that is being answered to */
	struct vector marked;  /* of contact_id: in the lists of people */
	struct vector deleted; /* of contact_id: were marked when they were deleted */
	contact_id range_from; /* where a range of them begins; 0: none does */
	contact_id acting_on;  /* of them, while a command does its work for each; 0: none */
	/* What the palette does with the command chosen for them; NULL: it is open for itself. */
	void (*act_on_marked)(struct app *app, const struct command *command, const char *argument);
	struct view *retired;   /* popped, freed once the key they were taking is done with */
	int64_t typed_at_ms;    /* of the latest key that may have changed a draft */
	int64_t draft_since_ms; /* of the first such key since the draft was kept; 0: none */
	int64_t checked_at_ms;  /* for other programs' changes */
	void (*look_at_file)(struct app *app); /* now and then: whether it is still there */
	bool is_loss_said;                     /* that the file was taken away */
	bool has_thrown; /* a draft, after the change `thrown_after`: u brings it back */
	int64_t thrown_after;
	struct vector ways;     /* of char *: said in sentences (way.h) */
	struct vector untold;   /* of conversation_id: hooks wait for the change they are in */
	struct vector launched; /* programs that may yet fail (launched.h) */
	struct mouse_click {
		int64_t at_ms; /* 0: none since the last key */
		int row, col;
	} clicked;
	int unbound_key;     /* it was said that this one does nothing, and none came since */
	int held_key;        /* the latest that acts once, however long it is held */
	bool is_acting;      /* it was pressed, and keys that came since may still wait */
	int64_t acted_at_ms; /* when it was done with, and no key waited */
};

void app_push(struct app *app, struct view *view);
/* Takes the top view off and refreshes those below. It is freed after the key is done with, so a
 * view may pop itself. */
void app_pop(struct app *app);
/* Takes `view` off, wherever in the stack it is. */
void app_remove(struct app *app, struct view *view);
/* Says something in the status line, translated; shown until the next key. */
void app_say(struct app *app, const char *format, ...) __attribute__((format(printf, 2, 3)));
/* The same of what is not done, and why: with the bell, where the settings leave it on. */
void app_refuse(struct app *app, const char *format, ...) __attribute__((format(printf, 2, 3)));
/* What the latest key asked for is not done; why is shown. */
void app_ring(struct app *app);
/* On the plain screen that takes the cursor until the next key: its row is what is heard. */
bool app_reads_refusal(const struct app *app);
/* Shows a message over the present frame during long work: reads nothing from the database. */
void app_say_meanwhile(struct app *app, const char *text);
/* From here on it is said when another program's change is waited for. */
void app_tell_waiting(struct app *app);
void app_say_error(struct app *app, const struct error *err); /* as app_refuse */
/* After every change of data: all views are brought up to date. */
void app_refresh(struct app *app);
/* Whether the key being answered to is held, or sticks: it comes again within `pause_ms` of being
 * done with, however long that took, for what it sent meanwhile has been waiting for us. Then it
 * says to let go of it. */
bool app_says_held(struct app *app, int pause_ms);
#define HELD_MS 150 /* between two of a key that is held, once it repeats */
/* A draft was thrown away: as long as nothing else was done, that is what undo takes back. */
void app_note_thrown(struct app *app);
contact_id app_subject(const struct app *app);
/* One key: the command it runs on top, or it is typed there. */
void app_key(struct app *app, int key);
/* Draws all views and the bottom line, without sending. */
void app_draw(struct app *app);
/* Of that, the views. */
void app_draw_views(struct app *app, struct rect area);
/* Frees all views. */
void app_fini(struct app *app);

#endif
