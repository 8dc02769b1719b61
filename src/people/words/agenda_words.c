/* How the items of the agenda are said.
 * Not here: their order (people/agenda.c). */
#include "filo/people/words/agenda_words.h"

#include "filo/base/i18n.h"
#include "filo/people/words/when.h"

static const char *const groups[FOLLOWUP_KINDS] = {
	[FOLLOWUP_MINE] = N_("I promised"),
	[FOLLOWUP_THEIRS] = N_("Promised to me"),
	[FOLLOWUP_ASK] = N_("To ask"),
};

void agenda_words_group(struct strbuf *out, const struct agenda_item *item)
{
	strbuf_add(out, _(groups[item->followup.kind]));
}

void agenda_words_day(struct strbuf *out, const struct agenda_item *item, day_number today)
{
	const struct when when = { item->day, PRECISION_DAY, -1 };
	char words[96];

	when_describe(&when, today, words, sizeof words);
	strbuf_add(out, words);
}

const char *agenda_words_who(const struct agenda_item *item)
{
	return item->called ? item->called : item->name ? item->name : _("you");
}

const char *agenda_words_note(const struct agenda_item *item)
{
	const char *note = item->kind == AGENDA_FOLLOWUP ? item->followup.text : item->yearly.label;

	return note ? note : "";
}

void agenda_words_when(struct strbuf *out, const struct agenda_item *item, day_number today)
{
	const struct followup *followup = &item->followup;
	bool is_dated = followup->due != DAY_NONE;
	char day[64];

	date_format_near(is_dated ? followup->due : followup->made_on, today, day, sizeof day);
	if (!is_dated) /* Translators: open since "Fri 23 Oct". */
		strbuf_add_format(out, _("since %s"), day);
	else if (followup->kind == FOLLOWUP_ASK)
		strbuf_add(out, day);
	else /* Translators: promised by "Fri 23 Oct". */
		strbuf_add_format(out, _("by %s"), day);
}

/* "Birthday, turns 41"; what has a label of its own, which is its note, tells the years alone. */
static void say_yearly(struct strbuf *out, const struct agenda_item *item)
{
	const struct yearly_date *yearly = &item->yearly;
	int years = yearly->date.year > 0 ? date_from_day(item->day).year - yearly->date.year : 0;

	if (!yearly->label)
		strbuf_add(out, yearly_date_label(yearly));
	if (years <= 0)
		return;
	if (!yearly->label)
		strbuf_add(out, ", ");
	if (yearly->kind == YEARLY_BIRTHDAY) /* Translators: a birthday: the age reached. */
		strbuf_add_format(out, NP_("turns %d", "turns %d", years), years);
	else
		strbuf_add_format(out, NP_("%d year", "%d years", years), years);
}

void agenda_words_fact(struct strbuf *out, const struct agenda_item *item, day_number today)
{
	char until[64];

	switch (item->kind) {
	case AGENDA_FOLLOWUP:
		if (item->followup.due < item->day) /* late: it stands under today */
			agenda_words_when(out, item, today);
		else
			agenda_words_group(out, item);
		break;
	case AGENDA_DATE:
		say_yearly(out, item);
		break;
	case AGENDA_WISH:
		strbuf_add_format(out,
			/* Translators: the wish to be in touch so often. */
			NP_("Wish: every day", "Wish: every %d days", item->wish_days),
			item->wish_days);
		break;
	case AGENDA_ABSENCE:
		date_format_near(item->absence.to, today, until, sizeof until);
		/* Translators: until "Wed 6 Jan". */
		strbuf_add_format(out, _("Absent until %s"), until);
		break;
	}
}
