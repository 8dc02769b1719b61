/* What the numbers are of that commands take: open follow-ups, entries, events, absences, drafts,
 * what is in the trash.
 * Not here: what is done with them (a file a command). */
#include "cli/offer_numbers.h"

#include "cli/values.h"
#include "filo/base/i18n.h"
#include "filo/base/strbuf.h"
#include "filo/people/absence.h"
#include "filo/people/followup.h"
#include "filo/people/words/draft_words.h"
#include "filo/people/words/log_words.h"
#include "filo/store/absences.h"
#include "filo/store/conversations.h"
#include "filo/store/draft.h"
#include "filo/store/events.h"
#include "filo/store/followups.h"
#include "filo/store/store.h"
#include "filo/store/undo.h"

#include <inttypes.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define LATEST_OFFERED 50 /* of a log */

static void offer_number(struct completing *completing, int64_t id, const char *what)
{
	char number[24];

	snprintf(number, sizeof number, "%" PRId64, id);
	offer_word(completing, number, what);
}

static void offer_followups(struct completing *completing)
{
	struct vector followups = VECTOR_INIT(struct followup);
	const struct followup *followup;

	followup_list(completing->cli->store, 0, false, &followups, NULL);
	VECTOR_EACH (followup, &followups) {
		struct strbuf what = STRBUF_INIT;
		char *sentence = followup_sentence(followup);
		char *called = cli_called(completing->cli, followup->contact, NULL);
		if (called)
			strbuf_add_format(&what, "%s  ", called);
		strbuf_add(&what, sentence);
		offer_number(completing, followup->id, what.data);
		free(called);
		free(sentence);
		strbuf_fini(&what);
	}
	followups_clear(&followups);
	vector_fini(&followups);
}

static void offer_absences(struct completing *completing)
{
	struct vector absences = VECTOR_INIT(struct absence);
	struct absence *absence;

	absence_list(completing->cli->store, &absences, NULL);
	VECTOR_EACH (absence, &absences) {
		char from[DATE_ISO_SIZE], to[DATE_ISO_SIZE];
		struct strbuf what = STRBUF_INIT;
		cli_call_in_place(completing->cli, absence->contact, &absence->name);
		strbuf_add(&what, date_format_iso(absence->from, from));
		if (absence->to > absence->from)
			strbuf_add_format(&what, " - %s", date_format_iso(absence->to, to));
		strbuf_add_item(&what, ", ", absence->name ? absence->name : _("you"));
		offer_number(completing, absence->id, what.data);
		strbuf_fini(&what);
		absence_fini(absence);
	}
	vector_fini(&absences);
}

/* "2026-11-22  Ana: the boat" */
static void offer_entries(struct completing *completing)
{
	struct store *store = completing->cli->store;
	struct vector ids = VECTOR_INIT(conversation_id);
	const conversation_id *id;
	struct conversation entry;

	conversation_list_latest(store, LATEST_OFFERED, &ids, NULL);
	VECTOR_EACH (id, &ids) {
		char day[DATE_ISO_SIZE];
		struct strbuf what = STRBUF_INIT;
		if (conversation_load(store, *id, &entry, NULL) != STATUS_OK)
			continue;
		char *names = conversation_names(store, &entry);
		strbuf_add_format(
			&what, "%s  %s: %s", date_format_iso(entry.day, day), names, entry.summary);
		offer_number(completing, *id, what.data);
		free(names);
		strbuf_fini(&what);
		conversation_fini(&entry);
	}
	vector_fini(&ids);
}

/* "2026-11-22  Ana  snoozed until 3 Dec" */
static void offer_events(struct completing *completing)
{
	struct store *store = completing->cli->store;
	struct vector events = VECTOR_INIT(struct event);
	const struct event *event;

	event_list_latest(store, LATEST_OFFERED, &events, NULL);
	VECTOR_EACH (event, &events) {
		char day[DATE_ISO_SIZE];
		struct strbuf what = STRBUF_INIT;
		char *called = cli_called(completing->cli, event->contact, NULL);
		strbuf_add_format(
			&what, "%s  %s  ", date_format_iso(event->day, day), called ? called : "");
		event_describe(&what, event, store_today(store));
		offer_number(completing, event->id, what.data);
		free(called);
		strbuf_fini(&what);
	}
	vector_fini(&events);
}

static void offer_drafts(struct completing *completing)
{
	struct vector drafts = VECTOR_INIT(struct draft);
	struct draft *draft;

	draft_list(completing->cli->store, &drafts, NULL);
	VECTOR_EACH (draft, &drafts) {
		struct strbuf what = STRBUF_INIT;
		draft_describe(&what, draft->form, draft->text, INT_MAX, "");
		offer_number(completing, draft->id, what.data);
		strbuf_fini(&what);
		draft_fini(draft);
	}
	vector_fini(&drafts);
}

static void offer_trash(struct completing *completing)
{
	struct vector items = VECTOR_INIT(struct trash_item);
	struct trash_item *item;

	trash_list(completing->cli->store, &items, NULL);
	VECTOR_EACH (item, &items) {
		offer_number(completing, item->id, item->label);
		trash_item_fini(item);
	}
	vector_fini(&items);
}

void offer_numbers(struct completing *completing, const char *command, const char *option)
{
	static const struct {
		const char *command, *option; /* NULL: whatever stands before it */
		void (*offer)(struct completing *completing);
	} kinds[] = { { "absence", NULL, offer_absences }, { "done", NULL, offer_followups },
		{ "followup", NULL, offer_followups }, { "log", "--done", offer_followups },
		{ "delete", "--followup", offer_followups }, { "delete", "--entry", offer_entries },
		{ "log", "--edit", offer_entries }, { "show", "--entry", offer_entries },
		{ "event", "--edit", offer_events }, { "drafts", NULL, offer_drafts },
		{ "trash", NULL, offer_trash }, { "restore", "--deleted", offer_trash } };

	for (size_t i = 0; completing->cli->store && i < sizeof kinds / sizeof *kinds; i++)
		if (!strcmp(kinds[i].command, command) &&
			(!kinds[i].option || !strcmp(kinds[i].option, option)))
			kinds[i].offer(completing);
}
