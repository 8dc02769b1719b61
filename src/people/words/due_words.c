/* What is said below a list of who is due.
 * Not here: why one person is due (words.c). */
#include "filo/people/words/due_words.h"

#include "filo/base/i18n.h"

static void due_words_separate(struct strbuf *out)
{
	if (out->len)
		strbuf_add(out, "; ");
}

void due_words_folded(
	struct strbuf *out, const struct due_counts *counts, size_t shown, bool is_narrow)
{
	size_t today = due_today(counts);
	size_t more = today > shown ? today - shown : 0;
	size_t ahead = shown > today ? counts->ahead - (shown - today) : counts->ahead;

	if (more && is_narrow)
		strbuf_add_format(out, NP_("%zu more", "%zu more", more), more);
	else if (more)
		strbuf_add_format(
			/* Translators: people who are due as well, with no hurry about it. */
			out, NP_("%zu more, unhurried", "%zu more, unhurried", more), more);
	if (ahead) {
		due_words_separate(out);
		if (is_narrow && more)
			strbuf_add_format(
				out, NP_("%zu date soon", "%zu dates soon", ahead), ahead);
		else
			strbuf_add_format(out,
				/* Translators: birthdays and other dates of the next seven days. */
				NP_("%zu date this week", "%zu dates this week", ahead), ahead);
	}
}

void due_words_aside(struct strbuf *out, const struct due_counts *counts, day_number away_until,
	day_number today)
{
	char until[64];

	if (away_until != DAY_NONE) {
		date_format_until(away_until, today, until, sizeof until);
		strbuf_add_format(out, _("Away until %s"), until);
		if (counts->waiting)
			strbuf_add_format(out,
				NP_("; %zu waits without hurry", "; %zu wait without hurry",
					counts->waiting),
				counts->waiting);
	}
	if (counts->address) {
		due_words_separate(out);
		strbuf_add_format(out,
			/* Translators: yearly dates of people who are only in the address book. */
			NP_("%zu date in the address book", "%zu dates in the address book",
				counts->address),
			counts->address);
	}
}
