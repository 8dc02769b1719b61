/* What the commands do, one function a command; the command table (commands.c) names them.
 * Not here: which key runs what. */
#ifndef FILO_TUI_ACTIONS_H
#define FILO_TUI_ACTIONS_H

#include "filo/people/followup.h"
#include "tui/app.h"

/* Moving (commands.c). */
void command_up(struct app *app);
void command_down(struct app *app);
void command_page_up(struct app *app);
void command_page_down(struct app *app);
void command_first(struct app *app);
void command_last(struct app *app);
void command_next_pane(struct app *app);
void command_previous_pane(struct app *app);
void command_focus_due(struct app *app);
void command_focus_contacts(struct app *app);
void command_focus_log(struct app *app);
void command_zoom(struct app *app);
void command_back(struct app *app);
void command_open(struct app *app);
void command_help(struct app *app);
void command_palette(struct app *app);
void command_quit(struct app *app);
void command_undo(struct app *app);
void command_redo(struct app *app);

/* A person (people_actions.c, people_prompts.c). */
void command_open_card(struct app *app);
void command_add_contact(struct app *app);
void command_edit(struct app *app);
void command_delete(struct app *app);
void command_snooze(struct app *app);
void command_skip(struct app *app);
void command_rest(struct app *app);
void command_wake(struct app *app);
void command_let_go(struct app *app);
void command_wished(struct app *app);
void command_circle(struct app *app);
void command_tags(struct app *app);
void command_take_proposal(struct app *app);
void command_merge(struct app *app);

/* The log (log_actions.c). */
void command_log(struct app *app);
void command_log_several(struct app *app);
void command_in_touch(struct app *app);
void command_follow_up(struct app *app);
void command_follow_up_done(struct app *app);
void command_open_entry(struct app *app);

/* Reaching somebody (channel_actions.c). */
void command_copy(struct app *app);
void command_visit(struct app *app);

/* Finding (search.c, filters.c). */
void command_search(struct app *app);
void command_next_match(struct app *app);
void command_previous_match(struct app *app);
void command_filter_tag(struct app *app);
void command_filter_circle(struct app *app);
void command_show_everybody(struct app *app);
void command_show_let_go(struct app *app);

/* Lists, each in its own file. */
void command_review(struct app *app);
void command_quiet_ties(struct app *app);
void command_circles(struct app *app);
void command_trash(struct app *app);
void command_absences(struct app *app);
void command_duplicates(struct app *app);
void command_drafts(struct app *app);

/* In and out (import_flow.c, export_flow.c). */
void command_import(struct app *app);
void command_export(struct app *app);
void command_backup(struct app *app);
void command_check(struct app *app);

#endif
