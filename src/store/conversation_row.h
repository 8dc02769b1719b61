/* Reading conversations from statements: what several files of the store share.
 * Not here: what a conversation is (people/conversation.h). */
#ifndef FILO_STORE_CONVERSATION_ROW_H
#define FILO_STORE_CONVERSATION_ROW_H

#include "filo/people/conversation.h"
#include "filo/store/store.h"

#include <sqlite3.h>

/* Columns 0 to 11 of a statement over `conversation AS c`. */
#define CONVERSATION_COLUMNS                                                                       \
	"c.id, c.day, c.precision, c.minute, c.medium, c.direction, c.feeling, c.awaits_reply,"    \
	" c.summary, c.body, c.source, c.source_id"

void conversation_read(sqlite3_stmt *stmt, struct conversation *out);
/* Adds who took part and what was exchanged. */
enum status conversation_complete(struct store *store, struct conversation *out, struct error *err);

#endif
