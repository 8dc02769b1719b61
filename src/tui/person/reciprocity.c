/* What was given last, and what has come back since.
 * Not here: where it is shown (briefing.c). */
#include "tui/person/reciprocity.h"

#include "filo/base/i18n.h"
#include "filo/store/conversations.h"
#include "tui/log/log_words.h"

enum side { GIVEN, RECEIVED, SIDES };

/* What is said of each side: alone, and with what the other has done since. */
static const struct {
	const char *alone, *since;
} words[SIDES] = {
	/* Translators: such as "You last gave: help, advice (3 Oct)." */
	[GIVEN] = { N_("You last gave: %s (%s)."),
		N_("You last gave: %s (%s). Since then you received: %s.") },
	[RECEIVED] = { N_("You last received: %s (%s)."),
		N_("You last received: %s (%s). Since then you gave: %s.") },
};

static unsigned kinds_of(const struct log_row *row, enum side side)
{
	const struct exchanges *exchanges = &row->conversation.exchanges;

	if (row->is_event)
		return 0;
	return side == GIVEN ? exchanges->given : exchanges->received;
}

/* The newest row in which something went to that side; NULL: none. */
static const struct log_row *latest(const struct vector *rows, enum side side)
{
	const struct log_row *row;

	VECTOR_EACH (row, rows) {
		if (kinds_of(row, side))
			return row;
	}
	return NULL;
}

static unsigned kinds_since(const struct vector *rows, const struct log_row *until, enum side side)
{
	unsigned kinds = 0;

	for (const struct log_row *row = rows->items; row < until; row++)
		kinds |= kinds_of(row, side);
	return kinds;
}

static void describe_both(struct strbuf *out, const struct log_row *row, const char *date)
{
	struct strbuf given = STRBUF_INIT, received = STRBUF_INIT;

	exchanges_write(&given, kinds_of(row, GIVEN));
	exchanges_write(&received, kinds_of(row, RECEIVED));
	/* Translators: such as "On 3 Oct you gave: help, and received: advice, idea." */
	strbuf_add_format(
		out, _("On %s you gave: %s, and received: %s."), date, given.data, received.data);
	strbuf_fini(&given);
	strbuf_fini(&received);
}

static void describe_since(struct strbuf *out, const struct vector *rows, const struct log_row *row,
	enum side side, const char *date)
{
	struct strbuf before = STRBUF_INIT, after = STRBUF_INIT;

	exchanges_write(&before, kinds_of(row, side));
	exchanges_write(&after, kinds_since(rows, row, side == GIVEN ? RECEIVED : GIVEN));
	if (after.len)
		strbuf_add_format(out, _(words[side].since), before.data, date, after.data);
	else
		strbuf_add_format(out, _(words[side].alone), before.data, date);
	strbuf_fini(&before);
	strbuf_fini(&after);
}

void reciprocity_describe(struct strbuf *out, const struct vector *rows, day_number today)
{
	const struct log_row *given = latest(rows, GIVEN), *received = latest(rows, RECEIVED);
	char date[64];

	if (!given && !received)
		return;
	/* The older of the two comes first: the other has come since. */
	enum side side = !given || (received && received > given) ? RECEIVED : GIVEN;
	const struct log_row *row = side == GIVEN ? given : received;
	date_format_short(
		row->conversation.day, row->conversation.precision, today, date, sizeof date);
	if (given == received)
		describe_both(out, row, date);
	else
		describe_since(out, rows, row, side, date);
}
