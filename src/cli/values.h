/* Values as they were typed: texts, dates, numbers, people.
 * Not here: options (options.h). */
#ifndef FILO_CLI_VALUES_H
#define FILO_CLI_VALUES_H

#include "cli/command.h"
#include "filo/base/spoken.h"
#include "filo/people/contact.h"
#include "filo/people/words/when.h"
#include "filo/store/contact_list.h"
#include "filo/store/limit.h"

#include <stdbool.h>

/* Reads the settings; what is wrong in them is kept, to be told. */
void cli_load_config(struct cli *cli);
/* Tells what was refused of it, in the order of its lines. */
void cli_tell_config_faults(struct cli *cli);
/* The same before a command: to somebody who sits there all of it; in a script or from cron only
 * what changes what the command does. */
void cli_tell_config_faults_before(struct cli *cli);

/* All of these are false when the value is refused, which has been said. */

/* What a reader made of a value; `err` is its own. */
bool cli_accept(const struct cli *cli, enum status status, const struct error *err);
/* As text to keep: what is no UTF-8 is read as Windows-1252, which is said of `what` ("The name").
 * Caller frees. */
char *cli_mend(const struct cli *cli, const char *bytes, size_t len, const char *what);
/* Trimmed, valid UTF-8, not empty; `what` names it in a sentence. Caller frees *text, which is
 * NULL when refused. */
bool cli_text(const struct cli *cli, const char *argument, const char *what, char **text);
/* The same; "-" stands for what standard input holds. */
bool cli_text_or_input(const struct cli *cli, const char *argument, const char *what, char **text);
/* The same of all operands that are left, for names and texts typed without quotes. */
bool cli_words(const struct cli *cli, int argc, char **argv, const char *what, char **text);
bool cli_when(const struct cli *cli, const char *argument, enum when_sense sense, struct when *out);
/* The same, as the first and the last of the days that are meant. */
bool cli_days(const struct cli *cli, const char *argument, enum when_sense sense, day_number *first,
	day_number *last);
/* Days, as a number or as "3 weeks". */
bool cli_span(const struct cli *cli, const char *argument, int most, int *out);
/* Which of the words is typed, or begun, in English or as they are said here; -1: none, which has
 * been said with `refusal`, translated: "%s" twice, for what was typed and for the words. */
int cli_spoken(const struct cli *cli, const struct spoken *words, size_t count, const char *typed,
	const char *refusal);
/* Whether a file is named at all. */
bool cli_file(const struct cli *cli, const char *path);
bool cli_is_none(const char *argument); /* "none", or what is said here for it */
/* The same of a wish: "none", or 0, for none. */
bool cli_wish(const struct cli *cli, const char *argument, int *days);
bool cli_number(const struct cli *cli, const char *argument, int least, int most, int *out);
/* How it felt: a number from -2 to 2, or a word for it. */
bool cli_feeling(const struct cli *cli, const char *typed, int *feeling);
/* Into a zeroed limit, or beside what is in it; limit_fini frees it. */
bool cli_limit(const struct cli *cli, const char *argument, struct limit *out);
/* The same of whom to list: what is not there leaves nobody, *is_nobody, which has been said. */
bool cli_filter(const struct cli *cli, const char *argument, struct limit *out, bool *is_nobody);
bool cli_filter_tag(const struct cli *cli, const char *tag, bool *is_nobody);
bool cli_filter_circle(const struct cli *cli, const char *name, circle_id *out, bool *is_nobody);
bool cli_order(const struct cli *cli, const char *name, enum contact_order *out);
/* By the name, or a beginning of it that fits only one. */
bool cli_circle_named(const struct cli *cli, const char *name, circle_id *out);
/* The same of what somebody is put into: "-" is none, 0. */
bool cli_circle_or_none(const struct cli *cli, const char *name, circle_id *out);
/* The next of several names, in place; the comma in "Ana (#12, Studio)" is none between names.
 * NULL: there is none. */
char *cli_next_name(char **rest);
/* "Ana", or "Ana (#12, Studio Ferrara)" where there are namesakes; `name` NULL: as it is kept.
 * Caller frees; NULL: nobody is there. */
char *cli_called(const struct cli *cli, contact_id id, const char *name);
/* In place: an owned name of somebody who is here, or (0, NULL) of nobody. */
void cli_call_in_place(const struct cli *cli, contact_id id, char **name);
/* *status: the exit status when there is nobody, or more than one. */
bool cli_person(const struct cli *cli, const char *name, contact_id *out, int *status);

#endif
