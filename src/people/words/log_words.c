/* What a row of a log says: an entry, an event, how it felt.
 * Not here: what was exchanged (exchange_words.c), how a row is drawn (tui). */
#include "filo/people/words/log_words.h"

#include "filo/base/fold.h"
#include "filo/base/i18n.h"
#include "filo/base/spoken.h"

#include <string.h>

const char *const feeling_choices[] = { N_("not said"), N_("good :)"), N_("very good :))"),
	N_("so-so :|"), N_("hard :("), N_("very hard :(("), NULL };
const char *const feeling_words[] = { N_("not said"), N_("good"), N_("very good"), N_("so-so"),
	N_("hard"), N_("very hard"), NULL };
static const int feeling_values[] = { FEELING_NONE, 1, 2, 0, -1, -2 };
#define FEELINGS (sizeof feeling_values / sizeof *feeling_values)

/* Other words for them, in the same order and with the same marks. */
static const char *const feeling_synonyms[FEELINGS] = { NULL, NULL, NULL, NULL,
	/* Translators: how a talk felt, another word for "hard" and for "very hard". */
	NC_("felt", "bad :("), NC_("felt", "very bad :((") };

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

/* Folded; a hyphen is a blank. */
static void feeling_fold(struct strbuf *out, const char *text)
{
	text_fold(out, text);
	for (char *c = out->data; (c = strchr(c, '-')); c++)
		*c = ' ';
}

/* 2 the word before the mark, or the mark; 1 the beginning of the word; 0 neither. */
static int feeling_likeness(const char *label, const char *folded)
{
	struct strbuf all = STRBUF_INIT;
	size_t len = strlen(folded);

	feeling_fold(&all, label);
	const char *mark = strrchr(all.data, ' ');
	size_t word_len = mark ? (size_t)(mark - all.data) : all.len;
	int likeness = strncmp(all.data, folded, len) != 0 ? 0 : len == word_len ? 2 : 1;
	if (mark && !strcmp(mark + 1, folded))
		likeness = 2;
	strbuf_fini(&all);
	return len ? likeness : 0;
}

/* By all the words there are for it, in English and here. */
static int feeling_likeness_of(size_t which, const char *folded)
{
	const struct spoken also = { NULL, feeling_synonyms[which] };
	const char *const words[] = { feeling_choices[which], _(feeling_choices[which]),
		also.label ? spoken_english(&also) : NULL, also.label ? spoken_here(&also) : NULL };
	int likeness = 0;

	for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
		int own = words[i] ? feeling_likeness(words[i], folded) : 0;
		likeness = own > likeness ? own : likeness;
	}
	return likeness;
}

