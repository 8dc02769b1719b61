/* A conversation in memory, and the words for how it took place.
 * Not here: follow-ups (followup.c). */
#include "filo/people/conversation.h"

#include "filo/base/fold.h"
#include "filo/base/i18n.h"
#include "filo/base/memory.h"
#include "filo/base/strbuf.h"

#include <stdlib.h>
#include <string.h>

void conversation_init(struct conversation *conversation)
{
	*conversation = (struct conversation){ .day = DAY_NONE,
		.precision = PRECISION_DAY,
		.minute = -1,
		.medium = MEDIUM_NONE,
		.feeling = FEELING_NONE };
	conversation->summary = memory_copy_string("");
	vector_init(&conversation->participants, sizeof(struct participant));
}

void conversation_fini(struct conversation *conversation)
{
	struct participant *participant;

	free(conversation->summary);
	free(conversation->body);
	free(conversation->source);
	free(conversation->source_id);
	VECTOR_EACH (participant, &conversation->participants)
		free(participant->name);
	vector_fini(&conversation->participants);
	*conversation = (struct conversation){ .day = DAY_NONE };
}

void conversation_add_participant(
	struct conversation *conversation, contact_id id, const char *name, bool is_mention)
{
	struct participant *present;
	struct participant participant = { .id = id, .is_mention = is_mention };

	VECTOR_EACH (present, &conversation->participants) {
		if (present->id == id) {
			present->is_mention &= is_mention;
			return;
		}
	}
	participant.name = memory_copy_string(name);
	vector_push(&conversation->participants, &participant);
}

void conversation_remove_participants(struct conversation *conversation, bool are_mentions)
{
	for (size_t i = conversation->participants.count; i-- > 0;) {
		struct participant *participant = vector_at(&conversation->participants, i);
		if (participant->is_mention != are_mentions)
			continue;
		free(participant->name);
		vector_remove(&conversation->participants, i);
	}
}

void conversation_replace_participants(
	struct conversation *conversation, const struct conversation *others, bool are_mentions)
{
	const struct participant *participant;

	if (!others->participants.count)
		return;
	conversation_remove_participants(conversation, are_mentions);
	VECTOR_EACH (participant, &others->participants)
		conversation_add_participant(
			conversation, participant->id, participant->name, are_mentions);
}

void conversation_write_date(struct strbuf *out, const struct conversation *conversation)
{
	static const int digits[] = {
		[PRECISION_TIME] = 10,
		[PRECISION_DAY] = 10,
		[PRECISION_MONTH] = 7,
		[PRECISION_YEAR] = 4,
	};
	struct civil_date date = date_from_day(conversation->day);
	char iso[DATE_ISO_SIZE];

	if (conversation->precision == PRECISION_SEASON) {
		strbuf_add_format(out, "%s %d", date_season(date.month), date.year);
		return;
	}
	strbuf_add_format(out, "%.*s", digits[conversation->precision],
		date_format_iso(conversation->day, iso));
	if (conversation->precision == PRECISION_TIME && conversation->minute >= 0)
		strbuf_add_format(
			out, " %02d:%02d", conversation->minute / 60, conversation->minute % 60);
}

day_number conversation_contact_day(day_number day, enum precision precision, int minute)
{
	if (precision == PRECISION_TIME)
		return minute < DAY_BEGINS_AT_MINUTE ? day - 1 : day;
	return precision == PRECISION_DAY ? day : DAY_NONE;
}

day_number conversation_log_day(const struct conversation *conversation)
{
	day_number day = conversation_contact_day(
		conversation->day, conversation->precision, conversation->minute);

	return day == DAY_NONE ? conversation->day : day;
}

/* Stable name, translated label, and what else people call it, in English and Italian; a hyphen in
 * them may be a blank as well. */
