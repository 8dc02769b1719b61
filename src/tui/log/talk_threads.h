/* What is open with the people of an entry that is being written, and what it closes and opens.
 * Not here: the fields they are typed in (log_form.c). */
#ifndef FILO_TUI_LOG_TALK_THREADS_H
#define FILO_TUI_LOG_TALK_THREADS_H

#include "filo/people/conversation.h"
#include "tui/form/form.h"

/* Begins as zeroes. What is open is read when the names change: while they stay, each keeps its
 * number. */
struct talk_threads {
	char *names;        /* it was read for */
	struct vector open; /* of struct followup */
	bool has_asked;     /* which are done */
};
void talk_threads_fini(void *context);

/* What is open with those named in the field `who`. */
const struct vector *talk_threads_open(
	struct app *app, struct form *form, size_t who, struct talk_threads *threads);
/* What is typed, into `done` (of followup_id) and `left_open` (of struct followup). */
enum status talk_threads_read_done(
	const struct vector *open, const char *text, struct vector *done, struct error *err);
enum status talk_threads_read_open(
	const struct app *app, const char *text, struct vector *left_open, struct error *err);
/* What it would leave open, or why it makes no sense. */
void talk_threads_describe(const struct app *app, const char *text, struct strbuf *out);

#endif
