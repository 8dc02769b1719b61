/* What is said when an event is added to somebody, and another date for one.
 * Not here: events in the log (log_words.c). */
#include "filo/people/words/event_words.h"

#include "filo/base/i18n.h"
#include "filo/base/text.h"
#include "filo/people/date.h"
#include "filo/people/words/when.h"

static const struct {
	const char *label, *done, *done_until;
} event_words[EVENT_KINDS] = {
	/* Translators: a person; this is what undo says, as are "let %s rest" and the like. */
	[EVENT_SNOOZE] = { N_("snooze %s"), N_("%s is snoozed"),
		/* Translators: a person, and a date. */
		N_("%1$s is snoozed until %2$s") },
	[EVENT_SKIP] = { N_("skip a round with %s"),
		N_("Skipped: the wait for %s starts again today"), NULL },
	[EVENT_REST] = { N_("let %s rest"), N_("%s rests until they resurface"),
		N_("%1$s rests until %2$s") },
	[EVENT_WAKE] = { N_("wake %s"), N_("%s is in the queue again"), NULL },
	[EVENT_LET_GO] = { N_("let go of %s"), N_("%s is let go; everything written stays"), NULL },
	[EVENT_RETURN] = { N_("welcome %s back"), N_("Welcome back, %s"), NULL },
	[EVENT_WISHED] = { N_("wishes for %s"), N_("Wishes to %s are sent"), NULL },
	[EVENT_NO_WISHES] = { N_("no wishes for %s this year"), N_("No wishes for %s this year"),
		NULL },
	[EVENT_NO_ANSWER] = { N_("no answer to %s"), N_("What %s wrote needs no answer"), NULL },
};

const char *event_label(enum event_kind kind)
{
	return event_words[kind].label;
}

void event_done(struct strbuf *out, const struct event *event, const char *name, day_number today)
{
	char until[64];

	if (event->until == DAY_NONE || !event_words[event->kind].done_until) {
		strbuf_add_format(out, _(event_words[event->kind].done), name);
		return;
	}
	date_format_until(event->until, today, until, sizeof until);
	strbuf_add_format(out, _(event_words[event->kind].done_until), name, until);
}

bool event_has_end(enum event_kind kind)
{
	return event_words[kind].done_until;
}

enum status event_read_date(
	struct event *event, const char *typed, day_number today, struct error *err)
{
	bool has_end = event_has_end(event->kind);
	day_number day = DAY_NONE, last;
	struct when until;

	if (event->kind != EVENT_REST || !text_is_blank(typed)) {
		enum status status =
			has_end ? when_parse_here(typed, WHEN_FUTURE, today, &until, err)
				: when_parse_days(typed, WHEN_PAST, today, &day, &last, err);
		if (status != STATUS_OK)
			return status;
		day = has_end ? until.day : day;
		if (has_end && day <= event->day)
			return error_set(
				err, STATUS_INVALID, _("That is not after the day it begins on"));
		if (!has_end && day > today)
			return error_set(err, STATUS_INVALID, _("That day is still to come"));
	}
	*(has_end ? &event->until : &event->day) = day;
	return STATUS_OK;
}