static const struct {
	const char *name, *label, *synonyms;
} media[MEDIA] = {
	[MEDIUM_CALL] = { "call", N_("call"),
		"phone phoned phone-call calls called rang telephone telefonata telefonate "
		"chiamata chiamate telefono telefonato chiamato sentito cellulare" },
	[MEDIUM_MESSAGE] = { "message", N_("message"),
		"messages mess audio text texts texted chat chatted wrote sms dm whatsapp signal "
		"telegram linkedin messenger instagram facebook discord slack imessage "
		"voice-message voice-note voicenote messaggio messaggi messaggino vocale vocali "
		"messaggio-vocale nota-vocale voce scritto" },
	[MEDIUM_EMAIL] = { "email", N_("e-mail"), "e-mail e-mails emails mail mails posta pec" },
	[MEDIUM_VIDEO] = { "video", N_("video call"),
		"videos video-call videocall videocalls zoom meet skype teams facetime jitsi "
		"videochiamata videochiamate video-chiamata" },
	[MEDIUM_IN_PERSON] = { "in-person", N_("in person"),
		"met meeting saw seen visit visited breakfast brunch lunch dinner supper coffee "
		"tea walk hike hiking run running gym swim swimming tennis beer drink drinks pizza "
		"bar pub party wedding birthday match football concert cinema theatre museum park "
		"library church beach mountains shopping office work school train trip restaurant "
		"market mass choir funeral face-to-face in-persona di-persona persona visto visti "
		"vista viste incontro incontrato incontrati visita colazione aperitivo pranzo cena "
		"caffe merenda birra festa matrimonio compleanno gita viaggio treno mare montagna "
		"concerto teatro museo parco biblioteca chiesa scuola ufficio lavoro riunione "
		"partita stadio calcio calcetto padel nuoto yoga palestra corsa passeggiata "
		"camminata ristorante mercato spesa messa coro funerale" },
	[MEDIUM_COMMENT] = { "comment", N_("comment"), "comments reply commento commenti" },
	[MEDIUM_STORY] = { "story", N_("story reaction"),
		"stories storia storie reaction reactions reazione reazioni" },
	[MEDIUM_LIVE] = { "live", N_("live"), "stream streams diretta dirette" },
	[MEDIUM_LETTER] = { "letter", N_("letter"),
		"letters card cards postcard postcards lettera lettere cartolina cartoline" },
	[MEDIUM_OTHER] = { "other", N_("other"), "altro" },
	[MEDIUM_NONE] = { "", "", "" },
};

const char *medium_name(enum medium medium)
{
	return media[medium].name;
}

const char *medium_label(enum medium medium)
{
	return *media[medium].label ? _(media[medium].label) : "";
}

/* Folded, in one word: "Voice  message" is "voice-message", and "caffe'" is "caffe". */
static void medium_fold(struct strbuf *out, const char *text)
{
	struct strbuf folded = STRBUF_INIT;
	char *rest;

	text_fold(&folded, text);
	rest = folded.data;
	for (char *word; folded.len && (word = strsep(&rest, " \t'\""));)
		if (*word)
			strbuf_add_item(out, "-", word);
	strbuf_fini(&folded);
}

/* 3 the word itself, 2 a synonym, 1 a prefix of either, 0 nothing. */
static int medium_likeness(enum medium medium, const char *folded)
{
	struct strbuf all = STRBUF_INIT, label = STRBUF_INIT;
	size_t len = strlen(folded);
	int likeness = 0;

	medium_fold(&label, medium_label(medium));
	strbuf_add_format(&all, "%s %s %s", media[medium].name, media[medium].synonyms, label.data);
	if (!strcmp(folded, media[medium].name) || !strcmp(folded, label.data))
		likeness = 3;
	for (char *word = strtok(all.data, " "); word && likeness < 2; word = strtok(NULL, " ")) {
		if (!strcmp(word, folded))
			likeness = 2;
		else if (!strncmp(word, folded, len))
			likeness = 1;
	}
	strbuf_fini(&label);
	strbuf_fini(&all);
	return likeness;
}

/* As files have it, in every language: nothing else may be meant. */
static bool medium_named(const char *word, enum medium *medium)
{
	for (int m = 0; m < MEDIUM_NONE; m++) {
		if (strcmp(word, media[m].name) != 0)
			continue;
		*medium = (enum medium)m;
		return true;
	}
	return false;
}

/* How well it fits, 0: not at all; `ties`: how many others fit as well. */
static int medium_best(const char *word, enum medium *medium, int *ties)
{
	struct strbuf folded = STRBUF_INIT;
	int best = 0;

	*ties = 0;
	medium_fold(&folded, word);
	for (int m = 0; m < MEDIUM_NONE && folded.len; m++) {
		int likeness = medium_likeness((enum medium)m, folded.data);
		if (likeness > best) {
			best = likeness;
			*ties = 0;
			*medium = (enum medium)m;
		} else if (likeness && likeness == best) {
			++*ties;
		}
	}
	strbuf_fini(&folded);
	return best;
}

bool medium_parse(const char *word, enum medium *medium)
{
	int ties;

	return medium_named(word, medium) || (medium_best(word, medium, &ties) > 0 && !ties);
}

bool medium_begins(const char *word, bool *is_whole)
{
	enum medium medium;
	int ties, best = medium_best(word, &medium, &ties);

	*is_whole = best > 1;
	return best > 0;
}

static const char *const directions[DIRECTIONS] = { "", "me", "them", "both" };

const char *direction_name(enum direction direction)
{
	return directions[direction];
}

static const char *const exchange_kinds[EXCHANGE_KINDS][2] = {
	[EXCHANGE_IDEA] = { "idea", N_("idea") },
	[EXCHANGE_ADVICE] = { "advice", N_("advice") },
	[EXCHANGE_INTRODUCTION] = { "introduction", N_("introduction") },
	[EXCHANGE_HELP] = { "help", N_("help") },
	[EXCHANGE_GIFT] = { "gift", N_("gift") },
};

const char *exchange_name(enum exchange_kind kind)
{
	return exchange_kinds[kind][0];
}

const char *exchange_label(enum exchange_kind kind)
{
	return _(exchange_kinds[kind][1]);
}
