/* The detail column of wide screens: how to reach the person, dates, how you met.
 * Not here: collecting it (facts.c). */
#include "filo/base/strbuf.h"
#include "tui/panes/panes.h"

#include "filo/base/i18n.h"
#include "filo/base/memory.h"
#include "filo/store/contacts.h"
#include "tui/panes/facts.h"

#include <stdlib.h>

struct detail_pane {
	struct pane pane;
	contact_id wanted, shown;
	struct vector facts; /* of struct contact_fact */
};

static struct detail_pane *detail_of(const struct pane *pane)
{
	return (struct detail_pane *)pane;
}

static void detail_title(const struct pane *pane, struct strbuf *title, struct strbuf *right)
{
	(void)pane;
	(void)right;
	strbuf_add(title, _("Details"));
}

static void detail_draw(struct app *app, struct pane *pane, struct rect area, bool has_focus)
{
	struct detail_pane *detail = detail_of(pane);
	const struct rect text = { area.row, area.col + 1, area.rows, area.cols - 2 };

	(void)app;
	(void)has_focus;
	if (detail->shown && !detail->facts.count)
		draw_paragraph(text, 0, 0, ROLE_FAINT,
			_("Only a name so far. e adds how to reach them, c a circle, t tags."));
	facts_draw(text, 0, &detail->facts);
}

static void detail_refresh(struct app *app, struct pane *pane)
{
	(void)app;
	detail_of(pane)->shown = 0; /* read again when next idle */
}

static bool detail_idle(struct app *app, struct pane *pane)
{
	struct detail_pane *detail = detail_of(pane);
	struct contact contact;
	struct error err;

	if (detail->shown == detail->wanted)
		return false;
	detail->shown = detail->wanted;
	contact_facts_fini(&detail->facts);
	vector_init(&detail->facts, sizeof(struct contact_fact));
	if (!detail->shown || contact_load(app->store, detail->shown, &contact, &err) != STATUS_OK)
		return true;
	facts_collect(app, &contact, &detail->facts);
	contact_fini(&contact);
	return true;
}

static contact_id detail_person(const struct pane *pane)
{
	return detail_of(pane)->wanted;
}

static void detail_free(struct pane *pane)
{
	contact_facts_fini(&detail_of(pane)->facts);
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
	vector_init(&detail->facts, sizeof(struct contact_fact));
	return &detail->pane;
}

void detail_pane_want(struct pane *pane, contact_id person)
{
	detail_of(pane)->wanted = person;
}