bool feeling_parse(const char *word, int *feeling)
{
	struct strbuf folded = STRBUF_INIT;
	int best = 0, likely = 0;

	feeling_fold(&folded, word);
	for (size_t i = 1; i < FEELINGS; i++) {
		int likeness = feeling_likeness_of(i, folded.data);
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

void feeling_list(struct strbuf *out)
{
	for (size_t i = 1; i < FEELINGS; i++)
		strbuf_add_item(out, ", ", _(feeling_words[i]));
}

const char *feeling_mark(int feeling, bool in_words)
{
	static const char *const marks[] = { ":((", ":(", ":|", ":)", ":))" };
	static const char *const words[] = { N_("very hard"), N_("hard"), N_("so-so"), N_("good"),
		N_("very good") };

	if (feeling < -2 || feeling > 2)
		return "";
	return in_words ? _(words[feeling + 2]) : marks[feeling + 2];
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

/* "14 messages, you wrote 6". Nothing where nothing was counted. */
static bool add_counts(struct strbuf *out, enum medium medium, const struct tally *tally)
{
	int count = tally->from_me + tally->from_them;

	if (count <= 0)
		return false;
	strbuf_add_format(out,
		medium == MEDIUM_EMAIL ? NP_("%d e-mail", "%d e-mails", count)
				       : NP_("%d message", "%d messages", count),
		count);
	strbuf_add_format(
		out, NP_(", you wrote %d", ", you wrote %d", tally->from_me), tally->from_me);
	return true;
}

/* "message", or what is known in numbers: "14 messages, you wrote 6", "call of 12 minutes" */
static void add_medium(struct strbuf *out, const struct conversation *conversation)
{
	const struct tally *tally = &conversation->tally;
	const char *medium = conversation->medium == MEDIUM_NONE
				     ? _("in touch")
				     : medium_label(conversation->medium);
	bool is_call = conversation->medium == MEDIUM_CALL || conversation->medium == MEDIUM_VIDEO;

	if (add_counts(out, conversation->medium, tally))
		return;
	if (tally->seconds > 0) {
		struct strbuf length = STRBUF_INIT;
		add_length(&length, tally->seconds);
		/* Translators: "call of 12 minutes" and "in person, 30 minutes" */
		strbuf_add_format(out, is_call ? _("%s of %s") : _("%s, %s"), medium, length.data);
		strbuf_fini(&length);
	} else {
		strbuf_add(out, medium);
	}
}

const char *source_label(const char *source)
{
	static const struct {
		const char *source, *label;
	} labels[] = { { "whatsapp", "WhatsApp" }, { "telegram", "Telegram" },
		{ "signal", "Signal" }, { "sms", "SMS" }, { "calls", N_("Calls") },
		{ "mail", N_("Mail") }, { "facebook", "Facebook" }, { "instagram", "Instagram" },
		{ "linkedin", "LinkedIn" }, { "calendar", N_("Calendar") },
		{ "messages", N_("Messages") } };

	for (size_t i = 0; i < sizeof labels / sizeof *labels; i++)
		if (!strcmp(labels[i].source, source))
			return _(labels[i].label);
	/* "messages:irc", as its file named it */
	return strncmp(source, "messages:", 9) == 0 ? source + 9 : source;
}

/* "18 days on WhatsApp", "3 days by e-mail" */
static void add_days_through(struct strbuf *out, const struct log_fold *fold)
{
	const int days = fold->days;
	const char *kind = fold->source;

	switch (fold->medium) {
	case MEDIUM_CALL:
		strbuf_add_format(out, NP_("%d day with calls", "%d days with calls", days), days);
		return;
	case MEDIUM_VIDEO:
		strbuf_add_format(out,
			NP_("%d day with video calls", "%d days with video calls", days), days);
		return;
	case MEDIUM_EMAIL:
		strbuf_add_format(out, NP_("%d day by e-mail", "%d days by e-mail", days), days);
		return;
	case MEDIUM_IN_PERSON:
		strbuf_add_format(out, NP_("%d day in person", "%d days in person", days), days);
		return;
	default:
		break;
	}
	if (!strcmp(kind, "sms"))
		strbuf_add_format(out, NP_("%d day by SMS", "%d days by SMS", days), days);
	else if (fold->medium == MEDIUM_MESSAGE && !strcmp(kind, "messages"))
		strbuf_add_format(
			out, NP_("%d day of messages", "%d days of messages", days), days);
	else if (fold->medium != MEDIUM_MESSAGE)
		strbuf_add_format(out, NP_("%d day, %s", "%d days, %s", days), days,
			medium_label(fold->medium));
	else
		strbuf_add_format(
			out, NP_("%d day on %s", "%d days on %s", days), days, source_label(kind));
}

void log_fold_month(struct strbuf *out, const struct log_fold *fold)
{
	const struct civil_date month = date_from_day(fold->month);

	strbuf_add_format(out, _("%s %d"), date_month_name(month.month), month.year);
}

void log_fold_days(struct strbuf *out, const struct log_fold *fold)
{
	struct strbuf counts = STRBUF_INIT;

	add_days_through(out, fold);
	if (!add_counts(&counts, fold->medium, &fold->tally) && fold->tally.seconds > 0)
		add_length(&counts, fold->tally.seconds);
	if (counts.len)
		strbuf_add_format(out, ", %s", counts.data);
	strbuf_fini(&counts);
}

/* It stands under the evening before. A day of messages is no evening. */
static bool is_after_midnight(const struct conversation *conversation)
{
	const struct tally *tally = &conversation->tally;

	return !tally->from_me && !tally->from_them && !tally->seconds &&
	       conversation_log_day(conversation) < conversation->day;
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
	if (is_after_midnight(conversation))
		strbuf_add(&text, _(", after midnight"));
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
