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
#include "tui/panes/log_rows.h"
#include "tui/subject.h"
#include "tui/terminal/terminal.h"
#include "tui/widget/document.h"

#include <stdlib.h>

struct entry {
	struct view view;
	contact_id person;
	conversation_id conversation;
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
	document_add_fact(document, _("Imported from"), conversation->source);
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
	strbuf_add_format(&title, "%s %s %s", name, draw_glyph(GLYPH_DOT), date);
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
	entry->title = title_of(app, entry->person, &conversation);
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
	document_draw_titled(&entry->document, area, entry->title, NULL);
}

static void entry_move(struct app *app, struct view *view, enum move move)
{
	(void)app;
	scroll_move(&entry_of(view)->document.scroll, move);
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
