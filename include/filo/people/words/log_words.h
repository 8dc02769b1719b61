/* What a row of a log says: an entry, an event, how it felt.
 * Not here: what was exchanged (exchange_words.h), follow-ups (followup.h). */
#ifndef FILO_PEOPLE_WORDS_LOG_WORDS_H
#define FILO_PEOPLE_WORDS_LOG_WORDS_H

#include "filo/base/strbuf.h"
#include "filo/people/contact_state.h"
#include "filo/people/conversation.h"
#include "filo/people/log_fold.h"

#include <stdbool.h>
#include <stddef.h>

/* For a field: "not said", "good :)", ...; N_(), ended by NULL. */
extern const char *const feeling_choices[];
extern const char *const feeling_words[]; /* the same without the marks */
int feeling_of_choice(size_t choice);
size_t feeling_choice(int feeling);
/* "hard", "very h", "bad", ":(", in English or the language of the screen. False: it is none, or
 * more than one. */
bool feeling_parse(const char *word, int *feeling);
void feeling_list(struct strbuf *out); /* "good, very good, so-so...": adds to `out` */
/* ":)" for a feeling, or "good"; "" when none was said. */
const char *feeling_mark(int feeling, bool in_words);
/* "call, they opened, with Marco Bianchi". Adds to `out`. */
void conversation_describe(
	struct strbuf *out, const struct conversation *conversation, contact_id person);
/* "March 2024", and "18 days on WhatsApp, 412 messages, you wrote 190". Add to `out`. */
void log_fold_month(struct strbuf *out, const struct log_fold *fold);
void log_fold_days(struct strbuf *out, const struct log_fold *fold);
/* What the program is called that entries came from; others by their own name. Borrowed. */
const char *source_label(const char *source);
/* "snoozed until 3 Dec". Adds to `out`. */
void event_describe(struct strbuf *out, const struct event *event, day_number today);

#endif
