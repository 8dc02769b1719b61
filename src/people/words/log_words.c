/* What a row of a log says: an entry, an event, how it felt.
 * Not here: what was exchanged (exchange_words.c), how a row is drawn (tui). */
#include "filo/people/words/log_words.h"

#include "filo/base/i18n.h"

const char *feeling_mark(int feeling)
{
	static const char *const marks[] = { ":((", ":(", ":|", ":)", ":))" };

	return feeling >= -2 && feeling <= 2 ? marks[feeling + 2] : "";
}

static void add_others(struct strbuf *out, const struct conversation *conversation,
	contact_id person, bool is_mention, const char *format)
{
	struct strbuf names = STRBUF_INIT;
	const struct participant *participant;

	VECTOR_EACH (participant, &conversation->participants) {
		if (participant->id == person || participant->is_mention != is_mention)
			continue;
		strbuf_add_item(&names, participant->name ? participant->name : "?");
	}
	if (names.len)
		strbuf_add_format(out, format, names.data);
	strbuf_fini(&names);
}

static bool is_mentioned(const struct conversation *conversation, contact_id person)
{
	const struct participant *participant;

	VECTOR_EACH (participant, &conversation->participants) {
		if (participant->id == person)
			return participant->is_mention;
	}
	return false;
}

void conversation_describe(
	struct strbuf *out, const struct conversation *conversation, contact_id person)
{
	/* Translators: %s is a medium, such as "call". */
	static const char *const openings[DIRECTIONS] = { N_("%s"), N_("%s, you opened"),
		N_("%s, they opened"), N_("%s, you both opened") };
	const char *medium = conversation->medium == MEDIUM_NONE
				     ? _("in touch")
				     : medium_label(conversation->medium);
	struct strbuf text = STRBUF_INIT;

	strbuf_add_format(&text, _(openings[conversation->direction]), medium);
	add_others(&text, conversation, person, false, _(", with %s"));
	add_others(&text, conversation, person, true, _(", about %s"));
	/* Translators: %s is such as "call, you opened, with Ana": this person took no part. */
	strbuf_add_format(
		out, is_mentioned(conversation, person) ? _("mentioned: %s") : "%s", text.data);
	strbuf_fini(&text);
}

void event_describe(struct strbuf *out, const struct event *event, day_number today)
{
	static const struct {
		const char *open, *until;
	} words[EVENT_KINDS] = {
		[EVENT_SNOOZE] = { N_("snoozed"), N_("snoozed until %s") },
		[EVENT_SKIP] = { N_("this round skipped"), N_("this round skipped") },
		[EVENT_REST] = { N_("left to rest"), N_("left to rest until %s") },
		[EVENT_WAKE] = { N_("awake again"), N_("awake again") },
		[EVENT_LET_GO] = { N_("let go"), N_("let go") },
		[EVENT_RETURN] = { N_("back again"), N_("back again") },
		[EVENT_WISHED] = { N_("wishes sent"), N_("wishes sent") },
		[EVENT_NO_WISHES] = { N_("no wishes this year"), N_("no wishes this year") },
		[EVENT_NO_ANSWER] = { N_("no answer needed"), N_("no answer needed") },
	};
	char until[64];

	if (event->until == DAY_NONE) {
		strbuf_add(out, _(words[event->kind].open));
		return;
	}
	date_format_short(event->until, PRECISION_DAY, today, until, sizeof until);
	strbuf_add_format(out, _(words[event->kind].until), until);
}
