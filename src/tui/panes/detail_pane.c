/* The detail column of wide screens: how to reach the person, dates, how you met.
 * Not here: collecting it (facts.c). */
#include "tui/panes/detail_pane.h"

#include "filo/base/i18n.h"
#include "filo/base/memory.h"
#include "filo/base/strbuf.h"
#include "filo/store/contacts.h"
#include "tui/panes/facts.h"
#include "tui/way.h"

#include <stdlib.h>

struct detail_pane {
	struct pane pane;
	contact_id wanted, shown;
	struct document document;
};

static struct detail_pane *detail_of(const struct pane *pane)
{
	return (struct detail_pane *)pane;
}

static void detail_title(const struct pane *pane, struct pane_title *title)
{
	title->below = scroll_below(&((const struct detail_pane *)pane)->document.scroll);
	strbuf_add(&title->name, _("Details"));
}

static void detail_draw(struct app *app, struct pane *pane, struct rect area, bool has_focus)
{
	(void)app;
	document_draw(&detail_of(pane)->document, area, has_focus);
}

static void detail_refresh(struct app *app, struct pane *pane)
{
	(void)app;
	detail_of(pane)->shown = 0; /* read again when next idle */
}

static void detail_add_nothing(struct app *app, struct document *document)
{
	struct strbuf text = STRBUF_INIT;

	strbuf_add_format(&text,
		_("Only a name so far. %s adds how to reach them, %s a circle, %s tags."),
		way_here(app, "edit"), way_here(app, "circle"), way_here(app, "tags"));
	document_add(document, ROLE_FAINT, text.data);
	strbuf_fini(&text);
}

static bool detail_idle(struct app *app, struct pane *pane)
{
	struct detail_pane *detail = detail_of(pane);
	struct contact contact;
	struct error err;

	if (detail->shown == detail->wanted)
		return false;
	detail->shown = detail->wanted;
	document_clear(&detail->document);
	if (!detail->shown || contact_load(app->store, detail->shown, &contact, &err) != STATUS_OK)
		return true;
	if (!facts_add(&detail->document, NULL, app, &contact))
		detail_add_nothing(app, &detail->document);
	contact_fini(&contact);
	return true;
}

static contact_id detail_person(const struct pane *pane)
{
	return detail_of(pane)->wanted;
}

static void detail_free(struct pane *pane)
{
	document_fini(&detail_of(pane)->document);
	free(pane);
}

static const struct pane_ops detail_ops = {
	.title = detail_title,
	.draw = detail_draw,
	.refresh = detail_refresh,
	.idle = detail_idle,
	.person = detail_person,
	.free = detail_free,
};

struct pane *detail_pane_new(struct app *app)
{
	struct detail_pane *detail = memory_new(sizeof *detail);

	(void)app;
	detail->pane.ops = &detail_ops;
	document_init(&detail->document);
	return &detail->pane;
}

void detail_pane_want(struct pane *pane, contact_id person)
{
	detail_of(pane)->wanted = person;
}
