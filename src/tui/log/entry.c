/* A log entry in full, to read and scroll.
 * Not here: editing it (log_form.c), the log (log_pane.c). */
#include "tui/log/entry.h"

#include "filo/base/i18n.h"
#include "filo/base/memory.h"
#include "filo/base/strbuf.h"
#include "filo/people/words/exchange_words.h"
#include "filo/people/words/log_words.h"
#include "filo/people/words/when.h"
#include "filo/store/conversations.h"
#include "filo/store/log_page.h"
#include "tui/command.h"
#include "tui/panes/log_rows.h"
#include "tui/subject.h"
#include "tui/terminal/terminal.h"
#include "tui/widget/document.h"

#include <stdlib.h>

struct entry {
	struct view view;
	contact_id person;
	conversation_id conversation;
	struct log_place place; /* of it in the log */
	char *title;
	struct document document;
};

static struct entry *entry_of(const struct view *view)
{
	return (struct entry *)view;
}

static void add_when(
	struct document *document, const struct conversation *conversation, day_number today)
{
	const struct when when = { conversation->day, conversation->precision,
		conversation->minute };
	char words[128];

	when_describe(&when, today, words, sizeof words);
	document_add(document, ROLE_FAINT, words);
}

static void entry_fill(
	struct entry *entry, const struct conversation *conversation, day_number today)
{
	struct document *document = &entry->document;
	struct strbuf text = STRBUF_INIT;

	add_when(document, conversation, today);
	conversation_describe(&text, conversation, entry->person);
	document_add(document, ROLE_FAINT, text.data);
	document_add_fact(
		document, _("Felt"), feeling_mark(conversation->feeling, draw_is_plain()));
	strbuf_clear(&text);
	exchanges_describe(&text, &conversation->exchanges);
	document_add_fact(document, _("Exchanged"), text.data);
	if (conversation->source)
		document_add_fact(document, _("Imported from"), source_label(conversation->source));
	if (conversation->awaits_reply)
		document_add(document, ROLE_TEXT, _("waits for your reply"));
	document_add_heading(document, conversation->summary);
	document_add(document, ROLE_TEXT, conversation->body);
	strbuf_fini(&text);
}

static char *title_of(struct app *app, contact_id person, const struct conversation *conversation)
{
	struct strbuf title = STRBUF_INIT;
	char *name = person_name(app, person), date[64];

	date_format_short(
		conversation->day, conversation->precision, app->today, date, sizeof date);
	strbuf_add_format(&title, "%s%s%s", name, draw_between(), date);
	free(name);
	return strbuf_take(&title);
}

static void entry_refresh(struct app *app, struct view *view)
{
	struct entry *entry = entry_of(view);
	struct conversation conversation;
	struct error err;

	document_clear(&entry->document);
	memory_replace_string(&entry->title, NULL);
	if (conversation_load(app->store, entry->conversation, &conversation, &err) != STATUS_OK) {
		app_remove(app, view); /* deleted */
		return;
	}
	conversation_tell_apart(app->store, &conversation, entry->person);
	entry->title = title_of(app, entry->person, &conversation);
	entry->place = log_place_of(&(struct log_row){ .conversation = conversation });
	document_add_name(&entry->document, entry->title);
	entry_fill(entry, &conversation, app->today);
	conversation_fini(&conversation);
}

static context_set entry_context(const struct view *view)
{
	(void)view;
	return IN_ENTRY;
}

static contact_id entry_subject(const struct view *view)
{
	return entry_of(view)->person;
}

static struct log_choice entry_choice(const struct view *view)
{
	return (struct log_choice){ .conversation = entry_of(view)->conversation };
}

static void entry_draw(struct app *app, struct view *view, struct rect area)
{
	struct entry *entry = entry_of(view);

	(void)app;
	document_draw_titled(
		&entry->document, area, draw_is_plain() ? _("Log entry") : entry->title, NULL);
}

static void entry_move(struct app *app, struct view *view, enum move move)
{
	(void)app;
	scroll_read(&entry_of(view)->document.scroll, move);
}

static void entry_free(struct view *view)
{
	struct entry *entry = entry_of(view);

	document_fini(&entry->document);
	free(entry->title);
	free(entry);
}

static const struct view_ops entry_ops = {
	.name = "entry",
	.context = entry_context,
	.draw = entry_draw,
	.move = entry_move,
	.refresh = entry_refresh,
	.subject = entry_subject,
	.choice = entry_choice,
	.free = entry_free,
};

/* ---- Commands: to the entries beside it in the log ---- */

#define PAGE_ROWS 8 /* read at a time: events may stand between */

static conversation_id entry_first(const struct vector *rows, bool older)
{
	for (size_t i = 0; i < rows->count; i++) {
		const struct log_row *row = vector_at(rows, older ? i : rows->count - 1 - i);
		if (!row->is_event)
			return row->conversation.id;
	}
	return 0;
}

/* Reads on from *place, which moves; 0: nothing is there, or it could not be read. */
static conversation_id entry_read_on(
	struct app *app, contact_id person, struct log_place *place, bool older, bool *has_more)
{
	struct vector rows = VECTOR_INIT(struct log_row);
	struct error err;

	if (log_page(app->store, person, place, older, PAGE_ROWS, &rows, &err) != STATUS_OK)
		app_say_error(app, &err);
	conversation_id found = entry_first(&rows, older);
	*has_more = rows.count == PAGE_ROWS;
	if (rows.count)
		*place = log_place_of(vector_at(&rows, older ? rows.count - 1 : 0));
	log_rows_clear(&rows);
	vector_fini(&rows);
	return found;
}

static void entry_go(struct app *app, bool older)
{
	struct entry *entry = entry_of(app->top);
	struct log_place place = entry->place;
	conversation_id next = 0;
	bool has_more = true;

	while (!next && has_more)
		next = entry_read_on(app, entry->person, &place, older, &has_more);
	if (!next) {
		if (!app->message)
			app_refuse(app, "%s",
				older ? _("This is the oldest entry")
				      : _("This is the newest entry"));
		return;
	}
	entry->conversation = next;
	scroll_begin(&entry->document.scroll);
	entry_refresh(app, &entry->view);
}

static void entry_go_older(struct app *app)
{
	entry_go(app, true);
}

static void entry_go_newer(struct app *app)
{
	entry_go(app, false);
}

const struct command entry_commands[] = {
	{ "next-entry", "n", IN_ENTRY, N_("in an entry: the next one down the log, which is older"),
		N_("next"), entry_go_older },
	{ "previous-entry", "N", IN_ENTRY, N_("in an entry: the one above it in the log"), NULL,
		entry_go_newer },
	{ 0 },
};

struct view *entry_view(struct app *app, contact_id person, conversation_id id)
{
	struct entry *entry = memory_new(sizeof *entry);

	entry->view.ops = &entry_ops;
	entry->person = person;
	entry->conversation = id;
	document_init(&entry->document);
	entry_refresh(app, &entry->view);
	return &entry->view;
}
