/* What a row of a log says: an entry, an event, how it felt.
 * Not here: what was exchanged (exchange_words.c), how a row is drawn (tui). */
#include "filo/people/words/log_words.h"

#include "filo/base/fold.h"
#include "filo/base/i18n.h"

#include <string.h>

const char *const feeling_choices[] = { N_("not said"), N_("good :)"), N_("very good :))"),
	N_("so-so :|"), N_("hard :("), N_("very hard :(("), NULL };
static const int feeling_values[] = { FEELING_NONE, 1, 2, 0, -1, -2 };
#define FEELINGS (sizeof feeling_values / sizeof *feeling_values)

int feeling_of_choice(size_t choice)
{
	return feeling_values[choice];
}

size_t feeling_choice(int feeling)
{
	for (size_t i = 0; i < FEELINGS; i++)
		if (feeling_values[i] == feeling)
			return i;
	return 0;
}

const char *feeling_label(int feeling)
{
	return _(feeling_choices[feeling_choice(feeling)]);
}

/* 2 the word before the mark, or the mark; 1 the beginning of the word; 0 neither. */
static int feeling_likeness(const char *label, const char *folded)
{
	struct strbuf all = STRBUF_INIT;
	size_t len = strlen(folded);

	text_fold(&all, label);
	const char *mark = strrchr(all.data, ' ');
	size_t word_len = mark ? (size_t)(mark - all.data) : all.len;
	int likeness = strncmp(all.data, folded, len) != 0 ? 0 : len == word_len ? 2 : 1;
	if (mark && !strcmp(mark + 1, folded))
		likeness = 2;
	strbuf_fini(&all);
	return len ? likeness : 0;
}

bool feeling_parse(const char *word, int *feeling)
{
	struct strbuf folded = STRBUF_INIT;
	int best = 0, likely = 0;

	text_fold(&folded, word);
	for (size_t i = 1; i < FEELINGS; i++) {
		int english = feeling_likeness(feeling_choices[i], folded.data);
		int local = feeling_likeness(_(feeling_choices[i]), folded.data);
		int likeness = english > local ? english : local;
		if (likeness > best)
			likely = 0;
		if (likeness && likeness >= best) {
			best = likeness;
			likely++;
			*feeling = feeling_values[i];
		}
	}
	strbuf_fini(&folded);
	return likely == 1;
}

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

/* "12 minutes", "2 h 5 min" */
static void add_length(struct strbuf *out, int seconds)
{
	int minutes = seconds > 60 ? (seconds + 30) / 60 : 1;

	if (minutes < 120)
		strbuf_add_format(out, NP_("%d minute", "%d minutes", minutes), minutes);
	else
		strbuf_add_format(out, _("%d h %d min"), minutes / 60, minutes % 60);
}

/* "message", or what is known in numbers: "14 messages, you wrote 6", "call of 12 minutes" */
static void add_medium(struct strbuf *out, const struct conversation *conversation)
{
	const struct tally *tally = &conversation->tally;
	const char *medium = conversation->medium == MEDIUM_NONE
				     ? _("in touch")
				     : medium_label(conversation->medium);
	int count = tally->from_me + tally->from_them;
	bool is_call = conversation->medium == MEDIUM_CALL || conversation->medium == MEDIUM_VIDEO;

	if (count > 0) {
		strbuf_add_format(out,
			conversation->medium == MEDIUM_EMAIL
				? NP_("%d e-mail", "%d e-mails", count)
				: NP_("%d message", "%d messages", count),
			count);
		strbuf_add_format(out, NP_(", you wrote %d", ", you wrote %d", tally->from_me),
			tally->from_me);
	} else if (tally->seconds > 0) {
		struct strbuf length = STRBUF_INIT;
		add_length(&length, tally->seconds);
		/* Translators: "call of 12 minutes" and "in person, 30 minutes" */
		strbuf_add_format(out, is_call ? _("%s of %s") : _("%s, %s"), medium, length.data);
		strbuf_fini(&length);
	} else {
		strbuf_add(out, medium);
	}
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
	struct strbuf text = STRBUF_INIT, medium = STRBUF_INIT;

	add_medium(&medium, conversation);
	strbuf_add_format(
		&text, agreed(&openings[conversation->direction], agreement), medium.data);
	strbuf_fini(&medium);
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
