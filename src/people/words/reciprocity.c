/* What was given last, and what has come back since.
 * Not here: what one entry exchanged (exchange_words.c). */
#include "filo/people/words/reciprocity.h"

#include "filo/base/i18n.h"
#include "filo/people/words/exchange_words.h"

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

static unsigned kinds_of(const struct conversation *talk, enum side side)
{
	return side == GIVEN ? talk->exchanges.given : talk->exchanges.received;
}

/* The place of the newest talk in which something went to that side; `count`: none. */
static size_t latest_talk(const struct conversation *const *talks, size_t count, enum side side)
{
	size_t at = 0;

	while (at < count && !kinds_of(talks[at], side))
		at++;
	return at;
}

/* All kinds of the `count` newest talks. */
static unsigned kinds_since(const struct conversation *const *talks, size_t count, enum side side)
{
	unsigned kinds = 0;

	for (size_t i = 0; i < count; i++)
		kinds |= kinds_of(talks[i], side);
	return kinds;
}

static void describe_both(struct strbuf *out, const struct conversation *talk, const char *date)
{
	struct strbuf given = STRBUF_INIT, received = STRBUF_INIT;

	exchanges_write(&given, kinds_of(talk, GIVEN));
	exchanges_write(&received, kinds_of(talk, RECEIVED));
	strbuf_add_format(
		/* Translators: such as "On 3 Oct you gave: help, and received: advice, idea." */
		out, _("On %s you gave: %s, and received: %s."), date, given.data, received.data);
	strbuf_fini(&given);
	strbuf_fini(&received);
}

static void describe_since(struct strbuf *out, const struct conversation *const *talks, size_t at,
	enum side side, const char *date)
{
	struct strbuf before = STRBUF_INIT, after = STRBUF_INIT;

	exchanges_write(&before, kinds_of(talks[at], side));
	exchanges_write(&after, kinds_since(talks, at, side == GIVEN ? RECEIVED : GIVEN));
	if (after.len)
		strbuf_add_format(out, _(words[side].since), before.data, date, after.data);
	else
		strbuf_add_format(out, _(words[side].alone), before.data, date);
	strbuf_fini(&before);
	strbuf_fini(&after);
}

void reciprocity_describe(
	struct strbuf *out, const struct conversation *const *talks, size_t count, day_number today)
{
	size_t given = latest_talk(talks, count, GIVEN),
	       received = latest_talk(talks, count, RECEIVED);
	char date[64];

	if (given == count && received == count)
		return;
	/* The older of the two comes first: the other has come since. */
	bool is_received = given == count || (received < count && received > given);
	size_t at = is_received ? received : given;
	date_format_short(talks[at]->day, talks[at]->precision, today, date, sizeof date);
	if (given == received)
		describe_both(out, talks[at], date);
	else
		describe_since(out, talks, at, is_received ? RECEIVED : GIVEN, date);
}
