/* How often, as people type it and as filo says it.
 * Not here: the rhythm that is learned (rhythm.h). */
#include "filo/people/words/cadence.h"

#include "filo/base/fold.h"
#include "filo/base/i18n.h"
#include "filo/base/memory.h"
#include "filo/base/text.h"
#include "filo/people/contact.h"
#include "people/words/when_words.h"

#include <stdlib.h>
#include <string.h>

/* English is always understood, and what the language of the screen calls it. */
static const struct {
	const char *english, *local;
	int days;
} units[] = {
	/* Translators: words for a unit of time, with blanks around each: its letter, one, several.
	 */
	{ " d day days ", N_(" d day days "), 1 },
	{ " w week weeks ", N_(" w week weeks "), 7 },
	{ " m month months ", N_(" m month months "), 30 },
	{ " y year years ", N_(" y year years "), 365 },
};

static int days_of_unit(const char *word)
{
	struct strbuf wanted = STRBUF_INIT;
	int days = 0;

	strbuf_add_format(&wanted, " %s ", word);
	for (size_t i = 0; i < sizeof units / sizeof *units && !days; i++)
		if (strstr(units[i].english, wanted.data) || strstr(_(units[i].local), wanted.data))
			days = units[i].days;
	strbuf_fini(&wanted);
	return days;
}

static const char *after_word(const char *text, const char *word)
{
	size_t len = strlen(word);

	return !strncmp(text, word, len) && text[len] == ' ' ? text + len + 1 : text;
}

/* "30", or the words for numbers that dates have: "two", "due"; what follows, or `text`: none. */
static const char *cadence_read_amount(const char *text, long *amount)
{
	bool with_italian = when_has_italian(i18n_language());
	char *end, *word = memory_copy_bytes(text, strcspn(text, " "));
	size_t len = strlen(word);
	int value;
	enum word_kind kind = when_word(word, with_italian, &value);

	*amount = strtol(text, &end, 10);
	bool is_before_unit = (kind == WORD_ONE || kind == WORD_OTHER) && text[len];
	if (end == text && (kind == WORD_NUMBER || is_before_unit)) {
		*amount = kind == WORD_OTHER ? 2 : value; /* "every other day" */
		end += len;
	} else if (end == text) {
		*amount = 1; /* "every week" */
	}
	free(word);
	return end;
}

/* Folded and trimmed text: an amount and a unit; 0: neither. */
static long cadence_read_days(const char *text)
{
	long amount;

	text = after_word(text, "every");
	/* Translators: as in "every 30 days"; only this word, in lower case. */
	text = after_word(text, _("every"));
	const char *end = cadence_read_amount(text, &amount);
	bool is_said = end != text;
	while (*end == ' ')
		end++;
	int unit_days = *end ? days_of_unit(end) : is_said ? 1 : 0;
	return amount > CADENCE_MAX_DAYS ? amount : amount * unit_days;
}

enum status cadence_parse(const char *text, int *days, struct error *err)
{
	struct strbuf folded = STRBUF_INIT;

	*days = 0;
	if (text_is_blank(text))
		return STATUS_OK;
	text_fold(&folded, text);
	char *trimmed = text_trim(folded.data);
	long read = cadence_read_days(trimmed);
	free(trimmed);
	strbuf_fini(&folded);
	if (read < CADENCE_MIN_DAYS)
		return error_set(err, STATUS_INVALID,
			_("\"%s\" is not an interval: try 30, 3 weeks or 2m"), text);
	if (read > CADENCE_MAX_DAYS)
		return error_set(
			err, STATUS_INVALID, _("That is too long: a hundred years at most"));
	*days = (int)read;
	return STATUS_OK;
}

void cadence_describe(struct strbuf *out, int days)
{
	if (days)
		strbuf_add_format(out, NP_("every day", "every %d days", days), days);
}

void cadence_write(struct strbuf *out, int days)
{
	if (days)
		strbuf_add_format(out, "%d", days);
}
