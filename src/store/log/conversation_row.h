/* Conversations out of and into statements: what several files of the store share.
 * Not here: what a conversation is (people/conversation.h). */
#ifndef FILO_STORE_LOG_CONVERSATION_ROW_H
#define FILO_STORE_LOG_CONVERSATION_ROW_H

#include "filo/base/error.h"
#include "filo/people/contact.h"
#include "filo/people/conversation.h"
#include "filo/people/date.h"
#include "filo/store/store.h"
#include "store/db/query.h"

#include <sqlite3.h>

/* Columns 0 to 15 of a statement over `conversation AS c`. */
#define CONVERSATION_COLUMNS                                                                       \
	"c.id, c.day, c.precision, c.minute, c.medium, c.direction, c.feeling, c.awaits_reply,"    \
	" c.summary, c.body, c.source, c.source_id, c.count_me, c.count_them, c.seconds,"          \
	" c.is_touched"

/* Their values as they are bound: one parameter a column, in this order. */
#define CONVERSATION_INSERT                                                                        \
	"INSERT INTO conversation(day, precision, minute, contact_day, medium, direction, "        \
	"feeling,"                                                                                 \
	" awaits_reply, summary, body, source, source_id, id, count_me, count_them, seconds,"      \
	" is_touched)"
#define CONVERSATION_PARAMETERS 17
#define PARTICIPANT_INSERT                                                                         \
	"INSERT INTO participant(contact, day, conversation, contact_day, is_mention)"
#define PARTICIPANT_PARAMETERS 5

/* From parameter or column `first` on: count_me, count_them, seconds. What is not counted is NULL.
 */
void tally_bind(struct query *query, int first, const struct tally *tally);
struct tally tally_read(struct query *query, int first);

/* From parameter `first` on; id 0 is NULL. */
void conversation_bind(struct query *query, int first, const struct conversation *conversation);

/* A row of `participant`. */
struct participation {
	contact_id contact;
	conversation_id conversation;
	day_number day, contact_day;
	bool is_mention;
};
struct participation participation_of(
	const struct conversation *conversation, const struct participant *participant);
void participation_bind(struct query *query, int first, const struct participation *participation);
enum status conversation_add_exchanges(
	struct store *store, const struct conversation *conversation, struct error *err);
/* Who was resting when it took place has resurfaced. */
enum status participation_wake(
	struct store *store, const struct participation *participation, struct error *err);

void conversation_read(struct query *query, struct conversation *out);
/* Adds who took part and what was exchanged. */
enum status conversation_complete(struct store *store, struct conversation *out, struct error *err);

#endif
