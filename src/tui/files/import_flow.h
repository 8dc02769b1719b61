/* An import on the screen, from the file that was named to what became of it.
 * Not here: reading files and matching people (exchange). */
#ifndef FILO_TUI_FILES_IMPORT_FLOW_H
#define FILO_TUI_FILES_IMPORT_FLOW_H

#include "filo/exchange/import.h"
#include "tui/long_work.h"

struct import_flow {
	const char *origin; /* the question for the path names it, N_(); NULL: any */
	char *typed, *path; /* what was typed, and the path it means */
	const char *files[1];
	char *me;              /* who I am in it, as it was answered; NULL: not asked */
	const char *day_order; /* as it was answered; NULL: not asked */
	struct vector names;   /* of struct history_unknown, owned: who is asked about, or was */
	struct vector answers; /* of struct history_answer, kind and key owned: who is who */
	bool has_asked;        /* who is who */
	bool is_stale;         /* the plan is of before the latest answer */
	struct vector chosen;  /* of int64_t: cards about which something was chosen */
	bool is_estimated; /* the counts are of before the latest choice, which is added to them */
	struct import_plan plan;
	struct import_kept kept; /* what the plan was made of */
	struct vector summary;   /* of char *: what would be done */
	struct long_work work;
	bool is_applying;
};

/* Asks for a file of `origin`: "WhatsApp", N_(); NULL: of any. */
void import_open_from(struct app *app, const char *origin);

/* Says anew what would be done, after a choice. */
void import_summarize_plan(struct import_flow *flow);

/* Whom it would add, to be left out (import_newcomers.c); the plan's view owns `flow`. */
struct view *import_newcomers_view(struct import_flow *flow);

/* ---- Who may be here already (import_which.c) ---- */

/* "Ana: perhaps Ana (#12, Studio)?" add as new; once it is chosen, "Ana is Ana (#12)". */
void import_likely_row(const struct import_flow *flow, const struct import_likely *likely,
	struct strbuf *left, struct strbuf *right);
/* What was chosen, what is known of the card, and of everybody it may be about: without a full
 * stop. */
void import_likely_describe(
	const struct import_flow *flow, const struct import_likely *likely, struct strbuf *out);
void import_likely_choose(
	struct import_flow *flow, struct import_likely *likely, enum import_choice choice);
/* Which of several it is; the plan's view owns both. */
struct view *import_which_view(struct import_flow *flow, struct import_likely *likely);

/* ---- Who is who (import_names.c) ---- */

/* From the plan that was read; who has an answer stays, so that it can be put right. */
void import_names_keep(struct import_flow *flow);
void import_names_fini(struct import_flow *flow);
size_t import_unanswered(const struct import_flow *flow);
/* Asks about one after another: from `unknown` on, or (NULL) those without an answer. */
void import_ask_names(
	struct app *app, struct import_flow *flow, const struct history_unknown *unknown);
/* "Mamma"? 612 days; and what was answered. */
void import_name_row(struct app *app, const struct import_flow *flow,
	const struct history_unknown *unknown, struct strbuf *left, struct strbuf *right);

#endif
