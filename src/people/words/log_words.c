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
		strbuf_add_item(&names, ", ", participant->name ? participant->name : "?");
	}
	if (names.len)
		strbuf_add_format(out, format, names.data);
	strbuf_fini(&names);
}

/* NULL: not there. */
static const struct participant *find_participant(
	const struct conversation *conversation, contact_id person)
{
	const struct participant *participant;

	VECTOR_EACH (participant, &conversation->participants) {
		if (participant->id == person)
			return participant;
	}
	return NULL;
}

void conversation_describe(
	struct strbuf *out, const struct conversation *conversation, contact_id person)
{
	/* Translators: %s is a medium, such as "call". */
	static const struct agreed openings[DIRECTIONS] = { { { N_("%s") } },
		{ { N_("%s, you opened") } },
		{ { N_("%s, they opened"), NC_("feminine", "%s, she opened"),
			NC_("masculine", "%s, he opened") } },
		{ { N_("%s, you both opened") } } };
	/* Translators: %s is such as "call, you opened, with Ana": this person took no part. */
	static const struct agreed mentioned = { { N_("mentioned: %s"),
		NC_("feminine", "mentioned: %s"), NC_("masculine", "mentioned: %s") } };
	const struct participant *who = find_participant(conversation, person);
	enum agreement agreement = who ? who->agreement : AGREE_NEUTRAL;
	const char *medium = conversation->medium == MEDIUM_NONE
				     ? _("in touch")
				     : medium_label(conversation->medium);
	struct strbuf text = STRBUF_INIT;

	strbuf_add_format(&text, agreed(&openings[conversation->direction], agreement), medium);
	add_others(&text, conversation, person, false, _(", with %s"));
	add_others(&text, conversation, person, true, _(", about %s"));
	strbuf_add_format(
		out, who && who->is_mention ? agreed(&mentioned, agreement) : "%s", text.data);
	strbuf_fini(&text);
}

void event_describe(struct strbuf *out, const struct event *event, day_number today)
{
	static const struct {
		struct agreed open, until;
	} words[EVENT_KINDS] = {
		[EVENT_SNOOZE] = { { { N_("snoozed"), NC_("feminine", "snoozed"),
					   NC_("masculine", "snoozed") } },
			{ { N_("snoozed until %s"), NC_("feminine", "snoozed until %s"),
				NC_("masculine", "snoozed until %s") } } },
		[EVENT_SKIP] = { { { N_("this round skipped") } } },
		[EVENT_REST] = { { { N_("left to rest") } }, { { N_("left to rest until %s") } } },
		[EVENT_WAKE] = { { { N_("awake again") } } },
		[EVENT_LET_GO] = { { { N_("let go"), NC_("feminine", "let go"),
			NC_("masculine", "let go") } } },
		[EVENT_RETURN] = { { { N_("back again") } } },
		[EVENT_WISHED] = { { { N_("wishes sent") } } },
		[EVENT_NO_WISHES] = { { { N_("no wishes this year") } } },
		[EVENT_NO_ANSWER] = { { { N_("no answer needed") } } },
	};
	char until[64];

	if (event->until == DAY_NONE || !words[event->kind].until.forms[AGREE_NEUTRAL]) {
		strbuf_add(out, agreed(&words[event->kind].open, event->agreement));
		return;
	}
	date_format_until(event->until, today, until, sizeof until);
	strbuf_add_format(out, agreed(&words[event->kind].until, event->agreement), until);
}
