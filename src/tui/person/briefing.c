/* How things stand with a person, the last talks, what is open between you.
 * Not here: the sentences (people/words/words.h), the view around it. */
#include "tui/person/briefing.h"

#include "filo/base/i18n.h"
#include "filo/base/strbuf.h"
#include "filo/people/followup.h"
#include "filo/people/words/log_words.h"
#include "filo/people/words/reciprocity.h"
#include "filo/store/conversations.h"
#include "filo/store/followups.h"
#include "filo/store/log_page.h"
#include "filo/store/person_summary.h"
#include "tui/panes/log_head.h"

#include <stdlib.h>

#define TALKS_SHOWN  3
#define ROWS_WEIGHED 40 /* of the log, for what was exchanged lately */

void briefing_add_summary(struct document *document, struct app *app, const struct contact *contact,
	const struct person_summary *summary, bool with_why)
{
	struct strbuf text = STRBUF_INIT;

	log_head_describe(&text, app, contact, summary);
	document_add(document, ROLE_FAINT, text.data);
	strbuf_clear(&text);
	if (with_why)
		words_why(&text, &summary->due, &summary->facts);
	document_add(document, ROLE_TEXT, text.data);
	strbuf_fini(&text);
}

static void add_talk(struct document *document, const struct conversation *talk, contact_id person,
	day_number today)
{
	struct strbuf text = STRBUF_INIT;
	char date[64];

	date_format_short(conversation_log_day(talk), talk->precision, today, date, sizeof date);
	conversation_describe(&text, talk, person);
	if (*talk->summary)
		strbuf_add_format(&text, "\n%s", talk->summary);
	document_add_fact(document, date, text.data);
	strbuf_fini(&text);
}

/* A month of days without words is one talk. */
static void add_fold(struct document *document, const struct log_fold *fold)
{
	struct strbuf month = STRBUF_INIT, days = STRBUF_INIT;

	log_fold_month(&month, fold);
	log_fold_days(&days, fold);
	document_add_fact(document, month.data, days.data);
	strbuf_fini(&month);
	strbuf_fini(&days);
}

/* Who is only spoken of took no part. */
static bool is_talk_with(const struct log_row *row, contact_id person)
{
	const struct participant *participant;

	if (row->is_event || row->is_fold)
		return row->is_fold;
	VECTOR_EACH (participant, &row->conversation.participants) {
		if (participant->id == person)
			return !participant->is_mention;
	}
	return false;
}

static void keep_talks(struct vector *rows, contact_id person)
{
	for (size_t i = rows->count; i-- > 0;) {
		struct log_row *row = vector_at(rows, i);
		if (is_talk_with(row, person))
			continue;
		log_row_fini(row);
		vector_remove(rows, i);
	}
}

static void add_last_talks(
	struct document *document, const struct vector *talks, contact_id person, day_number today)
{
	struct strbuf exchanged = STRBUF_INIT;
	const struct conversation *weighed[ROWS_WEIGHED];
	size_t weighed_count = 0;

	if (talks->count)
		document_add_heading(document, _("Last talks"));
	for (size_t i = 0; i < talks->count; i++) {
		const struct log_row *row = vector_at(talks, i);
		if (!row->is_fold)
			weighed[weighed_count++] = &row->conversation;
		if (i < TALKS_SHOWN && row->is_fold)
			add_fold(document, &row->fold);
		else if (i < TALKS_SHOWN)
			add_talk(document, &row->conversation, person, today);
	}
	reciprocity_describe(&exchanged, weighed, weighed_count, today);
	document_add(document, ROLE_TEXT, exchanged.data);
	strbuf_fini(&exchanged);
}

static void number_open(struct app *app, contact_id person, struct vector *numbered)
{
	struct vector followups = VECTOR_INIT(struct followup);
	const struct followup *followup;
	struct error err;

	if (followup_list(app->store, person, false, &followups, &err) != STATUS_OK)
		app_say_error(app, &err);
	VECTOR_EACH (followup, &followups)
		if (!vector_has(numbered, &followup->id))
			vector_push(numbered, &followup->id);
	followups_clear(&followups);
	vector_fini(&followups);
}

static void add_numbered(
	struct document *document, const struct followup *followup, size_t number, day_number today)
{
	struct strbuf text = STRBUF_INIT;
	char *sentence = followup_sentence(followup), date[64] = "";

	if (followup->due != DAY_NONE)
		date_format_short(followup->due, PRECISION_DAY, today, date, sizeof date);
	strbuf_add_format(&text, "%zu  %s", number, sentence);
	if (followup->done_on != DAY_NONE)
		strbuf_add_format(&text, "  %s", _("(done)"));
	document_add_fact(document, date, text.data);
	strbuf_fini(&text);
	free(sentence);
}

static void add_open(
	struct document *document, struct app *app, contact_id person, struct vector *numbered)
{
	struct followup followup;
	followup_id *id;
	size_t number = 0;

	number_open(app, person, numbered);
	if (numbered->count)
		document_add_heading(document, _("Open between you"));
	VECTOR_EACH (id, numbered) {
		number++;
		if (*id && followup_load(app->store, *id, &followup, NULL) != STATUS_OK)
			*id = 0;
		if (!*id)
			continue;
		add_numbered(document, &followup, number, app->today);
		followup_fini(&followup);
	}
}

followup_id briefing_followup(const struct vector *numbered, size_t number)
{
	return number && number <= numbered->count
		       ? *(const followup_id *)vector_at(numbered, number - 1)
		       : 0;
}

void briefing_add_talks(
	struct document *document, struct app *app, contact_id person, struct vector *numbered)
{
	struct vector rows = VECTOR_INIT(struct log_row);
	struct log_row *row;
	struct error err;

	if (log_page_viewed(app->store, person, &(struct log_view){ .is_folded = true }, NULL, true,
		    ROWS_WEIGHED, &rows, &err) != STATUS_OK)
		app_say_error(app, &err);
	keep_talks(&rows, person);
	VECTOR_EACH (row, &rows)
		conversation_tell_apart(app->store, &row->conversation, person);
	add_last_talks(document, &rows, person, app->today);
	add_open(document, app, person, numbered);
	log_rows_clear(&rows);
	vector_fini(&rows);
}
