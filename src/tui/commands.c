/* The tables of commands, in the order of help; the key line shows the hints in this order as far
 * as they fit. Not here: the tables, each beside the functions it names. */
#include "tui/command.h"

#define TABLES(TABLE)                                                                              \
	TABLE(log_commands)                                                                        \
	TABLE(entry_commands)                                                                      \
	TABLE(people_prompts_commands)                                                             \
	TABLE(people_commands)                                                                     \
	TABLE(marks_commands)                                                                      \
	TABLE(marked_commands)                                                                     \
	TABLE(merge_with_commands)                                                                 \
	TABLE(merge_view_commands)                                                                 \
	TABLE(channel_commands)                                                                    \
	TABLE(pipe_commands)                                                                       \
	TABLE(chooser_commands)                                                                    \
	TABLE(search_commands)                                                                     \
	TABLE(agenda_commands)                                                                     \
	TABLE(filter_commands)                                                                     \
	TABLE(views_commands)                                                                      \
	TABLE(review_commands)                                                                     \
	TABLE(triage_commands)                                                                     \
	TABLE(quiet_ties_commands)                                                                 \
	TABLE(circles_commands)                                                                    \
	TABLE(absences_commands)                                                                   \
	TABLE(duplicates_commands)                                                                 \
	TABLE(drafts_commands)                                                                     \
	TABLE(seen_commands)                                                                       \
	TABLE(trash_commands)                                                                      \
	TABLE(histories_commands)                                                                  \
	TABLE(import_commands)                                                                     \
	TABLE(import_newcomers_commands)                                                           \
	TABLE(import_names_commands)                                                               \
	TABLE(export_commands)                                                                     \
	TABLE(first_run_commands)                                                                  \
	TABLE(panes_commands)                                                                      \
	TABLE(moving_commands)                                                                     \
	TABLE(lost_file_commands)                                                                  \
	TABLE(undo_commands)                                                                       \
	TABLE(loop_commands)                                                                       \
	TABLE(palette_commands)                                                                    \
	TABLE(help_commands)                                                                       \
	TABLE(completion_commands)                                                                 \
	TABLE(form_commands)                                                                       \
	TABLE(prompt_commands)                                                                     \
	TABLE(threads_question_commands)                                                           \
	TABLE(help_typing_commands)

#define DECLARE(table) extern const struct command table[];
TABLES(DECLARE)

#define NAME(table) table,
const struct command *const commands[] = { TABLES(NAME) NULL };
