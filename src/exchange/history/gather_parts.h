/* What the two files that gather share.
 * Not here: what others ask (gather.h). */
#ifndef FILO_EXCHANGE_HISTORY_GATHER_PARTS_H
#define FILO_EXCHANGE_HISTORY_GATHER_PARTS_H

#include "exchange/history/gather.h"

/* The file at hand, and its source. Borrowed until the next file. */
struct gathered_file *gathering_file(struct gathering *gathering);
struct gathered_source *gathering_source(struct gathering *gathering);

/* Borrowed until the next conversation. */
struct gathered_thread *gathering_thread(struct gathering *gathering, uint32_t number);
/* The conversation of this name in the source at hand. */
uint32_t gathering_thread_named(struct gathering *gathering, const char *name);
/* The one of just these people (of uint32_t), whom it sorts. */
uint32_t gathering_thread_among(
	struct gathering *gathering, struct vector *members, enum thread_kind kind);
void gathering_add_member(struct gathered_thread *thread, uint32_t person);

const char *gathering_take_message(
	struct gathering *gathering, const struct history_record *record);

#endif
