/* How often, as people type it and as filo says it.
 * Not here: the rhythm that is learned (rhythm.h). */
#include "filo/people/words/cadence.h"

#include "filo/base/i18n.h"
#include "filo/base/text.h"
#include "filo/people/contact.h"
#include "people/words/when_tokens.h"

#include <ctype.h>
#include <string.h>

static const int unit_days[] = { [UNIT_DAYS] = 1,
	[UNIT_WEEKS] = 7,
	[UNIT_FORTNIGHTS] = 14,
	[UNIT_MONTHS] = 30,
	[UNIT_YEARS] = 365 };

#define QUARTER_DAYS 90

/* "a", "un", "one": with a unit behind them, one of those, and by themselves nothing. */
static bool cadence_is_article(const struct token *token)
{
	return token->value == 1 && !isdigit((unsigned char)*token->text);
}

/* "once", "3 times"; the token behind, or the same one where nothing is said. "2 times 3 weeks"
 * says neither how often nor in what. */
static const struct token *cadence_read_times(const struct token *token, int *times)
{
	const struct token *word = token + when_is_number(token);
	bool is_counted = word > token;

	*times = is_counted ? token->value : word->value;
	if (!when_is_word(word, WORD_TIMES) || is_counted == (word->value > 0)) {
		*times = 1;
		return token;
	}
	bool is_in = when_is_word(++word, WORD_IN);
	if (!is_in && when_is_number(word) && !cadence_is_article(word))
		*times = 0;
	return word + is_in;
}

/* Days of a unit, and of "weekly"; a number alone is of days, a letter alone is nothing. */
static int cadence_unit_days(const struct token *token, bool has_amount, bool may_end)
{
	if (when_is_one_of(token, IS(WORD_OFTEN) | IS(WORD_EITHER)))
		return token->value;
	if (when_is_word(token, WORD_UNIT))
		return token->text[1] || has_amount ? unit_days[token->value] : 0;
	if (when_is_word(token, WORD_MINUTES) && !strcmp(token->text, "quarter"))
		return QUARTER_DAYS;
	return token->kind == TOKEN_END && may_end ? 1 : 0;
}

/* "3 weeks", "every other month", "weekly", "twice a year"; 0: none of them. */
static int cadence_of_tokens(const struct token *token)
{
	int times;

	token = cadence_read_times(token, &times);
	token += when_is_word(token, WORD_EVERY);
	bool is_other = when_is_word(token, WORD_OTHER), has_amount = when_is_number(token);
	int amount = is_other ? 2 : has_amount ? token->value : 1;
	token += is_other || has_amount;
	bool may_end = has_amount && times == 1 && !cadence_is_article(token - 1);
	int days = cadence_unit_days(token, is_other || has_amount, may_end);
	token += token->kind != TOKEN_END;
	if (amount == 1 && when_is_word(token, WORD_OTHER) && token->value) /* "sì e uno no" */
		amount += (token++)->value;
	return token->kind == TOKEN_END && times > 0 ? amount * days / times : 0;
}

/* In the words that dates have. `is_either`: one of them has two meanings. */
static int cadence_read_days(const char *text, bool *is_either)
{
	struct when_reading r = { .is_often = true,
		.with_italian = when_has_italian(i18n_language()) };
	struct strbuf folded = STRBUF_INIT;

	bool is_cut = when_cut(&r, text, &folded) == STATUS_OK && r.minute < 0 && !r.sign &&
		      !r.is_few && r.part == PART_NONE;
	int days = is_cut ? cadence_of_tokens(r.tokens) : 0;
	*is_either = false;
	for (size_t i = 0; i < r.count; i++)
		*is_either |= when_is_word(&r.tokens[i], WORD_EITHER);
	strbuf_fini(&folded);
	return days;
}

enum status cadence_parse(const char *text, int *days, struct error *err)
{
	bool is_either;

	*days = 0;
	if (text_is_blank(text))
		return STATUS_OK;
	int read = cadence_read_days(text, &is_either);
	if (read < CADENCE_MIN_DAYS)
		return error_set(err, STATUS_INVALID,
			_("\"%s\" is not an interval: try 30, 3 weeks or 2m"), text);
	if (read > CADENCE_MAX_DAYS)
		return error_set(
			err, STATUS_INVALID, _("That is too long: a hundred years at most"));
	*days = read;
	return STATUS_OK;
}

bool cadence_is_ambiguous(const char *text)
{
	bool is_either;

	return cadence_read_days(text, &is_either) && is_either;
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
