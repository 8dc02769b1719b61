/* A month of days that another program kept without words, through one channel, as one row.
 * Not here: reading a log with them (store/due/log_page.c), their sentence (words/log_words.c). */
#include "filo/people/log_fold.h"

#include "filo/people/date.h"

#include <stdio.h>
#include <string.h>

bool log_fold_takes(const struct conversation *conversation)
{
	const struct conversation *c = conversation;
	bool has_words = (c->summary && *c->summary) || (c->body && *c->body);

	return c->source && !c->is_touched && c->medium != MEDIUM_NONE && !has_words &&
	       c->feeling == FEELING_NONE && !c->awaits_reply && !c->exchanges.given &&
	       !c->exchanges.received && c->precision <= PRECISION_DAY;
}

struct log_fold log_fold_of(const struct conversation *conversation)
{
	struct log_fold fold = { .month = date_month_first(conversation->day),
		.medium = conversation->medium,
		.newest = DAY_NONE,
		.oldest = DAY_NONE };

	snprintf(fold.source, sizeof fold.source, "%s",
		conversation->source ? conversation->source : "");
	return fold;
}

bool log_fold_is_same(const struct log_fold *a, const struct log_fold *b)
{
	return a->month == b->month && a->medium == b->medium && !strcmp(a->source, b->source);
}

void log_fold_add(struct log_fold *fold, const struct conversation *conversation)
{
	const struct tally *tally = &conversation->tally;
	day_number day = conversation_contact_day(
		conversation->day, conversation->precision, conversation->minute);

	fold->days += !fold->entries || day != fold->oldest;
	if (!fold->entries)
		fold->newest = day;
	fold->oldest = day;
	fold->entries++;
	fold->tally.from_me += tally->from_me;
	fold->tally.from_them += tally->from_them;
	fold->tally.seconds += tally->seconds;
}
